import type { z } from 'zod'
import type { Standing, State } from '../../tasks/contract.ts'
import { obligationsPlace } from '../../tasks/obligation/places.ts'
import { words as taskWords } from '../../tasks/words.ts'
import { PlaceLink } from '../../ui/links.tsx'
import { showCount, showShare } from '../../ui/numbers.ts'
import { StandingBar } from '../../ui/Standing.tsx'
import { useWords } from '../../ui/useWords.tsx'
import type { Counts, Stages } from '../contract.ts'
import { allOf } from '../rules.ts'
import { words } from '../words.ts'
import { CountLink } from './CountLink.tsx'

type Tally = z.infer<typeof Counts> & z.infer<typeof Stages>
/** What every count adds to the address it leads to. */
export type Within = Record<string, string | string[] | undefined>

const doneStandings: Standing[] = ['done-on-time', 'done-late']
const openStandings: Standing[] = ['open-in-time', 'open-overdue']

/** The 2×2 of every official count as the picture one sees first: each share beside its "N trên M", each number a way down to the obligations. */
export function Totals({ tally, within }: { tally: Tally; within: Within }) {
  const t = useWords(words)
  const say = useWords(taskWords)
  const all = allOf(tally)
  const done = tally.doneOnTime + tally.doneLate
  const stages: { state: State; count: number }[] = [
    { state: 'given', count: tally.given },
    { state: 'reported', count: tally.reported },
    { state: 'returned', count: tally.returned },
    { state: 'sent-back', count: tally.sentBack },
  ]
  return (
    <div className="totals">
      <StandingBar counts={tally} />
      <div className="totals-four">
        <Half title={t('done')} count={done} of={all} place={obligationsPlace({ ...within, standings: doneStandings })}>
          <Cell word={t('onTime')} standing="done-on-time" count={tally.doneOnTime} of={all} within={within} />
          <Cell word={t('late')} standing="done-late" count={tally.doneLate} of={all} within={within} />
        </Half>
        <Half title={t('notDone')} count={all - done} of={all} place={obligationsPlace({ ...within, standings: openStandings })}>
          <Cell word={t('inTime')} standing="open-in-time" count={tally.openInTime} of={all} within={within} />
          <Cell word={t('overdue')} standing="open-overdue" count={tally.openOverdue} of={all} within={within} />
        </Half>
      </div>
      <dl className="stages" aria-label={t('stages')}>
        {stages.map(({ state, count }) => (
          <div key={state}>
            <dt>{say(state)}</dt>
            <dd>
              <CountLink count={count} place={obligationsPlace({ ...within, states: [state] })} label={say(state)} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

type HalfProps = { title: string; count: number; of: number; place: ReturnType<typeof obligationsPlace>; children: React.ReactNode }

function Half({ title, count, of, place, children }: HalfProps) {
  const t = useWords(words)
  return (
    <section className="totals-half">
      <h3>
        <PlaceLink place={place}>{title}</PlaceLink>
        <span className="totals-half-count">{t('halfOf', { part: showCount(count), whole: showCount(of), share: showShare(count, of) })}</span>
      </h3>
      <div className="totals-cells">{children}</div>
    </section>
  )
}

function Cell({ word, standing, count, of, within }: { word: string; standing: Standing; count: number; of: number; within: Within }) {
  const t = useWords(words)
  return (
    <PlaceLink
      place={obligationsPlace({ ...within, standings: [standing] })}
      className={`totals-cell is-${standing}${count === 0 ? ' is-none' : ''}`}
    >
      <span className="totals-word">{word}</span>
      <span className="totals-number">{showCount(count)}</span>
      <span className="totals-share">{t('shareOf', { share: showShare(count, of), whole: showCount(of) })}</span>
    </PlaceLink>
  )
}
