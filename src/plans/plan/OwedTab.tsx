import { Button, Input } from 'antd'
import { usePlace } from '../../directives/usePlace.ts'
import { useAct } from '../../ui/ask.ts'
import { ActDialog } from '../../ui/Dialog.tsx'
import { showDay } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Field } from '../../ui/Form.tsx'
import { PlaceLink } from '../../ui/links.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints, type Owed, type PlanPage } from '../contract.ts'
import { judgeNameOf } from '../rules.ts'
import { words } from './words.ts'

/** What lies on the body under the directive, each with the items that answer it or the reason why none does. */
export function OwedTab({ plan }: { plan: PlanPage }) {
  const t = useWords(words)
  if (plan.obligations.length === 0) return <Empty title={t('noOwed')} advice={t('noOwedAdvice')} />
  return (
    <ul className="owed">
      {plan.obligations.map((owed) => (
        <Obligation key={owed.id} plan={plan} owed={owed} />
      ))}
    </ul>
  )
}

function Obligation({ plan, owed }: { plan: PlanPage; owed: Owed }) {
  const sayPlace = usePlace()
  const t = useWords(words)
  const rows = plan.rows.flatMap(({ obligationIds }, i) => (obligationIds.includes(owed.id) ? [i + 1] : []))
  const { act: add, isActing } = useAct(endpoints.addPlanItems)
  const { act: ask } = useAct(endpoints.askPlanReason)
  const isOpen = !owed.isPlanItself && !owed.isVerified && rows.length === 0
  const facts = { text: owed.text.slice(0, 4000), product: owed.product.slice(0, 1000), dueOn: owed.finalDue, obligationIds: [owed.id] }
  return (
    <li>
      <p>
        {owed.address && <strong>{sayPlace(owed.address)} </strong>}
        <PlaceLink place={{ to: '/obligations/$obligationId', params: { obligationId: owed.id } }}>{owed.text}</PlaceLink>{' '}
        {owed.finalDue && <span className="quiet">({t('until', { day: showDay(owed.finalDue) })})</span>}
      </p>
      <p className={isOpen && owed.reason?.state !== 'accepted' ? 'is-open' : 'quiet'}>
        {owed.isPlanItself
          ? t('planItself')
          : rows.length > 0
            ? t('answeredBy', { rows: rows.join(', ') })
            : owed.isVerified
              ? t('owedVerified')
              : owed.reason
                ? t(`reason-${owed.reason.state}`, { judge: judgeNameOf(plan) })
                : t('open')}
      </p>
      {owed.reason && rows.length === 0 && (
        <blockquote className="said">
          {owed.reason.why}
          {owed.reason.answer && <p className="quiet">{owed.reason.answer}</p>}
        </blockquote>
      )}
      <div className="acts">
        {plan.canEdit && isOpen && (
          <Button
            size="small"
            loading={isActing}
            onClick={() =>
              add({ planId: plan.id as never, behindId: (plan.rows.at(-1)?.id ?? null) as never, items: [{ id: crypto.randomUUID(), ...facts }] })
            }
          >
            {t('addItemFor')}
          </Button>
        )}
        {plan.canEdit && isOpen && (
          <ActDialog
            open={t('giveReason')}
            button={{ size: 'small' }}
            lead={t('reasonLead', { judge: judgeNameOf(plan) })}
            endpoint={endpoints.askPlanReason}
            fixed={{ planId: plan.id as never, obligationId: owed.id as never }}
            start={{ why: owed.reason?.why ?? '' }}
          >
            <Field name="why" label={t('why')} required>
              <Input.TextArea autoSize={{ minRows: 2 }} />
            </Field>
          </ActDialog>
        )}
        {plan.canEdit && isOpen && owed.reason && (
          <Button size="small" onClick={() => ask({ planId: plan.id as never, obligationId: owed.id as never, why: '' })}>
            {t('takeBack')}
          </Button>
        )}
        {plan.canDecideReasons && owed.reason?.state === 'asked' && (
          <>
            <Decide plan={plan} owed={owed} accept />
            <Decide plan={plan} owed={owed} accept={false} />
          </>
        )}
      </div>
    </li>
  )
}

function Decide({ plan, owed, accept }: { plan: PlanPage; owed: Owed; accept: boolean }) {
  const t = useWords(words)
  return (
    <ActDialog
      open={t(accept ? 'acceptReason' : 'refuseReason')}
      button={{ size: 'small' }}
      lead={owed.reason?.why}
      endpoint={endpoints.decidePlanReason}
      fixed={{ planId: plan.id as never, obligationId: owed.id as never, accept }}
      start={{ answer: '' }}
      said={t('done')}
    >
      <Field name="answer" label={t('answer')}>
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </ActDialog>
  )
}
