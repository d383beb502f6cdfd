import { type Body, nameOf } from './bodies.ts'
import { type BodyList, bodiesAt, bodiesOf, pastBracket } from './bodyLists.ts'
import { HEADS } from './bodyWords.ts'
import { carriesOut, closesAt, namesBefore } from './closings.ts'
import { narrowedList, SURE, withLast } from './narrowing.ts'
import type { Passage } from './plaintext.ts'
import type { MentionRole } from './reading.ts'
import { receiversIn } from './receivers.ts'
import { areSpeakers, onlySpeaks } from './speakers.ts'
import { lexicon, matchAt, type Token, tokensIn } from './tokens.ts'
import { ACTS, CIRCUMSTANCES, DIRECTIVES, JOINTS } from './verbs.ts'

/** A body in a role, with its place in the passage. */
export type Role = { role: MentionRole; body: Body; given?: boolean }

/** What a provision says about who does what: `ordered` tells whether somebody is ordered by name, `topicEnd` where the words about the matter end and the order begins. */
export type Roles = { roles: Role[]; ordered: boolean; directive: boolean; topicEnd: number }

const PLAIN_STATEMENT = /^(?:đã|sẽ|là|có|còn|chưa|trân|thông|kết|vẫn|đang|được|cũng|luôn|bị|gồm|do|nêu|ban|cơ)$/
const ROLE_AS = /^(?:đầu mối|chủ |(?:cơ quan|đơn vị) (?:chủ|đầu|thường|theo|chịu|giúp|tham|tổng|thẩm|điều|phối))/

// "Ông Nguyễn Văn A - Trưởng phòng …", "Sở Y tế - cơ quan thường trực …": what a name is besides belongs to it.
function pastApposition(text: string, tokens: readonly Token[], i: number): number {
  if (!/^[-–]$/.test(tokens[i]?.text ?? '')) return i
  return bodiesAt(text, tokens, i + 1, false)?.end ?? i
}

/** Whether what follows a list of bodies orders them to act. */
function predicateAt(text: string, tokens: readonly Token[], { bodies, end }: BodyList): boolean {
  const past = pastApposition(text, tokens, pastBracket(tokens, end))
  // "các bộ, ngành và cả nước …": the whole country is nobody in particular.
  const j = tokens[past]?.low === 'và' && tokens[past + 1]?.low === 'cả' && tokens[past + 2]?.low === 'nước' ? past + 3 : past
  const t = tokens[j]
  if (!t) return false
  // "Sở Xây dựng: chủ trì …": a colon stands for "có trách nhiệm".
  if (t.low === ':')
    return matchAt(ACTS, tokens, j + 1) !== null || tokens[j + 1]?.text === '(' || (circumstance(tokens, j + 1) && tokens.length > j + 4)
  if (t.low === ',' && /^(?:nhất|đặc|trong|bao|kể)$/.test(tokens[j + 1]?.low ?? '') && actsPast(tokens, j + 2)) return true
  if (t.low === ',') return matchAt(ACTS, tokens, j + 1)?.value === 'modal' || circumstance(tokens, j + 1) || tokens[j + 1]?.low === 'chủ'
  const act = matchAt(ACTS, tokens, j)
  if (onlySpeaks(bodies, tokens, j)) return false
  if (act)
    return (
      !(t.low === 'ban' && tokens[j + 2]?.capital) &&
      !(t.low === 'thông' && tokens[j + 1]?.low === 'báo' && (areSpeakers(bodies) || /^văn phòng/i.test(bodies[0]?.name ?? '')))
    )
  if (t.low === 'là' || t.low === 'làm') return ROLE_AS.test(`${tokens[j + 1]?.low} ${tokens[j + 2]?.low} ${tokens[j + 3]?.low}`)
  if (t.low === 'được' && /^(?:giao|phân)$/.test(tokens[j + 1]?.low ?? '')) return true
  if (t.low === 'có') return /^(?:trách|nhiệm|kế|giải|biện|văn|báo|phương|ý|công|tờ)$/.test(tokens[j + 1]?.low ?? '')
  if (PLAIN_STATEMENT.test(t.low)) return false
  return circumstance(tokens, j) && !onlyCircumstance(tokens, j)
}

/** "… về Bộ Công an, UBND tỉnh theo quy định.": nothing is told to be done. */
const onlyCircumstance = (tokens: readonly Token[], j: number): boolean =>
  tokens[j]?.low === 'theo' && tokens[j + 1]?.low === 'quy' && (tokens[j + 3] === undefined || /^[.;)]$/.test(tokens[j + 3]?.text ?? ''))

// "…, nhất là các tỉnh miền núi, chủ động …": past the words that single out some of them.
function actsPast(tokens: readonly Token[], i: number): boolean {
  if (!/^(?:là|biệt|đó|gồm|cả)$/.test(tokens[i]?.low ?? '')) return false
  for (let j = i + 1; j < tokens.length && j - i < 70; j++) {
    if (/^[.;:]$/.test(tokens[j]?.text ?? '') || /^(?:đã|sẽ)$/.test(tokens[j]?.low ?? '')) return false
    if (matchAt(ACTS, tokens, j)?.value === 'modal' || tokens[j]?.low === 'chủ') return true
  }
  return false
}

const circumstance = (tokens: readonly Token[], i: number): boolean =>
  /^(?:căn|theo|trên|trong|tùy|tuỳ|chậm|trước|hằng|hàng|định|khi|ngay|thuộc|ngoài)$/.test(tokens[i]?.low ?? '')

type Found = { list: BodyList; directive: boolean }

/** Past the names that begin a clause without being ordered anything, so that none of them is tried again. */
type Passed = { passed: number }

const LEADERLESS = /^(?:được|đã|do|theo|về|việc|những|các|của|có|nhiệm|bàn|chuyển|cơ)$/

/** An order to somebody that begins at a token: "giao X …", "đề nghị X …". */
function directiveAt(text: string, tokens: readonly Token[], i: number): Found | null {
  const d = matchAt(DIRECTIVES, tokens, i)
  if (!d) return null
  let j = i + d.length
  if (tokens[j]?.low === ':' || tokens[j]?.low === 'cho') j++
  const list = bodiesAt(text, tokens, j, true)
  return list ? { list, directive: true } : null
}

/** "Địa phương nào để chậm thì Chủ tịch … chịu trách nhiệm": who answers comes after the condition. */
function conditioned(text: string, tokens: readonly Token[], i: number): Found | Passed {
  const then = tokens.findIndex(({ low }, j) => j > i && j - i < 30 && low === 'thì')
  const found = then < 0 ? null : subjectAt(text, tokens, then + 1)
  return found && 'list' in found ? found : { passed: Math.max(i, then) + 1 }
}

function subjectAt(text: string, tokens: readonly Token[], i: number): Found | Passed | null {
  const directed = directiveAt(text, tokens, i)
  if (directed) return directed
  const list = bodiesAt(text, tokens, i, true)
  if (!list) return null
  // "Chủ tịch UBND tỉnh yêu cầu các sở …": whoever orders is not the one ordered.
  // "Sở Y tế phân công bệnh viện …": who shares work out among its own leads it.
  if (tokens[list.end]?.low === 'phân' && !areSpeakers(list.bodies)) return { list, directive: false }
  if (matchAt(DIRECTIVES, tokens, list.end)) return directiveAt(text, tokens, list.end) ?? { passed: list.end }
  if (tokens[list.end]?.low === 'nào') return conditioned(text, tokens, list.end)
  const owed = owing(text, tokens, list)
  if (owed) return { list: owed, directive: false }
  if (predicateAt(text, tokens, list)) return { list, directive: false }
  return lengthened(text, tokens, list) ?? { passed: list.end }
}

/** "Các đơn vị cấp nước trên địa bàn có trách nhiệm …": what stands between a class and "có trách nhiệm" tells which are meant. */
function owing(text: string, tokens: readonly Token[], list: BodyList): BodyList | null {
  const last = list.bodies.at(-1)
  if (!last || last.closed || last.end !== list.end || !list.bodies.some(({ determined }) => determined) || tokens[last.end]?.low === 'có')
    return null
  for (let j = list.end + 1; j < tokens.length && j - list.end < 24; j++) {
    const t = tokens[j] as Token
    if (!t.word || /^(?:đã|sẽ|là|phải|để|cần|đang|và|hoặc|do|bằng|khi)$/.test(t.low)) return null
    if (t.low !== 'có' || tokens[j + 1]?.low !== 'trách' || tokens[j + 2]?.low !== 'nhiệm') continue
    return /^(?:bộ|người|viên|chức|đạo|quan|sự|việc)$/.test(tokens[j - 1]?.low ?? '') ? null : withLast(text, tokens, list, j)
  }
  return null
}

/** The place of "chịu trách nhiệm" where everything before it in the clause names those who answer; 0 where there is none. */
function answering(tokens: readonly Token[], from: number): number {
  for (let j = from; j < tokens.length && j - from < 60; j++) {
    const t = tokens[j] as Token
    if (/^[.:(]$/.test(t.text) || /^(?:đã|sẽ|là)$/.test(t.low)) return 0
    if (matchAt(ACTS, tokens, j)) return t.low === 'chịu' && tokens[j + 1]?.low === 'trách' && j > from + 1 ? j : 0
  }
  return 0
}

// A name may hold words the lexicon does not know; what comes before "chủ trì", "có trách nhiệm" and the like still is the name.
function lengthened(text: string, tokens: readonly Token[], list: BodyList): Found | null {
  const narrows = tokens[list.end]?.low === 'có' && !/^(?:trách|nhiệm)$/.test(tokens[list.end + 1]?.low ?? '')
  const answers = narrows ? 0 : answering(tokens, list.end)
  if (answers > 0) {
    const from = list.bodies[0]?.from ?? 0
    const all = bodiesOf(text.slice(0, (tokens[answers - 1] as Token).to), from)
    if (all.length > 0) return { list: { bodies: all, end: answers }, directive: false }
  }
  const last = list.bodies[list.bodies.length - 1]
  if (!last || last.closed || last.end !== list.end) return null
  const narrowed = narrowedList(text, tokens, list, true)
  if (narrowed?.acts) return { list: narrowed, directive: false }
  // "UBND các xã có rừng chịu trách nhiệm …": a clause may narrow who is meant.
  const clause = tokens[list.end]?.low === 'có' || tokens[list.end]?.low === 'được'
  if (!clause && PLAIN_STATEMENT.test(tokens[list.end]?.low ?? '')) return null
  for (let j = list.end; j < tokens.length && j - list.end < (clause ? 12 : 9); j++) {
    if (!clause && j > list.end && tokens[j]?.text === ':' && (matchAt(ACTS, tokens, j + 1) || matchAt(DIRECTIVES, tokens, j + 1))) {
      return { list: withLast(text, tokens, list, j), directive: false }
    }
    if (!tokens[j]?.word || /^(?:sẽ|đã|là|để|mà)$/.test(tokens[j]?.low ?? '')) return null
    if (clause && j > list.end && PLAIN_STATEMENT.test(tokens[j]?.low ?? '') && !/^(?:có|được)$/.test(tokens[j]?.low ?? '')) return null
    if (!matchAt(SURE, tokens, j)) continue
    return { list: withLast(text, tokens, list, j), directive: false }
  }
  return null
}

function skipJoints(tokens: readonly Token[], i: number): number {
  let j = i
  for (let n = 0; n < 4; n++) {
    const m = matchAt(JOINTS, tokens, j)
    if (m) j += m.length
    else if (tokens[j]?.low === ',' && j > i) j++
    else break
  }
  return j
}

/** Where the sentence or clause that begins at a token ends. */
function clauseEnd(tokens: readonly Token[], i: number): number {
  let depth = 0
  for (let j = i; j < tokens.length; j++) {
    const t = (tokens[j] as Token).text
    if (t === '(') depth++
    else if (t === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && (t === ';' || (t === '.' && !tokens[j + 1]?.number))) return j
  }
  return tokens.length
}

const LEADS = lexicon<true>([true, 'chủ trì|có trách nhiệm|chịu trách nhiệm|làm đầu mối'])

/** Whoever a clause names before "chủ trì" or "có trách nhiệm", though no word of the name is known: "PVGas chủ trì, phối hợp …". */
function unknownAt(text: string, tokens: readonly Token[], i: number): Found | null {
  const first = tokens[i]
  if (!first?.capital || matchAt(ACTS, tokens, i) || matchAt(CIRCUMSTANCES, tokens, i)) return null
  for (let j = i + 1; j - i < 10; j++) {
    if (matchAt(LEADS, tokens, j)) {
      const { from } = first
      const { to } = tokens[j - 1] as Token
      const body: Body = {
        name: nameOf(text.slice(from, to)),
        from,
        to,
        start: i,
        end: j,
        determined: false,
        title: false,
        general: false,
        closed: false,
      }
      return { list: { bodies: [body], end: j }, directive: false }
    }
    const t = tokens[j]
    if (!t || (!t.word && !/^[-–]$/.test(t.text)) || /^(?:do|được|đã|sẽ|là|để|khi|mà|phải|cần|không|ai|người|nào|thì)$/.test(t.low)) return null
  }
  return null
}

/** "Đồng ý giao …", "Thống nhất giao …": consent that gives work out. */
const agreed = (tokens: readonly Token[], j: number): boolean =>
  /(?:đồng ý|thống nhất|nhất trí|chủ trương)$/.test(`${tokens[j - 2]?.low} ${tokens[j - 1]?.low}`)

/** Who acts in one clause, and where the words about it begin; `goesOn` where a circumstance opened the sentence before it. */
function actorIn(text: string, tokens: readonly Token[], start: number, end: number, goesOn = false): Found | Passed | null {
  const joined = skipJoints(tokens, start)
  // A sentence that is one bracket: "… đất sạch. (Đảng ủy UBND tỉnh lãnh đạo, chỉ đạo; hoàn thành …)"
  const i = tokens[joined]?.text === '(' && closesAt(text, tokens, joined + 1) ? joined + 1 : joined
  const alone = i > joined ? bodiesAt(text, tokens, i, false) : null
  if (alone && tokens[alone.end]?.text === ')') return { list: alone, directive: false }
  const here = subjectAt(text, tokens, i) ?? unknownAt(text, tokens, i)
  if (here && ('list' in here || here.passed > end)) return here
  const opens = goesOn || matchAt(CIRCUMSTANCES, tokens, i) !== null
  let tries = 0
  for (let j = i + 1; j < end && j - i < 400; j++) {
    const t = tokens[j] as Token
    // A directive inside the clause names who acts as long as nobody else has been named.
    if (t.low === 'giao' || (opens && (t.low === 'đề' || t.low === 'yêu' || t.low === 'phân'))) {
      const before = tokens[j - 1] as Token
      if (
        LEADERLESS.test(before.low) ||
        // "cơ chế đặt hàng, giao nhiệm vụ cho doanh nghiệp"
        (t.low === 'giao' && before.text === ',' && tokens[j - 2]?.low === 'hàng' && tokens[j - 3]?.low === 'đặt') ||
        // "phải hướng dẫn, yêu cầu các đơn vị …": one act among others
        (t.low !== 'giao' && before.text === ',' && matchAt(ACTS, tokens, j - 3)?.length === 2) ||
        (t.low === 'giao' &&
          before.word &&
          !/^(?:và|đó|thời)$/.test(before.low) &&
          !agreed(tokens, j) &&
          !/^(?:việc|nhiệm)$/.test(tokens[i]?.low ?? ''))
      )
        continue
      const found = directiveAt(text, tokens, j)
      if (found) return found
    }
    // "Chế độ báo cáo: Định kỳ hằng quý, các sở …"
    if (!opens && t.text === ':' && j - i < 16 && matchAt(CIRCUMSTANCES, tokens, j + 1)) return actorIn(text, tokens, j + 1, end)
    if (t.text === '(') {
      const found = subjectAt(text, tokens, j + 1)
      if (found && 'list' in found && (found.directive || tokens[found.list.end]?.low === 'chủ' || carriesOut(tokens, found.list.end))) return found
    }
    // "Tổ chức học tập … (Ban Xây dựng Đảng)": a bracket that closes the sentence and names only bodies, not right after another's name.
    if (t.text === '(') {
      const list = bodiesAt(text, tokens, j + 1, false)
      const past = list && tokens[list.end]?.text === ')' ? list.end + 1 : 0
      if (list && past > 0 && (past >= end || tokens[past]?.text === '.') && !namesBefore(text, tokens, i, j)) return { list, directive: false }
    }
    // "… - Vụ Pháp chế chủ trì, hoàn thành trước …"
    if (/^[-–]$/.test(t.text)) {
      const list = bodiesAt(text, tokens, j + 1, false)
      if (list && tokens[list.end]?.low === 'chủ' && tokens[list.end + 1]?.low === 'trì') return { list, directive: false }
    }
    if (t.low === 'do') {
      const list = bodiesAt(text, tokens, j + 1, false)
      const isDone =
        list !== null && (tokens[list.end]?.low === 'chủ' || (!opens && !matchAt(ACTS, tokens, i) && matchAt(ACTS, tokens, list.end) !== null))
      // "Cơ bản thống nhất với Báo cáo do … trình": who brought the matter is told, nobody ordered.
      const brought = isDone && /^(?:trình|soạn)$/.test(tokens[list?.end ?? 0]?.low ?? '') && CONSENT.test(tokens[i]?.low ?? '')
      if (list && isDone && !brought && !isMade(tokens, list.end)) return { list, directive: false }
    }
    // A comma inside a list of bodies opens nothing: "… của cơ quan, đơn vị trước ngày …".
    const brings = /^(?:trình|gửi)$/.test(t.low) || (t.low === 'cáo' && tokens[j - 1]?.low === 'báo')
    if (opens && (brings || /^(?:của|cho|với|tại|giữa|đến|tới|diện)$/.test(t.low))) {
      const list = bodiesAt(text, tokens, j + 1, false)
      const own = list && ownAfterClosed(text, tokens, list)
      if (own) return { list: own, directive: false }
      if (list && list.bodies.length > 1 && list.end <= end) {
        j = list.end - 1
        continue
      }
    }
    // "… nếu có khó khăn, vướng mắc các cơ quan kịp thời báo cáo": no comma before who acts
    const unparted = t.low === 'các' && /^(?:mắc|sinh|khăn)$/.test(tokens[j - 1]?.low ?? '')
    if (opens && (unparted || t.low === ',' || t.low === ':' || t.low === 'thì') && tries < 40) {
      tries++
      const k = unparted ? j : skipJoints(tokens, j + 1)
      const found = subjectAt(text, tokens, k)
      if (found && 'list' in found) return found
      if (found && found.passed > j) j = Math.min(found.passed, end) - 1
      if (matchAt(ACTS, tokens, k)?.value === 'verb' && !matchAt(CIRCUMSTANCES, tokens, k)) {
        // The one who acts stands above: "Trên cơ sở …, chủ trì, phối hợp với …".
        if (/^(?:chủ|tham|phối)$/.test(tokens[k]?.low ?? '')) return null
      }
    }
  }
  return null
}

/** "… của các bộ, cơ quan liên quan, Bộ Tài chính khẩn trương …": what comes after the words that close a list acts by itself. */
function ownAfterClosed(text: string, tokens: readonly Token[], list: BodyList): BodyList | null {
  const at = list.bodies.findLastIndex(({ closed }) => closed)
  const own = at < 0 ? [] : list.bodies.slice(at + 1)
  if (own.length === 0 || tokens[(own[0] as Body).start - 1]?.text !== ',' || !predicateAt(text, tokens, { bodies: own, end: list.end })) return null
  return { bodies: own, end: list.end }
}

const CONSENT = /^(?:cơ|thống|đồng|nhất|tán|thông|ghi)$/
/** "… do doanh nghiệp trong nước tạo ra", "… do Bộ Y tế ban hành": a thing told by who made it. */
const isMade = (tokens: readonly Token[], end: number): boolean => /^(?:tạo|sản)$/.test(tokens[end]?.low ?? '')

const TOPIC = /^(?:về|đối|liên|nội|vấn|kiến|đề)$/

/** The token after a time that stands before the order: "Tháng 5/2025: Sở Nội vụ …". */
function pastTime(tokens: readonly Token[]): number {
  if (!/^(?:tháng|quý|ngày|tuần|năm|trong|trước|đầu|cuối|bước|giai|đợt)$/.test(tokens[0]?.low ?? '')) return 0
  const colon = tokens.findIndex(({ text }) => text === ':')
  return colon > 0 && colon < 16 && tokens.slice(0, colon).some(({ number }) => number || /^[IVX]+(?:\/\d{4})?$/.test(tokens[1]?.text ?? ''))
    ? colon + 1
    : 0
}

const MATTER = /^(?:dự|công|khu|tuyến|riêng|việc|gói|nhóm|đoạn|cầu|hạng)$/

/** The token after the words that only name the matter: "Về dự án …: giao Bộ …". */
function topicEnd(text: string, tokens: readonly Token[]): number {
  const named = MATTER.test(tokens[0]?.low ?? '') && matchAt(HEADS, tokens, 0)?.value !== 'class' && !matchAt(ACTS, tokens, 0)
  // "Riêng UBND thị trấn …: giải tỏa …" singles out who acts.
  if (tokens[0]?.low === 'riêng' && tokens[bodiesAt(text, tokens, 1, true)?.end ?? 0]?.low === ':') return 0
  if (
    !(named || TOPIC.test(tokens[0]?.low ?? '')) ||
    /^(?:xuất|nghị)$/.test(tokens[1]?.low ?? '') ||
    (tokens[0]?.low === 'liên' && tokens[1]?.low !== 'quan')
  ) {
    return 0
  }
  let tries = 0
  for (let j = 1; j < tokens.length && tries < 8; j++) {
    if (tokens[j]?.low === '.' && !tokens[j + 1]?.number && tokens[j + 1]?.capital) return 0
    if (tokens[j]?.low !== ':') continue
    tries++
    const k = skipJoints(tokens, j + 1)
    const found = subjectAt(text, tokens, k)
    if ((found && 'list' in found) || matchAt(CIRCUMSTANCES, tokens, k) || matchAt(DIRECTIVES, tokens, k)) return j + 1
    if (matchAt(ACTS, tokens, k) && !hasLater(text, tokens, j + 1)) return j + 1
  }
  return 0
}

const hasLater = (text: string, tokens: readonly Token[], i: number): boolean => {
  for (let j = i; j < tokens.length && j - i < 120; j++) if (tokens[j]?.low === ':' && directiveAt(text, tokens, j + 1)) return true
  return false
}

const CLOSELY = lexicon<true>([
  true,
  'chặt chẽ|quyết liệt|toàn diện|mật thiết|nhuần nhuyễn|sâu sát|ngay|hiệu quả cao|khẩn trương|cụ thể|nghiêm túc|thường xuyên|đồng bộ|trực tiếp|hiệu quả|có hiệu quả|kịp thời|tốt|chủ động|tích cực|nhịp nhàng|thống nhất|và',
])

function partnersAt(text: string, tokens: readonly Token[], i: number): BodyList | null {
  let j = i + 2
  for (let n = 0; n < 6; n++) {
    const how = matchAt(CLOSELY, tokens, tokens[j]?.low === ',' ? j + 1 : j)
    if (how) j += how.length + (tokens[j]?.low === ',' ? 1 : 0)
  }
  if (tokens[j]?.low === 'cùng') j += tokens[j + 1]?.low === 'với' ? 2 : 1
  else if (tokens[j]?.low === 'với') j++
  else if (tokens[j]?.low === 'giữa') return null
  const list = bodiesAt(text, tokens, j, false)
  // "phối hợp Ban Quản lý …; các doanh nghiệp và các đơn vị liên quan rà soát …": the list goes on until its act.
  const all = list && tokens[list.end]?.text === ';' ? bodiesAt(text, tokens, j, true) : null
  if (all && all.bodies.length > (list?.bodies.length ?? 0) && matchAt(ACTS, tokens, all.end)) return all
  return list && (narrowedList(text, tokens, list, false) ?? list)
}

/** "… chủ trì; Công an tỉnh, UBND xã phối hợp thực hiện": those named before "phối hợp" help whoever leads, where somebody does. */
function helps(tokens: readonly Token[], { start, end }: Body): boolean {
  let j = end
  while (j < tokens.length && j - end < 40 && !/^(?:phối|[;.)])$/.test(tokens[j]?.low ?? '') && !matchAt(ACTS, tokens, j)) j++
  if (tokens[j]?.low !== 'phối' || tokens[j + 1]?.low !== 'hợp' || /^(?:với|cùng|chặt|và|,)$/.test(tokens[j + 2]?.low ?? '')) return false
  return tokens.slice(0, start).some(({ low }, k, all) => low === 'chủ' && all[k + 1]?.low === 'trì')
}

/** The bodies a provision names, each in its role. */
export function rolesIn(p: Passage): Roles {
  const { text } = p
  const tokens = tokensIn(p)
  const roles: Role[] = []
  const topic = topicEnd(text, tokens)
  const start = Math.max(topic, pastTime(tokens))
  let ordered = false
  let directive = false
  // "Nhằm chấn chỉnh …; khắc phục …, Chủ tịch yêu cầu các sở …"
  let goesOn = false
  for (let i = start; i < tokens.length; ) {
    const end = clauseEnd(tokens, i)
    const found = actorIn(text, tokens, i, end, goesOn)
    const opened = goesOn || /^(?:nhằm|để|trước)$/.test(tokens[skipJoints(tokens, i)]?.low ?? '')
    goesOn = opened && roles.length === 0 && !(found && 'list' in found) && tokens[end]?.text === ';'
    // "…; phân công đồng chí …": whoever acts before shares its work out.
    const shares =
      found && 'list' in found && found.directive && tokens[skipJoints(tokens, i)]?.low === 'phân' && roles.some(({ role }) => role === 'lead')
    if (found && 'list' in found && !shares) {
      ordered = true
      directive ||= found.directive
      for (const body of found.list.bodies) roles.push({ role: 'lead', body, given: found.directive })
    }
    // A list of bodies may run over semicolons; the clause then ends later.
    const reached = found ? ('list' in found ? found.list.end : found.passed) : 0
    i = reached > end ? clauseEnd(tokens, reached) + 1 : end + 1
  }
  for (let i = topic; i < tokens.length; i++) {
    const t = tokens[i] as Token
    if ((t.low === 'phối' || t.low === 'kết') && tokens[i + 1]?.low === 'hợp' && !/^(?:chế|sự)$/.test(tokens[i - 1]?.low ?? '')) {
      const list = partnersAt(text, tokens, i)
      if (list) for (const body of list.bodies) roles.push({ role: 'coordinate', body })
    }
  }
  const partners = new Set(roles.filter(({ role }) => role === 'coordinate').map(({ body }) => body.from))
  roles.splice(0, roles.length, ...roles.filter(({ role, body, given }) => role !== 'lead' || given || !partners.has(body.from)))
  // "chủ trì cùng Sở Tài chính"
  for (let i = topic; i < tokens.length; i++) {
    if (tokens[i]?.low !== 'cùng' || tokens[tokens[i - 1]?.low === ',' ? i - 2 : i - 1]?.low !== 'trì') continue
    const list = bodiesAt(text, tokens, tokens[i + 1]?.low === 'với' ? i + 2 : i + 1, false)
    for (const body of list?.bodies ?? []) roles.push({ role: 'coordinate', body })
  }
  // "chủ trì, Công an tỉnh phối hợp"
  for (let i = topic; i < tokens.length; i++) {
    if (tokens[i]?.low !== 'trì' || !/^[,;]$/.test(tokens[i + 1]?.text ?? '')) continue
    const list = bodiesAt(text, tokens, i + 2, false)
    if (list && tokens[list.end]?.low === 'phối' && !/^(?:với|cùng|chặt)$/.test(tokens[list.end + 2]?.low ?? ''))
      for (const body of list.bodies) if (!roles.some((x) => x.body.from === body.from)) roles.push({ role: 'coordinate', body })
  }
  const helpers = roles.filter(({ role, body }) => role === 'lead' && helps(tokens, body))
  for (const one of helpers) one.role = 'coordinate'
  for (const role of receiversIn(text, tokens, topic, roles)) roles.push(role)
  return { roles, ordered, directive, topicEnd: tokens[topic]?.from ?? 0 }
}
