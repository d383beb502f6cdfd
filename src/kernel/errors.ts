import { fill, type Values, type Word } from './words.ts'

/** Why a request is refused, and the HTTP status that says so. */
export const refusals = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  full: 507,
} as const
export type RefusalKind = keyof typeof refusals

/** Refuses a request with a sentence the user may read; everything else that is thrown is a fault. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly sentence: Word
  constructor(kind: RefusalKind, sentence: Word, values: Values = {}) {
    const filled = fill(sentence, values)
    super(filled.en)
    this.kind = kind
    this.sentence = filled
  }
}

/** A reason why the product, or a command of it, can't start or go on, in a sentence for whoever runs it; and the exit code that tells a script which. */
export class StartError extends Error {
  exitCode = 1
}

export const sentences = {
  fault: {
    vi: 'Có lỗi phía máy chủ. Dữ liệu chưa lưu không bị ghi dở; xin thử lại, nếu vẫn lỗi hãy báo quản trị kèm mã {{id}}.',
    en: 'Something went wrong on the server. Nothing was half-written; try again, and if it stays, tell the administrator the code {{id}}.',
  },
  notAmongDuties: {
    vi: 'Việc này không thuộc chức trách của chức danh đang dùng.',
    en: 'This is not among the duties of the post you are acting in.',
  },
  signIn: { vi: 'Xin đăng nhập để tiếp tục.', en: 'Sign in to go on.' },
  foreign: { vi: 'Yêu cầu đến từ một trang khác nên bị từ chối.', en: 'The request came from another site and was refused.' },
  noSuchAddress: { vi: 'Không có địa chỉ này.', en: 'There is no such address.' },
  unusable: { vi: 'Dữ liệu gửi lên có giá trị không dùng được.', en: 'What was sent holds a value that can’t be used.' },
  notThere: { vi: 'Dữ liệu gửi lên nhắc tới một mục không có trong hệ thống.', en: 'What was sent names something that is not there.' },
  meanwhile: { vi: 'Người khác vừa ghi vào đúng chỗ này. Xin tải lại rồi làm tiếp.', en: 'Somebody else has just written here. Reload, then go on.' },
  tooMany: { vi: 'Quá nhiều lần thử. Xin đợi {{seconds}} giây rồi thử lại.', en: 'Too many attempts. Wait {{seconds}} seconds and try again.' },
  full: { vi: 'Máy chủ hết chỗ lưu nên chưa ghi được; xin báo quản trị.', en: 'The server’s disk is full: nothing was written.' },
  tooLarge: { vi: 'Dữ liệu gửi lên lớn quá mức cho phép.', en: 'What was sent is larger than allowed.' },
} as const

/** What the database or the disk would not take because of what was asked or for want of room, as a refusal; undefined for a fault. */
export function refusalBy(code: string): Refusal | undefined {
  if (/^22\w{3}$|^23503$/.test(code)) return new Refusal('invalid', code === '23503' ? sentences.notThere : sentences.unusable)
  if (['53100', 'ENOSPC', 'EDQUOT'].includes(code)) return new Refusal('full', sentences.full)
  return ['23505', '23P01', '40001', '40P01'].includes(code) ? new Refusal('conflict', sentences.meanwhile) : undefined
}
