import { fold } from './plaintext.ts'

/** What a column of a table of tasks says. */
export type Column = 'number' | 'task' | 'lead' | 'coordinate' | 'submit' | 'due' | 'product' | 'other'

const HEADERS: [Column, RegExp][] = [
  ['number', /^(?:stt|tt|số tt|số thứ tự|#|no)$/],
  ['coordinate', /phối hợp|phối, kết hợp/],
  [
    'submit',
    /cấp trình|trình (?:cấp|ban|ủy|chính|thủ)|cấp (?:có thẩm quyền )?(?:phê duyệt|ban hành|quyết định)|cơ quan (?:phê duyệt|ban hành)|nơi nhận báo cáo|báo cáo cho/,
  ],
  ['due', /thời (?:gian|hạn|điểm)|^tg (?:hoàn|thực|trình|báo)|tiến độ|lộ trình|hạn (?:hoàn thành|chót|cuối)|^hoàn thành|mốc/],
  ['lead', /^(?:người|bộ phận|cơ quan|đơn vị) (?:thực hiện|chủ trì)(?![\p{L}])/u],
  ['product', /sản phẩm|kết quả|đầu ra|hình thức văn bản/],
  [
    'lead',
    /chủ trì|thực hiện$|cơ quan thực hiện|đơn vị thực hiện|chịu trách nhiệm|phụ trách|đầu mối|phân công|(?:cơ quan|đơn vị) (?:được giao|tham mưu|soạn thảo)|^(?:cơ quan|đơn vị)$/,
  ],
  ['task', /nhiệm vụ|nội dung|công việc|đầu việc|tên (?:đề án|văn bản|dự án|chương trình)|hoạt động|giải pháp|yêu cầu|chỉ đạo/],
]

/** What a column holds, from its header. */
export function columnOf(header: string): Column {
  const h = fold(header).replace(/\s+/g, ' ').trim()
  if (h.length > 80) return 'other'
  if (/^(?:nội dung|nhiệm vụ|tên nhiệm vụ|công việc)(?![\p{L}])(?!.*(?:chủ trì|phối hợp|thời gian))/u.test(h)) return 'task'
  for (const [column, words] of HEADERS) if (words.test(h)) return column
  return 'other'
}

const ANSWERS = /^(?:người|lãnh đạo|đồng chí|cá nhân)(?![\p{L}])/u
const SUBMITS = /^(?:cơ quan|đơn vị) trình$/

/** The columns of a table of tasks, from the cells of its head; null where no such table has that head. */
export const columnsOf = (cells: readonly string[]): Column[] | null => {
  if (cells.length < 2 || cells.length > 16) return null
  const seen = new Set<Column>()
  const named = cells.map(columnOf)
  // whoever answers in person leads only where no column says which body does
  const led = cells.some((cell, i) => named[i] === 'lead' && /chủ trì/.test(fold(cell)))
  const heads = cells.map((cell, i) => (led && named[i] === 'lead' && ANSWERS.test(fold(cell)) ? 'other' : (named[i] as Column)))
  const columns = cells.map((cell, i) => {
    // who submits a text leads only where no column says who drafts it
    const column = SUBMITS.test(fold(cell)) && !heads.includes('lead') ? 'lead' : (heads[i] as Column)
    if (column === 'other' || !seen.has(column)) {
      seen.add(column)
      return column
    }
    return 'other'
  })
  const known = columns.filter((c) => c === 'lead' || c === 'coordinate' || c === 'due' || c === 'submit' || c === 'product').length
  return seen.has('task') && known > 0 ? columns : null
}
