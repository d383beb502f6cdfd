import type { Provision } from './contract.ts'
import { type Row, rowsIn } from './rows.ts'

/** Words of a document to be marked: `own` are the words of the thing `id` itself; any other kind shows only while `id` is the one looked at. */
export type Mark = { from: number; to: number; id: string; kind: string }

/** A paragraph as the document prints it: a provision's own lines, or lines that stand outside every provision; or a row of a table. */
export type Block = {
  key: string
  from: number
  to: number
  kind: 'title' | 'outside' | Provision['kind']
  depth: number
  isHeading: boolean
  row: Row | null
}

/** A run of words under the same marks. */
export type Segment = { from: number; to: number; marks: readonly Mark[] }

const longestHeading = 220
const headingKinds = new Set(['part', 'chapter', 'section', 'article', 'annex', 'point'])

/** The whole text as paragraphs and rows of tables in order, nothing left out. */
export function blocksOf(provisions: readonly Provision[], text: string): Block[] {
  const rows = rowsIn(text)
  return rows.length === 0 ? paragraphsOf(provisions, text) : withRows(paragraphsOf(provisions, text), rows, text)
}

/** Rows in the place of the paragraphs that their words would make; what stands between and beside them is left. */
function withRows(paragraphs: readonly Block[], rows: readonly Row[], text: string): Block[] {
  const blocks = rows.map((row): Block => ({ key: `row-${row.from}`, from: row.from, to: row.to, kind: 'cells', depth: 0, isHeading: false, row }))
  let next = 0
  for (const block of paragraphs) {
    while (next < rows.length && (rows[next] as Row).to <= block.from) next++
    let { from } = block
    for (let i = next; from < block.to; i++) {
      const row = rows[i]
      const to = Math.min(block.to, row?.from ?? block.to)
      const words = text.slice(from, Math.max(from, to)).replace(/^[\s|]+|[\s|]+$/g, '')
      const start = text.indexOf(words, from)
      if (words !== '')
        blocks.push({ ...block, key: start === block.from ? block.key : `${block.key}-${start}`, from: start, to: start + words.length })
      if (!row || row.from >= block.to) break
      from = Math.max(from, row.to)
    }
  }
  return blocks.sort((a, b) => a.from - b.from)
}

function paragraphsOf(provisions: readonly Provision[], text: string): Block[] {
  const ordered = [...provisions].sort((a, b) => a.from - b.from)
  const byId = new Map(provisions.map((provision) => [provision.id, provision]))
  const parents = new Set(provisions.map(({ parentId }) => parentId))
  const depths = new Map<string, number>()
  const depthOf = ({ id, parentId }: Provision): number => {
    const known = depths.get(id)
    if (known !== undefined) return known
    const parent = parentId ? byId.get(parentId) : undefined
    const depth = parent ? depthOf(parent) + 1 : 0
    depths.set(id, depth)
    return depth
  }
  const blocks: Block[] = []
  let at = 0
  for (const provision of ordered) {
    const { id, kind, from, to } = provision
    if (from > at) blocks.push(...linesBetween(text, at, from, at === 0))
    const isHeading = headingKinds.has(kind) && parents.has(id) && to - from <= longestHeading
    if (to > Math.max(from, at)) blocks.push({ key: id, from: Math.max(from, at), to, kind, depth: depthOf(provision), isHeading, row: null })
    at = Math.max(at, to)
  }
  blocks.push(...linesBetween(text, at, text.length, at === 0))
  return blocks
}

function linesBetween(text: string, from: number, to: number, isHead: boolean): Block[] {
  const blocks: Block[] = []
  let at = from
  for (const line of text.slice(from, to).split('\n')) {
    const start = at + (line.length - line.trimStart().length)
    const end = start + line.trim().length
    if (end > start && !/^[|\s]+$/.test(line)) {
      const isTitle = isHead && line === line.toLocaleUpperCase('vi') && /\p{L}/u.test(line)
      blocks.push({ key: `line-${start}`, from: start, to: end, kind: isTitle ? 'title' : 'outside', depth: 0, isHeading: false, row: null })
    }
    at += line.length + 1
  }
  return blocks
}

/** Cuts a stretch of the text wherever a mark begins or ends. */
export function segmentsOf(from: number, to: number, marks: readonly Mark[]): Segment[] {
  const within = marks.filter((mark) => mark.from < to && mark.to > from)
  const cuts = new Set([from, to])
  for (const mark of within) cuts.add(Math.max(from, mark.from)).add(Math.min(to, mark.to))
  const edges = [...cuts].sort((a, b) => a - b)
  return edges.slice(1).map((end, index) => {
    const start = edges[index] as number
    return { from: start, to: end, marks: within.filter((mark) => mark.from <= start && mark.to >= end) }
  })
}

/** The things whose own words these are, the narrowest first. */
export const ownersOf = (marks: readonly Mark[]): string[] =>
  marks
    .filter(({ kind }) => kind === 'own')
    .sort((a, b) => a.to - a.from - (b.to - b.from))
    .map(({ id }) => id)
