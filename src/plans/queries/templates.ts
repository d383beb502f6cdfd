import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import { under } from '../../organisations/reach.ts'
import type { PlanTemplate } from '../contract.ts'
import type { TemplateDraft } from '../orders/contract.ts'
import { standing } from './above.ts'
import type { Field } from './orders.ts'

export type DraftItem = Omit<TemplateDraft['items'][number], 'isGiven'> & { fromOn: string | null }

/** The items of a plan as they would go into a template now, each with the tasks it answers, and whether those lie on nobody but the plan's own body. */
export const itemsToGive = (db: Database, planId: string): Promise<DraftItem[]> =>
  sql<DraftItem>`
    select item.id, item.version, item.part, item.text, item.product, item.from_on, item.due_on, item.task_ids,
      item.task_ids <> '{}' and not exists (select from obligation join plan on plan.id = ${planId}
        where obligation.task_id = any(item.task_ids) and obligation.body_id <> plan.body_id and obligation.state <> 'withdrawn') as is_own_only
    from (${standing(sql`${planId}::uuid`)}) item order by item.position, item.id`
    .execute(db)
    .then(({ rows }) => rows)

/** The words around the items of a plan that would go into a template with them: as it was approved last where it is being amended. */
export const headToGive = (db: Database, planId: string) =>
  sql<{ grounds: string; aims: string }>`
    select coalesce(edition.content -> 'head' ->> 'grounds', plan.grounds) as grounds, coalesce(edition.content -> 'head' ->> 'aims', plan.aims) as aims
    from plan left join plan_edition edition on edition.plan_id = plan.id and edition.number = plan.edition where plan.id = ${planId}`
    .execute(db)
    .then(({ rows }) => rows[0] ?? { grounds: '', aims: '' })

/** The tasks of a directive that lie on somebody in a field: what the items of a template may answer. */
export const tasksIn = (db: Database, { directiveId, isWhole, bodyId }: Field, day: string) =>
  sql<{ id: string; address: string; text: string }>`
    select task.id, task.address, task.text from task
    where task.directive_id = ${directiveId} and task.dropped_why is null and exists (select from obligation
      where obligation.task_id = task.id and obligation.state <> 'withdrawn' and ${isWhole ? sql`true` : under(sql`obligation.body_id`, bodyId, day)})
    order by task.position, task.id`
    .execute(db)
    .then(({ rows }) => rows)

export type GivenItem = {
  sourceId: string
  part: string
  text: string
  product: string
  fromOn: string | null
  dueOn: string | null
  taskIds: string[]
}
export type Given = { number: number; planId: string; grounds: string; aims: string; items: GivenItem[] }

/** The template of an order as it holds now. */
export const templateOfOrder = (db: Database, orderId: string): Promise<Given | undefined> =>
  sql<Given>`
    select template.number, template.plan_id, template.grounds, template.aims,
      coalesce((select json_agg(json_build_object('sourceId', item.source_id, 'part', item.part, 'text', item.text, 'product', item.product, 'fromOn', item.from_on, 'dueOn', item.due_on,
        'taskIds', item.task_ids) order by item.position) from plan_template_item item where item.template_id = template.id), '[]') as items
    from (${newest(sql`${orderId}::uuid`)}) template`
    .execute(db)
    .then(({ rows }) => rows[0])

/** The template of an order (a column) that holds, as a row of `plan_template`. */
export const newest = (orderId: RawBuilder<unknown>) => sql`select * from plan_template where order_id = ${orderId} order by number desc limit 1`

/** Gives a template with an order, or a newer one in the place of that which it has. */
export const insertTemplate = (db: Database, orderId: string, { items, ...template }: Given, day: string) =>
  sql`
    with made as (
      insert into plan_template (order_id, number, plan_id, grounds, aims, taken_on)
      values (${orderId}, ${template.number}, ${template.planId}, ${template.grounds}, ${template.aims}, ${day}) returning id
    )
    insert into plan_template_item (template_id, source_id, position, part, text, product, from_on, due_on, task_ids)
    select made.id, given."sourceId", place, given.part, given.text, given.product, given."fromOn", given."dueOn", array(select json_array_elements_text(given."taskIds")::uuid)
    from made, rows from (json_to_recordset(${JSON.stringify(items)}::json)
      as ("sourceId" uuid, part text, text text, product text, "fromOn" date, "dueOn" date, "taskIds" json)) with ordinality
      as given("sourceId", part, text, product, "fromOn", "dueOn", "taskIds", place)`.execute(db)

/** Notes that an order has changed, for whoever has it open. */
export const noteChanged = (db: Database, orderId: string) =>
  db.updateTable('planOrder').set({ version: sql`version + 1` }).where('id', '=', orderId).execute()

/** Tells the plans of an order that were begun and are still being written that its template has changed in something meant for them: `touched` are the tasks of each item that did, none for what is meant for all. Gives which plans. */
export const tellRenewed = (db: Database, orderId: string, touched: readonly string[][], day: string) =>
  sql<{ id: string }>`
    update plan set template_renewed_on = ${day}, version = version + 1
    where order_id = ${orderId} and state in ('drafting', 'submitted', 'in-appraisal', 'returned') and (${touched.some((tasks) => tasks.length === 0)}
      or exists (select from obligation where obligation.body_id = plan.body_id and obligation.directive_id = plan.directive_id and obligation.state <> 'withdrawn'
        and obligation.task_id = any(${touched.flat()}::uuid[])))
    returning id`
    .execute(db)
    .then(({ rows }) => rows.map(({ id }) => id))

export type OfferedItem = PlanTemplate['items'][number] & { ownId: string | null }
export type OfferedTemplate = { number: number; takenOn: string; grounds: string; aims: string; items: OfferedItem[] }

/**
 * The template of a plan's order with what the plan has of each item: nothing yet, the item as it is, as an earlier template had it, or changed since. The tasks of an item are followed to those that
 * took their place.
 */
export const templateFor = (db: Database, plan: { id: string; orderId: string }): Promise<OfferedTemplate | undefined> =>
  sql<OfferedTemplate>`
    select template.number, template.taken_on, template.grounds, template.aims,
      coalesce((select json_agg(json_build_object('id', item.id, 'part', item.part, 'text', item.text, 'product', item.product, 'dueOn', item.due_on, 'ownId', own.id,
        'taskIds', array(
          with recursive meant as (
            select unnest(item.task_ids) as id
            union select change.new_task_id from task_change change join meant on change.task_id = meant.id where change.new_task_id is not null
          ) select id from meant),
        'state', case when own.id is null then 'open' when own.is_same then case own.origin when 'template' then 'taken' else 'edited' end when own.origin = 'template' then 'outdated' else 'edited' end
        ) order by item.position)
        from plan_template_item item
        left join lateral (
          select own.id, own.origin, (was.part, was.text, was.product, was.due_on) is not distinct from (item.part, item.text, item.product, item.due_on) as is_same
          from plan_item own join plan_template_item was on was.id = own.template_item_id
          where own.plan_id = ${plan.id} and own.removed_on is null and was.source_id = item.source_id order by own.position limit 1
        ) own on true
        where item.template_id = template.id), '[]') as items
    from (${newest(sql`${plan.orderId}::uuid`)}) template`
    .execute(db)
    .then(({ rows }) => rows[0])

type Renewed = { id: string; templateItemId: string; part: string; text: string; product: string; dueOn: string | null }

/** Writes items that stand as an earlier template had them as the newer one has them. */
export const renewItems = (db: Database, items: readonly Renewed[], by: string, at: string) =>
  sql`
    update plan_item item set template_item_id = given."templateItemId", part = given.part, text = given.text, product = given.product, due_on = given."dueOn",
      version = item.version + 1, updated_by = ${by}, updated_at = ${at}
    from json_to_recordset(${JSON.stringify(items)}::json) as given(id uuid, "templateItemId" uuid, part text, text text, product text, "dueOn" date)
    where item.id = given.id and item.origin = 'template'`.execute(db)
