import type { CellState, Cover, PlanStanding } from './contract.ts'

/** The states in which a plan's answers count: it lies before whoever approves it, or has passed. One that is drafted or was returned is shown and not counted. */
export const countedStates = ['submitted', 'in-appraisal', 'approved', 'accepted', 'issued', 'amending'] as const satisfies PlanStanding[]

/** The states in which a plan's content is shown: all but those of a plan not begun, or withdrawn. */
export const shownStates = ['drafting', 'returned', ...countedStates] as const satisfies PlanStanding[]

const isAmong = (states: readonly PlanStanding[], state: PlanStanding) => states.includes(state)

type Reason = { planState: PlanStanding; acceptedOn: string | null; refusedOn: string | null }

/** How an obligation is covered, by the plans that answer it and the reasons given. */
export function cellStateOf(answers: readonly PlanStanding[], reasons: readonly Reason[]): CellState {
  const standing = reasons.filter(({ planState, refusedOn }) => isAmong(shownStates, planState) && refusedOn === null)
  if (answers.some((state) => isAmong(countedStates, state))) return 'answered'
  if (standing.some(({ acceptedOn }) => acceptedOn !== null)) return 'reasoned'
  if (answers.some((state) => isAmong(shownStates, state))) return 'drafted'
  return standing.length > 0 ? 'asked' : 'open'
}

/** How many are covered. */
export const coveredOf = ({ answered, reasoned }: Pick<Cover, 'answered' | 'reasoned'>): number => answered + reasoned

/** How many there are in all. */
export const allOf = ({ answered, reasoned, drafted, asked, open }: Cover): number => answered + reasoned + drafted + asked + open

/** Covers added up, each with each. */
export const sumOf = (covers: readonly Cover[]): Cover =>
  covers.reduce<Cover>(
    (sum, one) => ({
      answered: sum.answered + one.answered,
      reasoned: sum.reasoned + one.reasoned,
      drafted: sum.drafted + one.drafted,
      asked: sum.asked + one.asked,
      open: sum.open + one.open,
    }),
    { answered: 0, reasoned: 0, drafted: 0, asked: 0, open: 0 },
  )

/** A share in hundredths, rounded down, so that a hundred means all; never shown without its «N trên M». */
export const percentOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.floor((part * 100) / whole))
