import type { Word } from '../../kernel/words.ts'
import { words as directives } from '../words.ts'
import { words } from './words.ts'

/** Names of the streams by which the files of old office programs tell what they are, in the order in which they are looked for: a locked file holds nothing else. */
const streams: readonly [string, Word][] = [
  ['EncryptedPackage', directives.locked],
  ['WordDocument', directives.oldWord],
  ['Workbook', words.oldExcel],
  ['PowerPoint Document', words.slides],
  ['__substg1.0_', words.mail],
]

/** What a compound file is, as the sentence that refuses it: a locked document, an old one of Word, a sheet, slides, a letter. */
export function compoundFileIs(bytes: Buffer): Word {
  const found = streams.find(([name]) => bytes.includes(Buffer.from(name, 'utf16le')))?.[1] ?? words.oldOffice
  return found === directives.oldWord && isLockedWord(bytes) ? directives.locked : found
}

/** Old Word says in the head of its stream, which begins a sector, whether the rest is under a password. */
function isLockedWord(bytes: Buffer): boolean {
  for (let at = 512; at + 12 <= bytes.length; at += 512) if (bytes.readUInt16LE(at) === 0xa5ec) return (bytes.readUInt16LE(at + 10) & 0x0100) !== 0
  return false
}

const texts = /opendocument\.text|rtf|epub|mobi|pages$/
const archives = /^application\/(?:zip|gzip|x-(?:7z-compressed|rar-compressed|tar|bzip2|xz|gzip|compress|lzip)|vnd\.rar)$/

/** Which file it is that is no document that can be read, by its sniffed type; undefined where that says nothing. */
export function foreignFileIs(mediaType: string): { word: Word; kind: string } | undefined {
  const kind = mediaType.replace(/^.*[/.-]/, '').replace(/^text$/, 'odt')
  if (/spreadsheet|ms-excel/.test(mediaType)) return { word: words.excel, kind }
  if (/presentation|powerpoint/.test(mediaType)) return { word: words.slides, kind }
  if (texts.test(mediaType)) return { word: words.otherText, kind }
  if (mediaType.startsWith('image/')) return { word: words.otherPicture, kind }
  return archives.test(mediaType) ? { word: words.packed, kind } : undefined
}
