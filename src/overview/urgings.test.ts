import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { issueOrders } from '../../test/orders.ts'
import { onClock } from '../kernel/serve.ts'
import { setClockDay } from '../people/queries.ts'
import { endpoints as urging } from '../urging/contract.ts'
import { remind } from '../urging/reminding.ts'
import { endpoints } from './contract.ts'

describe('an urging in my work', () => {
  let house: TestHouse
  let district: Visitor
  const letter = { words: 'Đề nghị khẩn trương hoàn thành.', number: '31-CV/TU', answerBy: '2013-12-06' }
  before(async () => {
    house = await openHouse()
    district = await house.visit('hutiendu.chuyenvien')
  })
  after(() => house.close())

  const urged = async (visitor: Visitor) => {
    const { rows, counts, overdue, total } = await visitor.ask(endpoints.listMyWork, { limit: 200 })
    assert.deepEqual([counts.urging, total], [rows.filter(({ kind }) => kind === 'urging').length, rows.length])
    assert.equal(overdue, rows.filter(({ isOverdue }) => isOverdue).length)
    const { rows: alone } = await visitor.ask(endpoints.listMyWork, { kind: 'urging', limit: 200 })
    assert.equal(alone.length, counts.urging)
    return rows.filter(({ kind, text }) => kind === 'urging' && text === letter.words)
  }

  test('waits for the urged body’s clerks and leaders until it is answered, overdue after its day', async () => {
    const { obligations } = await issueOrders(house, ['Huyện ủy Tiên Du xây dựng đề án trước ngày 30-11-2013.'])
    await setClockDay(house.db, '2013-12-02')
    const province = await house.visit('tubacninh.chuyenvien')
    await province.ask(urging.urge, { obligationIds: [obligations[0]?.id as never], ...letter })
    const [row] = await urged(district)
    assert.deepEqual(
      [row?.bodyName, row?.directiveNumber, row?.due, row?.since, row?.count, row?.isOverdue, row?.directiveId],
      ['Tỉnh ủy Bắc Ninh', '31-CV/TU', '2013-12-06', '2013-12-02', 1, false, null],
    )
    assert.equal((await urged(await house.visit('hutiendu.lanhdao'))).length, 1)
    for (const other of ['tubacninh.chuyenvien', 'xalacve.vanthu', 'ubkttw.kiemtra'])
      assert.deepEqual(await urged(await house.visit(other)), [], other)

    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await district.try(endpoints.exportMyWork, {})).body as never)
    const lines: string[] = []
    book.worksheets[0]?.eachRow((cells) => lines.push(String(cells.values)))
    assert.ok(lines.some((line) => ['Trả lời đôn đốc', letter.number, letter.words, 'Tỉnh ủy Bắc Ninh'].every((words) => line.includes(words))))

    await setClockDay(house.db, '2013-12-07')
    const [late] = await urged(district)
    assert.equal(late?.isOverdue, true)
    await district.ask(urging.answerUrging, { urgingId: late?.id as never, text: 'Sẽ xong trong tuần' })
    assert.deepEqual(await urged(district), [])
  })

  test('one that nobody answered waits for the superior it was brought before, until it says what is to be done', async () => {
    await setClockDay(house.db, '2013-11-15')
    const { obligations } = await issueOrders(house, ['Huyện ủy Tiên Du rà soát biên chế trước ngày 30-11-2013.'])
    await setClockDay(house.db, '2013-12-02')
    const urgedBefore = async (visitor: Visitor) =>
      (await visitor.ask(urging.previewUrging, { obligationIds: [obligations[0]?.id as never] })).bodies.map(({ name, urgedOn }) => [name, urgedOn])
    const [province, leader] = [await house.visit('tubacninh.chuyenvien'), await house.visit('tubacninh.lanhdao')]
    assert.deepEqual(await urgedBefore(province), [['Huyện ủy Tiên Du', null]])
    await province.ask(urging.urge, { obligationIds: [obligations[0]?.id as never], ...letter, number: '32-CV/TU', escalates: true })
    const again = await province.try(urging.urge, { obligationIds: [obligations[0]?.id as never], ...letter })
    assert.deepEqual([again.status, /Số 31-CV\/TU .*02-12-2013/.test(again.body.message as string)], [409, true])
    const urgingId = (await urged(district))[0]?.id as never
    assert.equal((await district.try(urging.directUrging, { urgingId, text: 'Làm ngay' })).status, 403)
    assert.equal((await leader.try(urging.directUrging, { urgingId, text: 'Làm ngay' })).status, 403)
    await setClockDay(house.db, '2013-12-07')
    await remind(house.db, onClock('2013-12-07'))
    const [row] = await urged(leader)
    assert.deepEqual([row?.step, row?.bodyName, row?.since, row?.isOverdue], ['direct', 'Huyện ủy Tiên Du', '2013-12-07', false])
    assert.equal(row?.actId, (await province.ask(urging.openUrging, { urgingId })).actId)
    assert.deepEqual(await urgedBefore(leader), [['Huyện ủy Tiên Du', '2013-12-02']])
    assert.equal((await leader.ask(urging.openUrging, { urgingId })).canDirect, true)
    await leader.ask(urging.directUrging, { urgingId, text: 'Yêu cầu báo cáo trước ngày 10-12-2013.' })
    assert.deepEqual(await urged(leader), [])
    assert.equal((await leader.try(urging.directUrging, { urgingId, text: 'Lần nữa' })).status, 409)
    const page = await district.ask(urging.openUrging, { urgingId })
    assert.deepEqual(
      [page.state, page.direction, page.directedOn, page.canAnswer],
      ['escalated', 'Yêu cầu báo cáo trước ngày 10-12-2013.', '2013-12-07', true],
    )
    const { rows } = await district.ask(urging.listNotices, { limit: 50 })
    assert.deepEqual(
      rows.filter(({ kind }) => kind === 'directed').map(({ text, bodyName }) => [text, bodyName]),
      [['Yêu cầu báo cáo trước ngày 10-12-2013.', 'Tỉnh ủy Bắc Ninh']],
    )
    await district.ask(urging.answerUrging, { urgingId, text: 'Sẽ xong trong tuần' })
  })

  test('two of a body who urge at once urge once', async () => {
    await setClockDay(house.db, '2013-11-15')
    const { obligations } = await issueOrders(house, ['Huyện ủy Tiên Du kiện toàn tổ chức trước ngày 30-11-2013.'])
    await setClockDay(house.db, '2013-12-02')
    const two = await Promise.all(['tubacninh.chuyenvien', 'tubacninh.lanhdao'].map((name) => house.visit(name)))
    const meant = { obligationIds: [obligations[0]?.id as never], ...letter, number: '33-CV/TU' }
    const shapeless = await two[0]?.try(urging.urge, { ...meant, number: 'abc def' })
    assert.deepEqual([shapeless?.status, /«abc def» chưa đúng dạng số, ký hiệu/.test(`${shapeless?.body.message}`)], [400, true])
    const replies = await Promise.all(two.map((visitor) => visitor.try(urging.urge, meant)))
    assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 409])
    assert.equal((await two[0]?.try(urging.urge, { ...meant, number: '33 - CV/TU' }))?.status, 409)
  })

  test('of a secret directive it waits for the body named in it', async () => {
    await setClockDay(house.db, '2013-11-15')
    const { obligations } = await issueOrders(house, ['Huyện ủy Tiên Du xây dựng đề án Zêta trước ngày 30-11-2013.'], 'secret')
    await setClockDay(house.db, '2013-12-02')
    await (await house.visit('tubacninh.chuyenvien')).ask(urging.urge, { obligationIds: [obligations[0]?.id as never], ...letter, number: '' })
    const [row] = await urged(district)
    assert.ok(row && !JSON.stringify(row).includes('Zêta'))
  })

  test('it goes past a superior in which nobody could answer, to the next above', async () => {
    await setClockDay(house.db, '2013-11-15')
    const { obligations } = await issueOrders(house, ['Đảng ủy xã Lạc Vệ kiện toàn chi bộ trước ngày 30-11-2013.'])
    await setClockDay(house.db, '2013-12-02')
    const province = await house.visit('tubacninh.chuyenvien')
    await province.ask(urging.urge, { obligationIds: [obligations[0]?.id as never], ...letter, number: '34-CV/TU', escalates: true })
    await sql`update post set duties = '{administrator}' from body_version body where body.body_id = post.body_id and body.name = 'Huyện ủy Tiên Du'`.execute(
      house.db,
    )
    await setClockDay(house.db, '2013-12-07')
    await remind(house.db, onClock('2013-12-07'))
    const { rows } = await province.ask(urging.listUrgings, { side: 'sent', states: ['escalated'], limit: 50 })
    assert.deepEqual(
      rows.filter(({ number }) => number === '34-CV/TU').map(({ escalatedToName }) => escalatedToName),
      ['Tỉnh ủy Bắc Ninh'],
    )
  })
})
