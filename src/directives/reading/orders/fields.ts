import { bodiesAt, bodiesOf } from '../bodies/bodyLists.ts'
import { type Node, opens } from '../layout/outline.ts'
import { predicateAt } from '../roles/predicates.ts'
import { onlyTime } from '../time/timeWords.ts'
import { cut, fold, type Passage } from '../words/plaintext.ts'
import { tokensOf } from '../words/tokens.ts'
import { type Field, fieldOf, labelledAs } from './labels.ts'
import { actsFirst, beginsWithAct, onlyBodies } from './orders.ts'

/** The words behind a label, and the points under it. */
export type Entry = {
  field: Field
  words: Passage
  node: Node /** It holds for several points. */
  shared?: boolean /** Its label asks for a person who answers for the work, or for whoever directs or follows it. */
  aside?: boolean
}

/** Where a label may begin inside a paragraph. */
const BEFORE_LABEL = /[.;,(–-]|\) /g

const VERB_ALONE = /^(?:thực hiện|hoàn thành)$/
const PART_ALONE = /^(?:phụ trách|phân công|trách nhiệm)$/
const NOUN_FIRST =
  /^(?:chủ trì|phối hợp)|^(?:cơ quan|đơn vị|tổ chức|bộ phận|cá nhân|người|đồng chí|lãnh đạo|cán bộ|các|sở|phòng|ban|ngành|đv|cq|tập thể|địa phương|thời|tiến độ|hạn|cấp|sản phẩm)(?!\p{L})/u

/** What may be a label inside a paragraph; verbs alone are, too, behind a bracket or a semicolon: "(thực hiện: …; hoàn thành: …)". */
function labelWithin(before: string, words: string): Field | null {
  const behind = VERB_ALONE.test(words) ? /[(;]$/ : PART_ALONE.test(words) ? /[(;.]$/ : null
  if (behind ? !behind.test(before) : !NOUN_FIRST.test(words)) return null
  // «chủ trì, phối hợp:» names no partner: both are acts of one body, whatever follows
  if (words === 'phối hợp' && /chủ trì,$/.test(before)) return null
  const field = fieldOf(words)
  return field !== null && /^(?:lead|coordinate|parts|due|submit|product)$/.test(field) ? field : null
}

/** The labels written inside one paragraph, each with its words: "…; cơ quan phối hợp: …". */
export function inlineFields(words: Passage): { field: Field; at: number; words: Passage }[] {
  const low = fold(words.text)
  const hits: { field: Field; at: number; from: number }[] = []
  for (let colon = low.indexOf(':'); colon >= 0; colon = low.indexOf(':', colon + 1)) {
    const near = Math.max(hits.at(-1)?.from ?? 0, colon - 60)
    for (const { index, 0: mark } of low.slice(near, colon).matchAll(BEFORE_LABEL)) {
      const at = near + index
      const field = labelWithin(low.slice(Math.max(0, at - 10), at + mark.trimEnd().length), low.slice(at + mark.length, colon).trim())
      if (field === null) continue
      hits.push({ field, at, from: colon + 1 })
      break
    }
  }
  return hits.map((h, i) => {
    const next = hits[i + 1]?.at ?? words.text.length
    const piece = cut(words, h.from, next)
    return { field: h.field, at: h.at, words: cut(piece, 0, piece.text.replace(/(?<![).;,])[).;,]+$/, '').length) }
  })
}

/** The labelled lines that hold for each provision, its own first. */
export type Fields = Map<Node, Entry[]>

/** "Lãnh đạo phụ trách: …", "Người theo dõi: …", "Cơ quan chỉ đạo: …" */
const ASIDE = /^(?:lãnh đạo|người|đồng chí|đ\/c|cá nhân|[^:]*(?:chỉ đạo|theo dõi|đôn đốc|kiểm tra|giám sát))(?!\p{L})/u

/** "Cơ quan chủ trì, phối hợp: Sở A; Sở B, Sở C": whoever is named first leads, unless the words say who does what themselves. */
function partsOf(words: Passage, node: Node): Entry[] {
  const [first, second] = /chủ trì|phối hợp/iu.test(words.text) ? [] : bodiesOf(words.text)
  if (!first || !second) return [{ field: 'lead', words, node }]
  return [
    { field: 'lead', words: cut(words, 0, first.to), node },
    { field: 'coordinate', words: cut(words, first.to, words.text.length), node },
  ]
}

/** What stands behind a label, or in a cell. */
export function entryOf(field: Field, words: Passage, node: Node): Entry[] {
  if (!/^(?:lead|coordinate|parts)$/.test(field)) return [{ field, words, node }]
  const time = TIME_AFTER.exec(fold(words.text))
  const who = time ? cut(words, 0, time.index) : words
  const entries: Entry[] = field === 'parts' ? partsOf(who, node) : [{ field, words: who, node }]
  return time ? [...entries, { field: 'due', words: cut(words, time.index + 1, words.text.length), node }] : entries
}

/** "Đơn vị chủ trì: Sở A; hoàn thành trước 30/9": a time behind the names. */
const TIME_AFTER = /[;,.] (?:hoàn thành|xong|thời gian|thời hạn|chậm nhất|trước ngày|trong (?:tháng|quý|năm))(?!\p{L})/u

const leaves = (node: Node): Node[] => (node.children.length === 0 ? [node] : node.children.flatMap(leaves))

/** Whether a provision begins with bodies and orders them nothing. */
function namesBodies({ words }: Node): boolean {
  if (onlyBodies(words)) return true
  const tokens = tokensOf(words.text)
  const list = words.text.length < 400 ? bodiesAt(words.text, tokens, 0, true) : null
  return list !== null && !predicateAt(words.text, tokens, list)
}

const PARTS = /^(?:cơ quan|đơn vị) (?:chủ trì|thực hiện),? (?:và )?(?:(?:cơ quan|đơn vị) )?(?:phối hợp|thực hiện)$/

/** "Hoàn thành trong quý II/2026.", "Thời gian thực hiện từ tháng 3 đến tháng 10/2026": a time of its own, without a mark. */
const COMPLETED =
  /^(?:(?:thời gian|thời hạn)(?: thực hiện| hoàn thành)*|(?:yêu cầu |dự kiến )?hoàn thành|xong) (?=trước|trong|chậm|từ|đến|vào|quý|tháng|năm|ngày|\d)/u

const HEADS = /^(?:phân công|trách nhiệm|tổ chức|thực hiện)(?!\p{L})/u

/** Whether words behind a label begin with an act, and name nobody: "Thanh tra huyện" does. */
const ordersAfter = (text: string): boolean => actsFirst(text) && bodiesAt(text, tokensOf(text), 0, true, true) === null

/** The label of a provision; "2. Cơ quan chủ trì" without a mark, and "Phân công:" without words behind it, is one where all that stands under it names bodies. */
function labelOfNode(node: Node): ReturnType<typeof labelledAs> {
  const timed = COMPLETED.exec(node.low)
  if (timed && onlyTime(node.low.slice(timed[0].length).replace(/^trước /, 'trước ngày '))) return { field: 'due', length: timed[0].length }
  const own = labelledAs(node.low)
  const names = own !== null && /^(?:lead|coordinate|parts)$/.test(own.field)
  // "Các địa phương thực hiện: Rà soát …" orders them
  // "Giao: Phòng Nội vụ", and nothing else
  if (own && node.low.startsWith('giao') && !onlyBodies(cut(node.words, own.length, node.words.text.length))) return null
  if (own && names && own.length < node.low.length) return ordersAfter(node.words.text.slice(own.length).trim()) ? null : own
  if ((own && !names) || node.children.length === 0 || node.low.length > 60) return own
  const field = own?.field ?? (node.low.endsWith(':') ? undefined : PARTS.test(node.low) ? 'lead' : labelledAs(`${node.low}:`)?.field)
  if (field !== 'lead' && field !== 'coordinate' && field !== 'parts') return null
  // "III. PHÂN CÔNG NHIỆM VỤ" over headings of bodies
  if (own === null && HEADS.test(node.low)) return null
  const naming = node.children.filter(
    (child) => (namesBodies(child) && (own === null || child.children.length === 0)) || labelOfNode(child) !== null,
  ).length
  // under "Cơ quan chủ trì, phối hợp" most of them are enough
  const isPart = own === null && node.parent !== null && PARTS.test(node.parent.low)
  return naming === node.children.length || (isPart && naming * 2 > node.children.length) ? { field, length: own?.length ?? node.low.length } : null
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
    const aside = ASIDE.test(node.low.slice(0, label.length))
    if (first.text !== '') own.push(...entryOf(label.field, first, node).map((e): Entry => ({ ...e, aside })))
    for (const i of inner) own.push(...entryOf(i.field, i.words, node))
    const nested = node.children.flatMap((child) => {
      const deeper = entriesOf(child)
      // "(… đồng thời là cơ quan thường trực)" only explains
      const named = leaves(child).filter((l) => !l.low.startsWith('('))
      return deeper.length > 0 ? deeper : named.flatMap((l) => entryOf(label.field, l.words, l))
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
    const telling = labelled.some((n) => /^(?:lead|coordinate|parts|due|submit|product)$/.test(labelOfNode(n)?.field ?? ''))
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
