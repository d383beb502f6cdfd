import { type RawBuilder, sql } from 'kysely'
import type { Holder } from '../kernel/serve.ts'
import { under } from '../organisations/reach.ts'
import { dutiesOf } from './rules.ts'

/**
 * True where a row `plan` lies open as a whole, joined with its `directive` from `seenDirectives` and its `plan_order`: to the body that plans and those above it,
 * those who approve, accept or ordered it, and whoever the directive lies open to.
 */
export const planOpenTo = (user: Holder, day: string): RawBuilder<boolean> => sql<boolean>`(
  directive.is_open or plan.body_id = ${user.bodyId} or plan.approver_id = ${user.bodyId} or plan.accepter_id is not distinct from ${user.bodyId}::uuid or plan_order.ordered_by = ${user.bodyId}
  or (directive.secrecy = 'none' and ${under(sql`plan.body_id`, user.reachId, day)}))`

/** True where a row `plan` may be seen: where it lies open; and once approved by those right below, whose plans start from its items. */
export const planSeenBy = (user: Holder, day: string): RawBuilder<boolean> => sql<boolean>`(
  ${planOpenTo(user, day)}
  or (plan.edition > 0 and exists (select from plan below where below.superior_id = plan.id and below.body_id = ${user.bodyId} and below.state <> 'withdrawn')))`

/** The body whose decision a row `plan` waits for, now or once it is submitted. */
export const decider = sql`case when plan.state = 'approved' then plan.accepter_id else plan.approver_id end`

/** True where, on a day, somebody in a body (a column) holds a post that may decide on plans. */
export const mayDecide = (body: RawBuilder<unknown>, day: RawBuilder<unknown> | string): RawBuilder<boolean> => sql<boolean>`exists (
  select from post join holding on holding.post_id = post.id and holding.valid @> ${day}::date join person on person.id = holding.person_id and not person.disabled
  where post.body_id = ${body} and post.valid @> ${day}::date and post.duties && ${dutiesOf.approver}::text[])`

/** True where the body whose decision a row `plan` waits for, now or once it is submitted, has nobody who may decide. */
export const isVacant = (day: string): RawBuilder<boolean> => sql<boolean>`(plan.state not in ('withdrawn', 'accepted', 'issued')
  and not (plan.state = 'approved' and plan.accepter_id is null) and not ${mayDecide(decider, day)})`
