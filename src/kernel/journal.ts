import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from './database.ts'

export type JournalLine = {
  at: string
  personId: string | null
  holdingId: string | null
  bodyId: string | null
  action: string
  input: unknown
  subjects: Iterable<string>
}

const secretFields = new Set(['password', 'newPassword', 'currentPassword', 'token', 'code'])

/** The input as the journal keeps it: no secrets, and long texts by their length and SHA-256. */
export function forJournal(input: unknown): unknown {
  return JSON.parse(
    JSON.stringify(input ?? {}, (key, value) => {
      if (secretFields.has(key)) return '•'
      if (typeof value === 'string' && value.length > 4000)
        return `… ${value.length} characters, sha256 ${createHash('sha256').update(value).digest('hex')}`
      return value
    }),
  )
}

/** Writes one line in the transaction of the write it tells of. */
export async function writeJournal(db: Database, line: JournalLine): Promise<void> {
  const input = JSON.stringify(forJournal(line.input))
  const digest = createHash('sha256')
    .update(JSON.stringify([line.at, line.personId, line.holdingId, line.bodyId, line.action, JSON.parse(input)]))
    .digest()
  const subjects = [...new Set(line.subjects)]
  await sql`
    with line as (
      insert into journal (at, person_id, holding_id, body_id, action, input, digest)
      values (${line.at}, ${line.personId}, ${line.holdingId}, ${line.bodyId}, ${line.action}, ${input}::json, ${digest})
      returning id
    )
    insert into journal_subject (subject_id, journal_id)
    select subject, line.id from line, unnest(${subjects}::uuid[]) as subject`.execute(db)
}

/** Root of a Merkle tree over the leaves, in order; an odd one is carried up alone. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  let level = [...leaves]
  while (level.length > 1) {
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, i) => {
      const left = level[2 * i] as Buffer
      const right = level[2 * i + 1]
      return right ? createHash('sha256').update(left).update(right).digest() : left
    })
  }
  return level[0] ?? Buffer.alloc(32)
}

/** Seals the lines written since the last checkpoint under a new root; lines younger than a minute wait, since a slower transaction may still come before them. */
export async function checkpointJournal(db: Database): Promise<void> {
  await db.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(hashtext('journal checkpoint'))`.execute(db)
    const last = await db.selectFrom('journalCheckpoint').select(['lastId', 'root']).orderBy('lastId', 'desc').limit(1).executeTakeFirst()
    const lines = await db
      .selectFrom('journal')
      .select(['id', 'digest'])
      .where('id', '>', last?.lastId ?? 0)
      .where('recordedAt', '<', sql<string>`now() - interval '1 minute'`)
      .orderBy('id')
      .execute()
    if (lines.length === 0) return
    const root = merkleRoot([...(last ? [last.root] : []), ...lines.map((line) => line.digest)])
    await db
      .insertInto('journalCheckpoint')
      .values({ lastId: (lines.at(-1) as { id: number }).id, root })
      .execute()
  })
}

/** The first checkpoint whose lines no longer give its root, or null while all fit: each line's digest is worked out anew from what it says. */
export async function findBrokenCheckpoint(db: Database): Promise<number | null> {
  const checkpoints = await db.selectFrom('journalCheckpoint').select(['lastId', 'root']).orderBy('lastId').execute()
  let before: { lastId: number; root: Buffer } | undefined
  for (const checkpoint of checkpoints) {
    const lines = await db
      .selectFrom('journal')
      .select(['at', 'personId', 'holdingId', 'bodyId', 'action', 'input'])
      .where('id', '>', before?.lastId ?? 0)
      .where('id', '<=', checkpoint.lastId)
      .orderBy('id')
      .execute()
    const leaves = lines.map((line) =>
      createHash('sha256')
        .update(JSON.stringify([line.at, line.personId, line.holdingId, line.bodyId, line.action, line.input]))
        .digest(),
    )
    if (!merkleRoot([...(before ? [before.root] : []), ...leaves]).equals(checkpoint.root)) return checkpoint.lastId
    before = checkpoint
  }
  return null
}
