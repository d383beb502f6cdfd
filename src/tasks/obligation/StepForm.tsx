import { Alert, Button } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../ui/Form.tsx'
import { useWords } from '../../ui/useWords.tsx'
import type { Event } from '../contract.ts'
import { words as taskWords } from '../words.ts'
import { Evidence } from './Evidence.tsx'
import { StepFields } from './StepFields.tsx'
import type { Shown } from './shown.ts'
import { stepEndpoint } from './stepInputs.ts'
import { words } from './words.ts'

/** The form of one step, bound to the version its reader saw: when that is no longer the newest, it says who changed what and waits for a nod. */
export function StepForm({ event, obligation, close }: { event: Event; obligation: Shown; close: () => void }) {
  const t = useWords(words)
  const say = useWords(taskWords)
  const [version, setVersion] = useState(obligation.version)
  const [isSent, setSent] = useState(false)
  const isGone = !isSent && !obligation.events.includes(event)
  const isStale = !isSent && version !== obligation.version
  const latest = obligation.steps[0]
  const changed = latest ? t('changedSince', { person: latest.person, body: latest.body, event: say(latest.event) }) : t('changedAtAll')
  return (
    <div className="step-form">
      {(event === 'verify' || event === 'send-back') && <Evidence obligation={obligation} />}
      <ActForm
        endpoint={stepEndpoint(event)}
        fixed={{ obligationId: obligation.id as never, version, event }}
        start={startOf(event, obligation)}
        shape={(values) => ({
          ...values,
          unit: values.unit || null,
          figure: values.figure ?? null,
          percent: values.percent ?? null,
          until: values.until ?? null,
        })}
        submit={say(event)}
        draftKey={`step.${obligation.id}.${event}`}
        said={t('done', { event: say(event) })}
        done={() => {
          setSent(true)
          close()
        }}
        cancel={close}
      >
        <StepFields event={event} obligation={obligation} />
        {(isStale || isGone) && (
          <Alert
            role="alert"
            type="warning"
            showIcon
            className="conflict"
            title={changed}
            description={isGone ? t('noLonger', { state: say(obligation.state) }) : undefined}
            action={
              isGone ? undefined : (
                <Button size="small" onClick={() => setVersion(obligation.version)}>
                  {t('goOn')}
                </Button>
              )
            }
          />
        )}
      </ActForm>
    </div>
  )
}

function startOf(event: Event, { percent, extension }: Shown) {
  if (event === 'progress') return { percent: percent || null }
  return event === 'grant-extension' && extension.waiting ? { until: extension.waiting.until } : {}
}
