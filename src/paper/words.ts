import type { Words } from '../kernel/words.ts'

export const words = {
  figuresOf: { vi: 'Số liệu đến ngày {{day}}', en: 'Figures up to {{day}}' },
  unitOf: { vi: 'Đơn vị tính: {{unit}}', en: 'Unit: {{unit}}' },
  filteredBy: { vi: 'Bộ lọc: {{filters}}', en: 'Filters: {{filters}}' },
} as const satisfies Words
