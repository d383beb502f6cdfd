import { WarningOutlined } from '@ant-design/icons'
import { shortened } from '../../directives/naming.ts'
import { useToday } from '../../ui/ask.ts'
import { showDay } from '../../ui/days.ts'
import { useWords } from '../../ui/useWords.tsx'
import { whole } from '../../ui/whole.tsx'
import type { Facts, PlanPage } from '../contract.ts'
import { words } from '../editor/words.ts'
import { overdueOf } from '../rules.ts'

/** Under the words of an item: what it answers too late because its day is past; with what to do about it for whoever writes the plan. */
export function Overdue({ plan, row, isWriting = false }: { plan: PlanPage; row: Facts; isWriting?: boolean }) {
  const t = useWords(words)
  const today = useToday()
  return overdueOf(row, { ...plan, today }).map(({ kind, due, text }) => (
    <p key={`${kind} ${text}`} className="row-overdue">
      <WarningOutlined aria-hidden="true" /> {whole(t(`overdue-${kind}`, { due: showDay(due), text: shortened(text, 70) }))}
      {isWriting && ` ${t('overdueAdvice')}`}
    </p>
  ))
}
