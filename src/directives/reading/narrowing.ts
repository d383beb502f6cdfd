import { type Body, nameOf } from './bodies.ts'
import { type BodyList, bodiesAt } from './bodyLists.ts'
import { DETERMINERS } from './bodyWords.ts'
import { lexicon, matchAt, type Token } from './tokens.ts'
import { ACTS } from './verbs.ts'

/** Words that show that the order begins, whatever stands before them. */
export const SURE = lexicon<true>([
  true,
  'chủ trì|đồng chủ trì|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|phối hợp với|làm đầu mối|căn cứ|theo chức năng|chủ động|khẩn trương|tiếp tục|tham mưu|tập trung',
])

/** What follows "có" where it tells of something done or owed, not of who is meant: "các địa phương có nhiều cố gắng …". */
const TOLD = /^(?:quyền|chức|nhiều|sự|những|một|chuyển|tiến|bước|cách|trách|nhiệm|thể|kế|giải|biện|văn|báo|lúc|nơi|hiệu|phương|ý|công|tờ)$/

/** "được giao nhiệm vụ chuẩn bị hồ sơ, … khẩn trương …": what was given out tells which are meant, where an urging shows that the order begins later. */
function givenWork(tokens: readonly Token[], i: number): boolean {
  if (tokens[i + 2]?.low !== 'nhiệm' || tokens[i + 3]?.low !== 'vụ') return false
  for (let j = i + 4; j < tokens.length && j - i < 26; j++) {
    if (/^[.:;()]$/.test(tokens[j]?.text ?? '')) return false
    if (/^(?:khẩn|tập|có)$/.test(tokens[j]?.low ?? '') && matchAt(SURE, tokens, j)) return true
  }
  return false
}

/** Whether a clause that says which of a class are meant opens at a token: "có rừng", "được kiểm tra", "nơi có dự án", "chưa hoàn thành". */
export function narrowsAt(tokens: readonly Token[], i: number): boolean {
  const opener = tokens[i]?.low ?? ''
  const next = tokens[i + 1]
  if (!next?.word || !/^(?:có|được|nơi|chưa|đang|bị|còn)$/.test(opener)) return false
  return (
    !(opener === 'có' && TOLD.test(next.low)) &&
    !(opener === 'được' && /^(?:giao|phân)$/.test(next.low) && tokens[i + 2]?.low !== 'làm' && !givenWork(tokens, i))
  )
}

/** The list with its last name drawn out to a token. */
export function withLast(text: string, tokens: readonly Token[], list: BodyList, end: number): BodyList {
  const last = list.bodies[list.bodies.length - 1] as Body
  const to = (tokens[end - 1] as Token).to
  return { bodies: [...list.bodies.slice(0, -1), { ...last, end, to, name: nameOf(text.slice(last.from, to)) }], end }
}

const isMany = (tokens: readonly Token[], { start, end, determined, general }: Body): boolean =>
  determined || general || tokens.slice(start, end).some(({ low }) => low === 'các')

/** Where a clause that narrows the last of a list ends, and whether an act follows there; null where none stands. */
function clauseAfter(tokens: readonly Token[], list: BodyList): { end: number; acts: boolean } | null {
  const last = list.bodies[list.bodies.length - 1]
  if (!last || last.closed || last.end !== list.end || !narrowsAt(tokens, list.end)) return null
  if (tokens[list.end]?.low !== 'nơi' && !list.bodies.some((body) => isMany(tokens, body))) return null
  // "các đơn vị được giao làm Bên mời thầu dự án đấu thầu:": up to the colon
  if (tokens[list.end + 2]?.low === 'làm') {
    const colon = tokens.findIndex(({ text }, j) => j > list.end + 2 && /^[.,;:]$/.test(text))
    return tokens[colon]?.text === ':' && colon - list.end < 16 ? { end: colon, acts: false } : null
  }
  // What is not done or under way narrows only where a word of urging shows that the order begins: "… chưa hoàn thành khẩn trương …".
  const urged = /^(?:chưa|bị|còn)$/.test(tokens[list.end]?.low ?? '')
  // The verb of the clause itself comes right after its first word.
  const own = tokens[list.end]?.low === 'có' ? 1 : Math.max(1, matchAt(ACTS, tokens, list.end + 1)?.length ?? 1)
  for (let j = list.end + 1 + own; j - list.end < 14; j++) {
    const t = tokens[j]
    const isListed = t?.low === ',' || t?.low === 'và' || t?.low === ';'
    if (!t || /^[.:)]$/.test(t.text) || (isListed && matchAt(DETERMINERS, tokens, j + 1))) return { end: j, acts: false }
    if (!t.word && t.low !== ',') return null
    if (/^(?:đã|sẽ|là|trong|của|về|cho|bằng)$/.test(t.low)) return null
    if (/^(?:nơi|đi|qua)$/.test(t.low)) continue
    const act = matchAt<unknown>(urged ? SURE : ACTS, tokens, j)
    const isMeasure = act && /^(?:thấp|cao|chậm|lớn|nhỏ|tốt|kém)$/.test(tokens[j + act.length]?.low ?? '')
    if (act && !isMeasure && tokens[j - 1]?.low !== ',') return { end: j, acts: true }
  }
  return null
}

/**
 * A list of bodies with the clauses that narrow its classes, and whether an act follows it: "UBND các huyện có rừng tổ chức …", "các đơn vị được kiểm tra chuẩn bị …",
 * "các địa phương có rừng, các xã nơi có dự án đi qua công bố …". Null where no clause narrows the last name.
 */
export function narrowedList(text: string, tokens: readonly Token[], list: BodyList, semicolons: boolean): (BodyList & { acts: boolean }) | null {
  const clause = clauseAfter(tokens, list)
  if (!clause) return null
  const narrowed = withLast(text, tokens, list, clause.end)
  const next = tokens[clause.end]?.low
  const more =
    clause.acts || !(next === ',' || next === 'và' || (next === ';' && semicolons)) ? null : bodiesAt(text, tokens, clause.end + 1, semicolons, true)
  if (!more) return { ...narrowed, acts: clause.acts }
  const rest = narrowedList(text, tokens, more, semicolons)
  const { bodies, end } = rest ?? more
  return { bodies: [...narrowed.bodies, ...bodies], end, acts: rest?.acts ?? matchAt(ACTS, tokens, end) !== null }
}
