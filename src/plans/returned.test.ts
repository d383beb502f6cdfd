import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { clerkOf, playPlans, step } from '../../test/plans.ts'
import { endpoints } from './contract.ts'

describe('a plan that was returned', () => {
  let house: TestHouse
  let clerk: Visitor
  let appraiser: Visitor
  let planId: never
  before(async () => {
    house = await openHouse()
    planId = (await playPlans(house)).waiting as never
    clerk = await clerkOf(house, 'Huyện ủy Yên Phong')
    appraiser = await house.visit('tubacninh.thamdinh')
    await step(appraiser, planId, 'return', { text: 'Chưa nêu cơ quan chủ trì.' })
  })
  after(() => house.close())

  const open = () => clerk.ask(endpoints.openPlan, { planId })
  const submit = async () => clerk.try(endpoints.takePlanStep, { planId, version: (await open()).version, event: 'submit' })

  test('and is submitted as it was says why: that is asked for, and stands before whoever decides', async () => {
    assert.equal((await open()).unchangedSince, '2013-11-15')
    assert.match((await submit()).body.message ?? '', /chưa thay đổi gì kể từ khi bị trả lại ngày 15-11-2013/)
    await step(clerk, planId, 'submit', { text: 'Cơ quan chủ trì nêu ở phần tổ chức thực hiện.' })
    const [last] = (await appraiser.ask(endpoints.openPlan, { planId })).steps
    assert.deepEqual([last?.event, last?.text], ['submit', 'Cơ quan chủ trì nêu ở phần tổ chức thực hiện.'])
    await step(appraiser, planId, 'return', { text: 'Xin ghi ngay ở từng đầu việc.' })
  })

  test('and in which an item, or the words around them, were changed is just submitted', async () => {
    assert.equal((await open()).unchangedSince, '2013-11-15')
    const itemId = (await open()).rows[0]?.id as never
    await clerk.ask(endpoints.savePlanItem, { itemId, was: {}, changes: { lead: 'Ban Tổ chức Huyện ủy' } })
    assert.equal((await open()).unchangedSince, null)
    assert.equal((await submit()).status, 200)
    await step(appraiser, planId, 'return', { text: 'Xin nêu rõ mục tiêu.' })
    assert.equal((await open()).unchangedSince, '2013-11-15')
    await clerk.ask(endpoints.savePlanHead, { planId, was: {}, changes: { aims: 'Hoàn thành trong năm 2014.' } })
    assert.equal((await open()).unchangedSince, null)
  })
})
