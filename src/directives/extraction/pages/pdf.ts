import { getDocument, OPS, type PDFDocumentLoadingTask, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Refusal } from '../../../kernel/errors.ts'
import { words } from '../../words.ts'
import { bulletOf } from '../docx/numbering.ts'
import { limits } from '../limits.ts'
import { areInterleaved, type Drawing, wordsDrawn } from './glyphs.ts'
import { type Matrix, pointAt, times } from './matrix.ts'
import type { Page, Ruling, Run } from './run.ts'

export type Pdf = Awaited<PDFDocumentLoadingTask['promise']>

/** Opens a pdf for some work and lets all go afterwards; a password, or too many pages, is refused. */
export async function withPdf<T>(bytes: Buffer, name: string, work: (pdf: Pdf) => Promise<T>): Promise<T> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    verbosity: 0,
    maxImageSize: limits.pixels,
  } as Parameters<typeof getDocument>[0])
  try {
    const pdf = await task.promise
    if (pdf.numPages > limits.pages) throw new Refusal('too-large', words.tooManyPages, { name, limit: limits.pages })
    return await work(pdf)
  } catch (error) {
    if ((error as Error).name === 'PasswordException') throw new Refusal('invalid', words.locked, { name })
    throw error
  } finally {
    await task.destroy()
  }
}

/** What is printed on a page: its words and the lines drawn; and whether a picture is painted on it. */
export async function pageOf(page: PDFPageProxy): Promise<Page & { hasPicture: boolean }> {
  const viewport = page.getViewport({ scale: 1 })
  const transform = viewport.transform as Matrix
  const written = await runsOf(page, transform)
  const drawing = await page.getOperatorList()
  const { rulings, hasPicture } = drawnOn(drawing, transform)
  const runs = areInterleaved(written) ? wordsDrawn(drawing, transform, limits.runs) : written
  return { width: viewport.width, height: viewport.height, runs, rulings, hasPicture }
}

async function runsOf(page: PDFPageProxy, transform: Matrix): Promise<Run[]> {
  const runs: Run[] = []
  const stream = page.streamTextContent() as ReadableStream<{ items: { str?: string; transform: number[]; width: number }[] }>
  for await (const { items } of stream)
    for (const { str, transform: own, width } of items) {
      if (!str?.trim()) continue
      if (runs.length >= limits.runs) return runs
      const [a = 0, b = 0, c = 0, d = 0, left = 0, base = 0] = times(transform, own)
      const size = Math.hypot(c, d) || Math.hypot(a, b)
      // Words that stand upright, or on their head, are stamps in the margin.
      if (Math.abs(b) > Math.abs(a) || a < 0 || size === 0) continue
      runs.push(
        ...partedBy(str.replace(/[\ue000-\uf8ff]/g, bulletOf), { left, right: left + width, top: base - 0.8 * size, bottom: base + 0.2 * size }),
      )
    }
  return runs
}

/** One run for each stretch of words: blanks in a row are an empty column. */
function partedBy(text: string, { left, right, top, bottom }: Omit<Run, 'text'>): Run[] {
  const wide = (right - left) / text.length
  return [...text.matchAll(/\S+(?: {1,2}\S+)*/g)].map((match) => ({
    text: match[0],
    left: left + wide * match.index,
    right: left + wide * (match.index + match[0].length),
    top,
    bottom,
  }))
}

/** A rectangle thinner than so many points is a line. */
const thin = 3
/** A shorter line than this is the part of a letter or a sign. */
const shortest = 6

function drawnOn({ fnArray, argsArray }: Drawing, transform: Matrix): { rulings: Ruling[]; hasPicture: boolean } {
  const rulings: Ruling[] = []
  const stack: Matrix[] = []
  let at: Matrix = transform
  let hasPicture = false
  fnArray.forEach((operator, i) => {
    if (operator === OPS.save) stack.push(at)
    else if (operator === OPS.restore) at = stack.pop() ?? transform
    else if (operator === OPS.transform) at = times(at, argsArray[i] as number[])
    else if (operator === OPS.paintFormXObjectBegin) {
      stack.push(at)
      const [matrix] = argsArray[i] as [number[] | null]
      if (matrix) at = times(at, matrix)
    } else if (operator === OPS.paintFormXObjectEnd) at = stack.pop() ?? transform
    else if (pictures.has(operator)) hasPicture = true
    else if (operator === OPS.constructPath) {
      const [paint, paths] = argsArray[i] as [number, [Float32Array | null]]
      if (paint !== OPS.endPath && paths?.[0] && rulings.length < limits.runs) rulings.push(...rulingsOf(paths[0], at))
    }
  })
  return { rulings, hasPicture }
}

const pictures = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintInlineImageXObjectGroup,
])

/** How many numbers follow each step of a path: move, line, curves, close. */
const steps = [2, 2, 6, 4, 0]

/** The lines of a path: thin rectangles, and the straight strokes of others. */
function rulingsOf(path: Float32Array, matrix: Matrix): Ruling[] {
  const points: [number, number][][] = []
  for (let i = 0; i < path.length; ) {
    const step = path[i] as number
    const count = steps[step]
    if (count === undefined) break
    if (step === 0) points.push([])
    const last = points.at(-1)
    if (step === 4) {
      if (last?.[0]) last.push(last[0])
    } else last?.push(pointAt(matrix, path[i + count - 1] as number, path[i + count] as number))
    i += count + 1
  }
  return points.flatMap((stroke) => {
    if (stroke.length === 0) return []
    const [xs, ys] = [stroke.map(([x]) => x), stroke.map(([, y]) => y)]
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    if (bottom - top <= thin || right - left <= thin) return rulingBetween(left, right, top, bottom)
    return stroke.slice(1).flatMap(([x, y], i) => {
      const [fromX, fromY] = stroke[i] as [number, number]
      return Math.abs(x - fromX) <= 1 || Math.abs(y - fromY) <= 1
        ? rulingBetween(Math.min(x, fromX), Math.max(x, fromX), Math.min(y, fromY), Math.max(y, fromY))
        : []
    })
  })
}

const rulingBetween = (left: number, right: number, top: number, bottom: number): Ruling[] =>
  right - left >= bottom - top
    ? right - left >= shortest
      ? [{ isAcross: true, at: (top + bottom) / 2, from: left, to: right }]
      : []
    : bottom - top >= shortest
      ? [{ isAcross: false, at: (left + right) / 2, from: top, to: bottom }]
      : []
