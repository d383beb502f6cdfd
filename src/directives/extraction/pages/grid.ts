import { limits } from '../limits.ts'
import type { Cell, Table } from '../parts.ts'
import { line } from '../parts.ts'
import { continued, linesOf, type Ruling, type Run } from './run.ts'

/** A table on a page, where it stands, and where its columns end. */
export type PlacedTable = { table: Table; top: number; bottom: number; left: number; right: number; edges: number[] }

/** Drawn lines less than so many points apart are one. */
const near = 3

/** The tables that lines draw on a page, and the runs that stand in none. */
export function ruledTables(runs: readonly Run[], rulings: readonly Ruling[]): { tables: PlacedTable[]; rest: Run[] } {
  let rest = [...runs]
  const tables: PlacedTable[] = []
  for (const group of groupsOf(rulings)) {
    const xs = edgesOf(group, false)
    const ys = edgesOf(group, true)
    if (xs.length < 3 || ys.length < 2 || xs.length > limits.columns) continue
    const [left, right, top, bottom] = [xs[0] as number, xs.at(-1) as number, ys[0] as number, ys.at(-1) as number]
    const inside = rest.filter((run) => within(run, left, right, top, bottom))
    if (inside.length === 0) continue
    rest = rest.filter((run) => !within(run, left, right, top, bottom))
    tables.push({ table: { kind: 'table', isBordered: true, rows: cellsOf(group, xs, ys, inside) }, top, bottom, left, right, edges: xs })
  }
  return { tables, rest }
}

const within = (run: Run, left: number, right: number, top: number, bottom: number): boolean => {
  const [x, y] = [(run.left + run.right) / 2, (run.top + run.bottom) / 2]
  return x > left - near && x < right + near && y > top - near && y < bottom + near
}

/** Lines that touch each other. */
function groupsOf(rulings: readonly Ruling[]): Ruling[][] {
  const across = rulings.filter(({ isAcross }) => isAcross).sort((a, b) => a.at - b.at)
  const down = rulings.filter(({ isAcross }) => !isAcross)
  const owner = new Map<Ruling, number>()
  const parents: number[] = []
  const rootOf = (index: number): number => {
    let root = index
    while (parents[root] !== root) root = parents[root] as number
    parents[index] = root
    return root
  }
  for (const ruling of rulings) {
    owner.set(ruling, parents.length)
    parents.push(parents.length)
  }
  for (const one of down)
    for (const other of across) {
      if (other.at > one.to + near) break
      if (other.at >= one.from - near && one.at >= other.from - near && one.at <= other.to + near)
        parents[rootOf(owner.get(one) as number)] = rootOf(owner.get(other) as number)
    }
  const groups = Map.groupBy(rulings, (ruling) => rootOf(owner.get(ruling) as number))
  return [...groups.values()].filter((group) => group.length >= 4)
}

const edgesOf = (group: readonly Ruling[], isAcross: boolean): number[] =>
  group
    .filter((ruling) => ruling.isAcross === isAcross)
    .map(({ at }) => at)
    .sort((a, b) => a - b)
    .filter((at, i, all) => i === 0 || at - (all[i - 1] as number) > near)

/** The cells of a grid: places with no line between them are one. */
function cellsOf(group: readonly Ruling[], xs: readonly number[], ys: readonly number[], runs: readonly Run[]): Cell[][] {
  const walls = (isAcross: boolean, at: number, middle: number) =>
    group.some((one) => one.isAcross === isAcross && Math.abs(one.at - at) <= near && one.from - near <= middle && one.to + near >= middle)
  const middles = (edges: readonly number[]) => edges.slice(1).map((edge, i) => (edge + (edges[i] as number)) / 2)
  const [columns, rows] = [middles(xs), middles(ys)]
  const taken = rows.map(() => columns.map(() => false))
  const reached = (row: number, column: number) => taken[row]?.[column] === true
  const contents = deal(runs, xs, ys)
  return rows.map((_, row) => {
    const cells: Cell[] = []
    for (let column = 0; column < columns.length; column++) {
      if (reached(row, column)) continue
      let width = 1
      while (column + width < columns.length && !reached(row, column + width) && !walls(false, xs[column + width] as number, rows[row] as number))
        width++
      let height = 1
      while (row + height < rows.length && !walls(true, ys[row + height] as number, columns[column] as number)) height++
      const inside: Run[] = []
      for (let down = 0; down < height; down++)
        for (let right = 0; right < width; right++) {
          ;(taken[row + down] as boolean[])[column + right] = true
          inside.push(...(contents.get(`${row + down} ${column + right}`) ?? []))
        }
      cells.push({ parts: inside.length ? [line(wordsIn(inside))] : [], columns: width, rows: height })
    }
    return cells
  })
}

function deal(runs: readonly Run[], xs: readonly number[], ys: readonly number[]): Map<string, Run[]> {
  const placeOf = (edges: readonly number[], at: number) =>
    Math.min(
      Math.max(
        0,
        edges.findLastIndex((edge) => edge <= at),
      ),
      edges.length - 2,
    )
  return Map.groupBy(runs, (run) => `${placeOf(ys, (run.top + run.bottom) / 2)} ${placeOf(xs, (run.left + run.right) / 2)}`)
}

/** The words of a cell, its lines put together. */
export const wordsIn = (runs: readonly Run[]): string => linesOf(runs).reduce((all, { text }) => (all === '' ? text : continued(all, text)), '')

/** Whether a table goes on with the one before it, on the page before: their columns end at the same places. */
export const goesOn = (before: PlacedTable, after: PlacedTable): boolean =>
  before.edges.length === after.edges.length && before.edges.every((edge, i) => Math.abs(edge - (after.edges[i] as number)) < 2 * near)

/** Two halves of a table over a change of pages: a head that is printed again is left out, a row that was cut in two is put together. */
export function putTogether(before: PlacedTable, after: PlacedTable): PlacedTable {
  const said = (row: readonly Cell[] | undefined) => JSON.stringify(row?.map((cell) => cell.parts))
  let rows = after.table.rows
  let head = 0
  while (head < Math.min(3, rows.length) && said(rows[head]) === said(before.table.rows[head])) head++
  rows = rows.slice(head)
  const [last, first] = [before.table.rows.at(-1), rows[0]]
  const isCut =
    last !== undefined &&
    first !== undefined &&
    last.length === first.length &&
    first.length > 1 &&
    first.some(({ parts }) => parts.length > 0) &&
    ((first[0]?.parts.length === 0 && (last[0]?.parts.length ?? 0) > 0) || breaksOff(last, first))
  const joined = isCut ? [...before.table.rows.slice(0, -1), last.map((cell, i) => ({ ...cell, parts: put(cell, first[i]) }))] : before.table.rows
  return { ...before, bottom: after.bottom, table: { ...before.table, rows: [...joined, ...rows.slice(isCut ? 1 : 0)] } }
}

/** Whether a sentence of one row goes on in the next: a cell begins with a small letter, and the one above it has not come to an end. */
const breaksOff = (last: readonly Cell[], first: readonly Cell[]): boolean =>
  !/^\d/.test(textIn(first[0])) && first.some((cell, i) => /^\p{Ll}/u.test(textIn(cell)) && /[^.;:!?)\s]$/.test(textIn(last[i])))

const textIn = (cell: Cell | undefined): string => (cell?.parts ?? []).flatMap((part) => (part.kind === 'line' ? [part.text] : [])).join(' ')

function put(cell: Cell, more: Cell | undefined): Cell['parts'] {
  const texts = [...cell.parts, ...(more?.parts ?? [])].flatMap((part) => (part.kind === 'line' ? [part.text] : []))
  return texts.length ? [line(texts.reduce((all, text) => continued(all, text)))] : []
}
