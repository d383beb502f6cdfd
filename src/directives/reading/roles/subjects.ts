import { type Body, nameOf } from '../bodies/bodies.ts'
import { type BodyList, bodiesAt, bodiesOf, pastBracket } from '../bodies/bodyLists.ts'
import { narrowedList, narrowsAt, SURE, TRADE, withLast } from '../bodies/narrowing.ts'
import { namedUpTo } from '../bodies/unlisted.ts'
import { lexicon, matchAt, type Token } from '../words/tokens.ts'
import { ACTS, CIRCUMSTANCES, DIRECTIVES, JOINTS } from '../words/verbs.ts'
import { PLAIN_STATEMENT, predicateAt } from './predicates.ts'
import { areSpeakers } from './speakers.ts'

/** Who acts, and whether by a directive: "giao X …". */
export type Found = { list: BodyList; directive: boolean }

/** Past the names that begin a clause without being ordered anything, so that none of them is tried again. */
export type Passed = { passed: number }

/** An order to somebody that begins at a token: "giao X …", "đề nghị X …". */
export function directiveAt(text: string, tokens: readonly Token[], i: number): Found | null {
  // "Khuyến khích các địa phương …" at the head of a point
  const wished = i === 0 && tokens[0]?.low === 'khuyến' && tokens[1]?.low === 'khích' && tokens[2]?.low === 'các'
  const d = matchAt(DIRECTIVES, tokens, i) ?? (wished ? { length: 2 } : null)
  if (!d) return null
  let j = i + d.length
  if (tokens[j]?.low === ':' || tokens[j]?.low === 'cho') j++
  const list = bodiesAt(text, tokens, j, true)
  // "đề nghị các doanh nghiệp có hoạt động cho thuê lao động thực hiện …"
  const narrowed = list && narrowsAt(tokens, list.end) ? narrowedList(text, tokens, list, true) : null
  if (!list) return null
  // "đề nghị các tỉnh, thành phố, yêu cầu các sở, ngành cử cán bộ …": all of them
  const further = /^(?:,|và)$/.test(tokens[list.end]?.low ?? '') ? directiveAt(text, tokens, list.end + 1) : null
  if (further) return { list: { bodies: [...list.bodies, ...further.list.bodies], end: further.list.end }, directive: true }
  return { list: narrowed && (narrowed.acts || tokens[narrowed.end]?.text === ':') ? narrowed : list, directive: true }
}

/** "Địa phương nào để chậm thì Chủ tịch … chịu trách nhiệm": who answers comes after the condition. */
function conditioned(text: string, tokens: readonly Token[], i: number): Found | Passed {
  const then = tokens.findIndex(({ low }, j) => j > i && j - i < 30 && low === 'thì')
  const found = then < 0 ? null : subjectAt(text, tokens, then + 1)
  return found && 'list' in found ? found : { passed: Math.max(i, then) + 1 }
}

/** Who is named at a token to act, or the place past names that only speak; null where none is named. */
export function subjectAt(text: string, tokens: readonly Token[], i: number): Found | Passed | null {
  const directed = directiveAt(text, tokens, i)
  if (directed) return directed
  const list = bodiesAt(text, tokens, i, true)
  if (!list) return null
  // "Chủ tịch UBND tỉnh yêu cầu các sở …": whoever orders is not the one ordered.
  // "Sở Y tế phân công bệnh viện …": who shares work out among its own leads it.
  if (tokens[list.end]?.low === 'phân' && !areSpeakers(list.bodies)) return { list, directive: false }
  if (matchAt(DIRECTIVES, tokens, list.end)) return directiveAt(text, tokens, list.end) ?? { passed: list.end }
  if (tokens[list.end]?.low === 'nào') return conditioned(text, tokens, list.end)
  // "Các cơ quan được giao chủ trì xây dựng …": what was given to a class tells which are meant
  const given = tokens[list.end]?.low === 'được' && narrowsAt(tokens, list.end) ? narrowedList(text, tokens, list, true) : null
  if (given?.acts) return { list: given, directive: false }
  // "Doanh nghiệp chế biến thủy sản thực hiện …": so does what they live on, before the act
  const traded = matchAt(TRADE, tokens, list.end) ? narrowedList(text, tokens, list, true) : null
  if (traded?.acts) return { list: traded, directive: false }
  const owed = owing(text, tokens, list)
  if (owed) return { list: owed, directive: false }
  if (predicateAt(text, tokens, list)) return { list, directive: false }
  return lengthened(text, tokens, list) ?? upToColon(text, tokens, i) ?? { passed: list.end }
}

/** "Tổ Kiểm tra, giám sát: Xây dựng …", "Kế toán: Tham mưu …": whoever is named up to the colon. */
function upToColon(text: string, tokens: readonly Token[], i: number): Found | null {
  const colon = namedUpTo(tokens, i)
  return colon > 0 ? { list: { bodies: [wholeName(text, tokens, i, colon)], end: colon }, directive: false } : null
}

const wholeName = (text: string, tokens: readonly Token[], start: number, end: number): Body => {
  const { from } = tokens[start] as Token
  const { to } = tokens[end - 1] as Token
  return { name: nameOf(text.slice(from, to)), from, to, start, end, determined: false, title: false, general: false, closed: false }
}

/** "Các đơn vị cấp nước trên địa bàn có trách nhiệm …": what stands between a class and "có trách nhiệm" tells which are meant. */
function owing(text: string, tokens: readonly Token[], list: BodyList): BodyList | null {
  const last = list.bodies.at(-1)
  if (
    !last ||
    last.closed ||
    last.end !== list.end ||
    !list.bodies.some(({ determined, start }) => determined || (tokens[start]?.capital && (start === 0 || tokens[start - 1]?.text === ':'))) ||
    tokens[last.end]?.low === 'có'
  )
    return null
  // "Sở quản lý ngành đối với hàng hóa, dịch vụ (quy định tại …) có trách nhiệm …"
  const concerns = tokens[list.end]?.low === 'đối'
  // "Công ty A; Công ty B theo địa bàn quản lý, duy tu có trách nhiệm:"
  const shared = tokens[list.end]?.low === 'theo' && !last.determined
  for (let j = list.end + 1; j < tokens.length && j - list.end < 24; j++) {
    const t = tokens[j] as Token
    const past = t.text === '(' ? pastBracket(tokens, j) : j
    if (past > j && tokens[past]?.low === 'có' && tokens[past + 1]?.low === 'trách') return withLast(text, tokens, list, j)
    if ((concerns || shared) && t.text === ',') continue
    if (!t.word || /^(?:đã|sẽ|là|phải|để|cần|đang|và|hoặc|do|bằng|khi)$/.test(t.low)) return null
    if (t.low !== 'có' || tokens[j + 1]?.low !== 'trách' || tokens[j + 2]?.low !== 'nhiệm') continue
    return /^(?:bộ|người|viên|chức|đạo|quan|sự|việc)$/.test(tokens[j - 1]?.low ?? '')
      ? null
      : shared
        ? { ...list, end: j }
        : withLast(text, tokens, list, j)
  }
  return null
}

/** The place of "chịu trách nhiệm" where everything before it in the clause names those who answer; 0 where there is none. */
function answering(tokens: readonly Token[], from: number): number {
  for (let j = from; j < tokens.length && j - from < 60; j++) {
    const t = tokens[j] as Token
    if (/^[.:(]$/.test(t.text) || /^(?:đã|sẽ|là)$/.test(t.low)) return 0
    if (matchAt(ACTS, tokens, j)) return t.low === 'chịu' && tokens[j + 1]?.low === 'trách' && j > from + 1 ? j : 0
  }
  return 0
}

// A name may hold words the lexicon does not know; what comes before "chủ trì", "có trách nhiệm" and the like still is the name.
function lengthened(text: string, tokens: readonly Token[], list: BodyList): Found | null {
  const narrows = tokens[list.end]?.low === 'có' && !/^(?:trách|nhiệm)$/.test(tokens[list.end + 1]?.low ?? '')
  const answers = narrows ? 0 : answering(tokens, list.end)
  if (answers > 0) {
    const from = list.bodies[0]?.from ?? 0
    const all = bodiesOf(text.slice(0, (tokens[answers - 1] as Token).to), from)
    if (all.length > 0) return { list: { bodies: all, end: answers }, directive: false }
  }
  const last = list.bodies[list.bodies.length - 1]
  if (!last || last.closed || last.end !== list.end) return null
  const narrowed = narrowedList(text, tokens, list, true)
  if (narrowed?.acts) return { list: narrowed, directive: false }
  // "UBND các xã có rừng chịu trách nhiệm …": a clause may narrow who is meant.
  const clause = (tokens[list.end]?.low === 'có' && narrowsAt(tokens, list.end)) || tokens[list.end]?.low === 'được'
  if (!clause && PLAIN_STATEMENT.test(tokens[list.end]?.low ?? '')) return null
  for (let j = list.end; j < tokens.length && j - list.end < (clause ? 12 : last.determined ? 14 : 9); j++) {
    if (
      !clause &&
      j > list.end &&
      tokens[j]?.text === ':' &&
      tokens[j - 1]?.low !== 'gồm' &&
      (matchAt(ACTS, tokens, j + 1) || matchAt(DIRECTIVES, tokens, j + 1) || matchAt(CIRCUMSTANCES, tokens, j + 1))
    ) {
      return { list: withLast(text, tokens, list, j), directive: false }
    }
    if (!tokens[j]?.word || /^(?:sẽ|đã|là|để|mà)$/.test(tokens[j]?.low ?? '')) return null
    if (clause && j > list.end && PLAIN_STATEMENT.test(tokens[j]?.low ?? '') && !/^(?:có|được)$/.test(tokens[j]?.low ?? '')) return null
    // "Chính phủ được chủ động …": right after it stands what is allowed, not which are meant
    if (clause && j === list.end + 1 && tokens[list.end]?.low === 'được') return null
    if (!matchAt(SURE, tokens, j)) continue
    return { list: withLast(text, tokens, list, j), directive: false }
  }
  return null
}

const LEADS = lexicon<true>([true, 'chủ trì|có trách nhiệm|chịu trách nhiệm|làm đầu mối'])

/** Whoever a clause names before "chủ trì" or "có trách nhiệm", though no word of the name is known: "PVGas chủ trì, phối hợp …". */
export function unknownAt(text: string, tokens: readonly Token[], i: number): Found | null {
  const first = tokens[i]
  // "Điều 5. Nội dung Sở Tài chính có trách nhiệm chủ trì"
  if (first?.low === 'nội' && tokens[i + 1]?.low === 'dung') {
    const named = subjectAt(text, tokens, i + 2)
    return named && 'list' in named ? named : null
  }
  const named = upToColon(text, tokens, i)
  if (named) return named
  if (!first?.capital || matchAt(ACTS, tokens, i) || matchAt(CIRCUMSTANCES, tokens, i)) return null
  // "Người có nghĩa vụ kê khai tài sản, thu nhập có trách nhiệm …"
  const person = first.low === 'người'
  for (let j = i + 1; j - i < (person ? 16 : 10); j++) {
    if (matchAt(LEADS, tokens, j)) {
      return { list: { bodies: [wholeName(text, tokens, i, j)], end: j }, directive: false }
    }
    const t = tokens[j]
    if (person && t?.text === ',' && !tokens[j + 1]?.capital) continue
    if (!t || (!t.word && !/^[-–]$/.test(t.text)) || /^(?:do|được|đã|sẽ|là|để|khi|mà|phải|cần|không|ai|người|nào|thì)$/.test(t.low)) return null
  }
  return null
}

/** The token after words that only join a clause to the one before. */
export function skipJoints(tokens: readonly Token[], i: number): number {
  let j = i
  for (let n = 0; n < 4; n++) {
    const m = matchAt(JOINTS, tokens, j)
    if (m) j += m.length
    else if (tokens[j]?.low === ',' && j > i) j++
    else break
  }
  return j
}
