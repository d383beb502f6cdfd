import type { Words } from '../kernel/words.ts'

/** What the server says. */
export const words = {
  noNotice: { vi: 'Không có thông báo này.', en: 'There is no such notice.' },
  noRule: { vi: 'Không có quy tắc nhắc này, hoặc quy tắc đã hết hiệu lực.', en: 'There is no such rule in force.' },
  notYoursToRule: {
    vi: 'Quy tắc chung do quản trị toàn hệ thống đặt; quy tắc của một văn bản do cơ quan thường trực của văn bản đó đặt.',
    en: 'Rules for all are set by the administrator of the whole; those of a directive by its standing body.',
  },
  keepsGeneral: {
    vi: 'Quy tắc chung không bỏ được; muốn thôi nhắc, xin đặt lại quy tắc không có ngày nào.',
    en: 'The general rule stays; to stop reminding, set it without any days.',
  },
  onlyWholeAdministrator: {
    vi: 'Ngày nghỉ lễ do quản trị toàn hệ thống ghi.',
    en: 'Public holidays are noted by the administrator of the whole.',
  },
  digestInQuiet: {
    vi: 'Giờ gửi thư tổng hợp ({{hour}} giờ) nằm trong giờ yên tĩnh. Xin chọn giờ khác.',
    en: 'The hour of the digest ({{hour}}:00) lies in the quiet hours. Choose another.',
  },
  addressNeeded: { vi: 'Xin nhập địa chỉ thư để nhận thư nhắc.', en: 'Give an address to be told by e-mail.' },
  domainRefused: {
    vi: 'Chỉ nhận địa chỉ thư công vụ thuộc: {{domains}}.',
    en: 'Only addresses of these domains are taken: {{domains}}.',
  },
  noCalendar: { vi: 'Không có lịch ở địa chỉ này, hoặc địa chỉ đã được thay.', en: 'There is no calendar at this address, or it was replaced.' },
  nothingToUrge: {
    vi: 'Không có việc quá hạn nào thuộc quyền đôn đốc của cơ quan đồng chí (hoặc đã đôn đốc, đang chờ trả lời).',
    en: 'Nothing overdue here is yours to urge (or it was urged already and an answer is awaited).',
  },
  tooManyToUrge: {
    vi: 'Có hơn {{limit}} việc quá hạn. Xin lọc bớt (theo văn bản, cơ quan) rồi đôn đốc từng phần.',
    en: 'More than {{limit}} are overdue. Narrow the list (by directive or body) and urge part by part.',
  },
  tooManyNamed: {
    vi: 'Mỗi lần chọn đôn đốc tối đa {{limit}} dòng. Xin chọn ít hơn, hoặc lọc danh sách rồi đôn đốc cả danh sách.',
    en: 'At most {{limit}} rows can be chosen at a time. Choose fewer, or filter the list and urge all of it.',
  },
  tooManyRows: {
    vi: 'Danh sách có hơn {{limit}} dòng. Xin thu hẹp bằng bộ lọc.',
    en: 'The list has more than {{limit}} rows. Narrow it with the filters.',
  },
  answerByPast: { vi: 'Hạn trả lời phải từ hôm nay trở đi.', en: 'The day to answer by can’t be past.' },
  numberTaken: {
    vi: 'Số {{number}} cơ quan đã dùng cho văn bản đôn đốc ngày {{day}}. Xin kiểm tra lại, hoặc để trống để văn thư ghi sau.',
    en: 'The number {{number}} is that of letters your body sent on {{day}}. Check it, or leave it empty.',
  },
  onlySuperior: {
    vi: 'Chỉ cấp trên được chuyển tới mới cho ý kiến chỉ đạo về việc này.',
    en: 'Only the superior it was brought before says what is to be done.',
  },
  nothingToDirect: {
    vi: 'Việc đôn đốc này đã được trả lời, đã có ý kiến chỉ đạo hoặc đã kết thúc.',
    en: 'This urging was answered, has its direction, or has ended.',
  },
  noUrging: { vi: 'Không có văn bản đôn đốc này, hoặc đồng chí không có quyền xem.', en: 'There is no such urging, or you may not see it.' },
  onlyUrged: { vi: 'Chỉ cơ quan được đôn đốc trả lời.', en: 'Only the urged body answers.' },
  onlyUrger: { vi: 'Chỉ cơ quan đôn đốc được làm việc này.', en: 'Only the body that urged may do this.' },
  alreadyAnswered: {
    vi: 'Văn bản đôn đốc này đã được trả lời hoặc đã kết thúc.',
    en: 'This urging has been answered or has ended.',
  },
  alreadyEnded: { vi: 'Văn bản đôn đốc này đã kết thúc.', en: 'This urging has ended.' },
  notYetSilent: {
    vi: 'Chưa chuyển cấp trên được: còn trong hạn trả lời, đã có trả lời, hoặc đã chuyển.',
    en: 'It can’t be brought before the superior: there is still time to answer, or it was answered or brought already.',
  },
  noSuperior: {
    vi: 'Cơ quan này không có cấp trên để chuyển, hoặc cấp trên không có tên trong văn bản mật.',
    en: 'There is no superior to bring it before, or the superior is not named in the secret directive.',
  },
  'prefilled-milestone': {
    vi: 'Qua theo dõi, đến ngày {{today}} cơ quan, đơn vị còn nhiệm vụ đã quá thời hạn được giao mà chưa hoàn thành (theo danh sách dưới đây). Đề nghị khẩn trương thực hiện, báo cáo kết quả, nêu rõ nguyên nhân chậm và thời gian hoàn thành.',
    en: 'As of {{today}} the tasks listed below are past their day and not done. Please carry them out without delay and report the result, the cause of the delay and the day by which they will be done.',
  },
  'prefilled-plan': {
    vi: 'Qua theo dõi, đến ngày {{today}} cơ quan, đơn vị chưa trình kế hoạch của cấp mình dù đã quá hạn (theo danh sách dưới đây). Đề nghị khẩn trương hoàn thiện, trình kế hoạch, nêu rõ nguyên nhân chậm và ngày trình.',
    en: 'As of {{today}} the plans listed below are past their day and not submitted. Please finish and submit them without delay, and say the cause of the delay and the day.',
  },
  'prefilled-receive': {
    vi: 'Qua theo dõi, đến ngày {{today}} cơ quan, đơn vị chưa xác nhận tiếp nhận văn bản đã gửi (theo danh sách dưới đây). Đề nghị kiểm tra, xác nhận tiếp nhận ngay và tổ chức triển khai.',
    en: 'As of {{today}} the directives listed below were not confirmed as received. Please look, confirm reception at once and carry them out.',
  },
  'prefilled-study': {
    vi: 'Qua theo dõi, đến ngày {{today}} cơ quan, đơn vị chưa tổ chức học tập, quán triệt văn bản dù đã quá hạn (theo danh sách dưới đây). Đề nghị khẩn trương tổ chức, ghi nhận kết quả, nêu rõ nguyên nhân chậm.',
    en: 'As of {{today}} the directives listed below were not studied by the day set. Please hold the session, record it, and say the cause of the delay.',
  },
  'about-milestone': { vi: 'đôn đốc thực hiện nhiệm vụ quá hạn', en: 'urging over what is overdue' },
  'about-plan': { vi: 'đôn đốc xây dựng, trình kế hoạch', en: 'urging over plans' },
  'about-receive': { vi: 'đôn đốc tiếp nhận văn bản', en: 'urging over reception' },
  'about-study': { vi: 'đôn đốc học tập, quán triệt văn bản', en: 'urging over study' },
  'thing-milestone': { vi: '', en: '' },
  'thing-plan': { vi: 'Trình kế hoạch', en: 'Submit the plan' },
  'thing-receive': { vi: 'Xác nhận tiếp nhận văn bản', en: 'Confirm reception' },
  'thing-study': { vi: 'Tổ chức học tập, quán triệt', en: 'Hold the study session' },
  'column-milestone': { vi: 'Nội dung nhiệm vụ', en: 'Task' },
  'column-plan': { vi: 'Kế hoạch phải trình', en: 'Plan to submit' },
  'column-receive': { vi: 'Văn bản phải tiếp nhận', en: 'Directive to receive' },
  'column-study': { vi: 'Văn bản phải quán triệt', en: 'Directive to study' },
  receiveDay: { vi: 'Hạn tiếp nhận văn bản', en: 'To be received' },
  studyDay: { vi: 'Hạn học tập, quán triệt', en: 'To be studied' },
  secret: { vi: 'Có nhiệm vụ thuộc văn bản mật', en: 'A task of a secret directive' },
  secretReceipt: { vi: 'Có văn bản mật gửi đến', en: 'A secret directive was sent' },
  secretChange: { vi: 'Có thay đổi của văn bản mật', en: 'A secret directive was changed' },
  secretPlan: { vi: 'Có kế hoạch thuộc văn bản mật', en: 'A plan for a secret directive' },
  secretUrging: { vi: 'Có văn bản đôn đốc thuộc văn bản mật', en: 'An urging that belongs to a secret directive' },
  // what a notice says, by its kind
  receive: { vi: 'Văn bản đến chờ tiếp nhận', en: 'Directive to be received' },
  study: { vi: 'Văn bản phải quán triệt', en: 'Directive to be studied' },
  change: { vi: 'Thay đổi văn bản chờ trả lời', en: 'Change of a directive to be answered' },
  accept: { vi: 'Nhiệm vụ chờ tiếp nhận', en: 'To be accepted' },
  milestone: { vi: 'Thời hạn nhiệm vụ', en: 'Deadline' },
  verify: { vi: 'Báo cáo chờ xác nhận', en: 'To be verified' },
  returned: { vi: 'Nhiệm vụ bị trả lại, chờ xử lý', en: 'Returned, to be dealt with' },
  plan: { vi: 'Kế hoạch phải xây dựng', en: 'Plan to be made' },
  appraise: { vi: 'Kế hoạch chờ thẩm định', en: 'Plan to be appraised' },
  urging: { vi: 'Đôn đốc chờ trả lời', en: 'Urging to be answered' },
  urged: { vi: 'Được đôn đốc', en: 'Urged' },
  answered: { vi: 'Đã trả lời đôn đốc', en: 'Urging answered' },
  silent: { vi: 'Quá hạn mà chưa trả lời đôn đốc', en: 'Urging not answered in time' },
  escalated: { vi: 'Chuyển lên cấp trên vì không trả lời', en: 'Brought before the superior' },
  directed: { vi: 'Cấp trên cho ý kiến chỉ đạo', en: 'The superior says what is to be done' },
  'urging-lapsed': { vi: 'Việc được đôn đốc không còn phải thực hiện', en: 'What was urged need not be done any more' },
  'urging-done': { vi: 'Việc được đôn đốc đã xong', en: 'What was urged is done' },
} as const satisfies Words
