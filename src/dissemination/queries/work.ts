import { sql } from 'kysely'
import { mayBeSeenBy } from '../../directives/sight.ts'
import type { Database } from '../../kernel/database.ts'
import type { Holder } from '../../kernel/serve.ts'
import type { DisseminationWork } from '../contract.ts'
import { nameOf } from './receipts.ts'

/**
 * What waits for a body, of issued directives alone: of each receipt the one next thing (to receive, to pass on, to assign), a session where a day is set for it and none was held,
 * and changes not answered; overdue first, then by the day it is due. A receipt is found by its body, so that the number of all receipts does not matter.
 */
export const workOf = (db: Database, user: Holder, day: string) =>
  sql<DisseminationWork>`
    with own as (
      select receipt.*, dissemination.receive_by, dissemination.study_by, dissemination.sender_id, (
        select count(*)::int from receipt below where below.from_id = receipt.id and below.state = 'expected') as unsent
      from receipt join dissemination on dissemination.directive_id = receipt.directive_id
      where receipt.body_id = ${user.bodyId} and receipt.state in ('arrived', 'received', 'assigned', 'processing', 'done')
    ), waiting as (
      select case when state = 'arrived' then 'receive' when unsent > 0 then 'pass-on' else 'assign' end as kind, id, id as receipt_id, directive_id,
        coalesce((select up.body_id from receipt up where up.id = own.from_id), sender_id) as body_id, case when state = 'arrived' then 0 else unsent end as count,
        case when state = 'arrived' then receive_by end as due, case when state = 'arrived' then arrived_on else received_on end as since
      from own where state in ('arrived', 'received') or (state in ('assigned', 'processing') and unsent > 0)
      union all
      select 'study', id, id, directive_id, sender_id, 0, study_by, received_on from own where state <> 'arrived' and study_by is not null and studied_on is null
      union all
      select 'answer-change', answer.id, own.id, change.directive_id, change.body_id, 0, null, change.sent_on
      from change_receipt answer join directive_change change on change.id = answer.change_id left join receipt own on own.directive_id = change.directive_id and own.body_id = answer.body_id
      where answer.body_id = ${user.bodyId} and answer.state = 'asked'
    )
    select waiting.kind, waiting.id, waiting.receipt_id, waiting.directive_id, directive.kind as directive_kind, directive.number as directive_number, directive.title as directive_title, directive.issuer_name,
      ${nameOf(sql`waiting.body_id`)} as body_name, waiting.count, waiting.due, waiting.since, coalesce(waiting.due < ${day}::date, false) as is_overdue
    from waiting join directive on directive.id = waiting.directive_id
    where directive.state = 'issued' and ${mayBeSeenBy(user, day)}
    order by is_overdue desc, waiting.due nulls last, waiting.since, waiting.id`
    .execute(db)
    .then(({ rows }) => rows)
