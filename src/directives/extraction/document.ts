import { readFile, stat } from 'node:fs/promises'
import { Refusal } from '../../kernel/errors.ts'
import { plaintext } from '../reading/plaintext.ts'
import { words } from '../words.ts'
import { partsOfDocx } from './docx/docx.ts'
import { decodeHtml, partsOfHtml } from './html.ts'
import { modernised } from './letters/encodings.ts'
import { settled } from './letters/marked.ts'
import { limits } from './limits.ts'
import { textOf } from './parts.ts'
import { decode } from './plain.ts'
import { withoutVoids } from './voids.ts'

/** The name of the part in which Office keeps a document under a password. */
const lockedPart = Buffer.from('EncryptedPackage', 'utf16le')

/** The text of a document, by its sniffed type and name; refuses with a sentence what can’t be read. */
export async function textOfDocument(path: string, name: string, mediaType: string): Promise<string> {
  const { size } = await stat(path)
  if (size > limits.fileBytes) throw new Refusal('too-large', words.fileTooLarge, { name, limit: limits.fileBytes / 1024 / 1024 })
  const raw = withoutVoids((await read(await readFile(path), name, mediaType)).toWellFormed())
  if (raw.length > limits.textLength) throw new Refusal('too-large', words.tooLong, { limit: limits.textLength })
  const text = plaintext(modernised(raw.replaceAll('\0', '')))
  if (!/[\p{L}\p{N}]/u.test(text)) throw new Refusal('invalid', words.noText, { name })
  return text
}

async function read(bytes: Buffer, name: string, mediaType: string): Promise<string> {
  const ending = name.split('.').pop()?.toLowerCase()
  try {
    if (mediaType === 'application/pdf') return await (await import('./pages/read.ts')).textOfPdf(bytes, name)
    if (mediaType.includes('wordprocessingml') || (mediaType === 'application/zip' && ending === 'docx'))
      return settled(textOf(await partsOfDocx(bytes)))
    if (mediaType === 'application/x-cfb') throw new Refusal('invalid', bytes.includes(lockedPart) ? words.locked : words.oldWord, { name })
    if (mediaType === 'text/html' || ending === 'html' || ending === 'htm') return textOf(partsOfHtml(decodeHtml(bytes)))
    if (mediaType.startsWith('text/') || ending === 'txt') return decode(bytes)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('invalid', words.unreadable, { name })
  }
  throw new Refusal('invalid', words.unreadable, { name })
}
