import {
  AuditOutlined,
  CheckCircleFilled,
  ClockCircleOutlined,
  FieldTimeOutlined,
  InboxOutlined,
  RedoOutlined,
  RollbackOutlined,
  WarningFilled,
} from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { usePlace } from '../../directives/usePlace.ts'
import { Standing, type State } from '../../tasks/contract.ts'
import { obligationPlace, obligationsPlace } from '../../tasks/obligation/places.ts'
import { words as taskWords } from '../../tasks/words.ts'
import { Grid, type GridCell } from '../../ui/Grid.tsx'
import { PlaceLink } from '../../ui/links.tsx'
import { useStandingWord } from '../../ui/Standing.tsx'
import { useWords } from '../../ui/useWords.tsx'
import type { Cell } from '../contract.ts'
import { words } from '../words.ts'

type Filled = z.infer<typeof Cell>
type Props = {
  directiveId: string
  tasks: readonly { id: string; address: string; text: string }[]
  bodies: readonly { id: string; name: string; cells: Filled[] }[]
}

const standingIcons: Record<Standing, ReactNode> = {
  'done-on-time': <CheckCircleFilled />,
  'done-late': <FieldTimeOutlined />,
  'open-in-time': <ClockCircleOutlined />,
  'open-overdue': <WarningFilled />,
}
const stageIcons: Partial<Record<State, ReactNode>> = {
  given: <InboxOutlined />,
  reported: <AuditOutlined />,
  returned: <RollbackOutlined />,
  'sent-back': <RedoOutlined />,
}
const stages = ['given', 'reported', 'returned', 'sent-back'] as const

/** Bodies down, tasks across, each cell how one obligation stands; arrow keys move, Enter opens. */
export function Matrix({ directiveId, tasks, bodies }: Props) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const say = useWords(taskWords)
  const standingWord = useStandingWord()
  const navigate = useNavigate()
  const cellOf = ({ cells }: Props['bodies'][number], taskId: string): GridCell | null => {
    const cell = cells.find((one) => one.taskId === taskId)
    if (!cell) return null
    const said = `${standingWord(cell.standing)}; ${say(cell.state)}`
    const place = obligationPlace(cell.obligationId)
    return {
      said,
      act: () => void navigate(place as never),
      show: (
        <PlaceLink place={place} className={`cell is-${cell.standing}`} tabIndex={-1}>
          <span aria-hidden="true">{standingIcons[cell.standing]}</span>
          {stageIcons[cell.state] && <span aria-hidden="true">{stageIcons[cell.state]}</span>}
          <span className="unseen">{said}</span>
        </PlaceLink>
      ),
    }
  }
  return (
    <Grid
      label={t('matrix')}
      keys={t('matrixKeys')}
      corner={t('body')}
      columns={tasks.map((task) => ({ ...task, address: sayPlace(task.address), place: obligationsPlace({ directiveId, taskId: task.id }) }))}
      rows={bodies}
      idOf={({ id }) => id}
      nameOf={({ name }) => name}
      head={({ id, name }) => (
        <PlaceLink place={obligationsPlace({ directiveId, bodyId: id })} tabIndex={-1}>
          {name}
        </PlaceLink>
      )}
      cellOf={cellOf}
      nothing={t('notGiven')}
    />
  )
}

/** What the colours and signs of the matrix mean. */
export function Legend() {
  const t = useWords(words)
  const say = useWords(taskWords)
  const standingWord = useStandingWord()
  return (
    <ul className="matrix-legend" aria-label={t('legend')}>
      {Standing.options.map((standing) => (
        <li key={standing}>
          <span className={`cell is-${standing}`} aria-hidden="true">
            {standingIcons[standing]}
          </span>
          {standingWord(standing)}
        </li>
      ))}
      {stages.map((state) => (
        <li key={state}>
          <span className="cell" aria-hidden="true">
            {stageIcons[state]}
          </span>
          {say(state)}
        </li>
      ))}
    </ul>
  )
}
