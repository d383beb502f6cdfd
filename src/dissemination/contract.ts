import { z } from 'zod'
import { DirectiveId, Secrecy } from '../directives/contract.ts'
import { download, many, read, write } from '../kernel/endpoint.ts'
import { BodyId, ClassId, Day, Level } from '../organisations/contract.ts'
import { HoldingId } from '../people/contract.ts'
import { ChangeKind } from './changes/contract.ts'

export const ReceiptId = z.uuid().brand('ReceiptId')

/** Tình trạng tiếp nhận: expected is not sent yet; the others have the codes of the national exchange. */
export const ReceiptState = z.enum(['expected', 'arrived', 'refused', 'received', 'assigned', 'processing', 'done', 'recalled'])
export type ReceiptState = z.infer<typeof ReceiptState>
export const ReceiptEvent = z.enum(['send', 'receive', 'refuse', 'assign', 'start', 'finish', 'recall'])
export type ReceiptEvent = z.infer<typeof ReceiptEvent>
export const Way = z.enum(['at-once', 'level-by-level'])
/** Which receipts a number of the board stands for. */
export const Group = z.enum([
  'expected',
  'arrived',
  'received',
  'on-time',
  'late',
  'refused',
  'silent',
  'overdue',
  'unsent',
  'holding',
  'studied',
  'unstudied',
  'members-left',
  'uncounted',
  'done',
  'planned',
  'planless',
  'plan-overdue',
])
export type Group = z.infer<typeof Group>

/** A name of «Nơi nhận» and what it stands for. */
export const Recipient = z.object({
  named: z.string(),
  /** The line of the document it stands in. */
  line: z.string(),
  classId: z.uuid().nullable(),
  /** The class or bodies it stands for, by name. */
  matched: z.array(z.string()),
  /** How many bodies that is as of the day. */
  bodies: z.number(),
  /** Settled to stand for nobody of the registry. */
  settled: z.boolean(),
  /** «Lưu …»: where a copy is kept; nobody is sent it. */
  isArchive: z.boolean(),
})
export type Recipient = z.infer<typeof Recipient>

/** What is counted of the receipts of a branch or level. `onTime` and `studiedOnTime` are null where no day was set. */
export const ReceiptCounts = z.object({
  expected: z.number(),
  arrived: z.number(),
  received: z.number(),
  onTime: z.number(),
  refused: z.number(),
  /** Not received yet, sent to them or not: `overdue` of them past the day though it has arrived, `unsent` still held by a superior. Once recalled or replaced, none is overdue. */
  silent: z.number(),
  overdue: z.number(),
  unsent: z.number(),
  done: z.number(),
  studied: z.number(),
  studiedOnTime: z.number(),
  present: z.number(),
  invited: z.number(),
  /** Members of those bodies of which their number is known, `counted` of them; how many members have studied it, as the bodies say. */
  members: z.number(),
  membersStudied: z.number(),
  counted: z.number(),
  /** Ordered to plan; of them, with a plan that was approved; of the others, past the day and not submitted. */
  plansOwed: z.number(),
  plansMade: z.number(),
  plansOverdue: z.number(),
})
export type ReceiptCounts = z.infer<typeof ReceiptCounts>

export const Dissemination = z.object({
  senderId: z.uuid(),
  senderName: z.string(),
  way: Way,
  downTo: Level.nullable(),
  receiveBy: Day.nullable(),
  studyBy: Day.nullable(),
  note: z.string(),
  startedOn: Day,
})
export type Dissemination = z.infer<typeof Dissemination>

export const BranchCounts = ReceiptCounts.extend({
  bodyId: z.uuid(),
  name: z.string(),
  shortName: z.string(),
  level: Level,
  /** The body's own receipt. */
  state: ReceiptState.nullable(),
  receiptId: z.uuid().nullable(),
  hasBelow: z.boolean(), // others that are expected stand under it
})
export type BranchCounts = z.infer<typeof BranchCounts>

/** A receipt in a list. */
export const ReceiptLine = z.object({
  id: z.uuid(),
  directiveId: z.uuid(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  level: Level,
  fromName: z.string(),
  state: ReceiptState,
  refusal: z.string().nullable(),
  isOverdue: z.boolean(),
  /** By when it is to be received and studied, as the directive was sent out or sooner, as whoever passed it on has set. */
  receiveBy: Day.nullable(),
  studyBy: Day.nullable(),
  arrivedOn: Day.nullable(),
  receivedOn: Day.nullable(),
  isLate: z.boolean(),
  studiedOn: Day.nullable(),
  present: z.number(),
  invited: z.number(),
  /** The body’s own members, null where nobody has said how many; those of them who have studied it. */
  members: z.number().nullable(),
  membersStudied: z.number(),
  /** It was ordered to plan; the day its plan was approved; not submitted by its day. */
  planOwed: z.boolean(),
  planMadeOn: Day.nullable(),
  isPlanOverdue: z.boolean(),
  /** It has the directive and has not sent it to so many right below. */
  unsent: z.number(),
})
export type ReceiptLine = z.infer<typeof ReceiptLine>

/** A directive as it has arrived at one's own body. */
export const IncomingLine = ReceiptLine.extend({
  kind: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  secrecy: Secrecy,
  issuerName: z.string(),
  /** Expected right below. */
  below: z.number(),
  assignee: z.string().nullable(),
  /** The newest change of the directive that the body has still to answer. */
  asked: ChangeKind.nullable(),
})
export type IncomingLine = z.infer<typeof IncomingLine>

export const ReceiptStep = z.object({
  id: z.uuid(),
  /** `pass-on`: sent to those below, `count` of them; it moves them, not this one. */
  event: z.enum([...ReceiptEvent.options, 'pass-on']),
  count: z.number(),
  from: ReceiptState,
  to: ReceiptState,
  text: z.string(),
  person: z.string(),
  post: z.string(),
  body: z.string(),
  day: Day,
  at: z.string(),
})

export const ReceiptPage = IncomingLine.extend({
  version: z.number(),
  directiveState: z.string(),
  why: z.enum(['recipient', 'part', 'below', 'added']),
  way: Way,
  note: z.string(),
  /** The days the directive was sent out with. */
  sentReceiveBy: Day.nullable(),
  sentStudyBy: Day.nullable(),
  steps: z.array(ReceiptStep),
  /** What the caller may do now. */
  events: z.array(ReceiptEvent),
  isOwn: z.boolean(),
  canPassOn: z.boolean(),
  /** They may set days for those below that have it. */
  canSetDays: z.boolean(),
  canHoldSession: z.boolean(),
  /** To whom it may be assigned. */
  people: z.array(z.object({ holdingId: z.uuid(), name: z.string(), title: z.string() })),
})
export type ReceiptPage = z.infer<typeof ReceiptPage>
const paging = { limit: z.coerce.number<number>().int().min(1).max(500).default(50), offset: z.coerce.number<number>().int().min(0).default(0) }
const extent = {
  downTo: Level.nullable().default(null),
  kinds: z.array(z.string().max(60)).max(60).default([]),
  classIds: z.array(ClassId).max(60).default([]),
}
const editors = ['clerk', 'leader'] as const
export const ReceiptFilter = z.object({
  group: Group.optional(),
  under: BodyId.optional(),
  level: Level.optional(),
  words: z.string().trim().max(200).optional(),
})
export const endpoints = {
  previewDissemination: read({
    path: '/api/directives/:directiveId/dissemination/preview',
    for: editors,
    does: 'Whom sending an issued directive out would reach: the names of «Nơi nhận» and what they stand for, and the bodies expected, by level and by kind.',
    input: z.object({ directiveId: DirectiveId, downTo: Level.optional(), kinds: many(z.string().max(60)), classIds: many(ClassId) }),
    output: z.object({
      recipients: z.array(Recipient),
      /** Names that stand for nobody yet. */
      unmatched: z.number(),
      expected: z.number(),
      byWhy: z.object({ recipient: z.number(), part: z.number(), below: z.number() }),
      levels: z.array(z.object({ level: Level, bodies: z.number() })),
      kinds: z.array(z.object({ kind: z.string(), bodies: z.number() })),
    }),
  }),
  matchRecipient: write({
    path: '/api/directives/:directiveId/dissemination/match',
    for: editors,
    does: 'Says which class or bodies a name of «Nơi nhận» stands for, or settles that it stands for none of the registry; before the directive is sent out.',
    input: z.object({
      directiveId: DirectiveId,
      named: z.string().trim().min(1).max(500),
      classId: ClassId.nullable().default(null),
      bodyIds: z.array(BodyId).max(500).default([]),
      settled: z.boolean().default(false),
    }),
    output: z.object({}),
  }),
  startDissemination: write({
    path: '/api/directives/:directiveId/dissemination/start',
    for: editors,
    does: 'Sends an issued directive out, for its standing body or owner: to «Nơi nhận», to every body with a part in it and, down to a level, to those under them; at once or level by level. Refused while a name of «Nơi nhận» is not matched or settled.',
    input: z.object({
      directiveId: DirectiveId,
      way: Way,
      ...extent,
      receiveBy: Day.nullable().default(null),
      studyBy: Day.nullable().default(null),
      note: z.string().trim().normalize('NFC').max(2000).default(''),
    }),
    output: z.object({ expected: z.number() }),
  }),
  sendFurther: write({
    path: '/api/directives/:directiveId/dissemination/further',
    for: editors,
    does: 'The sender sends a directive to more bodies as of today; those on the list that wait for their superior to pass it on get it at once, those that have it are left as they are.',
    input: z.object({ directiveId: DirectiveId, bodyIds: z.array(BodyId).min(1).max(2000) }),
    output: z.object({ sent: z.number() }),
  }),
  openReceiptBoard: read({
    path: '/api/directives/:directiveId/receipts/board',
    for: 'holder',
    does: 'How a directive has arrived, over what the caller may see: in all, by level, and for each branch right below a body.',
    input: z.object({ directiveId: DirectiveId, under: BodyId.optional() }),
    output: z.object({
      dissemination: Dissemination.nullable(),
      /** The caller may send it out. */
      canStart: z.boolean(),
      isSender: z.boolean(),
      /** From the top of what the caller sees to the body shown. */
      path: z.array(z.object({ id: z.uuid(), name: z.string() })),
      /** Plans were ordered of thousands, and what is counted of plans is still being brought up to date. */
      arePlansToCome: z.boolean(),
      totals: ReceiptCounts,
      levels: z.array(ReceiptCounts.extend({ level: Level })),
      branches: z.array(BranchCounts),
    }),
  }),
  listReceipts: read({
    path: '/api/directives/:directiveId/receipts',
    for: 'holder',
    does: 'The receipts of a directive that the caller may see, silent ones first; filtered by what a number of the board stands for, branch, level and words.',
    input: ReceiptFilter.extend({ directiveId: DirectiveId, ...paging }),
    output: z.object({ total: z.number(), rows: z.array(ReceiptLine) }),
  }),
  exportReceipts: download({
    path: '/api/directives/:directiveId/receipts/export',
    for: 'holder',
    does: 'The receipts of a list as xlsx, all of them (at most 100,000).',
    input: ReceiptFilter.extend({ directiveId: DirectiveId }),
  }),
  listIncoming: read({
    path: '/api/incoming',
    for: 'holder',
    does: 'Văn bản đến: the directives that have arrived at the caller’s body, those waiting to be received first.',
    input: z.object({ state: ReceiptState.optional(), words: z.string().trim().max(200).optional(), ...paging }),
    output: z.object({ total: z.number(), waiting: z.number(), rows: z.array(IncomingLine) }),
  }),
  openReceipt: read({
    path: '/api/receipts/:receiptId',
    for: 'holder',
    does: 'A receipt with its directive, its steps, and what the caller may do now.',
    input: z.object({ receiptId: ReceiptId }),
    output: ReceiptPage,
  }),
  takeReceiptStep: write({
    path: '/api/receipts/:receiptId/steps',
    for: editors,
    does: 'Takes a step on a receipt: receive, refuse with a reason, assign to somebody or in words, start, finish; the sender sends again what was refused. `version` is the one seen.',
    input: z.object({
      receiptId: ReceiptId,
      version: z.number().int(),
      event: ReceiptEvent,
      text: z.string().trim().normalize('NFC').max(5000).default(''),
      holdingId: HoldingId.nullable().default(null),
    }),
    output: z.object({ state: ReceiptState, version: z.number() }),
  }),
  receiveSeveral: write({
    path: '/api/incoming/receive',
    for: editors,
    does: 'Receives several directives that have arrived at the caller’s body in one act; those received already are left as they are.',
    input: z.object({ receiptIds: z.array(ReceiptId).min(1).max(500) }),
    output: z.object({ received: z.number() }),
  }),
  listBelow: read({
    path: '/api/receipts/:receiptId/below',
    for: 'holder',
    does: 'The receipts expected right below one: those it is passed on to.',
    input: z.object({ receiptId: ReceiptId }),
    output: z.array(ReceiptLine),
  }),
  passOn: write({
    path: '/api/receipts/:receiptId/pass-on',
    for: editors,
    does: 'Passes a directive on to those expected right below (all, or the chosen ones), once it has been received, with words and earlier days of one’s own; the sender may pass it on over the head of a silent body.',
    input: z.object({
      receiptId: ReceiptId,
      belowIds: z.array(ReceiptId).max(2000).default([]),
      text: z.string().trim().normalize('NFC').max(2000).default(''),
      receiveBy: Day.nullable().default(null),
      studyBy: Day.nullable().default(null),
    }),
    output: z.object({ sent: z.number() }),
  }),
  setDaysBelow: write({
    path: '/api/receipts/:receiptId/below/days',
    for: editors,
    does: 'Sets by when some of those right below that have a directive are to receive and study it, for whoever passes it on to them, also where it was sent to all at once; a day that is not given stays, and none is later than what was asked from above.',
    input: z.object({
      receiptId: ReceiptId,
      belowIds: z.array(ReceiptId).min(1).max(2000),
      receiveBy: Day.nullable().default(null),
      studyBy: Day.nullable().default(null),
    }),
    output: z.object({ changed: z.number() }),
  }),
}
