import { type RawBuilder, sql } from 'kysely'
import { seenDirectives } from '../../directives/sight.ts'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import type { PlanLine, PlanWork } from '../contract.ts'
import { isShown } from '../coverage/sight.ts'
import { bare, weight } from '../likeness/queries.ts'
import { dutiesOf, type Part } from '../rules.ts'
import { decider, mayDecide, planSeenBy } from '../sight.ts'
import { isCalled, line } from './plans.ts'

/** States of a plan on which somebody is still to decide, its reasons among it. */
const undecided = ['drafting', 'returned', 'amending', 'submitted', 'in-appraisal', 'approved']

/**
 * What waits about plans for a post, as rows (kind, plan_id, since) in sight: of its body's own plans the next thing, and those it approves or accepts, also where it stands in for a body in which nobody may;
 * a plan never approved asks for nothing once its directive was taken back. A plan is found by the body whose
 * turn it is, so that the number of all plans does not matter.
 */
export const plansWaiting = (user: Holder, day: string): RawBuilder<unknown> => {
  const may = (part: Part) => dutiesOf[part].some((duty) => user.duties.includes(duty))
  return sql`
    with directive as materialized (${seenDirectives(user, day, sql`exists (select from plan_order where plan_order.directive_id = directive.id)`)}),
    ordered as materialized (select id from plan_order where ordered_by = ${user.bodyId} and ${may('approver')}),
    vacant as materialized (
      select body_id from (select distinct ${decider} as body_id from plan where order_id in (select id from ordered) and state = any(${undecided}::text[])) decider where not ${mayDecide(sql`decider.body_id`, day)}
    ),
    waiting as (
      select plan.id, case plan.state when 'due' then 'start' when 'returned' then 'mend' when 'approved' then 'issue' when 'accepted' then 'issue' else 'finish' end as kind
      from plan where plan.body_id = ${user.bodyId} and (plan.state in ('due', 'drafting', 'returned', 'amending', 'accepted') or (plan.state = 'approved' and plan.accepter_id is null)) and ${may('planner')}
      union all
      select plan.id, 'amend' from plan join plan_order on plan_order.id = plan.order_id
      where plan.body_id = ${user.bodyId} and plan.state = 'issued' and ${may('planner')} and ${isCalled}
      union all
      select plan.id, 'appraise' from plan where plan.approver_id = ${user.bodyId} and plan.state in ('submitted', 'in-appraisal') and ${may('approver')}
      union all
      select plan.id, 'accept' from plan where plan.accepter_id = ${user.bodyId} and plan.state = 'approved' and ${may('accepter')}
      union all
      select plan.id, case when plan.state = 'approved' then 'accept' else 'appraise' end
      from plan where plan.order_id in (select id from ordered) and plan.body_id <> ${user.bodyId} and plan.state in ('submitted', 'in-appraisal', 'approved') and ${decider} in (select body_id from vacant)
      union all
      select plan.id, 'reason' from plan join plan_order on plan_order.id = plan.order_id
      where plan.id in (select reason.plan_id from plan_reason reason where reason.accepted_on is null and reason.refused_on is null)
        and (case when plan.approver_id <> plan.body_id then plan.approver_id else coalesce(plan.accepter_id, plan_order.ordered_by) end = ${user.bodyId}
          or (plan.order_id in (select id from ordered) and plan.body_id <> ${user.bodyId} and plan.approver_id in (select body_id from vacant)))
        and plan.state in ('drafting', 'returned', 'amending') and ${may('approver')}
    )
    select waiting.kind, plan.id as plan_id,
      coalesce(case when waiting.kind = 'amend' then (select max(item.touched_on) from plan_item item where item.plan_id = plan.id) end,
        (select max(step.day) from plan_step step where step.plan_id = plan.id and step.to_state = plan.state), plan_order.ordered_on) as since
    from waiting join plan on plan.id = waiting.id join directive on directive.id = plan.directive_id join plan_order on plan_order.id = plan.order_id
    where directive.taken_back is null or plan.edition > 0`
}

/** What waits about plans for a post, each with its plan, oldest first. */
export const workOf = (db: Database, user: Holder, day: string) =>
  sql<PlanLine & { kind: PlanWork['kind']; since: string }>`
    with waiting as (${plansWaiting(user, day)} order by since, plan.due_on, plan.id limit 300)
    select waiting.kind, waiting.since, ${line(day)}
    from waiting join plan on plan.id = waiting.plan_id join directive on directive.id = plan.directive_id join plan_order on plan_order.id = plan.order_id
    order by waiting.since, plan.due_on, plan.id`
    .execute(db)
    .then(({ rows }) => rows)

/** For plans, the score of the one each is most like among those somebody may see, with how many words of its own that rests on. */
export const closestOf = (db: Database, user: Holder, day: string, planIds: readonly string[]) =>
  sql<{ planId: string; score: number; words: number; isBare: boolean }>`
    with likeness as materialized (select plan_id, other_id, score, words, own_dates, own_figures, own_names from plan_likeness where plan_id = any(${planIds}::uuid[])),
    directive as materialized (${seenDirectives(user, day, sql`directive.id in (select plan.directive_id from likeness join plan on plan.id = likeness.other_id)`)}),
    seen as (
      select plan.id from plan join directive on directive.id = plan.directive_id join plan_order on plan_order.id = plan.order_id
      where plan.id in (select other_id from likeness) and ${planSeenBy(user, day)} and ${isShown}
    )
    select distinct on (likeness.plan_id) likeness.plan_id, likeness.score, likeness.words, ${bare} as is_bare from likeness join seen on seen.id = likeness.other_id
    order by likeness.plan_id, ${weight} desc`
    .execute(db)
    .then(({ rows }) => rows)
