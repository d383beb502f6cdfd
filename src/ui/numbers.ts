import { spoken } from '../kernel/call.ts'
import { showNumber } from '../kernel/words.ts'

/** A count as the reader's language writes it: 1.244 or 1,244. */
export const showCount = (count: number): string => showNumber(count, spoken())

/** Percents to one decimal: 99,9 % or 99.9%. */
export function showPercent(percent: number): string {
  const shown = showNumber(Math.round(percent * 10) / 10, spoken())
  return spoken() === 'vi' ? `${shown}\u00a0%` : `${shown}%`
}

/** A share in percent to one decimal, never shown without its "N trên M": a hundred means all and nought none, so that next to all is 99,9 and next to none 0,1. */
export function showShare(part: number, whole: number): string {
  if (part === 0 || whole === 0 || part === whole) return showPercent(part === whole && whole > 0 ? 100 : 0)
  return showPercent(Math.min(99.9, Math.max(0.1, (part / whole) * 100)))
}
