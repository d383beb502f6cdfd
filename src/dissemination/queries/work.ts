import { type RawBuilder, sql } from 'kysely'
import { mayBeSeenBy } from '../../directives/sight.ts'
import type { Holder } from '../../kernel/serve.ts'
import { stillAsked } from './asked.ts'
import { sentBy } from './receipts.ts'

/** How many receipts of some stand refused, and since when. What a superior passed on is dealt with by whoever is above the body now, all else by whoever sends the directive. */
const refusedOf = (which: RawBuilder<unknown>) => sql`
  select count(*)::int as refused, min((select step.day from receipt_step step where step.receipt_id = receipt.id and step.event = 'refuse' order by step.at desc limit 1)) as refused_on
  from receipt where receipt.state = 'refused' and ${which}`

/**
 * What waits for a clerk's or leader's body about issued directives that were sent to it, as rows (kind, id, directive_id, body_id, count, due, since): of each receipt the one
 * next thing (`receive`, `pass-on`, `assign`), a session where a day is set for it and none was held (`study`), and changes not answered (`answer-change`, by id the answer); `body_id` is who
 * sent it, passed it on or changes it, `count` how many below wait for it; of what one's own body sends how many have refused it (`refusals`, by id the directive), and of what it passed on (`refusals-below`, by id its own receipt). A receipt is found by its body, so that the number of all receipts does not matter.
 * Of a directive that was recalled or replaced only that is to be answered: it is no more to be received, passed on or studied.
 */
export const receiptsWaiting = (user: Holder, day: string): RawBuilder<unknown> => sql`
  with own as (
    select receipt.*, dissemination.sender_id, ${sentBy} as sent_by, (
      select count(*)::int from receipt below where below.from_id = receipt.id and below.state = 'expected') as unsent
    from receipt join dissemination on dissemination.directive_id = receipt.directive_id
    where receipt.body_id = ${user.bodyId} and receipt.state in ('arrived', 'received', 'assigned', 'processing', 'done')
  ), waiting as (
    select case when state = 'arrived' then 'receive' when unsent > 0 then 'pass-on' else 'assign' end as kind, id, directive_id, sent_by as body_id, case when state = 'arrived' then 0 else unsent end as count,
      case when state = 'arrived' then receive_by end as due, case when state = 'arrived' then arrived_on else received_on end as since
    from own where state in ('arrived', 'received') or (state in ('assigned', 'processing') and unsent > 0)
    union all
    select 'study', id, directive_id, sender_id, 0, study_by, received_on from own where state <> 'arrived' and study_by is not null and studied_on is null
    union all
    select 'answer-change', answer.id, change.directive_id, change.body_id, 0, null, change.sent_on
    from change_receipt answer join directive_change change on change.id = answer.change_id
    where answer.body_id = ${user.bodyId} and ${stillAsked}
    union all
    select 'refusals', dissemination.directive_id, dissemination.directive_id, sender_id, refused, null, refused_on
    from dissemination, lateral (${refusedOf(sql`receipt.directive_id = dissemination.directive_id and (receipt.from_id is null or ${sentBy} = dissemination.sender_id)`)}) told
    where sender_id = ${user.bodyId} and refused > 0
    union all
    select 'refusals-below', own.id, own.directive_id, own.body_id, refused, null, refused_on
    from own join dissemination on dissemination.directive_id = own.directive_id and dissemination.sender_id <> own.body_id,
      lateral (${refusedOf(sql`receipt.directive_id = own.directive_id and receipt.from_id = own.id and ${sentBy} <> dissemination.sender_id`)}) told
    where refused > 0
  )
  select waiting.* from waiting join directive on directive.id = waiting.directive_id
  where directive.state = 'issued' and (directive.taken_back is null or waiting.kind = 'answer-change') and ${mayBeSeenBy(user, day)} and ${user.duties.some((duty) => duty === 'clerk' || duty === 'leader')}`
