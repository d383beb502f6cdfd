import { type Body, nameOf } from '../bodies/bodies.ts'
import { bodiesAt, bodiesOf, pastBracket } from '../bodies/bodyLists.ts'
import { DETERMINERS } from '../bodies/bodyWords.ts'
import { narrowsAt } from '../bodies/narrowing.ts'
import { namesUnlisted } from '../bodies/unlisted.ts'
import type { Node } from '../layout/outline.ts'
import { onlySpeaks } from '../roles/speakers.ts'
import type { Passage } from '../words/plaintext.ts'
import { matchAt, type Token, tokensOf } from '../words/tokens.ts'
import { startsAct } from '../words/traits.ts'
import { ACTS, actAt, CIRCUMSTANCES, DIRECTIVES, JOINTS } from '../words/verbs.ts'
import { bearingOf } from './sections.ts'

const PRODUCT_NOUNS =
  /^(?:đề án|kế hoạch|nghị định|nghị quyết|quyết định|thông tư|chỉ thị|chương trình|dự án|luật|pháp lệnh|quy chế|quy định|quy hoạch|chiến lược|báo cáo|tờ trình|văn bản|hướng dẫn|bộ tiêu chí|phương án|kết luận|công văn|danh mục|đề cương|dự thảo|cơ sở dữ liệu|sổ tay|hồ sơ|bộ chỉ số|hệ thống)(?![\p{L}])/u
const MAKES =
  /(?:xây dựng|ban hành|soạn thảo|hoàn thiện|trình|sửa đổi|nghiên cứu|tham mưu|lập|chuẩn bị|rà soát|triển khai[^.;:]{0,60}(?:dự án|đề án|chương trình))(?![\p{L}])/u

/** Whether a provision names a product and nothing else: "Đề án sắp xếp …". */
export const namesProduct = (low: string): boolean => PRODUCT_NOUNS.test(low)

/** Whether the words over a list order something to be made. */
export const ordersMaking = (low: string): boolean => MAKES.test(low)

/** Whether the first word is an act. */
export function actsFirst(text: string): boolean {
  const tokens = tokensOf(text.slice(0, 80))
  return actAt(tokens, 0) !== null && !nounLike(tokens, 0)
}

/** Whether words begin with an act: "Rà soát …", "Tiếp tục chỉ đạo …", "Trên cơ sở …, chủ trì …", "Công tác tuyên truyền: đẩy mạnh …". */
export function beginsWithAct(text: string): boolean {
  const tokens = tokensOf(text)
  let i = 0
  while (i < tokens.length && (!tokens[i]?.word || (matchAt(JOINTS, tokens, i) && !matchAt(ACTS, tokens, i))) && i < 6) i++
  if (actAt(tokens, i)) return !nounLike(tokens, i)
  if (hasPlan(tokens, i)) return true
  // "Chỉ cấp phép khi …"
  if (tokens[i]?.low === 'chỉ' && actAt(tokens, i + 1)) return true
  // After a circumstance or the name of a matter the act follows a comma or a colon.
  const opened = matchAt(CIRCUMSTANCES, tokens, i) !== null
  for (let j = i + 1; j < tokens.length && j - i < 160; j++) {
    const t = tokens[j] as Token
    if (/^[.;]$/.test(t.text) && !tokens[j + 1]?.number) return false
    if (t.text === ':' || (opened && t.text === ','))
      if (matchAt(ACTS, tokens, j + 1) || matchAt(DIRECTIVES, tokens, j + 1) || hasPlan(tokens, j + 1)) return true
    if (t.text === '(') j = Math.max(j, pastBracket(tokens, j) - 1)
    else if (/^(?:cần|phải)$/.test(t.low) && tokens[j + 1]?.low !== 'thiết') return !isRule(tokens, i)
  }
  return false
}

/** "Việc chia sẻ dữ liệu phải tuân thủ …": how a thing has to be is a rule, and orders nobody. */
const isRule = (tokens: readonly Token[], i: number): boolean =>
  /^(?:việc|hạ tầng|hệ thống|các hệ|dữ liệu|kết quả|quá trình)(?: |$)/.test(`${tokens[i]?.low} ${tokens[i + 1]?.low}`)

/** "Có kế hoạch …", "có các giải pháp …": to have one is to make one. */
function hasPlan(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.low !== 'có') return false
  const j = tokens[i + 1]?.low === 'các' ? i + 2 : i + 1
  return /^(?:kế hoạch|giải pháp|biện pháp|phương án|văn bản|báo cáo|cơ chế|chính sách|chương trình|lộ trình)$/.test(
    `${tokens[j]?.low} ${tokens[j + 1]?.low}`,
  )
}

/** The bodies that words begin with where they go on with something these may have to do, though no act is known in it, `loosely` also after an item that is not known: better looked at than lost. */
export function leadingBodies({ text }: Passage, loosely = false): readonly Body[] {
  const tokens = tokensOf(text)
  const list = bodiesAt(text, tokens, 0, true)
  const first = list?.bodies[0]
  if (!list || !first || !(first.determined || /^\p{Lu}/u.test(first.name))) return []
  const bracket = pastBracket(tokens, list.end)
  // "Các cơ sở lưu trú, nhà hàng đổi mới …": an item the lexicon does not know, and an act
  const at = loosely && tokens[bracket]?.text === ',' && first.determined ? bracket + 1 : bracket
  if (!tokens[at]?.word || tokens.length - list.end <= 2 || NO_ACT.test(tokens[at].low) || onlySpeaks(list.bodies, tokens, at)) return []
  return list.bodies
}
const NO_ACT = /^(?:hiện|gặp|đạt|thuộc|nằm|chiếm|luôn|đã|sẽ|là|có|còn|chưa|đang|được|bị|gồm|cũng|vẫn|của|và|cơ|này|đó|nào)$/

/** Whether words that begin with no act come to one soon: a name the lexicon does not know may stand before it. */
export function actsSoon(text: string): boolean {
  const tokens = tokensOf(text.slice(0, 200))
  for (let j = 1; j < tokens.length && j < 18; j++) {
    if (/^[.;]$/.test(tokens[j]?.text ?? '')) return false
    if (/^(?:đã|là|được|gồm)$/.test(tokens[j]?.low ?? '')) return false
    if (matchAt(ACTS, tokens, j)?.value === 'modal' || /^(?:chủ|phối|tham)$/.test(tokens[j]?.low ?? '')) return true
  }
  return false
}

// "Báo cáo của …", "Quy hoạch đô thị" and the like name things though their first word may be an act.
const nounLike = (tokens: readonly Token[], i: number): boolean => {
  const low = `${tokens[i]?.low} ${tokens[i + 1]?.low}`
  if (/^(?:giao thông|trình độ|giao dịch|cùng dự|chi phí|sự|chấp thuận)$/.test(low) || (low === 'yêu cầu' && matchAt(ACTS, tokens, i + 2) !== null))
    return true
  return (
    /^(?:báo cáo|quy hoạch|quyết định|quy định|hướng dẫn)$/.test(low) &&
    /^(?:của|số|này|về|tổng|kết|chuyên|\d)/.test(tokens[i + 2]?.low ?? '') &&
    low !== 'quy định'
  )
}

/** "3. Cơ quan chủ trì giải quyết thủ tục đầu tư": a part in the work, with what it is in, heads its tasks. */
const PART_IN_WORK = /^(?:các )?(?:cơ quan|đơn vị) (?:chủ trì|phối hợp|thẩm định|đầu mối) [^.;:,()]{4,80}$/u

/** Whether the words are only the names of bodies: the heading over their tasks. */
export function onlyBodies(words: Passage): boolean {
  const known = namingOnly.get(words) ?? namesOnly(words.text)
  namingOnly.set(words, known)
  return known
}

const namingOnly = new WeakMap<Passage, boolean>()

/** As `onlyBodies`, of words that were not looked at before. */
export function namesOnly(text: string): boolean {
  if (text.length > 1500) return false
  const tokens = tokensOf(text)
  const i = headingStart(tokens)
  const list = bodiesAt(text, tokens, i, true)
  if (!list) return false
  const bracket = pastBracket(tokens, list.end)
  // "Công an tỉnh - Cơ quan thường trực Tổ công tác …": what it is besides.
  const end = /^[-–]$/.test(tokens[bracket]?.text ?? '') ? (bodiesAt(text, tokens, bracket + 1, false)?.end ?? bracket) : bracket
  if (onlySpeaks(list.bodies, tokens, end)) return false
  return tokens.slice(end).every((t) => !t.word) || trails(tokens, end) || classGoesOn(tokens, i, end) || directs(text, tokens, end)
}

/** "Ủy ban nhân dân tỉnh, chỉ đạo các cơ quan liên quan:": whom it directs, and what follows is told. */
function directs(text: string, tokens: readonly Token[], i: number): boolean {
  const at = tokens[i]?.text === ',' ? i + 1 : i
  if (`${tokens[at]?.low} ${tokens[at + 1]?.low}` !== 'chỉ đạo') return false
  const list = bodiesAt(text, tokens, at + 2, true)
  return list !== null && tokens[list.end]?.text === ':' && list.end === tokens.length - 1
}

/** Whether the words only say who acts, and with whom: "Sở Y tế chủ trì, phối hợp với Công an tỉnh:". */
export function onlyActors(words: Passage): boolean {
  const { text } = words
  if (text.length > 1500) return false
  if (onlyBodies(words)) return true
  const tokens = tokensOf(text)
  const list = bodiesAt(text, tokens, headingStart(tokens), true)
  if (!list) return false
  let i = pastBracket(tokens, list.end)
  if (tokens[i]?.low === 'chủ' && tokens[i + 1]?.low === 'trì') i += 2
  if (tokens[i]?.low === ',') i++
  if (tokens[i]?.low !== 'phối' || tokens[i + 1]?.low !== 'hợp') return false
  i += 2
  while (/^(?:chặt|chẽ|với|cùng)$/.test(tokens[i]?.low ?? '')) i++
  const partners = bodiesAt(text, tokens, i, true)
  // "Sở Nội vụ chủ trì, phối hợp: (1) …": with whom, its points say
  if (!partners) return tokens.slice(i).every((t) => !t.word)
  const end = pastBracket(tokens, partners.end)
  return tokens.slice(end).every((t) => !t.word) || trails(tokens, end)
}

/** "1.5. Trách nhiệm của đối tượng thực hiện kiểm kê": whoever is named so owes the work, though the lexicon does not know them. */
const OWES = /^(?:về )?trách nhiệm của (?!mình|cá nhân|tập thể|từng|mỗi|việc|công tác)[^.;:,]{4,60}:?$/u

/** Whether a heading with points under it names who has to do them, though it tells which by what they do: "5. Các chủ đầu tư kinh doanh hạ tầng khu công nghiệp". */
export function headsBodies(node: Node): boolean {
  if (onlyBodies(node.words)) return true
  if (node.family === 'paragraph' || node.children.length === 0 || node.low.length > 240) return false
  const tokens = tokensOf(node.words.text)
  if (PERSONS.test(node.low)) return true
  if (OWES.test(node.low)) return bodiesAt(node.words.text, tokens, headingStart(tokens), true) === null
  if (FOR_THOSE.test(node.low) && forThose(node.words.text) !== null) return true
  if (headsUnlisted(node)) return true
  if (node.low.length > 110 || /[.;:,]/.test(node.low)) return false
  const first = bodiesAt(node.words.text, tokens, headingStart(tokens), true)?.bodies[0]
  if (!first || !(first.determined || PART_IN_WORK.test(node.low)) || first.title) return false
  return !tokens.some(({ low }, k) => k >= first.end && /^(?:phải|cần|nên|đã|sẽ|là|khẩn|tiếp|trách)$/.test(low))
}

/** Whether a heading over a provision opens work: "III. TỔ CHỨC THỰC HIỆN". */
function underWork(node: Node): boolean {
  for (let n = node.parent; n; n = n.parent) if (bearingOf(n.low) === 'tasks') return true
  return false
}

/** "5. Kế toán", "6. Tổ Hậu cần", and "7. Nhà hàng" in a list of headings of which most name bodies. */
function headsUnlisted(node: Node, amongOthers = true): boolean {
  if (/^(?:dash|plus|row|annex)$/.test(node.family) || !underWork(node)) return false
  const tokens = tokensOf(node.words.text)
  const start = headingStart(tokens)
  const list = bodiesAt(node.words.text, tokens, start, true)
  if (list && (list.bodies.length > 1 || startsAct(tokens, list.end))) return false
  return namesUnlisted(node.low, tokens, start, () => amongOthers && amongBodies(node))
}

/** How many of the first headings of one kind under a provision there are, and how many of them name bodies; counted once. */
const counted = new WeakMap<Node, Map<string, readonly [number, number]>>()

/** Whether two thirds of the headings beside one name bodies. */
function amongBodies({ parent, family }: Node): boolean {
  if (!parent) return false
  const known = counted.get(parent) ?? new Map<string, readonly [number, number]>()
  counted.set(parent, known)
  const [all, naming] = known.get(family) ?? shareOf(parent, family)
  known.set(family, [all, naming])
  return all > 2 && naming * 3 >= (all - 1) * 2
}

function shareOf(parent: Node, family: Node['family']): readonly [number, number] {
  const headings: Node[] = []
  for (const n of parent.children) if (n.family === family && n.children.length > 0 && headings.push(n) === 40) break
  return [headings.length, headings.filter((n) => onlyBodies(n.words) || headsUnlisted(n, false)).length]
}

/** "3. Cán bộ phụ trách lĩnh vực giám sát và phản biện xã hội": whoever answers for a field. */
const PERSONS =
  /^(?:các )?(?:đồng chí )?(?:cán bộ|chuyên viên|công chức|phó chủ tịch|phó bí thư|phó giám đốc|phó trưởng ban|ủy viên) (?:được phân công )?phụ trách [^.;:]{4,100}:?$/u

/** "9.1. Đối với các cơ sở sản xuất có lưu lượng xả bụi, khí thải lớn và thuộc loại hình …:" */
const FOR_THOSE =
  /^(?:(?:đối với|trách nhiệm của) (?:các|những) |các (?:doanh nghiệp|chủ cơ sở|cơ sở|hộ|tổ chức|nhà thầu|chủ đầu tư) (?:[\p{L} ]{2,50} )?(?:đang )?(?:hoạt động|sản xuất|kinh doanh|chăn nuôi|giết mổ|chế biến|nuôi trồng|có) )[^.;:]{10,220}:?$/u

/** Those whom a heading says its points are for, the last with all that tells which are meant; null where no class begins it, or a list of bodies is all. */
function forThose(text: string): Body[] | null {
  const tokens = tokensOf(text)
  const list = bodiesAt(text, tokens, headingStart(tokens), true)
  const last = list?.bodies.at(-1)
  if (!list || !last || !list.bodies[0]?.determined || last.closed || last.title || !tokens[list.end]?.word) return null
  const bracket = tokens.findIndex((t, k) => k >= list.end && (t.text === '(' || t.text === ':'))
  const end = bracket < 0 ? tokens.length : bracket
  if (tokens.slice(list.end, end).some(({ low }) => /^(?:phải|cần|nên|đã|sẽ|là|khẩn|tiếp|trách)$/.test(low))) return null
  const to = (tokens[end - 1] as Token).to
  return [...list.bodies.slice(0, -1), { ...last, end, to, name: nameOf(text.slice(last.from, to)) }]
}

const WORKS_IN = /^ (?:phối hợp |đang |có )?hoạt động [^.;:]{4,60}$/u

/** The bodies a heading names; one told by what it does, with all the words that tell it. */
export function headBodies(text: string, from: number): Body[] {
  if (PERSONS.test(text.toLowerCase())) {
    const tokens = tokensOf(text.replace(/:$/, ''))
    const start = matchAt(DETERMINERS, tokens, 0)?.length ?? 0
    const from = tokens[start]?.from ?? 0
    const to = tokens.at(-1)?.to ?? 0
    return [{ name: nameOf(text.slice(from, to)), from, to, start, end: tokens.length, determined: true, title: true, general: false, closed: true }]
  }
  const those = FOR_THOSE.test(text.toLowerCase()) ? forThose(text) : null
  if (those) return those
  const tokens = tokensOf(text)
  const at = tokens.findIndex((t) => t.from >= from)
  const list = at < 0 ? null : bodiesAt(text, tokens, at, true)
  const only = list?.bodies.length === 1 ? list.bodies[0] : undefined
  // "Các tập đoàn, các doanh nghiệp phối hợp hoạt động trong lĩnh vực công thương"
  const last = list?.bodies.at(-1)
  const works = last?.determined && !last.title && WORKS_IN.test(text.slice(last.to)) && !only
  if (list && last && works)
    return [...list.bodies.slice(0, -1), { ...last, to: text.length, end: tokens.length, name: nameOf(text.slice(last.from)) }]
  const acts = only && matchAt(ACTS, tokens, list?.end ?? 0) !== null
  const narrows = only && /^(?:đang|có|được|thứ|nơi)$/.test(tokens[list?.end ?? 0]?.low ?? '')
  const to = tokens.at(-1)?.to ?? 0
  if (!only || !(acts || narrows) || /[:,;.]/.test(text.slice(only.to))) return bodiesOf(text, from)
  return [{ ...only, to, end: tokens.length, name: nameOf(text.slice(only.from, to)) }]
}

// "Các chủ đầu tư dự án nhà ở xã hội": after a class, words the lexicon does not know narrow it.
function classGoesOn(tokens: readonly Token[], from: number, end: number): boolean {
  // "UBND cấp xã có dịch"
  const level = tokens.slice(from, end).some(({ low }) => low === 'cấp') && narrowsAt(tokens, end)
  // "UBND các xã nơi có trồng sầu riêng": what is done there is no act of theirs
  const where = tokens[end]?.low === 'nơi'
  const proper = level || tokens.slice(from, end).filter((t) => t.capital).length > 1
  if (
    (!tokens.slice(from, end).some(({ low }) => low === 'các') && !proper) ||
    tokens.length - end > 10 ||
    tokens.some((_, k) => k >= end && !(level && k === end + 1) && (where ? matchAt(ACTS, tokens, k)?.value === 'modal' : matchAt(ACTS, tokens, k)))
  )
    return false
  return tokens
    .slice(end)
    .every(
      (t, k, all) =>
        (t.word && !/^(?:và|đã|phải|cần|chủ|có|được|về|để)$/.test(t.low)) ||
        (t.word && (k === 0 || (where && k === 1)) && narrowsAt(tokens, end)) ||
        (/^[-–]$/.test(t.text) && all[k + 1]?.capital === true) ||
        (k === all.length - 1 && t.low === ':'),
    )
}

/** The token after words like "Đối với", "Trách nhiệm của", "Đề nghị:" before the names in a heading. */
export function headingStart(tokens: readonly Token[]): number {
  let i = 0
  while (i < tokens.length && !tokens[i]?.word) i++
  const low = tokens
    .slice(i, i + 10)
    .map((t) => t.low)
    .join(' ')
  const m =
    /^(?:đối với|(?:về )?(?:(?:các|một số) )?(?:trách nhiệm|nhiệm vụ|phần việc|công việc|phân công nhiệm vụ|quyền hạn)(?:, giải pháp)?(?: (?:chủ yếu|trọng tâm|cụ thể|chính|chung))? (?:của|đối với|cho)|(?:kính )?(?:đề nghị|yêu cầu|kiến nghị)(?: với)?(?: :)?|giao(?: :| nhiệm vụ cho| cho| nhiệm vụ| trách nhiệm cho)?|phân công(?: cho| cụ thể)?(?: :)?|về phía|phía|trách nhiệm|nhiệm vụ)(?= )/.exec(
      low,
    )
  return m ? i + m[0].split(' ').length : i
}

// "Sở Nội vụ chủ trì:", "Các bộ có trách nhiệm:", "Công an tỉnh thực hiện các nhiệm vụ sau:" only say that orders follow.
const TRAIL =
  /^(?:(?:có |chịu )?trách nhiệm|chủ trì|thực hiện|triển khai|tập trung|các|những|một số|nhiệm vụ|nội dung|công việc|chủ yếu|trọng tâm|cụ thể|sau|đây|như|việc|có nhiệm vụ|khẩn trương|nghiêm túc|tốt|giải pháp|tiếp tục|chủ động|lãnh đạo|chỉ đạo|:|,|\.)$/
function trails(tokens: readonly Token[], i: number): boolean {
  if (tokens.length - i > 16) return false
  const words = tokens.slice(i).map((t) => t.low)
  for (let j = 0; j < words.length; ) {
    const two = `${words[j]} ${words[j + 1]}`
    const three = `${two} ${words[j + 2]}`
    if (TRAIL.test(three)) j += 3
    else if (TRAIL.test(two)) j += 2
    else if (TRAIL.test(words[j] as string)) j++
    else return false
  }
  return words[words.length - 1] === ':'
}

const FORCE =
  /^(?:nghị quyết|quyết định|kế hoạch|chỉ thị|kết luận|thông báo|quy chế|quy định|thông tư|nghị định|văn bản|hướng dẫn|chương trình|bãi bỏ|thay thế) .{0,200}(?:có hiệu lực|hết hiệu lực|thay thế|bãi bỏ|được phổ biến đến|phổ biến đến chi bộ)/
const CLOSINGS =
  /^(?:thay mặt .{0,90}(?:gửi lời|chia buồn|cảm ơn|chúc mừng|biểu dương)|.{0,80}trân trọng|xin trân trọng|.{0,60}thông báo (?:để|đến|kết luận|cho)|trên đây là|nơi nhận|ghi chú|\(|\*\s)/
const PERFORMED =
  /^(?:đồng ý|(?:cơ bản )?(?:thống nhất|đồng ý|nhất trí|tán thành)|ghi nhận|biểu dương(?!, (?:nhân rộng|khen thưởng|tôn vinh))|đánh giá cao|hoan nghênh|chấp thuận|cho phép|công nhận|cảm ơn|cám ơn|chúc mừng|thống nhất chủ trương|ghi nhận, )/
const DECIDED =
  /^(?:phê duyệt|ban hành kèm theo|ban hành (?:quy chế|kế hoạch|chương trình|quy định|danh mục|bộ|đề án)|thành lập|bãi bỏ|kiện toàn|thông qua|điều động|bổ nhiệm|chia|sáp nhập|đổi tên|hợp nhất)(?![\p{L}])/u
const MONEY = /^(?:về )?(?:nguồn )?(?:kinh phí|nguồn vốn|nguồn lực thực hiện)/
const PRINCIPLE = /theo (?:các )?nguyên tắc(?: sau)?\s?:?$/

/** "Chính phủ cơ bản thống nhất …", "Chính phủ thông qua báo cáo …": who speaks agrees, and orders nothing. */
function isConsent({ words }: Node): boolean {
  const tokens = tokensOf(words.text.slice(0, 300))
  const list = bodiesAt(words.text, tokens, 0, false)
  return list !== null && onlySpeaks(list.bodies, tokens, list.end)
}

/** Whether words are of a kind that orders nobody: force of the document, thanks, praise, consent, the document's own decision, where money comes from. */
export function ordersNobody(node: Node, decides: boolean, praises: boolean): boolean {
  const low = node.low
  return (
    FORCE.test(low.slice(0, 300)) ||
    CLOSINGS.test(low.slice(0, 120)) ||
    (praises && (PERFORMED.test(low) || isConsent(node))) ||
    MONEY.test(low) ||
    PRINCIPLE.test(low.slice(-40)) ||
    (decides && DECIDED.test(low) && (node.family === 'article' || node.parent?.family === 'article' || node.parent?.family === 'root'))
  )
}
