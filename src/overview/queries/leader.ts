import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { DirectiveLine } from '../../directives/contract.ts'
import { inForce } from '../../directives/sight.ts'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import type { Level } from '../../organisations/contract.ts'
import { nameOn } from '../../organisations/queries.ts'
import { obligationsInSight, type Seen, stands } from '../../tasks/queries/sight.ts'
import type { PressingTask } from '../contract.ts'
import { judged, type Tally, tallyOfCounts, tallyOfRows } from './counts.ts'

const seenIssued = (db: Database, user: Holder, day: string): Promise<Seen> => obligationsInSight(db, user, day, inForce)

/** The counts of every directive in force that somebody may see, most overdue first. */
export async function countsByDirective(db: Database, user: Holder, day: string) {
  const seen = await seenIssued(db, user, day)
  const { rows } = await sql<DirectiveLine & Tally & { nextDue: string | null }>`
    with counted as (
      select obligation.directive_id, min(obligation.next_due) filter (where obligation.state <> 'verified' and obligation.next_due >= ${day}::date) as next_due, ${tallyOfCounts}
      from ${judged(seen.counts(), day)} group by obligation.directive_id
    )
    select directive.id, directive.kind, directive.number, directive.title, directive.issued_on, directive.effective_on, directive.issuer_name, directive.secrecy, directive.state, directive.taken_back,
      ${nameOn(sql`directive.standing_id`, day)} as standing_name, counted.*
    from counted join directive on directive.id = counted.directive_id
    order by counted.open_overdue desc, counted.next_due nulls last`.execute(db)
  return rows
}

/** What presses of a task: which of its obligations are meant, the day that matters of them, and whether tasks are told day by day. */
type Pressing = { holds: RawBuilder<unknown>; day: RawBuilder<unknown>; isByDay?: boolean }

/** The tasks that press most within reach: what is overdue (the longest first), falls due within so many days, waits to be verified (the longest first). */
export async function pressingTasks(db: Database, user: Holder, day: string, days: number) {
  const seen = await seenIssued(db, user, day)
  const due = sql`obligation.next_due`
  const [overdue, upcoming, waiting] = await Promise.all([
    tasksPressing(db, seen, day, { holds: stands('open-overdue', day), day: due }),
    tasksPressing(db, seen, day, {
      holds: sql`obligation.state not in ('verified', 'reported') and ${due} between ${day}::date and ${day}::date + ${days}::int`,
      day: due,
      isByDay: true,
    }),
    tasksPressing(db, seen, day, { holds: sql`obligation.state = 'reported'`, day: sql`obligation.reported_on` }),
  ])
  return { overdue, upcoming, waiting }
}

/** A few lines: the same words under a thousand bodies are one, from the counts that are kept; where few bodies are meant they are named. */
async function tasksPressing(db: Database, seen: Seen, today: string, { holds, day, isByDay = false }: Pressing): Promise<PressingTask[]> {
  const isFew = sql`first.count <= 3`
  const { rows } = await sql<PressingTask>`
    with first as materialized (
      select pressing.*, task.address, task.text, task.position
      from (
        select obligation.directive_id, obligation.task_id, min(${day}) as day, sum(obligation.count)::int as count
        from (${seen.counts(holds)}) obligation group by obligation.directive_id, obligation.task_id${isByDay ? sql`, ${day}` : sql``} having sum(obligation.count) > 0
      ) pressing join task on task.id = pressing.task_id order by day, task.position limit 5
    ),
    meant as (
      select first.task_id, first.day, obligation.id, ${nameOn(sql`obligation.body_id`, today)} as name
      from (${seen.rows(sql`(select bool_or(${isFew}) from first) and ${holds} and obligation.task_id in (select task_id from first where ${isFew})`)}) obligation
      join first on first.task_id = obligation.task_id and ${isFew}${isByDay ? sql` and first.day = ${day}` : sql``}
    )
    select first.directive_id, first.task_id, first.day, first.count, first.address, first.text,
      (select coalesce(json_agg(json_build_object('obligationId', meant.id, 'name', meant.name) order by meant.name), '[]') from meant where meant.task_id = first.task_id and meant.day = first.day) as bodies
    from first order by first.day, first.position`.execute(db)
  return rows
}

/** The bodies with the most overdue, and of as many those that wait longest: all are ranked, the first are counted out. */
export async function behind(db: Database, user: Holder, day: string, limit: number) {
  const seen = await seenIssued(db, user, day)
  const { rows } = await sql<Tally & { bodyId: string; name: string; level: z.infer<typeof Level>; superiorName: string | null }>`
    with ranked as (
      select obligation.body_id, count(*) as open_overdue, min(obligation.next_due) as longest from (${seen.rows(stands('open-overdue', day))}) obligation group by obligation.body_id
    ),
    first as (
      select ranked.*, body.name, body.level, (select superior.name from body_version superior where superior.body_id = body.parent_id and superior.valid @> ${day}::date) as superior_name from ranked join body_version body on body.body_id = ranked.body_id and body.valid @> ${day}::date
      order by ranked.open_overdue desc, ranked.longest, body.name limit ${limit}
    ),
    counted as (select obligation.body_id, ${tallyOfRows} from ${judged(seen.rows(sql`obligation.body_id in (select body_id from first)`), day)} group by obligation.body_id)
    select counted.*, first.name, first.level, first.superior_name from first join counted on counted.body_id = first.body_id order by counted.open_overdue desc, first.longest, first.name`.execute(
    db,
  )
  return rows
}
