import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../kernel/database.ts'
import { nameOn } from '../organisations/queries.ts'
import type { HistoryLine } from './contract.ts'

type Plain = Omit<HistoryRow, 'subjects' | 'more'>
export type HistoryRow = Required<HistoryLine>

/** So many things a line is about are named; the rest are counted. */
const named = 3

/**
 * The journal's lines about a thing, newest first: who did it in which post, and which things besides that one they are about or name, as far as `nameable` knows them: rows (kind, id, address,
 * text, place), to which bodies are added here.
 */
export const historyOf = (db: Database, subjectId: string, nameable: RawBuilder<unknown>): Promise<HistoryRow[]> =>
  sql<HistoryRow>`
    with line as materialized (${lines(sql`journal.id in (select journal_id from journal_subject where subject_id = ${subjectId})`)}),
    meant as materialized (
      select line.id as line_id, about.subject_id as id from line join journal_subject about on about.journal_id = line.id
      union select line.id, found[1]::uuid from line, regexp_matches(line.input::text, '"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"', 'g') found
    ),
    known as materialized (
      select line_id, nameable.* from (${nameable}) nameable join meant using (id)
      union all select line_id, 'body', body.id, '', ${nameOn(sql`body.id`, dayOfLine(sql`line`))}, 0 from meant join body on body.id = meant.id join line on line.id = meant.line_id
    ),
    told as (
      select line_id, count(*) as count, json_agg(json_build_object('kind', kind, 'id', id, 'address', address, 'text', left(text, 200)) order by nth) filter (where nth <= ${named}) as subjects
      from (
        select known.*, row_number() over (partition by line_id order by kind = 'body', place, id) as nth from known where id <> ${subjectId}
      ) numbered group by line_id
    )
    select line.*, coalesce(told.subjects, '[]') as subjects, greatest(coalesce(told.count, 0) - ${named}, 0) as more
    from line left join told on told.line_id = line.id order by line.id desc`
    .execute(db)
    .then(({ rows }) => rows)

/** The journal's lines about a body or written in its name, newest first. */
export const historyOfBody = (db: Database, bodyId: string): Promise<Plain[]> =>
  lines(sql`journal.body_id = ${bodyId} or journal.id in (select journal_id from journal_subject where subject_id = ${bodyId})`)
    .execute(db)
    .then(({ rows }) => rows)

const dayOfLine = (line: RawBuilder<unknown>) => sql`(${line}.at at time zone 'Asia/Ho_Chi_Minh')::date`

const lines = (which: RawBuilder<unknown>) => sql<Plain>`
  select journal.id, journal.at, journal.action, journal.input, person.name as person, post.title as post,
    ${nameOn(sql`journal.body_id`, dayOfLine(sql`journal`), 'short_name')} as body
  from journal left join person on person.id = journal.person_id left join holding on holding.id = journal.holding_id left join post on post.id = holding.post_id
  where ${which} order by journal.id desc limit 200`
