import { guessColumns } from '../../editor/sheetText.ts'
import { plain } from './ownSheet.ts'
import type { ReadSheet } from './worker.ts'

/** So many rows from the top on a heading is looked for. */
const headWithin = 25

/** The rows of a workbook’s table of work as words, from its heading on: the first sheet with a row of headings that are known, else the first with rows of several cells. */
export function tableOf(sheets: readonly ReadSheet[]): string[][] {
  const tables = sheets.map(({ rows }) => {
    const cells = rows.map(({ cells }) => cells.map(plain))
    const width = Math.max(0, ...cells.map(({ length }) => length))
    return cells.map((row) => [...row, ...Array<string>(width - row.length).fill('')])
  })
  for (const rows of tables) {
    const head = rows.slice(0, headWithin).findIndex((_, i) => {
      const { fields, hasHead } = guessColumns(rows.slice(i))
      return hasHead && fields.includes('text')
    })
    if (head >= 0) return rows.slice(head)
  }
  return (
    tables
      .map((rows) =>
        rows.slice(
          Math.max(
            0,
            rows.findIndex((row) => row.filter(Boolean).length > 1),
          ),
        ),
      )
      .find((rows) => rows.length > 0) ?? []
  )
}
