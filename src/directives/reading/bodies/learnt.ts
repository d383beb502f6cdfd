import { fold } from '../words/plaintext.ts'

/** Bodies made for a piece of work, that are called after it at length. */
const MADE =
  'ban (?:chỉ đạo|điều hành|tổ chức|vận động|chỉ huy|quản lý|điều phối|chỉ đạo và điều hành|biên tập|biên soạn)|tiểu ban|hội đồng|tổ (?:công tác|giúp việc|chuyên gia|chuyên viên|thẩm định|kiểm tra|thư ký|tư vấn|phản ứng|hỗ trợ|liên ngành|biên tập|đề án)|đoàn (?:kiểm tra|công tác|giám sát|thanh tra|khảo sát)|đội (?:công tác|phản ứng|kiểm tra)|trung tâm (?:điều hành|điều phối|chỉ huy)|quỹ|văn phòng điều phối'

/** What stands before such a name where a document introduces it. */
const INTRODUCED = new RegExp(
  `(?<!\\p{L})(?:thành lập|kiện toàn|củng cố|tái lập|(?:hoạt động|làm việc|nhiệm vụ|quyền hạn|trách nhiệm|thành viên|danh sách|chỉ đạo) của|thành viên|thường trực) (?:các )?(?<name>${MADE})(?!\\p{L})`,
  'gu',
)
/** "… (sau đây gọi tắt là Tổ công tác)": what stands before the bracket is its whole name. */
const CALLED = /\((?:sau đây )?(?:được )?(?:gọi|viết) (?:chung |tắt )/g

/** Where no name goes on. */
const STOP =
  /[.;:()“”"|?*\n]| (?:gồm|bao gồm|do|để|nhằm|là|được|đã|sẽ|phải|cần|chịu|này|chủ trì|họp|chủ động|khẩn trương|như|nhưng|hoặc|yêu cầu|từ nay|và (?:người|cơ quan|đơn vị|các|việc))(?= )|, (?=(?:các|bộ|sở|ban|ủy|hội|tổ|phòng|ubnd|chủ|trưởng|phó|giám|kiểm soát|tổng|thủ|thường)(?!\p{L}))/u
/** What a name ends before, somewhere else in the document. */
const AFTER =
  /^(?:$|\s?[.,;:()\n”"]| (?:chủ trì|chủ động|phối hợp|có trách|chịu|tham mưu|tổ chức|xem xét|báo cáo|căn cứ|thực hiện|hướng dẫn|kiểm tra|theo|đã|sẽ|để|do|tại|trong|gồm|là|họp|ban hành|trước|có|phải|khẩn trương|tiếp tục|được|này|và các|về (?:kết|tình|việc)|kết quả|quyết định|yêu cầu|đề nghị|phân công|triển khai|giúp|trình)(?!\p{L}))/u
/** Names that lists of words hold, and that others only begin with. */
const KNOWN = /^(?:hội đồng (?:nhân dân|quản trị|thành viên|dân tộc)|ban (?:quản lý|tổ chức) (?:dự án|trung ương|tỉnh|huyện|thành))(?!\p{L})/u
const OPEN = /(?: (?:và|của|về|các|trên|hoặc|cho|với|trong|tại)|,)$/
/** What follows a kind of body and calls it nothing: "Hội đồng theo quy định". */
const CLAUSE = /^ (?:theo|tại|trong|như|sau|có|ở|khi|trước|các|thực hiện$|tổ chức$|triển khai$)(?!\p{L})/u
const MOST = 16
const LONGEST = 26

/** Whether a name stands in a document more than once, and ends there once where names do. */
function isSaidAgain(low: string, name: string): boolean {
  let times = 0
  let ends = false
  for (let at = low.indexOf(name); at >= 0 && times < 40; at = low.indexOf(name, at + name.length)) {
    if (/\p{L}/u.test(low.charAt(at + name.length))) continue
    times++
    ends ||= AFTER.test(low.slice(at + name.length, at + name.length + 14))
    if (times > 1 && ends) return true
  }
  return false
}

/** The longest beginning of some words, of more than the kind of a body, that the document says again; null where it says none. */
function saidAgain(low: string, words: string, kind: string): string | null {
  const parts = words.split(' ').slice(0, LONGEST)
  for (let n = parts.length; n > kind.split(' ').length + 1; n--) {
    const name = parts.slice(0, n).join(' ')
    if (!OPEN.test(name) && !CLAUSE.test(name.slice(kind.length)) && isSaidAgain(low, name)) return name
  }
  return null
}

/**
 * The long names of bodies that a document introduces itself and uses again ("thành lập Ban Chỉ đạo thực hiện hỗ trợ …", "Tổ công tác rà soát, tháo gỡ …
 * (sau đây gọi tắt là Tổ công tác)"), so that none of them is cut at the first act in it.
 */
export function namesLearntFrom(text: string): string[] {
  const low = fold(text.slice(0, 200_000)).replace(/\n(?=\p{Ll})/gu, ' ')
  const found = new Set<string>()
  const tried = new Set<string>()
  const learn = (kind: string, from: number, to: number) => {
    const key = low.slice(from, from + 60)
    if (tried.has(key) || tried.size >= MOST) return
    tried.add(key)
    const stretch = low.slice(from, Math.min(to, from + 260))
    const name = saidAgain(low, stretch.slice(0, STOP.exec(stretch)?.index ?? stretch.length).trim(), kind)
    if (name && !KNOWN.test(name)) found.add(name)
  }
  for (const m of low.matchAll(INTRODUCED)) {
    const kind = m.groups?.name ?? ''
    learn(kind, m.index + m[0].length - kind.length, low.length)
  }
  const made = new RegExp(`(?<!\\p{L})(?:${MADE})(?!\\p{L})`, 'gu')
  for (const m of low.matchAll(CALLED)) {
    const near = Math.max(0, m.index - 220)
    const last = [...low.slice(near, m.index).matchAll(made)].at(-1)
    if (last) learn(last[0], near + last.index, m.index)
  }
  // "Tiểu ban Thông tin, tuyên truyền" may be written without its comma
  return [...found].flatMap((name) => (name.includes(',') ? [name, name.replaceAll(',', '')] : [name]))
}
