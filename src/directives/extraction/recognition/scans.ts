import { Refusal } from '../../../kernel/errors.ts'
import { words } from '../../words.ts'
import type { Tell } from '../extracted.ts'
import { limits } from '../limits.ts'
import { type Sheet, sheetOf } from '../pages/layout.ts'
import type { Pdf } from '../pages/pdf.ts'
import type { Ruling } from '../pages/run.ts'
import type { Recognition } from './marks.ts'
import { picturesIn, withoutRulings } from './pictures.ts'
import { openRecogniser, type Recogniser, type Seen } from './recogniser.ts'

/** Dots an inch at which a page is drawn for recognition: what scans have, and what the engine is made for. */
const resolution = 300
/** Points of an A4 page across: pictures are taken for one. */
const paper = 595
/** The most points a page is drawn with: A3 at full resolution and some more. */
const drawnPixels = 30_000_000

type Sum = Omit<Recognition, 'doubtful'> & { letters: number }
const nothing = (): Sum => ({ pages: 0, words: 0, confidence: 0, letters: 0 })

/** Recognises the pages of a pdf that have no text; gives them by their number. */
export async function recognisePages(
  pdf: Pdf,
  numbers: readonly number[],
  name: string,
  tell: Tell,
): Promise<{ sheets: Map<number, Sheet>; sum: Sum }> {
  if (numbers.length > limits.recognisedPages) throw new Refusal('too-large', words.tooManyScans, { name, limit: limits.recognisedPages })
  const sheets = new Map<number, Sheet>()
  const sum = nothing()
  await withRecogniser(async (recogniser) => {
    for (const number of numbers) {
      tell({ done: sum.pages, of: numbers.length, isRecognising: true })
      const page = await pdf.getPage(number)
      const plain = page.getViewport({ scale: 1 })
      const scale = Math.min(resolution / 72, Math.sqrt(drawnPixels / Math.max(1, plain.width * plain.height)))
      const viewport = page.getViewport({ scale })
      const factory = pdf.canvasFactory as { create: (width: number, height: number) => Drawing; destroy: (drawing: Drawing) => void }
      const drawing = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height))
      await page.render({ canvas: null, canvasContext: drawing.context, viewport } as unknown as Parameters<typeof page.render>[0]).promise
      const rulings = withoutRulings(drawing.context, Math.ceil(viewport.width), Math.ceil(viewport.height))
      const seen = await recogniser.see(await drawing.canvas.encode('png'))
      factory.destroy(drawing)
      page.cleanup()
      sheets.set(number, sheetFrom(seen, rulings, 1 / scale, plain.width, plain.height))
      add(sum, seen)
    }
  })
  return { sheets, sum }
}

type Drawing = { canvas: { encode: (kind: 'png') => Promise<Buffer> }; context: Parameters<typeof withoutRulings>[0] }

/** Recognises a picture file, page by page. */
export async function recognisePictures(bytes: Buffer, name: string, mediaType: string, tell: Tell): Promise<{ sheets: Sheet[]; sum: Sum }> {
  const sheets: Sheet[] = []
  const sum = nothing()
  await withRecogniser(async (recogniser) => {
    for await (const { bytes: picture, width, height, rulings, of } of picturesIn(bytes, name, mediaType)) {
      tell({ done: sum.pages, of, isRecognising: true })
      const seen = await recogniser.see(picture)
      const scale = paper / Math.min(width, height)
      sheets.push(sheetFrom(seen, rulings, scale, width * scale, height * scale))
      add(sum, seen)
    }
  })
  return { sheets, sum }
}

async function withRecogniser(work: (recogniser: Recogniser) => Promise<void>): Promise<void> {
  const recogniser = await openRecogniser()
  try {
    await work(recogniser)
  } finally {
    await recogniser.close()
  }
}

const sheetFrom = ({ runs }: Seen, rulings: readonly Ruling[], scale: number, width: number, height: number): Sheet =>
  sheetOf({
    width,
    height,
    rulings: rulings.map(({ isAcross, at, from, to }) => ({ isAcross, at: at * scale, from: from * scale, to: to * scale })),
    runs: runs.map(({ text, left, right, top, bottom }) => ({
      text,
      left: left * scale,
      right: right * scale,
      top: top * scale,
      bottom: bottom * scale,
    })),
  })

function add(sum: Sum, seen: Seen): void {
  sum.pages++
  sum.words += seen.words
  sum.letters += seen.letters
  sum.confidence += seen.confidence
}

/** The mean confidence over all letters. */
export const recognitionOf = ({ pages, words: count, letters, confidence }: Sum): Omit<Recognition, 'doubtful'> => ({
  pages,
  words: count,
  confidence: letters ? Math.round(confidence / letters) : 0,
})
