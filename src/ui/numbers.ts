import { spoken } from '../kernel/call.ts'
import { showNumber } from '../kernel/words.ts'

/** A count as the reader's language writes it: 1.244 or 1,244. */
export const showCount = (count: number): string => showNumber(count, spoken())

/** Percents to one decimal: 99,9 % or 99.9%. */
export function showPercent(percent: number): string {
  const shown = showNumber(Math.round(percent * 10) / 10, spoken())
  return spoken() === 'vi' ? `${shown}\u00a0%` : `${shown}%`
}

/** A share in percent, rounded down, so that a hundred means all; never shown without its "N trên M". */
export const showShare = (part: number, whole: number): string => showPercent(whole === 0 ? 0 : Math.floor((part * 1000) / whole) / 10)
