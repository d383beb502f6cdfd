import { Link } from '@tanstack/react-router'
import { shortened } from '../../directives/naming.ts'
import { useWords } from '../../ui/useWords.tsx'
import type { PlanPage, PlanStep } from '../contract.ts'
import { isChangedSince } from '../rules.ts'
import { itemPlace } from './places.ts'
import { words } from './words.ts'

/** So many remarks are shown beside the reason; all of them stand with their items and among the steps. */
const most = 5

/** What was said about single items as a plan was returned, each with the way to its item and whether that was changed since. */
export function Remarked({ plan: { id: planId, rows }, returned }: { plan: PlanPage; returned: PlanStep }) {
  const t = useWords(words)
  const said = returned.remarks.slice(0, most)
  if (said.length === 0) return null
  return (
    <ul className="plan-sum" aria-label={t('remarksGo', { count: returned.remarks.length })}>
      {said.map(({ itemId, text }) => {
        const at = rows.findIndex(({ id }) => id === itemId)
        const row = rows[at]
        return (
          <li key={itemId}>
            {row ? <Link {...itemPlace(planId, itemId)}>{t('remarkedItem', { row: at + 1 })}</Link> : t('remarkedGone')}
            {`: ${shortened(text, 160)}`}
            {row && !isChangedSince(row, returned) && <span className="amiss"> ({t('remarkedUntouched')})</span>}
          </li>
        )
      })}
      {returned.remarks.length > most && <li>{t('remarksMore', { count: returned.remarks.length - most })}</li>}
    </ul>
  )
}
