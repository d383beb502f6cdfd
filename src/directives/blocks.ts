import type { Provision } from './contract.ts'

/** Words of a document to be marked: `own` are the words of the thing `id` itself; any other kind shows only while `id` is the one looked at. */
export type Mark = { from: number; to: number; id: string; kind: string }

/** A paragraph as the document prints it: a provision's own lines, or lines that stand outside every provision. */
export type Block = { key: string; from: number; to: number; kind: 'title' | 'outside' | Provision['kind']; depth: number; isHeading: boolean }

/** A run of words under the same marks. */
export type Segment = { from: number; to: number; marks: readonly Mark[] }

const longestHeading = 220
const headingKinds = new Set(['part', 'chapter', 'section', 'article', 'annex', 'point'])

/** The whole text as paragraphs in order, nothing left out. */
export function blocksOf(provisions: readonly Provision[], text: string): Block[] {
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
    if (to > Math.max(from, at)) blocks.push({ key: id, from: Math.max(from, at), to, kind, depth: depthOf(provision), isHeading })
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
      blocks.push({ key: `line-${start}`, from: start, to: end, kind: isTitle ? 'title' : 'outside', depth: 0, isHeading: false })
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
