import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Database } from '../../kernel/database.ts'
import type { Job } from '../../kernel/jobs.ts'
import { bandsOf, estimate, nearest } from './minhash.ts'
import { compare, compareYears, type Given, givenBy, openVocabulary, type Print, printOf, signatureOf, type Vocabulary } from './prints.ts'
import type { LikenessRow, PlanToCompare } from './queries.ts'
import * as queries from './queries.ts'
import { scoreOf, shareOf } from './rules.ts'

/** So many plans are read at once. */
const batch = 50
/** With so many neighbours a plan is compared word by word: those most like it, and none whose estimate is below `leastLike`. */
const mostNeighbours = 5
const leastLike = 0.1

type Desk = { db: Database; vocabulary: Vocabulary; given: Map<string, Given> }

/** Where plans are read with one vocabulary. */
export const openDesk = (db: Database): Desk => ({ db, vocabulary: openVocabulary(), given: new Map() })

/** What does not count as a plan's own: the words of its directive and of its order's template. */
export async function givenFor(
  { db, vocabulary, given }: Desk,
  plan: Pick<PlanToCompare, 'directiveId' | 'orderId' | 'hasTemplate'>,
): Promise<Given> {
  // whoever wrote the template has it of themselves
  const templateOf = plan.hasTemplate ? plan.orderId : null
  const key = `${plan.directiveId} ${templateOf}`
  const known = given.get(key)
  if (known) return known
  const { texts, days } = await queries.givenWords(db, plan.directiveId, templateOf)
  const made = givenBy(texts, days, vocabulary)
  given.set(key, made)
  return made
}

async function printsOf(desk: Desk, plans: readonly PlanToCompare[]): Promise<Map<string, Print>> {
  const items = Map.groupBy(
    await queries.itemsOf(
      desk.db,
      plans.map(({ id }) => id),
    ),
    ({ planId }) => planId,
  )
  const prints = new Map<string, Print>()
  for (const plan of plans) {
    prints.set(plan.id, printOf({ bodyName: plan.bodyName, items: items.get(plan.id) ?? [] }, await givenFor(desk, plan), desk.vocabulary))
    await setImmediate()
  }
  return prints
}

type Held = { plan: PlanToCompare; print: Print }

function rowOf({ vocabulary }: Desk, one: Held, other: Held, relation: LikenessRow['relation']): LikenessRow {
  const compared =
    relation === 'earlier'
      ? compareYears(one.print, other.print, one.plan.year - other.plan.year, vocabulary)
      : { ...compare(one.print, other.print), distance: 0 }
  const { items, distance: _, ...found } = compared
  return {
    planId: one.plan.id,
    otherId: other.plan.id,
    relation,
    ...found,
    share: shareOf(found),
    score: scoreOf({ ...found, items }),
    edition: one.plan.edition,
    version: one.plan.version,
    otherVersion: other.plan.version,
  }
}

const signatureRow = ({ id, version }: PlanToCompare, hashes: Int32Array) => ({
  planId: id,
  version,
  hashes: [...hashes],
  bands: [...bandsOf(hashes)],
})

/** Compares a submitted plan with its superior's, its own earlier ones and the neighbours most like it, and these with it. */
export async function comparePlan(db: Database, planId: string, at: string): Promise<void> {
  const [plan] = await queries.plansByIds(db, [planId])
  if (!plan) return
  const desk = openDesk(db)
  const print = (await printsOf(desk, [plan])).get(planId) as Print
  const signature = signatureOf(print, desk.vocabulary)
  const row = signatureRow(plan, signature)
  await queries.keepSignatures(db, [row])
  const neighbours = (await queries.neighboursAlike(db, plan, row.bands))
    .map(({ planId: id, hashes }) => ({ id, like: estimate(signature, hashes) }))
    .filter(({ like }) => like >= leastLike)
    .sort((a, b) => b.like - a.like || (a.id < b.id ? -1 : 1))
    .slice(0, mostNeighbours)
    .map(({ id }) => id)
  const earlier = (await queries.earlierPlans(db, [planId])).map(({ earlierId }) => earlierId)
  const relations = new Map<string, LikenessRow['relation']>([
    ...neighbours.map((id) => [id, 'neighbour'] as const),
    ...earlier.map((id) => [id, 'earlier'] as const),
    ...(plan.superiorId ? [[plan.superiorId, 'superior'] as const] : []),
  ])
  const others = await queries.plansByIds(db, [...relations.keys()])
  const prints = await printsOf(desk, others)
  const mine: Held = { plan, print }
  const held = others.map((one) => ({ plan: one, print: prints.get(one.id) as Print }))
  const rows = held.map((other) => rowOf(desk, mine, other, relations.get(other.plan.id) as LikenessRow['relation']))
  await queries.keepLikeness(db, [planId], rows, at, true)
  const back = held.filter(({ plan: { id } }) => relations.get(id) === 'neighbour').map((other) => rowOf(desk, other, mine, 'neighbour'))
  await queries.keepLikeness(db, [], back, at, false)
  await queries.dropUnlike(
    db,
    planId,
    back.map((row) => row.planId),
  )
}

/** Compares all submitted plans of a directive, neighbours with neighbours; others are served meanwhile. `tell` is called as it gets on. */
export async function compareDirective(db: Database, runId: string, tell: () => void): Promise<void> {
  const run = await queries.takeUpRun(db, runId)
  if (!run) return
  try {
    const plans = await queries.submittedPlans(db, run.directiveId)
    let done = 0
    const move = async (by: number) => {
      done += by
      await queries.moveRun(db, runId, done, plans.length * 2)
      tell()
    }
    await move(0)
    for (const group of Map.groupBy(plans, ({ superiorId, orderId }) => superiorId ?? orderId).values())
      await compareGroup(db, group, run.askedAt, move)
    await queries.endRun(db, runId, 'done')
  } catch (error) {
    await queries.endRun(db, runId, 'failed').catch(() => undefined)
    throw error
  } finally {
    tell()
  }
}

async function compareGroup(db: Database, group: readonly PlanToCompare[], at: string, move: (by: number) => Promise<void>): Promise<void> {
  const desk = openDesk(db)
  const prints: Print[] = []
  const signatures: Int32Array[] = []
  for (let i = 0; i < group.length; i += batch) {
    const some = group.slice(i, i + batch)
    const made = await printsOf(desk, some)
    for (const { id } of some) {
      const print = made.get(id) as Print
      prints.push(print)
      signatures.push(signatureOf(print, desk.vocabulary))
      await setImmediate()
    }
    await queries.keepSignatures(
      db,
      some.map((plan, n) => signatureRow(plan, signatures[i + n] as Int32Array)),
    )
    await move(some.length)
  }
  const { others } = await nearest(signatures, mostNeighbours, leastLike)
  for (let i = 0; i < group.length; i += batch) {
    const some = group.slice(i, i + batch)
    const ids = some.map(({ id }) => id)
    const before = await queries.earlierPlans(db, ids)
    const above = some.flatMap(({ superiorId }) => superiorId ?? [])
    const beside = await queries.plansByIds(db, [...new Set([...above, ...before.map(({ earlierId }) => earlierId)])])
    const besidePrints = await printsOf(desk, beside)
    const besides = new Map(beside.map((plan) => [plan.id, { plan, print: besidePrints.get(plan.id) as Print }]))
    const earlierOf = Map.groupBy(before, ({ planId }) => planId)
    const rows: LikenessRow[] = []
    for (const [n, plan] of some.entries()) {
      const mine = { plan, print: prints[i + n] as Print }
      const found = new Map<string, LikenessRow>()
      for (const at of others[i + n] ?? [])
        found.set((group[at] as PlanToCompare).id, rowOf(desk, mine, { plan: group[at] as PlanToCompare, print: prints[at] as Print }, 'neighbour'))
      const aside = [
        ...(earlierOf.get(plan.id) ?? []).map(({ earlierId }) => [earlierId, 'earlier'] as const),
        [plan.superiorId, 'superior'] as const,
      ]
      for (const [id, relation] of aside) {
        const other = besides.get(id ?? '')
        if (other) found.set(other.plan.id, rowOf(desk, mine, other, relation))
      }
      rows.push(...found.values())
      await setImmediate()
    }
    await queries.keepLikeness(db, ids, rows, at, true)
    await move(some.length)
  }
}

/** So many times as long as comparing a plan took, those who submit others meanwhile have the machine to themselves: on the last day many do at once. */
const rest = 4

/** Compares the plans that were submitted since, one after another: whoever submits waits for none of it. `tell` is called after each. */
async function compareSubmitted(db: Database, tell: () => void): Promise<void> {
  for (let some = await queries.plansToCompare(db); some.length > 0; some = await queries.plansToCompare(db))
    for (const plan of some) {
      const start = performance.now()
      // one that cannot be compared does not stand in the way of those behind it
      try {
        await comparePlan(db, plan.planId, plan.submittedAt)
      } finally {
        await queries.takeOutCompared(db, plan)
      }
      tell()
      await setTimeout(rest * (performance.now() - start))
    }
}

/** What runs beside the requests: comparing plans that were submitted, and all of a directive. */
export const likenessJobs = (db: Database, tell: () => void): Record<'compare_submitted' | 'compare_plans', Job> => ({
  compare_submitted: () => compareSubmitted(db, tell),
  compare_plans: (payload) => compareDirective(db, (payload as { runId: string }).runId, tell),
})
