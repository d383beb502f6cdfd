import type { Words } from '../../kernel/words.ts'

export const words = {
  itemsSheet: { vi: 'Đầu việc', en: 'Items' },
  unitItems: { vi: 'đầu việc', en: 'item' },
  howToFill: {
    vi: 'Sửa, thêm, bỏ dòng rồi nhập lại tệp vào kế hoạch. Cột «Thực hiện…» ghi mã ở trang «{{sheet}}», cách nhau bằng dấu chấm phẩy',
    en: 'Change, add or delete rows, then import the file into the plan. The columns «Answers…» take the codes of the sheet «{{sheet}}», parted by semicolons',
  },
  codesSheet: { vi: 'Mã nhiệm vụ', en: 'Codes' },
  codesTitle: { vi: 'Những việc mà đầu việc của kế hoạch thực hiện', en: 'What the items of the plan answer' },
  unitCodes: { vi: 'nhiệm vụ', en: 'obligation' },
  code: { vi: 'Mã để ghi', en: 'Code' },
  codeOf: { vi: 'Là', en: 'Is' },
  ofObligation: { vi: 'nhiệm vụ được giao', en: 'obligation' },
  ofSuperior: { vi: 'đầu việc của cấp trên', en: 'item of the superior' },
  due: { vi: 'Thời hạn', en: 'Due' },
  nothingChosen: { vi: 'Chưa chọn dòng nào để nhập.', en: 'No row is chosen.' },
  itemChanged: {
    vi: 'Người khác vừa sửa hoặc bỏ đầu việc «{{text}}», nên chưa nhập dòng nào. Xin xem lại phần khác nhau rồi nhập tiếp; tệp vẫn còn đây.',
    en: 'Somebody else has just changed or removed «{{text}}», so nothing was imported. Look at the differences again, then import; the file is still here.',
  },
} as const satisfies Words
