import type { Body } from './bodies.ts'
import { type BodyList, bodiesAt } from './bodyLists.ts'
import { narrowedList } from './narrowing.ts'
import { lexicon, matchAt, type Token } from './tokens.ts'
import { ACTS } from './verbs.ts'

const CLOSELY = lexicon<true>([
  true,
  'chặt chẽ|quyết liệt|toàn diện|mật thiết|nhuần nhuyễn|sâu sát|ngay|hiệu quả cao|khẩn trương|cụ thể|nghiêm túc|thường xuyên|đồng bộ|trực tiếp|hiệu quả|có hiệu quả|kịp thời|tốt|chủ động|tích cực|nhịp nhàng|thống nhất|và',
])

/** Those named after "phối hợp" at a token; null where nobody is. */
export function partnersAt(text: string, tokens: readonly Token[], i: number): BodyList | null {
  let j = i + 2
  for (let n = 0; n < 6; n++) {
    const how = matchAt(CLOSELY, tokens, tokens[j]?.low === ',' ? j + 1 : j)
    if (how) j += how.length + (tokens[j]?.low === ',' ? 1 : 0)
  }
  if (tokens[j]?.low === 'cùng') j += tokens[j + 1]?.low === 'với' ? 2 : 1
  else if (tokens[j]?.low === 'với') j++
  else if (tokens[j]?.low === 'giữa') return null
  const list = bodiesAt(text, tokens, j, false, tokens[j - 1]?.low === 'với')
  // "phối hợp Ban Quản lý …; các doanh nghiệp và các đơn vị liên quan rà soát …": the list goes on until its act.
  const all = list && tokens[list.end]?.text === ';' ? bodiesAt(text, tokens, j, true) : null
  if (all && all.bodies.length > (list?.bodies.length ?? 0) && matchAt(ACTS, tokens, all.end)) return all
  return list && (narrowedList(text, tokens, list, false) ?? list)
}

/** "… chủ trì; Công an tỉnh, UBND xã phối hợp thực hiện": those named before "phối hợp" help whoever leads, where somebody does. */
export function helps(tokens: readonly Token[], { start, end }: Body): boolean {
  let j = end
  while (j < tokens.length && j - end < 40 && !/^(?:phối|[;.)])$/.test(tokens[j]?.low ?? '') && !matchAt(ACTS, tokens, j)) j++
  if (tokens[j]?.low !== 'phối' || tokens[j + 1]?.low !== 'hợp' || /^(?:với|cùng|chặt|và|,)$/.test(tokens[j + 2]?.low ?? '')) return false
  return tokens.slice(0, start).some(({ low }, k, all) => low === 'chủ' && all[k + 1]?.low === 'trì')
}
