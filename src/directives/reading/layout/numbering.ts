/** The families of numbers and bullets that Vietnamese documents use, from the widest to the narrowest. */
export type Family =
  | 'part'
  | 'chapter'
  | 'division'
  | 'article'
  | 'upper'
  | 'roman'
  | 'roman2'
  | 'number'
  | 'number2'
  | 'number3'
  | 'ordinal'
  | 'letter'
  | 'bracket'
  | 'dash'
  | 'star'
  | 'plus'
  | 'dot'

export type Label = { printed: string; family: Family; number: string; first: boolean; length: number }

const ORDER: Family[] = [
  'part',
  'chapter',
  'division',
  'article',
  'upper',
  'roman',
  'roman2',
  'number',
  'number2',
  'number3',
  'ordinal',
  'letter',
  'bracket',
  'star',
  'dash',
  'plus',
  'dot',
]

/** How narrow a family is: a larger rank stands under a smaller one. */
export const rank = (family: Family): number => ORDER.indexOf(family)

const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']
const WORDED =
  /^(phần|chương|mục|tiểu mục|điều)\s+(?:thứ\s+)?(nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|[ivxlc]{1,6}|\d{1,3}[a-zđ]?|[a-h])(?![\p{L}\p{N}])\s{0,3}[.:)\-–—]?\s*/iu
/** "Thứ nhất, …", "Một là, …" */
const ORDINAL = /^(?:thứ (nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)|(một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là)\s?[,:]\s*(?=\S)/iu
const CARDINALS = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']
const WORDED_FAMILY: Record<string, Family> = { phần: 'part', chương: 'chapter', mục: 'division', 'tiểu mục': 'division', điều: 'article' }
const ROMAN2 = /^([IVX]{1,5})\.(\d{1,2})\s?[.)\-–:]?\s+(?=\S)/
/** "V/v tăng cường …" says what is told of, and is no fifth part. */
const ABOUT = /^v\/v(?![\p{L}])/iu
const ROMAN = /^([IVX]{1,5})\s?[.\-–—)/:]\s*(?=[^\s\d.])/
const UPPER = /^([A-HĐK-UY])\s?[.\-–)/]\s+(?=\S)/
const DECIMAL = /^(\d{1,2}(?:\s?\.\s?\d{1,2}){1,4})\s{0,2}([.\-–—):/]?)\s*(?=[^\s\d])/
const NUMBER = /^(\d{1,3})\s{0,2}[.\-–—):/]\s*(?=[^\s\d,;:)])/
/** "43-HD/BTCTW" and "82/TTr-UBND" are the numbers of documents. */
const SYMBOL = /^\d{1,5}\s?[-/]\s?\p{Lu}\p{L}{0,6}\s?[-/]/u
const BRACKET = /^\((\d{1,2}|[a-zđ]|[ivx]{1,4})\)[.:]?\s*(?=\S)/
const LETTER = /^([a-zđ]\d?)\s?(?:[.)/]\s*|[-–]\s+)(?=[^\s\d])/
const BULLET = /^([-–—−‐‑+*•●○▪■◦➢►✓·])\s*(?=\S)/

const arabic = (roman: string): number => {
  const value: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 }
  let sum = 0
  const digits = [...roman.toUpperCase()].map((c) => value[c] ?? 0)
  digits.forEach((d, i) => {
    sum += d < (digits[i + 1] ?? 0) ? -d : d
  })
  return sum
}

function worded(line: string): Label | null {
  const m = WORDED.exec(line)
  if (!m) return null
  const word = (m[1] as string).toLowerCase()
  const said = (m[2] as string).toLowerCase()
  const rest = line.slice(m[0].length)
  // "Điều 5 Luật Đất đai quy định" cites an article; a label is closed by a mark, or stands alone, or heads a title.
  if (word === 'điều' && rest !== '' && !/[.:\-–—)]\s*$/.test(m[0])) return null
  if (word === 'mục' && rest !== '' && !/[.:\-–—)]\s*$/.test(m[0]) && !/^\p{Lu}/u.test(rest)) return null
  if (word === 'phần' && /^[a-h]$/.test(said) && rest !== '' && !/^\p{Lu}/u.test(rest)) return null
  const at = ORDINALS.indexOf(said)
  const number = at >= 0 ? String(at + 1) : /^[ivxlc]+$/.test(said) ? String(arabic(said)) : said
  return { printed: m[0].trim(), family: WORDED_FAMILY[word] as Family, number, first: number === '1', length: m[0].length }
}

/** The number or bullet at the start of a line, or null; `after` is the printed label before it, which settles letters that are also Roman numbers. */
export function labelOf(line: string): Label | null {
  const named = worded(line)
  if (named) return named
  let m = ORDINAL.exec(line)
  if (m) {
    const number = m[1] ? ORDINALS.indexOf(m[1].toLowerCase()) + 1 : CARDINALS.indexOf((m[2] as string).toLowerCase()) + 1
    return { printed: m[0].trim(), family: 'ordinal', number: String(number), first: number === 1, length: m[0].length }
  }
  m = ROMAN2.exec(line)
  if (m) return { printed: m[0].trim(), family: 'roman2', number: `${arabic(m[1] as string)}.${m[2]}`, first: m[2] === '1', length: m[0].length }
  if (ABOUT.test(line)) return null
  m = ROMAN.exec(line)
  if (m) {
    const number = String(arabic(m[1] as string))
    return { printed: m[0].trim(), family: 'roman', number, first: number === '1', length: m[0].length }
  }
  m = UPPER.exec(line)
  if (m) return { printed: m[0].trim(), family: 'upper', number: m[1] as string, first: m[1] === 'A', length: m[0].length }
  m = DECIMAL.exec(line)
  if (m && (m[2] !== '' || /^\p{Lu}|^["“]/u.test(line.slice(m[0].length)))) {
    const digits = (m[1] as string).replace(/\s/g, '')
    const depth = digits.split('.').length
    return { printed: m[0].trim(), family: depth === 2 ? 'number2' : 'number3', number: digits, first: digits.endsWith('.1'), length: m[0].length }
  }
  m = SYMBOL.test(line) ? null : NUMBER.exec(line)
  if (m) return { printed: m[0].trim(), family: 'number', number: String(Number(m[1])), first: Number(m[1]) === 1, length: m[0].length }
  m = BRACKET.exec(line)
  if (m) return { printed: m[0].trim(), family: 'bracket', number: m[1] as string, first: /^(1|a|i)$/.test(m[1] as string), length: m[0].length }
  m = LETTER.exec(line)
  if (m) return { printed: m[0].trim(), family: 'letter', number: m[1] as string, first: m[1] === 'a', length: m[0].length }
  m = BULLET.exec(line)
  if (m) {
    const mark = m[1] as string
    const family: Family = mark === '+' ? 'plus' : mark === '*' ? 'star' : /[-–—−‐‑]/.test(mark) ? 'dash' : 'dot'
    return { printed: mark, family, number: '', first: false, length: m[0].length }
  }
  return null
}
