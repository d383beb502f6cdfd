import { WarningFilled } from '@ant-design/icons'
import { usePlace } from '../../directives/usePlace.ts'
import { obligationPlace, obligationsPlace } from '../../tasks/obligation/places.ts'
import { PlaceLink } from '../../ui/links.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { UrgeButton } from '../../urging/urgings/UrgeButton.tsx'
import type { PressingTask } from '../contract.ts'
import { words } from '../words.ts'

type Props = {
  tasks: readonly PressingTask[]
  none: string
  /** The filter of the list in which all of a line are found. */
  search: Record<string, string | string[]>
  mark: (day: string) => string
  isAlarming?: boolean
}

/** A short list of tasks: the words, the one thing that matters, under whom; of several bodies the list is one step away, of one its obligation. */
export function PressingTasks({ tasks, none, search, mark, isAlarming = false }: Props) {
  const t = useWords(words)
  const sayPlace = usePlace()
  if (tasks.length === 0) return <p className="quiet">{none}</p>
  return (
    <ul className="lines">
      {tasks.map(({ directiveId, taskId, day, text, address, count, bodies }) => {
        const [only] = count === 1 ? bodies : []
        return (
          <li key={`${taskId} ${day}`}>
            <div className="line-head">
              <PlaceLink
                place={only ? obligationPlace(only.obligationId) : obligationsPlace({ directiveId, taskId, ...search })}
                className="line-words"
              >
                {text}
              </PlaceLink>
              {isAlarming && <UrgeButton meant={{ directiveId: directiveId as never, taskId: taskId as never }} what={text} />}
            </div>
            <div className="line-about">
              <span className={isAlarming ? 'line-mark is-alarming' : 'line-mark'}>
                {isAlarming && <WarningFilled aria-hidden="true" />} {mark(day)}
              </span>
              <span>{bodies.length ? bodies.map(({ name }) => name).join(', ') : t('bodiesCount', { count })}</span>
              <span>{sayPlace(address)}</span>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
