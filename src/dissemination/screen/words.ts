import type { Words } from '../../kernel/words.ts'

export const words = {
  receipts: { vi: 'Tình trạng tiếp nhận', en: 'Receipts' },
  number: { vi: 'STT', en: 'No.' },
  body: { vi: 'Cơ quan', en: 'Body' },
  level: { vi: 'Cấp', en: 'Level' },
  sentBy: { vi: 'Nơi gửi', en: 'Sent by' },
  code: { vi: 'Mã', en: 'Code' },
  state: { vi: 'Tình trạng', en: 'State' },
  arrivedOn: { vi: 'Ngày đến', en: 'Arrived on' },
  receivedOn: { vi: 'Ngày tiếp nhận', en: 'Received on' },
  inTime: { vi: 'Hạn tiếp nhận', en: 'In time' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  late: { vi: 'Tiếp nhận muộn', en: 'Received late' },
  studiedOn: { vi: 'Ngày quán triệt', en: 'Studied on' },
  present: { vi: 'Số dự', en: 'Present' },
  invited: { vi: 'Số triệu tập', en: 'Invited' },
} as const satisfies Words
