import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import type { Sender } from './expected.ts'

/** How many members a row with a `body_id` has by itself, as it said last. */
export const membersKnown = (bodyId: RawBuilder<unknown>) =>
  sql<number | null>`(select known.members from body_members known where known.body_id = ${bodyId} order by known.as_of desc limit 1)`

/** What a body has said last of its members under a directive, as a select of one row or none. */
export const saidLast = (directiveId: RawBuilder<unknown>, bodyId: RawBuilder<unknown>) =>
  sql`select members, studied, day from study_members where directive_id = ${directiveId} and body_id = ${bodyId} order by at desc limit 1`

type Said = { members: number | null; studied: number | null; saidOn: string | null; present: number; hasStudied: boolean }

/** What a body has said of its members under a directive; until then what is known of them; its attendances there, and whether a session was held for it. */
export const membersOf = (db: Database, directiveId: string, bodyId: string): Promise<Said> =>
  sql<Said>`
    select coalesce(said.members, ${membersKnown(sql`${bodyId}::uuid`)}) as members, said.studied, said.day as said_on,
      (select coalesce(sum(present), 0)::int from study_session where directive_id = ${directiveId} and body_id = ${bodyId} and withdrawn_on is null) as present,
      exists (select from study_session_body part join study_session session on session.id = part.session_id
        where part.body_id = ${bodyId} and session.directive_id = ${directiveId} and session.withdrawn_on is null) as has_studied
    from (select) one left join lateral (${saidLast(sql`${directiveId}::uuid`, sql`${bodyId}::uuid`)}) said on true`
    .execute(db)
    .then(({ rows }) => rows[0] as Said)

/** All that a body has said of its members under a directive, newest first. */
export const membersSaid = (db: Database, directiveId: string, bodyId: string) =>
  sql<{ members: number; studied: number; day: string; person: string }>`
    select said.members, said.studied, said.day, person.name as person from study_members said join person on person.id = said.person_id
    where said.directive_id = ${directiveId} and said.body_id = ${bodyId} order by said.at desc limit 50`
    .execute(db)
    .then(({ rows }) => rows)

/** Writes what a body says of its members under a directive. Their number then holds where the body has not said it: in directives that are in force. */
export async function writeMembers(db: Database, directiveId: string, { members, studied }: { members: number; studied: number }, by: Sender) {
  const said = { members, personId: by.personId, holdingId: by.holdingId, at: by.at }
  await db
    .insertInto('bodyMembers')
    .values({ bodyId: by.bodyId, asOf: by.day, ...said })
    .onConflict((conflict) => conflict.columns(['bodyId', 'asOf']).doUpdateSet(said))
    .execute()
  await db
    .insertInto('studyMembers')
    .values({ directiveId, bodyId: by.bodyId, studied, day: by.day, ...said })
    .execute()
  await sql`
    update receipt set members = ${members}, members_studied = case when receipt.directive_id = ${directiveId} then ${studied} else 0 end
    from dissemination where dissemination.directive_id = receipt.directive_id and receipt.body_id = ${by.bodyId}
      and (receipt.directive_id = ${directiveId} or (not dissemination.is_over and receipt.members is distinct from ${members}
        and not exists (select from study_members said where said.directive_id = receipt.directive_id and said.body_id = receipt.body_id)))`.execute(
    db,
  )
}
