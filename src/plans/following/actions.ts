import { getDirective } from '../../directives/actions.ts'
import { maySend } from '../../dissemination/actions/starting.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Answer } from '../../kernel/serve.ts'
import { heldPlan } from '../actions/writing.ts'
import { lockItem, planOf } from '../queries/items.ts'
import { words as planWords } from '../words.ts'
import type { endpoints } from './contract.ts'
import * as queries from './queries.ts'
import { words } from './words.ts'

export const countPlansTouched: Answer<typeof endpoints.countPlansTouched> = async ({ db, user, today }, { changeId }) => {
  const change = await queries.changeById(db, changeId)
  const directive = change && (await getDirective(db, user, today, change.directiveId))
  const maySee = directive && (change.state === 'sent' ? directive.isOpen : maySend(user, directive))
  if (!maySee) throw new Refusal('missing', words.noChange)
  return queries.countTouched(db, changeId)
}

export const listOwnPlansTouched: Answer<typeof endpoints.listOwnPlansTouched> = async ({ db, user, today }, { changeId }) => {
  const change = await queries.changeById(db, changeId)
  const directive = change && (await getDirective(db, user, today, change.directiveId))
  if (!directive || change.state !== 'sent') throw new Refusal('missing', words.noChange)
  return queries.ownTouched(db, changeId, user.bodyId)
}

export const keepPlanItem: Answer<typeof endpoints.keepPlanItem> = async (call, { itemId }) => {
  const home = await planOf(call.db, itemId)
  const plan = await heldPlan(call, home?.planId, planWords.noItem)
  const item = await lockItem(call.db, itemId)
  if (!item) throw new Refusal('missing', planWords.noItem)
  if (item.touchedWhy === null) throw new Refusal('conflict', words.notMarked)
  await queries.markLooked(call.db, itemId)
  call.about(plan.id)
  return {}
}
