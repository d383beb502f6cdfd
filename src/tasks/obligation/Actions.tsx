/// <reference types="vite/client" />
import './actions.css'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useRawAddress } from '../../ui/address.ts'
import { useToday } from '../../ui/ask.ts'
import { showDay, useDayCount } from '../../ui/days.ts'
import { Section } from '../../ui/Page.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { whole } from '../../ui/whole.tsx'
import { Event } from '../contract.ts'
import { owes } from '../rules.ts'
import { words as taskWords } from '../words.ts'
import { StepForm } from './StepForm.tsx'
import type { Shown } from './shown.ts'
import { inOrder, mainEvent } from './stepInputs.ts'
import { words } from './words.ts'

/** The steps the caller may take now, the awaited one first; the chosen one's form stands below, and stays with what was typed when somebody else is quicker. */
export function Actions({ obligation }: { obligation: Shown }) {
  const t = useWords(words)
  const say = useWords(taskWords)
  const [{ act }, change] = useRawAddress()
  const asked = Event.safeParse(act).data
  const [opened, setOpened] = useState<Event>()
  if (asked && asked !== opened && obligation.events.includes(asked)) setOpened(asked)
  const shown = asked === opened ? opened : undefined
  const main = obligation.takenBack ? undefined : mainEvent(obligation.state, obligation.events)
  const ordered = inOrder(obligation.events)

  const isOver = obligation.takenBack !== null && owes(obligation.state)
  const waits = isOver
    ? t(`over-${obligation.takenBack ?? 'recalled'}`)
    : t(`waits-${obligation.state}`, { body: obligation.bodyName, verifier: obligation.verifierName })

  if (obligation.events.length === 0 && obligation.blocked.length === 0 && !shown)
    return (
      <>
        <Reasons obligation={obligation} />
        <p className="waits">{t('nothingToDo', { waits })}</p>
      </>
    )
  return (
    <Section title={t('toDo')}>
      <Reasons obligation={obligation} />
      {!main && <p className="quiet">{waits}</p>}
      {shown !== 'ask-extension' && !isOver && <Late obligation={obligation} ask={() => change({ act: 'ask-extension' })} />}
      <div className="acts">
        {ordered.map((event) => (
          <Button
            key={event}
            type={event === main && !shown ? 'primary' : 'default'}
            aria-expanded={event === shown}
            className={event === shown ? 'is-open' : ''}
            onClick={() => change({ act: event === shown ? undefined : event })}
          >
            {say(event)}
          </Button>
        ))}
        {obligation.blocked.map(({ event, why }) => (
          <span key={event} className="act-blocked">
            <Button disabled aria-describedby={`why-${event}`}>
              {say(event)}
            </Button>
            <small id={`why-${event}`}>{why}</small>
          </span>
        ))}
      </div>
      {shown && <StepForm key={shown} event={shown} obligation={obligation} close={() => change({ act: undefined })} />}
    </Section>
  )
}

/** What can be done where the day is past: a later one can still be asked for, until when and how often. */
function Late({ obligation: { standing, nextDue, events, extension }, ask }: { obligation: Shown; ask: () => void }) {
  const t = useWords(words)
  const count = useDayCount()
  const today = useToday()
  const canAsk = events.includes('ask-extension')
  // it is accepted first
  const canSoon = events.includes('accept') && extension.granted < extension.mostGranted && extension.askBy !== null && today <= extension.askBy
  if (standing !== 'open-overdue' || nextDue === null || !(canAsk || canSoon)) return null
  const said = { day: showDay(nextDue), count: count(nextDue), until: showDay(extension.askBy), left: extension.mostGranted - extension.granted }
  return (
    <Alert
      className="reason"
      type="warning"
      showIcon
      title={whole(t('late', said))}
      description={
        <>
          {whole(t(canAsk ? 'lateAsk' : 'lateAccept', said))}{' '}
          {canAsk && (
            <Button type="link" className="late-ask" onClick={ask}>
              {t('askNow')}
            </Button>
          )}
        </>
      }
    />
  )
}

/** What somebody else said that whoever acts now must know first: why it came back, which later day is asked for. */
function Reasons({ obligation: { state, steps, extension } }: { obligation: Shown }) {
  const t = useWords(words)
  const back = state === 'returned' ? 'return' : state === 'sent-back' ? 'send-back' : state === 'given' ? 'give-again' : undefined
  const returned = back && steps.find(({ event }) => event === back)
  const asking = extension.waiting && steps.find(({ event }) => event === 'ask-extension')
  return (
    <>
      {returned && (
        <Alert
          className="reason"
          type="warning"
          showIcon
          title={whole(t(`why-${returned.event as 'return'}`, { body: returned.body, day: showDay(returned.day) }))}
          description={<span className="said">{whole(returned.text)}</span>}
        />
      )}
      {extension.waiting && asking && (
        <Alert
          className="reason"
          type="info"
          showIcon
          title={whole(t('why-ask-extension', { body: asking.body, day: showDay(asking.day), until: showDay(extension.waiting.until) }))}
          description={<span className="said">{whole(asking.text)}</span>}
        />
      )}
    </>
  )
}
