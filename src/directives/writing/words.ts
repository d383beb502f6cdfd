import type { Words } from '../../kernel/words.ts'

export const words = {
  tasks: { vi: 'Nhiệm vụ', en: 'Tasks' },
  unit: { vi: 'nhiệm vụ', en: 'tasks' },
  number: { vi: 'TT', en: 'No.' },
  place: { vi: 'Mục', en: 'Place' },
  task: { vi: 'Nội dung nhiệm vụ', en: 'Task' },
  lead: { vi: 'Chủ trì', en: 'Lead' },
  coordinate: { vi: 'Phối hợp', en: 'Coordinate' },
  advise: { vi: 'Tham mưu cho', en: 'Advise' },
  submitTo: { vi: 'Trình, báo cáo', en: 'Submit to' },
  via: { vi: 'Qua', en: 'Via' },
  followUp: { vi: 'Theo dõi, đôn đốc', en: 'Follow up' },
  products: { vi: 'Sản phẩm', en: 'Products' },
  conditions: { vi: 'Điều kiện', en: 'Conditions' },
  standing: { vi: 'Thường xuyên', en: 'Standing duty' },
  yes: { vi: 'Có', en: 'Yes' },
  worded: { vi: 'Thời hạn theo văn bản', en: 'Deadline as worded' },
  due: { vi: 'Các mốc', en: 'Days' },
  last: { vi: 'Hạn cuối', en: 'Last day' },
  doubts: { vi: 'Cần xem lại', en: 'To be looked at again' },
  left: { vi: 'Còn lại (ngày)', en: 'Days left' },
} as const satisfies Words
