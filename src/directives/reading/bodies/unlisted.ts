import { bearingOf } from '../orders/sections.ts'
import { matchAt, type Token } from '../words/tokens.ts'
import { ACTS } from '../words/verbs.ts'
import { DETERMINERS } from './bodyWords.ts'

/** Words with which those are called who have work in a house, a school or a commune, though no list holds all of them: "Kế toán", "Tổ Hậu cần", "Khối đoàn thể". */
const STAFF =
  /^(?:các |mỗi |từng |toàn thể |tập thể )?(?:bộ phận|tổ(?! quốc| chức)|nhóm(?! giải| nhiệm| chỉ| tiêu| nội| vấn| ứng| nền| các| dự án| sản phẩm| dịch vụ| công trình| hoạt động| chính sách)|khối(?! lượng)|đội(?! ngũ| hình| tuyển)|lực lượng|công chức|viên chức|cán bộ|nhân viên|chuyên viên|kế toán|thủ quỹ|thủ kho|văn thư|lái xe|y tá|bác sĩ|điều dưỡng|giáo viên|giảng viên|học sinh|sinh viên|học viên|phụ huynh|hộ|người (?:dân|lao động|sử dụng lao động|đứng đầu|phụ trách|học|bệnh)|thành viên|ủy viên|thôn|xóm|ấp|buôn|tiểu ban|chi đoàn|chi hội|liên đội|lãnh đạo|thanh tra|câu lạc bộ|đoàn viên|hội viên|đảng viên|cá nhân|tập thể|cửa hàng|xưởng|phân xưởng|nhà máy|xí nghiệp|chi nhánh|trạm|bảo vệ(?=:?$)|thầy(?! thuốc)|cô)(?!\p{L})/u

/** What a heading is about where it is not about somebody. */
const MATTERS =
  /^(?:về|việc|công tác|chế độ|thời|tiến độ|kinh phí|nguồn|nội dung|nhiệm vụ|giải pháp|biện pháp|phương|hình thức|cách|quy|một số|mục|yêu cầu|chỉ|kế hoạch|kết quả|điều|hiệu lực|hồ sơ|địa điểm|thành phần|tài liệu|đối tượng|tiêu|chương trình|dự|đề án|thông tin|chuyên đề|lĩnh vực|hoạt động|phần|phụ lục|danh mục|chính sách|cơ chế|cơ sở (?:vật|pháp|hạ)|trang thiết|an ninh|an toàn|tình hình|nguyên|khen|kỷ luật|đánh giá|sơ kết|tổng kết|số lượng|mức|mối|quan hệ|trình tự|thủ tục|thẩm quyền|những|giai đoạn|bước|tháng|quý|năm|ngày|đợt|lộ trình|sản phẩm|ứng dụng|hạ tầng|nhân lực|nguồn lực|cải cách|kinh tế|văn hóa|xã hội|quốc phòng|chuyển đổi|dịch vụ|trách nhiệm|quyền)(?!\p{L})/u
const MATTERS_IN_PLURAL = /^các (?!cơ|đơn|phòng|ban|tổ|bộ|đội|khối|nhóm|thành|đồng|hộ|thôn|xã|trường|hội|đoàn|doanh|công|cá|lực|khoa|viện|trung)/

/** Whether words that no list of bodies holds may be a name: they are few, and tell of no act. */
function mayName(tokens: readonly Token[], from: number): boolean {
  const words = tokens.slice(from)
  if (words.length === 0 || words.length > 10 || words.some(({ text }) => /^[.;:()“”"]$/.test(text))) return false
  // "Kế hoạch tổng hợp", "chuyên môn": an act without its object may close a name, one that begins it does not
  return !words.some(
    ({ low, capital }, k) =>
      (k > 0 && !capital && k < words.length - 2 && matchAt(ACTS, words, k) !== null) || /^(?:phải|cần|được|đã|sẽ|là|có|để|theo)$/.test(low),
  )
}

/** Whether a heading names whoever has to do what stands under it, though no list holds them: by a word for those who have work somewhere, or `among` headings that name bodies. */
export function namesUnlisted(low: string, tokens: readonly Token[], start: number, among: () => boolean): boolean {
  const last = tokens.at(-1)
  const words = /^[:.]$/.test(last?.text ?? '') ? tokens.slice(0, -1) : tokens
  const from = start + (matchAt(DETERMINERS, words, start)?.length ?? 0)
  if (low.length > 90) return false
  const said = low.slice(words[start]?.from ?? 0)
  const staff = STAFF.exec(said)
  if (staff) return mayName(words, Math.min(words.length - 1, start + staff[0].split(' ').length))
  if (
    start > 0 ||
    !mayName(words, from) ||
    words[0]?.capital !== true ||
    matchAt(ACTS, words, 0) ||
    MATTERS.test(said) ||
    MATTERS_IN_PLURAL.test(said)
  )
    return false
  return bearingOf(low) === 'unsaid' && among()
}

/** Those who are named at the head of a list of work by a name that may hold a comma or an act: "Tổ Kiểm tra, giám sát: …", "Kế toán: …". */
const NAMED =
  /^(?:bộ phận|tổ(?! quốc| chức| hợp)|tiểu ban|đội(?! ngũ| hình| tuyển)|khối(?! lượng)|công chức|viên chức|nhân viên|chuyên viên|cán bộ(?= \p{L}+ \p{L}+ :)|kế toán|thủ quỹ|văn thư|giáo viên|ban(?! hành| đầu| bố)|phòng(?!,| chống| ngừa| cháy| bệnh| dịch| thủ| tránh)|khoa(?! học)|trung tâm(?! của))(?= )/u

/** The first syllables of such names: most clauses begin with none. */
const NAMED_FIRST = /^(?:bộ|tổ|tiểu|đội|khối|công|viên|nhân|chuyên|cán|kế|thủ|văn|giáo|ban|phòng|khoa|trung)$/

/** The colon up to which words at the head of a clause are such a name, where an act follows it; 0 where they are none. */
export function namedUpTo(tokens: readonly Token[], i: number): number {
  if (!tokens[i]?.capital || !NAMED_FIRST.test(tokens[i]?.low ?? '')) return 0
  let colon = i + 1
  for (; colon - i < 14; colon++) {
    const t = tokens[colon]
    if (!t || (!t.word && !/^[,–:-]$/.test(t.text)) || /^(?:phải|cần|được|đã|sẽ|là|có|để|theo|gồm|sau|trong|tại)$/.test(t.low)) return 0
    if (t.text === ':') break
    if (!t.capital && matchAt(ACTS, tokens, colon)?.value === 'modal') return 0
  }
  if (tokens[colon]?.text !== ':') return 0
  const words = tokens.slice(i, colon + 1).map(({ low }) => low)
  if (!NAMED.test(words.join(' ').replace(/ ,/g, ',')) || /(?:chủ trì|phối hợp|thực hiện|trách nhiệm)$/.test(words.slice(0, -1).join(' '))) return 0
  return matchAt(ACTS, tokens, colon + 1) ? colon : 0
}
