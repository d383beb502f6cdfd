import { sql } from 'kysely'
import type { Database } from '../kernel/database.ts'

export type HistoryRow = { id: number; at: string; action: string; person: string | null; post: string | null; body: string | null; input: unknown }

/** The journal's lines about any of these things, newest first, with who did it in which post. */
export const historyOf = (db: Database, subjectIds: readonly string[], limit = 200): Promise<HistoryRow[]> =>
  sql<HistoryRow>`
    select journal.id, journal.at, journal.action, journal.input, person.name as person, post.title as post,
      (select named.short_name from body_version named where named.body_id = journal.body_id order by named.valid desc limit 1) as body
    from journal left join person on person.id = journal.person_id left join holding on holding.id = journal.holding_id left join post on post.id = holding.post_id
    where journal.id in (select journal_id from journal_subject where subject_id = any(${subjectIds}::uuid[]))
    order by journal.id desc limit ${limit}`
    .execute(db)
    .then(({ rows }) => rows)
