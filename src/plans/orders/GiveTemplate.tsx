import { useMe } from '../../ui/ask.ts'
import { ActDialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Form.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { words } from '../plan/words.ts'
import { endpoints, type OrderLine } from './contract.ts'
import { TemplateInput, useOwnPlans } from './TemplateInput.tsx'

/** Gives a template with an order, or brings the one it has up to date, which those who are writing are told. */
export function GiveTemplate({ order }: { order: OrderLine }) {
  const t = useWords(words)
  const own = useOwnPlans(order.directiveId)
  const bodyId = useMe().data?.person?.acting?.bodyId
  // a plan that is asked of one's own body alone is no template of itself
  if (own.length === 0 || order.parts.every((part) => part.bodyId === bodyId)) return null
  const planId = (own.find(({ id }) => id === order.template?.planId) ?? (own.length === 1 ? own[0] : undefined))?.id
  return (
    <ActDialog
      open={t(order.template ? 'templateRenew' : 'templateGive')}
      isWide
      button={{ size: 'small' }}
      lead={t('templateRenewLead')}
      endpoint={endpoints.givePlanTemplate}
      fixed={{ orderId: order.id as never, version: order.version }}
      start={planId ? { template: { planId: planId as never, withHead: true, items: [] } } : {}}
      said={t('templateGiven')}
    >
      <Field name="template" label={t('template')}>
        <TemplateInput directiveId={order.directiveId} orderId={order.id} />
      </Field>
    </ActDialog>
  )
}
