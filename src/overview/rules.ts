type Tally = {
  doneOnTime: number
  doneLate: number
  openInTime: number
  openOverdue: number
  given: number
  reported: number
  returned: number
  sentBack: number
}

const none: Tally = { doneOnTime: 0, doneLate: 0, openInTime: 0, openOverdue: 0, given: 0, reported: 0, returned: 0, sentBack: 0 }

/** Counts added up, each with each. */
export const sumOf = (tallies: readonly Tally[]): Tally =>
  tallies.reduce<Tally>(
    (sum, one) => Object.fromEntries(Object.keys(none).map((key) => [key, sum[key as keyof Tally] + one[key as keyof Tally]])) as Tally,
    none,
  )

/** How many obligations the four counts of the 2×2 stand for. */
export const allOf = ({
  doneOnTime,
  doneLate,
  openInTime,
  openOverdue,
}: Pick<Tally, 'doneOnTime' | 'doneLate' | 'openInTime' | 'openOverdue'>): number => doneOnTime + doneLate + openInTime + openOverdue

export type WorkGroup = 'overdue' | 'drafts' | 'waiting' | 'week' | 'later' | 'none'
export const workGroups: readonly WorkGroup[] = ['overdue', 'drafts', 'waiting', 'week', 'later', 'none']

/** What somebody decides on for others: their day is not one's own. */
export const decided: readonly string[] = ['verify', 'extension', 'returned', 'appraisal']

/** And the same of a step: what a body under one's own is to do that answered no urging, whether a change of a directive is agreed to. */
export const decidedSteps: readonly string[] = ['direct', 'answer-change']

const isDecided = (kind: string, step: string | null): boolean => decided.includes(kind) || (step !== null && decidedSteps.includes(step))

/** From so many equal rows on they stand under one line. */
const gatheredFrom = 4

type Gatherable = { kind: string; step: string | null; directiveId: string | null; actId: string | null; text: string }

/** What equal rows of work have in common; null for one that stands by itself: what is to be decided in the same way about the same words of one directive, or on the bodies that one act of urging was in vain with, is equal. */
export function commonOf({ kind, step, directiveId, actId, text }: Gatherable): string | null {
  if (step === 'direct') return actId && `${step} ${actId}`
  return decided.includes(kind) && step !== 'reason' && directiveId !== null ? `${kind} ${step} ${directiveId} ${text}` : null
}

/** Work in its order, where what is equal stands together, at the place of the first of it, once there is much of it. */
export function gathered<W extends Gatherable>(rows: readonly W[]): W[][] {
  return [...Map.groupBy(rows.entries(), ([at, row]) => commonOf(row) ?? String(at)).values()]
    .flatMap((some) => (some.length < gatheredFrom ? some.map((one) => [one]) : [some]))
    .sort(([one], [other]) => (one?.[0] ?? 0) - (other?.[0] ?? 0))
    .map((some) => some.map(([, row]) => row))
}

const daysTo = (today: string, day: string): number => (Date.parse(day) - Date.parse(today)) / 86_400_000

/** Under which heading a piece of work stands: overdue, a draft, to decide on, due within seven days, later, or without a day. */
export function groupOf(
  { kind, step = null, isOverdue, due }: { kind: string; step?: string | null; isOverdue: boolean; due: string | null },
  today: string,
): WorkGroup {
  if (isOverdue) return 'overdue'
  if (kind === 'draft') return 'drafts'
  if (isDecided(kind, step)) return 'waiting'
  if (due === null) return 'none'
  return daysTo(today, due) <= 7 ? 'week' : 'later'
}

export type Light = 'red' | 'amber' | 'green'

type Lit = Pick<Tally, 'openOverdue' | 'returned' | 'sentBack'> & {
  nextDue: string | null
  receiptsOverdue: number | null
  plansOverdue: number | null
}

/** The light of a directive: red while anything is overdue; amber when something was returned or sent back, somebody below has not received it or submitted a plan in time, or open work falls due within seven days; else green. */
export function lightOf({ openOverdue, returned, sentBack, nextDue, receiptsOverdue, plansOverdue }: Lit, today: string): Light {
  if (openOverdue > 0) return 'red'
  if (returned > 0 || sentBack > 0 || (receiptsOverdue ?? 0) > 0 || (plansOverdue ?? 0) > 0) return 'amber'
  return nextDue !== null && daysTo(today, nextDue) <= 7 ? 'amber' : 'green'
}

export type Month = { month: string; all: number; reached: number; overdue: number }

/** Milestones gathered by month, every month from the first to the last; those without a day left out. */
export function monthsOf(milestones: readonly { due: string | null; all: number; reached: number; overdue: number }[]): Month[] {
  const days = milestones.flatMap(({ due }) => due ?? []).sort()
  const first = days[0]?.slice(0, 7)
  const last = days.at(-1)?.slice(0, 7)
  if (!first || !last) return []
  const months: Month[] = []
  for (let month = first; month <= last; month = monthAfter(month)) months.push({ month, all: 0, reached: 0, overdue: 0 })
  for (const { due, all, reached, overdue } of milestones) {
    const at = months.find(({ month }) => due?.startsWith(month))
    if (!at) continue
    at.all += all
    at.reached += reached
    at.overdue += overdue
  }
  return months
}

const monthAfter = (month: string): string => {
  const [year = 0, at = 0] = month.split('-').map(Number)
  return at === 12 ? `${year + 1}-01` : `${year}-${String(at + 1).padStart(2, '0')}`
}
