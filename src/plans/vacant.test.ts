import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { findPlanOf, provincialPlan, step } from '../../test/plans.ts'
import { onClock } from '../kernel/serve.ts'
import { endpoints as organisations } from '../organisations/contract.ts'
import { remind } from '../urging/reminding.ts'
import { endpoints, type PlanPage } from './contract.ts'
import { endpoints as orders } from './orders/contract.ts'

const body = 'Ban Tổ chức Tỉnh ủy Bắc Ninh'

/** A board with a clerk and nobody else has to approve its own plan. */
describe('a plan that waits for a body in which nobody may decide', () => {
  let house: TestHouse
  let [clerk, province, leader] = [] as unknown as [Visitor, Visitor, Visitor]
  let directiveId: never
  let plan: PlanPage
  before(async () => {
    house = await openHouse('example')
    ;[clerk, province, leader] = (await Promise.all(
      ['btctubacninh.chuyenvien', 'tubacninh.chuyenvien', 'tubacninh.lanhdao'].map((name) => house.visit(name)),
    )) as [Visitor, Visitor, Visitor]
    directiveId = (await provincialPlan(province)) as never
    const found = (await province.ask(organisations.searchBodies, { words: body })).find(({ name }) => name === body)
    const parts = [{ bodyId: found?.id as never, dueOn: '2013-12-20', approver: 'own' as const }]
    await province.ask(orders.createPlanOrder, { directiveId, title: 'Kế hoạch của Ban', parts, again: true })
    plan = await findPlanOf(clerk, directiveId, body)
  })
  after(() => house.close())

  const open = async (who: Visitor) => who.ask(endpoints.openPlan, { planId: plan.id as never })

  test('is told so from the beginning, and counted with the order', async () => {
    assert.equal(plan.isVacant, true)
    const { orders: shown } = await province.ask(orders.listPlanOrders, { directiveId })
    assert.equal(shown.find(({ title }) => title === 'Kế hoạch của Ban')?.vacant, 1)
    const { rows } = await province.ask(endpoints.listPlans, { directiveId, waits: 'vacant', limit: 200 })
    assert.ok(rows.some(({ id }) => id === plan.id))
    const { events, canDecideReasons } = await open(leader)
    assert.deepEqual([events, canDecideReasons], [['withdraw'], true])
  })

  test('is decided on by the body that ordered it, reasons too, and by no other', async () => {
    await step(clerk, plan.id, 'start')
    const [first] = (await open(clerk)).obligations.filter(({ isPlanItself }) => !isPlanItself)
    if (first) {
      const asked = { planId: plan.id as never, obligationId: first.id as never }
      await clerk.ask(endpoints.askPlanReason, { ...asked, why: 'Không có đối tượng' })
      assert.equal((await clerk.try(endpoints.decidePlanReason, { ...asked, accept: true, answer: '' })).status, 403)
      await leader.ask(endpoints.decidePlanReason, { ...asked, accept: true, answer: '' })
    }
    const { rows } = await open(clerk)
    if (rows.length === 0)
      await clerk.ask(endpoints.addPlanItems, {
        planId: plan.id as never,
        behindId: null,
        items: [{ id: crypto.randomUUID() as never, text: 'Rà soát' }],
      })
    await step(clerk, plan.id, 'submit')
    assert.deepEqual((await open(clerk)).events, ['recall'])
    const { version, events } = await open(leader)
    assert.ok(events.includes('approve'))
    const waiting = async (who: Visitor) =>
      (await who.ask(endpoints.listPlanWork, {})).filter((one) => one.plan.id === plan.id).map(({ kind }) => kind)
    assert.deepEqual([await waiting(leader), await waiting(clerk)], [['appraise'], []])
    await remind(house.db, onClock('2013-12-15'))
    const told = await house.db
      .selectFrom('notice')
      .innerJoin('person', 'person.id', 'notice.personId')
      .select('person.username')
      .where('thingId', '=', plan.id)
      .where('kind', '=', 'appraise')
      .execute()
    assert.ok(told.some(({ username }) => username === 'tubacninh.lanhdao'))
    const district = await house.visit('hutiendu.lanhdao')
    assert.equal((await district.try(endpoints.takePlanStep, { planId: plan.id as never, version, event: 'approve' })).status, 404)
    await step(leader, plan.id, 'approve')
    const { state, isVacant } = await open(clerk)
    assert.deepEqual([state, isVacant], ['approved', false])
  })
})
