import { type Event, Role, type Said, type Standing, type State } from './contract.ts'

/** In which part of an obligation somebody acts: the body it lies on, the one that confirms it, the directive's standing body, or one that coordinates. */
export type Part = 'lead' | 'verifier' | 'standing' | 'coordinator'
export type Move = { from: State; event: Event; to: State; who: Part; needs?: 'reason' | 'evidence' }

/** The life of an obligation. A state and an event that are not here do not go together. */
export const life: readonly Move[] = [
  { from: 'given', event: 'accept', to: 'accepted', who: 'lead' },
  { from: 'given', event: 'return', to: 'returned', who: 'lead', needs: 'reason' },
  { from: 'accepted', event: 'return', to: 'returned', who: 'lead', needs: 'reason' },
  { from: 'returned', event: 'give-again', to: 'given', who: 'standing', needs: 'reason' },
  { from: 'returned', event: 'give-on', to: 'withdrawn', who: 'standing', needs: 'reason' },
  { from: 'accepted', event: 'progress', to: 'in-progress', who: 'lead', needs: 'reason' },
  { from: 'in-progress', event: 'progress', to: 'in-progress', who: 'lead', needs: 'reason' },
  { from: 'sent-back', event: 'progress', to: 'sent-back', who: 'lead', needs: 'reason' },
  { from: 'accepted', event: 'hand-down', to: 'in-progress', who: 'lead', needs: 'reason' },
  { from: 'in-progress', event: 'hand-down', to: 'in-progress', who: 'lead', needs: 'reason' },
  { from: 'sent-back', event: 'hand-down', to: 'sent-back', who: 'lead', needs: 'reason' },
  { from: 'accepted', event: 'report', to: 'reported', who: 'lead', needs: 'evidence' },
  { from: 'in-progress', event: 'report', to: 'reported', who: 'lead', needs: 'evidence' },
  { from: 'sent-back', event: 'report', to: 'reported', who: 'lead', needs: 'evidence' },
  { from: 'reported', event: 'verify', to: 'verified', who: 'verifier' },
  { from: 'reported', event: 'send-back', to: 'sent-back', who: 'verifier', needs: 'reason' },
  { from: 'reported', event: 'take-back', to: 'in-progress', who: 'lead', needs: 'reason' },
  { from: 'returned', event: 'take-back', to: 'given', who: 'lead', needs: 'reason' },
  { from: 'verified', event: 'take-back', to: 'reported', who: 'verifier', needs: 'reason' },
  ...(['given', 'accepted', 'returned', 'in-progress', 'sent-back'] as const).map(
    (from): Move => ({ from, event: 'withdraw', to: 'withdrawn', who: 'standing', needs: 'reason' }),
  ),
  ...(['given', 'accepted', 'returned', 'in-progress', 'reported', 'sent-back'] as const).flatMap((state): Move[] =>
    (['coordinator', 'verifier', 'standing'] as const).map((who) => ({ from: state, event: 'opinion', to: state, who, needs: 'reason' })),
  ),
  ...(['accepted', 'in-progress', 'sent-back'] as const).map(
    (state): Move => ({ from: state, event: 'ask-extension', to: state, who: 'lead', needs: 'reason' }),
  ),
  ...(['accepted', 'in-progress', 'reported', 'sent-back'] as const).flatMap((state): Move[] =>
    (['verifier', 'standing'] as const).flatMap((who): Move[] => [
      { from: state, event: 'grant-extension', to: state, who },
      { from: state, event: 'refuse-extension', to: state, who, needs: 'reason' },
    ]),
  ),
]

/** The duties of which one is needed to act in each part. */
export const dutiesOf: Record<Part, readonly string[]> = {
  lead: ['clerk', 'leader'],
  verifier: ['appraiser', 'leader'],
  standing: ['clerk', 'leader'],
  coordinator: ['clerk', 'leader', 'appraiser'],
}

/** States in which nothing more is owed. */
export const closed: readonly State[] = ['verified', 'withdrawn']

/** Whether the body it lies on is to do something by a day: not once it has reported, for that day is then kept or missed for good. */
export const owes = (state: State): boolean => state !== 'reported' && !closed.includes(state)

/** The move that an event makes from a state for somebody in these parts with these duties, or undefined. */
export const findMove = (state: State, event: Event, parts: readonly Part[], duties: readonly string[]): Move | undefined =>
  life.find(
    (move) => move.from === state && move.event === event && parts.includes(move.who) && dutiesOf[move.who].some((duty) => duties.includes(duty)),
  )

/** The events somebody may start now. */
export const eventsFor = (state: State, parts: readonly Part[], duties: readonly string[]): Event[] => [
  ...new Set(life.filter((move) => move.from === state && findMove(state, move.event, parts, duties)).map((move) => move.event)),
]

/** Whether an event closes an obligation, or asks for that: not while something handed down is open. */
export const closes = (event: Event): boolean => event === 'report' || event === 'verify' || event === 'withdraw' || event === 'give-on'

/** Whether an event decides on a later day that was asked for. */
export const decidesExtension = (event: Event): boolean => event === 'grant-extension' || event === 'refuse-extension'

type ExtensionRule = { mostGranted: number; daysAfter: number }

/** The last day on which a later day can be asked for than one that is due. */
export const lastToAsk = (due: string, { daysAfter }: ExtensionRule): string => Temporal.PlainDate.from(due).add({ days: daysAfter }).toString()

/** Why no later day can be asked for on a day, or null: nothing is due, one is asked for already, it was granted as often as it may be, or the deadline is too long past. */
export function whyNotAsk(
  { nextDue, extension }: { nextDue: string | null; extension: { granted: number; waiting: unknown } },
  rule: ExtensionRule,
  today: string,
): 'nothingDue' | 'alreadyAsked' | 'grantedEnough' | 'askedTooLate' | null {
  if (nextDue === null) return 'nothingDue'
  if (extension.waiting !== null) return 'alreadyAsked'
  if (extension.granted >= rule.mostGranted) return 'grantedEnough'
  return today > lastToAsk(nextDue, rule) ? 'askedTooLate' : null
}

type Facts = { state: State; nextDue: string | null; isLate: boolean; reportedOn: string | null }

/** The 2×2: done counts once verified, on time when no milestone was reached late; what waits for verification is judged by the day it was reported. Days are ISO. */
export function standingOf({ state, nextDue, isLate, reportedOn }: Facts, today: string): Standing {
  if (state === 'verified') return isLate ? 'done-late' : 'done-on-time'
  const judged = state === 'reported' && reportedOn !== null ? reportedOn : today
  return nextDue !== null && nextDue < judged ? 'open-overdue' : 'open-in-time'
}

/** The beginning of the word that a place in a text lies in; a place between words stays. */
export function wordStart(text: string, at: number): number {
  let start = Math.min(Math.max(at, 0), text.length)
  while (start > 0 && start < text.length && /\S/u.test(text.charAt(start - 1)) && /\S/u.test(text.charAt(start))) start--
  return start
}

/** A field of a task: its words, the bodies in one role, its deadlines, its product, its condition, whether it ever ends. */
export type TaskField = 'text' | Role | 'milestones' | 'product' | 'condition' | 'standing'

type Versioned = Pick<Said, 'text' | 'product' | 'condition' | 'isStanding'> & Parts

/** What a field says, to be held against another version of it: the order of names says nothing. `isWhole` also tells the kind and the matter of a deadline. */
function saidIn(said: Versioned, field: TaskField, isWhole: boolean): string {
  switch (field) {
    case 'text':
    case 'product':
    case 'condition':
      return said[field]
    case 'standing':
      return String(said.isStanding)
    case 'milestones':
      return said.milestones
        .map(({ worded, due, kind, what }) => `${worded} ${due}${isWhole ? ` ${kind} ${what}` : ''}`)
        .sort()
        .join('\n')
    default:
      return said.roles
        .flatMap(({ role, named }) => (role === field ? [named] : []))
        .sort()
        .join('\n')
  }
}
type Parts = { roles: readonly { role: Role; named: string }[]; milestones: readonly Dated[] }
type Dated = { worded: string; due: string | null; kind?: string | undefined; what?: string | undefined }

/** What a task says, in the order it is told in. */
export const taskFields: readonly TaskField[] = ['text', ...Role.options, 'milestones', 'product', 'condition', 'standing']

/** The fields in which two versions of a task differ. */
export const differing = (before: Versioned, after: Versioned): TaskField[] =>
  taskFields.filter((field) => saidIn(before, field, false) !== saidIn(after, field, false))

/** The fields of a task that a clerk has changed from what was read; of a deadline also its kind and matter, where it was kept what was read of these. */
export function byHandIn(task: Versioned & { read: Said | null }): TaskField[] {
  const { read } = task
  if (!read) return []
  const isWhole = [...read.milestones, ...task.milestones].every(({ kind, what }) => kind !== undefined && what !== undefined)
  return taskFields.filter((field) => saidIn(read, field, isWhole) !== saidIn(task, field, isWhole))
}
