import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { briefName } from '../../directives/queries.ts'
import { seenDirectives } from '../../directives/sight.ts'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import { Level } from '../../organisations/contract.ts'
import { nameOn } from '../../organisations/queries.ts'
import { under } from '../../organisations/reach.ts'
import { type Called, type PlanFilter, type PlanLine, type PlanPage, type PlanSort, PlanState } from '../contract.ts'
import { isVacant, planOpenTo, planSeenBy } from '../sight.ts'
import { asksForPlanItself, openMark } from './items.ts'

/** The level of a body (a column) on a day, or its last one. */
const levelOf = (body: RawBuilder<unknown>, day: string) =>
  sql<'central'>`(select named.level from body_version named where named.body_id = ${body} order by named.valid @> ${day}::date desc, named.valid desc limit 1)`

/** A submission is owed and its day is past: as the receipts count it, and as urging may be about. Of a directive that was recalled or replaced none is owed. */
const isOverdue = (day: string) =>
  sql<boolean>`(plan.submitted_on is null and plan.state in ('due', 'drafting') and plan.due_on < ${day}::date and directive.taken_back is null)`
const isLate = (day: string) =>
  sql<boolean>`(plan.state <> 'withdrawn' and coalesce(plan.submitted_on, case when directive.taken_back is null then ${day}::date end, plan.due_on) > plan.due_on)`

/** The obligations that a row `plan` has to answer, as rows `obligation`: all of its body under the directive but the one that asks for the plan itself. */
const owed = sql`obligation.directive_id = plan.directive_id and obligation.body_id = plan.body_id and obligation.state <> 'withdrawn' and not ${asksForPlanItself(sql`plan_order`)}`

/** True where an item of a row `plan`, or a reason that was accepted, answers a row `obligation`, or nothing needs to: it was done and verified. */
const isAnswered = sql<boolean>`(obligation.state = 'verified'
    or exists (select from plan_answer answer join plan_item item on item.id = answer.item_id where answer.obligation_id = obligation.id and item.plan_id = plan.id and item.removed_on is null)
    or exists (select from plan_reason reason where reason.plan_id = plan.id and reason.obligation_id = obligation.id and reason.accepted_on is not null))`

/** True where a row `plan` that was approved (beside its `plan_order`) calls for an amendment: something it answers has changed, the superior's plan has got items, or something new is not answered. */
export const isCalled = sql<boolean>`(
  plan.added_above is not null
  or exists (select from plan_item item where item.plan_id = plan.id and item.removed_on is null and ${openMark} is not null)
  or exists (select from obligation where ${owed} and not ${isAnswered}))`

/** What is said of a row `plan`, with its `directive` and `plan_order`, wherever it is shown. */
const brief = (day: string) => sql`plan.id, plan.order_id, plan.directive_id,
  ${briefName} as directive_name, plan.body_id, ${nameOn(sql`plan.body_id`, day)} as body_name, ${levelOf(sql`plan.body_id`, day)} as level,
  plan.form, plan.state, plan.due_on, plan.submitted_on, ${isLate(day)} as is_late, plan.round, plan.number, plan.issued_on`

/** What a list shows of such a row: besides, how much of what it has to answer it does. */
export const line = (day: string) => sql`${brief(day)},
  (select count(*) from obligation where ${owed}) as asked,
  (select count(*) from obligation where ${owed} and ${isAnswered}) as answered,
  (select count(*) from plan_item item where item.plan_id = plan.id and item.removed_on is null) as items`

type Filter = z.output<typeof PlanFilter>

/** Begins a statement: the directives in sight that a filter asks for, and the plans in sight that pass it. */
function withSeen(user: Holder, day: string, asked: Filter): RawBuilder<unknown> {
  const terms: RawBuilder<unknown>[] = [planSeenBy(user, day)]
  if (asked.directiveId) terms.push(sql`plan.directive_id = ${asked.directiveId}`)
  if (asked.orderId) terms.push(sql`plan.order_id = ${asked.orderId}`)
  if (asked.bodyId) terms.push(sql`plan.body_id = ${asked.bodyId}`)
  if (asked.underId) terms.push(under(sql`plan.body_id`, asked.underId, day))
  if (asked.levels?.length)
    terms.push(
      sql`exists (select from body_version named where named.body_id = plan.body_id and named.valid @> ${day}::date and named.level = any(${asked.levels}::text[]))`,
    )
  if (asked.waits) terms.push(isVacant(day))
  if (asked.words)
    terms.push(
      sql`exists (select from body_version named where named.body_id = plan.body_id and named.folded like all (select '%' || word || '%' from unnest(string_to_array(fold(${asked.words}), ' ')) word))`,
    )
  const directives = asked.directiveId
    ? sql`directive.id = ${asked.directiveId}`
    : sql`exists (select from plan_order where plan_order.directive_id = directive.id)`
  return sql`
    with directive as materialized (${seenDirectives(user, day, directives)}),
    seen as (
      select plan.id, plan.state, plan.due_on, plan.body_id, plan.directive_id, ${isLate(day)} as is_late, ${isOverdue(day)} as is_overdue from plan join directive on directive.id = plan.directive_id join plan_order on plan_order.id = plan.order_id
      where ${sql.join(terms, sql` and `)}
    )`
}

const narrowed = ({ states, late }: Filter) => sql`
  (${states ?? []}::text[] = '{}' or seen.state = any(${states ?? []}::text[])) and (${late ?? null}::text is null or (seen.is_late and seen.is_overdue = (${late ?? null} = 'overdue')))`

type Page = Filter & { sort?: PlanSort | undefined; limit: number; offset: number }

/** By what rows `seen` are put in order. */
function keyOf(sort: PlanSort | undefined, day: string): RawBuilder<unknown> {
  const keys: Record<string, RawBuilder<unknown>> = {
    body: nameOn(sql`seen.body_id`, day),
    directive: sql`(select coalesce(directive.number, directive.title) from directive where directive.id = seen.directive_id)`,
    level: sql`array_position(${Level.options}::text[], ${levelOf(sql`seen.body_id`, day)})`,
    state: sql`array_position(${PlanState.options}::text[], seen.state)`,
    due: sql`seen.due_on`,
  }
  return keys[sort?.replace('-', '') ?? ''] ?? sql`null::date`
}

/** A page of the plans somebody may see, overdue ones first and those owed no more last, or as asked: which they are is found first, and only those are fetched. */
export async function pageOfPlans(db: Database, user: Holder, day: string, asked: Page): Promise<PlanLine[]> {
  const usual = sql`page.is_overdue desc, page.is_over, page.due_on, page.id`
  const order = asked.sort ? sql`page.key ${asked.sort.startsWith('-') ? sql`desc` : sql`asc`} nulls last, ${usual}` : usual
  const { rows } = await sql<PlanLine>`
    ${withSeen(user, day, asked)}, page as (
      select * from (select seen.id, seen.is_overdue, seen.state = 'withdrawn' as is_over, seen.due_on, ${keyOf(asked.sort, day)} as key from seen where ${narrowed(asked)}) page
      order by ${order} limit ${asked.limit} offset ${asked.offset}
    )
    select ${line(day)} from page join plan on plan.id = page.id join directive on directive.id = plan.directive_id join plan_order on plan_order.id = plan.order_id
    order by ${order}`.execute(db)
  return rows
}

/** How many of the plans in sight there are in each state, and how many of those asked for in all, and overdue. */
export async function countPlans(db: Database, user: Holder, day: string, asked: Filter) {
  const { rows } = await sql<{ state: PlanState; count: number; overdue: number; total: number }>`
    ${withSeen(user, day, asked)}
    select seen.state, count(*) as count, count(*) filter (where seen.is_overdue) as overdue, count(*) filter (where ${narrowed(asked)}) as total from seen group by seen.state`.execute(
    db,
  )
  return {
    states: rows.map(({ state, count }) => ({ state, count })),
    overdue: rows.reduce((sum, { overdue }) => sum + overdue, 0),
    total: rows.reduce((sum, { total }) => sum + total, 0),
  }
}

export type FoundPlan = Omit<
  PlanPage,
  | 'asked'
  | 'answered'
  | 'items'
  | 'rows'
  | 'obligations'
  | 'above'
  | 'template'
  | 'people'
  | 'steps'
  | 'editions'
  | 'isUnchanged'
  | 'events'
  | 'canEdit'
  | 'canDecideReasons'
> & { orderedBy: string; submittedBy: string | null; taskId: string | null }

/** What has happened above a row `plan` since it was begun. */
const called = sql<Called>`json_build_object(
  'isDirectiveChanged', exists (select from directive_change change where change.directive_id = plan.directive_id and change.state = 'sent'),
  'isSuperiorAmended', exists (select from plan up where up.id = plan.superior_id and up.edition > 1), 'addedAbove', plan.added_above, 'templateRenewedOn', plan.template_renewed_on,
  'takenBack', (select json_build_object('kind', change.kind, 'sentOn', change.sent_on, 'isAgreed', answer.state = 'agreed')
    from directive_change change left join change_receipt answer on answer.change_id = change.id and answer.body_id = plan.body_id
    where change.directive_id = plan.directive_id and change.state = 'sent' and change.kind <> 'update' limit 1))`

/** A plan if the asker may see it. */
export const findPlan = (db: Database, user: Holder, day: string, planId: string): Promise<FoundPlan | undefined> =>
  sql<FoundPlan>`
    with directive as materialized (${seenDirectives(user, day, sql`directive.id = (select directive_id from plan where id = ${planId})`)})
    select ${brief(day)}, plan.title, plan.grounds, plan.aims, plan.carrying_out, plan.version, plan_order.title as order_title, plan_order.note as order_note,
      ${nameOn(sql`plan_order.ordered_by`, sql`plan_order.ordered_on`)} as ordered_by_name, plan_order.ordered_by, plan_order.task_id, plan.superior_id,
      (select ${nameOn(sql`up.body_id`, day)} from plan up where up.id = plan.superior_id) as superior_name, plan.approver_id, ${nameOn(sql`plan.approver_id`, sql`coalesce(plan.decided_on, ${day}::date)`)} as approver_name,
      plan.accepter_id, ${nameOn(sql`plan.accepter_id`, day)} as accepter_name, plan.signer, plan.decided_on, directive.issued_on as directive_issued_on, plan.edition, plan.submitted_by, ${planOpenTo(user, day)} as is_whole, ${isVacant(day)} as is_vacant, ${called} as called
    from plan join directive on directive.id = plan.directive_id join plan_order on plan_order.id = plan.order_id
    where plan.id = ${planId} and ${planSeenBy(user, day)}`
    .execute(db)
    .then(({ rows }) => rows[0])

/** A plan with its words, locked for the rest of the transaction against steps and other changes of itself. */
export const lockPlan = (db: Database, planId: string) =>
  db.selectFrom('plan').select(['bodyId', 'state', 'title', 'grounds', 'aims', 'carryingOut']).where('id', '=', planId).forUpdate().executeTakeFirst()

/** A plan of a body, held as it is while its items are written; others may write other items meanwhile. */
export const holdPlan = (db: Database, planId: string, bodyId: string) =>
  db
    .selectFrom('plan')
    .select(['id', 'directiveId', 'bodyId', 'superiorId', 'orderId'])
    .select(sql<PlanState>`state`.as('state'))
    .where('id', '=', planId)
    .where('bodyId', '=', bodyId)
    .forShare()
    .executeTakeFirst()

/** Saves parts of a plan around its items. */
export const updateHead = (
  db: Database,
  planId: string,
  changes: { title?: string; grounds?: string; aims?: string; carryingOut?: string },
  at: string,
) =>
  db
    .updateTable('plan')
    .set({ ...changes, updatedAt: at })
    .where('id', '=', planId)
    .execute()

/** People who hold a post in a body on a day. */
export const peopleOf = (db: Database, bodyId: string, day: string) =>
  sql<{ id: string; name: string }>`
    select distinct person.id, person.name, person.given_name from person join holding on holding.person_id = person.id and holding.valid @> ${day}::date join post on post.id = holding.post_id
    where post.body_id = ${bodyId} and not person.disabled order by person.given_name, person.name`
    .execute(db)
    .then(({ rows }) => rows.map(({ id, name }) => ({ id, name })))

/** What a line of the journal of a plan may be about, as `historyOf` takes it: its items, and the obligations it is to answer. */
export const nameable = (planId: string) => sql`
  select case when removed_on is null then 'item' else 'gone-item' end as kind, id, '' as address, text, position as place from plan_item where plan_id = ${planId}
  union all select 'obligation', obligation.id, task.address, task.text, task.position from plan
    join obligation on obligation.directive_id = plan.directive_id and obligation.body_id = plan.body_id join task on task.id = obligation.task_id where plan.id = ${planId}`
