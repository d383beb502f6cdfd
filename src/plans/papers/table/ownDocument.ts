import { openArchive } from '../../../directives/extraction/docx/archive.ts'
import { childrenOf, type Element, walk } from '../../../directives/extraction/docx/xml.ts'
import type { Facts, Item } from '../../contract.ts'
import { readMoney } from '../../editor/cellText.ts'
import { bareText, flat, moneyOf, personIn, readSentence, sentenceOf, spanIn, type Told } from '../sentences.ts'
import { exported, type Own } from './ownSheet.ts'
import type { SheetCell } from './worker.ts'

/** The columns of the annex of a plan’s document. */
export const documentColumns = {
  text: 'Nội dung công việc',
  lead: 'Chủ trì',
  coordinate: 'Phối hợp',
  product: 'Sản phẩm',
  when: 'Thời hạn hoàn thành',
  money: 'Kinh phí (đồng)',
} as const

/** The bookmark under which an item stands in a document: its id and, where it is not frozen, its version. */
export const bookmarkOf = (id: string, versions: ReadonlyMap<string, number>): string =>
  `i${id.replaceAll('-', '')}${versions.has(id) ? `v${versions.get(id)}` : ''}`

/** So large a document is looked through for marks; a plan is smaller by far. */
const most = 4 * 1024 * 1024

/** What is read of a plan’s own document, cell by cell. */
const fields = ['part', 'text', 'product', 'lead', 'coordinate', 'personId', 'fromOn', 'dueOn', 'money'] as const satisfies readonly (keyof Facts)[]

type Line = { mark: string | null; told: Told | null; said: string; isTable: boolean }

/**
 * The items in a docx that this plan was exported to, as rows of its sheet, whatever was changed in it: what a document prints otherwise than a cell holds it (line ends, a last stop)
 * counts as said. Undefined where no mark names an item of the plan, and for what is no docx.
 */
export async function findOwnDocument(bytes: Buffer, ids: ReadonlySet<string>, rows: readonly Item[]): Promise<Own | undefined> {
  const lines = await linesIn(bytes).catch(() => [])
  const markOf = ({ mark }: Line) => /^i([0-9a-f]{32})(?:v(\d+))?$/.exec(mark ?? '')
  const idOf = (line: Line) => markOf(line)?.[1]?.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
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
    const version = markOf(line)?.[2]
    const mark = id ? `${id}${version ? ` v${version}` : ''}` : null
    return [{ row: ++count, cells: [...cellsOf(line, item, part), mark] }]
  })
  return { rows: read, columns: new Map(fields.map((field, at) => [field, at])), markAt: fields.length, idOf: new Map() }
}

/** The cells of a line; where it prints just what the item holds, what the item holds. */
function cellsOf(line: Line, item: Item | undefined, part: string): SheetCell[] {
  const told = line.told as Told
  const asIs = (field: keyof Facts) => exported(item as Item, field, new Map())
  if (item && !line.isTable && line.said === sentenceOf(item)) return fields.map(asIs)
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
    text: line.isTable ? flat(item.text) : bareText(item.text),
    product: flat(item.product),
    lead: flat(item.lead),
    coordinate: flat(item.coordinate),
    money: item.money === null ? null : (readMoney(moneyOf(item.money)) ?? null),
  }
  return fields.map((field) => (field === 'part' || (field in was && was[field] === printed[field]) ? asIs(field) : printed[field]))
}

const dayCell = (day: string | null): SheetCell => (day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : day)

/** The points and rows of a docx, in order. */
async function linesIn(bytes: Buffer): Promise<Line[]> {
  if (bytes.length > most) return []
  const body = await (await openArchive(bytes)).partOf('word/document.xml')
  const lines: Line[] = []
  if (body && body.length <= 8 * most)
    walk(body, 'w:body', (element) => void lines.push(...(element.name === 'w:tbl' ? rowsOf(element) : paragraphsIn(element).map(pointOf))))
  return lines
}

function pointOf(paragraph: Element): Line {
  const text = wordsOf(paragraph).trim()
  const point = /^[-–]\s+(.*)$/su.exec(text)
  return { mark: bookmarkIn(paragraph), told: point ? readSentence(point[1] as string) : null, said: point?.[1] ?? '', isTable: false }
}

/** The rows of an annex under its heads; of any other table none. */
function rowsOf(table: Element): Line[] {
  const [head = [], ...rows] = childrenOf(table)
    .filter(({ name }) => name === 'w:tr')
    .map((row) => childrenOf(row).filter(({ name }) => name === 'w:tc'))
  const textOf = (cell: Element | undefined) => (cell ? paragraphsIn(cell).map(wordsOf).join('\n').trim() : '')
  const titles = head.map(textOf)
  const at = (key: keyof typeof documentColumns) => titles.indexOf(documentColumns[key])
  if (at('text') < 0 || at('lead') < 0) return []
  return rows.flatMap((cells): Line[] => {
    const mark = cells.map(bookmarkIn).find((one) => one !== null) ?? null
    const of = (key: keyof typeof documentColumns) => (at(key) < 0 ? '' : textOf(cells[at(key)]))
    // a heading of a part has nothing but its title
    if (mark === null && !/^\d/.test(textOf(cells[0]))) return []
    const [, lead = '', person = ''] = /^(.*?)\n?(?:\((đồng chí [^\n]*)\))?$/su.exec(of('lead')) ?? []
    const money = of('money')
    const told = {
      text: flat(of('text')),
      lead: flat(lead),
      coordinate: flat(of('coordinate')),
      person: personIn(person),
      product: flat(of('product')),
      ...spanIn(of('when')),
      money: money === '' ? null : (readMoney(money) ?? money),
    }
    return [{ mark, told, said: '', isTable: true }]
  })
}

const paragraphsIn = (element: Element): Element[] => (element.name === 'w:p' ? [element] : childrenOf(element).flatMap(paragraphsIn))

/** The words of a paragraph, without what was deleted. */
function wordsOf(element: Element): string {
  if (element.name === 'w:del' || element.name === 'w:moveFrom') return ''
  if (element.name === 'w:t') return element.children.filter((child) => typeof child === 'string').join('')
  if (element.name === 'w:tab' || element.name === 'w:br') return ' '
  return childrenOf(element).map(wordsOf).join('')
}

function bookmarkIn(element: Element): string | null {
  const name = element.name === 'w:bookmarkStart' ? element.attributes['w:name'] : undefined
  if (name && /^i[0-9a-f]{32}/.test(name)) return name
  for (const child of childrenOf(element)) {
    const found = bookmarkIn(child)
    if (found) return found
  }
  return null
}
