import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import { isAboveSender } from './expected.ts'

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

/**
 * Puts the receipts of bodies that have moved by a day, and of all under them, below that of whoever stands next above them now and has the directive too: that one sees them and passes
 * it on. Who has sent one stays in its steps.
 */
const followAbove = (db: Database, day: string, bodyId: string | null) =>
  sql`
    with moved as (
      select version.body_id from body_version version where version.body_id = ${bodyId}::uuid
      union select version.body_id from body_version version
      join body_version earlier on earlier.body_id = version.body_id and upper(earlier.valid) = lower(version.valid) and earlier.parent_id is distinct from version.parent_id
      where ${bodyId}::uuid is null and lower(version.valid) <= ${day}::date
    ), below as (
      select distinct reach.body_id from moved join body_reach reach on reach.ancestor_id = moved.body_id and reach.valid @> ${day}::date
    ), above as (
      select receipt.id, (
        select up.id from body_reach reach join receipt up on up.body_id = reach.ancestor_id and up.directive_id = receipt.directive_id
        where reach.body_id = receipt.body_id and reach.depth > 0 and reach.valid @> ${day}::date and not ${isAboveSender(sql`receipt.directive_id`, sql`up.body_id`, day)}
        order by reach.depth limit 1) as from_id
      from below join receipt on receipt.body_id = below.body_id
    )
    update receipt set from_id = above.from_id from above where receipt.id = above.id and receipt.from_id is distinct from above.from_id`.execute(db)

/**
 * Counts receipts under those who stand above their bodies now: those of bodies that have moved by a day, themselves or with one above them. After one body was changed (`bodyId`) the
 * directives of all under it are counted anew, as its new place may begin on a day gone by.
 */
export async function followMoves(db: Database, day: string, bodyId: string | null = null): Promise<void> {
  const { rows } = await sql<{ directiveId: string }>`
    with moved as (
      select version.body_id, lower(version.valid) as since from body_version version
      join body_version earlier on earlier.body_id = version.body_id and upper(earlier.valid) = lower(version.valid) and earlier.parent_id is distinct from version.parent_id
      where lower(version.valid) <= ${day}::date and (${bodyId}::uuid is null or version.body_id = ${bodyId}::uuid)
    ), late as (
      select receipt.id, max(moved.since) as since from moved
      join body_reach below on below.ancestor_id = moved.body_id and below.valid @> moved.since
      join receipt on receipt.body_id = below.body_id and receipt.placed_on < moved.since group by receipt.id
    ), placed as (
      update receipt set placed_on = late.since from late where receipt.id = late.id returning receipt.directive_id
    )
    select directive_id from placed
    union select receipt.directive_id from receipt join body_reach below on below.body_id = receipt.body_id where below.ancestor_id = ${bodyId}::uuid`.execute(
    db,
  )
  await followAbove(db, day, bodyId)
  const directives = rows.map(({ directiveId }) => directiveId)
  if (directives.length > 0) await sql`select recount_receipt_tally(${directives}::uuid[])`.execute(db)
}
