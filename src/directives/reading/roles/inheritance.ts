import { bodiesAt } from '../bodies/bodyLists.ts'
import type { Node } from '../layout/outline.ts'
import { pairs } from '../layout/titled.ts'
import { type Entry, entryOf, type Fields } from '../orders/fields.ts'
import { beginsWithAct, headBodies, headsBodies, onlyActors, onlyBodies } from '../orders/orders.ts'
import type { Mention, MentionRole } from '../reading.ts'
import type { Dating } from '../time/deadlines.ts'
import { milestonesOf } from '../time/milestones.ts'
import { onlyTime } from '../time/timeWords.ts'
import { cut, fold, spanOf } from '../words/plaintext.ts'
import { tokensOf } from '../words/tokens.ts'
import { type Role, type Roles, rolesIn } from './roles.ts'

/** What the whole document lends to its tasks. */
export type Setting = {
  dating: Dating
  decides: boolean
  praises: boolean
  addressees: readonly { name: string }[]
  issuer: string | null
  spelling: (words: string) => string
}

/** A document being read: what is known of its provisions so far. */
export type Reader = {
  fields: Fields
  lines: Set<Node>
  /** Provisions whose points stand one after the other inside their own paragraph. */
  runIn: Set<Node>
  introductions: Set<Node>
  roles: Map<Node, Roles>
  firstPoints: Map<Node, number>
  listsOfActs: Map<Node, boolean>
  setting: Setting
}

/**
 * Whether the words over a provision end in "phối hợp:", and it says with whom: "Với Sở Y tế …"; under "Phối hợp với:", or "Chủ trì, phối hợp" whose sentence the points
 * go on with, whoever it begins with.
 */
export function isBeside({ low, words, parent, introduction }: Node): boolean {
  const over = (end: RegExp) => [parent, introduction].some((n) => n !== null && end.test(n.low))
  if (low.startsWith('với '))
    return (
      over(/(?:phối|kết) hợp(?: chặt chẽ)?\s?:?$|chủ trì,? (?:và )?phối hợp (?:với |cùng ).*:$/) &&
      bodiesAt(words.text, tokensOf(words.text), 1, true) !== null
    )
  return (
    over(/(?:^|chủ trì,? (?:và )?)phối hợp(?: (?:chặt chẽ )?(?:với|cùng)\s?:?)?$/) && bodiesAt(words.text, tokensOf(words.text), 0, true) !== null
  )
}

/** The roles in a provision, read once. */
export const rolesOf = (r: Reader, node: Node): Roles => {
  const known = r.roles.get(node)
  if (known) return known
  const found = rolesIn(node.words, isBeside(node))
  const roles = { ...found, roles: found.roles.filter((x) => !announces(r, node, x)) }
  if (!roles.roles.some((x) => x.role === 'lead')) roles.ordered = false
  r.roles.set(node, roles)
  return roles
}

/** Whether the issuer speaks of itself in a paragraph: that orders nobody. In a point of its own it takes work upon itself, and leads. */
export const announces = (r: Reader, node: Node, x: Role): boolean =>
  x.role === 'lead' &&
  node.family === 'paragraph' &&
  (x.given !== true || node.parent?.family === 'root') &&
  fold(x.body.name) === fold(r.setting.issuer ?? '')

/** `directing` are the partners of whoever only directs those who act: "Thứ trưởng A phối hợp với Thứ trưởng B chỉ đạo: a) Vụ X …". */
export type Inherited = { lead: Mention[]; coordinate: Mention[]; directing: Mention[]; submitTo: Mention[]; introductions: Node[]; goesOn: boolean }

const DIRECTS = /(?<!lãnh đạo, )chỉ đạo(?: các (?:đơn vị|công việc|nhiệm vụ))?(?: sau)?\s?:$/

const mention = (node: Node, role: MentionRole, body: Role['body'], from: Mention['from']): Mention => ({
  role,
  name: body.name,
  span: spanOf(node.words, body.from, body.to),
  from,
})

/**
 * Whether words with points after them are a whole order, of which the points are only to be heeded: one with a day or a receiver of its own ("… trình Chính phủ trước ngày …. Trong đó
 * chú ý một số nội dung sau:"), or one that names who does a number of things ("Ủy ban nhân dân các xã chủ động …; đồng thời huy động …, tập trung một số nhiệm vụ sau:").
 */
export const ordersBefore = (r: Reader, node: Node): boolean => {
  const several = SEVERAL.exec(node.low)
  if (several && several.index > 150 && /[,;] đồng thời /.test(node.low.slice(0, several.index)) && rolesOf(r, node).ordered) return true
  const heeded = HEEDED.exec(node.low)
  if (!heeded) return false
  const own = cut(node.words, 0, heeded.index + 1)
  const submits = rolesOf(r, node).roles.some(({ role, body }) => role === 'submit-to' && body.to <= own.text.length)
  return (
    (rolesOf(r, node).ordered || beginsWithAct(own.text)) && (submits || milestonesOf(own, 0, [], r.setting.dating).some(({ due }) => due !== null))
  )
}
const HEEDED =
  /[.;] (?:trong đó|(?:cần |đồng thời )?tập trung vào|lưu ý|chú ý)(?!\p{L})[^.;:]{0,60}(?:nội dung|vấn đề|nhiệm vụ|việc|điểm)[^.;:]{0,30}:$/u

const SEVERAL =
  /[,;] (?:trong đó|(?:và )?tập trung)(?:,? (?:vào|một số|các|những|thực hiện|lưu ý|chú ý|chú trọng|nhiệm vụ|nội dung|giải pháp|việc|vấn đề|cụ thể|trọng tâm|như|sau|đây))*\s?:$/u

/** "Liên đoàn Lao động tỉnh và Sở Văn hóa thống nhất ký kết Chương trình phối hợp với các nội dung sau:": those who sign it carry it out together. */
const JOINTLY = /(?<!\p{L})thống nhất (?:ký kết|ban hành|xây dựng|phối hợp|tổ chức|triển khai)(?!\p{L})[^.;]*:$/u
const agreesJointly = ({ low }: Node, { roles }: Roles): boolean => JOINTLY.test(low) && roles.filter(({ role }) => role === 'lead').length > 1

/** "a) Chủ trì, phối hợp với các sở, ngành và cơ quan liên quan" over its points: it names partners and orders nothing else. */
function namesPartners({ low, words, children }: Node): boolean {
  const opens = children.length > 0 && low.length < 600 && PARTNERS.exec(low)
  if (!opens) return false
  const tokens = tokensOf(words.text)
  const list = bodiesAt(
    words.text,
    tokens,
    tokens.findIndex(({ from }) => from >= opens[0].length),
    false,
  )
  return list !== null && tokens.slice(list.end).every(({ word }) => !word)
}
const PARTNERS = /^(?:chủ trì,? (?:và )?)?(?:phối|kết) hợp(?: chặt chẽ)? (?:với|cùng) /u

/** What the introductions and headings over a provision hand down to it: the nearest names the bodies. */
export function inheritedBy(r: Reader, node: Node): Inherited {
  const got: Inherited = { lead: [], coordinate: [], directing: [], submitTo: [], introductions: [], goesOn: false }
  const take = (over: Node, introduces: boolean, isBefore = false) => {
    if (r.lines.has(over) || over.cells) return
    const headed = headsBodies(over)
    const atRoot = over.parent?.family === 'root' && over.family === 'paragraph'
    const roles = headed ? null : rolesOf(r, over)
    const whole = introduces && ordersBefore(r, over)
    if (introduces && !whole) got.introductions.push(over)
    if (got.lead.length > 0) return
    if (headed) {
      over = { ...over, words: { ...over.words, text: r.setting.spelling(over.words.text) } }
      const all = rolesIn(over.words)
      const said = onlyBodies(over.words) ? all.roles.filter((x) => x.role === 'lead') : []
      if (said.length > 0) got.lead = said.map((x) => mention(over, 'lead', x.body, 'heading'))
      else got.lead = headBodies(over.words.text, headOffset(over)).map((b) => mention(over, 'lead', b, 'heading'))
      return
    }
    // "3. Sở Văn hóa … / Chủ trì, phối hợp với … tham mưu cho Ủy ban nhân dân tỉnh: a) …": whoever stands above leads, with those
    if (
      introduces &&
      !whole &&
      roles &&
      !roles.ordered &&
      !atRoot &&
      (over.low.endsWith(':') || namesPartners(over)) &&
      beginsWithAct(over.words.text)
    )
      for (const x of roles.roles)
        if (x.role === 'coordinate') got.coordinate.push(mention(over, 'coordinate', x.body, 'introduction'))
        else if (x.role === 'submit-to') got.submitTo.push(mention(over, 'submit-to', x.body, 'introduction'))
    if (!roles?.ordered || (atRoot && !roles.directive && !(introduces && agreesJointly(over, roles)))) return
    if (!introduces && !isBefore && !over.low.endsWith(':') && over.children.length === 0) return
    // "1. Sở A chủ trì, phối hợp với các sở liên quan" over its points needs no colon
    const from =
      over.low.endsWith(':') || (over.children.length > 0 && (onlyActors(over.words) || (over.titles && pairs(over.low))))
        ? 'introduction'
        : 'heading'
    for (const x of roles.roles) {
      if (x.role === 'lead') got.lead.push(mention(over, 'lead', x.body, from))
      if (whole) continue
      if (from === 'introduction' && x.role === 'coordinate')
        (DIRECTS.test(over.low) ? got.directing : got.coordinate).push(mention(over, 'coordinate', x.body, from))
      if (from === 'introduction' && x.role === 'submit-to' && !atRoot) got.submitTo.push(mention(over, 'submit-to', x.body, from))
    }
  }
  // a paragraph printed under a point goes on with it: "2. Các tỉnh ủy cụ thể hóa …" / "Bố trí kinh phí …"
  const before = node.family === 'paragraph' && node.parent?.family !== 'root' && beginsWithAct(node.words.text) ? pointBefore(node) : undefined
  if (before) take(before, false, true)
  got.goesOn = got.lead.length > 0
  for (let n: Node | null = node; n && n.family !== 'root'; n = n.parent) {
    if (n !== node) take(n, n.low.endsWith(':') || onlyTime(n.low) || namesPartners(n))
    if (n.introduction && n.introduction !== node) take(n.introduction, true)
  }
  return got
}

/** The point, with no others under it, that a few paragraphs of acts follow. */
function pointBefore(node: Node): Node | undefined {
  const siblings = node.parent?.children ?? []
  const at = siblings.indexOf(node)
  for (let i = at - 1; i >= 0 && at - i <= 5; i--) {
    const before = siblings[i] as Node
    if (before.family !== 'paragraph') return before.children.length === 0 ? before : undefined
    if (!beginsWithAct(before.words.text)) return undefined
  }
  return undefined
}

const headOffset = (node: Node): number => {
  const m =
    /^(?:đối với|(?:về )?(?:(?:các|một số) )?(?:trách nhiệm|nhiệm vụ|phần việc|công việc|phân công nhiệm vụ)(?:, giải pháp)?(?: (?:chủ yếu|trọng tâm|cụ thể|chính|chung))? (?:của|đối với|cho)|(?:kính )?(?:đề nghị|yêu cầu|kiến nghị)(?: với)?\s?:?|giao(?: nhiệm vụ)?(?: cho)?\s?:?|phân công(?: cho| cụ thể)?\s?:?|(?:về )?phía|trách nhiệm(?= các ))\s+/u.exec(
      node.low,
    )
  return m ? m[0].length : 0
}

/** The labelled lines and cells that hold for a provision, from its own up to those over it. */
export function entriesFor(r: Reader, node: Node): Entry[] {
  const entries: Entry[] = []
  for (let n: Node | null = node; n && n.family !== 'root'; n = n.parent) {
    for (const e of r.fields.get(n) ?? [])
      if (!(e.field === 'lead' && entries.some((x) => x.field === 'lead' && x.node !== e.node && n !== node && r.fields.get(node)))) entries.push(e)
    if (n.cells) {
      if (n.cells.parts) entries.push(...entryOf('parts', n.cells.parts, n))
      for (const field of ['lead', 'coordinate', 'due', 'submit', 'product'] as const) {
        const words = n.cells[field]
        if (words && !entries.some((e) => e.field === field)) entries.push({ field, words, node: n })
      }
    }
  }
  // whoever answers in person leads only where no label says which body does
  const led = entries.some(({ field, aside }) => field === 'lead' && !aside)
  return led ? entries.filter(({ field, aside }) => field !== 'lead' || !aside) : entries
}
