import type { Words } from '../../kernel/words.ts'

export const words = {
  download: { vi: 'Tải xuống', en: 'Download' },
  original: { vi: 'Bản gốc', en: 'Original' },
  originalHint: { vi: 'Tệp gốc, nguyên vẹn như khi nhập', en: 'The file as it was handed in, byte for byte' },
  asExcel: { vi: 'Excel', en: 'Excel' },
  asExcelHint: { vi: 'Bảng nhiệm vụ (.xlsx)', en: 'The table of tasks (.xlsx)' },
  asCsv: { vi: 'CSV', en: 'CSV' },
  asCsvHint: { vi: 'Bảng nhiệm vụ cho phần mềm khác (.csv)', en: 'The table of tasks for other programs (.csv)' },
  asAkomaNtoso: { vi: 'Akoma Ntoso', en: 'Akoma Ntoso' },
  asAkomaNtosoHint: {
    vi: 'Toàn văn theo chuẩn văn bản pháp luật Akoma Ntoso 3.0 (.xml)',
    en: 'The whole text in the standard of legal documents, Akoma Ntoso 3.0 (.xml)',
  },
  asJson: { vi: 'JSON', en: 'JSON' },
  asJsonHint: { vi: 'Điều khoản và nhiệm vụ cho phần mềm khác (.json)', en: 'Provisions and tasks for other programs (.json)' },
} as const satisfies Words
