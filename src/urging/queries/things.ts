import { type RawBuilder, sql } from 'kysely'
import { nameOn } from '../../organisations/queries.ts'
import type { NoticeKind, NoticePage } from '../contract.ts'
import { directiveName } from './names.ts'

/** The page that shows what a notice is about, kind by kind. */
const pages: Record<NoticeKind, NoticePage> = {
  receive: 'receipt',
  'pass-on': 'receipt',
  study: 'receipt',
  change: 'change',
  'refused-change': 'change',
  'noted-change': 'change',
  accept: 'obligation',
  milestone: 'obligation',
  mend: 'obligation',
  verify: 'obligation',
  returned: 'obligation',
  plan: 'plan',
  'mend-plan': 'plan',
  'issue-plan': 'plan',
  appraise: 'plan',
  template: 'plan',
  urging: 'urging',
  urged: 'urging',
  answered: 'urging',
  silent: 'urging',
  escalated: 'urging',
  directed: 'urging',
  'urging-done': 'urging',
  'urging-lapsed': 'urging',
}

/** What a row `notice` is about, page by page: whether it is secret, its address and words, the directive it belongs to, the other side, by what its page is found. */
const selects: Record<NoticePage, RawBuilder<unknown>> = {
  receipt: sql`
    select directive.secrecy <> 'none' as is_secret, '' as address, directive.title as text, ${directiveName} as directive_name, ${nameOn(sql`receipt.body_id`, sql`notice.rung_on`)} as body_name, receipt.id as place_id
    from receipt join directive on directive.id = receipt.directive_id where receipt.id = notice.thing_id`,
  change: sql`
    select directive.secrecy <> 'none', '', case notice.kind when 'refused-change' then answer.reason else change.reason end, ${directiveName},
      ${nameOn(sql`case notice.kind when 'refused-change' then answer.body_id else change.body_id end`, sql`notice.rung_on`)}, directive.id
    from change_receipt answer join directive_change change on change.id = answer.change_id join directive on directive.id = change.directive_id where answer.id = notice.thing_id`,
  obligation: sql`
    select directive.secrecy <> 'none', task.address, task.text, ${directiveName}, ${nameOn(sql`obligation.body_id`, sql`notice.rung_on`)}, obligation.id
    from obligation join task on task.id = obligation.task_id join directive on directive.id = obligation.directive_id where obligation.id = notice.thing_id`,
  plan: sql`
    select directive.secrecy <> 'none', '', coalesce(nullif(plan.title, ''), plan_order.title), ${directiveName}, ${nameOn(sql`case notice.kind when 'template' then plan_order.ordered_by else plan.body_id end`, sql`notice.rung_on`)}, plan.id
    from plan join plan_order on plan_order.id = plan.order_id join directive on directive.id = plan.directive_id where plan.id = notice.thing_id`,
  urging: sql`
    select urging.secret_of is not null, act.number, case notice.kind when 'answered' then urging.answer when 'directed' then urging.direction else act.words end, '',
      ${nameOn(sql`case when notice.kind in ('urged', 'urging') then act.body_id when notice.kind = 'directed' then urging.escalated_to else urging.body_id end`, sql`notice.rung_on`)}, urging.id
    from urging join urging_act act on act.id = urging.act_id where urging.id = notice.thing_id`,
}

const kindsOn = (page: NoticePage) => Object.entries(pages).flatMap(([kind, its]) => (its === page ? [kind] : []))

/** The words of what a row `notice` is about. To be joined laterally as `thing`. */
export const thing: RawBuilder<unknown> = sql`lateral (${sql.join(
  Object.entries(selects).map(
    ([page, select]) =>
      sql`select ${sql.lit(page)} as page, words.* from (${select}) words where notice.kind = any(${sql.lit(`{${kindsOn(page as NoticePage).join()}}`)}::text[])`,
  ),
  sql` union all `,
)})`

/** Notices for which a condition holds, those of one act told together: of a row each, the newest, how many there are, and whether all were read. `alone` says by what they are told apart still. */
export const gathered = (meant: RawBuilder<unknown>, alone: RawBuilder<unknown> = sql`null::uuid`): RawBuilder<unknown> => sql`(
  select (array_agg(notice.id order by notice.id desc))[1] as id, count(*)::int as count, bool_and(notice.read_at is not null) as is_read
  from notice where ${meant} group by notice.body_id, notice.kind, notice.act_id, notice.due, notice.settled_on is null, ${alone})`

/** A row `notice` with its `thing`, and the row `gathered` it stands for, as it is read: no words where the directive is secret. */
export const noticeLine: RawBuilder<unknown> = sql`
  notice.id, notice.kind, thing.page, thing.place_id as thing_id, thing.is_secret, case when thing.is_secret then '' else thing.address end as address,
  case when thing.is_secret then '' else left(thing.text, 400) end as text, case when thing.is_secret then '' else thing.directive_name end as directive_name,
  thing.body_name, notice.due, notice.rung_on, notice.made_at, gathered.count, gathered.is_read, notice.settled_on is not null as is_settled`
