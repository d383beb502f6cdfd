import { shareOf, type Tally, tallyOf } from './syllables.ts'
import { fromTcvn3 } from './tcvn3.ts'
import { fromVni } from './vni.ts'

/** The encodings of the years before Unicode: each letter is a sign of Western Europe, and only the font says what it stands for. */
export type Encoding = 'tcvn3' | 'vni'

const readings: Record<Encoding, (text: string) => string> = { tcvn3: fromTcvn3, vni: fromVni }
/** Fewer words than this prove nothing. */
const fewest = 3
/** Of the words with marks, so many are syllables in a Vietnamese text… */
const atLeast = 0.75
/** … and not more than so many in one that is read in the wrong encoding. */
const atMost = 0.6

/** The encoding that a font asks for by its name, and whether it prints small letters as capitals (".VnTimeH"). */
export function encodingOf(font: string): { encoding: Encoding; isCapitals: boolean } | null {
  if (/^\.?vn[a-z]/i.test(font) && font.startsWith('.')) return { encoding: 'tcvn3', isCapitals: /[a-z]H$/.test(font) }
  if (/^vni[- ]/i.test(font)) return { encoding: 'vni', isCapitals: false }
  return null
}

/** A text in an encoding, in Unicode. */
export const readAs = (encoding: Encoding, text: string): string => readings[encoding](text)

/** Whether words said to be in an encoding really are: their syllables are told apart from those of the text as it stands. */
export const isIn = (encoding: Encoding, text: string): boolean => proves(tallyOf(text), tallyOf(readAs(encoding, text)))

const proves = (before: Tally, after: Tally): boolean => after.all >= fewest && shareOf(after) >= atLeast && shareOf(before) <= atMost

/**
 * A text in which old encodings are Unicode. Which encoding it is, is told from the syllables: the lines that are no Vietnamese as they stand must become Vietnamese by it, most of them.
 * Then every line that gains by it is converted; lines in Unicode among them stay, and so does any other language.
 */
export function modernised(text: string): string {
  const lines = text.split('\n')
  const strange = lines.filter((line) => {
    const { known, all } = tallyOf(line)
    return all > 0 && known / all <= atMost
  })
  if (strange.length === 0) return text
  const sample = strange.join('\n')
  const before = tallyOf(sample)
  const found = (['tcvn3', 'vni'] as const)
    .map((encoding) => ({ encoding, after: tallyOf(readAs(encoding, sample)) }))
    .filter(({ after }) => proves(before, after))
    .sort((a, b) => shareOf(b.after) - shareOf(a.after))[0]
  if (!found) return text
  return lines.map((line) => betterOf(line, readAs(found.encoding, line))).join('\n')
}

/** Of a line and its conversion, the one that is more Vietnamese; the line itself where neither is. */
function betterOf(line: string, converted: string): string {
  if (line === converted) return line
  const [before, after] = [tallyOf(line), tallyOf(converted)]
  return shareOf(after) > shareOf(before) ? converted : line
}

/** Whether a text has a claim to be Vietnamese: most of its words with marks are syllables. */
export const isVietnamese = (text: string): boolean => {
  const tally = tallyOf(text)
  return tally.all >= fewest && shareOf(tally) >= atLeast
}
