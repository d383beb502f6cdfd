import { type Branch, CellState, type Cover, type PlanStanding } from './contract.ts'

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

/** The number under which the state of a cell is kept, the higher the nearer to an answer; 0 stands for a task that does not lie on the body. */
export const codeOf = (state: CellState): number => CellState.options.length - CellState.options.indexOf(state)

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

type Task = { id: string; address: string; text: string; position: number }

/** Bodies on which the same tasks lie: `held` is 1 for each of these, in the order of the tasks given with it; `counts` has for each task how many stand at each state but open. */
export type AlikeBodies = Cover & { held: Uint8Array; bodies: number; counts: number[] }

/** Coverage by task, in the order of the text. */
export function coverByTask(tasks: readonly Task[], rows: readonly AlikeBodies[]) {
  const begun = CellState.exclude(['open']).options
  const covers = tasks.map(({ id, address, text, position }, i) => {
    const cover = { answered: 0, reasoned: 0, drafted: 0, asked: 0, open: 0 }
    for (const { held, bodies, counts } of rows) {
      const found = begun.map((state, at) => [state, counts[i * begun.length + at] ?? 0] as const)
      for (const [state, count] of found) cover[state] += count
      cover.open += bodies * (held[i] ?? 0) - found.reduce((sum, [, count]) => sum + count, 0)
    }
    return { ...cover, taskId: id, address, text, position }
  })
  return covers.filter((cover) => allOf(cover) > 0).sort((one, other) => one.position - other.position)
}

/** Coverage by level, in the order in which the levels come. */
export const coverByLevel = <L extends string>(rows: readonly (Cover & { level: L })[]) =>
  [...Map.groupBy(rows, ({ level }) => level)].map(([level, some]) => ({ level, ...sumOf(some) }))

/** Some of a branch, on whose bodies the same tasks lie; `covered` has for each task how many are. */
export type BranchPart = Omit<Branch, 'tasks'> & { held: Uint8Array; covered: number[] }

const shareOf = (branch: Branch) => coveredOf(branch) / allOf(branch)

/** Branches from their parts: the one that is looked at alone first, then the least covered; else as they come. */
export const branchesOf = (tasks: readonly Task[], parts: readonly BranchPart[]): Branch[] =>
  [...Map.groupBy(parts, ({ bodyId }) => bodyId).values()]
    .map((some) => branchOf(tasks, some))
    .sort((one, other) => Number(other.isOwn) - Number(one.isOwn) || shareOf(one) - shareOf(other))

function branchOf(tasks: readonly Task[], parts: readonly BranchPart[]): Branch {
  const [{ bodyId, name, level, isOwn }] = parts as [BranchPart, ...BranchPart[]]
  const total = (of: (part: BranchPart) => number) => parts.reduce((sum, part) => sum + of(part), 0)
  return {
    bodyId,
    name,
    level,
    isOwn,
    hasBelow: parts.some(({ hasBelow }) => hasBelow),
    bodies: total((part) => part.bodies),
    planned: total((part) => part.planned),
    ...sumOf(parts),
    tasks: tasks
      .map(({ id }, i) => ({ taskId: id, covered: total((part) => part.covered[i] ?? 0), all: total((part) => part.bodies * (part.held[i] ?? 0)) }))
      .filter(({ all }) => all > 0),
  }
}
