import { shortened } from '../../directives/naming.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Answer } from '../../kernel/serve.ts'
import type { endpoints, Facts, Head } from '../contract.ts'
import * as queries from '../queries/items.ts'
import { lockPlan, updateHead } from '../queries/plans.ts'
import { clashes } from '../rules.ts'
import { words } from '../words.ts'
import { getPlan, judgesReasons } from './plans.ts'
import { blank, checkFacts, heldPlan, known, refuseUneditable } from './writing.ts'

export const savePlanHead: Answer<typeof endpoints.savePlanHead> = async ({ db, user, now, language, about }, { planId, was, changes }) => {
  const plan = await lockPlan(db, planId)
  if (!plan || plan.bodyId !== user.bodyId) throw new Refusal('missing', words.noPlan)
  refuseUneditable(plan.state as 'due', language)
  const { title, grounds, aims, carryingOut } = plan
  if (clashes<Head>({ title, grounds, aims, carryingOut }, was, changes).length) throw new Refusal('conflict', words.cellChanged)
  if (Object.keys(changes).length) await updateHead(db, planId, changes as Head, now.toString())
  about(planId)
  return {}
}

export const addPlanItems: Answer<typeof endpoints.addPlanItems> = async (call, { planId, behindId, items }) => {
  const { db, user, now, about } = call
  const plan = await heldPlan(call, planId)
  await checkFacts(call, plan, items)
  const place = await queries.placeBehind(db, planId, behindId ?? undefined)
  const rows = items.map((item) => ({ ...blank, ...known(item), id: item.id, origin: 'own' as const, templateItemId: null }))
  const added = await queries.insertItems(db, { planId, items: rows, ...place, by: user.personId, at: now.toString() })
  if (added.length !== new Set(items.map(({ id }) => id)).size) throw new Refusal('conflict', words.idTaken)
  about(planId)
  return { items: added }
}

export const savePlanItem: Answer<typeof endpoints.savePlanItem> = async (call, { itemId, was, changes }) => {
  const { db, user, now, about } = call
  const home = await queries.planOf(db, itemId)
  const plan = await heldPlan(call, home?.planId, words.noItem)
  const item = await queries.lockItem(db, itemId)
  if (!item) {
    const gone = await queries.removalOf(db, itemId)
    throw gone
      ? new Refusal('missing', words.itemGone, { person: gone.person, text: shortened(gone.text, 60) })
      : new Refusal('missing', words.noItem)
  }
  if (clashes<Facts>(item, known(was), known(changes)).length) throw new Refusal('conflict', words.cellChanged)
  await checkFacts(call, plan, [changes])
  about(plan.id)
  if (Object.keys(changes).length === 0) return { version: item.version }
  const origin = item.origin === 'template' ? 'own' : item.origin
  return { version: await queries.updateItem(db, itemId, known(changes), { by: user.personId, at: now.toString(), origin }) }
}

export const movePlanItem: Answer<typeof endpoints.movePlanItem> = async (call, { itemId, behindId }) => {
  const { db, now, about } = call
  const home = await queries.planOf(db, itemId)
  const plan = await heldPlan(call, home?.planId, words.noItem)
  const place = await queries.placeBehind(db, plan.id, behindId)
  const position = (place.from + place.to) / 2
  await queries.setPosition(db, itemId, position, now.toString())
  about(plan.id)
  return { position }
}

export const removePlanItem: Answer<typeof endpoints.removePlanItem> = async (call, { itemId, removed }) => {
  const { db, user, now, today, about } = call
  const home = await queries.planOf(db, itemId)
  const plan = await heldPlan(call, home?.planId, words.noItem)
  await queries.setRemoved(db, itemId, removed ? today : null, user.personId, now.toString())
  about(plan.id)
  return {}
}

export const removePlanItems: Answer<typeof endpoints.removePlanItems> = async (call, { planId, itemIds }) => {
  const { db, user, now, today, about } = call
  await heldPlan(call, planId)
  const removed = await queries.removeSeveral(db, planId, itemIds, today, user.personId, now.toString())
  about(planId)
  return { removed }
}

export const askPlanReason: Answer<typeof endpoints.askPlanReason> = async (call, { planId, obligationId, why }) => {
  const { db, user, today, about } = call
  const plan = await heldPlan(call, planId)
  const owed = (await queries.owedOf(db, plan)).find(({ id, isPlanItself }) => id === obligationId && !isPlanItself)
  if (!owed) throw new Refusal('invalid', words.notOwed)
  if (why === '') await queries.dropReason(db, planId, obligationId)
  else if (why.length < 3) throw new Refusal('invalid', words.reasonNeeded)
  else await queries.askReason(db, { planId, obligationId, why, askedOn: today, askedBy: user.personId })
  about(planId)
  return {}
}

export const decidePlanReason: Answer<typeof endpoints.decidePlanReason> = async (
  { db, user, today, about },
  { planId, obligationId, accept, answer },
) => {
  await lockPlan(db, planId)
  if (!judgesReasons(await getPlan(db, user, today, planId), user)) throw new Refusal('missing', words.noPlan)
  if (!accept && answer.length < 3) throw new Refusal('invalid', words.reasonNeeded)
  const decided = await queries.decideReason(db, planId, obligationId, { accept, answer, by: user.personId, day: today })
  if (!decided) throw new Refusal('conflict', words.noReason)
  about(planId)
  return {}
}
