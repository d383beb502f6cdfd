import { sql } from 'kysely'
import type { z } from 'zod'
import type { DirectiveLine } from '../../directives/contract.ts'
import { seenDirectives } from '../../directives/sight.ts'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import type { Level } from '../../organisations/contract.ts'
import { seenObligations, visibleBodies } from '../../tasks/queries/sight.ts'
import { judged, type Tally, tally } from './counts.ts'

/** Begins a statement over the live obligations of every issued directive that somebody may see. */
const seen = (user: Holder, day: string) =>
  sql`with directive as materialized (${seenDirectives(user, day, sql`directive.state = 'issued'`)}), visible as (${visibleBodies(user, day)}),
  seen as (${seenObligations(user)})`

/** The counts of every issued directive somebody may see, most overdue first. */
export const countsByDirective = (db: Database, user: Holder, day: string) =>
  sql<DirectiveLine & Tally & { nextDue: string | null }>`
    ${seen(user, day)},
    counted as (select obligation.directive_id, min(obligation.next_due) filter (where obligation.state <> 'verified' and obligation.next_due >= ${day}::date) as next_due, ${tally} from ${judged(day)} group by obligation.directive_id)
    select directive.id, directive.kind, directive.number, directive.title, directive.issued_on, directive.effective_on, directive.issuer_name, directive.secrecy, directive.state,
      (select named.name from body_version named where named.body_id = directive.standing_id order by named.valid desc limit 1) as standing_name, counted.*
    from counted join directive on directive.id = counted.directive_id
    order by counted.open_overdue desc, counted.next_due nulls last`
    .execute(db)
    .then(({ rows }) => rows)

/** What falls due within so many days: how many obligations are still open at each milestone's day. */
export const upcoming = (db: Database, user: Holder, day: string, days: number) =>
  sql<{ due: string; directiveId: string; taskId: string; address: string; text: string; open: number }>`
    ${seen(user, day)}
    select obligation.next_due as due, obligation.directive_id, obligation.task_id, task.address, task.text, count(*) as open
    from seen obligation join task on task.id = obligation.task_id
    where obligation.state not in ('verified', 'reported') and obligation.next_due between ${day}::date and ${day}::date + ${days}::int
    group by obligation.next_due, obligation.directive_id, obligation.task_id, task.address, task.text, task.position
    order by due, task.position limit 20`
    .execute(db)
    .then(({ rows }) => rows)

/** The bodies with the most overdue. */
export const behind = (db: Database, user: Holder, day: string, limit: number) =>
  sql<Tally & { bodyId: string; name: string; level: z.infer<typeof Level> }>`
    ${seen(user, day)},
    counted as (select obligation.body_id, ${tally} from ${judged(day)} group by obligation.body_id)
    select counted.*, body.name, body.level from counted join body_version body on body.body_id = counted.body_id and body.valid @> ${day}::date
    where counted.open_overdue > 0 order by counted.open_overdue desc, body.name limit ${limit}`
    .execute(db)
    .then(({ rows }) => rows)
