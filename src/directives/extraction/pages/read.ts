import type { Tell } from '../extracted.ts'
import { isGarbled } from '../letters/garbled.ts'
import { type Part, textOf } from '../parts.ts'
import type { Recognition } from '../recognition/marks.ts'
import { partsOfSheets, type Sheet, sheetOf } from './layout.ts'
import { pageOf, withPdf } from './pdf.ts'
import type { Page } from './run.ts'

/** What was read of a printed document, and what of it was recognised. */
export type Printed = { text: string; recognition: Omit<Recognition, 'doubtful'> | null }

const printed = (parts: Part[], recognition: Printed['recognition']): Printed => ({ text: textOf(parts), recognition })

/** The text of a pdf. Page after page is read and let go; those that are only pictures, and those whose letters are not what they print, are recognised. */
export const readPdf = (bytes: Buffer, name: string, tell: Tell = () => undefined): Promise<Printed> =>
  withPdf(bytes, name, async (pdf) => {
    const sheets: Sheet[] = []
    const scans: number[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      tell({ done: number - 1, of: pdf.numPages, isRecognising: false })
      const page = await pdf.getPage(number)
      const read = await pageOf(page)
      if ((read.hasPicture && isBare(read)) || isGarbled(read.runs.map(({ text }) => text).join(' '))) scans.push(number)
      sheets.push(sheetOf(read))
      page.cleanup()
    }
    if (scans.length === 0) return printed(partsOfSheets(sheets), null)
    const { recognisePages, recognitionOf } = await import('../recognition/scans.ts')
    const { sheets: seen, sum } = await recognisePages(pdf, scans, name, tell)
    return printed(partsOfSheets(sheets.map((sheet, i) => seen.get(i + 1) ?? sheet)), recognitionOf(sum))
  })

/** The text of a picture. */
export async function readPicture(bytes: Buffer, name: string, mediaType: string, tell: Tell = () => undefined): Promise<Printed> {
  const { recognisePictures, recognitionOf } = await import('../recognition/scans.ts')
  const { sheets, sum } = await recognisePictures(bytes, name, mediaType, tell)
  return printed(partsOfSheets(sheets), recognitionOf(sum))
}

/** A page with fewer letters than this has only the stamp of a scanner or a signature on it. */
const fewest = 60

const isBare = ({ runs }: Page): boolean => runs.reduce((sum, { text }) => sum + text.length, 0) < fewest
