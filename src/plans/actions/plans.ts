import type { z } from 'zod'
import { fullNameOf } from '../../directives/naming.ts'
import { findDirective } from '../../directives/queries.ts'
import type { Database } from '../../kernel/database.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Answer, Holder } from '../../kernel/serve.ts'
import { fill, type Language } from '../../kernel/words.ts'
import { nameOfBody } from '../../organisations/queries.ts'
import { words as organisationWords } from '../../organisations/words.ts'
import { workbook } from '../../paper/sheets.ts'
import { historyOf } from '../../people/history.ts'
import type { Edition, endpoints, Item, Owed, PlanFilter, PlanTemplate } from '../contract.ts'
import { planSheet } from '../exports.ts'
import { words as screenWords } from '../plan/words.ts'
import { aboveOf } from '../queries/above.ts'
import * as items from '../queries/items.ts'
import * as queries from '../queries/plans.ts'
import * as steps from '../queries/steps.ts'
import { type OfferedTemplate, templateFor } from '../queries/templates.ts'
import { closestOf, workOf } from '../queries/work.ts'
import { compareEditions, dutiesOf, editable, endsWithDirective, eventsFor, isMeantFor, judgeOf, openOf, type Part } from '../rules.ts'
import { words } from '../words.ts'

export const listPlans: Answer<typeof endpoints.listPlans> = async ({ db, user, today }, asked) => {
  const [rows, counts] = await Promise.all([queries.pageOfPlans(db, user, today, asked), queries.countPlans(db, user, today, asked)])
  return { ...counts, rows }
}

export const listPlanWork: Answer<typeof endpoints.listPlanWork> = async ({ db, user, today }) => {
  const work = await workOf(db, user, today)
  const judged = work.filter(({ kind }) => kind === 'appraise' || kind === 'accept').map(({ id }) => id)
  const closest = judged.length > 0 ? await closestOf(db, user, today, judged) : []
  const likeness = new Map(closest.map(({ planId, ...found }) => [planId, found]))
  return work.map(({ kind, since, ...plan }) => ({ kind, since, plan, likeness: likeness.get(plan.id) ?? null }))
}

export const openPlan: Answer<typeof endpoints.openPlan> = async ({ db, user, today }, { planId }) => {
  const plan = await getPlan(db, user, today, planId)
  const isMine = plan.bodyId === user.bodyId
  const [rows, obligations, above, template, people, done, editions, isUnchanged] = await Promise.all([
    items.itemsOf(db, planId),
    items.owedOf(db, plan),
    aboveOf(db, plan.superiorId),
    plan.isWhole ? templateFor(db, plan) : undefined,
    isMine ? queries.peopleOf(db, plan.bodyId, today) : [],
    steps.stepsOf(db, planId),
    steps.editionsOf(db, planId),
    plan.state === 'returned' && steps.isAsReturned(db, planId),
  ])
  const owed = obligations.filter(({ isPlanItself }) => !isPlanItself)
  const parts = partsOf(plan, user)
  const may = (part: Part) => parts.includes(part) && dutiesOf[part].some((duty) => user.duties.includes(duty))
  return {
    ...plan,
    asked: owed.length,
    answered: owed.length - openOf(rows, owed).length,
    items: rows.length,
    ...(plan.isWhole ? { rows: editable.includes(plan.state) ? await withBare(db, plan, rows) : rows } : await approvedOf(db, plan)),
    obligations: plan.isWhole ? obligations : [],
    above,
    template: template ? offeredTo(template, obligations, isMine) : null,
    people,
    steps: plan.isWhole ? done : [],
    editions: plan.isWhole ? editions : [],
    isUnchanged,
    events: eventsFor(plan, parts, user.duties, plan.submittedBy === user.personId).filter(
      (event) =>
        (event !== 'keep' || plan.called.addedAbove !== null || rows.some(({ touchedWhy }) => touchedWhy !== null)) &&
        !(plan.called.takenBack && endsWithDirective(event, plan.called.takenBack.sentOn)),
    ),
    canEdit: may('planner') && editable.includes(plan.state),
    canDecideReasons: judgesReasons(plan, user) && dutiesOf.approver.some((duty) => user.duties.includes(duty)) && plan.state !== 'withdrawn',
  }
}

/** Items with whether each only repeats what it answers now. */
async function withBare(db: Database, { bodyName }: queries.FoundPlan, rows: readonly Item[]): Promise<Item[]> {
  const bare = await items.bareAmong(db, bodyName, rows)
  return rows.map((row) => ({ ...row, isBare: bare.has(row.id) }))
}

/** A template as far as it is meant for a plan's body; what stands in it for that body alone. Null where nothing is. */
function offeredTo({ items, grounds, aims, ...template }: OfferedTemplate, obligations: readonly Owed[], isMine: boolean): PlanTemplate | null {
  const offered = items.filter((item) => isMeantFor(item, obligations)).map(({ ownId: _, ...item }) => item)
  if (offered.length === 0 && grounds === '' && aims === '') return null
  return { ...template, offered: offered.length, ...(isMine ? { grounds, aims, items: offered } : { grounds: '', aims: '', items: [] }) }
}

/** So many rows one sheet takes. */
const rowLimit = 100_000

export const exportPlans: Answer<typeof endpoints.exportPlans> = async ({ db, user, today, language }, asked) => {
  const { total } = await queries.countPlans(db, user, today, asked)
  if (total > rowLimit) throw new Refusal('too-large', words.tooMany, { total, limit: rowLimit })
  const rows = await queries.pageOfPlans(db, user, today, { ...asked, limit: rowLimit, offset: 0 })
  return workbook('ke-hoach-cac-cap', [planSheet({ language, today, filters: await filtersIn(db, user, today, language, asked) }, rows)])
}

/** The filters of a list of plans in words. */
async function filtersIn(db: Database, user: Holder, day: string, language: Language, asked: z.output<typeof PlanFilter>): Promise<string[]> {
  const [directive, body, branch] = await Promise.all([
    asked.directiveId && findDirective(db, user, day, asked.directiveId),
    asked.bodyId && nameOfBody(db, asked.bodyId, day),
    asked.underId && nameOfBody(db, asked.underId, day),
  ])
  return [
    ...(directive ? [fullNameOf(directive)] : []),
    ...(asked.orderId ? [words.ofOneOrder[language]] : []),
    ...(body ? [fill(words.ofOneBody, { body })[language]] : []),
    ...(branch ? [fill(words.inBranch, { body: branch })[language]] : []),
    ...(asked.levels ?? []).map((level) => organisationWords[level][language]),
    ...(asked.states ?? []).map((state) => words[state][language]),
    ...(asked.late ? [screenWords[`late-${asked.late}`][language]] : []),
    ...(asked.waits ? [screenWords[`waits-${asked.waits}`][language]] : []),
    ...(asked.words ? [`«${asked.words}»`] : []),
  ]
}

export const planHistory: Answer<typeof endpoints.planHistory> = async ({ db, user, today }, { planId }) => {
  const { isWhole } = await getPlan(db, user, today, planId)
  return isWhole ? historyOf(db, planId, queries.nameable(planId)) : []
}

export const comparePlanEditions: Answer<typeof endpoints.comparePlanEditions> = async ({ db, user, today }, { planId, from, to }) => {
  const plan = await getPlan(db, user, today, planId)
  if (!plan.isWhole) throw new Refusal('missing', words.noEdition)
  const [before, after] = await Promise.all([editionOf(db, plan, from), editionOf(db, plan, to)])
  return compareEditions(before, after)
}

/** What those see of a plan to whom it does not lie open as a whole: its head and items as it was approved last. */
export async function approvedOf(db: Database, plan: queries.FoundPlan) {
  const { head, items } = await editionOf(db, plan, plan.edition)
  const plain = { origin: 'own', touchedWhy: null, isBare: false, version: 1, updatedBy: null, updatedAt: '', remarks: [] } as const
  return { ...head, rows: items.map((item, position) => ({ ...item, ...plain, remarks: [], position })) }
}

/** An edition of a plan; 0 is the plan as it stands now. */
export async function editionOf(db: Database, plan: queries.FoundPlan, number: number): Promise<Edition> {
  if (number === 0) {
    const { title, grounds, aims, carryingOut } = plan
    return { head: { title, grounds, aims, carryingOut }, items: await items.frozenItems(db, plan.id) }
  }
  const edition = await steps.findEdition(db, plan.id, number)
  if (!edition) throw new Refusal('missing', words.noEdition)
  return edition
}

/** A plan the caller may see, or the refusal that there is none: which of the two is not said. */
export async function getPlan(db: Database, user: Holder, day: string, planId: string): Promise<queries.FoundPlan> {
  const found = await queries.findPlan(db, user, day, planId)
  if (!found) throw new Refusal('missing', words.noPlan)
  return found
}

/** Whether somebody's body decides on why tasks are left out of a plan. */
export function judgesReasons(plan: queries.FoundPlan, user: Holder): boolean {
  const judge = judgeOf(plan)
  if (judge === 'approver') return partsOf(plan, user).includes('approver')
  return (judge === 'accepter' ? plan.accepterId : plan.orderedBy) === user.bodyId
}

/** In which parts of a plan the caller acts: the body that ordered it stands in for one in which nobody may decide. */
export function partsOf(plan: queries.FoundPlan, user: Holder): Part[] {
  const isOrdering = plan.orderedBy === user.bodyId
  const standsIn = plan.isVacant && isOrdering && plan.bodyId !== user.bodyId
  const isFirst = plan.state !== 'approved'
  const parts: Part[] = []
  if (plan.bodyId === user.bodyId) parts.push('planner')
  if (plan.approverId === user.bodyId || (standsIn && isFirst)) parts.push('approver')
  if (plan.accepterId === user.bodyId || (standsIn && !isFirst)) parts.push('accepter')
  if (isOrdering) parts.push('ordering')
  return parts
}
