import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../../kernel/database.ts'
import type { Holder } from '../../../kernel/serve.ts'
import { under } from '../../../organisations/reach.ts'
import type { Seen } from '../../../tasks/queries/sight.ts'
import type { CellState } from '../contract.ts'
import { coded, isCounted, isShown } from '../sight.ts'
import { cells, seenIn } from './cells.ts'

export const columns: RawBuilder<unknown> = sql`body_id, states, answered, quoted, reasoned, drafted, asked, open, plan, is_begun, is_planned`

/** The byte of a cell, in hex. */
const code = sql`case cell.cover ${sql.join(
  coded.map(({ state, code }) => sql`when ${sql.lit(state)} then ${sql.lit(`0${code}`)}`),
  sql` `,
)} else '00' end`

const countOf = (state: CellState) => sql`count(*) filter (where cell.cover = ${sql.lit(state)}) as ${sql.ref(state)}`

/** Rows of obligations (`rows` with id, task_id, body_id and state, as the tasks' sight gives them) made into rows as `plan_cover` keeps them, by the `cellStateOf` of the rules. */
export const madeOf = (rows: RawBuilder<unknown>, directiveId: string): RawBuilder<unknown> => sql`
  with given as materialized (${rows}),
  held as materialized (select distinct body_id from given),
  task as materialized (select id, row_number() over (order by id) as number from task where directive_id = ${directiveId}),
  cell as materialized (${cells(sql`select * from given`, directiveId, sql`plan.body_id in (select body_id from held)`)})
  select held.body_id, decode(string_agg(${code}, '' order by task.number), 'hex') as states, ${sql.join(coded.map(({ state }) => countOf(state)))},
    coalesce((select state from plan where plan.directive_id = ${directiveId} and plan.body_id = held.body_id and plan.state <> 'withdrawn'
      order by plan_progress(plan.state, plan.edition, plan.accepter_id) desc, plan.id desc limit 1), 'none') as plan,
    exists (select from plan where plan.directive_id = ${directiveId} and plan.body_id = held.body_id and ${isShown}) as is_begun,
    exists (select from plan where plan.directive_id = ${directiveId} and plan.body_id = held.body_id and ${isCounted}) as is_planned
  from held cross join task left join cell on cell.body_id = held.body_id and cell.task_id = task.id group by held.body_id`

/** How somebody is shown what plans cover: by what they see, and by what is kept of it. */
export type Sight = {
  seen: Seen
  /** Whether anything is kept that they may be shown: nothing is of directives under which nobody was ordered to plan. */
  isKept: boolean
  /** The bodies of which what is kept may be behind on the day, as a select for a `with`; null while there are none. */
  stale: RawBuilder<unknown> | null
}

/** Looks at what somebody sees of a directive, and how far what is kept of it holds on a day. */
export async function sightOf(db: Database, user: Holder, day: string, directiveId: string): Promise<Sight> {
  const [seen, { rows }] = await Promise.all([
    seenIn(db, user, day, directiveId),
    sql<{ isOrdered: boolean; isTouched: boolean; placedOn: string | null }>`
      select exists (select from plan_order where directive_id = ${directiveId}) as is_ordered,
        exists (select from plan_cover_touched where directive_id = ${directiveId}) as is_touched,
        (select placed_on from plan_cover_day where directive_id = ${directiveId}) as placed_on`.execute(db),
  ])
  const { isOrdered, isTouched, placedOn } = rows[0] as (typeof rows)[0]
  const touched = sql`select body_id from plan_cover_touched where directive_id = ${directiveId}`
  const isElsewhere = placedOn !== null && placedOn !== day
  const moved = isElsewhere ? sql`union select body_id from bodies_moved(${placedOn}::date, ${day}::date)` : sql``
  return { seen, isKept: seen.extent !== 'named' && isOrdered, stale: isTouched || isElsewhere ? sql`${touched} ${moved}` : null }
}

/**
 * For each body on which somebody sees tasks of a directive, how its plan answers them, as `plan_cover` keeps it; as a select for a `with`. Read from what is kept where
 * all that lies on a body is seen; worked out anew for bodies that are stale, and for those of which only single obligations are seen.
 */
export function coversIn({ seen, isKept, stale }: Sight, user: Holder, day: string, directiveId: string): RawBuilder<unknown> {
  const anew = (rows: RawBuilder<unknown>) => sql`select ${columns} from (${madeOf(rows, directiveId)}) made`
  if (!isKept) return anew(seen.rows())
  const inReach = seen.extent === 'whole' ? sql`true` : under(sql`cover.body_id`, user.reachId, day)
  const kept = (isCurrent: RawBuilder<unknown>) =>
    sql`select ${columns} from plan_cover cover where cover.directive_id = ${directiveId} and ${inReach} and ${isCurrent}`
  if (stale)
    return sql`
      ${kept(sql`cover.body_id not in (${stale})`)} union all
      ${anew(sql`${seen.rows(sql`obligation.body_id in (${stale})`)} union all ${seen.beside(sql`obligation.body_id not in (${stale})`)}`)}`
  return seen.extent === 'whole' ? kept(sql`true`) : sql`${kept(sql`true`)} union all ${anew(seen.beside())}`
}

export const coversInSight = async (db: Database, user: Holder, day: string, directiveId: string): Promise<RawBuilder<unknown>> =>
  coversIn(await sightOf(db, user, day, directiveId), user, day, directiveId)
