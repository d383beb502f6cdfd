import { followMoves as moveReceipts } from '../../dissemination/queries/tally.ts'
import type { Database } from '../../kernel/database.ts'
import { dayOf, onClock } from '../../kernel/serve.ts'
import { clockDay } from '../../people/queries.ts'
import { followMoves as movePlans } from '../queries/orders.ts'

/** The job: on the day on which bodies move in the registry, their receipts are counted, and their plans approved, where they stand from then on. */
export async function followMoves(db: Database): Promise<void> {
  const day = dayOf(onClock(await clockDay(db)))
  await db.transaction().execute(async (db) => {
    await moveReceipts(db, day)
    await movePlans(db, day)
  })
}
