import { type Body, nameOf } from '../bodies/bodies.ts'
import { type BodyList, bodiesAt } from '../bodies/bodyLists.ts'
import { DETERMINERS } from '../bodies/bodyWords.ts'
import { narrowedList } from '../bodies/narrowing.ts'
import { lexicon, matchAt, type Token } from '../words/tokens.ts'
import { nounsEnd, startsAct } from '../words/traits.ts'
import { ACTS } from '../words/verbs.ts'

const CLOSELY = lexicon<true>([
  true,
  'liên kết|chặt chẽ|quyết liệt|toàn diện|mật thiết|nhuần nhuyễn|sâu sát|ngay|hiệu quả cao|khẩn trương|cụ thể|nghiêm túc|thường xuyên|đồng bộ|trực tiếp|hiệu quả|có hiệu quả|kịp thời|tốt|chủ động|tích cực|nhịp nhàng|thống nhất|và',
])

/** What is no partner, though "phối hợp với" stands before it: a thing, a piece of work, each other. */
const NO_PARTNER =
  /^(?:nhau|việc|công|chương|phong|cuộc|hoạt|kế|nhiệm|nội|giải|biện|chế|ý|quá|đề|dự|khoản|quy|các khoản|hệ|cơ|yêu|mục|tình|điều|đặc|thực|nhu|tăng|thu|phát|chuyển)$/

/** The end of a name in small letters; "bên mua điện": a party to a contract is called after an act. */
function partyEnd(tokens: readonly Token[], i: number): number {
  // "NAFIQAVED": letters only, or a word with a capital, up to the act
  if (tokens[i]?.capital && /^(?:\p{Lu}{2,}\p{N}*|\p{Lu}\p{L}{6,})$/u.test(tokens[i]?.text ?? '')) return i + 1
  if (tokens[i]?.low !== 'bên') return nounsEnd(tokens, i)
  let j = i + 1 + (matchAt(ACTS, tokens, i + 1)?.length ?? 1)
  while (j - i < 6 && tokens[j]?.word && !startsAct(tokens, j) && !/^(?:và|để|trong|theo|khi|tại)$/.test(tokens[j]?.low ?? '')) j++
  return j
}

/** Whoever is named after "phối hợp với" though no word of the name is known: "phối hợp với gia đình người bệnh, bên mua điện tính toán …". */
function unknownPartners(text: string, tokens: readonly Token[], i: number, at: number): BodyList | null {
  if (tokens[i]?.low !== 'phối' || !/^(?:với|cùng)$/.test(tokens[at - 1]?.low ?? '')) return null
  const bodies: Body[] = []
  let end = at
  for (let j = at, n = 0; n < 6; n++) {
    const start = j + (matchAt(DETERMINERS, tokens, j)?.length ?? 0)
    const known = bodiesAt(text, tokens, j, false, true)
    const stop = known?.end ?? partyEnd(tokens, start)
    if (stop <= start || (!known && NO_PARTNER.test(tokens[start]?.low ?? ''))) break
    if (known) bodies.push(...known.bodies)
    else {
      const { from } = tokens[start] as Token
      const { to } = tokens[stop - 1] as Token
      bodies.push({ name: nameOf(text.slice(from, to)), from, to, start, end: stop, determined: true, title: false, general: false, closed: true })
    }
    end = stop
    if (!/^(?:,|và)$/.test(tokens[stop]?.low ?? '')) break
    j = tokens[stop + 1]?.low === 'và' ? stop + 2 : stop + 1
  }
  return bodies.length > 0 ? { bodies, end } : null
}

/** Those named after "phối hợp" at a token; null where nobody is. */
export function partnersAt(text: string, tokens: readonly Token[], i: number): BodyList | null {
  let j = i + 2
  // "xây dựng kế hoạch phối hợp với các bộ": what kind of plan it is
  if (!tokens[i - 2]?.capital && /^(?:kế hoạch|quy chế|chương trình|quy trình)$/.test(`${tokens[i - 2]?.low} ${tokens[i - 1]?.low}`)) return null
  for (let n = 0; n < 6; n++) {
    const how = matchAt(CLOSELY, tokens, tokens[j]?.low === ',' ? j + 1 : j)
    if (how) j += how.length + (tokens[j]?.low === ',' ? 1 : 0)
  }
  if (tokens[j]?.low === 'cùng') j += tokens[j + 1]?.low === 'với' ? 2 : 1
  else if (tokens[j]?.low === 'với') j++
  else if (tokens[j]?.low === 'giữa') return null
  // "có sự phối hợp của Sở Y tế"
  if (tokens[i - 1]?.low === 'sự') {
    if (tokens[j]?.low !== 'của' && tokens[j - 1]?.low !== 'với') return null
    if (tokens[j]?.low === 'của') j++
  }
  const list = bodiesAt(text, tokens, j, false, /^(?:với|cùng|của)$/.test(tokens[j - 1]?.low ?? '')) ?? unknownPartners(text, tokens, i, j)
  // "phối hợp Ban Quản lý …; các doanh nghiệp và các đơn vị liên quan rà soát …": the list goes on until its act.
  const all = list && tokens[list.end]?.text === ';' ? bodiesAt(text, tokens, j, true) : null
  if (all && all.bodies.length > (list?.bodies.length ?? 0) && matchAt(ACTS, tokens, all.end)) return all
  const more = list && tokens[list.end]?.text === ',' ? unknownAfter(tokens, list) : null
  return more ?? (list && (narrowedList(text, tokens, list, false, true) ?? list))
}

/** "Trung tâm Khuyến ngư Quốc gia, Nafiqaved tổ chức …": a name that nobody knows closes the list before its act. */
function unknownAfter(tokens: readonly Token[], list: BodyList): BodyList | null {
  const t = tokens[list.end + 1]
  if (!t?.capital || !/^(?:\p{Lu}{2,}\p{N}*|\p{Lu}\p{L}{6,})$/u.test(t.text) || !startsAct(tokens, list.end + 2)) return null
  const end = list.end + 2
  const body: Body = { name: t.text, from: t.from, to: t.to, start: list.end + 1, end, determined: true, title: false, general: false, closed: true }
  return { bodies: [...list.bodies, body], end }
}

/** The partners named right at a token. */
export function partnersAfter(text: string, tokens: readonly Token[], i: number): BodyList | null {
  const list = bodiesAt(text, tokens, i, false, true)
  return list && (narrowedList(text, tokens, list, false, true) ?? list)
}

/** "… chủ trì; Công an tỉnh, UBND xã phối hợp thực hiện": those named before "phối hợp" help whoever leads, where somebody does. */
export function helps(tokens: readonly Token[], { start, end }: Body): boolean {
  let j = end
  while (j < tokens.length && j - end < 40 && !/^(?:phối|[;.)])$/.test(tokens[j]?.low ?? '') && !matchAt(ACTS, tokens, j)) j++
  if (tokens[j]?.low !== 'phối' || tokens[j + 1]?.low !== 'hợp' || /^(?:với|cùng|chặt|và|,)$/.test(tokens[j + 2]?.low ?? '')) return false
  return tokens.slice(0, start).some(({ low }, k, all) => low === 'chủ' && all[k + 1]?.low === 'trì')
}
