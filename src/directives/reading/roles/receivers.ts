import type { Body } from '../bodies/bodies.ts'
import { type BodyList, bodiesAt, pastBracket } from '../bodies/bodyLists.ts'
import type { MentionRole } from '../reading.ts'
import { lexicon, matchAt, type Token } from '../words/tokens.ts'
import { ACTS } from '../words/verbs.ts'
import { areSpeakers } from './speakers.ts'

type Role = { role: MentionRole; body: Body }

/** Acts that bring a matter before somebody; `carry` ones take an object in between: "báo cáo kết quả về Sở Nội vụ". */
const BRINGING = lexicon<'direct' | 'carry' | 'advise'>(
  ['direct', 'trình lại|trình|tờ trình|kính trình|đề xuất|kiến nghị|đề đạt'],
  ['carry', 'báo cáo|gửi|phản ánh|phản hồi|gửi báo cáo|báo cáo kết quả|báo cáo tình hình|đăng ký'],
  ['advise', 'tham mưu|tham mưu giúp|tham mưu, giúp|tham mưu cho|tham mưu, đề xuất|tham mưu đề xuất'],
)
/** The act of bringing at a token, not half of a noun: "chương trình". */
const bringing = (tokens: readonly Token[], i: number) =>
  tokens[i]?.low === 'trình' && /^(?:chương|quy|lộ|tiến|giáo|hành|lịch)$/.test(tokens[i - 1]?.low ?? '') ? null : matchAt(BRINGING, tokens, i)
const FILLERS = /^(?:hiệu|quả|tốt|với|cho|lên|về|đến|tới|giúp|ngay|kịp|thời|để|cấp|kỳ|họp)$/
const SPECIFIC_END =
  /^(?:[,;.:()]|để|trước|theo|định|qua|thông|chậm|trong|tổng|và|hằng|hàng|xem|vào|khi|ngay|biết|kết|tại|đúng|sau|đồng|nhằm|kèm|các|những|đến|đảm|bảo)$/
const CONSULTED = /^(?:lấy|xin|góp|tham)$/

/** The bodies right after an act, past the small words between. */
function directly(text: string, tokens: readonly Token[], i: number): BodyList | null {
  let j = i
  for (let n = 0; n < 4 && FILLERS.test(tokens[j]?.low ?? ''); n++) {
    if (tokens[j]?.low === 'cấp' || tokens[j]?.low === 'các') break
    j++
  }
  const first = tokens[j]
  // "đề xuất tổ chức Đoàn công tác": an act
  if (first?.text === 'tổ' && tokens[j + 1]?.low === 'chức' && tokens[j - 1]?.low !== 'các' && tokens[j + 2]?.capital) return null
  if (first?.low === 'lãnh' && tokens[j + 1]?.low === 'đạo') {
    const under = bodiesAt(text, tokens, j + 2, false)
    const body = under?.bodies[0]
    if (under && body && (!body.general || /^\p{Lu}/u.test(body.name))) {
      const from = first.from
      return {
        bodies: [
          { ...body, from, name: `${text.slice(from, (tokens[j + 1] as Token).to)} ${text.slice((tokens[j + 2] as Token).from, body.to)}` },
          ...under.bodies.slice(1),
        ],
        end: under.end,
      }
    }
  }
  return bodiesAt(text, tokens, j, false)
}

/** The bodies to which an object is carried: "báo cáo kết quả thực hiện về Sở Nội vụ". */
function carried(text: string, tokens: readonly Token[], i: number, to = /^(?:về|cho|đến|tới|lên|với)$/): BodyList | null {
  for (let j = i; j < tokens.length && j - i < 40; j++) {
    const t = tokens[j] as Token
    if (t.text === '(' && j > i) {
      const past = pastBracket(tokens, j)
      if (past === j) return null
      j = past - 1
      continue
    }
    if (/^[;.:()]$/.test(t.text)) return null
    // "phản ánh kiến nghị của cử tri đến …": what is brought may be called after an act.
    if (bringing(tokens, j) && !(j === i && tokens[j + (bringing(tokens, j)?.length ?? 0)]?.low === 'của')) return null
    if (to.test(t.low) && !/^(?:hợp|tác|đối|cùng|gắn)$/.test(tokens[j - 1]?.low ?? '')) {
      const list = bodiesAt(text, tokens, j + 1, false)
      const last = list?.bodies[list.bodies.length - 1]
      if (
        list &&
        last &&
        !list.bodies[0]?.general &&
        (list.end >= tokens.length || SPECIFIC_END.test(tokens[list.end]?.low ?? '') || /^[-–]$/.test(tokens[list.end]?.text ?? ''))
      )
        return list
    }
  }
  return null
}

/** Those advised past what is drafted for them: "tham mưu kế hoạch UBND tỉnh ban hành". */
function advised(text: string, tokens: readonly Token[], i: number): BodyList | null {
  let drafted = false
  for (let j = i; j < tokens.length && j - i < 9; j++) {
    drafted ||= /^(?:văn bản|kế hoạch|tờ trình|công văn|quyết định|dự thảo|báo cáo)$/.test(`${tokens[j]?.low} ${tokens[j + 1]?.low}`)
    if (tokens[j]?.low === 'trình' || !drafted) {
      if (tokens[j]?.low === 'trình') return null
      continue
    }
    if (!tokens[j]?.word || /^(?:của|do|cho|với|theo|về|và|tại|được)$/.test(tokens[j - 1]?.low ?? '')) {
      if (!tokens[j]?.word) return null
      continue
    }
    if (!tokens[j]?.capital) continue
    const list = bodiesAt(text, tokens, j, false)
    if (list && areSpeakers(list.bodies) && matchAt(ACTS, tokens, list.end)?.value === 'verb') return list
  }
  return null
}

// A bracket that only explains ("cho phù hợp tiến độ …") brings nothing before anybody.
function aside(tokens: readonly Token[], i: number): boolean {
  for (let j = i - 1; j >= 0 && i - j < 24; j--) {
    if (tokens[j]?.text === ')') return false
    if (tokens[j]?.text === '(') return /^(?:cho|để|theo|như|gồm|kể|nhất|đặc|bao|tại|ban|kèm)$/.test(tokens[j + 1]?.low ?? '')
  }
  return false
}

/** "thẩm định các đề án trình Bộ Chính trị": what others bring is appraised. */
function isAppraised(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.low !== 'trình' || !/^(?:đề án|văn bản|nội dung|hồ sơ|dự án|dự thảo|tờ trình)$/.test(`${tokens[i - 2]?.low} ${tokens[i - 1]?.low}`))
    return false
  if (!/^(?:các|những)$/.test(tokens[i - 3]?.low ?? '')) return false
  for (let j = i - 4; j >= 0 && i - j < 18 && !/^[.;:]$/.test(tokens[j]?.text ?? ''); j--)
    if (`${tokens[j]?.low} ${tokens[j + 1]?.low}` === 'thẩm định') return true
  return false
}

/** The name of a system right before a word, in small letters. */
function wordsBefore(tokens: readonly Token[], i: number): string {
  const from = `${tokens[i - 2]?.low} ${tokens[i - 1]?.low}` === 'thông tin' ? i - 4 : i - 2
  return tokens
    .slice(Math.max(from, 0), i)
    .map(({ low }) => low)
    .join(' ')
}

/** Those to whom a matter is brought, those advised, and those it only passes through. */
export function receiversIn(text: string, tokens: readonly Token[], from: number, known: readonly Role[]): Role[] {
  const roles: Role[] = []
  const taken = new Set<number>()
  const leads = new Set(known.filter((r) => r.role === 'lead').map((r) => r.body.from))
  for (let i = from; i < tokens.length; i++) {
    const t = tokens[i] as Token
    if (t.low === 'qua' && !leads.has(tokens[i + 1]?.from ?? -1)) {
      const list = bodiesAt(text, tokens, i + 1, false)
      if (
        list &&
        !list.bodies[0]?.general &&
        (tokens[i - 1]?.low === '(' || tokens[i - 1]?.low === 'thông' || SPECIFIC_END.test(tokens[list.end]?.low ?? '.'))
      ) {
        for (const body of list.bodies) {
          if (tokens[i - 1]?.low === 'thông' && !SPECIFIC_END.test(tokens[list.end]?.low ?? '.')) continue
          roles.push({ role: 'via', body })
          taken.add(body.from)
        }
      }
      continue
    }
    // "… để tổng hợp, báo Trưởng Ban Chỉ đạo"
    const brings =
      t.low === 'báo' && tokens[i + 1]?.capital && /^(?:hợp|hợp ,)$/.test(`${tokens[i - 2]?.low} ${tokens[i - 1]?.low}`.replace(/^tổng /, ''))
    const act = bringing(tokens, i) ?? (brings ? { value: 'direct' as const, length: 1 } : null)
    if (!act) {
      // "báo cáo, đề nghị Bộ …": whoever is asked in the middle of a clause decides, and does not act.
      if (t.low === 'đề' && tokens[i + 1]?.low === 'nghị' && i > from + 1 && !/^[.;:(]$/.test(tokens[i - 1]?.text ?? '')) {
        const list = bodiesAt(text, tokens, i + 2, false)
        for (const body of list?.bodies ?? []) if (!leads.has(body.from)) roles.push({ role: 'submit-to', body })
      }
      continue
    }
    const at = i + act.length
    if (aside(tokens, i) || isAppraised(tokens, i)) continue
    const inWriting = /^(?:văn|công)$/.test(tokens[i - 2]?.low ?? '') && /^(?:có|bằng)$/.test(tokens[i - 3]?.low ?? '')
    if (tokens[at]?.low === 'của' || (!inWriting && /^(?:quá|công|tờ|văn|bản|dự)$/.test(tokens[i - 1]?.low ?? ''))) continue
    // "Hệ thống thông tin báo cáo Chính phủ": a thing that is called so
    if (t.low === 'báo' && /^(?:hệ thống|hệ thống thông tin|phần mềm)$/.test(wordsBefore(tokens, i))) continue
    // "Đội Tham mưu Công an huyện": the word is part of a name.
    if (t.capital && /^(?:đội|phòng|ban|bộ|cục)$/.test(tokens[i - 1]?.low ?? '')) continue
    // "đăng ký doanh nghiệp" is done to them, "đăng ký với Sở Tài chính" is brought
    let list = t.low === 'đăng' && !/^(?:với|về|tới|đến)$/.test(tokens[at]?.low ?? '') ? null : directly(text, tokens, at)
    if (list && t.low === 'gửi' && CONSULTED.test(tokens[list.end]?.low === 'để' ? (tokens[list.end + 1]?.low ?? '') : (tokens[list.end]?.low ?? '')))
      continue
    // "gửi các cơ quan", "gửi các phương tiện thông tin đại chúng đăng tải": sent round, brought before nobody.
    if (list && t.low === 'gửi' && act.length === 1 && list.bodies.every((b) => b.general || b.name.startsWith('phương tiện '))) continue
    if (!list && act.value === 'carry' && !CONSULTED.test(tokens[at]?.low ?? '')) list = carried(text, tokens, at)
    // "tham mưu dự thảo văn bản UBND tỉnh kiến nghị …": those advised act next
    if (!list && act.value === 'advise') list = advised(text, tokens, at)
    // "đề xuất các vấn đề phát sinh với Trưởng ban"
    if (!list && !/^(?:những|các|có|việc|nội|ý)$/.test(tokens[i - 1]?.low ?? '') && /^(?:đề xuất|kiến nghị)$/.test(`${t.low} ${tokens[i + 1]?.low}`))
      list = carried(text, tokens, at, /^với$/)
    for (const body of list?.bodies ?? []) {
      if (taken.has(body.from)) continue
      taken.add(body.from)
      if (act.value === 'advise') roles.push({ role: 'advise', body })
      roles.push({ role: 'submit-to', body })
    }
    i = at - 1
  }
  return roles
}
