import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { issueOrders } from '../../test/orders.ts'
import { take } from '../../test/story.ts'
import { endpoints as tasks } from '../tasks/contract.ts'
import { calendarOf } from './calendar.ts'
import { endpoints } from './contract.ts'

const eventsIn = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))

describe('iCalendar', () => {
  let house: TestHouse
  let clerk: Visitor
  let plainId: string
  let secretId: string
  before(async () => {
    house = await openHouse()
    clerk = await house.visit('hutiendu.chuyenvien')
    plainId = (await issueOrders(house, ['Huyện ủy Tiên Du xây dựng đề án, báo cáo; gửi kèm phụ lục trong ngày 20-12-2013.'])).obligations[0]
      ?.id as string
    secretId = (await issueOrders(house, ['Huyện ủy Tiên Du xây dựng đề án Zêta trong ngày 21-12-2013.'], 'secret')).obligations[0]?.id as string
  })
  after(() => house.close())

  const fetch = async (address: string) => {
    const response = await house.app.inject({ method: 'GET', url: address })
    return { status: response.statusCode, type: String(response.headers['content-type']), text: response.body }
  }
  const daysOf = (text: string, id: string) => eventsIn(text).filter(({ uid }) => uid.includes(id))

  test('a secret address gives the due days of what lies on the person’s posts, whole days, and no words of secret ones', async () => {
    const { address } = await clerk.ask(endpoints.renewCalendar, {})
    const { status, type, text } = await fetch(address)
    assert.deepEqual([status, type], [200, 'text/calendar; charset=utf-8'])
    const [plain] = daysOf(text, plainId)
    assert.deepEqual([plain?.startDate.toString(), plain?.startDate.isDate, plain?.endDate.toString()], ['2013-12-20', true, '2013-12-21'])
    assert.match(plain?.summary ?? '', /xây dựng đề án, báo cáo; gửi kèm phụ lục/)
    const [secret] = daysOf(text, secretId)
    assert.deepEqual([secret?.startDate.toString(), secret?.summary], ['2013-12-21', 'Có nhiệm vụ thuộc văn bản mật'])
    assert.doesNotMatch(text.replace(/\r\n /g, ''), /Zêta/)
    assert.doesNotMatch(text, /VALARM/)
    assert.deepEqual(
      eventsIn((await fetch(address)).text).map(({ uid }) => uid),
      eventsIn(text).map(({ uid }) => uid),
    )
  })

  test('what is reported no longer stands in it, and a new address ends the one before', async () => {
    const first = (await clerk.ask(endpoints.renewCalendar, {})).address
    await take(clerk, plainId, { event: 'accept' }, { event: 'report', text: 'Đã xong', file: 'de-an.txt' })
    assert.equal(daysOf((await fetch(first)).text, plainId).length, 0)
    const second = (await clerk.ask(endpoints.renewCalendar, {})).address
    assert.equal((await fetch(first)).status, 404)
    assert.equal((await fetch(second)).status, 200)
    assert.ok((await clerk.ask(endpoints.getNoticeSettings, {})).calendarSince)
    await clerk.ask(endpoints.revokeCalendar, {})
    assert.equal((await fetch(second)).status, 404)
    const kept = await house.db.selectFrom('calendarFeed').selectAll().execute()
    assert.ok(kept.length >= 3 && !JSON.stringify(kept).includes(second.split('/')[3] as string))
  })

  test('by the later day where one was granted, and by the day of its own of what was handed down', async () => {
    const province = await house.visit('tubacninh.chuyenvien')
    const step = async (visitor: Visitor, id: string, event: object) => {
      const { version } = await visitor.ask(tasks.openObligation, { obligationId: id as never })
      await visitor.ask(tasks.takeStep, { obligationId: id as never, version, ...event } as never)
    }
    const [given] = (await issueOrders(house, ['Huyện ủy Tiên Du tổng kết công tác trong ngày 22-12-2013.'])).obligations
    const [above] = (await issueOrders(house, ['Tỉnh ủy Bắc Ninh sơ kết công tác trong tháng 12-2013.'])).obligations
    await take(clerk, given?.id as string, { event: 'accept' })
    await step(clerk, given?.id as string, { event: 'ask-extension', text: 'Còn chờ số liệu', until: '2014-01-10' })
    await step(await house.visit('tubacninh.thamdinh'), given?.id as string, { event: 'grant-extension', text: 'Đồng ý', until: '2014-01-08' })
    await take(province, above?.id as string, { event: 'accept' })
    const district = (await clerk.ask(tasks.openObligation, { obligationId: given?.id as never })).bodyId
    await step(province, above?.id as string, { event: 'hand-down', text: 'Giao các huyện', bodyIds: [district], until: '2013-12-15' })
    const { rows } = await clerk.ask(tasks.listObligations, { words: 'sơ kết công tác', limit: 100 })
    const handed = rows.find(({ bodyId }) => bodyId === district)
    const { text } = await fetch((await clerk.ask(endpoints.renewCalendar, {})).address)
    const days = (id = '') => daysOf(text, id).map(({ startDate }) => startDate.toString())
    assert.deepEqual([days(given?.id), days(handed?.id)], [['2014-01-08'], ['2013-12-15']])
  })

  test('any words make a calendar that a parser reads back, in lines of at most 75 octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'grapheme-ascii', maxLength: 100 }), (whole, what) => {
        const day = {
          uid: 'a.b',
          day: '2013-12-31',
          page: 'obligation' as const,
          thingId: 'x',
          isSecret: false,
          address: 'II.2',
          text: whole,
          what,
          directiveName: '',
          bodyName: 'Huyện ủy',
          changedAt: '2013-11-15T01:02:03.4Z',
        }
        const text = calendarOf('Đ/c; A, B', [day], 'https://trienkhai.vn')
        assert.ok(text.endsWith('\r\n') && text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75) && !/[^\r]\n/.test(text))
        const [event] = eventsIn(text)
        const said = [what, whole, 'Huyện ủy']
          .filter(Boolean)
          .join('\n')
          .replace(/\r\n?/g, '\n')
          .replace(/[^\P{Cc}\n]/gu, '')
        assert.deepEqual([event?.description, event?.uid, event?.endDate.toString()], [said, 'a.b@trien-khai', '2014-01-01'])
      }),
    )
  })
})
