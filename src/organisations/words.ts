import type { Words } from '../kernel/words.ts'

export const words = {
  bodies: { vi: 'Cơ quan, tổ chức, đơn vị', en: 'Bodies' },
  body: { vi: 'Cơ quan', en: 'Body' },
  noBody: { vi: 'Không có cơ quan này trong danh mục tại ngày đó.', en: 'The registry has no such body on that day.' },
  notUnderYou: {
    vi: 'Cơ quan này không thuộc phạm vi quản lý của chức danh đang dùng.',
    en: 'This body is not within the reach of the post you are acting in.',
  },
  sameName: {
    vi: 'Dưới cùng cơ quan cấp trên đã có «{{name}}». Xin dùng cơ quan đó hoặc đặt tên khác.',
    en: 'There is already a «{{name}}» under the same superior. Use that one, or choose another name.',
  },
  noKind: { vi: 'Không có loại cơ quan này.', en: 'There is no such kind of body.' },
  notUnderItself: {
    vi: 'Một cơ quan không thể trực thuộc chính nó hoặc cấp dưới của nó.',
    en: 'A body can’t stand under itself or under one of its own subordinates.',
  },
  tooEarly: {
    vi: 'Ngày hiệu lực phải sau ngày bắt đầu của lần thay đổi gần nhất ({{day}}).',
    en: 'The day must be after the start of the latest change ({{day}}).',
  },
  parentNotThere: { vi: 'Cơ quan cấp trên chưa có hoặc đã thôi hoạt động trong thời gian này.', en: 'The superior did not exist over this time.' },
  noClass: { vi: 'Không có nhóm cơ quan này.', en: 'There is no such class of bodies.' },
} as const satisfies Words
