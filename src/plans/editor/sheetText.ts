import type { Facts } from '../contract.ts'

/** The columns a pasted or read table may be mapped to. */
export const columnFields = ['part', 'text', 'product', 'lead', 'coordinate', 'personId', 'fromOn', 'dueOn', 'money', 'note'] as const
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
  const order: ColumnField[] = ['coordinate', 'lead', 'personId', 'product', 'money', 'note', 'fromOn', 'dueOn', 'part', 'text']
  const named = head.map((title) => take(order.find((field) => headings[field].test(plain(title)))))
  if (named.filter(Boolean).length >= Math.min(2, head.length) && body.length > 0) return { fields: named, hasHead: true }
  taken.clear()
  const width = head.map((_, i) => rows.reduce((sum, row) => sum + (row[i]?.length ?? 0), 0))
  const widest = width.indexOf(Math.max(...width))
  const isDays = head.map((_, i) => rows.filter((row) => readDay(row[i] ?? '') !== undefined && row[i] !== '').length > rows.length / 2)
  return { fields: head.map((_, i) => (i === widest ? take('text') : isDays[i] ? take('dueOn') : null)), hasHead: false }
}

/** A day as people write it (31-12-2013, 31/12/2013, 2013-12-31) as ISO; null when empty, undefined when it is none. */
export function readDay(text: string): string | null | undefined {
  const cleaned = text.trim()
  if (cleaned === '') return null
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(cleaned)
  const local = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(cleaned)
  const parts = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : undefined
  if (!parts) return undefined
  const [year, month, day] = parts.map(Number) as [number, number, number]
  const last = month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  if (month < 1 || month > 12 || day < 1 || day > last) return undefined
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** An amount as people write it (12.500.000) as a number; null when empty, undefined when it is none. */
export function readMoney(text: string): number | null | undefined {
  const digits = text.replace(/[\s.]|đồng|đ$/giu, '').replace(/,(\d{3})(?=\D|$)/g, '$1')
  if (digits === '') return null
  const number = Number(digits.replace(',', '.'))
  return Number.isFinite(number) && number >= 0 && number <= 1e15 ? number : undefined
}

type Person = { id: string; name: string }
export type Unread = { row: number; field: ColumnField; value: string }

/** Rows of cells as items, by what each column is; rows without words head those below them. Cells that can't be read stay empty and are told. */
export function itemsOf(rows: readonly string[][], fields: readonly (ColumnField | null)[], people: readonly Person[]) {
  const unread: Unread[] = []
  const items: Partial<Facts>[] = []
  let part = ''
  for (const [i, cells] of rows.entries()) {
    const item: Partial<Facts> = {}
    for (const [column, field] of fields.entries()) {
      const cell = cells[column] ?? ''
      if (!field || cell === '') continue
      const value = readCell(field, cell, people)
      if (value === undefined) unread.push({ row: i + 1, field, value: cell })
      else Object.assign(item, { [field]: value })
    }
    const filled = cells.filter(Boolean)
    if (filled.length <= 2 && filled.length > 0 && isHeading(filled)) part = filled.join(' ')
    else if (item.text) items.push({ ...(part ? { part } : {}), ...item })
  }
  return { items, unread }
}

/** A row that holds nothing but a numbered title: «I. Công tác tuyên truyền». */
const isHeading = (filled: readonly string[]): boolean =>
  /^[IVX]+[.\-–)\s]*$/.test(filled[0] as string) || (filled.length === 1 && /^[IVX]+[.\-–)]\s/.test(filled[0] as string))

function readCell(field: ColumnField, cell: string, people: readonly Person[]): unknown {
  if (field === 'fromOn' || field === 'dueOn') return readDay(cell)
  if (field === 'money') return readMoney(cell)
  if (field === 'personId') return people.find(({ name }) => plain(name) === plain(cell.replace(/^đồng chí\s+|^đ\/c\s+/iu, '')))?.id
  return cell
}
