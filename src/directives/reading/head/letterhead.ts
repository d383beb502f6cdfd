import { bodiesAt } from '../bodies/bodyLists.ts'
import type { Block } from '../layout/lines.ts'
import type { CitedDocument, DocumentFacts } from '../reading.ts'
import { isoDay } from '../time/calendar.ts'
import { isCapitals, officeInSentenceCase } from '../words/letterCase.ts'
import { fold } from '../words/plaintext.ts'
import { tokensOf } from '../words/tokens.ts'
import { KIND_LINE, KIND_OF, KINDS, NATION } from './kinds.ts'

const NUMBER =
  /^số(?: (?:và )?(?:ký )?hiệu(?: văn bản)?)?\s?:?\s*([\p{L}\p{N}][\p{L}\p{N}/.-]*(?: ?\/ ?[\p{L}\p{N}][\p{L}\p{N}/.-]*)?(?:(?: - ?|(?<=-) )(?:(?:ctr|cv|kh|nq|ct|kl|qđ|tb|hd|bc|qc)\/[\p{L}\d]+|ubnd|hđnd|tw|tu|hu|bch|ttg)(?!\p{L}))?)/u
const PLACE_DATE = /^([\p{L}\s.]{2,40}?),? ngày\s?(\d{1,2}) tháng\s?(\d{1,2}) năm\s?(\d{4})/u
const OFFICE =
  /^(?:ủy ban|hội đồng|bộ|sở|văn phòng|chính phủ|thủ tướng|ban|tỉnh|thành|huyện|quận|đảng|cục|tổng cục|công an|quốc hội|thanh tra|phòng|viện|trường|học viện|liên đoàn|hội|mặt trận|chi cục|tập đoàn|tổng công ty|bảo hiểm|kho bạc|ngân hàng|tòa án|quân ủy|đoàn|xã|phường|thị trấn|chủ tịch|trung tâm|vụ|ubnd|hđnd|liên hiệp|hiệp hội)(?![\p{L}])/u

const BROKEN_OFFICE = /(?:^|\s)(?:ủy ban|ủy ban nhân|hội đồng|hội đồng nhân|bộ|sở|văn phòng ủy ban|văn phòng ủy ban nhân)$/

// Under the title of a decision stands who decides: "BỘ TRƯỞNG BỘ …".
const DECIDER =
  /^(?:bộ trưởng|chủ tịch|thủ tướng|giám đốc|hội đồng nhân dân|ủy ban nhân dân|chính phủ|ban thường vụ|tổng giám đốc|hiệu trưởng|ủy ban thường vụ quốc hội|quốc hội)[^,]{0,60}$/

/** What the head of a document says, and where its body begins. */
export type Head = Omit<DocumentFacts, 'signer' | 'recipients' | 'implements' | 'grounds' | 'amends' | 'replaces' | 'abbreviations'> & {
  body: number
  addressees: string[]
}

/** Where the letterhead begins: a page of a portal may tell in its own words what the document is about before it. */
function startOf(blocks: readonly Block[]): number {
  const nation = blocks.findIndex(({ text }, i) => i < 60 && text.length < 80 && NATION.test(fold(text)))
  if (!blocks.slice(0, Math.max(0, nation)).some(({ text }) => text.length > 100)) return 0
  let start = nation
  while (start > 0 && isCapitals(blocks[start - 1]?.text ?? '') && (blocks[start - 1]?.text.length ?? 0) < 160) start--
  return start
}

/** Reads the head of a document: its first blocks down to the title. */
export function headOf(blocks: readonly Block[], source: string): Head {
  const head: Head = { kind: null, number: null, date: null, issuer: null, title: null, place: null, body: 0, addressees: [] }
  const offices: string[] = []
  const start = startOf(blocks)
  const limit = Math.min(blocks.length, start + 40)
  let kindAt = -1
  for (let i = start; i < limit && kindAt < 0; i++) {
    const text = (blocks[i] as Block).text
    const low = fold(text)
      .replace(/(?<![*_\s])[*_\s]+$/, '')
      .replace(/(?<!\s)\s{2,}-{3,}$/, '')
    const number = NUMBER.exec(low)
    const place = PLACE_DATE.exec(low)
    // "Số 24-CV/ĐU về việc …": what a letter is about may go on on the same line
    if (number && (text.length < 60 || /^ (?:v\/v|về việc) /.test(low.slice(number[0].length))) && !head.number) {
      const at = low.indexOf(number[1] as string)
      head.number = text
        .slice(at, at + (number[1] as string).length)
        .replace(/ /g, '')
        .replace(/[.,]$/, '')
      head.body = i + 1
    }
    if (place && text.length < 90 && !head.date) {
      head.place = text.slice(0, (place[1] as string).length).trim()
      head.date = isoDay(Number(place[4]), Number(place[3]), Number(place[2]))
      head.body = i + 1
    }
    if (NATION.test(low) && text.length < 80) head.body = i + 1
    if (isCapitals(text) && (KIND_LINE.test(low) || OFFICE.test(KIND_OF.exec(low)?.groups?.by ?? ''))) kindAt = i
    else if (isCapitals(text) && text.length < 60 && BROKEN_OFFICE.test(fold(offices.at(-1) ?? '')) && !NATION.test(low)) {
      // a page of two columns breaks it: "ỦY BAN NHÂN" / "DÂN" / "THÀNH PHỐ …"
      offices.push(`${offices.pop()} ${text.replace(/\s+-{3,}$/, '')}`)
      head.body = Math.max(head.body, i + 1)
    } else if (isCapitals(text) && text.length < 160 && OFFICE.test(low) && !NATION.test(low) && kindAt < 0) {
      // In capitals, or a letterhead of several lines: the last office named issues the document.
      offices.push(text.replace(/\s+-{3,}$/, '').replace(/\s{2,}/g, ' '))
      head.body = Math.max(head.body, i + 1)
    }
    if (low.startsWith('kính gửi')) break
    if (text.length > 250) break
  }
  if (offices.length > 0) head.issuer = officeInSentenceCase(jointOffices(offices) ?? officeOf(offices), source)
  if (kindAt >= 0) {
    const line = (blocks[kindAt] as Block).text
    const said = KIND_OF.exec(fold(line))?.groups
    if (said?.by) head.issuer = officeInSentenceCase(line.slice(-said.by.length), source)
    const kind = said?.kind ?? fold(line)
    head.kind = kind.charAt(0).toUpperCase() + kind.slice(1)
    let i = kindAt + 1
    const title: string[] = []
    for (; i < blocks.length && i < kindAt + 8; i++) {
      const b = blocks[i] as Block
      if (b.label && !isCapitals(b.text)) break
      if (b.label && b.label.family !== 'dash') break
      if (isCapitals(b.text) && title.length > 0 && (!isCapitals(title[title.length - 1] as string) || DECIDER.test(fold(b.text)))) break
      if (
        !(
          isCapitals(b.text) ||
          (/^(?:\()?(?:về|v\/v|của|tại)(?![\p{L}])/u.test(fold(b.text)) && b.text.length < 400 && !/[:;]$|(?<!\d)\.$/.test(b.text)) ||
          (title.length === 0 &&
            b.text.length < (/^\p{Ll}/u.test(b.text) ? 500 : 200) &&
            !/[.:;]$/.test(b.text) &&
            (!/^(?:căn cứ|thực hiện|thi hành)/.test(fold(b.text)) ||
              /^\p{Ll}/u.test(b.text) ||
              (blocks[i + 1]?.label ?? null) !== null ||
              (!b.gapBefore && blocks[i + 1]?.gapBefore === true)))
        )
      )
        break
      title.push(b.text)
    }
    const by = issuedBy(title.join(' '))
    if (by) {
      head.issuer = by.names.map((name) => officeInSentenceCase(name, source)).join(', ')
      title.splice(0, title.length, ...(by.rest === '' ? title.slice(1) : [by.rest]))
    }
    // Without a letterhead, who decides stands under the title.
    const decider = blocks[i]?.text ?? ''
    if (!head.issuer && isCapitals(decider) && DECIDER.test(fold(decider))) head.issuer = officeInSentenceCase(decider, source)
    head.title = title.join(' ') || null
    head.body = i
  }
  // "TRUNG ƯƠNG / VĂN PHÒNG", as a page of two columns comes out
  if (head.issuer && fold(head.issuer) === 'văn phòng' && /VPTW$/u.test(head.number ?? '')) head.issuer = 'Văn phòng Trung ương Đảng'
  addressed(head, blocks)
  return head
}

/** "CHỈ THỊ / CỦA BAN BÍ THƯ", "KẾT LUẬN / CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ VỀ …": the words under the kind say who issues it, and what it is about. */
function issuedBy(title: string): { names: string[]; rest: string } | null {
  const low = fold(title)
  const about = low.search(/ (?:về|v\/v)(?: |:)/)
  const end = about < 0 ? low.length : about
  if (!low.startsWith('của ') || end > 80 || !OFFICE.test(low.slice(4))) return null
  return { names: title.slice(4, end).split(/,\s+/), rest: title.slice(end).trim() }
}

const PARTY_ORGAN = /^(?:ban (?:tổ chức|tuyên giáo|tuyên giáo và dân vận|dân vận|nội chính|thường vụ|chấp hành|kinh tế)|ủy ban kiểm tra)$/
const PARTY = /^(?:tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|đảng bộ) /

/** Offices that issue together, side by side or line under line: "SỞ NỘI VỤ - SỞ TÀI CHÍNH -" over "BẢO HIỂM XÃ HỘI TỈNH …". */
function jointOffices(offices: readonly string[]): string | null {
  const last = offices.findLastIndex((one) => !/[-–]$/.test(one.trim()))
  let first = last
  while (first > 0 && /[-–]$/.test(offices[first - 1]?.trim() ?? '')) first--
  const parts = offices
    .slice(first, last + 1)
    .join(' ')
    .split(/\s+[-–]\s+|(?<=\p{L}{2})[-–]\s+/u)
  return parts.length > 1 && parts.every((part) => OFFICE.test(fold(part))) ? parts.join(', ') : null
}

// "ỦY BAN NHÂN DÂN" over "TỈNH …" is one office on two lines; a ministry under its people's committee is two.
function officeOf(offices: string[]): string {
  const last = offices[offices.length - 1] as string
  const before = offices[offices.length - 2]
  if (before && fold(before) === 'ban chấp hành trung ương' && PARTY_ORGAN.test(fold(last))) return `${last} TRUNG ƯƠNG`
  if (before && (fold(last) === 'văn phòng' || (PARTY_ORGAN.test(fold(last)) && PARTY.test(fold(before))))) return `${last} ${before}`
  if (before && /^(?:tỉnh|thành phố|huyện|quận|xã|phường|thị trấn|đặc khu)(?! ủy|[\p{L}])/u.test(fold(last))) return `${before} ${last}`
  // "THANH TRA TỈNH" under "UBND TỈNH BÌNH PHƯỚC" is that of the same place.
  const level = / (?:tỉnh|thành phố|huyện|quận)$/.exec(fold(last))?.[0]
  const at = level && before ? fold(before).indexOf(`${level} `) : -1
  return before && level && at >= 0 ? `${last}${before.slice(at + level.length)}` : last
}

/** A letter names those it is for after "Kính gửi", a telegram after "… điện:". */
const ADDRESSES = /^(?:kính gửi|[^:.]{3,80} điện(?: gửi)?\s?:)/u

const ABOUT = /^(?:số\s?:? .{3,40} )?(?:v\/v:?|về việc) /

function addressed(head: Head, blocks: readonly Block[]): void {
  const at = blocks.findIndex((b, i) => i < 40 && ADDRESSES.test(fold(b.text)))
  if (at < 0 || (head.kind !== null && at > head.body + 3)) return
  const rest = (blocks[at] as Block).text.replace(/^(?:[^:]{0,80}điện(?: gửi)?|[^:]{0,12}):?\s*/u, '')
  if (rest !== '') head.addressees.push(rest)
  let i = at + 1
  for (; i < blocks.length && i < at + 40; i++) {
    const b = blocks[i] as Block
    if (rest !== '' || !b.label || !/^(?:dash|plus|star|dot)$/.test(b.label.family) || b.text.length > 250) break
    head.addressees.push(b.text.slice(b.label.length))
  }
  // A letter says what it is about under its number: "V/v tăng cường …".
  const about = head.kind === null ? blocks.slice(0, at).find((b) => ABOUT.test(fold(b.text))) : undefined
  if (about) head.title = about.text.slice(ABOUT.exec(fold(about.text))?.[0].length)
  if (head.kind === null) head.kind = 'Công văn'
  head.body = Math.max(head.body, i)
}

const CITED = new RegExp(
  `(?<kind>${[...KINDS].sort((a, b) => b.length - a.length).join('|')})(?: hội nghị[^.;“"]{0,80})?,? (?:(?:số )?(?<number>\\d{1,5}(?:[/.-][\\p{L}\\p{N}]+){1,5}))(?:,? ngày (?<d>\\d{1,2})[/.-](?<m>\\d{1,2})[/.-](?<y>\\d{4})|,? ngày (?<d2>\\d{1,2}) tháng (?<m2>\\d{1,2}) năm (?<y2>\\d{4}))?`,
  'gu',
)

const ISSUED_BY = /^,? của (?:tập thể )?/

/** Who issued the document that a text cites just before: "… của Ủy ban nhân dân tỉnh". */
function issuerAfter(text: string, low: string): string | null {
  const by = ISSUED_BY.exec(low)
  if (!by) return null
  const rest = text.slice(by[0].length, by[0].length + 160)
  return bodiesAt(rest, tokensOf(rest), 0, false)?.bodies[0]?.name ?? null
}

/** The documents cited in a text, with their numbers, dates and issuers. */
export function citedIn(text: string): (CitedDocument & { from: number; to: number })[] {
  const low = fold(text)
  return [...low.matchAll(CITED)]
    .filter((m) => !/^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(m.groups?.number ?? ''))
    .map((m) => {
      const end = m.index + m[0].length
      const g = m.groups ?? {}
      const kind = g.kind as string
      const at = m.index + m[0].indexOf(g.number as string)
      const date = isoDay(Number(g.y ?? g.y2 ?? 0), Number(g.m ?? g.m2 ?? 0), Number(g.d ?? g.d2 ?? 0))
      return {
        kind: kind.charAt(0).toUpperCase() + kind.slice(1),
        number: text.slice(at, at + (g.number as string).length),
        date,
        issuer: issuerAfter(text.slice(end, end + 200), low.slice(end, end + 20)),
        from: m.index,
        to: end,
      }
    })
}
