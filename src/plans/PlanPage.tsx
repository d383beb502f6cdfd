/// <reference types="vite/client" />
import './plan/plan.css'
import './editor/editor.css'
import { useParams } from '@tanstack/react-router'
import { capital, type Words } from '../kernel/words.ts'
import type { HistorySubject } from '../people/contract.ts'
import { History } from '../tasks/obligation/History.tsx'
import { AddressTabs } from '../ui/AddressTabs.tsx'
import { useAsk } from '../ui/ask.ts'
import { showDay } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Answer } from '../ui/Faults.tsx'
import { PlaceLink } from '../ui/links.tsx'
import { Facts, Page } from '../ui/Page.tsx'
import { useNarrow } from '../ui/useNarrow.ts'
import { useWords } from '../ui/useWords.tsx'
import { whole } from '../ui/whole.tsx'
import { endpoints, type PlanPage as Plan, type PlanTemplate } from './contract.ts'
import { Editor } from './editor/Editor.tsx'
import { Held } from './editor/Held.tsx'
import { useDrafts } from './editor/useDrafts.tsx'
import { AlikeTab } from './likeness/AlikeTab.tsx'
import { PlanDue } from './PlanTable.tsx'
import { Editions } from './plan/Editions.tsx'
import { Items } from './plan/Items.tsx'
import { Next } from './plan/Next.tsx'
import { OwedTab } from './plan/OwedTab.tsx'
import { Papers } from './plan/Papers.tsx'
import { itemPlace, planPlace } from './plan/places.ts'
import { RemarksProvider } from './plan/remarks.tsx'
import { StateTag } from './plan/StateTag.tsx'
import { Steps } from './plan/Steps.tsx'
import { TextTab } from './plan/TextTab.tsx'
import { useHead } from './plan/useHead.ts'
import { words } from './plan/words.ts'
import { judgeNameOf } from './rules.ts'
import { words as planWords } from './words.ts'
import { words as workWords } from './work/words.ts'

/** A body's own plan: what is to be done next, its items, what they answer, its words, steps and editions. */
export function PlanPage() {
  const t = useWords(words)
  const call = useWords(workWords)
  const { planId } = useParams({ from: '/plans/$planId' })
  const asked = useAsk(endpoints.openPlan, { planId: planId as never })
  if (asked.error?.status === 404 || asked.error?.status === 400) {
    return (
      <Page title={t('notOpened')}>
        <Empty title={asked.error.message} advice={t('notOpenedAdvice')} action={<PlaceLink place={{ to: '/plans' }}>{t('back')}</PlaceLink>} />
      </Page>
    )
  }
  const plan = asked.data
  return (
    <Page
      title={plan ? call('planOf', { form: capital(plan.form || call('formBare')), body: plan.bodyName }) : call('formBare')}
      trail={[
        { label: t('plans'), place: { to: '/plans', search: { tab: 'all' } } },
        ...(plan
          ? [
              {
                label: plan.directiveName,
                place: { to: '/directives/$directiveId' as const, params: { directiveId: plan.directiveId }, search: { tab: 'plans' } },
              },
            ]
          : []),
      ]}
      badge={plan && <StateTag state={plan.state} />}
      description={
        plan && (
          <>
            {t('dueToSubmit')} <PlanDue plan={plan} />
          </>
        )
      }
      actions={plan && plan.state !== 'due' && <Papers plan={plan} />}
    >
      <Answer of={asked}>{(shown) => <Whole key={shown.id} plan={shown} />}</Answer>
    </Page>
  )
}

function Whole({ plan }: { plan: Plan }) {
  const t = useWords(words)
  const drafts = useDrafts(plan)
  const head = useHead(plan)
  return (
    <RemarksProvider plan={plan}>
      <Next plan={plan} unsaved={plan.canEdit ? drafts.unsent + Object.keys(drafts.unread).length + head.unsent : 0} />
      <Held plan={plan} drafts={drafts} head={head} />
      <About plan={plan} />
      <AddressTabs
        items={[
          {
            key: 'items',
            label: t('itemsTab', { count: plan.items }),
            children: plan.canEdit ? <Editor plan={plan} drafts={drafts} /> : <Items plan={plan} />,
          },
          ...(plan.isWhole ? [{ key: 'owed', label: t('owedTab', { n: plan.answered, m: plan.asked }), children: <OwedTab plan={plan} /> }] : []),
          { key: 'text', label: t('textTab'), children: <TextTab plan={plan} head={head} /> },
          ...(plan.editions.length > 0 ? [{ key: 'editions', label: t('editionsTab'), children: <Editions plan={plan} /> }] : []),
          ...(plan.isWhole && plan.submittedOn !== null ? [{ key: 'alike', label: t('alikeTab'), children: <AlikeTab planId={plan.id} /> }] : []),
          ...(plan.isWhole
            ? [
                { key: 'steps', label: t('stepsTab'), children: <Steps steps={plan.steps} /> },
                { key: 'history', label: t('historyTab'), children: <Journal planId={plan.id} /> },
              ]
            : []),
        ]}
      />
    </RemarksProvider>
  )
}

/** What a plan rests on and who decides on it; on a telephone folded, so that its items begin within the first screens, but for what was asked to be heeded. */
function About({ plan }: { plan: Plan }) {
  const t = useWords(words)
  const isNarrow = useNarrow()
  const facts = (
    <Facts
      facts={[
        { label: t('orderedHere'), value: `${plan.orderTitle} (${plan.orderedByName})` },
        { label: t('approvedBy'), value: plan.approverId === plan.bodyId ? t('approvesItself', { judge: judgeNameOf(plan) }) : plan.approverName },
        ...(plan.accepterName ? [{ label: t('acceptedBy'), value: plan.accepterName }] : []),
        ...(plan.superiorId && plan.superiorName
          ? [
              {
                label: t('superior'),
                value: plan.above.length > 0 ? <PlaceLink place={planPlace(plan.superiorId)}>{plan.superiorName}</PlaceLink> : plan.superiorName,
              },
            ]
          : []),
        ...(plan.number
          ? [
              {
                label: t(plan.state === 'approved' || plan.state === 'accepted' ? 'issuedBefore' : 'issuedOn'),
                value: t('issuedAs', { number: plan.number, day: showDay(plan.issuedOn) }),
              },
            ]
          : []),
        ...(plan.template ? [{ label: t('template'), value: <Template plan={plan} template={plan.template} /> }] : []),
        ...(plan.orderNote && !isNarrow ? [{ label: t('note'), value: plan.orderNote }] : []),
      ]}
    />
  )
  if (!isNarrow) return facts
  return (
    <>
      {plan.orderNote && (
        <p>
          <span className="quiet">{t('note')}:</span> {whole(plan.orderNote)}
        </p>
      )}
      <details className="plan-about">
        <summary>{t('about')}</summary>
        {facts}
      </details>
    </>
  )
}

/** The template that came with the order, and how much of it is in the plan. */
function Template({ plan, template }: { plan: Plan; template: PlanTemplate }) {
  const t = useWords(words)
  const taken = plan.rows.filter(({ origin }) => origin === 'template' || origin === 'template-edited')
  const edited = taken.filter(({ origin }) => origin === 'template-edited').length
  const given = t('templateOffered', { body: plan.orderedByName, day: showDay(template.takenOn), count: template.offered })
  return whole(
    [given, plan.state !== 'due' && t(edited > 0 ? 'templateUsedEdited' : 'templateUsed', { taken: taken.length, edited })]
      .filter(Boolean)
      .join('; '),
  )
}

/** What is said of acts on a plan; a step by the word of its event. */
const acts: Words = { ...words, ...Object.fromEntries(Object.entries(planWords).map(([event, word]) => [`act-takePlanStep-${event}`, word])) }

function Journal({ planId }: { planId: string }) {
  const placeOf = ({ kind, id }: HistorySubject) => (kind === 'item' ? itemPlace(planId, id) : undefined)
  const lines = useAsk(endpoints.planHistory, { planId: planId as never })
  return <Answer of={lines}>{(shown) => <History lines={shown} acts={acts} placeOf={placeOf} />}</Answer>
}
