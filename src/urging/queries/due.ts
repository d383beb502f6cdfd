import { type RawBuilder, sql } from 'kysely'
import { inForce } from '../../directives/sight.ts'
import { stillAsked } from '../../dissemination/queries/asked.ts'
import { hasSaid, holdsBack, isUntold, leavesMembers } from '../../dissemination/queries/receipts.ts'
import { receivedStates } from '../../dissemination/rules.ts'
import { decider, mayDecide } from '../../plans/sight.ts'
import type { DueKind } from '../contract.ts'

/**
 * What is owed, kind by kind: the thing, its directive (null: of none), the body whose next step it is and which duties take it, the day from which reminding counts,
 * and who of them may not take it because it is their own work.
 * A slice before this one that makes something due has its select here, and the page and words it is told by in `things.ts`.
 */
const selectsOn = (day: RawBuilder<unknown>): Record<DueKind, RawBuilder<unknown>> => ({
  receive: sql`
    select 'receive' as kind, receipt.id as thing_id, receipt.directive_id, receipt.body_id, '{clerk,leader}'::text[] as duties, receipt.arrived_on as due, '{}'::uuid[] as own
    from receipt join directive on directive.id = receipt.directive_id where receipt.state = 'arrived' and ${inForce}`,
  'pass-on': sql`
    select 'pass-on', receipt.id, receipt.directive_id, receipt.body_id, '{clerk,leader}'::text[], receipt.received_on, '{}'
    from receipt join directive on directive.id = receipt.directive_id where receipt.state = any(${receivedStates}::text[]) and ${holdsBack} and ${inForce}`,
  study: sql`
    select 'study', receipt.id, receipt.directive_id, receipt.body_id, '{clerk,leader}'::text[], receipt.study_by, '{}'
    from receipt join directive on directive.id = receipt.directive_id
    where receipt.studied_on is null and receipt.state in ('arrived', 'received', 'assigned', 'processing', 'done') and receipt.study_by is not null and ${inForce}`,
  change: sql`
    select 'change', answer.id, change.directive_id, answer.body_id, '{clerk,leader}'::text[], change.sent_on, '{}'
    from change_receipt answer join directive_change change on change.id = answer.change_id join directive on directive.id = change.directive_id
    where ${stillAsked} and directive.state = 'issued'`,
  'refused-change': sql`
    select 'refused-change', answer.id, change.directive_id, change.body_id, '{clerk,leader}'::text[], answer.decided_on, '{}'
    from change_receipt answer join directive_change change on change.id = answer.change_id join directive on directive.id = change.directive_id
    where answer.state = 'refused' and directive.state = 'issued'`,
  accept: sql`
    select 'accept', obligation.id, obligation.directive_id, obligation.body_id, '{clerk,leader}'::text[], obligation.given_on, '{}'
    from obligation join directive on directive.id = obligation.directive_id where obligation.state = 'given' and ${inForce}`,
  milestone: sql`
    select 'milestone', obligation.id, obligation.directive_id, obligation.body_id, '{clerk,leader}'::text[], obligation.next_due, '{}'
    from obligation join directive on directive.id = obligation.directive_id
    where obligation.state in ('given', 'accepted', 'in-progress', 'sent-back') and obligation.next_due is not null and ${inForce}`,
  mend: sql`
    select 'mend', obligation.id, obligation.directive_id, obligation.body_id, '{clerk,leader}'::text[],
      (select max(step.day) from step where step.obligation_id = obligation.id and step.event = 'send-back'), '{}'
    from obligation join directive on directive.id = obligation.directive_id where obligation.state = 'sent-back' and ${inForce}`,
  verify: sql`
    select 'verify', obligation.id, obligation.directive_id, obligation.verifier_id, '{appraiser,leader}'::text[], obligation.reported_on,
      array(select step.person_id from step where step.obligation_id = obligation.id and step.event in ('progress', 'report'))
    from obligation join directive on directive.id = obligation.directive_id where obligation.state = 'reported' and ${inForce}`,
  returned: sql`
    select 'returned', obligation.id, obligation.directive_id, directive.standing_id, '{clerk,leader}'::text[],
      (select max(step.day) from step where step.obligation_id = obligation.id and step.event = 'return'), '{}'
    from obligation join directive on directive.id = obligation.directive_id where obligation.state = 'returned' and ${inForce}`,
  plan: sql`
    select 'plan', plan.id, plan.directive_id, plan.body_id, '{clerk,leader}'::text[], plan.due_on, '{}'
    from plan join directive on directive.id = plan.directive_id where plan.state in ('due', 'drafting', 'returned') and plan.edition = 0 and ${inForce}`,
  'mend-plan': sql`
    select 'mend-plan', plan.id, plan.directive_id, plan.body_id, '{clerk,leader}'::text[],
      (select max(plan_step.day) from plan_step where plan_step.plan_id = plan.id and plan_step.event in ('return', 'refuse')), '{}'
    from plan join directive on directive.id = plan.directive_id where plan.state = 'returned' and ${inForce}`,
  'issue-plan': sql`
    select 'issue-plan', plan.id, plan.directive_id, plan.body_id, '{clerk,leader}'::text[], plan.decided_on, '{}'
    from plan join directive on directive.id = plan.directive_id
    where (plan.state = 'accepted' or (plan.state = 'approved' and plan.accepter_id is null)) and plan.decided_on is not null and ${inForce}`,
  appraise: sql`
    select 'appraise', plan.id, plan.directive_id, case when plan_order.ordered_by <> plan.body_id and not ${mayDecide(decider, day)} then plan_order.ordered_by else ${decider} end, '{appraiser,leader}'::text[],
      (select max(plan_step.day) from plan_step where plan_step.plan_id = plan.id and plan_step.event in ('submit', 'approve')), array[plan.submitted_by]
    from plan join directive on directive.id = plan.directive_id join plan_order on plan_order.id = plan.order_id
    where (plan.state in ('submitted', 'in-appraisal') or (plan.state = 'approved' and plan.accepter_id is not null)) and ${inForce}`,
  urging: sql`
    select 'urging', urging.id, urging.secret_of, urging.body_id, '{clerk,leader}'::text[], act.answer_by, '{}'
    from urging join urging_act act on act.id = urging.act_id where urging.answered_on is null and urging.done_on is null and urging.withdrawn_on is null`,
})

/** The kinds of what is owed, in the order they are told in. */
export const dueKinds = Object.keys(selectsOn(sql`null`)) as DueKind[]

/** Everything that is owed, as rows (kind, thing_id, directive_id, body_id, duties, due, own), each thing and kind once; by a body that is to decide and in which nobody may on the day, whoever ordered the plan owes it. */
export const whatIsDue = (day: RawBuilder<unknown>): RawBuilder<unknown> => sql.join(Object.values(selectsOn(day)), sql` union all `)

/** The day from which a row `receipt` is late with saying how many of its members have studied, and with bringing those who are left to do so. */
export const untold = sql`greatest(receipt.study_by, receipt.studied_on)`

const besideSent = sql`from receipt join directive on directive.id = receipt.directive_id`

/** What nobody is reminded of, but urged over. */
const urgedOnly = sql`
  select 'members', receipt.id, receipt.directive_id, receipt.body_id, '{clerk,leader}'::text[], ${untold}, '{}' ${besideSent} where ${isUntold} and ${inForce}
  union all select 'make-up', receipt.id, receipt.directive_id, receipt.body_id, '{clerk,leader}'::text[], ${untold}, '{}' ${besideSent} where ${leavesMembers} and ${inForce}`

/** True where what a row `thing` (kind, thing_id) stands for ended without being done: with its directive, or by whoever gave it. */
export const isVoid: RawBuilder<boolean> = sql<boolean>`(
  exists (select from obligation join directive on directive.id = obligation.directive_id
    where obligation.id = thing.thing_id and (obligation.state = 'withdrawn' or (obligation.state not in ('reported', 'verified') and not ${inForce})))
  or exists (select from plan join directive on directive.id = plan.directive_id
    where plan.id = thing.thing_id and plan.edition = 0 and (plan.state = 'withdrawn' or (plan.submitted_on is null and not ${inForce})))
  or exists (select from receipt join directive on directive.id = receipt.directive_id
    where receipt.id = thing.thing_id and not ${inForce} and case thing.kind when 'study' then receipt.studied_on is null when 'members' then not ${hasSaid} when 'make-up' then receipt.members_studied < receipt.members when 'pass-on' then exists (select from receipt below where below.from_id = receipt.id and below.arrived_on is null) else receipt.received_on is null end))`

/** True where a row `thing` (kind, thing_id, due) is still owed. */
export const isOwed: RawBuilder<boolean> = sql<boolean>`exists (
  select from (${whatIsDue(sql`null::date`)} union all ${urgedOnly}) owed where owed.kind = thing.kind and owed.thing_id = thing.thing_id and owed.due <= thing.due)`
