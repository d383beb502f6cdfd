import { type RawBuilder, sql } from 'kysely'
import type { Holder } from '../../kernel/serve.ts'
import { under } from '../../organisations/reach.ts'

/**
 * True where a row `urging` with its `act` may be seen: by the body that urged, the one urged, the superior it was brought to, and those above the first two;
 * what belongs to a secret directive by those of the three alone that are named in it.
 */
export const urgingSeenBy = (user: Holder, day: string): RawBuilder<boolean> => sql<boolean>`(
  case when urging.secret_of is null
    then ${user.bodyId} in (act.body_id, urging.body_id, urging.escalated_to) is true or ${under(sql`urging.body_id`, user.reachId, day)} or ${under(sql`act.body_id`, user.reachId, day)}
    else ${user.bodyId} in (act.body_id, urging.body_id, urging.escalated_to) is true
      and exists (select from directive_body part where part.directive_id = urging.secret_of and part.body_id = ${user.bodyId})
  end)`

/** Where a row `urging` with its `act` is in its life on a day: as `stateOf` of the rules says. */
export const urgingState = (day: string): RawBuilder<string> => sql<string>`(case
  when urging.withdrawn_on is not null then 'withdrawn' when urging.done_on is not null then case when urging.is_lapsed then 'lapsed' else 'done' end when urging.answered_on is not null then 'answered'
  when urging.escalated_on is not null then 'escalated' when act.answer_by < ${day}::date then 'silent' else 'open' end)`
