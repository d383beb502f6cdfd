import type { Words } from '../kernel/words.ts'

export const words = {
  noDirective: {
    vi: 'Không có văn bản này, hoặc đồng chí không có phần việc trong văn bản.',
    en: 'There is no such directive, or you have no part in it.',
  },
  nothingToRead: { vi: 'Chưa có nội dung để đọc. Xin chọn tệp hoặc dán văn bản.', en: 'There is nothing to read. Choose a file or paste the text.' },
  readAlready: {
    vi: 'Cơ quan đã đọc văn bản này: «{{title}}». Nếu vẫn muốn đọc lại, xin xác nhận.',
    en: 'Your body has read this document already: «{{title}}». Confirm to read it again.',
  },
  noFile: { vi: 'Không tìm thấy tệp vừa tải lên. Xin tải lại.', en: 'The uploaded file is not there. Upload it again.' },
  unreadable: {
    vi: 'Không đọc được tệp «{{name}}»: tệp hỏng hoặc không đúng định dạng. Dùng được: docx, pdf có chữ, html, txt.',
    en: '«{{name}}» can’t be read: it is broken or of another format. Usable: docx, pdf with text, html, txt.',
  },
  oldWord: {
    vi: '«{{name}}» là tệp Word cũ (.doc). Xin lưu lại thành .docx rồi tải lên.',
    en: '«{{name}}» is an old Word file (.doc). Save it as .docx and upload that.',
  },
  locked: {
    vi: 'Tệp «{{name}}» đặt mật khẩu. Xin gỡ mật khẩu rồi tải lại.',
    en: '«{{name}}» is protected by a password. Remove it and upload again.',
  },
  noText: {
    vi: 'Tệp «{{name}}» không có lớp chữ (bản chụp, bản quét). Xin dùng bản có chữ hoặc dán văn bản.',
    en: '«{{name}}» has no text layer (a scan). Use a version with text, or paste the text.',
  },
  tooLong: { vi: 'Văn bản dài quá {{limit}} ký tự.', en: 'The text is longer than {{limit}} characters.' },
  changed: {
    vi: 'Người khác vừa sửa văn bản này. Xin tải lại trang để thấy bản mới; phần đang nhập của đồng chí vẫn còn trên màn hình.',
    en: 'Somebody else has just changed this document. Reload to see it; what you entered is still on the screen.',
  },
  notDraft: { vi: 'Văn bản đã ban hành nên không sửa được ở đây.', en: 'The document is issued and can’t be changed here.' },
  noIssuer: {
    vi: 'Chưa xác định cơ quan ban hành trong danh mục. Xin chọn cơ quan ban hành.',
    en: 'The issuer is not matched to the registry. Choose the issuing body.',
  },
  noStanding: { vi: 'Chưa chọn cơ quan thường trực theo dõi văn bản.', en: 'No standing body is chosen.' },
  untitled: { vi: 'Văn bản chưa có trích yếu', en: 'Untitled document' },
  document: { vi: 'Văn bản', en: 'Document' },
} as const satisfies Words
