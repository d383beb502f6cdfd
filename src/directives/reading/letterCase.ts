import { fold } from './plaintext.ts'

/** Whether a line is printed in capitals, brackets aside. */
export const isCapitals = (t: string): boolean => /\p{Lu}/u.test(t) && !/\p{Ll}/u.test(t.replace(/\([^)]{0,40}\)/g, ''))

const WORD = /[\p{L}\p{M}]+/gu
const PLACE = /^(?:tỉnh|phố|huyện|quận|xã|phường|trấn|khu)$/

/** How often a document writes each word with a capital, and how often without, leaving out lines in capitals and first words. */
function habits(source: string): Map<string, number> {
  const seen = new Map<string, number>()
  for (const line of source.slice(0, 100_000).split('\n')) {
    if (isCapitals(line)) continue
    let end = -1
    for (const m of line.matchAll(WORD)) {
      const starts = end < 0 || /[.:;"“(]/.test(line.slice(end, m.index))
      end = m.index + m[0].length
      if (starts) continue
      const key = fold(m[0])
      seen.set(key, (seen.get(key) ?? 0) + (/^\p{Lu}/u.test(m[0]) ? 1 : -1))
    }
  }
  return seen
}

/** Words printed in capitals as they would stand in running text: the document's own spelling of the phrase, else of each word. */
export function inSentenceCase(capitals: string, source: string): string {
  if (!isCapitals(capitals)) return capitals
  const low = fold(capitals)
  const text = source.slice(0, 100_000)
  const folded = fold(text)
  for (let at = folded.indexOf(low), n = 0; at >= 0 && n < 50; at = folded.indexOf(low, at + 1), n++) {
    const found = text.slice(at, at + low.length)
    if (!isCapitals(found)) return found.charAt(0).toUpperCase() + found.slice(1)
  }
  const known = habits(source)
  let name = false
  let before = ''
  const written = capitals.toLowerCase().replace(WORD, (w) => {
    if (PLACE.test(before)) name = true
    before = fold(w)
    const usual = known.get(before) ?? (name ? 1 : 0)
    return usual > 0 ? w.charAt(0).toUpperCase() + w.slice(1) : w
  })
  return written.charAt(0).toUpperCase() + written.slice(1)
}
