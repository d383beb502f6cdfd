import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import mammoth from 'mammoth'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { issueOrders } from '../../test/orders.ts'
import { clerkOf, findPlanOf, step } from '../../test/plans.ts'
import { endpoints as changes } from '../dissemination/changes/contract.ts'
import { endpoints as dissemination } from '../dissemination/contract.ts'
import { endpoints as members } from '../dissemination/members/contract.ts'
import { endpoints as sessions } from '../dissemination/session/contract.ts'
import { onClock } from '../kernel/serve.ts'
import { setClockDay } from '../people/queries.ts'
import { endpoints as orders } from '../plans/orders/contract.ts'
import { endpoints } from './contract.ts'
import { remind } from './reminding.ts'

const names = ['Huyện ủy Gia Bình', 'Huyện ủy Quế Võ', 'Huyện ủy Tiên Du']
const letter = { answerBy: '2013-12-20', words: 'Đề nghị khẩn trương thực hiện.' }

describe('late plans and late receipts are urged', () => {
  let house: TestHouse
  let province: Visitor
  let district: Visitor
  let giaBinh: Visitor
  let directiveId: never
  before(async () => {
    house = await openHouse()
    ;[province, district] = (await Promise.all(['tubacninh.chuyenvien', 'hutiendu.chuyenvien'].map((name) => house.visit(name)))) as [
      Visitor,
      Visitor,
    ]
    giaBinh = await clerkOf(house, 'Huyện ủy Gia Bình')
    directiveId = (await issueOrders(house, [`${names.join(', ')} xây dựng đề án sắp xếp trong ngày 31-12-2013.`])).directiveId as never
    await province.ask(dissemination.startDissemination, { directiveId, way: 'level-by-level', receiveBy: '2013-11-25', studyBy: '2013-11-30' })
    await province.ask(orders.createPlanOrder, {
      directiveId,
      title: 'Xây dựng kế hoạch thực hiện',
      parts: [{ level: 'district', dueOn: '2013-12-05', approver: 'ordering', form: 'kế hoạch' }],
    })
    const { rows } = await district.ask(dissemination.listIncoming, {})
    const own = rows.find((row) => row.directiveId === directiveId)
    await district.ask(dissemination.receiveSeveral, { receiptIds: [own?.id as never] })
    await setClockDay(house.db, '2013-12-10')
  })
  after(() => house.close())

  const previewed = async (what: 'plan' | 'receive' | 'study' | 'members' | 'make-up', more: object = {}, visitor = province) => {
    const { bodies, leftOut } = await visitor.ask(endpoints.previewUrging, { what, directiveId, ...more } as never)
    return {
      named: bodies
        .map(({ name }) => name)
        .filter((name) => names.includes(name))
        .sort(),
      leftOut,
    }
  }
  const urgingTo = async (visitor: Visitor) => (await visitor.ask(endpoints.listUrgings, { side: 'received' })).rows[0]

  test('the calendar of a clerk holds the days to receive, to study and to plan', async () => {
    const { address } = await giaBinh.ask(endpoints.renewCalendar, {})
    const text = (await house.app.inject({ url: new URL(address, 'http://x').pathname })).body.replaceAll('\r\n ', '')
    assert.match(text, /DTSTART;VALUE=DATE:20131125[\s\S]*?SUMMARY:Hạn tiếp nhận văn bản/)
    assert.match(text, /DTSTART;VALUE=DATE:20131130[\s\S]*?SUMMARY:Hạn học tập\\, quán triệt/)
    assert.match(text, /DTSTART;VALUE=DATE:20131205[\s\S]*?SUMMARY:Hạn trình kế hoạch: Xây dựng kế hoạch thực hiện/)
  })

  test('a list of silent bodies is urged in one act: those who have received it are not; a letter names the document', async () => {
    assert.deepEqual((await previewed('receive')).named, ['Huyện ủy Gia Bình', 'Huyện ủy Quế Võ'])
    assert.deepEqual((await previewed('receive', { words: 'que vo' })).named, ['Huyện ủy Quế Võ'])
    assert.deepEqual((await previewed('receive', { levels: ['commune'] })).named, [])
    assert.deepEqual((await previewed('receive', {}, district)).named, [])
    await province.ask(endpoints.urge, { what: 'receive', directiveId, ...letter } as never)
    const urging = await urgingTo(giaBinh)
    const opened = await giaBinh.ask(endpoints.openUrging, { urgingId: urging?.id as never })
    assert.deepEqual(
      opened.seen.map(({ kind, due, isOwed, state }) => [kind, due, isOwed, state]),
      [['receive', '2013-11-25', true, 'arrived']],
    )
    const docx = (await province.try(endpoints.downloadUrgingLetter, { urgingId: urging?.id as never })).body as never
    const { value } = await mammoth.extractRawText({ buffer: docx })
    for (const words of ['đôn đốc tiếp nhận văn bản', 'Kính gửi: Huyện ủy Gia Bình', 'Văn bản phải tiếp nhận', 'Xác nhận tiếp nhận văn bản'])
      assert.ok(value.includes(words), words)
    const again = await previewed('receive')
    assert.deepEqual([again.named, again.leftOut.map(({ why }) => why)], [[], ['waits']])
  })

  test('receiving it closes the urging; silence goes before the superior', async () => {
    const receiptId = (await urgedThing(giaBinh)) as never
    await giaBinh.ask(dissemination.takeReceiptStep, { receiptId, version: 1, event: 'receive' })
    assert.equal((await urgingTo(giaBinh))?.state, 'done')
    await setClockDay(house.db, '2013-12-21')
    await remind(house.db, onClock('2013-12-21'))
    const silent = (await province.ask(endpoints.listUrgings, { side: 'sent', states: ['silent'] })).rows.find(
      ({ bodyName }) => bodyName === 'Huyện ủy Quế Võ',
    )
    assert.ok(silent)
    await province.ask(endpoints.escalateUrging, { urgingId: silent.id as never })
  })

  test('what was not studied, and plans not submitted by their day; one by name too; a plan submitted closes its urging', async () => {
    assert.deepEqual((await previewed('study')).named, names)
    assert.deepEqual((await previewed('plan')).named, names)
    const plan = await findPlanOf(district, directiveId, 'Huyện ủy Tiên Du')
    await province.ask(endpoints.urge, { what: 'plan', thingIds: [plan.id], ...letter, answerBy: '2013-12-31' } as never)
    assert.equal(await urgedThing(district), plan.id)
    assert.deepEqual((await previewed('plan')).named, ['Huyện ủy Gia Bình', 'Huyện ủy Quế Võ'])
    await step(district, plan.id, 'start')
    assert.equal((await urgingTo(district))?.state, 'open')
    await step(district, plan.id, 'submit')
    assert.equal((await urgingTo(district))?.state, 'done')
    const own = await district.ask(endpoints.previewUrging, { what: 'plan', thingIds: [plan.id] } as never)
    assert.deepEqual(
      own.leftOut.map(({ why }) => why),
      ['not-late'],
    )
  })

  test('who has studied it and not said how many members have is urged over that, until it is said', async () => {
    const previewedMembers = async () => (await previewed('members')).named
    assert.deepEqual(await previewedMembers(), [])
    // of this one nobody knows yet how many members it has
    const queVo = await clerkOf(house, 'Huyện ủy Quế Võ')
    const arrived = (await queVo.ask(dissemination.listIncoming, {})).rows.find((row) => row.directiveId === directiveId)
    await queVo.ask(dissemination.receiveSeveral, { receiptIds: [arrived?.id as never] })
    const session = { directiveId, heldOn: '2013-12-18', form: 'in-person' as const, ledBy: 'Bí thư', topic: 'Quán triệt', present: 40, invited: 42 }
    await queVo.ask(sessions.holdSession, session)
    await setClockDay(house.db, '2013-12-22')
    assert.deepEqual(await previewedMembers(), ['Huyện ủy Quế Võ'])
    const { words } = await province.ask(endpoints.previewUrging, { what: 'members', directiveId })
    assert.match(words, /chưa ghi số đảng viên đã được quán triệt/)
    await province.ask(endpoints.urge, { what: 'members', directiveId, ...letter, answerBy: '2013-12-31' } as never)
    const urging = await urgingTo(queVo)
    const opened = await queVo.ask(endpoints.openUrging, { urgingId: urging?.id as never })
    assert.deepEqual(
      opened.seen.map(({ kind, due, isOwed }) => [kind, due, isOwed]),
      [['members', '2013-12-18', true]],
    )
    await remind(house.db, onClock('2013-12-21'))
    assert.equal((await urgingTo(queVo))?.state, 'open')
    await queVo.ask(members.sayMembers, { directiveId, members: 60, studied: 40 })
    assert.equal((await urgingTo(queVo))?.state, 'done')
    assert.deepEqual(await previewedMembers(), [])
  })

  test('who has said that members are left is urged over those, until all have studied it', async () => {
    const left = async () => (await previewed('make-up')).named
    assert.deepEqual(await left(), ['Huyện ủy Quế Võ'])
    await province.ask(endpoints.urge, { what: 'make-up', directiveId, ...letter, answerBy: '2013-12-31' } as never)
    const queVo = await clerkOf(house, 'Huyện ủy Quế Võ')
    const urging = await urgingTo(queVo)
    const docx = (await province.try(endpoints.downloadUrgingLetter, { urgingId: urging?.id as never })).body as never
    const { value } = await mammoth.extractRawText({ buffer: docx })
    assert.ok(value.includes('đôn đốc học bổ sung cho đảng viên chưa được quán triệt'), value)
    await queVo.ask(members.sayMembers, { directiveId, members: 60, studied: 55 })
    assert.equal((await urgingTo(queVo))?.state, 'open')
    await queVo.ask(members.sayMembers, { directiveId, members: 60, studied: 60 })
    assert.equal((await urgingTo(queVo))?.state, 'done')
    assert.deepEqual(await left(), [])
  })

  test('urging over study closes as the session is held, and is open again once that is taken back; whose members are known has still to say how many studied', async () => {
    const uncounted = async () =>
      (await province.ask(dissemination.listReceipts, { directiveId, group: 'uncounted' })).rows.map(({ bodyName, members }) => [bodyName, members])
    // known of the district from another directive; nothing is said under this one
    await sql`update receipt set members = 90 where directive_id = ${directiveId} and body_id = (select body_id from body_version where name = 'Huyện ủy Tiên Du' limit 1)`.execute(
      house.db,
    )
    await province.ask(endpoints.urge, { what: 'study', directiveId, words: letter.words, answerBy: '2013-12-31' } as never)
    const state = async () => (await urgingTo(district))?.state
    assert.equal(await state(), 'open')
    const session = { directiveId, heldOn: '2013-12-19', form: 'in-person' as const, ledBy: 'Bí thư', topic: 'Quán triệt', present: 80, invited: 90 }
    const { sessionId } = await district.ask(sessions.holdSession, session)
    assert.equal(await state(), 'done')
    assert.deepEqual(await uncounted(), [['Huyện ủy Tiên Du', 90]])
    assert.deepEqual((await previewed('members')).named, ['Huyện ủy Tiên Du'])
    await district.ask(sessions.withdrawSession, { sessionId, version: 1, why: 'Ghi nhầm văn bản' })
    assert.equal(await state(), 'open')
    assert.deepEqual(await uncounted(), [])
    await district.ask(sessions.holdSession, session)
    assert.equal(await state(), 'done')
    await district.ask(members.sayMembers, { directiveId, members: 90, studied: 90 })
    assert.deepEqual([await uncounted(), (await previewed('members')).named], [[], []])
  })

  test('what was urged and need not be done any more, its document being recalled, is said to have lapsed, not to be done', async () => {
    await province.ask(endpoints.urge, { what: 'plan', directiveId, ...letter, answerBy: '2013-12-31' } as never)
    assert.equal((await urgingTo(giaBinh))?.state, 'open')
    const { changeId, version } = await province.ask(changes.draftChange, { directiveId, kind: 'recall', reason: 'Ban hành sai thẩm quyền' })
    await province.ask(changes.sendChange, { changeId, version })
    await setClockDay(house.db, '2013-12-22')
    await remind(house.db, onClock('2013-12-22'))
    const lapsed = await urgingTo(giaBinh)
    assert.equal(lapsed?.state, 'lapsed')
    const opened = await giaBinh.ask(endpoints.openUrging, { urgingId: lapsed?.id as never })
    assert.deepEqual(
      opened.seen.map(({ isOwed, isVoid }) => [isOwed, isVoid]),
      [[false, true]],
    )
    const together = (await province.ask(endpoints.listNotices, { limit: 200 })).rows.find(({ kind }) => kind === 'urging-lapsed')
    const { rows } = await province.ask(endpoints.listNotices, { of: together?.id as never, limit: 200 })
    assert.equal(together?.count, rows.length)
    assert.ok(rows.some(({ kind, thingId }) => kind === 'urging-lapsed' && thingId === lapsed?.id))
    assert.ok(!rows.some(({ kind, thingId }) => kind === 'urging-done' && thingId === lapsed?.id))
  })

  test('who sees nothing of a secret directive urges over nothing of it', async () => {
    const secret = await issueOrders(house, ['Huyện ủy Tiên Du xây dựng đề án kín trong ngày 31-12-2013.'], 'secret')
    await province.ask(dissemination.startDissemination, { directiveId: secret.directiveId as never, way: 'at-once', receiveBy: '2013-12-22' })
    await setClockDay(house.db, '2013-12-28')
    const { rows } = await sql<{ id: string }>`select id from receipt where directive_id = ${secret.directiveId}`.execute(house.db)
    const thingIds = rows.map(({ id }) => id)
    const seen = async (visitor: Visitor) => (await visitor.ask(endpoints.previewUrging, { what: 'receive', thingIds } as never)).things
    assert.equal(await seen(province), 1)
    assert.equal(await seen(await house.visit('btctw.chuyenvien')), 0)
  })

  const urgedThing = async (visitor: Visitor) => {
    const urging = await urgingTo(visitor)
    return (await visitor.ask(endpoints.openUrging, { urgingId: urging?.id as never })).seen[0]?.thingId
  }
})
