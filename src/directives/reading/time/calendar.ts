/** A time that a text names: a day, a month, a quarter, a part of a year or a year; `year` is null where the text leaves it out. */
export type Period =
  | { unit: 'day'; day: number; month: number; year: number | null }
  | { unit: 'month'; month: number; year: number | null }
  | { unit: 'quarter'; quarter: number; year: number | null }
  | { unit: 'year'; year: number | null }

const valid = (year: number, month: number, day: number): Temporal.PlainDate | null => {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return null
  }
}

const first = (p: Period, year: number): Temporal.PlainDate | null => {
  if (p.unit === 'day') return valid(year, p.month, p.day)
  if (p.unit === 'month') return valid(year, p.month, 1)
  if (p.unit === 'quarter') return valid(year, p.quarter * 3 - 2, 1)
  return valid(year, 1, 1)
}

const last = (p: Period, year: number): Temporal.PlainDate | null => {
  if (p.unit === 'day') return valid(year, p.month, p.day)
  const start = p.unit === 'quarter' ? valid(year, p.quarter * 3, 1) : valid(year, p.unit === 'month' ? p.month : 12, 1)
  return start ? start.with({ day: start.daysInMonth }) : null
}

/** The last day that is still on time: within the period, or before it begins. */
export function lastDay(p: Period, year: number | null, before: boolean): string | null {
  const y = p.year ?? year
  if (y === null || y < 1900 || y > 2200) return null
  const day = before ? first(p, y)?.subtract({ days: 1 }) : last(p, y)
  return day ? day.toString() : null
}

/** An ISO day, or null where there is no such day. */
export const isoDay = (year: number, month: number, day: number): string | null =>
  year < 1900 || year > 2200 ? null : (valid(year, month, day)?.toString() ?? null)
