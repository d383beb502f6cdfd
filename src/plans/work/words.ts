import type { Words } from '../../kernel/words.ts'

/** How plans are named among what waits for somebody: apart, so that the first page carries no more of them. */
export const words = {
  planOf: { vi: '{{form}} của {{body}}', en: '{{form}} of {{body}}' },
  formBare: { vi: 'Kế hoạch', en: 'Plan' },
  'work-start': { vi: 'Bắt đầu xây dựng', en: 'To begin' },
  'work-finish': { vi: 'Hoàn thiện và trình', en: 'To finish and submit' },
  'work-mend': { vi: 'Sửa theo ý kiến trả lại', en: 'To mend' },
  'work-amend': { vi: 'Điều chỉnh theo văn bản đã thay đổi', en: 'To amend as the directive has changed' },
  'work-issue': { vi: 'Ban hành, ghi số', en: 'To issue' },
  'work-appraise': { vi: 'Thẩm định', en: 'To appraise' },
  'work-accept': { vi: 'Chấp thuận', en: 'To accept' },
  'work-reason': { vi: 'Quyết định lý do', en: 'Reasons to decide' },
} as const satisfies Words
