import type { Product } from './reading.ts'
import { fold, type Passage, spanOf } from './words/plaintext.ts'
import { matchAt, tokensOf } from './words/tokens.ts'
import { ACTS } from './words/verbs.ts'

/** «trình» is half a noun in "quy trình", "chương trình", "lộ trình": only on its own does it say what is done with the thing. */
const BRINGS = '(?<!(?<![\\p{L}])(?:quy|chương|lộ|tờ|công|quá|tiến|giáo|lịch|hành|lập|giải) )trình'
const MAKING = `(?:xây dựng|ban hành mới|ban hành|soạn thảo|hoàn thiện|lập|${BRINGS}|nghiên cứu|sửa đổi|sửa đổi, bổ sung|bổ sung|công bố|phê duyệt|tham mưu ban hành|chuẩn bị|(?<!(?:về|góp ý|các|một số|thiện|trình|thảo|dựng) )dự thảo)`
const THING =
  '(?:(?:dự thảo )?(?:các |một số )?(?:đề án|kế hoạch|chương trình|nghị quyết|nghị định|quyết định|thông tư|chỉ thị|quy chế|quy định|quy hoạch|chiến lược|báo cáo|tờ trình|hướng dẫn|phương án|danh mục|lộ trình|dự án|luật|pháp lệnh|pháp luật|bộ tiêu chí|bộ chỉ số|cơ sở dữ liệu|đề cương|dự toán|văn bản|cơ chế|hồ sơ|khung kiến trúc))'
const PRODUCT = new RegExp(`(?<![\\p{L}])(?:${MAKING},? (?:và |ban hành |trình )?)(?<name>(?<thing>${THING})(?![\\p{L}])[^.;:()]{0,320})`, 'gu')
const BREAK = new RegExp(
  `,? (?:${BRINGS}|báo cáo|gửi|cho phù hợp|để|nhằm|trước ngày|trong tháng|trong năm|trong quý|xong trước|hoàn thành|bảo đảm|phù hợp|chậm nhất|đồng thời|và tổ chức (?:thực hiện|triển khai|thi công)|có trách nhiệm|phải)(?![\\p{L}])`,
  'u',
)
/** Before a making that is only spoken of: "bố trí kinh phí cho công tác xây dựng văn bản", "báo cáo tiến độ soạn thảo văn bản". */
const SPOKEN_OF =
  /(?<!\p{L})(?:công tác|tiến độ|quá trình|kết quả|tình hình|thời gian|quy trình|(?:của|cho|với) cơ quan(?: chủ trì)?|(?<!(?:chủ trì|tổ chức|triển khai|thực hiện) (?:các )?)việc) $/u
/** A document that stands already, and things of which a name alone says nothing. */
const STANDING =
  /^\S+(?: \S+)? số \d+[^ ]*\/|^(?:các |một số )?(?:dự thảo )?(?:văn bản|hồ sơ|dự án|pháp luật|cơ chế|báo cáo|quy định|nghị định|nghị quyết|quyết định|hướng dẫn)$/iu

/** Acts of carrying out, which no thing is called after. */
const NEXT_ACT =
  /, (?:lấy ý kiến|tổ chức (?=thực hiện|triển khai|rà soát|tập huấn|hội nghị|kiểm|quán triệt|tuyên truyền|sơ kết|tổng kết|đánh giá|lấy ý kiến|thẩm định)|hướng dẫn|triển khai|đôn đốc|chỉ đạo|quán triệt|tham mưu|tổng hợp|rà soát|theo dõi)/gu

/** Where the next act begins after a thing made: "đề án phát triển nhà ở, rà soát quy hoạch"; a row of acts is a name ("kế hoạch kiểm tra, rà soát …"). */
function nextAct(name: string): number {
  for (const m of name.matchAll(NEXT_ACT)) {
    const tokens = tokensOf(name.slice(0, m.index).split(', ').at(-1) ?? '')
    const act = matchAt(ACTS, tokens, 0)
    if ((tokens.length === 0 && !m[0].endsWith('hướng dẫn')) || tokens.length > (act?.length ?? 0)) return m.index
  }
  return name.length
}

/** The documents and things that an order says must be made. */
export function productsIn(words: Passage): Product[] {
  const low = fold(words.text)
  const found: Product[] = []
  PRODUCT.lastIndex = 0
  for (let m = PRODUCT.exec(low); m; m = PRODUCT.exec(low)) {
    const name = m.groups?.name ?? ''
    const from = m.index + m[0].length - name.length
    const thing = m.groups?.thing?.length ?? 0
    const rest = name.slice(thing)
    const to = from + thing + Math.min(BREAK.exec(rest)?.index ?? rest.length, nextAct(rest))
    PRODUCT.lastIndex = Math.max(to, Math.min(PRODUCT.lastIndex, from + thing + 160)) // what is made beyond is a thing of its own
    const text = cutBack(words.text.slice(from, to).replace(/(?:[\s,]+|(?<!\p{L})(?:về|của|cho|theo|và|với|tại))+$/iu, ''))
    // "báo cáo Bộ Chính trị" reports to a body; a report as a thing is told by what it is about.
    if (/^báo cáo$/i.test(m.groups?.thing ?? '') && /^\s\p{Lu}/u.test(text.slice(thing))) continue
    if (SPOKEN_OF.test(low.slice(Math.max(0, m.index - 30), m.index)) || STANDING.test(text)) continue
    found.push({ name: text.replace(/^(?:các|một số) /i, ''), span: spanOf(words, from, from + text.length) })
  }
  return found
}

/** The most letters of a product's name. */
const LONGEST = 200

/** A name that is too long ends before a comma, else between two words, never within one. */
function cutBack(name: string): string {
  if (name.length <= LONGEST) return name
  const kept = name.slice(0, LONGEST + 1)
  const comma = kept.lastIndexOf(', ')
  return kept.slice(0, comma > LONGEST / 3 ? comma : kept.lastIndexOf(' ')).trimEnd()
}
