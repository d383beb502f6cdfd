import { type BodyList, bodiesAt } from '../bodies/bodyLists.ts'
import { HEADS } from '../bodies/bodyWords.ts'
import { matchAt, type Token } from '../words/tokens.ts'
import { ACTS, CIRCUMSTANCES, DIRECTIVES } from '../words/verbs.ts'
import { directiveAt, skipJoints, subjectAt } from './subjects.ts'

const TOPIC = /^(?:về|đối|liên|nội|vấn|kiến|đề)$/

/** The token after a time that stands before the order: "Tháng 5/2025: Sở Nội vụ …". */
export function pastTime(tokens: readonly Token[]): number {
  if (!/^(?:tháng|quý|ngày|tuần|năm|trong|trước|đầu|cuối|bước|giai|đợt)$/.test(tokens[0]?.low ?? '')) return 0
  const colon = tokens.findIndex(({ text }) => text === ':')
  return colon > 0 && colon < 16 && tokens.slice(0, colon).some(({ number }) => number || /^[IVX]+(?:\/\d{4})?$/.test(tokens[1]?.text ?? ''))
    ? colon + 1
    : 0
}

/** Those that words before a colon say an act is for: "Đối với các trường: xây dựng …"; null where they name a matter, or somebody else is named after it. */
export function meantBy(text: string, tokens: readonly Token[]): BodyList | null {
  if (tokens[0]?.low !== 'đối' || tokens[1]?.low !== 'với') return null
  const list = bodiesAt(text, tokens, 2, true, true)
  if (!list || tokens[list.end]?.text !== ':') return null
  const found = subjectAt(text, tokens, list.end + 1)
  return matchAt(ACTS, tokens, list.end + 1) && !(found && 'list' in found) ? list : null
}

const MATTER = /^(?:dự|công|khu|tuyến|riêng|việc|gói|nhóm|đoạn|cầu|hạng)$/

/** The token after the words that only name the matter: "Về dự án …: giao Bộ …". */
export function topicEnd(text: string, tokens: readonly Token[]): number {
  const named = MATTER.test(tokens[0]?.low ?? '') && !/^(?:class|weak)$/.test(matchAt(HEADS, tokens, 0)?.value ?? 'not') && !matchAt(ACTS, tokens, 0)
  // "Riêng UBND thị trấn …: giải tỏa …" singles out who acts.
  if (tokens[0]?.low === 'riêng' && tokens[bodiesAt(text, tokens, 1, true)?.end ?? 0]?.low === ':') return 0
  if (
    !(named || TOPIC.test(tokens[0]?.low ?? '')) ||
    /^(?:xuất|nghị)$/.test(tokens[1]?.low ?? '') ||
    (tokens[0]?.low === 'liên' && tokens[1]?.low !== 'quan')
  ) {
    return 0
  }
  let tries = 0
  for (let j = 1; j < tokens.length && tries < 8; j++) {
    if (tokens[j]?.low === '.' && !tokens[j + 1]?.number && tokens[j + 1]?.capital) return 0
    if (tokens[j]?.low !== ':') continue
    tries++
    const k = skipJoints(tokens, j + 1)
    const found = subjectAt(text, tokens, k)
    if ((found && 'list' in found) || matchAt(CIRCUMSTANCES, tokens, k) || matchAt(DIRECTIVES, tokens, k)) return j + 1
    if (matchAt(ACTS, tokens, k) && !hasLater(text, tokens, j + 1)) return j + 1
  }
  return 0
}

const hasLater = (text: string, tokens: readonly Token[], i: number): boolean => {
  for (let j = i; j < tokens.length && j - i < 120; j++) if (tokens[j]?.low === ':' && directiveAt(text, tokens, j + 1)) return true
  return false
}
