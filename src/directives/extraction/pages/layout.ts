import { gap, line, type Part } from '../parts.ts'
import { piecesOf } from './columns.ts'
import { furnitureOf } from './furniture.ts'
import { goesOn, type PlacedTable, putTogether, ruledTables } from './grid.ts'
import { areOnAxis, paragraphsOf, type SetLine } from './paragraphs.ts'
import { heightOf, type Line, linesOf, middleOf, type Page, type Run } from './run.ts'

/** A page as far as it can be understood alone: what is left of it once its points and pictures are let go. */
export type Sheet = { width: number; height: number; runs: Run[]; tables: PlacedTable[] }

/** Takes the tables that lines draw out of a page. */
export function sheetOf({ width, height, runs, rulings }: Page): Sheet {
  const { tables, rest } = ruledTables(runs, rulings)
  return { width, height, runs: rest, tables }
}

/** The parts of a printed document: without heads and feet of pages, columns one after the other, paragraphs and tables whole over all changes of pages; footnotes at the end. */
export function partsOfSheets(sheets: readonly Sheet[]): Part[] {
  const printed = sheets.map(({ height, runs }) => ({ height, lines: linesOf(runs) }))
  const furniture = furnitureOf(printed)
  const edgesOf = edgesBy(sheets, printed)
  const size = middleOf(printed.flatMap(({ lines }) => lines.map(heightOf)))
  const parts: Part[] = []
  const notes: Line[] = []
  let open: SetLine[] = []
  let table: PlacedTable | undefined
  const flush = () => {
    parts.push(...paragraphsOf(open).map(line))
    open = []
  }
  const closeTable = () => {
    if (table) parts.push(table.table)
    table = undefined
  }
  sheets.forEach((sheet, page) => {
    const lines = printed[page]?.lines.filter((one) => !furniture.has(one)) ?? []
    const foot = notesAtFoot(lines, size)
    notes.push(...foot)
    const kept = lines.filter((one) => !foot.includes(one)).flatMap(({ runs }) => runs)
    const edges = edgesOf.get(Math.round(sheet.width)) as Edges
    let isTop = true
    const put = (placed: PlacedTable) => {
      if (table && isTop && goesOn(table, placed)) table = putTogether(table, placed)
      else {
        flush()
        closeTable()
        table = placed
      }
      isTop = false
    }
    // Between the tables, from top to bottom, stands running text.
    const tables = [...sheet.tables].sort((a, b) => a.top - b.top)
    let rest = kept
    for (const placed of [...tables, undefined]) {
      const above = placed ? rest.filter((run) => (run.top + run.bottom) / 2 < placed.top) : rest
      rest = rest.filter((run) => !above.includes(run))
      const pieces = piecesOf(above)
      for (const piece of pieces) {
        if (piece.kind === 'placed') {
          put(piece)
          continue
        }
        closeTable()
        isTop = false
        // A column as wide as the page goes on over its end, and so does a long one; a short one stands for itself.
        const isWhole = pieces.length === 1 || piece.right - piece.left > 0.7 * (edges.right - edges.left)
        const own = isWhole ? edges : { left: piece.left, right: piece.right }
        const isOnAxis = !isWhole && areOnAxis(piece.lines)
        const set = piece.lines.map((one) => ({ line: one, ...own, page, isOnAxis }))
        if (isWhole || piece.lines.length >= 8) open.push(...set)
        else {
          flush()
          parts.push(gap, ...paragraphsOf(set).map(line), gap)
        }
      }
      if (placed) put(placed)
    }
  })
  flush()
  closeTable()
  if (notes.length) parts.push(gap, ...paragraphsOf(notes.map((one) => ({ line: one, left: one.left, right: one.right, page: 0 }))).map(line))
  return parts
}

type Edges = { left: number; right: number }

/** Between which edges the text of most pages stands, by the width of the paper. A line that stands out is no measure. */
function edgesBy(sheets: readonly Sheet[], printed: readonly { lines: readonly Line[] }[]): Map<number, Edges> {
  const lines = Map.groupBy(
    sheets.flatMap(({ width }, i) => (printed[i]?.lines ?? []).map((one) => ({ width: Math.round(width), one }))),
    ({ width }) => width,
  )
  const at = (values: number[], share: number) => values.sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0
  const edges = new Map(sheets.map(({ width }): [number, Edges] => [Math.round(width), { left: 0, right: width }]))
  for (const [width, group] of lines)
    edges.set(width, {
      left: at(
        group.map(({ one }) => one.left),
        0.05,
      ),
      right: at(
        group.map(({ one }) => one.right),
        0.97,
      ),
    })
  return edges
}

/** Lines in small letters at the foot of a page that begin with a number: footnotes. */
function notesAtFoot(lines: readonly Line[], size: number): Line[] {
  const ordered = [...lines].sort((a, b) => a.top - b.top)
  let from = ordered.length
  while (from > 0 && heightOf(ordered[from - 1] as Line) < 0.88 * size) from--
  const first = ordered[from]
  return first && from > 0 && /^\[?\d{1,3}\]?\s/.test(first.text) ? ordered.slice(from) : []
}
