import type { Word } from '../kernel/words.ts'
import { useToday } from './ask.ts'
import { useWords } from './useWords.tsx'
import { words } from './words.ts'

/** An ISO day or instant as the Party writes it: "15-11-2013". */
export function showDay(day: string | null | undefined): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day && day.length > 10 ? inVietNam(day) : (day ?? ''))
  return parts ? `${parts[3]}-${parts[2]}-${parts[1]}` : '–'
}

/** An ISO instant as "15-11-2013 09:30", Viet Nam's time. */
export function showMoment(instant: string | null | undefined): string {
  if (!instant) return '–'
  const [day, time] = inVietNam(instant).split(' ')
  return `${showDay(day)} ${time}`
}

/** A span of days: "từ 01-01-2012", "01-01-2012 – 31-12-2013". */
export function showSpan(from: string | null, to: string | null): Word {
  if (from && to) return { vi: `${showDay(from)} – ${showDay(to)}`, en: `${showDay(from)} – ${showDay(to)}` }
  if (from) return { vi: `từ ${showDay(from)}`, en: `from ${showDay(from)}` }
  return to ? { vi: `đến ${showDay(to)}`, en: `until ${showDay(to)}` } : { vi: 'không giới hạn', en: 'without limit' }
}

const inVietNam = (instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Ho_Chi_Minh',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant))

/** This moment on the machine's own clock, as an ISO instant. */
export const thisMoment = (): string => new Date().toISOString()

/** Whole days from one ISO day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** Says how far a due day is from the product's day: "còn 3 ngày", "quá hạn 15 ngày". */
export function useDayCount(): (due: string | null | undefined) => string {
  const t = useWords(words)
  const today = useToday()
  return (due) => {
    if (!due) return t('noDay')
    const days = daysBetween(today, due)
    if (days === 0) return t('dueToday')
    if (days > 0) return days === 1 ? t('dayLeft') : t('daysLeft', { days })
    return days === -1 ? t('dayOver') : t('daysOver', { days: -days })
  }
}

/** The ISO day before another. */
export const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
