/// <reference types="vite/client" />
import './overview.css'
import { Navigate, useParams } from '@tanstack/react-router'
import type { z } from 'zod'
import { endpoints, type DirectivePage as Facts } from '../directives/contract.ts'
import { ForceNotice } from '../directives/DirectiveFacts.tsx'
import { fullNameOf } from '../directives/naming.ts'
import { ChangeNotice } from '../dissemination/changes/screen/ChangeNotice.tsx'
import { DisseminationTab } from '../dissemination/DisseminationTab.tsx'
import { words as disseminationWords } from '../dissemination/screen/words.ts'
import type { HistorySubject } from '../people/contract.ts'
import { PlansTab } from '../plans/PlansTab.tsx'
import { words as planWords } from '../plans/plan/words.ts'
import { endpoints as tasks } from '../tasks/contract.ts'
import { History } from '../tasks/obligation/History.tsx'
import { directivePlace, documentPlace } from '../tasks/obligation/places.ts'
import { AddressTabs } from '../ui/AddressTabs.tsx'
import { AlertAbove } from '../ui/AlertAbove.tsx'
import { useAsk } from '../ui/ask.ts'
import { showDay } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Answer } from '../ui/Faults.tsx'
import { PlaceLink } from '../ui/links.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../ui/useWords.tsx'
import { whole } from '../ui/whole.tsx'
import { words as noticeWords } from '../urging/notices/words.ts'
import { endpoints as overview } from './contract.ts'
import { BoardTab } from './directive/BoardTab.tsx'
import { Closing } from './directive/Closing.tsx'
import { Completing } from './directive/Completing.tsx'
import { DocumentTab } from './directive/DocumentTab.tsx'
import { MatrixTab } from './directive/MatrixTab.tsx'
import { TimelineTab } from './directive/TimelineTab.tsx'
import { words } from './words.ts'

type Directive = z.infer<typeof Facts>

/** An issued directive, followed: the board, the document beside its tasks, the matrix, the milestones, what was done with it. */
export function DirectivePage() {
  const t = useWords(words)
  const { directiveId } = useParams({ from: '/directives/$directiveId' })
  const directive = useAsk(endpoints.openDirective, { directiveId: directiveId as never })
  if (directive.error?.status === 404 || directive.error?.status === 400) {
    return (
      <Page title={t('notOpened')}>
        <Empty title={directive.error.message} advice={t('notOpenedAdvice')} action={<PlaceLink place={{ to: '/' }}>{t('back')}</PlaceLink>} />
      </Page>
    )
  }
  const facts = directive.data
  if (facts?.state === 'draft' && facts.canEdit) return <Navigate to="/directives/$directiveId/review" params={{ directiveId }} replace />
  return (
    <Page
      title={facts ? fullNameOf(facts) : t('directive')}
      trail={[{ label: t('directives'), place: { to: '/directives' } }]}
      description={facts && <About directive={facts} />}
      folds
      actions={facts && (facts.canClose || facts.canComplete) && <Acts directive={facts} />}
    >
      <Answer of={directive}>{(shown) => <Tabs directive={shown} />}</Answer>
    </Page>
  )
}

function Acts({ directive }: { directive: Directive }) {
  return (
    <>
      {directive.canComplete && <Completing directive={directive} />}
      {directive.canClose && <Closing directive={directive} />}
    </>
  )
}

function About({ directive }: { directive: Directive }) {
  const t = useWords(words)
  const said = [
    directive.issuerName && t('issuedBy', { body: directive.issuerName }),
    directive.effectiveOn && t('inForce', { day: showDay(directive.effectiveOn) }),
    directive.standingName && t('standingBody', { body: directive.standingName }),
  ]
  return whole(said.filter(Boolean).join(' · '))
}

function Tabs({ directive }: { directive: Directive }) {
  const t = useWords(words)
  const say = useWords(disseminationWords)
  if (directive.state === 'withdrawn') return <Empty title={t('isWithdrawn')} advice={t('isDraftAdvice')} />
  if (directive.state === 'draft') return <Empty title={t('isDraft')} advice={t('isDraftAdvice')} />
  return (
    <>
      {directive.state === 'closed' && (
        <AlertAbove type="success" title={t('isClosed')} short={t('isClosed')}>
          {directive.conclusion}
        </AlertAbove>
      )}
      <ForceNotice directive={directive} />
      <ChangeNotice directiveId={directive.id} />
      <AddressTabs
        items={[
          { key: 'board', label: t('board'), children: <BoardTab directive={directive} /> },
          { key: 'dissemination', label: say('tab'), children: <DisseminationTab directive={directive} /> },
          { key: 'document', label: t('documentTab'), children: <DocumentTab directive={directive} /> },
          { key: 'matrix', label: t('matrixTab'), children: <MatrixTab directiveId={directive.id} /> },
          { key: 'timeline', label: t('timelineTab'), children: <TimelineTab directiveId={directive.id} /> },
          { key: 'plans', label: t('plansTab'), children: <PlansTab directiveId={directive.id} /> },
          { key: 'history', label: t('historyTab'), children: <HistoryTab directiveId={directive.id} /> },
        ]}
      />
    </>
  )
}

/** What is said of acts of the slices between: sending out, changing, ordering plans, reminding. */
const acts = { ...disseminationWords, ...planWords, ...noticeWords }

function HistoryTab({ directiveId }: { directiveId: string }) {
  const lines = useAsk(overview.directiveHistory, { directiveId: directiveId as never })
  const placeOf = ({ kind, id }: HistorySubject) =>
    kind === 'task' ? documentPlace(directiveId, id) : kind === 'order' ? { ...directivePlace(directiveId), search: { tab: 'plans' } } : undefined
  const corrections = useAsk(tasks.listCorrections, { directiveId: directiveId as never })
  return <Answer of={lines}>{(shown) => <History lines={shown} corrections={corrections.data} acts={acts} placeOf={placeOf} />}</Answer>
}
