import type { Words } from '../../kernel/words.ts'

export const words = {
  subject: { vi: '[Triển Khai] {{todo}} việc cần xử lý', en: '[Triển Khai] {{todo|thing waits|things wait}} for you' },
  subjectOverdue: {
    vi: '[Triển Khai] {{todo}} việc cần xử lý, trong đó {{overdue}} việc quá hạn',
    en: '[Triển Khai] {{todo|thing waits|things wait}} for you, {{overdue}} overdue',
  },
  subjectNews: { vi: '[Triển Khai] {{count}} thông tin mới', en: '[Triển Khai] {{count|new message|new messages}}' },
  greeting: { vi: 'Kính gửi: Đồng chí {{person}}', en: 'Dear {{person}},' },
  lead: {
    vi: 'Hệ thống Triển Khai xin thông báo: đến ngày {{today}}, đồng chí có {{todo}} việc cần xử lý, cụ thể như sau:',
    en: 'As of {{today}}, {{todo|thing waits|things wait}} for you in Triển Khai:',
  },
  leadOverdue: {
    vi: 'Hệ thống Triển Khai xin thông báo: đến ngày {{today}}, đồng chí có {{todo}} việc cần xử lý, trong đó {{overdue}} việc đã quá hạn, cụ thể như sau:',
    en: 'As of {{today}}, {{todo|thing waits|things wait}} for you in Triển Khai, {{overdue}} of them overdue:',
  },
  leadNews: {
    vi: 'Hệ thống Triển Khai xin thông báo tình hình đến ngày {{today}} như sau:',
    en: 'What happened up to {{today}}:',
  },
  soon: { vi: 'Nhiệm vụ sắp đến hạn', en: 'Due soon' },
  over: { vi: 'Nhiệm vụ quá hạn', en: 'Overdue' },
  'when-receive': { vi: 'đến ngày {{day}}', en: 'arrived on {{day}}' },
  'when-pass-on': { vi: 'tiếp nhận ngày {{day}}', en: 'received on {{day}}' },
  'when-change': { vi: 'gửi ngày {{day}}', en: 'sent on {{day}}' },
  'when-refused-change': { vi: 'từ chối ngày {{day}}', en: 'refused on {{day}}' },
  'when-accept': { vi: 'giao ngày {{day}}', en: 'given on {{day}}' },
  'when-verify': { vi: 'báo cáo ngày {{day}}', en: 'reported on {{day}}' },
  'when-appraise': { vi: 'trình ngày {{day}}', en: 'submitted on {{day}}' },
  'when-mend': { vi: 'yêu cầu bổ sung ngày {{day}}', en: 'sent back on {{day}}' },
  'when-mend-plan': { vi: 'trả lại ngày {{day}}', en: 'returned on {{day}}' },
  'when-issue-plan': { vi: 'duyệt ngày {{day}}', en: 'approved on {{day}}' },
  'when-returned': { vi: 'trả lại ngày {{day}}', en: 'returned on {{day}}' },
  dueOn: { vi: 'hạn {{day}}, còn {{days}} ngày', en: 'due {{day}}, {{days|day|days}} left' },
  dueToday: { vi: 'hạn {{day}}, đến hạn hôm nay', en: 'due {{day}}, today' },
  overdueSince: { vi: 'hạn {{day}}, quá hạn {{days}} ngày', en: 'due {{day}}, {{days|day|days}} overdue' },
  letterNumber: { vi: 'Công văn số {{number}}', en: 'Letter {{number}}' },
  other: { vi: 'Cơ quan: {{body}}', en: 'Body: {{body}}' },
  others: { vi: 'và {{count}} mục khác cùng đợt', en: 'and {{count}} more that came with it' },
  more: { vi: 'Và {{count}} việc khác, xem tại hệ thống.', en: 'And {{count}} more; see them in the product.' },
  footer: {
    vi: 'Thư do hệ thống tự động gửi, đề nghị không trả lời thư này. Đồng chí thay đổi hoặc thôi nhận thư tại:',
    en: 'Sent automatically; please don’t answer. Change or stop these mails at:',
  },
} as const satisfies Words
