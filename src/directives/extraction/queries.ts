import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../kernel/database.ts'
import type { RefusalKind } from '../../kernel/errors.ts'
import type { Word } from '../../kernel/words.ts'
import type { Reading } from '../reading/reading.ts'
import type { Extracted, Progress, Read } from './extracted.ts'
import type { Recognition } from './recognition/marks.ts'

/** Puts a file in the line of those whose text is to be worked out. */
export const insertExtraction = (db: Database, fileId: string, askedBy: string) =>
  db
    .insertInto('extraction')
    .values({ fileId, askedBy })
    .returning('id')
    .executeTakeFirstOrThrow()
    .then(({ id }) => id)

/** An extraction of a person, and how many are before it while it waits. */
export const findExtraction = (db: Database, id: string, askedBy: string) =>
  db
    .selectFrom('extraction')
    .where('id', '=', id)
    .where('askedBy', '=', askedBy)
    .select(['id', 'fileId', sql<'waiting' | 'running' | 'done' | 'refused' | 'cancelled'>`state`.as('state'), 'pagesDone', 'pages', 'isRecognising'])
    .select(sql<{ kind: RefusalKind; sentence: Word } | null>`refusal`.as('refusal'))
    .select(
      sql<number>`(select count(*) from extraction other where other.state in ('waiting', 'running') and other.asked_at < extraction.asked_at)`.as(
        'before',
      ),
    )
    .executeTakeFirst()

/** The text of a file and what was read in it, as it was worked out for a person before. */
export const findExtracted = (db: Database, fileId: string, askedBy: string): Promise<(Extracted & { reading: Reading | null }) | undefined> =>
  db
    .selectFrom('extraction')
    .where('fileId', '=', fileId)
    .where('askedBy', '=', askedBy)
    .where('state', '=', 'done')
    .orderBy('askedAt', 'desc')
    .select([sql<string>`text`.as('text'), sql<Recognition | null>`recognition`.as('recognition'), sql<Reading | null>`reading`.as('reading')])
    .executeTakeFirst()

/** What was worked out and read for a person, with the file it is of; undefined where there is none or it is not at its end. */
export const findRead = (db: Database, id: string, askedBy: string) =>
  db
    .selectFrom('extraction')
    .innerJoin('file', 'file.id', 'extraction.fileId')
    .where('extraction.id', '=', id)
    .where('extraction.askedBy', '=', askedBy)
    .where('extraction.state', '=', 'done')
    .select(['file.id as fileId', 'file.name', sql<string>`extraction.text`.as('text')])
    .select([sql<Recognition | null>`extraction.recognition`.as('recognition'), sql<Reading | null>`extraction.reading`.as('reading')])
    .executeTakeFirst()

/** Calls off an extraction that is not at its end; true where there was one. */
export const cancelExtraction = (db: Database, id: string, askedBy: string): Promise<boolean> =>
  db
    .updateTable('extraction')
    .set({ state: 'cancelled' })
    .where('id', '=', id)
    .where('askedBy', '=', askedBy)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst()
    .then(({ numUpdatedRows }) => numUpdatedRows > 0n)

/** So long may be silence about an extraction that is being worked on. */
const silence = sql`interval '2 minutes'`

/** Takes the first in the line, or one whose worker has fallen silent; nobody else gets it. */
export const takeExtraction = async (db: Database) => {
  const { rows } = await sql<{ id: string; sha256: string; name: string; mediaType: string }>`
    update extraction set state = 'running', seen_at = now()
    from file
    where file.id = extraction.file_id and extraction.id = (
      select id from extraction where state = 'waiting' or (state = 'running' and seen_at < now() - ${silence})
      order by asked_at for update skip locked limit 1)
    returning extraction.id, file.sha256, file.name, file.media_type`.execute(db)
  return rows[0]
}

const stillRunning = (id: string): RawBuilder<boolean> => sql<boolean>`id = ${id} and state = 'running'`

/** Says how far an extraction is; false where it was called off. */
export const noteProgress = (db: Database, id: string, progress: Progress | undefined): Promise<boolean> =>
  db
    .updateTable('extraction')
    .set({ seenAt: sql`now()`, ...(progress ? { pagesDone: progress.done, pages: progress.of, isRecognising: progress.isRecognising } : {}) })
    .where(stillRunning(id))
    .executeTakeFirst()
    .then(({ numUpdatedRows }) => numUpdatedRows > 0n)

/** Keeps what came of an extraction, unless it was called off. */
export const noteExtracted = (db: Database, id: string, { text, recognition, reading }: Read) =>
  db
    .updateTable('extraction')
    .set({ state: 'done', text, recognition: recognition && JSON.stringify(recognition), reading: JSON.stringify(reading) })
    .where(stillRunning(id))
    .execute()

/** Keeps why there is no text. */
export const noteRefused = (db: Database, id: string, refusal: { kind: RefusalKind; sentence: Word }) =>
  db
    .updateTable('extraction')
    .set({ state: 'refused', refusal: JSON.stringify(refusal) })
    .where(stillRunning(id))
    .execute()

/** Lets go of what was read in files a week ago: whoever comes back to one later has its text read again. */
export async function clearReadings(db: Database): Promise<void> {
  await db
    .updateTable('extraction')
    .set({ reading: null })
    .where('reading', 'is not', null)
    .where('askedAt', '<', sql<string>`now() - interval '7 days'`)
    .execute()
}
