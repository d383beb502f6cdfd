import type { Period } from './calendar.ts'

/** A time found in a text, with the words before it that say how it bounds. */
export type Time = {
  from: number
  to: number
  /** Where the words that lead up to it begin: "chậm nhất là trước ngày". */
  leadFrom: number
  lead: string
  period: Period | null
  /** It comes back: "ngày 20 hằng tháng". */
  recurring: boolean
  /** A stretch of years: "2026 - 2030". */
  stretch: boolean
  /** Days from one to another, of which this is the last: "16-18/11". */
  days: boolean
  bare: boolean
}

const TIME = new RegExp(
  [
    '(?<![\\p{L}\\p{N}])ngày (?<ld>\\d{1,2}) (?:của )?các tháng (?<lm>\\d{1,2}(?:(?:,| và) (?:tháng )?\\d{1,2}){1,11})(?!\\d)(?:,? năm (?<lz>\\d{4})|\\s?[/-]\\s?(?<ly>\\d{4}))?(?!\\d)',
    '(?:(?<![\\p{L}\\p{N}/.,-])|(?<=/\\d{4}-))(?<d>ngày )?(?<dr>\\d{1,2}\\s?[-–]\\s?(?=\\d{1,2}/\\d))?(?<dd>\\d{1,2})\\s?(?<ds>[/.-])\\s?(?<dm>\\d{1,2})(?:\\s?[/.-]\\s?(?<dy>\\d{4})|\\/(?<dz>\\d{2}))?(?![\\d/%\\p{L}]|[.,]\\d|-\\d(?!\\d?/\\d))',
    '(?<![\\p{L}\\p{N}])(?:ngày |(?<=(?:trước|đến|hạn|nhất) ))(?<ed>\\d{1,2})(?:,| và| -| –)? tháng (?<em>\\d{1,2})(?:(?:,? năm |\\s?[/-]\\s?)(?<ey>\\d{4}))?(?!\\d)',
    '(?<![\\p{L}\\p{N}])ngày (?<rd>\\d{1,2})(?= (?:hằng|hàng|của|mỗi|tháng (?:cuối|đầu|sau|liền|kế)|cuối))',
    '(?<![\\p{L}\\p{N}])(?<hn>\\d{1,2}) tháng (?<hp>đầu|cuối) năm(?: (?<hy>\\d{4}))?(?!\\d)',
    '(?<![\\p{L}\\p{N}])tháng (?:\\d{1,2}\\s?(?:-|–|,|và)\\s?(?:tháng )?(?=\\d{1,2}(?!\\d))){0,11}(?<mm>\\d{1,2})(?:\\s?[-/.]\\s?(?<my>\\d{4})|(?:,| của)? năm (?<mz>\\d{4}))?(?!\\d|/\\d)',
    '(?<![\\p{L}\\p{N}])quý (?:(?:iv|i{1,3}|[1-4])(?:\\s?[-–,]\\s?|\\s?(?:,|và)\\s)(?:quý )?(?=(?:iv|i{1,3}|[1-4])(?!\\p{L}|\\d)))?(?<q>iv|i{1,3}|[1-4])(?![\\p{L}\\d])(?:\\s?[-/,]?\\s?(?:(?:của )?năm )?(?<qy>\\d{4}))?(?!\\d)',
    '(?<![\\p{L}\\p{N}])(?:giai đoạn|thời kỳ|các năm|năm) (?<sa>\\d{4})\\s?(?:-|–|đến)\\s?(?<sb>\\d{4})(?!\\d)',
    '(?<![\\p{L}\\p{N}])năm (?<y>\\d{4})(?!\\d)',
  ].join('|'),
  'gu',
)
const LEAD =
  /(?:(?<![\p{L}\p{N}])(?:kết thúc|trước|trong|đến|tới|hết|cuối|giữa|đầu|từ|nay|kể|sau|vào|chậm|muộn|nhất|là|hạn|thời|xong|ngày|khoảng|tại|lúc|ngay|hoàn|thành|tuần|thượng|trung|hạ|điểm|chót|quá|hơn|không|nửa|tính|và|(?<=(?:trong|vào) )(?:các|những|hai|ba)|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|\d{1,2} ?(?:giờ|h|g) ?\d{0,2}(?: ?phút)?|\d{2}'|:)[\s:,]{1,2}){1,12}$/u
const QUARTER: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 }
/** What a wording names: of "ngày 20 các tháng 9, 10, 11" several. */
type Named = Pick<Time, 'period' | 'recurring' | 'stretch' | 'days'>
const num = (s: string | undefined): number | null => (s === undefined ? null : Number(s))

function namedBy(g: Record<string, string | undefined>, whole: string): Named[] {
  const plain = (period: Period, days = false) => [{ period, recurring: false, stretch: false, days }]
  if (g.lm !== undefined)
    return (g.lm.match(/\d+/g) ?? [])
      .map(Number)
      .filter((month) => month >= 1 && month <= 12)
      .flatMap((month) => plain({ unit: 'day', day: Number(g.ld), month, year: num(g.lz ?? g.ly) }))
  if (g.dd !== undefined) {
    if (g.dy === undefined && g.ds !== '/' && !g.d) return []
    // "11/8/14"
    const year = g.dz === undefined ? num(g.dy) : g.ds === '/' ? 2000 + Number(g.dz) : null
    if (Number(g.dm) > 12 || Number(g.dm) === 0 || Number(g.dd) > 31 || Number(g.dd) === 0) return []
    // "10-11/2026": from one month to another
    if (!g.d && g.ds === '-' && /\d\s?\/\s?\d{4}$/.test(whole) && Number(g.dd) < Number(g.dm))
      return plain({ unit: 'month', month: Number(g.dm), year })
    return plain({ unit: 'day', day: Number(g.dd), month: Number(g.dm), year }, g.dr !== undefined)
  }
  if (g.ed !== undefined) return plain({ unit: 'day', day: Number(g.ed), month: Number(g.em), year: num(g.ey) })
  if (g.rd !== undefined) return [{ period: null, recurring: true, stretch: false, days: false }]
  if (g.hn !== undefined) {
    const n = Number(g.hn)
    if (n < 1 || n > 11) return []
    return plain({ unit: 'month', month: g.hp === 'đầu' ? n : 12, year: num(g.hy) })
  }
  if (g.mm !== undefined) return Number(g.mm) >= 1 && Number(g.mm) <= 12 ? plain({ unit: 'month', month: Number(g.mm), year: num(g.my ?? g.mz) }) : []
  if (g.q !== undefined) return plain({ unit: 'quarter', quarter: QUARTER[g.q] as number, year: num(g.qy) })
  if (g.sb !== undefined) return [{ period: { unit: 'year', year: Number(g.sb) }, recurring: false, stretch: true, days: false }]
  return plain({ unit: 'year', year: num(g.y) })
}

/** All times a folded text names, in order. */
export function timesIn(low: string): Time[] {
  const times: Time[] = []
  // every wording of a time has a number in it, but for a quarter
  if (!/\d|quý/.test(low)) return times
  for (const m of low.matchAll(TIME)) {
    const named = namedBy(m.groups ?? {}, m[0].trimEnd())
    if (named.length === 0) continue
    const floor = Math.max(times[times.length - 1]?.to ?? 0, m.index - 60)
    const lead = LEAD.exec(low.slice(floor, m.index))?.[0] ?? ''
    const at = { from: m.index, to: m.index + m[0].trimEnd().length, leadFrom: m.index - lead.length, lead: lead.trim(), bare: lead === '' }
    times.push(...named.map((one) => ({ ...at, ...one })))
  }
  return times
}

/** The first of two months or quarters told in one breath: "Tháng 3 và tháng 8/2024", "Quý I, quý III/2024"; from one to the other is a stretch. */
function besideIn(low: string, time: Time): Time[] {
  const { period } = time
  const first = /^(?:tháng|quý) (\d{1,2}|iv|i{1,3})(?:,| và) ?(?:tháng |quý )?/.exec(low.slice(time.from, time.to))?.[1]
  if (!first) return []
  if (period?.unit === 'month') return [{ ...time, period: { ...period, month: Number(first) } }]
  return period?.unit === 'quarter' && QUARTER[first] ? [{ ...time, period: { ...period, quarter: QUARTER[first] } }] : []
}

/** The times of a cell or label that says nothing else: also "12/2025" and "2026". */
export function timesInLabel(low: string): Time[] {
  const times = timesIn(low)
  if (times.length > 0) return times.flatMap((time) => [...besideIn(low, time), time])
  const quarter = /(?<![\p{L}\d])q\.?\s?([1-4]|iv|i{1,3})\s?[/-]\s?(\d{4})(?!\d)/u.exec(low)
  const month = /(?<![\d/])(\d{1,2})\s?[/-]\s?(\d{4})(?!\d)/.exec(low)
  // the year in the name of a law is no time: "theo tiến độ của Luật An ninh mạng 2025"
  const year = /(?<!(?:luật|nghị quyết|nghị định|bộ luật|pháp lệnh) [^,;.]{0,60})(?<![\d/-])(?:\d{4}\s?[-–]\s?)?((?:19|20)\d{2})(?!\d|\/)/.exec(low)
  const period: Period | null = quarter
    ? { unit: 'quarter', quarter: QUARTER[quarter[1] as string] as number, year: Number(quarter[2]) }
    : month && Number(month[1]) <= 12 && Number(month[1]) > 0
      ? { unit: 'month', month: Number(month[1]), year: Number(month[2]) }
      : year
        ? { unit: 'year', year: Number(year[1]) }
        : null
  const m = quarter ?? month ?? year
  if (!period || !m) return []
  const lead = LEAD.exec(low.slice(Math.max(0, m.index - 60), m.index))?.[0] ?? ''
  return [
    {
      from: m.index,
      to: m.index + m[0].length,
      leadFrom: m.index - lead.length,
      lead: lead.trim(),
      period,
      recurring: false,
      stretch: m[0].length > 4,
      days: false,
      bare: lead === '',
    },
  ]
}

const PHASE = /^(?:giai đoạn|đợt|bước|kỳ|lần)(?: thứ)? (?:\d{1,2}|[ivx]{1,4}|một|hai|ba|nhất|nhì)(?![\p{L}\d/-])/u

/** Whether a folded text says nothing but a time: "Tháng 9/2024", "Đợt 1: từ ngày 1/10 đến ngày 15/10/2024". */
export function onlyTime(low: string): boolean {
  if (low.length > 90) return false
  const times = timesIn(low)
  if (times.length === 0) return false
  let at = 0
  let rest = ''
  for (const { leadFrom, to } of times) {
    rest += low.slice(at, leadFrom)
    at = to
  }
  return /^(?:[\s,.:;()–-]|đến|tới|và|hết|trước|từ|trong|các)*$/.test((rest + low.slice(at)).replace(PHASE, ''))
}
