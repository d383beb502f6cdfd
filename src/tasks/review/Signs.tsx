import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import type { Certainty } from '../../directives/contract.ts'
import { useLanguage, useWords } from '../../ui/useWords.tsx'
import type { Task } from '../contract.ts'
import { byHandIn, type TaskField } from '../rules.ts'
import { readIn } from './corrected.ts'
import { useFocus } from './focus.ts'
import { words } from './words.ts'

const fieldsRead: Partial<Record<TaskField, Certainty['field']>> = {
  lead: 'lead',
  coordinate: 'coordinate',
  'submit-to': 'submitTo',
  milestones: 'due',
}

/** What is to be known of a field besides what it says: that it was corrected by hand, and what was read; or how sure that is, and why. */
export function FieldSigns({ task, field, reachable }: { task: Task; field: TaskField; reachable: boolean }) {
  const t = useWords(words)
  const { language } = useLanguage()
  if (task.origin === 'read' && task.read && byHandIn(task).includes(field))
    return (
      <Sign look="is-hand" label={t('byHand')} reachable={reachable}>
        {t('wasRead')} {readIn(task.read, field) || t('nothingRead')}
      </Sign>
    )
  const certainty = task.checked ? undefined : task.certainty.find((one) => one.field === fieldsRead[field])
  if (!certainty || certainty.sure === 'high') return null
  return (
    <Sign
      look={`is-${certainty.sure}`}
      label={t(certainty.sure === 'low' ? 'unsure' : 'inferred')}
      reachable={reachable}
      taskId={task.id}
      at={certainty.span?.[0] ?? null}
    >
      {certainty.why[language]}
    </Sign>
  )
}

/** Among the rest of the page, for those who go by its landmarks; outside the cards, which cut off what leaves them. */
const within = (): HTMLElement => document.querySelector('main') ?? document.body

type Props = { look: string; label: string; reachable: boolean; taskId?: string; at?: number | null; children: ReactNode }

/** A small word with a reason behind it, for the mouse, the finger and the keyboard; pressed, it shows the words of the document that it rests on. */
function Sign({ look, label, reachable, taskId, at = null, children }: Props) {
  const focus = useFocus()
  return (
    <Tooltip title={children} trigger={['hover', 'focus']} getPopupContainer={within}>
      <button
        type="button"
        className={`field-sign ${look}`}
        tabIndex={reachable ? 0 : -1}
        onClick={() => taskId !== undefined && focus.choose(taskId, 'card', at)}
      >
        {label}
      </button>
    </Tooltip>
  )
}
