import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { betterAuth } from 'better-auth'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { username } from 'better-auth/plugins'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import { openDatabase } from '../kernel/database.ts'
import { openAttempts } from './attempts.ts'

export { hashPassword, verifyPassword }

/** How long a session lasts. */
export const sessionHours = 12

/** Signing in: the library on the product's own tables, and the count of attempts. */
export const openAccounts = (pool: Pool, secret: string, isSecure: boolean) => ({
  library: openLibrary(pool, secret, isSecure),
  attempts: openAttempts(openDatabase(pool)),
})
export type Accounts = ReturnType<typeof openAccounts>

/** The sign-in library: passwords by scrypt, sessions that end after twelve hours. */
function openLibrary(pool: Pool, secret: string, isSecure: boolean) {
  return betterAuth({
    secret,
    baseURL: 'http://localhost',
    trustedOrigins: ['*'], // forged requests are refused before this, by the kernel
    database: { db: new Kysely({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] }) as never, type: 'postgres' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    plugins: [username({ minUsernameLength: 3, maxUsernameLength: 40, usernameValidator: (name) => /^[a-z0-9][a-z0-9._-]{2,39}$/.test(name) })],
    user: { modelName: 'person' },
    session: { fields: { userId: 'personId' }, expiresIn: sessionHours * 3600, disableSessionRefresh: true },
    account: { fields: { userId: 'personId' } },
    rateLimit: { enabled: false }, // counted by name and address instead
    advanced: {
      cookiePrefix: 'trienkhai',
      useSecureCookies: isSecure,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: ['x-client-address'] },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}
/** The key that signs cookies: from `AUTH_SECRET`, or made once and kept in the data folder. */
export async function readSecret(dataDir: string): Promise<string> {
  if (process.env.AUTH_SECRET) return process.env.AUTH_SECRET
  const file = join(dataDir, 'auth-secret')
  await mkdir(dataDir, { recursive: true })
  await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(() => undefined)
  return (await readFile(file, 'utf8')).trim()
}

/** The cookie that carries a session's token, as the sign-in library sets it. */
export async function cookieOf(accounts: Accounts, token: string): Promise<string> {
  const { name, attributes } = (await accounts.library.$context).authCookies.sessionToken
  return `${name}=${token}; Path=/; Max-Age=${sessionHours * 3600}; HttpOnly; SameSite=Lax${attributes.secure ? '; Secure' : ''}`
}

/** The session's token in a cookie header, or null. */
export function tokenOf(cookies: string | undefined): string | null {
  return cookies?.match(/(?:^|;\s*)(?:__Secure-)?trienkhai\.session_token=([\w-]+)/)?.[1] ?? null
}
