import { sql } from 'kysely'
import type { z } from 'zod'
import type { DirectiveLine } from '../../directives/contract.ts'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import type { Level } from '../../organisations/contract.ts'
import { obligationsInSight, type Seen, stands } from '../../tasks/queries/sight.ts'
import { judged, type Tally, tallyOfCounts, tallyOfRows } from './counts.ts'

const seenIssued = (db: Database, user: Holder, day: string): Promise<Seen> => obligationsInSight(db, user, day, sql`directive.state = 'issued'`)

/** The counts of every issued directive somebody may see, most overdue first. */
export async function countsByDirective(db: Database, user: Holder, day: string) {
  const seen = await seenIssued(db, user, day)
  const { rows } = await sql<DirectiveLine & Tally & { nextDue: string | null }>`
    with counted as (
      select obligation.directive_id, min(obligation.next_due) filter (where obligation.state <> 'verified' and obligation.next_due >= ${day}::date) as next_due, ${tallyOfCounts}
      from ${judged(seen.counts(), day)} group by obligation.directive_id
    )
    select directive.id, directive.kind, directive.number, directive.title, directive.issued_on, directive.effective_on, directive.issuer_name, directive.secrecy, directive.state,
      (select named.name from body_version named where named.body_id = directive.standing_id order by named.valid desc limit 1) as standing_name, counted.*
    from counted join directive on directive.id = counted.directive_id
    order by counted.open_overdue desc, counted.next_due nulls last`.execute(db)
  return rows
}

/** What falls due within so many days: how many obligations are still open at each milestone's day. */
export async function upcoming(db: Database, user: Holder, day: string, days: number) {
  const seen = await seenIssued(db, user, day)
  const isComing = sql`obligation.state not in ('verified', 'reported') and obligation.next_due between ${day}::date and ${day}::date + ${days}::int`
  const { rows } = await sql<{ due: string; directiveId: string; taskId: string; address: string; text: string; open: number }>`
    with counted as (select obligation.next_due as due, obligation.directive_id, obligation.task_id, sum(obligation.count)::int as open from (${seen.counts(isComing)}) obligation group by 1, 2, 3)
    select counted.*, task.address, task.text from counted join task on task.id = counted.task_id order by counted.due, task.position limit 20`.execute(
    db,
  )
  return rows
}

/** The bodies with the most overdue: all are ranked, the first are counted out. */
export async function behind(db: Database, user: Holder, day: string, limit: number) {
  const seen = await seenIssued(db, user, day)
  const { rows } = await sql<Tally & { bodyId: string; name: string; level: z.infer<typeof Level>; superiorName: string | null }>`
    with ranked as (
      select obligation.body_id, count(*) as open_overdue from (${seen.rows(stands('open-overdue', day))}) obligation group by obligation.body_id
    ),
    first as (
      select ranked.*, body.name, body.level, (select superior.name from body_version superior where superior.body_id = body.parent_id and superior.valid @> ${day}::date) as superior_name from ranked join body_version body on body.body_id = ranked.body_id and body.valid @> ${day}::date
      order by ranked.open_overdue desc, body.name limit ${limit}
    ),
    counted as (select obligation.body_id, ${tallyOfRows} from ${judged(seen.rows(sql`obligation.body_id in (select body_id from first)`), day)} group by obligation.body_id)
    select counted.*, first.name, first.level, first.superior_name from first join counted on counted.body_id = first.body_id order by counted.open_overdue desc, first.name`.execute(
    db,
  )
  return rows
}
