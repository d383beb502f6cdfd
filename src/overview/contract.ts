import { z } from 'zod'
import { DirectiveId, DirectiveLine, DirectiveState, TakenBack } from '../directives/contract.ts'
import { download, many, read, write } from '../kernel/endpoint.ts'
import { BodyId, Day, Level } from '../organisations/contract.ts'
import { HistoryLine } from '../people/contract.ts'
import { Milestone, ObligationFilter, Standing, State } from '../tasks/contract.ts'

/**
 * What waits for somebody: answer an urging, accept, work on, mend what was sent back, verify, decide on a later day asked for, deal with what was returned, finish a draft; deal with a
 * document that came in, with a plan of one's own body, with a plan to appraise.
 */
export const WorkKind = z.enum(['urging', 'incoming', 'accept', 'work', 'mend', 'plan', 'verify', 'appraisal', 'extension', 'returned', 'draft'])
export type WorkKind = z.infer<typeof WorkKind>

/** The step to take on a document that came in or was refused, on an urging of others that nobody answered, or on a plan. */
export const WorkStep = z.enum([
  'receive',
  'pass-on',
  'assign',
  'study',
  'answer-change',
  'refusals',
  'refusals-below',
  'direct',
  'start',
  'finish',
  'mend',
  'issue',
  'amend',
  'appraise',
  'accept',
  'reason',
])
export type WorkStep = z.infer<typeof WorkStep>

/** A task that presses, and under how many bodies; up to three are named. The day: since when it is overdue or waits (the earliest), or when it is due. */
export const PressingTask = z.object({
  directiveId: z.uuid(),
  taskId: z.uuid(),
  address: z.string(),
  text: z.string(),
  day: Day,
  count: z.number(),
  bodies: z.array(z.object({ obligationId: z.uuid(), name: z.string() })),
})
export type PressingTask = z.infer<typeof PressingTask>

export const WorkItem = z.object({
  kind: WorkKind,
  step: WorkStep.nullable(),
  /** The obligation, for a draft the directive, the urging, the receipt (for a change, the answer to it), or the plan. */
  id: z.uuid(),
  /** An urging may be over tasks of several: it has none. */
  directiveId: z.uuid().nullable(),
  /** Of an urging the act it belongs to. */
  actId: z.uuid().nullable(),
  directiveTitle: z.string(),
  directiveKind: z.string(),
  /** Of an urging the number of its letter. */
  directiveNumber: z.string().nullable(),
  issuerName: z.string().nullable(),
  /** How many tasks a draft has, an urging lists; how many below wait for a document, or have refused it. */
  count: z.number(),
  address: z.string(),
  text: z.string(),
  /** On whom it lies; of an urging who urges; of a document who sent it. */
  bodyName: z.string(),
  due: Day.nullable(),
  /** The day by which the list is ordered: due, or since when it waits. */
  since: Day.nullable(),
  isOverdue: z.boolean(),
  percent: z.number(),
  /** What a plan is called where the order says so. */
  form: z.string().nullable(),
  /** Its directive was recalled or replaced, and what is left of it here waits to be ended or dealt with. */
  takenBack: TakenBack.nullable(),
})
export type WorkItem = z.infer<typeof WorkItem>

/** The four counts of the 2×2; their sum is all that lies on somebody. */
export const Counts = z.object({ doneOnTime: z.number(), doneLate: z.number(), openInTime: z.number(), openOverdue: z.number() })
export type Counts = z.infer<typeof Counts>

/** Stages of the workflow, beside the 2×2. */
export const Stages = z.object({ given: z.number(), reported: z.number(), returned: z.number(), sentBack: z.number() })

export const TaskCounts = Counts.extend(Stages.shape).extend({
  taskId: z.uuid(),
  address: z.string(),
  text: z.string(),
  isStanding: z.boolean(),
  nextDue: Day.nullable(),
  /** The last day its words give. */
  lastDue: Day.nullable(),
})
export const BodyCounts = Counts.extend(Stages.shape).extend({ bodyId: z.uuid(), name: z.string(), level: Level, lastStepOn: Day.nullable() })
export const Board = z.object({
  directive: DirectiveLine,
  totals: Counts.extend(Stages.shape),
  bodies: z.number(),
  tasks: z.array(TaskCounts),
  seesWhole: z.boolean(),
})

const paging = { limit: z.coerce.number<number>().int().min(1).max(200).default(50), offset: z.coerce.number<number>().int().min(0).default(0) }
const bodyFilter = { directiveId: DirectiveId, words: z.string().trim().max(200).optional(), level: Level.optional(), under: BodyId.optional() }

export const Cell = z.object({ taskId: z.uuid(), obligationId: z.uuid(), state: State, standing: Standing })

export const endpoints = {
  listMyWork: read({
    path: '/api/my-work',
    for: 'holder',
    does: 'Việc của tôi: what waits for the post acted in, overdue first, then by date, with how much of each kind there is.',
    input: z.object({ kind: WorkKind.optional(), ...paging }),
    output: z.object({ total: z.number(), counts: z.record(WorkKind, z.number()), overdue: z.number(), rows: z.array(WorkItem) }),
  }),
  openBoard: read({
    path: '/api/directives/:directiveId/board',
    for: 'holder',
    does: 'The board of a directive: the 2×2 in all and by task, over the obligations the caller may see.',
    input: z.object({ directiveId: DirectiveId }),
    output: Board,
  }),
  listBoardBodies: read({
    path: '/api/directives/:directiveId/board/bodies',
    for: 'holder',
    does: 'The 2×2 of a directive by body, most overdue first; with `under`, the bodies under one.',
    input: z.object({ ...bodyFilter, ...paging }),
    output: z.object({ total: z.number(), rows: z.array(BodyCounts) }),
  }),
  openMatrix: read({
    path: '/api/directives/:directiveId/matrix',
    for: 'holder',
    does: 'Body × task: a page of bodies, and for each the state of every task that lies on it.',
    input: z.object({ ...bodyFilter, ...paging }),
    output: z.object({
      total: z.number(),
      tasks: z.array(z.object({ id: z.uuid(), address: z.string(), text: z.string() })),
      bodies: z.array(z.object({ id: z.uuid(), name: z.string(), cells: z.array(Cell) })),
    }),
  }),
  openTimeline: read({
    path: '/api/directives/:directiveId/timeline',
    for: 'holder',
    does: 'The milestones of a directive by date, each with how many obligations have reached it (`reached` of `all`) and how many are late; those without a day last.',
    input: z.object({ directiveId: DirectiveId }),
    output: z.array(
      Milestone.omit({ from: true, to: true }).extend({
        taskId: z.uuid(),
        address: z.string(),
        text: z.string(),
        all: z.number(),
        reached: z.number(),
        overdue: z.number(),
      }),
    ),
  }),
  openLeaderPage: read({
    path: '/api/overview',
    for: 'holder',
    does: 'A leader’s two minutes: the 2×2 over all directives within reach and of each, who has not received it or submitted a plan in time, which tasks are longest overdue, fall due within 30 days, wait longest for verification.',
    input: z.object({}),
    output: z.object({
      totals: Counts.extend(Stages.shape),
      directives: z.array(
        DirectiveLine.extend(Counts.shape).extend(Stages.shape).extend({
          nextDue: Day.nullable(),
          /** Of one that was sent out: who has not received it, who has not submitted a plan, by their days, within reach; null where it was not. */
          receiptsOverdue: z.number().nullable(),
          plansOverdue: z.number().nullable(),
        }),
      ),
      overdue: z.array(PressingTask),
      upcoming: z.array(PressingTask),
      waiting: z.array(PressingTask),
      behind: z.array(BodyCounts.omit({ lastStepOn: true }).extend({ superiorName: z.string().nullable() })),
    }),
  }),
  exportObligations: download({
    path: '/api/obligations/export',
    for: 'holder',
    does: 'The obligations of a list as xlsx: all of them, not a page (at most 100,000).',
    input: ObligationFilter,
  }),
  exportBoard: download({
    path: '/api/directives/:directiveId/board/export',
    for: 'holder',
    does: 'The board as xlsx: by task and by body.',
    input: z.object({ directiveId: DirectiveId }),
  }),
  exportMatrix: download({
    path: '/api/directives/:directiveId/matrix/export',
    for: 'holder',
    does: 'The body × task matrix as xlsx.',
    input: z.object({ directiveId: DirectiveId }),
  }),
  exportTimeline: download({
    path: '/api/directives/:directiveId/timeline/export',
    for: 'holder',
    does: 'The milestones of a directive as xlsx.',
    input: z.object({ directiveId: DirectiveId }),
  }),
  directiveHistory: read({
    path: '/api/directives/:directiveId/history',
    for: 'holder',
    does: 'What was done with a directive, newest first, and on which of its tasks, plans and bodies.',
    input: z.object({ directiveId: DirectiveId }),
    output: z.array(HistoryLine),
  }),
  exportMyWork: download({ path: '/api/my-work/export', for: 'holder', does: 'What waits for the post acted in, as xlsx.', input: z.object({}) }),
  exportDirectives: download({
    path: '/api/directives/export',
    for: 'holder',
    does: 'The directives the caller may see, as xlsx.',
    input: z.object({ words: z.string().trim().max(200).optional(), states: many(DirectiveState) }),
  }),
  listViews: read({
    path: '/api/views',
    for: 'person',
    does: 'One’s own saved views of a page.',
    input: z.object({ page: z.string().min(1).max(60) }),
    output: z.array(z.object({ id: z.uuid(), name: z.string(), query: z.string() })),
  }),
  saveView: write({
    path: '/api/views/save',
    for: 'person',
    does: 'Saves the filters of a page under a name; a view of that name is replaced.',
    input: z.object({ page: z.string().min(1).max(60), name: z.string().trim().normalize('NFC').min(1).max(80), query: z.string().max(2000) }),
    output: z.object({ id: z.uuid() }),
  }),
  dropView: write({
    path: '/api/views/:viewId/drop',
    for: 'person',
    does: 'Removes one of one’s own saved views.',
    input: z.object({ viewId: z.uuid() }),
    output: z.object({}),
  }),
}
