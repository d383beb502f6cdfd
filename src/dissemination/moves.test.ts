import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { issueOrders } from '../../test/orders.ts'
import { endpoints as organisations } from '../organisations/contract.ts'
import { endpoints as overview } from '../overview/contract.ts'
import { setClockDay } from '../people/queries.ts'
import { followMoves } from '../plans/following/moves.ts'
import { endpoints } from './contract.ts'

describe('receipts follow their bodies when these move', () => {
  let house: TestHouse
  let admin: Visitor
  let old: Visitor
  let next: Visitor
  let directiveId: never
  let nextId: never
  const names = ['Đảng ủy xã Lạc Vệ', 'Đảng ủy xã Hoàn Sơn']
  before(async () => {
    house = await openHouse()
    admin = await house.visit('quantri')
    await setClockDay(house.db, '2013-11-15')
    directiveId = (await issueOrders(house, ['Các huyện ủy, thành ủy xây dựng đề án trong ngày 30-12-2013.'])).directiveId as never
    const province = await house.visit('tubacninh.chuyenvien')
    await province.ask(endpoints.startDissemination, { directiveId, way: 'level-by-level', downTo: 'commune', receiveBy: '2013-12-20' } as never)
    ;[old, next] = await Promise.all([visitorOf('Huyện ủy Tiên Du'), visitorOf('Thành ủy Bắc Ninh')])
    nextId = (await bodyOf('Thành ủy Bắc Ninh')).id as never
  })
  after(() => house.close())

  async function bodyOf(name: string) {
    const found = (await admin.ask(organisations.searchBodies, { words: name })).find((body) => body.name === name)
    assert.ok(found, name)
    return found
  }
  async function visitorOf(name: string) {
    const { rows } = await sql<{ username: string }>`
      select person.username from person join holding on holding.person_id = person.id join post on post.id = holding.post_id
      where post.body_id = ${(await bodyOf(name)).id} and 'clerk' = any(post.duties) order by person.username limit 1`.execute(house.db)
    return house.visit(rows[0]?.username as string)
  }
  const receiptOf = async (visitor: Visitor) => {
    const { rows } = await visitor.ask(endpoints.listIncoming, {})
    return rows.find((row) => row.directiveId === directiveId) as (typeof rows)[number]
  }
  const below = async (visitor: Visitor) =>
    (await visitor.ask(endpoints.listBelow, { receiptId: (await receiptOf(visitor)).id as never })).filter(({ bodyName }) => names.includes(bodyName))
  const receive = async (visitor: Visitor) => {
    const { id, version } = await visitor.ask(endpoints.openReceipt, { receiptId: (await receiptOf(visitor)).id as never })
    await visitor.ask(endpoints.takeReceiptStep, { receiptId: id as never, event: 'receive', version })
  }
  const move = async (name: string, from: string) => {
    const { id, shortName, kind, level } = await bodyOf(name)
    await admin.ask(organisations.amendBody, { bodyId: id as never, name, shortName, kind, level, parentId: nextId, from })
  }

  test('the new superior has them in its list and passes on; the old one sees them no more; a move of a later day waits for that day', async () => {
    await Promise.all([receive(old), receive(next)])
    const { below: before } = await receiptOf(next)
    assert.deepEqual([(await below(old)).length, (await below(next)).length], [2, 0])
    await move(names[0] as string, '2013-11-15')
    await move(names[1] as string, '2013-11-18')
    assert.deepEqual(
      (await below(next)).map(({ bodyName, fromName, state }) => [bodyName, fromName, state]),
      [[names[0], 'Thành ủy Bắc Ninh', 'expected']],
    )
    assert.deepEqual(
      (await below(old)).map(({ bodyName }) => bodyName),
      [names[1]],
    )
    assert.equal((await receiptOf(next)).below, before + 1)
    await setClockDay(house.db, '2013-11-18')
    await followMoves(house.db)
    assert.deepEqual([(await below(old)).length, (await below(next)).length], [0, 2])
    const ids = (await below(next)).map(({ id }) => id as never)
    const refused = await old.try(endpoints.passOn, { receiptId: (await receiptOf(old)).id as never, belowIds: ids })
    assert.equal(refused.status, 409)
    const { sent } = await next.ask(endpoints.passOn, { receiptId: (await receiptOf(next)).id as never, belowIds: ids })
    assert.equal(sent, 2)
    assert.equal((await next.ask(endpoints.openReceipt, { receiptId: ids[0] as never })).state, 'arrived')
    const board = await next.ask(endpoints.openReceiptBoard, { directiveId })
    assert.equal(board.totals.expected, before + 3) // those that came, and its own
  })

  test('one that refused what its old superior sent is dealt with by the new one', async () => {
    const refusing = 'Đảng ủy xã Phật Tích'
    const commune = await visitorOf(refusing)
    const receiptId = (await old.ask(endpoints.listBelow, { receiptId: (await receiptOf(old)).id as never })).find(
      ({ bodyName }) => bodyName === refusing,
    )?.id
    await old.ask(endpoints.passOn, { receiptId: (await receiptOf(old)).id as never, belowIds: [receiptId as never] })
    const { version } = await commune.ask(endpoints.openReceipt, { receiptId: receiptId as never })
    await commune.ask(endpoints.takeReceiptStep, { receiptId: receiptId as never, event: 'refuse', version, text: 'Gửi nhầm địa chỉ' })
    const told = async (visitor: Visitor) =>
      (await visitor.ask(overview.listMyWork, { kind: 'returned' })).rows
        .filter((one) => one.directiveId === directiveId)
        .map(({ step, count }) => [step, count])
    assert.deepEqual([await told(old), await told(next)], [[['refusals-below', 1]], []])
    await move(refusing, '2013-11-19')
    await setClockDay(house.db, '2013-11-19')
    await followMoves(house.db)
    assert.deepEqual([await told(old), await told(next)], [[], [['refusals-below', 1]]])
  })
})
