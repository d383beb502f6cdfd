import { type Node, opens } from '../layout/outline.ts'

/** What stands under a heading: no tasks at all, what is to be built, tasks only where somebody is ordered by name, or tasks. */
export type Bearing = 'none' | 'built' | 'strict' | 'tasks' | 'unsaid'

const END = '(?![\\p{L}])'
const AIMS = new RegExp(
  `^(?:về |phần |các |một số |những )?(?:mục đích|mục tiêu|yêu cầu|quan điểm|phạm vi|chỉ tiêu|tầm nhìn|phương châm|định hướng chung|ý nghĩa|đối tượng|số lượng|phương hướng|khẩu hiệu)${END}`,
  'u',
)
const PAST = new RegExp(
  `^(?:về )?(?:các |một số |những )?(?:căn cứ|cơ sở (?:chính trị|pháp lý|xây dựng|thực tiễn|lý luận)|đánh giá(?: (?:chung|tình hình|kết quả|khái quát|thực trạng|việc|công tác))|tình hình|thực trạng|bối cảnh|kết quả|tồn tại|hạn chế|khó khăn|nguyên nhân|bài học|ưu điểm|nguyên tắc|vị trí(?: và|,) chức năng|giải thích từ ngữ|sự cần thiết|nhận định|dự báo(?= (?:tình hình|bối cảnh|xu hướng|nhu cầu|diễn biến|khó khăn)|$)|khái quát|đặc điểm|thành phần|hiệu lực|ghi nhận|thuận lợi|khuyết điểm|giới thiệu)${END}`,
  'u',
)
const MONEY = new RegExp(`^(?:về )?(?:dự toán |nguồn )?(?:kinh phí|nguồn vốn|dự toán|nguồn lực tài chính|tài chính)${END}`, 'u')
const FRAME = new RegExp(
  `^(?:tiêu chí|tiêu chuẩn|điều kiện|thứ tự ưu tiên|(?:xác định )?đối tượng (?:được|hưởng)|chủ đề|thời gian|địa điểm|thời hạn|hiệu lực|điều khoản thi hành)${END}`,
  'u',
)
const WORK =
  /nhiệm vụ|giải pháp|nội dung|biện pháp|tổ chức thực hiện|phân công|công việc|triển khai|trách nhiệm|kiến nghị|chương trình công tác|hoạt động|định hướng (?:phát triển|đầu tư|xây dựng|công tác|lớn|chủ yếu)/

/** "… theo một số nguyên tắc chính sau:", "… bằng các chỉ tiêu:": what follows says how, or how much. */
export const PRINCIPLES =
  /(?:theo|bằng|một trong) (?:các |những |một số )?(?:nguyên tắc|chỉ tiêu|tiêu chí|thứ tự ưu tiên|điều kiện)(?: chính| cơ bản| chủ yếu| cụ thể)?(?: sau| như sau)?(?: đây)?\s?:$|(?:các|những|trong) trường hợp(?: sau)?(?: đây)?\s?:$|^(?:đề án|nội dung|thành phần|dự thảo|(?:các |những )?(?:hồ sơ|tài liệu|dữ liệu|danh mục|chi phí))[^.;:]* (?:bao )?gồm(?: [^.;:]*)?\s?:$|^việc [^.;:]*phải (?:bảo đảm|đảm bảo|đáp ứng) (?:các |những )?(?:yêu cầu|điều kiện|tiêu chuẩn)(?: sau)?(?: đây)?\s?:$|^(?:các )?(?:mức|định mức|khung) (?:hỗ trợ|chi|thu|giá|phí|đóng|bồi dưỡng|phụ cấp|trợ cấp|thưởng|phạt)[^.;:]*như sau\s?:$|^(?:các |danh mục )?dự án [^.;:]*tập trung vào (?:các |những )?(?:lĩnh vực|nhóm)(?: sau)?\s?:$/
/** An article that lets something be built, and tells how. */
const BUILT =
  /^(?:phê duyệt|ban hành lệnh|chấp thuận|điều chỉnh|quyết định)(?: điều chỉnh)? (?:xây dựng (?:công trình|khẩn)|chủ trương đầu tư|dự án đầu tư(?: xây dựng)?(?!,)|báo cáo kinh tế - kỹ thuật|thiết kế|dự toán|kế hoạch lựa chọn nhà thầu)(?!\p{L})/u

/** "Quy định xử lý vi phạm hành chính …": offences and fines are told. */
const OFFENCES = /^(?:lưu ý |về )*(?:các )?(?:quy định|hành vi|mức|hình thức)[^.;:]{0,40}(?:vi phạm|phạt)(?!\p{L})/u

/** "Các hành vi bị nghiêm cấm" */
const FORBIDDEN = /^(?:các |những )?(?:hành vi|điều|việc)[^.;:]{0,30}(?:bị nghiêm cấm|bị cấm|không được làm)(?!\p{L})/u

/** What a document rests on: "Căn cứ …", "Theo đề nghị của …". */
export const GROUND = /^(?:căn cứ|xét đề nghị|theo đề nghị|trên cơ sở thảo luận)(?! (?:kế hoạch|chỉ thị|nghị quyết|quyết định|kết luận|nội dung) này)/

/** What the words of a heading say about the provisions under it. */
export function bearingOf(heading: string): Bearing {
  const low = heading.trim().replace(/[:.]$/, '')
  if (low.length > 300) return 'unsaid'
  // "YÊU CẦU, KIẾN NGHỊ" closes a conclusion of inspectors with what is to be done.
  if (/^(?:những |các |một số )?(?:yêu cầu(?:,| và) (?:kiến|đề) nghị|yêu cầu đối với)(?!\p{L})/u.test(low)) return 'tasks'
  if (OFFENCES.test(low) || FORBIDDEN.test(low)) return 'none'
  if (PAST.test(low))
    return /^(?:đánh giá|kết quả|tồn tại|hạn chế)/.test(low) &&
      /,? (?:và|nhiệm vụ) .*(?:nhiệm vụ|giải pháp)/.test(low) &&
      low.length < 80 &&
      !/thực hiện/.test(low)
      ? 'unsaid'
      : 'none'
  // "1. Yêu cầu chung" of a letter opens what is asked of all; under a heading of aims that one tells
  if (/^(?:yêu cầu chung|(?:một số|các) yêu cầu)$/.test(low)) return 'unsaid'
  if (AIMS.test(low)) return /nhiệm vụ|giải pháp|nội dung (?:và|thực hiện|công việc)|^phạm vi.*, nội dung/.test(low) ? 'unsaid' : 'none'
  if (MONEY.test(low) || FRAME.test(low) || (/địa điểm|thành phần/.test(low) && !/nhiệm vụ|giải pháp|phân công/.test(low))) return 'strict'
  return WORK.test(low) ? 'tasks' : 'unsaid'
}

/** Whether a provision is a heading: it has provisions under it, or says no sentence. */
export const isHeading = (node: Node): boolean => node.kind !== 'row' && opens(node) && (node.children.length > 0 || node.low.length < 160)

/** What the headings over a provision, the nearest first, say about it. */
export function bearingOver(node: Node, orders: (introduction: Node) => boolean, headed: (heading: Node) => boolean): Bearing {
  let said: Bearing = 'unsaid'
  // A heading that only names bodies, under one about the past, opens their work.
  let named = false
  for (let n: Node | null = node; n && n.family !== 'root'; n = n.parent) {
    // Under a heading about the past, an introduction may still lay orders on those it names.
    if (n.introduction && n.introduction !== node && BUILT.test(n.introduction.low)) return 'built'
    if (n.introduction && n.introduction !== node && n.introduction.parent?.family !== 'root' && orders(n.introduction)) return 'tasks'
    // "Chi phí số hóa … bao gồm:" beside the points: what a thing is made of
    if (n.introduction && n.introduction !== node && PRINCIPLES.test(n.introduction.low)) return 'none'
    if (n === node) continue
    if (n.low.endsWith(':') && orders(n)) return 'tasks'
    if (headed(n)) named = true
    if (PRINCIPLES.test(n.low)) return 'none'
    if (!isHeading(n) && n.family !== 'annex') continue
    // "Điều 1. Ban hành lệnh xây dựng công trình …", "Phê duyệt dự án đầu tư …": what is to be built is told
    if (n.family === 'article' && BUILT.test(n.low)) return 'built'
    // "Điều 6. Khuyến khích …" of a regulation: what follows is wished
    if (n.family === 'article' && n.low.startsWith('khuyến khích')) return 'none'
    // "Điều 6. Hình thức kết nối dữ liệu" of a regulation: how it is done is told
    const b = n.family === 'article' && /^hình thức(?!\p{L})/u.test(n.low) ? 'strict' : bearingOf(n.low)
    if (b === 'none') return named ? 'unsaid' : 'none'
    if (said === 'unsaid' || b === 'strict') said = b
  }
  return said
}
