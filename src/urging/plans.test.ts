import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { forgetPlans } from '../../test/planRows.ts'
import { clerkOf, findPlanOf, orderPlans, provincialPlan, step } from '../../test/plans.ts'
import { onClock } from '../kernel/serve.ts'
import { setClockDay } from '../people/queries.ts'
import { endpoints } from './contract.ts'
import { remind } from './reminding.ts'

describe('plans are reminded of', () => {
  let house: TestHouse
  let clerk: Visitor
  let appraiser: Visitor
  let planId: never
  before(async () => {
    house = await openHouse()
    await forgetPlans(house.db)
    const province = await house.visit('tubacninh.chuyenvien')
    appraiser = await house.visit('tubacninh.thamdinh')
    await orderPlans(province) // districts by 15-12-2013
    clerk = await clerkOf(house, 'Huyện ủy Yên Phong')
    planId = (await findPlanOf(clerk, await provincialPlan(province), 'Huyện ủy Yên Phong')).id as never
  })
  after(() => house.close())

  const on = async (day: string) => {
    await setClockDay(house.db, day)
    await remind(house.db, onClock(day))
  }
  const told = async (visitor: Visitor) =>
    (await visitor.ask(endpoints.listNotices, { limit: 200 })).rows
      .filter(({ thingId }) => thingId === planId)
      .map(({ kind, page, rungOn, bodyName }) => [kind, page, rungOn, bodyName])

  test('the body that plans before and after its day, never earlier than the rule says', async () => {
    await on('2013-11-30')
    assert.deepEqual(await told(clerk), [])
    await on('2013-12-01')
    assert.deepEqual(await told(clerk), [['plan', 'plan', '2013-12-01', 'Huyện ủy Yên Phong']])
    await on('2013-12-16')
    assert.deepEqual(await told(clerk), [['plan', 'plan', '2013-12-16', 'Huyện ủy Yên Phong']])
    assert.deepEqual(await told(appraiser), [])
    const { address } = await clerk.ask(endpoints.renewCalendar, {})
    assert.match((await house.app.inject(address)).body, new RegExp(`UID:${planId}@[\\s\\S]*DTSTART;VALUE=DATE:20131215`))
  })

  test('once it is submitted, whoever appraises it, from that day; what came back to be mended, and what is to be issued', async () => {
    await step(clerk, planId, 'start')
    await step(clerk, planId, 'submit')
    assert.deepEqual(await told(clerk), [])
    await on('2013-12-16')
    assert.deepEqual(await told(appraiser), [['appraise', 'plan', '2013-12-16', 'Huyện ủy Yên Phong']])
    await on('2013-12-19')
    assert.deepEqual(await told(appraiser), [['appraise', 'plan', '2013-12-19', 'Huyện ủy Yên Phong']])
    await step(appraiser, planId, 'return', { text: 'Chưa nêu cơ quan chủ trì.' })
    assert.deepEqual(await told(appraiser), [])
    await on('2013-12-22')
    const both = [
      ['mend-plan', 'plan', '2013-12-22', 'Huyện ủy Yên Phong'],
      ['plan', 'plan', '2013-12-22', 'Huyện ủy Yên Phong'],
    ]
    assert.deepEqual((await told(clerk)).sort(), both)
    await step(clerk, planId, 'submit', { text: 'Cơ quan chủ trì nêu ở phần tổ chức thực hiện.' })
    await step(appraiser, planId, 'approve')
    await on('2013-12-30')
    assert.deepEqual([await told(clerk), await told(appraiser)], [[['issue-plan', 'plan', '2013-12-29', 'Huyện ủy Yên Phong']], []])
    await step(clerk, planId, 'issue', { number: '12-KH/HU', issuedOn: '2013-12-30', signer: 'Đỗ Văn Chinh' })
    assert.deepEqual(await told(clerk), [])
  })
})
