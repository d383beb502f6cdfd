import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../../kernel/database.ts'
import type { Holder } from '../../../kernel/serve.ts'
import { reaches, under } from '../../../organisations/reach.ts'
import type { BranchPart, LevelPart } from '../rules.ts'
import { levelOrder } from './cells.ts'
import { coversIn, madeOf, type Sight, sightOf } from './kept.ts'

/** The tasks of a directive in the order of their ids, which is that of the bytes in `plan_cover`; dropped ones too. */
const tasksInBytes = (db: Database, directiveId: string) =>
  db.selectFrom('task').select(['id', 'address', 'text', 'position']).where('directiveId', '=', directiveId).orderBy('id').execute()

/** What is kept under bodies, and bodies that are alike in all that is counted, in the same columns: `Part` of the rules. */
const keptTogether = sql`bodies, planned, plans, counts, null::text as plan, null::bytea as states`
const alike = sql`sum(change) as bodies, case when is_planned then sum(change) else 0 end as planned, null::int[] as plans, null::int[] as counts, plan, states`

/** Rows of some bodies in `plan_cover` that hold still. */
const single = ({ stale }: Sight, directiveId: string, bodies: RawBuilder<unknown>) => sql`
  select body_id, level, above, states, plan, is_planned, 1 as change from plan_cover
  where directive_id = ${directiveId} and body_id in (${bodies}) and level is not null ${stale ? sql`and body_id not in (select body_id from stale)` : sql``}`

/** Covers worked out anew from rows of obligations, with where their bodies stand on the day. */
const anew = (rows: RawBuilder<unknown>, directiveId: string, day: string) => sql`
  select made.body_id, body.level, cover_above(made.body_id, ${day}::date) as above, made.states, made.plan, made.is_planned, 1 as change
  from (${madeOf(rows, directiveId)}) made join body_version body on body.body_id = made.body_id and body.valid @> ${day}::date`

/** What the sums under bodies hold of stale ones, to be taken away. */
const takenAway = (directiveId: string) => sql`
  select body_id, level, above, states, plan, is_planned, -1 as change from plan_cover
  where directive_id = ${directiveId} and body_id in (select body_id from stale) and level is not null`

const withStale = ({ stale }: Sight) => (stale ? sql`stale as materialized (${stale}),` : sql``)

/** All that lies on bodies by level, in parts: sums that are kept, and bodies that are alike in all that is counted. */
export async function countByLevel(db: Database, user: Holder, day: string, directiveId: string) {
  const [sight, tasks] = await Promise.all([sightOf(db, user, day, directiveId), tasksInBytes(db, directiveId)])
  const { rows } = await (sight.isKept ? keptByLevel(sight, user, day, directiveId) : anewByLevel(sight, user, day, directiveId)).execute(db)
  return { tasks, rows }
}

const anewByLevel = (sight: Sight, user: Holder, day: string, directiveId: string) => sql<LevelPart>`
  select body.level, ${alike}
  from (select *, 1 as change from (${coversIn(sight, user, day, directiveId)}) cover) cover
  join body_version body on body.body_id = cover.body_id and body.valid @> ${day}::date
  group by body.level, plan, states, is_planned order by ${levelOrder}`

const keptByLevel = (sight: Sight, user: Holder, day: string, directiveId: string) => {
  const { seen, stale } = sight
  const isWhole = seen.extent === 'whole'
  const isStale = sql`obligation.body_id in (select body_id from stale)`
  const others = [
    ...(isWhole ? [] : [single(sight, directiveId, sql`select ${user.reachId}::uuid`)]),
    ...(stale ? [anew(sql`${seen.rows(isStale)} union all ${seen.beside(sql`not ${isStale}`)}`, directiveId, day)] : []),
    ...(stale ? [sql`${takenAway(directiveId)} and ${isWhole ? sql`true` : sql`${user.reachId}::uuid = any(above)`}`] : []),
    ...(stale || isWhole ? [] : [anew(seen.beside(), directiveId, day)]),
  ]
  return sql<LevelPart>`
    with ${withStale(sight)}
    part as (
      select level, ${keptTogether} from plan_cover_branch where directive_id = ${directiveId} and ancestor_id ${isWhole ? sql`is null` : sql`= ${user.reachId}`}
      ${others.length ? sql`union all select level, ${alike} from (${sql.join(others, sql` union all `)}) cover group by level, plan, states, is_planned having sum(change) <> 0` : sql``}
    )
    select * from part body order by ${levelOrder}`
}

/** The bodies right under one, each with all below it, and that one alone, in parts: sums that are kept, and bodies that are alike in all that is counted. */
export async function countByBranch(db: Database, user: Holder, day: string, directiveId: string, top: string) {
  const [sight, tasks] = await Promise.all([sightOf(db, user, day, directiveId), tasksInBytes(db, directiveId)])
  // what is kept counts all that stands below: it is only for those who see all of it
  const isKept = sight.isKept && (sight.seen.extent === 'whole' || (await reaches(db, user.reachId, top, day)))
  const parts = isKept ? keptParts(sight, day, directiveId, top) : anewParts(coversIn(sight, user, day, directiveId), day)
  const { rows } = await sql<BranchPart>`
    with ${isKept ? withStale(sight) : sql``}
    branch as materialized (
      select body_id, name, level, body_id = ${top}::uuid as is_own from body_version
      where (parent_id = ${top} or body_id = ${top}) and valid @> ${day}::date
    ),
    part as materialized (${parts})
    select branch.*, part.* from branch join part on part.branch_id = branch.body_id order by branch.is_own desc, branch.name, branch.body_id`.execute(
    db,
  )
  return { tasks, parts: rows }
}

const anewParts = (covers: RawBuilder<unknown>, day: string) => sql`
  select placed.branch_id, cover.body_id <> placed.branch_id as is_below, ${alike}
  from (
    select branch.body_id as branch_id, reach.body_id from branch join body_reach reach on reach.ancestor_id = branch.body_id and reach.valid @> ${day}::date
    where not branch.is_own
    union all select body_id, body_id from branch where is_own
  ) placed
  join (select *, 1 as change from (${covers}) cover) cover on cover.body_id = placed.body_id
  group by 1, 2, plan, states, is_planned`

const keptParts = (sight: Sight, day: string, directiveId: string, top: string) => {
  const isStale = sql`obligation.body_id in (select body_id from stale) and ${under(sql`obligation.body_id`, top, day)}`
  const others = [
    single(sight, directiveId, sql`select body_id from branch`),
    ...(sight.stale ? [anew(sight.seen.rows(isStale), directiveId, day), takenAway(directiveId)] : []),
  ]
  return sql`
    select ancestor_id as branch_id, true as is_below, ${keptTogether}
    from branch join plan_cover_branch kept on kept.directive_id = ${directiveId} and kept.ancestor_id = branch.body_id where not branch.is_own
    union all
    select branch.body_id, branch.body_id <> cover.body_id, ${alike}
    from (${sql.join(others, sql` union all `)}) cover, unnest(case when change > 0 then above || cover.body_id else above end) as counted(branch_id)
    join branch on branch.body_id = counted.branch_id where not branch.is_own or branch.body_id = cover.body_id
    group by 1, 2, plan, states, is_planned having sum(change) <> 0`
}

/** The way from the top of what somebody reaches down to a body. */
export async function wayDownTo(db: Database, user: Holder, day: string, bodyId: string) {
  const { rows } = await sql<{ id: string; name: string }>`
    select above.ancestor_id as id, body.name from body_reach above join body_version body on body.body_id = above.ancestor_id and body.valid @> ${day}::date
    where above.body_id = ${bodyId} and above.valid @> ${day}::date
      and above.depth <= (select depth from body_reach top where top.body_id = ${bodyId} and top.ancestor_id = ${user.reachId} and top.valid @> ${day}::date)
    order by above.depth desc`.execute(db)
  return rows
}
