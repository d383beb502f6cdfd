import type { Words } from '../../kernel/words.ts'

export const words = {
  recall: { vi: 'Thu hồi', en: 'Recall' },
  update: { vi: 'Cập nhật', en: 'Update' },
  replace: { vi: 'Thay thế', en: 'Replace' },
  asked: { vi: 'Chờ trả lời', en: 'Asked' },
  lapsed: { vi: 'Không còn phải trả lời', en: 'Owed no more' },
  agreed: { vi: 'Đồng ý', en: 'Agreed' },
  noted: { vi: 'Đã cập nhật, không ảnh hưởng', en: 'Up to date, not touched' },
  refused: { vi: 'Từ chối', en: 'Refused' },
  amend: { vi: 'Sửa nhiệm vụ', en: 'Task changed' },
  withdraw: { vi: 'Rút nhiệm vụ', en: 'Task withdrawn' },
  add: { vi: 'Thêm nhiệm vụ', en: 'Task added' },
  answers: { vi: 'Trả lời về nội dung thay đổi', en: 'Answers to the change' },
  decidedOn: { vi: 'Ngày trả lời', en: 'Answered on' },
  refusalReason: { vi: 'Lý do từ chối', en: 'Why refused' },
  byUpdate: { vi: 'Theo nội dung cập nhật của văn bản:', en: 'By the update of the directive:' },
  byRecall: { vi: 'Văn bản được thu hồi:', en: 'The directive was recalled:' },
  byReplace: { vi: 'Văn bản được thay thế:', en: 'The directive was replaced:' },
  takenBack: { vi: 'Văn bản đã được thu hồi hoặc thay thế.', en: 'The directive was recalled or replaced.' },
  nothingChanges: { vi: 'Xin chọn ít nhất một nhiệm vụ để sửa, rút hoặc thêm.', en: 'Choose at least one task to change, withdraw or add.' },
  noItems: {
    vi: 'Thu hồi và thay thế áp dụng cho cả văn bản, không theo từng nhiệm vụ.',
    en: 'Recalling and replacing concern the whole directive, not single tasks.',
  },
  replacementNeeded: { vi: 'Xin chọn văn bản thay thế (chỉ khi thay thế).', en: 'Choose the directive that replaces it (only when replacing).' },
  badReplacement: {
    vi: 'Văn bản thay thế phải là một văn bản khác đã ban hành do cơ quan đồng chí thường trực.',
    en: 'It is replaced by another issued directive that your body stands for.',
  },
  noSuchTask: {
    vi: 'Có nhiệm vụ không thuộc văn bản này, hoặc đã được thay hay rút trước đó.',
    en: 'A task is not of this directive, or was replaced or withdrawn before.',
  },
  textNeeded: { vi: 'Xin ghi nội dung nhiệm vụ (ít nhất 3 ký tự).', en: 'Give the words of the task (at least 3 characters).' },
  leadNeeded: { vi: 'Xin chọn cơ quan chủ trì nhiệm vụ được thêm.', en: 'Choose who leads the added task.' },
  unfitLead: {
    vi: 'Không giao được cho «{{name}}»: cơ quan không còn hoạt động, hoặc ở cấp cao hơn cơ quan ban hành, hoặc thuộc nơi khác.',
    en: 'It can’t be laid on «{{name}}»: that body no longer stands, or is of a higher level than the issuer, or of another place.',
  },
  noChange: {
    vi: 'Không có nội dung thay đổi này, hoặc không gửi đến cơ quan đồng chí.',
    en: 'There is no such change, or it was not sent to your body.',
  },
  notDraftChange: { vi: 'Nội dung thay đổi này đã được gửi đi hoặc đã bỏ.', en: 'This change was sent or dropped already.' },
  draftChanged: {
    vi: 'Người khác vừa sửa bản chuẩn bị này. Xin xem lại rồi làm tiếp; phần đang nhập vẫn còn trên màn hình.',
    en: 'Somebody else has just worked on this draft. Look again, then go on; what you entered is still on the screen.',
  },
  answerChanged: {
    vi: 'Người khác của cơ quan vừa trả lời, hoặc nội dung gửi đến đã khác. Xin xem lại rồi trả lời.',
    en: 'Somebody else of your body has just answered, or what was sent has changed. Look again, then answer.',
  },
  notTouched: {
    vi: 'Thay đổi không động đến nhiệm vụ nào của cơ quan đồng chí; hệ thống đã tự ghi nhận, không phải trả lời.',
    en: 'The change touches nothing of your body; it was taken note of and asks for no answer.',
  },
  outdone: {
    vi: 'Cơ quan đồng chí đã đồng ý với thay đổi mới hơn về cùng nhiệm vụ; thay đổi này không phải trả lời nữa.',
    en: 'Your body has agreed to a newer change of the same tasks; this one needs no answer any more.',
  },
  agreedAlready: { vi: 'Cơ quan đồng chí đã đồng ý; thay đổi đã được áp dụng.', en: 'Your body has agreed; the change was applied.' },
} as const satisfies Words
