import { type RawBuilder, sql } from 'kysely'
import { countedStates, shownStates } from './rules.ts'

const isOneOf = (states: readonly string[]) => sql<boolean>`plan.state in (${sql.join(states.map((state) => sql.lit(state)))})`

/** True where what a row `plan` answers counts. */
export const isCounted: RawBuilder<boolean> = isOneOf(countedStates)

/** True where the content of a row `plan` is shown. */
export const isShown: RawBuilder<boolean> = isOneOf(shownStates)
