import type { Facts } from '../contract.ts'
import { fields } from '../rules.ts'
import { readDay, readMoney } from './cellText.ts'

/** The columns a pasted or read table may be mapped to: those of the plan. */
export const columnFields = fields
export type ColumnField = (typeof columnFields)[number]

/** A block copied from a spreadsheet as rows of cells: tabs between cells, cells of several lines in quotes with inner quotes doubled. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let at = 0
  const endCell = () => {
    row.push(cell.trim())
    cell = ''
  }
  const endRow = () => {
    endCell()
    rows.push(row)
    row = []
  }
  while (at < text.length) {
    const char = text[at] as string
    if (char === '"' && cell === '') {
      const end = endOfQuoted(text, at)
      if (end !== null) {
        cell = text.slice(at + 1, end).replaceAll('""', '"')
        at = end + 1
        continue
      }
    }
    if (char === '\t') endCell()
    else if (char === '\n') endRow()
    else if (char !== '\r') cell += char
    at++
  }
  if (cell !== '' || row.length > 0) endRow()
  const width = Math.max(0, ...rows.map(({ length }) => length))
  return rows.filter((cells) => cells.some(Boolean)).map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')])
}

/** Where a quoted cell that begins at `from` ends: a quote before a tab, a new line or the end; null for a quote that only stands in the words. */
function endOfQuoted(text: string, from: number): number | null {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') continue
    if (text[at + 1] === '"') at++
    else return at + 1 === text.length || '\t\r\n'.includes(text[at + 1] as string) ? at : null
  }
  return null
}

/** Whether a pasted text is a table, and not words for one cell. */
export const isBlock = (text: string): boolean => text.includes('\t') || /^"[\s\S]*"\r?\n/.test(text)

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const headings: Record<ColumnField, RegExp> = {
  part: /^(phan|muc|nhom)\b|part/,
  text: /noi dung|cong viec|dau viec|nhiem vu|work|task/,
  obligationIds: /thuc hien nhiem vu|answers obligations/,
  superiorItemIds: /thuc hien dau viec|superior s items/,
  product: /san pham|ket qua|product/,
  lead: /chu tri|thuc hien chinh|don vi thuc hien|leads?\b/,
  coordinate: /phoi hop|coordinat/,
  personId: /phu trach|nguoi thuc hien|person/,
  fromOn: /bat dau|tu ngay|from/,
  dueOn: /hoan thanh|thoi gian|thoi han|den ngay|han\b|until|due/,
  money: /kinh phi|so tien|money/,
  note: /ghi chu|note/,
}

/** What each column of a table seems to be: by its heading, else the widest one is the work and one of days is the deadline. */
export function guessColumns(rows: readonly string[][]): { fields: (ColumnField | null)[]; hasHead: boolean } {
  const [head = [], ...body] = rows
  const taken = new Set<ColumnField>()
  const take = (field: ColumnField | undefined): ColumnField | null => {
    if (!field || taken.has(field)) return null
    taken.add(field)
    return field
  }
  // narrower words first, so that «Người phụ trách» is not taken for the work
  const order: ColumnField[] = [
    'obligationIds',
    'superiorItemIds',
    'coordinate',
    'lead',
    'personId',
    'product',
    'money',
    'note',
    'fromOn',
    'dueOn',
    'part',
    'text',
  ]
  const named = head.map((title) => take(order.find((field) => headings[field].test(plain(title)))))
  if (named.filter(Boolean).length >= Math.min(2, head.length) && body.length > 0) return { fields: named, hasHead: true }
  taken.clear()
  const width = head.map((_, i) => rows.reduce((sum, row) => sum + (row[i]?.length ?? 0), 0))
  const widest = width.indexOf(Math.max(...width))
  const isDays = head.map((_, i) => rows.filter((row) => readDay(row[i] ?? '') !== undefined && row[i] !== '').length > rows.length / 2)
  return { fields: head.map((_, i) => (i === widest ? take('text') : isDays[i] ? take('dueOn') : null)), hasHead: false }
}

/** In what a column of money counts, by its heading: «Kinh phí (triệu đồng)»; empty for đồng. */
export function moneyUnitOf(heading: string): string {
  const said = plain(heading)
  return /\b(?:trieu|trd?)\b/.test(said) ? 'triệu' : /\bty\b/.test(said) ? 'tỷ' : /\b(?:nghin|ngan|1 ?000 ?d)/.test(said) ? 'nghìn' : ''
}

/** What the words of cells are read against: the people of the body, the codes by which answers are named, the day by which a year left out is known, and what the table counts money in. */
export type Known = {
  moneyUnit?: string
  people: readonly { id: string; name: string }[]
  codes: ReadonlyMap<string, { id: string; of: 'obligationIds' | 'superiorItemIds' }>
  today: string
}
export type Unread = { row: number; field: ColumnField; value: string }

/** Rows of cells as items, by what each column is; rows without words head those below them, and a total is none. What can't be read is told, and kept in the note after what its column is called. */
export function itemsOf(rows: readonly string[][], fields: readonly (ColumnField | null)[], known: Known, call: (field: ColumnField) => string) {
  const unread: Unread[] = []
  const items: Partial<Facts>[] = []
  let part = ''
  for (const [i, cells] of rows.entries()) {
    const item: Partial<Facts> = {}
    const notes: string[] = []
    for (const [column, field] of fields.entries()) {
      const cell = cells[column] ?? ''
      if (!field || cell === '') continue
      const value = readCell(field, cell, known)
      if (value === undefined) {
        unread.push({ row: i + 1, field, value: cell })
        notes.push(`${call(field)}: ${cell}`)
      } else Object.assign(item, { [field]: value })
    }
    const filled = cells.filter(Boolean)
    if (filled.length <= 2 && filled.length > 0 && isHeading(filled))
      part = filled.length > 1 ? `${(filled[0] as string).replace(/[^.)\-–]$/, '$&.')} ${filled[1]}` : (filled[0] as string)
    else if (item.text && !TOTAL.test(item.text))
      items.push({ ...(part ? { part } : {}), ...item, ...(notes.length ? { note: [item.note, ...notes].filter(Boolean).join('; ') } : {}) })
  }
  return { items, unread }
}

const TOTAL = /^(?:tổng|tổng cộng|tổng số|tổng kinh phí|cộng)\s*:?$/iu

/** A row that holds nothing but a numbered title: «I. Công tác tuyên truyền». */
const isHeading = (filled: readonly string[]): boolean =>
  /^[IVX]+[.\-–)\s]*$/.test(filled[0] as string) || (filled.length === 1 && /^[IVX]+[.\-–)]\s/.test(filled[0] as string))

function readCell(field: ColumnField, cell: string, { people, codes, today, moneyUnit = '' }: Known): unknown {
  if (field === 'fromOn' || field === 'dueOn') return readDay(cell, { edge: field === 'fromOn' ? 'start' : 'end', today })
  if (field === 'money') return readMoney(moneyUnit && /^[\d.,\s]+$/.test(cell) ? `${cell.trim()} ${moneyUnit}` : cell)
  if (field === 'personId') return people.find(({ name }) => plain(name) === plain(cell.replace(/^đồng chí\s+|^đ\/c\s+/iu, '')))?.id
  if (field === 'obligationIds' || field === 'superiorItemIds') {
    const named = cell.split(/[;\n]+/).flatMap((code) => (code.trim() ? [codes.get(code.trim())] : []))
    return named.every((one) => one?.of === field) ? [...new Set(named.map((one) => one?.id))] : undefined
  }
  return cell
}
