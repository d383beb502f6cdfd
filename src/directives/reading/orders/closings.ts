import { bodiesAt } from '../bodies/bodyLists.ts'
import { lexicon, matchAt, type Token } from '../words/tokens.ts'

/** What closes a bracket or its first part: "(các bộ, cơ quan thực hiện; hoàn thành …)", "(Vụ Pháp chế tham mưu)". */
const DOES = lexicon<true>([true, 'thực hiện|tham mưu|lãnh đạo, chỉ đạo|lãnh đạo|chỉ đạo|phụ trách|theo dõi|triển khai|chịu trách nhiệm'])
export const carriesOut = (tokens: readonly Token[], i: number): boolean =>
  /^[;,)]$/.test(tokens[i + (matchAt(DOES, tokens, i)?.length ?? 99)]?.text ?? '')

/** Whether a bracket that is a sentence of its own says who does what stands before: "(Vụ Pháp chế tham mưu; …)", "(Ban Xây dựng Đảng)". */
export function closesAt(text: string, tokens: readonly Token[], i: number): boolean {
  const end = bodiesAt(text, tokens, i, false)?.end ?? tokens.length
  return carriesOut(tokens, end) || (tokens[end]?.text === ')' && tokens.length - end < 3)
}

/** Whether a name of a body ends at a token. */
export const namesBefore = (text: string, tokens: readonly Token[], from: number, at: number): boolean => {
  for (let k = Math.max(from, at - 14); k < at; k++) if (bodiesAt(text, tokens, k, false)?.end === at) return true
  return false
}
