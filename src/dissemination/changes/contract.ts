import { z } from 'zod'
import { DirectiveId } from '../../directives/contract.ts'
import { download, read, write } from '../../kernel/endpoint.ts'
import { BodyId, Day, Level } from '../../organisations/contract.ts'
import { MilestoneKind, State, TaskId } from '../../tasks/contract.ts'

export const ChangeId = z.uuid().brand('ChangeId')
export const ChangeReceiptId = z.uuid().brand('ChangeReceiptId')
/** What is done with a directive that was sent out: codes 1, 2 and 3 of the national exchange. */
export const ChangeKind = z.enum(['recall', 'update', 'replace'])
export type ChangeKind = z.infer<typeof ChangeKind>
/** A receiver's answer: codes 13, 15 and 16. Noted: an update that touches nothing of the receiver is taken note of at once and asks for no answer. */
export const ChangeState = z.enum(['asked', 'agreed', 'refused', 'noted'])
export type ChangeState = z.infer<typeof ChangeState>
/** An answer in a list: of an update of what was recalled or replaced since, none is waited for any more. */
export const AnswerState = z.enum([...ChangeState.options, 'lapsed'])
export type AnswerState = z.infer<typeof AnswerState>
export const ItemKind = z.enum(['amend', 'withdraw', 'add'])

const Milestone = z.object({ worded: z.string(), due: Day.nullable(), kind: MilestoneKind, what: z.string() })
export type ChangedMilestone = z.infer<typeof Milestone>

/** What an update does to one task; `before` is what it said (nothing for a task that is added). */
export const TaskChange = z.object({
  kind: ItemKind,
  taskId: z.uuid().nullable(),
  address: z.string(),
  before: z.object({ text: z.string(), product: z.string(), milestones: z.array(Milestone) }).nullable(),
  text: z.string(),
  product: z.string(),
  milestones: z.array(Milestone),
  /** Those that lead an added task. */
  bodies: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** On how many bodies it changes something that is open. */
  affected: z.number(),
})
export type TaskChange = z.infer<typeof TaskChange>

/** `isSent`: it was sent out; before that its receivers have not got it. */
const Replacement = z.object({ id: z.uuid(), kind: z.string(), number: z.string().nullable(), title: z.string(), isSent: z.boolean() })

export const DirectiveChange = z.object({
  id: z.uuid(),
  kind: ChangeKind,
  reason: z.string(),
  replacement: Replacement.nullable(),
  state: z.enum(['draft', 'sent', 'dropped']),
  sentOn: Day.nullable(),
  person: z.string(),
  version: z.number(),
  items: z.array(TaskChange),
  /** What is open now that it changes (in a sent one: what is left), in all and by level. */
  affected: z.object({ bodies: z.number(), obligations: z.number(), levels: z.array(z.object({ level: Level, bodies: z.number() })) }),
  /** How many are waited for, have agreed, were told of what touches nothing of theirs, have refused, and had not answered when the directive was recalled or replaced. */
  asked: z.number(),
  agreed: z.number(),
  noted: z.number(),
  refused: z.number(),
  lapsed: z.number(),
})
export type DirectiveChange = z.infer<typeof DirectiveChange>

/** A receiver's answer to a change in a list. */
export const ChangeAnswer = z.object({
  bodyId: z.uuid(),
  bodyName: z.string(),
  level: Level,
  state: AnswerState,
  reason: z.string(),
  decidedOn: Day.nullable(),
})
export type ChangeAnswer = z.infer<typeof ChangeAnswer>

/** What a change does to a task as it lies on one body: the obligation it has there, and the one that continues it. */
export const ReceivedItem = TaskChange.extend({ obligationId: z.uuid().nullable(), state: State.nullable(), newObligationId: z.uuid().nullable() })
export type ReceivedItem = z.infer<typeof ReceivedItem>

/** A change as it lies with one receiver: just what it does to what lies on that body. */
export const ReceivedChange = z.object({
  id: z.uuid(),
  changeId: z.uuid(),
  kind: ChangeKind,
  reason: z.string(),
  replacement: Replacement.nullable(),
  sentOn: Day.nullable(),
  senderName: z.string(),
  state: ChangeState,
  answer: z.string(),
  decidedOn: Day.nullable(),
  version: z.number(),
  items: z.array(ReceivedItem),
  /** Open obligations of the body that it ends or carries over. */
  obligations: z.array(z.object({ id: z.uuid(), address: z.string(), text: z.string() })),
  /** A later change of the same tasks was agreed to: what this one asked is answered by that. */
  isOutdone: z.boolean(),
  canDecide: z.boolean(),
})
export type ReceivedChange = z.infer<typeof ReceivedChange>

/** What a change did to what lay on a body: which obligations gave way to which, which ended, which came to be. */
export const Applied = z.object({
  carried: z.array(z.object({ oldId: z.uuid(), newId: z.uuid() })),
  ended: z.array(z.uuid()),
  added: z.array(z.uuid()),
})
export type Applied = z.infer<typeof Applied>

const editors = ['clerk', 'leader'] as const
const GivenItem = z.object({
  kind: ItemKind,
  taskId: TaskId.nullable().default(null),
  text: z.string().trim().normalize('NFC').max(20_000).default(''),
  product: z.string().trim().normalize('NFC').max(1000).default(''),
  milestones: z
    .array(
      z.object({
        worded: z.string().trim().min(1).max(300),
        due: Day.nullable(),
        kind: MilestoneKind,
        what: z.string().trim().max(500).default(''),
      }),
    )
    .max(40)
    .default([]),
  bodyIds: z.array(BodyId).max(2000).default([]),
})
const AnswerFilter = z.object({ changeId: ChangeId, state: AnswerState.optional(), words: z.string().trim().max(200).optional() })
const paging = { limit: z.coerce.number<number>().int().min(1).max(500).default(25), offset: z.coerce.number<number>().int().min(0).default(0) }

export const endpoints = {
  listChanges: read({
    path: '/api/directives/:directiveId/changes',
    for: 'holder',
    does: 'The changes of a directive that was sent out, for those it lies open to: what each does on how many bodies, and how many have agreed or refused; the draft, if there is one, first.',
    input: z.object({ directiveId: DirectiveId }),
    output: z.object({ canChange: z.boolean(), changes: z.array(DirectiveChange) }),
  }),
  draftChange: write({
    path: '/api/directives/:directiveId/changes/draft',
    for: editors,
    does: 'Prepares a change of a directive that was sent out: recall, update task by task, or replace by another directive. The one draft there is gets overwritten, if `version` is the one seen (null: there was none).',
    input: z.object({
      directiveId: DirectiveId,
      version: z.number().int().nullable().default(null),
      kind: ChangeKind,
      reason: z.string().trim().normalize('NFC').min(3).max(2000),
      replacementId: DirectiveId.nullable().default(null),
      items: z.array(GivenItem).max(200).default([]),
    }),
    output: z.object({ changeId: ChangeId, version: z.number() }),
  }),
  sendChange: write({
    path: '/api/changes/:changeId/send',
    for: editors,
    does: 'Sends a prepared change: every receiver is asked to agree, but one that an update touches nothing of takes note of it at once; what lies on the sender itself is changed at once. Those the directive was never sent to are simply no longer expected, when it is recalled or replaced.',
    input: z.object({ changeId: ChangeId, version: z.number().int() }),
    output: z.object({ directiveId: DirectiveId, asked: z.number(), noted: z.number(), own: Applied.nullable() }),
  }),
  dropChange: write({
    path: '/api/changes/:changeId/drop',
    for: editors,
    does: 'Drops a prepared change that was not sent.',
    input: z.object({ changeId: ChangeId, version: z.number().int() }),
    output: z.object({}),
  }),
  listChangeAnswers: read({
    path: '/api/changes/:changeId/answers',
    for: 'holder',
    does: 'Who was asked to agree to a change, for those the directive lies open to: refusals with their reasons first, then who has not answered.',
    input: AnswerFilter.extend(paging),
    output: z.object({ total: z.number(), rows: z.array(ChangeAnswer) }),
  }),
  exportChangeAnswers: download({
    path: '/api/changes/:changeId/answers/export',
    for: 'holder',
    does: 'The answers to a change as xlsx, all of them (at most 100,000).',
    input: AnswerFilter,
  }),
  listReceivedChanges: read({
    path: '/api/directives/:directiveId/changes/received',
    for: 'holder',
    does: 'The changes of a directive sent to the caller’s body, newest first, each with just what it does to what lies on that body; and whether it was taken back as a whole.',
    input: z.object({ directiveId: DirectiveId }),
    output: z.object({
      takenBack: z.object({ kind: ChangeKind, sentOn: Day.nullable(), reason: z.string(), replacement: Replacement.nullable() }).nullable(),
      changes: z.array(ReceivedChange),
    }),
  }),
  agreeChange: write({
    path: '/api/change-receipts/:changeReceiptId/agree',
    for: editors,
    does: 'A receiver agrees to a change, which is applied at once to what lies on its body: changed tasks are carried over, withdrawn ones end, added ones are laid on it. Says which obligations gave way to which.',
    input: z.object({ changeReceiptId: ChangeReceiptId, version: z.number().int() }),
    output: Applied.extend({ directiveId: DirectiveId, bodyId: BodyId, kind: ChangeKind }),
  }),
  refuseChange: write({
    path: '/api/change-receipts/:changeReceiptId/refuse',
    for: editors,
    does: 'A receiver refuses a change with a reason; what lies on its body stays as it is, and the sender sees why.',
    input: z.object({
      changeReceiptId: ChangeReceiptId,
      version: z.number().int(),
      reason: z.string().trim().normalize('NFC').min(3).max(2000),
    }),
    output: z.object({}),
  }),
}
