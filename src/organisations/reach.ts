import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../kernel/database.ts'
import { Refusal } from '../kernel/errors.ts'
import { words } from './words.ts'

/** The one SQL fragment of reach: true where `body` (a column) stands under `ancestorId`, or is it, on `day`. */
export const under = (body: RawBuilder<unknown>, ancestorId: string, day: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select from body_reach reach where reach.ancestor_id = ${ancestorId} and reach.body_id = ${body} and reach.valid @> ${day}::date)`

/** Whether a body stands under another, or is it, on a day. */
export async function reaches(db: Database, ancestorId: string, bodyId: string, day: string): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select ${under(sql`${bodyId}::uuid`, ancestorId, day)} as yes`.execute(db)
  return rows[0]?.yes === true
}

/** True where some body stands under another (a column) on a day. */
export const hasBelow = (body: RawBuilder<unknown>, day: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select from body_reach below where below.ancestor_id = ${body} and below.depth > 0 and below.valid @> ${day}::date)`

/** Whether all of these bodies stand under another, or are it, on a day. */
export async function reachesAll(db: Database, ancestorId: string, bodyIds: readonly string[], day: string): Promise<boolean> {
  const { rows } = await sql<{
    yes: boolean
  }>`select coalesce(bool_and(${under(sql`asked.body_id`, ancestorId, day)}), true) as yes from unnest(${bodyIds}::uuid[]) as asked(body_id)`.execute(
    db,
  )
  return rows[0]?.yes === true
}

/** Refuses unless the body is the caller's own or below it. */
export async function requireReach(db: Database, ancestorId: string, bodyId: string, day: string): Promise<void> {
  if (!(await reaches(db, ancestorId, bodyId, day))) throw new Refusal('forbidden', words.notUnderYou)
}
