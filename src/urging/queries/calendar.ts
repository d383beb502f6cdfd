import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import { bodyName } from './names.ts'

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
  page: 'obligation' | 'urging'
  thingId: string
  isSecret: boolean
  address: string
  text: string
  what: string
  directiveTitle: string
  bodyName: string
  changedAt: string
}

/** So many days are in a calendar: the next first, and what is overdue. */
const daysAtMost = 2000

/** The days on which something falls due that lies on the posts somebody holds as clerk or leader: milestones not reached yet, and answers to urgings. No words of secret directives. */
export const dueDaysOf = (db: Database, personId: string, day: string) =>
  sql<DueDay>`
    with own as (
      select distinct post.body_id from holding join post on post.id = holding.post_id
      where holding.person_id = ${personId} and holding.valid @> ${day}::date and post.valid @> ${day}::date and post.duties && '{clerk,leader}'
    ),
    days as (
      select milestone.id || '.' || obligation.id as uid, milestone.due as day, 'obligation' as page, obligation.id as thing_id, directive.secrecy <> 'none' as is_secret,
        task.address, task.text, coalesce(nullif(milestone.what, ''), milestone.worded) as what, directive.title as directive_title, obligation.body_id, obligation.updated_at as changed_at
      from own join obligation on obligation.body_id = own.body_id and obligation.state in ('given', 'accepted', 'in-progress', 'sent-back')
      join directive on directive.id = obligation.directive_id and directive.state = 'issued' join task on task.id = obligation.task_id
      join milestone on milestone.task_id = task.id and milestone.due is not null and not milestone.position = any(obligation.reached)
      union all
      select urging.id::text, act.answer_by, 'urging', urging.id, urging.secret_of is not null, act.number, act.words, '', '', act.body_id, act.urged_at
      from own join urging on urging.body_id = own.body_id join urging_act act on act.id = urging.act_id
      where urging.answered_on is null and urging.done_on is null and urging.withdrawn_on is null
    )
    select uid, day, page, thing_id, is_secret, case when is_secret then '' else address end as address, case when is_secret then '' else left(text, 400) end as text,
      case when is_secret then '' else what end as what, case when is_secret then '' else directive_title end as directive_title, ${bodyName(sql`days.body_id`)} as body_name, changed_at
    from days order by day desc limit ${daysAtMost}`
    .execute(db)
    .then(({ rows }) => rows)
