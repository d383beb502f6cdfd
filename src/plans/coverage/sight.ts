import { type RawBuilder, sql } from 'kysely'
import { CellState } from './contract.ts'
import { codeOf, countedStates, shownStates } from './rules.ts'

const isOneOf = (states: readonly string[]) => sql<boolean>`plan.state in (${sql.join(states.map((state) => sql.lit(state)))})`

/** True where what a row `plan` answers counts. */
export const isCounted: RawBuilder<boolean> = isOneOf(countedStates)

/** True where the content of a row `plan` is shown. */
export const isShown: RawBuilder<boolean> = isOneOf(shownStates)

/** The states of cells with the numbers under which they are kept. */
export const coded = CellState.options.map((state) => ({ state, code: codeOf(state) }))
