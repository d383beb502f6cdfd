import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import type { NoticeKind, NoticeLine } from '../contract.ts'
import { noticeLine, thing } from './things.ts'

/** So many unread are counted, and no more. */
const countedTo = 100

const unread = (user: Holder) =>
  sql`notice.person_id = ${user.personId} and notice.body_id = ${user.bodyId} and notice.read_at is null and notice.settled_on is null`

/** How many notices to somebody in the post acted in are unread and still hold. */
export const countUnread = (db: Database, user: Holder): Promise<number> =>
  sql<{ count: number }>`select count(*) as count from (select from notice where ${unread(user)} limit ${countedTo}) counted`
    .execute(db)
    .then(({ rows }) => rows[0]?.count ?? 0)

type Asked = { all?: boolean | undefined; kinds?: NoticeKind[] | undefined; limit: number; offset: number }

/** A page of the notices to somebody in the post acted in, newest first, with how many there are. */
export async function noticesTo(db: Database, user: Holder, { all, kinds, limit, offset }: Asked): Promise<{ total: number; rows: NoticeLine[] }> {
  const meant = sql`notice.person_id = ${user.personId} and notice.body_id = ${user.bodyId} and ${all ? sql`true` : sql`notice.settled_on is null`}
    and ${kinds?.length ? sql`notice.kind = any(${kinds}::text[])` : sql`true`}`
  const { rows } = await sql<NoticeLine>`
    with page as (select * from notice where ${meant} order by id desc limit ${limit} offset ${offset})
    select ${noticeLine} from page notice join ${thing} thing on true order by notice.id desc`.execute(db)
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total from notice where ${meant}`.execute(db)
  return { total: counted[0]?.total ?? 0, rows }
}

/** Marks one of somebody's notices as read; false when there is none. */
export const readOne = (db: Database, personId: string, id: string, at: string): Promise<boolean> =>
  db
    .updateTable('notice')
    .set({ readAt: sql<string>`coalesce(read_at, ${at}::timestamptz)` })
    .where('id', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst()
    .then(({ numUpdatedRows }) => numUpdatedRows > 0n)

/** Marks all notices to somebody in the post acted in as read; gives how many. */
export const readAll = (db: Database, user: Holder, at: string): Promise<number> =>
  sql`update notice set read_at = ${at}::timestamptz where ${unread(user)}`.execute(db).then(({ numAffectedRows }) => Number(numAffectedRows ?? 0))
