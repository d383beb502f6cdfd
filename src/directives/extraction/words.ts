import type { Words } from '../../kernel/words.ts'

/** Why a file is not read, each with what to do now. */
export const words = {
  broken: {
    vi: 'Không đọc được tệp «{{name}}»: tệp bị hỏng hoặc chưa tải về đủ. Xin mở thử, lưu lại rồi chọn tệp mới.',
    en: '«{{name}}» can’t be read: it is broken or was not fetched whole. Open it, save it again, and choose the new file.',
  },
  notWhatItSays: {
    vi: 'Không đọc được tệp «{{name}}»: nội dung không phải tệp .{{ending}} như tên gọi, hoặc tệp bị hỏng. Xin mở thử rồi lưu lại.',
    en: '«{{name}}» can’t be read: what it holds is no .{{ending}} file, or it is broken. Open it and save it again.',
  },
  oldExcel: {
    vi: '«{{name}}» là bảng tính Excel cũ (.xls), không phải văn bản. Xin dán hoặc lưu nội dung vào tệp Word (.docx) rồi tải lên.',
    en: '«{{name}}» is an old Excel sheet (.xls), no document. Put what it says into a Word file (.docx) and upload that.',
  },
  excel: {
    vi: '«{{name}}» là bảng tính Excel (.xlsx), không phải văn bản. Xin dán hoặc lưu nội dung vào tệp Word (.docx) rồi tải lên.',
    en: '«{{name}}» is an Excel sheet (.xlsx), no document. Put what it says into a Word file (.docx) and upload that.',
  },
  slides: {
    vi: '«{{name}}» là tệp trình chiếu PowerPoint. Xin lưu thành .pdf hoặc .docx rồi tải lên.',
    en: '«{{name}}» holds slides of PowerPoint. Save it as .pdf or .docx and upload that.',
  },
  mail: {
    vi: '«{{name}}» là thư của Outlook. Xin lấy văn bản đính kèm trong thư rồi tải lên.',
    en: '«{{name}}» is a letter of Outlook. Take the document out of it and upload that.',
  },
  oldOffice: {
    vi: '«{{name}}» là tệp của chương trình văn phòng cũ. Xin mở ra, lưu lại thành .docx rồi tải lên.',
    en: '«{{name}}» is a file of an old office program. Open it, save it as .docx and upload that.',
  },
  otherText: {
    vi: '«{{name}}» là tệp kiểu .{{kind}}, chưa đọc được. Xin mở ra, lưu lại thành .docx rồi tải lên.',
    en: '«{{name}}» is a .{{kind}} file, which can’t be read yet. Open it, save it as .docx and upload that.',
  },
  otherPicture: {
    vi: '«{{name}}» là ảnh kiểu .{{kind}}, chưa đọc được. Xin lưu lại thành .png hoặc .jpg rồi tải lên.',
    en: '«{{name}}» is a .{{kind}} picture, which can’t be read yet. Save it as .png or .jpg and upload that.',
  },
  packed: {
    vi: '«{{name}}» là tệp nén, không phải văn bản. Xin giải nén rồi chọn văn bản bên trong.',
    en: '«{{name}}» is an archive, no document. Unpack it and choose the document within.',
  },
  unfolds: {
    vi: 'Không đọc tệp «{{name}}»: một phần bên trong khi giải nén lớn hơn {{limit}} MB, tệp Word bình thường không như vậy. Xin mở bằng Word, lưu thành tệp mới rồi tải lên.',
    en: '«{{name}}» is not read: a part of it unpacks to more than {{limit}} MB, which no ordinary Word file does. Open it in Word, save it as a new file and upload that.',
  },
  tooManyParts: {
    vi: 'Không đọc tệp «{{name}}»: bên trong có hơn {{limit}} tệp con, tệp Word bình thường không như vậy. Xin mở bằng Word, lưu thành tệp mới rồi tải lên.',
    en: '«{{name}}» is not read: it holds more than {{limit}} files, which no ordinary Word file does. Open it in Word, save it as a new file and upload that.',
  },
  tooDeep: {
    vi: 'Không đọc được tệp «{{name}}»: các phần tử lồng vào nhau quá {{limit}} lớp. Xin mở tệp, lưu lại thành tệp mới rồi tải lên.',
    en: '«{{name}}» can’t be read: its elements stand one in another more than {{limit}} deep. Open it, save it as a new file and upload that.',
  },
  tooManyElements: {
    vi: 'Không đọc được tệp «{{name}}»: một bảng hoặc một đoạn có hơn {{limit}} phần tử. Xin tách thành nhiều tệp.',
    en: '«{{name}}» can’t be read: one table or paragraph has more than {{limit}} elements. Split it into several files.',
  },
  declares: {
    vi: 'Không đọc tệp «{{name}}»: bên trong có khai báo kiểu tài liệu (DOCTYPE), có thể gây hại; Word không bao giờ ghi như vậy. Xin mở bằng Word, lưu thành tệp mới rồi tải lên.',
    en: '«{{name}}» is not read: it declares a document type (DOCTYPE), which may do harm and which Word never writes. Open it in Word, save it as a new file and upload that.',
  },
  tooSlow: {
    vi: 'Đọc tệp «{{name}}» quá {{seconds}} giây mà không tiến triển nên đã dừng. Xin tách thành nhiều tệp, hoặc dán văn bản.',
    en: 'Reading «{{name}}» made no progress for {{seconds}} seconds and was stopped. Split it into several files, or paste the text.',
  },
  tooHeavy: {
    vi: 'Đọc tệp «{{name}}» cần quá {{limit}} MB bộ nhớ nên đã dừng. Xin tách thành nhiều tệp, hoặc dán văn bản.',
    en: 'Reading «{{name}}» takes more than {{limit}} MB of memory and was stopped. Split it into several files, or paste the text.',
  },
} as const satisfies Words
