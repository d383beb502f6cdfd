import { bodiesAt, pastBracket } from '../bodies/bodyLists.ts'
import type { Span } from '../reading.ts'
import { isCapitals } from '../words/letterCase.ts'
import { fold } from '../words/plaintext.ts'
import { tokensOf } from '../words/tokens.ts'
import type { Line } from './lines.ts'
import { labelOf } from './numbering.ts'
import type { Column } from './tableColumns.ts'
import type { Cell } from './tables.ts'

/** A cell of a table whose rows came out in pieces, with the line it ends on. */
type Piece = { cell: Cell; line: number; drawn: boolean }

const NUMBER = /^(\d{1,3}(?:\.\d{1,2})*)[.)]?$/
const GROUP = /^(?:[IVX]{1,5}|[A-ZĐ])[.)]?$/
const GROUP_TITLE = /^(?:[IVX]{1,5}|[A-ZĐ])[.)\-–]\s+\S/
/** The lines a row may take, and those after which a table is over if no number follows. */
const FAR = 40

const cellOf = (lines: readonly Line[]): Cell => ({ spans: lines.map((l): Span => [l.from, l.to]), text: lines.map((l) => l.text).join(' ') })

/** Whether a number goes on with the one before it: 4 after 3, "2.1" after "1.4" or 2, 1 at the head of a group. */
function follows(number: string, before: string | null): boolean {
  const now = number.split('.').map(Number)
  if (before === null) return now.every((n) => n <= 2)
  const last = before.split('.').map(Number)
  if (now.length > last.length) return now[now.length - 1] === 1
  if (now.length < last.length) return now.at(-1) === (last[now.length - 1] ?? 0) + 1
  return now.at(-1) === (last.at(-1) ?? 0) + 1 || (now.at(-1) === 1 && (now.length === 1 || now[0] === (last[0] ?? 0) + 1))
}

/** Whether a cell names bodies and nothing else. */
function namesBodies(text: string): boolean {
  if (text.length > 600) return false
  const tokens = tokensOf(text.replace(/(?:^|(?<=[;.]\s?))\s*[-–+•]\s+/g, ''))
  const list = bodiesAt(text, tokens, 0, true)
  if (!list) return false
  const end = pastBracket(tokens, list.end)
  return end >= tokens.length * 0.7 || tokens[end]?.text === ';'
}

const TIME =
  /^(?:(?:trước|trong|hoàn thành|đến|từ|sau|giai đoạn|xong|hết|dự kiến|chậm nhất)\s)*(?:năm|quý|quí|tháng|ngày|thường xuyên|hằng|hàng|định kỳ|theo kế hoạch|theo tiến độ|khi có|\d{1,2}\/|\d{4}|[ivx]+\/\d{4})/

/** Puts the cells of one row into the columns: as they come where they are as many, else each into the next column of its kind. */
function rowOf(cells: readonly Cell[], columns: readonly Column[]): Cell[] {
  const row: Cell[] = columns.map(() => ({ spans: [], text: '' }))
  const put = (column: number, cell: Cell) => {
    const at = row[column]
    if (at) row[column] = { spans: [...at.spans, ...cell.spans], text: [at.text, cell.text].filter(Boolean).join(' ') }
  }
  if (cells.length === columns.length) return [...cells]
  put(0, cells[0] as Cell)
  if (cells[1]) put(1, cells[1])
  let column = 1
  for (const cell of cells.slice(2)) {
    const low = fold(cell.text)
    const kind = namesBodies(cell.text) ? 'body' : TIME.test(low) && low.length < 80 ? 'time' : 'words'
    const fits = (c: Column | undefined) =>
      kind === 'body' ? c === 'lead' || c === 'coordinate' || c === 'submit' : kind === 'time' ? c === 'due' : c === 'product' || c === 'other'
    const at = columns.findIndex((c, k) => k > column && fits(c))
    // what fits no further column goes on with the one before it
    if (at > column) column = at
    put(column, cell)
  }
  return row
}

/** The cells of a table from the line after its head on, whatever parted them: bars, ends of lines, blank lines. */
function piecesFrom(
  lines: readonly Line[],
  at: number,
  cellsOf: (line: Line) => Cell[] | null,
  isHead: (cells: readonly Cell[]) => boolean,
): Piece[] {
  const pieces: Piece[] = []
  let since = at
  for (let i = at; i < lines.length && i - since < FAR; i++) {
    const line = lines[i] as Line
    if (/^[|\s:+=-]+$/.test(line.text)) continue
    const cells = cellsOf(line)
    if (cells && isHead(cells)) break
    const text = line.text
    if (!cells && (/^nơi nhận/iu.test(text) || /^(?:PHỤ LỤC|Phụ lục|MẪU|TM\.|KT\.)(?: |$)/.test(text))) break
    // "2. Các nhiệm vụ quá hạn": a heading of the text, not of the table
    if (!cells && !NUMBER.test(text) && !GROUP.test(text) && line.gapBefore && !isCapitals(text)) {
      const label = labelOf(text)
      if (label && /^(?:roman|number|upper|article|part|chapter)$/.test(label.family)) break
    }
    const before = pieces[pieces.length - 1]
    if (cells) {
      for (const cell of cells) if (cell.text !== '') pieces.push({ cell, line: i, drawn: true })
    } else if (before && !before.drawn && !line.gapBefore && before.line === i - 1 && !NUMBER.test(text) && !NUMBER.test(before.cell.text)) {
      // lines with nothing between them are one cell
      before.cell = { spans: [...before.cell.spans, [line.from, line.to]], text: `${before.cell.text} ${text}` }
      before.line = i
    } else pieces.push({ cell: cellOf([line]), line: i, drawn: false })
    if (cells?.some(({ text: t }) => NUMBER.test(t)) || NUMBER.test(text)) since = i
  }
  return pieces
}

/**
 * The rows of a table that came out in pieces: a row begins with the number that comes next, and its cells go each into the column of its kind. Null where no numbered
 * row begins; `next` is the line after the last of them.
 */
export function brokenRows(
  lines: readonly Line[],
  at: number,
  columns: readonly Column[],
  cellsOf: (line: Line) => Cell[] | null,
  isHead: (cells: readonly Cell[]) => boolean,
): { rows: Cell[][]; numbered: number; next: number } | null {
  if (columns[0] !== 'number' || columns[1] !== 'task' || !columns.some((c) => c === 'lead' || c === 'coordinate' || c === 'due')) return null
  const pieces = piecesFrom(lines, at, cellsOf, isHead)
  const rows: Cell[][] = []
  let number: string | null = null
  let open: Piece[] = []
  let next = at
  let numbered = 0
  const close = (last: boolean) => {
    if (open.length === 0) return
    const kept = last ? open.slice(0, columns.length) : open
    rows.push(
      kept.length > 1 && NUMBER.test(kept[0]?.cell.text ?? '')
        ? rowOf(
            kept.map(({ cell }) => cell),
            columns,
          )
        : kept.map(({ cell }) => cell),
    )
    next = (kept[kept.length - 1] as Piece).line + 1
    open = []
  }
  for (const [i, piece] of pieces.entries()) {
    const { text } = piece.cell
    // "…........": rows were left out, and the count begins anew
    if (/^[.…\s]{3,}$/.test(text)) {
      number = null
      continue
    }
    const said = NUMBER.exec(text)?.[1]
    const begins = said !== undefined && follows(said, number)
    const title = pieces[i + 1]?.cell.text ?? ''
    const groups = (GROUP.test(text) && (isCapitals(title) || open.length >= 3)) || (GROUP_TITLE.test(text) && isCapitals(text))
    if (begins || groups) {
      close(false)
      if (begins) {
        number = said
        numbered++
      }
    }
    if (open.length > 0 || begins || groups) open.push(piece)
    // a heading of the table is its number and its title
    if (open.length > 0 && !NUMBER.test(open[0]?.cell.text ?? '') && (open.length === 2 || GROUP_TITLE.test(open[0]?.cell.text ?? ''))) close(false)
  }
  close(true)
  return numbered > 0 ? { rows, numbered, next } : null
}
