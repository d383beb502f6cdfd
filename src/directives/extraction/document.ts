import { readFile, stat } from 'node:fs/promises'
import { Refusal } from '../../kernel/errors.ts'
import { plaintext } from '../reading/words/plaintext.ts'
import { words as directives } from '../words.ts'
import { partsOfDocx } from './docx/docx.ts'
import type { Extracted, Tell } from './extracted.ts'
import { compoundFileIs, foreignFileIs } from './foreign.ts'
import { decodeHtml, partsOfHtml } from './html.ts'
import { modernised } from './letters/encodings.ts'
import { settled } from './letters/marked.ts'
import { limits } from './limits.ts'
import type { Printed } from './pages/read.ts'
import { textOf } from './parts.ts'
import { decode } from './plain.ts'
import { lifted, withoutConfidence } from './recognition/marks.ts'
import { Unfit } from './unfit.ts'
import { withoutVoids } from './voids.ts'
import { words } from './words.ts'

/** The text of a document, by its sniffed type and name; refuses with a sentence what can’t be read. */
export async function extractDocument(path: string, name: string, mediaType: string, tell: Tell): Promise<Extracted> {
  const { size } = await stat(path)
  if (size > limits.fileBytes) throw new Refusal('too-large', directives.fileTooLarge, { name, limit: limits.fileBytes / 1024 / 1024 })
  const { text: read, recognition } = await readBytes(await readFile(path), name, mediaType, tell)
  const raw = withoutVoids(read.toWellFormed())
  if (raw.length > limits.textLength) throw new Refusal('too-large', directives.tooLong, { limit: limits.textLength })
  const { text, doubtful } = recognition ? lifted(plaintext(raw)) : { text: modern(withoutConfidence(raw)), doubtful: [] }
  if (!/[\p{L}\p{N}]/u.test(text)) throw new Refusal('invalid', recognition ? directives.nothingRecognised : directives.noText, { name })
  return { text, recognition: recognition && { ...recognition, doubtful } }
}

/** A text, from a file or pasted, in today’s letters. */
export const modern = (text: string): string => plaintext(plainSigns(modernised(text.replaceAll('\0', ''))))

/** Some programs print «ỉ» as a dotless i with a hook over it; a hyphen at which no line is to break, in days and numbers, is a hyphen. */
const plainSigns = (text: string): string =>
  text
    .replace(/ı(?=[\u0300-\u0323])/g, 'i')
    .replace(/[\u2010\u2011]/g, '-')
    .normalize('NFC')

async function readBytes(bytes: Buffer, name: string, mediaType: string, tell: Tell): Promise<Printed> {
  const ending = name.split('.').pop()?.toLowerCase()
  const whole = (text: string): Printed => ({ text, recognition: null })
  try {
    // what reads pages is loaded for them alone: it would double the time until a short text is there
    if (mediaType === 'application/pdf') return await (await import('./pages/read.ts')).readPdf(bytes, name, tell)
    if (/^image\/(?:png|jpeg|tiff)$/.test(mediaType)) return await (await import('./pages/read.ts')).readPicture(bytes, name, mediaType, tell)
    if (mediaType.includes('wordprocessingml') || (mediaType === 'application/zip' && ending === 'docx'))
      return whole(settled(textOf(await partsOfDocx(bytes))))
    if (mediaType === 'application/x-cfb') throw new Unfit('invalid', compoundFileIs(bytes))
    const foreign = foreignFileIs(mediaType)
    if (foreign) throw new Unfit('invalid', foreign.word, { kind: foreign.kind })
    if (mediaType === 'text/html' || ending === 'html' || ending === 'htm') return whole(textOf(partsOfHtml(decodeHtml(bytes))))
    if (mediaType.startsWith('text/') || ending === 'txt') return whole(decoded(bytes, ending))
    if (ending && tellsItself.test(ending)) throw new Unfit('invalid', words.notWhatItSays, { ending })
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (error instanceof Unfit) throw new Refusal(error.kind, error.sentence, { ...error.values, name })
    throw new Refusal('invalid', words.broken, { name })
  }
  throw new Refusal('invalid', directives.unreadable, { name })
}

/** Endings of files that tell by their first bytes what they are. */
const tellsItself = /^(?:docx|pdf|png|jpe?g|tiff?)$/

function decoded(bytes: Buffer, ending = ''): string {
  try {
    return decode(bytes)
  } catch {
    throw tellsItself.test(ending) ? new Unfit('invalid', words.notWhatItSays, { ending }) : new Unfit('invalid', directives.unreadable)
  }
}
