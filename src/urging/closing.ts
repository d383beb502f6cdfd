import type { Database } from '../kernel/database.ts'
import { type Closed, closeDone } from './queries/pressing.ts'
import { settleUrgings, tell } from './queries/reminding.ts'

/** Closes the urgings of which nothing is owed any more, all or those that list one of some things, and tells who urged whether they were followed or have lapsed. */
export async function closeUrgings(db: Database, day: string, at: string, thingIds: readonly string[] | null = null): Promise<Closed[]> {
  const closed = await closeDone(db, day, thingIds)
  if (closed.length === 0) return closed
  await settleUrgings(
    db,
    closed.map(({ urgingId }) => urgingId),
    ['urged', 'urging', 'silent', 'escalated', 'directed'],
    day,
  )
  for (const event of ['urging-done', 'urging-lapsed'] as const) {
    const told = closed.filter(({ isLapsed }) => isLapsed === (event === 'urging-lapsed'))
    const urgers = told.map(({ urgingId, urgerId }) => ({ urgingId, bodyId: urgerId }))
    if (urgers.length > 0) await tell(db, event, urgers, ['clerk', 'leader'], day, at)
  }
  return closed
}
