import { daySigns } from '../../../paper/layouts.ts'
import type { Facts, Item } from '../../contract.ts'
import { readMoney } from '../../editor/cellText.ts'
import { bareText, moneyOf, sentenceOf, type Told } from '../sentences.ts'
import { type Line, linesIn, tidy } from './documentLines.ts'
import { exported, type Own } from './ownSheet.ts'
import type { SheetCell } from './worker.ts'

/** The bookmark under which an item stands in a document: its id and, where it is not frozen, its version. */
export const bookmarkOf = (id: string, versions: ReadonlyMap<string, number>): string =>
  `i${id.replaceAll('-', '')}${versions.has(id) ? `v${versions.get(id)}` : ''}`

/** What is read of a plan’s own document, cell by cell. */
const fields = ['part', 'text', 'product', 'lead', 'coordinate', 'personId', 'fromOn', 'dueOn', 'money'] as const satisfies readonly (keyof Facts)[]

/**
 * The items in a docx that this plan was exported to, as rows of its sheet, whatever was changed in it: what a document prints otherwise than a cell holds it (line ends, a last stop)
 * counts as said. Undefined where no mark names an item of the plan, and for what is no docx.
 */
export async function findOwnDocument(bytes: Buffer, ids: ReadonlySet<string>, rows: readonly Item[]): Promise<Own | undefined> {
  const lines = withLostMarks(await linesIn(bytes).catch(() => []), rows)
  const idOf = (line: Line) => readMark(line)?.id
  const first = lines.findIndex((line) => ids.has(idOf(line) ?? ''))
  if (first < 0) return undefined
  const items = new Map(rows.map((item) => [item.id, item]))
  const last = lines.findLastIndex((line) => ids.has(idOf(line) ?? ''))
  let part = ''
  let count = 0
  const read = lines.slice(first).flatMap((line, i) => {
    const id = idOf(line)
    // what somebody added: a row of the table, or a point between the items or right behind them
    const isAdded =
      id === undefined && line.told !== null && (line.isTable || first + i <= last || lines.slice(last + 1, first + i + 1).every(({ told }) => told))
    if (id === undefined && !isAdded) return []
    const item = items.get(id ?? '')
    part = item?.part ?? part
    const version = readMark(line)?.version
    const mark = id ? `${id}${version ? ` v${version}` : ''}` : null
    return [{ row: ++count, cells: [...cellsOf(line, item, part), mark] }]
  })
  return { rows: read, columns: new Map(fields.map((field, at) => [field, at])), markAt: fields.length, idOf: new Map() }
}

function readMark({ mark }: Line): { id: string; version: string | undefined } | undefined {
  const [, hex, version] = /^i([0-9a-f]{32})(?:v(\d+))?$/.exec(mark ?? '') ?? []
  return hex ? { id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'), version } : undefined
}

/** Lines with marks where something is said; one without a mark that says what an item does whose mark was left behind in an emptied place, as when a row was cut out and put elsewhere, is that item. */
function withLostMarks(lines: readonly Line[], rows: readonly Item[]): Line[] {
  const standing = new Set(lines.flatMap((line) => (line.told ? (readMark(line)?.id ?? []) : [])))
  const textOf = new Map(rows.map(({ id, text }) => [id, tidy(bareText(text))]))
  const lost = new Map(
    lines.flatMap((line) => {
      const id = line.told ? undefined : readMark(line)?.id
      return id && !standing.has(id) && textOf.get(id) ? [[textOf.get(id) as string, line.mark] as const] : []
    }),
  )
  return lines.map((line): Line => {
    if (line.told === null) return { ...line, mark: null }
    const text = bareText(line.told.text)
    const mark = lost.get(text)
    // the mark of a copy has a name of its own, which says nothing here
    if (readMark(line) || mark === undefined) return line
    lost.delete(text)
    return { ...line, mark }
  })
}

/** The cells of a line; where it prints just what the item holds, what the item holds. */
function cellsOf(line: Line, item: Item | undefined, part: string): SheetCell[] {
  const told = line.told as Told
  const asIs = (field: keyof Facts) => exported(item as Item, field, new Map())
  if (item && !line.isTable && daySigns.some((sign) => line.said === tidy(sentenceOf(item, sign)))) return fields.map(asIs)
  const printed: Record<(typeof fields)[number], SheetCell> = {
    part,
    text: told.text,
    product: told.product,
    lead: told.lead,
    coordinate: told.coordinate,
    personId: told.person,
    fromOn: dayCell(told.fromOn),
    dueOn: dayCell(told.dueOn),
    money: told.money,
  }
  if (!item) return fields.map((field) => printed[field])
  const was: Partial<Record<(typeof fields)[number], SheetCell>> = {
    text: tidy(line.isTable ? item.text : bareText(item.text)),
    product: tidy(item.product),
    lead: tidy(item.lead),
    coordinate: tidy(item.coordinate),
    money: item.money === null ? null : (readMoney(moneyOf(item.money)) ?? null),
  }
  return fields.map((field) => (field === 'part' || (field in was && was[field] === printed[field]) ? asIs(field) : printed[field]))
}

const dayCell = (day: string | null): SheetCell => (day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : day)
