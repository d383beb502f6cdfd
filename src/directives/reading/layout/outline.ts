import { beginsWithAct } from '../orders/orders.ts'
import type { ProvisionKind, Span } from '../reading.ts'
import { cut, fold, type Passage, passage } from '../words/plaintext.ts'
import type { Block } from './lines.ts'
import { type Family, rank } from './numbering.ts'
import type { Column } from './tableColumns.ts'
import type { Cell, Table } from './tables.ts'
import { titlesIn } from './titled.ts'

/** A provision in the tree of its document. */
export type Node = {
  address: string
  label: string
  family: Family | 'paragraph' | 'row' | 'annex' | 'root'
  kind: ProvisionKind
  number: string
  parent: Node | null
  children: Node[]
  /** The paragraph before it, under the same heading, that introduces it: "… thực hiện các nội dung sau:". */
  introduction: Node | null
  words: Passage
  low: string
  span: Span
  /** The cells of a row, by what their columns hold. */
  cells: Partial<Record<Column, Passage>> | null
  /** It is the title over what follows, though a stop closes it. */
  titles?: boolean
}

const SHORT: Record<ProvisionKind, string> = {
  part: 'part',
  chapter: 'chp',
  section: 'sec',
  article: 'art',
  point: 'point',
  indent: 'indent',
  paragraph: 'para',
  row: 'row',
  annex: 'annex',
}

type Growing = { titles: Set<Block>; root: Node; stack: Node[]; taken: Set<string>; counts: Map<string, number>; introductions: Map<Node, Node> }

const emptyWords: Passage = { text: '', at: [] }

/** A provision with nothing in it yet. */
export const blank = (family: Node['family'], kind: ProvisionKind, parent: Node | null): Node => ({
  address: '',
  label: '',
  family,
  kind,
  number: '',
  parent,
  children: [],
  introduction: null,
  words: emptyWords,
  low: '',
  span: [0, 0],
  cells: null,
})

function kindOf(family: Family, parent: Node): ProvisionKind {
  if (family === 'part') return 'part'
  if (family === 'chapter') return 'chapter'
  if (family === 'article') return 'article'
  if (family === 'division' || family === 'roman2') return 'section'
  if (family === 'upper' || family === 'roman') {
    for (let n: Node | null = parent; n; n = n.parent) if (n.kind === 'part' && n.family !== 'root') return 'section'
    return 'part'
  }
  if (family === 'number') return /^(?:part|chapter|annex)$/.test(parent.kind) || parent.family === 'root' ? 'section' : 'point'
  return family === 'number2' || family === 'number3' || family === 'ordinal' || family === 'letter' || family === 'bracket' ? 'point' : 'indent'
}

function addressed(g: Growing, node: Node): Node {
  const under = node.parent && node.parent.address !== '' ? `${node.parent.address}__` : ''
  const short = `${under}${SHORT[node.kind]}`
  const count = (g.counts.get(short) ?? 0) + 1
  g.counts.set(short, count)
  let address = `${short}_${node.number === '' ? count : node.number.replace(/[^\p{L}\p{N}.]/gu, '')}`
  // A number printed twice must not make two provisions one.
  for (const base = address; g.taken.has(address); ) {
    const times = (g.counts.get(base) ?? 1) + 1
    g.counts.set(base, times)
    address = `${base}-${times}`
  }
  g.taken.add(address)
  node.address = address
  node.parent?.children.push(node)
  return node
}

const top = (g: Growing): Node => g.stack[g.stack.length - 1] as Node

/** Whether a provision only names or introduces what stands under it. */
export const opens = (node: Node): boolean => node.titles === true || node.low.endsWith(':') || !/[.;!?…,]["”)]?$/.test(node.low)

function addLabelled(g: Growing, source: string, block: Block, next: Block | undefined): Node {
  const label = block.label as NonNullable<Block['label']>
  const above = top(g)
  // "- … như sau: / a) Đối với chủ vật nuôi: / - …": the points that follow stand under the letter, which is none of the dash that announces it
  const isOverDashes = above.family === 'dash' && above.low.endsWith(':') && next?.label?.family === 'dash' && /:\s*$/.test(block.text)
  // A list that starts anew under words that announce it stands below them, whatever its numbers are elsewhere.
  const nested =
    label.first &&
    above.low.endsWith(':') &&
    above.family !== label.family &&
    above.family !== 'root' &&
    g.stack.length < 12 &&
    !isOverDashes &&
    !g.stack.some((n) => n.family === label.family)
  if (!nested) {
    const same = g.stack.findLastIndex((n) => n.family === label.family)
    if (same >= 0) g.stack.length = same
    else while (g.stack.length > 1 && isNarrower(top(g), label.family)) g.stack.pop()
  }
  const parent = top(g)
  const [from] = block.spans[0] as Span
  const first = block.spans[0] as Span
  const node = blank(label.family, kindOf(label.family, parent), parent)
  node.label = label.printed
  node.number = label.number
  if (g.titles.has(block)) node.titles = true
  node.words = passage(source, [[first[0] + label.length, first[1]], ...block.spans.slice(1)])
  node.low = fold(node.words.text)
  node.span = [from, (block.spans[block.spans.length - 1] as Span)[1]]
  if (isOverDashes && label.first && above.parent === parent) g.introductions.set(parent, above)
  node.introduction = g.introductions.get(parent) ?? null
  g.stack.push(node)
  return addressed(g, node)
}

const isNarrower = (node: Node, family: Family): boolean =>
  node.family === 'paragraph' || (node.family !== 'root' && node.family !== 'annex' && node.family !== 'row' && rank(node.family) >= rank(family))

const CLOSING =
  /^(?:trong quá trình|quá trình|yêu cầu|căn cứ (?:kế hoạch|chỉ thị|nội dung|nhiệm vụ|kết luận|quyết định)|trên đây|nhận được|ủy ban nhân dân .{0,40}yêu cầu|chủ tịch .{0,60}yêu cầu|các cấp ủy|văn phòng .{0,40}thông báo|(?:kế hoạch|chỉ thị|kết luận|thông báo|quyết định|nghị quyết) này|giao )/

/** It closes the document, not a part of it. */
const ENDS = /^trên đây là/

/** Whether a block goes on with a number that is open: "2.2" with 2, and in an article 2 after 1. */
const goesOn = (g: Growing, label: Block['label'] | undefined): boolean =>
  label !== undefined &&
  label !== null &&
  g.stack.some(
    (n) =>
      n.family === 'number' &&
      ((label.family === 'number2' && label.number.startsWith(`${n.number}.`)) ||
        (label.family === 'number' && n.parent?.family === 'article' && Number(label.number) === Number(n.number) + 1)),
  )

/** Whether a paragraph stands between a point and the next one of its list: what introduced the list holds on. */
function isBetween({ children }: Node, label: Block['label'] | undefined): boolean {
  const last = children.findLast(({ family }) => family !== 'paragraph')
  return last !== undefined && label?.family === last.family && Number(label.number) === Number(last.number) + 1
}

function addParagraph(g: Growing, source: string, block: Block, next: Block | undefined): Node {
  const words = passage(source, block.spans)
  const low = fold(words.text)
  const above = top(g)
  if (above.family !== 'root' && above.family !== 'annex') {
    const filled = above.children.length > 0 || !opens(above)
    if (filled && (CLOSING.test(low) || above.children.length === 0)) {
      // a paragraph between 2.1 and 2.2, or between 1 and 2 of an article, closes nothing
      if (CLOSING.test(low) && !goesOn(g, next?.label))
        while (g.stack.length > 1 && (isNarrower(top(g), 'number') || top(g).family === 'article' || (ENDS.test(low) && top(g).family !== 'annex')))
          g.stack.pop()
      else if (!opens(above)) g.stack.pop()
    }
  }
  const parent = top(g)
  const node = blank('paragraph', 'paragraph', parent)
  node.words = words
  node.low = low
  node.span = [(block.spans[0] as Span)[0], (block.spans[block.spans.length - 1] as Span)[1]]
  node.introduction = g.introductions.get(parent) ?? null
  if (low.endsWith(':')) g.introductions.set(parent, node)
  else if (parent.family !== 'root' && g.introductions.has(parent) && !isBetween(parent, next?.label)) g.introductions.delete(parent)
  return addressed(g, node)
}

/** A dashed line that goes on with an unfinished sentence is no point of its own. */
function resumes(g: Growing, block: Block, next: Block | undefined): boolean {
  const above = top(g)
  if (block.label?.family !== 'dash' || above.children.length > 0 || above.family === 'root' || above.family === 'annex') return false
  if (next?.label?.family === 'dash' || beginsWithAct(block.text.slice(block.label.length))) return false
  return above.words.text.length > 120 && !/[.;:!?…,]["”)]?$/.test(above.low)
}

function addRow(g: Growing, source: string, table: Table, row: Cell[], parent: Node): Node {
  const node = blank('row', 'row', parent)
  node.cells = {}
  const spans: Span[] = row.flatMap((c) => c.spans)
  // what a head tells for all rows stands before them
  const start = spans[0]?.[0] ?? 0
  node.span = [start, spans.findLast(([from]) => from >= start)?.[1] ?? 0]
  row.forEach((cell, i) => {
    const column = table.columns[i]
    if (node.cells && column && column !== 'other' && cell.spans.length > 0) node.cells[column] = passage(source, cell.spans)
  })
  node.words = node.cells.task ?? emptyWords
  node.low = fold(node.words.text)
  node.label = node.cells.number?.text ?? ''
  return addressed(g, node)
}

function addTable(g: Growing, source: string, table: Table): void {
  const parent = top(g)
  let group = parent
  // over the group that a number with nothing but its title heads: "1 | Tuyên truyền" over "a) | …"
  let outer: Node | null = null
  let wide: Node | null = null
  let above: Node | null = null
  const groups = new Map<string, Node>()
  for (const [i, row] of table.rows.entries()) {
    const filled = row.filter((c) => c.spans.length > 0)
    if (filled.length === 0) continue
    const texts = filled.map((c) => c.text)
    const numbered = table.columns[0] === 'number'
    // a time that reaches down over several rows stands in the first column
    const timed = table.columns[0] === 'due'
    // A heading of the table that spans its columns may stand in each of them.
    const said = new Set(filled.slice(numbered ? 1 : 0).map((c) => c.text))
    const isGroup =
      filled.length === 1 ||
      (filled.length > 2 && said.size === 1) ||
      (filled.length === 2 &&
        (numbered || timed) &&
        (timed ? /^(?:[IVX]+|[A-Z]|\d{1,2})[.)]?$/ : /^(?:[IVX]+|[A-Z])(?:\.\d+)*[.)]?$/).test(row[0]?.text ?? ''))
    const counted = /^\d{1,2}[.)]?$/.test(row[0]?.text ?? '')
    if (counted && numbered && outer) {
      group = outer
      outer = null
    }
    const heads = counted && numbered && filled.length === 2 && /^[a-zđ][.)]?$/.test(table.rows[i + 1]?.[0]?.text ?? '')
    if (heads) outer = group
    if (isGroup || heads) {
      const only = filled[filled.length - 1] as Cell
      if (/^\d{1,3}$/.test(only.text)) continue
      const spans = filled.flatMap((c) => c.spans)
      // "III.1" stands under "III"
      const number = filled.length === 2 ? (texts[0] as string).replace(/[.)]$/, '') : ''
      const node = blank('paragraph', 'section', (number.includes('.') ? groups.get(number.replace(/\.\d+$/, '')) : null) ?? parent)
      if (!number.includes('.')) groups.clear()
      if (number !== '') groups.set(number, node)
      node.words = passage(source, only.spans)
      const m = /^([IVX]{1,5}|[A-Z]|\d{1,2})(?:\.\d+)*[.)\-:]?\s+/.exec(node.words.text)
      if (m) node.words = cut(node.words, m[0].length, node.words.text.length)
      node.label = m?.[0].trim() ?? (filled.length === 2 ? (texts[0] as string) : '')
      node.low = fold(node.words.text)
      node.span = [(spans[0] as Span)[0], (spans[spans.length - 1] as Span)[1]]
      group = addressed(g, node)
      if (!heads) outer = null
      wide = null
      continue
    }
    // The number row "(1) (2) (3)" under a header, and a header printed again on the next page, hold no task.
    if (
      texts.every((t) => /^\(?\d{1,2}\)?$/.test(t)) ||
      row.every((c, i) => c.text === '' || table.columns[i] === 'other' || (table.columns[i] === 'number' && !/\d/.test(c.text)))
    )
      continue
    const label = row[0]?.text ?? ''
    const under = wide && numbered && wide.label !== '' && label.startsWith(`${wide.label.replace(/\.$/, '')}.`) ? wide : group
    const node = addRow(g, source, table, row, under)
    // a row without a number goes on with the one above: one cell stands beside both for who leads and for when; one that has its own day says who helps, too
    if (numbered && label === '' && node.cells && above?.cells && above.parent === under) {
      const shared = node.cells.due ? (['lead'] as const) : (['lead', 'coordinate', 'due'] as const)
      for (const column of shared) if (!node.cells[column] && above.cells[column]) node.cells[column] = above.cells[column]
    }
    if (timed && label === '' && node.cells && above?.cells?.due && above.parent === under) node.cells.due = above.cells.due
    above = node
    if (under === group) wide = node
  }
}

/** Something of a document in its order: a paragraph, a table of tasks, or the head of an annex. */
export type Piece = { block: Block } | { table: Table; span: Span } | { annex: string; span: Span }

/** The tree of provisions of a document. */
export function outlineOf(source: string, pieces: readonly Piece[]): Node {
  const root = blank('root', 'part', null)
  const titles = titlesIn(pieces.map((piece) => ('block' in piece ? piece.block : undefined)))
  const g: Growing = { titles, root, stack: [root], taken: new Set(), counts: new Map(), introductions: new Map() }
  pieces.forEach((piece, i) => {
    if ('annex' in piece) {
      g.stack.length = 1
      const node = blank('annex', 'annex', root)
      node.words = passage(source, [piece.span])
      node.low = fold(node.words.text)
      node.span = piece.span
      g.stack.push(addressed(g, node))
    } else if ('table' in piece) {
      addTable(g, source, piece.table)
    } else {
      const following = pieces[i + 1]
      const next = following && 'block' in following ? following.block : undefined
      if (resumes(g, piece.block, next)) {
        const node = top(g)
        const first = node.words
        const more = passage(source, piece.block.spans)
        node.words = { text: `${first.text} ${more.text}`, at: [...first.at, first.at[first.at.length - 1] as number, ...more.at] }
        node.low = fold(node.words.text)
        node.span = [node.span[0], (piece.block.spans[piece.block.spans.length - 1] as Span)[1]]
      } else if (piece.block.label) addLabelled(g, source, piece.block, next)
      else addParagraph(g, source, piece.block, next)
    }
  })
  return root
}

/** Every node under a root, in the order of the document. */
export function nodesOf(root: Node): Node[] {
  const all: Node[] = []
  const walk = (node: Node) => {
    all.push(node)
    node.children.forEach(walk)
  }
  root.children.forEach(walk)
  return all
}
