import { type RawBuilder, sql } from 'kysely'

/** True where the body of a row `receipt` has received a directive, so that it may pass it on. */
export const mayPassOn: RawBuilder<boolean> = sql<boolean>`receipt.state in ('received', 'assigned', 'processing', 'done')`

/** True where somebody below still waits for the body of a row `receipt` to pass a directive on. */
export const holdsBack: RawBuilder<boolean> = sql<boolean>`exists (select from receipt below where below.from_id = receipt.id and below.state = 'expected')`

/** True where a directive never reached somebody below the body of a row `receipt`. */
export const wasHeldBack: RawBuilder<boolean> = sql<boolean>`exists (select from receipt below where below.from_id = receipt.id and below.arrived_on is null)`
