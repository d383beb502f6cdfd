import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { words as directives } from '../../words.ts'
import { limits } from '../limits.ts'
import { Unfit } from '../unfit.ts'
import { words } from '../words.ts'

/** The parts of a docx, each unfolded when it is asked for; undefined where there is none of that name. */
export type Archive = { partOf: (name: string) => Promise<Buffer | undefined> }

/** Opens a zip archive: only its directory is read. */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await opened(bytes)
  const entries = await entriesOf(zip)
  return {
    async partOf(name) {
      const entry = entries.get(name.replace(/^\//, ''))
      return entry && unfolded(zip, entry)
    },
  }
}

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  return new Promise((done, fail) => {
    zip.on('error', fail)
    zip.on('end', () => done(entries))
    zip.on('entry', (entry) => {
      if (entries.size >= limits.entries) return fail(new Unfit('too-large', words.tooManyParts, { limit: limits.entries }))
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

/** Whether everything in a zip archive unfolds to at most so many bytes. */
export async function unfoldsWithin(bytes: Buffer, limit: number): Promise<boolean> {
  const zip = await opened(bytes)
  let left = limit
  for (const entry of (await entriesOf(zip)).values())
    for await (const chunk of await streamOf(zip, entry)) {
      left -= chunk.length
      if (left < 0) return false
    }
  return true
}

/** The bytes of an entry, counted while they unfold: what the archive says of their number may be a lie. */
async function unfolded(zip: ZipFile, entry: Entry): Promise<Buffer> {
  if (entry.isEncrypted()) throw new Unfit('invalid', directives.locked)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of await streamOf(zip, entry)) {
    size += chunk.length
    if (size > limits.partBytes) throw new Unfit('too-large', words.unfolds, { limit: limits.partBytes / 1024 / 1024 })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const opened = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((done, fail) =>
    fromBuffer(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: false }, (error, zip) => (error ? fail(error) : done(zip))),
  )

/** Left early, a loop over it destroys the stream. */
const streamOf = (zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> =>
  new Promise((done, fail) => zip.openReadStream(entry, (error, stream) => (error ? fail(error) : done(stream as unknown as AsyncIterable<Buffer>))))
