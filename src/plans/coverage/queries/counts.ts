import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Database } from '../../../kernel/database.ts'
import type { Holder } from '../../../kernel/serve.ts'
import type { Level } from '../../../organisations/contract.ts'
import type { PlanStanding } from '../contract.ts'
import type { AlikeBodies, BranchPart } from '../rules.ts'
import { coded } from '../sight.ts'
import { levelOrder } from './cells.ts'
import { coversInSight } from './kept.ts'

/** The tasks of a directive in the order of their ids, which is that of the bytes in `plan_cover`; dropped ones too. */
const tasksInBytes = (db: Database, directiveId: string) =>
  db.selectFrom('task').select(['id', 'address', 'text', 'position']).where('directiveId', '=', directiveId).orderBy('id').execute()

/** For each task and each of some conditions on its byte, how many rows `cover`; as one array. */
const countsOf = (tasks: readonly unknown[], conditions: readonly ((byte: RawBuilder<unknown>) => RawBuilder<unknown>)[]) =>
  tasks.length === 0
    ? sql`array[]::int[]`
    : sql`array[${sql.join(tasks.flatMap((_, i) => conditions.map((condition) => sql`count(*) filter (where ${condition(sql`get_byte(cover.states, ${sql.lit(i)})`)})`)))}]::int[]`

const sums = sql.join(coded.map(({ state }) => sql`sum(cover.${sql.ref(state)})::int as ${sql.ref(state)}`))

/** All that lies on bodies by level, bodies with the same tasks together: how many stand at each state, and for each task how many at each state but the last, which is the rest. */
export async function countByLevel(db: Database, user: Holder, day: string, directiveId: string) {
  const [covers, tasks] = await Promise.all([coversInSight(db, user, day, directiveId), tasksInBytes(db, directiveId)])
  const conditions = coded.slice(0, -1).map(
    ({ code }) =>
      (byte: RawBuilder<unknown>) =>
        sql`${byte} = ${sql.lit(code)}`,
  )
  const { rows } = await sql<AlikeBodies & { level: z.infer<typeof Level> }>`
    select body.level, cover.held, count(*) as bodies, ${sums}, ${countsOf(tasks, conditions)} as counts
    from (${covers} offset 0) cover join body_version body on body.body_id = cover.body_id and body.valid @> ${day}::date group by body.level, cover.held order by ${levelOrder}`.execute(
    db,
  )
  return { tasks, rows }
}

/** How many bodies that tasks lie on have their latest plan at each state. */
export async function countPlans(db: Database, user: Holder, day: string, directiveId: string) {
  const covers = await coversInSight(db, user, day, directiveId)
  const { rows } = await sql<{ state: PlanStanding; count: number }>`
    with cover as (${covers}) select plan as state, count(*) as count from cover group by 1`.execute(db)
  return rows
}

const isCovered = (byte: RawBuilder<unknown>) => sql`${byte} >= ${sql.lit(coded.find(({ state }) => state === 'reasoned')?.code)}`

/** The bodies right under one, each with all below it, and that one alone, in parts on which the same tasks lie. */
export async function countByBranch(db: Database, user: Holder, day: string, directiveId: string, under: string) {
  const [covers, tasks] = await Promise.all([coversInSight(db, user, day, directiveId), tasksInBytes(db, directiveId)])
  // Bodies on which the same tasks lie are counted together: what lies on them need not be counted task by task. Each step is worked out once, and covers are read as a whole:
  // a plan made for any branch takes a country for a handful.
  const { rows } = await sql<BranchPart>`
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
        bool_or(cover.body_id <> placed.branch_id) as has_below, ${sums}, ${countsOf(tasks, [isCovered])} as covered
      from placed join (${covers} offset 0) cover on cover.body_id = placed.body_id
      group by placed.branch_id, cover.held
    )
    select branch.*, part.* from branch join part on part.branch_id = branch.body_id order by branch.is_own desc, branch.name, branch.body_id`.execute(
    db,
  )
  return { tasks, parts: rows }
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
