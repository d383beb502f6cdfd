import { Refusal } from '../../../kernel/errors.ts'
import { words } from '../../words.ts'
import { textOf } from '../parts.ts'
import { partsOfSheets, type Sheet, sheetOf } from './layout.ts'
import { pageOf, withPdf } from './pdf.ts'

/** The text of a pdf. */
export const textOfPdf = (bytes: Buffer, name: string): Promise<string> =>
  withPdf(bytes, name, async (pdf) => {
    const sheets: Sheet[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      sheets.push(sheetOf(await pageOf(page)))
      page.cleanup()
    }
    const text = textOf(partsOfSheets(sheets))
    if (!text.trim()) throw new Refusal('invalid', words.noText, { name })
    return text
  })
