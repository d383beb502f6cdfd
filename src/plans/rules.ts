import type { Comparison, Edition, Facts, Head, Owed, PlanEvent, PlanState } from './contract.ts'
import { fold } from './likeness/rules.ts'

/** In which part of a plan somebody acts: the body that plans, the one that approves, the one that accepts afterwards, the one that ordered it. */
export type Part = 'planner' | 'approver' | 'accepter' | 'ordering'
/** What must hold of the plan for a move: never approved before, approved before, decided in one step, or in two. */
type When = 'first' | 'again' | 'one-step' | 'two-step'
export type Move = {
  from: PlanState
  event: PlanEvent
  to: PlanState
  who: Part
  when?: When
  /** A reason in words; a plan in which nothing is wrong; a number, a day and a signer. */
  needs?: 'reason' | 'whole' | 'number'
  /** Not by whoever submitted it. */
  byOther?: true
  /** The plan is frozen as an edition. */
  freezes?: true
}

/** The life of a plan. A state and an event that are not here do not go together. */
export const life: readonly Move[] = [
  { from: 'due', event: 'start', to: 'drafting', who: 'planner' },
  { from: 'drafting', event: 'submit', to: 'submitted', who: 'planner', needs: 'whole' },
  { from: 'returned', event: 'submit', to: 'submitted', who: 'planner', needs: 'whole' },
  { from: 'amending', event: 'submit', to: 'submitted', who: 'planner', needs: 'whole' },
  { from: 'submitted', event: 'recall', to: 'drafting', who: 'planner', when: 'first' },
  { from: 'submitted', event: 'recall', to: 'amending', who: 'planner', when: 'again' },
  { from: 'submitted', event: 'appraise', to: 'in-appraisal', who: 'approver' },
  ...(['submitted', 'in-appraisal'] as const).flatMap((from): Move[] => [
    { from, event: 'return', to: 'returned', who: 'approver', needs: 'reason' },
    { from, event: 'approve', to: 'approved', who: 'approver', when: 'one-step', needs: 'whole', byOther: true, freezes: true },
    { from, event: 'approve', to: 'approved', who: 'approver', when: 'two-step', needs: 'whole', byOther: true },
  ]),
  { from: 'approved', event: 'accept', to: 'accepted', who: 'accepter', when: 'two-step', needs: 'whole', byOther: true, freezes: true },
  { from: 'approved', event: 'refuse', to: 'returned', who: 'accepter', when: 'two-step', needs: 'reason' },
  { from: 'approved', event: 'issue', to: 'issued', who: 'planner', when: 'one-step', needs: 'number' },
  { from: 'accepted', event: 'issue', to: 'issued', who: 'planner', when: 'two-step', needs: 'number' },
  { from: 'issued', event: 'correct', to: 'issued', who: 'planner', needs: 'number' },
  { from: 'issued', event: 'amend', to: 'amending', who: 'planner', needs: 'reason' },
  { from: 'issued', event: 'keep', to: 'issued', who: 'planner', needs: 'reason' },
  { from: 'amending', event: 'drop-amendment', to: 'issued', who: 'planner' },
  { from: 'returned', event: 'drop-amendment', to: 'issued', who: 'planner', when: 'again' },
  ...(['due', 'drafting', 'submitted', 'in-appraisal', 'returned', 'approved'] as const).map(
    (from): Move => ({ from, event: 'withdraw', to: 'withdrawn', who: 'ordering', when: 'first', needs: 'reason' }),
  ),
]

/** For which step of whom a plan that was approved waits: to be accepted, or to be issued. */
export const waitsApproved = ({ accepterId }: { accepterId: string | null }): 'waits-to-accept' | 'waits-to-issue' =>
  accepterId === null ? 'waits-to-issue' : 'waits-to-accept'

/** The duties of which one is needed to act in each part. */
export const dutiesOf: Record<Part, readonly string[]> = {
  planner: ['clerk', 'leader'],
  approver: ['appraiser', 'leader'],
  accepter: ['appraiser', 'leader'],
  ordering: ['clerk', 'leader'],
}

/** States in which the body writes its plan. */
export const editable: readonly PlanState[] = ['drafting', 'returned', 'amending']
/** Whether a plan stands as it was approved until an amendment begins; of two steps, both are done. */
export const isFrozen = ({ state, accepterId }: { state: PlanState; accepterId: string | null }): boolean =>
  state === 'accepted' || state === 'issued' || (state === 'approved' && accepterId === null)
/** States in which a plan is still owed. */
export const owing: readonly PlanState[] = ['due', 'drafting', 'submitted', 'in-appraisal', 'returned']
type Decided = { state: PlanState; edition: number; accepterId: string | null }

const holds = (when: When | undefined, { edition, accepterId }: Decided): boolean => {
  if (when === 'first') return edition === 0
  if (when === 'again') return edition > 0
  if (when === 'one-step') return accepterId === null
  return when === undefined || accepterId !== null
}

/** The move that an event makes for somebody in these parts with these duties, or undefined. */
export const findMove = (plan: Decided, event: PlanEvent, parts: readonly Part[], duties: readonly string[]): Move | undefined =>
  life.find(
    (move) =>
      move.from === plan.state &&
      move.event === event &&
      holds(move.when, plan) &&
      parts.includes(move.who) &&
      dutiesOf[move.who].some((duty) => duties.includes(duty)),
  )

/** The events somebody may start now. */
export const eventsFor = (plan: Decided, parts: readonly Part[], duties: readonly string[], isOwnWork: boolean): PlanEvent[] => [
  ...new Set(
    life
      .map(({ event }) => findMove(plan, event, parts, duties))
      .filter((move) => move !== undefined && !(move.byOther && isOwnWork))
      .map((move) => (move as Move).event),
  ),
]

const endedWithDirective: readonly PlanEvent[] = ['start', 'submit', 'appraise', 'approve', 'accept', 'amend']

/** Whether a step ends with the directive that was recalled or replaced on a day; that a plan was issued before that day may still be recorded. */
export const endsWithDirective = (event: PlanEvent, takenBackOn: string, issuedOn?: string | null): boolean =>
  endedWithDirective.includes(event) || (event === 'issue' && issuedOn != null && issuedOn >= takenBackOn)

/** A plan not submitted by its day is late, for good. */
export const isLate = ({ submittedOn, dueOn, state }: { submittedOn: string | null; dueOn: string; state: PlanState }, today: string): boolean =>
  state !== 'withdrawn' && (submittedOn ?? today) > dueOn

export type Fault =
  | { kind: 'empty' }
  | { kind: 'backwards' }
  | { kind: 'before-directive'; due: string; text: string }
  | { kind: 'answers-nothing' }
  | { kind: 'touched' }
  | { kind: 'later-than-obligation'; due: string; text: string }
  | { kind: 'later-than-superior'; due: string; text: string }

type Duties = {
  obligations: readonly Pick<Owed, 'id' | 'finalDue' | 'text' | 'isPlanItself' | 'isVerified' | 'reason'>[]
  above: readonly { id: string; dueOn: string | null; text: string }[]
  /** The day of the directive; null: of none. */
  directiveIssuedOn: string | null
  directiveName: string
  /** A deadline that is past already holds nobody up: what is late has to be planned, too. */
  today: string
}

/** What is wrong with an item: no words, an end before its beginning, an answer to nothing where there is something to answer, a change of what it answers that nobody has looked at, a day before that of the directive, or one later than what it answers, unless that day is past. */
export function faultsOf(
  item: Pick<Facts, 'text' | 'fromOn' | 'dueOn' | 'obligationIds' | 'superiorItemIds'> & { touchedWhy?: string | null },
  duties: Duties,
): Fault[] {
  const { obligations, above, directiveIssuedOn, directiveName, today } = duties
  const faults: Fault[] = []
  if (item.text.trim() === '') faults.push({ kind: 'empty' })
  if (item.fromOn !== null && item.dueOn !== null && item.fromOn > item.dueOn) faults.push({ kind: 'backwards' })
  const hasToAnswer = above.length > 0 || obligations.some(({ isPlanItself }) => !isPlanItself)
  if (hasToAnswer && item.obligationIds.length + item.superiorItemIds.length === 0) faults.push({ kind: 'answers-nothing' })
  if (item.touchedWhy) faults.push({ kind: 'touched' })
  const due = item.dueOn ?? item.fromOn
  const isBeforeDirective = (day: string | null) => day !== null && directiveIssuedOn !== null && day < directiveIssuedOn
  // where the directive itself asks for something by a day before its own, that is no fault of the plan
  const isAsked = obligations.some(({ id, finalDue }) => isBeforeDirective(finalDue) && item.obligationIds.includes(id))
  if (directiveIssuedOn !== null && isBeforeDirective(due) && !isAsked)
    faults.push({ kind: 'before-directive', due: directiveIssuedOn, text: directiveName })
  faults.push(...overrunsOf(item, duties).filter((overrun) => overrun.due >= today))
  return faults
}

export type Overrun = Extract<Fault, { kind: 'later-than-obligation' | 'later-than-superior' }>

/** What an item answers that is due before it. */
function overrunsOf(
  { fromOn, dueOn, obligationIds, superiorItemIds }: Pick<Facts, 'fromOn' | 'dueOn' | 'obligationIds' | 'superiorItemIds'>,
  { obligations, above }: Pick<Duties, 'obligations' | 'above'>,
): Overrun[] {
  const due = dueOn ?? fromOn
  if (due === null) return []
  return [
    ...obligations.flatMap(({ id, finalDue, text, isVerified }): Overrun[] =>
      finalDue !== null && !isVerified && due > finalDue && obligationIds.includes(id)
        ? [{ kind: 'later-than-obligation', due: finalDue, text }]
        : [],
    ),
    ...above.flatMap(({ id, dueOn, text }): Overrun[] =>
      dueOn !== null && due > dueOn && superiorItemIds.includes(id) ? [{ kind: 'later-than-superior', due: dueOn, text }] : [],
    ),
  ]
}

/** What an item answers too late because its day is past: said to whoever writes the plan and whoever decides on it, and no fault. */
export const overdueOf = (
  item: Pick<Facts, 'fromOn' | 'dueOn' | 'obligationIds' | 'superiorItemIds'>,
  duties: Pick<Duties, 'obligations' | 'above' | 'today'>,
): Overrun[] => overrunsOf(item, duties).filter(({ due }) => due < duties.today)

/** The obligations that a plan leaves open: no item answers them, they are not done and verified, and no reason for that was accepted. */
export const openOf = <O extends Duties['obligations'][number]>(items: readonly Pick<Facts, 'obligationIds'>[], obligations: readonly O[]): O[] => {
  const answered = new Set(items.flatMap(({ obligationIds }) => obligationIds))
  return obligations.filter(
    ({ id, isPlanItself, isVerified, reason }) => !isPlanItself && !isVerified && !answered.has(id) && reason?.state !== 'accepted',
  )
}

/** The different words of texts, folded. */
export const wordsIn = (...texts: string[]): Set<string> => new Set(fold(texts.join(' ')).match(/[a-z0-9]+/g))

/** Whether an item has money, or somebody who leads or takes part in it, of its own, beside the words of its body’s name: then it does more than repeat what it answers. */
export const hasOwnHands = (item: Pick<Facts, 'personId' | 'money' | 'lead' | 'coordinate'>, name: ReadonlySet<string>): boolean =>
  item.personId !== null || item.money !== null || !wordsIn(item.lead, item.coordinate).isSubsetOf(name)

/** Whether an item only repeats the words and days of what it answers. Of fewer words of its own than four nothing can be said; a number, a day, somebody who leads or takes part, and money are each something of its own. */
export function isBare(
  item: Pick<Facts, 'text' | 'product' | 'note' | 'fromOn' | 'dueOn' | 'personId' | 'money' | 'lead' | 'coordinate'>,
  given: { words: string; days: readonly string[] },
  name: ReadonlySet<string>,
): boolean {
  if (hasOwnHands(item, name)) return false
  if ([item.fromOn, item.dueOn].some((day) => day !== null && !given.days.includes(day))) return false
  const own = [...wordsIn(item.text, item.product, item.note).difference(wordsIn(given.words)).difference(name)]
  return own.length < 4 && !own.some((word) => /[0-9]/.test(word))
}

/** Whether an item of a template is meant for a body: it answers a task that lies on it, or no certain one. */
export const isMeantFor = ({ taskIds }: { taskIds: readonly string[] }, owed: readonly Pick<Owed, 'taskId' | 'isPlanItself'>[]): boolean =>
  taskIds.length === 0 || owed.some(({ taskId, isPlanItself }) => !isPlanItself && taskIds.includes(taskId))

/** The tasks whose words an item repeats, wholly or as a part of them: those it most likely answers. */
export function tasksLike(text: string, tasks: readonly { id: string; text: string }[]): string[] {
  const words = (text: string) =>
    ` ${
      fold(text)
        .match(/[a-z0-9]+/g)
        ?.join(' ') ?? ''
    } `
  const item = words(text)
  if (item.trim().split(' ').length < 4) return []
  return tasks
    .filter((task) => words(task.text).includes(item) || (words(task.text).length > 30 && item.includes(words(task.text))))
    .map(({ id }) => id)
}

/** In which part it is decided why tasks are left out of a plan: by its approver; where a body approves its own plan, by who accepts it afterwards or who ordered it, so that nobody excuses themselves. */
export const judgeOf = ({
  approverId,
  bodyId,
  accepterId,
}: {
  approverId: string
  bodyId: string
  accepterId: string | null
}): Exclude<Part, 'planner'> => (approverId !== bodyId ? 'approver' : accepterId !== null ? 'accepter' : 'ordering')

type Judged = {
  state: PlanState
  isVacant: boolean
  approverId: string
  approverName: string
  bodyId: string
  accepterId: string | null
  accepterName: string | null
  orderedByName: string
}

/** The name of the body that decides why tasks are left out of a plan: who ordered it stands in where nobody may in the one that would approve it. */
export const judgeNameOf = (plan: Judged): string =>
  judgeOf(plan) === 'approver' && plan.isVacant && plan.state !== 'approved'
    ? plan.orderedByName
    : { approver: plan.approverName, accepter: plan.accepterName ?? '', ordering: plan.orderedByName }[judgeOf(plan)]

/** Whether an item was changed since a step; both say the instant, with as many digits as it has. */
export const isChangedSince = ({ updatedAt }: { updatedAt: string }, { at }: { at: string }): boolean => Date.parse(updatedAt) > Date.parse(at)

/** Whether a plan needs no item: it owes something, and all of it is excused by reasons that were accepted, or done and verified. */
export const isExcused = (obligations: Duties['obligations']): boolean =>
  obligations.some(({ isPlanItself }) => !isPlanItself) && openOf([], obligations).length === 0

/** The cells of an item, in the order of the table. */
export const fields = [
  'part',
  'text',
  'obligationIds',
  'superiorItemIds',
  'product',
  'lead',
  'coordinate',
  'personId',
  'fromOn',
  'dueOn',
  'money',
  'note',
] as const satisfies readonly (keyof Facts)[]

/** Whether two values of a cell are the same; ids in any order. */
export function isSame(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return (one ?? null) === (other ?? null)
  return one.length === other.length && [...one].sort().join() === [...other].sort().join()
}

const headFields = ['title', 'grounds', 'aims', 'carryingOut'] as const satisfies readonly (keyof Head)[]

/** Two editions of a plan by item. */
export function compareEditions(from: Edition, to: Edition): Comparison {
  const before = new Map(from.items.map((item) => [item.id, item]))
  const after = new Set(to.items.map(({ id }) => id))
  const changed: Comparison['changed'] = []
  let same = 0
  for (const item of to.items) {
    const old = before.get(item.id)
    if (!old) continue
    const differing = fields.filter((field) => !isSame(old[field], item[field]))
    if (differing.length === 0) same++
    else changed.push({ id: item.id, text: item.text, fields: differing.map((field) => ({ field, from: old[field], to: item[field] })) })
  }
  return {
    head: headFields.filter((field) => from.head[field] !== to.head[field]).map((field) => ({ field, from: from.head[field], to: to.head[field] })),
    added: to.items.filter(({ id }) => !before.has(id)),
    removed: from.items.filter(({ id }) => !after.has(id)),
    changed,
    same,
  }
}

/** Which of the changed cells somebody else has changed meanwhile to something else: those can't both stand. */
export const clashes = <T extends object>(now: T, was: Partial<T>, changes: Partial<T>): (keyof T & string)[] =>
  (Object.keys(changes) as (keyof T & string)[]).filter(
    (field) => !isSame(now[field], changes[field]) && field in was && !isSame(now[field], was[field]),
  )

const asking = /(xây dựng|ban hành|lập)\s+((chương trình|kế hoạch)[,\s]*(hành động|kế hoạch|chương trình|và)?\s*)+/iu

/** Whether the words of a task ask for a plan of one's own. */
export const asksForPlan = (text: string): boolean => asking.test(text.normalize('NFC'))

/** The form a task asks for: «chương trình» or «kế hoạch». */
export const formOf = (text: string): string => (/kế hoạch/iu.test(text) ? 'kế hoạch' : 'chương trình')
