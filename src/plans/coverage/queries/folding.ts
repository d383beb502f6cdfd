import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../../kernel/database.ts'
import { dayOf, onClock } from '../../../kernel/serve.ts'
import { lockTree } from '../../../organisations/queries.ts'
import { clockDay } from '../../../people/queries.ts'
import { keptStandings } from '../rules.ts'
import { coded } from '../sight.ts'
import { columns, madeOf } from './kept.ts'

/** So many bodies are folded in by one statement. */
const bodiesAtOnce = 5000

/** Folds what has changed into what is kept of bodies and of those above them, as they stand on the product's day: what is counted stays the same. */
export async function foldCovers(db: Database): Promise<void> {
  const day = dayOf(onClock(await clockDay(db)))
  await db.transaction().execute((db) => moveTo(db, day))
  const { rows: directives } = await sql<{ directiveId: string }>`select distinct directive_id from plan_cover_touched`.execute(db)
  // what is touched meanwhile is left to the next fold: on an afternoon on which everybody submits there is no end of it
  for (const { directiveId } of directives) while ((await db.transaction().execute((db) => foldSome(db, directiveId, day))) === bodiesAtOnce);
}

/** Bodies that stand elsewhere since the day as of which they were placed become touched; the tree stands still meanwhile. */
async function moveTo(db: Database, day: string): Promise<void> {
  const { rows } = await sql<{ placedOn: string }>`select distinct placed_on from plan_cover_day where placed_on <> ${day}`.execute(db)
  if (rows.length === 0) return
  await lockTree(db)
  await sql`
    insert into plan_cover_touched
    select cover.directive_id, cover.body_id
    from (select distinct placed_on from plan_cover_day where placed_on <> ${day}) before, bodies_moved(before.placed_on, ${day}::date) moved, plan_cover cover, plan_cover_day kept
    where cover.body_id = moved.body_id and kept.directive_id = cover.directive_id and kept.placed_on = before.placed_on`.execute(db)
  await sql`update plan_cover_day set placed_on = ${day} where placed_on <> ${day}`.execute(db)
}

const sumWhere = (condition: RawBuilder<unknown>) => sql`coalesce(sum(change) filter (where ${condition}), 0)`

const plans = sql`array[${sql.join(keptStandings.map((state) => sumWhere(sql`plan = ${sql.lit(state)}`)))}]::int[]`

const codes = coded.map(({ code }) => code).sort((one, other) => one - other)

const countsOf = (tasks: number) =>
  tasks === 0
    ? sql`array[]::int[]`
    : sql`array[${sql.join(
        Array.from({ length: tasks }, (_, i) =>
          codes.map((code) => sumWhere(sql`length(states) > ${sql.lit(i)} and get_byte(states, ${sql.lit(i)}) = ${sql.lit(code)}`)),
        ).flat(),
      )}]::int[]`

/** One fold at a time: each takes away what the one before has left. */
async function foldSome(db: Database, directiveId: string, day: string): Promise<number> {
  await sql`
    insert into plan_cover_day (directive_id, placed_on) values (${directiveId}, ${day})
    on conflict (directive_id) do update set placed_on = plan_cover_day.placed_on`.execute(db)
  const { tasks } = await db
    .selectFrom('task')
    .select(sql<number>`count(*)`.as('tasks'))
    .where('directiveId', '=', directiveId)
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ folded: number }>`
    with gone as (
      delete from plan_cover_touched where directive_id = ${directiveId}
        and body_id in (select distinct body_id from plan_cover_touched where directive_id = ${directiveId} limit ${bodiesAtOnce}) returning body_id
    ),
    changed as materialized (select distinct body_id from gone),
    made as materialized (
      select made.*, version.level, cover_above(made.body_id, kept.placed_on) as above
      from (${madeOf(
        sql`select obligation.id, obligation.task_id, obligation.body_id, obligation.state from changed join obligation on obligation.directive_id = ${directiveId} and obligation.body_id = changed.body_id where obligation.state <> 'withdrawn'`,
        directiveId,
      )}) made
      join plan_cover_day kept on kept.directive_id = ${directiveId}
      left join body_version version on version.body_id = made.body_id and version.valid @> kept.placed_on
    ),
    change as materialized (
      select level, above, states, plan, is_planned, sum(change) as change
      from (
        select level, above, states, plan, is_planned, 1 as change from made
        union all select level, above, states, plan, is_planned, -1 from plan_cover where directive_id = ${directiveId} and body_id in (select body_id from changed)
      ) change
      where level is not null group by 1, 2, 3, 4, 5 having sum(change) <> 0
    ),
    counted as (
      insert into plan_cover_branch (directive_id, ancestor_id, level, bodies, planned, plans, counts)
      select ${directiveId}::uuid, ancestor_id, level, sum(change), ${sumWhere(sql`is_planned`)}, ${plans}, ${countsOf(tasks)}
      from change, unnest(array_append(above, null)) as ancestor_id group by ancestor_id, level
      on conflict (directive_id, ancestor_id, level) do update set bodies = plan_cover_branch.bodies + excluded.bodies, planned = plan_cover_branch.planned + excluded.planned,
        plans = added(plan_cover_branch.plans, excluded.plans), counts = added(plan_cover_branch.counts, excluded.counts)
    ),
    kept as (
      insert into plan_cover (directive_id, ${columns}, level, above) select ${directiveId}::uuid, ${columns}, level, above from made
      on conflict (directive_id, body_id) do update set states = excluded.states, answered = excluded.answered, quoted = excluded.quoted, reasoned = excluded.reasoned,
        drafted = excluded.drafted, asked = excluded.asked, open = excluded.open, plan = excluded.plan, is_begun = excluded.is_begun, is_planned = excluded.is_planned,
        level = excluded.level, above = excluded.above
    ),
    bare as (
      delete from plan_cover where directive_id = ${directiveId} and body_id in (select body_id from changed except select body_id from made)
    )
    select count(*) as folded from changed`.execute(db)
  return rows[0]?.folded ?? 0
}
