import { matchAt, type Token } from '../words/tokens.ts'
import { ACTS } from '../words/verbs.ts'
import { DETERMINERS, HEADS, PLACES, QUALIFIERS } from './bodyWords.ts'
import { narrowsAt } from './narrowing.ts'
import { NOT_NAMES } from './properNames.ts'

/** "hai thành phố": told apart by their number from any. */
const isCounted = (tokens: readonly Token[], start: number): boolean => /^(?:hai|ba|bốn)$/.test(tokens[start - 1]?.low ?? '')

const PLACE_GOES_ON = /^(?::|trong|trực|nơi|có|trên|thuộc|,|chủ|tiếp|căn|khẩn|rà|báo|tổ|xây|triển)$/

/** Whether a word that is a body only in company is one here: "xã" before a name, "các xã" before a clause, "lãnh đạo" before a body. */
export function weakHead(tokens: readonly Token[], start: number, at: number, head: string, determined: boolean, inList: boolean): boolean {
  const first = tokens[start] as Token
  const next = tokens[at]
  if (head === 'lãnh đạo') {
    if (matchAt(DETERMINERS, tokens, at)) return inList || determined
    const m = matchAt(HEADS, tokens, at)
    // as a heading: "n) Lãnh đạo Ban Dân nguyện", with no act after it
    const heads =
      start === 0 && first.capital && next?.capital === true && tokens.length < 14 && !tokens.some((_, k) => k >= at && matchAt(ACTS, tokens, k))
    return m !== null && m.value !== 'not' && m.value !== 'weak' && (inList || determined || heads)
  }
  // "P. Kế hoạch - Vật tư", "P.TCKT"
  if (head === 'p') return first.text === 'P' && next?.capital === true
  // "Giáo viên nghiên cứu chương trình …" begins what they have to do; elsewhere they are told of
  if (/^(?:giáo viên|giảng viên|học sinh)$/.test(head))
    return (
      first.capital && (start === 0 || /^[:.]$/.test(tokens[start - 1]?.text ?? '')) && !next?.capital && (next === undefined || next.low !== 'được')
    )
  // "Công chức Địa chính - Xây dựng tham mưu …"
  if (/^(?:công|viên|nhân|chuyên) (?:chức|viên)$/.test(head)) return first.capital && next?.capital === true && !matchAt(HEADS, tokens, at)
  if (next?.capital) return head !== 'đảng' && head !== 'nhà nước' && !(head === 'thanh tra' && NOT_NAMES.test(next.low))
  if (inList && !first.capital && head === 'tỉnh' && next?.low === ',' && tokens[at + 1]?.low === 'thành') return true
  if (inList && !first.capital && /^(?:thành phố|phường|đặc khu|thị trấn|thị xã)$/.test(head))
    return PLACE_GOES_ON.test(next?.low ?? ',') || matchAt(ACTS, tokens, at) !== null
  if (/^(?:thôn|ấp|xóm|buôn|tổ dân phố|thôn làng|khu phố)$/.test(head))
    return (determined || inList) && (!first.capital || next === undefined || /^(?:[,:;.]|và)$/.test(next.low))
  if (/^(?:tỉnh|thành phố|xã|phường|huyện|quận|đặc khu|thị xã)$/.test(head))
    return first.capital
      ? start > 0 || determined || /^(?:cần|phải)$/.test(tokens[at]?.low ?? '')
      : determined &&
          (/^(?:,|và)$/.test(tokens[at]?.low ?? '') ||
            (tokens[at]?.low === 'có' && narrowsAt(tokens, at)) ||
            matchAt(ACTS, tokens, at) !== null ||
            (start === 1 && (tokens[at] === undefined || tokens[at]?.text === ':')) ||
            matchAt(QUALIFIERS, tokens, at) !== null ||
            (isCounted(tokens, start) && matchAt(ACTS, tokens, at) !== null))
  if (head === 'cộng đồng') return inList && /^[,:]$/.test(next?.text ?? '')
  if (head === 'nhân dân') return inList && first.capital
  if (head === 'bưu điện' || head === 'viễn thông' || head === 'điện lực') return first.capital && matchAt(PLACES, tokens, at) !== null
  // "Thanh tra các Bộ, ngành"
  if (head === 'thanh tra' && first.capital && next?.low === 'các' && matchAt(HEADS, tokens, at + 1)?.value === 'class') return true
  if (head === 'thanh tra' && inList && /^(?:,|và)$/.test(next?.low ?? '')) return true
  if (head === 'thanh tra' || head === 'thống kê') return /^(?:tỉnh|thành|bộ|huyện)$/.test(next?.low ?? '')
  if (head === 'các cấp' || head === 'các ngành') return true
  return false
}
