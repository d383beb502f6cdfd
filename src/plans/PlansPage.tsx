/// <reference types="vite/client" />
import './plan/plan.css'
import { useState } from 'react'
import { AddressTabs } from '../ui/AddressTabs.tsx'
import { useAsk } from '../ui/ask.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { showDay } from '../ui/days.ts'
import { Answer } from '../ui/Faults.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../ui/useWords.tsx'
import { endpoints, type PlanWork } from './contract.ts'
import { Score } from './likeness/Score.tsx'
import { Cover, PlanDue, PlanTable } from './PlanTable.tsx'
import { planPlace } from './plan/places.ts'
import { words } from './plan/words.ts'
import { words as workWords } from './work/words.ts'

type Asked = ReturnType<typeof useAsk<typeof endpoints.listPlanWork>>

/** Plans that wait for the post acted in, oldest first; and all in sight, which open at once for whoever nothing waits for. */
export function PlansPage() {
  const t = useWords(words)
  const work = useAsk(endpoints.listPlanWork, {})
  return (
    <Page title={t('plans')} description={t('plansLead')}>
      <Answer of={work}>{(rows) => <PlanTabs work={work} isAnybodyWaiting={rows.length > 0} />}</Answer>
    </Page>
  )
}

function PlanTabs({ work, isAnybodyWaiting }: { work: Asked; isAnybodyWaiting: boolean }) {
  const t = useWords(words)
  // whoever decides on the last one stays where they are
  const [start] = useState(isAnybodyWaiting ? 'work' : 'all')
  return (
    <AddressTabs
      start={start}
      items={[
        { key: 'work', label: t('workTab'), children: <Work work={work} /> },
        { key: 'all', label: t('allTab'), children: <PlanTable /> },
      ]}
    />
  )
}

function Work({ work }: { work: Asked }) {
  const t = useWords(words)
  const call = useWords(workWords)
  const columns: Column<PlanWork>[] = [
    {
      key: 'work',
      title: t('work'),
      width: 220,
      show: ({ kind, since, plan }) => (
        <>
          <strong>{call(`work-${kind}`)}</strong> <span className="quiet">{t('since', { day: showDay(since) })}</span>
          {plan.round > 1 && <span> · {t('round', { round: plan.round })}</span>}
        </>
      ),
    },
    { key: 'body', title: t('body'), main: true, show: ({ plan }) => plan.bodyName },
    { key: 'directive', title: t('directive'), show: ({ plan }) => plan.directiveName },
    { key: 'due', title: t('dueOn'), width: 170, show: ({ plan }) => <PlanDue plan={plan} /> },
    { key: 'coverage', title: t('coverage'), width: 190, show: ({ plan }) => <Cover n={plan.answered} m={plan.asked} /> },
    ...(work.data?.some(({ likeness }) => likeness !== null)
      ? [
          {
            key: 'alike',
            title: t('alikeTab'),
            width: 190,
            show: ({ likeness }: PlanWork) => likeness && <Score of={likeness} isBare={likeness.isBare} />,
          },
        ]
      : []),
  ]
  return (
    <DataTable
      label={t('workTab')}
      of={work}
      columns={columns}
      idOf={({ kind, plan }) => `${kind} ${plan.id}`}
      open={({ kind, plan }) => planPlace(plan.id, kind === 'reason' ? 'owed' : undefined)}
      empty={{ title: t('nothingWaits'), advice: t('nothingWaitsAdvice') }}
    />
  )
}
