import { getDirective } from '../../directives/actions.ts'
import { lockDirective } from '../../directives/queries.ts'
import { isInForce } from '../../directives/rules.ts'
import type { Database } from '../../kernel/database.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Answer, Holder } from '../../kernel/serve.ts'
import { written } from '../../paper/sheets.ts'
import { type endpoints, OrderPart } from '../orders/contract.ts'
import * as queries from '../queries/orders.ts'
import { insertTemplate } from '../queries/templates.ts'
import { asksForPlan, formOf } from '../rules.ts'
import { words } from '../words.ts'
import { fieldOf, ownOrder } from './ordering.ts'
import { chosen } from './templates.ts'

export const listPlanOrders: Answer<typeof endpoints.listPlanOrders> = async ({ db, user, today }, { directiveId }) => {
  const directive = await getDirective(db, user, today, directiveId)
  const canOrder = isInForce(directive) && user.duties.some((duty) => duty === 'clerk' || duty === 'leader')
  const orders = await queries.ordersOf(db, user, today, directiveId, directive.isOpen)
  const mayChange = user.duties.some((duty) => duty === 'clerk' || duty === 'leader')
  return { canOrder, orders: orders.map((order) => ({ ...order, canChange: order.canChange && mayChange })) }
}

/** How many days are proposed for a plan where the directive names no day that is still to come. */
const daysToPlan = 30

export const suggestPlanOrder: Answer<typeof endpoints.suggestPlanOrder> = async ({ db, user, today }, { directiveId }) => {
  const directive = await getDirective(db, user, today, directiveId)
  if (!isInForce(directive)) return []
  // without a number the kind alone says nothing: «kế hoạch thực hiện Kế hoạch»
  const name = `${directive.kind} ${directive.number ?? `của ${directive.issuerName}`}`
  return (await queries.tasksToPlan(db, directiveId, today))
    .filter(({ text, leads }) => asksForPlan(text) && leads.length > 0)
    .map(({ taskId, address, text, due, leads }) => ({
      taskId,
      address,
      text,
      title: `Xây dựng ${formOf(text)} thực hiện ${name}`,
      parts: leads.map(({ classId, bodyId, name }) => ({
        ...OrderPart.parse({
          classId,
          bodyId,
          dueOn: due !== null && due >= today ? due : Temporal.PlainDate.from(today).add({ days: daysToPlan }).toString(),
          approver: 'superior',
          form: formOf(text),
        }),
        name,
      })),
    }))
}

export const previewPlanOrder: Answer<typeof endpoints.previewPlanOrder> = async ({ db, user, today }, { directiveId, parts }) => {
  const field = await fieldOf(db, user, today, directiveId)
  const levels = await queries.countMeant(db, field, readParts(parts), today)
  const sum = (pick: (level: (typeof levels)[number]) => number) => levels.reduce((total, level) => total + pick(level), 0)
  return {
    bodies: sum(({ bodies }) => bodies),
    without: sum(({ without }) => without),
    having: sum(({ having }) => having),
    levels: levels.map(({ level, bodies, having }) => ({ level, bodies, having })),
  }
}

export const createPlanOrder: Answer<typeof endpoints.createPlanOrder> = async (
  { db, user, now, today, about },
  { directiveId, parts, again, taskId, template, ...order },
) => {
  const field = await fieldOf(db, user, today, directiveId)
  await lockDirective(db, directiveId)
  checkParts(parts, today)
  if (taskId && !(await queries.isTaskOf(db, directiveId, taskId))) throw new Refusal('missing', words.noOrder)
  const given = template && (await chosen(db, field, today, template))
  const { id } = await queries.insertOrder(db, {
    ...order,
    directiveId,
    taskId,
    orderedBy: user.bodyId,
    orderedOn: today,
    at: now.toString(),
  })
  if (given) await insertTemplate(db, id, { ...given, number: 1 }, today)
  await queries.insertParts(db, id, parts)
  const plans = await lay({ id, needsAcceptance: order.needsAcceptance }, db, field, { parts, again }, today, now.toString())
  about(directiveId, id)
  return { orderId: id as never, plans }
}

export const addToPlanOrder: Answer<typeof endpoints.addToPlanOrder> = async ({ db, user, now, today, about }, { orderId, parts, again }) => {
  const order = await ownOrder(db, user, orderId)
  const field = await fieldOf(db, user, today, order.directiveId)
  await lockDirective(db, order.directiveId)
  checkParts(parts, today)
  await queries.insertParts(db, orderId, parts)
  const plans = await lay(order, db, field, { parts, again }, today, now.toString())
  about(order.directiveId, orderId)
  return { plans }
}

export const withdrawPlanOrder: Answer<typeof endpoints.withdrawPlanOrder> = async ({ db, user, now, today, about }, { orderId, version, why }) => {
  const order = await ownOrder(db, user, orderId)
  if (order.version !== version) throw new Refusal('conflict', words.orderChanged)
  const plans = await queries.withdrawOrder(db, orderId, why, { ...by(user), day: today, at: now.toString() })
  about(order.directiveId, orderId)
  return { plans }
}

/** Lays plans; refused where a body is named that stands outside the field, where nobody would owe one, or where two steps are asked for and nobody is there for the second. */
async function lay(
  { id, needsAcceptance }: { id: string; needsAcceptance: boolean },
  db: Database,
  field: queries.Field,
  asked: { parts: readonly OrderPart[]; again: boolean },
  day: string,
  at: string,
): Promise<number> {
  const outside = await queries.findOutOfField(db, field, asked.parts, day)
  if (outside) throw new Refusal('forbidden', words.mayNotOrder, { name: outside })
  const { laid, inTwoSteps } = await queries.layPlans(db, id, field, asked, day, at)
  if (laid > 0 && needsAcceptance && inTwoSteps === 0) throw new Refusal('invalid', words.noAccepter)
  if (laid > 0) return laid
  const having = (await queries.countMeant(db, field, asked.parts, day)).some(({ having }) => having > 0)
  throw new Refusal('invalid', having ? words.allHavePlans : words.nobodyMeant)
}

const by = ({ personId, holdingId, bodyId }: Holder) => ({ personId, holdingId, bodyId })

function checkParts(parts: readonly OrderPart[], today: string): void {
  for (const { classId, bodyId, level, dueOn } of parts) {
    if ([classId, bodyId, level].filter((one) => one !== null).length !== 1) throw new Refusal('invalid', words.oneOfThree)
    if (dueOn < today) throw new Refusal('invalid', words.dueBefore, { day: written(dueOn) })
  }
}

function readParts(text: string): OrderPart[] {
  try {
    return OrderPart.array().min(1).max(40).parse(JSON.parse(text))
  } catch {
    throw new Refusal('invalid', words.oneOfThree)
  }
}
