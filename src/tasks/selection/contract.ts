import { z } from 'zod'
import { DirectiveId, Why } from '../../directives/contract.ts'
import { read } from '../../kernel/endpoint.ts'
import { Milestone, Task, TaskRole } from '../contract.ts'

/** An order read in a stretch of a document: what a task made of it would say. */
export const ReadOrder = Task.pick({ address: true, text: true, product: true, condition: true, isStanding: true }).extend({
  from: z.number(),
  to: z.number(),
  roles: z.array(TaskRole.pick({ role: true, named: true, bodyId: true, classId: true, settled: true })),
  milestones: z.array(Milestone.pick({ worded: true, due: true, kind: true, what: true })),
  doubts: z.array(z.object({ field: z.string(), why: Why })),
})
export type ReadOrder = z.infer<typeof ReadOrder>

export const endpoints = {
  readSelection: read({
    path: '/api/directives/:directiveId/selection',
    for: ['clerk', 'leader'],
    does: 'Reads a stretch of a directive’s text as its tasks were read: each order in it without its number, with bodies, deadlines and products from its own words and from those over it, names matched to the registry. Where there are several, `whole` is the stretch as one task. Nothing is changed.',
    input: z.object({ directiveId: DirectiveId, from: z.coerce.number<number>().int().min(0), to: z.coerce.number<number>().int().min(0) }),
    output: z.object({ orders: z.array(ReadOrder), whole: ReadOrder.nullable() }),
  }),
}
