import { isDashed, matchAt, type Token } from '../words/tokens.ts'
import { startsAct } from '../words/traits.ts'
import { ACTS } from '../words/verbs.ts'
import { DETERMINERS, GENERAL, HEADS, PAIRS, PLACES, QUALIFIERS, WHOLE } from './bodyWords.ts'
import { extend } from './nameEnds.ts'
import { isOwnName, ownNameAt } from './ownNames.ts'
import { postsEnd } from './posts.ts'
import { placesEnd, properEnd } from './properNames.ts'
import { weakHead } from './weakHeads.ts'

/** A body as it is named in a text; `start` and `end` count tokens. */
export type Body = {
  name: string
  from: number
  to: number
  start: number
  end: number
  determined: boolean
  title: boolean
  /** Only a general word: "cơ quan", "đơn vị". */
  general: boolean
  /** Narrowed by a closing clause: "liên quan". */
  closed: boolean
}

const ENTERPRISES = /^(?:VNPT|Viettel|MobiFone|EVN|PVN|TKV|VTV|VOV|Petrolimex|Vietcombank|Agribank|BIDV|VCCI|VPCP|MTTQ)$/

/** A name as it is written for whoever reads it. */
export function nameOf(s: string): string {
  let name = s.includes('liên quan') ? s.replace(/\bcó liên quan/g, 'liên quan') : s
  if (name.includes(',')) name = name.replace(/,(?=\p{Ll})/gu, ', ')
  return UNEVEN.test(name) ? name.replace(/\s+/g, ' ').trim() : name
}
const UNEVEN = /\s\s|[^\S ]|^\s|\s$/

/** Classes called by what they do, which is an act as well. */
const ACTING = /^(?:cơ quan|đơn vị) (?:phối hợp|cấp phép|giải quyết|tiếp nhận|đăng ký|thẩm định|thông tin)$/
/** What follows a name, and not an act with its object. */
const ORDERED = /^(?:có|phải|chịu|khẩn|chủ|căn|[,;:.()]|liên|và|theo|hoặc)$/

/** A body named by words of which the first is no small word before a name: "Hai bên". */
const wholeBody = (tokens: readonly Token[], start: number, end: number): Body => ({
  name: '',
  from: (tokens[start] as Token).from,
  to: (tokens[end - 1] as Token).to,
  start,
  end,
  determined: true,
  title: false,
  general: false,
  closed: true,
})

/** "Thành phố khẩn trương rà soát …": the place a document is about acts by its authorities. */
function placeAt(tokens: readonly Token[], i: number, inList: boolean): number {
  const end = kindEnd(tokens, i)
  if (end === i || /^(?:trực|thuộc)$/.test(tokens[end]?.low ?? '')) return i
  if (tokens[i]?.capital) return matchAt(ACTS, tokens, end)?.value === 'modal' ? end : i
  // "các sở, ngành, huyện, thị xã xây dựng …", "đề nghị quận, huyện, thị xã …"
  const next = tokens[end]?.low ?? '.'
  if (inList) return /^(?:[,;.:)]|và)$/.test(next) || startsAct(tokens, end) ? end : i
  return next === ',' && runActs(tokens, end) ? end : i
}

/** Whether a list of kinds of places that goes on at a token comes to an act: "quận, | huyện và các xã, phường tích cực vận động". */
function runActs(tokens: readonly Token[], i: number): boolean {
  let j = i
  for (let n = 0; n < 8 && /^(?:,|và)$/.test(tokens[j]?.low ?? ''); n++) {
    let next = j + 1
    while (/^(?:và|các)$/.test(tokens[next]?.low ?? '')) next++
    j = kindEnd(tokens, next)
    if (j === next) return false
  }
  return startsAct(tokens, j) && !/^(?:hằng|hàng)$/.test(tokens[j]?.low ?? '')
}

/** The token after a word for a kind of place: "huyện", "thị xã". */
function kindEnd(tokens: readonly Token[], i: number): number {
  const two = `${tokens[i]?.low} ${tokens[i + 1]?.low}`
  return /^(?:thành phố|thị xã|thị trấn|đặc khu|xã phường)$/.test(two) ? i + 2 : /^(?:tỉnh|huyện|quận|xã|phường) /.test(two) ? i + 1 : i
}

/** The name of a body that begins at a token, or null; after another body less is needed to be one. */
export function bodyAt(tokens: readonly Token[], i: number, inList: boolean, depth = 0): Body | null {
  const whole = matchAt(WHOLE, tokens, i)
  if (whole) return wholeBody(tokens, i, i + whole.length)
  const place = placeAt(tokens, i, inList)
  if (place > i) return { ...wholeBody(tokens, i, place), determined: tokens[i]?.capital === true, closed: false }
  let start = i
  let determined = false
  for (let n = 0; n < 4; n++) {
    const d = matchAt(DETERMINERS, tokens, start)
    if (!d || (tokens[start]?.low === 'ông' && matchAt(HEADS, tokens, start)?.value === 'class')) break
    // "quý" before a number is a quarter, "hai" may count anything.
    if (tokens[start]?.low === 'quý' && !matchAt(HEADS, tokens, start + 1)) break
    start += d.length
    determined = true
  }
  const first = tokens[start]
  if (!first?.word) return null
  const found = matchAt(HEADS, tokens, start)
  // "báo cáo Chính phủ số liệu …": not what is called digital
  const m =
    found?.value === 'not' && /^số (?:liệu|lượng|hộ|tiền|vốn)$/.test(`${tokens[start + found.length - 1]?.low} ${tokens[start + found.length]?.low}`)
      ? { value: 'organ' as const, length: found.length - 1 }
      : found
  const make = (end: number, closed: boolean, title: boolean, general: boolean): Body => ({
    name: '',
    from: first.from,
    to: (tokens[end - 1] as Token).to,
    start,
    end,
    determined,
    title,
    general,
    closed,
  })
  // "Ban Chỉ đạo thực hiện hỗ trợ … chủ trì": a name the document introduced itself
  const own = ownNameAt(tokens, start)
  if (own > (m?.length ?? 0)) return make(placesEnd(tokens, start + own), false, false, false)
  if (!m || m.value === 'not') {
    // "đồng chí Nguyễn Văn A": a person answers by name.
    const person = /^(?:chí|ông|bà|đ\/c)$/.test(tokens[start - 1]?.low ?? '') && first.capital ? properEnd(tokens, start, true, false) : start
    const post =
      /^[,–-]$/.test(tokens[person]?.text ?? '') && matchAt(HEADS, tokens, person + 1)?.value === 'title'
        ? bodyAt(tokens, person + 1, true, depth + 1)
        : null
    if (person > start + 1) return make(post?.end ?? person, false, true, false)
    // "Cô Lan (kế toán)", "đ/c Mai, đ/c Tuấn": by the given name alone
    const comrade = /^(?:chí|đ\/c)$/.test(tokens[start - 1]?.low ?? '')
    if (comrade && person === start + 1 && !m && /^(?:[,;.:()–-]|và|phụ|chủ|undefined)$/.test(`${tokens[person]?.low}`))
      return make(post?.end ?? person, false, true, false)
    const teacher = /^(?:Thầy|Cô|thầy|cô)$/.test(first.text) && tokens[start + 1]?.capital ? properEnd(tokens, start + 1, true, false) : start
    if (teacher > start + 1 && !m) return make(teacher, false, true, false)
  }
  if (!m) {
    if (!ENTERPRISES.test(first.text) && !isOwnName(first.text)) return null
    const brand = properEnd(tokens, start, true)
    return make(placesEnd(tokens, brand), false, false, false)
  }
  if (m.value === 'not') return null
  // "các cơ quan phối hợp rà soát": a word that may be an act is one, unless another order follows.
  const shorter = ACTING.test(
    tokens
      .slice(start, start + m.length)
      .map((t) => t.low)
      .join(' '),
  )
  const at = start + (shorter && !ORDERED.test(tokens[start + m.length]?.low ?? '.') ? 2 : m.length)
  const next = tokens[at]
  const head = tokens
    .slice(start, at)
    .map((t) => t.low)
    .join(' ')
  if (m.value === 'weak' && !weakHead(tokens, start, at, head, determined, inList)) return null
  // "Hội đồng quản trị các Tổng công ty": a board over a class is one entry
  const boards = /^hội đồng (?:quản trị|thành viên)$/.test(head) && next?.low === 'các'
  if (m.value === 'title' || head === 'lãnh đạo' || boards) {
    // "Thủ trưởng các ngành, các cấp"
    const all = tokens[at - 1]?.low === 'các' ? at - 1 : at
    const everybody = matchAt(WHOLE, tokens, all)
    if (everybody) return make(all + everybody.length, false, true, false)
    let j = postsEnd(tokens, start, at)
    if (matchAt(PAIRS, tokens, j)) return make(j + (matchAt(PAIRS, tokens, j)?.length ?? 0), false, true, false)
    const both = tokens[j]?.low === 'kiêm' && depth < 3 ? bodyAt(tokens, j + 1, true, depth + 1) : null
    if (both) return make(both.end, both.closed, true, false)
    // "Trưởng Ban xây dựng Đảng": the unit a post is called after may have its own name
    const unit = j === at && /^(?:phó )?trưởng ban$/.test(head) && (matchAt(HEADS, tokens, at - 1)?.length ?? 0) > 1 ? at - 1 : j
    const under = depth < 3 ? bodyAt(tokens, unit, true, depth + 1) : null
    if (under && !under.title) {
      j = under.end
      let closed = under.closed
      // "bí thư tỉnh ủy, thành ủy": a post over classes is one entry.
      for (let n = 0; n < 20 && !closed; n++) {
        const sep = tokens[j]?.low
        if (sep !== ',' && sep !== 'và' && !isDashed(tokens, j)) break
        const k = sep === ',' && tokens[j + 1]?.low === 'và' ? j + 2 : j + 1
        // "Thủ trưởng các cơ quan, đơn vị và cá nhân liên quan": nobody is over persons
        if (tokens[k]?.low === 'cá' && tokens[k + 1]?.low === 'nhân') break
        // "Tổng giám đốc các Tập đoàn, Tổng công ty"
        const firms =
          under.determined && tokens[under.start]?.low === 'tập' && /^(?:tổng công|công ty)$/.test(`${tokens[k]?.low} ${tokens[k + 1]?.low}`)
        if (
          tokens[k]?.capital &&
          !firms &&
          !(bareClass(tokens, { ...under, determined: false }) && anyOfClass(tokens, bodyAt(tokens, k, true, depth + 1)))
        )
          break
        const more = matchAt(DETERMINERS, tokens, k) ? null : bodyAt(tokens, k, true, depth + 1)
        // "Người đứng đầu cấp ủy, chính quyền, cơ quan, tổ chức": whatever they head
        if (more?.general && !under.general && head !== 'người đứng đầu') break
        const kind = matchAt(HEADS, tokens, k)?.value
        if (
          !more ||
          more.title ||
          more.determined ||
          !(kind === 'class' || (kind === 'organ' && tokens[k]?.low === 'chính') || matchAt(PLACES, tokens, k))
        )
          break
        j = more.end
        closed = more.closed
      }
      return make(j, closed, true, false)
    }
    if (head === 'lãnh đạo' || head === 'tập thể' || head === 'tập thể lãnh đạo') return null
    const more = extend(tokens, start, j, head, depth)
    return make(more.end, more.closed, true, false)
  }
  // "tổ chức" and other words of general use are verbs or plain nouns unless something shows a body.
  const lower = !first.capital
  if (head === 'tổ chức' && !determined && !inList && !/^(?:đảng|có|liên)$/.test(next?.low ?? '')) return null
  if (/^tổ chức (?:hội|đoàn)$/.test(head) && !determined && !inList && next?.word && matchAt(QUALIFIERS, tokens, at) === null) return null
  const { end, closed } = extend(tokens, start, at, head, depth)
  const bare = end === at
  if (
    bare &&
    m.value === 'class' &&
    !determined &&
    !inList &&
    depth === 0 &&
    /^(?:bộ|ngành|sở|ban|vụ|cục|phòng|viện|trường|hội|quỹ|báo|đài|đội|trạm|trung tâm|làng|thuế|mặt trận|liên minh|hội đồng|ủy ban)$/.test(head) &&
    lower
  )
    return null
  if (head === 'thuế' && bare && lower) return null
  return make(end, closed, false, bare ? GENERAL.has(head) : false)
}

/** Whether a body is any of its class, named by nothing but whose it is: "Cục", "Cục thuộc Bộ". */
const anyOfClass = (tokens: readonly Token[], body: Body | null): boolean =>
  bareClass(tokens, body) ||
  (body !== null && !body.determined && matchAt(HEADS, tokens, body.start)?.value === 'class' && tokens[body.start + 1]?.low === 'thuộc')

/** Whether a body is only the word of its class: "Thành ủy". */
const bareClass = (tokens: readonly Token[], body: Body | null): boolean => {
  const m = body && !body.determined ? matchAt(HEADS, tokens, body.start) : null
  return m?.value === 'class' && body !== null && m.length === body.end - body.start
}

/** The words of a body as they are to be written. */
export const named = (text: string, body: Body): Body => ({ ...body, name: nameOf(text.slice(body.from, body.to)) })
