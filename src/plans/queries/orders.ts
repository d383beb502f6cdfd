import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import { inClass, nameOn, rankOf } from '../../organisations/queries.ts'
import { under } from '../../organisations/reach.ts'
import { inField } from '../../tasks/queries/drafts.ts'
import type { OrderLine, OrderPart } from '../orders/contract.ts'
import { isVacant } from '../sight.ts'

/** In which field somebody orders: that of the directive for who owns, issued or stands for it; else below their own body. */
export type Field = { directiveId: string; isWhole: boolean; bodyId: string }

/** The bodies that parts mean on a day, each once: one named before a class, a class before a level. Of a secret directive only those with a part in it. */
const meant = ({ directiveId, isWhole, bodyId }: Field, parts: readonly OrderPart[], day: string) => sql`
  select distinct on (body.body_id) body.body_id, body.level, body.name, part.due_on, part.approver, part.form
  from json_to_recordset(${JSON.stringify(parts.map(({ classId, bodyId, level, dueOn, approver, form }) => ({ class_id: classId, body_id: bodyId, level, due_on: dueOn, approver, form })))}::json)
    as part(class_id uuid, body_id uuid, level text, due_on date, approver text, form text)
  left join body_class class on class.id = part.class_id
  cross join (
    select directive_field(issuer_id, ${day}::date) as field, secrecy, (select ${rankOf(sql`issuer.level`)} from body_version issuer where issuer.body_id = issuer_id and issuer.valid @> ${day}::date) as rank
    from directive where id = ${directiveId} offset 0
  ) scope
  join body_version body on body.valid @> ${day}::date and (body.body_id = part.body_id or body.level = part.level or (class.id is not null and not class.is_open and ${inClass}))
  where ${isWhole ? sql`(${inField(day)} or (body.body_id = part.body_id and not is_elsewhere(body.body_id, scope.field, ${day}::date))) and ${rankOf(sql`body.level`)} >= coalesce(scope.rank, 1)` : sql`${under(sql`body.body_id`, bodyId, day)} and body.body_id <> ${bodyId}`}
    and (scope.secrecy = 'none' or exists (select from directive_body named where named.directive_id = ${directiveId} and named.body_id = body.body_id))
  order by body.body_id, part.body_id is null, part.class_id is null, part.due_on`

/** Of the bodies that parts name, one of which no plan may be ordered in a field on a day, by name. */
export const findOutOfField = (db: Database, field: Field, parts: readonly OrderPart[], day: string): Promise<string | undefined> =>
  sql<{ name: string }>`
    with meant as (${meant(field, parts, day)})
    select ${nameOn(sql`asked.id`, day)} as name from unnest(${parts.flatMap(({ bodyId }) => bodyId ?? [])}::uuid[]) asked(id) where asked.id not in (select body_id from meant) limit 1`
    .execute(db)
    .then(({ rows }) => rows[0]?.name)

/** True where a row `meant` has a plan for a directive that stands. */
const hasPlan = (directiveId: string) =>
  sql`exists (select from plan where plan.directive_id = ${directiveId} and plan.body_id = meant.body_id and plan.state <> 'withdrawn')`

/** How many bodies of each level parts mean on a day, and how many of them have nothing of the directive lying on them, or a plan for it already. */
export const countMeant = (db: Database, field: Field, parts: readonly OrderPart[], day: string) =>
  sql<{ level: 'central'; bodies: number; without: number; having: number }>`
    with meant as (${meant(field, parts, day)})
    select level, count(*) as bodies,
      count(*) filter (where not exists (select from obligation where obligation.directive_id = ${field.directiveId} and obligation.body_id = meant.body_id and obligation.state <> 'withdrawn')) as without,
      count(*) filter (where ${hasPlan(field.directiveId)}) as "having"
    from meant group by level order by ${rankOf(sql`level`)}`
    .execute(db)
    .then(({ rows }) => rows)

type NewOrder = {
  directiveId: string
  taskId: string | null
  title: string
  orderedBy: string
  orderedOn: string
  needsAcceptance: boolean
  note: string
  at: string
}

/** Writes an order to plan. */
export const insertOrder = (db: Database, { at, ...order }: NewOrder) =>
  db
    .insertInto('planOrder')
    .values({ ...order, createdAt: at })
    .returning('id')
    .executeTakeFirstOrThrow()

/** Adds parts to an order behind those it has. */
export const insertParts = (db: Database, orderId: string, parts: readonly OrderPart[]) =>
  sql`
    insert into plan_order_part (order_id, position, class_id, body_id, level, due_on, approver, form)
    select ${orderId}, (select coalesce(max(position), 0) from plan_order_part where order_id = ${orderId}) + row_number() over (), class_id, body_id, level, due_on, approver, form
    from json_to_recordset(${JSON.stringify(parts.map(({ classId, bodyId, level, dueOn, approver, form }) => ({ class_id: classId, body_id: bodyId, level, due_on: dueOn, approver, form })))}::json)
      as part(class_id uuid, body_id uuid, level text, due_on date, approver text, form text)`.execute(db)

/**
 * Lays a plan on every body that parts of an order mean and that owes none under it yet (nor, unless `again`, has one for the directive); gives how many, and of how many a second body has the last word. Its superior's plan is that of the nearest one above with a plan for the directive,
 * under the same order before another. Approval lies with the nearest one above that has a part in the directive, with the ordering body or with the body itself; with acceptance, another body above says the last word.
 * What holds for one body is worked out in steps, so that the planner knows how many rows there are.
 */
export async function layPlans(
  db: Database,
  orderId: string,
  field: Field,
  { parts, again }: { parts: readonly OrderPart[]; again: boolean },
  day: string,
  at: string,
): Promise<{ laid: number; inTwoSteps: number }> {
  const { directiveId } = field
  await sql`set local work_mem = '64MB'`.execute(db)
  await sql`
    create temporary table planner on commit drop as
    select uuidv7() as id, meant.* from (
      select * from (${meant(field, parts, day)}) meant
      where not exists (select from plan where plan.order_id = ${orderId} and plan.body_id = meant.body_id) and ${again ? sql`true` : sql`not ${hasPlan(directiveId)}`}
      order by ${rankOf(sql`level`)}, name, body_id
    ) meant`.execute(db)
  await sql`analyze planner`.execute(db)
  await sql`
    create temporary table superior on commit drop as
    select id, body_id from planner
    union all select id, body_id from plan where order_id = ${orderId} and state <> 'withdrawn'`.execute(db)
  await sql`create index on superior (body_id)`.execute(db)
  await sql`analyze superior`.execute(db)
  const { rows } = await sql<{ laid: number; inTwoSteps: number }>`
    with nearest as (
      select distinct on (planner.id) planner.id, up.id as superior_id, up.body_id as superior_body_id
      from planner
      join body_reach reach on reach.body_id = planner.body_id and reach.depth > 0 and reach.valid @> ${day}::date
      join (
        select id, body_id, true as is_same from superior
        union all select id, body_id, false from plan where directive_id = ${directiveId} and order_id <> ${orderId} and state <> 'withdrawn'
      ) up on up.body_id = reach.ancestor_id
      order by planner.id, reach.depth, up.is_same desc, up.id
    ), direct as (
      select distinct on (planner.id) planner.id, reach.ancestor_id as body_id
      from planner join body_reach reach on reach.body_id = planner.body_id and reach.depth > 0 and reach.valid @> ${day}::date
      join (select body_id from superior union select body_id from directive_body where directive_id = ${directiveId}) involved on involved.body_id = reach.ancestor_id
      order by planner.id, reach.depth
    ), decided as (
      select planner.*, nearest.superior_id, ordering.ordered_by, ordering.needs_acceptance, coalesce(direct.body_id, ordering.ordered_by) as above_id,
        case planner.approver when 'own' then planner.body_id when 'superior' then coalesce(direct.body_id, ordering.ordered_by) else ordering.ordered_by end as approver_id
      from planner join plan_order ordering on ordering.id = ${orderId} left join nearest on nearest.id = planner.id left join direct on direct.id = planner.id
    ), laid as (
      insert into plan (id, order_id, directive_id, body_id, superior_id, approver_id, accepter_id, form, due_on, updated_at)
      select id, ${orderId}, ${directiveId}, body_id, superior_id, approver_id,
        case when needs_acceptance then coalesce(nullif(above_id, approver_id), nullif(ordered_by, approver_id)) end, form, due_on, ${at}
      from decided order by id returning body_id, accepter_id
    ), seen as (
      insert into directive_body (directive_id, body_id, part) select ${directiveId}, body_id, 'plan' from laid on conflict do nothing
    )
    select count(*) as laid, count(accepter_id) as in_two_steps from laid`.execute(db)
  const count = rows[0] ?? { laid: 0, inTwoSteps: 0 }
  if (count.laid > 1000) await sql`analyze plan, directive_body`.execute(db)
  await sql`drop table planner, superior`.execute(db)
  return count
}

/** The orders of a directive that somebody may see: who ordered, whom it means, and whoever the directive lies open to. */
export const ordersOf = (db: Database, user: Holder, day: string, directiveId: string, isOpen: boolean): Promise<OrderLine[]> =>
  sql<OrderLine>`
    select ordering.id, ordering.directive_id, ordering.title, ordering.ordered_by as ordered_by_id, ${nameOn(sql`ordering.ordered_by`, sql`ordering.ordered_on`)} as ordered_by_name, ordering.ordered_on,
      ordering.needs_acceptance, ordering.note, ordering.withdrawn_on, ordering.withdrawn_why, ordering.version,
      (select count(*) from plan where plan.order_id = ordering.id) as plans,
      case when ordering.needs_acceptance then (select count(*) from plan where plan.order_id = ordering.id and plan.accepter_id is null) else 0 end as in_one_step,
      case when ordering.ordered_by = ${user.bodyId} then (select count(*) from plan where plan.order_id = ordering.id and ${isVacant(day)}) else 0 end as vacant,
      (select coalesce(json_agg(json_build_object('classId', part.class_id, 'bodyId', part.body_id, 'level', part.level, 'dueOn', part.due_on, 'approver', part.approver, 'form', part.form,
          'name', coalesce(class.name, ${nameOn(sql`part.body_id`, day)}, '')) order by part.position), '[]')
        from plan_order_part part left join body_class class on class.id = part.class_id where part.order_id = ordering.id) as parts,
      (select json_build_object('number', template.number, 'takenOn', template.taken_on, 'items', (select count(*) from plan_template_item item where item.template_id = template.id),
        'planId', case when ordering.ordered_by = ${user.bodyId} then template.plan_id end)
        from plan_template template where template.order_id = ordering.id order by template.number desc limit 1) as template,
      ordering.ordered_by = ${user.bodyId} and ordering.withdrawn_on is null as can_change
    from plan_order ordering
    where ordering.directive_id = ${directiveId}
      and (${isOpen} or ordering.ordered_by = ${user.bodyId} or exists (select from plan where plan.order_id = ordering.id
        and (plan.body_id = ${user.bodyId} or plan.approver_id = ${user.bodyId} or plan.accepter_id = ${user.bodyId} or ${under(sql`plan.body_id`, user.reachId, day)})))
    order by ordering.created_at desc`
    .execute(db)
    .then(({ rows }) => rows)

/** An order, locked for the rest of the transaction. */
export const lockOrder = (db: Database, orderId: string) =>
  db.selectFrom('planOrder').selectAll().where('id', '=', orderId).forUpdate().executeTakeFirst()

/** Withdraws an order with a reason, and the plans under it that were never approved; gives how many. */
export async function withdrawOrder(
  db: Database,
  orderId: string,
  why: string,
  by: { personId: string; holdingId: string; bodyId: string; day: string; at: string },
): Promise<number> {
  await db.updateTable('planOrder').set({ withdrawnOn: by.day, withdrawnWhy: why, version: sql`version + 1` }).where('id', '=', orderId).execute()
  const { rows } = await sql<{ count: number }>`
    with withdrawn as (
      update plan set state = 'withdrawn', version = version + 1, updated_at = ${by.at}
      where order_id = ${orderId} and edition = 0 and state <> 'withdrawn'
      returning id, old.state as from_state, round
    ), told as (
      insert into plan_step (plan_id, event, from_state, to_state, round, text, person_id, holding_id, body_id, day, at)
      select id, 'withdraw', from_state, 'withdrawn', round, ${why}, ${by.personId}, ${by.holdingId}, ${by.bodyId}, ${by.day}, ${by.at} from withdrawn
    )
    select count(*) as count from withdrawn`.execute(db)
  return rows[0]?.count ?? 0
}

/** Tasks of an issued directive that lie on somebody, with their latest day and whom they name as lead. */
export const tasksToPlan = (db: Database, directiveId: string, day: string) =>
  sql<{
    taskId: string
    address: string
    text: string
    due: string | null
    leads: { classId: string | null; bodyId: string | null; name: string }[]
  }>`
    select task.id as task_id, task.address, task.text, (select max(due) from milestone where milestone.task_id = task.id and milestone.due is not null) as due,
      (select coalesce(json_agg(json_build_object('classId', role.class_id, 'bodyId', role.body_id, 'name', coalesce(class.name, ${nameOn(sql`role.body_id`, day)}, role.named)) order by role.position), '[]')
        from task_role role left join body_class class on class.id = role.class_id
        where role.task_id = task.id and role.role = 'lead' and (role.body_id is not null or (class.id is not null and not class.is_open))) as leads
    from task where task.directive_id = ${directiveId} and task.dropped_why is null order by task.position`
    .execute(db)
    .then(({ rows }) => rows)

/** Whether a task is of a directive. */
export const isTaskOf = (db: Database, directiveId: string, taskId: string) =>
  db
    .selectFrom('task')
    .select('id')
    .where('id', '=', taskId)
    .where('directiveId', '=', directiveId)
    .where('droppedWhy', 'is', null)
    .executeTakeFirst()
    .then(Boolean)

/** Whether a plan is a body's own for a directive. */
export const isOwnPlan = (db: Database, planId: string, directiveId: string, bodyId: string) =>
  db
    .selectFrom('plan')
    .select('id')
    .where('id', '=', planId)
    .where('directiveId', '=', directiveId)
    .where('bodyId', '=', bodyId)
    .executeTakeFirst()
    .then(Boolean)

/** Plans not decided yet, of bodies that have moved since they were ordered, wait for the approval of whoever stands above now, and start from that one's plan; so do those of a body whose move was taken back (`isBack`). */
export const followMoves = (db: Database, day: string, bodyId: string | null = null, isBack = false): Promise<string[]> =>
  sql<{ id: string }>`
    with moved as (
      select distinct version.body_id from body_version version
      join body_version earlier on earlier.body_id = version.body_id and upper(earlier.valid) = lower(version.valid) and earlier.parent_id is distinct from version.parent_id
      where lower(version.valid) <= ${day}::date and (${bodyId}::uuid is null or version.body_id = ${bodyId}::uuid)
      union select ${bodyId}::uuid where ${isBack}
    ), waiting as (
      select plan.id, plan.order_id, plan.directive_id, plan.body_id from moved
      join body_reach below on below.ancestor_id = moved.body_id and below.valid @> ${day}::date
      join plan on plan.body_id = below.body_id join plan_order ordering on ordering.id = plan.order_id
      where plan.state in ('due', 'drafting', 'submitted', 'in-appraisal', 'returned') and plan.edition = 0 and plan.approver_id not in (plan.body_id, ordering.ordered_by)
    ), above as (
      select waiting.id,
        (select reach.ancestor_id from body_reach reach where reach.body_id = waiting.body_id and reach.depth > 0 and reach.valid @> ${day}::date
          and exists (select from directive_body part where part.directive_id = waiting.directive_id and part.body_id = reach.ancestor_id) order by reach.depth limit 1) as approver_id,
        (select up.id from body_reach reach join plan up on up.body_id = reach.ancestor_id and up.directive_id = waiting.directive_id and up.state <> 'withdrawn'
          where reach.body_id = waiting.body_id and reach.depth > 0 and reach.valid @> ${day}::date order by reach.depth, (up.order_id = waiting.order_id) desc, up.id limit 1) as superior_id
      from waiting
    )
    update plan set approver_id = above.approver_id, superior_id = above.superior_id, version = version + 1 from above
    where plan.id = above.id and above.approver_id is not null and (plan.approver_id, plan.superior_id) is distinct from (above.approver_id, above.superior_id)
    returning plan.id`
    .execute(db)
    .then(({ rows }) => rows.map(({ id }) => id))
