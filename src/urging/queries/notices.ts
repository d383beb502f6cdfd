import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import type { NoticeKind, NoticeLine } from '../contract.ts'
import { gathered, noticeLine, thing } from './things.ts'

/** So many unread are counted, and no more; those of one act count once. */
const countedTo = 100

const unread = (user: Holder) =>
  sql`notice.person_id = ${user.personId} and notice.body_id = ${user.bodyId} and notice.read_at is null and notice.settled_on is null`

/** How many notices to somebody in the post acted in are unread and still hold. */
export const countUnread = (db: Database, user: Holder): Promise<number> =>
  sql<{
    count: number
  }>`select count(*) as count from (select distinct notice.kind, notice.act_id, notice.due from notice where ${unread(user)} limit ${countedTo}) counted`
    .execute(db)
    .then(({ rows }) => rows[0]?.count ?? 0)

type Asked = { all?: boolean | undefined; kinds?: NoticeKind[] | undefined; of?: string | undefined; limit: number; offset: number }

/** True where a row `notice` is told together with one of somebody’s. */
const isWith = (id: string) => sql<boolean>`exists (
  select from notice one where one.id = ${id} and one.person_id = notice.person_id and one.body_id = notice.body_id
    and one.kind = notice.kind and one.act_id = notice.act_id and one.due is not distinct from notice.due)`

/** A page of the notices to somebody in the post acted in, newest first, with how many there are: those of one act together, or one by one those that are told together with one (`of`). */
export async function noticesTo(db: Database, user: Holder, asked: Asked): Promise<{ total: number; rows: NoticeLine[] }> {
  const { all, kinds, of, limit, offset } = asked
  const meant = sql`notice.person_id = ${user.personId} and notice.body_id = ${user.bodyId} and ${of ? isWith(of) : all ? sql`true` : sql`notice.settled_on is null`}
    and ${kinds?.length ? sql`notice.kind = any(${kinds}::text[])` : sql`true`}`
  const alone = of ? sql`notice.id` : undefined
  const { rows } = await sql<NoticeLine & { total: number }>`
    with together as materialized (select * from ${gathered(meant, alone)} gathered),
    gathered as (select * from together order by id desc limit ${limit} offset ${offset})
    select ${noticeLine}, (select count(*) from together) as total
    from gathered join notice on notice.id = gathered.id join ${thing} thing on true order by notice.id desc`.execute(db)
  // behind the last page there is nothing to count by
  if (rows.length === 0 && offset > 0) return { total: (await noticesTo(db, user, { ...asked, limit: 1, offset: 0 })).total, rows }
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row) }
}

/** Marks one of somebody's notices as read, or all that are told together with it; false when there is none. */
export const readOne = (db: Database, personId: string, id: string, isGathered: boolean, at: string): Promise<boolean> =>
  sql`update notice set read_at = coalesce(read_at, ${at}::timestamptz) where person_id = ${personId} and ${isGathered ? isWith(id) : sql`id = ${id}`}`
    .execute(db)
    .then(({ numAffectedRows }) => (numAffectedRows ?? 0n) > 0n)

/** Marks all notices to somebody in the post acted in as read; gives how many. */
export const readAll = (db: Database, user: Holder, at: string): Promise<number> =>
  sql`update notice set read_at = ${at}::timestamptz where ${unread(user)}`.execute(db).then(({ numAffectedRows }) => Number(numAffectedRows ?? 0))
