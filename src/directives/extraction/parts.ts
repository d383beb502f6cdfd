import { limits } from './limits.ts'

/** A document in the order of its reading: a line of words, a gap between what does not belong together, a table. */
export type Part = { kind: 'line'; text: string } | { kind: 'gap' } | Table

/** A cell with what stands in it, and over how many columns and rows it reaches. */
export type Cell = { parts: Part[]; columns: number; rows: number }
export type Table = { kind: 'table'; rows: Cell[][]; isBordered: boolean }

export const line = (text: string): Part => ({ kind: 'line', text })
export const gap: Part = { kind: 'gap' }

/** The text of a document: a paragraph a line; the cells of a table's row between bars; a table that only lays out the page (letterhead, signature) cell by cell. */
export function textOf(parts: readonly Part[]): string {
  const lines: string[] = []
  for (const part of parts) write(lines, part)
  return lines.join('\n')
}

function write(lines: string[], part: Part): void {
  if (part.kind === 'line') lines.push(part.text)
  else if (part.kind === 'gap') {
    if (lines.length && lines.at(-1) !== '') lines.push('')
  } else if (isLayout(part)) writeLayout(lines, part)
  else {
    write(lines, gap)
    for (const row of rowsOf(part)) lines.push(rowOf(row))
    write(lines, gap)
  }
}

function writeLayout(lines: string[], table: Table): void {
  write(lines, gap)
  for (const cell of table.rows.flat()) {
    for (const part of cell.parts) write(lines, part)
    write(lines, gap)
  }
}

/** A row between bars. An empty first cell needs a bar before it, or it would not be seen. */
function rowOf(cells: readonly string[]): string {
  const last = cells.findLastIndex((cell) => cell !== '')
  const shown = cells.slice(0, Math.max(last + 1, 2)).map((cell) => cell.replaceAll('|', '¦'))
  return `${shown[0] === '' ? '| ' : ''}${shown.join(' | ')}${last < 1 ? ' |' : ''}`
}

/** The words of a cell in one line. */
const wordsOf = ({ parts }: Cell): string =>
  parts
    .flatMap((part): string[] => (part.kind === 'line' ? [part.text] : part.kind === 'table' ? rowsOf(part).flat() : []))
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .join(' ')

const layoutWords =
  /(?:^|\s)(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập - Tự do|Nơi nhận\s?:)|(?:^|\s)ngày\s+\S{0,4}\s*tháng\s+\S{0,4}\s*năm\s+\d{4}$/

/** Whether a table only lays out the page: head and foot of a document, a frame round a text, two columns without lines. */
export function isLayout({ rows, isBordered }: Table): boolean {
  const columns = Math.max(0, ...rows.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0)))
  if (columns < 2) return true
  if (columns <= 3 && rows.length <= 5 && rows.flat().some((cell) => layoutWords.test(wordsOf(cell)))) return true
  return !isBordered && (columns === 2 || rows.length < 3)
}

type Slot = { cell: Cell; row: number; column: number }

/** Which cell covers each place of a table. */
function slotsOf(rows: readonly Cell[][]): (Slot | undefined)[][] {
  const slots: (Slot | undefined)[][] = rows.map(() => [])
  rows.forEach((cells, row) => {
    let column = 0
    for (const cell of cells) {
      while (slots[row]?.[column]) column++
      const width = Math.min(cell.columns, limits.columns - column)
      for (let down = 0; down < cell.rows && row + down < rows.length; down++)
        for (let right = 0; right < width; right++) {
          const line = slots[row + down] as (Slot | undefined)[]
          line[column + right] ??= { cell, row, column }
        }
      column += width
    }
  })
  return slots
}

/**
 * The rows of a table as they are meant. A cell that reaches down over several rows belongs to each of them; where it is the one with the most words, these rows are one. A head of two
 * storeys is one row, each column with the words over it.
 */
export function rowsOf({ rows }: Table): string[][] {
  const slots = slotsOf(rows)
  const words = new Map<Cell, string>()
  const said = (cell: Cell) => {
    const known = words.get(cell)
    if (known !== undefined) return known
    const text = wordsOf(cell)
    words.set(cell, text)
    return text
  }
  const width = Math.min(limits.columns, Math.max(0, ...slots.map((line) => line.length)))
  const columns = Array.from({ length: width }, (_, column) => column)
  const storeys = headOf(slots)
  const head =
    storeys > 1
      ? [
          columns.map((column) =>
            joined(
              slots.slice(0, storeys).map((line) => line[column]),
              said,
              ' - ',
            ),
          ),
        ]
      : []
  const main = mainOf(slots.slice(storeys), columns, said)
  const written: string[][] = []
  for (let at = storeys > 1 ? storeys : 0; at < slots.length; ) {
    const tall = slots[at]?.[main]?.cell.rows ?? 1
    const end = at >= storeys ? Math.min(slots.length, at + Math.max(1, tall)) : at + 1
    const group = slots.slice(at, end)
    written.push(
      columns.map((column) =>
        joined(
          group.map((line) => (line[column]?.column === column ? line[column] : undefined)),
          said,
          '; ',
        ),
      ),
    )
    at = end
  }
  return [...head, ...written].filter((row) => row.some((cell) => cell !== ''))
}

/** How many rows the head has: as far down as its tallest cell reaches, where another spreads over several columns. */
function headOf(slots: readonly (Slot | undefined)[][]): number {
  const first = (slots[0] ?? []).filter((slot, i, line) => slot !== undefined && slot !== line[i - 1])
  const isSpread = first.some((slot) => (slot?.cell.columns ?? 1) > 1)
  const tallest = Math.max(1, ...first.map((slot) => slot?.cell.rows ?? 1))
  return isSpread && tallest > 1 && tallest <= 4 && tallest < slots.length ? tallest : 1
}

/** The column with the most words. */
function mainOf(slots: readonly (Slot | undefined)[][], columns: readonly number[], said: (cell: Cell) => string): number {
  const lengths = columns.map((column) =>
    slots.reduce((sum, line, row) => {
      const slot = line[column]
      return slot && slot.column === column && slots[row - 1]?.[column] !== slot ? sum + said(slot.cell).length : sum
    }, 0),
  )
  return lengths.indexOf(Math.max(...lengths))
}

/** The words of some places one under another, each cell once. */
function joined(places: readonly (Slot | undefined)[], said: (cell: Cell) => string, mark: string): string {
  const cells = [...new Set(places.flatMap((slot) => (slot ? [slot.cell] : [])))]
  return [...new Set(cells.map(said))]
    .filter((text) => text !== '')
    .reduce((all, text) => (all === '' ? text : /[.;:]$/.test(all) && mark === '; ' ? `${all} ${text}` : `${all}${mark}${text}`), '')
}
