/** What a labelled line says: "Đơn vị chủ trì: …". */
export type Field = 'lead' | 'coordinate' | 'due' | 'submit' | 'product' | 'task' | 'content' | 'other'

/** Who may be named before "chủ trì" or "phối hợp" in a label. */
export const WHO =
  '(?:cơ quan|đơn vị|tổ chức|bộ phận|cá nhân|người|đồng chí|lãnh đạo|cán bộ|sở, ngành|địa phương)(?:,? (?:cơ quan|đơn vị|tổ chức|cá nhân|địa phương))?'
/** What whoever is named in a label does: "Đơn vị chủ trì tham mưu thực hiện". */
const DOES = 'thực hiện|tham mưu|soạn thảo|xây dựng|triển khai|tổ chức|theo dõi|tổng hợp|chuẩn bị|đề xuất'
const LABELS: [Field, string][] = [
  ['coordinate', `(?:${WHO} )?(?:cùng |được giao )?phối hợp(?: chính| chủ yếu)?(?:,? (?:${DOES})){0,3}`],
  ['lead', `(?:${WHO} )?(?:được giao |chịu trách nhiệm |được phân công )?chủ trì(?:,? (?:${DOES})){0,3}`],
  [
    'lead',
    `${WHO} (?:được giao |được phân công |chịu trách nhiệm |trực tiếp )?(?:(?:${DOES}|phụ trách|đầu mối|chịu trách nhiệm)(?: chính| nội dung| tài liệu)?,? ?){1,3}`,
  ],
  [
    'lead',
    'phụ trách|người phụ trách|chủ đầu tư|(?:phân công|trách nhiệm|giao|tổ chức) (?:(?:lãnh đạo, )?chỉ đạo )?(?:tổ chức )?thực hiện|trách nhiệm (?:lãnh đạo, )?chỉ đạo|đầu mối(?: thực hiện)?|phân công|thực hiện|chịu trách nhiệm',
  ],
  [
    'due',
    '(?:yêu cầu về )?(?:dự kiến )?(?:thời gian|thời hạn|thời điểm|mốc thời gian|tiến độ|lộ trình|hạn)(?: (?:thực hiện|hoàn thành|hoàn tất|trình|báo cáo|triển khai|ban hành|xong|chót|cuối|cụ thể|dự kiến|và tiến độ|thực hiện và hoàn thành|tham mưu|kết thúc|gửi|nộp|tổ chức))*|hoàn (?:thành|tất)(?: trước)?',
  ],
  [
    'submit',
    '(?:cấp|nơi) trình|(?:cấp|cơ quan|nơi) (?:phê duyệt|ban hành|nhận báo cáo|quyết định|có thẩm quyền(?: phê duyệt| ban hành)?|thẩm quyền)(?: phê duyệt| ban hành)?|trình|nơi nhận báo cáo',
  ],
  [
    'product',
    '(?:dự kiến )?(?:sản phẩm|kết quả|đầu ra|hình thức văn bản)(?: (?:đầu ra|hoàn thành|dự kiến|chính|cần đạt|đạt được|thực hiện|công việc))*',
  ],
  ['task', '(?:nhiệm vụ|công việc|nội dung nhiệm vụ|nội dung công việc|nhiệm vụ cụ thể|tên nhiệm vụ|nhiệm vụ, giải pháp)'],
  ['content', 'nội dung(?: (?:thực hiện|chính|triển khai|cụ thể|chủ yếu))?'],
  [
    'other',
    'cơ quan trình|(?:nguồn )?(?:kinh phí|nguồn lực|vốn|dự toán)(?: thực hiện| dự kiến)?|địa điểm|đối tượng|thành phần|số lượng|quy mô|hình thức|phạm vi|ghi chú|căn cứ|mục tiêu|mục đích|phương pháp|(?:thời gian|ngày) (?:khởi công|bắt đầu)|báo cáo viên|giảng viên|chủ tọa|khách mời',
  ],
]
const AT_START = LABELS.map(([field, words]): [Field, RegExp] => [field, new RegExp(`^(?:về )?(?:${words})\\s?:`, 'u')])
/** Words that head a part of a document where nothing follows them. */
const HEADS_PART = /^(?:tổ chức|phân công|trách nhiệm|giao|tiến độ) (?:tổ chức )?thực hiện\s?:$/
/** The label a provision begins with, and how long it is. */
export function labelledAs(low: string): { field: Field; length: number } | null {
  const colon = low.indexOf(':')
  // "III. TỔ CHỨC THỰC HIỆN:" heads a part; it labels only what stands beside it.
  if (colon < 0 || colon > 70 || (HEADS_PART.test(low) && colon === low.length - 1)) return null
  for (const [field, words] of AT_START) {
    const m = words.exec(low)
    // "Về tổ chức thực hiện: Các địa phương tổ chức họp …" is a sentence with its matter before it
    if (m && !(low.startsWith('về ') && low.length - m[0].length > 120)) return { field, length: m[0].length }
  }
  return null
}
