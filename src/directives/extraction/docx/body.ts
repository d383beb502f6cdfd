import { encodingOf } from '../letters/encodings.ts'
import { marked, withoutMarks } from '../letters/marked.ts'
import { type Cell, gap, line, type Part, type Table } from '../parts.ts'
import { bulletOf, labelFor, type Numbering } from './numbering.ts'
import { chainOf, hasBorders, type Look, lookOf, lookUnder, type Styles } from './styles.ts'
import { childOf, childrenOf, type Element, valueIn } from './xml.ts'

/** What is known of a docx while its body is read. */
export type Setting = {
  styles: Styles
  numbering: Numbering
  /** The footnotes met so far, in their order; their signs are left out of the words, which names and numbers would not be found with. */
  footnotes: string[]
  /** Words of a paragraph whose end was deleted: they go on in the next. */
  carried: string
}

/** What stands in the file and is no word of the document: deleted or moved away, codes of fields, the same thing once more for older programs. */
const left = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'w:delInstrText',
  'mc:Fallback',
  'w:pPr',
  'w:rPr',
  'w:sectPr',
  'w:sdtPr',
  'w:sdtEndPr',
])

/** The parts of an element that stands where paragraphs stand. */
export function partsOf(setting: Setting, element: Element): Part[] {
  if (left.has(element.name)) return []
  if (element.name === 'w:p') return paragraphOf(setting, element)
  if (element.name === 'w:tbl') return [tableOf(setting, element)]
  return childrenOf(element).flatMap((child) => partsOf(setting, child))
}

function paragraphOf(setting: Setting, element: Element): Part[] {
  const { styles, numbering } = setting
  const properties = childOf(element, 'w:pPr')
  const styleId = valueIn(properties, 'w:pStyle') ?? styles.standard.paragraph
  const chain = chainOf(styles, styleId)
  if (chain.some(({ name }) => /^toc \d$/i.test(name))) return []
  const looks = [...chain.map(({ look }) => look), styles.look]
  const boxes: Part[] = []
  const words = setting.carried + wordsOf(setting, element, looks, boxes)
  const endsDeleted = childOf(childOf(properties, 'w:rPr'), 'w:del') !== undefined
  setting.carried = endsDeleted ? words : ''
  if (endsDeleted) return boxes
  const label = labelFor(numbering, styles, properties, styleId)
  const text = words.trim()
  if (text === '') return boxes.length ? boxes : [gap]
  return [...linesOf(label ? `${label} ${text}` : text), ...boxes]
}

/** What stands at the right of a letterhead, set apart by a tab alone. */
const tabbed = /\t+(?=\s*(?:CỘNG H|ĐẢNG CỘNG SẢN|Độc lập\s*[-–]|\p{Lu}[\p{L} .]{1,30}, ngày\s))/gu

const linesOf = (text: string): Part[] =>
  text
    .replace(tabbed, '\n')
    .split('\n')
    .map((words) => words.replace(/[\t ]+/g, ' ').trim())
    .filter((words) => words !== '')
    .map(line)

function wordsOf(setting: Setting, element: Element, looks: readonly Look[], boxes: Part[]): string {
  let text = ''
  for (const child of childrenOf(element)) {
    if (left.has(child.name)) continue
    if (child.name === 'w:txbxContent') boxes.push(gap, ...partsOf(setting, { ...child, name: 'w:body' }), gap)
    else if (child.name === 'w:r') text += runOf(setting, child, looks, boxes)
    else text += wordsOf(setting, child, looks, boxes)
  }
  return text
}

function runOf(setting: Setting, run: Element, looks: readonly Look[], boxes: Part[]): string {
  const properties = childOf(run, 'w:rPr')
  const look = lookUnder([lookOf(properties), ...chainOf(setting.styles, valueIn(properties, 'w:rStyle')).map((style) => style.look), ...looks])
  if (look.isHidden) return ''
  const old = encodingOf(look.font ?? '')
  let text = ''
  for (const child of childrenOf(run)) text += signsOf(setting, child, old?.encoding === 'tcvn3', looks, boxes)
  if (old && text) return marked(text, { ...old, isCapitals: old.isCapitals || (look.isCapitals === true && old.encoding === 'tcvn3') })
  return look.isCapitals ? text.toUpperCase() : text
}

function signsOf(setting: Setting, child: Element, isTcvn3: boolean, looks: readonly Look[], boxes: Part[]): string {
  switch (child.name) {
    case 'w:t':
      return withoutMarks(child.children.join('')).replace(/[\uf020-\uf0ff]/g, bulletOf)
    case 'w:tab':
    case 'w:ptab':
      return '\t'
    case 'w:br':
    case 'w:cr':
      return /^(?:page|column)$/.test(child.attributes['w:type'] ?? '') ? ' ' : '\n'
    case 'w:noBreakHyphen':
      return '-'
    case 'w:softHyphen':
      return isTcvn3 ? '\u00ad' : ''
    case 'w:sym':
      return bulletOf(String.fromCharCode(Number.parseInt(child.attributes['w:char'] ?? '2022', 16) || 0x2022))
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      setting.footnotes.push(`${child.name === 'w:footnoteReference' ? 'footnote' : 'endnote'} ${child.attributes['w:id'] ?? ''}`)
      return ''
    case 'mc:AlternateContent':
    case 'mc:Choice':
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
    case 'w:ruby':
      return wordsOf(setting, child, looks, boxes)
    default:
      return ''
  }
}

function tableOf(setting: Setting, element: Element): Table {
  const properties = childOf(element, 'w:tblPr')
  const style = valueIn(properties, 'w:tblStyle')
  const own = childOf(properties, 'w:tblBorders')
  let isBordered = own ? hasBorders(own) : chainOf(setting.styles, style).some((one) => one.hasBorders)
  const rows: Cell[][] = []
  // Which cell stands over each column: one that goes on from above belongs to it.
  const above = new Map<number, Cell>()
  for (const row of descendants(element, 'w:tr')) {
    const rowProperties = childOf(row, 'w:trPr')
    if (childOf(rowProperties, 'w:del')) continue
    const cells: Cell[] = []
    let column = Number(valueIn(rowProperties, 'w:gridBefore') ?? 0)
    if (column > 0) cells.push({ parts: [], columns: column, rows: 1 })
    for (const cell of descendants(row, 'w:tc')) {
      const facts = childOf(cell, 'w:tcPr')
      isBordered ||= hasBorders(childOf(facts, 'w:tcBorders'))
      const columns = Math.max(1, Number(valueIn(facts, 'w:gridSpan') ?? 1) || 1)
      const merge = childOf(facts, 'w:vMerge')
      const over = merge && merge.attributes['w:val'] !== 'restart' ? above.get(column) : undefined
      if (over) over.rows++
      else {
        const parts = childrenOf(cell).flatMap((child) => partsOf(setting, child))
        const made = { parts, columns, rows: 1 }
        cells.push(made)
        above.set(column, made)
      }
      column += columns
    }
    rows.push(cells)
  }
  return { kind: 'table', rows, isBordered }
}

/** The rows of a table, or cells of a row, also those inside a frame of a control or of a tracked change. */
const descendants = (element: Element, name: string): Element[] =>
  childrenOf(element).flatMap((child) =>
    child.name === name ? [child] : /^(?:w:sdt|w:sdtContent|w:ins|w:moveTo|w:customXml)$/.test(child.name) ? descendants(child, name) : [],
  )
