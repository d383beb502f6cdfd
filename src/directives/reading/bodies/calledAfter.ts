import { lexicon, matchAt, type Token } from '../words/tokens.ts'
import { nounsEnd, startsAct } from '../words/traits.ts'
import { ACTS, actAt } from '../words/verbs.ts'
import { COMPONENTS, FIELDS, HEADS, PLACES } from './bodyWords.ts'
import { isSecondSyllable, properEnd } from './properNames.ts'

/** "Trung tâm dịch vụ kỹ thuật nông nghiệp huyện": what it serves, up to its place. */
export function servedEnd(tokens: readonly Token[], i: number): number {
  for (let j = i; j - i < 8 && tokens[j]?.word && !tokens[j]?.capital; j++) {
    if (j - i > 1 && matchAt(PLACES, tokens, j)) return j
    if (j - i > 2 && tokens[j + 1]?.text === ',' && tokens[j + 2]?.capital && matchAt(HEADS, tokens, j + 2)) return j + 1
    if (/^(?:có|phải|cần|được|đã|sẽ|là|để|trong|theo|tại|của)$/.test(tokens[j]?.low ?? '')) break
  }
  return i
}

/** The end of what a unit manages, where whoever is ordered is told by a word of urging or by its part in the work. */
export function managingEnd(tokens: readonly Token[], i: number): number {
  if (tokens[i]?.low !== 'quản' || tokens[i + 1]?.low !== 'lý' || tokens[i]?.capital) return i
  for (let j = i + 3; j < tokens.length && j - i < 16 && tokens[j]?.word; j++)
    if (matchAt(ACTS, tokens, j)?.value === 'modal' || /^(?:chủ trì|phối hợp|tham mưu)$/.test(`${tokens[j]?.low} ${tokens[j + 1]?.low}`)) return j
  return i
}

const TRADE = /^(?:phát triển|sản xuất|kinh doanh|chế biến|vận chuyển|quản lý|xây dựng|đầu tư)$/

/** What a company trades in, past its first capital: "… Khai | thác công trình thủy lợi", "… Xử lý chất thải | và Đầu tư phát triển môi trường". */
export function tradesEnd(tokens: readonly Token[], j: number): number {
  if (tokens[j]?.low === 'và' && tokens[j + 1]?.capital && (matchAt(HEADS, tokens, j + 1)?.value ?? 'not') === 'not')
    return properEnd(tokens, j + 1, true, false)
  if (/^[-–]$/.test(tokens[j]?.text ?? '') && /^(?:CTCP|TNHH|JSC)$/.test(tokens[j + 1]?.text ?? '')) return j + 2
  // "Công ty TNHH một thành viên quản lý khai thác công trình thủy lợi": what it is there for, up to who it helps or what it has to do
  if (tokens[j]?.low === 'một' && tokens[j + 1]?.low === 'thành' && tokens[j + 2]?.low === 'viên' && !tokens[j + 3]?.capital)
    for (let k = j + 3; k - j < 20 && tokens[k]?.word; k++)
      if (/^(?:chủ trì|phối hợp|chủ động|khẩn trương|tiếp tục|có trách|chịu trách|tăng cường)$/.test(`${tokens[k]?.low} ${tokens[k + 1]?.low}`))
        return k
  const past = j + (matchAt(ACTS, tokens, j)?.length ?? 0)
  const after = past > j && tokens[past - 1]?.low === 'và' ? past - 1 : past
  // "… chất thải xây dựng và Đầu tư …": an act among what it trades in
  if (after > j && tokens[after]?.low === 'và') return tradesEnd(tokens, after) > after ? tradesEnd(tokens, after) : j
  // "Đầu tư phát triển môi trường Hà Nội": a trade, and where
  for (let k = after; after > j && TRADE.test(`${tokens[j]?.low} ${tokens[j + 1]?.low}`) && k - j < 6 && tokens[k]?.word; k++)
    if (tokens[k]?.capital) return properEnd(tokens, k, true, false)
    else if (actAt(tokens, k)) break
  if (!(tokens[j - 1]?.capital || tokens[j - 2]?.capital) || tokens[j]?.capital) return j
  const end = nounsEnd(tokens, j, true)
  if (end > j || !isSecondSyllable(tokens, j)) return end
  // "… Chế biến kim loại Thủ Đô": what it trades in, and its own name
  let own = j
  while (own - j < 4 && tokens[own]?.word && !tokens[own]?.capital && !startsAct(tokens, own) && !matchAt(PLACES, tokens, own)) own++
  return own > j + 1 && tokens[own]?.capital ? properEnd(tokens, own, true, false) : j + 1
}

/** What companies trade in, as their names say it. */
const TRADES = lexicon<true>([
  true,
  'tư vấn|đầu tư|xây dựng|xây lắp|thương mại|dịch vụ|sản xuất|kinh doanh|thiết kế|môi trường|đô thị|phát triển|công trình|kỹ thuật|công nghệ|công nghiệp|nông nghiệp|vận tải|hạ tầng|du lịch|cấp nước|thoát nước|cấp thoát nước|xuất nhập khẩu|khai thác|thủy lợi|thuỷ lợi|điện lực|điện|cơ khí|bất động sản|nhà|quản lý|xử lý|chất thải|rác thải|khoáng sản|vật liệu|giao thông|cầu đường|đường bộ|thủy điện|năng lượng|viễn thông|chế biến|lâm nghiệp|thủy sản|dược phẩm|vật tư|thiết bị|tổng hợp|và|&',
])

/** "Công ty cổ phần tư vấn đầu tư xây dựng Hà Thành", "… Xây dựng dịch vụ và thương mại 68": what it trades in, in small letters, up to its own name; the start where no name comes. */
export function companyEnd(tokens: readonly Token[], i: number): number {
  let j = i
  for (let trade = matchAt(TRADES, tokens, j); trade && !tokens[j]?.capital; trade = matchAt(TRADES, tokens, j)) j += trade.length
  const t = tokens[j]
  if (j === i || !t) return i
  if (isCount(tokens, j)) return j + 1
  // "… đô thị Sông Đà 9"
  const end = t.capital && (matchAt(HEADS, tokens, j)?.value ?? 'not') === 'not' ? properEnd(tokens, j, true, false) : i
  return end > j && isCount(tokens, end) ? end + 1 : end
}

/** A number that ends a name: "Sông Đà 9", and not "9 dự án". */
const isCount = (tokens: readonly Token[], i: number): boolean =>
  /^\d{1,3}$/.test(tokens[i]?.text ?? '') && (!tokens[i + 1]?.word || /^(?:theo|và|có|chủ|phối|tổ)$/.test(tokens[i + 1]?.low ?? ''))

/** "Hợp tác xã dịch vụ điện Quảng Phú": the trade stands before the name. */
export function tradeEnd(tokens: readonly Token[], i: number): number {
  let j = i
  while (j - i < 5 && tokens[j]?.word && !tokens[j]?.capital && tokens[j]?.low !== 'và') j++
  return j > i && tokens[j]?.capital ? properEnd(tokens, j, true) : i
}

/** Past a name in capitals of which only the first syllable has one: "Nhiếp ảnh". */
function namedEnd(tokens: readonly Token[], i: number): number {
  const end = properEnd(tokens, i, true, false)
  return end === i + 1 && isSecondSyllable(tokens, end) ? end + 1 : end
}

/** "Viện Nghiên cứu phát triển Thành phố", "Trung tâm Nghiên cứu và Phát triển nông thôn": what is studied is developed too, in a field or a place. */
export function developsEnd(tokens: readonly Token[], j: number): number {
  if (!/^(?:nghiên cứu|quy hoạch)$/.test(`${tokens[j - 2]?.low} ${tokens[j - 1]?.low}`)) return j
  const at = tokens[j]?.low === 'và' ? j + 1 : j
  if (`${tokens[at]?.low} ${tokens[at + 1]?.low}` !== 'phát triển') return j
  const after = at + 2
  const field = after + (matchAt(FIELDS, tokens, after)?.length ?? matchAt(COMPONENTS, tokens, after)?.length ?? 0)
  if (field > after && `${tokens[field]?.low} ${tokens[field + 1]?.low}` === 'xã hội') return field + 2
  return field > after || tokens[after]?.capital || matchAt(PLACES, tokens, after) ? field : j
}

/** What goes on in the name of a unit: a part in small letters that is no act, and a part with a capital after "và" or a comma. */
export function unitPart(tokens: readonly Token[], j: number): number {
  const t = tokens[j] as Token
  if (t.word && !t.capital && t.low !== 'và')
    return startsAct(tokens, j) ? j : j + (matchAt(FIELDS, tokens, j)?.length ?? matchAt(COMPONENTS, tokens, j)?.length ?? 0)
  if (t.low !== 'và' && t.low !== ',') return j
  const next = tokens[j + 1]
  // "Tổ Kiểm tra, giám sát: …": two acts are the name, up to the colon
  if (
    !next?.capital &&
    tokens[j - 2]?.capital &&
    matchAt(ACTS, tokens, j - 2)?.length === 2 &&
    tokens[j + 3]?.text === ':' &&
    matchAt(ACTS, tokens, j + 1)?.length === 2
  )
    return j + 3
  if (!next?.capital) return j
  const body = matchAt(HEADS, tokens, j + 1)
  // "Cục Mỹ thuật, Nhiếp ảnh và Triển lãm": three fields, none of which is a body
  const third = t.low === ',' && body === null ? namedEnd(tokens, j + 1) : j
  if (third > j && tokens[third]?.low === 'và' && tokens[third + 1]?.capital && !matchAt(HEADS, tokens, third + 1)) return namedEnd(tokens, third + 1)
  const known = matchAt(COMPONENTS, tokens, j + 1)
  return known && (body === null || body.value === 'not') ? properEnd(tokens, j + 1, true) : j
}
