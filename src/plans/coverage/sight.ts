import { type RawBuilder, sql } from 'kysely'
import type { Holder } from '../../kernel/serve.ts'
import { under } from '../../organisations/reach.ts'
import { countedStates, shownStates } from './rules.ts'

/** True where a row `plan` may be seen, joined with its `directive` from `seenDirectives`: by its body and those above, those who approve or accept it, and whoever the directive lies open to. */
export const planSeenBy = (user: Holder, day: string): RawBuilder<boolean> => sql<boolean>`(
  directive.is_open or plan.body_id = ${user.bodyId} or plan.approver_id = ${user.bodyId} or plan.accepter_id = ${user.bodyId}
  or (directive.secrecy = 'none' and ${under(sql`plan.body_id`, user.reachId, day)}))`

const isOneOf = (states: readonly string[]) => sql<boolean>`plan.state in (${sql.join(states.map((state) => sql.lit(state)))})`

/** True where what a row `plan` answers counts. */
export const isCounted: RawBuilder<boolean> = isOneOf(countedStates)

/** True where the content of a row `plan` is shown. */
export const isShown: RawBuilder<boolean> = isOneOf(shownStates)
