import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { runMigrations } from 'graphile-worker'
import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { StartError } from './errors.ts'
import { keepPlans } from './plans.ts'
import type { DB } from './tables.ts'

export type Database = Kysely<DB>

const { builtins } = pg.types
const parsers: Record<number, (text: string) => unknown> = {
  [builtins.DATE]: (text) => text,
  [builtins.INT8]: Number,
  [builtins.NUMERIC]: Number,
  2951: (text) => (text === '{}' ? [] : text.slice(1, -1).split(',')), // uuid[], which the general parser reads letter by letter
  [builtins.TIMESTAMPTZ]: (text) => Temporal.Instant.from(text.replace(' ', 'T')).toString(),
}

/** A pool of connections: days come as ISO text, instants as ISO text in UTC, counts as numbers. */
export function openPool(url: string, max = 16): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    idleTimeoutMillis: 600_000, // a new one has everything to plan once more
    types: {
      getTypeParser: (id: number, format?: 'text' | 'binary') => parsers[id] ?? pg.types.getTypeParser(id, format as 'text'),
    } as pg.CustomTypesConfig,
    options: '-c TimeZone=UTC',
  })
  // a connection that broke is replaced at its next use
  pool.on('error', () => undefined)
  pool.on('connect', (client) => keepPlans(client.on('error', () => undefined)))
  return pool
}

/** The typed door to the database; closing it closes the pool. */
export function openDatabase(pool: pg.Pool): Database {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] })
}

const migrationsFolder = new URL('../../migrations/', import.meta.url)

/** Brings the database to the newest form: each plain-SQL file once, in order, in a transaction, then the queue of jobs; refuses a database made by a newer version. */
export async function migrate(pool: pg.Pool): Promise<string[]> {
  const applied = await applyMigrations(pool)
  await runMigrations({ pgPool: pool }) // the queue's own tables; it waits for its turn itself
  return applied
}

async function applyMigrations(pool: pg.Pool): Promise<string[]> {
  const names = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql')).sort()
  const client = await pool.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('trienkhai migrations'))`)
    await client.query(
      `create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
    )
    await client.query(`comment on table migration is 'Which files of migrations/ this database has been through.'`)
    const done = new Set((await client.query<{ name: string }>('select name from migration')).rows.map((row) => row.name))
    const unknown = [...done].find((name) => !names.includes(name))
    if (unknown)
      throw new StartError(
        `Cơ sở dữ liệu do bản Triển Khai mới hơn tạo ra: xin chạy bản đó, hoặc khôi phục bản sao lưu cũ hơn. / The database was made by a newer version of Triển Khai (it has been through ${unknown}). Start that version, or restore an older backup.`,
      )
    const applied: string[] = []
    for (const name of names.filter((name) => !done.has(name))) {
      const text = await readFile(new URL(name, migrationsFolder), 'utf8')
      await client.query('begin')
      try {
        await client.query(text)
        await client.query('insert into migration (name, sha256) values ($1, $2)', [name, createHash('sha256').update(text).digest('hex')])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`migration ${name}: ${(error as Error).message}`, { cause: error })
      }
      applied.push(name)
    }
    return applied
  } finally {
    await client.query(`select pg_advisory_unlock(hashtext('trienkhai migrations'))`).catch(() => undefined)
    client.release()
  }
}

/** Whether the database answers. */
export async function answers(db: Database): Promise<boolean> {
  return sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
}
