import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Database } from '../../../kernel/database.ts'
import type { Holder } from '../../../kernel/serve.ts'
import type { Level } from '../../../organisations/contract.ts'
import { type Branch, CellState, type Cover, type PlanStanding } from '../contract.ts'
import { allOf, codeOf, coveredOf, sumOf } from '../rules.ts'
import { levelOrder } from './cells.ts'
import { coversInSight } from './kept.ts'

type Task = { id: string; address: string; text: string }

/** The tasks of a directive in the order of their ids, which is that of the bytes in `plan_cover`; dropped ones too. */
const tasksInBytes = (db: Database, directiveId: string) =>
  db.selectFrom('task').select(['id', 'address', 'text', 'position']).where('directiveId', '=', directiveId).orderBy('id').execute()

/** For each task and each of some conditions on its byte, how many rows `cover`; as one array. */
const countsOf = (tasks: readonly unknown[], conditions: readonly ((byte: RawBuilder<unknown>) => RawBuilder<unknown>)[]) =>
  tasks.length === 0
    ? sql`array[]::int[]`
    : sql`array[${sql.join(tasks.flatMap((_, i) => conditions.map((condition) => sql`count(*) filter (where ${condition(sql`get_byte(cover.states, ${sql.lit(i)})`)})`)))}]::int[]`

const sums = sql.join(CellState.options.map((state) => sql`sum(cover.${sql.ref(state)})::int as ${sql.ref(state)}`))

/** The states in which something is there, be it a draft. */
const begun = CellState.exclude(['open']).options

/** Coverage by task, in the order of the text, and by level, from one look at all bodies. */
export async function coverByTaskAndLevel(db: Database, user: Holder, day: string, directiveId: string) {
  const [covers, tasks] = await Promise.all([coversInSight(db, user, day, directiveId), tasksInBytes(db, directiveId)])
  // bodies on which the same tasks lie are counted together: what is open is the rest
  const { rows } = await sql<Cover & { level: z.infer<typeof Level>; held: Buffer; bodies: number; counts: number[] }>`
    select body.level, cover.held, count(*) as bodies, ${sums}, ${countsOf(
      tasks,
      begun.map((state) => (byte) => sql`${byte} = ${sql.lit(codeOf(state))}`),
    )} as counts
    from (${covers} offset 0) cover join body_version body on body.body_id = cover.body_id and body.valid @> ${day}::date group by body.level, cover.held order by ${levelOrder}`.execute(
    db,
  )
  const byTask = tasks.map(({ id, address, text, position }, i) => {
    const cover = { answered: 0, reasoned: 0, drafted: 0, asked: 0, open: 0 }
    for (const { held, bodies, counts } of rows) {
      const found = begun.map((state, at) => [state, counts[i * begun.length + at] ?? 0] as const)
      for (const [state, count] of found) cover[state] += count
      cover.open += bodies * (held[i] ?? 0) - found.reduce((sum, [, count]) => sum + count, 0)
    }
    return { ...cover, taskId: id, address, text, position }
  })
  return {
    tasks: byTask.filter((row) => allOf(row) > 0).sort((one, other) => one.position - other.position),
    levels: [...Map.groupBy(rows, ({ level }) => level)].map(([level, some]) => ({ level, ...sumOf(some) })),
  }
}

/** How many bodies that tasks lie on have their latest plan at each state. */
export async function countPlans(db: Database, user: Holder, day: string, directiveId: string) {
  const covers = await coversInSight(db, user, day, directiveId)
  const { rows } = await sql<{ state: PlanStanding; count: number }>`
    with cover as (${covers}) select plan as state, count(*) as count from cover group by 1`.execute(db)
  return rows
}

type Part = Omit<Branch, 'tasks'> & { held: Buffer; covered: number[] }

/** Coverage of the bodies right under one, each with all below it, and of that one alone; least covered first. */
export async function coverByBranch(db: Database, user: Holder, day: string, directiveId: string, under: string): Promise<Branch[]> {
  const [covers, tasks] = await Promise.all([coversInSight(db, user, day, directiveId), tasksInBytes(db, directiveId)])
  // Bodies on which the same tasks lie are counted together: what lies on them need not be counted task by task. Each step is worked out once, and covers are read as a whole:
  // a plan made for any branch takes a country for a handful.
  const { rows } = await sql<Part>`
    with branch as (
      select body_id, name, level, body_id = ${under}::uuid as is_own from body_version
      where (parent_id = ${under} or body_id = ${under}) and valid @> ${day}::date
    ),
    placed as materialized (
      select branch.body_id as branch_id, reach.body_id from branch join body_reach reach on reach.ancestor_id = branch.body_id and reach.valid @> ${day}::date
      where not branch.is_own
      union all select ${under}::uuid, ${under}::uuid
    ),
    part as materialized (
      select placed.branch_id, cover.held, count(*) as bodies, count(*) filter (where cover.is_planned) as planned,
        bool_or(cover.body_id <> placed.branch_id) as has_below, ${sums}, ${countsOf(tasks, [(byte) => sql`${byte} >= ${sql.lit(codeOf('reasoned'))}`])} as covered
      from placed join (${covers} offset 0) cover on cover.body_id = placed.body_id
      group by placed.branch_id, cover.held
    )
    select branch.*, part.* from branch join part on part.branch_id = branch.body_id order by branch.is_own desc, branch.name, branch.body_id`.execute(
    db,
  )
  return [...Map.groupBy(rows, ({ bodyId }) => bodyId).values()].map((parts) => branchOf(parts, tasks)).sort(byShare)
}

const shareOf = (branch: Branch) => coveredOf(branch) / allOf(branch)
const byShare = (one: Branch, other: Branch) => Number(other.isOwn) - Number(one.isOwn) || shareOf(one) - shareOf(other)

function branchOf(parts: readonly Part[], tasks: readonly Task[]): Branch {
  const [{ bodyId, name, level, isOwn }] = parts as [Part, ...Part[]]
  const total = (of: (part: Part) => number) => parts.reduce((sum, part) => sum + of(part), 0)
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

/** The way from the top of what somebody reaches down to a body. */
export async function wayDownTo(db: Database, user: Holder, day: string, bodyId: string) {
  const { rows } = await sql<{ id: string; name: string }>`
    select above.ancestor_id as id, body.name from body_reach above join body_version body on body.body_id = above.ancestor_id and body.valid @> ${day}::date
    where above.body_id = ${bodyId} and above.valid @> ${day}::date
      and exists (select from body_reach reach where reach.ancestor_id = ${user.reachId} and reach.body_id = above.ancestor_id and reach.valid @> ${day}::date)
    order by above.depth desc`.execute(db)
  return rows
}
