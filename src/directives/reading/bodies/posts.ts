import { matchAt, type Token } from '../words/tokens.ts'
import { HEADS } from './bodyWords.ts'

/** The end of several posts over the same units, each after its own: "Vụ trưởng, Cục trưởng các Vụ, Cục". */
export function postsEnd(tokens: readonly Token[], start: number, end: number): number {
  const units: string[] = []
  let j = start
  while (matchAt(HEADS, tokens, j)?.value === 'title' && tokens[j + 1]?.low === 'trưởng' && units.length < 5) {
    units.push(tokens[j]?.low ?? '')
    j += 2
    if (/^(?:,|và)$/.test(tokens[j]?.low ?? '')) j++
  }
  const named = tokens.slice(j + 1, j + 1 + 2 * units.length).map((token) => token.low)
  if (units.length > 1 && tokens[j]?.low === 'các' && units.every((unit) => named.includes(unit))) return j
  // "Bí thư, Chủ tịch các tỉnh, thành phố"
  // "Bộ trưởng, Thủ trưởng các cơ quan ngang Bộ": a minister is over none of these.
  if (tokens[start]?.low === 'bộ' && /^(?:,|và)$/.test(tokens[end]?.low ?? '') && tokens[end + 1]?.low === 'thủ') return end
  // "Đảng ủy viên, Bí thư các tổ chức đảng": a member of a committee is over none of these either
  if (tokens[end - 1]?.low === 'viên' && tokens[start]?.low !== 'ủy' && tokens[start]?.low !== 'uỷ') return end
  let more = end
  while (/^(?:,|và)$/.test(tokens[more]?.low ?? '') && matchAt(HEADS, tokens, more + 1)?.value === 'title')
    more += 1 + (matchAt(HEADS, tokens, more + 1)?.length ?? 0)
  return more > end && (tokens[more]?.low === 'các' || tokens[more - 1]?.low === 'các') ? more : end
}
