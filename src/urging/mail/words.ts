import type { Words } from '../../kernel/words.ts'

export const words = {
  subject: { vi: '[Triển Khai] {{count}} việc cần đồng chí xử lý', en: '[Triển Khai] {{count}} things wait for you' },
  subjectOverdue: {
    vi: '[Triển Khai] {{count}} việc cần đồng chí xử lý, {{overdue}} việc quá hạn',
    en: '[Triển Khai] {{count}} things wait for you, {{overdue}} overdue',
  },
  greeting: { vi: 'Kính gửi đồng chí {{person}},', en: 'Dear {{person}},' },
  lead: { vi: 'Có {{count}} việc cần đồng chí xử lý trên hệ thống Triển Khai:', en: '{{count}} things wait for you in Triển Khai:' },
  leadOverdue: {
    vi: 'Có {{count}} việc cần đồng chí xử lý trên hệ thống Triển Khai, trong đó {{overdue}} việc đã quá hạn:',
    en: '{{count}} things wait for you in Triển Khai, {{overdue}} of them overdue:',
  },
  dueOn: { vi: 'hạn {{day}}', en: 'due {{day}}' },
  overdueSince: { vi: 'quá hạn từ {{day}}', en: 'overdue since {{day}}' },
  since: { vi: 'từ ngày {{day}}', en: 'since {{day}}' },
  more: { vi: 'Và {{count}} việc khác.', en: 'And {{count}} more.' },
  footer: {
    vi: 'Thư gửi tự động, xin không trả lời. Đổi hoặc thôi nhận thư nhắc tại:',
    en: 'Sent automatically; please don’t answer. Change or stop these mails at:',
  },
} as const satisfies Words
