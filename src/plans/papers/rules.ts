import type { Above, Facts, Owed } from '../contract.ts'
import { isSame } from '../rules.ts'
import type { Cells } from './contract.ts'

/** The most characters the cells of an item take. */
export const longest = { part: 300, text: 4000, product: 1000, lead: 500, coordinate: 1000, note: 2000 } as const

/** The cells of `facts` that differ from what an item holds. */
export const differing = (item: Facts, facts: Cells): (keyof Facts)[] =>
  (Object.keys(facts) as (keyof Facts)[]).filter((field) => !isSame(item[field], facts[field]))

/** All items in a wanted order; those it does not name stay behind whatever they stand behind now. */
export function inOrder(current: readonly string[], wanted: readonly string[]): string[] {
  const named = new Set(wanted)
  const behind = Map.groupBy(
    current.filter((id) => !named.has(id)),
    (id) => current.slice(0, current.indexOf(id)).findLast((before) => named.has(before)) ?? null,
  )
  const there = new Set(current)
  return [...(behind.get(null) ?? []), ...wanted.filter((id) => there.has(id)).flatMap((id) => [id, ...(behind.get(id) ?? [])])]
}

/** Short codes by which a sheet says what an item answers: an obligation’s place in the directive, CT1, CT2 … for the superior’s items. Each stands for one thing. */
export function codesOf(
  obligations: readonly Pick<Owed, 'id' | 'address' | 'isPlanItself'>[],
  above: readonly Pick<Above, 'id'>[],
): Map<string, string> {
  const taken = new Map<string, number>()
  const codes = new Map<string, string>()
  // what the plan itself answers, no item can
  for (const { id, address, isPlanItself } of obligations) {
    if (isPlanItself) continue
    const code = address.replace(/[;\n]+/g, ',').trim() || 'NV'
    const count = (taken.get(code) ?? 0) + 1
    taken.set(code, count)
    codes.set(id, count === 1 ? code : `${code} #${count}`)
  }
  for (const [i, { id }] of above.entries()) codes.set(id, `CT${i + 1}`)
  return codes
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []
const pairsOf = (text: string): Set<string> => {
  const words = wordsOf(text)
  return new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`))
}

/** Whether two texts say the same but for case, stops and space. */
export const saysSame = (one: string, other: string): boolean => wordsOf(one).join(' ') === wordsOf(other).join(' ')

/** So much of the shorter one’s pairs of words must stand in the other. */
const alike = 0.5
const fewest = 4

/** Of what could be answered, the one whose words a text repeats most; undefined where none is much alike. */
export function answeredBy<T extends { text: string }>(text: string, candidates: readonly T[]): T | undefined {
  const own = pairsOf(text)
  const shares = candidates.map((candidate) => {
    const theirs = pairsOf(candidate.text)
    const least = Math.min(own.size, theirs.size)
    return { candidate, share: least < fewest ? 0 : [...own].filter((pair) => theirs.has(pair)).length / least }
  })
  const best = shares.reduce((most, one) => (one.share > most.share ? one : most), { candidate: undefined as T | undefined, share: 0 })
  return best.share >= alike ? best.candidate : undefined
}
