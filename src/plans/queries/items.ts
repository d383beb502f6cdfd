import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import type { Edition, Facts, Item, Owed } from '../contract.ts'
import { hasOwnHands, isBare, wordsIn } from '../rules.ts'
import { stands } from './above.ts'

/** The cells of a row `item`, with what it answers. */
export const factsOfItem = sql`item.part, item.text, item.product, item.lead, item.coordinate, item.person_id, item.from_on, item.due_on, item.money, item.note,
  array(select answer.obligation_id from plan_answer answer where answer.item_id = item.id order by 1) as obligation_ids,
  array(select up.superior_item_id from plan_item_under up where up.item_id = item.id order by 1) as superior_item_ids`

/** Why a row `item` wants looking at, until it was looked at. */
export const openMark = sql<string | null>`case when not item.is_looked_at then item.touched_why end`

/** The live items of a plan in order, with what was last said about each when the plan was returned. */
export const itemsOf = (db: Database, planId: string): Promise<Item[]> =>
  sql<Item>`
    select item.id, item.position, ${factsOfItem}, (select person.name from person where person.id = item.person_id) as person_name,
      case when item.origin = 'own' and item.template_item_id is not null then 'template-edited' else item.origin end as origin, ${openMark} as touched_why, item.is_bare, item.version,
      (select person.name from person where person.id = item.updated_by) as updated_by, item.updated_at,
      array(select remark.text from plan_remark remark where remark.item_id = item.id
        and remark.step_id = (select id from plan_step step where step.plan_id = ${planId} and step.event in ('return', 'refuse') order by step.at desc, step.id desc limit 1)) as remarks
    from plan_item item where item.plan_id = ${planId} and item.removed_on is null order by item.position, item.id`
    .execute(db)
    .then(({ rows }) => rows)

export type HeldItem = Facts & { id: string; touchedWhy: string | null; isBare: boolean }

/** The live items of a plan in order as they are judged when it moves, and whether each only repeated what it answers as the plan was submitted last. */
export const heldItems = (db: Database, planId: string): Promise<HeldItem[]> =>
  sql<HeldItem>`
    select item.id, ${factsOfItem}, ${openMark} as touched_why, item.is_bare from plan_item item where item.plan_id = ${planId} and item.removed_on is null order by item.position, item.id`
    .execute(db)
    .then(({ rows }) => rows)

/** True where a row `obligation` asks for the plan itself, by its order: by the task the plans were ordered by, or one that took its place. */
export const asksForPlanItself = (ordering: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(obligation.task_id = ${ordering}.task_id or obligation.task_id = any(${ordering}.later_task_ids)) is true`

/** What a body's plan has to answer, in the order of the directive, with the reasons asked. */
export const owedOf = (db: Database, plan: { id: string; directiveId: string; bodyId: string }): Promise<Owed[]> =>
  sql<Owed>`
    select obligation.id, obligation.task_id, task.address, task.text, task.product, obligation.final_due, ${asksForPlanItself(sql`ordering`)} as is_plan_itself, obligation.state = 'verified' as is_verified,
      case when reason.plan_id is not null then json_build_object('why', reason.why, 'askedOn', reason.asked_on, 'answer', reason.answer,
        'state', case when reason.accepted_on is not null then 'accepted' when reason.refused_on is not null then 'refused' else 'asked' end) end as reason
    from plan join plan_order ordering on ordering.id = plan.order_id
    join obligation on obligation.directive_id = plan.directive_id and obligation.body_id = plan.body_id and obligation.state <> 'withdrawn'
    join task on task.id = obligation.task_id left join plan_reason reason on reason.plan_id = plan.id and reason.obligation_id = obligation.id
    where plan.id = ${plan.id} order by task.position, task.id`
    .execute(db)
    .then(({ rows }) => rows)

/** The plan of an item. */
export const planOf = (db: Database, itemId: string) => db.selectFrom('planItem').select('planId').where('id', '=', itemId).executeTakeFirst()

/** A live item with its cells, locked for the rest of the transaction. */
export const lockItem = (db: Database, itemId: string) =>
  sql<Facts & { id: string; planId: string; version: number; origin: Item['origin']; position: number; touchedWhy: string | null }>`
    select item.id, item.plan_id, item.version, item.origin, item.position, ${openMark} as touched_why, ${factsOfItem} from plan_item item where item.id = ${itemId} and item.removed_on is null for update of item`
    .execute(db)
    .then(({ rows }) => rows[0])

/** Who has taken an item out, if somebody has. */
export const removalOf = (db: Database, itemId: string) =>
  db
    .selectFrom('planItem')
    .innerJoin('person', 'person.id', 'planItem.updatedBy')
    .select(['person.name as person', 'planItem.text'])
    .where('planItem.id', '=', itemId)
    .where('planItem.removedOn', 'is not', null)
    .executeTakeFirst()

/** Saves cells of an item; gives its new version. */
export async function updateItem(
  db: Database,
  itemId: string,
  { obligationIds, superiorItemIds, ...cells }: Partial<Facts>,
  { by, at, origin }: { by: string; at: string; origin: Item['origin'] },
): Promise<number> {
  const { version } = await db
    .updateTable('planItem')
    .set({ ...cells, origin, isLookedAt: true, updatedBy: by, updatedAt: at, version: sql`version + 1` })
    .where('id', '=', itemId)
    .returning('version')
    .executeTakeFirstOrThrow()
  if (obligationIds)
    await sql`
      with gone as (delete from plan_answer where item_id = ${itemId} and not obligation_id = any(${obligationIds}::uuid[]))
      insert into plan_answer (item_id, obligation_id) select ${itemId}, unnest(${obligationIds}::uuid[]) on conflict do nothing`.execute(db)
  if (superiorItemIds)
    await sql`
      with gone as (delete from plan_item_under where item_id = ${itemId} and not superior_item_id = any(${superiorItemIds}::uuid[]))
      insert into plan_item_under (item_id, superior_item_id) select ${itemId}, unnest(${superiorItemIds}::uuid[]) on conflict do nothing`.execute(db)
  return version
}

export type NewItem = Facts & { id: string; origin: Item['origin']; templateItemId: string | null }

/** Adds items behind a place, in one statement whatever their number; those whose id is there already are left. Gives all of them as they are. */
export const insertItems = (
  db: Database,
  { planId, items, from, to, by, at }: { planId: string; items: readonly NewItem[]; from: number; to: number; by: string; at: string },
) =>
  sql<{ id: string; version: number; position: number }>`
    with given as materialized (
      select given.*, ${from}::float8 + (${to}::float8 - ${from}::float8) * row_number() over () / (count(*) over () + 1) as position
      from json_to_recordset(${JSON.stringify(items)}::json) as given(id uuid, part text, text text, product text, lead text, coordinate text, "personId" uuid, "fromOn" date, "dueOn" date,
        money numeric, note text, origin text, "templateItemId" uuid, "obligationIds" json, "superiorItemIds" json)
    ), added as (
      insert into plan_item (id, plan_id, position, part, text, product, lead, coordinate, person_id, from_on, due_on, money, note, origin, template_item_id, updated_by, updated_at)
      select id, ${planId}, position, part, text, product, lead, coordinate, "personId", "fromOn", "dueOn", money, note, origin, "templateItemId", ${by}, ${at} from given
      on conflict (id) do nothing returning id, version, position
    ), answers as (
      insert into plan_answer (item_id, obligation_id)
      select given.id, answer.value::uuid from given join added on added.id = given.id, json_array_elements_text(given."obligationIds") answer on conflict do nothing
    ), unders as (
      insert into plan_item_under (item_id, superior_item_id)
      select given.id, up.value::uuid from given join added on added.id = given.id, json_array_elements_text(given."superiorItemIds") up on conflict do nothing
    )
    select id, version, position from added
    union all select item.id, item.version, item.position from plan_item item join given on given.id = item.id where item.plan_id = ${planId} and not exists (select from added where added.id = item.id)
    order by position`
    .execute(db)
    .then(({ rows }) => rows)

/** The place right behind an item of a plan (null: before the first), as the two places between which it lies; at the end where `behindId` is undefined. */
export async function placeBehind(db: Database, planId: string, behindId: string | null | undefined): Promise<{ from: number; to: number }> {
  const { rows } = await sql<{ from: number; to: number | null }>`
    with place as (
      select case when ${behindId === undefined} then coalesce((select max(position) from plan_item where plan_id = ${planId} and removed_on is null), 0)
        when ${behindId ?? null}::uuid is null then coalesce((select min(position) from plan_item where plan_id = ${planId} and removed_on is null), 1) - 1
        else (select position from plan_item where plan_id = ${planId} and id = ${behindId ?? null}::uuid) end as "from"
    )
    select place."from", (select min(position) from plan_item item where item.plan_id = ${planId} and item.removed_on is null and item.position > place."from") as "to" from place`.execute(
    db,
  )
  const from = rows[0]?.from ?? 0
  return { from, to: rows[0]?.to ?? from + 1 }
}

/** Puts an item at a place. */
export const setPosition = (db: Database, itemId: string, position: number, at: string) =>
  db.updateTable('planItem').set({ position, updatedAt: at }).where('id', '=', itemId).execute()

/** Takes an item of a plan out on a day, or puts it back (null); false when there is none. */
export const setRemoved = (db: Database, itemId: string, day: string | null, by: string, at: string) =>
  db.updateTable('planItem').set({ removedOn: day, updatedBy: by, updatedAt: at, version: sql`version + 1` }).where('id', '=', itemId).execute()

/** Takes live items of a plan out; gives how many. */
export const removeSeveral = (db: Database, planId: string, itemIds: readonly string[], day: string, by: string, at: string): Promise<number> =>
  db
    .updateTable('planItem')
    .set({ removedOn: day, updatedBy: by, updatedAt: at, version: sql`version + 1` })
    .where('planId', '=', planId)
    .where('id', 'in', itemIds)
    .where('removedOn', 'is', null)
    .executeTakeFirst()
    .then(({ numUpdatedRows }) => Number(numUpdatedRows))

/** How many of these obligations a plan's body has under its directive, and how many of these items are of the plan above it as it was approved last. */
export const countKnown = (
  db: Database,
  plan: { directiveId: string; bodyId: string; superiorId: string | null },
  obligationIds: readonly string[],
  superiorItemIds: readonly string[],
) =>
  sql<{ obligations: number; above: number }>`
    select (select count(*) from obligation where id = any(${obligationIds}::uuid[]) and directive_id = ${plan.directiveId} and body_id = ${plan.bodyId} and state <> 'withdrawn') as obligations,
      (select count(*) from plan up, unnest(${superiorItemIds}::uuid[]) item where up.id = ${plan.superiorId} and up.edition > 0 and up.state <> 'withdrawn' and ${stands(sql`item`, sql`up.id`)}) as above`
    .execute(db)
    .then(({ rows }) => rows[0] ?? { obligations: 0, above: 0 })

/** The words and days of what items answer: of tasks with their milestones, of the superior's items, and of the item of a template each was taken from; nothing of those that answer nothing. */
const givenOf = (db: Database, itemIds: readonly string[]) =>
  sql<{ itemId: string; words: string; days: string[] }>`
    select item_id, string_agg(words, ' ') as words, coalesce(array_agg(day::text) filter (where day is not null), '{}') as days
    from (
      select answer.item_id, task.text || ' ' || task.product as words, obligation.final_due as day
        from plan_answer answer join obligation on obligation.id = answer.obligation_id join task on task.id = obligation.task_id where answer.item_id = any(${itemIds}::uuid[])
      union all select answer.item_id, '', milestone.due
        from plan_answer answer join obligation on obligation.id = answer.obligation_id join milestone on milestone.task_id = obligation.task_id where answer.item_id = any(${itemIds}::uuid[])
      union all select up.item_id, above.text || ' ' || above.product, day
        from plan_item_under up join plan_item above on above.id = up.superior_item_id, unnest(array[above.from_on, above.due_on]) day where up.item_id = any(${itemIds}::uuid[])
      union all select item.id, template.text || ' ' || template.product, day
        from plan_item item join plan_template_item template on template.id = item.template_item_id, unnest(array[template.from_on, template.due_on]) day where item.id = any(${itemIds}::uuid[])
    ) given group by item_id`
    .execute(db)
    .then(({ rows }) => rows)

type Written = Parameters<typeof isBare>[0] & { id: string }

/** Which of the items of a body's plan only repeat what they answer. */
export async function bareAmong(db: Database, bodyName: string, rows: readonly Written[]): Promise<Set<string>> {
  const name = wordsIn(bodyName)
  const likely = rows.filter((row) => !hasOwnHands(row, name))
  const ids = likely.map(({ id }) => id)
  const given = new Map(ids.length > 0 ? (await givenOf(db, ids)).map((one) => [one.itemId, one]) : [])
  return new Set(
    likely
      .filter((row) => {
        const answered = given.get(row.id)
        return answered !== undefined && isBare(row, answered, name)
      })
      .map(({ id }) => id),
  )
}

/** Notes of items that they only repeat what they answer where that was not noted, and the other way round. */
export const turnBare = (db: Database, itemIds: readonly string[]) =>
  db.updateTable('planItem').set({ isBare: sql`not is_bare` }).where('id', 'in', itemIds).execute()

/** The items of a plan as an edition keeps them. */
export const frozenItems = (db: Database, planId: string): Promise<Edition['items']> =>
  sql<Edition['items'][number]>`
    select item.id, ${factsOfItem}, (select person.name from person where person.id = item.person_id) as person_name
    from plan_item item where item.plan_id = ${planId} and item.removed_on is null order by item.position, item.id`
    .execute(db)
    .then(({ rows }) => rows)

/** Asks for a reason anew: an earlier decision on it falls. */
export const askReason = (db: Database, reason: { planId: string; obligationId: string; why: string; askedOn: string; askedBy: string }) =>
  db
    .insertInto('planReason')
    .values(reason)
    .onConflict((conflict) =>
      conflict.columns(['planId', 'obligationId']).doUpdateSet({
        why: reason.why,
        askedOn: reason.askedOn,
        askedBy: reason.askedBy,
        acceptedOn: null,
        refusedOn: null,
        decidedBy: null,
        answer: '',
      }),
    )
    .execute()

/** Takes a reason back that is not wanted any more. */
export const dropReason = (db: Database, planId: string, obligationId: string) =>
  db.deleteFrom('planReason').where('planId', '=', planId).where('obligationId', '=', obligationId).execute()

/** Decides a reason that waits; false when none does. */
export const decideReason = (
  db: Database,
  planId: string,
  obligationId: string,
  decided: { accept: boolean; answer: string; by: string; day: string },
) =>
  db
    .updateTable('planReason')
    .set({ answer: decided.answer, decidedBy: decided.by, ...(decided.accept ? { acceptedOn: decided.day } : { refusedOn: decided.day }) })
    .where('planId', '=', planId)
    .where('obligationId', '=', obligationId)
    .where('acceptedOn', 'is', null)
    .where('refusedOn', 'is', null)
    .returning('planId')
    .executeTakeFirst()
    .then(Boolean)

/** Makes the items of a plan again what an edition holds: others go, changed ones come back. */
export const restoreItems = async (db: Database, planId: string, items: RawBuilder<unknown>, day: string, by: string, at: string): Promise<void> => {
  await sql`update plan_item set removed_on = ${day}, version = version + 1, updated_by = ${by}, updated_at = ${at}
    where plan_id = ${planId} and removed_on is null and not exists (select from (${items}) kept where (kept.value ->> 'id')::uuid = plan_item.id)`.execute(
    db,
  )
  await sql`
    update plan_item item set part = kept.part, text = kept.text, product = kept.product, lead = kept.lead, coordinate = kept.coordinate, person_id = kept."personId", from_on = kept."fromOn",
      due_on = kept."dueOn", money = kept.money, note = kept.note, position = kept.place, removed_on = null, version = item.version + 1, updated_by = ${by}, updated_at = ${at}
    from (select row.*, kept.ordinality::float8 as place from (${items}) kept, json_to_record(kept.value::json) as row(id uuid, part text, text text, product text, lead text, coordinate text,
      "personId" uuid, "fromOn" date, "dueOn" date, money numeric, note text)) kept
    where item.id = kept.id and item.plan_id = ${planId}`.execute(db)
  await sql`delete from plan_answer where item_id in (select id from plan_item where plan_id = ${planId})`.execute(db)
  await sql`delete from plan_item_under where item_id in (select id from plan_item where plan_id = ${planId})`.execute(db)
  await sql`insert into plan_answer (item_id, obligation_id)
    select (kept.value ->> 'id')::uuid, answer.value::uuid from (${items}) kept, jsonb_array_elements_text(kept.value -> 'obligationIds') answer`.execute(
    db,
  )
  await sql`insert into plan_item_under (item_id, superior_item_id)
    select (kept.value ->> 'id')::uuid, up.value::uuid from (${items}) kept, jsonb_array_elements_text(kept.value -> 'superiorItemIds') up`.execute(
    db,
  )
}
