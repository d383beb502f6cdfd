import { type RawBuilder, sql } from 'kysely'
import type { Holder } from '../kernel/serve.ts'

/** True where a row `directive` lies open to the caller as a whole: they act for (or above) the body that owns it, issued it or stands for it. `offset 0` has these three looked up, instead of all that stands below the caller read for them. */
export const isOpenTo = (user: Holder, day: string): RawBuilder<boolean> => sql<boolean>`exists (
  select from directive_body part
  where part.directive_id = directive.id and part.body_id in (directive.owner_id, directive.issuer_id, directive.standing_id) and part.part in ('owner', 'issuer', 'standing')
    and (part.body_id = ${user.bodyId} or (directive.secrecy = 'none' and exists (
      select from body_reach reach where reach.ancestor_id = ${user.reachId} and reach.body_id = part.body_id and reach.valid @> ${day}::date offset 0))))`

/** True where a row `directive` may be seen: a draft by the body that reads it; an issued one by every body with a part in it and by those above, a secret one by the named bodies alone. To whom it lies open is looked at before all that stands below, which may be a country. */
export const mayBeSeenBy = (user: Holder, day: string): RawBuilder<boolean> => sql<boolean>`(
  case when directive.state in ('draft', 'withdrawn') then directive.owner_id = ${user.bodyId}
  else exists (select from directive_body part where part.directive_id = directive.id and part.body_id = ${user.bodyId}) or ${isOpenTo(user, day)}
    or (directive.secrecy = 'none' and exists (
      select from directive_body part join body_reach reach on reach.body_id = part.body_id and reach.ancestor_id = ${user.reachId} and reach.valid @> ${day}::date
      where part.directive_id = directive.id))
  end)`

/** True where a row `directive` is in force (`isInForce` of the rules): what is owed by it is owed still. */
export const inForce: RawBuilder<boolean> = sql<boolean>`(directive.state = 'issued' and directive.taken_back is null)`

/** The directives the caller may see, each with `is_open` (it lies open as a whole), for a `with directive as materialized (…)`; narrowed by a condition on `directive`. */
export const seenDirectives = (user: Holder, day: string, narrowed: RawBuilder<unknown> = sql`true`): RawBuilder<unknown> =>
  sql`select directive.*, ${isOpenTo(user, day)} as is_open from directive where ${narrowed} and ${mayBeSeenBy(user, day)}`
