import { type Encoding, isIn, readAs } from './encodings.ts'
import { shareOf, tallyOf } from './syllables.ts'

/** Signs that no document has, round the words that a font says are in an old encoding. */
const open: Record<Encoding, string> = { tcvn3: '\ue010', vni: '\ue011' }
const openCapitals = '\ue012'
const close = '\ue013'
const all = /[\ue010-\ue013]/g
const sampleLength = 200_000

/** Words whose font says in which encoding they are; what that is worth is decided when the whole document is known. */
export const marked = (text: string, { encoding, isCapitals }: { encoding: Encoding; isCapitals: boolean }): string =>
  isCapitals ? `${openCapitals}${text}${close}` : `${open[encoding]}${text}${close}`

/** A text without signs that could be taken for these marks. */
export const withoutMarks = (text: string): string => text.replace(all, '')

/** A document's text with its marked words converted, where their syllables bear the fonts out; words in a font of capitals are capitals. */
export function settled(text: string): string {
  // Words stand together that only a change of look has parted: a letter and its mark are two signs in VNI.
  const joined = text.replace(/\ue013([\ue010-\ue012])/g, (whole, next: string, at: number, all: string) =>
    all[openBefore(all, at)] === next ? '' : whole,
  )
  let out = joined
  for (const [encoding, runs] of [
    ['tcvn3', /[\ue010\ue012]([^\ue013]*)\ue013/g],
    ['vni', /\ue011([^\ue013]*)\ue013/g],
  ] as const) {
    let sample = ''
    for (const [, words = ''] of out.matchAll(runs)) {
      sample += `${words}\n`
      if (sample.length > sampleLength) break
    }
    if (!sample || !isBorneOut(encoding, sample)) continue
    out = out.replace(runs, (run, words: string) => {
      const read = readAs(encoding, words)
      return run.startsWith(openCapitals) ? read.toUpperCase() : read
    })
  }
  return out.replace(all, '')
}

const openBefore = (text: string, at: number): number => {
  let before = at - 1
  while (before >= 0 && !/[\ue010-\ue012]/.test(text.charAt(before))) before--
  return before
}

/** A few words in such a font are enough where all of them become Vietnamese. */
function isBorneOut(encoding: Encoding, sample: string): boolean {
  const [before, after] = [tallyOf(sample), tallyOf(readAs(encoding, sample))]
  return isIn(encoding, sample) || (after.all > 0 && shareOf(after) === 1 && shareOf(before) < 1)
}
