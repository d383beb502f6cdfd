import { bodiesOf } from './bodyLists.ts'
import type { Dating } from './deadlines.ts'
import { type Entry, type Fields, fieldsOf, inlineFields, labelledAs } from './fields.ts'
import { milestonesOf } from './milestones.ts'
import { beginsWithAct, namesProduct, onlyBodies, ordersMaking, ordersNobody } from './orders.ts'
import { type Node, nodesOf, opens, splitRunIn } from './outline.ts'
import { cut, fold, type Passage, spanOf } from './plaintext.ts'
import { productsIn } from './products.ts'
import type { Mention, MentionRole, ReadTask } from './reading.ts'
import { type Role, type Roles, rolesIn } from './roles.ts'
import { bearingOf, bearingOver, isHeading } from './sections.ts'

/** What the whole document lends to its tasks. */
export type Setting = { dating: Dating; decides: boolean; praises: boolean; addressees: readonly { name: string }[]; issuer: string | null }

type Reader = { fields: Fields; lines: Set<Node>; introductions: Set<Node>; roles: Map<Node, Roles>; firstPoints: Map<Node, number>; setting: Setting }

const rolesOf = (r: Reader, node: Node): Roles => {
  const known = r.roles.get(node)
  if (known) return known
  const found = rolesIn(node.words)
  // The issuer announcing its own next steps orders nobody.
  const roles = { ...found, roles: found.roles.filter((x) => !(x.role === 'lead' && x.body.name === r.setting.issuer && found.directive === false)) }
  if (!roles.roles.some((x) => x.role === 'lead')) roles.ordered = false
  r.roles.set(node, roles)
  return roles
}

type Inherited = { lead: Mention[]; coordinate: Mention[]; submitTo: Mention[]; introductions: Node[] }

const mention = (node: Node, role: MentionRole, body: Role['body'], from: Mention['from']): Mention => ({
  role,
  name: body.name,
  span: spanOf(node.words, body.from, body.to),
  from,
})

/** What the introductions and headings over a provision hand down to it: the nearest names the bodies. */
function inheritedBy(r: Reader, node: Node): Inherited {
  const got: Inherited = { lead: [], coordinate: [], submitTo: [], introductions: [] }
  const take = (over: Node, introduces: boolean) => {
    if (r.lines.has(over) || over.cells) return
    const headed = onlyBodies(over.words)
    const atRoot = over.parent?.family === 'root' && over.family === 'paragraph'
    const roles = headed ? null : rolesOf(r, over)
    if (introduces) got.introductions.push(over)
    if (got.lead.length > 0) return
    if (headed) {
      const all = rolesIn(over.words)
      const said = all.roles.filter((x) => x.role === 'lead')
      if (said.length > 0) got.lead = said.map((x) => mention(over, 'lead', x.body, 'heading'))
      else got.lead = bodiesOf(over.words.text, headOffset(over)).map((b) => mention(over, 'lead', b, 'heading'))
      return
    }
    if (!roles?.ordered || (atRoot && !roles.directive)) return
    if (!introduces && !over.low.endsWith(':') && over.children.length === 0) return
    const from = over.low.endsWith(':') ? 'introduction' : 'heading'
    for (const x of roles.roles) {
      if (x.role === 'lead') got.lead.push(mention(over, 'lead', x.body, from))
      if (from === 'introduction' && x.role === 'coordinate') got.coordinate.push(mention(over, 'coordinate', x.body, from))
      if (from === 'introduction' && x.role === 'submit-to' && !atRoot) got.submitTo.push(mention(over, 'submit-to', x.body, from))
    }
  }
  for (let n: Node | null = node; n && n.family !== 'root'; n = n.parent) {
    if (n !== node) take(n, n.low.endsWith(':'))
    if (n.introduction && n.introduction !== node) take(n.introduction, true)
  }
  return got
}

const headOffset = (node: Node): number => {
  const m =
    /^(?:đối với|(?:về )?(?:trách nhiệm|nhiệm vụ|phân công nhiệm vụ) (?:của|đối với|cho)|(?:kính )?(?:đề nghị|yêu cầu)\s?:?|giao(?: nhiệm vụ)?(?: cho)?\s?:?|phân công(?: cho)?|về phía)\s+/u.exec(
      node.low,
    )
  return m ? m[0].length : 0
}

/** The provisions under a node that are read as provisions of their own, labelled lines aside. */
const pointsOf = (r: Reader, node: Node): Node[] => node.children.filter((c) => !r.lines.has(c))

/** Whether the points under an introduction are its content, not orders: "báo cáo về: - tình hình …". */
function isContent(r: Reader, node: Node): boolean {
  if (!node.low.endsWith(':') || /(?:sau|dưới đây|là|như sau|nhiệm vụ|nội dung)\s?:$/.test(node.low)) return false
  const roles = rolesOf(r, node)
  const points = pointsOf(r, node)
  if (points.length === 0 || onlyBodies(node.words)) return false
  if (!roles.ordered && !beginsWithAct(node.words.text)) return false
  return points.every(
    (p) =>
      p.children.length === 0 &&
      !beginsWithAct(p.words.text) &&
      !onlyBodies(p.words) &&
      !rolesOf(r, p).ordered &&
      !(namesProduct(p.low) && ordersMaking(node.low)),
  )
}

function isTask(r: Reader, node: Node): boolean {
  const { low } = node
  if (node.family === 'annex' || r.lines.has(node) || node.words.text.length < 8) return false
  if (node.kind === 'row') return true
  const points = pointsOf(r, node)
  const content = points.length > 0 && isContent(r, node)
  if (points.length > 0 && !content && opens(node)) return false
  if (r.introductions.has(node) && low.endsWith(':')) return false
  if (onlyBodies(node.words)) return false
  const bearing = bearingOver(node)
  if (bearing === 'none') return false
  const label = labelledAs(low)
  const working = label?.field === 'task'
  if (label && !working && label.field !== 'content' && label.field !== 'lead') return false
  if (working && low.length - label.length < 4) return false
  const roles = rolesOf(r, node)
  const fielded = entriesFor(r, node).some((e) => /^(?:lead|coordinate|due)$/.test(e.field))
  const own = roles.roles.some((x) => x.role === 'lead')
  if (!roles.directive && ordersNobody(node, r.setting.decides, r.setting.praises) && !own) {
    const inherits = inheritedBy(r, node).lead.length > 0
    if (!(inherits && /^(?:ban hành|thành lập|phê duyệt|kiện toàn|bổ nhiệm)/.test(low))) return false
  }
  if (own && roles.ordered) return !(node.family === 'paragraph' && node.parent?.family === 'root' && beforeOrders(r, node) && !roles.directive)
  if (bearing === 'strict' && !fielded) return false
  if (fielded) return points.length === 0 || content
  const first = heading(low)
  if (bearingOf(first) === 'none' && first !== low) return false
  const inherited = inheritedBy(r, node)
  const acts = beginsWithAct(node.words.text)
  if (points.length > 0 && !content) return acts && inherited.lead.length > 0
  if (node.family === 'paragraph') {
    if (node.parent?.family === 'root' && beforeOrders(r, node)) return false
    if (acts && inherited.lead.length > 0) return true
    const dated = milestonesOf(node.words, 0, [], r.setting.dating).some((m) => m.due !== null)
    if (dated && (acts || /(?<![\p{L}])(?:phải|cần|hoàn thành|xong)(?![\p{L}])/u.test(low))) return true
    return acts && node.parent !== null && isHeading(node.parent) && bearing === 'tasks' && node.parent.family !== 'root'
  }
  if (opens(node) && low.length < 60 && !acts && !namesProduct(low)) return false
  if (inherited.lead.length > 0) return acts || !isStatement(low)
  if (acts) return true
  return namesProduct(low) && node.parent !== null && ordersMaking(node.parent.low)
}

const heading = (low: string): string => {
  const colon = low.indexOf(':')
  return colon > 0 && colon < 60 ? low.slice(0, colon) : low
}

const isStatement = (low: string): boolean =>
  /^(?:kết quả|tình hình|tổng số|số lượng|hiện nay|hiện|trong những năm|thời gian qua|năm \d{4},? (?:toàn|đã))/.test(low) ||
  /(?<![\p{L}])(?:đã (?:đạt|được|có|hoàn thành)|còn (?:hạn chế|chậm|tồn tại|thấp)|chưa (?:được|đáp ứng|đạt))(?![\p{L}])/u.test(low.slice(0, 160))

// What stands before the first numbered provision sets out why, unless it orders somebody by name.
const beforeOrders = (r: Reader, node: Node): boolean => {
  const { parent } = node
  if (!parent) return false
  const known = r.firstPoints.get(parent)
  const first = known ?? parent.children.find((c) => c.family !== 'paragraph')?.span[0] ?? -1
  if (known === undefined) r.firstPoints.set(parent, first)
  return node.span[0] < first
}

/** The labelled lines and cells that hold for a provision, from its own up to those over it. */
function entriesFor(r: Reader, node: Node): Entry[] {
  const entries: Entry[] = []
  for (let n: Node | null = node; n && n.family !== 'root'; n = n.parent) {
    for (const e of r.fields.get(n) ?? [])
      if (!(e.field === 'lead' && entries.some((x) => x.field === 'lead' && x.node !== e.node && n !== node && r.fields.get(node)))) entries.push(e)
    if (n.cells) {
      for (const field of ['lead', 'coordinate', 'due', 'submit', 'product'] as const) {
        const words = n.cells[field]
        if (words && !entries.some((e) => e.field === field)) entries.push({ field, words, node: n })
      }
    }
  }
  return entries
}

const unique = (names: readonly string[]): string[] => {
  const seen = new Set<string>()
  return names.filter((n) => {
    const key = fold(n).replace(/^(?:các|một số|những) /, '')
    if (n === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The words of the task in a provision: without a label before them, labelled parts after them, or the closing mark of the document. */
function ownWords(node: Node): { words: Passage; inline: Entry[] } {
  let words = node.words
  const label = labelledAs(node.low)
  if (label?.field === 'task' || label?.field === 'content') words = cut(words, label.length, words.text.length)
  const inner = inlineFields(words)
  const bracket = inner[0] && words.text[inner[0].at] === '('
  const inline = inner.map((i): Entry => ({ field: i.field, words: i.words, node }))
  if (inner[0] && !bracket) words = cut(words, 0, words.text[inner[0].at] === '.' ? inner[0].at + 1 : inner[0].at)
  const closing = /\.\/\.?\s*$/.exec(words.text)
  if (closing) words = cut(words, 0, closing.index + 1)
  return { words, inline }
}

function readTask(r: Reader, node: Node): ReadTask {
  const { words, inline } = ownWords(node)
  const said = rolesIn(words)
  if (r.roles.get(node)?.ordered === false) said.roles = said.roles.filter((x) => x.role !== 'lead')
  const entries = [...inline, ...entriesFor(r, node)]
  const inherited = inheritedBy(r, node)
  const mentions: Mention[] = []
  const put = (m: Mention) => {
    if (m.name !== '') mentions.push(m)
  }
  const labelled = (field: Entry['field'], role: MentionRole) => {
    for (const e of entries)
      if (e.field === field) for (const b of bodiesOf(e.words.text)) put({ role, name: b.name, span: spanOf(e.words, b.from, b.to), from: 'label' })
  }
  labelled('lead', 'lead')
  if (mentions.length === 0)
    for (const x of said.roles)
      if (x.role === 'lead') put({ role: 'lead', name: x.body.name, span: spanOf(words, x.body.from, x.body.to), from: 'point' })
  if (mentions.length === 0) inherited.lead.forEach(put)
  if (mentions.length === 0) for (const b of r.setting.addressees) put({ role: 'lead', name: b.name, span: null, from: 'heading' })
  for (const x of said.roles)
    if (x.role !== 'lead') put({ role: x.role, name: x.body.name, span: spanOf(words, x.body.from, x.body.to), from: 'point' })
  labelled('coordinate', 'coordinate')
  labelled('submit', 'submit-to')
  for (const e of entries) {
    if (e.field !== 'content') continue
    for (const x of rolesIn(e.words).roles)
      if (x.role !== 'lead') put({ role: x.role, name: x.body.name, span: spanOf(e.words, x.body.from, x.body.to), from: 'label' })
  }
  inherited.coordinate.forEach(put)
  inherited.submitTo.forEach(put)

  const of = (role: MentionRole): string[] => unique(mentions.filter((m) => m.role === role).map((m) => m.name))
  const topic = said.topicEnd
  const milestones = milestonesOf(words, topic, said.roles, r.setting.dating)
  for (const e of entries) if (e.field === 'due') milestones.push(...milestonesOf(e.words, 0, [], r.setting.dating, true))
  if (!milestones.some((m) => m.due)) {
    for (const over of inherited.introductions) {
      const later = over.parent?.family === 'root' ? [] : milestonesOf(over.words, 0, [], r.setting.dating)
      milestones.push(...later.filter((m) => m.due))
      if (later.some((m) => m.due)) break
    }
  }
  const due = [...new Set(milestones.filter((m) => m.due !== null).map((m) => m.due as string))].sort()
  const recurs = milestones.some((m) => m.kind === 'recurring')
  const bounds = milestones.some((m) => m.kind === 'horizon' && m.due !== null)
  const low = fold(words.text)
  const constraint = /(?<![\p{L}])(?:không (?:để|tăng|được|vượt|thành lập|phát sinh)|nghiêm cấm|tuyệt đối không|thường xuyên)(?![\p{L}])/u.test(low)
  const lead = of('lead')
  const task: ReadTask = {
    address: node.address,
    text: words.text,
    span: spanOf(words, 0, words.text.length),
    lead,
    coordinate: of('coordinate').filter(
      (n) => !(lead.includes(n) && mentions.some((m) => m.role === 'coordinate' && m.name === n && m.from !== 'point')),
    ),
    advise: of('advise'),
    submitTo: of('submit-to'),
    via: of('via'),
    due,
    milestones,
    conditions: unique(milestones.filter((m) => m.kind === 'event').map((m) => m.worded)),
    products: [
      ...productsIn(words),
      ...entries
        .filter((e) => e.field === 'product')
        .map((e) => ({ name: e.words.text.replace(/[.;]$/, ''), span: spanOf(e.words, 0, e.words.text.length) })),
    ],
    standing: (due.length === 0 && (recurs || constraint)) || (bounds && constraint),
    mentions,
    doubts: [],
  }
  return task
}

/** Whether words before "(1) … (2) …" only say who acts. */
const introduces = (before: Passage): boolean => onlyBodies(before)

/** The tasks of a document, in its order. */
export function tasksIn(root: Node, setting: Setting): ReadTask[] {
  for (const node of nodesOf(root)) splitRunIn(node, introduces)
  const { fields, lines } = fieldsOf(root)
  const r: Reader = {
    fields,
    lines,
    introductions: new Set(nodesOf(root).flatMap((n) => (n.introduction && n.family !== 'paragraph' ? [n.introduction] : []))),
    roles: new Map(),
    firstPoints: new Map(),
    setting,
  }
  const tasks: ReadTask[] = []
  const walk = (node: Node) => {
    if (node.family !== 'root' && isTask(r, node)) {
      tasks.push(readTask(r, node))
      if (isContent(r, node)) return
    }
    for (const child of node.children) walk(child)
  }
  walk(root)
  return tasks
}
