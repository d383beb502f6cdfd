import { sql } from 'kysely'
import type { Database } from '../src/kernel/database.ts'

/** Clears away the plans that the example has, and what waits to be done about them, for a test that counts its own. */
export async function forgetPlans(db: Database): Promise<void> {
  await sql`truncate plan_order, plan cascade`.execute(db)
  await sql`delete from graphile_worker._private_jobs`.execute(db)
}

type OrderToPlan = { directiveId: string; orderedBy: string; title?: string; on?: string }

/** An order to plan, given by a body for a directive. */
export async function addOrder(
  db: Database,
  { directiveId, orderedBy, title = 'Xây dựng kế hoạch của cấp mình', on = '2013-07-10' }: OrderToPlan,
): Promise<string> {
  const { id } = await db
    .insertInto('planOrder')
    .values({ directiveId, orderedBy, title, orderedOn: on, createdAt: `${on}T02:00:00Z` })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type ItemToAdd = {
  text: string
  product?: string
  lead?: string
  coordinate?: string
  fromOn?: string | null
  dueOn?: string | null
  money?: number | null
  answers?: string[]
  under?: string[]
  removed?: boolean
}
export type PlanToAdd = {
  orderId: string
  directiveId: string
  bodyId: string
  approverId?: string
  superiorId?: string | null
  state?: string
  title?: string
  dueOn?: string
  submittedOn?: string | null
  items?: ItemToAdd[]
}

/** A plan of a body with its items, as it stands after its clerk has written it; gives the ids of both. */
export async function addPlan(db: Database, plan: PlanToAdd): Promise<{ planId: string; itemIds: string[] }> {
  const at = '2013-10-20T03:00:00Z'
  const { id: planId } = await db
    .insertInto('plan')
    .values({
      orderId: plan.orderId,
      directiveId: plan.directiveId,
      bodyId: plan.bodyId,
      superiorId: plan.superiorId ?? null,
      approverId: plan.approverId ?? plan.bodyId,
      state: plan.state ?? 'submitted',
      title: plan.title ?? 'Kế hoạch thực hiện',
      dueOn: plan.dueOn ?? '2013-12-31',
      submittedOn: plan.submittedOn === undefined ? '2013-10-21' : plan.submittedOn,
      updatedAt: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const itemIds: string[] = []
  for (const [i, item] of (plan.items ?? []).entries()) {
    const { id } = await db
      .insertInto('planItem')
      .values({
        planId,
        position: i * 1000,
        text: item.text,
        product: item.product ?? '',
        lead: item.lead ?? '',
        coordinate: item.coordinate ?? '',
        fromOn: item.fromOn ?? null,
        dueOn: item.dueOn ?? null,
        money: item.money ?? null,
        origin: item.answers?.length ? 'obligation' : item.under?.length ? 'superior' : 'own',
        removedOn: item.removed ? '2013-10-20' : null,
        updatedAt: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const obligationId of item.answers ?? []) await db.insertInto('planAnswer').values({ itemId: id, obligationId }).execute()
    for (const superiorItemId of item.under ?? []) await db.insertInto('planItemUnder').values({ itemId: id, superiorItemId }).execute()
    itemIds.push(id)
  }
  return { planId, itemIds }
}

/** Shares of a hundred plans at each state, and of a hundred obligations that are answered, reasoned … by their body's plan. */
const planMix = [
  { value: 'due', below: 10 },
  { value: 'drafting', below: 24 },
  { value: 'submitted', below: 42 },
  { value: 'in-appraisal', below: 52 },
  { value: 'returned', below: 60 },
  { value: 'approved', below: 72 },
  { value: 'issued', below: 92 },
  { value: 'amending', below: 97 },
  { value: 'withdrawn', below: 100 },
]
const answerMix = [
  { value: 'answered', below: 56 },
  { value: 'removed', below: 60 },
  { value: 'accepted', below: 68 },
  { value: 'asked', below: 74 },
  { value: 'refused', below: 78 },
  { value: 'open', below: 100 },
]

/**
 * Plans of all bodies under one that the tasks of a directive lie on, each at some state, with items that answer most of what lies on them, reasons for some of the
 * rest, items under their superior's and items for nothing; thrown by `seed`, the same for the same. One statement a table, whatever the size of the tree.
 */
export async function fillPlans(
  db: Database,
  { directiveId, underId, seed = 'a', ...order }: OrderToPlan & { underId: string; seed?: string },
): Promise<string> {
  const orderId = await addOrder(db, { directiveId, ...order })
  const dice = (...words: string[]) =>
    sql`abs(hashtext(${sql.join([...words.map((word) => sql.raw(word)), sql`${seed}::text`], sql` || '/' || `)})) % 100`
  const fell = (mix: { value: string; below: number }[], thrown: ReturnType<typeof sql>) =>
    sql`(select value from json_to_recordset(${JSON.stringify(mix)}::json) as mix(value text, below int) where below > ${thrown} order by below limit 1)`
  await db.transaction().execute(async (db) => {
    await sql`
      insert into plan (order_id, directive_id, body_id, approver_id, due_on, state, title, submitted_on, updated_at)
      select ${orderId}, ${directiveId}, held.body_id, coalesce(body.parent_id, held.body_id), date '2013-10-31' + ${dice("'due'", 'body.name')}::int, thrown.state,
        'Kế hoạch của ' || body.name || ' thực hiện ' || directive.kind || ' ' || coalesce(directive.number, ''),
        case when thrown.state not in ('due', 'drafting') then date '2013-10-01' + ${dice("'submitted'", 'body.name')}::int % 40 end, '2013-11-01T02:00:00Z'
      from (
        select distinct obligation.body_id from obligation join body_reach reach on reach.body_id = obligation.body_id and reach.ancestor_id = ${underId}
        where obligation.directive_id = ${directiveId} and obligation.state <> 'withdrawn'
      ) held
      join body_version body on body.body_id = held.body_id and body.valid @> date '2013-11-15' join directive on directive.id = ${directiveId},
      lateral (select ${fell(planMix, dice("'state'", 'body.name'))} as state) thrown`.execute(db)
    await sql`
      update plan set superior_id = (
        select above.id from body_reach reach join plan above on above.order_id = plan.order_id and above.body_id = reach.ancestor_id
        where reach.body_id = plan.body_id and reach.depth > 0 and reach.valid @> date '2013-11-15' order by reach.depth limit 1)
      where order_id = ${orderId}`.execute(db)
    await sql`
      create temporary table thrown on commit drop as
      select plan.id as plan_id, obligation.id as obligation_id, task.position, task.text, task.product, body.name, uuidv7() as item_id,
        ${fell(answerMix, dice("'answer'", 'body.name', 'task.position'))} as fell, ${dice("'lead'", 'body.name', 'task.position')} as lead
      from plan join obligation on obligation.body_id = plan.body_id and obligation.directive_id = plan.directive_id and obligation.state <> 'withdrawn'
      join task on task.id = obligation.task_id join body_version body on body.body_id = plan.body_id and body.valid @> date '2013-11-15'
      where plan.order_id = ${orderId} and plan.state <> 'due'`.execute(db)
    await sql`
      insert into plan_item (id, plan_id, position, part, text, product, lead, from_on, due_on, origin, removed_on, updated_at, is_bare)
      select item_id, plan_id, position, 'Nhiệm vụ được giao', 'Tổ chức thực hiện tại ' || name || ': ' || text, product,
        case when lead < 70 then 'Văn phòng ' || name else '' end, date '2013-11-01' + lead::int, date '2013-12-01' + lead::int, 'obligation',
        case when fell = 'removed' then date '2013-11-01' end, '2013-11-01T02:00:00Z', lead % 5 = 0
      from thrown where fell in ('answered', 'removed')`.execute(db)
    await sql`insert into plan_answer (item_id, obligation_id) select item_id, obligation_id from thrown where fell in ('answered', 'removed')`.execute(
      db,
    )
    await sql`
      insert into plan_reason (plan_id, obligation_id, why, asked_on, asked_by, accepted_on, refused_on, decided_by, answer)
      select plan_id, obligation_id, 'Trên địa bàn không có đơn vị thuộc diện phải thực hiện.', '2013-10-10', person.id,
        case when fell = 'accepted' then date '2013-10-15' end, case when fell = 'refused' then date '2013-10-15' end,
        case when fell <> 'asked' then person.id end, case fell when 'accepted' then 'Đồng ý.' when 'refused' then 'Vẫn phải rà soát và báo cáo.' else '' end
      from thrown, (select id from person order by username limit 1) person where fell in ('accepted', 'asked', 'refused')`.execute(db)
    await sql`
      with own as (
        insert into plan_item (plan_id, position, part, text, product, lead, due_on, origin, updated_at)
        select plan.id, 100000 + n, 'Việc của địa phương, đơn vị',
          (array['Sửa chữa trụ sở làm việc', 'Tổ chức hội thao chào mừng ngày thành lập', 'Mua sắm trang thiết bị văn phòng'])[n] || ' của ' || body.name, '',
          'Văn phòng ' || body.name, date '2013-12-20', 'own', '2013-11-01T02:00:00Z'
        from plan join body_version body on body.body_id = plan.body_id and body.valid @> date '2013-11-15', generate_series(1, 3) n
        where plan.order_id = ${orderId} and plan.state <> 'due' and ${dice("'own'", 'body.name', 'n')} < 40 returning id, plan_id, position
      )
      insert into plan_item_under (item_id, superior_item_id)
      select own.id, above.id from own join plan on plan.id = own.plan_id
      join lateral (select item.id from plan_item item where item.plan_id = plan.superior_id order by item.position limit 1) above on true
      where own.position = 100001`.execute(db)
  })
  await sql`analyze plan, plan_item, plan_answer, plan_reason, plan_item_under`.execute(db)
  return orderId
}
