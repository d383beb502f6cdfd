import { isDashed, matchAt, type Token } from '../words/tokens.ts'
import { ACTS } from '../words/verbs.ts'
import { CLOSERS, COMPONENTS, HEADS, MATTERS, PLACES, QUALIFIERS, REGIONS, SCHOOLS } from './bodyWords.ts'

/** Words in capitals that begin a time or the name of a document, not a part of a body's name. */
export const NOT_NAMES = /^(?:quý|nghị|quyết|chỉ|kết|thông|luật|đề|tháng|năm|ngày|trong|giai)$/
const FUNCTION_WORDS =
  /^(?:và|hoặc|của|để|trong|theo|về|tại|từ|nếu|khi|sau|trước|nhằm|cho|với|đối|qua|bằng|được|có|là|các|những|một|do|vào|đến|ở|trên|dưới|này|đó|đã|sẽ|cần|phải|cùng|nêu|như|mà|thì|nên|lên|ra|xem|căn|cũng)$/

const DOCUMENTS =
  /^(?:nghị quyết|quyết định|chỉ thị|kết luận|thông báo|kế hoạch|đề án|chương trình|báo cáo|tờ trình|nghị định|văn bản|công văn|phương án|quy chế)$/

/** Whether the kind of a document begins at a token: "Nghị định". */
export const namesDocument = (tokens: readonly Token[], i: number): boolean => DOCUMENTS.test(`${tokens[i]?.low} ${tokens[i + 1]?.low}`)

const isSpaceBefore = (tokens: readonly Token[], i: number): boolean => (tokens[i]?.from ?? 0) > (tokens[i - 1]?.to ?? 0)

/** "Lê Quý Đôn": a quarter is followed by a number. */
const isNamed = (next: Token | undefined): boolean => next?.capital === true && !/^(?:[IVX]+|\d)/.test(next.text)

/** The end of a run of capitalised words, with "-" and "và" inside it. */
export function properEnd(tokens: readonly Token[], i: number, first: boolean, and = true): number {
  let j = i
  while (j < tokens.length && j - i < 24) {
    const t = tokens[j] as Token
    if (t.capital) {
      if (j > i && !first && NOT_NAMES.test(t.low) && !(t.low === 'quý' && isNamed(tokens[j + 1]))) break
      if (
        j > i &&
        NOT_NAMES.test(t.low) &&
        /^(?:nghị|quyết|chỉ|kết|thông)$/.test(t.low) &&
        /^(?:quyết|định|thị|luận|báo)$/.test(tokens[j + 1]?.low ?? '')
      )
        break
      if (j > i && matchAt(HEADS, tokens, j)?.value === 'class') break
      const m = matchAt(COMPONENTS, tokens, j)
      j += m?.length ?? 1
      // "Cổ phần Đầu tư", "Điện nước An Giang": the small syllable between two capitals belongs to the first.
      const isName = (at: number) => !NOT_NAMES.test(tokens[at]?.low ?? '')
      if (!m && tokens[j + 1]?.capital && isSecondSyllable(tokens, j) && isName(j) && isName(j + 1) && !matchAt(HEADS, tokens, j + 1)) j++
      continue
    }
    const next = tokens[j + 1]
    if (!next?.capital || j === i) break
    // "Ủy ban KH,CN&MT": a comma without a space stands within an abbreviation.
    if (t.text === ',' && t.from === tokens[j - 1]?.to && next.from === t.to && /^\p{Lu}+$/u.test(tokens[j - 1]?.text ?? '')) {
      j += 1
      continue
    }
    if (/^[-–]$/.test(t.text)) {
      const head = isSpaceBefore(tokens, j) ? matchAt(HEADS, tokens, j + 1) : null
      if (head && head.value !== 'not' && head.value !== 'weak') break
      j += 1
    } else if (t.low === 'và' && and) {
      const head = matchAt(HEADS, tokens, j + 1)
      if (head && head.value !== 'not' && head.value !== 'weak') break
      j += 1
    } else break
  }
  return j
}

/** The end of a list of places after a body that sits in each of them. */
export function placesEnd(tokens: readonly Token[], i: number): number {
  let j = /^(?:các|hai|ba|bốn|sáu|bảy|\d{1,3})$/.test(tokens[i]?.low ?? '') ? i + 1 : i
  const one = (k: number): number => {
    const m = matchAt(PLACES, tokens, k)
    if (!m) return k
    const body = matchAt(HEADS, tokens, k)
    if (body && body.length > m.length && body.value === 'class') return k
    if (tokens[k]?.low === 'các' && (matchAt(HEADS, tokens, k + 1)?.length ?? 0) >= m.length) return k
    if (namesDocument(tokens, k + m.length)) return k + m.length
    return properEnd(tokens, k + m.length, true)
  }
  let end = one(j)
  if (end === j) return i
  for (let n = 0; n < 40; n++) {
    const t = tokens[end]
    // "các tỉnh: Thái Nguyên, Cao Bằng": after a plural the places may be told one by one.
    const told = t?.low === ':' && n < 3 && /^[,;:]$|^(?:và|chỉ|chủ)$/.test(tokens[properEnd(tokens, end + 1, true, false)]?.low ?? '')
    if (!t || (t.low !== ',' && t.low !== 'và' && !told && !isDashed(tokens, end))) break
    j = t.low === ',' && tokens[end + 1]?.low === 'và' ? end + 2 : end + 1
    const place =
      tokens[i]?.low === 'các' &&
      tokens[j]?.capital &&
      (matchAt(HEADS, tokens, j)?.value ?? 'not') === 'not' &&
      (!matchAt(ACTS, tokens, j) || tokens[j + 1]?.capital)
    const next = place && (!matchAt(COMPONENTS, tokens, j) || tokens[j]?.low === 'hồ') ? properEnd(tokens, j, true, false) : one(j)
    if (next === j) break
    end = next
  }
  return regionEnd(tokens, end)
}

/** Where of a country the places lie: "… khu vực miền núi phía Bắc, Bắc Trung Bộ", "… từ Quảng Ninh đến Hà Tĩnh". */
function regionEnd(tokens: readonly Token[], i: number): number {
  let j = i
  const of = matchAt(REGIONS, tokens, /^(?:khu|vùng)$/.test(tokens[j]?.low ?? '') ? j + (tokens[j]?.low === 'khu' ? 2 : 1) : j)
  if (of) {
    j += of.length + (/^(?:khu|vùng)$/.test(tokens[j]?.low ?? '') ? (tokens[j]?.low === 'khu' ? 2 : 1) : 0)
    for (let n = 0; n < 6 && /^(?:,|và)$/.test(tokens[j]?.low ?? ''); n++) {
      const more = matchAt(REGIONS, tokens, j + 1)
      if (!more) break
      j += 1 + more.length
    }
  }
  if (tokens[j]?.low !== 'từ' || !tokens[j + 1]?.capital) return j
  const to = properEnd(tokens, j + 1, true, false)
  return /^(?:đến|tới)$/.test(tokens[to]?.low ?? '') && tokens[to + 1]?.capital ? properEnd(tokens, to + 1, true, false) : j
}

/** Where a body made for a matter stops being called after it. */
const MATTER_ENDS =
  /^(?:trước|trong|theo|để|xem|tổng|định|hằng|hàng|chậm|vào|khi|có|chủ|là|được|đã|sẽ|tại|thường|kịp|ngay|nhằm|những|tình|từ|đến|sau|qua|cho|chịu|giúp|phối|báo|trình|gửi|tham|đồng|kết|tiếp|đôn|theo)$/
const NO_MATTER = /^(?:kết|tình|tiến|việc|những|khó|số|nội|các|vấn|thực|nhiệm|công|lĩnh)$/

/**
 * "Ban Chỉ đạo tổng kết Nghị quyết 18", "Ban Chỉ đạo về hội nhập quốc tế", "Hội đồng thẩm định nhà nước": a body made for a piece of work is called after
 * it, up to the work's own name or number, or to where the sentence goes on.
 */
export function namedWork(tokens: readonly Token[], i: number): number {
  const matter = matchAt(MATTERS, tokens, i)
  if (matter) return i + matter.length
  if (tokens[i]?.low === 'về') {
    const about = matchAt(MATTERS, tokens, i + 1)
    if (about) return i + 1 + about.length
    const against = numberedWork(tokens, i + 1)
    if (tokens[i + 1]?.low === 'phòng' && against > i + 1) return against
    if (NO_MATTER.test(tokens[i + 1]?.low ?? '')) return i
    let j = i + 1
    while (
      j - i < 14 &&
      tokens[j]?.word &&
      !MATTER_ENDS.test(tokens[j]?.low ?? '') &&
      !(tokens[j]?.low === 'và' && matchAt(HEADS, tokens, j + 1)) &&
      !(j > i + 2 && matchAt(ACTS, tokens, j)?.value === 'modal')
    )
      j++
    return j > i + 2 ? j : i
  }
  return numberedWork(tokens, i)
}

/** "Hội đồng thẩm định Nhà nước thẩm định": what it is there for, and then does. */
export const isRepeated = (tokens: readonly Token[], i: number, j: number): boolean =>
  j > i + 1 && tokens[j]?.low === tokens[i]?.low && tokens[j + 1]?.low === tokens[i + 1]?.low

/** The end of the name of a council: "Hội đồng tư vấn cải cách thủ tục hành chính". */
export function councilEnd(tokens: readonly Token[], i: number): number {
  const matter = matchAt(MATTERS, tokens, i)
  if (matter && matchAt(PLACES, tokens, i + matter.length)) return placesEnd(tokens, i + matter.length)
  let j = i + (matter?.length ?? 0)
  while (
    j - i < 14 &&
    tokens[j]?.word &&
    !MATTER_ENDS.test(tokens[j]?.low ?? '') &&
    !(j > i && matchAt(ACTS, tokens, j)?.value === 'modal') &&
    !isRepeated(tokens, i, j)
  ) {
    if (tokens[j]?.low === 'và' && matchAt(HEADS, tokens, j + 1)) break
    j++
  }
  return j > i + 1 ? j : i
}

function numberedWork(tokens: readonly Token[], i: number): number {
  for (let j = i; j < tokens.length && j - i < 14; j++) {
    const t = tokens[j] as Token
    if (!t.word && t.low !== ',') return i
    if (/^(?:nghị|đề|chương|kết|chỉ|dự)$/.test(t.low) && t.capital) {
      let k = j + 2
      if (tokens[k]?.low === 'số') k++
      return tokens[k]?.number ? k + 1 : i
    }
    if (t.low === 'tham' && tokens[j + 1]?.low === 'nhũng') {
      let k = j + 2
      while (tokens[k]?.low === ',' && /^(?:lãng|tiêu)$/.test(tokens[k + 1]?.low ?? '')) k += 3
      return k
    }
    if (/^(?:và|để|có|chủ|;)$/.test(t.low)) return i
  }
  return i
}

/** The end of a name that comes to its country: "… Bảo vệ quyền trẻ em Việt Nam". */
export function nationEnd(tokens: readonly Token[], i: number): number {
  for (let j = i; j < tokens.length && j - i < 12; j++) {
    const t = tokens[j] as Token
    if (t.low === 'việt' && t.capital && tokens[j + 1]?.low === 'nam') return j + 2
    if (
      !t.word ||
      (FUNCTION_WORDS.test(t.low) && !/^(?:và|các|có)$/.test(t.low)) ||
      (j > i && matchAt(HEADS, tokens, j)?.value === 'class' && t.capital)
    )
      return i
  }
  return i
}

/** Parts of names have two syllables and one capital; where the word list does not know the first, the small syllable after it still belongs to it. */
export const isSecondSyllable = (tokens: readonly Token[], i: number): boolean => {
  const t = tokens[i]
  if (!t?.word || t.capital || t.number || FUNCTION_WORDS.test(t.low) || matchAt(COMPONENTS, tokens, i - 1)) return false
  return (
    !matchAt(ACTS, tokens, i) &&
    !matchAt(PLACES, tokens, i) &&
    !matchAt(QUALIFIERS, tokens, i) &&
    !matchAt(CLOSERS, tokens, i) &&
    !/^\p{Lu}+$/u.test(tokens[i - 1]?.text ?? '')
  )
}

/** The end of the kinds of school that schools are of: "các trường THPT, THCS". */
export function schoolsEnd(tokens: readonly Token[], i: number): number {
  let end = i + (matchAt(SCHOOLS, tokens, i)?.length ?? 0)
  for (let n = 0; end > i && n < 8 && /^(?:,|và|-)$/.test(tokens[end]?.low ?? ''); n++) {
    const more = matchAt(SCHOOLS, tokens, end + 1)
    if (!more) break
    end += 1 + more.length
  }
  return end
}
