/// <reference types="vite/client" />
import './actions.css'
import { Button } from 'antd'
import { useState } from 'react'
import { useRawAddress } from '../../ui/address.ts'
import { Section } from '../../ui/Page.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { Event } from '../contract.ts'
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
  const main = mainEvent(obligation.state, obligation.events)
  const ordered = inOrder(obligation.events)

  const waits = t(`waits-${obligation.state}`, { body: obligation.bodyName, verifier: obligation.verifierName })

  if (obligation.events.length === 0 && !shown) return <p className="waits">{t('nothingToDo', { waits })}</p>
  return (
    <Section title={t('toDo')}>
      {!main && <p className="quiet">{waits}</p>}
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
      </div>
      {shown && <StepForm key={shown} event={shown} obligation={obligation} close={() => change({ act: undefined })} />}
    </Section>
  )
}
