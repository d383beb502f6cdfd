import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'

/** How often a statement comes before it is kept, and how many are: each costs the server some memory on every connection. */
const timesBefore = 3
const mostKept = 300

const counted = new Map<string, number>()
const names = new Map<string, string | null>()

/** The name under which the server keeps a statement; null while it comes too seldom, or when it can't be kept. */
function nameOf(text: string): string | null {
  const known = names.get(text)
  if (known !== undefined || names.size >= mostKept) return known ?? null
  const times = (counted.get(text) ?? 0) + 1
  if (counted.size >= 10 * mostKept) counted.clear()
  if (times < timesBefore) {
    counted.set(text, times)
    return null
  }
  const name = createHash('sha256').update(text).digest('base64url')
  counted.delete(text)
  names.set(text, name)
  return name
}

/**
 * Lets the server keep what it worked out of statements that are sent again and again: half of the work of a small one is planning it.
 * After a migration beside a running process a kept statement may no longer fit (0A000); it is then sent anew each time.
 */
export function keepPlans(client: PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  const keeping = async (text: string, values: unknown[]) => {
    const name = nameOf(text)
    if (name === null) return query(text, values)
    try {
      return await query({ name, text, values })
    } catch (error) {
      if ((error as { code?: string }).code === '0A000') names.set(text, null)
      throw error
    }
  }
  client.query = ((...args: unknown[]) => {
    const [text, values] = args
    return args.length === 2 && typeof text === 'string' && Array.isArray(values) && values.length ? keeping(text, values) : query(...args)
  }) as typeof client.query
}
