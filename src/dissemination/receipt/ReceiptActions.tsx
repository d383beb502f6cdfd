/// <reference types="vite/client" />
import '../../tasks/obligation/actions.css'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { useRawAddress } from '../../ui/address.ts'
import { useAct } from '../../ui/ask.ts'
import { Choice } from '../../ui/Choice.tsx'
import { ActForm, Field } from '../../ui/Form.tsx'
import { Section } from '../../ui/Page.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints, ReceiptEvent, type ReceiptPage } from '../contract.ts'
import { findReceiptMove, nextReceiptEvent } from '../rules.ts'
import { words } from '../screen/words.ts'
import { words as stateWords } from '../words.ts'

/** The steps the caller may take on a receipt, the awaited one first: to receive it is one press, or a form where there is something to say; the form of a chosen one stands below and keeps what was typed when somebody else is quicker. `isSecond`: something else on the page comes first. */
export function ReceiptActions({ receipt, isSecond }: { receipt: ReceiptPage; isSecond: boolean }) {
  const t = useWords(words)
  const say = useWords(stateWords)
  const [{ act }, change] = useRawAddress()
  const asked = ReceiptEvent.safeParse(act).data
  const [opened, setOpened] = useState<ReceiptEvent>()
  if (asked && asked !== opened && receipt.events.includes(asked)) setOpened(asked)
  const shown = asked === opened ? opened : undefined
  const { act: take, isActing } = useAct(endpoints.takeReceiptStep, { said: t('stepTaken') })
  const receive = () => take({ receiptId: receipt.id as never, version: receipt.version, event: 'receive' })
  const next = nextReceiptEvent(receipt.state)
  if (receipt.events.length === 0 && !shown) return <p className="waits">{t('nothingToDo')}</p>
  const ordered = [...receipt.events].sort((one, other) => Number(other === next) - Number(one === next))
  return (
    <Section title={t('toDo')}>
      <div className="acts">
        {ordered.map((event) => (
          <Button
            key={event}
            type={event === next && !shown && !isSecond ? 'primary' : 'default'}
            {...(event === 'receive' && event !== shown
              ? { loading: isActing, onClick: receive }
              : {
                  'aria-expanded': event === shown,
                  className: event === shown ? 'is-open' : '',
                  onClick: () => change({ act: event === shown ? undefined : event }),
                })}
          >
            {say(event)}
          </Button>
        ))}
        {receipt.events.includes('receive') && shown !== 'receive' && (
          <Button type="text" aria-expanded={false} onClick={() => change({ act: 'receive' })}>
            {t('receiveWithNote')}
          </Button>
        )}
      </div>
      {shown && <StepForm key={shown} event={shown} receipt={receipt} close={() => change({ act: undefined })} />}
    </Section>
  )
}

function StepForm({ event, receipt, close }: { event: ReceiptEvent; receipt: ReceiptPage; close: () => void }) {
  const t = useWords(words)
  const say = useWords(stateWords)
  const [version, setVersion] = useState(receipt.version)
  const [isSent, setSent] = useState(false)
  const isStale = !isSent && version !== receipt.version
  const [state] = useState(receipt.state)
  const needs = findReceiptMove(state, event, ['receiver', 'sender'])?.needs
  return (
    <div className="step-form">
      <ActForm
        endpoint={endpoints.takeReceiptStep}
        fixed={{ receiptId: receipt.id as never, version, event }}
        shape={(values) => ({ ...values, text: values.text ?? '', holdingId: values.holdingId ?? null })}
        submit={say(event)}
        said={t('stepTaken')}
        done={() => {
          setSent(true)
          close()
        }}
        cancel={close}
      >
        {event === 'assign' && (
          <Field name="holdingId" label={t('assignee')} hint={t('assignHint')} isExpected>
            <Choice allowClear options={receipt.people.map(({ holdingId, name, title }) => ({ value: holdingId, label: `${name}, ${title}` }))} />
          </Field>
        )}
        <Field
          name="text"
          label={t(event === 'assign' ? 'assignText' : needs === 'reason' ? 'reason' : 'noteOptional')}
          isExpected={event === 'assign'}
          required={needs === 'reason'}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 12 }} autoFocus={event !== 'assign'} />
        </Field>
        {isStale && (
          <Alert
            role="alert"
            type="warning"
            showIcon
            title={t('changedSince')}
            action={
              <Button size="small" onClick={() => setVersion(receipt.version)}>
                {t('goOn')}
              </Button>
            }
          />
        )}
      </ActForm>
    </div>
  )
}
