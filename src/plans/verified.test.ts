import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { issueOrders } from '../../test/orders.ts'
import { clerkOf, findPlanOf, step } from '../../test/plans.ts'
import { take } from '../../test/story.ts'
import { endpoints as organisations } from '../organisations/contract.ts'
import { endpoints } from './contract.ts'
import { endpoints as orders } from './orders/contract.ts'

const [above, below] = ['Huyện ủy Tiên Du', 'Đảng ủy xã Cảnh Hưng'] as const

const workOf = (text: string) => (text.startsWith('Họp') ? 'họp' : (['rà soát', 'đề án', 'kiểm tra'].find((work) => text.includes(work)) ?? text))

describe('a plan that is begun under its superior’s', () => {
  let house: TestHouse
  let province: Visitor
  let appraiser: Visitor
  let commune: Visitor
  let directiveId: never
  let owed: { id: string; text: string }[]
  before(async () => {
    house = await openHouse()
    const [first, second, district] = await Promise.all(
      ['tubacninh.chuyenvien', 'tubacninh.thamdinh', 'hutiendu.chuyenvien'].map((name) => house.visit(name)),
    )
    ;[province, appraiser, commune] = [first as Visitor, second as Visitor, await clerkOf(house, below)]
    const on = (work: string) => `${above}, ${below} ${work} trong ngày 31-12-2013.`
    const issued = await issueOrders(house, [on('rà soát chức năng, nhiệm vụ'), on('xây dựng đề án sắp xếp'), on('kiểm tra việc thực hiện')])
    directiveId = issued.directiveId as never
    owed = issued.obligations.filter(({ bodyName }) => bodyName === below)
    assert.equal(owed.length, 3)
    const idOf = async (words: string) => (await province.ask(organisations.searchBodies, { words }))[0]?.id as never
    const parts = [
      { bodyId: await idOf(above), dueOn: '2013-12-10', approver: 'ordering' as const },
      { bodyId: await idOf(below), dueOn: '2013-12-20', approver: 'superior' as const },
    ]
    await province.ask(orders.createPlanOrder, { directiveId, title: 'Xây dựng kế hoạch', parts })
    const { id } = await findPlanOf(district as Visitor, directiveId, above)
    await step(district as Visitor, id, 'start')
    const { rows, obligations } = await (district as Visitor).ask(endpoints.openPlan, { planId: id as never })
    const both = obligations.filter(({ text }) => !text.includes('kiểm tra')).map((one) => one.id)
    const item = { id: crypto.randomUUID(), text: 'Họp Ban Thường vụ về rà soát và đề án', dueOn: '2013-12-01', obligationIds: both }
    await (district as Visitor).ask(endpoints.addPlanItems, { planId: id as never, behindId: rows.at(-1)?.id as never, items: [item] })
    await step(district as Visitor, id, 'submit')
    await step(appraiser, id, 'approve')
  })
  after(() => house.close())

  test('a superior’s item all of whose obligations are verified does not come in; one of which some are left does, for those', async () => {
    const idOf = (words: string) => owed.find(({ text }) => text.includes(words))?.id as string
    await take(commune, idOf('rà soát'), { event: 'accept' }, { event: 'report', text: 'Đã rà soát xong.', file: 'bao-cao.txt' })
    await take(await house.visit('hutiendu.lanhdao'), idOf('rà soát'), { event: 'verify', text: 'Đủ.' })
    const { id } = await findPlanOf(commune, directiveId, below)
    await step(commune, id, 'start')
    const { rows, above: items } = await commune.ask(endpoints.openPlan, { planId: id as never })
    assert.deepEqual(items.map(({ text }) => workOf(text)).sort(), ['họp', 'kiểm tra', 'rà soát', 'đề án'])
    const textOf = (itemId: string) => workOf(items.find((item) => item.id === itemId)?.text ?? '')
    assert.deepEqual(
      rows.map(({ text, obligationIds, superiorItemIds }) => [workOf(text), obligationIds, superiorItemIds.map(textOf)]),
      [
        ['đề án', [idOf('đề án')], ['đề án']],
        ['kiểm tra', [idOf('kiểm tra')], ['kiểm tra']],
        ['họp', [idOf('đề án')], ['họp']],
      ],
    )
  })
})
