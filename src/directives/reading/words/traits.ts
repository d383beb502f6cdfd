import type { Body } from '../bodies/bodies.ts'
import { DETERMINERS, HEADS, MATTERS, PLACES } from '../bodies/bodyWords.ts'
import { matchAt, type Token } from './tokens.ts'
import { ACTS, actAt } from './verbs.ts'

/** Syllables that are half of a noun before the verb they look like: "công trình", "cấp các xã", "nông sản xuất khẩu". */
const NOUN_ENDS =
  /^(?:(?:công|chương|quy|lộ|tiến|quá|giáo|hành|tờ|lịch|phương|địa|mô|đồ) trình|(?:các|cùng|đẳng|cung|trung|sơ|cao|ngành) cấp|(?:nguồn|khoản|doanh|mùa|tổng) (?:thu|chi)|(?:bàn|ngoại|xã) giao|(?:việc|công) làm|(?:cuộc|kỳ|hội) thi|(?:nông|thủy|hải|lâm|khoáng|tài|di|động|đặc) sản|(?:du|phiên|bản|giao|thông) dịch|(?:thành|đô|công|độc) lập|(?:tòa|dự) án|hàng không|(?:phòng|trực) trực|(?:chủ|gia|thanh|tài) chủ|(?:giáo|đào|chế) tạo)$/

/** Nouns whose first half looks like a verb. */
const NOUNS =
  /^(?:hạ (?:tầng|du|lưu)|giao (?:thông|dịch)|trình độ|thu (?:nhập|ngân)|chi (?:phí|nhánh|tiết|cục)|thi đua|cấp (?:nước|bách|thoát|tỉnh|xã|huyện|trên|dưới|cơ|thành|ủy)|sản xuất kinh|đóng góp|dịch (?:vụ|bệnh|tễ)|phòng (?:ban|khám|thí|học)|chuyển đổi số|thông tin|đo lường|dự án|chủ (?:đầu|rừng|hộ|tàu))$/

/** Whether an act begins at a token, and not half of a noun. */
export function startsAct(tokens: readonly Token[], i: number): boolean {
  if (!actAt(tokens, i) || NOUNS.test(`${tokens[i]?.low} ${tokens[i + 1]?.low}`)) return false
  return i === 0 || !NOUN_ENDS.test(`${tokens[i - 1]?.low} ${tokens[i]?.low}`)
}

/** Words that join, point or bound: none of them tells which of a class are meant. */
const SMALL =
  /^(?:và|hoặc|của|để|trong|theo|về|tại|từ|nếu|khi|sau|trước|nhằm|cho|với|đối|qua|bằng|được|có|là|các|những|một|mỗi|do|vì|vào|đến|tới|ở|trên|dưới|này|đó|kia|đã|sẽ|đang|chưa|cần|phải|cùng|nêu|như|mà|thì|nên|lên|ra|xem|căn|cũng|không|bị|còn|nhất|gồm|bao|ngoài|giữa|nơi|hay|để|sớm|rất|hơn|lại|ngay|tùy|tuỳ|thuộc|nhau|mình|khác|liên|cả|đều|vẫn|luôn|thực|tự|đê|ai|nào|gì|tiếp|chỉ|lúc|xin|rồi|từng)$/

const LONGEST = 7

/** Nouns after a class that tell which of it are meant, up to where the sentence goes on: "doanh nghiệp logistics", "hội ngành nghề"; the start where there are none, or too many to be that. */
export function nounsEnd(tokens: readonly Token[], i: number, inName = false): number {
  let j = i
  while (j < tokens.length) {
    const t = tokens[j] as Token
    if (!t.word || t.number || SMALL.test(t.low) || startsAct(tokens, j) || matchAt(DETERMINERS, tokens, j)) break
    if ((j === i && t.capital) || /^(?:cơ bản|nhất trí|tán thành|có thể)$/.test(`${t.low} ${tokens[j + 1]?.low}`)) break
    const head = matchAt(HEADS, tokens, j)
    if (j > i && head && t.capital && head.value !== 'not') break
    if (++j - i > LONGEST) return i
  }
  const next = tokens[j]?.low
  // one syllable alone is seldom a noun, and a verb the lexicon does not know has its object after it
  if (j === i || (!inName && j - i === 1 && !/^[\p{L}]{6,}$/u.test(tokens[i]?.text ?? '') && !startsAct(tokens, j))) return i
  return next === undefined || startsAct(tokens, j) || /^(?:[,;.:()]|và|để|trong|khi|theo|căn|thuộc|tại|trên|có|phải|cần)$/.test(next) ? j : i
}

/** Offices told by the field they are for: "cơ quan chuyên môn về xây dựng", "cơ quan quản lý nhà nước về đất đai". */
const FIELD_OFFICE =
  /^(?:cơ quan|đơn vị|bộ phận|phòng|người đứng đầu cơ quan|thủ trưởng cơ quan) .*(?:quản lý|nhà nước|chuyên môn|tham mưu|chuyên trách|chuyên ngành)$|^(?:hội|hiệp hội)(?: nghề nghiệp| ngành nghề)$/

/** The end of "về …" after an office told by its field; the start where it is none. */
export function officeFieldEnd(tokens: readonly Token[], start: number, i: number): number {
  if (tokens[i]?.low !== 'về' || !tokens[i + 1]?.word || SMALL.test(tokens[i + 1]?.low ?? '')) return i
  const head = tokens
    .slice(start, i)
    .map(({ low }) => low)
    .join(' ')
  if (!FIELD_OFFICE.test(head) || /^(?:việc|kết|tình|nội|tiến|số|danh|vấn|sự|nhu|nguyện|khó)$/.test(tokens[i + 1]?.low ?? '')) return i
  const matter = matchAt(MATTERS, tokens, i + 1)
  if (matter && matter.length > 2) return i + 1 + matter.length
  // a field may be called like an act: "về xây dựng", "về phòng, chống tham nhũng"
  let j = i + 1 + Math.max(2, matchAt(ACTS, tokens, i + 1)?.length ?? 0)
  while (j - i < 9 && tokens[j]?.word && !SMALL.test(tokens[j]?.low ?? '') && !startsAct(tokens, j) && !matchAt(PLACES, tokens, j)) j++
  return j
}

/** What a body that something was given to has to do with it: "được giao chủ trì", "được phân công thẩm định phương án giá". */
const GIVEN = /^được (?:giao|phân công|phân cấp|ủy quyền|chỉ định)(?: |$)/
/** Words that show that the order begins. */
const URGES =
  /^(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|khẩn trương|chủ động|tập trung|tiếp tục|nghiêm túc|kịp thời|phải|cần|căn cứ|định kỳ|hằng|hàng|tăng cường|bảo đảm|đảm bảo)(?: |$)/

const lowOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ low }) => low)
    .join(' ')

/** Nouns before an act that is their object: "nhiệm vụ bồi thường", "chức năng quản lý đất đai". */
export const DOES =
  /^(?:hoạt động|chức năng|thẩm quyền|nhu cầu|khả năng|điều kiện|năng lực|nhiệm vụ|ngành nghề|lĩnh vực|hành vi|kế hoạch|dự án|công tác)$/

/** The end of what was given to a class, or to those who help, where it tells which are meant; 0 where the order itself is given: "Sở Y tế được giao chủ trì …". */
export function givenEnd(tokens: readonly Token[], i: number, helps = false): number {
  const opener = GIVEN.exec(lowOf(tokens, i, i + 3))
  if (!opener) return 0
  const from = i + opener[0].trim().split(' ').length
  for (let j = from + 1; j < tokens.length && j - i < 34; j++) {
    const { text } = tokens[j] as Token
    if (/^[.:;()]$/.test(text)) break
    if (!URGES.test(lowOf(tokens, j, j + 3)) || tokens[j - 1]?.low === 'và') continue
    return tokens[j - 1]?.text === ',' ? j - 1 : j
  }
  // "được giao chủ trì xây dựng kế hoạch …": the part in the work tells which are meant, the act behind it is the order
  const part = /^(?:nhiệm vụ )?(?:đồng )?(?:chủ trì|phối hợp|đầu mối|làm đầu mối)(?= |$)/.exec(lowOf(tokens, from, from + 5))
  const at = part ? from + part[0].split(' ').length : 0
  if (part && startsAct(tokens, at)) return at
  // "phối hợp với đơn vị được giao quản lý trụ sở lập danh mục": up to the act of those who are helped
  for (let j = from + 2; helps && j - i < 20; j++) {
    const t = tokens[j]
    if (!t || (!t.word && t.text !== ',') || /^(?:để|trong|theo|khi)$/.test(t.low)) return j
    if (startsAct(tokens, j) && tokens[j - 1]?.text !== ',' && !DOES.test(`${tokens[j - 2]?.low} ${tokens[j - 1]?.low}`)) return j
  }
  return 0
}

/** Whether a name is that of a class and not of one body. */
export const isClass = (tokens: readonly Token[], { start, end, title }: Body): boolean =>
  !title && tokens.slice(start + 1, end).every(({ capital }) => !capital)
