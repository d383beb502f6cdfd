import { Button } from 'antd'
import { shortened } from '../../directives/naming.ts'
import { useMe } from '../../ui/ask.ts'
import { useWords } from '../../ui/useWords.tsx'
import type { PlanPage } from '../contract.ts'
import type { HeadDrafts, Part } from '../plan/useHead.ts'
import { words as planWords } from '../plan/words.ts'
import { fieldsOf, TypedCells } from './TypedCells.tsx'
import type { Drafts } from './useDrafts.tsx'
import { words } from './words.ts'

/** Where a plan can't be written any more while words typed here have not reached it: what they are, and the way to drop them. */
export function Held({ plan, drafts, head }: { plan: PlanPage; drafts: Drafts; head: HeadDrafts }) {
  const t = useWords(words)
  const say = useWords(planWords)
  const bodyId = useMe().data?.person?.acting?.bodyId
  const parts = Object.entries(head.edits) as [Part, { text: string }][]
  if (plan.canEdit || plan.bodyId !== bodyId || drafts.held.length + parts.length === 0) return null
  const rowOf = (itemId: string) => plan.rows.findIndex(({ id }) => id === itemId) + 1
  return (
    <section className="plan-call" role="alert">
      <p>
        <strong>{t('heldTitle', { count: drafts.held.length + parts.length })}</strong> {t('heldAdvice')}
      </p>
      <ul className="plan-held">
        {drafts.held.map(({ itemId, changes }) => (
          <li key={itemId}>
            {rowOf(itemId) > 0
              ? t('cellOf', {
                  column: fieldsOf(changes)
                    .map((field) => t(field))
                    .join(', '),
                  row: rowOf(itemId),
                })
              : t('heldNew')}
            : <TypedCells plan={plan} changes={changes} />{' '}
            <Button size="small" onClick={() => drafts.dropMine(itemId)}>
              {t('heldDrop')}
            </Button>
          </li>
        ))}
        {parts.map(([part, { text }]) => (
          <li key={part}>
            {say(`head_${part}`)}: <q>{shortened(text, 400)}</q>{' '}
            <Button size="small" onClick={() => head.dropMine(part)}>
              {t('heldDrop')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
