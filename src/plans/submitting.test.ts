import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { forgetPlans } from '../../test/planRows.ts'
import { findPlanOf, orderPlans, provincialPlan, step } from '../../test/plans.ts'
import { clockDay, setClockDay } from '../people/queries.ts'
import { endpoints } from './contract.ts'

describe('a plan on its way to whoever approves it', () => {
  let house: TestHouse
  let directiveId: string
  let district: Visitor
  let appraiser: Visitor
  let planId: never
  before(async () => {
    house = await openHouse()
    await forgetPlans(house.db)
    const province = await house.visit('tubacninh.chuyenvien')
    district = await house.visit('hutiendu.chuyenvien')
    appraiser = await house.visit('tubacninh.thamdinh')
    directiveId = await provincialPlan(province)
    await orderPlans(province)
    planId = (await findPlanOf(district, directiveId, 'Huyện ủy Tiên Du')).id as never
    await step(district, planId, 'start')
  })
  after(() => house.close())
  const opened = (visitor = district) => visitor.ask(endpoints.openPlan, { planId })
  const save = async (changes: object, at = 0) =>
    district.ask(endpoints.savePlanItem, { itemId: (await opened()).rows[at]?.id as never, was: {}, changes })
  const trySubmit = async (more: object = {}) => {
    const { status, body } = await district.try(endpoints.takePlanStep, { planId, version: (await opened()).version, event: 'submit', ...more })
    return [status, body.message as string] as const
  }

  test('a day before that of the directive is refused with which item it is; the day itself is none too early', async () => {
    const { directiveIssuedOn, rows } = await opened()
    assert.equal(directiveIssuedOn, '2013-08-20')
    await save({ dueOn: '2012-10-31' })
    const [status, said] = await trySubmit()
    assert.equal(status, 400)
    assert.match(said, /^Đầu việc 1: ngày hoàn thành trước ngày 20-08-2013 của chính .+\. Xin kiểm tra lại ngày, nhất là năm\./)
    await save({ dueOn: '2013-08-20' })
    assert.equal((await trySubmit())[0], 200)
    await step(district, planId, 'recall')
    await save({ dueOn: rows[0]?.dueOn ?? null })
  })

  test('one that was returned and comes back as it was says why, and whoever appraises it is told', async () => {
    const note = (await opened()).rows[0]?.note ?? ''
    assert.equal((await trySubmit())[0], 200)
    await step(appraiser, planId, 'return', { text: 'Chưa rõ người chịu trách nhiệm.' })
    assert.equal((await opened()).isUnchanged, true)
    const [status, said] = await trySubmit()
    assert.equal(status, 400)
    assert.match(said, /chưa thay đổi gì kể từ khi bị trả lại/)
    await save({ note: 'Đồng chí Phó Bí thư phụ trách' })
    assert.equal((await opened()).isUnchanged, false)
    await save({ note }) // as it was: nothing is changed again
    assert.equal((await opened()).isUnchanged, true)
    const { aims } = await opened()
    await district.ask(endpoints.savePlanHead, { planId, was: {}, changes: { aims: 'Hoàn thành trong năm 2014.' } })
    assert.equal((await opened()).isUnchanged, false)
    await district.ask(endpoints.savePlanHead, { planId, was: {}, changes: { aims } })
    assert.equal((await trySubmit({ text: 'Người chịu trách nhiệm nêu ở phần tổ chức thực hiện.' }))[0], 200)
    const [last] = (await opened(appraiser)).steps
    assert.deepEqual([last?.event, last?.isUnchanged, last?.text], ['submit', true, 'Người chịu trách nhiệm nêu ở phần tổ chức thực hiện.'])
  })

  test('one that was taken back is no returned one, and one that was mended is not told of', async () => {
    await step(district, planId, 'recall')
    assert.equal((await opened()).isUnchanged, false)
    assert.equal((await trySubmit())[0], 200)
    await step(appraiser, planId, 'return', { text: 'Vẫn chưa rõ.' })
    await save({ lead: 'Ban Tổ chức Huyện ủy' })
    assert.equal((await trySubmit())[0], 200)
    assert.equal((await opened(appraiser)).steps[0]?.isUnchanged, false)
  })

  test('later than what it answers is refused, until that day is past: then the day on which it will really be done is taken', async () => {
    await step(district, planId, 'recall')
    const { rows, obligations } = await opened()
    const limit = obligations.find(({ id }) => rows[0]?.obligationIds.includes(id as never))?.finalDue as string
    await save({ dueOn: '2013-12-20' })
    const [status, said] = await trySubmit()
    assert.equal(status, 400)
    assert.match(said, /^Đầu việc 1: muộn hơn thời hạn \d/)
    const day = await clockDay(house.db)
    await setClockDay(house.db, Temporal.PlainDate.from(limit).add({ days: 1 }).toString())
    assert.equal((await trySubmit())[0], 200)
    await setClockDay(house.db, day)
  })
})
