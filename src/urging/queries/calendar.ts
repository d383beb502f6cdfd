import { sql } from 'kysely'
import { inForce } from '../../directives/sight.ts'
import type { Database } from '../../kernel/database.ts'
import { nameOn } from '../../organisations/queries.ts'
import { milestoneDue } from '../../tasks/queries/extensions.ts'
import type { NoticePage } from '../contract.ts'
import { directiveName } from './names.ts'

/** Whose calendar a secret address is, while it holds and they may sign in. */
export const personOfFeed = (db: Database, tokenSha256: string) =>
  db
    .selectFrom('calendarFeed')
    .innerJoin('person', 'person.id', 'calendarFeed.personId')
    .select(['person.id', 'person.name'])
    .where('calendarFeed.tokenSha256', '=', tokenSha256)
    .where('calendarFeed.revokedAt', 'is', null)
    .where('person.disabled', '=', false)
    .executeTakeFirst()

export type DueDay = {
  uid: string
  day: string
  page: NoticePage
  thingId: string
  isSecret: boolean
  address: string
  text: string
  what: string
  directiveName: string
  bodyName: string
  changedAt: string
}

/** So many days are in a calendar: the next first, and what is overdue. */
const daysAtMost = 2000

/** The days on which something falls due that lies on the posts somebody holds as clerk or leader: milestones not reached yet, by the later day where one was granted; a day of its own; plans to be made; what was sent to be received and to be studied; and answers to urgings. No words of secret directives. */
export const dueDaysOf = (db: Database, personId: string, day: string) =>
  sql<DueDay>`
    with own as (
      select distinct post.body_id from holding join post on post.id = holding.post_id
      where holding.person_id = ${personId} and holding.valid @> ${day}::date and post.valid @> ${day}::date and post.duties && '{clerk,leader}'
    ),
    borne as (
      select obligation.*, directive.secrecy <> 'none' as is_secret, ${directiveName} as directive_name, task.address, task.text
      from own join obligation on obligation.body_id = own.body_id and obligation.state in ('given', 'accepted', 'in-progress', 'sent-back')
      join directive on directive.id = obligation.directive_id and ${inForce} join task on task.id = obligation.task_id
    ),
    reaching as (
      select milestone.id as milestone_id, obligation.id as obligation_id, ${milestoneDue} as due, coalesce(nullif(milestone.what, ''), milestone.worded) as what
      from borne obligation join milestone on milestone.task_id = obligation.task_id and milestone.due is not null and not milestone.position = any(obligation.reached)
      left join milestone_extended extended on extended.milestone_id = milestone.id and extended.obligation_id = obligation.id
    ),
    days as (
      select reaching.milestone_id || '.' || borne.id as uid, reaching.due as day, 'obligation' as page, borne.id as thing_id, is_secret, address, text, reaching.what, directive_name, body_id, updated_at as changed_at
      from reaching join borne on borne.id = reaching.obligation_id
      union all
      select borne.id::text, borne.next_due, 'obligation', borne.id, is_secret, address, text, '', directive_name, body_id, updated_at
      from borne where borne.next_due is not null and not exists (select from reaching where reaching.obligation_id = borne.id and reaching.due = borne.next_due)
      union all
      select plan.id::text, plan.due_on, 'plan', plan.id, directive.secrecy <> 'none', '', coalesce(nullif(plan.title, ''), plan_order.title), '', ${directiveName}, plan.body_id, plan.updated_at
      from own join plan on plan.body_id = own.body_id and plan.state in ('due', 'drafting', 'returned') and plan.edition = 0
      join plan_order on plan_order.id = plan.order_id join directive on directive.id = plan.directive_id and ${inForce}
      union all
      select due.kind || '.' || receipt.id, due.day, 'receipt', receipt.id, directive.secrecy <> 'none', '', directive.title, due.kind, ${directiveName}, dissemination.sender_id, dissemination.started_on::timestamptz
      from own join receipt on receipt.body_id = own.body_id and receipt.state in ('arrived', 'received', 'assigned', 'processing', 'done')
      join dissemination on dissemination.directive_id = receipt.directive_id join directive on directive.id = receipt.directive_id and ${inForce}
      cross join lateral (values ('receive', case when receipt.state = 'arrived' then receipt.receive_by end), ('study', case when receipt.studied_on is null then receipt.study_by end)) as due(kind, day)
      where due.day is not null
      union all
      select urging.id::text, act.answer_by, 'urging', urging.id, urging.secret_of is not null, act.number, act.words, '', '', act.body_id, act.urged_at
      from own join urging on urging.body_id = own.body_id join urging_act act on act.id = urging.act_id
      where urging.answered_on is null and urging.done_on is null and urging.withdrawn_on is null
    )
    select uid, day, page, thing_id, is_secret, case when is_secret then '' else address end as address, case when is_secret then '' else left(text, 400) end as text,
      case when is_secret then '' else what end as what, case when is_secret then '' else directive_name end as directive_name, ${nameOn(sql`days.body_id`, day)} as body_name, changed_at
    from days order by day desc limit ${daysAtMost}`
    .execute(db)
    .then(({ rows }) => rows)
