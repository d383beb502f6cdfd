import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../../kernel/database.ts'
import type { Holder } from '../../../kernel/serve.ts'
import { under } from '../../../organisations/reach.ts'
import type { CellState } from '../contract.ts'
import { coded, isCounted, isShown } from '../sight.ts'
import { cells, seenIn } from './cells.ts'

const rest = sql`answered, reasoned, drafted, asked, open, plan, is_begun, is_planned`
const columns = sql`body_id, states, held, ${rest}`

/** Bytes that are kept, with a zero for each task that an update of the directive has added since: ids come in order, so those stand at the end. */
const widened = (bytes: 'states' | 'held', directiveId: string) => sql`
  case when length(${sql.ref(bytes)}) < (select count(*) from task where directive_id = ${directiveId})
    then ${sql.ref(bytes)} || decode(repeat('00', (select count(*)::int from task where directive_id = ${directiveId}) - length(${sql.ref(bytes)})), 'hex')
    else ${sql.ref(bytes)} end as ${sql.ref(bytes)}`

const isTouched = (directiveId: string, body: RawBuilder<unknown>) =>
  sql`exists (select from plan_cover_touched touched where touched.directive_id = ${directiveId} and touched.body_id = ${body})`

const code = sql`case cell.cover ${sql.join(
  coded.map(({ state, code }) => sql`when ${sql.lit(state)} then ${sql.lit(code)}`),
  sql` `,
)} else 0 end`

const bytes = (number: RawBuilder<unknown>) => sql`decode(string_agg(lpad(to_hex(${number}), 2, '0'), '' order by task.number), 'hex')`

const countOf = (state: CellState) => sql`count(*) filter (where cell.cover = ${sql.lit(state)}) as ${sql.ref(state)}`

/** Rows of obligations (`rows` as the tasks' sight gives them) made into rows as `plan_cover` keeps them, by the `cellStateOf` of the rules. */
const madeOf = (rows: RawBuilder<unknown>, directiveId: string): RawBuilder<unknown> => sql`
  with given as materialized (${rows}),
  held as materialized (select distinct body_id from given),
  task as materialized (select id, row_number() over (order by id) as number from task where directive_id = ${directiveId}),
  cell as materialized (${cells(sql`select * from given`, directiveId, sql`plan.body_id in (select body_id from held)`)})
  select held.body_id, ${bytes(code)} as states, ${bytes(sql`(cell.id is not null)::int`)} as held, ${sql.join(coded.map(({ state }) => countOf(state)))},
    coalesce((select state from plan where plan.directive_id = ${directiveId} and plan.body_id = held.body_id and plan.state <> 'withdrawn' order by plan.id desc limit 1), 'none') as plan,
    exists (select from plan where plan.directive_id = ${directiveId} and plan.body_id = held.body_id and ${isShown}) as is_begun,
    exists (select from plan where plan.directive_id = ${directiveId} and plan.body_id = held.body_id and ${isCounted}) as is_planned
  from held cross join task left join cell on cell.body_id = held.body_id and cell.task_id = task.id group by held.body_id`

/**
 * For each body on which somebody sees tasks of a directive, how its plan answers them, as `plan_cover` keeps it; as a select for a `with`. Read from what is kept where
 * all that lies on a body is seen; worked out anew for bodies touched since, and for those of which only single obligations are seen.
 */
export async function coversInSight(db: Database, user: Holder, day: string, directiveId: string): Promise<RawBuilder<unknown>> {
  const [seen, { rows: orders }, { rows: touched }] = await Promise.all([
    seenIn(db, user, day, directiveId),
    sql`select from plan_order where directive_id = ${directiveId} limit 1`.execute(db),
    sql`select from plan_cover_touched where directive_id = ${directiveId} limit 1`.execute(db),
  ])
  // nothing is kept of directives under which nobody was ordered to plan
  if (seen.extent === 'named' || orders.length === 0) return sql`select ${columns} from (${madeOf(seen.rows(), directiveId)}) made`
  const inReach = seen.extent === 'whole' ? sql`true` : under(sql`cover.body_id`, user.reachId, day)
  const kept = (isCurrent: RawBuilder<unknown>) =>
    sql`select body_id, ${widened('states', directiveId)}, ${widened('held', directiveId)}, ${rest} from plan_cover cover where cover.directive_id = ${directiveId} and ${inReach} and ${isCurrent}`
  const anew = (rows: RawBuilder<unknown>) => sql`select ${columns} from (${madeOf(rows, directiveId)}) made`
  if (touched.length)
    return sql`
      ${kept(sql`not ${isTouched(directiveId, sql`cover.body_id`)}`)} union all
      ${anew(sql`${seen.rows(isTouched(directiveId, sql`obligation.body_id`))} union all ${seen.beside(sql`not ${isTouched(directiveId, sql`obligation.body_id`)}`)}`)}`
  return seen.extent === 'whole' ? kept(sql`true`) : sql`${kept(sql`true`)} union all ${anew(seen.beside())}`
}

/** So many bodies are folded in by one statement. */
const bodiesAtOnce = 5000

/** Folds what has changed into what is kept of bodies: what is counted stays the same. */
export async function foldCovers(db: Database): Promise<void> {
  const { rows: directives } = await sql<{ directiveId: string }>`select distinct directive_id from plan_cover_touched`.execute(db)
  for (const { directiveId } of directives) while ((await foldSome(db, directiveId)) > 0);
}

async function foldSome(db: Database, directiveId: string): Promise<number> {
  const { rows } = await sql<{ folded: number }>`
    with gone as (
      delete from plan_cover_touched where directive_id = ${directiveId}
        and body_id in (select distinct body_id from plan_cover_touched where directive_id = ${directiveId} limit ${bodiesAtOnce}) returning body_id
    ),
    changed as materialized (select distinct body_id from gone),
    made as materialized (${madeOf(
      sql`select obligation.* from changed join obligation on obligation.directive_id = ${directiveId} and obligation.body_id = changed.body_id where obligation.state <> 'withdrawn'`,
      directiveId,
    )}),
    kept as (
      insert into plan_cover (directive_id, ${columns}) select ${directiveId}::uuid, ${columns} from made
      on conflict (directive_id, body_id) do update set states = excluded.states, held = excluded.held, answered = excluded.answered, reasoned = excluded.reasoned,
        drafted = excluded.drafted, asked = excluded.asked, open = excluded.open, plan = excluded.plan, is_begun = excluded.is_begun, is_planned = excluded.is_planned
    ),
    bare as (
      delete from plan_cover where directive_id = ${directiveId} and body_id in (select body_id from changed except select body_id from made)
    )
    select count(*) as folded from changed`.execute(db)
  return rows[0]?.folded ?? 0
}
