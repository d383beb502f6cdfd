import { disseminationPlace } from '../../dissemination/screen/places.ts'
import { useMe } from '../../ui/ask.ts'
import { showDay } from '../../ui/days.ts'
import { PlaceLink } from '../../ui/links.tsx'
import { showCount } from '../../ui/numbers.ts'
import { useWords } from '../../ui/useWords.tsx'
import type { PlanPage, PlanState } from '../contract.ts'
import { planPlace } from '../plan/places.ts'
import { isFrozen, openOf } from '../rules.ts'
import { awaitedOf } from './rules.ts'
import { words } from './words.ts'

const inAppraisal: readonly PlanState[] = ['submitted', 'in-appraisal']

/** Says on a plan's page that its directive or its superior's plan has changed since: how much wants looking at, and what is to be done about it. */
export function Called({ plan }: { plan: PlanPage }) {
  const t = useWords(words)
  const readerId = useMe().data?.person?.acting?.bodyId
  const { isDirectiveChanged, isSuperiorAmended, addedAbove, takenBack } = plan.called
  const marked = plan.rows.filter(({ touchedWhy }) => touchedWhy !== null).length
  const stands = isFrozen(plan)
  // before a plan is approved, what is not answered yet is just work still to be done
  const open = stands ? openOf(plan.rows, plan.obligations).length : 0
  if (plan.state === 'withdrawn' || !plan.isWhole) return null
  // what was taken back asks for nothing but an answer
  const renewedOn = takenBack === null && (plan.canEdit || plan.events.includes('recall')) ? plan.called.templateRenewedOn : null
  const isFirst = plan.template?.number === 1
  const isQuiet = marked + open === 0 && addedAbove === null && takenBack === null
  if (isQuiet && renewedOn === null) return null
  const what = [marked > 0 && t('callItems', { count: showCount(marked) }), open > 0 && t('callOpen', { count: showCount(open) })].filter(Boolean)
  const isOwn = plan.events.includes('amend') || plan.events.includes('issue') || plan.canEdit
  const awaited = awaitedOf(plan, readerId)
  const advice = takenBack
    ? awaited && t(`call-${awaited}`, { body: plan.bodyName, ordering: plan.orderedByName })
    : stands
      ? isOwn
        ? t(plan.state === 'issued' ? 'call-issued' : 'call-approved')
        : t('call-theirs', { body: plan.bodyName })
      : inAppraisal.includes(plan.state)
        ? t(plan.events.includes('recall') ? 'call-appraisal-own' : 'call-appraisal', { body: plan.bodyName, approver: plan.approverName })
        : plan.canEdit && marked + open > 0 && t('call-drafting')
  const links = [
    isDirectiveChanged && { place: disseminationPlace(plan.directiveId, { view: 'changes' }), label: t('see') },
    isSuperiorAmended && plan.superiorId !== null && { place: planPlace(plan.superiorId), label: t('seeSuperior') },
  ].filter((link) => link !== false)
  return (
    <div className="plan-call" role="note">
      <p>
        <strong>
          {takenBack
            ? t(`taken-${takenBack.kind}`, { day: showDay(takenBack.sentOn) })
            : t(isQuiet ? (isFirst ? 'templateGiven' : 'templateRenewed') : 'callTitle')}
        </strong>
        {what.length > 0 && !takenBack && `: ${what.join(' · ')}`}.{' '}
        {links.map(({ place, label }, i) => (
          <span key={label}>
            {i > 0 && ' · '}
            <PlaceLink place={place}>{label}</PlaceLink>
          </span>
        ))}
      </p>
      {takenBack && <p>{t('call-over')}</p>}
      {addedAbove !== null && !takenBack && <p>{addedAbove}</p>}
      {renewedOn !== null && <p>{t(isFirst ? 'templateGivenOn' : 'templateRenewedOn', { body: plan.orderedByName, day: showDay(renewedOn) })}</p>}
      {advice && <p>{advice}</p>}
    </div>
  )
}
