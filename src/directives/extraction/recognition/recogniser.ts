import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createWorker, OEM, type Page as Recognised, type Worker } from 'tesseract.js'
import type { Run } from '../pages/run.ts'
import { middleOf } from '../pages/run.ts'
import { withConfidence } from './marks.ts'
import { mended } from './mending.ts'

/** What was read in one picture: its words at their places, in the picture's points. */
export type Seen = { runs: Run[]; words: number; letters: number; confidence: number }

export type Recogniser = { see: (picture: Buffer) => Promise<Seen>; close: () => Promise<void> }

/** The Vietnamese letters, as the package brings them: nothing is fetched while the product runs. */
const letters = join(dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json')), '4.0.0_best_int')
/** A word below this without a letter is dirt on the paper, or the line of a table. */
const dirt = 40

/** Opens the engine that recognises Vietnamese print. */
export async function openRecogniser(): Promise<Recogniser> {
  const worker: Worker = await createWorker('vie', OEM.LSTM_ONLY, {
    langPath: letters,
    gzip: true,
    cacheMethod: 'none',
    errorHandler: () => undefined,
  })
  return {
    see: async (picture) => seenIn((await worker.recognize(picture, {}, { blocks: true, text: false })).data),
    close: async () => void (await worker.terminate()),
  }
}

function seenIn({ blocks }: Recognised): Seen {
  const lines = (blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines))
  // A line of small letters alone is not lower than its neighbours: they are all taken as high as most are.
  const usual = middleOf(lines.map(({ rowAttributes }) => rowAttributes.rowHeight))
  const seen: Seen = { runs: [], words: 0, letters: 0, confidence: 0 }
  for (const { words, baseline, rowAttributes } of lines) {
    const own = rowAttributes.rowHeight
    const height = own > 1.5 * usual || own < 0.6 * usual ? own : usual
    const base = (baseline.y0 + baseline.y1) / 2
    const said = mended(words.map(({ text }) => text.trim()))
    for (const [i, { confidence, bbox }] of words.entries()) {
      const word = said[i] as string
      if (!word || (confidence < dirt && !/[\p{L}\p{N}]/u.test(word)) || /^[|_~`¦]+$/.test(word)) continue
      // words are words, however close they were printed
      seen.runs.push({
        text: `${withConfidence(word, confidence)} `,
        left: bbox.x0,
        right: bbox.x1,
        top: base - 0.8 * height,
        bottom: base + 0.2 * height,
      })
      seen.words++
      seen.letters += word.length
      seen.confidence += confidence * word.length
    }
  }
  return seen
}
