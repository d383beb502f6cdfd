/** What is known of a text that was recognised in a picture. */
export type Recognition = {
  /** Of how many pages it was recognised. */
  pages: number
  words: number
  /** The mean over its letters, from 0 to 100. */
  confidence: number
  /** The words a clerk must look at, where they stand in the text. */
  doubtful: { from: number; to: number; confidence: number }[]
}

/** Words recognised with less than this are often wrong: the engine gives 90 and more to clear print. */
export const doubtfulBelow = 75
/** A sign inside a word carries its confidence through all that is done with the words of a page. */
const first = 0xe100
const marks = /[\ue100-\ue164]/g

/** A word with its confidence in it, where that is low. It stands behind the first letter, so that numbers and bullets at the head of a line are told as ever; those are too short to be doubted. */
export function withConfidence(word: string, confidence: number): string {
  const isWord = /\p{L}{2}/u.test(word) || word.length > 4
  return confidence >= doubtfulBelow || !isWord ? word : `${word.charAt(0)}${String.fromCharCode(first + Math.round(confidence))}${word.slice(1)}`
}

/** A text without these signs, and the words that had one. */
export function lifted(text: string): { text: string; doubtful: Recognition['doubtful'] } {
  const doubtful: Recognition['doubtful'] = []
  let out = ''
  let at = 0
  for (const { 0: mark, index } of text.matchAll(marks)) {
    out += text.slice(at, index)
    at = index + 1
    const from = Math.max(out.lastIndexOf(' '), out.lastIndexOf('\n')) + 1
    const rest = /[^ \n]*/.exec(text.slice(at, at + 80))?.[0].replace(marks, '').length ?? 0
    if (doubtful.at(-1)?.from !== from) doubtful.push({ from, to: out.length + rest, confidence: mark.charCodeAt(0) - first })
  }
  return { text: out + text.slice(at), doubtful }
}

export const withoutConfidence = (text: string): string => text.replace(marks, '')
