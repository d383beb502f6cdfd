import { Checkbox, Input } from 'antd'
import { shortened } from '../../directives/naming.ts'
import { usePlace } from '../../directives/usePlace.ts'
import { useAsk } from '../../ui/ask.ts'
import { ActDialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Form.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { words } from '../plan/words.ts'
import { endpoints, type OrderLine } from './contract.ts'
import { PartsInput } from './PartsInput.tsx'
import { TemplateInput, useOwnPlans } from './TemplateInput.tsx'

/** Orders plans for a directive: as the directive itself asks where it does, whom, by when, approved by whom, with the count by level before it is done. */
export function OrderDialog({ directiveId, isFirst }: { directiveId: string; isFirst: boolean }) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const suggested = useAsk(endpoints.suggestPlanOrder, { directiveId: directiveId as never })
  const first = suggested.data?.[0]
  const templates = useOwnPlans(directiveId)
  return (
    <ActDialog
      open={t('orderPlans')}
      isWide
      button={isFirst ? { type: 'primary' } : {}}
      lead={
        <>
          {t('orderLead')}
          {first && <span className="quiet"> {t('fromTask', { address: sayPlace(first.address), text: shortened(first.text, 160) })}</span>}
        </>
      }
      endpoint={endpoints.createPlanOrder}
      fixed={{ directiveId: directiveId as never, ...(first ? { taskId: first.taskId as never } : {}) }}
      start={{
        title: first?.title ?? '',
        parts: (first?.parts ?? []).map(({ name: _, ...part }) => part) as never,
        note: '',
        needsAcceptance: false,
        again: false,
      }}
      said={t('ordered')}
    >
      <Field name="title" label={t('orderTitle')}>
        <Input />
      </Field>
      <Field name="parts" label={t('parts')}>
        <PartsInput directiveId={directiveId} />
      </Field>
      {!isFirst && <Again />}
      <Field name="needsAcceptance" label={t('lastWord')} isExpected valuePropName="checked">
        <Checkbox>{t('twoSteps')}</Checkbox>
      </Field>
      {templates.length > 0 && (
        <Field name="template" label={t('template')} hint={t('templateHint')}>
          <TemplateInput directiveId={directiveId} />
        </Field>
      )}
      <Field name="note" label={t('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Field>
    </ActDialog>
  )
}

/** Lays an order on more bodies. */
export function AddToOrder({ order }: { order: OrderLine }) {
  const t = useWords(words)
  return (
    <ActDialog
      open={t('addBodies')}
      isWide
      button={{ size: 'small' }}
      endpoint={endpoints.addToPlanOrder}
      fixed={{ orderId: order.id as never }}
      start={{ parts: [] as never, again: false }}
      said={t('added')}
    >
      <Field name="parts" label={t('parts')}>
        <PartsInput directiveId={order.directiveId} />
      </Field>
      <Again />
    </ActDialog>
  )
}

function Again() {
  const t = useWords(words)
  return (
    <Field name="again" label={t('againLabel')} hint={t('againHint')} isExpected valuePropName="checked">
      <Checkbox>{t('again')}</Checkbox>
    </Field>
  )
}
