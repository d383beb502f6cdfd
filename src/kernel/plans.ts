import { sql } from 'kysely'
import type { PoolClient } from 'pg'

const eachTime = '/* planned each time */'
/** Begins a statement that goes through much or little, depending on what is asked: the server plans it each time, with the values in view. A kept plan takes `valid @> a day` for rare. */
export const plannedEachTime = sql.raw(eachTime)

/** How often a statement comes before it is kept, and how many are: each costs the server some memory on every connection. */
const [timesBefore, mostKept] = [3, 300]
/** How often a statement has come, or the name it is kept under. */
const known = new Map<string, number | string>()
let kept = 0

function nameOf(text: string): string | undefined {
  const before = known.get(text) ?? 0
  if (typeof before === 'string') return before
  if (known.size > 10 * mostKept || kept === mostKept || text.includes(eachTime)) return undefined
  known.set(text, before + 1 < timesBefore ? before + 1 : `kept ${++kept}`)
  return undefined
}

/**
 * Lets the server keep what it worked out of statements that are sent again and again: half of the work of a small one is planning it.
 * After a migration beside a running process a kept statement may no longer fit (0A000); it is then sent anew each time.
 */
export function keepPlans(client: PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>
  client.query = ((...args: unknown[]) => {
    const [text, values] = args
    if (args.length !== 2 || typeof text !== 'string' || !Array.isArray(values) || !values.length) return query(...args)
    const name = nameOf(text)
    if (name === undefined) return query(text, values)
    return query({ name, text, values }).catch((error) => {
      if (error.code === '0A000') known.set(text, Number.NEGATIVE_INFINITY)
      throw error
    })
  }) as typeof client.query
}
