import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import type ExcelJS from 'exceljs'
import type { Download } from '../kernel/serve.ts'
import type { Sheet } from './sheets.ts'

/** So many rows are written before others are served. */
const rowsAtOnce = 200

/** A workbook with one table a sheet: title, a head that stays, filters, wrapped words, borders; ready to print on A4 across. Days are date cells. Written row by row, so that a long one holds up nobody. */
export async function write(fileName: string, sheets: Sheet<never>[]): Promise<Download> {
  // loaded by the first who needs it: it is half a second of a start
  const { default: Excel } = await import('exceljs')
  const stream = new PassThrough()
  const content = buffer(stream)
  const book = new Excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  for (const one of sheets as unknown as Sheet<unknown>[]) await writeSheet(book, one)
  await book.commit()
  return {
    name: `${fileName}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: await content,
  }
}

async function writeSheet(book: ExcelJS.stream.xlsx.WorkbookWriter, { name, title, note, columns, rows }: Sheet<unknown>): Promise<void> {
  const sheet = book.addWorksheet(name.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 3 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '3:3' },
  })
  sheet.columns = columns.map(({ width, isDay, isNarrow, isHidden = false }) => ({
    width,
    hidden: isHidden,
    style: {
      font: { name: 'Times New Roman', size: isNarrow ? 10 : 12 },
      alignment: { wrapText: true, vertical: 'top', ...(isNarrow ? { horizontal: 'center' as const } : {}) },
      ...(isDay ? { numFmt: 'dd-mm-yyyy' } : {}),
    },
  }))
  sheet.mergeCells(1, 1, 1, columns.length)
  sheet.getCell(1, 1).value = title
  sheet.getCell(1, 1).font = { name: 'Times New Roman', size: 14, bold: true }
  sheet.mergeCells(2, 1, 2, columns.length)
  sheet.getCell(2, 1).value = note
  sheet.getCell(2, 1).font = { name: 'Times New Roman', size: 12, italic: true }
  const thin = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const
  const border = { top: thin, left: thin, bottom: thin, right: thin }
  const head = sheet.getRow(3)
  columns.forEach((column, i) => {
    const cell = head.getCell(i + 1)
    cell.value = column.title
    cell.font = { name: 'Times New Roman', size: 12, bold: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF3EFE6' } }
    cell.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center', ...(column.isNarrow ? { textRotation: 90 } : {}) }
    cell.border = border
  })
  sheet.autoFilter = { from: { row: 3, column: 1 }, to: { row: 3, column: columns.length } }
  head.commit()
  for (const [index, row] of rows.entries()) {
    const written = sheet.addRow(columns.map((column) => safe(column.isDay ? serial(column.value(row, index)) : column.value(row, index))))
    columns.forEach(({ fill }, i) => {
      const argb = fill?.(row)
      if (argb) written.getCell(i + 1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb } }
    })
    if (rows.length <= 5000) for (let column = 1; column <= columns.length; column++) written.getCell(column).border = border
    written.commit()
    if (index % rowsAtOnce === rowsAtOnce - 1) await setImmediate()
  }
  sheet.commit()
}

/** Text is always text: a cell that begins like a formula is written as a string, which exceljs keeps apart from formulas. */
const safe = (value: string | number | null) => (typeof value === 'string' ? value.replace(/(?![\n\t])\p{Cc}/gu, '').slice(0, 32_000) : value)

/** A day as a spreadsheet counts it: from the last but one of 1899 on. */
const serial = (day: string | number | null): number | null =>
  typeof day === 'string' && day ? Temporal.PlainDate.from('1899-12-30').until(day).days : null
