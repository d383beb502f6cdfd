import { z } from 'zod'
import { addressOf } from '../kernel/call.ts'
import { Level } from '../organisations/contract.ts'
import { words as organisationWords } from '../organisations/words.ts'
import { Due } from '../tasks/obligation/Due.tsx'
import { useAddress, usePaging } from '../ui/address.ts'
import { useAsk, useToday } from '../ui/ask.ts'
import { type Column, DataTable, type Filter } from '../ui/DataTable.tsx'
import { showDay } from '../ui/days.ts'
import { showCount } from '../ui/numbers.ts'
import { LateActs } from '../ui/sections.tsx'
import { useWords } from '../ui/useWords.tsx'
import { endpoints, PlanFilter, type PlanLine, PlanSort, PlanState } from './contract.ts'
import { planPlace } from './plan/places.ts'
import { StateTag } from './plan/StateTag.tsx'
import { words } from './plan/words.ts'
import { owing } from './rules.ts'
import { words as planWords } from './words.ts'

const Where = PlanFilter
const Order = z.object({ sort: PlanSort.optional() })

/** Plans in sight, overdue ones first or as its heads are pressed, by state, level, branch and words; of one directive, or of all. */
export function PlanTable({ directiveId }: { directiveId?: string }) {
  const t = useWords(words)
  const level = useWords(organisationWords)
  const [address, change] = useAddress(Where)
  const [{ sort }] = useAddress(Order)
  const where = { ...address, ...(directiveId ? { directiveId: directiveId as never } : {}) }
  const list = useAsk(endpoints.listPlans, { ...where, sort, ...usePaging() }, { keep: true })
  const columns: Column<PlanLine>[] = [
    { key: 'body', title: t('body'), main: true, sort: true, show: (row) => row.bodyName },
    ...(directiveId ? [] : [{ key: 'directive', title: t('directive'), sort: true as const, show: (row: PlanLine) => row.directiveName }]),
    { key: 'level', title: t('level'), width: 130, wideOnly: true, sort: true, show: (row) => level(row.level) },
    {
      key: 'state',
      title: t('state'),
      width: 200,
      sort: true,
      show: (row) => (
        <>
          <StateTag state={row.state} /> {row.round > 1 && <span className="quiet">{t('round', { round: row.round })}</span>}
        </>
      ),
    },
    { key: 'due', title: t('dueOn'), width: 170, sort: true, show: (row) => <PlanDue plan={row} /> },
    { key: 'coverage', title: t('coverage'), width: 190, show: (row) => <Cover n={row.answered} m={row.asked} /> },
  ]
  return (
    <>
      {list.data && list.data.states.length > 0 && (
        <ul className="plan-states" aria-label={t('inStates')}>
          {PlanState.options
            .flatMap((state) => list.data?.states.find((one) => one.state === state) ?? [])
            .map(({ state, count }) => {
              const isChosen = address.states?.includes(state) ?? false
              return (
                <li key={state}>
                  <button type="button" aria-pressed={isChosen} onClick={() => change({ states: isChosen ? null : [state], page: null } as never)}>
                    <SayState state={state} /> <strong>{showCount(count)}</strong>
                  </button>
                </li>
              )
            })}
        </ul>
      )}
      {list.data && list.data.overdue > 0 && holdsLate(where) && (
        <div className="acts list-acts">
          <LateActs what="plan" directiveId={where.directiveId} underId={where.underId} levels={where.levels} words={where.words} />
        </div>
      )}
      <DataTable
        label={t('plans')}
        of={list}
        rows={(answer) => answer.rows}
        total={(answer) => answer.total}
        idOf={(row) => row.id}
        columns={columns}
        filters={useFilters()}
        open={(row) => planPlace(row.id)}
        exportTo={addressOf(endpoints.exportPlans, { ...where, sort })}
        empty={directiveId ? { title: t('noPlansHere'), advice: t('noPlansHereAdvice') } : { title: t('noPlans'), advice: t('noPlansAdvice') }}
      />
    </>
  )
}

/** Whether a list that is narrowed so can hold plans that are late and not submitted. */
const holdsLate = ({ states, late }: { states?: readonly PlanState[] | undefined; late?: string | undefined }): boolean =>
  late !== 'submitted' && (!states?.length || states.includes('due') || states.includes('drafting'))

function SayState({ state }: { state: PlanState }) {
  const t = useWords(planWords)
  return <>{t(state)}</>
}

/** When a plan is due, or when it came. */
export function PlanDue({ plan }: { plan: Pick<PlanLine, 'dueOn' | 'submittedOn' | 'isLate' | 'state'> }) {
  const t = useWords(words)
  const today = useToday()
  if (plan.submittedOn === null || plan.state === 'due')
    return <Due day={plan.dueOn} owed={owing.includes(plan.state) && (plan.isLate || plan.dueOn >= today)} />
  return (
    <span className={plan.isLate ? 'due is-over' : 'due'}>
      <span className="due-day">{showDay(plan.dueOn)}</span>
      <span className="due-count">{t('wasSubmitted', { day: showDay(plan.submittedOn) })}</span>
      {plan.isLate && (
        <>
          {' '}
          <span className="due-count">{t('lateSubmitted')}</span>
        </>
      )}
    </span>
  )
}

/** N of M, with a bar. */
export function Cover({ n, m }: { n: number; m: number }) {
  const t = useWords(words)
  if (m === 0) return <span className="quiet">–</span>
  return (
    <span className="plan-cover">
      <span className="plan-cover-track" aria-hidden="true">
        <span style={{ width: `${m === 0 ? 0 : (100 * n) / m}%` }} />
      </span>
      {t('nOfM', { n, m })}
    </span>
  )
}

function useFilters(): Filter<PlanLine>[] {
  const t = useWords(words)
  const level = useWords(organisationWords)
  const say = useWords(planWords)
  return [
    { name: 'words', label: t('filterWords'), kind: 'words' },
    { name: 'underId', label: t('filterUnder'), kind: 'body' },
    { name: 'levels', label: t('level'), kind: 'choice', several: true, choices: Level.options.map((value) => ({ value, label: level(value) })) },
    { name: 'states', label: t('state'), kind: 'choice', several: true, choices: PlanState.options.map((value) => ({ value, label: say(value) })) },
    {
      name: 'late',
      label: t('filterLate'),
      kind: 'choice',
      choices: (['overdue', 'submitted'] as const).map((value) => ({ value, label: t(`late-${value}`) })),
    },
    { name: 'waits', label: t('filterWaits'), kind: 'choice', choices: [{ value: 'vacant', label: t('waits-vacant') }] },
  ]
}
