import { type RawBuilder, sql } from 'kysely'
import { briefName } from '../../directives/queries.ts'
import type { ChangeKind } from '../../dissemination/changes/contract.ts'
import { touched } from '../../dissemination/changes/queries.ts'
import type { Database } from '../../kernel/database.ts'
import type { Doer } from '../../tasks/queries/changing.ts'
import { isFrozen, stands } from '../queries/above.ts'
import type { OwnPlanTouched, PlansTouched } from './contract.ts'
import type { Changed } from './rules.ts'

export type Change = { id: string; directiveId: string; kind: ChangeKind; state: string; sentOn: string | null; directiveName: string }

const findChange = (db: Database, which: RawBuilder<unknown>) =>
  sql<Change>`
    select change.id, change.directive_id, change.kind, change.state, change.sent_on,
      ${briefName} as directive_name
    from directive_change change join directive on directive.id = change.directive_id where ${which}`
    .execute(db)
    .then(({ rows }) => rows[0])

/** A change of a directive; and the one that an answer is to. */
export const changeById = (db: Database, changeId: string) => findChange(db, sql`change.id = ${changeId}`)
export const changeOfAnswer = (db: Database, answerId: string) =>
  findChange(db, sql`change.id = (select change_id from change_receipt where id = ${answerId})`)

/** What became of obligations that a change has withdrawn. */
export const changedOf = (db: Database, oldIds: readonly string[]) =>
  sql<Changed>`
    select old.id as old_id, made.id as new_id, task.address, task.text, (newer.text <> task.text) is true as text_differs, (newer.product <> task.product) is true as product_differs,
      old.final_due as "from", made.final_due as "to"
    from obligation old join task on task.id = old.task_id
    left join obligation made on made.continues_id = old.id left join task newer on newer.id = made.task_id
    where old.id = any(${oldIds}::uuid[]) and old.state = 'withdrawn' order by task.position, task.id`
    .execute(db)
    .then(({ rows }) => rows)

/**
 * Carries answers and reasons over from obligations to those that continue them, in all plans: a reason has to be decided anew. Where nothing continues an obligation the answer falls,
 * but in a frozen plan: there when its amendment begins.
 */
export const carryAnswers = (db: Database, pairs: readonly { oldId: string; newId: string | null }[]) =>
  sql`
    with pair as (
      select "oldId" as old_id, "newId" as new_id from json_to_recordset(${JSON.stringify(pairs)}::json) as pair("oldId" uuid, "newId" uuid)
    ), hit as (
      select answer.item_id, pair.old_id, pair.new_id, ${isFrozen} as is_frozen
      from pair join plan_answer answer on answer.obligation_id = pair.old_id join plan_item item on item.id = answer.item_id join plan on plan.id = item.plan_id
    ), carried as (
      insert into plan_answer (item_id, obligation_id) select item_id, new_id from hit where new_id is not null on conflict do nothing
    ), reasons as (
      insert into plan_reason (plan_id, obligation_id, why, asked_on, asked_by)
      select reason.plan_id, pair.new_id, reason.why, reason.asked_on, reason.asked_by
      from pair join plan_reason reason on reason.obligation_id = pair.old_id where pair.new_id is not null and reason.refused_on is null on conflict do nothing
    )
    delete from plan_answer using hit
    where plan_answer.item_id = hit.item_id and plan_answer.obligation_id = hit.old_id and (hit.new_id is not null or not hit.is_frozen)`.execute(db)

type Why = { id: string; why: string }

/** Marks items as wanting a look, each with why: `hit` are rows `answer` (item_id, id of what it answers). Gives the plans they are of. */
const mark = (db: Database, hit: RawBuilder<unknown>, whys: readonly Why[], day: string) =>
  sql<{ planId: string }>`
    with said as (
      select answer.item_id, string_agg(given.why, ' ' order by given.place) as why
      from rows from (json_to_recordset(${JSON.stringify(whys)}::json) as (id uuid, why text)) with ordinality as given(id, why, place)
      join ${hit} on answer.id = given.id group by answer.item_id
    ), marked as (
      update plan_item item set touched_why = case when item.touched_why is null or item.is_looked_at then said.why else item.touched_why || ' ' || said.why end,
        touched_on = ${day}, is_looked_at = false, version = item.version + 1
      from said, plan where item.id = said.item_id and plan.id = item.plan_id and plan.state <> 'withdrawn' returning item.plan_id
    )
    select distinct plan_id from marked`
    .execute(db)
    .then(({ rows }) => rows.map(({ planId }) => planId))

/** Marks the items that answer obligations. To be said before the answers are carried over. */
export const markAnswers = (db: Database, whys: readonly Why[], day: string) =>
  mark(db, sql`(select item_id, obligation_id as id from plan_answer) answer`, whys, day)

/** Marks the items of plans below that answer items of a plan. */
export const markBelow = (db: Database, whys: readonly Why[], day: string) =>
  mark(db, sql`(select item_id, superior_item_id as id from plan_item_under) answer`, whys, day)

/** Says of the plans right below a plan, once they were begun, that it has got items they may have to answer; gives which plans. */
export const tellAdded = (db: Database, superiorId: string, said: string) =>
  sql<{ id: string }>`
    update plan set added_above = concat_ws(' ', added_above, ${said}::text), version = version + 1
    where superior_id = ${superiorId} and state not in ('due', 'withdrawn') returning id`
    .execute(db)
    .then(({ rows }) => rows.map(({ id }) => id))

/** Takes from the items of plans below what they answer in a plan and is no item of it any more; from a frozen plan only when its amendment begins. */
export const dropAnswersTo = (db: Database, itemIds: readonly string[]) =>
  sql`
    delete from plan_item_under up using plan_item item, plan
    where up.superior_item_id = any(${itemIds}::uuid[]) and item.id = up.item_id and plan.id = item.plan_id and not ${isFrozen}`.execute(db)

/** A plan due on the day of the task that asks for it, and not submitted yet, is due on that task's new day. */
export const moveDue = (db: Database, oldIds: readonly string[]) =>
  sql`
    update plan set due_on = made.final_due
    from obligation old join obligation made on made.continues_id = old.id join plan_order on plan_order.directive_id = old.directive_id
      and (old.task_id = plan_order.task_id or old.task_id = any(plan_order.later_task_ids))
    where old.id = any(${oldIds}::uuid[]) and plan.order_id = plan_order.id and plan.body_id = old.body_id and plan.due_on = old.final_due and made.final_due is not null
      and plan.submitted_on is null and plan.state in ('due', 'drafting', 'returned')`.execute(db)

/** Notes which tasks have taken the place of those by which plans were ordered. */
export const followTasks = (db: Database, { id, directiveId }: Change) =>
  sql`
    update plan_order set later_task_ids = later_task_ids || item.new_task_id from task_change item
    where plan_order.directive_id = ${directiveId} and item.change_id = ${id} and item.kind = 'amend' and item.new_task_id is not null
      and (plan_order.task_id = item.task_id or item.task_id = any(plan_order.later_task_ids))`.execute(db)

/** Ends what a body still had to plan for a directive and was never approved, each plan with a step that says why; gives which. */
export const endPlans = (db: Database, directiveId: string, bodyId: string, why: string, by: Doer) =>
  sql<{ id: string }>`
    with ended as (
      update plan set state = 'withdrawn', version = version + 1, updated_at = ${by.at}
      where directive_id = ${directiveId} and body_id = ${bodyId} and edition = 0 and state <> 'withdrawn' returning id, old.state as from_state, round
    ), told as (
      insert into plan_step (plan_id, event, from_state, to_state, round, text, person_id, holding_id, body_id, day, at)
      select id, 'withdraw', from_state, 'withdrawn', round, ${why}, ${by.personId}, ${by.holdingId}, ${by.bodyId}, ${by.day}, ${by.at} from ended
    )
    select id from ended`
    .execute(db)
    .then(({ rows }) => rows.map(({ id }) => id))

/** The obligations that a plan answers and that others carry on, with those. */
export const carriedOf = (db: Database, planId: string) =>
  sql<{ oldId: string; newId: string }>`
    select distinct made.continues_id as old_id, made.id as new_id
    from plan_item item join plan_answer answer on answer.item_id = item.id join obligation made on made.continues_id = answer.obligation_id where item.plan_id = ${planId}`
    .execute(db)
    .then(({ rows }) => rows)

/** Takes from the items of a plan their answers to obligations that were withdrawn, and to what is no item of the superior's plan any more. */
export const dropGone = async (db: Database, planId: string): Promise<void> => {
  await sql`
    delete from plan_answer using plan_item item, obligation
    where item.id = plan_answer.item_id and item.plan_id = ${planId} and obligation.id = plan_answer.obligation_id and obligation.state = 'withdrawn'`.execute(
    db,
  )
  await sql`
    delete from plan_item_under up using plan_item item, plan
    where item.id = up.item_id and item.plan_id = ${planId} and plan.id = item.plan_id and not ${stands(sql`up.superior_item_id`, sql`plan.superior_id`)}`.execute(
    db,
  )
}

/** Says of an item that it was looked at; of the items of a plan that they are to be looked at again; or forgets their marks, all or those looked at. */
export const markLooked = (db: Database, itemId: string) =>
  db.updateTable('planItem').set({ isLookedAt: true, version: sql`version + 1` }).where('id', '=', itemId).execute()
export const markAgain = (db: Database, planId: string) =>
  db.updateTable('planItem').set({ isLookedAt: false }).where('planId', '=', planId).where('touchedWhy', 'is not', null).execute()
export const clearMarks = (db: Database, planId: string, which: 'all' | 'looked-at') =>
  db
    .updateTable('planItem')
    .set({ touchedWhy: null, touchedOn: null, isLookedAt: false })
    .where('planId', '=', planId)
    .where('touchedWhy', 'is not', null)
    .where('isLookedAt', 'in', which === 'all' ? [true, false] : [true])
    .execute()

/** How many plans and items a change touches where it was not agreed to yet. */
export const countTouched = (db: Database, changeId: string) =>
  sql<PlansTouched>`
    with change as (select * from directive_change where id = ${changeId}),
    item as materialized (
      select distinct plan.id as plan_id, item.id from change join obligation on ${touched} join plan_answer answer on answer.obligation_id = obligation.id
      join plan_item item on item.id = answer.item_id and item.removed_on is null join plan on plan.id = item.plan_id and plan.state <> 'withdrawn'
    ), asked as (
      select plan_id as id from item
      union select plan.id from change join task_change added on added.change_id = change.id and added.kind = 'add'
        join plan on plan.directive_id = change.directive_id and plan.body_id = any(added.body_ids) and plan.state <> 'withdrawn'
        where not exists (select from change_receipt answer where answer.change_id = change.id and answer.body_id = plan.body_id and answer.state = 'agreed')
      union select plan.id from change join plan on change.kind <> 'update' and plan.directive_id = change.directive_id and plan.edition = 0 and plan.state <> 'withdrawn'
    )
    select count(*) as plans, count(*) filter (where plan.edition > 0) as approved, count(*) filter (where plan.edition = 0 and change.kind <> 'update') as ending,
      (select count(*) from item) as items
    from asked join plan on plan.id = asked.id cross join change`
    .execute(db)
    .then(({ rows }) => rows[0] as PlansTouched)

/** The plans of a body that a change sent to it touches: until the body agrees, by what the change would do; afterwards by the marks that it left and nobody has looked at. */
export const ownTouched = (db: Database, changeId: string, bodyId: string) =>
  sql<OwnPlanTouched>`
    with change as (
      select change.*, answer.state = 'agreed' as is_agreed from directive_change change join change_receipt answer on answer.change_id = change.id
      where change.id = ${changeId} and answer.body_id = ${bodyId}
    ), hit as materialized (
      select answer.item_id from change join obligation on not change.is_agreed and obligation.body_id = ${bodyId} and ${touched}
        join plan_answer answer on answer.obligation_id = obligation.id
      union
      select item.id from change join plan on change.is_agreed and plan.directive_id = change.directive_id and plan.body_id = ${bodyId}
        join plan_item item on item.plan_id = plan.id and item.touched_why is not null and not item.is_looked_at
    ), touched as (
      select plan.id, plan.form, plan_order.title as order_title, change.kind, plan.state, plan.edition > 0 as is_approved,
        not change.is_agreed and change.kind <> 'update' and plan.edition = 0 as ends,
        coalesce((select json_agg(json_build_object('id', item.id, 'text', item.text) order by item.position) from plan_item item join hit on hit.item_id = item.id
          where item.plan_id = plan.id and item.removed_on is null), '[]') as items,
        case when change.is_agreed then 0
          else (select count(*) from task_change added where added.change_id = change.id and added.kind = 'add' and ${bodyId} = any(added.body_ids)) end as added
      from change join plan on plan.directive_id = change.directive_id and plan.body_id = ${bodyId} and plan.state <> 'withdrawn' join plan_order on plan_order.id = plan.order_id
    )
    select * from touched where ends or added > 0 or json_array_length(items) > 0 order by id`
    .execute(db)
    .then(({ rows }) => rows)
