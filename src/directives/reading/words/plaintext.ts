import type { Span } from '../reading.ts'

/** The text that is read: NFC, one kind of line end, one kind of space, nothing invisible, no letter under a heap of marks, none of the signs by which Markdown sets type. */
export function plaintext(raw: string): string {
  const text = raw
    .replace(/(\p{M}{20})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/[\u200b-\u200f\ufeff\u00ad\u2060]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
  return isMarkdown(text) ? withoutSigns(text) : text
}

/** A text copied out of a program that writes Markdown has its headings and letterhead in bold: "**1. Công an tỉnh**". */
const isMarkdown = (text: string): boolean => {
  const first = text.indexOf('**')
  return first >= 0 && text.indexOf('**', first + 2) > 0 && (text.match(/\*\*(?=[\p{L}\d])|(?<=[\p{L}\d.:;,])\*\*/gu)?.length ?? 0) >= 4
}

const withoutSigns = (text: string): string =>
  text
    .replace(/\*{2,3}/g, '')
    // "*Căn cứ Luật …;*" is in italics, "* Căn cứ" a bullet, "(*)" a note
    .replace(/^([ \t]*)\*(?=[^\s*)])/gm, '$1')
    .replace(/(?<=[^\s*(])\*(?=[ \t]*$)/gm, '')
    // "hoàn thành *trước ngày 3 tháng 4*, …"
    .replace(/(?<=[ \n])\*(?=[\p{L}\p{N}“"])|(?<=[\p{L}\p{N}.,;:”"])\*(?=[ .,;:\n])/gu, '')
    .replace(/^#{1,6} (?=\S)/gm, '')
    .replace(/\\(?=[-.*_#()[\]])/g, '')

/** Words taken out of the reading with white space folded, each character knowing where it stood. */
export type Passage = { text: string; at: number[] }

/** The words of some spans, joined by single spaces. */
export function passage(source: string, spans: readonly Span[]): Passage {
  let text = ''
  const at: number[] = []
  let gap = false
  for (const [from, to] of spans) {
    gap = text !== ''
    for (let i = from; i < to; i++) {
      const c = source[i] as string
      if (c === ' ' || c === '\n' || c === '\t') gap = text !== ''
      else {
        if (gap) {
          text += ' '
          at.push(i - 1)
          gap = false
        }
        text += c
        at.push(i)
      }
    }
  }
  return { text, at }
}

/** Where a stretch of a passage stands in the reading. */
export function spanOf(p: Passage, from: number, to: number): Span {
  if (p.at.length === 0) return [0, 0]
  const first = p.at[Math.min(from, p.at.length - 1)] as number
  const last = p.at[Math.max(0, Math.min(to, p.at.length) - 1)] as number
  return [first, Math.max(first, last + 1)]
}

/** A part of a passage, trimmed. */
export function cut(p: Passage, from: number, to: number): Passage {
  let a = Math.max(0, from)
  let b = Math.min(p.text.length, to)
  while (a < b && p.text[a] === ' ') a++
  while (b > a && p.text[b - 1] === ' ') b--
  return { text: p.text.slice(a, b), at: p.at.slice(a, b) }
}

const MARKS = new Map([
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
])

const OPEN_VOWELS = /[ou][àáảãạèéẻẽẹỳýỷỹỵ]|quí/

/** "quản lí", "định kì", "kĩ thuật", as schools write them. */
const SHORT_I = /(?:lí|k[íìỉĩ]|mĩ|tỉ)(?!\p{L})/u
const LONG_Y = new Map([
  ['í', 'ý'],
  ['ì', 'ỳ'],
  ['ỉ', 'ỷ'],
  ['ĩ', 'ỹ'],
])

/** One spelling for one word: lower case, the tone mark of open "oa", "oe", "uy" on the first vowel, "quí" as "quý", "quản lí" as "quản lý". Keeps the length. */
export function fold(s: string): string {
  const known = folded.get(s)
  if (known !== undefined) return known
  const low = foldedAnew(s)
  if (s.length > LONGEST_KEPT) return low
  if (folded.size >= KEPT) folded.clear()
  folded.set(s, low)
  return low
}

// a provision, its title and its names are folded some five times each, by whoever asks something of them
const folded = new Map<string, string>()
const KEPT = 2000
const LONGEST_KEPT = 4000

function foldedAnew(s: string): string {
  let low = s.toLowerCase()
  if (low.length !== s.length) low = [...s].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('')
  // as it is written in the South
  if (low.includes('gởi')) low = low.replace(/(?<!\p{L})gởi(?!\p{L})/gu, 'gửi')
  if (SHORT_I.test(low)) low = low.replace(/(?<!\p{L})(?:lí|k[íìỉĩ]|mĩ|tỉ)(?!\p{L})/gu, (m) => m.charAt(0) + (LONG_Y.get(m.charAt(1)) ?? ''))
  if (!OPEN_VOWELS.test(low)) return low
  return low.replace(/(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/gu, (m) => MARKS.get(m) ?? m).replace(/qu[ií]|quý/g, (m) => (m === 'quí' ? 'quý' : m))
}
