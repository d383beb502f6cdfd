import { fold } from '../words/plaintext.ts'
import { lastDay, type Period } from './calendar.ts'
import { type Time, timesIn, timesInLabel } from './timeWords.ts'

/** A deadline found in a text: offsets count from the start of that text. */
export type Deadline = { from: number; to: number; due: string | null; kind: 'date' | 'event' | 'recurring' | 'horizon' | 'vague'; guessed: boolean }

/** What dates a document lends to wordings that leave the year out. */
export type Dating = { date: string | null; year: number | null }

const RECURS_AFTER = /^\s?(?:của )?(?:hằng|hàng|mỗi) (?:năm|tháng|quý|tuần|ngày)/
/** "trước ngày 01 tháng 12 của năm trước": a day of every year. */
const OF_A_YEAR = /^\s?(?:của )?năm (?:trước|sau|kế tiếp|tiếp theo|liền kề)(?![\p{L}])/u
/** What of the words after a recurring day says how often it comes: "ngày 25 hằng tháng", "ngày 15 tháng cuối quý". */
const RECURS_ON =
  /^\s?(?:của )?(?:(?:hằng|hàng|mỗi) (?:năm|tháng|quý|tuần|ngày)|(?:các )?tháng (?:cuối|đầu)(?: của)?(?: mỗi| hằng)? (?:quý|kỳ|năm)|tháng tiếp theo|(?:mỗi|các) (?:tháng|quý))(?![\p{L}])/u
const RECURS_BEFORE = /(?:(?:hằng|hàng|mỗi) (?:năm|tháng|quý|tuần)|định kỳ)[^.;]{0,150}$/
/** "Báo cáo 6 tháng gửi trước ngày 20/6, báo cáo năm …": each time one. */
const REPORTS = /báo cáo (?:quý|tháng|tuần|năm|(?:6|sáu) tháng|định kỳ)(?! \d)[^.;,]{0,30}$/
const RECURS_FIRST = /^\s?(?:(?:hằng|hàng|mỗi) (?:năm|tháng|quý|tuần|ngày)|định kỳ)/
const OPEN_END =
  /^\s?(?:,|và)?\s?(?:(?:và|các|những) )*(?:(?:năm|quý|tháng|giai đoạn|nhiệm kỳ|thời gian|niên độ) (?:tiếp theo|tiếp sau|sau|tới|kế tiếp)|(?:những|các) tháng đầu năm|trở đi|trở về sau|(?<=và )(?:hằng|hàng) năm(?![\p{L}])|tiếp theo(?![\p{L}]))/u
const PLANNING =
  /(?:chiến lược|quy hoạch|đề án|chương trình|kế hoạch|định hướng|tầm nhìn|mục tiêu|chỉ tiêu|lộ trình|phương hướng|giai đoạn|thời kỳ|dự báo|nghị quyết|kịch bản)(?![\p{L}])/u
const DESCRIBED =
  /(?:số liệu|kết quả|báo cáo|kế hoạch|tình hình|công tác|nhiệm vụ|giao ban|dự toán|thu|chi|ngân sách|phiên họp|họp|của|so với|tăng trưởng(?: [\p{L}]+){0,2}|cùng kỳ|vốn|chỉ tiêu|kinh phí|thường kỳ|sơ kết|tổng kết)$/u
const GIVEN_WORK =
  /(?:nhiệm vụ|chỉ tiêu|công việc|văn bản|dự án)(?: [\p{L}]+){0,2} (?:triển khai|thực hiện|được giao|đã giao|giao|ban hành)$|(?:mục tiêu|chỉ tiêu|nhiệm vụ|kế hoạch) (?:đã |được )?đề ra$|(?:đã|được giao|không có khả năng giải ngân|phát sinh|xảy ra|(?<![,;] )ban hành)$/u
const MEETING =
  /(?:trình|báo cáo|cho ý kiến|thông qua|xem xét)[^.;:]{0,100}(?<![\p{L}])tại (?:phiên họp|kỳ họp|hội nghị|cuộc họp|buổi họp|phiên họp thường kỳ)[^.;:,]{0,30}$/u
const PAREN_DUE = /\((?:trình|báo cáo|hoàn thành|thực hiện|xong|ban hành|phê duyệt)[^()]{0,80}$/

const AIMS = /(?:mục tiêu|hướng tới|hướng đến|tầm nhìn|chỉ tiêu|tỷ lệ)/
const TOWARDS = /(?:hướng tới|hướng đến|tiến tới|trở thành)(?![\p{L}])[^;]*$/u

type Bound = 'before' | 'in' | 'vague' | 'start' | 'none'

function boundOf(time: Time): Bound {
  const lead = time.lead
    .replace(/(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật),?/g, ' ')
    .replace(/[:,]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (/(?:^| )tính đến(?: hết)?(?: ngày)?$/.test(lead)) return 'none'
  // "trước 17 giờ ngày 15/12": the day itself is still on time.
  if (/(?:giờ|h|g) ?\d{0,2}(?: ?phút)?(?: ngày)?$/.test(lead) && /trước|chậm nhất|muộn nhất|hạn|đến/.test(lead)) return 'in'
  if (/(?:^| )trước(?: thời điểm)?(?: ngày)?$/.test(lead)) return 'before'
  if (/(?:không|chẳng) (?:muộn|chậm|trễ) (?:hơn|quá)(?: ngày)?$/.test(lead)) return 'in'
  if (/(?:^| )trước (?:hết|cuối)$/.test(lead)) return 'in'
  if (/(?:^| )(?:đầu|giữa|nửa đầu|thượng tuần|trung tuần|khoảng)$/.test(lead)) return 'vague'
  if (/(?:^| )(?:từ|kể từ|sau|từ sau|từ đầu)(?: ngày)?$/.test(lead)) return time.days ? 'in' : 'start'
  if (
    /(?:kết thúc|đến|tới|hết|cuối|trong|vào|hạn|nhất|nhất là|là|xong|hoàn thành|hạ tuần|tại|ngay|quá|thành|điểm|chót|(?:trong|vào) (?:các|những|hai|ba))(?: ngày)?$/.test(
      lead,
    )
  )
    return 'in'
  return 'none'
}

/** What is not to be done yet falls due on no day: "Chưa xem xét trong năm 2024." */
const REFUSED = /^\s*chưa(?![\p{L}])[^,;]*$/u
/** What is waived, cut or put off is so until a day, and nothing is due on it: "Giảm 50% lệ phí trước bạ … tới hết năm 2020". */
const GRANTED =
  /^[-+•\s]*(?:(?:miễn|miễn, giảm|miễn giảm|giảm|giãn|hoãn|gia hạn)(?: \d{1,3}%| thời hạn nộp| nộp| tiền| mức)* (?:thuế|tiền|phí|lệ phí|giá|học phí|thủy lợi phí|lãi suất|nợ)|quy định mức (?:thuế|phí|lệ phí|giá))(?!\p{L})/u
const sentenceBefore = (low: string, at: number): string => {
  const from = Math.max(0, at - 300)
  const piece = low.slice(from, at)
  const stop = piece.lastIndexOf('. ')
  return stop < 0 && from > 0 ? '' : piece.slice(stop < 0 ? 0 : stop + 1)
}

const clauseBefore = (low: string, at: number): string => {
  const from = Math.max(0, at - 160)
  const piece = low.slice(from, at)
  return piece.slice(
    Math.max(piece.lastIndexOf(';'), piece.lastIndexOf('. '), piece.lastIndexOf(','), piece.lastIndexOf('('), piece.lastIndexOf(':')) + 1,
  )
}

function isStretch(low: string, a: Time, b: Time | undefined): boolean {
  return b !== undefined && b.from - a.to <= 24 && /^\s?(?:[-–]|đến|tới)(?: (?:hết|ngày|cuối))*\s?$/.test(low.slice(a.to, b.from))
}

const REACHED = /^[^.;:]{0,130}?(?<!\p{L})(?:đạt|ít nhất|tối thiểu|trên \d|\d+(?:[.,]\d+)?\s?%)/u
function judge(low: string, time: Time, bound: Bound, year: number | null, label: boolean, nearer = false): 'date' | 'horizon' | 'vague' | null {
  const p = time.period as Period
  if (bound === 'vague') return 'vague'
  if (REFUSED.test(sentenceBefore(low, time.leadFrom))) return null
  if (bound === 'start') return null
  if (OPEN_END.test(low.slice(time.to, time.to + 40))) return 'vague'
  // "các cơ sở trước 01/01/2025 là tuyến huyện", "phương hướng, nhiệm vụ từ nay đến tháng 6": told, not ordered
  if (/^\s?là (?!phải|xong)/.test(low.slice(time.to, time.to + 12))) return null
  if (/^từ nay/.test(time.lead) && /(?:phương hướng|nhiệm vụ|công tác)$/.test(low.slice(0, time.leadFrom).trimEnd())) return null
  if (label) return 'date'
  const before = low.slice(Math.max(0, time.leadFrom - 120), time.leadFrom).trimEnd()
  if (/có hiệu lực(?: thi hành)?$/.test(before)) return null
  if (GRANTED.test(sentenceBefore(low, time.leadFrom)) && !/^(?:trước|chậm|xong|hoàn)/.test(time.lead) && !/(?:hoàn thành|xong)$/.test(before))
    return null
  // "trong hai năm 2025 - 2026"
  if (time.stretch && !/trong (?:hai|ba|0?[23])$/.test(`${before} ${time.lead}`.trim())) return null
  // "… để tập trung xuất khẩu trong năm 2010", "chương trình từng quý trong năm 2010": beside a nearer day the year of its aim is none
  if (nearer && p.unit === 'year' && /^(?:trong|cho)/.test(time.lead) && /(?:để|nhằm|từng quý|từng tháng|hằng tháng)(?:[^.;,]{0,60})$/.test(before))
    return null
  // "qua đánh giá, dự báo những thuận lợi, khó khăn trong năm 2026": what a year is like
  if (p.unit === 'year' && /(?:dự báo|nhận định) [^.;]{0,60}(?:thuận lợi|khó khăn|thách thức)$/.test(before)) return null
  // "đã được đề ra tại Hội nghị … tổ chức vào ngày 12/01": when something was said
  if (
    p.unit === 'day' &&
    /vào/.test(time.lead) &&
    /(?:đề ra|nêu|kết luận) [^.;]{0,110}(?:hội nghị|phiên họp|cuộc họp) [^.;,]{0,60}tổ chức$/.test(before)
  )
    return null
  if (bound === 'none') {
    if (before === '' && /^\s?[:,]/.test(low.slice(time.to, time.to + 2))) return 'date'
    if (/sau (?:kỳ họp|phiên họp|hội nghị|đại hội)[^.;,]{0,40}$/.test(before)) return null
    if (MEETING.test(before)) return 'date'
    if (p.unit === 'day') return null
    if (/tính đến/.test(time.lead) || DESCRIBED.test(before)) return null
    if (p.unit === 'year') return PAREN_DUE.test(before) ? 'date' : null
    if (p.unit === 'month' && low[time.from] !== 't' && low[time.from] !== 'q') return PAREN_DUE.test(before) || before === '' ? 'date' : null
    return p.year !== null || PAREN_DUE.test(before) || /(?:trình|báo cáo|hoàn thành|xong|ban hành)[^.;,]{0,60}$/.test(before) ? 'date' : null
  }
  if (p.unit === 'year' && /(?:đến|tới)(?: năm)?$/.test(time.lead)) {
    if (/^,? ?(?:và )?(?:tầm nhìn|định hướng)/.test(low.slice(time.to, time.to + 20))) return 'horizon'
    // "Quy hoạch … từ nay đến năm 2020 đã được phê duyệt": the years a plan is for
    if (/từ nay/.test(time.lead)) return /^\s?(?:đã )?được /.test(low.slice(time.to, time.to + 10)) && PLANNING.test(before) ? null : 'horizon'
    const clause = clauseBefore(low, time.leadFrom)
    // "… diện tích rừng đến năm 2030 đạt 1.700 ha", "Đến năm 2030, hệ thống quan trắc được hoàn thiện": what is to be reached by then
    const after = low.slice(time.to, time.to + 160)
    const said = sentenceBefore(low, time.leadFrom).split(';').at(-1) ?? ''
    if (REACHED.test(after) && (!PLANNING.test(said) || /phấn đấu/.test(said))) return 'date'
    if (/(?:^|[.;])$/.test(before) && /^\s?,/.test(after) && !/trở thành|hướng tới/.test(after)) return 'date'
    const isFar = p.year !== null && year !== null && p.year - year >= 5 && !/hoàn thành|xong|phấn đấu/.test(clause)
    return isFar || (PLANNING.test(clause) && !/phấn đấu/.test(clause)) ? 'horizon' : 'date'
  }
  if (p.unit === 'year' && /vào$/.test(time.lead) && AIMS.test(clauseBefore(low, time.leadFrom))) return 'horizon'
  // "hướng tới xây dựng A, B thành đô thị xanh vào năm 2030", "… phát thải ròng bằng 0 trước năm 2050"
  if (p.unit === 'year' && /vào$|^trước/.test(time.lead) && TOWARDS.test(sentenceBefore(low, time.leadFrom))) return 'horizon'
  if (/trong|vào/.test(time.lead) && GIVEN_WORK.test(before) && !/(?<![\p{L}])(?:trình|để|xem xét) [^.;,]{0,60}ban hành$/u.test(before)) return null
  if (/^(?:là|và|nay)$/.test(time.lead)) return null
  return 'date'
}

/** Every deadline in a text, with the last day that is still on time where one is named; in a label or cell the whole text is about time. */
export function deadlinesIn(low: string, dating: Dating, label = false): Deadline[] {
  const times = label ? timesInLabel(low) : timesIn(low)
  const found: Deadline[] = []
  // The year a wording leaves out is that of the next deadline of the provision that has one, else of the one before, else of the document.
  const years = times.map((t) =>
    t.recurring || boundOf(t) === 'start' ? null : t.bare && t.period?.unit === 'day' && !label ? null : (t.period?.year ?? null),
  )
  const after: (number | null)[] = []
  for (let i = times.length - 1, y: number | null = null; i >= 0; i--) after[i] = y = years[i] ?? y
  let said: number | null = null
  let recurs = false
  for (let i = times.length - 1; i >= 0; i--) {
    const t = times[i] as Time
    const next = times[i + 1]
    const joined = next !== undefined && /^\s?(?:,|và|hoặc|;)?\s?(?:trước )?(?:ngày )?$/.test(low.slice(t.to, next.from))
    const dated = t.period && t.period.year !== null
    recurs =
      t.recurring ||
      RECURS_AFTER.test(low.slice(t.to, t.to + 20)) ||
      (!/tính đến/.test(t.lead) && OF_A_YEAR.test(low.slice(t.to, t.to + 20))) ||
      (recurs && joined && !dated) ||
      (!dated &&
        (RECURS_BEFORE.test(low.slice(Math.max(0, t.from - 180), t.from)) ||
          (t.period?.unit === 'day' && REPORTS.test(low.slice(Math.max(0, t.leadFrom - 60), t.leadFrom))) ||
          RECURS_FIRST.test(sentenceBefore(low, t.from))))
    if (recurs) t.recurring = true
  }
  // "trước ngày 15-6 và 15-12": what bounds the first bounds the second too.
  times.forEach((t, i) => {
    const before = times[i - 1]
    if (before?.period?.unit !== 'day' || t.period?.unit !== 'day' || !/^\s?(?:,|và)\s(?:ngày )?$/.test(low.slice(before.to, t.from))) return
    if (/(?:trước|đến|hạn|nhất|nhất là)(?: ngày)?$/.test(before.lead)) t.lead = before.lead
  })
  const nearer = times.some(({ period, recurring }) => !recurring && period !== null && period.unit !== 'year' && period.unit !== 'day')
  times.forEach((t, i) => {
    // "thực hiện xong trước …": what must be finished is no part of the time.
    const done = /^(?:[\s:,]|và |là |xong|hoàn thành)*/.exec(low.slice(t.leadFrom, t.from))?.[0].length ?? 0
    const at = { from: t.leadFrom + done, to: t.to }
    if (t.recurring) {
      const again = RECURS_ON.exec(low.slice(t.to, t.to + 60))?.[0].length ?? 0
      found.push({ from: at.from, to: at.to + again, due: null, kind: 'recurring', guessed: false })
      return
    }
    const p = t.period
    if (!p || isStretch(low, t, times[i + 1])) return
    const ends = i > 0 && isStretch(low, times[i - 1] as Time, t) && boundOf(times[i - 1] as Time) === 'start'
    // "từ ngày 02/02 – 15/02/2026" is due at its end
    const bound = ends && t.lead === '' ? 'in' : boundOf(t)
    const kind = judge(low, t, bound, dating.year, label, nearer)
    if (kind === null) return
    if (kind === 'vague') {
      found.push({ ...at, due: null, kind, guessed: false })
      return
    }
    const implied = p.year ?? after[i] ?? said ?? dating.year
    let due = lastDay(p, implied, bound === 'before')
    // Only the document's own date can lend a year that is already over by then: the next one is meant.
    if (due && p.year === null && after[i] === null && said === null && dating.date && due < dating.date)
      due = lastDay(p, (implied ?? 0) + 1, bound === 'before')
    // No year is at hand, or there is no such day: the wording stays, without one.
    if (due === null) {
      if (kind === 'date') found.push({ ...at, due: null, kind: 'vague', guessed: false })
      return
    }
    if (dating.date && due < dating.date && !label && kind === 'date') return
    if (p.year !== null) said = p.year
    const bounded = kind === 'horizon' ? /từ nay/.test(t.lead) : true
    found.push({ ...at, due: bounded ? due : null, kind, guessed: p.year === null })
  })
  return found
}

const REPEATED = /(?<![\p{L}])(?:(?<!(?:chi|giáo dục|ngân sách|đơn vị) )thường xuyên|định kỳ|(?:hằng|hàng) (?:năm|quý|tháng|tuần|ngày))(?![\p{L}])/gu
const EVENT =
  /(?<![\p{L}])(?:ngay )?sau khi (?=[^.;()]{0,120}?(?:ban hành|phê duyệt|thông qua|có hiệu lực|kết thúc|hoàn thành|quyết định|chấp thuận|ý kiến|hướng dẫn|được giao))[^.;(),]{3,140}|(?<![\p{L}])(?:trong (?:thời hạn|vòng|thời gian)|chậm nhất(?: là)?(?: sau)?|không quá|tối đa|sau) \d{1,3} (?:ngày|tháng|giờ)(?: làm việc)?,?(?: (?:kể từ|sau khi|từ ngày|từ khi|tính từ)[^.;(),]{3,120})?|(?<![\p{L}])trong \d{1,3} (?:ngày|tháng|giờ)(?: làm việc)?,? (?:kể từ|sau khi|từ ngày|từ khi|tính từ)[^.;(),]{3,120}|(?<![\p{L}])trước (?:tết|kỳ họp|phiên họp|đại hội|mùa (?:mưa|bão|lũ)|năm học)(?![\p{L}])[^.;(),]{0,80}|(?<![\p{L}])khi (?:có|được|phát sinh) [^.;(),]{3,100}|(?<![\p{L}])(?:đến|từ nay đến) (?:cuối|hết) nhiệm kỳ[^.;(),]{0,60}/gu
const TERM = /^(?:đến|từ nay)/

/** The duties that come back and the events that are waited for, where they name no day. */
export function occasionsIn(low: string): Deadline[] {
  const found: Deadline[] = []
  for (const m of low.matchAll(REPEATED)) found.push({ from: m.index, to: m.index + m[0].length, due: null, kind: 'recurring', guessed: false })
  for (const m of low.matchAll(EVENT)) {
    found.push({ from: m.index, to: m.index + m[0].trimEnd().length, due: null, kind: TERM.test(m[0]) ? 'horizon' : 'event', guessed: false })
  }
  return found.sort((a, b) => a.from - b.from)
}

/** The one day that the words of a deadline come to, where they name one; a year they leave out is the given one's. */
export function dayMeant(worded: string, year: number): string | null {
  const days = deadlinesIn(fold(worded.normalize('NFC')), { date: null, year }, true).flatMap(({ due }) => due ?? [])
  return days.length === 1 ? (days[0] as string) : null
}
