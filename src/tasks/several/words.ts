import type { Words } from '../../kernel/words.ts'

export const words = {
  name: { vi: 'Ghi cơ quan…', en: 'Name a body…' },
  nameThem: { vi: 'Ghi', en: 'Name' },
  nameTitle: { vi: 'Ghi cơ quan vào {{count}} nhiệm vụ', en: 'Name a body in {{count}} tasks' },
  nameLead: {
    vi: 'Các nhiệm vụ được chọn coi như đã sửa và đã xem; bản đọc từ văn bản vẫn giữ lại để đối chiếu.',
    en: 'The selected tasks count as edited and checked; what was read from the document is kept beside.',
  },
  who: { vi: 'Cơ quan hoặc nhóm cơ quan', en: 'Body or class of bodies' },
  how: { vi: 'Với cơ quan đang có ở vai trò này', en: 'Those already named in this role' },
  instead: { vi: 'Thay thế', en: 'Replace them' },
  beside: { vi: 'Giữ lại, ghi thêm', en: 'Keep them, add this one' },
  didName: { vi: 'Đã ghi.', en: 'Named.' },
  drop: { vi: 'Bỏ…', en: 'Drop…' },
  dropTitle: { vi: 'Bỏ {{count}} nhiệm vụ', en: 'Drop {{count}} tasks' },
  didDrop: { vi: 'Đã bỏ; xem lại và khôi phục được ở mục «Đã bỏ».', en: 'Dropped; they can be restored under «Dropped».' },
  check: { vi: 'Đánh dấu đã xem', en: 'Mark as checked' },
  didCheck: { vi: 'Đã đánh dấu.', en: 'Marked.' },
  merge: { vi: 'Gộp…', en: 'Merge…' },
  restore: { vi: 'Khôi phục', en: 'Restore' },
  didRestore: { vi: 'Đã khôi phục.', en: 'Restored.' },
  selectAll: { vi: 'Chọn cả {{count}} nhiệm vụ đang hiện', en: 'Select all {{count}} shown' },
} satisfies Words
