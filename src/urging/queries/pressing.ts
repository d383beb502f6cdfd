import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import { isOwed, isVoid } from './due.ts'

type Urged = { urgingId: string; urgerId: string; bodyId: string }
export type Closed = Urged & { isLapsed: boolean }

const returning = sql`returning urging.id as urging_id, urging.body_id, act.body_id as urger_id`

const isLive = sql`urging.done_on is null and urging.withdrawn_on is null`

/** Whether anybody was urged over one of some things or told of it in a notice that still stands: most are not, and to see that is less work than to plan what follows for those that are. */
export const attentionTo = (db: Database, thingIds: readonly string[]) =>
  sql<{ isUrged: boolean; isToldOf: boolean }>`
    select exists (select from urging_thing where thing_id = any(${thingIds}::uuid[])) as is_urged,
      exists (select from notice where thing_id = any(${thingIds}::uuid[]) and settled_on is null) as is_told_of`
    .execute(db)
    .then(({ rows: [found] }) => found ?? { isUrged: false, isToldOf: false })

/** Closes the urgings of which nothing is owed any more, all or those that list one of some things: as followed, or as lapsed where something in them ended without being done. */
export const closeDone = (db: Database, day: string, thingIds: readonly string[] | null = null): Promise<Closed[]> =>
  sql<Closed>`
    update urging set done_on = ${day}::date, is_lapsed = exists (select from urging_thing thing where thing.urging_id = urging.id and ${isVoid}) from urging_act act
    where act.id = urging.act_id and ${isLive} and (${thingIds}::uuid[] is null or urging.id in (select urging_id from urging_thing where thing_id = any(${thingIds}::uuid[])))
      and not exists (select from urging_thing thing where thing.urging_id = urging.id and ${isOwed}) ${returning}, urging.is_lapsed`
    .execute(db)
    .then(({ rows }) => rows)

/** Opens the urgings again that were closed as done and list one of some things of which something is owed once more. */
export const reopenOwed = (db: Database, thingIds: readonly string[]): Promise<Urged[]> =>
  sql<Urged>`
    update urging set done_on = null, is_lapsed = false from urging_act act
    where act.id = urging.act_id and urging.done_on is not null and urging.withdrawn_on is null and urging.id in (select urging_id from urging_thing where thing_id = any(${thingIds}::uuid[]))
      and exists (select from urging_thing thing where thing.urging_id = urging.id and ${isOwed}) ${returning}`
    .execute(db)
    .then(({ rows }) => rows)

/** Receipts of a directive over whose study bodies were urged that counted as done, and that have not studied it any more. */
export const unstudiedAgain = (db: Database, directiveId: string): Promise<string[]> =>
  sql<{ id: string }>`
    select receipt.id from receipt join urging_thing thing on thing.thing_id = receipt.id and thing.kind = 'study' join urging on urging.id = thing.urging_id
    where receipt.directive_id = ${directiveId} and receipt.studied_on is null and urging.done_on is not null and urging.withdrawn_on is null`
    .execute(db)
    .then(({ rows }) => rows.map(({ id }) => id))

/** Notes the urgings whose day passed without an answer. */
export const noteSilent = (db: Database, day: string): Promise<Urged[]> =>
  sql<Urged>`
    update urging set silent_on = ${day}::date from urging_act act
    where act.id = urging.act_id and ${isLive} and urging.answered_on is null and urging.silent_on is null and act.answer_by < ${day}::date ${returning}`
    .execute(db)
    .then(({ rows }) => rows)

/** True where somebody in the ancestor of a row `reach` may say what is to be done. */
const hasSomebody = (day: string) => sql<boolean>`exists (
  select from post join holding on holding.post_id = post.id join person on person.id = holding.person_id and not person.disabled
  where post.body_id = reach.ancestor_id and post.duties && '{clerk,leader}' and post.valid @> ${day}::date and holding.valid @> ${day}::date)`

/** Before whom silence of the body of a row (body_id, secret_of) is brought: the nearest body above in which somebody may say what is to be done; of a secret directive, one named in it. Null: nobody. */
export const superiorOf = (row: RawBuilder<unknown>, day: string): RawBuilder<string | null> => sql<string | null>`(
  select reach.ancestor_id from body_reach reach where reach.body_id = ${row}.body_id and reach.depth > 0 and reach.valid @> ${day}::date and ${hasSomebody(day)}
    and (${row}.secret_of is null or exists (select from directive_body part where part.directive_id = ${row}.secret_of and part.body_id = reach.ancestor_id))
  order by reach.depth limit 1)`

/** Brings urgings that were not answered by their day, and of which something is still owed, before the nearest body above the one urged in which somebody may say what is to be done; that may be who urged. One by somebody's hand, or (null) all whose act says so. One of a secret directive goes only to a superior named in it. */
export const escalate = (
  db: Database,
  day: string,
  by: { urgingId: string; holdingId: string } | null,
): Promise<(Urged & { toId: string; toName: string })[]> => {
  const meant: RawBuilder<unknown> = by ? sql`urging.id = ${by.urgingId}` : sql`act.escalates`
  return sql<Urged & { toId: string; toName: string }>`
    update urging set escalated_on = ${day}::date, escalated_to = above.body_id, escalated_by = ${by?.holdingId ?? null}::uuid
    from urging_act act, body_version above
    where act.id = urging.act_id and ${meant} and ${isLive} and urging.answered_on is null and urging.escalated_on is null and act.answer_by < ${day}::date
      and exists (select from urging_thing thing where thing.urging_id = urging.id and ${isOwed})
      and above.valid @> ${day}::date and above.body_id = ${superiorOf(sql`urging`, day)}
    ${returning}, urging.escalated_to as to_id, above.name as to_name`
    .execute(db)
    .then(({ rows }) => rows)
}
