import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import type { UrgingEvent } from '../contract.ts'
import { dueKinds, whatIsDue } from './due.ts'

/** True for the one process that may remind in this transaction; others need not. */
export async function lockReminding(db: Database): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtext('reminding')) as mine`.execute(db)
  return rows[0]?.mine === true
}

/**
 * Tells everybody whose post takes the next step of something owed, on the days of its rule up to today: the last of them, and each once.
 * Days are worked out for what is alike (kind, directive, level, day counted from), not for each thing; nobody is told to judge their own work. Gives how many notices were made.
 */
export async function ring(db: Database, day: string, at: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with owed as materialized (
      select due.*, body.level from (${whatIsDue(sql`${day}::date`)}) due join body_version body on body.body_id = due.body_id and body.valid @> ${day}::date where due.due is not null
    ),
    alike as (select distinct kind, directive_id, level, due from owed),
    ringing as materialized (
      select alike.*, rule.by_email, ring.rung_on from alike,
      lateral (
        select rule.days_before, rule.days_after, rule.by_email from reminder_rule rule
        where rule.kind = alike.kind and rule.valid @> ${day}::date and (rule.directive_id is null or rule.directive_id = alike.directive_id) and (rule.level is null or rule.level = alike.level)
        order by rule.directive_id nulls last, rule.level nulls last limit 1
      ) rule,
      lateral (
        select max(rung_on) as rung_on from (
          select alike.due - before.days from unnest(rule.days_before) before(days) where ${day}::date <= alike.due
          union all select alike.due + after.days from unnest(rule.days_after) after(days)
        ) days(rung_on) where rung_on <= ${day}::date
      ) ring
      where ring.rung_on is not null
    ),
    holder as materialized (
      select post.body_id, post.duties, holding.person_id from post join holding on holding.post_id = post.id and holding.valid @> ${day}::date join person on person.id = holding.person_id and not person.disabled
      where post.valid @> ${day}::date
    ),
    told as (
      insert into notice (person_id, body_id, kind, thing_id, act_id, due, rung_on, made_at, wants_mail)
      select distinct holder.person_id, owed.body_id, owed.kind, owed.thing_id, coalesce(owed.directive_id, owed.thing_id), owed.due, ringing.rung_on, ${at}::timestamptz, ringing.by_email
      from owed join ringing on ringing.kind = owed.kind and ringing.directive_id is not distinct from owed.directive_id and ringing.level = owed.level and ringing.due = owed.due
      join holder on holder.body_id = owed.body_id and holder.duties && owed.duties
      where not exists (select from notice before where before.person_id = holder.person_id and before.thing_id = owed.thing_id and before.kind = owed.kind and before.rung_on = ringing.rung_on)
        and holder.person_id <> all(owed.own)
      on conflict do nothing returning person_id, thing_id, kind
    ),
    superseded as (
      update notice set settled_on = ${day}::date from told
      where notice.person_id = told.person_id and notice.thing_id = told.thing_id and notice.kind = told.kind and notice.settled_on is null
    )
    select count(*) as count from told`.execute(db)
  const told = rows[0]?.count ?? 0
  // a step asks for the notices of a thing: how to find them was planned when there were few
  if (told > 1000) await sql`analyze notice`.execute(db)
  return told
}

/** Settles reminders of what is no longer owed since they were made, all or those of some things; gives how many. */
export async function settle(db: Database, day: string, thingIds: readonly string[] | null = null): Promise<number> {
  const { numAffectedRows } = await sql`
    with owed as materialized (select due.kind, due.thing_id, due.body_id, due.due from (${whatIsDue(sql`${day}::date`)}) due where ${thingIds}::uuid[] is null or due.thing_id = any(${thingIds}::uuid[]))
    update notice set settled_on = ${day}::date
    where settled_on is null and kind = any(${dueKinds}::text[]) and (${thingIds}::uuid[] is null or thing_id = any(${thingIds}::uuid[]))
      and not exists (select from owed where owed.thing_id = notice.thing_id and owed.kind = notice.kind and owed.body_id = notice.body_id and owed.due = notice.due)`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0)
}

/** Tells the holders of some duties in bodies that something happened to urgings: pairs of an urging and the body to tell. */
export const tell = (
  db: Database,
  event: UrgingEvent,
  told: readonly { urgingId: string; bodyId: string }[],
  duties: readonly string[],
  day: string,
  at: string,
) =>
  sql`
    insert into notice (person_id, body_id, kind, thing_id, act_id, due, rung_on, made_at, wants_mail)
    select distinct holding.person_id, post.body_id, ${event}, told.urging_id, act.id, case when ${event === 'urged'} then act.answer_by end, ${day}::date, ${at}::timestamptz, true
    from unnest(${told.map(({ urgingId }) => urgingId)}::uuid[], ${told.map(({ bodyId }) => bodyId)}::uuid[]) as told(urging_id, body_id)
    join urging on urging.id = told.urging_id join urging_act act on act.id = urging.act_id
    join post on post.body_id = told.body_id and post.valid @> ${day}::date and post.duties && ${duties}::text[]
    join holding on holding.post_id = post.id and holding.valid @> ${day}::date join person on person.id = holding.person_id and not person.disabled
    on conflict do nothing`.execute(db)

/** Tells the clerks and leaders of bodies that an update touches nothing of that they have it. */
export const tellNoted = (db: Database, changeId: string, day: string, at: string) =>
  sql`
    insert into notice (person_id, body_id, kind, thing_id, act_id, rung_on, made_at, wants_mail)
    select distinct holding.person_id, post.body_id, 'noted-change', answer.id, answer.change_id, ${day}::date, ${at}::timestamptz, true
    from change_receipt answer join post on post.body_id = answer.body_id and post.valid @> ${day}::date and post.duties && '{clerk,leader}'
    join holding on holding.post_id = post.id and holding.valid @> ${day}::date join person on person.id = holding.person_id and not person.disabled
    where answer.change_id = ${changeId} and answer.state = 'noted'
    on conflict do nothing`.execute(db)

/** A row `plan` is still owed: what its order is given besides is news to its body. */
const isOwed = sql`plan.state in ('due', 'drafting', 'submitted', 'in-appraisal', 'returned') and plan.edition = 0`

/**
 * Tells the clerks and leaders of bodies that owe a plan of an order of the template it has now: of those not begun where something in it is meant for them, of the others where something that is has changed.
 * One who was told of another today is told of this one in its place.
 */
export const tellTemplate = (db: Database, orderId: string, day: string, at: string) =>
  sql`
    with template as (select * from plan_template where order_id = ${orderId} order by number desc limit 1)
    insert into notice (person_id, body_id, kind, thing_id, act_id, rung_on, made_at, wants_mail)
    select distinct holding.person_id, post.body_id, 'template', plan.id, template.id, ${day}::date, ${at}::timestamptz, true
    from template join plan on plan.order_id = template.order_id and ${isOwed} join post on post.body_id = plan.body_id and post.valid @> ${day}::date and post.duties && '{clerk,leader}'
    join holding on holding.post_id = post.id and holding.valid @> ${day}::date join person on person.id = holding.person_id and not person.disabled
    where case when plan.state = 'due' then exists (
      select from plan_template_item item where item.template_id = template.id and (item.task_ids = '{}' or exists (
        select from obligation where obligation.body_id = plan.body_id and obligation.task_id = any(item.task_ids) and obligation.state <> 'withdrawn')))
      else plan.template_renewed_on = ${day}::date end
    on conflict (person_id, thing_id, kind, rung_on) do update set act_id = excluded.act_id, made_at = excluded.made_at, read_at = null, settled_on = null, mail_id = null`.execute(
    db,
  )

/** Settles what was told of templates where the plan is owed no more, or was submitted since, or a later one was told of; all or of one plan. */
export const settleTemplates = (db: Database, day: string, planId: string | null = null) =>
  sql`
    update notice set settled_on = ${day}::date from plan
    where notice.kind = 'template' and notice.settled_on is null and plan.id = notice.thing_id and (${planId}::uuid is null or plan.id = ${planId}) and (not (${isOwed})
      or exists (select from plan_step step where step.plan_id = plan.id and step.event = 'submit' and step.at > notice.made_at)
      or exists (select from notice later where later.person_id = notice.person_id and later.thing_id = notice.thing_id and later.kind = 'template' and later.rung_on > notice.rung_on))`.execute(
    db,
  )

/** Settles what was told of urgings that no longer calls for anything. */
export const settleUrgings = (db: Database, urgingIds: readonly string[], events: readonly (UrgingEvent | 'urging')[], day: string) =>
  sql`update notice set settled_on = ${day}::date where thing_id = any(${urgingIds}::uuid[]) and kind = any(${events}::text[]) and settled_on is null`.execute(
    db,
  )
