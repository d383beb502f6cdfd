import { showDay } from '../../ui/days.ts'
import { useWords } from '../../ui/useWords.tsx'
import type { Correction } from '../contract.ts'
import { words as taskWords } from '../words.ts'
import { words } from './words.ts'

type Before = Correction['before']
type Role = { role: Before['roles'][number]['role']; named: string }
type After = Partial<Omit<Before, 'roles'>> & { roles?: readonly Role[] }

/** What a correction changed of a task, each fact from what to what; `input` is what was written. */
export function Changes({ before, input }: { before: Before; input: unknown }) {
  const t = useWords(words)
  const say = useWords(taskWords)
  const after = (input ?? {}) as After
  const rolesIn = (roles: readonly Role[]) => roles.map(({ role, named }) => `${say(role)}: ${named}`).join('; ')
  const milestonesIn = (milestones: Before['milestones']) =>
    milestones.map(({ worded, due }) => (due ? `${worded} (${showDay(due)})` : worded)).join('; ')
  const facts = [
    { key: 'text', label: t('wordsOf'), from: before.text, to: after.text ?? before.text },
    { key: 'roles', label: t('roles'), from: rolesIn(before.roles), to: rolesIn(after.roles ?? before.roles) },
    { key: 'milestones', label: t('due'), from: milestonesIn(before.milestones), to: milestonesIn(after.milestones ?? before.milestones) },
    { key: 'product', label: t('product'), from: before.product, to: after.product ?? before.product },
    { key: 'condition', label: t('condition'), from: before.condition, to: after.condition ?? before.condition },
    {
      key: 'standing',
      label: t('standingDuty'),
      from: t(before.isStanding ? 'yes' : 'no'),
      to: t((after.isStanding ?? before.isStanding) ? 'yes' : 'no'),
    },
  ].filter(({ from, to }) => from !== to)
  if (facts.length === 0) return <p className="quiet">{t('changedMatches')}</p>
  return (
    <dl className="changes">
      {facts.map(({ key, label, from, to }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            <del>{from || t('empty')}</del> <ins>{to || t('empty')}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
