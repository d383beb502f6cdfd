import { randomUUID } from 'node:crypto'
import type { Database } from '../../kernel/database.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Answer } from '../../kernel/serve.ts'
import type { endpoints as planEndpoints } from '../contract.ts'
import type { endpoints, TemplateChoice } from '../orders/contract.ts'
import { insertItems, owedOf, placeBehind } from '../queries/items.ts'
import { type Field, isOwnPlan } from '../queries/orders.ts'
import { updateHead } from '../queries/plans.ts'
import * as queries from '../queries/templates.ts'
import { isMeantFor, tasksLike } from '../rules.ts'
import { words } from '../words.ts'
import { fieldOf, ownOrder } from './ordering.ts'
import { getPlan } from './plans.ts'
import { blank, heldPlan } from './writing.ts'

export const previewPlanTemplate: Answer<typeof endpoints.previewPlanTemplate> = async ({ db, user, today }, { planId, orderId }) => {
  const plan = await getPlan(db, user, today, planId)
  if (plan.bodyId !== user.bodyId) throw new Refusal('missing', words.noPlan)
  const field = await fieldOf(db, user, today, plan.directiveId)
  const [items, head, tasks] = await Promise.all([queries.itemsToGive(db, planId), queries.headToGive(db, planId), queries.tasksIn(db, field, today)])
  const given = orderId && (await queries.templateOfOrder(db, orderId))
  const known = new Map(given && given.planId === planId ? given.items.map((item) => [item.sourceId, item]) : [])
  return {
    ...head,
    tasks,
    items: items.map(({ fromOn: _, taskIds, ...item }) => ({
      ...item,
      isGiven: known.has(item.id),
      taskIds: known.get(item.id)?.taskIds ?? (taskIds.length > 0 ? taskIds : tasksLike(item.text, tasks)),
    })),
  }
}

export const givePlanTemplate: Answer<typeof endpoints.givePlanTemplate> = async ({ db, user, today, about }, { orderId, version, template }) => {
  const order = await ownOrder(db, user, orderId)
  if (order.version !== version) throw new Refusal('conflict', words.orderChanged)
  const field = await fieldOf(db, user, today, order.directiveId)
  const before = await queries.templateOfOrder(db, orderId)
  const given = { ...(await chosen(db, field, today, template)), number: (before?.number ?? 0) + 1 }
  const touched = touchedIn(before, given)
  if (touched.length === 0) throw new Refusal('conflict', words.sameTemplate)
  await queries.insertTemplate(db, orderId, given, today)
  await queries.noteChanged(db, orderId)
  const told = await queries.tellRenewed(db, orderId, touched, today)
  about(order.directiveId, orderId, ...told)
  return { told: told.length }
}

/** What goes with an order as its template, copied as it was seen: refused where it was changed since, or is no plan of the caller's own body. */
export async function chosen(db: Database, field: Field, day: string, choice: TemplateChoice): Promise<Omit<queries.Given, 'number'>> {
  const { planId, withHead, items } = choice
  if (!(await isOwnPlan(db, planId, field.directiveId, field.bodyId))) throw new Refusal('invalid', words.notYourTemplate)
  const [now, head, tasks] = await Promise.all([queries.itemsToGive(db, planId), queries.headToGive(db, planId), queries.tasksIn(db, field, day)])
  const wanted = new Map(items.map((item) => [item.id, item]))
  const given = now.filter(({ id, version }) => wanted.get(id)?.version === version)
  if (given.length !== wanted.size) throw new Refusal('conflict', words.templateChanged)
  const known = new Set(tasks.map(({ id }) => id))
  if (items.some(({ taskIds }) => taskIds.some((id) => !known.has(id)))) throw new Refusal('invalid', words.notATask)
  return {
    planId,
    ...(withHead ? head : { grounds: '', aims: '' }),
    items: given.map(({ id, part, text, product, fromOn, dueOn }) => ({
      sourceId: id,
      part,
      text,
      product,
      fromOn,
      dueOn,
      taskIds: [...new Set(wanted.get(id)?.taskIds)].sort(),
    })),
  }
}

/** The tasks of each item in which two templates differ, before and after; none where words meant for all do. */
function touchedIn(before: queries.Given | undefined, after: Omit<queries.Given, 'number'>): string[][] {
  const differing = (one: readonly queries.GivenItem[], other: readonly queries.GivenItem[]) => {
    const known = new Set(other.map((item) => JSON.stringify(wordsFirst(item))))
    return one.filter((item) => !known.has(JSON.stringify(wordsFirst(item)))).map(({ taskIds }) => taskIds)
  }
  const old = before?.items ?? []
  const isHeadSame = (before?.grounds ?? '') === after.grounds && (before?.aims ?? '') === after.aims
  return [...(isHeadSame ? [] : [[]]), ...differing(after.items, old), ...differing(old, after.items)]
}

const wordsFirst = ({ sourceId, part, text, product, fromOn, dueOn, taskIds }: queries.GivenItem) => [
  sourceId,
  part,
  text,
  product,
  fromOn,
  dueOn,
  [...taskIds].sort(),
]

export const takeTemplateItems: Answer<typeof planEndpoints.takeTemplateItems> = async (call, { planId, itemIds, head }) => {
  const { db, user, now, today, about } = call
  const held = await heldPlan(call, planId)
  const plan = await getPlan(db, user, today, planId)
  const [template, owed] = await Promise.all([queries.templateFor(db, held), owedOf(db, held)])
  const answered = ({ taskIds }: { taskIds: readonly string[] }) => owed.filter((one) => !one.isPlanItself && taskIds.includes(one.taskId))
  const wanted = (template?.items ?? []).filter((item) => itemIds.includes(item.id as never) && isMeantFor(item, owed))
  const dueOf = (item: (typeof wanted)[number]) =>
    [item.dueOn, ...answered(item).map(({ finalDue }) => finalDue)].filter((day) => day !== null).sort()[0] ?? null
  const items = wanted
    .filter(({ state }) => state === 'open')
    .map((item) => ({
      ...blank,
      part: item.part,
      text: item.text,
      product: item.product,
      // what is taken over keeps to the days of the tasks it answers
      dueOn: dueOf(item),
      obligationIds: answered(item).map(({ id }) => id),
      id: randomUUID(),
      origin: 'template' as const,
      templateItemId: item.id,
    }))
  const renewed = wanted.flatMap((item) =>
    item.state === 'outdated' && item.ownId ? [{ ...item, id: item.ownId, templateItemId: item.id, dueOn: dueOf(item) }] : [],
  )
  const place = await placeBehind(db, planId, undefined)
  if (items.length) await insertItems(db, { planId, items, ...place, by: user.personId, at: now.toString() })
  if (renewed.length) await queries.renewItems(db, renewed, user.personId, now.toString())
  const changes = Object.fromEntries(head.flatMap((part) => (template?.[part] ? [[part, joined(plan[part], template[part])]] : [])))
  if ((changes.grounds?.length ?? 0) > 4000 || (changes.aims?.length ?? 0) > 8000) throw new Refusal('invalid', words.headTooLong)
  if (Object.keys(changes).length) await updateHead(db, planId, changes, now.toString())
  about(planId)
  return { added: items.length + renewed.length }
}

/** Words behind others, each on lines of its own; what stands there already is not written twice. */
const joined = (own: string, taken: string): string => (own.includes(taken) ? own : [own, taken].filter(Boolean).join('\n'))
