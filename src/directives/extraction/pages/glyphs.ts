import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { bulletOf } from '../docx/numbering.ts'
import { type Matrix, times } from './matrix.ts'
import { heightOf, linesOf, type Run } from './run.ts'

/** What a page draws, step by step. */
export type Drawing = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>

type Glyph = { unicode: string; width: number; isSpace: boolean }
type Glyphs = readonly (Glyph | number | null)[]
type Setting = { at: Matrix; size: number; between: number; wide: number; stretch: number; rise: number; leading: number }

const identity: Matrix = [1, 0, 0, 1, 0, 0]
const plain: Setting = { at: identity, size: 0, between: 0, wide: 0, stretch: 1, rise: 0, leading: 0 }

/** So much overlap, in heights of a letter, is more than two words that touch. */
const overlap = 0.3

/** Whether runs of a page lie one within the other: letters that a font lacks come from another, each with a run of its own, and leave gaps in theirs. */
export function areInterleaved(runs: readonly Run[]): boolean {
  let count = 0
  for (const { runs: ordered } of linesOf(runs)) {
    let right = Number.NEGATIVE_INFINITY
    for (const run of ordered) {
      if (run.left < right - overlap * heightOf(run)) count++
      right = Math.max(right, run.right)
    }
  }
  return count > 2
}

/** The words of a page by the place of each letter, however the letters were put there; `most` is how many words are taken. Widths are those the fonts say (PDF 32000-1, 9.4.4). */
export function wordsDrawn({ fnArray, argsArray }: Drawing, transform: Matrix, most: number): Run[] {
  const runs: Run[] = []
  const stack: Setting[] = []
  let now: Setting = { ...plain, at: transform }
  let line: Matrix = identity
  let text: Matrix = identity
  const moveBy = (x: number, y: number) => {
    line = times(line, [1, 0, 0, 1, x, y])
    text = line
  }
  const acts = new Map<number, (args: readonly number[]) => unknown>([
    [OPS.save, () => stack.push(now)],
    [OPS.restore, () => (now = stack.pop() ?? now)],
    [OPS.transform, (args) => (now = { ...now, at: times(now.at, args) })],
    [
      OPS.paintFormXObjectBegin,
      ([matrix]) => {
        stack.push(now)
        if (matrix) now = { ...now, at: times(now.at, matrix as unknown as Matrix) }
      },
    ],
    [OPS.paintFormXObjectEnd, () => (now = stack.pop() ?? now)],
    [OPS.beginText, () => (line = text = identity)],
    [OPS.setTextMatrix, ([matrix]) => (line = text = Array.from(matrix as unknown as ArrayLike<number>))],
    [OPS.setFont, ([, size = 0]) => (now = { ...now, size })],
    [OPS.setCharSpacing, ([between = 0]) => (now = { ...now, between })],
    [OPS.setWordSpacing, ([wide = 0]) => (now = { ...now, wide })],
    [OPS.setHScale, ([percent = 100]) => (now = { ...now, stretch: percent / 100 })],
    [OPS.setTextRise, ([rise = 0]) => (now = { ...now, rise })],
    [OPS.setLeading, ([leading = 0]) => (now = { ...now, leading: -leading })],
    [OPS.moveText, ([x = 0, y = 0]) => moveBy(x, y)],
    [
      OPS.setLeadingMoveText,
      ([x = 0, y = 0]) => {
        now = { ...now, leading: y }
        moveBy(x, y)
      },
    ],
    [OPS.nextLine, () => moveBy(0, now.leading)],
    [
      OPS.showText,
      ([glyphs]) => {
        const { words, width } = shown(glyphs as unknown as Glyphs, now)
        const place = times(now.at, text)
        text = times(text, [1, 0, 0, 1, width, 0])
        for (const word of words) if (runs.length < most) runs.push(...placed(word, place, now))
      },
    ],
  ])
  for (const [i, operator] of fnArray.entries()) acts.get(operator)?.((argsArray[i] ?? []) as readonly number[])
  return runs
}

type Word = { text: string; from: number; to: number }

/** The words of letters shown in a row, with where each begins and ends along the line, and how wide all are. */
function shown(glyphs: Glyphs, { size, between, wide, stretch }: Setting): { words: Word[]; width: number } {
  const words: Word[] = []
  let x = 0
  let open: Word | undefined
  for (const glyph of glyphs) {
    if (glyph === null) continue
    if (typeof glyph === 'number') {
      x -= (glyph * size * stretch) / 1000
      if (open && Math.abs(x - open.to) > 0.1 * size * stretch) open = undefined
      continue
    }
    const width = (glyph.width * size * stretch) / 1000
    if (!glyph.unicode.trim()) open = undefined
    else if (open) {
      open.text += glyph.unicode
      open.to = x + width
    } else {
      open = { text: glyph.unicode, from: x, to: x + width }
      words.push(open)
    }
    x += width + (between + (glyph.isSpace ? wide : 0)) * stretch
  }
  return { words, width: x }
}

/** A word on the page; none where it stands upright or on its head, as the print of a stamp does. */
function placed({ text, from, to }: Word, place: Matrix, { size, rise }: Setting): Run[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = times(place, [1, 0, 0, 1, from, rise])
  const height = size * Math.hypot(c, d)
  if (Math.abs(b) > Math.abs(a) || a < 0 || height === 0) return []
  return [
    {
      text: text.replace(/[\ue000-\uf8ff]/g, bulletOf).normalize('NFC'),
      left: e,
      right: e + (to - from) * Math.hypot(a, b),
      top: f - 0.8 * height,
      bottom: f + 0.2 * height,
    },
  ]
}
