/// <reference types="vite/client" />
import { usePlace } from '../directives/usePlace.ts'
import './obligation/obligation.css'
import { useParams } from '@tanstack/react-router'
import { citationOf, fullNameOf, shortened } from '../directives/naming.ts'
import { AddressTabs } from '../ui/AddressTabs.tsx'
import { useAsk } from '../ui/ask.ts'
import { Empty } from '../ui/Empty.tsx'
import { Answer } from '../ui/Faults.tsx'
import { PlaceLink } from '../ui/links.tsx'
import { Page } from '../ui/Page.tsx'
import { StandingTag } from '../ui/Standing.tsx'
import { ObligationSections } from '../ui/sections.tsx'
import { useWords } from '../ui/useWords.tsx'
import { endpoints } from './contract.ts'
import { Actions } from './obligation/Actions.tsx'
import { Children } from './obligation/Children.tsx'
import { Due } from './obligation/Due.tsx'
import { History } from './obligation/History.tsx'
import { Life } from './obligation/Life.tsx'
import { Particulars } from './obligation/Particulars.tsx'
import { directivePlace, documentPlace } from './obligation/places.ts'
import { Source } from './obligation/Source.tsx'
import { Steps } from './obligation/Steps.tsx'
import type { Shown } from './obligation/shown.ts'
import { words } from './obligation/words.ts'
import { owes } from './rules.ts'

/** A task as it lies on one body: the words that asked for it, how it stands, what can be done now, and everything done so far. */
export function ObligationPage() {
  const t = useWords(words)
  const { obligationId } = useParams({ from: '/obligations/$obligationId' })
  const asked = useAsk(endpoints.openObligation, { obligationId: obligationId as never })
  if (asked.error?.status === 404 || asked.error?.status === 400) {
    return (
      <Page title={t('notOpened')}>
        <Empty title={asked.error.message} advice={t('notOpenedAdvice')} action={<PlaceLink place={{ to: '/' }}>{t('back')}</PlaceLink>} />
      </Page>
    )
  }
  const shown = asked.data
  return (
    <Page
      title={shown?.text ?? t('titleBare')}
      trail={
        shown
          ? [
              { label: t('obligations'), place: { to: '/obligations' } },
              { label: nameOf(shown), place: directivePlace(shown.directiveId) },
            ]
          : []
      }
      badge={shown && <StandingTag standing={shown.standing} />}
      description={shown && <Under obligation={shown} />}
    >
      <Answer of={asked}>{(obligation) => <Whole key={obligation.id} obligation={obligation} />}</Answer>
    </Page>
  )
}

/** By its number, or where it has none by its title. */
function nameOf({ directiveKind: kind, directiveNumber: number, directiveTitle: title }: Shown): string {
  const name = number ? citationOf({ kind, number }) : fullNameOf({ kind, number, title })
  return shortened(name, 90)
}

function Under({ obligation }: { obligation: Shown }) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const citation = citationOf({ kind: obligation.directiveKind, number: obligation.directiveNumber })
  return (
    <span className="obligation-under">
      <PlaceLink place={documentPlace(obligation.directiveId, obligation.taskId)}>
        {obligation.address ? t('clauseOf', { address: sayPlace(obligation.address), document: citation }) : citation}
      </PlaceLink>
      <span>{t('leadsIt', { body: obligation.bodyName })}</span>
      <Due day={obligation.nextDue} last={obligation.finalDue} owed={owes(obligation.state)} />
    </span>
  )
}

function Whole({ obligation }: { obligation: Shown }) {
  const t = useWords(words)
  return (
    <>
      <Life state={obligation.state} steps={obligation.steps} givenOn={obligation.givenOn} />
      <div className="columns">
        <div>
          <Source {...obligation} />
          <Actions obligation={obligation} />
          <ObligationSections obligationId={obligation.id} bodyId={obligation.bodyId} isOverdue={obligation.standing === 'open-overdue'} />
          <AddressTabs
            items={[
              { key: 'journey', label: t('journey'), children: <Steps obligation={obligation} /> },
              { key: 'children', label: t('children', { count: obligation.children.length }), children: <Children obligation={obligation} /> },
              { key: 'history', label: t('history'), children: <Journal obligationId={obligation.id} /> },
            ]}
          />
        </div>
        <div>
          <Particulars obligation={obligation} />
        </div>
      </div>
    </>
  )
}

function Journal({ obligationId }: { obligationId: string }) {
  const lines = useAsk(endpoints.obligationHistory, { obligationId: obligationId as never })
  const t = useWords(words)
  return (
    <>
      <p className="quiet">{t('historyLead')}</p>
      <Answer of={lines}>{(shown) => <History lines={shown} brief />}</Answer>
    </>
  )
}
