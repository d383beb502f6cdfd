import { fold } from './rules.ts'

export type FactKind = 'date' | 'figure' | 'name'
/** A day, figure or name in words: where it stands (of a figure the number alone), and a key that is the same however it is written (of a figure with the word after it, so that 12 of one thing are not 12 of another). */
export type Fact = { kind: FactKind; key: string; from: number; to: number }

const two = (number: string | undefined) => String(Number(number)).padStart(2, '0')
const romans: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 }

const dates: [RegExp, (found: RegExpExecArray) => string][] = [
  [/(?<![\d./-])(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})(?!\d)/gu, ([, day, month, year]) => `${year}-${two(month)}-${two(day)}`],
  [/ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/giu, ([, day, month, year]) => `${year}-${two(month)}-${two(day)}`],
  [/tháng\s+(\d{1,2})\s*(?:[-/.]|\s+năm\s+)\s*(\d{4})/giu, ([, month, year]) => `${year}-${two(month)}`],
  [
    /quý\s+(iv|i{1,3}|[1-4])\s*(?:[-/.]|\s+năm\s+|\s)\s*(\d{4})/giu,
    ([, quarter = '', year]) => `${year}-Q${romans[quarter.toLowerCase()] ?? quarter}`,
  ],
  [/năm\s+(\d{4})(?!\d)/giu, ([, year]) => `${year}`],
]
/** Numbers of documents: 64-KL/TW, 45/2013/NĐ-CP. */
const documents = /\d+(?:\/\d{4})?[-/]\p{Lu}[\p{L}\d]*(?:[-/]\p{Lu}[\p{L}\d]*)*/gu
const figures = /(?<![\p{L}\d.,/-])(\d+(?:[.,]\d+)*)(\s*%|(?=\s*(\p{L}[\p{L}\p{M}]*)))/gu
/** Small words that a sentence begins with, large only for that: «Giao Trung tâm …» names no place. */
const beginnings = 'Giao|Cử|Mời|Trình|Gửi|Cho|Do|Tại|Ở|Từ|Về|Với|Và|Qua|Theo|Các|Những|Mỗi|Khi|Để|Là|Họp|Cùng'
const names = new RegExp(`(?<![\\p{L}\\p{M}])(?!(?:${beginnings})(?![\\p{L}\\p{M}]))\\p{Lu}[\\p{L}\\p{M}]*(?:\\s+\\p{Lu}[\\p{L}\\p{M}]*)+`, 'gu')

/** The days, figures with their units, and names of two words or more in a text, in the order in which they stand. */
export function factsIn(text: string): Fact[] {
  const found: Fact[] = []
  const isFree = (from: number, to: number) => found.every((one) => to <= one.from || from >= one.to)
  const blocked: { from: number; to: number }[] = []
  const take = (kind: FactKind, pattern: RegExp, keyOf: (found: RegExpExecArray) => string) => {
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length]
      if (isFree(from, to) && blocked.every((one) => to <= one.from || from >= one.to)) found.push({ kind, key: keyOf(match), from, to })
    }
  }
  for (const [pattern, keyOf] of dates) take('date', pattern, keyOf)
  for (const match of text.matchAll(documents)) blocked.push({ from: match.index, to: match.index + match[0].length })
  take('figure', figures, ([, number = '', share = '', unit]) => `${number.replace(/[.,](?=\d{3}(?!\d))/g, '')} ${fold(unit ?? share.trim())}`)
  take('name', names, ([name]) => fold(name).replace(/\s+/g, ' '))
  return found.sort((a, b) => a.from - b.from)
}

/** The place that a body's name ends on: «Tiên Du» of Huyện ủy Tiên Du; null where there is none. */
export function placeOf(bodyName: string): string | null {
  const last = [...bodyName.matchAll(names)].at(-1)
  return last && last.index > 0 ? fold(last[0]).replace(/\s+/g, ' ') : null
}

/** A name without the place of the body itself; empty where nothing else is in it. */
export const withoutPlace = (key: string, place: string | null): string =>
  (place === null ? key : ` ${key} `.replaceAll(` ${place} `, ' ')).replace(/\s+/g, ' ').trim()
