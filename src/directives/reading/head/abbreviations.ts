import { bodiesAt } from '../bodies/bodyLists.ts'
import type { Abbreviation } from '../reading.ts'
import { fold } from '../words/plaintext.ts'
import { tokensOf } from '../words/tokens.ts'

/** "(sau đây gọi tắt là Ban Chỉ đạo)", "(viết tắt là BQL)", "(sau đây gọi chung là các địa phương)". */
const CALLED =
  /\((?:sau đây )?(?:được )?(?:gọi|viết)(?<together> chung)?(?: tắt)?(?: và (?:gọi|viết) tắt)?(?: là)?\s?:? ["“”']?(?<short>[^()"“”';:]{2,60}?)["“”']?\)/gu
/** "Ban Quản lý Khu kinh tế (BQLKKT)": letters and nothing else. */
const LETTERS = /\((?<short>\p{Lu}[\p{Lu}\p{N}&]{1,11})\)/gu

/** No document needs more brackets looked at than so many. */
const MOST = 1000

/** The names that a document gives to bodies for short, with what each stands for; `passages` are the words of its provisions. */
export function abbreviationsIn(passages: readonly string[]): Abbreviation[] {
  const found = new Map<string, Abbreviation>()
  let brackets = 0
  for (const text of passages) {
    if (!text.includes('(')) continue
    for (const m of fold(text).matchAll(CALLED)) {
      const at = m.index + m[0].lastIndexOf(m.groups?.short ?? '')
      const short = text.slice(at, at + (m.groups?.short ?? '').length).replace(/^(?:các|những) /u, '')
      if (found.has(fold(short)) || ++brackets > MOST) continue
      const before = namedBefore(text.slice(0, m.index))
      keep(found, short, m.groups?.together ? before : before.slice(-1))
    }
    for (const m of text.matchAll(LETTERS)) {
      const short = m.groups?.short ?? ''
      if (!found.has(fold(short)) && ++brackets <= MOST) keep(found, short, namedBefore(text.slice(0, m.index)).slice(-1))
    }
  }
  return [...found.values()]
}

/** A name is no short form of itself. */
function keep(found: Map<string, Abbreviation>, short: string, long: string[]): void {
  const key = fold(short)
  if (long.length > 0 && !long.some((name) => fold(name) === key)) found.set(key, { short, long })
}

/** The bodies whose names end where a bracket opens. */
function namedBefore(text: string): string[] {
  const near = text.slice(-240)
  const tokens = tokensOf(near)
  for (let i = 0; i < tokens.length; i++) {
    const list = bodiesAt(near, tokens, i, true)
    if (list?.end === tokens.length) return list.bodies.map(({ name }) => name)
  }
  return []
}
