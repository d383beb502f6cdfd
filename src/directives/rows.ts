/** A cell by its place in the text; null where it is empty. */
type Cell = { from: number; to: number } | null
export type Width = 'narrow' | 'middle' | 'wide'
/** A row of a table as the text has it, its cells between bars or tabs. */
export type Row = {
  from: number
  to: number
  /** Which table it is of: where that begins. */
  table: number
  cells: readonly Cell[]
  /** How wide each column of the table has to be: one of numbers narrow, one of sentences wide. */
  widths: readonly Width[]
  isHead: boolean
  /** It has words in its first cell alone: they head the rows under it. */
  isHeading: boolean
}

type Line = { from: number; to: number; cells: Cell[] }

const layout = /CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s?-\s?Tự do|Nơi nhận\s?:/u
const longestHead = 120

/** The rows of all tables that a text draws with bars or tabs; letterheads and signatures set in columns are none. */
export function rowsIn(text: string): Row[] {
  const rows: Row[] = []
  let run: Line[] = []
  const close = () => {
    if (isTable(run, text)) rows.push(...laid(run, text))
    run = []
  }
  let at = 0
  for (const printed of text.split('\n')) {
    const line = lineAt(text, at, at + printed.length)
    at += printed.length + 1
    if (line) run.push(line)
    else if (!/^[|\s:+=-]*[|+][|\s:+=-]*$/.test(printed)) close() // a rule of dashes between two rows parts nothing
  }
  close()
  return rows
}

function lineAt(text: string, from: number, to: number): Line | null {
  const line = text.slice(from, to)
  const mark = line.includes('|') ? '|' : '\t'
  if (!line.includes(mark) || /^[|\s:+=-]*$/.test(line)) return null
  const cells: Cell[] = []
  let at = from
  for (const piece of line.split(mark)) {
    const words = piece.trim()
    const start = at + piece.indexOf(words)
    cells.push(words === '' ? null : { from: start, to: start + words.length })
    at += piece.length + 1
  }
  const trimmed = line.trim()
  if (mark === '|' && trimmed.startsWith('|')) cells.shift()
  if (mark === '|' && trimmed.endsWith('|')) cells.pop()
  const filled = cells.filter((cell) => cell !== null)
  const [first, last] = [filled[0], filled.at(-1)]
  if (!first || !last || (mark === '\t' && cells.length < 3)) return null
  return { from: first.from, to: last.to, cells }
}

const wordsOf = (text: string, cell: Cell | undefined): string => (cell ? text.slice(cell.from, cell.to) : '')

/** One row alone only lays out a line; a head or foot of a document is laid out too. */
function isTable(run: readonly Line[], text: string): boolean {
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last || run.filter(({ cells }) => cells.length > 1).length < 2) return false
  return run.length > 6 || !layout.test(text.slice(first.from, last.to))
}

function laid(run: readonly Line[], text: string): Row[] {
  const widths = widthsOf(run)
  const table = run[0]?.from ?? 0
  const said = ({ cells }: Line) => cells.map((cell) => wordsOf(text, cell))
  const counts = (line: Line | undefined) => line !== undefined && said(line).every((words) => /^\(?\d{1,2}\)?$/.test(words))
  const isHead = (line: Line) =>
    line.cells.length > 1 &&
    !/^\d/.test(said(line)[0] ?? '') &&
    said(line).every((words) => words !== '' && words.length <= longestHead && !/[.;:]$/.test(words))
  const heads = run[0] && isHead(run[0]) ? (counts(run[1]) ? 2 : 1) : 0
  return run.map(({ from, to, cells }, index) => ({
    from,
    to,
    table,
    cells,
    widths,
    isHead: index < heads,
    isHeading: index >= heads && headsRows(cells),
  }))
}

function widthsOf(lines: readonly Line[]): Width[] {
  const columns = Math.max(...lines.map(({ cells }) => cells.length))
  return Array.from({ length: columns }, (_, column) => {
    const longest = Math.max(0, ...lines.map(({ cells }) => (cells[column] && !headsRows(cells) ? cells[column].to - cells[column].from : 0)))
    return longest <= 6 ? 'narrow' : longest > 60 ? 'wide' : 'middle'
  })
}

/** Whether a row has words in its first cell alone. */
const headsRows = (cells: readonly Cell[]): boolean => cells[0] != null && cells.slice(1).every((cell) => cell === null)
