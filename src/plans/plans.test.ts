import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { forgetPlans } from '../../test/planRows.ts'
import { clerkOf, findPlanOf, orderPlans, provincialPlan, step } from '../../test/plans.ts'
import { endpoints as directives } from '../directives/contract.ts'
import { endpoints as organisations } from '../organisations/contract.ts'
import { setClockDay } from '../people/queries.ts'
import { endpoints } from './contract.ts'
import { endpoints as planOrders } from './orders/contract.ts'
import { endpoints as papers } from './papers/contract.ts'

describe('plans of every level', () => {
  let house: TestHouse
  let province: Visitor
  let appraiser: Visitor
  let district: Visitor
  let leader: Visitor
  let commune: Visitor
  let stranger: Visitor
  let directiveId: never
  before(async () => {
    house = await openHouse()
    await forgetPlans(house.db)
    ;[province, appraiser, district, leader, stranger] = (await Promise.all(
      ['tubacninh.chuyenvien', 'tubacninh.thamdinh', 'hutiendu.chuyenvien', 'hutiendu.lanhdao', 'ubndsontra.vanthu'].map((name) => house.visit(name)),
    )) as [Visitor, Visitor, Visitor, Visitor, Visitor]
    directiveId = (await provincialPlan(province)) as never
    commune = await clerkOf(house, 'Đảng ủy xã Cảnh Hưng')
  })
  after(() => house.close())

  test('the directive’s own task that asks for plans suggests the order', async () => {
    const [suggested] = await province.ask(planOrders.suggestPlanOrder, { directiveId })
    assert.match(suggested?.text ?? '', /^Xây dựng kế hoạch cụ thể của cấp mình/)
    assert.equal(suggested?.parts[0]?.form, 'kế hoạch')
    assert.equal(suggested?.parts[0]?.dueOn, '2013-12-15') // its own day has passed: a month from now
  })

  test('the preview counts by level what the order then lays, each with its superior, approver and accepter', async () => {
    const parts = await import('../../test/plans.ts').then(({ partsOf }) => partsOf(province))
    const seen = await province.ask(planOrders.previewPlanOrder, { directiveId, parts: JSON.stringify(parts) })
    assert.deepEqual(
      seen.levels.map(({ level }) => level),
      ['district', 'commune'],
    )
    const { plans } = await orderPlans(province)
    assert.equal(plans, seen.bodies)
    const ofDistrict = await findPlanOf(district, directiveId, 'Huyện ủy Tiên Du')
    const ofCommune = await findPlanOf(commune, directiveId, 'Đảng ủy xã Cảnh Hưng')
    assert.equal(ofDistrict.approverName, 'Tỉnh ủy Bắc Ninh')
    assert.equal(ofDistrict.superiorId, null)
    assert.equal(ofCommune.approverName, 'Huyện ủy Tiên Du')
    assert.equal(ofCommune.superiorId, ofDistrict.id)
    assert.equal(ofCommune.accepterName, null)
    const again = await province.try(planOrders.addToPlanOrder, { orderId: ofCommune.orderId as never, parts: parts as never })
    assert.equal(again.status, 400)
  })

  test('a stranger sees nothing of it, by list or address', async () => {
    const plan = await findPlanOf(district, directiveId, 'Huyện ủy Tiên Du')
    assert.equal((await stranger.ask(endpoints.listPlans, {})).total, 0)
    assert.equal((await stranger.try(endpoints.openPlan, { planId: plan.id as never })).status, 404)
    assert.equal(
      (
        await stranger.try(planOrders.createPlanOrder, {
          directiveId,
          title: 'abc',
          parts: [{ dueOn: '2013-12-01', approver: 'own', level: 'commune' }],
        })
      ).status,
      404,
    )
  })

  test('a body orders plans of those under it, of nobody else', async () => {
    const [other] = await district.ask(organisations.searchBodies, { words: 'Huyện ủy Yên Phong' })
    const part = { dueOn: '2013-12-01', approver: 'ordering' as const }
    const refused = await district.try(planOrders.createPlanOrder, {
      directiveId,
      title: 'Kế hoạch riêng',
      parts: [{ ...part, bodyId: other?.id as never }],
    })
    assert.equal(refused.status, 403)
    const [own] = await district.ask(organisations.searchBodies, { words: 'Đảng ủy xã Phật Tích' })
    const second = { directiveId, title: 'Kế hoạch riêng', parts: [{ ...part, bodyId: own?.id as never }] }
    const { bodies, having, levels } = await district.ask(planOrders.previewPlanOrder, { directiveId, parts: JSON.stringify(second.parts) })
    assert.deepEqual([bodies, having, levels], [1, 1, [{ level: 'commune', bodies: 1, having: 1 }]])
    const had = await district.try(planOrders.createPlanOrder, second)
    assert.equal(had.status, 400)
    assert.match(had.body.message ?? '', /đều đã có kế hoạch cho văn bản này/)
    const laid = await district.ask(planOrders.createPlanOrder, { ...second, again: true })
    assert.equal(laid.plans, 1)
    const past = await district.try(planOrders.createPlanOrder, {
      directiveId,
      title: 'Kế hoạch riêng',
      parts: [{ ...part, dueOn: '2013-11-14', bodyId: own?.id as never }],
    })
    assert.match(past.body.message ?? '', /đã qua/)
    const { orders } = await district.ask(planOrders.listPlanOrders, { directiveId })
    const order = orders.find(({ id }) => id === laid.orderId)
    const gone = await district.ask(planOrders.withdrawPlanOrder, {
      orderId: laid.orderId,
      version: order?.version as number,
      why: 'Đã có yêu cầu chung của tỉnh.',
    })
    assert.equal(gone.plans, 1)
  })

  test('a plan begins with what lies on the body and is refused while something is wrong', async () => {
    let plan = await findPlanOf(district, directiveId, 'Huyện ủy Tiên Du')
    assert.deepEqual(plan.events, ['start'])
    await step(district, plan.id, 'start')
    plan = await findPlanOf(district, directiveId, 'Huyện ủy Tiên Du')
    // II.4.1 asks for the plan itself and needs no item; II.4.2 came in as one
    assert.deepEqual(
      plan.obligations.map(({ isPlanItself }) => isPlanItself),
      [true, false],
    )
    assert.equal(plan.rows.length, 1)
    assert.equal(plan.rows[0]?.origin, 'obligation')
    assert.equal(plan.rows[0]?.dueOn, '2013-11-19')
    assert.deepEqual([plan.answered, plan.asked], [1, 1])

    const own = randomUUID()
    await district.ask(endpoints.addPlanItems, {
      planId: plan.id as never,
      behindId: null,
      items: [{ id: own, text: 'Việc chưa gắn với nhiệm vụ nào' }],
    })
    const twice = await district.ask(endpoints.addPlanItems, { planId: plan.id as never, behindId: null, items: [{ id: own, text: 'gửi lại' }] })
    assert.equal(twice.items[0]?.id, own)
    const submit = () => district.try(endpoints.takePlanStep, { planId: plan.id as never, version: plan.version, event: 'submit' })
    assert.match((await submit()).body.message ?? '', /Đầu việc 2: chưa trả lời nhiệm vụ được giao/)
    const obligationId = plan.obligations[1]?.id as string
    await district.ask(endpoints.savePlanItem, {
      itemId: own as never,
      was: {},
      changes: { obligationIds: [obligationId], dueOn: '2013-12-01' },
    })
    assert.match((await submit()).body.message ?? '', /Đầu việc 2: muộn hơn thời hạn 19-11-2013/)
    const { version } = await district.ask(endpoints.savePlanItem, { itemId: own as never, was: {}, changes: { dueOn: '2013-11-18' } })
    assert.equal(version, 3)

    // what answers the only obligation goes: it is open, until the approver accepts a reason
    for (const { id } of plan.rows.concat({ id: own } as never)) await district.ask(endpoints.removePlanItem, { itemId: id as never })
    assert.match((await submit()).body.message ?? '', /chưa có đầu việc nào/)
    await district.ask(endpoints.removePlanItem, { itemId: own as never, removed: false })
    await district.ask(endpoints.savePlanItem, { itemId: own as never, was: {}, changes: { obligationIds: [] } })
    await district.ask(endpoints.askPlanReason, {
      planId: plan.id as never,
      obligationId: obligationId as never,
      why: 'Đã rà soát xong trong quý III, có báo cáo riêng.',
    })
    assert.match((await submit()).body.message ?? '', /chưa trả lời/)
    const work = await appraiser.ask(endpoints.listPlanWork, {})
    assert.ok(work.some(({ kind, plan: one }) => kind === 'reason' && one.id === plan.id))
    assert.equal(
      (await leader.try(endpoints.decidePlanReason, { planId: plan.id as never, obligationId: obligationId as never, accept: true })).status,
      404,
    )
    assert.equal(
      (await appraiser.try(endpoints.decidePlanReason, { planId: plan.id as never, obligationId: obligationId as never, accept: false })).status,
      400,
    )
    await appraiser.ask(endpoints.decidePlanReason, { planId: plan.id as never, obligationId: obligationId as never, accept: true })
    assert.equal(
      (await appraiser.try(endpoints.decidePlanReason, { planId: plan.id as never, obligationId: obligationId as never, accept: true })).status,
      409,
    )
    plan = await findPlanOf(district, directiveId, 'Huyện ủy Tiên Du')
    assert.deepEqual([plan.answered, plan.asked], [1, 1])
    await district.ask(endpoints.savePlanItem, { itemId: own as never, was: {}, changes: { obligationIds: [obligationId] } })
  })

  test('two at once: other cells both stand, the same cell is kept for both to see', async () => {
    const plan = await findPlanOf(district, directiveId, 'Huyện ủy Tiên Du')
    const item = plan.rows[0] as (typeof plan.rows)[number]
    const save = (who: Visitor, was: object, changes: object) => who.try(endpoints.savePlanItem, { itemId: item.id as never, was, changes })
    assert.equal((await save(district, { lead: '' }, { lead: 'Ban Tổ chức Huyện ủy' })).status, 200)
    assert.equal((await save(leader, { product: '' }, { product: 'Báo cáo kết quả rà soát' })).status, 200)
    const clash = await save(leader, { lead: '' }, { lead: 'Văn phòng Huyện ủy' })
    assert.equal(clash.status, 409)
    assert.match(clash.body.message ?? '', /đúng ô này/)
    assert.equal((await save(leader, { lead: '' }, { lead: 'Ban Tổ chức Huyện ủy' })).status, 200)
    const now = (await findPlanOf(district, directiveId, 'Huyện ủy Tiên Du')).rows[0]
    assert.deepEqual([now?.lead, now?.product], ['Ban Tổ chức Huyện ủy', 'Báo cáo kết quả rà soát'])
    const planned = { itemId: item.id as never, was: {}, changes: { text: 'x' } }
    assert.equal((await commune.try(endpoints.savePlanItem, planned)).status, 404)
    assert.equal((await commune.try(endpoints.movePlanItem, { itemId: item.id as never, behindId: null })).status, 404)
  })

  test('returned with reasons on the whole and on items, mended, approved by another than who submitted, issued, amended', async () => {
    let plan = await findPlanOf(district, directiveId, 'Huyện ủy Tiên Du')
    const planId = plan.id as never
    const itemId = plan.rows[0]?.id as never
    await step(district, planId, 'submit')
    assert.equal((await district.try(endpoints.savePlanItem, { itemId, was: {}, changes: { note: 'muộn' } })).status, 409)
    assert.deepEqual(
      (await appraiser.ask(endpoints.listPlanWork, {})).filter(({ plan: one }) => one.id === planId).map(({ kind }) => kind),
      ['appraise'],
    )
    await step(appraiser, planId, 'appraise')
    const bare = await appraiser.try(endpoints.takePlanStep, {
      planId,
      version: (await appraiser.ask(endpoints.openPlan, { planId })).version,
      event: 'return',
    })
    assert.match(bare.body.message ?? '', /lý do/)
    await step(appraiser, planId, 'return', { text: 'Chưa rõ người chịu trách nhiệm.', remarks: [{ itemId, text: 'Ghi rõ đồng chí phụ trách.' }] })
    plan = await district.ask(endpoints.openPlan, { planId })
    assert.deepEqual(plan.rows[0]?.remarks, ['Ghi rõ đồng chí phụ trách.'])
    assert.equal(plan.steps[0]?.remarks[0]?.text, 'Ghi rõ đồng chí phụ trách.')
    const { people } = plan
    await district.ask(endpoints.savePlanItem, {
      itemId,
      was: {},
      changes: { personId: people[0]?.id as string },
    })
    await step(district, planId, 'submit')
    await step(appraiser, planId, 'approve')
    plan = await district.ask(endpoints.openPlan, { planId })
    assert.deepEqual([plan.state, plan.round, plan.edition, plan.decidedOn], ['approved', 2, 1, '2013-11-15'])
    const unnamed = await district.try(endpoints.takePlanStep, { planId, version: plan.version, event: 'issue', number: '12-KH/HU' })
    assert.match(unnamed.body.message ?? '', /số, ngày ban hành và người ký/)
    await step(district, planId, 'issue', { number: '12-KH/HU', issuedOn: '2013-11-15', signer: 'Đỗ Văn Chinh' })

    await step(district, planId, 'amend', { text: 'Bổ sung việc kiểm tra.' })
    const added = randomUUID()
    await district.ask(endpoints.addPlanItems, {
      planId,
      behindId: itemId,
      items: [{ id: added, text: 'Kiểm tra việc rà soát', obligationIds: [plan.obligations[1]?.id as string] }],
    })
    await district.ask(endpoints.savePlanItem, { itemId, was: {}, changes: { dueOn: '2013-11-16' } })
    const changes = await appraiser.ask(endpoints.comparePlanEditions, { planId, from: 1, to: 0 })
    assert.deepEqual([changes.added.map(({ id }) => id), changes.changed[0]?.fields.map(({ field }) => field)], [[added], ['dueOn']])
    await step(district, planId, 'drop-amendment')
    const back = await district.ask(endpoints.comparePlanEditions, { planId, from: 1, to: 0 })
    assert.deepEqual([back.added, back.removed, back.changed], [[], [], []])
    assert.equal((await district.ask(endpoints.openPlan, { planId })).state, 'issued')

    await step(district, planId, 'amend', { text: 'Bổ sung việc kiểm tra.' })
    await district.ask(endpoints.addPlanItems, {
      planId,
      behindId: itemId,
      items: [{ id: randomUUID(), text: 'Kiểm tra việc rà soát', obligationIds: [plan.obligations[1]?.id as string] }],
    })
    await step(district, planId, 'submit')
    await step(appraiser, planId, 'approve')
    plan = await district.ask(endpoints.openPlan, { planId })
    assert.deepEqual(
      plan.editions.map(({ number, why }) => [number, why]),
      [
        [2, 'Bổ sung việc kiểm tra.'],
        [1, ''],
      ],
    )
  })

  test('nobody approves what they submitted, also where a body approves for itself', async () => {
    const [body] = await province.ask(organisations.searchBodies, { words: 'Huyện ủy Tiên Du' })
    const part = { bodyId: body?.id as never, dueOn: '2013-12-20', approver: 'own' as const }
    const { orderId } = await province.ask(planOrders.createPlanOrder, {
      directiveId,
      title: 'Kế hoạch tự duyệt',
      again: true,
      needsAcceptance: true,
      parts: [part],
    })
    const plan = (await leader.ask(endpoints.listPlans, { orderId })).rows[0]
    const planId = plan?.id as never
    await step(leader, planId, 'start')
    await step(leader, planId, 'submit')
    const { version } = await leader.ask(endpoints.openPlan, { planId })
    const refused = await leader.try(endpoints.takePlanStep, { planId, version, event: 'approve' })
    assert.equal(refused.status, 403)
    await step(leader, planId, 'recall')
    // what was taken back is not submitted: past its day it is overdue, and not just late
    const timed = async (late: 'overdue' | 'submitted') =>
      (await leader.ask(endpoints.listPlans, { orderId, late })).rows.map(({ submittedOn, isLate }) => [submittedOn, isLate])
    assert.deepEqual(await timed('overdue'), [])
    await setClockDay(house.db, '2014-02-01')
    assert.deepEqual([await timed('overdue'), await timed('submitted')], [[[null, true]], []])
    await step(district, planId, 'submit')
    assert.deepEqual([await timed('overdue'), await timed('submitted')], [[], [['2014-02-01', true]]])
    await setClockDay(house.db, '2013-11-15')
    await step(leader, planId, 'approve')
    const opened = await leader.ask(endpoints.openPlan, { planId })
    assert.deepEqual([opened.state, opened.edition, opened.accepterName, opened.events], ['approved', 0, 'Tỉnh ủy Bắc Ninh', []])
    await step(appraiser, planId, 'refuse', { text: 'Chưa sát với địa phương.' })
    await step(district, planId, 'submit', { text: 'Đã đối chiếu với tình hình địa phương.' })
    await step(leader, planId, 'approve')
    await step(appraiser, planId, 'accept')
    const done = await district.ask(endpoints.openPlan, { planId })
    assert.deepEqual([done.state, done.edition, done.events], ['accepted', 1, ['issue']])
  })

  test('a commune starts from its district’s approved items, answering its own obligations of the same tasks', async () => {
    const before = await findPlanOf(commune, directiveId, 'Đảng ủy xã Cảnh Hưng')
    await step(commune, before.id, 'start')
    const plan = await commune.ask(endpoints.openPlan, { planId: before.id as never })
    assert.ok(plan.above.length >= 2)
    const under = plan.rows.filter(({ origin }) => origin === 'superior')
    assert.equal(under.length, plan.above.length)
    assert.deepEqual(under.flatMap(({ superiorItemIds }) => superiorItemIds).sort(), plan.above.map(({ id }) => id).sort())
    assert.equal(plan.rows.filter(({ origin }) => origin === 'obligation').length, plan.obligations.length)
    const row = under[0] as (typeof under)[number]
    const foreign = await commune.try(endpoints.savePlanItem, {
      itemId: row.id as never,
      was: {},
      changes: { superiorItemIds: [plan.rows[0]?.id as string] },
    })
    assert.match(foreign.body.message ?? '', /cấp trên/)
    const { rows } = await commune.ask(endpoints.listPlans, { directiveId, words: 'tien du' })
    assert.ok(rows.some(({ bodyName }) => bodyName === 'Huyện ủy Tiên Du')) // the superior’s approved plan is open to it
    assert.equal((await commune.ask(endpoints.listPlans, { directiveId, words: 'yen phong' })).total, 0)
  })

  test('items are moved, and keep their order', async () => {
    const plan = await findPlanOf(commune, directiveId, 'Đảng ủy xã Cảnh Hưng')
    const ids = plan.rows.map(({ id }) => id)
    const [first, second, third] = ids as [string, string, string]
    await commune.ask(endpoints.movePlanItem, { itemId: first as never, behindId: second as never })
    await commune.ask(endpoints.movePlanItem, { itemId: third as never, behindId: null })
    const moved = (await commune.ask(endpoints.openPlan, { planId: plan.id as never })).rows.map(({ id }) => id)
    assert.deepEqual(moved.slice(0, 3), [third, second, first])
  })

  test('the list tells late ones first and counts by state, whoever looks', async () => {
    const all = await province.ask(endpoints.listPlans, { directiveId, limit: 200 })
    const sum = all.states.reduce((total, { count }) => total + count, 0)
    assert.equal(sum, all.total)
    assert.equal(all.overdue, 0)
    const communes = await province.ask(endpoints.listPlans, { directiveId, levels: ['commune'], states: ['due'], limit: 200 })
    assert.ok(communes.rows.every(({ level, state }) => level === 'commune' && state === 'due'))
    const [body] = await province.ask(organisations.searchBodies, { words: 'Huyện ủy Tiên Du' })
    const branch = await province.ask(endpoints.listPlans, { directiveId, underId: body?.id as never, limit: 200 })
    assert.ok(branch.total > 5 && branch.total < all.total)
  })

  test('a plan without items is submitted where all it owes is excused by accepted reasons, and only then', async () => {
    const clerk = await clerkOf(house, 'Huyện ủy Yên Phong')
    const { id } = await findPlanOf(clerk, directiveId, 'Huyện ủy Yên Phong')
    const planId = id as never
    await step(clerk, id, 'start')
    const plan = await clerk.ask(endpoints.openPlan, { planId })
    for (const row of plan.rows) await clerk.ask(endpoints.removePlanItem, { itemId: row.id as never })
    const owed = plan.obligations.filter(({ isPlanItself }) => !isPlanItself)
    assert.ok(owed.length > 0)
    const submit = () => clerk.try(endpoints.takePlanStep, { planId, version: plan.version, event: 'submit' })
    for (const { id } of owed)
      await clerk.ask(endpoints.askPlanReason, { planId, obligationId: id as never, why: 'Huyện không có đơn vị thuộc diện này.' })
    assert.match((await submit()).body.message ?? '', /chưa có đầu việc nào/)
    for (const { id } of owed) await appraiser.ask(endpoints.decidePlanReason, { planId, obligationId: id as never, accept: true })
    assert.equal((await submit()).status, 200)
    await step(appraiser, id, 'approve')
    assert.equal((await clerk.ask(endpoints.openPlan, { planId })).edition, 1)
    assert.equal((await clerk.try(papers.exportPlanDocument, { planId })).status, 200)
  })

  test('a directive that is a draft, or of others, takes no order', async () => {
    const { directiveId: draft } = await province.ask(directives.readDirective, {
      text: 'KẾ HOẠCH\nvề việc thử\n1- Huyện ủy Tiên Du xây dựng kế hoạch trước ngày 31-12-2013.',
    })
    const refused = await province.try(planOrders.createPlanOrder, {
      directiveId: draft as never,
      title: 'abc',
      parts: [{ level: 'commune', dueOn: '2013-12-01', approver: 'own' }],
    })
    assert.equal(refused.status, 409)
    assert.equal((await stranger.try(planOrders.listPlanOrders, { directiveId })).status, 404)
  })
})
