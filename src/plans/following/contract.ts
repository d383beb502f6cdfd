import { z } from 'zod'
import { ChangeId } from '../../dissemination/changes/contract.ts'
import { read, write } from '../../kernel/endpoint.ts'
import { ItemId } from '../contract.ts'

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

export const endpoints = {
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
