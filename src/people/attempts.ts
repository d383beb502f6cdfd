import { sql } from 'kysely'
import type { Database } from '../kernel/database.ts'

/** So many wrong passwords a minute: for one account name from one address, and for all names from one address, behind which a whole office may sit. */
const limits = { name: 10, address: 100 }
const minute = 60_000

/** The attempts to sign in, counted in the database outside of any transaction, so that a refused one counts too. */
export type Attempts = {
  /** Counts an attempt; answers how many seconds to wait, 0 to go on. */
  count: (address: string, username: string) => Promise<number>
  /** Takes an attempt back: it was right, and only wrong ones count. */
  forgive: (address: string, username: string) => Promise<void>
}

/** Opens the count of attempts. */
export function openAttempts(db: Database): Attempts {
  const keysOf = (address: string, username: string) => {
    const plain = address.replace(/^::ffff:/, '')
    return { address: `sign-in|${plain}`, name: `sign-in|${plain}|${username}` }
  }
  return {
    async count(address, username) {
      const keys = keysOf(address, username)
      const now = Temporal.Now.instant().epochMilliseconds
      const { rows } = await sql<{ key: string; count: number; lastRequest: number }>`
        insert into rate_limit as counted (key, count, last_request) select key, 1, ${now}::bigint from unnest(${[keys.address, keys.name]}::text[]) as key order by key
        on conflict (key) do update set
          count = case when counted.last_request <= ${now - minute}::bigint then 1 else counted.count + 1 end,
          last_request = case when counted.last_request <= ${now - minute}::bigint then ${now}::bigint else counted.last_request end
        returning key, count, last_request`.execute(db)
      const waits = rows
        .filter(({ key, count }) => count > (key === keys.address ? limits.address : limits.name))
        .map(({ lastRequest }) => Math.ceil((Number(lastRequest) + minute - now) / 1000))
      return Math.max(0, ...waits)
    },
    async forgive(address, username) {
      await db
        .updateTable('rateLimit')
        .set({ count: sql`count - 1` })
        .where('key', 'in', Object.values(keysOf(address, username)))
        .where('count', '>', 0)
        .execute()
    },
  }
}
