import { z } from 'zod'
import { Certainty, DirectiveId, TakenBack, Why } from '../directives/contract.ts'
import { download, many, read, write } from '../kernel/endpoint.ts'
import { BodyId, ClassId, Day } from '../organisations/contract.ts'
import { HistoryLine } from '../people/contract.ts'

export const TaskId = z.uuid().brand('TaskId')
export const ObligationId = z.uuid().brand('ObligationId')
export const MilestoneId = z.uuid().brand('MilestoneId')

export const Role = z.enum(['lead', 'coordinate', 'advise', 'submit-to', 'via', 'follow-up'])
export type Role = z.infer<typeof Role>
export const State = z.enum(['given', 'accepted', 'returned', 'in-progress', 'reported', 'sent-back', 'verified', 'withdrawn'])
export type State = z.infer<typeof State>
export const Event = z.enum([
  'accept',
  'return',
  'progress',
  'report',
  'verify',
  'send-back',
  'take-back',
  'give-again',
  'give-on',
  'withdraw',
  'hand-down',
  'opinion',
  'ask-extension',
  'grant-extension',
  'refuse-extension',
])
export type Event = z.infer<typeof Event>
/** The 2×2 of every official count: done on time, done late, not done in time, not done overdue. */
export const Standing = z.enum(['done-on-time', 'done-late', 'open-in-time', 'open-overdue'])
export type Standing = z.infer<typeof Standing>
export const MilestoneKind = z.enum(['date', 'event', 'recurring', 'horizon', 'vague'])

/** A name in a task and what it was matched to; `bodies` says how many bodies that is on the day of effect. */
export const TaskRole = z.object({
  role: Role,
  named: z.string(),
  bodyId: z.uuid().nullable(),
  classId: z.uuid().nullable(),
  /** What it was matched to, by name. */
  matched: z.string().nullable(),
  bodies: z.number(),
  /** The clerk settled that the name stands for no body of the registry. */
  settled: z.boolean(),
  /** The class leaves the choice of bodies open. */
  isOpen: z.boolean(),
  from: z.number().nullable(),
  to: z.number().nullable(),
})
export type TaskRole = z.infer<typeof TaskRole>

export const Milestone = z.object({
  id: z.uuid(),
  worded: z.string(),
  due: Day.nullable(),
  kind: MilestoneKind,
  what: z.string(),
  from: z.number().nullable(),
  to: z.number().nullable(),
})
export type Milestone = z.infer<typeof Milestone>

/** All that a task says, without what its names stand for on a day; what was kept long ago tells no kind and no matter of its deadlines. */
export const Said = z.object({
  text: z.string(),
  product: z.string(),
  condition: z.string(),
  isStanding: z.boolean(),
  roles: z.array(z.object({ role: Role, named: z.string(), bodyId: z.uuid().nullable(), classId: z.uuid().nullable() })),
  milestones: z.array(z.object({ worded: z.string(), due: Day.nullable(), kind: MilestoneKind.optional(), what: z.string().optional() })),
})
export type Said = z.infer<typeof Said>

export const Task = z.object({
  id: z.uuid(),
  provisionId: z.uuid().nullable(),
  /** Where it stands in the document, as a reader would cite it: "II.2.2, gạch đầu dòng 1". */
  address: z.string(),
  text: z.string(),
  product: z.string(),
  condition: z.string(),
  conditionMetOn: Day.nullable(),
  isStanding: z.boolean(),
  from: z.number().nullable(),
  to: z.number().nullable(),
  origin: z.enum(['read', 'hand']),
  edited: z.boolean(),
  checked: z.boolean(),
  droppedWhy: z.string().nullable(),
  /** The task that this one, dropped, was joined into; and where the words of those joined into it stand. */
  mergedInto: z.uuid().nullable(),
  joined: z.array(z.object({ from: z.number(), to: z.number() })),
  /** Since when an update of the directive lays it on nobody any more. */
  endedOn: Day.nullable(),
  doubts: z.array(z.object({ field: z.string(), why: Why })),
  certainty: z.array(Certainty),
  /** What was read, where it was corrected by hand since. */
  read: Said.nullable(),
  version: z.number(),
  roles: z.array(TaskRole),
  milestones: z.array(Milestone),
})
export type Task = z.infer<typeof Task>

/** An obligation in a list. */
export const ObligationLine = z.object({
  id: z.uuid(),
  taskId: z.uuid(),
  directiveId: z.uuid(),
  directiveTitle: z.string(),
  directiveKind: z.string(),
  directiveNumber: z.string().nullable(),
  address: z.string(),
  text: z.string(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  state: State,
  standing: Standing,
  nextDue: Day.nullable(),
  finalDue: Day.nullable(),
  reportedOn: Day.nullable(),
  doneOn: Day.nullable(),
  percent: z.number(),
})
export type ObligationLine = z.infer<typeof ObligationLine>

export const EvidenceFile = z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.number() })
export const Step = z.object({
  id: z.uuid(),
  event: Event,
  from: State,
  to: State,
  text: z.string(),
  percent: z.number().nullable(),
  figure: z.number().nullable(),
  unit: z.string().nullable(),
  /** The day the step names: asked for, granted, or set for those it was handed down to. */
  until: Day.nullable(),
  personId: z.uuid(),
  person: z.string(),
  post: z.string(),
  body: z.string(),
  day: Day,
  at: z.string(),
  files: z.array(EvidenceFile),
})
export type Step = z.infer<typeof Step>
/** How often a later day was asked for and granted, how often it may be, until when one can be asked for, and the one that waits for a decision. */
export const Extension = z.object({
  asked: z.number(),
  granted: z.number(),
  mostGranted: z.number(),
  askBy: Day.nullable(),
  waiting: z.object({ until: Day, askedOn: Day }).nullable(),
})

const Beside = z.object({ id: z.uuid(), bodyName: z.string() }).nullable()
export const ObligationPage = ObligationLine.extend({
  version: z.number(),
  verifierId: z.uuid(),
  verifierName: z.string(),
  /** The one it was handed down from, for who may see that too. */
  parent: Beside,
  /** The one in whose place it was laid, and the one laid in its place. */
  replaces: Beside,
  replacedBy: Beside,
  /** The one of the same body that it carries on since an update of the directive, and the one that carries it on. */
  continues: Beside,
  continuedBy: Beside,
  /** The day set by whoever handed it down. */
  ownDue: Day.nullable(),
  extension: Extension,
  takenBack: TakenBack.nullable(), // of its directive: nothing is newly taken up
  issuerName: z.string().nullable(), // of the directive, through which it was given
  product: z.string(),
  condition: z.string(),
  conditionMetOn: Day.nullable(),
  isStanding: z.boolean(),
  givenOn: Day,
  roles: z.array(TaskRole),
  /** `due` is the day granted to this obligation, where there is one; `dueBefore` then the document's. */
  milestones: z.array(Milestone.extend({ reachedOn: Day.nullable(), dueBefore: Day.nullable() })),
  /** The provision's words and those above it, outermost first. */
  provisions: z.array(z.object({ label: z.string(), text: z.string() })),
  steps: z.array(Step),
  children: z.array(ObligationLine),
  openChildren: z.number(),
  /** What the caller may do now. */
  events: z.array(Event),
  /** What would be the caller's to do, and why it can't be done yet. */
  blocked: z.array(z.object({ event: Event, why: z.string() })),
})

export const ObligationFilter = z.object({
  directiveId: DirectiveId.optional(),
  taskId: TaskId.optional(),
  bodyId: BodyId.optional(),
  /** With `bodyId`: also the bodies under it. */
  below: z.stringbool().optional(),
  states: many(State),
  standings: many(Standing),
  /** What is due next by this day. */
  dueBy: Day.optional(),
  words: z.string().trim().max(200).optional(),
})

/** What a task said in a version that was corrected since. */
export const Correction = z.object({ taskId: z.uuid(), address: z.string(), version: z.number(), before: Said })
export type Correction = z.infer<typeof Correction>

/** By what obligations are put in order; with «-» the other way round. */
export const ObligationSort = z.enum(['directive', '-directive', 'text', '-text', 'body', '-body', 'standing', '-standing', 'due', '-due'])
export type ObligationSort = z.infer<typeof ObligationSort>

const EditedMilestone = z.object({
  worded: z.string().trim().min(1).max(300),
  due: Day.nullable(),
  kind: MilestoneKind,
  what: z.string().trim().max(500).default(''),
})
/** What a name stands for: a body, a class, or settled as none of the registry. */
const meant = { bodyId: BodyId.nullable(), classId: ClassId.nullable(), settled: z.boolean().default(false) }
const EditedRole = z.object({ role: Role, named: z.string().trim().min(1).max(500), ...meant })
const facts = {
  text: z.string().trim().normalize('NFC').min(3).max(20_000),
  product: z.string().trim().normalize('NFC').max(1000),
  condition: z.string().trim().normalize('NFC').max(1000),
  isStanding: z.boolean(),
  roles: z.array(EditedRole).max(200),
  milestones: z.array(EditedMilestone).max(40),
}
const editors = ['clerk', 'leader'] as const

const Laid = z.object({ obligations: z.number(), bodies: z.number() })

export const endpoints = {
  listTasks: read({
    path: '/api/directives/:directiveId/tasks',
    for: 'holder',
    does: 'The tasks of a directive in the order of its text, with roles, milestones and what the names were matched to.',
    input: z.object({ directiveId: DirectiveId }),
    output: z.array(Task),
  }),
  addTask: write({
    path: '/api/directives/:directiveId/tasks',
    for: editors,
    does: 'Adds a task to a draft by hand, from a selection of its text where there is one; it stands where its words stand.',
    input: z.object({ directiveId: DirectiveId, from: z.number().int().min(0).nullable(), to: z.number().int().min(0).nullable(), ...facts }),
    output: z.object({ taskId: TaskId }),
  }),
  editTask: write({
    path: '/api/tasks/:taskId/edit',
    for: editors,
    does: 'Corrects a task of a draft, and gives it as it stands then; what was read stays apart from what was changed by hand. `version` is the one seen.',
    input: z.object({ taskId: TaskId, version: z.number().int(), ...facts }),
    output: z.object({ version: z.number(), task: Task }),
  }),
  splitTask: write({
    path: '/api/tasks/:taskId/split',
    for: editors,
    does: 'Parts a task of a draft in two at an offset in its words; both keep the roles, the second gets the milestones whose words it holds.',
    input: z.object({ taskId: TaskId, version: z.number().int(), at: z.number().int().min(1) }),
    output: z.object({ taskIds: z.array(TaskId) }),
  }),
  mergeTasks: write({
    path: '/api/directives/:directiveId/tasks/merge',
    for: editors,
    does: 'Joins tasks of a draft into the first of them: words, roles and milestones together; the others are dropped with that reason.',
    input: z.object({ directiveId: DirectiveId, taskIds: z.array(TaskId).min(2).max(20) }),
    output: z.object({ taskId: TaskId }),
  }),
  dropTask: write({
    path: '/api/tasks/:taskId/drop',
    for: editors,
    does: 'Drops a task of a draft with a reason; it stays readable and can be restored.',
    input: z.object({ taskId: TaskId, version: z.number().int(), why: z.string().trim().min(3).max(500) }),
    output: z.object({}),
  }),
  restoreTask: write({
    path: '/api/tasks/:taskId/restore',
    for: editors,
    does: 'Takes a dropped task of a draft up again.',
    input: z.object({ taskId: TaskId }),
    output: z.object({}),
  }),
  checkTask: write({
    path: '/api/tasks/:taskId/check',
    for: editors,
    does: 'Marks a task of a draft as looked over by a clerk, or not.',
    input: z.object({ taskId: TaskId, checked: z.boolean() }),
    output: z.object({}),
  }),
  matchName: write({
    path: '/api/directives/:directiveId/match',
    for: editors,
    does: 'Says for a whole draft which body or class a name stands for, or settles that it stands for none of the registry.',
    input: z.object({ directiveId: DirectiveId, named: z.string().min(1), ...meant }),
    output: z.object({ changed: z.number() }),
  }),
  previewIssue: read({
    path: '/api/directives/:directiveId/preview',
    for: editors,
    does: 'What issuing a draft would lay on whom: tasks, obligations by level, what still stands in the way (`refusals`: what else would be refused), and what is worth a look.',
    input: z.object({ directiveId: DirectiveId, effectiveOn: Day.optional() }),
    output: Laid.extend({
      tasks: z.number(),
      levels: z.array(Laid.extend({ level: z.string() })),
      refusals: z.array(z.string()),
      cautions: z.array(z.string()),
      unmatched: z.array(z.object({ named: z.string(), role: Role, taskId: z.uuid() })),
      withoutLead: z.array(z.object({ taskId: z.uuid(), text: z.string() })),
    }),
  }),
  listCorrections: read({
    path: '/api/directives/:directiveId/corrections',
    for: 'holder',
    does: 'What the tasks of a directive said before each correction, for those the directive lies open to as a whole; together with the history it tells what was changed from what to what.',
    input: z.object({ directiveId: DirectiveId }),
    output: z.array(Correction),
  }),
  meetCondition: write({
    path: '/api/tasks/:taskId/condition',
    for: ['clerk', 'leader'],
    does: 'The standing body notes the day on which the event that a task waits for has come.',
    input: z.object({ taskId: TaskId, day: Day }),
    output: z.object({}),
  }),
  assignTask: write({
    path: '/api/tasks/:taskId/assign',
    for: ['clerk', 'leader'],
    does: 'The standing body lays an issued task on one more body of its issuer’s level or lower, as of today.',
    input: z.object({ taskId: TaskId, bodyId: BodyId, text: z.string().trim().min(3).max(2000) }),
    output: z.object({ obligationId: ObligationId }),
  }),
  listObligations: read({
    path: '/api/obligations',
    for: 'holder',
    does: 'The obligations the caller may see, overdue first, then by the day they are due, or as `sort` says; filtered.',
    input: ObligationFilter.extend({
      sort: ObligationSort.optional(),
      limit: z.coerce.number<number>().int().min(1).max(500).default(50),
      offset: z.coerce.number<number>().int().min(0).default(0),
    }),
    output: z.object({ total: z.number(), rows: z.array(ObligationLine) }),
  }),
  openObligation: read({
    path: '/api/obligations/:obligationId',
    for: 'holder',
    does: 'An obligation with its words, milestones, steps, evidence and what the caller may do now.',
    input: z.object({ obligationId: ObligationId }),
    output: ObligationPage,
  }),
  takeStep: write({
    path: '/api/obligations/:obligationId/steps',
    for: 'holder',
    does: 'Takes a step on an obligation: accept, return with a reason, progress, report done with evidence, verify or send back, give again or to another body, withdraw, hand down to subordinate bodies (by a day of its own), give an opinion, ask for a later day, grant or refuse it. Only the right role may; nobody verifies their own work; a parent is not reported done while children are open. `version` is the one seen.',
    input: z.object({
      obligationId: ObligationId,
      version: z.number().int(),
      event: Event,
      text: z.string().trim().normalize('NFC').max(20_000).default(''),
      percent: z.number().int().min(0).max(100).nullable().default(null),
      figure: z.number().nullable().default(null),
      unit: z.string().trim().max(60).nullable().default(null),
      fileIds: z.array(z.uuid()).max(20).default([]),
      /** Milestones reached with this step. */
      milestoneIds: z.array(MilestoneId).max(40).default([]),
      /** With `hand-down`: the bodies to lay it on; with `give-on`: the one. */
      bodyIds: z.array(BodyId).max(2000).default([]),
      /** With `ask-extension` and `grant-extension`: the later day; with `hand-down`: the day it is due by. */
      until: Day.nullable().default(null),
    }),
    output: z.object({ state: State, version: z.number() }),
  }),
  downloadEvidence: download({
    path: '/api/obligations/:obligationId/files/:fileId',
    for: 'holder',
    does: 'A file attached to a step.',
    input: z.object({ obligationId: ObligationId, fileId: z.uuid() }),
  }),
  obligationHistory: read({
    path: '/api/obligations/:obligationId/history',
    for: 'holder',
    does: 'What was done with an obligation, newest first, from the journal.',
    input: z.object({ obligationId: ObligationId }),
    output: z.array(HistoryLine),
  }),
}
