/// <reference types="vite/client" />
import './plan/plan.css'
import { WarningFilled } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useRawAddress } from '../ui/address.ts'
import { useAsk } from '../ui/ask.ts'
import { ActDialog } from '../ui/Dialog.tsx'
import { showDay } from '../ui/days.ts'
import { Answer } from '../ui/Faults.tsx'
import { Field } from '../ui/Form.tsx'
import { Section } from '../ui/Page.tsx'
import { useWords } from '../ui/useWords.tsx'
import { whole } from '../ui/whole.tsx'
import { endpoints, type OrderLine } from './orders/contract.ts'
import { GiveTemplate } from './orders/GiveTemplate.tsx'
import { AddToOrder, OrderDialog } from './orders/OrderDialog.tsx'
import { usePartName } from './orders/usePartName.tsx'
import { PlanTable } from './PlanTable.tsx'
import { Looks } from './plan/Looks.tsx'
import { words } from './plan/words.ts'

/** The plans that bodies make for a directive: the orders, and how each body stands. */
export function PlansTab({ directiveId }: { directiveId: string }) {
  const t = useWords(words)
  const orders = useAsk(endpoints.listPlanOrders, { directiveId: directiveId as never })
  return (
    <Answer of={orders}>
      {({ canOrder, orders: shown }) => (
        <>
          <Looks directiveId={directiveId} now="list" />
          <Section title={t('orders')} actions={canOrder && <OrderDialog directiveId={directiveId} isFirst={shown.length === 0} />}>
            {shown.map((order) => (
              <Order key={order.id} order={order} />
            ))}
          </Section>
          <PlanTable directiveId={directiveId} />
        </>
      )}
    </Answer>
  )
}

function Order({ order }: { order: OrderLine }) {
  const t = useWords(words)
  const partName = usePartName()
  const [, change] = useRawAddress()
  return (
    <div className="order-line">
      <strong>{whole(order.title)}</strong>
      <p className="quiet">{whole(t('orderedBy', { body: order.orderedByName, day: showDay(order.orderedOn), plans: order.plans }))}</p>
      {order.withdrawnOn !== null && <p>{whole(t('orderWithdrawn', { day: showDay(order.withdrawnOn), why: order.withdrawnWhy ?? '' }))}</p>}
      {order.parts.map((part) => (
        <p key={JSON.stringify(part)}>
          {whole(t('orderPart', { name: partName(part, part.name), day: showDay(part.dueOn), approver: t(`approver-${part.approver}`) }))}
          {part.approver === 'own' && `; ${t('reasonsOwn', { judge: order.needsAcceptance ? t('approver-superior') : order.orderedByName })}`}
        </p>
      ))}
      {order.needsAcceptance && <p>{whole(t(order.inOneStep ? 'inTwoStepsBut' : 'inTwoSteps', { count: order.inOneStep }))}</p>}
      {order.vacant > 0 && (
        <p>
          <WarningFilled aria-hidden="true" /> {whole(t('vacantOf', { count: order.vacant }))}{' '}
          <Button type="link" className="in-line" onClick={() => change({ waits: 'vacant' })}>
            {t('vacantShow')}
          </Button>
        </p>
      )}
      {order.template && (
        <p>
          {whole(
            t(order.template.number > 1 ? 'templateRenewedWith' : 'templateWith', {
              count: order.template.items,
              day: showDay(order.template.takenOn),
            }),
          )}
        </p>
      )}
      {order.note && <p>{whole(order.note)}</p>}
      {order.canChange && (
        <div className="acts">
          <AddToOrder order={order} />
          <GiveTemplate order={order} />
          <ActDialog
            open={t('withdrawOrder')}
            button={{ size: 'small' }}
            lead={t('withdrawLead')}
            endpoint={endpoints.withdrawPlanOrder}
            fixed={{ orderId: order.id as never, version: order.version }}
            said={t('wasWithdrawn')}
          >
            <Field name="why" label={t('why')}>
              <Input.TextArea autoSize={{ minRows: 2 }} />
            </Field>
          </ActDialog>
        </div>
      )}
    </div>
  )
}
