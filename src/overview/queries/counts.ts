import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { mayBeSeenBy } from '../../directives/sight.ts'
import type { Database } from '../../kernel/database.ts'
import { plannedEachTime } from '../../kernel/plans.ts'
import type { Holder } from '../../kernel/serve.ts'
import type { Level } from '../../organisations/contract.ts'
import { rankOf } from '../../organisations/queries.ts'
import { under } from '../../organisations/reach.ts'
import { judgedOn, obligationsInSight, type Seen, standing, stands } from '../../tasks/queries/sight.ts'
import type { Counts, Stages } from '../contract.ts'

export type Tally = z.infer<typeof Counts> & z.infer<typeof Stages>

/** What is seen, row by row or counted, with its standing, each judged once, for a `from`. */
export const judged = (seen: RawBuilder<unknown>, day: string): RawBuilder<unknown> =>
  sql`(select obligation.*, ${standing(day)} as standing from (${seen}) obligation offset 0) obligation`

/** The four counts of the 2×2 and the stages beside it, over what is `judged`, grouped as the statement says. */
const tallyOf = (count: (filter: RawBuilder<unknown>) => RawBuilder<unknown>) => sql`
  ${count(sql`obligation.standing = 'done-on-time'`)} as done_on_time, ${count(sql`obligation.standing = 'done-late'`)} as done_late,
  ${count(sql`obligation.standing = 'open-in-time'`)} as open_in_time, ${count(sql`obligation.standing = 'open-overdue'`)} as open_overdue,
  ${count(sql`obligation.state = 'given'`)} as given, ${count(sql`obligation.state = 'reported'`)} as reported,
  ${count(sql`obligation.state = 'returned'`)} as returned, ${count(sql`obligation.state = 'sent-back'`)} as sent_back`

/** The tally over rows. */
export const tallyOfRows = tallyOf((filter) => sql`count(*) filter (where ${filter})`)

/** The tally over counts. */
export const tallyOfCounts = tallyOf((filter) => sql`coalesce(sum(obligation.count) filter (where ${filter}), 0)::int`)

const seenIn = (db: Database, user: Holder, day: string, directiveId: string): Promise<Seen> =>
  obligationsInSight(db, user, day, sql`directive.id = ${directiveId}`)

/** The counts of a directive by task, in the order of its text. */
export async function countsByTask(db: Database, user: Holder, day: string, directiveId: string) {
  const seen = await seenIn(db, user, day, directiveId)
  const { rows } = await sql<
    Tally & { taskId: string; address: string; text: string; isStanding: boolean; nextDue: string | null; lastDue: string | null }
  >`
    with counted as (
      select obligation.task_id, min(obligation.next_due) filter (where obligation.state <> 'verified') as next_due, ${tallyOfCounts} from ${judged(seen.counts(), day)} group by obligation.task_id
    )
    select counted.*, task.address, task.text, task.is_standing, (select max(milestone.due) from milestone where milestone.task_id = task.id) as last_due from counted join task on task.id = counted.task_id order by task.position`.execute(
    db,
  )
  return rows
}

/** How many bodies the seen obligations of a directive lie on. */
export async function countBodies(db: Database, user: Holder, day: string, directiveId: string): Promise<number> {
  const seen = await seenIn(db, user, day, directiveId)
  const { rows } = await sql<{ bodies: number }>`select count(*) as bodies from (${seen.bodies}) body`.execute(db)
  return rows[0]?.bodies ?? 0
}

type BodyFilter = {
  directiveId: string
  words?: string | undefined
  level?: z.infer<typeof Level> | undefined
  under?: string | undefined
  limit: number
  offset: number
}

const bodyTerms = (day: string, asked: Omit<BodyFilter, 'limit' | 'offset'>) => sql`
  (${asked.words ?? ''} = '' or body.folded like all (select '%' || word || '%' from unnest(string_to_array(fold(${asked.words ?? ''}), ' ')) word))
  and (${asked.level ?? null}::text is null or body.level = ${asked.level ?? null})
  and (${asked.under ?? null}::uuid is null or ${under(sql`body.body_id`, asked.under ?? '00000000-0000-0000-0000-000000000000', day)})`

/** The counts of a directive by body, most overdue first: all bodies are ranked, those of the page are counted out. */
export async function countsByBody(db: Database, user: Holder, day: string, asked: BodyFilter) {
  const seen = await seenIn(db, user, day, asked.directiveId)
  const { rows } = await sql<Tally & { bodyId: string; name: string; level: z.infer<typeof Level>; lastStepOn: string | null; total: number }>`
    ${plannedEachTime} with ranked as (
      select obligation.body_id, count(*) filter (where ${stands('open-overdue', day)}) as open_overdue, count(*) filter (where obligation.state = 'given') as given
      from (${seen.rows()}) obligation group by obligation.body_id
    ),
    page as (
      select ranked.*, body.name, body.level, count(*) over () as total
      from ranked join body_version body on body.body_id = ranked.body_id and body.valid @> ${day}::date
      where ${bodyTerms(day, asked)}
      order by ranked.open_overdue desc, ranked.given desc, body.name limit ${asked.limit} offset ${asked.offset}
    ),
    counted as (select obligation.body_id, ${tallyOfRows} from ${judged(seen.rows(sql`obligation.body_id in (select body_id from page)`), day)} group by obligation.body_id)
    select counted.*, page.name, page.level, page.total,
      (select max(step.day) from step join obligation on obligation.id = step.obligation_id where obligation.directive_id = ${asked.directiveId} and obligation.body_id = page.body_id and step.body_id = page.body_id) as last_step_on
    from page join counted on counted.body_id = page.body_id order by counted.open_overdue desc, counted.given desc, page.name`.execute(db)
  return { total: rows[0]?.total ?? 0, rows }
}

/** Kinds of bodies in the order in which a document names them; others after these. */
const protocol = sql`array['central-committee', 'politburo', 'secretariat', 'party-board', 'party-office', 'inspection-committee', 'party-council', 'steering-committee', 'party-delegation',
  'party-affairs-committee', 'provincial-party-committee', 'city-party-committee', 'bloc-party-committee', 'armed-forces-party-committee', 'overseas-party-committee', 'institution-party-committee',
  'party-institution', 'district-party-committee', 'urban-district-party-committee', 'town-party-committee', 'commune-party-committee', 'ward-party-committee', 'township-party-committee']`

/** The order of rows with a level, a kind and a name as a document would list them. */
const inProtocol = (row: string) => {
  const of = (column: string) => sql.ref(`${row}.${column}`)
  return sql`${rankOf(sql`${of('level')}`)}, array_position(${protocol}, ${of('kind')}) nulls last, ${of('kind')}, ${of('name')}`
}

/** A page of bodies with the state of every task on them. */
export async function matrix(db: Database, user: Holder, day: string, asked: BodyFilter) {
  const seen = await seenIn(db, user, day, asked.directiveId)
  const { rows } = await sql<{
    id: string
    name: string
    total: number
    cells: { taskId: string; obligationId: string; state: 'given'; standing: 'open-in-time' }[]
  }>`
    ${plannedEachTime} with page as (
      select body.body_id, body.name, body.level, body.kind, count(*) over () as total
      from (${seen.bodies}) held join body_version body on body.body_id = held.body_id and body.valid @> ${day}::date
      where ${bodyTerms(day, asked)}
      order by ${inProtocol('body')} limit ${asked.limit} offset ${asked.offset}
    ),
    shown as (${seen.rows(sql`obligation.body_id in (select body_id from page)`)})
    select page.body_id as id, page.name, page.total,
      json_agg(json_build_object('taskId', obligation.task_id, 'obligationId', obligation.id, 'state', obligation.state, 'standing', ${standing(day)})) as cells
    from page join shown obligation on obligation.body_id = page.body_id
    group by page.body_id, page.name, page.level, page.kind, page.total
    order by ${inProtocol('page')}`.execute(db)
  return { total: rows[0]?.total ?? 0, rows }
}

/** Where a task of a directive that somebody may see stands in its document. */
export const addressOfTask = (db: Database, user: Holder, day: string, taskId: string): Promise<string | undefined> =>
  sql<{ address: string }>`
    select task.address from task join directive on directive.id = task.directive_id where task.id = ${taskId} and ${mayBeSeenBy(user, day)}`
    .execute(db)
    .then(({ rows }) => rows[0]?.address)

const isReached = sql`milestone.position = any(obligation.reached)`

/** The milestones of a directive by date with how many seen obligations have reached each; a later day was granted where none is due by the document's. */
export async function timeline(db: Database, user: Holder, day: string, directiveId: string) {
  const seen = await seenIn(db, user, day, directiveId)
  const { rows } = await sql<{
    id: string
    worded: string
    due: string | null
    kind: 'date'
    what: string
    taskId: string
    address: string
    text: string
    all: number
    reached: number
    overdue: number
  }>`
    with held as (${seen.counts()}),
    counted as (
      select milestone.id, sum(obligation.count)::int as all, coalesce(sum(obligation.count) filter (where ${isReached}), 0)::int as reached,
        coalesce(sum(obligation.count) filter (where not ${isReached} and milestone.due < ${judgedOn(day)} and obligation.next_due < ${judgedOn(day)}), 0)::int as overdue
      from held obligation join milestone on milestone.task_id = obligation.task_id
      group by milestone.id
    )
    select counted.*, milestone.worded, milestone.due, milestone.kind, milestone.what, task.id as task_id, task.address, task.text
    from counted join milestone on milestone.id = counted.id join task on task.id = milestone.task_id
    order by milestone.due nulls last, task.position, milestone.position`.execute(db)
  return rows
}
