import { type BodyList, bodiesAt, pastBracket } from '../bodies/bodyLists.ts'
import { matchAt, type Token } from '../words/tokens.ts'
import { ACTS } from '../words/verbs.ts'
import { areSpeakers, onlySpeaks } from './speakers.ts'

/** Words after a name that tell of it and order nothing: "đã", "là", "đang". */
export const PLAIN_STATEMENT = /^(?:đã|sẽ|là|có|còn|chưa|trân|thông|kết|vẫn|đang|được|cũng|luôn|bị|gồm|do|nêu|ban|cơ)$/

const ROLE_AS = /^(?:đầu mối|chủ |(?:cơ quan|đơn vị) (?:chủ|đầu|thường|theo|chịu|giúp|tham|tổng|thẩm|điều|phối))/

// "Ông Nguyễn Văn A - Trưởng phòng …", "Sở Y tế - cơ quan thường trực …": what a name is besides belongs to it.
function pastApposition(text: string, tokens: readonly Token[], i: number): number {
  // "Bộ Xây dựng với vai trò là cơ quan thường trực của Ban Chỉ đạo chủ trì …"
  if (tokens[i]?.low === 'với' && tokens[i + 1]?.low === 'vai' && tokens[i + 2]?.low === 'trò') {
    const at = tokens[i + 3]?.low === 'là' ? i + 4 : i + 3
    const end = bodiesAt(text, tokens, at, true)?.end
    return end === undefined ? i : tokens[end]?.text === ',' ? end + 1 : end
  }
  if (!/^[-–]$/.test(tokens[i]?.text ?? '')) return i
  return bodiesAt(text, tokens, i + 1, false)?.end ?? i
}

/** Whether what follows a list of bodies orders them to act. */
export function predicateAt(text: string, tokens: readonly Token[], { bodies, end }: BodyList): boolean {
  const past = pastApposition(text, tokens, pastBracket(tokens, end))
  // "các bộ, ngành và cả nước …": the whole country is nobody in particular.
  const j = tokens[past]?.low === 'và' && tokens[past + 1]?.low === 'cả' && tokens[past + 2]?.low === 'nước' ? past + 3 : past
  const t = tokens[j]
  if (!t) return false
  // "Sở Xây dựng: chủ trì …": a colon stands for "có trách nhiệm".
  if (t.low === ':')
    return (
      // "Các sở: Là các đơn vị được lấy ý kiến, chịu trách nhiệm …"
      (tokens[j + 1]?.low === 'là' && /^(?:các|những|cơ|đơn|đầu)$/.test(tokens[j + 2]?.low ?? '')) ||
      matchAt(ACTS, tokens, j + 1) !== null ||
      // "Các sở: Tài chính, Xây dựng: Các sở có ý kiến …": named once more
      namedAgain(text, tokens, j + 1) ||
      tokens[j + 1]?.text === '(' ||
      (circumstance(tokens, j + 1) && tokens.length > j + 4)
    )
  // "Chủ tịch các tỉnh tại khu vực có mưa, lũ tập trung …": where they are, and the act
  if (/^(?:tại|ở)$/.test(t.low) && /^(?:khu|vùng|nơi|những|các|địa)$/.test(tokens[j + 1]?.low ?? '') && urgedPast(tokens, j + 2)) return true
  if (t.low === ',' && /^(?:nhất|đặc|trong|bao|kể)$/.test(tokens[j + 1]?.low ?? '') && actsPast(tokens, j + 2)) return true
  if (t.low === ',') return matchAt(ACTS, tokens, j + 1)?.value === 'modal' || circumstance(tokens, j + 1) || tokens[j + 1]?.low === 'chủ'
  const act = matchAt(ACTS, tokens, j)
  if (onlySpeaks(bodies, tokens, j)) return false
  if (act)
    return (
      // "khu dân cư chịu ảnh hưởng nặng"
      !(t.low === 'chịu' && tokens[j + 1]?.low !== 'trách') &&
      !(t.low === 'ban' && tokens[j + 2]?.capital) &&
      !(t.low === 'xin' && tokens[j + 1]?.low === 'thông') &&
      // "Cục trưởng Cục Hải quan thông báo để Công ty A biết."
      !(t.low === 'thông' && tokens[j + 1]?.low === 'báo' && tokens[j + 2]?.low === 'để') &&
      !(t.low === 'thông' && tokens[j + 1]?.low === 'báo' && (areSpeakers(bodies) || /^văn phòng/i.test(bodies[0]?.name ?? '')))
    )
  if (t.low === 'là' || t.low === 'làm') return ROLE_AS.test(`${tokens[j + 1]?.low} ${tokens[j + 2]?.low} ${tokens[j + 3]?.low}`)
  if (t.low === 'được' && /^(?:giao|phân)$/.test(tokens[j + 1]?.low ?? '')) return true
  if (t.low === 'có') return /^(?:trách|nhiệm|kế|giải|biện|văn|báo|phương|ý|công|tờ)$/.test(tokens[j + 1]?.low ?? '')
  if (PLAIN_STATEMENT.test(t.low)) return false
  return circumstance(tokens, j) && !onlyCircumstance(tokens, j) && !isPast(tokens, j)
}

function namedAgain(text: string, tokens: readonly Token[], i: number): boolean {
  const list = tokens[i]?.low === 'các' ? bodiesAt(text, tokens, i, false) : null
  const at = list && tokens[list.end]?.low === ',' ? list.end + 1 : (list?.end ?? 0)
  return list !== null && (tokens[at]?.low === 'có' || matchAt(ACTS, tokens, at) !== null)
}

/** "Bộ Y tế trong thời gian ngắn đã tích cực …": done, and not ordered. */
function isPast(tokens: readonly Token[], i: number): boolean {
  for (let j = i + 1; j < tokens.length && j - i < 8 && tokens[j]?.word; j++)
    if (tokens[j]?.low === 'đã' && tokens[j + 1]?.low !== 'được') return true
  return false
}

/** "… về Bộ Công an, UBND tỉnh theo quy định.", "… đảng viên trong tình hình mới", "… của các sở trong việc trả lời": nothing is told to be done. */
const onlyCircumstance = (tokens: readonly Token[], j: number): boolean =>
  (tokens[j]?.low === 'trong' && tokens[j + 1]?.low === 'việc') ||
  (tokens[j]?.low === 'trong' && tokens[j + 2]?.low === 'hình' && (tokens[j + 4] === undefined || /^[.;]$/.test(tokens[j + 4]?.text ?? ''))) ||
  (tokens[j]?.low === 'theo' && tokens[j + 1]?.low === 'quy' && (tokens[j + 3] === undefined || /^[.;)]$/.test(tokens[j + 3]?.text ?? '')))

// "…, nhất là các tỉnh miền núi, chủ động …": past the words that single out some of them.
function actsPast(tokens: readonly Token[], i: number): boolean {
  if (!/^(?:là|biệt|đó|gồm|cả)$/.test(tokens[i]?.low ?? '')) return false
  for (let j = i + 1; j < tokens.length && j - i < 70; j++) {
    // "nhất là các tỉnh: Khánh Hòa, Đắk Lắk tiếp tục …"
    if (tokens[j]?.text === ':' && /^(?:tỉnh|phố|xã|huyện|bộ|sở|phương)$/.test(tokens[j - 1]?.low ?? '')) continue
    if (/^[.;:]$/.test(tokens[j]?.text ?? '') || /^(?:đã|sẽ)$/.test(tokens[j]?.low ?? '')) return false
    if (matchAt(ACTS, tokens, j)?.value === 'modal' || tokens[j]?.low === 'chủ') return true
  }
  return false
}

/** Whether a word of urging follows within the clause. */
function urgedPast(tokens: readonly Token[], i: number): boolean {
  for (let j = i; j < tokens.length && j - i < 18; j++) {
    if (/^[.;:()]$/.test(tokens[j]?.text ?? '') || /^(?:đã|sẽ|là|để|do)$/.test(tokens[j]?.low ?? '')) return false
    if (matchAt(ACTS, tokens, j)?.value === 'modal') return true
  }
  return false
}

const circumstance = (tokens: readonly Token[], i: number): boolean =>
  /^(?:căn|theo|trên|trong|tùy|tuỳ|chậm|trước|hằng|hàng|định|khi|ngay|thuộc|ngoài)$/.test(tokens[i]?.low ?? '')
