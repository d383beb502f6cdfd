import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../../test/kit.ts'
import { forgetPlans } from '../../../test/planRows.ts'
import { clerkOf, findPlanOf, partsOf, provincialPlan, step } from '../../../test/plans.ts'
import { endpoints as dissemination } from '../../dissemination/contract.ts'
import { endpoints as organisations } from '../../organisations/contract.ts'
import { setClockDay } from '../../people/queries.ts'
import { endpoints as plans } from '../contract.ts'
import { endpoints as orders } from '../orders/contract.ts'
import { followMoves } from './moves.ts'

const commune = 'Đảng ủy xã Cảnh Hưng'

describe('a body that moves in the registry', () => {
  let house: TestHouse
  let province: Visitor
  let admin: Visitor
  let directiveId: never
  let bodyId: never
  before(async () => {
    house = await openHouse()
    await forgetPlans(house.db)
    ;[province, admin] = (await Promise.all(['tubacninh.chuyenvien', 'quantri'].map((name) => house.visit(name)))) as [Visitor, Visitor]
    directiveId = (await provincialPlan(province)) as never
    bodyId = (await idOf(commune)) as never
    // communes first: who stands right above them approves, whether it has a plan yet or not
    const parts = await partsOf(province)
    await province.ask(orders.createPlanOrder, { directiveId, title: 'Kế hoạch của xã', parts: parts.slice(1) })
  })
  after(() => house.close())
  const idOf = async (name: string) => (await province.ask(organisations.searchBodies, { words: name }))[0]?.id as never
  /** How many receipts the board counts in a branch, its head among them, and how many the list has. */
  const branch = async (name: string): Promise<number[]> => {
    const under = await idOf(name)
    const { totals } = await province.ask(dissemination.openReceiptBoard, { directiveId, under })
    const { total } = await province.ask(dissemination.listReceipts, { directiveId, under })
    return [totals.expected, total]
  }
  const moveTo = async (parent: string, from: string) => {
    const { name, shortName, kind, level } = await admin.ask(organisations.openBody, { bodyId })
    await admin.ask(organisations.amendBody, { bodyId, name, shortName, kind, level, parentId: await idOf(parent), from } as never)
  }

  test('its plan waits for whoever stands right above', async () => {
    assert.equal((await findPlanOf(await clerkOf(house, commune), directiveId, commune)).approverName, 'Huyện ủy Tiên Du')
  })

  test('a move to come changes nothing before its day; then board, list and approver follow', async () => {
    const before = [await branch('Huyện ủy Tiên Du'), await branch('Huyện ủy Quế Võ')] as [number[], number[]]
    for (const [counted, listed] of before) assert.equal(counted, listed)
    await moveTo('Huyện ủy Quế Võ', '2013-11-20')
    assert.deepEqual([await branch('Huyện ủy Tiên Du'), await branch('Huyện ủy Quế Võ')], before)
    await setClockDay(house.db, '2013-11-20')
    await followMoves(house.db)
    const [left, right] = before.map((pair) => pair[0] as number) as [number, number]
    assert.deepEqual(await branch('Huyện ủy Tiên Du'), [left - 1, left - 1])
    assert.deepEqual(await branch('Huyện ủy Quế Võ'), [right + 1, right + 1])
    const clerk = await clerkOf(house, commune)
    const plan = await findPlanOf(clerk, directiveId, commune)
    assert.equal(plan.approverName, 'Huyện ủy Quế Võ')
    await step(clerk, plan.id, 'start')
    await step(clerk, plan.id, 'submit')
    const visitor = await clerkOf(house, 'Huyện ủy Quế Võ')
    assert.ok((await visitor.ask(plans.openPlan, { planId: plan.id as never })).steps.length > 0)
  })

  test('a move entered late counts from its day, with what was counted before', async () => {
    await setClockDay(house.db, '2013-11-25')
    const before = (await branch('Huyện ủy Quế Võ'))[0] as number
    await moveTo('Huyện ủy Gia Bình', '2013-11-22')
    assert.deepEqual(await branch('Huyện ủy Quế Võ'), [before - 1, before - 1])
    const [counted, listed] = await branch('Huyện ủy Gia Bình')
    assert.equal(counted, listed)
  })
})
