import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { Refusal } from '../../../kernel/errors.ts'
import { words } from '../../words.ts'
import { limits } from '../limits.ts'

/** The parts of a docx, each unfolded when it is asked for; undefined where there is none of that name. */
export type Archive = { partOf: (name: string) => Promise<Buffer | undefined> }

/** Opens a zip archive: only its directory is read. */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await new Promise<ZipFile>((done, fail) =>
    fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (error, opened) => (error ? fail(error) : done(opened))),
  )
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
      if (entries.size >= limits.entries) return fail(new Error('the archive has too many entries'))
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

/** The bytes of an entry, counted while they unfold: what the archive says of their number may be a lie. */
async function unfolded(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const stream = await new Promise<NodeJS.ReadableStream & { destroy: () => void }>((done, fail) =>
    zip.openReadStream(entry, (error, opened) => (error ? fail(error) : done(opened))),
  )
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limits.partBytes) {
      stream.destroy()
      throw new Refusal('too-large', words.tooLong, { limit: limits.textLength })
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
