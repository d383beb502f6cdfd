import { memo, type ReactNode, useMemo } from 'react'
import type { Provision, Recognition } from '../directives/contract.ts'
import { usePlace } from '../directives/usePlace.ts'
import { Empty } from '../ui/Empty.tsx'
import { type Place, PlaceLink } from '../ui/links.tsx'
import { useWords } from '../ui/useWords.tsx'
import type { Task } from './contract.ts'
import { DocumentPane } from './review/DocumentPane.tsx'
import { Following, SeeInDocument } from './review/Following.tsx'
import { FocusProvider, useFocus, useOwnFocus, useStanceOf } from './review/focus.ts'
import { marksOf } from './review/marks.ts'
import { TaskFacts } from './review/TaskFacts.tsx'
import { TwoPanes } from './review/TwoPanes.tsx'
import { words } from './review/words.ts'

type Props = {
  provisions: readonly Provision[]
  text: string
  recognition: Recognition | null
  tasks: readonly Task[]
  /** Where a task leads; a stable function keeps long lists quick. */
  placeOf?: (task: Task) => Place
  /** What stands under a task: how far it is. */
  extra?: (task: Task) => ReactNode
  /** The task looked at first. */
  first?: string | null
}

/** A document beside its tasks, to read: the words of the task under the mouse or under the focus stand out. */
export function DocumentBesideTasks({ provisions, text, recognition, tasks, placeOf, extra, first = null }: Props) {
  const t = useWords(words)
  const focus = useOwnFocus(first)
  const marks = useMemo(() => marksOf(tasks), [tasks])
  return (
    <FocusProvider value={focus}>
      <TwoPanes
        tasksLabel={t('tasksCount', { count: tasks.length })}
        document={<DocumentPane provisions={provisions} text={text} marks={marks} recognition={recognition} />}
        tasks={
          tasks.length === 0 ? (
            <Empty title={t('noTasksTitle')} />
          ) : (
            <>
              <Following />
              <ol className="tasks">
                {tasks.map((task) => (
                  <ReadCard key={task.id} task={task} placeOf={placeOf} extra={extra} />
                ))}
              </ol>
            </>
          )
        }
      />
    </FocusProvider>
  )
}

const ReadCard = memo(function ReadCard({ task, placeOf, extra }: { task: Task } & Pick<Props, 'placeOf' | 'extra'>) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const focus = useFocus()
  const stance = useStanceOf(task.id)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the mouse only points; the keyboard does so by the focus
    <li
      id={`task-${task.id}`}
      className={`task is-${stance}`}
      onMouseEnter={() => focus.hover(task.id, 'card')}
      onMouseLeave={() => focus.hover(null, 'card')}
      onFocus={() => focus.choose(task.id, 'card')}
      onClick={() => focus.choose(task.id, 'card')}
    >
      <div className="task-head">
        <span className="task-address">{sayPlace(task.address)}</span>
        {task.isStanding && <span className="task-sign">{t('standing')}</span>}
      </div>
      <p className="task-words">{placeOf ? <PlaceLink place={placeOf(task)}>{task.text}</PlaceLink> : task.text}</p>
      <TaskFacts task={task} />
      {extra?.(task)}
      <div className="task-acts">
        <SeeInDocument taskId={task.id} />
      </div>
    </li>
  )
})
