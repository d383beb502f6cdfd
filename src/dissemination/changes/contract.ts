import { z } from 'zod'
import { DirectiveId } from '../../directives/contract.ts'
import { read, write } from '../../kernel/endpoint.ts'
import { BodyId, Day } from '../../organisations/contract.ts'
import { MilestoneKind, TaskId } from '../../tasks/contract.ts'
import { ReceiptId } from '../contract.ts'

export const ChangeId = z.uuid().brand('ChangeId')
export const ChangeReceiptId = z.uuid().brand('ChangeReceiptId')
/** What is done with a directive that was sent out: codes 1, 2 and 3 of the national exchange. */
export const ChangeKind = z.enum(['recall', 'update', 'replace'])
export type ChangeKind = z.infer<typeof ChangeKind>
/** A receiver's answer: codes 13, 15 and 16. */
export const ChangeState = z.enum(['asked', 'agreed', 'refused'])

const Milestone = z.object({ worded: z.string(), due: Day.nullable(), kind: MilestoneKind, what: z.string() })

/** What an update does to one task; `before` is what it says now (nothing for a task that is added). */
export const TaskChange = z.object({
  kind: z.enum(['amend', 'withdraw', 'add']),
  taskId: z.uuid().nullable(),
  address: z.string(),
  before: z.object({ text: z.string(), product: z.string(), milestones: z.array(Milestone) }).nullable(),
  text: z.string(),
  product: z.string(),
  milestones: z.array(Milestone),
  bodies: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** How many bodies it changes something for. */
  affected: z.number(),
})
export type TaskChange = z.infer<typeof TaskChange>

export const DirectiveChange = z.object({
  id: z.uuid(),
  kind: ChangeKind,
  reason: z.string(),
  replacement: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  state: z.enum(['draft', 'sent', 'dropped']),
  sentOn: Day.nullable(),
  person: z.string(),
  version: z.number(),
  items: z.array(TaskChange),
  /** Bodies it changes something for (in a draft: as of now), and obligations that it touches. */
  affected: z.object({ bodies: z.number(), obligations: z.number() }),
  asked: z.number(),
  agreed: z.number(),
  refused: z.number(),
  refusals: z.array(z.object({ bodyName: z.string(), reason: z.string(), decidedOn: Day.nullable() })),
})
export type DirectiveChange = z.infer<typeof DirectiveChange>

/** A change as it lies with one receiver: just what it does to what lies on that body. */
export const ReceivedChange = z.object({
  id: z.uuid(),
  changeId: z.uuid(),
  kind: ChangeKind,
  reason: z.string(),
  replacement: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  sentOn: Day.nullable(),
  state: ChangeState,
  answer: z.string(),
  decidedOn: Day.nullable(),
  version: z.number(),
  items: z.array(TaskChange),
  /** Open obligations of the body that it ends or carries over. */
  obligations: z.array(z.object({ id: z.uuid(), address: z.string(), text: z.string() })),
  canDecide: z.boolean(),
})
export type ReceivedChange = z.infer<typeof ReceivedChange>

const editors = ['clerk', 'leader'] as const
const GivenChange = z.object({
  kind: z.enum(['amend', 'withdraw', 'add']),
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

export const endpoints = {
  listChanges: read({
    path: '/api/directives/:directiveId/changes',
    for: 'holder',
    does: 'The changes of a directive that was sent out, for those it lies open to: what each does on how many bodies, who has agreed, who refused and why.',
    input: z.object({ directiveId: DirectiveId }),
    output: z.array(DirectiveChange),
  }),
  draftChange: write({
    path: '/api/directives/:directiveId/changes/draft',
    for: editors,
    does: 'Prepares a change of a directive that was sent out: recall, update task by task, or replace by another directive. The one draft there is gets overwritten, if `version` is the one seen.',
    input: z.object({
      directiveId: DirectiveId,
      version: z.number().int().nullable().default(null),
      kind: ChangeKind,
      reason: z.string().trim().normalize('NFC').min(3).max(2000),
      replacementId: DirectiveId.nullable().default(null),
      items: z.array(GivenChange).max(200).default([]),
    }),
    output: z.object({ changeId: ChangeId, version: z.number() }),
  }),
  sendChange: write({
    path: '/api/changes/:changeId/send',
    for: editors,
    does: 'Sends a prepared change: every receiver is asked to agree. Those it was never sent to are simply no longer expected, when it is recalled or replaced.',
    input: z.object({ changeId: ChangeId, version: z.number().int() }),
    output: z.object({ asked: z.number() }),
  }),
  dropChange: write({
    path: '/api/changes/:changeId/drop',
    for: editors,
    does: 'Drops a prepared change that was not sent.',
    input: z.object({ changeId: ChangeId, version: z.number().int() }),
    output: z.object({}),
  }),
  listReceivedChanges: read({
    path: '/api/receipts/:receiptId/changes',
    for: 'holder',
    does: 'The changes sent to the body of a receipt, newest first, each with just what it does to what lies on that body.',
    input: z.object({ receiptId: ReceiptId }),
    output: z.array(ReceivedChange),
  }),
  agreeChange: write({
    path: '/api/change-receipts/:changeReceiptId/agree',
    for: editors,
    does: 'A receiver agrees to a change, which is applied at once to what lies on its body: changed tasks are carried over, withdrawn ones end, added ones are laid on it. Says which obligations gave way to which.',
    input: z.object({ changeReceiptId: ChangeReceiptId, version: z.number().int() }),
    output: z.object({
      directiveId: DirectiveId,
      bodyId: BodyId,
      kind: ChangeKind,
      carried: z.array(z.object({ oldId: z.uuid(), newId: z.uuid() })),
      ended: z.array(z.uuid()),
      added: z.array(z.uuid()),
    }),
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
