import { type RawBuilder, sql } from 'kysely'
import { briefName } from '../../directives/queries.ts'
import { seenDirectives } from '../../directives/sight.ts'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import { nameOn } from '../../organisations/queries.ts'
import { under } from '../../organisations/reach.ts'
import { isShown } from '../coverage/sight.ts'
import { planSeenBy } from '../sight.ts'
import type { Likeness, Relation, Run, Side } from './contract.ts'
import type { WrittenItem } from './prints.ts'
import { type Found, leastWords, marked } from './rules.ts'

export type PlanToCompare = {
  id: string
  directiveId: string
  orderId: string
  superiorId: string | null
  /** Its order has a template, and it is not the plan that was taken from. */
  hasTemplate: boolean
  bodyId: string
  bodyName: string
  /** The year in which it was due. */
  year: number
  version: number
  edition: number
}

const isSubmitted = sql<boolean>`(plan.submitted_on is not null and ${isShown})`

/** The name of the body of a row `plan`, as `body`: of the day it was submitted, or of a day while it is not. */
const named = (day: string | null) =>
  sql`cross join lateral (select ${nameOn(sql`plan.body_id`, sql`coalesce(plan.submitted_on, ${day}::date)`)} as name) body`

const columns = sql`plan.id, plan.directive_id, plan.order_id, plan.superior_id, exists (select from plan_template template where template.order_id = plan.order_id and template.plan_id <> plan.id) as has_template, plan.body_id, body.name as body_name, extract(year from plan.due_on)::int as year, plan.version, plan.edition`

/** Plans that were submitted, where a condition holds. */
const plansWhere = async (db: Database, condition: RawBuilder<unknown>): Promise<PlanToCompare[]> => {
  const { rows } = await sql<PlanToCompare>`
    select ${columns} from plan join plan_order on plan_order.id = plan.order_id ${named(null)} where ${condition} order by plan.superior_id, plan.id`.execute(
    db,
  )
  return rows
}

/** The submitted plans of a directive, neighbours together. */
export const submittedPlans = (db: Database, directiveId: string) => plansWhere(db, sql`plan.directive_id = ${directiveId} and ${isSubmitted}`)

/** Plans by their ids, where they were submitted. */
export const plansByIds = (db: Database, ids: readonly string[]) => plansWhere(db, sql`plan.id = any(${ids}::uuid[]) and ${isSubmitted}`)

/** Notes that a plan was submitted and is to be compared. */
export const noteToCompare = (db: Database, planId: string, at: string) =>
  sql`insert into plan_to_compare (plan_id, submitted_at) values (${planId}, ${at}) on conflict (plan_id) do update set submitted_at = excluded.submitted_at`.execute(
    db,
  )

/** Whether a plan was submitted and has not been compared since. */
export const isToCompare = async (db: Database, planId: string): Promise<boolean> =>
  (await db.selectFrom('planToCompare').select('planId').where('planId', '=', planId).executeTakeFirst()) !== undefined

/** Plans that are to be compared, the first submitted first. */
export const plansToCompare = (db: Database) => db.selectFrom('planToCompare').selectAll().orderBy('submittedAt').limit(100).execute()

/** Takes a plan out that has been compared, unless it was submitted once more meanwhile. */
export const takeOutCompared = (db: Database, { planId, submittedAt }: { planId: string; submittedAt: string }) =>
  db.deleteFrom('planToCompare').where('planId', '=', planId).where('submittedAt', '=', submittedAt).execute()

/** For each plan, up to three that the same body had submitted earlier, the latest first. */
export async function earlierPlans(db: Database, ids: readonly string[]): Promise<{ planId: string; earlierId: string }[]> {
  const { rows } = await sql<{ planId: string; earlierId: string }>`
    select asked.id as plan_id, earlier.id as earlier_id
    from plan asked join lateral (
      select plan.id from plan
      where plan.body_id = asked.body_id and plan.id <> asked.id and ${isSubmitted} and (plan.submitted_on, plan.id) < (asked.submitted_on, asked.id)
      order by plan.submitted_on desc, plan.id desc limit 3
    ) earlier on true where asked.id = any(${ids}::uuid[])`.execute(db)
  return rows
}

export type ItemOfPlan = WrittenItem & { planId: string; part: string; isBare: boolean }

/** The items of plans in their order. */
export async function itemsOf(db: Database, planIds: readonly string[]): Promise<ItemOfPlan[]> {
  const { rows } = await sql<ItemOfPlan>`
    select id, plan_id, part, text, product, lead, coordinate, from_on, due_on, money, is_bare from plan_item
    where plan_id = any(${planIds}::uuid[]) and removed_on is null order by plan_id, position, id`.execute(db)
  return rows
}

/** The words of a directive's tasks and of the items of an order's templates, and the days in them: what nobody's plan has of itself. */
export async function givenWords(db: Database, directiveId: string, templateOf: string | null): Promise<{ texts: string[]; days: string[] }> {
  const { rows } = await sql<{ text: string; product: string; days: string[] }>`
    select task.text, task.product, array(select due::text from milestone where milestone.task_id = task.id and due is not null) as days
    from task where task.directive_id = ${directiveId} and task.dropped_why is null
    union all
    select item.text, item.product, array_remove(array[item.from_on::text, item.due_on::text], null)
    from plan_template template join plan_template_item item on item.template_id = template.id where template.order_id = ${templateOf}`.execute(db)
  return { texts: rows.flatMap(({ text, product }) => [text, product]), days: rows.flatMap(({ days }) => days) }
}

export type SignatureRow = { planId: string; version: number; hashes: number[]; bands: number[] }

/** Keeps the signatures of plans; the new one stands. */
export const keepSignatures = (db: Database, rows: readonly SignatureRow[]) =>
  sql`
    insert into plan_signature (plan_id, version, hashes, bands)
    select "planId", version, array(select json_array_elements_text(hashes)::int), array(select json_array_elements_text(bands)::int)
    from json_to_recordset(${JSON.stringify(rows)}::json) as row("planId" uuid, version int, hashes json, bands json)
    on conflict (plan_id) do update set version = excluded.version, hashes = excluded.hashes, bands = excluded.bands`.execute(db)

/** The signatures of a plan's neighbours that share a band with it. */
export async function neighboursAlike(db: Database, plan: PlanToCompare, bands: readonly number[]): Promise<{ planId: string; hashes: number[] }[]> {
  const { rows } = await sql<{ planId: string; hashes: number[] }>`
    select plan.id as plan_id, signature.hashes from plan join plan_signature signature on signature.plan_id = plan.id
    where plan.order_id = ${plan.orderId} and plan.superior_id is not distinct from ${plan.superiorId} and plan.id <> ${plan.id} and ${isSubmitted}
      and signature.bands && ${bands}::int[]`.execute(db)
  return rows
}

export type LikenessRow = Omit<Found, 'items'> & {
  planId: string
  otherId: string
  relation: Relation
  share: number
  score: number
  edition: number
  version: number
  otherVersion: number
}

/** Keeps what was found of some plans: with `anew` in the place of all that was found of them before, else of the same pairs. */
export async function keepLikeness(db: Database, planIds: readonly string[], rows: readonly LikenessRow[], at: string, anew: boolean): Promise<void> {
  if (anew)
    await sql`
      delete from plan_likeness where plan_id = any(${planIds}::uuid[])
        and (plan_id, other_id) not in (select * from unnest(${rows.map(({ planId }) => planId)}::uuid[], ${rows.map(({ otherId }) => otherId)}::uuid[]))`.execute(
      db,
    )
  if (rows.length === 0) return
  await sql`
    insert into plan_likeness (plan_id, other_id, relation, share, same_words, words, given_words, own_dates, own_figures, own_names, score, edition_seen, version_seen, other_version_seen, found_at)
    select "planId", "otherId", relation, share, "sameWords", words, "givenWords", "ownDates", "ownFigures", "ownNames", score, edition, version, "otherVersion", ${at}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as row("planId" uuid, "otherId" uuid, relation text, share real, "sameWords" int, words int, "givenWords" int,
      "ownDates" int, "ownFigures" int, "ownNames" int, score int, edition int, version int, "otherVersion" int) order by 1, 2
    on conflict (plan_id, other_id) do update set relation = excluded.relation, share = excluded.share, same_words = excluded.same_words, words = excluded.words,
      given_words = excluded.given_words, own_dates = excluded.own_dates, own_figures = excluded.own_figures, own_names = excluded.own_names, score = excluded.score,
      edition_seen = excluded.edition_seen, version_seen = excluded.version_seen, other_version_seen = excluded.other_version_seen, found_at = excluded.found_at`.execute(
    db,
  )
}

/** Drops what was found of neighbours that a plan is no longer like. */
export const dropUnlike = (db: Database, planId: string, stillAlike: readonly string[]) =>
  sql`delete from plan_likeness where other_id = ${planId} and relation = 'neighbour' and plan_id <> all(${stillAlike}::uuid[])`.execute(db)

type Asked = {
  directiveId: string
  words?: string | undefined
  relation?: Relation | undefined
  least?: number | undefined
  under?: string | undefined
  limit: number
  offset: number
}

/** The plans that somebody may see, wherever they may look. */
const seenPlans = (user: Holder, day: string) => sql`
  directive as materialized (${seenDirectives(user, day)}),
  seen as (
    select plan.id, plan.body_id, plan.version, plan.submitted_on, plan.directive_id
    from directive join plan on plan.directive_id = directive.id join plan_order on plan_order.id = plan.order_id where ${planSeenBy(user, day)} and ${isShown}
  )`

/** As `isBare` of the rules, of a row `likeness`. */
export const bare = sql<boolean>`(likeness.words < ${leastWords} and likeness.own_dates + likeness.own_figures + likeness.own_names = 0)`

/** By how much a row `likeness` wants looking at: what is bare as much as what is marked. */
export const weight = sql<number>`case when ${bare} then greatest(likeness.score, ${marked}) else likeness.score end`

/** What was found of the pairs `best`, with names and days; `seen` stands before it. */
const pairsOf = (day: string) => sql`
  select plan.id as plan_id, plan.other_id, body.name as body_name, other_body.name as other_body_name, likeness.relation, likeness.score, likeness.words, likeness.same_words,
    likeness.given_words, likeness.own_dates, likeness.own_figures, likeness.own_names, held.items, held.bare_items, plan.submitted_on, other.submitted_on as other_submitted_on,
    plan.version <> likeness.version_seen or other.version <> likeness.other_version_seen as is_stale, count(*) over () as total
  from best plan join plan_likeness likeness on likeness.plan_id = plan.id and likeness.other_id = plan.other_id join seen other on other.id = plan.other_id
  left join lateral (select count(*) as items, count(*) filter (where item.is_bare) as bare_items from plan_item item where item.plan_id = plan.id and item.removed_on is null) held on true
  ${named(day)} cross join lateral (select ${nameOn(sql`other.body_id`, sql`coalesce(other.submitted_on, ${day}::date)`)} as name) other_body`

/** Submitted plans of a directive that somebody may see, each with the one it is most like among those they may see too; highest score first, the bare among the marked. */
export async function listLikeness(db: Database, user: Holder, day: string, asked: Asked) {
  const { rows } = await sql<Likeness & { total: number }>`
    with ${seenPlans(user, day)},
    best as (
      select distinct on (plan.id) plan.id, plan.body_id, plan.version, plan.submitted_on, likeness.other_id
      from seen plan join plan_likeness likeness on likeness.plan_id = plan.id join seen other on other.id = likeness.other_id
      where plan.directive_id = ${asked.directiveId} and (${asked.relation ?? null}::text is null or likeness.relation = ${asked.relation ?? null})
        and ${asked.under ? under(sql`plan.body_id`, asked.under, day) : sql`true`}
      order by plan.id, ${weight} desc, likeness.other_id
    )
    ${pairsOf(day)}
    where ${weight} >= ${asked.least ?? 0} and (${asked.words ?? ''} = ''
      or fold(body.name || ' ' || other_body.name) like all (select '%' || word || '%' from unnest(string_to_array(fold(${asked.words ?? ''}), ' ')) word))
    order by ${weight} desc, body.name, plan.id limit ${asked.limit} offset ${asked.offset}`.execute(db)
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row) }
}

/** The plans with which one was compared, where somebody may see both; the most alike first. */
export async function likenessOfPlan(db: Database, user: Holder, day: string, planId: string): Promise<Likeness[]> {
  const { rows } = await sql<Likeness & { total: number }>`
    with ${seenPlans(user, day)},
    best as (
      select plan.id, plan.body_id, plan.version, plan.submitted_on, likeness.other_id
      from seen plan join plan_likeness likeness on likeness.plan_id = plan.id where plan.id = ${planId}
    )
    ${pairsOf(day)} order by likeness.score desc, other_body.name, other.id`.execute(db)
  return rows.map(({ total: _, ...row }) => row)
}

export type PlanInSight = PlanToCompare & Pick<Side, 'title' | 'state' | 'submittedOn' | 'directiveName'>

/** The plans among some that somebody may see. */
export async function plansInSight(db: Database, user: Holder, day: string, ids: readonly string[]): Promise<PlanInSight[]> {
  const { rows } = await sql<PlanInSight>`
    with directive as materialized (${seenDirectives(user, day, sql`directive.id in (select directive_id from plan where id = any(${ids}::uuid[]))`)})
    select ${columns}, plan.title, plan.state, plan.submitted_on, ${briefName} as directive_name
    from directive join plan on plan.directive_id = directive.id and ${isShown} join plan_order on plan_order.id = plan.order_id and ${planSeenBy(user, day)} ${named(day)}
    where plan.id = any(${ids}::uuid[])`.execute(db)
  return rows
}

/** The latest comparison of all plans of a directive. */
export async function latestRun(db: Database, directiveId: string): Promise<Run | null> {
  const { rows } =
    await sql<Run>`select state, done, total, asked_at from likeness_run where directive_id = ${directiveId} order by id desc limit 1`.execute(db)
  return rows[0] ?? null
}

/** Gives up on comparisons that have stood still: the process that ran them is gone. */
export const failStanding = (db: Database, directiveId: string) =>
  sql`update likeness_run set state = 'failed' where directive_id = ${directiveId} and state in ('waiting', 'running') and moved_at < clock_timestamp() - interval '5 minutes'`.execute(
    db,
  )

/** Begins a comparison unless one is open; its id, or undefined. */
export async function insertRun(db: Database, directiveId: string, personId: string, at: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into likeness_run (directive_id, asked_by, asked_at) values (${directiveId}, ${personId}, ${at})
    on conflict (directive_id) where state in ('waiting', 'running') do nothing returning id`.execute(db)
  return rows[0]?.id
}

/** Takes up a comparison that is open; undefined when it no longer is. */
export async function takeUpRun(db: Database, runId: string): Promise<{ directiveId: string; askedAt: string } | undefined> {
  const { rows } = await sql<{ directiveId: string; askedAt: string }>`
    update likeness_run set state = 'running', moved_at = clock_timestamp() where id = ${runId} and state in ('waiting', 'running') returning directive_id, asked_at`.execute(
    db,
  )
  return rows[0]
}

/** Notes how far a comparison has got. */
export const moveRun = (db: Database, runId: string, done: number, total: number) =>
  sql`update likeness_run set done = ${done}, total = ${total}, moved_at = clock_timestamp() where id = ${runId} and state = 'running'`.execute(db)

/** Ends a comparison. */
export const endRun = (db: Database, runId: string, state: 'done' | 'failed') =>
  sql`update likeness_run set state = ${state}, ended_at = clock_timestamp() where id = ${runId} and state = 'running'`.execute(db)
