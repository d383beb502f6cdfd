import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { issueOrders } from '../../test/orders.ts'
import { clerkOf } from '../../test/plans.ts'
import { onClock } from '../kernel/serve.ts'
import { endpoints as overview } from '../overview/contract.ts'
import { setClockDay } from '../people/queries.ts'
import { endpoints as urging } from '../urging/contract.ts'
import { remind } from '../urging/reminding.ts'
import { endpoints } from './contract.ts'
import { endpoints as sessions } from './session/contract.ts'

const [phatTich, lienBao, hoanSon] = ['Đảng ủy xã Phật Tích', 'Đảng ủy xã Liên Bão', 'Đảng ủy xã Hoàn Sơn']

describe('whoever passes a directive on may ask for it sooner', () => {
  let house: TestHouse
  let province: Visitor
  let district: Visitor
  let commune: Visitor
  let directiveId: never
  let receiptId: never
  const below = new Map<string, never>()
  before(async () => {
    house = await openHouse()
    province = await house.visit('tubacninh.chuyenvien')
    district = await house.visit('hutiendu.chuyenvien')
    commune = await clerkOf(house, phatTich as string)
    directiveId = (await issueOrders(house, ['Huyện ủy Tiên Du xây dựng đề án sắp xếp trong ngày 31-12-2013.'])).directiveId as never
    const days = { receiveBy: '2013-11-25', studyBy: '2013-12-20' } as const
    await province.ask(endpoints.startDissemination, { directiveId, way: 'level-by-level', downTo: 'commune', ...days })
    const { rows } = await district.ask(endpoints.listIncoming, {})
    receiptId = rows.find((row) => row.directiveId === directiveId)?.id as never
    await district.ask(endpoints.receiveSeveral, { receiptIds: [receiptId] })
    for (const { bodyName, id } of await district.ask(endpoints.listBelow, { receiptId })) below.set(bodyName, id as never)
  })
  after(() => house.close())

  const pass = (names: readonly (string | undefined)[], more: object) =>
    district.try(endpoints.passOn, { receiptId, belowIds: names.map((name) => below.get(name as string) as never), ...more })
  const linesOf = async () =>
    new Map((await district.ask(endpoints.listBelow, { receiptId })).map((row) => [row.bodyName, [row.state, row.receiveBy, row.studyBy]]))
  const counts = async (visitor = province) => {
    const { receivedLate, ...totals } = await visitor
      .ask(endpoints.openReceiptBoard, { directiveId })
      .then(({ totals: { received, onTime, overdue, studied, studiedOnTime } }) => ({
        receivedLate: received - onTime,
        overdue,
        studied,
        studiedOnTime,
      }))
    return [receivedLate, totals.overdue, totals.studied - totals.studiedOnTime]
  }

  test('never later than asked above, never past, and never to study before receiving; nothing is sent then', async () => {
    for (const [days, sentence] of [
      [{ receiveBy: '2013-11-26' }, /không được muộn hơn hạn của văn bản \(25-11-2013\)/],
      [{ studyBy: '2013-12-21' }, /không được muộn hơn hạn cấp trên yêu cầu \(20-12-2013\)/],
      [{ receiveBy: '2013-11-14' }, /đã qua/],
      [{ receiveBy: '2013-11-20', studyBy: '2013-11-19' }, /phải từ ngày hẹn tiếp nhận/],
    ] as const) {
      const answer = await pass([phatTich], days)
      assert.equal(answer.status, 400)
      assert.match(answer.body.message as string, sentence)
    }
    assert.deepEqual((await linesOf()).get(phatTich as string), ['expected', '2013-11-25', '2013-12-20'])
  })

  test('those it is sent to read the days and the words, whoever else waits keeps what was asked of all', async () => {
    assert.equal((await pass([phatTich], { receiveBy: '2013-11-18', studyBy: '2013-11-30', text: 'Quán triệt trước kỳ họp' })).status, 200)
    assert.equal((await pass([lienBao], { studyBy: '2013-11-22' })).status, 200)
    const lines = await linesOf()
    assert.deepEqual(lines.get(phatTich as string), ['arrived', '2013-11-18', '2013-11-30'])
    // who is to have studied it by a day is to have received it by then
    assert.deepEqual(lines.get(lienBao as string), ['arrived', '2013-11-22', '2013-11-22'])
    assert.deepEqual(lines.get(hoanSon as string), ['expected', '2013-11-25', '2013-12-20'])
    const shown = await commune.ask(endpoints.openReceipt, { receiptId: below.get(phatTich as string) as never })
    assert.deepEqual(
      [shown.receiveBy, shown.sentReceiveBy, shown.studyBy, shown.sentStudyBy, shown.steps[0]?.text],
      ['2013-11-18', '2013-11-25', '2013-11-30', '2013-12-20', 'Quán triệt trước kỳ họp'],
    )
    const { rows } = await commune.ask(overview.listMyWork, { kind: 'incoming' })
    assert.deepEqual(
      rows.filter((row) => row.directiveId === directiveId).map(({ step, due }) => [step, due]),
      [['receive', '2013-11-18']],
    )
  })

  test('they count as late, are listed and urged by their own days, and the calendar holds these', async () => {
    assert.deepEqual(await counts(), [0, 0, 0])
    await setClockDay(house.db, '2013-11-19')
    assert.deepEqual(await counts(), [0, 1, 0])
    const { rows } = await province.ask(endpoints.listReceipts, { directiveId, group: 'overdue' })
    assert.deepEqual(
      rows.map(({ bodyName, isOverdue }) => [bodyName, isOverdue]),
      [[phatTich, true]],
    )
    const late = await district.ask(urging.previewUrging, { what: 'receive', directiveId } as never)
    assert.deepEqual(
      late.bodies.map(({ name }) => name),
      [phatTich],
    )
    const { address } = await commune.ask(urging.renewCalendar, {})
    const calendar = (await house.app.inject({ url: new URL(address, 'http://x').pathname })).body.replaceAll('\r\n ', '')
    assert.match(calendar, /DTSTART;VALUE=DATE:20131118[\s\S]*?SUMMARY:Hạn tiếp nhận văn bản/)
    assert.match(calendar, /DTSTART;VALUE=DATE:20131130[\s\S]*?SUMMARY:Hạn học tập\\, quán triệt/)
    await commune.ask(endpoints.receiveSeveral, { receiptIds: [below.get(phatTich as string) as never] })
    assert.deepEqual(await counts(), [1, 0, 0])
    const own = await commune.ask(endpoints.openReceipt, { receiptId: below.get(phatTich as string) as never })
    assert.equal(own.isLate, true)
  })

  test('they are reminded to study it by their own day, and are late with it after that day', async () => {
    await setClockDay(house.db, '2013-11-29')
    await remind(house.db, onClock('2013-11-29'))
    const { rows } = await commune.ask(urging.listNotices, { limit: 200 })
    assert.deepEqual(
      rows.filter(({ thingId, kind }) => thingId === below.get(phatTich as string) && kind === 'study').map(({ rungOn }) => rungOn),
      ['2013-11-29'],
    )
    await setClockDay(house.db, '2013-12-02')
    const late = await district.ask(urging.previewUrging, { what: 'study', directiveId } as never)
    assert.deepEqual(late.bodies.map(({ name }) => name).sort(), [lienBao, phatTich].sort())
    const facts = { heldOn: '2013-12-02', form: 'in-person', ledBy: 'Đồng chí Bí thư', topic: 'Quán triệt', present: 40, invited: 45 } as const
    await commune.ask(sessions.holdSession, { directiveId, ...facts })
    assert.deepEqual((await counts())[2], 1)
  })

  test('a day asked of whoever passes it on holds further down, unless it is past', async () => {
    await setClockDay(house.db, '2013-11-15')
    const { rows } = await (await house.visit('tubacninh.chuyenvien')).ask(endpoints.listReceipts, { directiveId, words: 'hoan son' })
    assert.equal(rows[0]?.studyBy, '2013-12-20')
    // as though the province had passed it on to the district with a day of its own
    const setDistrict = (studyBy: string) => house.db.updateTable('receipt').set({ studyBy }).where('id', '=', receiptId).execute()
    await setDistrict('2013-12-10')
    assert.match((await pass([hoanSon], { studyBy: '2013-12-11' })).body.message as string, /10-12-2013/)
    assert.equal((await pass([hoanSon], {})).status, 200)
    assert.deepEqual((await linesOf()).get(hoanSon as string), ['arrived', '2013-11-25', '2013-12-10'])
    await setDistrict('2013-11-14')
    const [next] = [...(await linesOf())].find(([, [state]]) => state === 'expected') as [string, unknown]
    assert.equal((await pass([next], {})).status, 200)
    assert.deepEqual((await linesOf()).get(next), ['arrived', '2013-11-25', '2013-12-20'])
  })

  test('days once set are set anew, sooner or later, within what was asked from above; whoever has them is counted by the new ones', async () => {
    await setClockDay(house.db, '2013-11-15')
    const own = below.get(lienBao as string) as never
    const set = (days: object, who = district) => who.try(endpoints.setDaysBelow, { receiptId, belowIds: [own], ...days })
    assert.deepEqual((await linesOf()).get(lienBao as string), ['arrived', '2013-11-22', '2013-11-22'])
    assert.equal((await district.ask(endpoints.openReceipt, { receiptId })).canSetDays, true)
    assert.equal((await set({ receiveBy: '2013-11-26' })).status, 400)
    assert.equal((await set({ studyBy: '2013-11-22' })).status, 409)
    assert.equal((await set({ studyBy: '2013-12-05' }, commune)).status, 404)
    assert.deepEqual((await set({ studyBy: '2013-12-05' })).body, { changed: 1 })
    assert.deepEqual((await linesOf()).get(lienBao as string), ['arrived', '2013-11-22', '2013-12-05'])
    await setClockDay(house.db, '2013-11-24')
    const before = (await counts())[1] as number
    assert.equal((await set({ receiveBy: '2013-11-25' })).status, 200)
    assert.equal((await counts())[1], before - 1)
  })

  test('also where a directive was sent to all at once; not once the days of all have passed, and not for those elsewhere', async () => {
    await setClockDay(house.db, '2013-11-15')
    const other = (await issueOrders(house, ['Huyện ủy Tiên Du xây dựng đề án trong ngày 31-12-2013.'])).directiveId as never
    const sent = { directiveId: other, way: 'at-once', downTo: 'commune', receiveBy: '2013-11-25', studyBy: '2013-12-20' } as const
    await province.ask(endpoints.startDissemination, sent)
    const own = (await district.ask(endpoints.listIncoming, {})).rows.find((row) => row.directiveId === other)?.id as never
    await district.ask(endpoints.receiveSeveral, { receiptIds: [own] })
    const [first] = await district.ask(endpoints.listBelow, { receiptId: own })
    const days = { receiptId: own, studyBy: '2013-12-01' } as const
    assert.deepEqual(await district.ask(endpoints.setDaysBelow, { ...days, belowIds: [first?.id as never] }), { changed: 1 })
    assert.equal((await district.try(endpoints.setDaysBelow, { ...days, belowIds: [below.get(hoanSon as string) as never] })).status, 409)
    await setClockDay(house.db, '2013-12-21')
    assert.equal((await district.ask(endpoints.openReceipt, { receiptId: own })).canSetDays, false)
  })
})
