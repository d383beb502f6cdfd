import { z } from 'zod'
import { ChangeId, ChangeKind } from '../../dissemination/changes/contract.ts'
import { read, write } from '../../kernel/endpoint.ts'
import { ItemId, PlanState } from '../contract.ts'

/** What a change of a directive does to the plans made for it; nothing of it before a receiver agrees. */
export const PlansTouched = z.object({
  /** Plans with an item that wants looking at, with something new to answer, or that end. */
  plans: z.number(),
  /** Of them, those approved before: they call for an amendment. */
  approved: z.number(),
  /** Of them, those not approved yet that end with the directive. */
  ending: z.number(),
  items: z.number(),
})
export type PlansTouched = z.infer<typeof PlansTouched>

/** What a change sent to a body does to one of its plans: before it is agreed to, what it would; after, what is still to be looked at. */
export const OwnPlanTouched = z.object({
  id: z.uuid(),
  /** What it is called by the order. */
  form: z.string(),
  orderTitle: z.string(),
  kind: ChangeKind,
  state: PlanState,
  /** It was approved before: what it has keeps its approved words, and it is to be amended. */
  isApproved: z.boolean(),
  /** It is owed no more once the change is agreed to. */
  ends: z.boolean(),
  items: z.array(z.object({ id: z.uuid(), text: z.string() })),
  /** New tasks it would have to answer. */
  added: z.number(),
})
export type OwnPlanTouched = z.infer<typeof OwnPlanTouched>

export const endpoints = {
  listOwnPlansTouched: read({
    path: '/api/changes/:changeId/own-plans',
    for: 'holder',
    does: 'The plans of the caller’s own body that a change sent to it touches, each with the items concerned: before the body agrees, those that would be marked; after, those that still are.',
    input: z.object({ changeId: ChangeId }),
    output: z.array(OwnPlanTouched),
  }),
  countPlansTouched: read({
    path: '/api/changes/:changeId/plans',
    for: 'holder',
    does: 'How many plans, and items of them, a change of a directive touches: for the sender while it is prepared, then for those the directive lies open to.',
    input: z.object({ changeId: ChangeId }),
    output: PlansTouched,
  }),
  keepPlanItem: write({
    path: '/api/plan-items/:itemId/keep',
    for: ['clerk', 'leader'],
    does: 'Says of an item that something it answers has changed and it still holds as it is.',
    input: z.object({ itemId: ItemId }),
    output: z.object({}),
  }),
}
