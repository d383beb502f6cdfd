import { z } from 'zod'
import { DirectiveId, DirectiveLine } from '../../directives/contract.ts'
import { download, read } from '../../kernel/endpoint.ts'
import { BodyId, Day, Level } from '../../organisations/contract.ts'
import { ObligationId } from '../../tasks/contract.ts'
import { PlanState } from '../contract.ts'

/** How the plan of a body answers a task that lies on it: by an item of a submitted plan; by items that only repeat what they answer; by a reason that was accepted; so far in a draft alone; by a reason that was asked; not at all. */
export const CellState = z.enum(['answered', 'quoted', 'reasoned', 'drafted', 'asked', 'open'])
export type CellState = z.infer<typeof CellState>

/** How many obligations stand at each; `answered`, `quoted` and `reasoned` are covered. */
export const Cover = z.object({
  answered: z.number(),
  quoted: z.number(),
  reasoned: z.number(),
  drafted: z.number(),
  asked: z.number(),
  open: z.number(),
})
export type Cover = z.infer<typeof Cover>

/** Where a plan is in its life; `none` for a body that has none. */
export const PlanStanding = z.enum(['none', ...PlanState.options])
export type PlanStanding = z.infer<typeof PlanStanding>

export const TaskCover = Cover.extend({ taskId: z.uuid(), address: z.string(), text: z.string() })
export const LevelCover = Cover.extend({ level: Level })
export type LevelCover = z.infer<typeof LevelCover>

/** A body under the one that is looked at, with all that stands under it; or, as `isOwn`, that one alone. */
export const Branch = Cover.extend({
  bodyId: z.uuid(),
  name: z.string(),
  level: Level,
  isOwn: z.boolean(),
  /** Something stands under it that the tasks lie on as well. */
  hasBelow: z.boolean(),
  bodies: z.number(),
  /** How many of them have submitted a plan. */
  planned: z.number(),
  /** For each task that lies on the branch, how many of its obligations are covered. */
  tasks: z.array(z.object({ taskId: z.uuid(), covered: z.number(), all: z.number() })),
})
export type Branch = z.infer<typeof Branch>

export const CoverageCell = z.object({ taskId: z.uuid(), obligationId: z.uuid(), state: CellState })
export const CoverageItem = z.object({
  id: z.uuid(),
  planId: z.uuid(),
  bodyName: z.string(),
  planTitle: z.string(),
  planState: PlanStanding,
  part: z.string(),
  text: z.string(),
  product: z.string(),
  lead: z.string(),
  /** As its plan was submitted it only repeated what it answers. */
  isBare: z.boolean(),
  fromOn: Day.nullable(),
  dueOn: Day.nullable(),
})
export type CoverageItem = z.infer<typeof CoverageItem>
export const Planless = z.object({
  bodyId: z.uuid(),
  name: z.string(),
  level: Level,
  tasks: z.number(),
  /** By when its plan is due; null where no order to plan names it. */
  dueOn: Day.nullable(),
  isOverdue: z.boolean(),
})

/** The longest way down from superior to subordinate on which nobody's submitted plan gives a task to anybody. */
export const Chain = z.object({
  taskId: z.uuid(),
  address: z.string(),
  text: z.string(),
  bodies: z.array(z.object({ id: z.uuid(), name: z.string() })),
})

const paging = { limit: z.coerce.number<number>().int().min(1).max(200).default(50), offset: z.coerce.number<number>().int().min(0).default(0) }
const ofDirective = z.object({ directiveId: DirectiveId })
const bodyFilter = { directiveId: DirectiveId, words: z.string().trim().max(200).optional(), level: Level.optional(), under: BodyId.optional() }

export const endpoints = {
  openCoverage: read({
    path: '/api/directives/:directiveId/coverage',
    for: 'holder',
    does: 'How far the plans of bodies cover a directive: in all, by task and by level, over the obligations the caller may see. Covered is what a submitted plan answers, and what a superior accepted a reason for.',
    input: ofDirective,
    output: z.object({
      directive: DirectiveLine,
      seesWhole: z.boolean(),
      totals: Cover,
      bodies: z.number(),
      /** How many of the bodies have their plan at each state. */
      plans: z.record(PlanStanding, z.number()),
      tasks: z.array(TaskCover),
      levels: z.array(LevelCover),
    }),
  }),
  listCoverageBranches: read({
    path: '/api/directives/:directiveId/coverage/branches',
    for: 'holder',
    does: 'Coverage by branch: the bodies right under one (`under`; the caller’s own reach where it is left out), each with all that stands under it, least covered first.',
    input: z.object({ directiveId: DirectiveId, under: BodyId.optional() }),
    output: z.object({
      tasks: z.array(z.object({ id: z.uuid(), address: z.string(), text: z.string() })),
      /** From the top of the caller's reach down to the body that is looked at. */
      trail: z.array(z.object({ id: z.uuid(), name: z.string() })),
      rows: z.array(Branch),
    }),
  }),
  openCoverageMatrix: read({
    path: '/api/directives/:directiveId/coverage/matrix',
    for: 'holder',
    does: 'Task × body: a page of bodies, and for each task on them how their plan answers it; with `state`, only bodies that have something in it.',
    input: z.object({ ...bodyFilter, state: CellState.optional(), ...paging }),
    output: z.object({
      total: z.number(),
      tasks: z.array(z.object({ id: z.uuid(), address: z.string(), text: z.string() })),
      bodies: z.array(z.object({ id: z.uuid(), name: z.string(), plan: PlanStanding, cells: z.array(CoverageCell) })),
    }),
  }),
  openCoverageCell: read({
    path: '/api/directives/:directiveId/coverage/cells/:obligationId',
    for: 'holder',
    does: 'The words behind a cell: the task, the items that answer it, the reasons why it is left unanswered and what was said to them.',
    input: z.object({ directiveId: DirectiveId, obligationId: ObligationId }),
    output: z.object({
      bodyName: z.string(),
      address: z.string(),
      text: z.string(),
      state: CellState,
      items: z.array(CoverageItem),
      reasons: z.array(
        z.object({
          why: z.string(),
          askedOn: Day,
          askedBy: z.string(),
          acceptedOn: Day.nullable(),
          refusedOn: Day.nullable(),
          answer: z.string(),
        }),
      ),
    }),
  }),
  listIdleItems: read({
    path: '/api/directives/:directiveId/coverage/idle-items',
    for: 'holder',
    does: 'Items of plans in sight that serve no task: they answer no obligation, nor an item of a superior’s plan that does.',
    input: z.object({ directiveId: DirectiveId, under: BodyId.optional(), ...paging }),
    output: z.object({ total: z.number(), rows: z.array(CoverageItem) }),
  }),
  listUnownedChains: read({
    path: '/api/directives/:directiveId/coverage/chains',
    for: 'holder',
    does: 'For each task, the longest chain without an owner: from superior down to subordinate, bodies whose submitted plans have no item with a lead for it, and no accepted reason; longest first.',
    input: ofDirective,
    output: z.array(Chain),
  }),
  listPlanlessBodies: read({
    path: '/api/directives/:directiveId/coverage/planless',
    for: 'holder',
    does: 'Bodies that tasks lie on and that have not begun a plan, those whose day is past first.',
    input: z.object({ ...bodyFilter, ...paging }),
    output: z.object({ total: z.number(), rows: z.array(Planless) }),
  }),
  exportCoverage: download({
    path: '/api/directives/:directiveId/coverage/export',
    for: 'holder',
    does: 'Coverage as xlsx: by task, by level, by branch, task × body, chains without an owner, items that serve no task, bodies without a plan.',
    input: z.object({ directiveId: DirectiveId, under: BodyId.optional() }),
  }),
}
