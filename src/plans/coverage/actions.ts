import { getDirective } from '../../directives/actions.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Answer } from '../../kernel/serve.ts'
import { workbook } from '../../paper/sheets.ts'
import { liveTasks } from '../../tasks/queries/drafts.ts'
import { words as taskWords } from '../../tasks/words.ts'
import type { endpoints } from './contract.ts'
import { coverageSheets } from './exports.ts'
import * as bodies from './queries/bodies.ts'
import * as counts from './queries/counts.ts'
import { branchesOf, coverByLevel, coverByTask, plansOf, sumOf } from './rules.ts'
import { words } from './words.ts'

export const openCoverage: Answer<typeof endpoints.openCoverage> = async ({ db, user, today }, { directiveId }) => {
  const directive = await getDirective(db, user, today, directiveId)
  const byLevel = await counts.countByLevel(db, user, today, directiveId)
  const tasks = coverByTask(byLevel.tasks, byLevel.rows)
  return { directive, seesWhole: directive.isOpen, totals: sumOf(tasks), ...plansOf(byLevel.rows), tasks, levels: coverByLevel(byLevel.rows) }
}

export const listCoverageBranches: Answer<typeof endpoints.listCoverageBranches> = async (
  { db, user, today },
  { directiveId, under = user.reachId },
) => {
  await getDirective(db, user, today, directiveId)
  const [tasks, trail, found] = await Promise.all([
    liveTasks(db, directiveId),
    counts.wayDownTo(db, user, today, under),
    counts.countByBranch(db, user, today, directiveId, under),
  ])
  return { tasks, trail, rows: branchesOf(found.tasks, found.parts) }
}

export const openCoverageMatrix: Answer<typeof endpoints.openCoverageMatrix> = async ({ db, user, today }, asked) => {
  await getDirective(db, user, today, asked.directiveId)
  const [tasks, { total, rows }] = await Promise.all([liveTasks(db, asked.directiveId), bodies.coverMatrix(db, user, today, asked)])
  return { total, tasks, bodies: rows }
}

export const openCoverageCell: Answer<typeof endpoints.openCoverageCell> = async ({ db, user, today }, { directiveId, obligationId }) => {
  await getDirective(db, user, today, directiveId)
  const cell = await bodies.findCell(db, user, today, directiveId, obligationId)
  if (!cell) throw new Refusal('missing', taskWords.noObligation)
  const [items, reasons] = await Promise.all([bodies.itemsAnswering(db, today, obligationId), bodies.reasonsFor(db, obligationId)])
  return { ...cell, items, reasons }
}

export const listIdleItems: Answer<typeof endpoints.listIdleItems> = async ({ db, user, today }, asked) => {
  await getDirective(db, user, today, asked.directiveId)
  return bodies.idleItems(db, user, today, asked)
}

export const listUnownedChains: Answer<typeof endpoints.listUnownedChains> = async ({ db, user, today }, { directiveId }) => {
  await getDirective(db, user, today, directiveId)
  return bodies.unownedChains(db, user, today, directiveId)
}

export const listPlanlessBodies: Answer<typeof endpoints.listPlanlessBodies> = async ({ db, user, today }, asked) => {
  await getDirective(db, user, today, asked.directiveId)
  return bodies.planlessBodies(db, user, today, asked)
}

const rowLimit = 20_000

export const exportCoverage: Answer<typeof endpoints.exportCoverage> = async ({ db, user, today, language }, { directiveId, under }) => {
  const directive = await getDirective(db, user, today, directiveId)
  const page = { directiveId, under, limit: rowLimit, offset: 0 }
  const matrix = await bodies.coverMatrix(db, user, today, page)
  if (matrix.total > rowLimit) throw new Refusal('too-large', words.tooMany, { total: matrix.total, limit: rowLimit })
  const [tasks, byLevel, byBranch, chains, idle, planless] = await Promise.all([
    liveTasks(db, directiveId),
    counts.countByLevel(db, user, today, directiveId),
    counts.countByBranch(db, user, today, directiveId, under ?? user.reachId),
    bodies.unownedChains(db, user, today, directiveId),
    bodies.idleItems(db, user, today, page),
    bodies.planlessBodies(db, user, today, page),
  ])
  const byTask = coverByTask(byLevel.tasks, byLevel.rows)
  const [levels, branches] = [coverByLevel(byLevel.rows), branchesOf(byBranch.tasks, byBranch.parts)]
  const found = { tasks, byTask, levels, branches, bodies: matrix.rows, chains, idle: idle.rows, planless: planless.rows }
  return workbook('do-phu-ke-hoach', coverageSheets({ language, today }, directive, found))
}
