import type { z } from 'zod'
import { fill, type Values, type Word, type Words } from './kernel/words.ts'

/** What is asked for, as the screens call it; «parts.dueOn» for what is called otherwise within something else. */
export const names = {
  accept: { vi: 'Chấp nhận hay không', en: 'Accepted or not' },
  address: { vi: 'Địa chỉ thư', en: 'Mail address' },
  again: { vi: 'Làm lại lần nữa', en: 'Once more' },
  aims: { vi: 'Mục đích, yêu cầu', en: 'Aims' },
  aliases: { vi: 'Tên gọi khác', en: 'Other names' },
  all: { vi: 'Lấy tất cả', en: 'All of them' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  answerBy: { vi: 'Hạn trả lời', en: 'Answer by' },
  approver: { vi: 'Cơ quan duyệt', en: 'Approver' },
  asOf: { vi: 'Tính tại ngày', en: 'As of the day' },
  at: { vi: 'Chỗ tách', en: 'Where to split' },
  behindId: { vi: 'Đứng sau đầu việc', en: 'Behind the item' },
  below: { vi: 'Gồm cấp dưới', en: 'With those below' },
  belowIds: { vi: 'Cơ quan cấp dưới', en: 'Bodies below' },
  begins: { vi: 'Ngày bắt đầu của lần thay đổi', en: 'Day the change begins' },
  bodyId: { vi: 'Cơ quan', en: 'Body' },
  bodyIds: { vi: 'Các cơ quan', en: 'Bodies' },
  bodyKind: { vi: 'Loại cơ quan', en: 'Kind of body' },
  bodyLevel: { vi: 'Cấp của cơ quan', en: 'Level of the body' },
  bodyName: { vi: 'Tên cơ quan', en: 'Name of the body' },
  byEmail: { vi: 'Gửi qua thư điện tử', en: 'By e-mail' },
  carryingOut: { vi: 'Tổ chức thực hiện', en: 'Carrying out' },
  changeId: { vi: 'Nội dung thay đổi', en: 'Change' },
  changes: { vi: 'Nội dung sửa', en: 'Changes' },
  checked: { vi: 'Đã rà soát', en: 'Checked' },
  classId: { vi: 'Nhóm cơ quan', en: 'Class of bodies' },
  classIds: { vi: 'Các nhóm cơ quan', en: 'Classes of bodies' },
  conclusion: { vi: 'Kết luận', en: 'Conclusion' },
  condition: { vi: 'Điều kiện', en: 'Condition' },
  coordinate: { vi: 'Phối hợp', en: 'Coordinate' },
  currentPassword: { vi: 'Mật khẩu đang dùng', en: 'Current password' },
  day: { vi: 'Ngày', en: 'Day' },
  daysAfter: { vi: 'Số ngày sau hạn', en: 'Days after' },
  daysBefore: { vi: 'Số ngày trước hạn', en: 'Days before' },
  digestHour: { vi: 'Giờ gửi thư tổng hợp', en: 'Hour of the digest' },
  directiveId: { vi: 'Văn bản', en: 'Directive' },
  downTo: { vi: 'Đến cấp', en: 'Down to' },
  due: { vi: 'Thời hạn', en: 'Deadline' },
  dueBy: { vi: 'Đến hạn trước ngày', en: 'Due by' },
  dueOn: { vi: 'Hoàn thành', en: 'Until' },
  'parts.dueOn': { vi: 'Hạn trình', en: 'Due to be submitted' },
  duties: { vi: 'Chức trách', en: 'Duties' },
  edition: { vi: 'Bản đã duyệt', en: 'Edition' },
  effectiveOn: { vi: 'Ngày có hiệu lực', en: 'In force from' },
  escalates: { vi: 'Tự chuyển cấp trên', en: 'Goes to the superior' },
  event: { vi: 'Bước thực hiện', en: 'Step' },
  exceptBodyIds: { vi: 'Trừ các cơ quan', en: 'Except the bodies' },
  extractionId: { vi: 'Lần đọc tệp', en: 'Reading of the file' },
  figure: { vi: 'Số liệu', en: 'Figure' },
  fileId: { vi: 'Tệp', en: 'File' },
  fileIds: { vi: 'Các tệp', en: 'Files' },
  form: { vi: 'Hình thức', en: 'Form' },
  from: { vi: 'Từ', en: 'From' },
  fromOn: { vi: 'Bắt đầu', en: 'From' },
  grounds: { vi: 'Căn cứ', en: 'Grounds' },
  group: { vi: 'Nhóm danh sách', en: 'Group of the list' },
  heldOn: { vi: 'Ngày tổ chức', en: 'Held on' },
  head: { vi: 'Phần lời văn', en: 'Words around the items' },
  holdingId: { vi: 'Chức danh', en: 'Post' },
  id: { vi: 'Mã của dòng', en: 'Id of the row' },
  ids: { vi: 'Các mã cần tìm', en: 'Ids' },
  instead: { vi: 'Thay cơ quan đang có', en: 'In the place of those there' },
  invited: { vi: 'Số được triệu tập', en: 'Invited' },
  isGathered: { vi: 'Cả đợt', en: 'All that came with it' },
  isMakeUp: { vi: 'Học bổ sung', en: 'Make-up session' },
  isStanding: { vi: 'Nhiệm vụ thường xuyên', en: 'Standing task' },
  isWorking: { vi: 'Ngày làm việc', en: 'Working day' },
  issuedOn: { vi: 'Ngày ban hành', en: 'Day of issue' },
  issuerId: { vi: 'Cơ quan ban hành', en: 'Issuer' },
  issuerName: { vi: 'Tên cơ quan ban hành', en: 'Name of the issuer' },
  itemId: { vi: 'Đầu việc', en: 'Item' },
  itemIds: { vi: 'Các đầu việc', en: 'Items' },
  items: { vi: 'Các dòng', en: 'Rows' },
  kind: { vi: 'Loại', en: 'Kind' },
  kinds: { vi: 'Các loại', en: 'Kinds' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  late: { vi: 'Lọc theo thời hạn trình', en: 'In time' },
  lead: { vi: 'Chủ trì', en: 'Leads' },
  least: { vi: 'Mức giống ít nhất', en: 'Least likeness' },
  ledBy: { vi: 'Người chủ trì', en: 'Led by' },
  level: { vi: 'Cấp', en: 'Level' },
  levels: { vi: 'Các cấp', en: 'Levels' },
  limit: { vi: 'Số dòng một trang', en: 'Rows on a page' },
  locked: { vi: 'Khóa tài khoản', en: 'Locked' },
  materialIds: { vi: 'Tài liệu', en: 'Materials' },
  members: { vi: 'Tổng số đảng viên', en: 'Members' },
  milestoneIds: { vi: 'Các mốc', en: 'Milestones' },
  milestones: { vi: 'Các mốc', en: 'Milestones' },
  minutesIds: { vi: 'Biên bản', en: 'Minutes' },
  money: { vi: 'Kinh phí (đồng)', en: 'Money (đồng)' },
  name: { vi: 'Tên', en: 'Name' },
  named: { vi: 'Tên ghi trong văn bản', en: 'As named' },
  needsAcceptance: { vi: 'Duyệt hai bước', en: 'Two steps' },
  newPassword: { vi: 'Mật khẩu mới', en: 'New password' },
  note: { vi: 'Ghi chú', en: 'Note' },
  number: { vi: 'Số, ký hiệu', en: 'Number' },
  obligationId: { vi: 'Nhiệm vụ được giao', en: 'Obligation' },
  obligationIds: { vi: 'Thực hiện nhiệm vụ', en: 'Obligations' },
  of: { vi: 'Thông báo cùng đợt', en: 'Notices that came together' },
  offset: { vi: 'Bắt đầu từ dòng', en: 'From the row' },
  onDaysOff: { vi: 'Nhắc cả ngày nghỉ', en: 'On days off' },
  order: { vi: 'Thứ tự', en: 'Order' },
  orderId: { vi: 'Yêu cầu lập kế hoạch', en: 'Order to plan' },
  page: { vi: 'Trang', en: 'Page' },
  parentId: { vi: 'Cơ quan cấp trên', en: 'Superior body' },
  part: { vi: 'Phần, mục', en: 'Part' },
  parts: { vi: 'Cơ quan, hạn trình và nơi duyệt', en: 'Bodies, days and approvers' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  percent: { vi: 'Tiến độ (%)', en: 'Progress (%)' },
  personId: { vi: 'Người phụ trách', en: 'Person' },
  photoIds: { vi: 'Ảnh', en: 'Photos' },
  place: { vi: 'Địa danh', en: 'Place' },
  planId: { vi: 'Kế hoạch', en: 'Plan' },
  posts: { vi: 'Lọc theo chức danh', en: 'By post' },
  present: { vi: 'Số có mặt', en: 'Present' },
  product: { vi: 'Sản phẩm', en: 'Product' },
  query: { vi: 'Bộ lọc', en: 'Filters' },
  quietFrom: { vi: 'Không nhắc từ giờ', en: 'Quiet from' },
  quietTo: { vi: 'Không nhắc đến giờ', en: 'Quiet until' },
  reachId: { vi: 'Phạm vi', en: 'Reach' },
  reason: { vi: 'Lý do', en: 'Reason' },
  receiptIds: { vi: 'Các văn bản đến', en: 'Receipts' },
  receiveBy: { vi: 'Hạn tiếp nhận', en: 'Receive by' },
  recipients: { vi: 'Nơi nhận', en: 'Recipients' },
  references: { vi: 'Văn bản liên quan', en: 'References' },
  relation: { vi: 'Quan hệ', en: 'Relation' },
  remarks: { vi: 'Nhận xét', en: 'Remarks' },
  'remarks.text': { vi: 'Nhận xét', en: 'Remark' },
  removed: { vi: 'Bỏ đầu việc', en: 'Removed' },
  removedIds: { vi: 'Các tệp bỏ đi', en: 'Removed files' },
  replacementId: { vi: 'Văn bản thay thế', en: 'Replacement' },
  role: { vi: 'Vai trò', en: 'Role' },
  roles: { vi: 'Các vai trò', en: 'Roles' },
  rows: { vi: 'Các dòng', en: 'Rows' },
  secrecy: { vi: 'Độ mật', en: 'Secrecy' },
  settled: { vi: 'Đã xác định', en: 'Settled' },
  shortName: { vi: 'Tên viết tắt', en: 'Short name' },
  side: { vi: 'Phía xem', en: 'Side' },
  signer: { vi: 'Người ký', en: 'Signer' },
  signerTitle: { vi: 'Chức vụ người ký', en: 'Title of the signer' },
  sort: { vi: 'Sắp xếp theo', en: 'Sort by' },
  standingId: { vi: 'Cơ quan thường trực', en: 'Standing body' },
  standings: { vi: 'Lọc theo tình hình', en: 'Standings' },
  state: { vi: 'Tình trạng', en: 'State' },
  states: { vi: 'Các tình trạng', en: 'States' },
  studied: { vi: 'Số đảng viên đã quán triệt', en: 'Members who have studied it' },
  studyBy: { vi: 'Hạn quán triệt', en: 'Study by' },
  superiorItemIds: { vi: 'Thực hiện đầu việc cấp trên', en: 'Items of the superior' },
  targetId: { vi: 'Văn bản được nhắc tới', en: 'Directive referred to' },
  taskId: { vi: 'Nhiệm vụ', en: 'Task' },
  taskIds: { vi: 'Các nhiệm vụ', en: 'Tasks' },
  template: { vi: 'Mẫu', en: 'Template' },
  text: { vi: 'Nội dung', en: 'Words' },
  thingIds: { vi: 'Những việc cần đôn đốc', en: 'What is urged' },
  title: { vi: 'Tên, trích yếu', en: 'Title' },
  to: { vi: 'Đến', en: 'To' },
  topic: { vi: 'Chuyên đề', en: 'Topic' },
  under: { vi: 'Thuộc nhánh', en: 'In the branch of' },
  underId: { vi: 'Thuộc nhánh', en: 'In the branch of' },
  unit: { vi: 'Đơn vị tính', en: 'Unit' },
  until: { vi: 'Đến ngày', en: 'Until' },
  unwantedKinds: { vi: 'Loại nhắc việc không nhận', en: 'Kinds not wanted' },
  username: { vi: 'Tên đăng nhập', en: 'User name' },
  version: { vi: 'Lần sửa đang xem', en: 'Version seen' },
  waits: { vi: 'Lọc theo vướng mắc', en: 'Held up' },
  was: { vi: 'Nội dung trước khi sửa', en: 'What it was' },
  way: { vi: 'Cách triển khai', en: 'Way' },
  what: { vi: 'Việc', en: 'What' },
  why: { vi: 'Lý do', en: 'Reason' },
  withHead: { vi: 'Kèm phần lời văn', en: 'With the words around the items' },
  worded: { vi: 'Thời hạn như văn bản ghi', en: 'As worded' },
  words: { vi: 'Từ ngữ', en: 'Words' },
  year: { vi: 'Năm', en: 'Year' },
} as const satisfies Words

const words = {
  wrong: { vi: 'Chưa nhận được vì: {{what}}.', en: 'It was not taken: {{what}}.' },
  inRow: { vi: '«{{name}}» ở dòng {{row}}', en: '«{{name}}» in row {{row}}' },
  named: { vi: '«{{name}}»', en: '«{{name}}»' },
  more: { vi: 'và {{count}} chỗ khác', en: 'and {{count}} more' },
  something: { vi: 'dữ liệu gửi lên', en: 'what was sent' },
  absent: { vi: 'chưa có, xin nhập', en: 'is missing; fill it in' },
  tooShort: { vi: 'cần ít nhất {{least}} ký tự', en: 'takes at least {{least}} characters' },
  tooLong: { vi: 'dài quá, nhiều nhất {{most}} ký tự', en: 'takes at most {{most}} characters' },
  tooFew: { vi: 'cần chọn ít nhất {{least}} mục', en: 'takes at least {{least}} entries' },
  tooMany: { vi: 'nhiều quá, nhiều nhất {{most}} mục', en: 'takes at most {{most}} entries' },
  tooSmall: { vi: 'không được nhỏ hơn {{least}}', en: 'can’t be less than {{least}}' },
  tooLarge: { vi: 'không được lớn hơn {{most}}', en: 'can’t be more than {{most}}' },
  badDay: { vi: 'không phải một ngày có trên lịch; xin ghi đủ ngày, tháng, năm', en: 'is no day of the calendar; give day, month and year' },
  badId: { vi: 'không phải một mục có trên hệ thống; xin chọn lại từ danh sách', en: 'is nothing the system has; choose it from the list' },
  badChoice: { vi: 'không có trong các lựa chọn; xin chọn lại', en: 'is none of the choices; choose again' },
  badNumber: { vi: 'phải ghi bằng số', en: 'must be a number' },
  badWhole: { vi: 'phải là số nguyên', en: 'must be a whole number' },
  badText: { vi: 'phải ghi bằng chữ', en: 'must be words' },
  badYesNo: { vi: 'phải là có hoặc không', en: 'must be yes or no' },
  badList: { vi: 'phải là một danh sách', en: 'must be a list' },
  badShape: { vi: 'chưa đúng dạng yêu cầu', en: 'is not in the form asked for' },
} as const satisfies Words

type Issue = z.core.$ZodIssue

const byType: Record<string, Word> = {
  number: words.badNumber,
  int: words.badWhole,
  string: words.badText,
  boolean: words.badYesNo,
  array: words.badList,
}

/** What is wanted of a field, to be said behind its name. */
function wanted(issue: Issue): [Word, Values] {
  const { input } = issue
  if (input === undefined || input === null || input === '') return [words.absent, {}]
  if (issue.code === 'too_small') {
    const least = Number(issue.minimum)
    if (issue.origin === 'string') return least <= 1 ? [words.absent, {}] : [words.tooShort, { least }]
    return [issue.origin === 'array' ? words.tooFew : words.tooSmall, { least }]
  }
  if (issue.code === 'too_big') {
    const most = Number(issue.maximum)
    if (issue.origin === 'string') return [words.tooLong, { most }]
    return [issue.origin === 'array' ? words.tooMany : words.tooLarge, { most }]
  }
  if (issue.code === 'invalid_format') return [issue.format === 'date' ? words.badDay : issue.format === 'uuid' ? words.badId : words.badShape, {}]
  if (issue.code === 'invalid_value') return [words.badChoice, {}]
  return [issue.code === 'invalid_type' ? (byType[issue.expected] ?? words.badShape) : words.badShape, {}]
}

/** What a field is called, by where it stands in what was sent. */
function nameOf(path: readonly PropertyKey[]): Word {
  const parts = path.filter((part) => typeof part === 'string')
  const known: Record<string, Word> = names
  const [parent, own] = [parts.at(-2), parts.at(-1)]
  const name = known[`${parent}.${own}`] ?? known[own ?? ''] ?? known[parent ?? '']
  if (!name) return words.something
  const row = path.findLast((part) => typeof part === 'number')
  const said = (language: 'vi' | 'en') =>
    fill(row === undefined ? words.named : words.inRow, { name: name[language], row: Number(row) + 1 })[language]
  return { vi: said('vi'), en: said('en') }
}

/** So many faults are told at once. */
const most = 3

/** What is wrong with what was sent, in a sentence: each field as the screens call it, and what is wanted of it. */
export function sayWrong(issues: readonly Issue[]): Word {
  const said = issues.slice(0, most).map((issue) => {
    const [sentence, name] = [fill(...wanted(issue)), nameOf(issue.path)]
    return { vi: `${name.vi} ${sentence.vi}`, en: `${name.en} ${sentence.en}` }
  })
  if (issues.length > most) said.push(fill(words.more, { count: issues.length - most }))
  const joined = (language: 'vi' | 'en') => fill(words.wrong, { what: said.map((one) => one[language]).join('; ') })[language]
  return { vi: joined('vi'), en: joined('en') }
}
