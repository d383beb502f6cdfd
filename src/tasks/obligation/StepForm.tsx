import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useMe } from '../../ui/ask.ts'
import { showMoment } from '../../ui/days.ts'
import { useDrafts } from '../../ui/drafts.ts'
import { ActForm } from '../../ui/Form.tsx'
import { useWords } from '../../ui/useWords.tsx'
import type { Event } from '../contract.ts'
import { words as taskWords } from '../words.ts'
import { Evidence } from './Evidence.tsx'
import { StepFields } from './StepFields.tsx'
import type { Shown } from './shown.ts'
import { stepEndpoint } from './stepInputs.ts'
import { words } from './words.ts'

/** The form of one step, bound to the version its reader saw: when that is no longer the newest, it says who changed what and waits for a nod; also that it was this very step, whose answer was lost on the way. */
export function StepForm({ event, obligation, close }: { event: Event; obligation: Shown; close: () => void }) {
  const t = useWords(words)
  const say = useWords(taskWords)
  const [version, setVersion] = useState(obligation.version)
  const [isSent, setSent] = useState(false)
  const isGone = !isSent && !obligation.events.includes(event)
  const isStale = !isSent && version !== obligation.version
  const latest = obligation.steps[0]
  const me = useMe().data?.person?.id
  const drafts = useDrafts()
  const draftKey = `step.${obligation.id}.${event}`
  const isOwn = latest?.event === event && latest.personId === me
  const leave = () => {
    drafts.drop(draftKey)
    close()
  }
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
        draftKey={draftKey}
        said={t('done', { event: say(event) })}
        done={() => {
          setSent(true)
          close()
        }}
        cancel={close}
      >
        <StepFields event={event} obligation={obligation} />
        {(isStale || isGone) && isOwn && (
          <Alert
            role="alert"
            type="info"
            showIcon
            className="conflict"
            title={t('ownRecorded', { event: say(event), at: showMoment(latest.at) })}
            description={isGone ? undefined : t('ownAgain')}
            action={
              <span className="conflict-ways">
                {!isGone && (
                  <Button size="small" onClick={() => setVersion(obligation.version)}>
                    {t('sendMore')}
                  </Button>
                )}
                <Button size="small" type="primary" onClick={leave}>
                  {t('leaveIt')}
                </Button>
              </span>
            }
          />
        )}
        {(isStale || isGone) && !isOwn && (
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
