import { z } from 'zod'
import { DirectiveId, DirectiveLine } from '../../directives/contract.ts'
import { download, read, write } from '../../kernel/endpoint.ts'
import { BodyId, Day } from '../../organisations/contract.ts'
import { PlanState } from '../contract.ts'
import { PlanId } from '../orders/contract.ts'

/** Whose plan another is: the superior's, a neighbour's (of the same superior), or an earlier one of the same body. */
export const Relation = z.enum(['superior', 'neighbour', 'earlier'])
export type Relation = z.infer<typeof Relation>

/** What comparing a plan with another found. */
export const Likeness = z.object({
  planId: z.uuid(),
  otherId: z.uuid(),
  bodyName: z.string(),
  otherBodyName: z.string(),
  relation: Relation,
  /** By how much it wants looking at, from 0 to 100; `reasonsOf` the rules says why. */
  score: z.number(),
  words: z.number(),
  sameWords: z.number(),
  givenWords: z.number(),
  ownDates: z.number(),
  ownFigures: z.number(),
  ownNames: z.number(),
  /** How many items the plan has, and how many of them only repeat what they answer (`isBare` of the plans' rules). */
  items: z.number(),
  bareItems: z.number(),
  submittedOn: Day.nullable(),
  otherSubmittedOn: Day.nullable(),
  /** One of the two was changed since they were compared. */
  isStale: z.boolean(),
})
export type Likeness = z.infer<typeof Likeness>

/** Some words of an item: the same as in the other, given by the directive or a template, or its own; and whether they are a day, figure or name that the other has not. */
export const Piece = z.object({ text: z.string(), mark: z.enum(['same', 'given', 'own']), fact: z.enum(['date', 'figure', 'name']).nullable() })
export type Piece = z.infer<typeof Piece>
export const SideItem = z.object({
  id: z.uuid(),
  part: z.string(),
  text: z.array(Piece),
  product: z.array(Piece),
  lead: z.string(),
  fromOn: Day.nullable(),
  dueOn: Day.nullable(),
  /** Its days, lead or money are not in the other. */
  ownDays: z.boolean(),
  ownLead: z.boolean(),
  /** The item of the other that it is most like, where there is any word in common. */
  twinId: z.uuid().nullable(),
})
export type SideItem = z.infer<typeof SideItem>
export const Side = z.object({
  planId: z.uuid(),
  bodyName: z.string(),
  directiveName: z.string(),
  year: z.number(),
  title: z.string(),
  state: PlanState,
  submittedOn: Day.nullable(),
  items: z.array(SideItem),
})
export type Side = z.infer<typeof Side>

export const Run = z.object({
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  done: z.number(),
  total: z.number(),
  askedAt: z.string(),
})
export type Run = z.infer<typeof Run>

const filter = {
  directiveId: DirectiveId,
  words: z.string().trim().max(200).optional(),
  relation: Relation.optional(),
  /** The least score that is listed; next to nothing of one’s own counts as much as a marked one. */
  least: z.coerce.number<number>().int().min(0).max(100).optional(),
  under: BodyId.optional(),
}

export const endpoints = {
  listLikeness: read({
    path: '/api/directives/:directiveId/likeness',
    for: 'holder',
    does: 'Submitted plans of a directive, each with the plan it is most like, highest score first, those with next to nothing of their own among the marked; only where the caller may see both. How far the last comparison of all has got.',
    input: z.object({
      ...filter,
      limit: z.coerce.number<number>().int().min(1).max(200).default(25),
      offset: z.coerce.number<number>().int().min(0).default(0),
    }),
    output: z.object({
      directive: DirectiveLine,
      total: z.number(),
      rows: z.array(Likeness),
      run: Run.nullable(),
      /** The caller acts for the body that answers for the directive. */
      canCompare: z.boolean(),
    }),
  }),
  listPlanLikeness: read({
    path: '/api/plans/:planId/likeness',
    for: 'holder',
    does: 'The plans with which a submitted plan was compared, the most alike first; only where the caller may see both. Says when a comparison is still to come, within about a minute of submitting.',
    input: z.object({ planId: PlanId }),
    output: z.object({ rows: z.array(Likeness), isToCome: z.boolean() }),
  }),
  openLikeness: read({
    path: '/api/plans/:planId/likeness/:otherId',
    for: 'holder',
    does: 'Two plans side by side: what the first has word for word from the second, what comes from the directive or a template, what is its own. Compared as they are now.',
    input: z.object({ planId: PlanId, otherId: PlanId }),
    output: z.object({ directive: DirectiveLine, likeness: Likeness, plan: Side, other: Side }),
  }),
  comparePlans: write({
    path: '/api/directives/:directiveId/likeness/compare',
    for: ['clerk', 'leader', 'appraiser'],
    does: 'Has all submitted plans of a directive compared with each other, beside the requests; for the body that put it in or through which it passes.',
    input: z.object({ directiveId: DirectiveId }),
    output: z.object({}),
  }),
  exportLikeness: download({
    path: '/api/directives/:directiveId/likeness/export',
    for: 'holder',
    does: 'The list of alike plans as xlsx, with the reasons in sentences.',
    input: z.object(filter),
  }),
}
