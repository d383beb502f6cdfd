import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../src/app.ts'
import { loadDefaults, loadExample } from '../src/example/load.ts'
import { migrate, openDatabase, openPool } from '../src/kernel/database.ts'
import { type Postgres, startThrowawayPostgres } from '../src/kernel/postgres.ts'

let postgres: Postgres
let dataDir: string

/** One server for the whole run, with two databases to clone from: `empty` (migrated, with the defaults) and `example` (the example as it opens). */
export async function globalSetup(): Promise<void> {
  postgres = await startThrowawayPostgres({ durable: false })
  process.env.TEST_DATABASE_URL = postgres.url
  dataDir = await mkdtemp(join(tmpdir(), 'trienkhai-test-'))
  process.env.TEST_DATA_DIR = dataDir
  const admin = openPool(postgres.url, 1)
  for (const name of ['empty', 'example']) {
    await admin.query(`create database ${name}`)
    const pool = openPool(Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href, 2)
    await migrate(pool)
    const db = openDatabase(pool)
    if (name === 'empty') await loadDefaults(db)
    else {
      const accountsPool = openPool(Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href, 1)
      const { app, office, service } = await buildApp({ pool, accountsPool, dataDir, pageDir: null, isSecure: false, logLevel: 'silent' })
      await loadExample(db, office, service.files)
      await app.close()
      await accountsPool.end()
    }
    await pool.end()
  }
  await admin.end()
}

/** Takes the server and its folders away. */
export async function globalTeardown(): Promise<void> {
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}
