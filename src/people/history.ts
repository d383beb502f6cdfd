import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../kernel/database.ts'

export type HistoryRow = { id: number; at: string; action: string; person: string | null; post: string | null; body: string | null; input: unknown }

/** The journal's lines about any of these things, newest first, with who did it in which post. */
export const historyOf = (db: Database, subjectIds: readonly string[]): Promise<HistoryRow[]> =>
  lines(db, sql`journal.id in (select journal_id from journal_subject where subject_id = any(${subjectIds}::uuid[]))`)

/** The journal's lines about a body or written in its name, newest first. */
export const historyOfBody = (db: Database, bodyId: string): Promise<HistoryRow[]> =>
  lines(db, sql`journal.body_id = ${bodyId} or journal.id in (select journal_id from journal_subject where subject_id = ${bodyId})`)

const lines = (db: Database, which: RawBuilder<unknown>): Promise<HistoryRow[]> =>
  sql<HistoryRow>`
    select journal.id, journal.at, journal.action, journal.input, person.name as person, post.title as post,
      (select named.short_name from body_version named where named.body_id = journal.body_id order by named.valid desc limit 1) as body
    from journal left join person on person.id = journal.person_id left join holding on holding.id = journal.holding_id left join post on post.id = holding.post_id
    where ${which} order by journal.id desc limit 200`
    .execute(db)
    .then(({ rows }) => rows)
