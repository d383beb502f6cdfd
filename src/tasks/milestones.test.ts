import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse } from '../../test/kit.ts'
import { issueOrders } from '../../test/orders.ts'
import { take } from '../../test/story.ts'
import { endpoints } from './contract.ts'

describe('milestones reached', () => {
  let house: TestHouse
  before(async () => {
    house = await openHouse()
  })
  after(() => house.close())

  test('a milestone is reached where progress said so, and by no other body of the task', async () => {
    const { obligations } = await issueOrders(house, ['Huyện ủy Tiên Du, Huyện ủy Gia Bình xây dựng đề án trước ngày 31-12-2013.'])
    const [district, province] = [await house.visit('hutiendu.chuyenvien'), await house.visit('tubacninh.chuyenvien')]
    const [own, sister] = ['Huyện ủy Tiên Du', 'Huyện ủy Gia Bình'].map((name) => obligations.find(({ bodyName }) => bodyName === name)?.id as never)
    const reached = async () =>
      Promise.all(
        [own, sister].map(async (obligationId) => (await province.ask(endpoints.openObligation, { obligationId: obligationId as never })).milestones),
      )
    const milestoneIds = (await reached()).flatMap((milestones) => milestones.map(({ id }) => id))
    assert.deepEqual([milestoneIds.length, new Set(milestoneIds).size], [2, 1])
    await take(district, own as never, { event: 'accept' }, { event: 'progress', text: 'Đã trình đề án', milestoneIds: milestoneIds.slice(0, 1) })
    assert.deepEqual(
      (await reached()).map((milestones) => milestones.map(({ reachedOn }) => reachedOn)),
      [['2013-11-15'], [null]],
    )
  })
})
