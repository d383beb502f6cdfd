import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse } from '../../test/kit.ts'
import { forgetPlans } from '../../test/planRows.ts'
import { findPlanOf, orderPlans, provincialPlan, step } from '../../test/plans.ts'
import { setClockDay } from '../people/queries.ts'
import { endpoints } from './contract.ts'

describe('plans in my work', () => {
  let house: TestHouse
  let directiveId: string
  before(async () => {
    house = await openHouse()
    await forgetPlans(house.db)
    const province = await house.visit('tubacninh.chuyenvien')
    await orderPlans(province)
    directiveId = await provincialPlan(province)
  })
  after(() => house.close())

  const waiting = async (username: string, kind: 'plan' | 'appraisal') => {
    const { rows, counts, overdue } = await (await house.visit(username)).ask(endpoints.listMyWork, { kind, limit: 200 })
    assert.equal(counts[kind], rows.length)
    assert.ok(overdue >= rows.filter(({ isOverdue }) => isOverdue).length)
    return rows.filter((row) => row.directiveId === directiveId)
  }

  test('a plan waits for the body that makes it until it is submitted, then for whoever appraises it, and for nobody else', async () => {
    const district = await house.visit('hutiendu.chuyenvien')
    const plan = await findPlanOf(district, directiveId, 'Huyện ủy Tiên Du')
    const own = async () =>
      (await waiting('hutiendu.chuyenvien', 'plan')).map(({ id, step, due, isOverdue, bodyName }) => [id, step, due, isOverdue, bodyName])
    assert.deepEqual(await own(), [[plan.id, 'start', '2013-12-15', false, 'Huyện ủy Tiên Du']])
    await step(district, plan.id, 'start')
    assert.deepEqual((await own())[0]?.[1], 'finish')
    assert.deepEqual(await waiting('tubacninh.thamdinh', 'appraisal'), [])
    await step(district, plan.id, 'submit')
    assert.deepEqual(await own(), [])
    const appraised = (await waiting('tubacninh.thamdinh', 'appraisal')).map(({ id, step, since, form }) => [id, step, since, form])
    assert.deepEqual(appraised, [[plan.id, 'appraise', '2013-11-15', 'kế hoạch']])
    assert.deepEqual(await waiting('tubacninh.chuyenvien', 'appraisal'), []) // a clerk does not appraise
    await step(await house.visit('tubacninh.thamdinh'), plan.id, 'return', { text: 'Chưa rõ người phụ trách' })
    assert.deepEqual((await own())[0]?.[1], 'mend')
  })

  test('is overdue while it is not made after its day; one to issue is not', async () => {
    try {
      await setClockDay(house.db, '2013-12-20')
      const [late] = await waiting('hutiendu.chuyenvien', 'plan')
      assert.deepEqual([late?.step, late?.isOverdue], ['mend', true])
    } finally {
      await setClockDay(house.db, '2013-11-15')
    }
  })
})
