import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'

/** From how many rows on the tally of a directive is folded: reading that many takes about a millisecond. */
const rowsKept = 2000

/** Folds the tally of obligations where its changes have piled up: what it counts stays the same. */
export const foldTally = async (db: Database, moreThan = rowsKept): Promise<void> => void (await sql`select fold_tally(${moreThan})`.execute(db))
