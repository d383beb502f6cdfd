import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../../test/kit.ts'
import { forgetPlans } from '../../../test/planRows.ts'
import { clerkOf, findPlanOf, orderPlans, provincialPlan, step } from '../../../test/plans.ts'
import { endpoints as plans } from '../contract.ts'
import { endpoints } from './contract.ts'

describe('plans of those below follow their superior’s', () => {
  let house: TestHouse
  let directiveId: string
  let district: Visitor
  let leader: Visitor
  let appraiser: Visitor
  let commune: Visitor
  before(async () => {
    house = await openHouse()
    await forgetPlans(house.db)
    const visit = ['tubacninh.chuyenvien', 'tubacninh.thamdinh', 'hutiendu.chuyenvien', 'hutiendu.lanhdao'].map((name) => house.visit(name))
    const [province, ...others] = (await Promise.all(visit)) as [Visitor, Visitor, Visitor, Visitor]
    ;[appraiser, district, leader] = others
    commune = await clerkOf(house, 'Đảng ủy xã Cảnh Hưng')
    directiveId = await provincialPlan(province)
    await orderPlans(province)
    const { id } = await above()
    await step(district, id, 'start')
    const [own] = (await above()).rows
    const more = { id: crypto.randomUUID(), text: 'Kiểm tra tại 4 xã', dueOn: '2013-10-31', obligationIds: own?.obligationIds ?? [] }
    await district.ask(plans.addPlanItems, { planId: id as never, behindId: own?.id as never, items: [more] })
    await step(district, id, 'submit')
    await step(appraiser, id, 'approve')
    await step(district, id, 'issue', { number: '12-KH/HU', issuedOn: '2013-11-15', signer: 'Đỗ Văn Chinh' })
    await step(commune, (await below()).id, 'start')
  })
  after(() => house.close())
  const above = () => findPlanOf(district, directiveId, 'Huyện ủy Tiên Du')
  const below = () => findPlanOf(commune, directiveId, 'Đảng ủy xã Cảnh Hưng')
  const amendItem = (visitor: Visitor, itemId: string | undefined, changes: object) =>
    visitor.ask(plans.savePlanItem, { itemId: itemId as never, was: {}, changes })
  const [moved, gone] = [0, 1] as const

  test('while it is amended they see, take over and answer what was approved', async () => {
    const { id, rows } = await above()
    assert.ok(rows.length >= 2)
    const before = await below()
    await step(district, id, 'amend', { text: 'Điều chỉnh theo chỉ đạo mới' })
    await amendItem(district, rows[moved]?.id, { text: 'Nội dung chưa ai duyệt', dueOn: '2013-10-30' })
    await district.ask(plans.removePlanItem, { itemId: rows[gone]?.id as never })
    const during = await below()
    assert.deepEqual(during.above, before.above)
    assert.deepEqual(
      during.rows.map(({ touchedWhy }) => touchedWhy),
      during.rows.map(() => null),
    )
    const seen = await commune.ask(plans.openPlan, { planId: id as never })
    assert.deepEqual(
      seen.rows.map(({ text }) => text),
      rows.map(({ text }) => text),
    )
    const itemId = during.rows[gone]?.id
    await amendItem(commune, itemId, { superiorItemIds: [rows[gone]?.id] }) // it still stands
  })

  test('once the amendment is approved, what answers a changed item is marked, and what is gone is answered by nothing', async () => {
    const { id, rows } = await above()
    const [first] = rows
    const goneId = (await below()).above[gone]?.id
    await step(district, id, 'submit')
    assert.ok((await below()).above.some((item) => item.id === goneId))
    await step(appraiser, id, 'approve')
    const plan = await below()
    assert.ok(!plan.above.some((item) => item.id === goneId))
    assert.ok(plan.above.some(({ text, dueOn }) => text === 'Nội dung chưa ai duyệt' && dueOn === '2013-10-30'))
    const marked = plan.rows.filter(({ touchedWhy }) => touchedWhy !== null)
    assert.equal(marked.length, 2)
    assert.match(
      marked[0]?.touchedWhy ?? '',
      /^Kế hoạch của Huyện ủy Tiên Du đã được điều chỉnh ngày 15-11-2013: đầu việc «.+» thay đổi nội dung, thời hạn/,
    )
    assert.match(marked[1]?.touchedWhy ?? '', /không còn đầu việc «/)
    assert.deepEqual(marked[0]?.superiorItemIds, [first?.id])
    assert.deepEqual(marked[1]?.superiorItemIds, [])
    const { version } = plan
    const refused = await commune.try(plans.takePlanStep, { planId: plan.id as never, version, event: 'submit' })
    assert.equal(refused.status, 400)
  })

  test('an approved plan keeps its answers until its own amendment begins, and waits for that', async () => {
    for (const { id, obligationIds, touchedWhy, dueOn } of (await below()).rows) {
      if (touchedWhy) await commune.ask(endpoints.keepPlanItem, { itemId: id as never })
      const { obligations } = await below()
      await amendItem(commune, id, { dueOn: dueOn && '2013-10-30', obligationIds: obligationIds.length ? obligationIds : [obligations[0]?.id] })
    }
    const { id } = await below()
    await step(commune, id, 'submit')
    await step(leader, id, 'approve')
    await step(commune, id, 'issue', { number: '03-KH/ĐU', issuedOn: '2013-11-15', signer: 'Trần Văn Bình' })
    const [first] = (await below()).rows
    const kept = first?.superiorItemIds
    assert.equal(kept?.length, 1)
    const up = await above()
    await step(district, up.id, 'issue', { number: '13-KH/HU', issuedOn: '2013-11-15', signer: 'Đỗ Văn Chinh' })
    await step(district, up.id, 'amend', { text: 'Bỏ một việc đã xong' })
    await district.ask(plans.removePlanItem, { itemId: kept?.[0] as never })
    const instead = { id: crypto.randomUUID(), text: 'Kiểm tra tại 5 xã', obligationIds: up.rows[0]?.obligationIds ?? [] }
    await district.ask(plans.addPlanItems, { planId: up.id as never, behindId: null, items: [instead] })
    await step(district, up.id, 'submit')
    await step(appraiser, up.id, 'approve')
    const frozen = await below()
    assert.deepEqual(frozen.rows[0]?.superiorItemIds, kept)
    assert.match(frozen.rows[0]?.touchedWhy ?? '', /không còn đầu việc/)
    assert.ok((await commune.ask(plans.listPlanWork, {})).some(({ kind, plan }) => kind === 'amend' && plan.id === frozen.id))
    assert.match(
      frozen.called.addedAbove ?? '',
      /^Kế hoạch của Huyện ủy Tiên Du đã được điều chỉnh ngày 15-11-2013: thêm đầu việc «Kiểm tra tại 5 xã»\.$/,
    )
    assert.equal(frozen.called.isSuperiorAmended, true)
    await step(commune, frozen.id, 'amend', { text: 'Theo kế hoạch của huyện' })
    const amending = await below()
    assert.deepEqual(amending.rows[0]?.superiorItemIds, [])
    const again = { itemId: amending.rows[0]?.id as never, was: {}, changes: { superiorItemIds: kept } as never }
    const { status, body } = await commune.try(plans.savePlanItem, again)
    assert.deepEqual([status, body.message], [400, 'Đầu việc này không thuộc kế hoạch của cấp trên.'])
  })

  test('what was added above is said until the plan is submitted anew', async () => {
    const amending = await below()
    assert.match(amending.called.addedAbove ?? '', /thêm đầu việc «Kiểm tra tại 5 xã»/)
    const [first] = amending.rows
    const added = amending.above.find(({ text }) => text === 'Kiểm tra tại 5 xã')
    await amendItem(commune, first?.id, { superiorItemIds: [added?.id] })
    for (const { id, touchedWhy } of (await below()).rows) if (touchedWhy) await commune.ask(endpoints.keepPlanItem, { itemId: id as never })
    await step(commune, amending.id, 'submit')
    assert.equal((await below()).called.addedAbove, null)
  })

  test('what changed after it was submitted is not approved: it goes back to be followed', async () => {
    const up = await above()
    await step(district, up.id, 'issue', { number: '14-KH/HU', issuedOn: '2013-11-15', signer: 'Đỗ Văn Chinh' })
    await step(district, up.id, 'amend', { text: 'Kiểm tra thêm' })
    const added = up.rows.find(({ text }) => text === 'Kiểm tra tại 5 xã')
    await amendItem(district, added?.id, { text: 'Kiểm tra tại 6 xã' })
    await step(district, up.id, 'submit')
    await step(appraiser, up.id, 'approve')
    const waiting = await below()
    const approved = await leader.try(plans.takePlanStep, { planId: waiting.id as never, version: waiting.version, event: 'approve' })
    assert.equal(approved.status, 400)
    assert.match(
      approved.body.message as string,
      /^Kế hoạch chưa duyệt được; trả lại để Đảng ủy xã Cảnh Hưng sửa\. Đầu việc 1: có nhiệm vụ đã thay đổi/,
    )
    await step(leader, waiting.id, 'return', { text: 'Sửa theo kế hoạch đã điều chỉnh của huyện.' })
    assert.equal((await below()).state, 'returned')
  })
})
