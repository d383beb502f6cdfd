import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import mammoth from 'mammoth'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { issueOrders } from '../../test/orders.ts'
import { take } from '../../test/story.ts'
import { onClock } from '../kernel/serve.ts'
import { endpoints as overview } from '../overview/contract.ts'
import { setClockDay } from '../people/queries.ts'
import { endpoints } from './contract.ts'
import { remind } from './reminding.ts'

describe('urging', () => {
  let house: TestHouse
  let province: Visitor
  let provinceLeader: Visitor
  let district: Visitor
  let stranger: Visitor
  const said = 'Đề nghị khẩn trương hoàn thành nhiệm vụ và báo cáo nguyên nhân chậm.'

  const on = async (day: string) => {
    await setClockDay(house.db, day)
    await remind(house.db, onClock(day))
  }
  /** Orders due on 30-11-2013, on the day after. */
  async function late(orders = ['Huyện ủy Tiên Du xây dựng đề án trong ngày 30-11-2013.'], secrecy: 'none' | 'secret' = 'none') {
    await setClockDay(house.db, '2013-11-15')
    const issued = await issueOrders(house, orders, secrecy)
    await setClockDay(house.db, '2013-12-02')
    return issued
  }
  const urge = (visitor: Visitor, more: object) => visitor.try(endpoints.urge, { answerBy: '2013-12-09', words: said, ...more } as never)
  const listOf = async (visitor: Visitor, asked: object = {}) => (await visitor.ask(endpoints.listUrgings, { limit: 100, ...asked } as never)).rows
  async function urgeOne(more: object = {}): Promise<{ urgingId: never; obligationId: string; directiveId: string }> {
    const { obligations, directiveId } = await late()
    const obligationId = obligations[0]?.id as string
    assert.equal((await urge(province, { obligationIds: [obligationId], ...more })).status, 200)
    const [urging] = await listOf(province, { obligationId })
    return { urgingId: urging?.id as never, obligationId, directiveId }
  }
  const heard = async (visitor: Visitor, urgingId: string) =>
    (await visitor.ask(endpoints.listNotices, { all: true, limit: 200 } as never)).rows
      .filter(({ thingId }) => thingId === urgingId)
      .map(({ kind }) => kind)
  const wordsOf = async (bytes: unknown) => (await mammoth.extractRawText({ buffer: bytes as Buffer })).value

  before(async () => {
    house = await openHouse()
    ;[province, provinceLeader, district, stranger] = (await Promise.all(
      ['tubacninh.chuyenvien', 'tubacninh.lanhdao', 'hutiendu.chuyenvien', 'tudanang.chuyenvien'].map((name) => house.visit(name)),
    )) as [Visitor, Visitor, Visitor, Visitor]
  })
  after(() => house.close())

  test('what one act tells many times over is one notice that opens to each, and each still waits in my work', async () => {
    const { directiveId } = await late(['Các huyện ủy xây dựng đề án trong ngày 30-11-2013.'])
    const { bodies } = await province.ask(endpoints.previewUrging, { directiveId: directiveId as never })
    assert.ok(bodies.length >= 5)
    const leader = async () => (await provinceLeader.ask(endpoints.listNotices, { limit: 200 })).rows.filter(({ kind }) => kind === 'escalated')
    const unread = async () => (await provinceLeader.ask(endpoints.countNotices, {})).unread
    assert.equal((await urge(province, { directiveId, escalates: true })).status, 200)
    await on('2013-12-10')
    const rung = await unread()
    const [one, ...more] = (await leader()).filter(({ text, count }) => text === said && count === bodies.length)
    assert.deepEqual([one?.count, more], [bodies.length, []])
    const { rows, total } = await provinceLeader.ask(endpoints.listNotices, { of: one?.id as never, limit: 200 })
    assert.equal(total, bodies.length)
    assert.equal((await provinceLeader.ask(endpoints.listNotices, { of: one?.id as never, offset: 500 })).total, total, 'behind the last page too')
    assert.deepEqual(new Set(rows.map(({ bodyName }) => bodyName)), new Set(bodies.map(({ name }) => name)))
    assert.ok(rows.every(({ count, isRead }) => count === 1 && !isRead))
    const { rows: waiting } = await provinceLeader.ask(overview.listMyWork, { kind: 'urging', limit: 200 })
    for (const { thingId } of rows) assert.ok(waiting.some(({ id }) => id === thingId))
    // reading one leaves the others unread; opening it reads them all
    await provinceLeader.ask(endpoints.readNotice, { noticeId: rows[1]?.id as never })
    assert.equal(await unread(), rung)
    await provinceLeader.ask(endpoints.readNotice, { noticeId: one?.id as never, isGathered: true } as never)
    assert.equal(await unread(), rung - 1)
    assert.ok((await leader()).find(({ id }) => id === one?.id)?.isRead)
    // one that is dealt with goes, the others stay together
    await provinceLeader.ask(endpoints.directUrging, { urgingId: rows[0]?.thingId as never, text: 'Kiểm điểm, xong trong tuần.' })
    const left = (await leader()).filter(({ id }) => rows.some((row) => row.id === id))
    assert.deepEqual(
      left.map(({ count }) => count),
      [bodies.length - 1],
    )
  })

  test('from a list: shown beforehand by body, then an urging to each with what is late there', async () => {
    const { directiveId } = await late([
      'Các huyện ủy xây dựng đề án trong ngày 30-11-2013.',
      'Huyện ủy Tiên Du báo cáo kết quả trong ngày 29-11-2013.',
    ])
    const preview = await province.ask(endpoints.previewUrging, { directiveId: directiveId as never })
    assert.deepEqual(
      [preview.bodies[0]?.name, preview.bodies[0]?.things, preview.bodies[0]?.daysLate, preview.leftOut],
      ['Huyện ủy Tiên Du', 2, 3, []],
    )
    assert.deepEqual([preview.answerBy, preview.place], ['2013-12-09', 'Bắc Ninh'])
    assert.match(preview.words, /02-12-2013/)
    const except = preview.bodies.at(-1)?.bodyId as string
    const { body } = await urge(province, {
      directiveId,
      exceptBodyIds: [except],
      number: '12-CV/TU',
      place: 'Bắc Ninh',
      signer: 'Nguyễn Văn A',
      signerTitle: 'Phó Bí thư',
    })
    assert.deepEqual([body.urgings, body.things], [preview.bodies.length - 1, preview.things - 1])
    const rows = await listOf(province, { side: 'sent' })
    const own = rows.filter(({ actId }) => actId === body.actId)
    assert.equal(own.length, body.urgings)
    const names = own.map(({ bodyName }) => bodyName)
    assert.deepEqual(names, [...names].sort(new Intl.Collator('vi').compare))
    assert.deepEqual([...new Set(own.map(({ kind }) => kind))], ['milestone'])
    const turned = (await listOf(province, { side: 'sent', sort: '-body' })).filter(({ actId }) => actId === body.actId)
    assert.deepEqual(
      turned.map(({ bodyName }) => bodyName),
      names.toReversed(),
    )
    assert.ok(own.every(({ state, bodyId, owed, things }) => state === 'open' && bodyId !== except && owed === things))

    const [received] = await listOf(district, { side: 'received' })
    assert.deepEqual([received?.urgerName, received?.things], ['Tỉnh ủy Bắc Ninh', 2])
    const page = await district.ask(endpoints.openUrging, { urgingId: received?.id as never })
    assert.deepEqual([page.seen.map(({ due }) => due), page.canAnswer, page.canEscalate, page.inAct], [['2013-11-29', '2013-11-30'], true, false, 1])
    assert.deepEqual(await heard(district, page.id), ['urged'])

    const again = await province.ask(endpoints.previewUrging, { directiveId: directiveId as never })
    assert.deepEqual(
      [again.things, again.leftOut.map(({ why, things, bodies }) => [why, things, bodies]), again.bodies.map(({ bodyId }) => bodyId)],
      [1, [['waits', preview.things - 1, preview.bodies.length - 1]], [except]],
    )

    const letters = await wordsOf((await province.try(endpoints.downloadUrgingLetters, { actId: body.actId })).body)
    for (const words of [
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'TỈNH ỦY BẮC NINH',
      'Số 12-CV/TU',
      'Bắc Ninh, ngày 02 tháng 12 năm 2013',
      'Kính gửi: Huyện ủy Tiên Du',
      said,
      '29-11-2013',
      'PHÓ BÍ THƯ',
      'Nguyễn Văn A',
      'Nơi nhận:',
    ])
      assert.ok(letters.includes(words), words)
    assert.equal(letters.match(/Kính gửi:/g)?.length, body.urgings)
    const one = await wordsOf((await district.try(endpoints.downloadUrgingLetter, { urgingId: page.id as never })).body)
    assert.deepEqual([one.match(/Kính gửi:/g)?.length, one.includes('Huyện ủy Tiên Du')], [1, true])
    assert.equal((await district.try(endpoints.downloadUrgingLetters, { actId: body.actId })).status, 404)
  })

  test('only what is late, by the standing body or from above; nobody urges themselves or their superiors', async () => {
    const { obligations } = await late(['Huyện ủy Tiên Du xây dựng đề án trong ngày 30-11-2013.', 'Huyện ủy Tiên Du sơ kết trong ngày 20-12-2013.'])
    const [overdue, inTime] = ['2013-11-30', '2013-12-20'].map((due) => obligations.find(({ nextDue }) => nextDue === due)?.id)
    assert.equal((await urge(province, { obligationIds: [inTime] })).status, 409)
    assert.equal((await urge(district, { obligationIds: [overdue] })).status, 409)
    assert.equal((await urge(await house.visit('tudanang.chuyenvien'), { obligationIds: [overdue] })).status, 409)
    assert.equal((await urge(await house.visit('xalacve.vanthu'), { obligationIds: [overdue] })).status, 409)
    assert.equal((await urge(await house.visit('quantri'), { obligationIds: [overdue] })).status, 403)
    assert.equal((await urge(province, { obligationIds: [overdue], answerBy: '2013-12-01' })).status, 400)
    assert.equal((await urge(province, { obligationIds: [overdue] })).status, 200)
    assert.equal((await urge(province, { obligationIds: [overdue] })).status, 409)
  })

  test('of what is chosen it says what is left out, why and with whom, and nothing of what is not seen', async () => {
    const { obligations } = await late([
      'Huyện ủy Tiên Du chủ trì, phối hợp với Ban Tổ chức Tỉnh ủy Bắc Ninh xây dựng đề án trong ngày 30-11-2013.',
      'Huyện ủy Tiên Du sơ kết công tác trong ngày 20-12-2013.',
      'Huyện ủy Tiên Du báo cáo kết quả trong ngày 29-11-2013.',
      'Huyện ủy Tiên Du tổng hợp kết quả trong ngày 28-11-2013.',
      'Tỉnh ủy Bắc Ninh tổng kết công tác trong ngày 27-11-2013.',
    ])
    const byDue = new Map(obligations.map(({ nextDue, id }) => [nextDue, id]))
    await take(district, byDue.get('2013-11-29') as string, { event: 'accept' }, { event: 'report', text: 'Đã xong', file: 'bao-cao.txt' })
    await take(district, byDue.get('2013-11-28') as string, { event: 'return', text: 'Đề nghị giao cơ quan khác' })
    const hidden = (await late(['Huyện ủy Tiên Du xây dựng đề án trong ngày 30-11-2013.'], 'secret')).obligations[0]?.id
    const obligationIds = [...obligations.map(({ id }) => id), hidden] as never[]
    const why = async (visitor: Visitor) => {
      const { things, leftOut } = await visitor.ask(endpoints.previewUrging, { obligationIds })
      return [things, Object.fromEntries(leftOut.map(({ why, things, names }) => [why, `${things} ${names.join(', ')}`]))]
    }
    assert.deepEqual(await why(province), [
      2,
      {
        'not-late': '1 Huyện ủy Tiên Du',
        reported: '1 Huyện ủy Tiên Du',
        returned: '1 Huyện ủy Tiên Du',
        own: '1 Tỉnh ủy Bắc Ninh',
      },
    ])
    assert.deepEqual(await why(await house.visit('btctubacninh.chuyenvien')), [0, { 'not-yours': '1 Huyện ủy Tiên Du' }])
    const { body } = await urge(province, { obligationIds })
    assert.equal(body.things, 2)
    assert.equal((await urge(province, { obligationIds: Array.from({ length: 201 }, () => hidden) })).status, 400)
  })

  test('of some bodies of a list alone', async () => {
    const { directiveId, obligations } = await late(['Các huyện ủy xây dựng đề án trong ngày 30-11-2013.'])
    const bodyIds = obligations.slice(0, 2).map(({ bodyId }) => bodyId) as never[]
    const preview = await province.ask(endpoints.previewUrging, { directiveId: directiveId as never, bodyIds })
    assert.deepEqual(preview.bodies.map(({ bodyId }) => bodyId).sort(), [...bodyIds].sort())
    assert.equal((await urge(province, { directiveId, bodyIds })).body.urgings, 2)
  })

  test('the urged body answers once, and the urger is told', async () => {
    const { urgingId, obligationId } = await urgeOne()
    assert.equal((await province.try(endpoints.answerUrging, { urgingId, text: 'Tự trả lời' })).status, 403)
    assert.equal((await stranger.try(endpoints.answerUrging, { urgingId, text: 'Người ngoài' })).status, 404)
    const answers = await Promise.all(['Đang trình', 'Sẽ xong'].map((text) => district.try(endpoints.answerUrging, { urgingId, text })))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409])
    const page = await province.ask(endpoints.openUrging, { urgingId })
    assert.deepEqual([page.state, page.answeredOn, page.canAnswer], ['answered', '2013-12-02', false])
    assert.match(page.answeredBy ?? '', /, /)
    assert.deepEqual(await heard(province, urgingId), ['answered'])
    await on('2013-12-20')
    assert.equal((await province.ask(endpoints.openUrging, { urgingId })).state, 'answered')
    assert.equal((await listOf(district, { obligationId })).length, 1)
  })

  test('when what it lists gets done it closes by itself', async () => {
    const { urgingId, obligationId } = await urgeOne()
    await take(district, obligationId, { event: 'accept' }, { event: 'progress', text: 'Đang làm' })
    assert.equal((await province.ask(endpoints.openUrging, { urgingId })).state, 'open')
    await take(district, obligationId, { event: 'report', text: 'Đã xong', file: 'de-an.txt' })
    const page = await province.ask(endpoints.openUrging, { urgingId })
    assert.deepEqual([page.state, page.doneOn, page.owed, page.canWithdraw], ['done', '2013-12-02', 0, false])
    assert.deepEqual(await heard(province, urgingId), ['urging-done'])
    assert.equal((await district.try(endpoints.answerUrging, { urgingId, text: 'Đã xong rồi' })).status, 409)
    await take(district, obligationId, { event: 'take-back', text: 'Gửi nhầm tệp' })
    const again = await province.ask(endpoints.openUrging, { urgingId })
    assert.deepEqual([again.state, again.doneOn, again.owed], ['open', null, 1], 'a report taken back leaves nothing closed')
  })

  test('a day passed without a word is due for the superior: one click, recorded, and its leaders are told', async () => {
    const { obligations } = await late(['Huyện ủy Tiên Du xây dựng đề án trong ngày 30-11-2013.'])
    assert.equal((await urge(province, { obligationIds: [obligations[0]?.id] })).status, 200)
    const urgingId = (await listOf(province, { obligationId: obligations[0]?.id }))[0]?.id as never
    await on('2013-12-09')
    assert.equal((await province.try(endpoints.escalateUrging, { urgingId })).status, 409)
    await on('2013-12-10')
    assert.deepEqual(await heard(province, urgingId), ['silent'])
    const silent = await province.ask(endpoints.openUrging, { urgingId })
    assert.deepEqual([silent.state, silent.silentOn, silent.canEscalate], ['silent', '2013-12-10', true])
    assert.equal((await district.try(endpoints.escalateUrging, { urgingId })).status, 403)
    assert.equal((await province.ask(endpoints.escalateUrging, { urgingId })).toName, 'Tỉnh ủy Bắc Ninh')
    const brought = await province.ask(endpoints.openUrging, { urgingId })
    assert.deepEqual([brought.state, brought.escalatedOn, brought.escalatedToName], ['escalated', '2013-12-10', 'Tỉnh ủy Bắc Ninh'])
    assert.ok(brought.escalatedBy)
    assert.deepEqual(await heard(provinceLeader, urgingId), ['escalated', 'silent'])
    assert.equal((await province.try(endpoints.escalateUrging, { urgingId })).status, 409)
    await district.ask(endpoints.answerUrging, { urgingId, text: 'Xin trả lời muộn' })
    assert.equal((await province.ask(endpoints.openUrging, { urgingId })).state, 'answered')
  })

  test('by rule it goes there by itself, once', async () => {
    const { urgingId } = await urgeOne({ escalates: true })
    await on('2013-12-09')
    assert.equal((await province.ask(endpoints.openUrging, { urgingId })).state, 'open')
    await Promise.all([on('2013-12-10'), on('2013-12-10')])
    const page = await province.ask(endpoints.openUrging, { urgingId })
    assert.deepEqual([page.state, page.escalatedBy, page.escalatedOn], ['escalated', null, '2013-12-10'])
    assert.equal((await heard(provinceLeader, urgingId)).filter((kind) => kind === 'escalated').length, 1)
    assert.ok((await heard(province, urgingId)).includes('escalated'), 'who urged hears of it')
    assert.deepEqual((await listOf(provinceLeader, { side: 'superior', states: ['escalated'] })).map(({ id }) => id).includes(urgingId), true)
  })

  test('an urging is taken back with a reason, by the urger alone', async () => {
    const { urgingId, obligationId } = await urgeOne()
    assert.equal((await district.try(endpoints.withdrawUrging, { urgingId, why: 'Không đúng' })).status, 403)
    await province.ask(endpoints.withdrawUrging, { urgingId, why: 'Gửi nhầm danh sách' })
    assert.equal((await province.ask(endpoints.openUrging, { urgingId })).state, 'withdrawn')
    assert.equal((await province.try(endpoints.withdrawUrging, { urgingId, why: 'Lần nữa' })).status, 409)
    assert.equal((await district.try(endpoints.answerUrging, { urgingId, text: 'Trả lời' })).status, 409)
    assert.equal((await urge(province, { obligationIds: [obligationId] })).status, 200)
  })

  test('what is secret goes apart and is seen by those named in it alone, with no superior who is not', async () => {
    const secret = await late(['Huyện ủy Tiên Du xây dựng đề án Zêta trong ngày 30-11-2013.'], 'secret')
    const plain = await late()
    const ids = [secret.obligations[0]?.id, plain.obligations[0]?.id] as string[]
    const { body } = await urge(province, { obligationIds: ids, words: `${said} (đề án kín Êta)` })
    assert.deepEqual([body.urgings, body.things], [2, 2])
    const kept = (await listOf(province)).filter(({ actId }) => actId === body.actId)
    const urgingId = kept.find(({ isSecret }) => isSecret)?.id as never
    assert.ok(urgingId)
    for (const [who, sees] of [
      ['hutiendu.chuyenvien', true],
      ['tubacninh.lanhdao', true],
      ['quantri', false],
      ['btctw.lanhdao', false],
      ['ubkttw.kiemtra', false],
      ['xalacve.vanthu', false],
    ] as const) {
      const visitor = await house.visit(who)
      assert.equal((await visitor.try(endpoints.openUrging, { urgingId })).status, sees ? 200 : 404, who)
      assert.equal((await visitor.try(endpoints.downloadUrgingLetter, { urgingId })).status, sees ? 200 : 404, who)
      assert.equal(
        (await listOf(visitor)).some(({ id }) => id === urgingId),
        sees,
        who,
      )
    }
    await on('2013-12-10')
    const notices = (await district.ask(endpoints.listNotices, { all: true, limit: 200 } as never)).rows.filter(({ thingId }) => thingId === urgingId)
    assert.ok(notices.length > 0 && notices.every(({ text, isSecret }) => isSecret && text === ''))
    const letter = await wordsOf(
      (await province.try(endpoints.downloadUrgingLetter, { urgingId: kept.find(({ isSecret }) => !isSecret)?.id as never })).body,
    )
    assert.ok(letter.includes('xây dựng đề án') && !letter.includes('Zêta'))
  })

  test('who stands above sees it, others do not', async () => {
    const { urgingId } = await urgeOne()
    for (const [who, status] of [
      ['quantri', 200],
      ['ubkttw.kiemtra', 200],
      ['tudanang.lanhdao', 404],
      ['xalacve.vanthu', 404],
      ['btctubacninh.chuyenvien', 404],
    ] as const)
      assert.equal((await (await house.visit(who)).try(endpoints.openUrging, { urgingId })).status, status, who)
    assert.equal((await (await house.visit(null)).try(endpoints.openUrging, { urgingId })).status, 401)
  })
})
