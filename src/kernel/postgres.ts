import { createHmac } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { chooseAccount, giveToOwner } from './postgres/account.ts'
import { findBinaries } from './postgres/binaries.ts'
import { ensureCluster } from './postgres/cluster.ts'
import { diskOf, explain, explainFull } from './postgres/explain.ts'
import { makeFolder } from './postgres/folder.ts'
import { stopLeftover } from './postgres/leftover.ts'
import { lockFolder } from './postgres/lock.ts'
import { type Server, startServer } from './postgres/server.ts'

export { checkServer } from './postgres/check.ts'
export { explainFull } from './postgres/explain.ts'

/** A running server of our own: its address, the end of it (asked for or not) with why it may have come to that, and how to ask. */
export type Postgres = { url: string; ended: Promise<void>; explain(error: unknown): unknown; stop(): Promise<void> }

/** The folder for data, made if it is missing and refused in one sentence where it can't be. */
export async function makeDataFolder(dataDir: string): Promise<void> {
  await makeFolder(dataDir).catch((error) => {
    throw explain(error, dataDir)
  })
}

/** Starts PostgreSQL on the data in `dataDir`, which it makes at the first time; alone on it, whatever a killed run has left behind. */
export async function startPostgres(dataDir: string, { durable = true } = {}): Promise<Postgres> {
  const folder = resolve(dataDir)
  let unlock: (() => void) | undefined
  let server: Server | undefined
  try {
    await makeDataFolder(folder)
    unlock = await lockFolder(folder)
    const account = await chooseAccount(folder)
    const binaries = await findBinaries(account)
    const password = await ensureCluster(folder, account, binaries, durable)
    await stopLeftover(join(folder, 'postgres'))
    server = await startServer(folder, account, binaries, durable)
    await giveToOwner(folder)
    const { ended, stop, log } = server
    const url = await openDatabaseOfOurs(server.port, password)
    return {
      url,
      ended,
      explain: (error) => explainFull(error, diskOf(folder), log()),
      stop: () => stop().finally(unlock),
    }
  } catch (error) {
    await server?.stop()
    unlock?.()
    throw explain(error, folder, server?.log())
  }
}

/** A PostgreSQL in a temporary folder that is gone when it stops; `durable: false` trades what a power cut would lose for speed. */
export async function startThrowawayPostgres({ durable = true } = {}): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'trienkhai-'))
  const { stop, ...rest } = await startPostgres(folder, { durable })
  return { ...rest, stop: () => stop().finally(() => rm(folder, { recursive: true, force: true })) }
}

/** The address of the server that a running Triển Khai keeps on `dataDir`, for a command that works beside it; nothing if none answers. */
export async function findPostgres(dataDir: string): Promise<string | undefined> {
  try {
    const port = (await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[3]
    const url = address(Number(port), await readFile(join(dataDir, 'postgres.password'), 'utf8'))
    await within(url, (client) => client.query('select 1'))
    return url
  } catch {
    return undefined
  }
}

function address(port: number, superPassword: string): string {
  const password = createHmac('sha256', superPassword.trim()).update('trienkhai').digest('base64url')
  return `postgresql://trienkhai:${password}@127.0.0.1:${port}/trienkhai`
}

/** The address of our own database, made at the first time; its role owns it and may make others, but is not the superuser. */
async function openDatabaseOfOurs(port: number, superPassword: string): Promise<string> {
  const url = address(port, superPassword)
  try {
    await within(url, (client) => client.query('select 1'))
  } catch (error) {
    const { code } = error as { code?: string }
    if (code !== noSuchLogin && code !== noSuchDatabase) throw error
    await within(`postgresql://postgres:${superPassword}@127.0.0.1:${port}/postgres`, async (client) => {
      const roles = await client.query(`select from pg_roles where rolname = 'trienkhai'`)
      await client.query(`${roles.rowCount ? 'alter' : 'create'} role trienkhai login createdb password '${new URL(url).password}'`)
      const databases = await client.query(`select from pg_database where datname = 'trienkhai'`)
      if (!databases.rowCount) await client.query('create database trienkhai owner trienkhai')
    })
  }
  return url
}

const noSuchLogin = '28P01'
const noSuchDatabase = '3D000'

async function within(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await work(client).finally(() => client.end())
}
