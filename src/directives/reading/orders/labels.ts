/** What a labelled line says: "Đơn vị chủ trì: …". `parts` names who leads and then those who help: "Cơ quan chủ trì, phối hợp: …". */
export type Field = 'lead' | 'coordinate' | 'parts' | 'due' | 'submit' | 'product' | 'task' | 'content' | 'other'

/** Who is asked for in a label, whatever part they have; and those that are bodies themselves with most parts ("Ban Tổ chức", "Tổ tham mưu"). */
const ANYBODY =
  'cơ quan|đơn vị|tổ chức|bộ phận|cá nhân|tập thể|người|đồng chí|lãnh đạo|cán bộ|chuyên viên|công chức|viên chức|giáo viên|nhân viên|thành viên|ủy viên|địa phương|lực lượng|thành phần|chủ thể|cấp ủy|doanh nghiệp'
const UNITS = 'sở|ban|ngành|bộ|phòng|vụ|cục|khoa|tổ|nhóm|chi bộ|cấp|trường|huyện|xã|đoàn thể'
const listOf = (words: string): string => `(?:${words})(?:,? (?:${words})){0,4}`
const WHO = listOf(ANYBODY)
const UNIT = listOf(`${ANYBODY}|${UNITS}`)

const GIVEN = '(?:được (?:giao|phân công) |(?:có|chịu) trách nhiệm |trách nhiệm |phân công |giao |trực tiếp |làm |đầu mối |cùng |đồng )'
/** What whoever is named in a label does: "Đơn vị chủ trì tham mưu thực hiện". */
const DOES =
  '(?:thực hiện|tham mưu|soạn thảo|xây dựng|triển khai|tổ chức|theo dõi|tổng hợp|chuẩn bị|đề xuất|đôn đốc|kiểm tra|giám sát|chỉ đạo|xử lý|giải quyết|thụ lý|khắc phục|rà soát|thi hành)'
const PART = `(?:${DOES}|phụ trách|đầu mối|chịu trách nhiệm|chủ công|chủ lực)(?: chính| chung| nội dung| tài liệu| nhiệm vụ)?`

const TIME = '(?:thời gian|thời hạn|thời điểm|mốc thời gian|mốc|khung thời gian|tiến độ|lộ trình|hạn)'
const DAY = '(?:ngày|tháng|quý|năm|giai đoạn)'
const ENDS =
  '(?:thực hiện|hoàn thành|hoàn tất|hoàn thiện|trình|báo cáo|triển khai|ban hành|xong|chót|cuối|cụ thể|dự kiến|tham mưu|kết thúc|gửi|nộp|tổ chức|xử lý|phê duyệt|khắc phục|thẩm định|bắt đầu,? kết thúc|tiến độ|cần|phải|yêu cầu|nhiệm vụ|sản phẩm|kết quả|công việc|cấp có thẩm quyền|cấp thẩm quyền)'

const DECIDES = '(?:trình|phê duyệt|ban hành|quyết định|thông qua|xem xét|cho ý kiến|ký)'
const RESULT = '(?:sản phẩm|kết quả|đầu ra|hình thức văn bản|hình thức sản phẩm|chỉ số đầu ra)'

/** The words of labels, joined by commas, without brackets and with nothing cut short. */
const LABELS: [Field, string][] = [
  ['parts', `${WHO} (?:chủ trì|thực hiện),? (?:${WHO} )?(?:có liên quan |cùng )?phối hợp(?: thực hiện)?`],
  [
    'coordinate',
    `(?:các )?(?:${UNIT} )?(?:có liên quan )?(?:${GIVEN}|tham gia |tham mưu ){0,2}phối hợp(?: chính| chủ yếu| tham gia| với| cùng)?(?:,? (?:${DOES}|tham gia)){0,3}`,
  ],
  ['coordinate', `(?:các )?${WHO} (?:tham gia|cùng tham gia|hỗ trợ|cùng|kết hợp)(?: thực hiện)?`],
  ['lead', `(?:các )?(?:${UNIT} )?${GIVEN}{0,3}chủ trì(?:,? ${DOES}){0,3}`],
  ['lead', `(?:các )?${WHO} ${GIVEN}{0,2}${PART}(?:,? ${PART}){0,2}`],
  ['lead', `(?:${ANYBODY}|${UNITS})(?:, (?:${ANYBODY}|${UNITS})){1,4} ${GIVEN}{0,2}${PART}(?:,? ${PART}){0,2}`],
  ['lead', `${UNIT} ${GIVEN}{0,2}(?:thực hiện|phụ trách|chịu trách nhiệm)(?: chính)?`],
  ['lead', `${WHO} (?:được giao|được phân công|nhận|chịu trách nhiệm|có trách nhiệm)(?: nhiệm vụ| thực hiện| chính)?`],
  [
    'lead',
    `bộ phận|chủ đầu tư|thực hiện|giao(?: cho)?|${GIVEN}?phụ trách(?: chính| thực hiện)?|chịu trách nhiệm(?: chính| thực hiện)?|(?:phân công|trách nhiệm|giao|tổ chức) (?:(?:lãnh đạo, )?chỉ đạo )?(?:tổ chức |đơn vị |cơ quan )?(?:thực hiện|phụ trách)|trách nhiệm (?:lãnh đạo, )?chỉ đạo|trách nhiệm(?: chính)?|(?:làm )?đầu mối(?: (?:thực hiện|tham mưu|phụ trách))?|phân công(?: nhiệm vụ| trách nhiệm)?`,
  ],
  [
    'due',
    `(?:yêu cầu (?:về )?|kế hoạch )?(?:dự kiến )?${TIME}(?:(?:,? | và )(?:${ENDS}|${TIME})){0,5}|thời gian trình [^:]{2,30}|${DAY} (?:thực hiện|hoàn thành|báo cáo|kết thúc|xong)|(?:dự kiến |yêu cầu |kế hoạch )?hoàn (?:thành|tất)(?: trước| trong)?(?: ngày| tháng)?|xong trước|chậm nhất|kết thúc`,
  ],
  ['other', '(?:cơ quan|đơn vị) trình'],
  [
    'submit',
    `(?:cấp|nơi|cơ quan|đơn vị|người|cơ quan, người) (?:có )?(?:thẩm quyền )?${DECIDES}(?:,? ${DECIDES}){0,3}|nơi (?:gửi|nhận) (?:báo cáo|kết quả|sản phẩm)|(?:cơ quan|đơn vị) (?:tiếp )?nhận (?:báo cáo|kết quả|sản phẩm)|(?:cấp|cơ quan) (?:có )?thẩm quyền|thẩm quyền (?:phê duyệt|ban hành|quyết định)(?:,? (?:phê duyệt|ban hành|quyết định))?|trình(?: cấp có thẩm quyền| phê duyệt)?|cấp báo cáo|nơi báo cáo`,
  ],
  [
    'product',
    `(?:dự kiến |yêu cầu (?:về )?|tên )?${RESULT}(?:,? ${RESULT})?(?:,? (?:đầu ra|hoàn thành|dự kiến|chính|cụ thể|cần đạt|đạt được|mong đợi|thực hiện|công việc|của nhiệm vụ|báo cáo|bàn giao))*`,
  ],
  [
    'task',
    'nhiệm vụ|công việc|nội dung nhiệm vụ|nội dung công việc|nhiệm vụ cụ thể|tên nhiệm vụ|tên công việc|nhiệm vụ, giải pháp|nội dung, nhiệm vụ',
  ],
  ['content', 'nội dung(?: (?:thực hiện|chính|triển khai|cụ thể|chủ yếu))?'],
  [
    'other',
    '(?:nguồn )?(?:kinh phí|nguồn lực|vốn|dự toán)(?: thực hiện| dự kiến)?|(?:địa điểm|địa bàn|đối tượng|thành phần|hình thức|phương thức|cách thức)(?:,? (?:thực hiện|tổ chức|tham gia|tham dự|tập huấn|triển khai|dự kiến))*|số lượng|quy mô|phạm vi|ghi chú|căn cứ|mục tiêu|mục đích|phương pháp|(?:thời gian|ngày) (?:khởi công|bắt đầu)|báo cáo viên|giảng viên|chủ tọa|khách mời',
  ],
]
const WHOLE = LABELS.map(([field, words]): [Field, RegExp] => [field, new RegExp(`^(?:${words})$`, 'u')])

const SHORT: [RegExp, string][] = [
  [/đ\/c/g, 'đồng chí'],
  [/(?<!\p{L})(?:đv|đ\.\s?vị)(?!\p{L})/gu, 'đơn vị'],
  [/(?<!\p{L})(?:cq|c\.quan)(?!\p{L})/gu, 'cơ quan'],
  [/(?<!\p{L})(?:tg|t\.\s?gian)(?!\p{L})/gu, 'thời gian'],
  [/^tght$/u, 'thời gian hoàn thành'],
]

/** The words of a label as the list has them: no brackets ("Cơ quan phối hợp (nếu có)"), one mark between two words for one part ("Đơn vị/cá nhân"), nothing cut short. */
function plain(words: string): string {
  let low = words.replace(/^về /, '')
  if (low.includes('(')) low = low.replace(/\s?\([^()]{1,40}\)/g, '')
  for (const [short, whole] of SHORT) low = low.replace(short, whole)
  return low
    .replace(/\s?[/–&]\s?| - | và | hoặc /g, ', ')
    .replace(/\s+/g, ' ')
    .trim()
}

// the same few labels stand a thousand times in a document
const known = new Map<string, Field | null>()
const KEPT = 2000

/** What the words of a label, or of the head of a column, ask for; null where they are none. */
export function fieldOf(words: string): Field | null {
  const before = known.get(words)
  if (before !== undefined) return before
  const low = plain(words)
  const field = WHOLE.find(([, label]) => label.test(low))?.[0] ?? null
  if (known.size >= KEPT) known.clear()
  known.set(words, field)
  return field
}

/** Words that head a part of a document where nothing follows them. */
const HEADS_PART = /^(?:tổ chức|phân công|trách nhiệm|giao|tiến độ) (?:tổ chức )?thực hiện\s?:$/
/** "Thời gian thực hiện trong quý IV năm 2026": a label with its colon left out. */
const UNMARKED =
  /^(?:thời gian|thời hạn|tiến độ) (?:thực hiện|hoàn thành)(?= (?:sau khi|trong|từ|quý|năm|tháng|trước|thường xuyên|hằng|hàng|chậm nhất|xong|đến) )/u
/** The label a provision begins with, and how long it is. */
export function labelledAs(low: string): { field: Field; length: number } | null {
  const colon = low.indexOf(':')
  const unmarked = colon < 0 ? UNMARKED.exec(low) : null
  if (unmarked) return { field: 'due', length: unmarked[0].length }
  // "III. TỔ CHỨC THỰC HIỆN:" heads a part; it labels only what stands beside it.
  if (colon < 2 || colon > 70 || (HEADS_PART.test(low) && colon === low.length - 1)) return null
  const field = fieldOf(low.slice(0, colon).trimEnd())
  // "Về tổ chức thực hiện: Các địa phương tổ chức họp …" is a sentence with its matter before it
  if (field === null || (low.startsWith('về ') && low.length - colon > 121)) return null
  // "Phối hợp với:" and "Giao:" go on in their points
  if (colon === low.length - 1 && /^giao(?: cho)?$|phối hợp (?:với|cùng)$/.test(low.slice(0, colon).trimEnd())) return null
  return { field, length: colon + 1 }
}
