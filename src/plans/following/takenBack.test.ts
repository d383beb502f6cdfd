import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { changesDesk } from '../../../test/changes.ts'
import { openHouse, type TestHouse, type Visitor } from '../../../test/kit.ts'
import { forgetPlans } from '../../../test/planRows.ts'
import { clerkOf, findPlanOf, step } from '../../../test/plans.ts'
import { endpoints as changes } from '../../dissemination/changes/contract.ts'
import { setClockDay } from '../../people/queries.ts'
import { endpoints as plans } from '../contract.ts'
import { endpoints as coverage } from '../coverage/contract.ts'
import { endpoints as orders } from '../orders/contract.ts'
import { awaitedOf } from './rules.ts'

describe('plans whose directive is recalled before their bodies have agreed', () => {
  let house: TestHouse
  let directiveId: never
  let province: Visitor
  let appraiser: Visitor
  const clerks = new Map<string, Visitor>()
  const names = { drafting: 'Huyện ủy Tiên Du', submitted: 'Huyện ủy Quế Võ', approved: 'Huyện ủy Yên Phong', due: 'Huyện ủy Gia Bình' }
  const { sentOut } = changesDesk(
    () => house,
    () => directiveId,
  )
  const clerk = (name: string) => clerks.get(name) as Visitor
  const planOf = (name: string) => findPlanOf(clerk(name), directiveId, name)
  const tryStep = async (visitor: Visitor, name: string, event: string, said: object = {}) => {
    const { id, version } = await planOf(name)
    const { status, body } = await visitor.try(plans.takePlanStep, { planId: id, version, event, ...said } as never)
    return [status, body.message as string] as const
  }
  const issue = (issuedOn: string) =>
    tryStep(clerk(names.approved), names.approved, 'issue', { number: '12-KH/HU', issuedOn, signer: 'Đỗ Văn Chinh' })
  before(async () => {
    house = await openHouse()
    await forgetPlans(house.db)
    ;[province, appraiser] = (await Promise.all(['tubacninh.chuyenvien', 'tubacninh.thamdinh'].map((name) => house.visit(name)))) as [
      Visitor,
      Visitor,
    ]
    for (const name of Object.values(names)) clerks.set(name, await clerkOf(house, name))
    directiveId = await sentOut('về đề án tổ chức')
    await province.ask(orders.createPlanOrder, {
      directiveId,
      title: 'Xây dựng kế hoạch thực hiện',
      parts: [{ level: 'district', dueOn: '2013-12-30', approver: 'ordering', form: 'kế hoạch' }],
    })
    for (const name of [names.drafting, names.submitted, names.approved]) await step(clerk(name), (await planOf(name)).id, 'start')
    for (const name of [names.submitted, names.approved]) await step(clerk(name), (await planOf(name)).id, 'submit')
    await step(appraiser, (await planOf(names.approved)).id, 'approve')
    await setClockDay(house.db, '2013-11-20')
    const { changeId, version } = await province.ask(changes.draftChange, { directiveId, kind: 'recall', reason: 'Ban hành nhầm' } as never)
    await province.ask(changes.sendChange, { changeId, version })
  })
  after(() => house.close())

  test('none is begun, submitted or approved, and whoever tries is told what has happened and what to do', async () => {
    for (const [visitor, name, event] of [
      [clerk(names.due), names.due, 'start'],
      [clerk(names.drafting), names.drafting, 'submit'],
      [appraiser, names.submitted, 'appraise'],
      [appraiser, names.submitted, 'approve'],
    ] as const) {
      const [status, said] = await tryStep(visitor, name, event)
      assert.equal(status, 409, event)
      assert.match(said, /đã bị thu hồi ngày 20-11-2013, nên kế hoạch .* không trình, duyệt hay ban hành nữa\./)
      assert.match(said, new RegExp(`(Khi ${name} đồng ý với thay đổi của văn bản|Đề nghị Tỉnh ủy Bắc Ninh rút yêu cầu)`))
      const { events } = await visitor.ask(plans.openPlan, { planId: (await planOf(name)).id as never })
      assert.ok(!events.includes(event), `${event} is not offered`)
    }
    const returned = await tryStep(appraiser, names.submitted, 'return', { text: 'Văn bản đã bị thu hồi' })
    assert.equal(returned[0], 200)
  })

  test('one that was issued before that day is still recorded, none after it', async () => {
    const [status, said] = await issue('2013-11-20')
    assert.equal(status, 409)
    assert.match(said, /Nếu kế hoạch đã ban hành trước ngày đó, xin ghi đúng ngày ban hành trên văn bản\./)
    assert.equal((await issue('2013-11-19'))[0], 200)
    const { state, events } = await planOf(names.approved)
    assert.deepEqual([state, events.includes('amend'), events.includes('correct')], ['issued', false, true])
  })

  test('each waits for its body to agree to the recall, which reads it as its own', async () => {
    for (const name of [names.due, names.drafting]) {
      const { id, bodyId } = await planOf(name)
      const waits = async (visitor: Visitor, readerId: string) => awaitedOf(await visitor.ask(plans.openPlan, { planId: id as never }), readerId)
      assert.equal(await waits(clerk(name), bodyId), 'unanswered-own')
      assert.equal(await waits(province, 'another'), 'unanswered')
    }
  })

  test('none of them is overdue, on the list or among those without a plan', async () => {
    await setClockDay(house.db, '2014-01-15') // the districts were due on 30-12
    const { rows, overdue, total } = await province.ask(plans.listPlans, { directiveId, limit: 200 })
    const { total: late } = await province.ask(plans.listPlans, { directiveId, late: 'overdue' })
    const planless = await province.ask(coverage.listPlanlessBodies, { directiveId })
    await setClockDay(house.db, '2013-11-20')
    assert.ok(total > 3 && rows.some(({ state, isLate }) => state === 'due' && !isLate))
    assert.deepEqual([overdue, late, rows.filter(({ isLate }) => isLate).length], [0, 0, 0])
    assert.ok(planless.total > 0 && planless.rows.every(({ isOverdue }) => !isOverdue))
  })

  test('no plan never approved waits for anybody', async () => {
    for (const visitor of [appraiser, ...[names.due, names.drafting, names.submitted].map(clerk)])
      assert.deepEqual(
        (await visitor.ask(plans.listPlanWork, {})).filter(({ plan }) => plan.directiveId === directiveId),
        [],
      )
  })
})
