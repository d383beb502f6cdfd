import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { issueOrders } from '../../test/orders.ts'
import { clerkOf } from '../../test/plans.ts'
import { endpoints as dissemination } from '../dissemination/contract.ts'
import { onClock } from '../kernel/serve.ts'
import { setClockDay } from '../people/queries.ts'
import { endpoints } from './contract.ts'
import { remind } from './reminding.ts'

const letter = { answerBy: '2013-12-20', words: 'Đề nghị chuyển tiếp ngay.' }

describe('who has a directive that others below wait for', () => {
  let house: TestHouse
  let province: Visitor
  let district: Visitor
  let receiptId: never
  let directiveId: never
  const on = async (day: string) => {
    await setClockDay(house.db, day)
    await remind(house.db, onClock(day))
  }
  const told = async () =>
    (await district.ask(endpoints.listNotices, { limit: 200 })).rows.filter(({ kind, thingId }) => kind === 'pass-on' && thingId === receiptId).length
  const preview = async (more: object = {}) => province.ask(endpoints.previewUrging, { what: 'pass-on', directiveId, ...more } as never)

  before(async () => {
    house = await openHouse()
    ;[province, district] = (await Promise.all(['tubacninh.chuyenvien', 'hutiendu.chuyenvien'].map((name) => house.visit(name)))) as [
      Visitor,
      Visitor,
    ]
    directiveId = (await issueOrders(house, ['Huyện ủy Tiên Du, Huyện ủy Gia Bình xây dựng đề án trong ngày 31-12-2013.'])).directiveId as never
    await province.ask(dissemination.startDissemination, { directiveId, way: 'level-by-level', downTo: 'commune', receiveBy: '2013-11-25' })
    const own = (await district.ask(dissemination.listIncoming, {})).rows.find((row) => row.directiveId === directiveId)
    assert.ok(own)
    receiptId = own.id as never
    await district.ask(dissemination.receiveSeveral, { receiptIds: [receiptId] })
  })
  after(() => house.close())

  test('is reminded from the day after it received it', async () => {
    await on('2013-11-15')
    assert.equal(await told(), 0)
    await on('2013-11-16')
    assert.equal(await told(), 1)
  })

  test('is urged once the day to receive is past; who has not received it itself is urged over that first', async () => {
    assert.deepEqual((await preview()).bodies, [])
    await on('2013-12-10')
    const { bodies, withoutSuperior } = await preview()
    assert.deepEqual(
      bodies.map(({ name, daysLate }) => [name, daysLate]),
      [['Huyện ủy Tiên Du', 15]],
    )
    assert.deepEqual(withoutSuperior, { bodies: 0, names: [] })
    const giaBinh = await clerkOf(house, 'Huyện ủy Gia Bình')
    const waiting = (await giaBinh.ask(dissemination.listIncoming, {})).rows.find((row) => row.directiveId === directiveId)
    const byName = await preview({ thingIds: [waiting?.id] })
    assert.deepEqual(
      byName.leftOut.map(({ why, names }) => [why, names]),
      [['not-received', ['Huyện ủy Gia Bình']]],
    )
    await province.ask(endpoints.urge, { what: 'pass-on', directiveId, ...letter } as never)
    const [urging] = (await district.ask(endpoints.listUrgings, { side: 'received' })).rows
    const opened = await district.ask(endpoints.openUrging, { urgingId: urging?.id as never })
    assert.deepEqual(
      opened.seen.map(({ kind, thingId, due, isOwed }) => [kind, thingId, due, isOwed]),
      [['pass-on', receiptId, '2013-11-25', true]],
    )
    assert.equal(opened.superiorName, 'Tỉnh ủy Bắc Ninh')
  })

  test('has done it once all below have it: the reminder and the urging end', async () => {
    const below = (await district.ask(dissemination.listBelow, { receiptId })).filter(({ state }) => state === 'expected')
    assert.ok(below.length > 1)
    const state = async () => (await district.ask(endpoints.listUrgings, { side: 'received' })).rows[0]?.state
    await district.ask(dissemination.passOn, { receiptId, belowIds: [below[0]?.id as never] })
    assert.equal(await state(), 'open')
    assert.equal(await told(), 1)
    await district.ask(dissemination.passOn, { receiptId })
    assert.equal(await state(), 'done')
    assert.equal(await told(), 0)
  })

  test('before anything is sent it is said above whom nobody could take up the silence', async () => {
    const daNangId = sql`(select body_id from body_version where name = 'Thành ủy Đà Nẵng' limit 1)`
    await sql`update directive set standing_id = ${daNangId} where id = ${directiveId}`.execute(house.db)
    await sql`insert into directive_body (directive_id, body_id, part) values (${directiveId}, ${daNangId}, 'standing')`.execute(house.db)
    await sql`update person set disabled = true where id in (
      select holding.person_id from holding join post on post.id = holding.post_id join body_reach reach on reach.ancestor_id = post.body_id and reach.depth > 0
      join body_version body on body.body_id = reach.body_id where body.name = 'Huyện ủy Tiên Du')`.execute(house.db)
    await on('2014-01-02')
    const daNang = await house.visit('tudanang.chuyenvien')
    const { withoutSuperior } = await daNang.ask(endpoints.previewUrging, { directiveId })
    assert.deepEqual(withoutSuperior, { bodies: 2, names: ['Huyện ủy Gia Bình', 'Huyện ủy Tiên Du'] })
  })
})
