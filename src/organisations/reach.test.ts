import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { openHouse, type TestHouse } from '../../test/kit.ts'
import type { Database } from '../kernel/database.ts'
import { insertBody, refreshReach, replaceVersion } from './queries.ts'

const start = Temporal.PlainDate.from('2013-01-01')
const day = (n: number) => start.add({ days: n }).toString()
const lastDay = 40

type Move = { body: number; under: number; on: number }

describe('reach', () => {
  let house: TestHouse
  before(async () => {
    house = await openHouse('empty')
  })
  after(() => house.close())

  const version = (name: string, parentId: string | null, on: number) => ({
    name,
    shortName: '',
    kind: 'association',
    level: 'central',
    parentId,
    from: day(on),
  })

  test('is what a walk up the tree gives, on every day, for any tree and any moves', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
        fc.array(fc.record({ body: fc.nat(), under: fc.nat(), on: fc.integer({ min: 1, max: lastDay - 1 }) }), { maxLength: 10 }),
        async (parents, moves) => {
          const db = await house.db.startTransaction().execute()
          try {
            const ids: string[] = []
            for (const [i, parent] of parents.entries())
              ids.push(await insertBody(db, version(`Cơ quan ${i}`, i === 0 ? null : (ids[parent % i] as string), 0)))
            await refreshReach(db, ids)
            // account[day][body] = the body it stands under
            const account = Array.from({ length: lastDay + 1 }, () => parents.map((parent, i) => (i === 0 ? null : parent % i)))
            const changedOn = parents.map(() => 0)
            for (const { body, under, on } of moves.map(
              (move): Move => ({ ...move, body: move.body % ids.length, under: move.under % ids.length }),
            )) {
              const makesCircle = account.slice(on).some((parentOf) => walk(parentOf, under).includes(body))
              if (makesCircle || on <= (changedOn[body] as number)) continue
              await replaceVersion(db, ids[body] as string, version(`Cơ quan ${body}`, ids[under] as string, on))
              await refreshReach(db, [ids[body] as string])
              changedOn[body] = on
              for (const parentOf of account.slice(on)) parentOf[body] = under
            }
            for (const n of new Set([0, lastDay, ...moves.flatMap(({ on }) => [on - 1, on])])) {
              const { rows } = await sql<{ ancestorId: string; bodyId: string; depth: number }>`
              select ancestor_id, body_id, depth from body_reach where body_id = any(${ids}::uuid[]) and valid @> ${day(n)}::date`.execute(db)
              const found = rows.map(({ ancestorId, bodyId, depth }) => `${ids.indexOf(ancestorId)} ${ids.indexOf(bodyId)} ${depth}`)
              const expected = ids.flatMap((_, body) =>
                walk(account[n] as (number | null)[], body).map((above, depth) => `${above} ${body} ${depth}`),
              )
              assert.deepEqual(found.sort(), expected.sort(), `on day ${n}`)
            }
            await sql`set constraints all immediate`.execute(db)
            const before = await rowsOf(db, ids)
            await refreshReach(db, null)
            assert.deepEqual(await rowsOf(db, ids), before)
          } finally {
            await db.rollback().execute()
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})

/** A body and those above it, nearest first. */
function walk(parentOf: readonly (number | null)[], body: number): number[] {
  const path: number[] = []
  for (let at: number | null = body; at !== null; at = parentOf[at] ?? null) path.push(at)
  return path
}

/** Everything the table says of some bodies. */
const rowsOf = (db: Database, ids: string[]) =>
  sql`select ancestor_id, body_id, depth, valid from body_reach where body_id = any(${ids}::uuid[]) order by 1, 2, 4`
    .execute(db)
    .then(({ rows }) => rows)
