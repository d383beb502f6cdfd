import { DETERMINERS, HEADS } from '../bodies/bodyWords.ts'
import { KIND_LINE, NATION } from '../head/kinds.ts'
import { labelledAs } from '../orders/labels.ts'
import type { Span } from '../reading.ts'
import { isCapitals } from '../words/letterCase.ts'
import { fold } from '../words/plaintext.ts'
import { matchAt, tokensOf } from '../words/tokens.ts'
import { actAt, CIRCUMSTANCES, DIRECTIVES } from '../words/verbs.ts'
import { type Label, labelOf } from './numbering.ts'

/** One printed line with something on it, trimmed. */
export type Line = { from: number; to: number; text: string; indent: number; gapBefore: boolean; gapAfter: boolean }

/** One paragraph as it was written, put together again from the lines it was wrapped into. */
export type Block = { spans: Span[]; text: string; label: Label | null; gapBefore: boolean }

/** The lines of a text that hold words; blank ones are remembered as gaps. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let gap = true
  let at = 0
  while (at <= text.length) {
    let end = text.indexOf('\n', at)
    if (end < 0) end = text.length
    let from = at
    let to = end
    while (from < to && (text[from] === ' ' || text[from] === '\t')) from++
    while (to > from && (text[to - 1] === ' ' || text[to - 1] === '\t')) to--
    if (from === to) {
      gap = true
      const last = lines[lines.length - 1]
      if (last) last.gapAfter = true
    } else {
      lines.push({ from, to, text: text.slice(from, to), indent: from - at, gapBefore: gap, gapAfter: false })
      gap = false
    }
    at = end + 1
  }
  const last = lines[lines.length - 1]
  if (last) last.gapAfter = true
  return lines
}

const RULE = /^[-_*=–—.~+\s]{3,}$/
const STAMP = /^(?:Ký bởi|Người ký|Ký số bởi|Signature)\s?:/i
const STAMP_MORE = /^(?:Cơ quan|Email|Ngày ký|Thời gian ký|Giờ ký|Tổ chức)\s?:/i

/** Whether a line is a rule, the header or number of a page, or the print of an electronic signature: no words of the document. */
function isFurniture(line: Line, stamped: boolean): boolean {
  const t = line.text
  if (t.length > 200) return false
  return (
    RULE.test(t) ||
    /^CÔNG BÁO\s?\//.test(t) ||
    /^-?\s?\d{1,4}\s?-?$/.test(t) ||
    /^Trang\s\d/.test(t) ||
    STAMP.test(t) ||
    (stamped && STAMP_MORE.test(t))
  )
}

const TERMINAL = /[.!?:;…]["”')\]]*$/
// A second office under the first: "UBND TỈNH …", "SỞ …".
const OFFICE =
  /^(?:bộ chính trị|sở|phòng|văn phòng|ban|cục|chi cục|tổng cục|thanh tra|tòa án|viện|học viện|kho bạc|bảo hiểm xã hội|trung tâm|trường|bệnh viện|chủ tịch|thủ tướng|bộ trưởng|ủy ban|đảng ủy|đảng bộ|chi bộ|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|tỉnh đoàn|thành đoàn|huyện đoàn|tổng công ty|hội|liên đoàn|công an|chi ủy)(?: |$)/
const LOWER = /^["“(]?\p{Ll}/u

/**
 * How a text was wrapped: to what width, 0 where each line is a paragraph; "early" where the first line of each paragraph breaks off before that, "exact" where every line holds as
 * many words as fit.
 */
export type Wrap = { width: number; early: boolean; exact: boolean }

/** How the lines of a text were wrapped. */
export function wrapOf(lines: Line[]): Wrap {
  const width = widthOf(lines) || mostWidth(lines)
  if (width === 0) return { width, early: false, exact: false }
  const widest = lines.reduce((most, { text }) => (text.length <= width * 1.1 ? Math.max(most, text.length) : most), 0)
  const wrapped = lines.flatMap((line, i) => {
    const before = lines[i - 1]
    return before && before.text.length > width / 2 && LOWER.test(line.text) && !labelOf(line.text) ? [fits(before, line, widest)] : []
  })
  const exact = wrapped.length > 12 && wrapped.filter(Boolean).length <= wrapped.length * 0.02
  let [short, goOn] = [0, 0]
  lines.forEach((line, i) => {
    const next = lines[i + 1]
    if (!next || line.text.length > width * 0.6 || TERMINAL.test(line.text) || isCapitals(line.text) || !labelOf(line.text)) return
    short++
    if (LOWER.test(next.text) && !labelOf(next.text)) goOn++
  })
  return { width: exact ? widest : width, early: short >= 6 && goOn >= short * 0.35, exact }
}

/** Whether the first word of a line would have stood in the one before it. */
const fits = (before: Line, line: Line, width: number): boolean => before.text.length + 1 + (line.text.split(' ', 1)[0] ?? '').length <= width

function widthOf(lines: Line[]): number {
  const long = lines.map((l) => l.text.length).filter((n) => n >= 40)
  if (long.length < 10) return 0
  long.sort((a, b) => a - b)
  const width = long[Math.floor(long.length * 0.9)] as number
  if (width > 140 || (long[Math.floor(long.length * 0.98)] as number) > width * 1.25) return 0
  const lower = lines.filter((l) => LOWER.test(l.text) && !labelOf(l.text)).length
  return lower >= lines.length * 0.12 ? width : 0
}

/** The width of most lines where others are whole paragraphs, such as notes and the words of a page around a document; 0 where there is none. */
function mostWidth(lines: Line[]): number {
  const long = lines.filter(({ text }) => text.length >= 40 && !text.startsWith('|'))
  const counts = new Map<number, number>()
  for (const { text } of long) counts.set(text.length, (counts.get(text.length) ?? 0) + 1)
  let [width, most] = [0, 0]
  for (let end = 60; end <= 140; end++) {
    let within = 0
    for (let n = end - band + 1; n <= end; n++) within += counts.get(n) ?? 0
    if (within > most) [width, most] = [end, within]
  }
  if (most < 20 || most < long.length * 0.4) return 0
  const isFull = (line: Line | undefined) => line !== undefined && line.text.length > width - band && line.text.length <= width
  const goOn = lines.filter((line, i) => isFull(lines[i - 1]) && LOWER.test(line.text) && !labelOf(line.text)).length
  return goOn >= most * 0.35 ? width : 0
}
/** How much shorter than the widest a full line is at most: the word that did not fit. */
const band = 14

// The number of a document, and its place and date, stand on lines of their own.
const HEAD_LINE = /^(?:Số\s?:?\s?\d{0,5}[/-]\S{0,30}$|Số\s?:\s?\S{1,30}$|\p{Lu}[\p{L}\s]{1,30}, ngày \d{0,2}.{0,30}$)/u

const BROKEN_HEAD = /^(?:Số\s?:?|\p{Lu}[\p{L}\s.]{1,30}, ngày(?: \d{1,2}(?: tháng(?: \d{1,2}(?: năm)?)?)?)?)$/u

// A line that ends in one of these words has its sentence go on, whatever comes next.
const DANGLING =
  /(?:^|\s)(?:của|và|các|với|về|cho|những|là|để|(?:quyết định|nghị quyết|nghị định|chỉ thị|kết luận|kế hoạch|công văn|thông báo|thông tư|tờ trình|quy định|văn bản) số|\p{L} số)$/iu

// So does a full line that ends in an act without its object: "… tổng hợp, báo cáo / Lãnh đạo Bộ".
const OBJECTLESS =
  /(?:^|\s)(?:báo cáo|trình|gửi|giao|tham mưu|phối hợp|chủ trì|thuộc|theo|do|tại|từ|đến|trong|trên|hoặc|cùng|giúp|đề nghị|yêu cầu|sở|bộ|ban|ủy ban nhân dân|ubnd|trung tâm|công an|tỉnh ủy|trung tâm \p{Ll}+|hội liên hiệp|tổng liên đoàn)$/iu

/** A sentence broken before a number that is no label: "… trong quý / III/2025", "… trước đại hội / 30 ngày". */
const numberGoesOn = (before: Line, line: Line): boolean =>
  !isCapitals(before.text) &&
  !TERMINAL.test(before.text) &&
  !labelOf(line.text) &&
  (/^\d/.test(line.text) || (/(?:^|\s)quý$/u.test(before.text) && /^[IV]+(?:[ ./-]|$)/.test(line.text)))

/** Whether an office in capitals stands under another, not within a title: "UBND TỈNH … / THANH TRA TỈNH". */
const isSecondOffice = (before: Line, line: Line): boolean => OFFICE.test(fold(line.text)) && !/[,;]$/.test(before.text) && !labelOf(before.text)

function continues(before: Line, line: Line, wrap: Wrap, gap: boolean, first: boolean): boolean {
  // a line far beyond the width is a paragraph that was not wrapped
  const { width, early, exact } = before.text.length > wrap.width * 1.3 ? { width: 0, early: false, exact: false } : wrap
  if (
    isCapitals(before.text) &&
    (KIND_LINE.test(fold(before.text)) ||
      KIND_LINE.test(fold(line.text)) ||
      NATION.test(fold(before.text)) ||
      NATION.test(fold(line.text)) ||
      isSecondOffice(before, line))
  )
    return false
  if (/^(?:PHỤ LỤC|Phụ lục)(?:$| [\dIVX]| SỐ)/u.test(line.text) && !/^\(/.test(before.text)) return false
  // "Hà Nội, ngày / 15 tháng 02 năm 2023", "Số: / 258/KH-UBND", "ỦY / BAN NHÂN DÂN": broken off in the middle.
  if (BROKEN_HEAD.test(before.text) && /^\d/.test(line.text)) return true
  if (/^(?:ỦY|UỶ|HỘI|VĂN|BỘ|SỞ|CỘNG|THỦ)$/.test(before.text) && isCapitals(line.text)) return true
  if (HEAD_LINE.test(before.text) || HEAD_LINE.test(line.text)) return false
  const open = !TERMINAL.test(before.text)
  if (isCapitals(before.text) && before.text.length > 3 && LOWER.test(line.text)) return false
  if (LOWER.test(line.text)) return open || (width > 0 && !gap)
  if (gap) return false
  if (numberGoesOn(before, line)) return true
  // "8. Giám đốc / Sở, Thủ trưởng cơ quan": a post, and what it is of
  if (/(?:^|\s)(?:Giám đốc|Thủ trưởng|Chủ tịch|Trưởng)$/u.test(before.text) && matchAt(HEADS, tokensOf(line.text.slice(0, 40)), 0)?.value === 'class')
    return true
  if (/(?:^|\s)Thủ tướng$/u.test(before.text) && /^Chính phủ(?!\p{L})/u.test(line.text)) return true
  if (before.text.length >= 60 && OBJECTLESS.test(before.text) && !/^Kính gửi/u.test(before.text) && !isCapitals(line.text)) return true
  if (DANGLING.test(before.text) || (width > 0 && /[,(/]$|\p{L}-$/u.test(before.text) && !isCapitals(before.text))) return true
  if (isCapitals(line.text) && !isCapitals(before.text) && line.text.length > 4) return false
  if (isCapitals(before.text)) return isCapitals(line.text) && open
  if (width === 0) return /[,(]$/.test(before.text) && !isCapitals(line.text)
  if (line.indent >= 3 && before.indent < line.indent) return false
  if (/^(?:Trên đây là|Nhận được)(?![\p{L}])/u.test(line.text)) return false
  if (exact && fits(before, line, width)) return false
  if (!open) return before.text.length >= width * 0.93
  if (labelledAs(fold(line.text.slice(0, 80)))) return false
  // Where first lines break off early, a long line after a short one cannot be a first line itself.
  if (early && first && before.text.length < width * 0.6 && line.text.length > width * 0.6) return true
  // A title is no part of the sentence that tells the occasion: "Về việc … / Thời gian qua, …".
  if (/^(?:về|v\/v)(?: việc)? /.test(fold(before.text)) && matchAt(CIRCUMSTANCES, tokensOf(line.text.slice(0, 40)), 0)) return false
  if (before.text.length >= width * 0.78) return true
  // After a short line only words that begin neither an act, a circumstance nor the name of a body go on with it.
  const tokens = tokensOf(line.text.slice(0, 60))
  if (actAt(tokens, 0) || matchAt(DIRECTIVES, tokens, 0) || matchAt(CIRCUMSTANCES, tokens, 0)) return false
  const head = matchAt(HEADS, tokens, matchAt(DETERMINERS, tokens, 0)?.length ?? 0)
  return head === null || head.value === 'not'
}

// A wrapped line may begin with a number that belongs to the sentence: "tại Quyết định số / 15. ..." never stands at the head of a point.
const startsPoint = (before: Line | undefined, line: Line, { width, exact }: Wrap): Label | null => {
  const label = labelOf(line.text)
  if (!label || !before) return label
  if (BROKEN_HEAD.test(before.text) && /^\d/.test(line.text)) return null
  if (!line.gapBefore && !isCapitals(before.text) && DANGLING.test(before.text)) return null
  if (width === 0) return label
  const rest = line.text.slice(label.length)
  const midSentence = !TERMINAL.test(before.text) && (exact ? !fits(before, line, width) : before.text.length >= width * 0.78)
  // "Làng Văn hóa / - Du lịch": in the middle of a full line's sentence a dash joins two parts of a name.
  if (midSentence && label.family === 'dash' && !line.gapBefore && !isCapitals(before.text) && !actAt(tokensOf(rest.slice(0, 60)), 0)) return null
  return midSentence && LOWER.test(rest) && label.family !== 'plus' ? null : label
}

/** The paragraphs of a run of lines. */
export function blocksOf(lines: Line[], wrap = wrapOf(lines)): Block[] {
  const blocks: Block[] = []
  let before: Line | undefined
  let gap = true
  let stamped = 0
  for (const line of lines) {
    gap ||= line.gapBefore
    if (STAMP.test(line.text)) stamped = 4
    if (isFurniture(line, stamped-- > 0)) {
      if (RULE.test(line.text)) {
        gap = true
        before = undefined
      }
      continue
    }
    const label = startsPoint(before, line, wrap)
    const open = blocks[blocks.length - 1]
    // "(2)" at the head of a line goes on with a paragraph that holds "(1)".
    // "…, phân luồng từ xa; / cử người canh gác …": a point broken after one of its clauses.
    const goesOn =
      open !== undefined &&
      before !== undefined &&
      !label &&
      /;$/.test(before.text) &&
      LOWER.test(line.text) &&
      (open.label !== null || !LOWER.test(open.text))
    const runsIn = label?.family === 'bracket' && !label.first && open !== undefined && open.text.lastIndexOf(`(${Number(label.number) - 1})`) > 0
    if (open && before && (runsIn || goesOn || (!label && continues(before, line, wrap, gap, open.spans.length === 1)))) {
      open.spans.push([line.from, line.to])
      open.text += ` ${line.text}`
    } else blocks.push({ spans: [[line.from, line.to]], text: line.text, label, gapBefore: gap })
    before = line
    gap = line.gapAfter
  }
  return blocks
}
