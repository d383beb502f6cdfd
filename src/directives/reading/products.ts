import { fold, type Passage, spanOf } from './plaintext.ts'
import type { Product } from './reading.ts'

const MAKING =
  '(?:xây dựng|ban hành mới|ban hành|soạn thảo|hoàn thiện|lập|trình|nghiên cứu|sửa đổi|sửa đổi, bổ sung|bổ sung|công bố|phê duyệt|tham mưu ban hành|chuẩn bị|dự thảo|quy định)'
const THING =
  '(?:(?:các |một số |dự thảo )?(?:đề án|kế hoạch|chương trình|nghị quyết|nghị định|quyết định|thông tư|chỉ thị|quy chế|quy định|quy hoạch|chiến lược|báo cáo|tờ trình|hướng dẫn|phương án|danh mục|lộ trình|dự án|luật|pháp lệnh|pháp luật|bộ tiêu chí|bộ chỉ số|cơ sở dữ liệu|đề cương|dự toán|văn bản|cơ chế|hồ sơ|khung kiến trúc))'
const PRODUCT = new RegExp(`(?<![\\p{L}])(?:${MAKING},? (?:và |ban hành |trình )?)(?<name>(?<thing>${THING})(?![\\p{L}])[^.;:()]{0,160})`, 'gu')
const BREAK =
  /,? (?:trình|báo cáo|gửi|để|nhằm|trước ngày|trong tháng|trong năm|trong quý|xong trước|hoàn thành|bảo đảm|phù hợp|chậm nhất|đồng thời)(?![\p{L}])/u

/** The documents and things that an order says must be made. */
export function productsIn(words: Passage): Product[] {
  const low = fold(words.text)
  const found: Product[] = []
  for (const m of low.matchAll(PRODUCT)) {
    const name = m.groups?.name ?? ''
    const from = m.index + m[0].length - name.length
    const thing = m.groups?.thing?.length ?? 0
    const stop = BREAK.exec(name.slice(thing))
    const to = from + (stop ? thing + stop.index : name.length)
    const text = words.text.slice(from, to).replace(/[\s,]+$/, '')
    found.push({ name: text.replace(/^(?:các|một số) /i, ''), span: spanOf(words, from, from + text.length) })
  }
  return found
}
