import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { fileTypeFromFile } from 'file-type'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from './database.ts'
import { Refusal } from './errors.ts'
import { writeJournal } from './journal.ts'
import { admit, refuseForeign, type Service } from './serve.ts'

/** A file may have this many bytes; `FILE_LIMIT_MB` of the environment sets another limit. */
export const fileLimit = Number(process.env.FILE_LIMIT_MB ?? 50) * 1024 * 1024

/** The store of bytes by their SHA-256. */
export type Files = {
  /** Keeps the bytes, flushed to disk, and says what they are; refuses more than the limit. */
  keep: (bytes: AsyncIterable<Buffer>) => Promise<{ sha256: string; size: number; path: string }>
  /** The bytes of a content address. */
  open: (sha256: string) => Promise<Readable>
  pathOf: (sha256: string) => string
  remove: (sha256: string) => Promise<void>
}

const words = {
  tooLarge: { vi: 'Tệp lớn hơn {{limit}} MB nên không nhận được.', en: 'The file is larger than {{limit}} MB and can’t be taken.' },
  empty: { vi: 'Tệp rỗng (0 byte). Xin kiểm tra lại tệp.', en: 'The file is empty (0 bytes). Check the file.' },
  noFile: { vi: 'Chưa có tệp nào trong yêu cầu.', en: 'There is no file in the request.' },
  lost: { vi: 'Không tìm thấy nội dung tệp trên máy chủ.', en: 'The content of the file is not on the server.' },
  cleared: { vi: 'Tệp vừa bị dọn trong lúc tải lên. Xin tải lại.', en: 'The file was cleared away while it came in. Send it again.' },
  dangerous: { vi: 'Không nhận tệp chương trình (.exe).', en: 'Program files (.exe) are not taken.' },
} as const

/** Opens the store in a folder, made if missing; what never came in whole is cleared away after a day, since others may be receiving there too. */
export async function openFiles(folder: string): Promise<Files> {
  await mkdir(join(folder, 'incoming'), { recursive: true })
  const yesterday = Temporal.Now.instant().subtract({ hours: 24 }).epochMilliseconds
  for (const left of (await readdir(join(folder, 'incoming'))).map((name) => join(folder, 'incoming', name)))
    if (((await stat(left).catch(() => null))?.mtimeMs ?? Infinity) < yesterday) await rm(left, { force: true })
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  return {
    pathOf,
    async keep(bytes) {
      const incoming = join(folder, 'incoming', randomUUID())
      const handle = await open(incoming, 'wx', 0o640)
      try {
        const hash = createHash('sha256')
        let size = 0
        for await (const chunk of bytes) {
          size += chunk.length
          if (size > fileLimit) throw new Refusal('too-large', words.tooLarge, { limit: fileLimit / 1024 / 1024 })
          hash.update(chunk)
          await handle.write(chunk)
        }
        if (size === 0) throw new Refusal('invalid', words.empty)
        await handle.sync()
        const sha256 = hash.digest('hex')
        await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true })
        await rename(incoming, pathOf(sha256))
        return { sha256, size, path: pathOf(sha256) }
      } finally {
        await handle.close()
        await rm(incoming, { force: true })
      }
    },
    async open(sha256) {
      if (!(await stat(pathOf(sha256)).catch(() => null))) throw new Refusal('missing', words.lost)
      return createReadStream(pathOf(sha256))
    },
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  }
}

export const StoredFile = z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.number() })
export type StoredFile = z.infer<typeof StoredFile>

const byName: Record<string, string> = {
  txt: 'text/plain',
  csv: 'text/csv',
  html: 'text/html',
  htm: 'text/html',
  xml: 'application/xml',
  json: 'application/json',
}
const programs = new Set(['application/x-msdownload', 'application/x-elf', 'application/x-mach-binary', 'application/x-executable'])

/** Serves `POST /api/files` (multipart, one file): keeps the bytes, sniffs the type, answers with the file's id to attach elsewhere. */
export async function mountFiles(app: FastifyInstance, service: Service): Promise<void> {
  await app.register(multipart, { limits: { files: 1, fileSize: fileLimit + 1, fields: 0 } })
  app.post(
    '/api/files',
    {
      schema: {
        tags: ['files'],
        summary: 'Takes one file (multipart/form-data); answers with its id to attach in a later call.',
        response: { 200: StoredFile },
      },
    },
    async (request) => {
      refuseForeign(request)
      const { user, now } = await service.arrive(request)
      admit('holder', user)
      const part = request.isMultipart() ? await request.file() : undefined
      if (!part) throw new Refusal('invalid', words.noFile)
      const kept = await service.files.keep(part.file).catch((refusal: unknown) => {
        readOut(request.raw)
        throw refusal
      })
      const sniffed = (await fileTypeFromFile(kept.path))?.mime
      if (sniffed && programs.has(sniffed)) {
        await removeUnused(service.db, service.files, kept.sha256)
        throw new Refusal('invalid', words.dangerous)
      }
      const name = (part.filename || 'tep')
        .normalize('NFC')
        .replace(/[/\\\p{Cc}]/gu, '_')
        .slice(-200)
      const mediaType = sniffed ?? byName[name.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream'
      return service.db.transaction().execute(async (db) => {
        await lockContent(db, kept.sha256)
        if (!(await stat(kept.path).catch(() => null))) throw new Refusal('conflict', words.cleared)
        const file = await db
          .insertInto('file')
          .values({ sha256: kept.sha256, name, mediaType, size: kept.size, uploadedBy: user?.personId as string })
          .returning(['id', 'name', 'mediaType', 'size'])
          .executeTakeFirstOrThrow()
        const line = { personId: user?.personId ?? null, holdingId: user?.holdingId ?? null, bodyId: user?.bodyId ?? null }
        await writeJournal(db, {
          ...line,
          at: now.round('millisecond').toString(),
          action: 'uploadFile',
          input: { name, size: kept.size, sha256: kept.sha256 },
          subjects: [file.id],
        })
        return file
      })
    },
  )
}

/** A browser reads an answer only once it has sent all it wanted to: what is left of a refused file is read and thrown away, for so long. */
function readOut(request: IncomingMessage): void {
  const end = setTimeout(() => request.destroy(), 120_000)
  request.unpipe()
  request.resume().once('close', () => clearTimeout(end))
}

/** Marks files as attached to something; true only when all are there and were handed in by that person. */
export async function attachFiles(db: Database, personId: string, fileIds: readonly string[]): Promise<boolean> {
  if (fileIds.length === 0) return true
  const rows = await db
    .updateTable('file')
    .set({ attached: true })
    .where('id', 'in', fileIds)
    .where('uploadedBy', '=', personId)
    .returning('id')
    .execute()
  return rows.length === new Set(fileIds).size
}

/** Clears away what was handed in over a day ago and never attached. */
export async function clearUnattachedFiles(db: Database, files: Files): Promise<void> {
  const gone = await db
    .deleteFrom('file')
    .where('attached', '=', false)
    .where('uploadedAt', '<', sql<string>`now() - interval '1 day'`)
    .returning('sha256')
    .execute()
  for (const { sha256 } of gone) await removeUnused(db, files, sha256)
}

/** Removes bytes that no file stands for, nor is just being registered for. */
async function removeUnused(db: Database, files: Files, sha256: string): Promise<void> {
  await db.transaction().execute(async (db) => {
    await lockContent(db, sha256)
    if (!(await db.selectFrom('file').select('id').where('sha256', '=', sha256).executeTakeFirst())) await files.remove(sha256)
  })
}

/** Registering a file for some bytes and removing them come one after the other. */
const lockContent = (db: Database, sha256: string) => sql`select pg_advisory_xact_lock(hashtext(${sha256}))`.execute(db)
