import { type Lexicon, lexiconOf, matchAt, type Token } from '../words/tokens.ts'

/** The letters, and the long names, that the document being read gives to bodies: no list of words can know them. */
let letters: ReadonlySet<string> = new Set()
let phrases: Lexicon<true> = new Map()

/** Reads while these count as names of bodies: letters as they stand, names of several words as they are folded. */
export function knowing<T>(own: Iterable<string>, learnt: readonly string[], read: () => T): T {
  const before = { letters, phrases }
  letters = new Set(own)
  phrases = lexiconOf(true, learnt)
  try {
    return read()
  } finally {
    letters = before.letters
    phrases = before.phrases
  }
}

/** Whether the document being read has said that a word is the name of a body. */
export const isOwnName = (word: string): boolean => letters.has(word)

/** How many tokens of a name of several words that the document itself introduces stand from a token on. */
export function ownNameAt(tokens: readonly Token[], i: number): number {
  const length = phrases.size > 0 ? (matchAt(phrases, tokens, i)?.length ?? 0) : 0
  return tokens.slice(i, i + length).some(({ capital }) => capital) ? length : 0
}
