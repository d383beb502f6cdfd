import type { Words } from '../kernel/words.ts'

export const words = {
  expected: { vi: 'Chưa gửi đến', en: 'Not sent yet' },
  arrived: { vi: 'Đã đến', en: 'Arrived' },
  refused: { vi: 'Từ chối nhận', en: 'Refused' },
  received: { vi: 'Đã tiếp nhận', en: 'Received' },
  assigned: { vi: 'Đã phân công', en: 'Assigned' },
  processing: { vi: 'Đang xử lý', en: 'Processing' },
  done: { vi: 'Hoàn thành', en: 'Done' },
  recalled: { vi: 'Đã thu hồi', en: 'Recalled' },
  send: { vi: 'Gửi', en: 'Send' },
  receive: { vi: 'Tiếp nhận', en: 'Receive' },
  refuse: { vi: 'Từ chối nhận', en: 'Refuse' },
  assign: { vi: 'Phân công xử lý', en: 'Assign' },
  start: { vi: 'Bắt đầu xử lý', en: 'Start processing' },
  finish: { vi: 'Hoàn thành xử lý', en: 'Finish' },
  recall: { vi: 'Thu hồi', en: 'Recall' },
  'at-once': { vi: 'Gửi thẳng đến tất cả', en: 'To everybody at once' },
  'level-by-level': { vi: 'Gửi lần lượt từng cấp', en: 'Level by level' },
  recipient: { vi: 'Có tên tại Nơi nhận', en: 'Named in «Nơi nhận»' },
  part: { vi: 'Được giao nhiệm vụ', en: 'With a part in it' },
  below: { vi: 'Cấp dưới của các cơ quan trên', en: 'Under one of those' },
  added: { vi: 'Gửi bổ sung', en: 'Sent later' },
  'in-person': { vi: 'Trực tiếp', en: 'In person' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  mixed: { vi: 'Trực tiếp kết hợp trực tuyến', en: 'In person and online' },
  'self-study': { vi: 'Tự nghiên cứu', en: 'Self-study' },
  material: { vi: 'Tài liệu', en: 'Material' },
  minutes: { vi: 'Biên bản', en: 'Minutes' },
  photo: { vi: 'Ảnh', en: 'Photograph' },
  noLonger: {
    vi: 'Văn bản đã được thu hồi hoặc thay thế; không còn phổ biến, quán triệt văn bản này.',
    en: 'The directive was recalled or replaced; it is no longer made known or studied.',
  },
  notIssued: {
    vi: 'Chỉ phổ biến văn bản đã ban hành và còn hiệu lực theo dõi.',
    en: 'Only an issued directive that is still followed can be sent out.',
  },
  notSender: {
    vi: 'Việc này do cơ quan thường trực hoặc cơ quan nhập văn bản làm.',
    en: 'This is for the standing body or the owner of the directive.',
  },
  startedAlready: { vi: 'Văn bản này đã được gửi đi phổ biến.', en: 'This directive has been sent out already.' },
  notStarted: { vi: 'Văn bản này chưa được gửi đi phổ biến.', en: 'This directive has not been sent out yet.' },
  unmatched: {
    vi: 'Còn {{count}} tên tại «Nơi nhận» chưa rõ là cơ quan nào, ví dụ «{{example}}». Xin chọn cơ quan hoặc ghi nhận là không thuộc danh mục.',
    en: '{{count}} names in «Nơi nhận» stand for nobody yet, for example «{{example}}». Match them, or settle that they name none of the registry.',
  },
  nobody: { vi: 'Không có cơ quan nào để gửi đến.', en: 'There is nobody to send it to.' },
  sentAlready: {
    vi: 'Các cơ quan đã chọn đều đã được gửi văn bản này.',
    en: 'All of these bodies have been sent it already.',
  },
  secretBelow: {
    vi: 'Văn bản mật chỉ gửi đến các cơ quan có tên, không gửi xuống các cấp dưới.',
    en: 'A secret directive is sent to the named bodies alone, not to those below.',
  },
  dayPast: { vi: 'Ngày hẹn ({{day}}) đã qua.', en: 'The day set ({{day}}) is past.' },
  studyBeforeReceive: {
    vi: 'Ngày hoàn thành quán triệt phải từ ngày hẹn tiếp nhận trở đi.',
    en: 'The day to have studied it by can’t be before the day to receive it by.',
  },
  receiveLater: {
    vi: 'Hạn tiếp nhận đặt cho cấp dưới không được muộn hơn hạn của văn bản ({{day}}).',
    en: 'The day set for those below to receive it can’t be later than that of the directive ({{day}}).',
  },
  studyLater: {
    vi: 'Hạn quán triệt đặt cho cấp dưới không được muộn hơn hạn cấp trên yêu cầu ({{day}}).',
    en: 'The day set for those below to study it can’t be later than that asked from above ({{day}}).',
  },
  noSuchName: { vi: 'Văn bản không có tên này tại «Nơi nhận».', en: 'There is no such name in «Nơi nhận».' },
  onlyOneMeaning: {
    vi: 'Xin chọn một nhóm cơ quan, hoặc các cơ quan, hoặc ghi nhận là không thuộc danh mục.',
    en: 'Choose a class, or bodies, or settle that it names none.',
  },
  noReceipt: {
    vi: 'Không có văn bản đến này, hoặc đồng chí không có phần trong đó.',
    en: 'There is no such receipt, or you have no part in it.',
  },
  notNow: {
    vi: 'Không thể «{{event}}» khi văn bản đang ở tình trạng «{{state}}», hoặc việc này không thuộc phần của cơ quan đồng chí.',
    en: '«{{event}}» is not possible while it is «{{state}}», or not your body’s part.',
  },
  changed: {
    vi: 'Người khác vừa xử lý văn bản này. Xin xem lại rồi làm tiếp; phần đang nhập vẫn còn trên màn hình.',
    en: 'Somebody else has just acted on this. Look again, then go on; what you entered is still on the screen.',
  },
  reasonNeeded: { vi: 'Xin ghi rõ lý do (ít nhất 3 ký tự).', en: 'Give the reason (at least 3 characters).' },
  assigneeNeeded: {
    vi: 'Xin chọn người được phân công, hoặc ghi rõ phân công cho ai.',
    en: 'Choose to whom it is assigned, or say so in words.',
  },
  notOfBody: { vi: 'Người được phân công không giữ chức danh của cơ quan này.', en: 'The assignee holds no post of this body.' },
  daysStand: { vi: 'Các cơ quan này đã có đúng hạn đó; chưa có gì thay đổi.', en: 'They have these days already: nothing has changed.' },
  receiveFirst: { vi: 'Cơ quan cần tiếp nhận văn bản trước khi chuyển tiếp xuống dưới.', en: 'Receive it before passing it on.' },
  nothingBelow: { vi: 'Không còn cơ quan nào bên dưới chờ được gửi.', en: 'Nobody below waits to be sent it.' },
  withTask: { vi: 'Tiếp nhận cùng với nhiệm vụ được giao trong văn bản.', en: 'Received with a task of the directive.' },
  notReceiver: {
    vi: 'Cơ quan của đồng chí chưa tiếp nhận văn bản này nên chưa ghi nhận được hội nghị.',
    en: 'Your body has not received this directive, so it can’t record a session.',
  },
  tooManyPresent: { vi: 'Số người dự không thể nhiều hơn số được triệu tập.', en: 'There can’t be more present than invited.' },
  makeUpOver: {
    vi: 'Lớp học bổ sung tính cho người vắng ở hội nghị trước: cộng cả lại có {{present}} người dự, nhiều hơn {{invited}} người đã triệu tập ở các hội nghị chính. Xin kiểm tra số dự, hoặc bỏ dấu «học bổ sung».',
    en: 'A make-up session is for those absent before: with it {{present}} were present, more than the {{invited}} invited to the others. Check the figures, or take the mark away.',
  },
  moreThanMembers: {
    vi: 'Số đảng viên đã quán triệt ({{studied}}) không thể nhiều hơn tổng số đảng viên ({{members}}).',
    en: 'More members can’t have studied it ({{studied}}) than there are ({{members}}).',
  },
  sessionFirst: {
    vi: 'Chưa có hội nghị quán triệt nào được ghi nhận cho cơ quan; xin ghi nhận hội nghị trước, rồi ghi số đảng viên đã quán triệt.',
    en: 'No study session is on record for the body; record it first, then say how many members have studied it.',
  },
  membersNotYours: {
    vi: 'Chỉ ghi số đảng viên khi cơ quan đã tiếp nhận văn bản và văn bản còn hiệu lực.',
    en: 'Members are told once the body has received the directive, while it is in force.',
  },
  inFuture: { vi: 'Chưa đến ngày {{day}}; chỉ ghi nhận hội nghị đã tổ chức.', en: 'It is not {{day}} yet; record a session once it was held.' },
  beforeStart: {
    vi: 'Hội nghị không thể trước ngày ban hành văn bản ({{day}}).',
    en: 'A session can’t be before the directive was issued ({{day}}).',
  },
  notUnder: {
    vi: 'Chỉ tổ chức chung cho các cơ quan trực thuộc đã được gửi văn bản.',
    en: 'A session is held for bodies under yours that were sent the directive.',
  },
  noSession: {
    vi: 'Không có hội nghị này, hoặc không phải do cơ quan đồng chí tổ chức.',
    en: 'There is no such session, or your body did not hold it.',
  },
  heldAlready: {
    vi: 'Cơ quan đã ghi một hội nghị cùng ngày {{day}}, cùng nội dung, cùng người chủ trì. Nếu là hội nghị khác, xin ghi rõ trong nội dung (như «lớp thứ hai»).',
    en: 'Your body has recorded a session of {{day}} with the same topic and leader. If this is another one, say so in its topic («second class»).',
  },
  sessionWithdrawn: { vi: 'Hội nghị này đã được rút.', en: 'This session was withdrawn.' },
  filesNotYours: {
    vi: 'Có tệp không tìm thấy hoặc không do đồng chí tải lên. Xin tải lại tệp.',
    en: 'A file is missing or was not uploaded by you. Upload it again.',
  },
  notPicture: { vi: '«{{name}}» không phải là ảnh (JPEG, PNG, WebP).', en: '«{{name}}» is no picture (JPEG, PNG, WebP).' },
  tooMany: {
    vi: 'Danh sách có {{total}} dòng, nhiều hơn {{limit}} dòng một tệp. Xin thu hẹp bằng bộ lọc.',
    en: 'The list has {{total}} rows, more than {{limit}} in one file. Narrow it with the filters.',
  },
} as const satisfies Words
