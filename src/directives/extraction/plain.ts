import { isVietnamese, modernised } from './letters/encodings.ts'
import { shareOf, tallyOf } from './letters/syllables.ts'

/** So many bytes tell in which encoding a file is. */
const sampleSize = 200_000

/**
 * Decodes a text file: UTF-8 or UTF-16, with or without a byte-order mark; else the one of windows-1258, TCVN3 and VNI in which its words are Vietnamese syllables. Throws when they are in none.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const wide = utf16Of(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeOld(bytes)
  }
}

/** UTF-16 without a mark shows by its empty bytes: every blank and line end has one, always on the same side. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const end = Math.min(bytes.length, sampleSize) & ~1
  if (end < 4 || bytes.length % 2 === 1) return null
  let [even, odd] = [0, 0]
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  const many = end / 2 / 4
  return odd > many && even * 20 < odd ? 'utf-16le' : even > many && odd * 20 < even ? 'utf-16be' : null
}

function decodeOld(bytes: Uint8Array): string {
  const western = new TextDecoder('windows-1252').decode(bytes)
  // A soft hyphen is a letter in TCVN3; the decoders of the platform keep it.
  const readings = [new TextDecoder('windows-1258').decode(bytes).normalize('NFC'), modernised(western)]
  const best = readings.map((text) => ({ text, share: shareOf(tallyOf(text.slice(0, sampleSize))) })).sort((a, b) => b.share - a.share)[0] as {
    text: string
  }
  if (!isVietnamese(best.text.slice(0, sampleSize))) throw new Error('the bytes are text in no encoding that is known')
  return best.text
}
