import { shortened } from '../../directives/naming.ts'
import { usePlace } from '../../directives/usePlace.ts'
import { useWords } from '../../ui/useWords.tsx'
import type { Task } from '../contract.ts'
import { useFocus } from './focus.ts'
import { words } from './words.ts'

const most = 6

/** In which tasks something stands, each a way to it. */
export function InTasks({ tasks, go }: { tasks: readonly Task[]; go?: () => void }) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const focus = useFocus()
  return (
    <p className="in-tasks quiet">
      {t('inTasks', { count: tasks.length })}{' '}
      {tasks.slice(0, most).map((task) => (
        <button
          key={task.id}
          type="button"
          className="card-act"
          onClick={() => {
            go?.()
            focus.choose(task.id, 'keys')
          }}
        >
          {sayPlace(task.address) || shortened(task.text, 30)}
        </button>
      ))}
      {tasks.length > most && <span>{t('moreTasks', { count: tasks.length - most })}</span>}
    </p>
  )
}
