import { showDay } from '../../../ui/days.ts'
import { useWords } from '../../../ui/useWords.tsx'
import type { TaskChange } from '../contract.ts'
import { differs } from '../rules.ts'
import { words } from './words.ts'

/** What an update does to one task, each fact from what to what; of one that is withdrawn, its words. */
export function ItemFacts({ item }: { item: TaskChange }) {
  const t = useWords(words)
  const { kind, before, text, product, milestones, bodies } = item
  const milestonesIn = (some: TaskChange['milestones']) => some.map(({ worded, due }) => (due ? `${worded} (${showDay(due)})` : worded)).join('; ')
  if (kind === 'withdraw') return <p className="change-words">{before && <del>{before.text}</del>}</p>
  if (kind === 'amend' && before && !differs(before, item)) return <p className="quiet">{t('sameTask')}</p>
  const facts = [
    { key: 'text', label: t('textOf'), from: before?.text, to: text },
    { key: 'milestones', label: t('milestones'), from: before ? milestonesIn(before.milestones) : undefined, to: milestonesIn(milestones) },
    { key: 'product', label: t('product'), from: before?.product, to: product },
    { key: 'leads', label: t('leads'), from: undefined, to: bodies.map(({ name }) => name).join(', ') },
  ].filter(({ from, to }) => (kind === 'amend' ? from !== undefined && from !== to : to !== ''))
  return (
    <dl className="change-facts">
      {facts.map(({ key, label, from, to }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            {from !== undefined && <del>{from || t('nothing')}</del>} <ins>{to || t('nothing')}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
