import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Holder } from '../../kernel/serve.ts'
import { under } from '../../organisations/reach.ts'
import type { Standing } from '../contract.ts'

/** The day by which a row `obligation` is judged: while it waits for verification, the day it was reported. */
export const judgedOn = (day: string): RawBuilder<string> =>
  sql<string>`case when obligation.state = 'reported' then coalesce(obligation.reported_on, ${day}::date) else ${day}::date end`

/** The 2×2 of a row `obligation` on a day: the same as `standingOf` of the rules. */
export const standing = (day: string): RawBuilder<z.infer<typeof Standing>> => sql`(case
  when obligation.state = 'verified' then case when obligation.is_late then 'done-late' else 'done-on-time' end
  when obligation.next_due < ${judgedOn(day)} then 'open-overdue'
  else 'open-in-time' end)`

/** True where a row `obligation` may be seen, joined with its `directive` from `seenDirectives`: by the body it lies on and those above, those who confirm or coordinate it, and whoever the directive lies open to. For a few rows; many are better had from `seenObligations`. */
export const obligationSeenBy = (user: Holder, day: string): RawBuilder<boolean> => sql<boolean>`(
  directive.is_open or obligation.body_id = ${user.bodyId} or obligation.verifier_id = ${user.bodyId}
  or (directive.secrecy = 'none' and ${under(sql`obligation.body_id`, user.reachId, day)})
  or exists (select from task_body part where part.task_id = obligation.task_id and part.body_id = ${user.bodyId}))`

/**
 * The live obligations that `obligationSeenBy` lets somebody see, each once, for a `with` after `directive as materialized (…)` and `visible as (…)`:
 * each way of seeing is a branch of its own that reads its own index, and those that lie open as a whole are read from the key alone.
 * Narrowed by a condition on `obligation`.
 */
export const seenObligations = (user: Holder, narrowed: RawBuilder<unknown> = sql`true`): RawBuilder<unknown> => {
  const columns = sql`obligation.id, obligation.directive_id, obligation.task_id, obligation.body_id, obligation.state, obligation.next_due, obligation.is_late, obligation.reported_on`
  const isLive = sql`obligation.state <> 'withdrawn' and ${narrowed}`
  const isVisible = sql`(obligation.body_id = ${user.bodyId} or (directive.secrecy = 'none' and obligation.body_id in (select body_id from visible)))`
  return sql`
    select ${columns} from directive join obligation on obligation.directive_id = directive.id
    where directive.is_open and ${isLive}
    union all
    select ${columns} from directive join obligation on obligation.directive_id = directive.id join visible on visible.body_id = obligation.body_id
    where not directive.is_open and (directive.secrecy = 'none' or obligation.body_id = ${user.bodyId}) and ${isLive}
    union all
    select ${columns} from directive join obligation on obligation.directive_id = directive.id
    where not directive.is_open and obligation.verifier_id = ${user.bodyId} and not ${isVisible} and ${isLive}
    union all
    select ${columns} from directive join obligation on obligation.directive_id = directive.id
      join (select distinct task_id from task_body where body_id = ${user.bodyId}) part on part.task_id = obligation.task_id
    where not directive.is_open and obligation.verifier_id <> ${user.bodyId} and not ${isVisible} and ${isLive}`
}

/** The bodies within somebody’s reach on a day, and their own, for a `with visible as (…)`. */
export const visibleBodies = (user: Holder, day: string): RawBuilder<unknown> => sql`
  select reach.body_id from body_reach reach where reach.ancestor_id = ${user.reachId} and reach.valid @> ${day}::date
  union select ${user.bodyId}::uuid`

/** True where somebody has worked on a row `obligation` (reported progress, or done): they don't confirm it. */
export const isOwnWork = (personId: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select from step where step.obligation_id = obligation.id and step.person_id = ${personId} and step.event in ('progress', 'report'))`
