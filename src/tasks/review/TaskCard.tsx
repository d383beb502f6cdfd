import { memo } from 'react'
import { usePlace } from '../../directives/usePlace.ts'
import { useLanguage, useWords } from '../../ui/useWords.tsx'
import type { Task } from '../contract.ts'
import { useDesk } from './desk.ts'
import { EditTask } from './EditTask.tsx'
import { SeeInDocument } from './Following.tsx'
import { isLeadless } from './filters.ts'
import { useFocus, useStanceOf } from './focus.ts'
import { FieldSigns } from './Signs.tsx'
import { TaskFacts } from './TaskFacts.tsx'
import { words } from './words.ts'

type Props = { task: Task; isEditing: boolean; isSelected: boolean; isFirst: boolean }

/** One task under review: its words, what was read from them, what is in doubt, and what can be done with it. */
export const TaskCard = memo(function TaskCard({ task, isEditing, isSelected, isFirst }: Props) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const { language } = useLanguage()
  const focus = useFocus()
  const desk = useDesk()
  const stance = useStanceOf(task.id)
  const choose = () => focus.read().current !== task.id && focus.choose(task.id, 'card')
  const isDropped = task.droppedWhy !== null
  const doubts = task.checked ? [] : task.doubts
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the mouse only points; the keyboard does so by the focus
    <li
      id={`task-${task.id}`}
      data-task={task.id}
      className={`task is-${stance}${isDropped ? ' is-dropped' : ''}${task.checked ? ' is-checked' : ''}`}
      tabIndex={stance === 'current' || isFirst ? 0 : -1}
      onMouseEnter={() => focus.hover(task.id, 'card')}
      onMouseLeave={() => focus.hover(null, 'card')}
      onFocus={({ target }) => target.matches(':focus-visible') && choose()} // by mouse only once the click is whole: settling moves the cards
      onClick={choose}
    >
      <div className="task-head">
        <input
          type="checkbox"
          className="task-select"
          checked={isSelected}
          tabIndex={stance === 'current' ? 0 : -1}
          aria-label={t('select', { address: sayPlace(task.address) })}
          onChange={() => desk.select(task.id)}
        />
        <span className="task-address">{sayPlace(task.address)}</span>
        {task.isStanding && <span className="task-sign">{t('standing')}</span>}
        {task.origin === 'hand' ? (
          <span className="task-sign is-hand">{t('addedByHand')}</span>
        ) : (
          task.edited && <span className="task-sign is-hand">{t('editedByHand')}</span>
        )}
        {!isDropped && (
          <button
            type="button"
            className="task-check"
            tabIndex={stance === 'current' ? 0 : -1}
            title={task.checked ? t('unmarkChecked') : undefined}
            onClick={() => desk.check(task, !task.checked)}
          >
            {task.checked ? `✓ ${t('checked')}` : t('markChecked')}
          </button>
        )}
      </div>
      {isEditing ? (
        <EditTask task={task} />
      ) : (
        <>
          <p className="task-words" data-words={task.id}>
            {task.text}
          </p>
          {!isDropped && <FieldSigns task={task} field="text" reachable={stance === 'current'} />}
          {isDropped && <p className="task-why">{t('droppedWhy', { why: task.droppedWhy ?? '' })}</p>}
          {!isDropped && isLeadless(task) && task.roles.some(({ role }) => role === 'lead') && <p className="task-amiss">{t('needsLeadAdvice')}</p>}
          {doubts.length > 0 && (
            <ul className="doubts">
              {doubts.map(({ field, why }) => (
                <li key={`${field}${why.vi}`}>
                  <strong>{t('toLookAt')}:</strong> {why[language]}
                </li>
              ))}
            </ul>
          )}
          <TaskFacts task={task} pick={isDropped ? undefined : desk.match} reachable={stance === 'current'} />
          <Acts task={task} isReachable={stance === 'current'} />
        </>
      )}
    </li>
  )
})

function Acts({ task, isReachable }: { task: Task; isReachable: boolean }) {
  const t = useWords(words)
  const desk = useDesk()
  const acts =
    task.droppedWhy !== null
      ? [{ key: 'r', label: t('restore'), act: () => desk.restore(task) }]
      : [
          { key: 'e', label: t('edit'), act: () => desk.edit(task.id) },
          { key: 's', label: t('split'), act: () => desk.open({ kind: 'split', task, at: caretIn(task) }) },
          { key: 'm', label: t('mergeNext'), act: () => desk.mergeWithNext(task) },
          { key: 'x', label: t('drop'), act: () => desk.open({ kind: 'drop', task }) },
        ]
  return (
    <div className="task-acts">
      {acts.map(({ key, label, act }) => (
        <button key={key} type="button" className="card-act" tabIndex={isReachable ? 0 : -1} onClick={act}>
          {label}
        </button>
      ))}
      <SeeInDocument taskId={task.id} />
    </div>
  )
}

/** Where the word begins in which the caret or the end of a selection stands, within the words of a task's card. */
export function caretIn(task: Task): number | null {
  const selection = getSelection()
  const node = selection?.anchorNode
  if (!selection || !node || node.nodeType !== Node.TEXT_NODE || node.parentElement?.dataset.words !== task.id) return null
  const caret = Math.max(selection.anchorOffset, selection.focusNode === node ? selection.focusOffset : 0)
  const at = task.text.slice(0, caret).search(/\S*$/u)
  return at > 0 ? at : null
}
