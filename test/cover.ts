import type { Database } from '../src/kernel/database.ts'
import type { PlanStanding } from '../src/plans/coverage/contract.ts'
import { cellStateOf } from '../src/plans/coverage/rules.ts'

/** How the plans of a directive cover its obligations, of some bodies or of all: all plain rows, judged by the rules. */
export async function recountCover(db: Database, directiveId: string, bodies: ReadonlySet<string> | null) {
  const [obligations, plans, items, answers, reasons, orders] = await Promise.all([
    db.selectFrom('obligation').selectAll().where('directiveId', '=', directiveId).where('state', '!=', 'withdrawn').execute(),
    db.selectFrom('plan').selectAll().where('directiveId', '=', directiveId).execute(),
    db.selectFrom('planItem').selectAll().where('removedOn', 'is', null).execute(),
    db.selectFrom('planAnswer').selectAll().execute(),
    db.selectFrom('planReason').selectAll().execute(),
    db.selectFrom('planOrder').selectAll().where('directiveId', '=', directiveId).execute(),
  ])
  const planOf = new Map(plans.map((plan) => [plan.id, plan]))
  const itemOf = new Map(items.map((item) => [item.id, item]))
  const held = obligations.filter(({ bodyId }) => bodies === null || bodies.has(bodyId))
  const answered = Map.groupBy(answers, ({ obligationId }) => obligationId)
  const reasoned = Map.groupBy(reasons, ({ obligationId }) => obligationId)
  // a task that asks for nothing but the plan is answered by it
  const asking = new Map(orders.map((order) => [order.id, [order.taskId, ...order.laterTaskIds]]))
  const plansOf = Map.groupBy(plans, ({ bodyId }) => bodyId)
  const itself = ({ taskId, bodyId }: { taskId: string; bodyId: string }) =>
    (plansOf.get(bodyId) ?? []).filter(({ orderId }) => asking.get(orderId)?.includes(taskId)).map(({ state }) => state as PlanStanding)
  const cells = held.map(({ id, taskId, bodyId, state }) => {
    const standing = (answered.get(id) ?? []).flatMap(({ itemId }) => {
      const item = itemOf.get(itemId)
      const plan = planOf.get(item?.planId ?? '')
      return item && plan ? [{ planState: plan.state as PlanStanding, isBare: item.isBare }] : []
    })
    const given = (reasoned.get(id) ?? []).map((reason) => ({ ...reason, planState: planOf.get(reason.planId)?.state as PlanStanding }))
    return {
      id,
      taskId,
      bodyId,
      itself: itself({ taskId, bodyId }),
      state: cellStateOf(
        [...standing, ...itself({ taskId, bodyId }).map((planState) => ({ planState, isBare: false }))],
        given,
        state === 'verified',
      ),
    }
  })
  return { cells, plans, items, planOf, itemOf, answers }
}
