import { diffArrays } from 'diff'
import { fold } from '../reading/words/plaintext.ts'

/** Something with words at a place: a provision under its address, a task under that of its provision. */
export type Placed = { text: string; place: string }
/** Which of the one list goes with which of the other, by their indices; alone where there is none. */
export type Pair = { before: number; after: number } | { before: number; after: null } | { before: null; after: number }

/** So many insertions and deletions are looked for at most: past that two documents have little in common, and are paired by place. */
const mostEdits = 1500
/** So many comparisons of words are made at most between two stretches. */
const mostCompared = 250_000
/** How much of their words two must share to be one, when they stand elsewhere, and when they stand at the same place. */
const alike = 0.5
const alikeInPlace = 0.3

/** Words as they are compared: however they are spelt, spaced and capitalised. */
export const keyOf = (text: string): string => fold(text).replace(/\s+/g, ' ').trim()

/** Pairs two lists in their order: what reads the same, also where it was moved, then what is most alike between two of those. Every one of both lists stands in exactly one pair. */
export function align(before: readonly Placed[], after: readonly Placed[]): Pair[] {
  const keys = [before.map(({ text }) => keyOf(text)), after.map(({ text }) => keyOf(text))] as const
  const partners = samePairs(...keys)
  const gaps: readonly (readonly [Range, Range])[] = partners
    ? gapsOf(partners, before.length, after.length)
    : [
        [
          [0, before.length],
          [0, after.length],
        ],
      ]
  const paired = partners ?? new Map<number, number>()
  if (!partners) pairMoved(keys, paired)
  for (const [from, to] of gaps) pairAlike(before, after, keys, from, to, paired)
  pairMoved(keys, paired)
  return inOrder(paired, before.length, after.length)
}

/** What reads the same in the same order: of each of the one list, its partner in the other; undefined where there is too little of it. */
function samePairs(before: readonly string[], after: readonly string[]): Map<number, number> | undefined {
  const partners = new Map<number, number>()
  const changes = diffArrays(before as string[], after as string[], { maxEditLength: mostEdits })
  if (!changes) return undefined
  let [i, j] = [0, 0]
  for (const { added, removed, value } of changes) {
    if (added) j += value.length
    else if (removed) i += value.length
    else for (const _ of value) partners.set(i++, j++)
  }
  return partners
}

type Range = readonly [from: number, to: number]

/** The stretches between two pairs, in both lists. */
function gapsOf(partners: ReadonlyMap<number, number>, before: number, after: number): [Range, Range][] {
  const gaps: [Range, Range][] = []
  let [i, j] = [0, 0]
  for (const [at, partner] of [...[...partners].sort((a, b) => a[0] - b[0]), [before, after] as const]) {
    if (at > i && partner > j)
      gaps.push([
        [i, at],
        [j, partner],
      ])
    i = at + 1
    j = partner + 1
  }
  return gaps
}

/** Pairs what is most alike between two stretches, the most alike first. */
function pairAlike(
  before: readonly Placed[],
  after: readonly Placed[],
  keys: readonly [readonly string[], readonly string[]],
  [from, to]: Range,
  [start, end]: Range,
  partners: Map<number, number>,
): void {
  const onlyPlaces = (to - from) * (end - start) > mostCompared
  const bags = [new Map<number, Set<string>>(), new Map<number, Set<string>>()] as const
  const bagOf = (side: 0 | 1, at: number) => {
    const bag = bags[side].get(at) ?? new Set((keys[side][at] as string).split(' '))
    bags[side].set(at, bag)
    return bag
  }
  const found: { i: number; j: number; score: number }[] = []
  const places = Map.groupBy(
    Array.from({ length: end - start }, (_, at) => start + at),
    (j) => (after[j] as Placed).place,
  )
  for (let i = from; i < to; i++) {
    const { place } = before[i] as Placed
    const candidates = onlyPlaces ? (places.get(place) ?? []) : Array.from({ length: end - start }, (_, at) => start + at)
    for (const j of candidates) {
      const likeness = likenessOf(bagOf(0, i), bagOf(1, j))
      const isInPlace = place !== '' && place === after[j]?.place
      if (likeness >= (isInPlace ? alikeInPlace : alike)) found.push({ i, j, score: likeness + (isInPlace ? 0.2 : 0) })
    }
  }
  const taken = new Set(partners.values())
  for (const { i, j } of found.sort((a, b) => b.score - a.score || Math.abs(a.i - from - (a.j - start)) - Math.abs(b.i - from - (b.j - start)))) {
    if (partners.has(i) || taken.has(j)) continue
    partners.set(i, j)
    taken.add(j)
  }
}

/** How much two sets of words share: twice what is in both, of what is in each. */
function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [less, more] = one.size < other.size ? [one, other] : [other, one]
  let both = 0
  for (const word of less) if (more.has(word)) both++
  return (2 * both) / (one.size + other.size || 1)
}

/** Pairs what reads the same and stands somewhere else altogether. */
function pairMoved([before, after]: readonly [readonly string[], readonly string[]], partners: Map<number, number>): void {
  const taken = new Set(partners.values())
  const free = Map.groupBy(
    after.keys().filter((j) => !taken.has(j) && after[j] !== ''),
    (j) => after[j] as string,
  )
  for (const [i, key] of before.entries()) {
    if (partners.has(i) || key === '') continue
    const j = free.get(key)?.shift()
    if (j !== undefined) partners.set(i, j)
  }
}

/** All pairs in the order of the second list; what is in the first alone stands behind the one that it followed. */
function inOrder(partners: ReadonlyMap<number, number>, before: number, after: number): Pair[] {
  const partnerOf = new Map([...partners].map(([i, j]) => [j, i]))
  const alone = Array.from({ length: before }, (_, i) => i).filter((i) => !partners.has(i))
  const behind = Map.groupBy(alone, (i) => {
    for (let at = i - 1; at >= 0; at--) if (partners.has(at)) return partners.get(at) as number
    return -1
  })
  const only = (at: number): Pair[] => (behind.get(at) ?? []).map((i) => ({ before: i, after: null }))
  return [
    ...only(-1),
    ...Array.from({ length: after }, (_, j): Pair[] => {
      const i = partnerOf.get(j)
      return [i === undefined ? { before: null, after: j } : { before: i, after: j }, ...only(j)]
    }).flat(),
  ]
}
