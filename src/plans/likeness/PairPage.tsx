/// <reference types="vite/client" />
import './likeness.css'
import { useParams } from '@tanstack/react-router'
import type { z } from 'zod'
import { citationOf } from '../../directives/naming.ts'
import { useAsk } from '../../ui/ask.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Answer } from '../../ui/Faults.tsx'
import { PlaceLink } from '../../ui/links.tsx'
import { Page } from '../../ui/Page.tsx'
import { useNarrow } from '../../ui/useNarrow.ts'
import { useWords } from '../../ui/useWords.tsx'
import { plansPlace } from '../plan/Looks.tsx'
import { endpoints } from './contract.ts'
import { OneBelow, SideBySide } from './pair/Sides.tsx'
import { likenessPlace } from './places.ts'
import { isBare } from './rules.ts'
import { Reasons, Score, WhichFirst } from './Score.tsx'
import { words } from './words.ts'

type Pair = z.infer<typeof endpoints.openLikeness.output>

/** Two plans: which words of the first stand in the second, which come from above, what is its own. */
export function PairPage() {
  const t = useWords(words)
  const { planId, otherId } = useParams({ from: '/plans/$planId/likeness/$otherId' })
  const asked = useAsk(endpoints.openLikeness, { planId: planId as never, otherId: otherId as never })
  if (asked.error?.status === 404 || asked.error?.status === 400) {
    return (
      <Page title={t('pair')}>
        <Empty title={asked.error.message} action={<PlaceLink place={{ to: '/plans' }}>{t('toPlans')}</PlaceLink>} />
      </Page>
    )
  }
  const pair = asked.data
  // of one body the two are told apart by what they carry out, and when
  const nameOf = ({ plan, other }: Pair) =>
    plan.bodyName === other.bodyName
      ? t('pairOfOne', {
          body: plan.bodyName,
          directive: plan.directiveName,
          year: String(plan.year),
          other: other.directiveName,
          otherYear: String(other.year),
        })
      : t('pairOf', { body: plan.bodyName, other: other.bodyName })
  return (
    <Page
      title={pair ? nameOf(pair) : t('pair')}
      trail={
        pair
          ? [
              { label: citationOf(pair.directive), place: plansPlace(pair.directive.id) },
              { label: t('likeness'), place: likenessPlace(pair.directive.id) },
            ]
          : []
      }
      badge={pair && <Score of={pair.likeness} isBare={isBare(pair.likeness)} />}
      description={
        pair && (
          <>
            {t(`against-${pair.likeness.relation}`)} <WhichFirst of={pair.likeness} />
          </>
        )
      }
    >
      <Answer of={asked}>{(shown) => <Both key={`${shown.plan.planId}${shown.other.planId}`} pair={shown} />}</Answer>
    </Page>
  )
}

function Both({ pair }: { pair: Pair }) {
  const isNarrow = useNarrow()
  return (
    <>
      <Reasons of={pair.likeness} />
      <Legend />
      {isNarrow ? <OneBelow plan={pair.plan} other={pair.other} /> : <SideBySide plan={pair.plan} other={pair.other} />}
    </>
  )
}

function Legend() {
  const t = useWords(words)
  return (
    <ul className="pair-legend" aria-label={t('legend')}>
      <li>
        <mark className="is-same">{t('markSame')}</mark>
      </li>
      <li>
        <span className="is-given">{t('markGiven')}</span>
      </li>
      <li>{t('markOwn')}</li>
      <li>
        <strong className="is-fact">{t('markFact')}</strong>
      </li>
    </ul>
  )
}
