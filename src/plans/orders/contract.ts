import { z } from 'zod'
import { DirectiveId } from '../../directives/contract.ts'
import { read, write } from '../../kernel/endpoint.ts'
import { BodyId, ClassId, Day, Level } from '../../organisations/contract.ts'
import { TaskId } from '../../tasks/contract.ts'

export const PlanId = z.uuid().brand('PlanId')
export const PlanOrderId = z.uuid().brand('PlanOrderId')
export const Approver = z.enum(['superior', 'ordering', 'own'])

const text = (most: number) => z.string().trim().normalize('NFC').max(most)

/** Whom an order to plan means: a class, a level, or one body. */
export const OrderPart = z.object({
  classId: ClassId.nullable().default(null),
  bodyId: BodyId.nullable().default(null),
  level: Level.nullable().default(null),
  dueOn: Day,
  approver: Approver,
  form: text(80).default(''),
})
export type OrderPart = z.infer<typeof OrderPart>
const Parts = z.array(OrderPart).min(1).max(40)

export const LevelCount = z.object({ level: Level, bodies: z.number() })

/** Items of one's own plan that go with an order as its template, as they were when they were chosen, each with the tasks of the directive it answers. */
export const TemplateChoice = z.object({
  planId: PlanId,
  /** Its grounds and aims go with them. */
  withHead: z.boolean().default(true),
  items: z
    .array(z.object({ id: z.uuid(), version: z.number().int(), taskIds: z.array(TaskId).max(50) }))
    .min(1)
    .max(500),
})
export type TemplateChoice = z.infer<typeof TemplateChoice>

/** What of a plan may go with an order as its template. */
export const TemplateDraft = z.object({
  grounds: z.string(),
  aims: z.string(),
  /** Its items; `isOwnOnly`: what they answer lies on nobody else; `isGiven`: they are in the template of the order at hand. */
  items: z.array(
    z.object({
      id: z.uuid(),
      version: z.number(),
      part: z.string(),
      text: z.string(),
      product: z.string(),
      dueOn: Day.nullable(),
      taskIds: z.array(z.uuid()),
      isOwnOnly: z.boolean(),
      isGiven: z.boolean(),
    }),
  ),
  tasks: z.array(z.object({ id: z.uuid(), address: z.string(), text: z.string() })),
})
export type TemplateDraft = z.infer<typeof TemplateDraft>

export const OrderLine = z.object({
  id: z.uuid(),
  directiveId: z.uuid(),
  title: z.string(),
  orderedById: z.uuid(),
  orderedByName: z.string(),
  orderedOn: Day,
  needsAcceptance: z.boolean(),
  note: z.string(),
  withdrawnOn: Day.nullable(),
  withdrawnWhy: z.string().nullable(),
  version: z.number(),
  parts: z.array(OrderPart.extend({ name: z.string() })),
  plans: z.number(),
  /** With acceptance: of how many the approver is the only body above, so that one step is all. */
  inOneStep: z.number(),
  /** How many of the plans that are not decided yet wait, or will wait, for a body in which nobody may decide. */
  vacant: z.number(),
  /** The template given with it: how often, when last, with how many items; its plan for whoever may change it. */
  template: z.object({ number: z.number(), takenOn: Day, items: z.number(), planId: z.uuid().nullable() }).nullable(),
  canChange: z.boolean(),
})
export type OrderLine = z.infer<typeof OrderLine>

const editors = ['clerk', 'leader'] as const

/** Whether those that have a plan for the directive are to make another. */
const Again = z.boolean().default(false)

export const endpoints = {
  listPlanOrders: read({
    path: '/api/directives/:directiveId/plan-orders',
    for: 'holder',
    does: 'The orders to plan for a directive, newest first, with whom they mean and how many plans came of each.',
    input: z.object({ directiveId: DirectiveId }),
    output: z.object({ canOrder: z.boolean(), orders: z.array(OrderLine) }),
  }),
  suggestPlanOrder: read({
    path: '/api/directives/:directiveId/plan-orders/suggested',
    for: 'holder',
    does: 'What an order to plan would say by the directive’s own tasks that ask for a plan: title, parts and days.',
    input: z.object({ directiveId: DirectiveId }),
    output: z.array(
      z.object({
        taskId: z.uuid(),
        address: z.string(),
        text: z.string(),
        title: z.string(),
        parts: z.array(OrderPart.extend({ name: z.string() })),
      }),
    ),
  }),
  previewPlanOrder: read({
    path: '/api/directives/:directiveId/plan-orders/preview',
    for: editors,
    does: 'Whom an order means, by level, how many of them have nothing of the directive lying on them, and how many have a plan for it already; `parts` is the JSON of the parts.',
    input: z.object({ directiveId: DirectiveId, parts: z.string().max(20_000) }),
    output: z.object({ bodies: z.number(), levels: z.array(LevelCount.extend({ having: z.number() })), without: z.number(), having: z.number() }),
  }),
  createPlanOrder: write({
    path: '/api/directives/:directiveId/plan-orders',
    for: editors,
    does: 'Orders plans: every body meant that has none for the directive yet (with `again`, every one) owes one from now on. By the directive’s standing body, issuer or owner; or by any body with a part in it, for those under it.',
    input: z.object({
      directiveId: DirectiveId,
      taskId: TaskId.nullable().default(null),
      title: text(500).min(3),
      note: text(2000).default(''),
      needsAcceptance: z.boolean().default(false),
      template: TemplateChoice.nullable().default(null),
      again: Again,
      parts: Parts,
    }),
    output: z.object({ orderId: PlanOrderId, plans: z.number() }),
  }),
  previewPlanTemplate: read({
    path: '/api/plans/:planId/as-template',
    for: editors,
    does: 'What of a plan of one’s own body may go with an order as its template, and the tasks its items may answer, on whomever they lie; with `orderId` as the template of that order has it.',
    input: z.object({ planId: PlanId, orderId: PlanOrderId.optional() }),
    output: TemplateDraft,
  }),
  givePlanTemplate: write({
    path: '/api/plan-orders/:orderId/template',
    for: editors,
    does: 'Gives a template with an order, or brings the one it has up to date, and tells those whose plans are being written. What is written into one’s own plan otherwise reaches nobody.',
    input: z.object({ orderId: PlanOrderId, version: z.number().int(), template: TemplateChoice }),
    output: z.object({ told: z.number() }),
  }),
  addToPlanOrder: write({
    path: '/api/plan-orders/:orderId/add',
    for: editors,
    does: 'Lays an order on more bodies; those who owe a plan under it already are left, and without `again` those who have one for the directive.',
    input: z.object({ orderId: PlanOrderId, again: Again, parts: Parts }),
    output: z.object({ plans: z.number() }),
  }),
  withdrawPlanOrder: write({
    path: '/api/plan-orders/:orderId/withdraw',
    for: editors,
    does: 'Withdraws an order with a reason: plans not yet approved are no longer owed, approved ones stay.',
    input: z.object({ orderId: PlanOrderId, version: z.number().int(), why: text(1000).min(3) }),
    output: z.object({ plans: z.number() }),
  }),
}
