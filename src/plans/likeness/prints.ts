import { factsIn, placeOf, withoutPlace } from './facts.ts'
import { hashGram, hashWord, sign } from './minhash.ts'
import { type Found, fold, type Word, wordsOf } from './rules.ts'

/** What is compared of an item. */
export type WrittenItem = {
  id: string
  text: string
  product: string
  lead: string
  coordinate: string
  fromOn: string | null
  dueOn: string | null
  money: number | null
}
export type Written = { bodyName: string; items: readonly WrittenItem[] }

/** Words as numbers, so that ten thousand plans fit side by side. */
export type Vocabulary = {
  idOf: (word: string) => number
  hashes: number[]
  /** The words and keys among them in which a year is written. */
  years: Map<number, string>
}

const gap = -1
const year = /(?<!\d)(?:19|20)\d\d(?!\d)/

export function openVocabulary(): Vocabulary {
  const ids = new Map<string, number>()
  const hashes = [hashWord('')]
  const years = new Map<number, string>()
  const idOf = (word: string) => {
    const known = ids.get(word)
    if (known !== undefined) return known
    const id = hashes.push(hashWord(word)) - 1
    // a copy of its own: a piece of a text would keep the whole text alive
    const kept = Buffer.from(word).toString()
    ids.set(kept, id)
    if (year.test(kept)) years.set(id, kept)
    return id
  }
  return { idOf, hashes, years }
}

/** So many words in a row that stand elsewhere word for word count as the same; a stretch of fewer says nothing and is left out. */
export const run = 4

/** The stretches of a plan's words that are read as one: an item's text, its product. The place of the body itself is one word, alike in all. */
export function stretchesOf({ bodyName, items }: Written): { item: number; field: 'text' | 'product'; words: Word[] }[] {
  const place = placeOf(bodyName)?.split(' ') ?? []
  return items.flatMap(({ text, product }, item) =>
    (['text', 'product'] as const).map((field) => ({ item, field, words: inOnePlace(wordsOf(field === 'text' ? text : product), place) })),
  )
}

const samePlace = '\u2302'

function inOnePlace(words: Word[], place: readonly string[]): Word[] {
  if (place.length === 0) return words
  const merged: Word[] = []
  for (let i = 0; i < words.length; i++) {
    const isPlace = place.every((word, n) => words[i + n]?.word === word)
    merged.push(isPlace ? { word: samePlace, from: words[i]?.from ?? 0, to: words[i + place.length - 1]?.to ?? 0 } : (words[i] as Word))
    if (isPlace) i += place.length - 1
  }
  return merged
}

/** Stretches as numbers, each closed by a gap; those too short for a run are left out. */
export function tokensOf(stretches: readonly { words: readonly Word[] }[], { idOf }: Vocabulary): Int32Array {
  const tokens: number[] = []
  for (const { words } of stretches) {
    if (words.length < run) continue
    for (const { word } of words) tokens.push(idOf(word))
    tokens.push(gap)
  }
  return Int32Array.from(tokens)
}

/** All runs of four in some tokens, to look others up in. */
export type Grams = { tokens: Int32Array; slots: Int32Array; mask: number }

const isWhole = (tokens: Int32Array, at: number) => tokens[at] !== gap && tokens[at + 1] !== gap && tokens[at + 2] !== gap && tokens[at + 3] !== gap

const hashAt = (tokens: Int32Array, at: number) =>
  hashGram(tokens[at] as number, tokens[at + 1] as number, tokens[at + 2] as number, tokens[at + 3] as number)

export function gramsOf(tokens: Int32Array): Grams {
  let size = 16
  while (size < tokens.length * 2) size *= 2
  const grams = { tokens, slots: new Int32Array(size), mask: size - 1 }
  for (let at = 0; at + run <= tokens.length; at++) {
    if (!isWhole(tokens, at)) continue
    let slot = hashAt(tokens, at) & grams.mask
    while (grams.slots[slot] !== 0 && !isSame(tokens, (grams.slots[slot] as number) - 1, tokens, at)) slot = (slot + 1) & grams.mask
    grams.slots[slot] = at + 1
  }
  return grams
}

const isSame = (one: Int32Array, at: number, other: Int32Array, otherAt: number) =>
  one[at] === other[otherAt] && one[at + 1] === other[otherAt + 1] && one[at + 2] === other[otherAt + 2] && one[at + 3] === other[otherAt + 3]

function holds({ tokens, slots, mask }: Grams, sought: Int32Array, at: number): boolean {
  let slot = hashAt(sought, at) & mask
  while (slots[slot] !== 0) {
    if (isSame(tokens, (slots[slot] as number) - 1, sought, at)) return true
    slot = (slot + 1) & mask
  }
  return false
}

/** 1 for each token that stands in a run of four which the grams hold. */
export function marksIn(tokens: Int32Array, grams: Grams): Uint8Array {
  const marks = new Uint8Array(tokens.length)
  for (let at = 0; at + run <= tokens.length; at++) if (isWhole(tokens, at) && holds(grams, tokens, at)) marks.fill(1, at, at + run)
  return marks
}

/** What does not count as a plan's own: the words, days, figures and names of the directive's tasks and of the template. */
export type Given = { grams: Grams; facts: ReadonlySet<number> }

export function givenBy(texts: readonly string[], days: readonly string[], vocabulary: Vocabulary): Given {
  const grams = gramsOf(
    tokensOf(
      texts.map((text) => ({ words: wordsOf(text) })),
      vocabulary,
    ),
  )
  const keys = [...texts.flatMap((text) => factsIn(text).map(keyOf)), ...days.map((day) => `date ${day}`)]
  return { grams, facts: new Set(keys.map(vocabulary.idOf)) }
}

const keyOf = ({ kind, key }: { kind: string; key: string }) => `${kind} ${key}`

/** A plan as numbers: its words, which of them are given, and the days, figures and names in it that are not. */
export type Print = {
  tokens: Int32Array
  isGiven: Uint8Array
  items: number
  dates: Int32Array
  figures: Int32Array
  names: Int32Array
  /** All days and figures in it, those that are given too. */
  said: Int32Array
}

/** The keys of the days, figures and names in an item. */
export function factKeysOf(item: WrittenItem, place: string | null): { date: string[]; figure: string[]; name: string[] } {
  const keys = { date: [item.fromOn, item.dueOn].filter((day) => day !== null), figure: [] as string[], name: [] as string[] }
  if (item.money !== null) keys.figure.push(`${item.money} dong`)
  for (const { kind, key } of [...factsIn(item.text), ...factsIn(item.product)]) keys[kind].push(key)
  for (const named of `${item.lead};${item.coordinate}`.split(/[;,]/)) keys.name.push(fold(named).replace(/\s+/g, ' ').trim())
  return { ...keys, name: keys.name.map((key) => withoutPlace(key, place)).filter((key) => key !== '') }
}

export function printOf(plan: Written, given: Given, vocabulary: Vocabulary): Print {
  const stretches = stretchesOf(plan)
  const tokens = tokensOf(stretches, vocabulary)
  const place = placeOf(plan.bodyName)
  const keys = plan.items.map((item) => factKeysOf(item, place))
  const own = (kind: 'date' | 'figure' | 'name') =>
    Int32Array.from(
      new Set(keys.flatMap((one) => one[kind].map((key) => vocabulary.idOf(keyOf({ kind, key })))).filter((id) => !given.facts.has(id))),
    )
  const items = plan.items.length
  const said = Int32Array.from(
    new Set(keys.flatMap(({ date, figure }) => [...date.map((key) => `date ${key}`), ...figure.map((key) => `figure ${key}`)].map(vocabulary.idOf))),
  )
  const isGiven = Uint8Array.from(stretches.filter(isCompared).flatMap((stretch) => [...givenIn(plan, stretch, given, vocabulary), 0]))
  return { tokens, isGiven, items, dates: own('date'), figures: own('figure'), names: own('name'), said }
}

const isCompared = ({ words }: { words: readonly Word[] }) => words.length >= run

/** Which words of a stretch are given: looked up as they are written, the place of the body too, since the directive itself may name it. */
function givenIn(plan: Written, { item, field, words }: ReturnType<typeof stretchesOf>[number], given: Given, vocabulary: Vocabulary): number[] {
  const written = wordsOf(plan.items[item]?.[field] ?? '')
  const marks = marksIn(tokensOf([{ words: written }], vocabulary), given.grams)
  let at = 0
  return words.map(({ to }) => {
    let all = 1
    for (; at < written.length && (written[at] as Word).to <= to; at++) all &= marks[at] as number
    return all
  })
}

/** Two plans of one body some years apart as prints in which what differs by those years alone is the same: any year is one word, and the other has its days and figures in the years of the first too. */
export function inYearsOf(plan: Print, other: Print, distance: number, vocabulary: Vocabulary): [Print, Print] {
  const { years, idOf } = vocabulary
  const one = idOf(anyYear)
  const level = (print: Print): Print => ({
    ...print,
    tokens: print.tokens.map((token) => (/^\d+$/.test(years.get(token) ?? '') ? one : token)),
  })
  const later = [...other.said].flatMap((id) => {
    const key = years.get(id)
    return key === undefined ? [] : [idOf(key.replace(year, (found) => String(Number(found) + distance)))]
  })
  const known = Int32Array.from([...other.said, ...later])
  return [level(plan), { ...level(other), dates: known, figures: known }]
}

const anyYear = '\u2302 year'

/** Holds a plan against another of the same body: so many years lie between them as leave it least of its own, a year more or less than those between their days. */
export function compareYears(plan: Print, other: Print, distance: number, vocabulary: Vocabulary): Found & { distance: number } {
  const own = ({ ownDates, ownFigures }: Found) => ownDates + ownFigures
  const tries = [distance, distance - 1, distance + 1].filter((one) => one * distance > 0)
  const found = tries.map((one) => ({ ...compare(...inYearsOf(plan, other, one, vocabulary)), distance: one }))
  return found.sort((a, b) => own(a) - own(b))[0] ?? { ...compare(plan, other), distance: 0 }
}

/** The signature of what is a plan's own. */
export function signatureOf({ tokens, isGiven }: Print, { hashes }: Vocabulary): Int32Array {
  const found: number[] = []
  const at = (i: number) => hashes[tokens[i] as number] as number
  for (let i = 0; i + run <= tokens.length; i++) {
    if (!isWhole(tokens, i) || (isGiven[i] && isGiven[i + 1] && isGiven[i + 2] && isGiven[i + 3])) continue
    found.push(hashGram(at(i), at(i + 1), at(i + 2), at(i + 3)))
  }
  return sign(found)
}

/** Holds a plan against another: which of its own words stand there word for word, which of its days, figures and names do not. */
export function compare(plan: Print, other: Print, otherGrams: Grams = gramsOf(other.tokens)): Found {
  const marks = marksIn(plan.tokens, otherGrams)
  let [words, sameWords, givenWords] = [0, 0, 0]
  for (let i = 0; i < plan.tokens.length; i++) {
    if (plan.tokens[i] === gap) continue
    if (plan.isGiven[i]) givenWords++
    else {
      words++
      if (marks[i]) sameWords++
    }
  }
  const apart = (mine: Int32Array, theirs: Int32Array) => {
    const known = new Set(theirs)
    return mine.reduce((count, one) => (known.has(one) ? count : count + 1), 0)
  }
  return {
    words,
    sameWords,
    givenWords,
    items: plan.items,
    ownDates: apart(plan.dates, other.dates),
    ownFigures: apart(plan.figures, other.figures),
    ownNames: apart(plan.names, other.names),
  }
}
