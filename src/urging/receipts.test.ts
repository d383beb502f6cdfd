import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { issueOrders } from '../../test/orders.ts'
import { endpoints as changes } from '../dissemination/changes/contract.ts'
import { endpoints as dissemination } from '../dissemination/contract.ts'
import { onClock } from '../kernel/serve.ts'
import { setClockDay } from '../people/queries.ts'
import { endpoints } from './contract.ts'
import { remind } from './reminding.ts'

describe('a directive sent out is reminded of', () => {
  let house: TestHouse
  let clerk: Visitor
  let receiptId: never
  let directiveId: never
  before(async () => {
    house = await openHouse()
    clerk = await house.visit('hutiendu.chuyenvien')
    directiveId = (await issueOrders(house, ['Huyện ủy Tiên Du xây dựng đề án trong ngày 20-12-2013.'])).directiveId as never
    await (await house.visit('tubacninh.chuyenvien')).ask(dissemination.startDissemination, {
      directiveId,
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

  test('a change of it is told from the day it was sent, until it is answered; of what was recalled nothing else is', async () => {
    await house.db.updateTable('receipt').set({ studiedOn: null }).where('id', '=', receiptId).execute()
    const sender = await house.visit('tubacninh.chuyenvien')
    const { changeId, version } = await sender.ask(changes.draftChange, { directiveId, kind: 'recall', reason: 'Ban hành sai thẩm quyền' })
    await sender.ask(changes.sendChange, { changeId, version })
    const heard = async () =>
      (await clerk.ask(endpoints.listNotices, { limit: 200 })).rows
        .filter(({ thingId }) => thingId === directiveId)
        .map(({ kind, page, text, isSettled }) => [kind, page, text, isSettled])
    assert.deepEqual(await on('2013-12-17'), [])
    assert.deepEqual(await heard(), [['change', 'change', 'Ban hành sai thẩm quyền', false]])
    const { changes: asked } = await clerk.ask(changes.listReceivedChanges, { directiveId })
    const answer = { changeReceiptId: asked[0]?.id as never, version: asked[0]?.version as number }
    // who refuses is told to the sender
    await clerk.ask(changes.refuseChange, { ...answer, reason: 'Đã ban hành đề án' })
    assert.deepEqual(await heard(), [])
    await on('2013-12-17')
    const refused = (await sender.ask(endpoints.listNotices, { limit: 200 })).rows.filter(({ kind }) => kind === 'refused-change')
    assert.deepEqual(
      refused.map(({ thingId, text, bodyName }) => [thingId, text, bodyName]),
      [[directiveId, 'Đã ban hành đề án', 'Huyện ủy Tiên Du']],
    )
    await clerk.ask(changes.agreeChange, { ...answer, version: answer.version + 1 })
    await on('2013-12-17')
    assert.equal((await sender.ask(endpoints.listNotices, { limit: 200 })).rows.filter(({ kind }) => kind === 'refused-change').length, 0)
    assert.deepEqual(await heard(), [])
  })
})
