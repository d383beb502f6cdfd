/// <reference types="vite/client" />
import './overview.css'
import dayjs from 'dayjs'
import type { z } from 'zod'
import { directivePlace, obligationsPlace } from '../tasks/obligation/places.ts'
import { useAsk, useToday } from '../ui/ask.ts'
import { showDay, useDayCount } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Answer } from '../ui/Faults.tsx'
import { PlaceLink } from '../ui/links.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { useWords } from '../ui/useWords.tsx'
import { UrgeButton } from '../urging/urgings/UrgeButton.tsx'
import { words as urgingWords } from '../urging/urgings/words.ts'
import { endpoints } from './contract.ts'
import { Totals } from './directive/Totals.tsx'
import { Behind } from './leader/Behind.tsx'
import { Lights } from './leader/Lights.tsx'
import { PressingTasks } from './leader/PressingTasks.tsx'
import { words } from './words.ts'

type Overview = z.infer<typeof endpoints.openLeaderPage.output>

/** Điều hành: two minutes of a leader. How all stands, which directives need a hand, who is behind, what comes next, what waits to be verified. */
export function LeaderPage() {
  const t = useWords(words)
  const today = useToday()
  const overview = useAsk(endpoints.openLeaderPage, {})
  return (
    <Page title={t('overview')} description={t('overviewLead', { day: showDay(today) })}>
      <Answer of={overview}>
        {(shown) => (shown.directives.length === 0 ? <Empty title={t('nothingYet')} advice={t('nothingYetAdvice')} /> : <Whole overview={shown} />)}
      </Answer>
    </Page>
  )
}

const soonDays = 30
const dayAfter = (day: string, days: number): string => dayjs(day).add(days, 'day').format('YYYY-MM-DD')

function Whole({ overview }: { overview: Overview }) {
  const t = useWords(words)
  const say = useWords(urgingWords)
  const count = useDayCount()
  const today = useToday()
  const { totals, directives, overdue, upcoming, waiting, behind } = overview
  const soon = { standings: ['open-in-time'], dueBy: dayAfter(today, soonDays), sort: 'due' }
  return (
    <>
      <Section title={t('result')}>
        <Totals tally={totals} within={{}} />
      </Section>
      <Section title={t('lights')}>
        <Lights directives={directives} />
      </Section>
      <div className="leader">
        <Section title={t('behind')} actions={behind.length > 0 && <UrgeButton meant={{}} label={say('urgeAllLate')} />}>
          <Behind bodies={behind} />
        </Section>
        <Section
          title={t('longest')}
          actions={overdue.length > 0 && <PlaceLink place={obligationsPlace({ standings: ['open-overdue'] })}>{t('seeAll')}</PlaceLink>}
        >
          <PressingTasks tasks={overdue} none={t('longestNone')} search={{ standings: ['open-overdue'] }} mark={count} isAlarming />
        </Section>
        <Section title={t('soon')} actions={upcoming.length > 0 && <PlaceLink place={obligationsPlace(soon)}>{t('seeAll')}</PlaceLink>}>
          <PressingTasks tasks={upcoming} none={t('soonNone')} search={soon} mark={(day) => `${showDay(day)}, ${count(day)}`} />
        </Section>
        <Section
          title={t('waiting')}
          actions={waiting.length > 0 && <PlaceLink place={obligationsPlace({ states: ['reported'] })}>{t('seeAll')}</PlaceLink>}
        >
          <PressingTasks
            tasks={waiting}
            none={t('waitingNone')}
            search={{ states: ['reported'] }}
            mark={(day) => t('reportedSince', { day: showDay(day) })}
          />
        </Section>
      </div>
      {directives.length === 1 && directives[0] && (
        <p>
          <PlaceLink place={directivePlace(directives[0].id)}>{t('board')}</PlaceLink>
        </p>
      )}
    </>
  )
}
