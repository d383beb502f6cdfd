import { z } from 'zod'
import { DirectiveId } from '../directives/contract.ts'
import { download, many, read, write } from '../kernel/endpoint.ts'
import { BodyId, Day, Level } from '../organisations/contract.ts'
import { HistoryLine } from '../people/contract.ts'
import { ObligationId } from '../tasks/contract.ts'
import { PlanId, PlanOrderId } from './orders/contract.ts'

export const ItemId = z.uuid().brand('ItemId')

export const PlanState = z.enum([
  'due',
  'drafting',
  'submitted',
  'in-appraisal',
  'returned',
  'approved',
  'accepted',
  'issued',
  'amending',
  'withdrawn',
])
export type PlanState = z.infer<typeof PlanState>
export const PlanEvent = z.enum([
  'start',
  'submit',
  'recall',
  'appraise',
  'return',
  'approve',
  'accept',
  'refuse',
  'issue',
  'correct',
  'amend',
  'drop-amendment',
  'keep',
  'withdraw',
])
export type PlanEvent = z.infer<typeof PlanEvent>
/** Where an item comes from; `template-edited`: from the template, and changed since. */
export const ItemOrigin = z.enum(['obligation', 'superior', 'template', 'template-edited', 'own', 'import'])

const text = (most: number) => z.string().trim().normalize('NFC').max(most)

/** A plan in a list. */
export const PlanLine = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  directiveId: z.uuid(),
  directiveName: z.string(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  level: Level,
  form: z.string(),
  state: PlanState,
  dueOn: Day,
  submittedOn: Day.nullable(),
  isLate: z.boolean(),
  round: z.number(),
  number: z.string().nullable(),
  issuedOn: Day.nullable(),
  /** Obligations of the body that the plan answers, and how many it has to. */
  answered: z.number(),
  asked: z.number(),
  items: z.number(),
})
export type PlanLine = z.infer<typeof PlanLine>

export const Facts = z.object({
  part: text(300),
  text: text(4000),
  product: text(1000),
  lead: text(500),
  coordinate: text(1000),
  personId: z.uuid().nullable(),
  fromOn: Day.nullable(),
  dueOn: Day.nullable(),
  money: z.number().min(0).max(1e15).nullable(),
  note: text(2000),
  obligationIds: z.array(z.uuid()).max(100),
  superiorItemIds: z.array(z.uuid()).max(100),
})
export type Facts = z.infer<typeof Facts>

export const Item = Facts.extend({
  id: z.uuid(),
  position: z.number(),
  personName: z.string().nullable(),
  origin: ItemOrigin,
  touchedWhy: z.string().nullable(),
  /** It only repeats the words and days of what it answers: of a plan being written as it is now, else as it was submitted. */
  isBare: z.boolean(),
  version: z.number(),
  updatedBy: z.string().nullable(),
  updatedAt: z.string(),
  remarks: z.array(z.string()),
})
export type Item = z.infer<typeof Item>

export const Head = z.object({ title: text(1000), grounds: text(4000), aims: text(8000), carryingOut: text(8000) })
export type Head = z.infer<typeof Head>

/** An obligation of the body that its plan has to answer, and the reason asked where it does not. */
export const Owed = z.object({
  id: z.uuid(),
  taskId: z.uuid(),
  address: z.string(),
  text: z.string(),
  product: z.string(),
  finalDue: Day.nullable(),
  /** The plan itself is what it asks for. */
  isPlanItself: z.boolean(),
  /** It was done and verified: no plan has to answer it any more. */
  isVerified: z.boolean(),
  reason: z.object({ why: z.string(), askedOn: Day, state: z.enum(['asked', 'accepted', 'refused']), answer: z.string() }).nullable(),
})
export type Owed = z.infer<typeof Owed>
export const Above = z.object({
  id: z.uuid(),
  part: z.string(),
  text: z.string(),
  product: z.string(),
  dueOn: Day.nullable(),
  taskIds: z.array(z.uuid()),
})
export type Above = z.infer<typeof Above>

/** The template given with the order of a plan, as far as it is meant for its body. */
export const PlanTemplate = z.object({
  number: z.number(),
  takenOn: Day,
  /** How many items it offers the body. */
  offered: z.number(),
  /** For the body itself: the words around them, and the items, each with what the plan has of it. */
  grounds: z.string(),
  aims: z.string(),
  items: z.array(Above.extend({ state: z.enum(['open', 'taken', 'outdated', 'edited']) })),
})
export type PlanTemplate = z.infer<typeof PlanTemplate>

export const PlanStep = z.object({
  id: z.uuid(),
  event: PlanEvent,
  from: PlanState,
  to: PlanState,
  round: z.number(),
  text: z.string(),
  person: z.string(),
  post: z.string(),
  body: z.string(),
  /** A submission after the plan was returned in which nothing had been changed. */
  isUnchanged: z.boolean(),
  day: Day,
  at: z.string(),
  remarks: z.array(z.object({ itemId: z.uuid(), itemText: z.string(), text: z.string() })),
})
export type PlanStep = z.infer<typeof PlanStep>

/** What has happened above a plan since it was begun. */
export const Called = z.object({
  /** Its directive was changed after it was issued. */
  isDirectiveChanged: z.boolean(),
  /** The superior's plan was amended. */
  isSuperiorAmended: z.boolean(),
  /** Items that amendment brought, in words, until this plan is submitted anew or kept as it is. */
  addedAbove: z.string().nullable(),
  /** The template of its order was brought up to date, until this plan is submitted. */
  templateRenewedOn: Day.nullable(),
  /** Its directive was recalled or replaced; whether its body has agreed (null where it was not asked). */
  takenBack: z.object({ kind: z.enum(['recall', 'replace']), sentOn: Day, isAgreed: z.boolean().nullable() }).nullable(),
})
export type Called = z.infer<typeof Called>

export const PlanPage = PlanLine.extend(Head.shape).extend({
  version: z.number(),
  /** The day of the directive: before it nothing of the plan can have been due. */
  directiveIssuedOn: Day.nullable(),
  orderTitle: z.string(),
  orderNote: z.string(),
  orderedByName: z.string(),
  superiorId: z.uuid().nullable(),
  superiorName: z.string().nullable(),
  approverId: z.uuid(),
  approverName: z.string(),
  accepterId: z.uuid().nullable(),
  accepterName: z.string().nullable(),
  signer: z.string(),
  decidedOn: Day.nullable(),
  edition: z.number(),
  rows: z.array(Item),
  obligations: z.array(Owed),
  above: z.array(Above),
  template: PlanTemplate.nullable(),
  people: z.array(z.object({ id: z.uuid(), name: z.string() })),
  steps: z.array(PlanStep),
  editions: z.array(
    z.object({ number: z.number(), frozenOn: Day, why: z.string(), person: z.string(), issuedAs: z.string().nullable(), issuedOn: Day.nullable() }),
  ),
  called: Called,
  /** It was returned and holds what it held then: whoever submits it so is asked why. */
  isUnchanged: z.boolean(),
  /** It lies open to the caller as a whole; else they see of it what was approved. */
  isWhole: z.boolean(),
  /** At the body whose decision comes next nobody may decide: the one that ordered the plan does, unless it is that one itself. */
  isVacant: z.boolean(),
  events: z.array(PlanEvent),
  canEdit: z.boolean(),
  canDecideReasons: z.boolean(),
})
export type PlanPage = z.infer<typeof PlanPage>

export const EditionItem = Facts.extend({ id: z.uuid(), personName: z.string().nullable() })
export const Edition = z.object({ head: Head, items: z.array(EditionItem) })
export type Edition = z.infer<typeof Edition>

const Field = Facts.keyof()
const Value = z.union([z.string(), z.number(), z.array(z.string()), z.null()])
export const Comparison = z.object({
  head: z.array(z.object({ field: Head.keyof(), from: z.string(), to: z.string() })),
  added: z.array(EditionItem),
  removed: z.array(EditionItem),
  changed: z.array(z.object({ id: z.uuid(), text: z.string(), fields: z.array(z.object({ field: Field, from: Value, to: Value })) })),
  same: z.number(),
})
export type Comparison = z.infer<typeof Comparison>

export const PlanFilter = z.object({
  directiveId: DirectiveId.optional(),
  orderId: PlanOrderId.optional(),
  bodyId: BodyId.optional(),
  /** Of the bodies under this one (and itself). */
  underId: BodyId.optional(),
  states: many(PlanState),
  levels: many(Level),
  /** Not submitted though the day is past, or submitted after it. */
  late: z.enum(['overdue', 'submitted']).optional(),
  /** Nobody in the body that has to decide on it may. */
  waits: z.enum(['vacant']).optional(),
  words: z.string().trim().max(200).optional(),
})
const sorted = ['body', 'directive', 'level', 'state', 'due'] as const
/** By what a list of plans is put in order; with «-» the other way round. */
export const PlanSort = z.enum([...sorted, ...sorted.map((name) => `-${name}` as const)])
export type PlanSort = z.infer<typeof PlanSort>
const inOrder = { sort: PlanSort.optional() }
const Paging = { limit: z.coerce.number<number>().int().min(1).max(200).default(25), offset: z.coerce.number<number>().int().min(0).default(0) }

export const PlanWork = z.object({
  kind: z.enum(['start', 'finish', 'mend', 'issue', 'amend', 'appraise', 'accept', 'reason']),
  plan: PlanLine,
  since: Day,
  /** To whom it falls to appraise or accept it: how much it is like the plan it is most like among those they may see; null while nothing was found. */
  likeness: z.object({ score: z.number(), words: z.number(), isBare: z.boolean() }).nullable(),
})
export type PlanWork = z.infer<typeof PlanWork>

const NewItem = Facts.partial().extend({ id: z.uuid() })

const editors = ['clerk', 'leader'] as const
const plan = { planId: PlanId }

export const endpoints = {
  listPlans: read({
    path: '/api/plans',
    for: 'holder',
    does: 'The plans the caller may see, overdue ones first or as `sort` says, with how many there are in each state.',
    input: PlanFilter.extend(inOrder).extend(Paging),
    output: z.object({
      total: z.number(),
      overdue: z.number(),
      states: z.array(z.object({ state: PlanState, count: z.number() })),
      rows: z.array(PlanLine),
    }),
  }),
  exportPlans: download({
    path: '/api/plans/export',
    for: 'holder',
    does: 'The plans of a list as xlsx: all of them, not a page (at most 100,000).',
    input: PlanFilter.extend(inOrder),
  }),
  listPlanWork: read({
    path: '/api/plan-work',
    for: 'holder',
    does: 'What waits for the post acted in about plans: to start, finish, mend, issue; to amend where the directive has changed; to appraise or accept (with how much it is like another), oldest first; reasons to decide.',
    input: z.object({}),
    output: z.array(PlanWork),
  }),
  openPlan: read({
    path: '/api/plans/:planId',
    for: 'holder',
    does: 'A plan with its items, what they answer, reasons, steps, editions, and what the caller may do now.',
    input: z.object(plan),
    output: PlanPage,
  }),
  planHistory: read({
    path: '/api/plans/:planId/history',
    for: 'holder',
    does: 'What was done with a plan, newest first, from the journal.',
    input: z.object(plan),
    output: z.array(HistoryLine),
  }),
  comparePlanEditions: read({
    path: '/api/plans/:planId/compare',
    for: 'holder',
    does: 'Two editions of a plan by item: added, removed, changed from and to. Edition 0 is the plan as it stands now.',
    input: z.object({ ...plan, from: z.coerce.number<number>().int().min(0).max(9999), to: z.coerce.number<number>().int().min(0).max(9999) }),
    output: Comparison,
  }),
  savePlanHead: write({
    path: '/api/plans/:planId/head',
    for: editors,
    does: 'Saves parts of a plan around its items; refused where somebody else has changed the same part since `was`.',
    input: z.object({ ...plan, was: Head.partial(), changes: Head.partial() }),
    output: z.object({}),
  }),
  addPlanItems: write({
    path: '/api/plans/:planId/items',
    for: editors,
    does: 'Adds items behind another (null: at the end) under ids the caller has drawn, so that sending twice adds once.',
    input: z.object({ ...plan, behindId: ItemId.nullable(), items: z.array(NewItem).min(1).max(500) }),
    output: z.object({ items: z.array(z.object({ id: z.uuid(), version: z.number(), position: z.number() })) }),
  }),
  takeTemplateItems: write({
    path: '/api/plans/:planId/template',
    for: editors,
    does: 'Takes items of the order’s template over into a plan, answering the body’s own obligations of the same tasks, and its grounds or aims. Items taken as an earlier template had them, and not changed since, become those of the newer one.',
    input: z.object({ ...plan, itemIds: z.array(ItemId).max(500), head: z.array(z.enum(['grounds', 'aims'])).default([]) }),
    output: z.object({ added: z.number() }),
  }),
  savePlanItem: write({
    path: '/api/plan-items/:itemId',
    for: editors,
    does: 'Saves cells of an item. Where somebody else changed other cells since `was` both stand; where the same one, it is refused and nothing is overwritten.',
    input: z.object({ itemId: ItemId, was: Facts.partial(), changes: Facts.partial() }),
    output: z.object({ version: z.number() }),
  }),
  movePlanItem: write({
    path: '/api/plan-items/:itemId/move',
    for: editors,
    does: 'Puts an item behind another of its plan (null: first).',
    input: z.object({ itemId: ItemId, behindId: ItemId.nullable() }),
    output: z.object({ position: z.number() }),
  }),
  removePlanItem: write({
    path: '/api/plan-items/:itemId/remove',
    for: editors,
    does: 'Takes an item out of its plan, or puts it back.',
    input: z.object({ itemId: ItemId, removed: z.boolean().default(true) }),
    output: z.object({}),
  }),
  removePlanItems: write({
    path: '/api/plans/:planId/items/remove',
    for: editors,
    does: 'Takes several items out of a plan at once, as a pasted block is taken back; those that are out already are left.',
    input: z.object({ planId: PlanId, itemIds: z.array(ItemId).min(1).max(1000) }),
    output: z.object({ removed: z.number() }),
  }),
  askPlanReason: write({
    path: '/api/plans/:planId/reasons',
    for: editors,
    does: 'Says why a plan leaves an obligation unanswered; whoever approves the plan decides. An empty reason takes it back.',
    input: z.object({ ...plan, obligationId: ObligationId, why: text(2000) }),
    output: z.object({}),
  }),
  decidePlanReason: write({
    path: '/api/plans/:planId/reasons/decide',
    for: ['appraiser', 'leader'],
    does: 'Accepts or refuses a reason.',
    input: z.object({ ...plan, obligationId: ObligationId, accept: z.boolean(), answer: text(2000).default('') }),
    output: z.object({}),
  }),
  takePlanStep: write({
    path: '/api/plans/:planId/steps',
    for: ['clerk', 'leader', 'appraiser'],
    does: 'Takes a step of a plan’s life. Submitting is refused with a sentence while something is wrong, or, with no words why, where nothing was changed since it was returned; nobody approves what they submitted.',
    input: z.object({
      ...plan,
      version: z.number().int(),
      event: PlanEvent,
      text: text(4000).default(''),
      remarks: z
        .array(z.object({ itemId: ItemId, text: text(1000).min(1) }))
        .max(500)
        .default([]),
      number: text(60).optional(),
      issuedOn: Day.optional(),
      signer: text(200).optional(),
    }),
    output: z.object({ state: PlanState, version: z.number() }),
  }),
}
