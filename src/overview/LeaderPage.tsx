/// <reference types="vite/client" />
import './overview.css'
import dayjs from 'dayjs'
import type { z } from 'zod'
import { directivePlace, obligationPlace, obligationsPlace } from '../tasks/obligation/places.ts'
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
import { Lines } from './leader/Lines.tsx'
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

const few = 5
const soonDays = 30
const dayAfter = (day: string, days: number): string => dayjs(day).add(days, 'day').format('YYYY-MM-DD')

function Whole({ overview }: { overview: Overview }) {
  const t = useWords(words)
  const say = useWords(urgingWords)
  const count = useDayCount()
  const today = useToday()
  const { totals, directives, overdue, upcoming, waiting, behind } = overview
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
          <Behind bodies={behind.slice(0, few)} />
        </Section>
        <Section
          title={t('longest')}
          actions={overdue.length > 0 && <PlaceLink place={obligationsPlace({ standings: ['open-overdue'] })}>{t('seeAll')}</PlaceLink>}
        >
          <Lines
            none={t('longestNone')}
            lines={overdue.slice(0, few).map((line) => ({
              id: line.id,
              place: obligationPlace(line.id),
              text: line.text,
              about: [line.bodyName, line.address],
              mark: count(line.nextDue),
              isAlarming: true,
            }))}
          />
        </Section>
        <Section
          title={t('soon')}
          actions={
            upcoming.length > 0 && (
              <PlaceLink place={obligationsPlace({ standings: ['open-in-time'], dueBy: dayAfter(today, soonDays), sort: 'due' })}>
                {t('seeAll')}
              </PlaceLink>
            )
          }
        >
          <Lines
            none={t('soonNone')}
            lines={upcoming.slice(0, few).map(({ taskId, directiveId, due, text, address, open }) => ({
              id: `${taskId}${due}`,
              place: obligationsPlace({ directiveId, taskId, standings: ['open-in-time'] }),
              text,
              about: [address, t('soonOpen', { count: open })],
              mark: `${showDay(due)}, ${count(due)}`,
            }))}
          />
        </Section>
        <Section
          title={t('waiting')}
          actions={waiting.length > 0 && <PlaceLink place={obligationsPlace({ states: ['reported'] })}>{t('seeAll')}</PlaceLink>}
        >
          <Lines
            none={t('waitingNone')}
            lines={waiting.slice(0, few).map((line) => ({
              id: line.id,
              place: obligationPlace(line.id),
              text: line.text,
              about: [line.bodyName, line.address],
              mark: t('reportedSince', { day: showDay(line.reportedOn) }),
            }))}
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
