import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { issuePlan } from '../../test/story.ts'
import { endpoints as organisations } from '../organisations/contract.ts'
import { endpoints } from './orders/contract.ts'

describe('an order of plans in two steps', () => {
  let house: TestHouse
  let directiveId: never
  let province: Visitor
  before(async () => {
    house = await openHouse()
    directiveId = (await issuePlan(house)) as never
    province = await house.visit('tubacninh.chuyenvien')
  })
  after(() => house.close())

  const order = async (title: string, approvers: Record<string, 'own' | 'superior'>) => {
    const parts = await Promise.all(
      Object.entries(approvers).map(async ([words, approver]) => {
        const [body] = await province.ask(organisations.searchBodies, { words })
        return { bodyId: body?.id as never, dueOn: '2013-12-20', approver }
      }),
    )
    return province.try(endpoints.createPlanOrder, { directiveId, title, again: true, needsAcceptance: true, parts })
  }
  const inOneStep = async () =>
    new Map((await province.ask(endpoints.listPlanOrders, { directiveId })).orders.map((one) => [one.title, [one.plans, one.inOneStep]]))

  test('is refused where the approver is the only body above, and leaves nothing behind', async () => {
    const refused = await order('Cấp trên duyệt', { 'Huyện ủy Tiên Du': 'superior' })
    assert.equal(refused.status, 400)
    assert.match(refused.body.message ?? '', /cần hai cơ quan khác nhau/)
    assert.equal((await inOneStep()).has('Cấp trên duyệt'), false)
  })

  test('tells of how many one step is all', async () => {
    assert.equal((await order('Tự duyệt', { 'Huyện ủy Tiên Du': 'own' })).status, 200)
    assert.equal((await order('Duyệt hai cách', { 'Huyện ủy Quế Võ': 'own', 'Huyện ủy Gia Bình': 'superior' })).status, 200)
    const orders = await inOneStep()
    assert.deepEqual(
      [orders.get('Tự duyệt'), orders.get('Duyệt hai cách')],
      [
        [1, 0],
        [2, 1],
      ],
    )
  })
})
