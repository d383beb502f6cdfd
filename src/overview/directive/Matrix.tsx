/// <reference types="vite/client" />
import '../../ui/look/matrix.css'
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
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { Standing, type State } from '../../tasks/contract.ts'
import { obligationPlace, obligationsPlace } from '../../tasks/obligation/places.ts'
import { words as taskWords } from '../../tasks/words.ts'
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
  const navigate = useNavigate()
  const [at, setAt] = useState({ row: 0, column: 0 })
  const [isTold, tell] = useState(false)
  const [pointed, point] = useState<string | null>(null)
  const row = Math.min(at.row, bodies.length - 1)
  const column = Math.min(at.column, tasks.length - 1)

  const over = (event: PointerEvent) => point((event.target as HTMLElement).closest<HTMLElement>('[data-task]')?.dataset.task ?? null)
  const keys = (event: KeyboardEvent<HTMLTableElement>) => {
    const cell = bodies[row]?.cells.find(({ taskId }) => taskId === tasks[column]?.id)
    if (event.key === 'Enter' && cell && (event.target as HTMLElement).role === 'gridcell') void navigate(obligationPlace(cell.obligationId) as never)
    const next = {
      ArrowDown: { row: row + 1, column },
      ArrowUp: { row: row - 1, column },
      ArrowRight: { row, column: column + 1 },
      ArrowLeft: { row, column: column - 1 },
      Home: { row, column: 0 },
      End: { row, column: tasks.length - 1 },
      PageDown: { row: row + 10, column },
      PageUp: { row: row - 10, column },
    }[event.key]
    if (!next) return
    event.preventDefault()
    const to = { row: Math.max(0, Math.min(bodies.length - 1, next.row)), column: Math.max(0, Math.min(tasks.length - 1, next.column)) }
    event.currentTarget.querySelector<HTMLElement>(`[data-at="${to.row}:${to.column}"]`)?.focus()
  }

  const told = tasks.find(({ id }) => id === (pointed ?? tasks[column]?.id))
  return (
    <>
      <p className="matrix-task" aria-live="polite">
        {told && (isTold || pointed !== null) ? (
          <>
            <strong>{told.address}</strong> {told.text}
          </>
        ) : (
          t('matrixHint')
        )}
      </p>
      <section className="matrix-frame" aria-label={t('matrix')} onPointerOver={over} onPointerLeave={() => point(null)}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are moved over is a grid */}
        <table role="grid" className="matrix" aria-label={t('matrix')} aria-describedby="matrix-keys" onKeyDown={keys}>
          <thead>
            <tr>
              <th scope="col" className="matrix-corner">
                {t('body')}
              </th>
              {tasks.map((task) => (
                <th key={task.id} scope="col" className={told?.id === task.id && (isTold || pointed !== null) ? 'is-told' : ''} data-task={task.id}>
                  <PlaceLink place={obligationsPlace({ directiveId, taskId: task.id })} tabIndex={-1}>
                    <Head address={task.address} text={task.text} />
                  </PlaceLink>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bodies.map((body, bodyAt) => (
              <tr key={body.id}>
                <th scope="row">
                  <PlaceLink place={obligationsPlace({ directiveId, bodyId: body.id })} tabIndex={-1}>
                    {body.name}
                  </PlaceLink>
                </th>
                {tasks.map((task, taskAt) => (
                  <MatrixCell
                    key={task.id}
                    at={`${bodyAt}:${taskAt}`}
                    isCurrent={bodyAt === row && taskAt === column}
                    seize={() => {
                      setAt({ row: bodyAt, column: taskAt })
                      tell(true)
                    }}
                    taskId={task.id}
                    cell={body.cells.find(({ taskId }) => taskId === task.id)}
                    about={`${body.name} – ${task.address}`}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p id="matrix-keys" className="unseen">
          {t('matrixKeys')}
        </p>
      </section>
    </>
  )
}

function Head({ address, text }: { address: string; text: string }) {
  const [provision, ...bullet] = (address || text.slice(0, 24)).split(', ')
  return (
    <>
      {provision}
      {bullet.length > 0 && <small>{bullet.join(', ')}</small>}
    </>
  )
}

function MatrixCell({
  at,
  isCurrent,
  seize,
  taskId,
  cell,
  about,
}: {
  at: string
  isCurrent: boolean
  seize: () => void
  taskId: string
  cell: Filled | undefined
  about: string
}) {
  const t = useWords(words)
  const say = useWords(taskWords)
  const standingWord = useStandingWord()
  const said = cell ? `${standingWord(cell.standing)}; ${say(cell.state)}` : t('notGiven')
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid is moved over
    <td role="gridcell" data-at={at} data-task={taskId} tabIndex={isCurrent ? 0 : -1} onFocus={seize} title={`${about}: ${said}`}>
      {cell ? (
        <PlaceLink place={obligationPlace(cell.obligationId)} className={`cell is-${cell.standing}`} tabIndex={-1}>
          <span aria-hidden="true">{standingIcons[cell.standing]}</span>
          {stageIcons[cell.state] && <span aria-hidden="true">{stageIcons[cell.state]}</span>}
          <span className="unseen">{said}</span>
        </PlaceLink>
      ) : (
        <span className="unseen">{said}</span>
      )}
    </td>
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
