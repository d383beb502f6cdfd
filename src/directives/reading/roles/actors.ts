import type { Body } from '../bodies/bodies.ts'
import { type BodyList, bodiesAt, pastBracket } from '../bodies/bodyLists.ts'
import { carriesOut, closesAt, namesBefore } from '../orders/closings.ts'
import { matchAt, type Token } from '../words/tokens.ts'
import { isClass } from '../words/traits.ts'
import { ACTS, CIRCUMSTANCES, DIRECTIVES } from '../words/verbs.ts'
import { predicateAt } from './predicates.ts'
import { areSpeakers } from './speakers.ts'
import { directiveAt, type Found, type Passed, skipJoints, subjectAt, unknownAt } from './subjects.ts'

const LEADERLESS = /^(?:được|đã|vẫn|do|theo|về|việc|những|các|của|có|nhiệm|bàn|chuyển|cơ)$/

/** Where the sentence or clause that begins at a token ends. */
export function clauseEnd(tokens: readonly Token[], i: number): number {
  let depth = 0
  for (let j = i; j < tokens.length; j++) {
    const t = (tokens[j] as Token).text
    if (t === '(') depth++
    else if (t === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && (t === ';' || (t === '.' && !tokens[j + 1]?.number))) return j
  }
  return tokens.length
}

/** "Đồng ý giao …", "Thống nhất giao …": consent that gives work out. */
const agreed = (tokens: readonly Token[], j: number): boolean =>
  /(?:đồng ý|thống nhất|nhất trí|chủ trương)$/.test(`${tokens[j - 2]?.low} ${tokens[j - 1]?.low}`)

/** "Giao các cơ quan thực hiện các nhiệm vụ sau: Sở A …": the class is told one by one, each with its own. */
function sharedOut(text: string, tokens: readonly Token[], { list }: Found, end: number): Found | null {
  if (!list.bodies.every((body) => isClass(tokens, body))) return null
  for (let j = list.end; j < end && j - list.end < 24; j++) {
    if (tokens[j]?.text !== ':' || !/^(?:sau|đây)$/.test(tokens[j - 1]?.low ?? '')) continue
    const found = subjectAt(text, tokens, j + 1)
    return found && 'list' in found ? found : null
  }
  return null
}

/** "…, Bộ Giáo dục và Đào tạo hướng dẫn các cơ sở đào tạo triển khai … như sau:": who is told how, in words that introduce points. */
function guidedIn(text: string, tokens: readonly Token[], from: number, end: number): Found | null {
  const at = tokens.findIndex(
    ({ low }, j) =>
      j > from &&
      j < end &&
      low === 'hướng' &&
      tokens[j + 1]?.low === 'dẫn' &&
      tokens[j + 2]?.low === 'các' &&
      /^[\p{Lu})]/u.test(tokens[j - 1]?.text ?? ''),
  )
  const list = at < 0 ? null : bodiesAt(text, tokens, at + 2, true)
  return list && matchAt(ACTS, tokens, list.end) ? { list, directive: true } : null
}

/** Who acts in one clause, and where the words about it begin; `goesOn` where a circumstance opened the sentence before it. */
export function actorIn(text: string, tokens: readonly Token[], start: number, end: number, goesOn = false): Found | Passed | null {
  const joined = skipJoints(tokens, pastCount(tokens, start))
  // A sentence that is one bracket: "… đất sạch. (Đảng ủy UBND tỉnh lãnh đạo, chỉ đạo; hoàn thành …)"
  const i = tokens[joined]?.text === '(' && closesAt(text, tokens, joined + 1) ? joined + 1 : joined
  const alone = i > joined ? bodiesAt(text, tokens, i, false) : null
  if (alone && tokens[alone.end]?.text === ')') return { list: alone, directive: false }
  if (tellsOfThePast(tokens, i, end)) return { passed: end }
  const guided = tokens.at(-1)?.text === ':' && end >= tokens.length - 1 ? guidedIn(text, tokens, i, end) : null
  if (guided) return guided
  const first = subjectAt(text, tokens, i) ?? unknownAt(text, tokens, i)
  const here = first && 'list' in first ? (sharedOut(text, tokens, first, end) ?? first) : first
  if (here && ('list' in here || here.passed > end)) return here
  const opens = goesOn || (isCircumstance(tokens, i) && !isFirstOfTwo(tokens, i))
  const grounded = /^(?:căn cứ|trên cơ sở|trong phạm vi)/.test(
    tokens
      .slice(i, i + 3)
      .map(({ low }) => low)
      .join(' '),
  )
  let tries = 0
  for (let j = i + 1; j < end && j - i < 400; j++) {
    const t = tokens[j] as Token
    // A directive inside the clause names who acts as long as nobody else has been named.
    if (t.low === 'giao' || (opens && (t.low === 'đề' || t.low === 'yêu' || t.low === 'phân'))) {
      const before = tokens[j - 1] as Token
      if (
        LEADERLESS.test(before.low) ||
        // "Phân công, chỉ đạo, giao trách nhiệm cho …": one act among others of whoever stands above
        (t.low === 'giao' && before.text === ',' && tokens[i]?.low === 'phân') ||
        // "cơ chế đặt hàng, giao nhiệm vụ cho doanh nghiệp"
        (t.low === 'giao' && before.text === ',' && tokens[j - 2]?.low === 'hàng' && tokens[j - 3]?.low === 'đặt') ||
        // "phải hướng dẫn, yêu cầu các đơn vị …": one act among others
        (t.low !== 'giao' && before.text === ',' && matchAt(ACTS, tokens, j - 3)?.length === 2) ||
        (t.low === 'giao' &&
          before.word &&
          !/^(?:và|đó|thời|khác|này|trên|lại)$/.test(before.low) &&
          !agreed(tokens, j) &&
          !/^(?:việc|nhiệm)$/.test(tokens[i]?.low ?? ''))
      )
        continue
      const found = directiveAt(text, tokens, j)
      // "…, trên cơ sở đó giao các trường tự quyết định …": what they may do, not what they have to
      if (found && !/^tự (?:quyết|chủ|chịu)$/.test(`${tokens[found.list.end]?.low} ${tokens[found.list.end + 1]?.low}`)) return found
    }
    // "Thiết thực chào mừng Đại hội …, Thủ tướng Chính phủ yêu cầu Bộ trưởng …": who orders says so wherever it stands
    if (!opens && t.text === ',' && tokens[j + 1]?.capital && tries < 10) {
      tries++
      const list = bodiesAt(text, tokens, j + 1, false)
      // "…; Quyết định số … , nhằm …, Tổng cục Thuế đề nghị các Cục Thuế thực hiện các việc sau:"
      const said = list ? pastBracket(tokens, list.end) : 0
      const introduces = list?.bodies.length === 1 && tokens.at(-1)?.text === ':' && tokens[said + 2]?.low === 'các'
      const ordered = list && (introduces || areSpeakers(list.bodies)) ? directiveAt(text, tokens, said) : null
      if (ordered) return ordered
    }
    // "Tiếp thu ý kiến các Bộ, Tổng công ty Đường sắt sớm hoàn chỉnh …"
    if (t.text === ',' && tokens[i]?.low === 'tiếp' && tokens[i + 1]?.low === 'thu' && tokens[j + 1]?.capital) {
      const list = bodiesAt(text, tokens, j + 1, false)
      if (list && matchAt(ACTS, tokens, list.end)?.value === 'modal') return { list, directive: false }
    }
    // "Tiếp thu ý kiến đã thảo luận, đề nghị các địa phương cần …"
    if (!opens && t.text === ',' && /^(?:đề|yêu)$/.test(tokens[j + 1]?.low ?? '') && tokens[j + 3]?.low === 'các') {
      const asked = directiveAt(text, tokens, j + 1)
      if (asked && /^(?:cần|phải|khẩn|tập|tiếp)$/.test(tokens[asked.list.end]?.low ?? '')) return asked
    }
    // "Khen thưởng cấp Nhà nước: Sở Nội vụ phối hợp với …": the matter, and who acts
    const told = /^(?:gồm|quan|sau|là|như|phần|thị)$/.test(tokens[j - 1]?.low ?? '')
    if (!opens && t.text === ':' && j - i < (tokens[j + 1]?.capital && !told ? 26 : 10)) {
      const found = subjectAt(text, tokens, pastCount(tokens, j + 1))
      if (found && 'list' in found && tokens[found.list.end]?.text !== ':') return found
    }
    // "Chế độ báo cáo: Định kỳ hằng quý, các sở …"
    if (!opens && t.text === ':' && j - i < 16 && matchAt(CIRCUMSTANCES, tokens, j + 1)) return actorIn(text, tokens, j + 1, end)
    if (t.text === '(') {
      const found = subjectAt(text, tokens, j + 1)
      if (found && 'list' in found && (found.directive || leadsAlone(tokens, found.list.end) || carriesOut(tokens, found.list.end))) return found
    }
    // "Tổ chức học tập … (Ban Xây dựng Đảng)": a bracket that closes the sentence and names only bodies, not right after another's name.
    if (t.text === '(') {
      const list = bodiesAt(text, tokens, j + 1, false)
      const past = list && tokens[list.end]?.text === ')' ? list.end + 1 : 0
      const isName = j - i < 6 && !tokens.slice(i, j).some((_, k) => matchAt(ACTS, tokens, i + k))
      const isPlace = list?.bodies.every(({ start }) => /^(?:tỉnh|thành|xã|phường|huyện|quận)$/.test(tokens[start]?.low ?? '')) === true
      // "… đường dây nóng 0913.464.689 (đồng chí A)": whom to call
      const called = tokens[j - 1]?.number === true && ((tokens[j - 1]?.text.length ?? 0) > 6 || /^[.-]$/.test(tokens[j - 2]?.text ?? ''))
      if (list && past > 0 && !isPlace && !called && (past >= end || tokens[past]?.text === '.') && !isName && !namesBefore(text, tokens, i, j))
        return { list, directive: false }
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
      if (list && isDone && !brought && !isMade(tokens, list.end) && !(matchAt(ACTS, tokens, i) && tellsWhich(tokens, j)))
        return { list, directive: false }
    }
    // A comma inside a list of bodies opens nothing: "… của cơ quan, đơn vị trước ngày …".
    const brings = /^(?:trình|gửi)$/.test(t.low) || (t.low === 'cáo' && tokens[j - 1]?.low === 'báo')
    if (opens && (brings || /^(?:của|cho|với|tại|giữa|đến|tới|diện)$/.test(t.low))) {
      const list = bodiesAt(text, tokens, j + 1, false)
      const own = list && (ownAfterClosed(text, tokens, list) ?? ownAfterOne(text, tokens, list) ?? (grounded ? ownLast(text, tokens, list) : null))
      if (own) return { list: own, directive: false }
      if (list && list.bodies.length > 1 && list.end <= end) {
        j = list.end - 1
        continue
      }
    }
    // "… nếu có khó khăn, vướng mắc các cơ quan kịp thời báo cáo": no comma before who acts
    const unparted = t.low === 'các' && (/^(?:mắc|sinh|khăn)$/.test(tokens[j - 1]?.low ?? '') || (tokens[i]?.low === 'kết' && j - i < 14))
    if (opens && (unparted || t.low === ',' || t.low === ':' || t.low === 'thì') && tries < 40) {
      tries++
      const k = unparted ? j : skipJoints(tokens, j + 1)
      const found = subjectAt(text, tokens, k)
      if (found && 'list' in found) return found
      if (found && found.passed > j) j = Math.min(found.passed, end) - 1
      // The one who acts stands above: "Trên cơ sở …, chủ động phối hợp với …".
      if (takesPart(tokens, pastUrging(tokens, k)) || (grounded && acts(tokens, pastUrging(tokens, k)))) return null
    }
  }
  return null
}

/** "Thời gian qua, Lãnh đạo Chính phủ đã đôn đốc các bộ …": what was done, where nobody asks for more. */
function tellsOfThePast(tokens: readonly Token[], i: number, end: number): boolean {
  const at = tokens[i]?.low === 'trong' ? i + 1 : i
  if (
    !/^(?:(?:thời gian|những năm|các năm|năm) (?:vừa )?qua|vừa qua|theo (?:báo cáo|thống kê|số liệu))(?: |$)/.test(
      tokens
        .slice(at, at + 4)
        .map(({ low }) => low)
        .join(' '),
    )
  )
    return false
  const words = tokens.slice(at, end).map(({ low }) => low)
  return words.includes('đã') && !words.some((word, k) => /^(?:yêu cầu|đề nghị|đề xuất|giao cho)$/.test(`${word} ${words[k + 1]}`))
}

/** Past "(2)" before a clause. */
const pastCount = (tokens: readonly Token[], i: number): number =>
  tokens[i]?.text === '(' && tokens[i + 1]?.number && tokens[i + 2]?.text === ')' ? i + 3 : i

/** "Theo đề nghị của …", but "Theo dõi các cơ quan …". */
function isCircumstance(tokens: readonly Token[], i: number): boolean {
  const circumstance = matchAt(CIRCUMSTANCES, tokens, i)
  const act = matchAt(ACTS, tokens, i)
  return circumstance !== null && !(act?.value === 'verb' && act.length > circumstance.length)
}

/** "… của các bộ, cơ quan liên quan, Bộ Tài chính khẩn trương …": what comes after the words that close a list acts by itself. */
function ownAfterClosed(text: string, tokens: readonly Token[], list: BodyList): BodyList | null {
  const at = list.bodies.findLastIndex(({ closed }) => closed)
  const own = at < 0 ? [] : list.bodies.slice(at + 1)
  if (own.length === 0 || tokens[(own[0] as Body).start - 1]?.text !== ',' || !predicateAt(text, tokens, { bodies: own, end: list.end })) return null
  return { bodies: own, end: list.end }
}

/** "… của Chính phủ, các bộ, địa phương chủ động …": whoever comes after one by its name, in the plural, acts by itself. */
function ownAfterOne(text: string, tokens: readonly Token[], list: BodyList): BodyList | null {
  const at = list.bodies.findIndex(({ determined }) => determined)
  const own = at === 1 ? list.bodies.slice(at) : []
  const first = own[0]
  if (!first || tokens[first.start - 1]?.low !== 'các' || tokens[first.start - 2]?.text !== ',') return null
  return predicateAt(text, tokens, { bodies: own, end: list.end }) ? { bodies: own, end: list.end } : null
}

/** "Trên cơ sở đề nghị của Sở A và Sở B, Sở C thẩm định …": of those the ground names and one after a comma, that one acts. */
function ownLast(text: string, tokens: readonly Token[], list: BodyList): BodyList | null {
  const last = list.bodies.at(-1)
  if (
    !last ||
    list.bodies.length < 2 ||
    !tokens[last.start]?.capital ||
    tokens[last.start - 1]?.text !== ',' ||
    matchAt(DIRECTIVES, tokens, list.end)
  )
    return null
  const own = { bodies: [last], end: list.end }
  return predicateAt(text, tokens, own) ? own : null
}

/** "Thực hiện và chỉ đạo …": an act beside another, not what is carried out. */
const isFirstOfTwo = (tokens: readonly Token[], i: number): boolean =>
  /^(?:và|,)$/.test(tokens[i + 2]?.low ?? '') && matchAt(ACTS, tokens, i)?.length === 2 && matchAt(ACTS, tokens, i + 3) !== null

/** "Căn cứ chức năng, nhiệm vụ, chỉ đạo các đơn vị …": after what it rests on comes what is to be done, by whoever stands above. */
const acts = (tokens: readonly Token[], i: number): boolean =>
  /^(?:chỉ đạo|xây dựng|tổ chức|ban hành|triển khai|rà soát|bố trí|hướng dẫn) /.test(`${tokens[i]?.low} ${tokens[i + 1]?.low} `) &&
  !tokens[i + 2]?.number &&
  // "Căn cứ Quyết định số 14 ngày 07/7/2017, ban hành Quy định …": what that document does
  !(tokens[i]?.low === 'ban' && tokens[i - 2]?.number)

/** Words that only somebody named above can go on with: "chủ trì", "tham mưu", "phối hợp với". */
const takesPart = (tokens: readonly Token[], i: number): boolean =>
  /^(?:chủ trì|tham mưu)$/.test(`${tokens[i]?.low} ${tokens[i + 1]?.low}`) ||
  (tokens[i]?.low === 'phối' && (tokens[i + 2]?.capital === true || /^(?:với|cùng|chặt)$/.test(tokens[i + 2]?.low ?? '')))

/** The token after words of how an act is to be done: "chủ động, kịp thời". */
function pastUrging(tokens: readonly Token[], i: number): number {
  let k = i
  for (let n = 0; n < 4; n++) {
    const urging = matchAt(ACTS, tokens, k)
    if (urging?.value !== 'modal') break
    k += urging.length + (tokens[k + urging.length]?.low === ',' ? 1 : 0)
  }
  return k
}

/** "(Bộ Y tế chủ trì, …)", not "(các cơ quan chủ trì dự án)". */
const leadsAlone = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.low === 'chủ' && tokens[i + 1]?.low === 'trì' && (!tokens[i + 2]?.word || matchAt(ACTS, tokens, i + 2) !== null)

const CONSENT = /^(?:cơ|thống|đồng|nhất|tán|thông|ghi)$/

/** "Triển khai các dự án, tiểu dự án do Bộ Công an chủ trì": of several things it tells which are meant. */
function tellsWhich(tokens: readonly Token[], at: number): boolean {
  for (let j = at - 1; at - j < 8; j--) {
    if (/^(?:các|những)$/.test(tokens[j]?.low ?? '')) return true
    if (!tokens[j]?.word && tokens[j]?.text !== ',') return false
  }
  return false
}

/** "… do doanh nghiệp trong nước tạo ra", "… do Bộ Y tế ban hành": a thing told by who made it. */
const isMade = (tokens: readonly Token[], end: number): boolean =>
  /^(?:tạo|sản|phân|giao)$/.test(tokens[end]?.low ?? '') ||
  (tokens[end]?.low === 'phát' && tokens[end + 1]?.low === 'động') ||
  (/^ban$/.test(tokens[end]?.low ?? '') && /^(?:theo|tại|;|\.|undefined)$/.test(`${tokens[end + 2]?.low}`))
