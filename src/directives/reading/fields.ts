import { bodiesAt } from './bodyLists.ts'
import { type Field, labelledAs, WHO } from './labels.ts'
import { beginsWithAct, onlyBodies } from './orders.ts'
import { type Node, opens } from './outline.ts'
import { cut, fold, type Passage } from './plaintext.ts'
import { predicateAt } from './predicates.ts'
import { tokensOf } from './tokens.ts'

/** The words behind a label, and the points under it. */
export type Entry = {
  field: Field
  words: Passage
  node: Node /** It holds for several points. */
  shared?: boolean /** Its label asks for a person who answers for the work. */
  inPerson?: boolean
}

// «chủ trì, phối hợp:» names no partner: both are acts of one body, whatever follows
const INLINE = new RegExp(
  `(?:[.;,(]|[-–] ?|\\) )\\s?(?:(?<lead>${WHO} chủ trì(?: thực hiện)?|${WHO} thực hiện|chủ trì|(?<=[(;]\\s?)thực hiện)|(?<coordinate>(?<!chủ trì, ?)(?:${WHO} )?phối hợp(?: thực hiện)?)|(?<due>(?:thời gian|thời hạn)(?: (?:thực hiện|hoàn thành|trình))*|(?<=[(;,]\\s?)hoàn thành)|(?<submit>cấp (?:trình|phê duyệt))|(?<product>sản phẩm(?: đầu ra)?))\\s?:`,
  'gu',
)

/** The labels written inside one paragraph, each with its words: "…; cơ quan phối hợp: …". */
export function inlineFields(words: Passage): { field: Field; at: number; words: Passage }[] {
  const low = fold(words.text)
  if (!low.includes(':')) return []
  const hits = [...low.matchAll(INLINE)].map((m) => {
    const field = (Object.entries(m.groups ?? {}).find(([, v]) => v !== undefined)?.[0] ?? 'other') as Field
    return { field, at: m.index, from: m.index + m[0].length }
  })
  return hits.map((h, i) => {
    const next = hits[i + 1]?.at ?? words.text.length
    const piece = cut(words, h.from, next)
    return { field: h.field, at: h.at, words: cut(piece, 0, piece.text.replace(/(?<![).;,])[).;,]+$/, '').length) }
  })
}

/** The labelled lines that hold for each provision, its own first. */
export type Fields = Map<Node, Entry[]>

/** "Lãnh đạo phụ trách: …", "Người theo dõi: …" */
const IN_PERSON = /^(?:lãnh đạo|người|đồng chí|cá nhân)(?!\p{L})/u

const leaves = (node: Node): Node[] => (node.children.length === 0 ? [node] : node.children.flatMap(leaves))

const PARTS = /^(?:cơ quan|đơn vị) (?:chủ trì|thực hiện),? (?:và )?(?:(?:cơ quan|đơn vị) )?(?:phối hợp|thực hiện)$/

/** Whether a provision begins with bodies and orders them nothing. */
function namesBodies({ words }: Node): boolean {
  if (onlyBodies(words)) return true
  const tokens = tokensOf(words.text)
  const list = words.text.length < 400 ? bodiesAt(words.text, tokens, 0, true) : null
  return list !== null && !predicateAt(words.text, tokens, list)
}

/** The label of a provision; "2. Cơ quan chủ trì" without a mark is one where all that stands under it names bodies. */
function labelOfNode(node: Node): ReturnType<typeof labelledAs> {
  const own = labelledAs(node.low)
  if (own || node.children.length === 0 || node.low.length > 60 || node.low.endsWith(':')) return own
  const field = PARTS.test(node.low) ? 'lead' : labelledAs(`${node.low}:`)?.field
  if (field !== 'lead' && field !== 'coordinate') return null
  const naming = node.children.filter((child) => namesBodies(child) || labelOfNode(child) !== null).length
  // under "Cơ quan chủ trì, phối hợp" most of them are enough
  const isPart = node.parent !== null && PARTS.test(node.parent.low)
  return naming === node.children.length || (isPart && naming * 2 > node.children.length) ? { field, length: node.low.length } : null
}

const isLabelled = (node: Node): boolean => {
  const field = node.cells ? null : labelOfNode(node)
  return field !== null && field.field !== 'task'
}

/** A heading that only counts what stands under it. */
const COUNTED = /^(?:hoạt động|nội dung|nhiệm vụ|công việc|giải pháp|mô hình|tiểu dự án) (?:số |thứ )?\d{1,2}\s?[.:]?$/

/** "3.4. Tập trung giải quyết ô nhiễm" over "- Kiểm soát …", "- Nâng cao …": the title of what its points order. */
const titlesActs = ({ low, children }: Node): boolean =>
  !/[.;]$/.test(low) && children.filter((c) => c.family !== 'paragraph' && beginsWithAct(c.words.text)).length > 1

/** "1.1. Xây dựng kế hoạch …." with notes and labelled lines under it: a whole order, which the labels are for. */
export const isWholeOrder = (node: Node): boolean =>
  node.kind === 'point' &&
  !node.low.endsWith(':') &&
  !titlesActs(node) &&
  (node.low.length > 100 || !opens(node)) &&
  /^(?:number2|number3|number|letter|bracket|dash)$/.test(node.family) &&
  beginsWithAct(node.words.text)

// No real set of labelled lines is longer; a limit keeps many points over many lines from multiplying.
const LIMIT = 40

/** Finds the labelled lines of a document and the provisions they belong to; `lines` are the nodes that are labels themselves. */
export function fieldsOf(root: Node): { fields: Fields; lines: Set<Node> } {
  const fields: Fields = new Map()
  const lines = new Set<Node>()
  const give = (node: Node, entries: Entry[]) => {
    const own = fields.get(node)
    fields.set(node, own ? [...own, ...entries].slice(0, LIMIT) : entries)
  }
  const mark = (node: Node) => {
    lines.add(node)
    node.children.forEach(mark)
  }
  const entriesOf = (node: Node): Entry[] => {
    const label = labelOfNode(node)
    if (!label) return []
    const words = cut(node.words, label.length, node.words.text.length)
    const own: Entry[] = []
    const inner = inlineFields(words)
    const first = inner[0] ? cut(words, 0, inner[0].at) : words
    if (first.text !== '') own.push({ field: label.field, words: first, node, inPerson: IN_PERSON.test(node.low) })
    for (const i of inner) own.push({ field: i.field, words: i.words, node })
    const nested = node.children.flatMap((child) => {
      const deeper = entriesOf(child)
      // "(… đồng thời là cơ quan thường trực)" only explains
      const named = leaves(child).filter((l) => !l.low.startsWith('('))
      return deeper.length > 0 ? deeper : named.map((l): Entry => ({ field: label.field, words: l.words, node: l }))
    })
    return [...own, ...nested]
  }
  // "a) …  b) …" and only then the labelled lines: they are printed under the last point, and hold for all.
  const shareBack = (points: Node[]) => {
    const last = points[points.length - 1]
    const shared = last && /^(?:letter|bracket|dash|plus|number2)$/.test(last.family) ? fields.get(last) : undefined
    if (!last || !shared?.some((e) => e.field === 'lead') || shared[0]?.node.parent !== last) return
    // other points may stand before: "- Nguyên tắc … (1) … (2) … - Đơn vị chủ trì: …"
    const first = points.findLastIndex((p) => p.family !== last.family) + 1
    const before = points.slice(first, -1)
    if (before.every((p) => p.family === last.family && p.children.length === 0 && !fields.has(p))) {
      if (before.length > 0) for (const e of shared) e.shared = true
      for (const p of before) give(p, shared)
      if (last.parent && before.length > 0 && points.length === before.length + 1 && isWholeOrder(last.parent)) give(last.parent, shared)
    }
  }
  const walk = (parent: Node) => {
    let points: Node[] = []
    let group: Entry[] = []
    let before = false
    const close = () => {
      if (group.length > 0) {
        const shared = points.length > 1 ? group.map((e): Entry => ({ ...e, shared: true })) : group
        for (const point of points) give(point, shared)
        if (points.length === 0 || (points[0] === parent.children[0] && isWholeOrder(parent))) give(parent, group)
      }
      if (group.length > 0) points = []
      group = []
    }
    // A bullet that begins with a label is a labelled line only among others, or where it names who or when.
    const labelled = parent.children.filter(isLabelled)
    // "a) Hoạt động 1 / - Nội dung: … / - Cơ quan thực hiện: …": what is to be done is told by its label.
    const isCounted = COUNTED.test(parent.low)
    const telling = labelled.some((n) => /^(?:lead|coordinate|due|submit|product)$/.test(labelOfNode(n)?.field ?? ''))
    for (const child of parent.children) {
      const isField = telling && isLabelled(child) && !(isCounted && labelledAs(child.low)?.field === 'content')
      if (isField) {
        mark(child)
        if (group.length < LIMIT) group.push(...entriesOf(child).slice(0, LIMIT))
        before = true
      } else {
        if (before) close()
        before = false
        points.push(child)
        walk(child)
      }
    }
    close()
    shareBack(points)
  }
  walk(root)
  return { fields, lines }
}
