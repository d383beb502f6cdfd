import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { forgetPlans } from '../../test/planRows.ts'
import { clerkOf, provincialPlan, step } from '../../test/plans.ts'
import { take } from '../../test/story.ts'
import { endpoints as organisations } from '../organisations/contract.ts'
import { endpoints as tasks } from '../tasks/contract.ts'
import { endpoints } from './contract.ts'
import { endpoints as coverage } from './coverage/contract.ts'
import { foldCovers } from './coverage/queries/folding.ts'
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
    // what is owed no more stands behind everything else
    const { rows } = await province.ask(endpoints.listPlans, { directiveId, limit: 200 })
    const over = rows.findIndex((row) => row.state === 'withdrawn')
    assert.ok(over > 0 && rows.slice(over).every((row) => row.state === 'withdrawn'))
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

  test('what is done and verified needs no plan: it does not come in, leaves nothing open, and counts as covered until the verdict is taken back', async () => {
    await forgetPlans(house.db)
    const name = 'Huyện ủy Gia Bình'
    const [clerk, appraiser] = [await clerkOf(house, name), await house.visit('tubacninh.thamdinh')]
    const { rows: all } = await province.ask(tasks.listObligations, { directiveId, states: ['verified'], limit: 200 })
    const mine = all.filter(({ bodyName }) => bodyName === name).map(({ id }) => id)
    assert.equal(mine.length, 2)
    const { planId } = await order(name, 'ordering')
    await step(clerk, planId, 'start')
    const { rows, asked, answered, obligations } = await clerk.ask(endpoints.openPlan, { planId })
    assert.deepEqual([rows, asked, answered], [[], mine.length, mine.length])
    assert.ok(obligations.every(({ isVerified }) => isVerified))
    const line = (await province.ask(endpoints.listPlans, { directiveId, limit: 200 })).rows.find(({ id }) => id === planId)
    assert.deepEqual([line?.asked, line?.answered], [mine.length, mine.length])

    const cells = async () => {
      await foldCovers(house.db)
      const { bodies } = await province.ask(coverage.openCoverageMatrix, { directiveId, words: name })
      return bodies.flatMap((body) => body.cells.map(({ state }) => state))
    }
    assert.deepEqual(
      await cells(),
      mine.map(() => 'reasoned'),
    )
    await take(appraiser, mine[0] as string, { event: 'take-back', text: 'Cần bổ sung minh chứng.' })
    assert.equal((await cells()).filter((state) => state === 'open').length, 1)
    const { version } = await clerk.ask(endpoints.openPlan, { planId })
    assert.match((await clerk.try(endpoints.takePlanStep, { planId, version, event: 'submit' })).body.message ?? '', /chưa có đầu việc nào/)
  })

  test('what was written down wrong when it was issued is corrected with a reason, and what stood before stays on record', async () => {
    const { planId } = await order('Huyện ủy Yên Phong', 'ordering')
    const [clerk, appraiser] = [await clerkOf(house, 'Huyện ủy Yên Phong'), await house.visit('tubacninh.thamdinh')]
    await step(clerk, planId, 'start')
    await step(clerk, planId, 'submit')
    await step(appraiser, planId, 'approve')
    await step(clerk, planId, 'issue', { number: '12-KH/HU', issuedOn: '2013-11-15', signer: 'Đỗ Văn Chinh' })
    const mended = { number: '21-KH/HU', issuedOn: '2013-11-14', signer: 'Đỗ Văn Chinh' }
    const { version } = await clerk.ask(endpoints.openPlan, { planId })
    assert.match((await clerk.try(endpoints.takePlanStep, { planId, version, event: 'correct', ...mended })).body.message ?? '', /lý do/)
    await step(clerk, planId, 'correct', { ...mended, text: 'Văn thư ghi đảo số.' })
    const plan = await clerk.ask(endpoints.openPlan, { planId })
    assert.deepEqual([plan.state, plan.number, plan.issuedOn, plan.editions[0]?.issuedAs], ['issued', '21-KH/HU', '2013-11-14', '21-KH/HU'])
    assert.equal(plan.steps[0]?.text, '21-KH/HU, 14-11-2013, Đỗ Văn Chinh (trước đó ghi 12-KH/HU, 15-11-2013, Đỗ Văn Chinh). Văn thư ghi đảo số.')
    // the same number once more, with only the day mended
    await step(clerk, planId, 'correct', { ...mended, issuedOn: '2013-11-15', text: 'Ngày ghi nhầm.' })
  })

  test('a body that approves its own plan does not accept its own reasons: whoever ordered it does', async () => {
    const { planId } = await order('Huyện ủy Tiên Du', 'own')
    const [clerk, leader, above] = await Promise.all(
      ['hutiendu.chuyenvien', 'hutiendu.lanhdao', 'tubacninh.lanhdao'].map((name) => house.visit(name)),
    )
    assert.ok(clerk && leader && above)
    await step(clerk, planId, 'start')
    const owed = (await clerk.ask(endpoints.openPlan, { planId })).obligations.find(({ isPlanItself }) => !isPlanItself)
    const asked = { planId, obligationId: owed?.id as never }
    await clerk.ask(endpoints.askPlanReason, { ...asked, why: 'Không có đối tượng' })
    assert.equal((await leader.ask(endpoints.openPlan, { planId })).canDecideReasons, false)
    assert.equal((await leader.try(endpoints.decidePlanReason, { ...asked, accept: true, answer: '' })).status, 404)
    const work = await above.ask(endpoints.listPlanWork, {})
    assert.ok(work.some(({ kind, plan }) => kind === 'reason' && plan.id === planId))
    await above.ask(endpoints.decidePlanReason, { ...asked, accept: true, answer: '' })
    // nor is it issued before the directive it carries out
    await step(clerk, planId, 'submit')
    await step(leader, planId, 'approve')
    const { version } = await clerk.ask(endpoints.openPlan, { planId })
    const early = { number: '15-KH/HU', issuedOn: '2013-01-15', signer: 'Đỗ Văn Chinh' }
    assert.match(
      (await clerk.try(endpoints.takePlanStep, { planId, version, event: 'issue', ...early })).body.message ?? '',
      /không ban hành trước văn bản/,
    )
  })
})
