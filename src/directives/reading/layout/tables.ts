import type { Span } from '../reading.ts'
import { isCapitals } from '../words/letterCase.ts'
import { fold } from '../words/plaintext.ts'
import { brokenRows } from './brokenRows.ts'
import type { Line } from './lines.ts'
import { labelOf } from './numbering.ts'
import { sideBySide } from './sideBySide.ts'
import { type Column, columnOf, columnsOf, settled } from './tableColumns.ts'

export type Cell = { spans: Span[]; text: string }

export type Table = { columns: Column[]; rows: Cell[][] }

/** A stretch of the document: running lines, or a table of tasks. */
export type Stretch = { lines: Line[] } | { table: Table; span: Span }

const cellOf = (lines: Line[]): Cell => ({ spans: lines.map((l): Span => [l.from, l.to]), text: lines.map((l) => l.text).join(' ') })
const EMPTY: Cell = { spans: [], text: '' }

/** The cells of a line drawn with "|" or with tabs, each with its place; null where the line is no row. */
export function cellsOf(line: Line): Cell[] | null {
  const mark = line.text.includes('|') ? '|' : '\t'
  if (!line.text.includes(mark) || line.text === '|') return null
  let from = line.from
  let text = line.text
  if (mark === '|' && text.startsWith('|')) {
    text = text.slice(1)
    from++
  }
  if (mark === '|' && text.endsWith('|')) text = text.slice(0, -1)
  const cells: Cell[] = []
  for (const piece of text.split(mark)) {
    const lead = piece.length - piece.trimStart().length
    const trimmed = piece.trim()
    cells.push(trimmed === '' ? EMPTY : { spans: [[from + lead, from + lead + trimmed.length]], text: trimmed })
    from += piece.length + 1
  }
  return cells.length >= 2 ? cells : null
}

/** A line of a page layout with a bar at one of its edges: "| Nơi nhận:", "Nguyễn Văn A |". */
function onlyCell(line: Line): Cell {
  const text = line.text.replace(/^[|\s]+|[|\s]+$/g, '')
  const from = line.from + line.text.indexOf(text)
  return { spans: [[from, from + text.length]], text }
}

/** A row drawn with one cell, the heading of those after it: "| I. CẢI CÁCH THỂ CHẾ |". */
function soleCell(line: Line): Cell | null {
  const inner = /^\|\s*([^|]*\S)\s*\|?$/.exec(line.text)?.[1]
  if (!inner) return null
  const from = line.from + line.text.indexOf(inner)
  return { spans: [[from, from + inner.length]], text: inner }
}

/** Marks for "as above": what they stand for is the cell of the row before. */
const DITTO = /^[-–("“”' ]*(?:nt|n\/t|như trên)[-–)"“”'. ]*$/iu
const dittoed = (cells: Cell[], above: Cell[] | undefined): Cell[] =>
  above?.length === cells.length ? cells.map((cell, i) => (DITTO.test(cell.text) ? (above[i] ?? cell) : cell)) : cells

/** Rows of a frame in which every cell stands between two lines that hold only "|". */
function framedRows(groups: Line[][], width: number): Cell[][] {
  const rows: Cell[][] = []
  let row: Cell[] = []
  groups.forEach((group, i) => {
    if (group.length > 0) row.push(cellOf(group))
    else {
      // Two bars in a row end a row, unless the row is short and what follows does not look like the start of another: then a cell is empty.
      const next = groups[i + 1]
      const starts = !next || next.length === 0 || /^(?:\d{1,3}|[IVX]{1,5}|[A-Z])(?:\.\d+)*[.)\-:]?(?:\s|$)/.test(next[0]?.text ?? '')
      if (row.length > 1 && row.length < width && !starts) row.push(EMPTY)
      else if (row.length > 0) {
        rows.push(row)
        row = []
      }
    }
  })
  if (row.length > 0) rows.push(row)
  return rows
}

function framed(lines: Line[], at: number): { stretches: Stretch[]; next: number } {
  const groups: Line[][] = []
  let group: Line[] = []
  let i = at + 1
  let closed = at
  for (; i < lines.length; i++) {
    const line = lines[i] as Line
    if (line.text !== '|') {
      group.push(line)
      continue
    }
    groups.push(group)
    group = []
    closed = i
    // the head of a table may be set off from its rows
    if (line.gapAfter && !(lines[i + 1]?.text === '|' && columnsOf(groups.map((g) => g.map((l) => l.text).join(' '))))) break
  }
  const next = closed + 1
  const head = groups.findIndex((g) => g.length === 0)
  const header = (head < 0 ? groups : groups.slice(0, head)).map((g) => g.map((l) => l.text).join(' '))
  const columns = columnsOf(header)
  if (columns) {
    const rows: Cell[][] = []
    for (const row of framedRows(groups.slice(header.length), columns.length))
      rows.push(
        dittoed(
          row,
          rows.findLast(({ length }) => length === row.length),
        ),
      )
    const from = (lines[at] as Line).from
    return { stretches: [{ table: { columns: settled(columns, rows), rows }, span: [from, (lines[closed] as Line).to] }], next }
  }
  return { stretches: groups.filter((g) => g.length > 0).flatMap((g) => apart(closeGaps(g))), next }
}

// A cell of a page layout (letterhead, signature) is a stretch of its own: nothing in it runs on into the next.
const closeGaps = (g: Line[]): Line[] => g.map((l, i) => ({ ...l, gapBefore: i === 0 || l.gapBefore, gapAfter: i === g.length - 1 || l.gapAfter }))

/** The frame of recipients and signature right behind a table. */
const RECIPIENTS = /^\|?\s*Nơi nhận\s?:/iu

function ruled(lines: Line[], at: number): { stretch: Stretch; next: number } | null {
  const upper = cellsOf(lines[at] as Line)
  const lower = upper && lines[at + 1] && secondStorey(upper, cellsOf(lines[at + 1] as Line))
  const header = lower ?? upper
  const columns = header && columnsOf(header.map((c) => c.text))
  if (!columns) return null
  const rows: Cell[][] = []
  let i = lower ? at + 2 : at + 1
  for (; i < lines.length; i++) {
    const line = lines[i] as Line
    if (/^[|\s:+=-]+$/.test(line.text)) continue
    if (RECIPIENTS.test(line.text)) break
    const sole = soleCell(line)
    const cells = closedRow(line, header.length, (lines[at] as Line).text) ?? cellsOf(line) ?? (sole && [sole])
    // a row that begins with its number is no head, whatever words stand in it
    const headAgain = cells && cells.length > 1 && !/^\d/.test(cells[0]?.text ?? '') && columnsOf(cells.map(({ text }) => text))
    if (headAgain && cells.map(({ text }) => text).join() === header.map(({ text }) => text).join()) continue
    if (headAgain) break
    const ragged = cells && cells.length >= columns.length ? null : raggedRow(lines, i, columns)
    if (ragged) {
      rows.push(ragged.row)
      i = ragged.next - 1
      continue
    }
    if (cells)
      rows.push(
        dittoed(
          cells,
          rows.findLast(({ length }) => length === cells.length),
        ),
      )
    else {
      const group = /^(?:[IVX]{1,5}|[A-Z]|\d{1,2})[.)\-\s]/.test(line.text) && line.text.length < 200 && lines[i + 1] && cellsOf(lines[i + 1] as Line)
      if (!group) break
      rows.push([cellOf([line])])
    }
  }
  // more numbered rows are found where bars, ends of lines and blank lines all part cells: the rows came out in pieces
  const broken = brokenRows(lines, at + 1, columns, cellsOf, (cells) => columnsOf(cells.map(({ text }) => text)) !== null)
  if (broken && broken.numbered > rows.filter(([first]) => /^\d/.test(first?.text ?? '')).length) {
    rows.splice(0, rows.length, ...broken.rows)
    i = broken.next
  }
  const last = lines[i - 1] as Line
  return {
    stretch: {
      table: withReceivers({ columns: settled(columns, rows), rows }, header, lines[at] as Line),
      span: [(lines[at] as Line).from, last.to],
    },
    next: i,
  }
}

/** A head of two storeys, "… | Thực hiện | |" over "… | Đơn vị chủ trì | Đơn vị phối hợp |", as one; null where the second line is none. */
function secondStorey(upper: readonly Cell[], lower: readonly Cell[] | null): Cell[] | null {
  if (lower?.length !== upper.length) return null
  const said = lower.filter(({ text }) => text !== '')
  const isHead =
    said.length > 1 && said.length < lower.length && said.every(({ text }) => /^(?:lead|coordinate|parts|submit|due|product)$/.test(columnOf(text)))
  const merged = upper.map((cell, i) => (lower[i]?.text ? (lower[i] as Cell) : cell))
  return isHead && merged.every(({ text }) => text !== '') ? merged : null
}

/** A row without bars at its edges whose last cell is empty: "1 | Rà soát | Quý I | Sở A |" under four heads and one more. */
function closedRow({ text, ...line }: Line, width: number, head: string): Cell[] | null {
  if (!text.endsWith('|') || /^\||\|$/.test(head) || text.startsWith('|')) return null
  const cells = cellsOf({ ...line, text })
  return cells?.length === width - 1 ? [...cells, EMPTY] : null
}

const TIMED_RECEIVER = /^(?:(?:thời gian|thời hạn|thời điểm|tháng|ngày) )?trình (?=\S{2,})/

/** "Thời gian trình BTV | Thời gian trình BCH": where a time stands under such a head, the head tells before whom the matter comes. */
function withReceivers({ columns, rows }: Table, header: readonly Cell[], line: Line): Table {
  // the bar parts one receiver from the next
  const barBehind = (to: number) =>
    line.text
      .slice(to - line.from)
      .trimStart()
      .startsWith('|')
      ? line.from + line.text.indexOf('|', to - line.from) + 1
      : to
  const named = header.flatMap(({ text, spans }, i) => {
    const m = TIMED_RECEIVER.exec(fold(text))
    const [from, to] = spans[0] ?? [0, 0]
    return m && !/(?:duyệt|cấp|ý kiến)/.test(fold(text)) && spans.length === 1 && from < to
      ? [{ i, span: [from + m[0].length, barBehind(to)] as Span, text: text.slice(m[0].length) }]
      : []
  })
  if (named.length === 0 || !rows.some((row) => named.some(({ i }) => TIMES.test(fold(row[i]?.text ?? ''))))) return { columns, rows }
  const first = named[0]?.i ?? 0
  return {
    // the first of several times is when the work is due
    columns: [...columns.map((c, i): Column => (named.some((one) => one.i === i) ? (i === first ? 'due' : 'other') : c)), 'submit'],
    rows: rows.map((row) => {
      const to = named.filter(({ i }) => TIMES.test(fold(row[i]?.text ?? '')))
      if (to.length === 0 || row.filter(({ text }) => text !== '').length < 3) return row
      return [...columns.map((_, i) => row[i] ?? EMPTY), { spans: to.map(({ span }) => span), text: to.map(({ text }) => text).join(' ') }]
    }),
  }
}

const TIMES = /quý|tháng|năm|hằng|hàng|định kỳ|thường xuyên|\d/

const NUMBER = /^(?:\d{1,3}|[IVX]{1,5}|[A-Z])(?:\.\d+)*[.)]?$/

/**
 * A row whose cells came out partly one per line: from a number on, bars and ends of lines both part its cells, as far as they fill the columns; a task of several
 * paragraphs takes what is left over. Null where they do not.
 */
function raggedRow(lines: Line[], at: number, columns: readonly Column[]): { row: Cell[]; next: number } | null {
  const first = cellsOf(lines[at] as Line)
  if (columns[0] !== 'number' || !first || first.length >= columns.length || !NUMBER.test(first[0]?.text ?? '')) return null
  const row = [...first]
  let i = at + 1
  for (; i < lines.length && i - at < 30 && row.length < columns.length + 8; i++) {
    const line = lines[i] as Line
    const cells = cellsOf(line) ?? [cellOf([line])]
    if (NUMBER.test(cells[0]?.text ?? '') || isCapitals(line.text)) break
    // a row without its last cells, and behind the table a point of the text: "3. Kinh phí thực hiện"
    if (line.gapBefore && cells.length === 1 && /^(?:roman|upper|number|number2|letter|article)$/.test(labelOf(line.text)?.family ?? '')) break
    // what a table ends before is no row of it, and a whole row none of the one before
    if (cells.length >= columns.length && row.length === first.length) break
    if (row.length >= columns.length && cells.length === 1) break
    row.push(...cells)
  }
  const over = row.length - columns.length
  const task = columns.indexOf('task')
  if (over < 0 || i === at + 1 || (over > 0 && task < 0)) return null
  const words = row.slice(task, task + over + 1)
  return {
    row: [
      ...row.slice(0, task),
      { spans: words.flatMap(({ spans }) => spans), text: words.map(({ text }) => text).join(' ') },
      ...row.slice(task + over + 1),
    ],
    next: i,
  }
}

/** The pieces of a line kept apart by two spaces or more, each with its place in the line. */
function piecesOf(line: Line): { at: number; text: string }[] {
  return [...line.text.matchAll(/\S+(?: \S+)*/g)].map((m) => ({ at: line.indent + m.index, text: m[0] }))
}

/** A table whose columns are kept apart by spaces alone: every piece belongs to the column whose head it begins nearest to. */
function spaced(lines: Line[], at: number): { stretch: Stretch; next: number } | null {
  const first = lines[at] as Line
  const head = piecesOf(first)
  // "II.  NHIỆM VỤ,  GIẢI PHÁP  VÀ THỜI GIAN": a sentence with wide spaces behind its marks is no head of a table
  const isHead = head.length > 2 && !/[|\t]/.test(first.text) && !head.some(({ text }) => /[,;.:]$/.test(text))
  const columns = isHead ? columnsOf(head.map(({ text }) => text)) : null
  if (!columns) return null
  const nearest = (x: number) => head.reduce((best, { at }, i) => (Math.abs(at - x) < Math.abs((head[best]?.at ?? 0) - x) ? i : best), 0)
  const rows: Cell[][] = []
  let i = at + 1
  for (; i < lines.length; i++) {
    const line = lines[i] as Line
    const pieces = piecesOf(line)
    // A line of words that runs over the columns is none of the table.
    const runsOver = pieces.some(({ at, text }) => at + text.length > (head[nearest(at) + 1]?.at ?? Number.POSITIVE_INFINITY) + 4)
    if (runsOver || (pieces.length === 1 && rows.length > 0 && nearest(pieces[0]?.at ?? 0) === 0 && !/^\d{1,3}$/.test(line.text))) break
    const begins = pieces.length > 1 && (columns[0] !== 'number' || nearest(pieces[0]?.at ?? 0) === 0)
    if (begins || rows.length === 0) rows.push(head.map(() => EMPTY))
    const row = rows[rows.length - 1] as Cell[]
    for (const { at, text } of pieces) {
      const column = nearest(at)
      const from = line.from + at - line.indent
      const before = row[column] ?? EMPTY
      row[column] = { spans: [...before.spans, [from, from + text.length]], text: [before.text, text].filter(Boolean).join(' ') }
    }
  }
  if (rows.length === 0) return null
  return { stretch: { table: { columns: settled(columns, rows), rows }, span: [first.from, (lines[i - 1] as Line).to] }, next: i }
}

/** "CHỦ TỊCH … | PHỤ LỤC … | TT | Nhiệm vụ | Cơ quan chủ trì": the head of a table behind other cells of its line is a line of its own. */
function headApart(line: Line): Line[] {
  const cells = line.text.includes('|') ? cellsOf(line) : null
  const at = cells?.findIndex(({ text }, i) => i > 0 && columnOf(text) === 'number') ?? -1
  if (!cells || at < 1 || !columnsOf(cells.slice(at).map(({ text }) => text))) return [line]
  const from = cells[at]?.spans[0]?.[0] ?? line.from
  const text = line.text.slice(0, from - line.from).replace(/[|\s]+$/, '')
  return [
    { ...line, to: line.from + text.length, text, gapAfter: true },
    { ...line, from, text: line.text.slice(from - line.from), gapBefore: true },
  ]
}

/** A document's lines, with its tables of tasks taken apart from its running text. */
export const stretchesOf = (printed: Line[]): Stretch[] => apart(printed.flatMap(headApart))

/** Lines with their tables taken apart; what stands in a frame that is no table is taken apart in its turn. */
function apart(lines: Line[]): Stretch[] {
  const stretches: Stretch[] = []
  let run: Line[] = []
  const flush = () => {
    if (run.length > 0) stretches.push({ lines: run })
    run = []
  }
  for (let i = 0; i < lines.length; ) {
    const line = lines[i] as Line
    if (line.text === '|') {
      flush()
      const { stretches: found, next } = framed(lines, i)
      stretches.push(...found)
      i = next
      continue
    }
    const table = ruled(lines, i) ?? spaced(lines, i)
    if (table) {
      flush()
      stretches.push(table.stretch)
      i = table.next
      continue
    }
    if (line.text.includes('|')) {
      // One row of a page layout: its cells are separate lines, and none goes on with the one before.
      for (const { text, spans } of cellsOf(line) ?? [onlyCell(line)])
        for (const [from, to] of spans) {
          flush()
          run.push({ from, to, text, indent: 0, gapBefore: true, gapAfter: true })
        }
      flush()
    } else run.push(...sideBySide(line))
    i++
  }
  flush()
  return stretches
}
