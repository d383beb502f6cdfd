import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { addOrder, addPlan, forgetPlans } from '../../test/planRows.ts'
import { clerkOf, findPlanOf, provincialPlan, step } from '../../test/plans.ts'
import { endpoints as organisations } from '../organisations/contract.ts'
import { endpoints as urging } from '../urging/contract.ts'
import { endpoints } from './contract.ts'
import { endpoints as orders, type TemplateDraft } from './orders/contract.ts'

const asked = 'Rà soát chức năng, nhiệm vụ, biên chế của từng cơ quan, đơn vị trực thuộc'
const secret = 'NHÁP: cân nhắc điều động đồng chí X, chưa công bố'

describe('the template of an order', () => {
  let house: TestHouse
  let province: Visitor
  let appraiser: Visitor
  let district: Visitor
  let directiveId: never
  let templateId: never
  let orderId: never
  let draft: TemplateDraft
  before(async () => {
    house = await openHouse()
    await forgetPlans(house.db)
    ;[province, appraiser, district] = (await Promise.all(
      ['tubacninh.chuyenvien', 'tubacninh.thamdinh', 'hutiendu.chuyenvien'].map((name) => house.visit(name)),
    )) as [Visitor, Visitor, Visitor]
    directiveId = (await provincialPlan(province)) as never
    const [own] = await province.ask(organisations.searchBodies, { words: 'Tỉnh ủy Bắc Ninh' })
    const provinceId = own?.id as string
    // the province's own plan is still being written: what it asks of its districts, of one of its boards, and of everybody
    const { id: taskId } = await house.db
      .selectFrom('task')
      .select('id')
      .where('directiveId', '=', directiveId)
      .where('text', 'like', `${asked}%`)
      .executeTakeFirstOrThrow()
    await house.db.updateTable('obligation').set({ finalDue: '2013-12-20' }).where('taskId', '=', taskId).execute()
    const first = await addOrder(house.db, { directiveId, orderedBy: provinceId })
    const { planId } = await addPlan(house.db, {
      orderId: first,
      directiveId,
      bodyId: provinceId,
      state: 'drafting',
      submittedOn: null,
      items: [
        { text: asked, product: 'Báo cáo của huyện', dueOn: '2014-06-30' },
        { text: 'Hướng dẫn nội dung tuyên truyền Kết luận trên Báo Bắc Ninh' },
        { text: 'Sơ kết việc thực hiện kế hoạch ở địa phương' },
      ],
    })
    templateId = planId as never
  })
  after(() => house.close())
  const mine = () => findPlanOf(district, directiveId, 'Huyện ủy Tiên Du')
  const look = (id?: string) => province.ask(orders.previewPlanTemplate, { planId: templateId, ...(id ? { orderId: id as never } : {}) })
  const all = ({ items }: TemplateDraft) => items.map(({ id, version, taskIds }) => ({ id, version, taskIds: taskIds as never }))
  const told = async (visitor: Visitor) =>
    (await visitor.ask(urging.listNotices, { all: 'true', kinds: ['template'], limit: 50 } as never)).rows.map(
      ({ page, thingId, bodyName, count, isSettled }) => [page, thingId, bodyName, count, isSettled],
    )
  const write = (itemId: string, changes: object) => province.ask(endpoints.savePlanItem, { itemId: itemId as never, was: {}, changes })

  test('what may be given is shown to nobody but the body itself, linked to tasks on whomever they lie', async () => {
    draft = await look()
    assert.deepEqual(
      draft.items.map(({ text, taskIds }) => [text.slice(0, 10), taskIds.length]),
      [
        ['Rà soát ch', 1],
        ['Hướng dẫn ', 1],
        ['Sơ kết việ', 0],
      ],
    )
    for (const other of [district, await house.visit('ubndsontra.vanthu')])
      assert.equal((await other.try(orders.previewPlanTemplate, { planId: templateId })).status, 404)
    const [body] = await district.ask(organisations.searchBodies, { words: 'Đảng ủy xã Cảnh Hưng' })
    const stolen = await district.try(orders.createPlanOrder, {
      directiveId,
      title: 'Theo mẫu của tỉnh',
      template: { planId: templateId, items: all(draft) },
      parts: [{ bodyId: body?.id as never, dueOn: '2013-12-20', approver: 'ordering' }],
    })
    assert.match(stolen.body.message ?? '', /Mẫu phải là kế hoạch của cơ quan đồng chí/)
  })

  test('an item changed since it was looked at is not given', async () => {
    const parts = [{ level: 'district' as const, dueOn: '2013-12-25', approver: 'ordering' as const, form: 'kế hoạch' }]
    await write(draft.items[2]?.id as string, { text: 'Sơ kết việc thực hiện kế hoạch tại địa phương' })
    const order = (choice: TemplateDraft) =>
      province.try(orders.createPlanOrder, { directiveId, title: 'Xây dựng kế hoạch', template: { planId: templateId, items: all(choice) }, parts })
    const refused = await order(draft)
    assert.equal(refused.status, 409)
    draft = await look()
    const foreign = { ...draft, items: draft.items.map((item) => ({ ...item, taskIds: [item.id] })) }
    assert.match((await order(foreign)).body.message ?? '', /phải thuộc chính văn bản này/)
    const given = await order(draft)
    assert.equal(given.status, 200)
    orderId = (given.body as unknown as { orderId: never }).orderId
  })

  test('nothing that is written into the plan afterwards reaches those below; what lies on others is not offered', async () => {
    const items = [{ id: crypto.randomUUID(), text: secret }]
    await province.ask(endpoints.addPlanItems, { planId: templateId, behindId: null, items })
    await write(draft.items[0]?.id as string, { text: secret })
    await province.ask(endpoints.savePlanHead, { planId: templateId, was: {}, changes: { aims: secret } })
    const due = await mine()
    assert.equal(due.template?.offered, 2)
    await step(district, due.id, 'start')
    const plan = await mine()
    assert.deepEqual(
      plan.template?.items.map(({ text, state }) => [text, state]),
      [
        [asked, 'open'],
        ['Sơ kết việc thực hiện kế hoạch tại địa phương', 'open'],
      ],
    )
    assert.ok(!JSON.stringify(plan).includes('NHÁP'))
    assert.equal((await district.try(endpoints.openPlan, { planId: templateId })).status, 404)
  })

  test('items are taken linked to what lies on the body, by its day, and pass as they are; once each; a change shows', async () => {
    const { id, template } = await mine()
    const planId = id as never
    const itemIds = [template?.items[0]?.id as never]
    assert.equal((await district.ask(endpoints.takeTemplateItems, { planId, itemIds })).added, 1)
    assert.equal((await district.ask(endpoints.takeTemplateItems, { planId, itemIds })).added, 0)
    let plan = await mine()
    const taken = plan.rows.find(({ origin }) => origin === 'template')
    assert.deepEqual([taken?.text, taken?.obligationIds.length, taken?.dueOn], [asked, 1, '2013-12-20'])
    await step(district, id, 'submit')
    const seen = await appraiser.ask(endpoints.openPlan, { planId })
    assert.deepEqual([seen.template?.offered, seen.template?.items], [2, []])
    await step(appraiser, id, 'return', { text: 'Nêu rõ việc của huyện.' })
    await district.ask(endpoints.savePlanItem, { itemId: taken?.id as never, was: {}, changes: { note: 'của huyện' } })
    plan = await mine()
    assert.equal(plan.rows.find((row) => row.id === taken?.id)?.origin, 'template-edited')
    assert.equal(plan.template?.items[0]?.state, 'edited')
  })

  test('the orderer brings it up to date on purpose; those whose plan it touches are told, and take the new words if they will', async () => {
    const { orders: before } = await province.ask(orders.listPlanOrders, { directiveId })
    const order = before.find(({ id }) => id === orderId)
    assert.deepEqual([order?.template?.number, order?.template?.items], [1, 3])
    const hers = (await district.ask(orders.listPlanOrders, { directiveId })).orders.find(({ id }) => id === orderId)
    assert.deepEqual([hers?.template?.items, hers?.template?.planId], [3, null])
    const planId = (await mine()).id as never
    await district.ask(endpoints.takeTemplateItems, { planId, itemIds: [(await mine()).template?.items[1]?.id as never] })
    const [first, , last, news] = (await look(orderId)).items
    assert.deepEqual([news?.isGiven, first?.isGiven, last?.isGiven, first?.taskIds.length], [false, true, true, 1])
    await write(last?.id as string, { text: 'Sơ kết và báo cáo trước ngày 20-12-2013' })
    await province.ask(endpoints.savePlanHead, { planId: templateId, was: {}, changes: { aims: 'Thống nhất cách làm trong toàn tỉnh.' } })
    const now = await look(orderId)
    const choice = { planId: templateId, items: all({ ...now, items: now.items.filter(({ id }) => id === last?.id) }) }
    const version = order?.version as number
    assert.equal((await district.try(orders.givePlanTemplate, { orderId, version, template: choice })).status, 404)
    assert.equal((await province.ask(orders.givePlanTemplate, { orderId, version, template: choice })).told, 1)
    assert.deepEqual(await told(district), [['plan', planId, 'Tỉnh ủy Bắc Ninh', 1, false]])
    const waiting = await clerkOf(house, 'Huyện ủy Quế Võ') // has not begun its plan
    assert.deepEqual(
      (await told(waiting)).map(([, id]) => id),
      [(await findPlanOf(waiting, directiveId, 'Huyện ủy Quế Võ')).id],
    )
    assert.deepEqual([await told(province), await told(await house.visit('tubacninh.lanhdao'))], [[], []])
    const again = await province.try(orders.givePlanTemplate, { orderId, version: version + 1, template: choice })
    assert.match(again.body.message ?? '', /không có gì khác/)

    let plan = await mine()
    assert.equal(plan.called.templateRenewedOn, '2013-11-15')
    assert.deepEqual([plan.template?.number, plan.template?.offered, plan.template?.items[0]?.state], [2, 1, 'outdated'])
    assert.ok(!JSON.stringify(plan).includes('NHÁP'))
    const itemIds = [plan.template?.items[0]?.id as never]
    assert.equal((await district.ask(endpoints.takeTemplateItems, { planId, itemIds, head: ['aims'] })).added, 1)
    plan = await mine()
    assert.equal(plan.aims, 'Thống nhất cách làm trong toàn tỉnh.')
    assert.deepEqual(
      plan.rows.filter(({ origin }) => origin === 'template').map(({ text }) => text),
      ['Sơ kết và báo cáo trước ngày 20-12-2013'],
    )
    const row = plan.rows.find(({ origin }) => origin === 'template')
    const answered = { obligationIds: [plan.obligations.find(({ isPlanItself }) => !isPlanItself)?.id as string] }
    await district.ask(endpoints.savePlanItem, { itemId: row?.id as never, was: {}, changes: answered })
    await step(district, plan.id, 'submit')
    assert.equal((await mine()).called.templateRenewedOn, null)
    assert.deepEqual(await told(district), [['plan', planId, 'Tỉnh ủy Bắc Ninh', 1, true]])
    assert.deepEqual(
      (await told(waiting)).map(([, , , , isSettled]) => isSettled),
      [false],
    )
  })

  test('an order without one can be given one', async () => {
    const clerk = await clerkOf(house, 'Huyện ủy Yên Phong')
    const { orderId } = await province.ask(orders.createPlanOrder, {
      directiveId,
      title: 'Kế hoạch bổ sung',
      again: true,
      parts: [{ bodyId: (await findPlanOf(clerk, directiveId, 'Huyện ủy Yên Phong')).bodyId as never, dueOn: '2013-12-20', approver: 'ordering' }],
    })
    assert.equal((await findPlanOf(clerk, directiveId, 'Huyện ủy Yên Phong')).template, null)
    const items = all(await look(orderId)).slice(-1)
    await step(clerk, (await findPlanOf(clerk, directiveId, 'Huyện ủy Yên Phong')).id, 'start')
    const before = (await told(clerk)).length
    await province.ask(orders.givePlanTemplate, { orderId, version: 1, template: { planId: templateId, withHead: false, items } })
    assert.equal((await told(clerk)).length, before + 1)
    const { template, called } = await findPlanOf(clerk, directiveId, 'Huyện ủy Yên Phong')
    assert.deepEqual([template?.offered, template?.number, called.templateRenewedOn], [1, 1, '2013-11-15'])
  })
})
