import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { clerkOf, provincialPlan, step } from '../../test/plans.ts'
import { endpoints as organisations } from '../organisations/contract.ts'
import { endpoints } from './contract.ts'
import { endpoints as orders } from './orders/contract.ts'

describe('a plan that one body was asked for', () => {
  let house: TestHouse
  let directiveId: never
  let province: Visitor
  before(async () => {
    house = await openHouse()
    province = await house.visit('tubacninh.chuyenvien')
    directiveId = (await provincialPlan(province)) as never
  })
  after(() => house.close())

  const order = async (name: string, approver: 'own' | 'ordering', more: object = {}) => {
    const [body] = await province.ask(organisations.searchBodies, { words: name })
    const parts = [{ bodyId: body?.id as never, dueOn: '2013-12-20', approver }]
    const { orderId } = await province.ask(orders.createPlanOrder, { directiveId, title: `Kế hoạch của ${name}`, again: true, parts, ...more })
    const planId = (await province.ask(endpoints.listPlans, { orderId })).rows[0]?.id as never
    return { orderId, planId }
  }

  test('an order taken back ends it too while it waits for the last word', async () => {
    const { orderId, planId } = await order('Huyện ủy Tiên Du', 'own', { needsAcceptance: true })
    const [clerk, leader] = await Promise.all(['hutiendu.chuyenvien', 'hutiendu.lanhdao'].map((name) => house.visit(name)))
    assert.ok(clerk && leader)
    await step(clerk, planId, 'start')
    await step(clerk, planId, 'submit')
    await step(leader, planId, 'approve')
    const version = (await province.ask(orders.listPlanOrders, { directiveId })).orders.find(({ id }) => id === orderId)?.version as number
    assert.deepEqual(await province.ask(orders.withdrawPlanOrder, { orderId, version, why: 'Không cần nữa' }), { plans: 1 })
    assert.equal((await leader.ask(endpoints.openPlan, { planId })).state, 'withdrawn')
  })

  test('a body that owes nothing and has no plan above it writes items of its own and submits them', async () => {
    const name = 'Ban Dân vận Tỉnh ủy Bắc Ninh'
    const { planId } = await order(name, 'ordering')
    const own = await clerkOf(house, name)
    await step(own, planId, 'start')
    const { rows, asked, above } = await own.ask(endpoints.openPlan, { planId })
    assert.deepEqual([rows, asked, above], [[], 0, []])
    await own.ask(endpoints.addPlanItems, { planId, behindId: null, items: [{ id: crypto.randomUUID(), text: 'Tuyên truyền về Kết luận' }] })
    await step(own, planId, 'submit')
    assert.equal((await own.ask(endpoints.openPlan, { planId })).state, 'submitted')
  })
})
