import { matchAt, type Token } from '../words/tokens.ts'
import { bodyAt } from './bodies.ts'
import { DETERMINERS, HEADS, PAIRS, PLACES } from './bodyWords.ts'
import { placesEnd, properEnd } from './properNames.ts'

/** The end of the classes an office is over: "văn phòng tỉnh ủy, thành ủy", "đảng ủy các bộ, cơ quan ngang bộ". */
export function overClasses(tokens: readonly Token[], start: number, i: number, head: string, depth: number): number {
  if (/^văn phòng (?:tỉnh|thành|huyện|quận|thị) ủy$/.test(head) && !tokens[start]?.capital && /^(?:,|và)$/.test(tokens[i]?.low ?? '')) {
    const end = committeesEnd(tokens, i + 1, depth)
    return Math.max(end, i)
  }
  if (!/^(?:đảng ủy|thanh tra)$/.test(head) || tokens[i]?.low !== 'các') return i
  let end = i
  for (let j = i + 1, n = 0; n < 8; n++) {
    const m = matchAt(HEADS, tokens, j)
    if (
      m?.value !== 'class' ||
      (tokens[j]?.capital && head !== 'thanh tra') ||
      tokens[j + m.length - 1]?.low === 'ủy' ||
      matchAt(DETERMINERS, tokens, j)
    )
      break
    end = j + m.length
    if (!/^(?:,|và)$/.test(tokens[end]?.low ?? '')) break
    j = end + 1
  }
  return end
}

/** The end of the committees whose organ a body is: "Ban Thường vụ các huyện ủy, thị ủy, đảng ủy trực thuộc" is one entry. */
export function committeesEnd(tokens: readonly Token[], i: number, depth: number): number {
  const isCommittee = (k: number) => {
    const m = matchAt(HEADS, tokens, k)
    return m?.value === 'class' && tokens[k + m.length - 1]?.low === 'ủy'
  }
  let end = i - 1
  for (let j = i, n = 0; n < 12 && isCommittee(j); n++) {
    end = bodyAt(tokens, j, true, depth + 1)?.end ?? j + 2
    // "các đảng ủy xã, thị trấn, đảng ủy trực thuộc": of what kinds of places they are comes first.
    end = Math.max(end, placesEnd(tokens, end))
    const sep = tokens[end]?.low
    if (sep !== ',' && sep !== 'và') break
    j = sep === ',' && tokens[end + 1]?.low === 'và' ? end + 2 : end + 1
  }
  return end
}

/** Whose the body is: "của Bộ Chính trị, Ban Bí thư", "trực thuộc Trung ương", "phụ trách từng khối, cơ quan, đơn vị". */
export function bearerEnd(tokens: readonly Token[], i: number, depth: number, loose: boolean): number {
  const pair = matchAt(PAIRS, tokens, i)
  if (pair) return i + pair.length
  const kinds = kindsEnd(tokens, i)
  if (kinds > i) return kinds
  if (loose && matchAt(DETERMINERS, tokens, i)) {
    let j = i + (matchAt(DETERMINERS, tokens, i)?.length ?? 0)
    for (let n = 0; n < 12; n++) {
      const m = matchAt(HEADS, tokens, j)
      const step =
        m && m.value === 'class' ? m.length : tokens[j]?.low === 'khối' || tokens[j]?.low === 'lĩnh' ? (tokens[j]?.low === 'khối' ? 1 : 2) : 0
      if (step === 0) break
      j += step
      if (tokens[j]?.low === ',' || tokens[j]?.low === 'và') j++
      else return j
    }
  }
  const body = bodyAt(tokens, i, false, depth + 1)
  if (body) return body.end
  if (tokens[i]?.capital) return properEnd(tokens, i, true)
  return placesEnd(tokens, i)
}

/** The end of two or more kinds of places without a name: "thuộc các quận, huyện, thị xã"; the start where there are none. */
function kindsEnd(tokens: readonly Token[], i: number): number {
  let end = i
  for (let j = i + (matchAt(DETERMINERS, tokens, i)?.length ?? 0), n = 1; n < 8; n++) {
    const found = matchAt(PLACES, tokens, j)?.length ?? 0
    // "huyện, thị" stands together in the lexicon, the half of "huyện, thị xã"
    const next = found && tokens[j + found - 1]?.low === 'thị' && /^(?:xã|trấn)$/.test(tokens[j + found]?.low ?? '') ? j + found + 1 : j + found
    if (next === j || (tokens[next]?.capital && !matchAt(PLACES, tokens, next))) break
    if (n > 1 || tokens[j + 1]?.text === ',') end = next
    if (!/^(?:,|và)$/.test(tokens[next]?.low ?? '')) break
    j = next + 1
  }
  return end
}
