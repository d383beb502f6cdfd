import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { openHouse, type TestHouse } from '../../test/kit.ts'

describe('the stream that says something changed', () => {
  let house: TestHouse
  let address: string
  let headers: Record<string, string>
  before(async () => {
    house = await openHouse()
    address = `${await house.app.listen({ port: 0, host: '127.0.0.1' })}/api/changes`
    headers = { cookie: (await house.visit('tubacninh.chuyenvien')).cookie }
  })
  after(() => house.close())

  const change = () => sql`select pg_notify('changed', '')`.execute(house.db)

  /** Listens as open pages do; gives how often each has been told so far. */
  async function listen(count: number) {
    const leaving = new AbortController()
    const told = Array.from({ length: count }, () => 0)
    const streams = await Promise.all(told.map(() => fetch(address, { headers, signal: leaving.signal })))
    streams.forEach(async ({ body }, i) => {
      try {
        for await (const part of body as ReadableStream<Uint8Array>)
          told[i] = (told[i] ?? 0) + (Buffer.from(part).toString().match(/data:/g)?.length ?? 0)
      } catch {
        // left
      }
    })
    return { told, leave: () => leaving.abort() }
  }

  test('tells every listener that something changed, and of many changes at once not of each', async () => {
    const { told, leave } = await listen(3)
    await Promise.all(Array.from({ length: 50 }, change))
    for (let i = 0; i < 100 && told.some((count) => count < 2); i++) await setTimeout(50)
    leave()
    assert.ok(
      told.every((count) => count >= 2 && count < 25),
      String(told),
    )
  })

  test('the more listen, the longer it rests between two ticks', async () => {
    // four seconds for two hundred
    const { told, leave } = await listen(200)
    for (let i = 0; i < 4; i++) {
      await change()
      await setTimeout(150)
    }
    assert.deepEqual(new Set(told), new Set([1]))
    for (let i = 0; i < 100 && told.some((count) => count < 2); i++) await setTimeout(100)
    leave()
    assert.deepEqual(new Set(told), new Set([2]))
  })
})
