import { type RawBuilder, sql } from 'kysely'
import { bodyName } from './names.ts'

/** The words of what a row `notice` is about, kind by kind: none where the directive is secret. To be joined laterally as `thing`. */
export const thing: RawBuilder<unknown> = sql`lateral (
  select 'obligation' as page, directive.secrecy <> 'none' as is_secret, task.address, task.text, directive.title as directive_title, ${bodyName(sql`obligation.body_id`)} as body_name
  from obligation join task on task.id = obligation.task_id join directive on directive.id = obligation.directive_id
  where obligation.id = notice.thing_id and notice.kind in ('accept', 'milestone', 'verify', 'returned')
  union all
  select 'urging', urging.secret_of is not null, act.number, act.words, '',
    ${bodyName(sql`case when notice.kind in ('urged', 'urging') then act.body_id else urging.body_id end`)}
  from urging join urging_act act on act.id = urging.act_id
  where urging.id = notice.thing_id and notice.kind in ('urging', 'urged', 'answered', 'silent', 'escalated', 'urging-done')
)`

/** A row `notice` with its `thing` as it is read. */
export const noticeLine: RawBuilder<unknown> = sql`
  notice.id, notice.kind, thing.page, notice.thing_id, thing.is_secret, case when thing.is_secret then '' else thing.address end as address,
  case when thing.is_secret then '' else left(thing.text, 400) end as text, case when thing.is_secret then '' else thing.directive_title end as directive_title,
  thing.body_name, notice.due, notice.rung_on, notice.made_at, notice.read_at is not null as is_read, notice.settled_on is not null as is_settled`
