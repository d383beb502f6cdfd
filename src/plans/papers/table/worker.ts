import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import ExcelJS from 'exceljs'
import { unfoldsWithin } from '../../../directives/extraction/docx/archive.ts'

/** A cell as it stands in a sheet: words, a number, a day, or nothing. */
export type SheetCell = string | number | { day: string } | null
/** Rows of a sheet, each with its number in the file. */
export type SheetRow = { row: number; cells: SheetCell[] }
export type ReadSheet = { name: string; rows: SheetRow[] }

/** How many bytes a workbook may unfold to, and how many rows and columns are read of a sheet. */
const unfoldedLimit = 200 * 1024 * 1024
const rowLimit = 5000
const columnLimit = 60

const bytes = await readFile(workerData as string)
if (!(await unfoldsWithin(bytes, unfoldedLimit))) throw new Error('too large')
const book = new ExcelJS.Workbook()
await book.xlsx.load(bytes as never)
parentPort?.postMessage(book.worksheets.map(readSheet))

function readSheet(sheet: ExcelJS.Worksheet): ReadSheet {
  const rows: SheetRow[] = []
  sheet.eachRow((row, number) => {
    if (rows.length >= rowLimit) return
    const cells = Array.from({ length: Math.min(row.cellCount, columnLimit) }, (_, i) => readCell(row.getCell(i + 1)))
    if (cells.some((cell) => cell !== null && cell !== '')) rows.push({ row: number, cells })
  })
  return { name: sheet.name, rows }
}

/** What a cell shows. One that was merged across says its words once; one merged down says them in every row, as it is read. */
function readCell(cell: ExcelJS.Cell): SheetCell {
  if (cell.isMerged && cell.master.col !== cell.col) return null
  return readValue(cell.value)
}

function readValue(value: ExcelJS.CellValue): SheetCell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (value instanceof Date) return { day: Temporal.Instant.fromEpochMilliseconds(value.getTime()).toString().slice(0, 10) }
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  // a formula that came to nothing shows its mark, as in the sheet: what can't be read is named
  if ('error' in value) return value.error
  if ('text' in value) return readValue(value.text as ExcelJS.CellValue)
  if ('result' in value) return readValue(value.result as ExcelJS.CellValue)
  return null
}
