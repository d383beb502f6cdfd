import { type Branch, CellState, type Cover, type LevelCover, type PlanStanding } from './contract.ts'

/** The states in which a plan's answers count: it lies before whoever approves it, or has passed. One that is drafted or was returned is shown and not counted. */
export const countedStates = ['submitted', 'in-appraisal', 'approved', 'accepted', 'issued', 'amending'] as const satisfies PlanStanding[]

/** The states in which a plan's content is shown: all but those of a plan not begun, or withdrawn. */
export const shownStates = ['drafting', 'returned', ...countedStates] as const satisfies PlanStanding[]

const isAmong = (states: readonly PlanStanding[], state: PlanStanding) => states.includes(state)

type Reason = { planState: PlanStanding; acceptedOn: string | null; refusedOn: string | null }

type Answering = { planState: PlanStanding; isBare: boolean }

/** How an obligation is covered, by the items that answer it and the reasons given; that it was done and verified is the best of reasons. */
export function cellStateOf(answers: readonly Answering[], reasons: readonly Reason[], isVerified = false): CellState {
  const standing = reasons.filter(({ planState, refusedOn }) => isAmong(shownStates, planState) && refusedOn === null)
  const counted = answers.filter(({ planState }) => isAmong(countedStates, planState))
  if (counted.length > 0) return counted.every(({ isBare }) => isBare) ? 'quoted' : 'answered'
  if (isVerified || standing.some(({ acceptedOn }) => acceptedOn !== null)) return 'reasoned'
  if (answers.some(({ planState }) => isAmong(shownStates, planState))) return 'drafted'
  return standing.length > 0 ? 'asked' : 'open'
}

/** The number under which the state of a cell is kept, the higher the nearer to an answer; 0 stands for a task that does not lie on the body. */
export const codeOf = (state: CellState): number => CellState.options.length - CellState.options.indexOf(state)

/** How many are covered. */
export const coveredOf = ({ answered, quoted, reasoned }: Pick<Cover, 'answered' | 'quoted' | 'reasoned'>): number => answered + quoted + reasoned

/** How many there are in all. */
export const allOf = ({ answered, quoted, reasoned, drafted, asked, open }: Cover): number => answered + quoted + reasoned + drafted + asked + open

/** Covers added up, each with each. */
export const sumOf = (covers: readonly Cover[]): Cover =>
  covers.reduce<Cover>(
    (sum, one) => ({
      answered: sum.answered + one.answered,
      quoted: sum.quoted + one.quoted,
      reasoned: sum.reasoned + one.reasoned,
      drafted: sum.drafted + one.drafted,
      asked: sum.asked + one.asked,
      open: sum.open + one.open,
    }),
    { answered: 0, quoted: 0, reasoned: 0, drafted: 0, asked: 0, open: 0 },
  )

/** A share in percent to one decimal, never shown without its «N trên M»: a hundred means all and nought none, so that next to all is 99,9 and next to none 0,1. */
export function percentOf(part: number, whole: number): number {
  if (part === 0 || whole === 0 || part === whole) return part === whole && whole > 0 ? 100 : 0
  return Math.min(99.9, Math.max(0.1, Math.round((part * 1000) / whole) / 10))
}

type Task = { id: string; address: string; text: string; position: number }

/** The states of plans in the order in which their counts are kept (`plan_cover_branch.plans`): a new one comes at the end. */
export const keptStandings = [
  'none',
  'due',
  'drafting',
  'submitted',
  'in-appraisal',
  'returned',
  'approved',
  'accepted',
  'issued',
  'amending',
  'withdrawn',
] as const satisfies PlanStanding[]

/**
 * Bodies counted together; negative for what is taken away again. Either a sum that is kept: `plans` by `keptStandings`, `counts` six for each task in the order of the tasks given with it,
 * by `codeOf` less one. Or bodies that are alike: `plan`, and `states` with a code for each task.
 */
export type Part = { bodies: number; planned: number } & (
  | { plans: number[]; counts: number[]; plan: null; states: null }
  | { plans: null; counts: null; plan: PlanStanding; states: Uint8Array }
)

const stateCount = CellState.options.length

/** Parts added up, as a sum that is kept. */
export function tallyOf(parts: readonly Part[]) {
  const tally = { bodies: 0, planned: 0, plans: keptStandings.map(() => 0), counts: [] as number[] }
  const add = (row: number[], at: number, count: number) => {
    row[at] = (row[at] ?? 0) + count
  }
  for (const part of parts) {
    const { bodies, states } = part
    tally.bodies += bodies
    tally.planned += part.planned
    if (states === null) {
      for (let at = 0; at < part.plans.length; at++) add(tally.plans, at, part.plans[at] as number)
      for (let at = 0; at < part.counts.length; at++) add(tally.counts, at, part.counts[at] as number)
    } else {
      add(tally.plans, keptStandings.indexOf(part.plan), bodies)
      for (let i = 0; i < states.length; i++) if (states[i]) add(tally.counts, i * stateCount + (states[i] as number) - 1, bodies)
    }
  }
  return tally
}

const places = Object.fromEntries(CellState.options.map((state) => [state, codeOf(state) - 1])) as Record<CellState, number>

const coverAt = (counts: readonly number[], i: number): Cover => {
  const at = (state: CellState) => counts[i * stateCount + places[state]] ?? 0
  return { answered: at('answered'), quoted: at('quoted'), reasoned: at('reasoned'), drafted: at('drafted'), asked: at('asked'), open: at('open') }
}

const coversOf = (counts: readonly number[]) => Array.from({ length: Math.ceil(counts.length / stateCount) }, (_, i) => coverAt(counts, i))

/** Coverage by task, in the order of the text. */
export function coverByTask(tasks: readonly Task[], parts: readonly Part[]) {
  const { counts } = tallyOf(parts)
  const covers = tasks.map(({ id, address, text, position }, i) => ({ ...coverAt(counts, i), taskId: id, address, text, position }))
  return covers.filter((cover) => allOf(cover) > 0).sort((one, other) => one.position - other.position)
}

/** Some of what lies on bodies of a level. */
export type LevelPart = Part & { level: LevelCover['level'] }

/** Coverage by level, in the order in which the levels come. */
export const coverByLevel = (parts: readonly LevelPart[]): LevelCover[] =>
  [...Map.groupBy(parts, ({ level }) => level)].flatMap(([level, some]) => {
    const { bodies, counts } = tallyOf(some)
    return bodies === 0 ? [] : { level, ...sumOf(coversOf(counts)) }
  })

/** How many bodies there are, and how many of them have their plan that is furthest at each state. */
export function plansOf(parts: readonly Part[]) {
  const { bodies, plans } = tallyOf(parts)
  return { bodies, plans: Object.fromEntries(keptStandings.map((state, at) => [state, plans[at]])) as Record<PlanStanding, number> }
}

/** Some of a branch: below its body, or that one itself. */
export type BranchPart = Part & Pick<Branch, 'bodyId' | 'name' | 'level' | 'isOwn'> & { isBelow: boolean }

const shareOf = (branch: Branch) => coveredOf(branch) / allOf(branch)

/** Branches from their parts: the one that is looked at alone first, then the least covered; else as they come. */
export const branchesOf = (tasks: readonly Task[], parts: readonly BranchPart[]): Branch[] =>
  [...Map.groupBy(parts, ({ bodyId }) => bodyId).values()]
    .map((some) => branchOf(tasks, some))
    .filter(({ bodies }) => bodies > 0)
    .sort((one, other) => Number(other.isOwn) - Number(one.isOwn) || shareOf(one) - shareOf(other))

function branchOf(tasks: readonly Task[], parts: readonly BranchPart[]): Branch {
  const [{ bodyId, name, level, isOwn }] = parts as [BranchPart, ...BranchPart[]]
  const { bodies, planned, counts } = tallyOf(parts)
  const covers = coversOf(counts)
  return {
    bodyId,
    name,
    level,
    isOwn,
    hasBelow: parts.reduce((sum, part) => sum + (part.isBelow ? part.bodies : 0), 0) > 0,
    bodies,
    planned,
    ...sumOf(covers),
    tasks: covers.map((cover, i) => ({ taskId: tasks[i]?.id as string, covered: coveredOf(cover), all: allOf(cover) })).filter(({ all }) => all > 0),
  }
}
