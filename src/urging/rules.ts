import type { NoticeKind, NoticePage, UrgingState } from './contract.ts'

const since = [
  'receive',
  'pass-on',
  'change',
  'refused-change',
  'accept',
  'mend',
  'verify',
  'returned',
  'mend-plan',
  'issue-plan',
  'appraise',
] as const

/** Whether what is owed has no day to be done by: it is told since when it waits. */
export const countsSince = (kind: NoticeKind): kind is (typeof since)[number] => since.some((one) => one === kind)

/** Where the page of a thing lies, under the product's address. */
export const pathOf = (page: NoticePage, thingId: string): string =>
  page === 'change'
    ? `directives/${thingId}?tab=dissemination&view=changes`
    : `${{ receipt: 'receipts', obligation: 'obligations', plan: 'plans', urging: 'urgings' }[page]}/${thingId}`

/** The word for a thing of which nothing is said because it is secret. */
export const secretWord = {
  receipt: 'secretReceipt',
  change: 'secretChange',
  obligation: 'secret',
  plan: 'secretPlan',
  urging: 'secretUrging',
} as const satisfies Record<NoticePage, string>

/** Whether words have the form of a number and symbol, as official letters bear them: 12-CV/TU, 1234/UBND-NC, 05a-CV/VPTU. */
export const isLetterNumber = (words: string): boolean => /^\d+\p{L}?(?:\s?[-–/.&]\s?[\p{L}\d]+)+$/u.test(words) && /\p{L}{2}/u.test(words)

type Rule = { daysBefore: readonly number[]; daysAfter: readonly number[] }

const shift = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString()

/** The last day, up to today, on which a rule rings for something counted from a day; null while it has not. Once the day is past, what was to ring before it no longer does. */
export function ringOf({ daysBefore, daysAfter }: Rule, due: string, today: string): string | null {
  const before = today <= due ? daysBefore.map((days) => shift(due, -days)) : []
  const rung = [...before, ...daysAfter.map((days) => shift(due, days))].filter((day) => day <= today).sort()
  return rung.at(-1) ?? null
}

/** Whether an hour lies in the quiet ones, which may go over midnight; from and to alike: none is quiet. */
export const isQuiet = (hour: number, from: number, to: number): boolean => (from <= to ? hour >= from && hour < to : hour >= from || hour < to)

/** Minutes until the next attempt to send a mail after so many in vain; null: given up. */
export const pauseAfter = (attempts: number): number | null => [1, 5, 15, 60, 180, 480, 1440][attempts - 1] ?? null

type Facts = {
  answerBy: string
  answeredOn: string | null
  escalatedOn: string | null
  doneOn: string | null
  isLapsed: boolean
  withdrawnOn: string | null
}

/** Where an urging is in its life on a day. */
export function stateOf({ answerBy, answeredOn, escalatedOn, doneOn, isLapsed, withdrawnOn }: Facts, today: string): UrgingState {
  if (withdrawnOn !== null) return 'withdrawn'
  if (doneOn !== null) return isLapsed ? 'lapsed' : 'done'
  if (answeredOn !== null) return 'answered'
  if (escalatedOn !== null) return 'escalated'
  return answerBy < today ? 'silent' : 'open'
}

type DayOff = { day: string; isWorking: boolean }

/** Whether a day is off: a holiday, or Saturday or Sunday unless it is worked instead. */
export function isOff(day: string, noted: readonly DayOff[]): boolean {
  const note = noted.find((one) => one.day === day)
  return note ? !note.isWorking : Temporal.PlainDate.from(day).dayOfWeek > 5
}

/** A day, or the first working day after it. */
export function workingDay(day: string, noted: readonly DayOff[]): string {
  let on = day
  while (isOff(on, noted)) on = shift(on, 1)
  return on
}

/** How many days an urged body has to answer unless something else is said. */
export const daysToAnswer = 7
