import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { issueOrders } from '../../test/orders.ts'
import { endpoints as dissemination } from '../dissemination/contract.ts'
import { onClock } from '../kernel/serve.ts'
import { setClockDay } from '../people/queries.ts'
import { endpoints } from './contract.ts'
import { remind } from './reminding.ts'

describe('a directive sent out is reminded of', () => {
  let house: TestHouse
  let clerk: Visitor
  let receiptId: never
  before(async () => {
    house = await openHouse()
    clerk = await house.visit('hutiendu.chuyenvien')
    const { directiveId } = await issueOrders(house, ['Huyện ủy Tiên Du xây dựng đề án trong ngày 20-12-2013.'])
    await (await house.visit('tubacninh.chuyenvien')).ask(dissemination.startDissemination, {
      directiveId: directiveId as never,
      way: 'at-once',
      studyBy: '2013-12-10',
    })
    const { rows } = await clerk.ask(dissemination.listIncoming, {})
    receiptId = rows.find((row) => row.directiveId === directiveId)?.id as never
    assert.ok(receiptId)
  })
  after(() => house.close())

  const told = async () =>
    (await clerk.ask(endpoints.listNotices, { limit: 200 })).rows
      .filter(({ thingId }) => thingId === receiptId)
      .map(({ kind, page, rungOn }) => [kind, page, rungOn])
  const on = async (day: string) => {
    await setClockDay(house.db, day)
    await remind(house.db, onClock(day))
    return told()
  }

  test('to be received from the day it arrived, until it is', async () => {
    assert.deepEqual(await on('2013-11-15'), [['receive', 'receipt', '2013-11-15']])
    assert.deepEqual(await on('2013-11-18'), [['receive', 'receipt', '2013-11-18']])
    const { version } = await clerk.ask(dissemination.openReceipt, { receiptId })
    await clerk.ask(dissemination.takeReceiptStep, { receiptId, version, event: 'receive' })
    assert.deepEqual(await told(), [])
  })

  test('to be studied before and after the day its sender set, never earlier than the rule says', async () => {
    assert.deepEqual(await on('2013-12-02'), [])
    assert.deepEqual(await on('2013-12-03'), [['study', 'receipt', '2013-12-03']])
    assert.deepEqual(await on('2013-12-11'), [['study', 'receipt', '2013-12-11']])
    await house.db.updateTable('receipt').set({ studiedOn: '2013-12-11' }).where('id', '=', receiptId).execute()
    assert.deepEqual(await on('2013-12-12'), [])
  })
})
