import { useAsk } from '../../ui/ask.ts'
import type { ChangeSectionProps } from '../../ui/sections.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints } from './contract.ts'
import { words } from './words.ts'

/** How many plans, and items of them, a change touches; of those approved, that they call for an amendment. */
export function PlansTouched({ changeId }: ChangeSectionProps) {
  const t = useWords(words)
  const { data } = useAsk(endpoints.countPlansTouched, { changeId: changeId as never })
  if (!data) return null
  if (data.plans === 0) return <p className="quiet">{t('touchesNone')}</p>
  const more = [data.approved > 0 && t('ofApproved', { count: data.approved }), data.ending > 0 && t('ofEnding', { count: data.ending })].filter(
    Boolean,
  )
  return (
    <p className="change-affects">
      <strong>{t('touchesPlans', { plans: data.plans, items: data.items })}</strong>
      {more.length > 0 && (
        <>
          <br />
          <span className="quiet">{more.join(' · ')}</span>
        </>
      )}
    </p>
  )
}
