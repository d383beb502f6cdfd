import ExcelJS from 'exceljs'
import type { Download } from '../kernel/serve.ts'

export type Column<Row> = { title: string; width: number; value: (row: Row, index: number) => string | number | null }
export type Sheet<Row> = { name: string; title: string; columns: Column<Row>[]; rows: readonly Row[] }

/** A workbook with one table a sheet: title, a head that stays, filters, wrapped words, borders; ready to print on A4 across. Days are text as officials write them. */
export async function workbook(fileName: string, sheets: Sheet<never>[]): Promise<Download> {
  const book = new ExcelJS.Workbook()
  for (const { name, title, columns, rows } of sheets as unknown as Sheet<unknown>[]) {
    const sheet = book.addWorksheet(name.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31), {
      views: [{ state: 'frozen', ySplit: 3 }],
      pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '3:3' },
    })
    sheet.columns = columns.map(({ width }) => ({
      width,
      style: { font: { name: 'Times New Roman', size: 12 }, alignment: { wrapText: true, vertical: 'top' } },
    }))
    sheet.mergeCells(1, 1, 1, columns.length)
    sheet.getCell(1, 1).value = title
    sheet.getCell(1, 1).font = { name: 'Times New Roman', size: 14, bold: true }
    const head = sheet.getRow(3)
    columns.forEach((column, i) => {
      const cell = head.getCell(i + 1)
      cell.value = column.title
      cell.font = { name: 'Times New Roman', size: 12, bold: true }
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF3EFE6' } }
      cell.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' }
    })
    sheet.addRows(rows.map((row, index) => columns.map((column) => safe(column.value(row, index)))))
    sheet.autoFilter = { from: { row: 3, column: 1 }, to: { row: 3, column: columns.length } }
    const thin = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const
    if (rows.length <= 5000)
      for (let row = 3; row <= rows.length + 3; row++)
        for (let column = 1; column <= columns.length; column++)
          sheet.getCell(row, column).border = { top: thin, left: thin, bottom: thin, right: thin }
  }
  return {
    name: `${fileName}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: Buffer.from(await book.xlsx.writeBuffer()),
  }
}

/** Text is always text: a cell that begins like a formula is written as a string, which exceljs keeps apart from formulas. */
const safe = (value: string | number | null) => (typeof value === 'string' ? value.replace(/(?![\n\t])\p{Cc}/gu, '').slice(0, 32_000) : value)

/** A day as officials write it: 31-10-2013. */
export const written = (day: string | null): string => (day ? day.split('-').reverse().join('-') : '')
