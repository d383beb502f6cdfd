import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import { isOwnWork } from '../../tasks/queries/sight.ts'
import type { WorkItem, WorkKind } from '../contract.ts'

const can = (user: Holder, ...duties: string[]) => duties.some((duty) => user.duties.includes(duty))

/** What waits for a post, as rows (kind, obligation or directive, since when, due): each part reads one partial index. */
const waiting = (user: Holder) => sql`
  select case obligation.state when 'given' then 'accept' when 'sent-back' then 'mend' else 'work' end as kind, obligation.id, obligation.directive_id, obligation.task_id, obligation.body_id,
    obligation.next_due as due, obligation.given_on as since, obligation.percent
  from obligation where obligation.body_id = ${user.bodyId} and obligation.state in ('given', 'accepted', 'in-progress', 'sent-back') and ${can(user, 'clerk', 'leader')}
  union all
  select 'verify', obligation.id, obligation.directive_id, obligation.task_id, obligation.body_id, obligation.next_due, obligation.reported_on, obligation.percent
  from obligation where obligation.verifier_id = ${user.bodyId} and obligation.state = 'reported' and not ${isOwnWork(user.personId)} and ${can(user, 'appraiser', 'leader')}
  union all
  select 'extension', obligation.id, obligation.directive_id, obligation.task_id, obligation.body_id, obligation.next_due, extension.asked_on, obligation.percent
  from extension join obligation on obligation.id = extension.obligation_id join directive on directive.id = obligation.directive_id
  where extension.decided_on is null and extension.asked_by <> ${user.personId} and directive.state = 'issued' and obligation.state in ('accepted', 'in-progress', 'reported', 'sent-back')
    and ((obligation.verifier_id = ${user.bodyId} and ${can(user, 'appraiser', 'leader')}) or (directive.standing_id = ${user.bodyId} and obligation.body_id <> ${user.bodyId} and ${can(user, 'clerk', 'leader')}))
  union all
  select 'returned', obligation.id, obligation.directive_id, obligation.task_id, obligation.body_id, obligation.next_due, (obligation.updated_at at time zone 'Asia/Ho_Chi_Minh')::date, obligation.percent
  from obligation join directive on directive.id = obligation.directive_id
  where directive.standing_id = ${user.bodyId} and directive.state = 'issued' and obligation.state = 'returned' and ${can(user, 'clerk', 'leader')}
  union all
  select 'draft', directive.id, directive.id, null, directive.owner_id, null, (directive.created_at at time zone 'Asia/Ho_Chi_Minh')::date, 0
  from directive where directive.owner_id = ${user.bodyId} and directive.state = 'draft' and ${can(user, 'clerk', 'leader')}`

/** A page of what waits for a post: overdue first, then drafts, then by date. */
export const workFor = (db: Database, user: Holder, day: string, asked: { kind?: WorkKind | undefined; limit: number; offset: number }) =>
  sql<WorkItem>`
    with waiting as (${waiting(user)}),
    page as (
      select *, coalesce(due < ${day}::date and kind in ('accept', 'work', 'mend'), false) as is_overdue from waiting where (${asked.kind ?? null}::text is null or kind = ${asked.kind ?? null})
      order by is_overdue desc, kind = 'draft' desc, due nulls last, since, id limit ${asked.limit} offset ${asked.offset}
    )
    select page.kind, page.id, page.directive_id, directive.title as directive_title, directive.kind as directive_kind, directive.number as directive_number, directive.issuer_name,
      case when page.kind = 'draft' then (select count(*)::int from task live where live.directive_id = page.id and live.dropped_why is null) else 0 end as tasks, coalesce(task.address, '') as address, coalesce(task.text, directive.title) as text,
      (select named.name from body_version named where named.body_id = page.body_id order by named.valid desc limit 1) as body_name, page.due, page.since, page.is_overdue, page.percent
    from page join directive on directive.id = page.directive_id left join task on task.id = page.task_id
    order by page.is_overdue desc, page.kind = 'draft' desc, page.due nulls last, page.since, task.position nulls last`
    .execute(db)
    .then(({ rows }) => rows)

/** How much of each kind waits for a post, and how much of it is overdue. */
export const countWork = (db: Database, user: Holder, day: string) =>
  sql<{ kind: WorkKind; count: number; overdue: number }>`
    select kind, count(*) as count, count(*) filter (where due < ${day}::date and kind in ('accept', 'work', 'mend')) as overdue from (${waiting(user)}) waiting group by kind`
    .execute(db)
    .then(({ rows }) => rows)
