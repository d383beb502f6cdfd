import { written } from '../../../paper/sheets.ts'
import type { Above, Facts, Item, Owed } from '../../contract.ts'
import { readDay, readMoney } from '../../editor/cellText.ts'
import { isSame } from '../../rules.ts'
import { words as columnWords } from '../../words.ts'
import type { CellFault, FileChange, PlanFile } from '../contract.ts'
import { codesOf, differing, inOrder, longest } from '../rules.ts'
import { cellOf, sheetFields } from './planSheet.ts'
import type { ReadSheet, SheetCell, SheetRow } from './worker.ts'

const marked = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?: v(\d+))?$/
const isTitled = (cell: SheetCell | undefined, name: keyof typeof columnWords) =>
  typeof cell === 'string' && [columnWords[name].vi, columnWords[name].en].includes(cell.trim() as never)

/** The rows of a plan’s own file: which cell is which, where the mark of the item stands, what the codes in it stand for. */
export type Own = { rows: SheetRow[]; columns: Map<keyof Facts, number>; markAt: number; idOf: Map<string, string> }

/** The sheet of a plan’s own items among those of a workbook, whatever was moved in it; undefined where no row names an item of the plan. */
export function findOwn(sheets: readonly ReadSheet[], ids: ReadonlySet<string>): Own | undefined {
  const fields = Object.keys(sheetFields) as (keyof Facts)[]
  const tables = sheets.flatMap(({ rows }) => {
    const head = rows.findIndex(({ cells }) => cells.some((cell) => isTitled(cell, 'itemCode')) && cells.some((cell) => isTitled(cell, 'text')))
    if (head < 0) return []
    const { cells } = rows[head] as SheetRow
    return [{ cells, rows: rows.slice(head + 1), markAt: cells.findIndex((cell) => isTitled(cell, 'itemCode')) }]
  })
  const own = tables.find(({ rows, markAt }) => rows.some(({ cells }) => ids.has(readMark(cells[markAt])?.id ?? '')))
  if (!own) return undefined
  const columns = new Map(
    fields.flatMap((field) => {
      const at = own.cells.findIndex((cell) => isTitled(cell, field))
      return at < 0 ? [] : [[field, at] as const]
    }),
  )
  const codes = tables.find((table) => table !== own)
  const idOf = (codes?.rows ?? []).flatMap(({ cells }) => {
    const mark = readMark(cells[codes?.markAt ?? 0])
    return typeof cells[0] === 'string' && mark ? [[cells[0].trim(), mark.id] as const] : []
  })
  return { rows: own.rows, columns, markAt: own.markAt, idOf: new Map(idOf) }
}

function readMark(cell: SheetCell | undefined): { id: string; version: number | null } | undefined {
  const [, id, version] = (typeof cell === 'string' && marked.exec(cell.trim())) || []
  return id ? { id, version: version ? Number(version) : null } : undefined
}

type Plan = {
  rows: readonly Item[]
  obligations: readonly Owed[]
  above: readonly Above[]
  people: readonly { id: string; name: string }[]
  /** Who took out which item. */
  removed: ReadonlyMap<string, { by: string | null; text: string }>
  /** By which the year of a day written without one is known. */
  today: string
}

/** What a plan’s own sheet would change in it: row by row against the items as they stand now. `draw` gives the id of a new row. */
export function readOwn({ rows, columns, markAt, idOf }: Own, plan: Plan, draw: (row: number) => string): Omit<PlanFile, 'name' | 'kind' | 'cells'> {
  const items = new Map(plan.rows.map((item) => [item.id, item]))
  const codes = codesOf(plan.obligations, plan.above)
  const known = new Map([...[...codes].map(([id, code]) => [code, id] as const), ...idOf])
  const answerable = { obligationIds: new Set(plan.obligations.map(({ id }) => id)), superiorItemIds: new Set(plan.above.map(({ id }) => id)) }
  const faults: CellFault[] = []
  const changes: FileChange[] = []
  const seen: string[] = []
  const isSaid = (item: Item, field: keyof Facts, cell: SheetCell) => plain(cell) === plain(exported(item, field, codes))
  const owners = ownersOf(rows, markAt, (id, cells) => {
    const item = items.get(id)
    return item ? [...columns].filter(([field, at]) => isSaid(item, field, cells[at] ?? null)).length : 0
  })
  let same = 0
  for (const { row, cells } of rows) {
    const mark = readMark(cells[markAt])
    const item = mark && owners.get(mark.id) === row ? items.get(mark.id) : undefined
    const told: CellFault[] = []
    const facts: Partial<Facts> = {}
    for (const [field, at] of columns) {
      const cell = cells[at] ?? null
      if (item && isSaid(item, field, cell)) continue
      const read = readCell(field, cell, { people: plan.people, known, today: plan.today, ...answerable })
      if (typeof read === 'string') told.push({ row, field, value: plain(cell).slice(0, 200), problem: read as CellFault['problem'] })
      else if (item ? !isSame(readable(item, field, codes), read.value) : !isEmpty(read.value)) Object.assign(facts, { [field]: read.value })
    }
    const change = { row, address: '', version: mark?.version ?? null, by: null, was: {}, facts }
    if (item) {
      seen.push(item.id)
      const fields = differing(item, facts)
      const isStale = mark?.version !== item.version
      if (fields.length === 0) same++
      else {
        const was = Object.fromEntries(fields.map((field) => [field, item[field]]))
        changes.push({ ...change, id: item.id, kind: isStale ? 'stale' : 'changed', text: item.text, was, by: isStale ? item.updatedBy : null })
      }
      faults.push(...told)
      continue
    }
    const gone = mark && owners.get(mark.id) === row ? plan.removed.get(mark.id) : undefined
    if (gone) {
      seen.push(mark?.id as string)
      changes.push({ ...change, id: mark?.id as string, kind: 'stale', text: gone.text, facts: {}, by: gone.by })
      continue
    }
    if (Object.keys(facts).length === 0 && told.length === 0) continue
    faults.push(...told)
    if (!facts.text) {
      if (!told.some(({ field }) => field === 'text')) faults.push({ row, field: 'text', value: '', problem: 'no-text' })
      continue
    }
    const id = draw(row)
    const there = items.get(id)
    seen.push(id)
    if (there) same++
    else changes.push({ ...change, id, kind: 'new', version: null, text: facts.text })
  }
  const missing = plan.rows.filter(({ id }) => !seen.includes(id))
  for (const { id, version, text } of missing)
    changes.push({ id, kind: 'missing', row: null, address: '', version, text, was: {}, facts: {}, by: null })
  const now = plan.rows.map(({ id }) => id)
  const fresh = changes.filter(({ kind }) => kind === 'new').map(({ id }) => id)
  const wanted = inOrder([...now, ...fresh], seen)
  const isMoved = wanted.some((id, i) => id !== [...now, ...fresh][i])
  return { changes, same, faults, order: isMoved ? wanted : [] }
}

/** Which row is meant by each id: rows are copied in spreadsheets with all they hold, and the one that still says most of what the item says is the item. */
function ownersOf(rows: readonly SheetRow[], markAt: number, said: (id: string, cells: SheetCell[]) => number): Map<string, number> {
  const best = new Map<string, { row: number; said: number }>()
  for (const { row, cells } of rows) {
    const mark = readMark(cells[markAt])
    if (!mark) continue
    const one = { row, said: said(mark.id, cells) }
    if ((best.get(mark.id)?.said ?? -1) < one.said) best.set(mark.id, one)
  }
  return new Map([...best].map(([id, { row }]) => [id, row]))
}

/** What stands in a cell of the file when nothing was changed. */
export function exported(item: Item, field: keyof Facts, codes: Map<string, string>): SheetCell {
  const value = cellOf(item, field, codes)
  return (field === 'fromOn' || field === 'dueOn') && typeof value === 'string' ? { day: value } : (value as SheetCell)
}

/** A cell of an item as a file can say it: without answers that have no code any more. */
const readable = (item: Item, field: keyof Facts, codes: Map<string, string>) =>
  field === 'obligationIds' || field === 'superiorItemIds' ? item[field].filter((id) => codes.has(id)) : item[field]

/** A cell as words, the same for the same whatever a spreadsheet did to its line ends. */
export function plain(cell: SheetCell): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return written(cell.day)
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  return cell
    .normalize('NFC')
    .replace(/\r\n?|_x000D_\n/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim()
}

const isEmpty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0)

type Known = Pick<Plan, 'people' | 'today'> & { known: Map<string, string> } & Record<'obligationIds' | 'superiorItemIds', ReadonlySet<string>>

/** The value of a cell, or what is wrong with it. */
function readCell(field: keyof Facts, cell: SheetCell, { people, known, today, ...answerable }: Known): { value: unknown } | CellFault['problem'] {
  const text = plain(cell)
  if (field === 'fromOn' || field === 'dueOn') {
    const day = readDay(text, { edge: field === 'fromOn' ? 'start' : 'end', today })
    return day === undefined ? 'day' : { value: day }
  }
  if (field === 'money') {
    const money = typeof cell === 'number' && cell >= 0 && cell <= 1e15 ? cell : readMoney(text)
    return money === undefined ? 'money' : { value: money }
  }
  if (field === 'personId') {
    if (text === '') return { value: null }
    const found = people.filter(({ name }) => name.normalize('NFC') === text)
    return found.length === 1 ? { value: found[0]?.id } : 'person'
  }
  if (field === 'obligationIds' || field === 'superiorItemIds') {
    const ids = text.split(/[;\n]+/).flatMap((code) => (code.trim() ? [known.get(code.trim())] : []))
    return ids.every((id) => id !== undefined && answerable[field].has(id)) ? { value: [...new Set(ids)] } : 'answer'
  }
  return text.length > longest[field] ? 'long' : { value: text }
}
