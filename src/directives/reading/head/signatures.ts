import { fold } from '../words/plaintext.ts'

/** For whom somebody signs: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH". */
export const SIGNS = /^(?:t\/?m\.?|k\/?t\.?|t\/l\.?|tl\.?|tuq\.?|t\.m\.?|k\.t\.?|q\.)(?: |$)/
export const POSTS =
  /^(?:chủ tịch|phó chủ tịch|bí thư|phó bí thư|bộ trưởng|thứ trưởng|giám đốc|phó giám đốc|thủ tướng|phó thủ tướng|chánh văn phòng|phó chánh văn phòng|trưởng ban|phó trưởng ban|thường trực|tổng bí thư|chủ nhiệm|phó chủ nhiệm)(?![\p{L}])/u

const NAME = '(?:\\p{Lu}\\p{Ll}*\\s){1,4}\\p{Lu}\\p{Ll}*'
const isPost = (low: string): boolean => SIGNS.test(low) || POSTS.test(low)
const ONLY_NAME = new RegExp(`^${NAME}$`, 'u')
const POST_AND_NAME = /^[\p{Lu}\s./,]{6,}(?:\s\p{Lu}\p{Ll}*){2,5}$/u

/** "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Văn Bình", "CHỦ TỊCH Trần Văn Bình": post and name on one line. */
export const isPostAndName = (text: string, low: string): boolean => isPost(low) && POST_AND_NAME.test(text)

/** Whether a line after those who get the document is the name of who signed it: they end with the file copy, or a post was there already. */
export const isSigner = (text: string, recipients: readonly string[], signature: readonly string[]): boolean =>
  ONLY_NAME.test(text) && (signature.length > 0 || /^lưu(?!\p{L})/u.test(fold(recipients.at(-1) ?? '')))

const AFTER_STOP = /^(?<own>.*?[;,.])\s+(?<rest>[\p{Lu}][\p{Lu}\s./]*(?:\s\p{Lu}\p{Ll}*){0,5}|\(?Đã ký\)?.*)$/u
const FILED = new RegExp(`^(?<own>Lưu.*\\.)\\s+(?<rest>${NAME})$`, 'u')

/** No line that a signature stands beside is longer. */
const longest = 300

/** One of those who get the document, without the signature that a page of two columns prints beside it: "Bộ Nội vụ; CHỦ TỊCH". */
export function apart(recipient: string): { own: string; signature: string | null } {
  if (recipient.length > longest) return { own: recipient, signature: null }
  const { own, rest } = AFTER_STOP.exec(recipient)?.groups ?? {}
  if (own && rest && (isPost(fold(rest)) || /^\(?đã ký/.test(fold(rest)))) return { own, signature: rest }
  const filed = FILED.exec(recipient)?.groups
  return filed ? { own: filed.own as string, signature: filed.rest as string } : { own: recipient, signature: null }
}
