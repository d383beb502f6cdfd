import { fold, type Passage } from './plaintext.ts'

/** A word or a mark of a passage. `low` is the word as the lexicon spells it. */
export type Token = { text: string; low: string; from: number; to: number; word: boolean; capital: boolean; number: boolean }

/** What a character is: part of a word, a mark, or a space. Asked once for each of the first 65,536. */
const WORD = 1
const MARK = 2
const SPACE = 3
const kinds = new Uint8Array(0x10000)
function kindAt(text: string, i: number): number {
  const code = text.charCodeAt(i)
  const known = kinds[code] as number
  if (known !== 0) return known
  // Half of a character beyond the first plane: told by the whole, and not kept.
  if (code >= 0xd800 && code <= 0xdfff) {
    const at = code >= 0xdc00 ? i - 1 : i
    return /^[\p{L}\p{M}\p{N}]/u.test(text.slice(Math.max(0, at), at + 2)) ? WORD : MARK
  }
  const c = text.charAt(i)
  const kind = /[\p{L}\p{M}\p{N}]/u.test(c) ? WORD : /\s/.test(c) ? SPACE : MARK
  kinds[code] = kind
  return kind
}

// One provision is asked for its roles, its act, its dates and its bodies in turn: it is taken apart once.
const taken = new Map<string, readonly Token[]>()
const KEPT = 400
const LONGEST_KEPT = 20_000

/** The words and marks of a text; where everything is in capitals, capitals say nothing about names and each word counts as one. */
export function tokensOf(text: string): readonly Token[] {
  const known = taken.get(text)
  if (known) return known
  const tokens = takenApart(text)
  if (taken.size >= KEPT) taken.clear()
  if (text.length <= LONGEST_KEPT) taken.set(text, tokens)
  return tokens
}

/** A word goes on over letters, marks and digits, and over one "&" or "/" between two such. */
function wordEnd(text: string, from: number): number {
  let to = from + 1
  while (to < text.length) {
    if (kindAt(text, to) === WORD) to++
    else if ((text[to] === '&' || text[to] === '/') && to + 1 < text.length && kindAt(text, to + 1) === WORD && !parts(text, to)) to += 2
    else break
  }
  return to
}

/** "Sở Văn hóa và Du lịch/Sở Văn hóa": a stroke between two names, not within an abbreviation. */
const parts = (text: string, at: number): boolean => text[at] === '/' && /^\p{Ll}\/\p{Lu}\p{Ll}/u.test(text.slice(at - 1, at + 3))

function takenApart(text: string): Token[] {
  const tokens: Token[] = []
  const folded = fold(text)
  for (let from = 0; from < text.length; ) {
    const kind = kindAt(text, from)
    if (kind === SPACE) {
      from++
      continue
    }
    // "TP. Hồ Chí Minh": the stop of a word cut short ends nothing
    if (
      text[from] === '.' &&
      /(?:^|[^\p{L}])(?:t[px]|p)$/u.test(folded.slice(Math.max(0, from - 3), from)) &&
      /^\.\s?\p{Lu}/u.test(text.slice(from, from + 3))
    ) {
      from++
      continue
    }
    const word = kind === WORD
    const code = text.charCodeAt(from)
    const to = word ? wordEnd(text, from) : code >= 0xd800 && code < 0xdc00 && from + 1 < text.length ? from + 2 : from + 1
    tokens.push({
      text: text.slice(from, to),
      // the lexicon writes every dash alike
      low: text[from] === '–' ? '-' : folded.slice(from, to),
      from,
      to,
      word,
      capital: word && text[from] !== folded[from],
      number: word && code >= 48 && code <= 57,
    })
    from = to
  }
  return tokens
}

type Phrase<T> = { words: string[]; value: T }
/** Phrases by their first two words, longest first; one of a single word stands alone. */
export type Lexicon<T> = Map<string, { alone: Phrase<T> | null; more: Map<string, Phrase<T>[]> }>

/** A lexicon of phrases, each list with the value its phrases stand for. */
export function lexicon<T>(...lists: [T, string][]): Lexicon<T> {
  const found: Lexicon<T> = new Map()
  for (const [value, list] of lists) {
    for (const phrase of list.split(/[|\n]/)) {
      const words = tokensOf(phrase.trim()).map((t) => t.low)
      const [first, second] = words
      if (first === undefined) continue
      const bucket = found.get(first) ?? { alone: null, more: new Map() }
      found.set(first, bucket)
      if (second === undefined) bucket.alone ??= { words, value }
      else bucket.more.set(second, [...(bucket.more.get(second) ?? []), { words, value }])
    }
  }
  for (const { more } of found.values()) for (const phrases of more.values()) phrases.sort((a, b) => b.words.length - a.words.length)
  return found
}

/** A lexicon of phrases that are no part of the language. */
export const lexiconOf = <T>(value: T, phrases: readonly string[]): Lexicon<T> => lexicon([value, phrases.join('\n')])

/** The longest phrase of a lexicon that begins at a token. */
export function matchAt<T>(words: Lexicon<T>, tokens: readonly Token[], i: number): { value: T; length: number } | null {
  const bucket = words.get(tokens[i]?.low ?? '')
  if (!bucket) return null
  const phrases = bucket.more.get(tokens[i + 1]?.low ?? '')
  if (phrases)
    search: for (const phrase of phrases) {
      for (let k = 2; k < phrase.words.length; k++) if (tokens[i + k]?.low !== phrase.words[k]) continue search
      return { value: phrase.value, length: phrase.words.length }
    }
  return bucket.alone && { value: bucket.alone.value, length: 1 }
}

/** "sở - ngành", "quận - huyện": a dash with spaces between two words in small letters stands for a comma. */
export const isDashed = (tokens: readonly Token[], i: number): boolean => {
  const [before, t, next] = [tokens[i - 1], tokens[i], tokens[i + 1]]
  return (
    /^[-–]$/.test(t?.text ?? '') &&
    next?.word === true &&
    !next.capital &&
    before !== undefined &&
    t !== undefined &&
    t.from > before.to &&
    next.from > t.to
  )
}

/** The tokens of a passage. */
export const tokensIn = (p: Passage): readonly Token[] => tokensOf(p.text)
