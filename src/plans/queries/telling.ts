import { sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'

/** So many receipts are told in one transaction: their bodies wait no longer than that for a step on their plan. */
const receiptsAtOnce = 2000

/** Tells the receipts of a directive how the plans of their bodies stand, some at a time; a plan that moves meanwhile tells its own. */
export async function tellReceipts(db: Database, directiveId: string): Promise<void> {
  for (let after: string | null = null; ; ) {
    after = await db.transaction().execute((db) => tellSome(db, directiveId, after))
    if (after === null) return
  }
}

/** Tells the receipts behind one; gives the last of them, or null where there are no more. */
async function tellSome(db: Database, directiveId: string, after: string | null): Promise<string | null> {
  const { rows } = await sql<{ id: string; bodyId: string }>`
    select id, body_id from receipt where directive_id = ${directiveId} and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${receiptsAtOnce}`.execute(
    db,
  )
  const bodyIds = rows.map(({ bodyId }) => bodyId)
  // none of these plans moves until their receipts are told
  await sql`select from plan where directive_id = ${directiveId} and body_id = any(${bodyIds}::uuid[]) order by id for share`.execute(db)
  await sql`
    update receipt set plan_owed = true, plan_made_on = standing.made_on, plan_due_on = standing.due_on
    from plan_standing_of(${directiveId}, ${bodyIds}::uuid[]) standing
    where receipt.directive_id = ${directiveId} and receipt.body_id = standing.body_id
      and (not receipt.plan_owed or receipt.plan_made_on is distinct from standing.made_on or receipt.plan_due_on is distinct from standing.due_on)`.execute(
    db,
  )
  return rows.at(-1)?.id ?? null
}
