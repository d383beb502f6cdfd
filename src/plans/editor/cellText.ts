/** Which day of a span is meant: the first for when something begins, the last for when it ends. */
export type Edge = 'start' | 'end'

/** Years within which a plan can lie; what is outside was typed wrong. */
const years = { first: 1945, last: 2199 }

/** How far back a day written without its year may lie, in days: one further back is of the next year. */
const backWithin = 92

const quarters: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 }

/**
 * A day or span as people write it, as ISO: 31-12-2013, 31/12/13, 30.11, tháng 11/2013, quý IV năm 2013, 6 tháng cuối năm 2013, năm 2013.
 * Of a span it is the day at its edge; «trước ngày 20-12» is the last day before it, as in a directive; a year left out is the one that lies nearest ahead of `today`, where that is given.
 * Null when empty, undefined when it is none.
 */
export function readDay(text: string, { edge = 'end', today }: { edge?: Edge; today?: string | undefined } = {}): string | null | undefined {
  const said = text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^(?:chậm nhất là|chậm nhất|đến hết|đến|hết|trong|từ)\s+/, '')
    .replace(/^(?:ngày|đến ngày|từ ngày)\s+(?=\d)/, '')
  const before = /^(?:xong |hoàn thành )?trước\s+(?!hết)(.+)$/.exec(said)?.[1]
  if (before) {
    const day = readDay(before, { edge: 'start', today })
    return day ? dayBefore(day) : day
  }
  if (said === '') return null
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(said)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const local = /^(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{4}|\d{2})$/.exec(said) ?? /^(\d{1,2}) tháng (\d{1,2}) năm (\d{4})$/.exec(said)
  if (local) return dayOf(yearOf(local[3] as string), Number(local[2]), Number(local[1]))
  const yearless = /^(\d{1,2}) ?[-/.] ?(\d{1,2})$/.exec(said)
  if (yearless) return nearest(Number(yearless[2]), Number(yearless[1]), today)
  return spanOf(said, edge)
}

/** The edge of a month, quarter, half or whole year. */
function spanOf(said: string, edge: Edge): string | undefined {
  const month = /^(?:tháng )?(\d{1,2}) ?(?:[-/.]|năm) ?(\d{4})$/.exec(said)
  if (month) return edgeOf(Number(month[2]), Number(month[1]), Number(month[1]), edge)
  const quarter = /^quý (i{1,3}|iv|[1-4]) ?(?:[-/.,]|năm)? ?(\d{4})$/.exec(said)
  if (quarter) {
    const last = (quarters[quarter[1] as string] as number) * 3
    return edgeOf(Number(quarter[2]), last - 2, last, edge)
  }
  const half = /^(?:6|06|sáu) tháng (đầu|cuối) năm (\d{4})$/.exec(said)
  if (half) return half[1] === 'đầu' ? edgeOf(Number(half[2]), 1, 6, edge) : edgeOf(Number(half[2]), 7, 12, edge)
  const year = /^(?:cả |cuối )?năm (\d{4})$/.exec(said)
  return year ? edgeOf(Number(year[1]), 1, 12, edge) : undefined
}

const edgeOf = (year: number, first: number, last: number, edge: Edge): string | undefined =>
  first < 1 || last > 12 ? undefined : edge === 'start' ? dayOf(year, first, 1) : dayOf(year, last, daysIn(year, last))

function dayBefore(iso: string): string | undefined {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  if (day > 1) return dayOf(year, month, day - 1)
  return month > 1 ? dayOf(year, month - 1, daysIn(year, month - 1)) : dayOf(year - 1, 12, 31)
}

const yearOf = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits))

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const daysIn = (year: number, month: number): number => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)

function dayOf(year: number, month: number, day: number): string | undefined {
  if (year < years.first || year > years.last || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function nearest(month: number, day: number, today: string | undefined): string | undefined {
  if (!today) return undefined
  const from = Date.parse(today) - backWithin * 86_400_000
  const year = Number(today.slice(0, 4))
  return [year - 1, year, year + 1].map((one) => dayOf(one, month, day)).find((one) => one !== undefined && Date.parse(one) >= from)
}

const multiples: Record<string, number> = { nghìn: 1e3, ngàn: 1e3, triệu: 1e6, tr: 1e6, tỷ: 1e9, tỉ: 1e9 }

/** An amount in đồng as people write it (12.500.000; 2,5 triệu; 1 tỷ 200 triệu đồng) as a number; null when empty, undefined when it is none. */
export function readMoney(text: string): number | null | undefined {
  const said = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?:đồng|vnđ|vnd|đ)\.?\s*$/u, '')
    .trim()
  if (said === '') return null
  const parts = [...said.matchAll(/([\d.,\s]*\d)\s*(nghìn|ngàn|triệu|tr|tỷ|tỉ)\s*/gu)]
  const amounts =
    parts.length > 0 ? parts.map((part) => figure(part[1] as string, true) * (multiples[part[2] as string] as number)) : [figure(said, false)]
  if (parts.length > 0 && parts.map(([part]) => part).join('') !== said) return undefined
  const sum = amounts.reduce((sum, one) => sum + one, 0)
  // what was told in millions with decimals is whole đồng: floats make a trace of it
  const amount = parts.length > 0 ? Math.round(sum) : sum
  return Number.isFinite(amount) && amount >= 0 && amount <= 1e15 ? amount : undefined
}

/** Digits with points or commas between thousands; before «triệu» and the like one with other than three digits behind it parts the decimals. */
function figure(text: string, isCounted: boolean): number {
  const tight = text.replace(/\s/g, '')
  if (!/^\d[\d.,]*$/.test(tight)) return Number.NaN
  if (isCounted && /^\d+[.,]\d{1,2}$/.test(tight)) return Number(tight.replace(',', '.'))
  const digits = tight.replace(/\./g, '').replace(/,(\d{3})(?=\D|$)/g, '$1')
  return Number(digits.replace(',', '.'))
}
