import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { isOpenTo, mayBeSeenBy } from '../../directives/sight.ts'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import { nameOn } from '../../organisations/queries.ts'
import { under } from '../../organisations/reach.ts'
import type { SessionFileKind, SessionForm, StudySession } from '../session/contract.ts'
import type { Sender } from './expected.ts'
import { saidLast } from './members.ts'

/** True where a row `session` (beside its `directive`) may be seen: by the body that held it, those it was held for, those above, and whoever the directive lies open to. */
const sessionSeenBy = (user: Holder, day: string): RawBuilder<boolean> => sql<boolean>`(${mayBeSeenBy(user, day)} and (
  session.body_id = ${user.bodyId} or exists (select from study_session_body part where part.session_id = session.id and part.body_id = ${user.bodyId})
  or ${isOpenTo(user, day)} or (directive.secrecy = 'none' and ${under(sql`session.body_id`, user.reachId, day)})))`

/** True where the caller answers for a row `session` or the whole directive, and may know everybody in it. */
const knowsAll = (user: Holder, day: string) => sql`(session.body_id = ${user.bodyId} or ${isOpenTo(user, day)})`

const shown = (
  user: Holder,
  day: string,
) => sql`session.id, session.directive_id, session.body_id, ${nameOn(sql`session.body_id`, sql`session.held_on`)} as body_name, session.held_on, session.form, session.led_by, session.topic,
  session.present, session.invited, session.is_make_up, session.note, session.version, session.withdrawn_on, session.withdrawn_why, session.body_id = ${user.bodyId} as is_own,
  coalesce((select json_agg(json_build_object('id', part.body_id, 'name', ${nameOn(sql`part.body_id`, sql`session.held_on`)})) from study_session_body part where part.session_id = session.id and part.body_id <> session.body_id
    and (part.body_id = ${user.bodyId} or ${knowsAll(user, day)} or (directive.secrecy = 'none' and ${under(sql`session.body_id`, user.reachId, day)}))), '[]') as bodies,
  coalesce((select json_agg(json_build_object('id', file.id, 'name', file.name, 'mediaType', file.media_type, 'size', file.size, 'kind', held.kind) order by held.kind, file.name)
    from study_session_file held join file on file.id = held.file_id where held.session_id = session.id and held.removed_on is null), '[]') as files,
  coalesce((select json_agg(json_build_object('version', earlier.version, 'why', earlier.why, 'person', person.name, 'at', earlier.at, 'content', earlier.content) order by earlier.version desc)
    from study_session_before earlier join person on person.id = earlier.person_id where earlier.session_id = session.id and ${knowsAll(user, day)}), '[]') as before`

type Shown = z.infer<typeof StudySession>

/** A page of the sessions on a directive that somebody may see, newest first, and how many there are. */
export async function sessionsOf(
  db: Database,
  user: Holder,
  day: string,
  asked: { directiveId: string; bodyId?: string | undefined; underId?: string | undefined; limit: number; offset: number },
) {
  const { rows } = await sql<Shown & { total: number }>`
    select ${shown(user, day)}, count(*) over () as total from study_session session join directive on directive.id = session.directive_id
    where session.directive_id = ${asked.directiveId} and ${sessionSeenBy(user, day)}
      and (${asked.bodyId ?? null}::uuid is null or session.body_id = ${asked.bodyId ?? null} or exists (select from study_session_body part where part.session_id = session.id and part.body_id = ${asked.bodyId ?? null}))
      and ${asked.underId ? under(sql`session.body_id`, asked.underId, day) : sql`true`}
    order by session.withdrawn_on is not null, session.held_on desc, session.id desc limit ${asked.limit} offset ${asked.offset}`.execute(db)
  return { total: rows[0]?.total ?? 0, rows }
}

/** A session of a body, locked for the rest of the transaction. */
export const lockSession = (db: Database, id: string) => db.selectFrom('studySession').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** A file of a session that somebody may see. */
export const sessionFile = (db: Database, user: Holder, day: string, sessionId: string, fileId: string) =>
  sql<{ sha256: string; name: string; mediaType: string }>`
    select file.sha256, file.name, file.media_type from study_session session join directive on directive.id = session.directive_id
    join study_session_file held on held.session_id = session.id join file on file.id = held.file_id
    where session.id = ${sessionId} and file.id = ${fileId} and ${sessionSeenBy(user, day)}`
    .execute(db)
    .then(({ rows }) => rows[0])

/** Of files, those that are no pictures. */
export const notPictures = (db: Database, fileIds: readonly string[]) =>
  fileIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('file')
        .select('name')
        .where('id', 'in', fileIds)
        .where('mediaType', 'not in', ['image/jpeg', 'image/png', 'image/webp', 'image/gif'])
        .execute()

type Facts = {
  heldOn: string
  form: z.infer<typeof SessionForm>
  ledBy: string
  topic: string
  present: number
  invited: number
  isMakeUp: boolean
  note: string
}
export type SessionFiles = { kind: z.infer<typeof SessionFileKind>; fileId: string }[]

/** Writes a session held by a body, for itself and others. */
export async function insertSession(
  db: Database,
  directiveId: string,
  facts: Facts,
  bodyIds: readonly string[],
  files: SessionFiles,
  by: Sender,
): Promise<string> {
  const { id } = await db
    .insertInto('studySession')
    .values({ directiveId, bodyId: by.bodyId, ...facts, personId: by.personId, holdingId: by.holdingId, at: by.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeParts(db, id, [by.bodyId, ...bodyIds], files)
  return id
}

async function writeParts(db: Database, sessionId: string, bodyIds: readonly string[], files: SessionFiles): Promise<void> {
  await sql`insert into study_session_body (session_id, body_id) select ${sessionId}, unnest(${bodyIds}::uuid[]) on conflict do nothing`.execute(db)
  if (files.length)
    await db
      .insertInto('studySessionFile')
      .values(files.map((file) => ({ ...file, sessionId })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** Keeps what a session says, before it is changed, with the reason. */
const keepBefore = (db: Database, sessionId: string, why: string, by: Sender) =>
  sql`
    insert into study_session_before (session_id, version, content, why, person_id, at)
    select id, version, jsonb_build_object('heldOn', held_on, 'form', form, 'ledBy', led_by, 'topic', topic, 'present', present, 'invited', invited, 'isMakeUp', is_make_up, 'note', note,
      'bodies', (select jsonb_agg(${nameOn(sql`part.body_id`, sql`session.held_on`)}) from study_session_body part where part.session_id = session.id and part.body_id <> session.body_id),
      'files', (select jsonb_agg(file.name) from study_session_file held join file on file.id = held.file_id where held.session_id = session.id and held.removed_on is null)), ${why}, ${by.personId}, ${by.at}
    from study_session session where id = ${sessionId}`.execute(db)

/** Corrects a session; gives its new version. */
export async function updateSession(
  db: Database,
  sessionId: string,
  facts: Facts,
  bodyIds: readonly string[],
  files: SessionFiles,
  removedIds: readonly string[],
  why: string,
  by: Sender,
): Promise<number> {
  await keepBefore(db, sessionId, why, by)
  const { version } = await db
    .updateTable('studySession')
    .set({ ...facts, version: sql`version + 1` })
    .where('id', '=', sessionId)
    .returning('version')
    .executeTakeFirstOrThrow()
  await sql`delete from study_session_body where session_id = ${sessionId} and body_id <> all(${[by.bodyId, ...bodyIds]}::uuid[])`.execute(db)
  await sql`update study_session_file set removed_on = ${by.day} where session_id = ${sessionId} and file_id = any(${removedIds}::uuid[]) and removed_on is null`.execute(
    db,
  )
  await writeParts(db, sessionId, [by.bodyId, ...bodyIds], files)
  return version
}

/** Withdraws a session: it stays, and counts no more. */
export async function markSessionWithdrawn(db: Database, sessionId: string, why: string, by: Sender): Promise<void> {
  await keepBefore(db, sessionId, why, by)
  await db
    .updateTable('studySession')
    .set({ withdrawnOn: by.day, withdrawnWhy: why, version: sql`version + 1` })
    .where('id', '=', sessionId)
    .execute()
}

/** Derives anew what receipts keep of sessions: the first day on which each of these bodies studied, how many of its members have as it says, and how many were present of how many at what it held itself. */
export const refreshStudied = (db: Database, directiveId: string, bodyIds: readonly string[]) =>
  sql`
    update receipt set studied_on = studied.day, members_studied = case when studied.day is null then 0 else coalesce(said.studied, 0) end, present = coalesce(held.present, 0), invited = coalesce(held.invited, 0)
    from unnest(${[...new Set(bodyIds)]}::uuid[]) as asked(body_id)
    left join lateral (
      select min(session.held_on) as day from study_session_body part join study_session session on session.id = part.session_id
      where part.body_id = asked.body_id and session.directive_id = ${directiveId} and session.withdrawn_on is null) studied on true
    left join lateral (${saidLast(sql`${directiveId}::uuid`, sql`asked.body_id`)}) said on true
    left join lateral (
      select sum(session.present)::int as present, sum(session.invited) filter (where not session.is_make_up)::int as invited from study_session session
      where session.body_id = asked.body_id and session.directive_id = ${directiveId} and session.withdrawn_on is null) held on true
    where receipt.directive_id = ${directiveId} and receipt.body_id = asked.body_id`.execute(db)

/** What sessions of a body on a directive count in all: present, invited, and whether some were for those absent before. */
export const attendanceOf = (db: Database, directiveId: string, bodyId: string) =>
  sql<{ present: number; invited: number; hasMakeUp: boolean }>`
    select coalesce(sum(present), 0)::int as present, coalesce(sum(invited) filter (where not is_make_up), 0)::int as invited, coalesce(bool_or(is_make_up), false) as has_make_up
    from study_session where directive_id = ${directiveId} and body_id = ${bodyId} and withdrawn_on is null`
    .execute(db)
    .then(({ rows }) => rows[0] as { present: number; invited: number; hasMakeUp: boolean })

/** The bodies a session is held for. */
export const bodiesOfSession = (db: Database, sessionId: string) =>
  db
    .selectFrom('studySessionBody')
    .select('bodyId')
    .where('sessionId', '=', sessionId)
    .execute()
    .then((rows) => rows.map(({ bodyId }) => bodyId))

/** The bodies right under one that a directive has been sent to. */
export const sentRightBelow = (db: Database, directiveId: string, bodyId: string, day: string) =>
  sql<{ bodyId: string }>`
    select receipt.body_id from receipt join body_version body on body.body_id = receipt.body_id and body.valid @> ${day}::date
    where receipt.directive_id = ${directiveId} and body.parent_id = ${bodyId} and receipt.state not in ('expected', 'recalled') order by body.name, receipt.body_id`
    .execute(db)
    .then(({ rows }) => rows.map((row) => row.bodyId))

/** Words without case, marks and doubled spaces. */
const bare = (words: unknown) => sql`regexp_replace(fold(${words}), '\\s+', ' ', 'g')`

/** Whether a body has recorded a session on a directive of the same day, topic and leader that was not withdrawn. */
export const isHeldAlready = (
  db: Database,
  directiveId: string,
  bodyId: string,
  { heldOn, topic, ledBy }: Pick<Facts, 'heldOn' | 'topic' | 'ledBy'>,
) =>
  sql<{ yes: boolean }>`
    select exists (select from study_session where directive_id = ${directiveId} and body_id = ${bodyId} and withdrawn_on is null and held_on = ${heldOn}::date
      and ${bare(sql`topic`)} = ${bare(topic)} and ${bare(sql`led_by`)} = ${bare(ledBy)}) as yes`
    .execute(db)
    .then(({ rows }) => rows[0]?.yes === true)

/** Whether a directive has been sent to all of these bodies. */
export const allSentTo = (db: Database, directiveId: string, bodyIds: readonly string[]) =>
  sql<{ yes: boolean }>`
    select not exists (
      select from unnest(${bodyIds}::uuid[]) as asked(body_id)
      where not exists (select from receipt where receipt.directive_id = ${directiveId} and receipt.body_id = asked.body_id and receipt.state not in ('expected', 'recalled'))) as yes`
    .execute(db)
    .then(({ rows }) => rows[0]?.yes === true)
