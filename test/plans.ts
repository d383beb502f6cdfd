import { endpoints as directives } from '../src/directives/contract.ts'
import { endpoints as organisations } from '../src/organisations/contract.ts'
import { endpoints, type PlanEvent, type PlanPage } from '../src/plans/contract.ts'
import { endpoints as orders } from '../src/plans/orders/contract.ts'
import type { TestHouse, Visitor } from './kit.ts'
import { forgetPlans } from './planRows.ts'

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
  const [suggested] = await visitor.ask(orders.suggestPlanOrder, { directiveId })
  return visitor.ask(orders.createPlanOrder, {
    directiveId,
    taskId: (suggested?.taskId ?? null) as never,
    title: suggested?.title ?? 'Xây dựng kế hoạch thực hiện',
    parts: await partsOf(visitor),
  })
}

/** The plan a body was asked for last, opened. */
export async function findPlanOf(visitor: Visitor, directiveId: string, bodyName: string): Promise<PlanPage> {
  const { rows } = await visitor.ask(endpoints.listPlans, { directiveId: directiveId as never, words: bodyName, limit: 200 })
  const found = rows.filter((row) => row.bodyName === bodyName && row.state !== 'withdrawn').sort((one, other) => other.id.localeCompare(one.id))[0]
  if (!found) throw new Error(`${bodyName} owes no plan`)
  return visitor.ask(endpoints.openPlan, { planId: found.id as never })
}

type Said = { text?: string; remarks?: { itemId: never; text: string }[]; number?: string; issuedOn?: string; signer?: string }

/** Takes a step of a plan. */
export async function step(visitor: Visitor, planId: string, event: PlanEvent, said: Said = {}): Promise<void> {
  const { version } = await visitor.ask(endpoints.openPlan, { planId: planId as never })
  await visitor.ask(endpoints.takePlanStep, { planId: planId as never, version, event, ...said })
}

/** A clerk of a body. */
export async function clerkOf(house: TestHouse, bodyName: string): Promise<Visitor> {
  const { username } = await house.db
    .selectFrom('person')
    .innerJoin('holding', 'holding.personId', 'person.id')
    .innerJoin('post', 'post.id', 'holding.postId')
    .innerJoin('bodyVersion as body', 'body.bodyId', 'post.bodyId')
    .select('person.username')
    .where('body.name', '=', bodyName)
    .orderBy('person.username')
    .executeTakeFirstOrThrow()
  return house.visit(username)
}

/** Plans ordered of every district and commune of a province, in several states. */
export async function playPlans(house: TestHouse) {
  const [province, appraiser, district] = await Promise.all(
    ['tubacninh.chuyenvien', 'tubacninh.thamdinh', 'hutiendu.chuyenvien'].map((name) => house.visit(name)),
  )
  if (!province || !appraiser || !district) throw new Error('somebody is missing')
  const directiveId = await provincialPlan(province)
  await forgetPlans(house.db)
  await orderPlans(province)
  const planned = async (visitor: Visitor, name: string) => (await findPlanOf(visitor, directiveId, name)).id
  const drafting = await planned(district, 'Huyện ủy Tiên Du')
  await step(district, drafting, 'start')
  const { obligations, rows } = await district.ask(endpoints.openPlan, { planId: drafting as never })
  const obligationIds = [obligations[1]?.id as string]
  await district.ask(endpoints.addPlanItems, {
    planId: drafting as never,
    behindId: rows[0]?.id as never,
    items: [
      {
        id: crypto.randomUUID(),
        part: 'II. Rà soát tổ chức, biên chế',
        text: 'Lập bảng tổng hợp biên chế giao và có mặt của 15 cơ quan, đơn vị thuộc huyện đến ngày 31-10-2013',
        product: 'Bảng tổng hợp',
        lead: 'Ban Tổ chức Huyện ủy',
        dueOn: '2013-11-18',
        obligationIds,
      },
      { id: crypto.randomUUID(), part: 'II. Rà soát tổ chức, biên chế', text: 'Kiểm tra tại 4 đơn vị', dueOn: '2013-12-05', obligationIds },
    ],
  })
  const waiting = await planned(await clerkOf(house, 'Huyện ủy Yên Phong'), 'Huyện ủy Yên Phong')
  const issued = await planned(await clerkOf(house, 'Huyện ủy Quế Võ'), 'Huyện ủy Quế Võ')
  for (const [name, planId] of [
    ['Huyện ủy Yên Phong', waiting],
    ['Huyện ủy Quế Võ', issued],
  ] as const) {
    const clerk = await clerkOf(house, name)
    await step(clerk, planId, 'start')
    await step(clerk, planId, 'submit')
  }
  const clerk = await clerkOf(house, 'Huyện ủy Quế Võ')
  const itemId = (await clerk.ask(endpoints.openPlan, { planId: issued as never })).rows[0]?.id as never
  await step(appraiser, issued, 'return', { text: 'Chưa nêu cơ quan chủ trì.', remarks: [{ itemId, text: 'Ghi rõ cơ quan chủ trì.' }] })
  await step(clerk, issued, 'submit', { text: 'Cơ quan chủ trì đã nêu ở phần tổ chức thực hiện.' })
  await step(appraiser, issued, 'approve')
  await step(clerk, issued, 'issue', { number: '08-KH/HU', issuedOn: '2013-11-15', signer: 'Nguyễn Văn Bắc' })
  await step(clerk, issued, 'amend', { text: 'Bổ sung cơ quan chủ trì theo phân công mới.' })
  await clerk.ask(endpoints.savePlanItem, { itemId, was: {}, changes: { lead: 'Ban Tổ chức Huyện ủy', dueOn: '2013-11-10' } })
  const due = await planned(appraiser, 'Huyện ủy Gia Bình')
  return { directiveId, drafting, waiting, issued, due }
}
