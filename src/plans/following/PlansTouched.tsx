import { capital } from '../../kernel/words.ts'
import { useAsk } from '../../ui/ask.ts'
import { PlaceLink } from '../../ui/links.tsx'
import type { ChangeSectionProps } from '../../ui/sections.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { planPlace } from '../plan/places.ts'
import { words as workWords } from '../work/words.ts'
import { endpoints, type OwnPlanTouched } from './contract.ts'
import { words } from './words.ts'

/** What a change does to plans: for its sender how many it touches, for whoever it was sent to which items of the own ones. */
export const PlansTouched = ({ own, ...change }: ChangeSectionProps) =>
  own ? <OwnPlans changeId={change.changeId} own={own} /> : <CountOfPlans {...change} />

/** How many plans, and items of them, a change touches; of those approved, that they call for an amendment. */
function CountOfPlans({ changeId, isEnding = false }: ChangeSectionProps) {
  const t = useWords(words)
  const { data } = useAsk(endpoints.countPlansTouched, { changeId: changeId as never })
  if (!data) return null
  if (data.plans === 0) return <p className="quiet">{t('touchesNone')}</p>
  const more = [
    data.approved > 0 && t(isEnding ? 'ofKept' : 'ofApproved', { count: data.approved }),
    data.ending > 0 && t('ofEnding', { count: data.ending }),
  ].filter(Boolean)
  return (
    <p className="change-affects">
      <strong>{t(isEnding ? 'endsPlans' : 'touchesPlans', { plans: data.plans, items: data.items })}</strong>
      {more.length > 0 && (
        <>
          <br />
          <span className="quiet">{more.join(' · ')}</span>
        </>
      )}
    </p>
  )
}

/** The plans of one's own body that a change touches: seen before it is agreed to, and as long as something is left to be looked at. */
function OwnPlans({ changeId, own }: { changeId: string; own: 'open' | 'answered' }) {
  const t = useWords(words)
  const { data } = useAsk(endpoints.listOwnPlansTouched, { changeId: changeId as never })
  if (!data?.length) return null
  return (
    <section className="change-plans" aria-label={t('ownPlans')}>
      <h3>{t('ownPlans')}</h3>
      {data.map((plan) => (
        <OwnPlan key={plan.id} plan={plan} isOpen={own === 'open'} />
      ))}
    </section>
  )
}

function OwnPlan({ plan: { id, form, orderTitle, kind, items, added, ends, isApproved }, isOpen }: { plan: OwnPlanTouched; isOpen: boolean }) {
  const t = useWords(words)
  const call = useWords(workWords)
  const said = [
    ends && t('ownEnds'),
    !ends && items.length > 0 && kind === 'update' && t(isOpen ? 'ownWouldMark' : 'ownMarked', { count: items.length }),
    added > 0 && t('ownAdded', { count: added }),
    isApproved && isOpen && t(kind === 'update' ? 'ownApproved' : 'ownKept'),
  ]
  return (
    <>
      <p>
        <PlaceLink place={planPlace(id)}>{capital(form || call('formBare'))}</PlaceLink> <span className="quiet">({orderTitle})</span>:{' '}
        {said.filter(Boolean).join(' ')}
      </p>
      {!ends && kind === 'update' && items.length > 0 && (
        <ul>
          {items.map((item) => (
            <li key={item.id}>{item.text}</li>
          ))}
        </ul>
      )}
    </>
  )
}
