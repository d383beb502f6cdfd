import type { z } from 'zod'
import { getDirective } from '../directives/actions.ts'
import { fullNameOf } from '../directives/naming.ts'
import { directivesSeenBy, findDirective } from '../directives/queries.ts'
import { words as directiveWords } from '../directives/words.ts'
import { lateByDirective } from '../dissemination/queries/counts.ts'
import type { Database } from '../kernel/database.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Answer, Holder } from '../kernel/serve.ts'
import type { Language } from '../kernel/words.ts'
import { nameOfBody } from '../organisations/queries.ts'
import { workbook, written } from '../paper/sheets.ts'
import { historyOf } from '../people/history.ts'
import type { ObligationFilter } from '../tasks/contract.ts'
import { liveTasks } from '../tasks/queries/drafts.ts'
import { obligationsSeenBy } from '../tasks/queries/obligations.ts'
import { words as taskWords } from '../tasks/words.ts'
import { type endpoints, WorkKind } from './contract.ts'
import { boardSheets, directiveSheet, matrixSheet, obligationSheet, timelineSheet, workSheet } from './exports.ts'
import * as counts from './queries/counts.ts'
import { nameableIn } from './queries/history.ts'
import * as leader from './queries/leader.ts'
import * as views from './queries/views.ts'
import * as work from './queries/work.ts'
import { sumOf } from './rules.ts'
import { words } from './words.ts'

export const listMyWork: Answer<typeof endpoints.listMyWork> = async ({ db, user, today }, asked) => {
  const { rows, kinds } = await work.workFor(db, user, today, asked)
  const all = Object.fromEntries(WorkKind.options.map((kind) => [kind, 0])) as Record<WorkKind, number>
  for (const { kind, count } of kinds) all[kind] = count
  const total = asked.kind ? all[asked.kind] : kinds.reduce((sum, { count }) => sum + count, 0)
  return { total, counts: all, overdue: kinds.reduce((sum, { overdue }) => sum + overdue, 0), rows }
}

export const directiveHistory: Answer<typeof endpoints.directiveHistory> = async ({ db, user, today }, { directiveId }) => {
  const directive = await getDirective(db, user, today, directiveId)
  return directive.isOpen || directive.ownerId === user.bodyId ? historyOf(db, directiveId, nameableIn(directiveId)) : []
}

export const openBoard: Answer<typeof endpoints.openBoard> = async ({ db, user, today }, { directiveId }) => {
  const directive = await getDirective(db, user, today, directiveId)
  const [tasks, bodies] = await Promise.all([counts.countsByTask(db, user, today, directiveId), counts.countBodies(db, user, today, directiveId)])
  return { directive, tasks, bodies, totals: sumOf(tasks), seesWhole: directive.isOpen }
}

export const listBoardBodies: Answer<typeof endpoints.listBoardBodies> = async ({ db, user, today }, asked) => {
  await getDirective(db, user, today, asked.directiveId)
  return counts.countsByBody(db, user, today, asked)
}

export const openMatrix: Answer<typeof endpoints.openMatrix> = async ({ db, user, today }, asked) => {
  await getDirective(db, user, today, asked.directiveId)
  const [tasks, { total, rows }] = await Promise.all([liveTasks(db, asked.directiveId), counts.matrix(db, user, today, asked)])
  return { total, tasks, bodies: rows }
}

export const openTimeline: Answer<typeof endpoints.openTimeline> = async ({ db, user, today }, { directiveId }) => {
  await getDirective(db, user, today, directiveId)
  return counts.timeline(db, user, today, directiveId)
}

export const openLeaderPage: Answer<typeof endpoints.openLeaderPage> = async ({ db, user, today }) => {
  const [directives, pressing, behind] = await Promise.all([
    leader.countsByDirective(db, user, today),
    leader.pressingTasks(db, user, today, 30),
    leader.behind(db, user, today, 5),
  ])
  const late = await lateByDirective(
    db,
    user,
    today,
    directives.map(({ id }) => id),
  )
  const lateOf = new Map(late.map((one) => [one.directiveId, one]))
  return {
    totals: sumOf(directives),
    directives: directives.map((directive) => {
      const { receiptsOverdue = null, plansOverdue = null } = lateOf.get(directive.id) ?? {}
      return { ...directive, receiptsOverdue, plansOverdue }
    }),
    ...pressing,
    behind,
  }
}

const rowLimit = 100_000

export const exportObligations: Answer<typeof endpoints.exportObligations> = async ({ db, user, today, language }, asked) => {
  const { total, rows } = await obligationsSeenBy(db, user, today, { ...asked, limit: rowLimit, offset: 0 })
  if (total > rowLimit) throw new Refusal('too-large', words.tooMany, { total, limit: rowLimit })
  return workbook('nhiem-vu', [obligationSheet({ language, today, filters: await filtersIn(db, user, today, language, asked) }, rows)])
}

/** The filters of a list of obligations in words. */
async function filtersIn(db: Database, user: Holder, today: string, language: Language, asked: z.output<typeof ObligationFilter>): Promise<string[]> {
  const [directive, body, task] = await Promise.all([
    asked.directiveId && findDirective(db, user, today, asked.directiveId),
    asked.bodyId && nameOfBody(db, asked.bodyId, today),
    asked.taskId && counts.addressOfTask(db, user, today, asked.taskId),
  ])
  return [
    ...(directive ? [fullNameOf(directive)] : []),
    ...(task ? [task] : []),
    ...(body ? [asked.below ? `${body} (${words.below[language].toLowerCase()})` : body] : []),
    ...(asked.standings ?? []).map((one) => taskWords[one][language]),
    ...(asked.states ?? []).map((one) => taskWords[one][language]),
    ...(asked.dueBy ? [`${words.dueBy[language]} ${written(asked.dueBy)}`] : []),
    ...(asked.words ? [`«${asked.words}»`] : []),
  ]
}

export const exportBoard: Answer<typeof endpoints.exportBoard> = async ({ db, user, today, language }, { directiveId }) => {
  const directive = await getDirective(db, user, today, directiveId)
  const [tasks, bodies] = await Promise.all([
    counts.countsByTask(db, user, today, directiveId),
    counts.countsByBody(db, user, today, { directiveId, limit: rowLimit, offset: 0 }),
  ])
  return workbook('bang-theo-doi', boardSheets({ language, today }, directive, tasks, bodies.rows))
}

export const exportMatrix: Answer<typeof endpoints.exportMatrix> = async ({ db, user, today, language }, { directiveId }) => {
  const directive = await getDirective(db, user, today, directiveId)
  const [tasks, { rows }] = await Promise.all([
    liveTasks(db, directiveId),
    counts.matrix(db, user, today, { directiveId, limit: rowLimit, offset: 0 }),
  ])
  return workbook('ma-tran', [matrixSheet({ language, today }, directive, tasks, rows)])
}

export const exportTimeline: Answer<typeof endpoints.exportTimeline> = async ({ db, user, today, language }, { directiveId }) => {
  const directive = await getDirective(db, user, today, directiveId)
  return workbook('moc-thoi-han', [timelineSheet({ language, today }, directive, await counts.timeline(db, user, today, directiveId))])
}

export const exportMyWork: Answer<typeof endpoints.exportMyWork> = async ({ db, user, today, language }) =>
  workbook('viec-cua-toi', [workSheet({ language, today }, (await work.workFor(db, user, today, { limit: rowLimit, offset: 0 })).rows)])

export const exportDirectives: Answer<typeof endpoints.exportDirectives> = async ({ db, user, today, language }, asked) => {
  const filters = [...(asked.words ? [`«${asked.words}»`] : []), ...(asked.states ?? []).map((state) => directiveWords[state][language])]
  const { rows } = await directivesSeenBy(db, user, today, { ...asked, limit: rowLimit, offset: 0 })
  return workbook('van-ban-chi-dao', [directiveSheet({ language, today, filters }, rows)])
}

export const listViews: Answer<typeof endpoints.listViews> = ({ db, user }, { page }) => views.viewsOf(db, user.personId, page)

export const saveView: Answer<typeof endpoints.saveView> = ({ db, user }, view) => views.insertView(db, { ...view, personId: user.personId })

export const dropView: Answer<typeof endpoints.dropView> = async ({ db, user }, { viewId }) => {
  if (!(await views.deleteView(db, user.personId, viewId))) throw new Refusal('missing', words.noView)
  return {}
}
