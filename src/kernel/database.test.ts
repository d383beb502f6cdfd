import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { PoolClient } from 'pg'
import { openHouse, type TestHouse } from '../../test/kit.ts'
import { describeTables, tablesFile } from '../../test/tables.ts'
import { migrate, openDatabase, openPool } from './database.ts'
import { StartError } from './errors.ts'
import { plannedEachTime } from './plans.ts'

describe('the database', () => {
  let house: TestHouse
  let pool: ReturnType<typeof openPool>
  before(async () => {
    house = await openHouse('empty')
    pool = openPool(house.url, 2)
  })
  after(async () => {
    await pool.end()
    await house.close()
  })

  test('migrating twice is harmless', async () => {
    const before = (await pool.query('select * from migration order by name')).rows
    assert.ok(before.length > 0)
    assert.deepEqual(await migrate(pool), [])
    assert.deepEqual((await pool.query('select * from migration order by name')).rows, before)
  })

  test('two processes that start together migrate once', async () => {
    await pool.query('drop schema public cascade')
    await pool.query('create schema public')
    const [first, second] = await Promise.all([migrate(pool), migrate(pool)])
    assert.equal(Math.min(first.length, second.length), 0)
    assert.ok(Math.max(first.length, second.length) > 5)
  })

  test('a database of a newer version is refused with a sentence, and left as it is', async () => {
    await pool.query(`insert into migration (name, sha256) values ('9999_later.sql', 'x')`)
    await assert.rejects(migrate(pool), (error) => error instanceof StartError && /newer version.*9999_later\.sql/.test(error.message))
    await pool.query(`delete from migration where name = '9999_later.sql'`)
    assert.deepEqual(await migrate(pool), [])
  })

  test('the row types are those of the migrations', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trienkhai-tables-'))
    try {
      await describeTables(house.url, join(folder, 'tables.ts'))
      // spelling of the formatter aside
      const [now, kept] = await Promise.all(
        [join(folder, 'tables.ts'), tablesFile].map(async (file) => (await readFile(file, 'utf8')).replace(/[\s;]+/g, ' ').replaceAll('"', "'")),
      )
      assert.equal(kept, now)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test('days are ISO text, instants ISO text in UTC, counts numbers', async () => {
    const { rows } = await pool.query(
      `select date '2013-11-15' as day, timestamptz '2013-11-15 08:00+07' as instant, count(*) as count, 1.5::numeric as figure from person`,
    )
    assert.deepEqual(rows, [{ day: '2013-11-15', instant: '2013-11-15T01:00:00Z', count: 0, figure: 1.5 }])
  })

  test('a statement sent again and again is kept by the server, and goes on working when a table changes beside it', async () => {
    await pool.query('create table changing (a int)')
    const ask = () => pool.query('select * from changing where a = $1', [1])
    const kept = async (client: PoolClient) =>
      (await client.query(`select name from pg_prepared_statements where statement like 'select * from changing%'`)).rows.length
    const client = await pool.connect()
    try {
      for (let i = 0; i < 5; i++) await client.query('select * from changing where a = $1', [1])
      assert.equal(await kept(client), 1)
      await client.query('alter table changing add b int')
      await assert.rejects(client.query('select * from changing where a = $1', [1]), /cached plan/)
      assert.deepEqual(
        (await client.query('select * from changing where a = $1', [1])).fields.map(({ name }) => name),
        ['a', 'b'],
      )
    } finally {
      client.release()
    }
    assert.equal((await ask()).fields.length, 2)
  })

  test('a statement that is to be planned each time is not kept, however often it comes', async () => {
    const db = openDatabase(pool)
    await db.connection().execute(async (db) => {
      for (let i = 0; i < 6; i++) await sql`${plannedEachTime} select ${i}::int as always_anew`.execute(db)
      const { rows } = await sql`select name from pg_prepared_statements where statement like '%always_anew'`.execute(db)
      assert.deepEqual(rows, [])
    })
  })

  test('one row of a Vietnamese name is found by every spelling of it', async () => {
    const spellings = ['Uỷ ban Hoà Vang', 'ủy ban hòa vang', 'UY BAN HOA VANG', 'Ủy ban Hòa Vang'.normalize('NFD')]
    for (const spelling of spellings) {
      const { rows } = await pool.query('select fold($1) as folded', [spelling])
      assert.deepEqual(rows, [{ folded: 'uy ban hoa vang' }])
    }
    assert.deepEqual((await pool.query(`select fold('Đảng đoàn') as folded`)).rows, [{ folded: 'dang doan' }])
  })
})

describe('without its database', () => {
  test('the product says so, and goes on by itself when the database is back', async () => {
    const house = await openHouse('empty')
    const admin = openPool(process.env.TEST_DATABASE_URL as string, 1)
    const name = new URL(house.url).pathname.slice(1)
    const health = async () => {
      const { statusCode, body } = await house.app.inject('/health')
      return { statusCode, body: JSON.parse(body) as unknown }
    }
    try {
      assert.deepEqual(await health(), { statusCode: 200, body: { status: 'ready' } })
      await admin.query(`alter database ${name} with allow_connections false`)
      await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
      assert.deepEqual(await health(), { statusCode: 503, body: { status: 'database does not answer' } })
      assert.equal((await house.app.inject('/api/me')).statusCode, 500)
      await admin.query(`alter database ${name} with allow_connections true`)
      assert.deepEqual(await health(), { statusCode: 200, body: { status: 'ready' } })
      assert.equal((await house.app.inject('/api/me')).statusCode, 200)
    } finally {
      await admin.query(`alter database ${name} with allow_connections true`)
      await admin.end()
      await house.close()
    }
  })
})
