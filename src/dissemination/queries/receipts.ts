import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { shareWith } from '../../directives/queries.ts'
import { isOpenTo, mayBeSeenBy } from '../../directives/sight.ts'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import { nameOn } from '../../organisations/queries.ts'
import { under } from '../../organisations/reach.ts'
import type { IncomingLine, ReceiptEvent, ReceiptLine, ReceiptPage, ReceiptState, ReceiptStep } from '../contract.ts'
import { stillAsked } from './asked.ts'
import type { Sender } from './expected.ts'

/** True where a row `receipt` has arrived and was not received by its day (a row `dissemination` beside it): what somebody above still holds is not the fault of those below. */
export const isOverdue = (day: string) =>
  sql<boolean>`(receipt.state = 'arrived' and receipt.receive_by < ${day}::date and not dissemination.is_over) is true`
/** How many right below the body of a row `receipt` were not sent it by that body. */
export const held = sql<number>`(select count(*) from receipt below where below.from_id = receipt.id and below.state = 'expected')`
/** True where somebody right below waits for the body of a row `receipt` to send it a directive. */
export const holdsBack = sql<boolean>`exists (select from receipt below where below.from_id = receipt.id and below.state = 'expected')`
/** True where a body has not submitted a plan it was ordered to make by its day. */
export const isPlanOverdue = (day: string) =>
  sql<boolean>`(receipt.plan_due_on < ${day}::date and receipt.state <> 'recalled' and not dissemination.is_over) is true`
/** True where a row `receipt` was received after its day. */
export const isLate = sql<boolean>`(receipt.received_on > receipt.receive_by) is true`

/** True where the body of a row `receipt` has said how many of its members have studied a directive. */
export const hasSaid = sql<boolean>`exists (select from study_members said where said.directive_id = receipt.directive_id and said.body_id = receipt.body_id)`
/** True where it has studied a directive and not said so, whether or not it is known how many members it has. */
export const isUntold = sql<boolean>`(receipt.studied_on is not null and receipt.state <> 'recalled' and not ${hasSaid})`
/** True where it has said that some of its members have not studied a directive that others have. */
export const leavesMembers = sql<boolean>`((receipt.studied_on is not null and receipt.state <> 'recalled' and receipt.members_studied < receipt.members) is true and ${hasSaid})`

/** Who sent what a row `receipt` (beside its `dissemination`) is of; of what has not been sent yet, who will: its superior where that one has it from the sender too. */
export const sentBy = sql`coalesce((select step.body_id from receipt_step step where step.receipt_id = receipt.id and step.event = 'send' order by step.at desc limit 1),
  (select up.body_id from receipt up where up.id = receipt.from_id), dissemination.sender_id)`

/** The columns of a receipt in a list; beside it `dissemination`. */
export const line = (
  day: string,
) => sql`receipt.id, receipt.directive_id, receipt.body_id, ${nameOn(sql`receipt.body_id`, day)} as body_name, receipt.level,
  ${nameOn(sentBy, sql`coalesce(receipt.arrived_on, ${day}::date)`)} as from_name, case when receipt.state = 'refused' then (select step.text from receipt_step step where step.receipt_id = receipt.id and step.event = 'refuse' order by step.at desc limit 1) end as refusal,
  receipt.state, ${isOverdue(day)} as is_overdue, receipt.receive_by, receipt.study_by, receipt.arrived_on, receipt.received_on, ${isLate} as is_late, receipt.studied_on, receipt.present, receipt.invited, receipt.members, receipt.members_studied,
  receipt.plan_owed, receipt.plan_made_on, ${isPlanOverdue(day)} as is_plan_overdue, case when receipt.state = 'expected' then 0 else ${held} end as unsent`

const incoming = (day: string) => sql`${line(day)}, directive.kind, directive.number, directive.title, directive.secrecy, directive.issuer_name,
  (select count(*) from receipt below where below.from_id = receipt.id and below.state <> 'recalled') as below,
  (select person.name || ', ' || post.title from holding join person on person.id = holding.person_id join post on post.id = holding.post_id where holding.id = receipt.holding_id) as assignee,
  (select change.kind from change_receipt answer join directive_change change on change.id = answer.change_id
    where answer.body_id = receipt.body_id and change.directive_id = receipt.directive_id and ${stillAsked} order by change.sent_on desc, change.id desc limit 1) as asked`

const joined = sql`from receipt join dissemination on dissemination.directive_id = receipt.directive_id join directive on directive.id = receipt.directive_id`

/** The receipts of a directive that some bodies have. */
export const receiptsOfBodies = (db: Database, directiveId: string, bodyIds: readonly string[]): Promise<string[]> =>
  sql<{ id: string }>`select id from receipt where directive_id = ${directiveId} and body_id = any(${bodyIds}::uuid[])`
    .execute(db)
    .then(({ rows }) => rows.map(({ id }) => id))

/** What has arrived at a body, waiting ones first, then newest; how many there are, and how many wait. */
export async function incomingOf(
  db: Database,
  user: Holder,
  day: string,
  asked: { state?: ReceiptState | undefined; words?: string | undefined; limit: number; offset: number },
) {
  const mine = sql`receipt.body_id = ${user.bodyId} and receipt.state <> 'expected' and ${mayBeSeenBy(user, day)}`
  const narrowed = sql`(${asked.state ?? null}::text is null or receipt.state = ${asked.state ?? null})
    and (${asked.words ?? ''} = '' or directive.folded like all (select '%' || word || '%' from unnest(string_to_array(fold(${asked.words ?? ''}), ' ')) word))`
  const [{ rows }, { rows: counts }] = await Promise.all([
    sql<z.infer<typeof IncomingLine>>`
      select ${incoming(day)} ${joined} where ${mine} and ${narrowed}
      order by receipt.state = 'arrived' desc, receipt.state in ('done', 'recalled'), receipt.receive_by nulls last, receipt.arrived_on desc, receipt.id desc limit ${asked.limit} offset ${asked.offset}`.execute(
      db,
    ),
    sql<{ total: number; waiting: number }>`
      select count(*) filter (where ${narrowed}) as total, count(*) filter (where receipt.state = 'arrived') as waiting ${joined} where ${mine}`.execute(
      db,
    ),
  ])
  return { total: counts[0]?.total ?? 0, waiting: counts[0]?.waiting ?? 0, rows }
}

type Found = Omit<z.infer<typeof ReceiptPage>, 'steps' | 'events' | 'isOwn' | 'canPassOn' | 'canSetDays' | 'canHoldSession' | 'people'> & {
  fromBodyId: string | null
  senderId: string
}

/** A receipt the asker may see: their body's own once it has come, those under their reach, and all where the directive lies open to them. */
export const findReceipt = (db: Database, user: Holder, day: string, id: string) =>
  sql<Found>`
    select ${incoming(day)}, receipt.version, receipt.why, directive.state as directive_state, dissemination.way, dissemination.note, dissemination.sender_id, dissemination.receive_by as sent_receive_by, dissemination.study_by as sent_study_by,
      (select up.body_id from receipt up where up.id = receipt.from_id) as from_body_id
    ${joined}
    where receipt.id = ${id} and ${mayBeSeenBy(user, day)}
      and (receipt.body_id = ${user.bodyId} or ${isOpenTo(user, day)} or (directive.secrecy = 'none' and ${under(sql`receipt.body_id`, user.reachId, day)}))`
    .execute(db)
    .then(({ rows }) => rows[0])

/** Everything done on a receipt, and its passing on to those below, newest first. */
export const receiptSteps = (db: Database, receiptId: string) =>
  sql<z.infer<typeof ReceiptStep>>`
    with own as (
      select step.*, 1::bigint as count from receipt_step step where step.receipt_id = ${receiptId}
    ), passed as (
      select distinct on (step.at, step.person_id) step.*, count(*) over (partition by step.at, step.person_id) as count
      from receipt below join receipt_step step on step.receipt_id = below.id and step.event = 'send'
      where below.from_id = ${receiptId} order by step.at, step.person_id, step.id
    )
    select step.id, step.event, step.count, step.from_state as "from", step.to_state as "to", step.text, person.name as person, post.title as post, ${nameOn(sql`step.body_id`, sql`step.day`)} as body, step.day, step.at
    from (select id, event, count, from_state, to_state, text, person_id, holding_id, body_id, day, at from own
      union all select id, 'pass-on', count, 'expected', 'expected', text, person_id, holding_id, body_id, day, at from passed) step
    join person on person.id = step.person_id join holding on holding.id = step.holding_id join post on post.id = holding.post_id
    order by step.at desc, step.id desc`
    .execute(db)
    .then(({ rows }) => rows)

/** Receipts expected right below one. */
export const receiptsBelow = (db: Database, day: string, receiptId: string) =>
  sql<z.infer<typeof ReceiptLine>>`
    select ${line(day)} ${joined} where receipt.from_id = ${receiptId} order by receipt.state <> 'refused', receipt.state <> 'expected', body_name limit 5000`
    .execute(db)
    .then(({ rows }) => rows)

/** Those who hold a post of a body on a day. */
export const holdersOf = (db: Database, bodyId: string, day: string) =>
  sql<{ holdingId: string; name: string; title: string }>`
    select holding.id as holding_id, person.name, post.title from post join holding on holding.post_id = post.id join person on person.id = holding.person_id
    where post.body_id = ${bodyId} and post.valid @> ${day}::date and holding.valid @> ${day}::date and not person.disabled and post.duties && array['clerk', 'leader', 'appraiser']
    order by person.given_name, person.name, holding.id`
    .execute(db)
    .then(({ rows }) => rows)

type Moving = { event: ReceiptEvent; to: ReceiptState; text: string; holdingId?: string | null }

/** Moves the receipts for which a condition holds, each with its step; gives those that moved. */
export const moveReceipts = (db: Database, which: RawBuilder<unknown>, { event, to, text, holdingId = null }: Moving, by: Sender) =>
  sql<{ id: string; version: number; directiveId: string; bodyId: string }>`
    with before as (select id as moving, state as was from receipt where ${which} for update),
    moved as (
      update receipt set state = ${to}, version = version + 1,
        arrived_on = case ${to} when 'arrived' then ${by.day}::date when 'recalled' then arrived_on else coalesce(arrived_on, ${by.day}::date) end,
        received_on = case when ${to} = 'received' then ${by.day}::date else received_on end,
        done_on = case when ${to} = 'done' then ${by.day}::date else done_on end,
        holding_id = case when ${event} = 'assign' then ${holdingId}::uuid else holding_id end
      from before where receipt.id = before.moving returning receipt.id, version, directive_id, body_id, was
    ), told as (
      insert into receipt_step (receipt_id, event, from_state, to_state, text, person_id, holding_id, body_id, day, at)
      select id, ${event}, was, ${to}, ${text}, ${by.personId}, ${by.holdingId}, ${by.bodyId}, ${by.day}, ${by.at} from moved
    )
    select id, version, directive_id, body_id from moved order by id`
    .execute(db)
    .then(({ rows }) => rows)

/** What goes with a directive that is passed on: words, and days of whoever passes it on; none: those asked of it. */
export type Passing = { text: string; receiveBy?: string | null; studyBy?: string | null }

/**
 * Passes a directive on to receipts that still wait for it, for which a condition holds, and lets their bodies see it. A day to study it by that was asked of whoever stands above holds
 * for those below too, unless it is past (`daysBelow` in the rules says the same); and where there is a day to receive it by, that is not later than the one to study it by.
 */
export async function sendReceipts(
  db: Database,
  directiveId: string,
  which: RawBuilder<unknown>,
  { text, receiveBy = null, studyBy = null }: Passing,
  by: Sender,
): Promise<string[]> {
  const waiting = sql`directive_id = ${directiveId} and state = 'expected' and ${which}`
  await sql`
    update receipt set receive_by = asked.receive_by, study_by = asked.study_by
    from (
      select id, case when receive_by is not null then least(receive_by, study_by) end as receive_by, study_by from (
        select id, coalesce(${receiveBy}::date, receive_by) as receive_by, coalesce(${studyBy}::date,
          least(study_by, (select up.study_by from receipt up where up.id = receipt.from_id and up.study_by >= ${by.day}::date))) as study_by
        from receipt where ${waiting}
      ) own
    ) asked
    where receipt.id = asked.id and receipt.state = 'expected' and (receipt.receive_by, receipt.study_by) is distinct from (asked.receive_by, asked.study_by)`.execute(
    db,
  )
  const moved = await moveReceipts(db, waiting, { event: 'send', to: 'arrived', text }, by)
  if (moved.length === 0) return []
  await shareWith(db, directiveId, sql`select unnest(${moved.map(({ bodyId }) => bodyId)}::uuid[]) as body_id`)
  return moved.map(({ id }) => id)
}

/** Sets days for receipts right below one that have arrived, a day that is not given staying as it is; gives those that changed. */
export const changeDays = (
  db: Database,
  receiptId: string,
  belowIds: readonly string[],
  { receiveBy, studyBy }: { receiveBy: string | null; studyBy: string | null },
): Promise<string[]> =>
  sql<{ id: string }>`
    update receipt set receive_by = asked.receive_by, study_by = asked.study_by
    from (
      select id, case when receive_by is not null then least(receive_by, study_by) end as receive_by, study_by from (
        select id, coalesce(${receiveBy}::date, receive_by) as receive_by, coalesce(${studyBy}::date, study_by) as study_by
        from receipt where from_id = ${receiptId} and id = any(${belowIds}::uuid[]) and state not in ('expected', 'recalled')
      ) own
    ) asked
    where receipt.id = asked.id and receipt.state <> 'recalled' and (receipt.receive_by, receipt.study_by) is distinct from (asked.receive_by, asked.study_by)
    returning receipt.id`
    .execute(db)
    .then(({ rows }) => rows.map(({ id }) => id))

/** The newest receipt of a body for the directive of an obligation. */
export const receiptForObligation = (db: Database, obligationId: string, bodyId: string) =>
  sql<{ id: string; directiveId: string; state: ReceiptState }>`
    select receipt.id, receipt.directive_id, receipt.state from obligation join receipt on receipt.directive_id = obligation.directive_id and receipt.body_id = obligation.body_id
    where obligation.id = ${obligationId} and obligation.body_id = ${bodyId}`
    .execute(db)
    .then(({ rows }) => rows[0])

/** The directive of an obligation, and of a receipt. */
export const directiveOfObligation = (db: Database, obligationId: string) =>
  db
    .selectFrom('obligation')
    .select('directiveId')
    .where('id', '=', obligationId)
    .executeTakeFirst()
    .then((row) => row?.directiveId)
export const directiveOfReceipt = (db: Database, receiptId: string) =>
  db
    .selectFrom('receipt')
    .select('directiveId')
    .where('id', '=', receiptId)
    .executeTakeFirst()
    .then((row) => row?.directiveId)

/** The receipt of a body for a directive. */
export const receiptOf = (db: Database, directiveId: string, bodyId: string) =>
  db.selectFrom('receipt').select(['id', 'state']).where('directiveId', '=', directiveId).where('bodyId', '=', bodyId).executeTakeFirst()
