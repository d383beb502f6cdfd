import { endpoints as directives } from '../src/directives/contract.ts'
import { endpoints as organisations } from '../src/organisations/contract.ts'
import { endpoints, type PlanEvent, type PlanPage } from '../src/plans/contract.ts'
import type { Visitor } from './kit.ts'

/** The directive of the example that a province has issued for its districts and communes. */
export async function provincialPlan(visitor: Visitor): Promise<string> {
  const { rows } = await visitor.ask(directives.listDirectives, { states: ['issued'], limit: 200 })
  const found = rows.find(({ issuerName }) => issuerName === 'Tỉnh ủy Bắc Ninh')
  if (!found) throw new Error('the province’s plan is not in the example')
  return found.id
}

/** Districts approved by the province, communes by their district. */
export async function partsOf(visitor: Visitor) {
  const classes = await visitor.ask(organisations.listClasses, {})
  const classId = (name: string) => classes.find((one) => one.name === name)?.id as never
  return [
    { classId: classId('cấp ủy huyện'), dueOn: '2013-12-15', approver: 'ordering' as const, form: 'kế hoạch' },
    { classId: classId('đảng ủy xã, phường, thị trấn'), dueOn: '2013-12-31', approver: 'superior' as const, form: 'kế hoạch' },
  ]
}

/** Orders plans of every district and commune of the province, by the task that asks for them. */
export async function orderPlans(visitor: Visitor) {
  const directiveId = (await provincialPlan(visitor)) as never
  const [suggested] = await visitor.ask(endpoints.suggestPlanOrder, { directiveId })
  return visitor.ask(endpoints.createPlanOrder, {
    directiveId,
    taskId: (suggested?.taskId ?? null) as never,
    title: suggested?.title ?? 'Xây dựng kế hoạch thực hiện',
    parts: await partsOf(visitor),
  })
}

/** The plan of a body, opened. */
export async function findPlanOf(visitor: Visitor, directiveId: string, bodyName: string): Promise<PlanPage> {
  const { rows } = await visitor.ask(endpoints.listPlans, { directiveId: directiveId as never, words: bodyName, limit: 200 })
  const found = rows.filter((row) => row.bodyName === bodyName && row.state !== 'withdrawn').sort((one, other) => one.id.localeCompare(other.id))[0]
  if (!found) throw new Error(`${bodyName} owes no plan`)
  return visitor.ask(endpoints.openPlan, { planId: found.id as never })
}

type Said = { text?: string; remarks?: { itemId: never; text: string }[]; number?: string; issuedOn?: string; signer?: string }

/** Takes a step of a plan. */
export async function step(visitor: Visitor, planId: string, event: PlanEvent, said: Said = {}): Promise<void> {
  const { version } = await visitor.ask(endpoints.openPlan, { planId: planId as never })
  await visitor.ask(endpoints.takePlanStep, { planId: planId as never, version, event, ...said })
}
