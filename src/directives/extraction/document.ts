import { readFile } from 'node:fs/promises'
import { Refusal } from '../../kernel/errors.ts'
import { words } from '../words.ts'
import { textOfDocx, unfoldedSize } from './docx.ts'
import { textOfHtml } from './html.ts'
import { textOfPdf } from './pdf.ts'
import { decode } from './plain.ts'

/** The longest text that is read, in UTF-16 units. */
const textLimit = 2_000_000

/** How many bytes a docx may unfold to. */
const unfoldedLimit = 400 * 1024 * 1024

/** The name of the part in which Office keeps a document under a password. */
const lockedPart = Buffer.from('EncryptedPackage', 'utf16le')

/** The text of a document, by its sniffed type and name; refuses with a sentence what can't be read. */
export async function textOfDocument(path: string, name: string, mediaType: string): Promise<string> {
  const bytes = await readFile(path)
  const text = (await read(bytes, name, mediaType)).toWellFormed().replaceAll('\0', '')
  if (text.length > textLimit) throw new Refusal('too-large', words.tooLong, { limit: textLimit })
  if (!text.trim()) throw new Refusal('invalid', words.noText, { name })
  return text
}

async function read(bytes: Buffer, name: string, mediaType: string): Promise<string> {
  const ending = name.split('.').pop()?.toLowerCase()
  try {
    if (mediaType === 'application/pdf') return await textOfPdf(bytes, name)
    if (mediaType.includes('wordprocessingml') || (mediaType === 'application/zip' && ending === 'docx')) {
      if (unfoldedSize(bytes) > unfoldedLimit) throw new Refusal('too-large', words.tooLong, { limit: textLimit })
      return await textOfDocx(bytes)
    }
    if (mediaType === 'application/x-cfb') throw new Refusal('invalid', bytes.includes(lockedPart) ? words.locked : words.oldWord, { name })
    if (mediaType === 'text/html' || ending === 'html' || ending === 'htm') return textOfHtml(decode(bytes))
    if (mediaType.startsWith('text/') || ending === 'txt') return decode(bytes)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('invalid', words.unreadable, { name })
  }
  throw new Refusal('invalid', words.unreadable, { name })
}
