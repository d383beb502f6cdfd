import { bodiesOf } from './bodies/bodyLists.ts'
import { certaintyOf } from './certainty.ts'
import { doubtsOf } from './doubts.ts'
import { type Node, nodesOf } from './layout/outline.ts'
import { splitRunIn } from './layout/runIn.ts'
import { isContent } from './orders/content.ts'
import { type Entry, entryOf, fieldsOf, inlineFields } from './orders/fields.ts'
import { labelledAs } from './orders/labels.ts'
import { actsFirst, beginsWithAct, leadingBodies, onlyActors } from './orders/orders.ts'
import { isTask } from './orders/provisions.ts'
import { productsIn } from './products.ts'
import type { Doubt, Mention, MentionRole, Milestone, ReadTask } from './reading.ts'
import { announces, entriesFor, inheritedBy, isBeside, type Reader, rolesOf, type Setting } from './roles/inheritance.ts'
import { type Role, rolesIn } from './roles/roles.ts'
import { milestonesOf } from './time/milestones.ts'
import { onlyTime } from './time/timeWords.ts'
import { cut, fold, type Passage, spanOf } from './words/plaintext.ts'

const unique = (names: readonly string[]): string[] => {
  const seen = new Set<string>()
  return names.filter((n) => {
    const key = fold(n).replace(/(?:^|(?<= ))(?:các|một số|những) /g, '')
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
  const inline = inner.flatMap((i) => entryOf(i.field, i.words, node))
  // A bracket that holds labels and closes the provision is none of its words; one in the middle of a sentence is left.
  const bracket = inner[0] && words.text[inner[0].at] === '(' && !/\)[.;,\s]*$/.test(words.text)
  const inside = inner[0] && /\([^)]*$/.test(words.text.slice(0, inner[0].at))
  if (inner[0] && !bracket && !inside) words = cut(words, 0, words.text[inner[0].at] === '.' ? inner[0].at + 1 : inner[0].at)
  const closing = /\.\/\.?\s*$/.exec(words.text)
  if (closing) words = cut(words, 0, closing.index + 1)
  return { words, inline }
}

/** What a provision orders, read with all that stands over it. */
export function readTask(r: Reader, node: Node): ReadTask {
  const { words, inline } = ownWords(node)
  const said = rolesIn(words, isBeside(node))
  said.roles = said.roles.filter((x) => x.role !== 'lead' || (r.roles.get(node)?.ordered !== false && !announces(r, node, x)))
  said.roles = said.roles.filter((x, _, all) => !isShortened(x, all) && !isOneOfThem(x, all, words.text))
  said.roles = said.roles.filter((x) => !isThing(x, words.text))
  const entries = [...inline, ...entriesFor(r, node)]
  const inherited = inheritedBy(r, node)
  const mentions: Mention[] = []
  const put = (m: Mention) => {
    if (m.name !== '') mentions.push(m)
  }
  const labelled = (field: Entry['field'], role: MentionRole) => {
    for (const e of entries) {
      if (e.field !== field) continue
      // "Cơ quan thực hiện: Bộ Công an rà soát …; các bộ rà soát …": whole sentences, each with who acts.
      const leads = field === 'lead' && e.words.text.length > 120 ? rolesIn(e.words).roles.filter((x) => x.role === 'lead') : []
      const clauses = leads.some(({ body }) => /^[^;.]*\p{L}/u.test(e.words.text.slice(body.to))) ? leads : []
      for (const { body } of clauses) put({ role, name: body.name, span: spanOf(e.words, body.from, body.to), from: 'label' })
      for (const b of clauses.length > 0 ? [] : bodiesOf(e.words.text)) {
        // "Vụ Pháp chế (chủ trì), Vụ Tổ chức (phối hợp)" in one cell; "Vụ Pháp chế (Vụ Tổ chức phối hợp)" names the partner inside.
        const bracket = /^\s*(?:\[\d{1,3}\]\s*)?\(([^)]{0,120})\)/u.exec(e.words.text.slice(b.to))?.[1] ?? ''
        const partners = /phối hợp/iu.test(bracket) ? bodiesOf(bracket.replace(/\s*(?:cùng )?phối hợp.*$/iu, '')) : []
        const beside = /^[^)]{0,20}phối hợp[^)]{0,20}$/iu.test(bracket) && partners.length === 0
        put({ role: beside ? 'coordinate' : role, name: b.name, span: spanOf(e.words, b.from, b.to), from: 'label' })
        for (const one of partners) put({ role: 'coordinate', name: one.name, span: null, from: 'label' })
      }
    }
  }
  labelled('lead', 'lead')
  const beside = entries.filter((e) => e.field === 'lead' && /(?:phối|kết) hợp/i.test(e.words.text))
  const asks =
    inherited.lead.length > 0 &&
    (said.roles.some((x) => x.asked) ||
      OWN_STAFF.test(node.low) ||
      (node.family !== 'paragraph' &&
        /^(?:yêu cầu|đề nghị|kiến nghị|vận động|khuyến khích) các /.test(node.low) &&
        inherited.lead.length === 1 &&
        inherited.lead.every(({ from, name }) => from === 'heading' && /^\p{Lu}/u.test(name))))
  if (mentions.length === 0 && !asks && node.parent?.family !== 'root' && !inherited.goesOn && startsAbove(words, said.roles, inherited.lead.length))
    inherited.lead.forEach(put)
  if (!asks && (mentions.length === 0 || mentions.every((m) => m.from === 'introduction' || m.from === 'heading')))
    for (const x of said.roles)
      if (x.role === 'lead') put({ role: 'lead', name: x.body.name, span: spanOf(words, x.body.from, x.body.to), from: 'point' })
  const guessed = mentions.length === 0 && node.family !== 'paragraph' && !isBeside(node) ? leadingBodies(words) : []
  for (const b of guessed) put({ role: 'lead', name: b.name, span: spanOf(words, b.from, b.to), from: 'point' })
  if (mentions.length === 0) inherited.lead.forEach(put)
  const listed = mentions.length === 0 && node.family !== 'paragraph' ? leadingBodies(words, true) : []
  for (const b of listed) put({ role: 'lead', name: b.name, span: spanOf(words, b.from, b.to), from: 'point' })
  if (mentions.length === 0) for (const b of r.setting.addressees) put({ role: 'lead', name: b.name, span: null, from: 'heading' })
  for (const x of said.roles)
    if (x.role !== 'lead') put({ role: x.role, name: x.body.name, span: spanOf(words, x.body.from, x.body.to), from: 'point' })
  labelled('coordinate', 'coordinate')
  // "Cơ quan thực hiện: Sở A chủ trì, phối hợp với Sở B"
  for (const e of beside)
    for (const x of rolesIn(e.words).roles)
      if (x.role === 'coordinate') put({ role: 'coordinate', name: x.body.name, span: spanOf(e.words, x.body.from, x.body.to), from: 'label' })
  labelled('submit', 'submit-to')
  for (const e of entries) {
    // "Thời gian: trình Chính phủ trong tháng 10" says to whom, too, as "Sản phẩm: hồ sơ trình Quốc hội" does.
    if (e.field !== 'content' && e.field !== 'due' && e.field !== 'product') continue
    for (const x of rolesIn(e.words).roles)
      if (
        x.role !== 'lead' &&
        (e.field === 'content' || x.role === 'submit-to') &&
        // "Báo cáo của các đoàn" is what comes out, "hồ sơ trình Quốc hội" whom it goes to
        (e.field !== 'product' || /(?<!tờ )trình (?:các |cho )?$/i.test(e.words.text.slice(Math.max(0, x.body.from - 14), x.body.from)))
      )
        put({ role: x.role, name: x.body.name, span: spanOf(e.words, x.body.from, x.body.to), from: 'label' })
  }
  // "1.1. Thứ trưởng A phối hợp với Thứ trưởng B chỉ đạo: a) Vụ X chủ trì …": the partners of whoever directs are not those of the one who acts
  const led = mentions.some((m) => m.role === 'lead' && m.from === 'point')
  inherited.coordinate.forEach(put)
  if (!led) inherited.directing.forEach(put)
  // what "Các đơn vị … báo cáo Lãnh đạo Bộ, cụ thể:" has to submit is not what "Vụ A: hướng dẫn …" under it does
  if (!led || inherited.lead.length === 0) inherited.submitTo.forEach(put)

  // "Các cơ sở đào tạo trực thuộc Bộ: …. Các cơ sở đào tạo …": the heading's own class named again
  const again = (m: Mention) =>
    m.role === 'lead' && m.from === 'point' && inherited.lead.some(({ name }) => name !== m.name && fold(name).startsWith(`${fold(m.name)} `))
  if (mentions.some((m) => m.role === 'lead' && m.from !== 'point')) mentions.splice(0, mentions.length, ...mentions.filter((m) => !again(m)))

  const of = (role: MentionRole): string[] => unique(mentions.filter((m) => m.role === role).map((m) => m.name))
  const topic = said.topicEnd
  const milestones = milestonesOf(words, topic, said.roles, r.setting.dating)
  // what a point says of its own time goes before the time that several share
  const dated = milestones.some((m) => m.due !== null)
  for (const e of entries) if (e.field === 'due' && !(dated && e.shared)) milestones.push(...milestonesOf(e.words, 0, [], r.setting.dating, true))
  if (!milestones.some((m) => m.due)) milestones.push(...closingDates(r, node).map((m): Milestone => ({ ...m, from: 'introduction' })))
  // a time of its own that comes back is not that of the words over it: "Hằng năm" under "Giai đoạn 2021 - 2025"
  const comesBack = milestones.some((m) => m.kind === 'recurring' && m.from === 'label')
  if (!milestones.some((m) => m.due) && !comesBack) {
    for (const over of inherited.introductions) {
      const later =
        (over.parent?.family === 'root' && over.family === 'paragraph') || !lends(r, over)
          ? []
          : milestonesOf(over.words, 0, [], r.setting.dating, onlyTime(over.low)).filter((m) => m.span[0] >= aimEnd(r, over))
      milestones.push(...later.filter((m) => m.due).map((m): Milestone => ({ ...m, from: 'introduction' })))
      if (later.some((m) => m.due)) break
    }
  }
  const due = [...new Set(milestones.filter((m) => m.due !== null).map((m) => m.due as string))].sort()
  const recurs = milestones.some((m) => m.kind === 'recurring')
  const bounds = milestones.some((m) => m.kind === 'horizon' && m.due !== null)
  const low = fold(words.text)
  const constraint =
    /(?<![\p{L}])(?:không (?:để|tăng|được|vượt|thành lập|phát sinh)|nghiêm cấm|tuyệt đối không|(?<!(?:chi|giáo dục|ngân sách|đơn vị) )thường xuyên)(?![\p{L}])/u.test(
      low,
    )
  const lead = of('lead')
  const made = productsIn(words)
  const task: ReadTask = {
    address: node.address,
    text: words.text,
    span: spanOf(words, 0, words.text.length),
    lead,
    coordinate: of('coordinate').filter(
      (n) => !(lead.includes(n) && mentions.some((m) => m.role === 'coordinate' && m.name === n && m.from !== 'point' && m.from !== 'label')),
    ),
    advise: of('advise'),
    submitTo: of('submit-to'),
    via: of('via'),
    due,
    milestones,
    conditions: unique(milestones.filter((m) => m.kind === 'event').map((m) => m.worded)),
    products: [
      ...made,
      ...entries
        .filter((e) => e.field === 'product')
        .map((e) => ({ name: e.words.text.replace(/[.;]$/, ''), span: spanOf(e.words, 0, e.words.text.length) })),
    ],
    standing: (due.length === 0 && made.length === 0 && (recurs || constraint)) || (bounds && constraint),
    mentions,
    followUp: followersIn(said.roles, low),
    certainty: [],
    doubts: [],
  }
  task.certainty = certaintyOf(task)
  task.doubts = [...doubtsOf(task), ...(guessed.length + listed.length > 0 ? [UNCLEAR] : [])]
  return task
}

/** "Tổng công ty Hàng hải Việt Nam …. Tổng công ty …": one named before, once more by its class alone. */
const isShortened = (x: Role, roles: readonly Role[]): boolean =>
  x.role === 'lead' &&
  !x.body.determined &&
  !x.body.title &&
  /^\p{Lu}\p{Ll}*(?: \p{Ll}+)*$/u.test(x.body.name) &&
  roles.some((y) => y.role === 'lead' && y.body.from < x.body.from && fold(y.body.name).startsWith(`${fold(x.body.name)} `))

/** "Ủy ban nhân dân các phường …; mỗi phường chọn một tuyến đường": each of those named before. */
const isOneOfThem = (x: Role, roles: readonly Role[], text: string): boolean =>
  x.role === 'lead' &&
  /(?:mỗi|từng) $/iu.test(text.slice(Math.max(0, x.body.from - 5), x.body.from)) &&
  roles.some((y) => y.role === 'lead' && y.body.from < x.body.from && fold(y.body.name).includes(fold(x.body.name)))

/** "Gửi văn bản đến các sàn giao dịch; công ty chuyển phát thu hộ tiền …": a class in small letters within the words of an act is what the act is about. */
const isThing = (x: Role, text: string): boolean =>
  x.role === 'lead' &&
  !x.body.determined &&
  !x.given &&
  !x.asked &&
  /^(?:công ty|cá nhân|doanh nghiệp|hộ|nhà máy)(?!\p{L})/u.test(x.body.name) &&
  !/[.:] ?$/.test(text.slice(0, x.body.from)) &&
  actsFirst(text)

/** "Rà soát …. Phòng Tài chính lập dự toán …" under a heading that names a body: that body does the first, whoever is named later the rest. */
const startsAbove = (words: Passage, roles: readonly Role[], above: number): boolean => {
  const own = roles.filter((x) => x.role === 'lead')
  const first = Math.min(...own.map((x) => x.body.from))
  return above > 0 && own.length > 0 && actsFirst(words.text) && /(?:;|\.) [^;]*$/.test(words.text.slice(0, first))
}

/** "Phân công cán bộ, công chức quản lý …", "Giao Trưởng thôn phối hợp …": whoever stands above shares work out among its own. */
const OWN_STAFF =
  /^(?:phân công|giao) (?:các |\d+ )?(?:cán bộ|công chức|viên chức|nhân viên|người lao động|trưởng (?:các )?(?:thôn|ấp|bản|buôn|khu|xóm)|(?:phòng|bộ phận|đơn vị|cơ quan) (?:chuyên môn|chức năng|trực thuộc)|(?:đồng chí |đ\/c )?(?:lãnh đạo|phó (?:chủ tịch|giám đốc|trưởng|bí thư)(?![^,;.]{0,40} (?:nguyễn|trần|lê|phạm|hoàng|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý) )))(?!\p{L})/u

const UNCLEAR: Doubt = {
  field: 'text',
  why: {
    vi: 'Chưa nhận ra việc phải làm trong câu này; cơ quan đứng đầu câu được hiểu là chủ trì.',
    en: 'No act is recognised in this sentence; the body it begins with is taken to lead.',
  },
}

/** A date that closes the last of several points inside one paragraph holds for all of them. */
function closingDates(r: Reader, node: Node): Milestone[] {
  const last = node.parent && r.runIn.has(node.parent) ? node.parent.children.at(-1) : undefined
  if (!last || last === node) return []
  const end = last.span[1]
  return milestonesOf(last.words, 0, [], r.setting.dating).filter((m) => m.due !== null && end - m.span[1] <= 3)
}

// "giao Văn phòng theo dõi, đôn đốc …": what follows the name, up to the end of its clause, tells.
const followersIn = (roles: readonly Role[], low: string): string[] =>
  unique(
    roles
      .filter(
        (x) =>
          x.role === 'lead' &&
          /^[^.;:]{0,160}?(?:theo dõi, (?:kiểm tra, )?đôn đốc|đôn đốc|theo dõi (?:việc|quá trình|tình hình))(?![\p{L}])/u.test(low.slice(x.body.to)),
      )
      .map((x) => x.body.name),
  )

// "Để hoàn thành … trước ngày …, yêu cầu các bộ:": the day of the aim is not that of the orders.
const aimEnd = (r: Reader, over: Node): number => {
  // "Từ nay đến hết năm 2025 chỉ còn 2 tháng; do vậy, yêu cầu …" only tells
  // "Yêu cầu các phòng đánh giá kết quả trong 6 tháng đầu năm …; đồng thời các xã tập trung thực hiện các nhiệm vụ sau:"
  const clause = over.low.length > 300 && over.low.endsWith(':') ? Math.max(over.low.lastIndexOf('; '), over.low.lastIndexOf('. ')) : -1
  if (clause > 0 && over.low.length - clause > 40) return spanOf(over.words, clause + 2, over.low.length)[0]
  if (!/^(?:để|nhằm) |chỉ còn/.test(over.low)) return 0
  const lead = rolesOf(r, over).roles.find((x) => x.role === 'lead')
  return lead ? spanOf(over.words, lead.body.from, lead.body.to)[0] : Number.POSITIVE_INFINITY
}

// A date in words that order their points holds for them; one in the title of a document that they cite does not.
const lends = (r: Reader, over: Node): boolean => rolesOf(r, over).ordered || beginsWithAct(over.words.text) || over.low.length < 80

/** Whether words before "(1) … (2) …" only say who acts. */
const introduces = (before: Passage): boolean => onlyActors(before) || FOLLOWS.test(fold(before.text.slice(-120)))
/** "… thực hiện nghiêm túc các nội dung sau:" orders nothing but what follows. */
const FOLLOWS =
  /(?:^|[.;] |\s)(?:nghiêm túc )?thực hiện(?: nghiêm túc| nghiêm| tốt)?(?: (?:các|một số|những) (?:nội dung|nhiệm vụ|công việc|việc)(?: sau(?: đây)?)?)?\s?:\s?$/u

/** A document about to be read for its tasks; points inside a paragraph become provisions of their own. */
export function readerOf(root: Node, setting: Setting): Reader {
  const runIn = new Set(nodesOf(root).filter((node) => splitRunIn(node, introduces)))
  const { fields, lines } = fieldsOf(root)
  return {
    fields,
    lines,
    runIn,
    introductions: new Set(nodesOf(root).flatMap((n) => (n.introduction && n.family !== 'paragraph' ? [n.introduction] : []))),
    roles: new Map(),
    firstPoints: new Map(),
    listsOfActs: new Map(),
    setting,
  }
}

/** The tasks of a document, in its order. */
export function tasksIn(root: Node, setting: Setting): ReadTask[] {
  const r = readerOf(root, setting)
  const tasks: ReadTask[] = []
  const walk = (node: Node) => {
    if (node.family !== 'root' && isTask(r, node)) {
      tasks.push(readTask(r, node))
      if (isContent(r, node)) {
        // what is printed under the content of an order may be an order again
        for (const under of node.children.flatMap((c) => [c, ...c.children]))
          if (under.family === 'paragraph' && rolesOf(r, under).ordered) walk(under)
        return
      }
    }
    for (const child of node.children) walk(child)
  }
  walk(root)
  return tasks
}
