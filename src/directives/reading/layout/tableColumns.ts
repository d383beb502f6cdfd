import { type Field, fieldOf } from '../orders/labels.ts'
import { fold } from '../words/plaintext.ts'

/** What a column of a table of tasks says; `detail` what is done for the task of another column. */
export type Column = 'number' | 'task' | 'detail' | 'lead' | 'coordinate' | 'parts' | 'submit' | 'due' | 'product' | 'other'

const HEADERS: [Column, RegExp][] = [
  ['number', /^(?:stt|tt|số tt|số thứ tự|#|no)$/],
  ['parts', /^(?:các )?(?:cơ quan|đơn vị|bộ phận)[^:]{0,30} (?:chủ trì|thực hiện)\s?(?:,|\/|-|–|và)[^:]{0,20} phối hợp/],
  ['coordinate', /phối hợp|phối, kết hợp|(?:cơ quan|đơn vị) (?:tham gia|hỗ trợ|có liên quan|liên quan)/],
  [
    'submit',
    /cấp trình|trình (?:cấp|ban|ủy|chính|thủ)|cấp (?:có thẩm quyền )?(?:phê duyệt|ban hành|quyết định)|cơ quan (?:phê duyệt|ban hành)|nơi (?:nhận|gửi) báo cáo|báo cáo (?:cho|về)/,
  ],
  ['due', /thời (?:gian|hạn|điểm)|^tg (?:hoàn|thực|trình|báo)|tiến độ|lộ trình|hạn (?:hoàn thành|chót|cuối)|^hoàn thành|mốc/],
  ['lead', /^(?:người|bộ phận|cơ quan|đơn vị) (?:thực hiện|chủ trì)(?![\p{L}])/u],
  ['product', /sản phẩm|kết quả|đầu ra|hình thức văn bản|^(?:loại|hình thức|tên loại) văn bản$/],
  // what is done, or has to be borne in mind: "Các bước thực hiện", "Giải pháp thực hiện"
  ['task', /^(?:các )?(?:bước|việc|giải pháp|biện pháp|hoạt động|quy trình|phần việc)(?![\p{L}])/u],
  ['other', /^(?:địa điểm|nơi|hình thức|phương thức|cách thức|kinh phí|nguồn lực|tình hình|đối tượng|căn cứ)(?![\p{L}]).*thực hiện$/u],
  [
    'lead',
    /chủ trì|thực hiện$|cơ quan thực hiện|đơn vị thực hiện|chịu trách nhiệm|phụ trách|đầu mối|phân công|(?:cơ quan|đơn vị) (?:được giao|tham mưu|soạn thảo)|^(?:cơ quan|đơn vị|bộ phận|trách nhiệm|chủ thể)$/,
  ],
  [
    'task',
    /nhiệm vụ|nội dung|công việc|đầu việc|việc (?:cần|phải) làm|hạng mục|trích yếu|tên (?:đề án|văn bản|dự án|chương trình|chuyên đề)|danh mục (?:đề án|văn bản)|^(?:chương trình, )?đề án$|phương án xử lý|hoạt động|hành động|giải pháp|biện pháp|yêu cầu|kiến nghị|chỉ đạo/,
  ],
]
/** Heads that say what a column asks for in the words of a label. */
const LABELLED: Partial<Record<Field, Column>> = {
  lead: 'lead',
  coordinate: 'coordinate',
  parts: 'parts',
  due: 'due',
  submit: 'submit',
  product: 'product',
}

/** What a column holds, from its header. */
export function columnOf(header: string): Column {
  const h = fold(header).replace(/\s+/g, ' ').trim()
  if (h.length > 80) return 'other'
  const labelled = LABELLED[fieldOf(h) ?? 'other']
  if (labelled) return labelled
  if (/^(?:nội dung|nhiệm vụ|tên nhiệm vụ|công việc)(?![\p{L}])(?!.*(?:chủ trì|phối hợp|thời gian))/u.test(h)) return 'task'
  for (const [column, words] of HEADERS) if (words.test(h)) return column
  return 'other'
}

/** Whoever answers in person, or directs or follows the work. */
const ASIDE = /^(?:người|lãnh đạo|đồng chí|cá nhân)(?![\p{L}])|chỉ đạo|theo dõi|đôn đốc|kiểm tra|giám sát/u
const SUBMITS = /^(?:cơ quan|đơn vị) trình$/
/** How much of something there is, or what it costs: a table of such tells. */
const MEASURES = /^(?:đơn vị tính|đvt|số lượng|khối lượng|đơn giá|thành tiền|định mức|mức (?:thu|giá|chi)|diện tích|tỷ lệ|tổng mức)(?![\p{L}])/u

/** The columns of a table of tasks, from the cells of its head; null where no such table has that head. */
export const columnsOf = (cells: readonly string[]): Column[] | null => {
  if (cells.length < 2 || cells.length > 16) return null
  const seen = new Set<Column>()
  const said = cells.map((cell) => fold(cell).trim())
  const measures = said.some((cell) => MEASURES.test(cell))
  // "Đơn vị" beside numbers is what they count in
  const named = cells.map((cell, i): Column => (measures && said[i] === 'đơn vị' ? 'other' : columnOf(cell)))
  const leads = named.flatMap((column, i) => (column === 'lead' ? [i] : []))
  // whoever has the chair leads; whoever answers in person, or directs, only where no column says which body does
  const lead = leads.find((i) => /chủ trì/.test(said[i] ?? '')) ?? leads.find((i) => !ASIDE.test(said[i] ?? '')) ?? leads[0]
  const columns = cells.map((_, i) => {
    // who submits a text leads only where no column says who drafts it
    const submits = lead === undefined && SUBMITS.test(said[i] ?? '')
    const column = submits ? 'lead' : named[i] === 'lead' && i !== lead ? 'other' : (named[i] as Column)
    if (column === 'other' || !seen.has(column)) {
      seen.add(column)
      return column
    }
    return column === 'task' ? 'detail' : 'other'
  })
  const known = columns.filter((c) => !['number', 'task', 'detail', 'other'].includes(c))
  const tells = measures && known.every((c) => c === 'due' || c === 'product')
  return seen.has('task') && known.length > 0 && !tells ? columns : null
}

/**
 * The columns, settled by what stands in the rows: where whole rows say only in detail what is done, or what the row before says too, the other column gives no tasks but holds several
 * of them together, as "Nội dung" over several rows of "Hành động cụ thể" does.
 */
export function settled(columns: readonly Column[], rows: readonly (readonly { text: string }[])[]): Column[] {
  const [task, detail] = [columns.indexOf('task'), columns.indexOf('detail')]
  const says = (row: readonly { text: string }[], at: number) => (row[at]?.text ?? '') !== ''
  const isGiven = (row: readonly { text: string }[]) => columns.some((c, i) => (c === 'lead' || c === 'coordinate' || c === 'due') && says(row, i))
  const goesOn = (row: readonly { text: string }[], i: number) =>
    !says(row, task) || (row[task]?.text === rows[i - 1]?.[task]?.text && row[detail]?.text !== rows[i - 1]?.[detail]?.text)
  const inDetail = detail < 0 ? 0 : rows.filter((row, i) => goesOn(row, i) && says(row, detail) && isGiven(row)).length
  return columns.map((c, i) => (inDetail > 0 && i === task ? 'other' : i === detail ? (inDetail > 0 ? 'task' : 'other') : c))
}
