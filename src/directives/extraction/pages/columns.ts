import type { Cell } from '../parts.ts'
import { line } from '../parts.ts'
import { type PlacedTable, wordsIn } from './grid.ts'
import { heightOf, joinedRuns, type Line, linesOf, type Run } from './run.ts'

/** Lines that stand under each other, between one left and one right edge. */
export type Column = { kind: 'column'; lines: Line[]; left: number; right: number }
export type Piece = Column | ({ kind: 'placed' } & PlacedTable)

/** A gap of so many heights of a letter, all the way down, parts two columns. */
const gutter = 1.3
/** Words in a line further apart than this are segments of their own. */
const segmentGap = 1.1

type Row = { line: Line; segments: Line[] }

/** What stands on a page or a part of it, in the order of reading: columns from left to right, tables whose columns only the blanks show. */
export function piecesOf(runs: readonly Run[], depth = 0): Piece[] {
  const rows = linesOf(runs).map((one): Row => ({ line: one, segments: segmentsOf(one) }))
  const pieces: Piece[] = []
  let plain: Line[] = []
  const flush = () => {
    if (plain.length) pieces.push(columnOf(plain))
    plain = []
  }
  for (let at = 0; at < rows.length; ) {
    const block = depth < 4 ? blockAt(rows, at) : null
    if (!block) {
      plain.push((rows[at] as Row).line)
      at++
      continue
    }
    // Lines above that keep clear of the gutter belong to the columns as well.
    const inside = rows.slice(at, block.end).flatMap(({ line }) => line.runs)
    flush()
    if (block.gutters.length > 1 && block.end - at >= 3) pieces.push(tableOf(rows.slice(at, block.end), block.gutters))
    else {
      const middle = block.gutters[0] as number
      for (const side of [inside.filter((run) => run.right <= middle + 1), inside.filter((run) => run.right > middle + 1)])
        if (side.length) pieces.push(...piecesOf(side, depth + 1))
    }
    at = block.end
  }
  flush()
  return pieces
}

const columnOf = (lines: Line[]): Column => ({
  kind: 'column',
  lines,
  left: Math.min(...lines.map(({ left }) => left)),
  right: Math.max(...lines.map(({ right }) => right)),
})

function segmentsOf({ runs }: Line): Line[] {
  const groups: Run[][] = []
  let right = Number.NEGATIVE_INFINITY
  for (const run of runs) {
    if (run.left - right > segmentGap * heightOf(run) || groups.length === 0) groups.push([run])
    else groups.at(-1)?.push(run)
    right = Math.max(right, run.right)
  }
  return groups.map(joinedRuns)
}

const isLabel = (text: string): boolean => text.length <= 8 && !/\p{L}{3}/u.test(text)

/** A block of rows from `at` on through which the same gutters run, or null. Numbers and bullets before their words are no column. */
function blockAt(rows: readonly Row[], at: number): { end: number; gutters: number[] } | null {
  const first = rows[at] as Row
  if (first.segments.length < 2) return null
  const size = heightOf(first.line)
  let gaps = gapsOf(first.segments, size)
  if (gaps.length === 0) return null
  let end = at + 1
  let split = 1
  while (end < rows.length) {
    const next = rows[end] as Row
    const before = rows[end - 1] as Row
    if (next.line.top - before.line.bottom > 4 * size) break
    const kept = narrowed(gaps, next.segments, size)
    if (kept.length === 0) break
    gaps = kept
    if (next.segments.length > 1) split++
    end++
  }
  // Lines at the end that stand on one side alone are no sign of columns: a short last line does too.
  const isForWhom = /^Nơi nhận/u.test(first.line.text) // which goes on beside the room left for a signature
  while (end > at + 1 && split > 0 && !isForWhom && (rows[end - 1] as Row).segments.length < 2 && isShort(rows.slice(at, end), gaps)) end--
  // A title in the middle of the page under a letterhead stands in neither of its columns.
  while (end > at + 1 && isMiddle(rows[end - 1] as Row, rows.slice(at, end))) end--
  const gutters = gaps.map(([from, to]) => (from + to) / 2)
  const sides = gutters.map((middle) => rows.slice(at, end).flatMap(({ segments }) => segments.filter(({ right }) => right <= middle + 1)))
  if (sides[0]?.every(({ text }) => isLabel(text))) return gutters.length > 1 && end - at >= 3 ? { end, gutters } : null
  const isPair = end - at > 1 || first.segments.every(({ text }) => text.length >= 6)
  return isPair ? { end, gutters } : null
}

/** Whether a row is one line around the middle of all the rows. */
function isMiddle({ line, segments }: Row, rows: readonly Row[]): boolean {
  const left = Math.min(...rows.map((row) => row.line.left))
  const right = Math.max(...rows.map((row) => row.line.right))
  return (
    segments.length === 1 && Math.abs(line.left + line.right - left - right) < 4 * heightOf(line) && line.right - line.left < 0.5 * (right - left)
  )
}

/** Whether the last row is a single line at the left of a gutter where the right side has ended more than two lines above. */
function isShort(rows: readonly Row[], gaps: readonly [number, number][]): boolean {
  const middle = gaps[0] ? (gaps[0][0] + gaps[0][1]) / 2 : 0
  const last = rows.at(-1) as Row
  if (last.line.left > middle) return false
  return rows.slice(-3).every(({ segments }) => segments.length === 1) && last.line.left < middle
}

function gapsOf(segments: readonly Line[], size: number): [number, number][] {
  return segments.slice(1).flatMap((segment, i): [number, number][] => {
    const from = (segments[i] as Line).right
    return segment.left - from >= gutter * size ? [[from, segment.left]] : []
  })
}

/** What of some gaps the words of another row leave free. */
function narrowed(gaps: readonly [number, number][], segments: readonly Line[], size: number): [number, number][] {
  return gaps.flatMap(([from, to]): [number, number][] => {
    let free: [number, number][] = [[from, to]]
    for (const { left, right } of segments)
      free = free.flatMap(([a, b]): [number, number][] =>
        right <= a || left >= b
          ? [[a, b]]
          : (
              [
                [a, Math.min(b, left)],
                [Math.max(a, right), b],
              ] as [number, number][]
            ).filter(([x, y]) => y > x),
      )
    const widest = free.sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0]
    return widest && widest[1] - widest[0] >= 0.8 * size ? [widest] : []
  })
}

/** A table without lines: a row begins where its first column has words. */
function tableOf(rows: readonly Row[], gutters: readonly number[]): Piece {
  const columnAt = (run: Run) => gutters.filter((middle) => run.left > middle).length
  const groups: Row[][] = []
  for (const row of rows) {
    const begins = row.segments.some((segment) => columnAt(segment) === 0) || groups.length === 0
    if (begins && !isCarriedOn(groups.at(-1), row, columnAt)) groups.push([row])
    else groups.at(-1)?.push(row)
  }
  const cells = groups.map((group) => {
    const runs = group.flatMap(({ line: one }) => one.runs)
    return Array.from({ length: gutters.length + 1 }, (_, column): Cell => {
      const own = runs.filter((run) => columnAt(run) === column)
      return { parts: own.length ? [line(wordsIn(own))] : [], columns: 1, rows: 1 }
    })
  })
  const lines = rows.map(({ line: one }) => one)
  const left = Math.min(...lines.map((one) => one.left))
  const right = Math.max(...lines.map((one) => one.right))
  return {
    kind: 'placed',
    table: { kind: 'table', rows: cells, isBordered: true },
    top: Math.min(...lines.map(({ top }) => top)),
    bottom: Math.max(...lines.map(({ bottom }) => bottom)),
    left,
    right,
    edges: [left, ...gutters, right],
  }
}

/** Whether words in the first column go on with those above: small letters, close under them, and the row so far is of words, not of a number. */
function isCarriedOn(group: Row[] | undefined, row: Row, columnAt: (run: Run) => number): boolean {
  const last = group?.at(-1)
  if (!last) return false
  const own = row.segments.find((segment) => columnAt(segment) === 0)
  return own !== undefined && /^\p{Ll}/u.test(own.text) && row.line.top - last.line.bottom < 0.6 * heightOf(row.line)
}
