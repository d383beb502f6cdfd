import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import type { Facts } from '../contract.ts'
import { factsOfItem } from '../queries/items.ts'

/** An uploaded file of a person. */
export const findUpload = (db: Database, fileId: string, personId: string) =>
  db.selectFrom('file').select(['sha256', 'name', 'mediaType']).where('id', '=', fileId).where('uploadedBy', '=', personId).executeTakeFirst()

/** The items that were taken out of a plan, and by whom. */
export const removedOf = (db: Database, planId: string) =>
  db
    .selectFrom('planItem')
    .leftJoin('person', 'person.id', 'planItem.updatedBy')
    .select(['planItem.id', 'planItem.text', 'person.name as by'])
    .where('planItem.planId', '=', planId)
    .where('planItem.removedOn', 'is not', null)
    .execute()

/** Live items of a plan with their cells, locked for the rest of the transaction, in the order of their ids so that two who import at once don’t wait for each other. */
export const lockItems = (db: Database, planId: string, ids: readonly string[]) =>
  sql<Facts & { id: string; version: number }>`
    select item.id, item.version, ${factsOfItem} from plan_item item
    where item.plan_id = ${planId} and item.id = any(${ids}::uuid[]) and item.removed_on is null order by item.id for update of item`
    .execute(db)
    .then(({ rows }) => rows)

/** Writes the cells of items of a plan anew, all of them at once; one that came from a template is the body’s own from now on. */
export async function rewriteItems(db: Database, items: readonly (Facts & { id: string })[], by: string, at: string): Promise<void> {
  const given = sql`json_to_recordset(${JSON.stringify(items)}::json) as given(id uuid, part text, text text, product text, lead text, coordinate text, "personId" uuid, "fromOn" date, "dueOn" date,
    money numeric, note text, "obligationIds" json, "superiorItemIds" json)`
  await sql`
    update plan_item item set part = given.part, text = given.text, product = given.product, lead = given.lead, coordinate = given.coordinate, person_id = given."personId", from_on = given."fromOn",
      due_on = given."dueOn", money = given.money, note = given.note, origin = case item.origin when 'template' then 'own' else item.origin end, is_looked_at = true,
      version = item.version + 1, updated_by = ${by}, updated_at = ${at}
    from ${given} where item.id = given.id`.execute(db)
  const answers = sql`select given.id as item_id, answer.value::uuid as obligation_id from ${given}, json_array_elements_text(given."obligationIds") answer`
  await sql`
    with wanted as (${answers}), gone as (
      delete from plan_answer where item_id in (select id from ${given}) and (item_id, obligation_id) not in (select item_id, obligation_id from wanted)
    ) insert into plan_answer (item_id, obligation_id) select item_id, obligation_id from wanted on conflict do nothing`.execute(db)
  const unders = sql`select given.id as item_id, up.value::uuid as superior_item_id from ${given}, json_array_elements_text(given."superiorItemIds") up`
  await sql`
    with wanted as (${unders}), gone as (
      delete from plan_item_under where item_id in (select id from ${given}) and (item_id, superior_item_id) not in (select item_id, superior_item_id from wanted)
    ) insert into plan_item_under (item_id, superior_item_id) select item_id, superior_item_id from wanted on conflict do nothing`.execute(db)
}

/** Takes items out on a day. */
export const removeItems = (db: Database, ids: readonly string[], day: string, by: string, at: string) =>
  sql`update plan_item set removed_on = ${day}, updated_by = ${by}, updated_at = ${at}, version = version + 1 where id = any(${ids}::uuid[])`.execute(
    db,
  )

/** The live items of a plan in order. */
export const orderOf = (db: Database, planId: string): Promise<string[]> =>
  db
    .selectFrom('planItem')
    .select('id')
    .where('planId', '=', planId)
    .where('removedOn', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
    .then((rows) => rows.map(({ id }) => id))

/** Puts the items of a plan in an order. */
export const setOrder = (db: Database, ids: readonly string[]) =>
  sql`update plan_item item set position = wanted.place
    from unnest(${ids}::uuid[]) with ordinality as wanted(id, place) where item.id = wanted.id and item.position <> wanted.place`.execute(db)

/** The post that somebody of this name holds in a body on a day; undefined where none or several do. */
export const titleOf = (db: Database, bodyId: string, name: string, day: string): Promise<string | undefined> =>
  sql<{ title: string }>`
    select distinct post.title from post join holding on holding.post_id = post.id and holding.valid @> ${day}::date join person on person.id = holding.person_id
    where post.body_id = ${bodyId} and person.name = ${name}`
    .execute(db)
    .then(({ rows }) => (rows.length === 1 ? rows[0]?.title : undefined))

/** Posts of a body on a day that may sign what it issues: that of whoever approved a plan of it last, if that was one of its own, then those of its leaders. */
export const signingPosts = (db: Database, planId: string, bodyId: string, day: string): Promise<string[]> =>
  sql<{ title: string }>`
    (select post.title from plan_step step join holding on holding.id = step.holding_id join post on post.id = holding.post_id
      where step.plan_id = ${planId} and step.event = 'approve' and step.body_id = ${bodyId} order by step.at desc limit 1)
    union all
    (select distinct post.title from post where post.body_id = ${bodyId} and post.valid @> ${day}::date and 'leader' = any(post.duties) and post.title !~* '^phó ')`
    .execute(db)
    .then(({ rows }) => rows.map(({ title }) => title))
