import { lexicon, matchAt, type Token } from '../words/tokens.ts'
import { DOES, givenEnd, isClass, nounsEnd, startsAct } from '../words/traits.ts'
import { ACTS } from '../words/verbs.ts'
import { type Body, nameOf } from './bodies.ts'
import { type BodyList, bodiesAt } from './bodyLists.ts'
import { DETERMINERS, HEADS, PLACES } from './bodyWords.ts'

/** Words that show that the order begins, whatever stands before them. */
export const SURE = lexicon<true>([
  true,
  'chủ trì|đồng chủ trì|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|phối hợp với|làm đầu mối|căn cứ|theo chức năng|chủ động|khẩn trương|tiếp tục|tham mưu|tập trung',
])

/** What follows "có" where it tells of something done or owed, not of who is meant: "các địa phương có nhiều cố gắng …". */
const TOLD = /^(?:quyền|chức|nhiều|sự|những|một|chuyển|tiến|bước|cách|trách|nhiệm|thể|kế|giải|biện|văn|báo|lúc|nơi|hiệu|phương|ý|công|tờ)$/

/** "các đơn vị hoạt động hóa chất …", "các xã diễn ra lễ hội …" */
const WORKS = new Map([
  ['hoạt', 'động'],
  ['diễn', 'ra'],
])
const works = (tokens: readonly Token[], i: number): boolean => {
  const second = WORKS.get(tokens[i]?.low ?? '')
  return second !== undefined && tokens[i + 1]?.low === second
}

/** "… có ít nhất một", "… được đầu tư đủ" */
const AMOUNTS = /^(?:có (?:ít|tối|đủ|một|từ|trên|\d+)|được (?:đầu|cấp|trang|bố)) /u

/** Whether a clause that says which of a class are meant opens at a token: "có rừng", "được kiểm tra", "nơi có dự án", "chưa hoàn thành". */
export function narrowsAt(tokens: readonly Token[], i: number): boolean {
  const opener = tokens[i]?.low ?? ''
  const next = tokens[i + 1]
  // "các cơ quan đã nêu trong Hướng dẫn của … có kế hoạch …"
  if (opener === 'đã' && next?.low === 'nêu' && /^(?:trong|tại|ở)$/.test(tokens[i + 2]?.low ?? '')) return true
  if (works(tokens, i)) return true
  if (!next?.word || !/^(?:có|được|nơi|chưa|đang|bị|còn)$/.test(opener)) return false
  return (
    !(opener === 'có' && TOLD.test(next.low)) &&
    !(opener === 'được' && /^(?:giao|phân)$/.test(next.low) && tokens[i + 2]?.low !== 'làm' && givenEnd(tokens, i) === 0)
  )
}

/** Words no name ends with. */
const OPEN = /^(?:nơi|theo|để|và|hoặc|được|có|các|những|của|với|trong|về|cho|là|thuộc|tại|chỉ|gồm)$/

/** The list with its last name drawn out to a token; as it is where the words between come to nothing. */
export function withLast(text: string, tokens: readonly Token[], list: BodyList, stop: number): BodyList {
  const last = list.bodies[list.bodies.length - 1] as Body
  let end = stop
  while (end > last.end && OPEN.test(tokens[end - 1]?.low ?? '')) end--
  if (end <= last.end) return list
  const to = (tokens[end - 1] as Token).to
  return { bodies: [...list.bodies.slice(0, -1), { ...last, end, to, name: nameOf(text.slice(last.from, to)) }], end }
}

const isMany = (tokens: readonly Token[], { start, end, determined, general }: Body): boolean =>
  determined || general || tokens.slice(start, end).some(({ low }) => low === 'các')

/** What those of a class live on. */
export const TRADE = lexicon<true>([
  true,
  'nuôi|nuôi trồng|trồng|sản xuất|sản xuất, kinh doanh|sản xuất kinh doanh|kinh doanh|khai thác|chế biến|xuất khẩu|nhập khẩu|thu mua|vận chuyển|đánh bắt',
])
const TRADERS = /^(?:tỉnh|hộ|hộ dân|hộ gia đình|cơ sở|doanh nghiệp|thương nhân|công ty|hợp tác xã|tổ chức|cá nhân|xã|vùng)(?: |$)/

const alsoTrade = (tokens: readonly Token[], i: number): number =>
  /^(?:,|và)$/.test(tokens[i]?.low ?? '') ? i + 1 + (matchAt(TRADE, tokens, i + 1)?.length ?? -1) : i

/** "các tỉnh sản xuất tôm giống Nam Trung Bộ hình thành …": what those of a class live on tells which are meant, where an act follows; the start elsewhere. */
function tradeEnd(tokens: readonly Token[], last: Body, i: number): number {
  const head = tokens
    .slice(last.start, last.end)
    .map(({ low }) => low)
    .join(' ')
  const told = last.determined || (last.start === 0 && isClass(tokens, last))
  const trade = told && TRADERS.test(head) ? matchAt(TRADE, tokens, i) : null
  if (!trade) return i
  let j = i + trade.length
  // "sản xuất, chế biến và xuất khẩu thủy sản"
  for (let more = alsoTrade(tokens, j); more > j; more = alsoTrade(tokens, j)) j = more
  const goods = j
  while (
    j - goods < 8 &&
    tokens[j]?.word &&
    !startsAct(tokens, j) &&
    !/^(?:và|để|trong|theo|phải|cần|có|trên|thuộc|tại|của|được|là|đã|khi|nếu|không)$/.test(tokens[j]?.low ?? '')
  )
    j++
  const listed = /^(?:,|và)$/.test(tokens[j]?.low ?? '') && matchAt(DETERMINERS, tokens, j + 1) !== null
  return j > goods && (listed || startsAct(tokens, j)) ? j : i
}

/** Where those of a class sit: "tại các địa bàn giáp biên giới", "ở vùng sâu". */
const SEAT = /^(?:tại|ở|trên) (?:các |những )?(?:địa bàn|khu vực|vùng|nơi|xã|huyện|tỉnh|tuyến)(?= )/

/** The end of the words that say where those of a class sit, up to an act or a mark; the start where there are none. */
function seatedEnd(tokens: readonly Token[], last: Body): number {
  const i = last.end
  const words = tokens.slice(i, i + 5).map(({ low }) => low)
  const seat = isMany(tokens, last) || isClass(tokens, last) ? SEAT.exec(`${words.join(' ')} `) : null
  if (!seat) return i
  for (let j = i + seat[0].split(' ').length; j - i < 12; j++) {
    const t = tokens[j]
    // "tại các huyện, thị xã"
    if (t && /^(?:,|và)$/.test(t.low) && matchAt(PLACES, tokens, j + 1) && !tokens[j + 1]?.capital) continue
    if (!t || /^(?:[,;.:)]|và|để|nhằm|trong|theo|khi)$/.test(t.low) || startsAct(tokens, j)) return j
    if (!t.word) return i
  }
  return i
}

/** Where a clause that narrows the last of a list ends, and whether an act follows there; null where none stands. */
function clauseAfter(tokens: readonly Token[], list: BodyList, helps: boolean): { end: number; acts: boolean } | null {
  const last = list.bodies[list.bodies.length - 1]
  if (!last || last.closed || last.end !== list.end) return null
  // "Mỗi trạm y tế được đầu tư đủ thiết bị", "Mỗi tỉnh có ít nhất một bệnh viện": how each is to be
  if (tokens[(list.bodies[0]?.start ?? 0) - 1]?.low === 'mỗi' && AMOUNTS.test(`${tokens[list.end]?.low} ${tokens[list.end + 1]?.low} `)) return null
  const given = givenEnd(tokens, list.end, helps)
  if (given > 0 && list.bodies.some((body) => isMany(tokens, body))) return { end: given, acts: true }
  const able = helps && tokens[list.end]?.low === 'có' && tokens[list.end + 1]?.low === 'chức'
  if (!able && !narrowsAt(tokens, list.end)) {
    // "các doanh nghiệp logistics xây dựng …", "các hội ngành nghề, …": nouns tell which are meant
    const nouns = isClass(tokens, last) && list.bodies.some(({ determined }) => determined) ? nounsEnd(tokens, list.end) : list.end
    const seated = helps ? seatedEnd(tokens, last) : list.end
    if (seated > nouns) return { end: seated, acts: startsAct(tokens, seated) }
    const trade = tradeEnd(tokens, last, nouns)
    if (trade > nouns) return { end: trade, acts: startsAct(tokens, trade) }
    return nouns > list.end ? { end: nouns, acts: startsAct(tokens, nouns) } : null
  }
  if (tokens[list.end]?.low !== 'nơi' && !list.bodies.some((body) => isMany(tokens, body))) return null
  // "các đơn vị được giao làm Bên mời thầu dự án đấu thầu:": up to the colon
  if (tokens[list.end + 2]?.low === 'làm') {
    const colon = tokens.findIndex(({ text }, j) => j > list.end + 2 && /^[.,;:]$/.test(text))
    return tokens[colon]?.text === ':' && colon - list.end < 16 ? { end: colon, acts: false } : null
  }
  // What is not done or under way narrows only where a word of urging shows that the order begins: "… chưa hoàn thành khẩn trương …".
  const urged = /^(?:chưa|bị|còn)$/.test(tokens[list.end]?.low ?? '')
  // The verb of the clause itself comes right after its first word.
  const where = tokens[list.end]?.low === 'nơi' && tokens[list.end + 1]?.low === 'có' ? 1 : 0
  const own = tokens[list.end]?.low === 'có' ? 1 : where + Math.max(1, matchAt(ACTS, tokens, list.end + 1 + where)?.length ?? 1)
  for (let j = list.end + 1 + own; j - list.end < 14; j++) {
    const t = tokens[j]
    const isListed = t?.low === ',' || t?.low === 'và' || t?.low === ';'
    const names =
      matchAt(DETERMINERS, tokens, j + 1) !== null ||
      ((tokens[j + 1]?.capital || works(tokens, list.end)) && matchAt(HEADS, tokens, j + 1)?.value === 'class')
    if (!t || /^[.:)]$/.test(t.text) || (isListed && names)) return { end: j, acts: false }
    if (!t.word && t.low !== ',') return null
    // "các trạm y tế được cấp máy của Dự án tiến hành …"
    if (t.low === 'của' && tokens[list.end]?.low === 'được' && tokens[j + 1]?.capital) continue
    if (t.low === 'trong' && works(tokens, list.end)) continue
    if (/^(?:đã|sẽ|là|trong|của|về|cho|bằng)$/.test(t.low)) return null
    if (/^(?:nơi|đi|qua)$/.test(t.low)) continue
    const act = urged || startsAct(tokens, j) ? matchAt<unknown>(urged ? SURE : ACTS, tokens, j) : null
    // "có lợn bị tiêu hủy", "có dự án được phê duyệt": what was done to the thing is told with it
    if (/^(?:bị|được)$/.test(t.low) && matchAt(ACTS, tokens, j + 1)?.value === 'verb') {
      j += matchAt(ACTS, tokens, j + 1)?.length ?? 0
      continue
    }
    // "phối hợp với các đơn vị có chức năng tổ chức lực lượng …": what they are for is left out
    if (able && act && t.low === 'tổ' && j === list.end + 3) return { end: j, acts: true }
    // "có hoạt động khai thác khoáng sản", "có chức năng quản lý đất đai": an act that is the object of the clause
    if (act && matchAt(ACTS, tokens, j)?.value === 'verb' && DOES.test(`${tokens[j - 2]?.low} ${tokens[j - 1]?.low}`)) {
      j += act.length - 1
      continue
    }
    const isMeasure = act && /^(?:thấp|cao|chậm|lớn|nhỏ|tốt|kém)$/.test(tokens[j + act.length]?.low ?? '')
    if (act && !isMeasure && tokens[j - 1]?.low !== ',') return { end: j, acts: true }
  }
  return null
}

/**
 * A list of bodies with the clauses that narrow its classes, and whether an act follows it: "UBND các huyện có rừng tổ chức …", "các đơn vị được kiểm tra chuẩn bị …",
 * "các địa phương có rừng, các xã nơi có dự án đi qua công bố …". Null where no clause narrows the last name.
 */
export function narrowedList(
  text: string,
  tokens: readonly Token[],
  list: BodyList,
  semicolons: boolean,
  helps = false,
): (BodyList & { acts: boolean }) | null {
  const clause = clauseAfter(tokens, list, helps)
  if (!clause) return null
  const narrowed = withLast(text, tokens, list, clause.end)
  const next = tokens[clause.end]?.low
  const more =
    clause.acts || !(next === ',' || next === 'và' || (next === ';' && semicolons)) ? null : bodiesAt(text, tokens, clause.end + 1, semicolons, true)
  if (!more) return { ...narrowed, acts: clause.acts }
  const rest = narrowedList(text, tokens, more, semicolons, helps)
  const { bodies, end } = rest ?? more
  return { bodies: [...narrowed.bodies, ...bodies], end, acts: rest?.acts ?? matchAt(ACTS, tokens, end) !== null }
}
