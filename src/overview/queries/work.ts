import { sql } from 'kysely'
import { receiptsWaiting } from '../../dissemination/queries/work.ts'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import { nameOn } from '../../organisations/queries.ts'
import { plansWaiting } from '../../plans/queries/work.ts'
import { isOwnWork } from '../../tasks/queries/sight.ts'
import { urgingSeenBy } from '../../urging/queries/sight.ts'
import type { WorkItem, WorkKind } from '../contract.ts'
import { decided, decidedSteps } from '../rules.ts'

const can = (user: Holder, ...duties: string[]) => duties.some((duty) => user.duties.includes(duty))

/**
 * What waits for a post, as rows: of what kind, its thing (an obligation, draft, urging, receipt, answer to a change or plan), since when, by when, the step to take where the kind does not
 * say it, and how many it is about. Each part reads one index.
 */
const waiting = (user: Holder, day: string) => sql`
  select case obligation.state when 'given' then 'accept' when 'sent-back' then 'mend' else 'work' end as kind, obligation.id, obligation.directive_id, obligation.task_id, obligation.body_id,
    obligation.next_due as due, obligation.given_on as since, obligation.percent, null as step, 0 as count
  from obligation where obligation.body_id = ${user.bodyId} and obligation.state in ('given', 'accepted', 'in-progress', 'sent-back') and ${can(user, 'clerk', 'leader')}
  union all
  select 'verify', obligation.id, obligation.directive_id, obligation.task_id, obligation.body_id, obligation.next_due, obligation.reported_on, obligation.percent, null, 0
  from obligation where obligation.verifier_id = ${user.bodyId} and obligation.state = 'reported' and not ${isOwnWork(user.personId)} and ${can(user, 'appraiser', 'leader')}
  union all
  select 'extension', obligation.id, obligation.directive_id, obligation.task_id, obligation.body_id, obligation.next_due, extension.asked_on, obligation.percent, null, 0
  from extension join obligation on obligation.id = extension.obligation_id join directive on directive.id = obligation.directive_id
  where extension.decided_on is null and extension.asked_by <> ${user.personId} and directive.state = 'issued' and obligation.state in ('accepted', 'in-progress', 'reported', 'sent-back')
    and ((obligation.verifier_id = ${user.bodyId} and ${can(user, 'appraiser', 'leader')}) or (directive.standing_id = ${user.bodyId} and obligation.body_id <> ${user.bodyId} and ${can(user, 'clerk', 'leader')}))
  union all
  select 'returned', obligation.id, obligation.directive_id, obligation.task_id, obligation.body_id, obligation.next_due, (obligation.updated_at at time zone 'Asia/Ho_Chi_Minh')::date, obligation.percent, null, 0
  from obligation join directive on directive.id = obligation.directive_id
  where directive.standing_id = ${user.bodyId} and directive.state = 'issued' and obligation.state = 'returned' and ${can(user, 'clerk', 'leader')}
  union all
  select 'draft', directive.id, directive.id, null, directive.owner_id, null, (directive.created_at at time zone 'Asia/Ho_Chi_Minh')::date, 0, null, 0
  from directive where directive.owner_id = ${user.bodyId} and directive.state = 'draft' and ${can(user, 'clerk', 'leader')}
  union all
  select 'urging', urging.id, null, null, act.body_id, act.answer_by, act.urged_on, 0, null, 0
  from urging join urging_act act on act.id = urging.act_id
  where urging.body_id = ${user.bodyId} and urging.answered_on is null and urging.done_on is null and urging.withdrawn_on is null and ${can(user, 'clerk', 'leader')} and ${urgingSeenBy(user, day)}
  union all
  select 'urging', urging.id, null, null, urging.body_id, null, urging.escalated_on, 0, 'direct', 0
  from urging join urging_act act on act.id = urging.act_id
  where urging.escalated_to = ${user.bodyId} and urging.directed_on is null and urging.answered_on is null and urging.done_on is null and urging.withdrawn_on is null
    and ${can(user, 'clerk', 'leader')} and ${urgingSeenBy(user, day)}
  union all
  select case when receipt.kind in ('refusals', 'refusals-below') then 'returned' else 'incoming' end, receipt.id, receipt.directive_id, null, receipt.body_id, receipt.due, receipt.since, 0, receipt.kind, receipt.count
  from (${receiptsWaiting(user, day)}) receipt
  union all
  select case when waiting.kind in ('appraise', 'accept', 'reason') then 'appraisal' else 'plan' end, plan.id, plan.directive_id, null, plan.body_id, case when plan.edition = 0 then plan.due_on end, waiting.since, 0, waiting.kind, 0
  from (${plansWaiting(user, day)}) waiting join plan on plan.id = waiting.plan_id`

/** The kinds that somebody owes by a day of their own. */
const owed = sql`(kind in ('accept', 'work', 'mend', 'urging', 'incoming') or step in ('start', 'finish', 'mend'))`

type KindCount = { kind: WorkKind; count: number; overdue: number }

/** The same, where nothing of a directive that was recalled or replaced has a day any more or is newly taken up: only that it was so is to be answered. */
const stillDue = (user: Holder, day: string) => sql`
  select waiting.kind, waiting.id, waiting.directive_id, waiting.task_id, waiting.body_id, case when directive.taken_back is null then waiting.due end as due, waiting.since, waiting.percent, waiting.step, waiting.count
  from (${waiting(user, day)}) waiting left join directive on directive.id = waiting.directive_id
  where directive.taken_back is null or waiting.task_id is null or waiting.kind not in ('accept', 'returned', 'extension')`

/** A page of what waits for a post, in the order of its headings: overdue first, then drafts, then what is to be decided, changes of directives before the rest, then by date; and how much of each kind waits, and is overdue. */
export async function workFor(
  db: Database,
  user: Holder,
  day: string,
  { kind = null, limit, offset }: { kind?: WorkKind | null | undefined; limit: number; offset: number },
): Promise<{ rows: WorkItem[]; kinds: KindCount[] }> {
  const { rows } = await sql<{ rows: WorkItem[]; kinds: KindCount[] }>`
    with waiting as materialized (
      select *, case when kind = 'draft' then 1 when step = 'answer-change' then 2 when kind = any(${decided}::text[]) or step = any(${decidedSteps}::text[]) then 3 when due < ${day}::date and ${owed} then 0 else 4 end as rank
      from (${stillDue(user, day)}) waiting
    ),
    page as (
      select * from waiting where (${kind}::text is null or kind = ${kind})
      order by rank, due nulls last, since, id limit ${limit} offset ${offset}
    ),
    shown as (
      select page.kind, page.id, page.directive_id as "directiveId", act.id as "actId", coalesce(directive.title, '') as "directiveTitle", coalesce(directive.kind, '') as "directiveKind", coalesce(directive.number, nullif(act.number, '')) as "directiveNumber", directive.issuer_name as "issuerName",
        case page.kind when 'draft' then (select count(*)::int from task live where live.directive_id = page.id and live.dropped_why is null)
          when 'urging' then (select count(*)::int from urging_thing thing where thing.urging_id = page.id) else page.count end as count,
        coalesce(task.address, '') as address, coalesce(task.text, directive.title, act.words) as text,
        ${nameOn(sql`page.body_id`, day)} as "bodyName", page.due, page.since, page.rank = 0 as "isOverdue", page.percent, page.step, plan.form, directive.taken_back as "takenBack"
      from page left join directive on directive.id = page.directive_id left join task on task.id = page.task_id
      left join urging on page.kind = 'urging' and urging.id = page.id left join urging_act act on act.id = urging.act_id
      left join plan on page.kind in ('plan', 'appraisal') and plan.id = page.id
      order by page.rank, page.due nulls last, page.since, task.position nulls last
    ),
    counted as (select kind, count(*) as count, count(*) filter (where rank = 0) as overdue from waiting group by kind)
    select coalesce((select json_agg(shown) from shown), '[]') as rows, coalesce((select json_agg(counted) from counted), '[]') as kinds`.execute(db)
  return rows[0] ?? { rows: [], kinds: [] }
}
