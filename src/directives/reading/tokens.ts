import { fold, type Passage } from './plaintext.ts'

/** A word or a mark of a passage. `low` is the word as the lexicon spells it. */
export type Token = { text: string; low: string; from: number; to: number; word: boolean; capital: boolean; number: boolean }

const TOKEN = /[\p{L}\p{M}\p{N}]+(?:[&/][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]/gu

/** The words and marks of a text; where everything is in capitals, capitals say nothing about names and each word counts as one. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const low = fold(text)
  TOKEN.lastIndex = 0
  for (const m of text.matchAll(TOKEN)) {
    const from = m.index
    const to = from + m[0].length
    const word = /^[\p{L}\p{M}\p{N}]/u.test(m[0])
    tokens.push({
      text: m[0],
      low: low.slice(from, to),
      from,
      to,
      word,
      capital: word && /^\p{Lu}/u.test(m[0]),
      number: word && /^\p{N}/u.test(m[0]),
    })
  }
  return tokens
}

/** Phrases by their first word, longest first. */
export type Lexicon<T> = Map<string, { words: string[]; value: T }[]>

/** A lexicon of phrases, each list with the value its phrases stand for. */
export function lexicon<T>(...lists: [T, string][]): Lexicon<T> {
  const found: Lexicon<T> = new Map()
  for (const [value, list] of lists) {
    for (const phrase of list.split(/[|\n]/)) {
      const words = tokensOf(phrase.trim()).map((t) => t.low)
      const first = words[0]
      if (first === undefined) continue
      const entries = found.get(first) ?? []
      entries.push({ words, value })
      found.set(first, entries)
    }
  }
  for (const entries of found.values()) entries.sort((a, b) => b.words.length - a.words.length)
  return found
}

/** The longest phrase of a lexicon that begins at a token. */
export function matchAt<T>(words: Lexicon<T>, tokens: readonly Token[], i: number): { value: T; length: number } | null {
  const entries = words.get(tokens[i]?.low ?? '')
  if (!entries) return null
  search: for (const entry of entries) {
    for (let k = 1; k < entry.words.length; k++) if (tokens[i + k]?.low !== entry.words[k]) continue search
    return { value: entry.value, length: entry.words.length }
  }
  return null
}

/** The tokens of a passage. */
export const tokensIn = (p: Passage): Token[] => tokensOf(p.text)
