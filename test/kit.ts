import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { z } from 'zod'
import { type Built, buildApp } from '../src/app.ts'
import { addressOf } from '../src/kernel/call.ts'
import { type Database, openDatabase, openPool } from '../src/kernel/database.ts'
import type { Endpoint } from '../src/kernel/endpoint.ts'
import { endpoints as people } from '../src/people/contract.ts'
import { globalSetup, globalTeardown } from './setup.ts'

export type Reply<E extends Endpoint> = { status: number; body: z.output<E['output']> & { message?: string; kind?: string } }

/** Somebody signed in: asks endpoints over HTTP as the page does. */
export type Visitor = {
  /** Asks and answers with status and body, whatever they are. */
  try: <E extends Endpoint>(endpoint: E, input: z.input<E['input']>) => Promise<Reply<E>>
  /** Asks and answers with the output; throws the refusal's sentence otherwise. */
  ask: <E extends Endpoint>(endpoint: E, input: z.input<E['input']>) => Promise<z.output<E['output']>>
  upload: (name: string, content: Buffer | string) => Promise<{ status: number; body: { id: string; message?: string } }>
  cookie: string
}

export type TestHouse = Omit<Built, 'service'> & {
  db: Database
  url: string
  /** Somebody signed in by username, with a password as the page does it; nobody for a stranger without a session. */
  visit: (username: string | null, password?: string) => Promise<Visitor>
  close: () => Promise<void>
}

/** The product on a database of its own, cloned from `example` or `empty` in milliseconds. Close it in `after()`. */
export async function openHouse(template: 'example' | 'empty' = 'example', { withPage = false } = {}): Promise<TestHouse> {
  const startedHere = !process.env.TEST_DATABASE_URL
  if (startedHere) await globalSetup()
  const base = process.env.TEST_DATABASE_URL as string
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = openPool(base, 1)
  await admin.query(`create database ${name} template ${template} strategy file_copy`)
  const url = Object.assign(new URL(base), { pathname: `/${name}` }).href
  const pool = openPool(url, 8)
  const accountsPool = openPool(url, 2)
  const built = await buildApp({
    pool,
    accountsPool,
    dataDir: process.env.TEST_DATA_DIR as string,
    pageDir: withPage ? (process.env.TEST_PAGE_DIR ?? fileURLToPath(new URL('../dist', import.meta.url))) : null,
    isSecure: false,
    logLevel: 'silent',
  })
  await built.app.ready()
  const db = openDatabase(pool)
  return {
    ...built,
    db,
    url,
    visit: async (username, password) =>
      visitBy(built.app, username === null ? '' : await (password === undefined ? openSession(db, username) : signIn(built.app, username, password))),
    async close() {
      await built.app.close()
      await Promise.all([pool.end(), accountsPool.end()])
      await dropDatabase(admin, name)
      await admin.end()
      if (startedHere) {
        await globalTeardown()
        delete process.env.TEST_DATABASE_URL
      }
    },
  }
}

/** Takes a database away; the server's own cleaning, which nobody else may end, is out of it in a moment. */
async function dropDatabase(admin: Pool, name: string, tries = 20): Promise<void> {
  await admin.query(`drop database ${name} with (force)`).catch(async (error) => {
    if (tries === 0) throw error
    await setTimeout(250)
    await dropDatabase(admin, name, tries - 1)
  })
}

/** The cookie of somebody who signs in with a password, as the page does. */
async function signIn(app: FastifyInstance, username: string, password: string): Promise<string> {
  const response = await app.inject({
    method: 'POST',
    url: people.signIn.path,
    payload: { username, password },
    remoteAddress: `10.${randomBytes(3).join('.')}`,
  })
  if (response.statusCode !== 200) throw new Error(response.json<{ message: string }>().message)
  return [response.headers['set-cookie'] ?? []]
    .flat()
    .map((one) => one.split(';')[0])
    .join('; ')
}

/** The cookie of somebody who has signed in: to check a password takes longer than most of what is asked afterwards. */
async function openSession(db: Database, username: string): Promise<string> {
  const token = randomBytes(24).toString('hex')
  const { numAffectedRows } = await sql`
    insert into session (person_id, token, expires_at) select id, ${token}, now() + interval '12 hours' from person where username = ${username} and not disabled`.execute(
    db,
  )
  if (!numAffectedRows) throw new Error(`nobody signs in as ${username}`)
  return `trienkhai.session_token=${token}`
}

function visitBy(app: FastifyInstance, cookie: string): Visitor {
  const attempt = async <E extends Endpoint>(endpoint: E, input: z.input<E['input']>): Promise<Reply<E>> => {
    const isWrite = endpoint.kind === 'write'
    const response = await app.inject({
      method: isWrite ? 'POST' : 'GET',
      url: addressOf(endpoint, input),
      headers: { cookie, 'accept-language': 'vi' },
      ...(isWrite ? { payload: input as object } : {}),
    })
    const isJson = String(response.headers['content-type']).includes('json')
    return { status: response.statusCode, body: isJson ? response.json() : (response.rawPayload as never) }
  }
  return {
    cookie,
    try: attempt,
    async ask(endpoint, input) {
      const { status, body } = await attempt(endpoint, input)
      if (status !== 200) throw new Error(`${status}: ${(body as { message?: string }).message}`)
      return body
    },
    async upload(name, content) {
      const boundary = 'ranh-gioi-cua-tep'
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
      const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)])
      const response = await app.inject({
        method: 'POST',
        url: '/api/files',
        headers: { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
        payload,
      })
      return { status: response.statusCode, body: response.json() }
    },
  }
}
