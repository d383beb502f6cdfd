import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'

/** From how many rows on the tally under a body is folded: twice as many as a country has when nothing has piled up. */
const rowsKept = 400

/** Folds the tally of receipts where its changes have piled up: what it counts stays the same. */
export const foldReceiptTally = async (db: Database, moreThan = rowsKept): Promise<void> =>
  void (await sql`select fold_receipt_tally(${moreThan})`.execute(db))

/** Whether the job that tells receipts of a great many plans waits or runs for a directive; one that was given up does not. */
export const arePlansToCome = (db: Database, directiveId: string): Promise<boolean> =>
  sql<{ yes: boolean }>`
    select exists (select from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
      where task.identifier = 'tell_receipts' and job.payload ->> 'directiveId' = ${directiveId} and (job.locked_at is not null or job.attempts < job.max_attempts)) as yes`
    .execute(db)
    .then(({ rows }) => rows[0]?.yes === true)
