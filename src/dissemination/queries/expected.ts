import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { shareWith } from '../../directives/queries.ts'
import type { Database } from '../../kernel/database.ts'
import type { Level } from '../../organisations/contract.ts'
import { inClass, rankOf } from '../../organisations/queries.ts'
import { inField } from '../../tasks/queries/drafts.ts'
import type { Way } from '../contract.ts'
import { membersKnown } from './members.ts'

type LevelName = z.infer<typeof Level>

/** What a name of «Nơi nhận» stands for. */
export type Meant = { named: string; classId: string | null; bodyIds: string[]; settled: boolean; personId: string | null }
/** How far down a directive is sent besides those it names, and to which kinds or classes there (none: any). */
export type Extent = { downTo: LevelName | null; kinds: readonly string[]; classIds: readonly string[] }

/** What somebody has said about names of «Nơi nhận» of a directive. */
export const settledRecipients = (db: Database, directiveId: string) =>
  sql<Meant>`
    select recipient.named, recipient.class_id, recipient.settled, recipient.person_id,
      array(select body_id from recipient_body body where body.directive_id = recipient.directive_id and body.named = recipient.named order by body_id) as body_ids
    from recipient where recipient.directive_id = ${directiveId}`
    .execute(db)
    .then(({ rows }) => rows)

/** Keeps what names of «Nơi nhận» stand for, in the place of what was kept before. */
export async function keepRecipients(
  db: Database,
  directiveId: string,
  recipients: readonly (Meant & { line: string; isArchive: boolean })[],
): Promise<void> {
  if (recipients.length === 0) return
  const rows = JSON.stringify(recipients)
  await sql`delete from recipient_body where directive_id = ${directiveId} and named = any(${recipients.map(({ named }) => named)}::text[])`.execute(
    db,
  )
  await sql`
    insert into recipient (directive_id, named, line, class_id, settled, is_archive, person_id)
    select ${directiveId}, given.named, given.line, given."classId", given.settled, given."isArchive", given."personId"
    from json_to_recordset(${rows}::json) as given(named text, line text, "classId" uuid, settled boolean, "isArchive" boolean, "personId" uuid)
    on conflict (directive_id, named) do update set line = excluded.line, class_id = excluded.class_id, settled = excluded.settled, is_archive = excluded.is_archive, person_id = excluded.person_id`.execute(
    db,
  )
  await sql`
    insert into recipient_body (directive_id, named, body_id)
    select ${directiveId}, given.named, value::uuid from json_to_recordset(${rows}::json) as given(named text, "bodyIds" json), json_array_elements_text(given."bodyIds")
    on conflict do nothing`.execute(db)
}

const scopeOf = (directiveId: string, day: string) =>
  sql`(select directive_field(issuer_id, ${day}::date) as field from directive where id = ${directiveId} offset 0) scope`

/** The rows `meant`: each name with the bodies it stands for on a day, classes within the field of the issuer. */
const meantOn = (directiveId: string, day: string, recipients: readonly Meant[]) => sql`
  select given.named, body.body_id, body.name, class.name as class_name
  from json_to_recordset(${JSON.stringify(recipients.filter(({ settled }) => !settled))}::json) as given(named text, "classId" uuid, "bodyIds" json)
  left join body_class class on class.id = given."classId" and not class.is_open
  cross join ${scopeOf(directiveId, day)}
  join body_version body on body.valid @> ${day}::date
    and (body.body_id in (select value::uuid from json_array_elements_text(given."bodyIds")) or (class.id is not null and ${inClass} and ${inField(day)}))`

/** For each name, what it was matched to and how many bodies that is on a day. */
export async function bodiesMeant(db: Database, directiveId: string, day: string, recipients: readonly Meant[]) {
  const { rows } = await sql<{ named: string; matched: string[]; bodies: number }>`
    select named, count(distinct body_id) as bodies, case when min(class_name) is not null then array[min(class_name)] else (array_agg(distinct name))[1:20] end as matched
    from (${meantOn(directiveId, day, recipients)}) meant group by named`.execute(db)
  return new Map(rows.map((row) => [row.named, row]))
}

/** True where a body stands above those who send a directive: what is sent to it is no order to pass on. */
export const isAboveSender = (directiveId: RawBuilder<unknown>, body: RawBuilder<unknown>, day: string) => sql<boolean>`exists (
  select from directive join body_reach reach on reach.body_id in (directive.owner_id, directive.standing_id, directive.issuer_id) and reach.depth > 0 and reach.valid @> ${day}::date
  where directive.id = ${directiveId} and reach.ancestor_id = ${body})`

/** Who is expected to receive a directive as of a day, each once with the nearest reason: named in «Nơi nhận», that leads, coordinates or advises, or under one of those down to a level. Whoever sends, issued or owns it is not. */
const expectedOn = (directiveId: string, day: string, recipients: readonly Meant[], { downTo, kinds, classIds }: Extent): RawBuilder<unknown> => sql`
  with named as (
    select body_id, 'recipient' as why from (${meantOn(directiveId, day, recipients)}) meant
    union select body_id, 'part' from directive_body where directive_id = ${directiveId} and part in ('lead', 'coordinate', 'advise')
  ), everybody as (
    select body_id, why from named
    union all
    select reach.body_id, 'below' from (select distinct body_id from named where not ${isAboveSender(sql`${directiveId}`, sql`body_id`, day)}) above
    join body_reach reach on reach.ancestor_id = above.body_id and reach.depth > 0 and reach.valid @> ${day}::date
    join body_version body on body.body_id = reach.body_id and body.valid @> ${day}::date
    where ${downTo}::text is not null and ${rankOf(sql`body.level`)} <= ${rankOf(sql`${downTo}::text`)}
      and ((${kinds}::text[] = '{}' and ${classIds}::uuid[] = '{}') or body.kind = any(${kinds}::text[])
        or exists (select from body_class class where class.id = any(${classIds}::uuid[]) and ${inClass}))
  )
  select body.body_id, max(everybody.why) filter (where everybody.why = 'recipient') is not null as is_recipient, bool_or(everybody.why = 'part') as is_part, body.level, body.kind
  from everybody join body_version body on body.body_id = everybody.body_id and body.valid @> ${day}::date
  join directive on directive.id = ${directiveId}
  where body.body_id is distinct from directive.owner_id and body.body_id is distinct from directive.issuer_id and body.body_id is distinct from directive.standing_id
  group by body.body_id, body.level, body.kind`

const why = sql<string>`case when is_recipient then 'recipient' when is_part then 'part' else 'below' end`

/** How many would be expected, by reason, level and kind. */
export async function countExpected(db: Database, directiveId: string, day: string, recipients: readonly Meant[], extent: Extent) {
  const { rows } = await sql<{ why: 'recipient' | 'part' | 'below'; level: LevelName; kind: string; bodies: number }>`
    select ${why} as why, level, (select name from body_kind where key = expected.kind) as kind, count(*) as bodies
    from (${expectedOn(directiveId, day, recipients, extent)}) expected group by 1, 2, 3 order by ${rankOf(sql`level`)}, count(*) desc`.execute(db)
  return rows
}

export type Sender = { personId: string; holdingId: string; bodyId: string; day: string; at: string }
type Start = Extent & { directiveId: string; way: z.infer<typeof Way>; receiveBy: string | null; studyBy: string | null; note: string }

/** Writes that a directive is being sent out; false when it was before. */
export const insertDissemination = (db: Database, start: Start, by: Sender): Promise<boolean> =>
  db
    .insertInto('dissemination')
    .values({ ...start, kinds: [...start.kinds], classIds: [...start.classIds], senderId: by.bodyId, startedOn: by.day, startedBy: by.personId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('directiveId')
    .executeTakeFirst()
    .then(Boolean)

/**
 * Makes a receipt for every body that is expected, each from the one of its nearest superior that is expected too; at once all of them arrive, level by level
 * those without such a superior. A few statements, whatever the number; the planner is told of each heap of new rows.
 */
export async function sendOut(
  db: Database,
  { directiveId, way, ...extent }: Pick<Start, 'directiveId' | 'way' | 'downTo' | 'kinds' | 'classIds'>,
  recipients: readonly Meant[],
  by: Sender,
): Promise<number> {
  await sql`set local work_mem = '64MB'`.execute(db)
  await sql`create temporary table sent on commit drop as select uuidv7() as id, body_id, ${why} as why, level from (${expectedOn(directiveId, by.day, recipients, extent)}) expected`.execute(
    db,
  )
  await sql`create unique index on sent (body_id)`.execute(db)
  await sql`analyze sent`.execute(db)
  const expected = await insertReceipts(db, directiveId, by, way === 'at-once' ? sql`true` : sql`above.from_id is null`)
  await sql`
    update dissemination set top_id = (
      select reach.ancestor_id from sent join body_reach reach on reach.body_id = sent.body_id and reach.valid @> ${by.day}::date
      group by reach.ancestor_id having count(*) = ${expected} order by min(reach.depth) limit 1)
    where directive_id = ${directiveId}`.execute(db)
  await sql`analyze receipt, receipt_step, directive_body`.execute(db)
  return expected
}

/** Sends a directive to more bodies; those it was sent to already are left. */
export async function sendToBodies(db: Database, directiveId: string, bodyIds: readonly string[], by: Sender): Promise<number> {
  await sql`
    create temporary table sent on commit drop as
    select uuidv7() as id, body.body_id, 'added' as why, body.level from body_version body join directive on directive.id = ${directiveId}
    where body.body_id = any(${bodyIds}::uuid[]) and body.valid @> ${by.day}::date and not exists (select from receipt where directive_id = ${directiveId} and receipt.body_id = body.body_id)
      and body.body_id is distinct from directive.owner_id and body.body_id is distinct from directive.issuer_id and body.body_id is distinct from directive.standing_id`.execute(
    db,
  )
  const sent = await insertReceipts(db, directiveId, by, sql`true`)
  await sql`
    update dissemination set top_id = null
    where directive_id = ${directiveId} and exists (
      select from sent where not exists (select from body_reach reach where reach.ancestor_id = dissemination.top_id and reach.body_id = sent.body_id and reach.valid @> ${by.day}::date))`.execute(
    db,
  )
  return sent
}

/** Makes the receipts of the rows `sent`; those for which a condition on `above.from_id` holds arrive. */
async function insertReceipts(db: Database, directiveId: string, by: Sender, arrives: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ made: number }>`
    with link as (
      select body_id, id from sent union all select body_id, id from receipt where directive_id = ${directiveId}
    ), above as (
      select distinct on (sent.id) sent.id, up.id as from_id
      from sent left join (
        body_reach reach join (select * from link where not ${isAboveSender(sql`${directiveId}`, sql`body_id`, by.day)} offset 0) up on up.body_id = reach.ancestor_id
      ) on reach.body_id = sent.body_id and reach.depth > 0 and reach.valid @> ${by.day}::date
      order by sent.id, reach.depth
    ), made as (
      insert into receipt (id, directive_id, body_id, from_id, why, level, state, placed_on, arrived_on, receive_by, study_by, members)
      select sent.id, ${directiveId}, sent.body_id, above.from_id, sent.why, sent.level, case when ${arrives} then 'arrived' else 'expected' end, ${by.day}::date, case when ${arrives} then ${by.day}::date end,
        dissemination.receive_by, dissemination.study_by, ${membersKnown(sql`sent.body_id`)}
      from sent join above using (id) join dissemination on dissemination.directive_id = ${directiveId} returning id, body_id, state
    ), told as (
      insert into receipt_step (receipt_id, event, from_state, to_state, person_id, holding_id, body_id, day, at)
      select id, 'send', 'expected', 'arrived', ${by.personId}, ${by.holdingId}, ${by.bodyId}, ${by.day}, ${by.at} from made where state = 'arrived'
    )
    select count(*) as made from made`.execute(db)
  await shareWith(db, directiveId, sql`select body_id from receipt where directive_id = ${directiveId} and state = 'arrived'`)
  return rows[0]?.made ?? 0
}
