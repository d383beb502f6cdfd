import { getDirective } from '../../directives/actions.ts'
import type { Database } from '../../kernel/database.ts'
import { Refusal } from '../../kernel/errors.ts'
import { addJob } from '../../kernel/jobs.ts'
import type { Answer, Holder } from '../../kernel/serve.ts'
import { workbook } from '../../paper/sheets.ts'
import { getPlan } from '../actions/plans.ts'
import { givenFor, openDesk } from './comparing.ts'
import type { endpoints, Likeness } from './contract.ts'
import { likenessSheet } from './exports.ts'
import { compare, compareYears, printOf } from './prints.ts'
import * as queries from './queries.ts'
import { scoreOf } from './rules.ts'
import { sideOf } from './sides.ts'
import { words } from './words.ts'

type Answerable = { ownerId: string; standingId: string | null; state: string }
const answersFor = (user: Holder, { ownerId, standingId, state }: Answerable) =>
  state === 'issued' && (user.bodyId === ownerId || user.bodyId === standingId)

export const listLikeness: Answer<typeof endpoints.listLikeness> = async ({ db, user, today }, asked) => {
  const directive = await getDirective(db, user, today, asked.directiveId)
  const [{ total, rows }, run] = await Promise.all([queries.listLikeness(db, user, today, asked), queries.latestRun(db, asked.directiveId)])
  const canCompare = answersFor(user, directive) && user.duties.some((duty) => ['clerk', 'leader', 'appraiser'].includes(duty))
  return { directive, total, rows, run, canCompare }
}

export const listPlanLikeness: Answer<typeof endpoints.listPlanLikeness> = async ({ db, user, today }, { planId }) => {
  await getPlan(db, user, today, planId)
  const [rows, isToCome] = await Promise.all([queries.likenessOfPlan(db, user, today, planId), queries.isToCompare(db, planId)])
  return { rows, isToCome }
}

export const openLikeness: Answer<typeof endpoints.openLikeness> = async ({ db, user, today }, { planId, otherId }) => {
  const seen = await queries.plansInSight(db, user, today, [planId, otherId])
  const [plan, other] = [seen.find(({ id }) => id === planId), seen.find(({ id }) => id === otherId)]
  if (!plan || !other || planId === otherId) throw new Refusal('missing', words.noPair)
  const directive = await getDirective(db, user, today, plan.directiveId)
  const items = await queries.itemsOf(db, [planId, otherId])
  const desk = openDesk(db)
  const sideIn = async (side: typeof plan) => ({
    bodyName: side.bodyName,
    items: items.filter((item) => item.planId === side.id),
    given: await givenFor(desk, side),
  })
  const [mine, theirs] = [await sideIn(plan), await sideIn(other)]
  const { vocabulary } = desk
  const isEarlier = plan.superiorId !== otherId && plan.bodyId === other.bodyId
  const prints = [printOf(mine, mine.given, vocabulary), printOf(theirs, theirs.given, vocabulary)] as const
  const compared = isEarlier ? compareYears(...prints, plan.year - other.year, vocabulary) : { ...compare(...prints), distance: 0 }
  const { distance, ...found } = compared
  const likeness: Likeness = {
    planId,
    otherId,
    bodyName: plan.bodyName,
    otherBodyName: other.bodyName,
    relation: plan.superiorId === otherId ? 'superior' : isEarlier ? 'earlier' : 'neighbour',
    ...found,
    bareItems: mine.items.filter(({ isBare }) => isBare).length,
    score: scoreOf(found),
    submittedOn: plan.submittedOn,
    otherSubmittedOn: other.submittedOn,
    isStale: false,
  }
  const head = ({ bodyName, directiveName, year, title, state, submittedOn }: typeof plan) => ({
    bodyName,
    directiveName,
    year,
    title,
    state,
    submittedOn,
  })
  return {
    directive,
    likeness,
    plan: { planId, ...head(plan), items: sideOf(mine, theirs, vocabulary, distance) },
    other: { planId: otherId, ...head(other), items: sideOf(theirs, mine, vocabulary, -distance) },
  }
}

export const comparePlans: Answer<typeof endpoints.comparePlans> = async ({ db, user, now, today, about }, { directiveId }) => {
  const directive = await getDirective(db, user, today, directiveId)
  if (!answersFor(user, directive)) throw new Refusal('forbidden', words.notYours)
  about(directiveId)
  await beginRun(db, directiveId, user.personId, now.toString())
  return {}
}

async function beginRun(db: Database, directiveId: string, personId: string, at: string): Promise<void> {
  await queries.failStanding(db, directiveId)
  const runId = await queries.insertRun(db, directiveId, personId, at)
  if (!runId) throw new Refusal('conflict', words.isRunning)
  await addJob(db, 'compare_plans', { runId })
}

const rowLimit = 20_000

export const exportLikeness: Answer<typeof endpoints.exportLikeness> = async ({ db, user, today, language }, asked) => {
  const directive = await getDirective(db, user, today, asked.directiveId)
  const { rows } = await queries.listLikeness(db, user, today, { ...asked, limit: rowLimit, offset: 0 })
  return workbook('ke-hoach-giong-nhau', [likenessSheet({ language, today }, directive, rows)])
}
