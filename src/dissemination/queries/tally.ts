import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'

/** From how many rows on the tally under a body is folded: twice as many as a country has when nothing has piled up. */
const rowsKept = 400

/** Folds the tally of receipts where its changes have piled up: what it counts stays the same. */
export const foldReceiptTally = async (db: Database, moreThan = rowsKept): Promise<void> =>
  void (await sql`select fold_receipt_tally(${moreThan})`.execute(db))
