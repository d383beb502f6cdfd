import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { issueOrders } from '../../test/orders.ts'
import { take } from '../../test/story.ts'
import { onClock } from '../kernel/serve.ts'
import { setClockDay } from '../people/queries.ts'
import { endpoints as tasks } from '../tasks/contract.ts'
import { endpoints } from './contract.ts'
import { whatIsDue } from './queries/due.ts'
import { endpoints as reminders } from './reminders/contract.ts'
import { openReminding, remind } from './reminding.ts'
import { ringOf } from './rules.ts'

describe('reminding', () => {
  let house: TestHouse
  let clerk: Visitor
  let leader: Visitor
  let province: Visitor
  let directiveId: string
  let obligationId: string
  const due = '2013-12-20'

  /** The product's clock set to a day, and the job run on it. */
  async function on(day: string): Promise<number> {
    await setClockDay(house.db, day)
    return remind(house.db, onClock(day))
  }
  const noticesOf = async (visitor: Visitor, thingId = obligationId) =>
    (await visitor.ask(endpoints.listNotices, { all: 'true', limit: 200 } as never)).rows.filter((row) => row.thingId === thingId)
  const standing = async (visitor: Visitor, thingId = obligationId) =>
    (await noticesOf(visitor, thingId)).filter(({ isSettled }) => !isSettled).map(({ kind, rungOn }) => `${kind} ${rungOn}`)

  before(async () => {
    house = await openHouse()
    ;[clerk, leader, province] = (await Promise.all(
      ['hutiendu.chuyenvien', 'hutiendu.lanhdao', 'tubacninh.chuyenvien'].map((name) => house.visit(name)),
    )) as [Visitor, Visitor, Visitor]
    const issued = await issueOrders(house, ['Huyện ủy Tiên Du xây dựng đề án, hoàn thành trong ngày 20-12-2013.'])
    directiveId = issued.directiveId
    obligationId = issued.obligations[0]?.id as string
    assert.equal(issued.obligations[0]?.nextDue, due)
  })
  after(() => house.close())

  test('whoever must accept is told the same day, clerk and leader alike, and nobody else', async () => {
    await on('2013-11-15')
    assert.deepEqual(await standing(clerk), ['accept 2013-11-15'])
    assert.deepEqual(await standing(leader), ['accept 2013-11-15'])
    assert.deepEqual(await standing(province), [])
    const [notice] = await noticesOf(clerk)
    assert.deepEqual([notice?.page, notice?.isSecret, notice?.due, notice?.isRead], ['obligation', false, '2013-11-15', false])
    assert.match(notice?.text ?? '', /xây dựng đề án/)
  })

  test('again and again, and by several at once, it tells nobody twice', async () => {
    assert.equal(await on('2013-11-15'), 0)
    await Promise.all(Array.from({ length: 6 }, () => on('2013-11-18')))
    assert.deepEqual(
      (await noticesOf(clerk)).map(({ kind, rungOn, isSettled }) => [kind, rungOn, isSettled]),
      [
        ['accept', '2013-11-18', false],
        ['accept', '2013-11-15', true],
      ],
    )
  })

  test('after going through all that is owed the job rests, but not into another day', async () => {
    let said = 0
    const job = openReminding(house.db, () => void said++, 1e6)
    await setClockDay(house.db, '2013-11-18')
    await job()
    const before = said
    const { obligations } = await issueOrders(house, ['Huyện ủy Tiên Du kiểm điểm việc quán triệt, hoàn thành trong ngày 20-12-2013.'])
    const later = obligations[0]?.id as string
    await job()
    assert.deepEqual([said, await noticesOf(clerk, later)], [before, []])
    await setClockDay(house.db, '2013-11-19')
    await job()
    assert.equal(said, before + 1)
    assert.match((await standing(clerk, later)).join(), /^accept /)
  })

  test('what has been done is settled at once', async () => {
    await take(clerk, obligationId, { event: 'accept' })
    assert.deepEqual(await standing(clerk), [])
  })

  test('never before the day the rule says, and on each of its days once', async () => {
    const heard: [string, string[]][] = []
    for (const day of [
      '2013-12-12',
      '2013-12-13',
      '2013-12-18',
      '2013-12-19',
      '2013-12-20',
      '2013-12-21',
      '2013-12-26',
      '2013-12-27',
      '2014-01-15',
    ]) {
      await on(day)
      heard.push([day, await standing(clerk)])
    }
    assert.deepEqual(heard, [
      ['2013-12-12', []],
      ['2013-12-13', ['milestone 2013-12-13']],
      ['2013-12-18', ['milestone 2013-12-13']],
      ['2013-12-19', ['milestone 2013-12-19']],
      ['2013-12-20', ['milestone 2013-12-19']],
      ['2013-12-21', ['milestone 2013-12-21']],
      ['2013-12-26', ['milestone 2013-12-21']],
      ['2013-12-27', ['milestone 2013-12-27']],
      ['2014-01-15', ['milestone 2014-01-03']],
    ])
  })

  test('the statement rings on the days of the rule’s arithmetic, for all that is owed in the example', async () => {
    const day = '2013-12-21'
    await setClockDay(house.db, day)
    const fresh = await house.db.deleteFrom('notice').execute()
    assert.ok(fresh.length)
    await remind(house.db, onClock(day))
    const { rows: rules } = await sql<{
      kind: string
      daysBefore: number[]
      daysAfter: number[]
    }>`select kind, days_before, days_after from reminder_rule`.execute(house.db)
    const { rows: owed } = await sql<{
      kind: string
      thingId: string
      due: string
    }>`select kind, thing_id, due from (${whatIsDue(sql`${day}::date`)}) due`.execute(house.db)
    const expected = new Map(
      owed.map(({ kind, thingId, due }) => [`${kind} ${thingId}`, ringOf(rules.find((rule) => rule.kind === kind) as never, due, day)]),
    )
    const { rows: told } = await sql<{ kind: string; thingId: string; rungOn: string }>`select distinct kind, thing_id, rung_on from notice`.execute(
      house.db,
    )
    assert.ok(told.length > 40)
    for (const { kind, thingId, rungOn } of told) assert.equal(rungOn, expected.get(`${kind} ${thingId}`))
  })

  test('read one by one or all at once, and the bell counts what is left', async () => {
    const unread = async () => (await clerk.ask(endpoints.countNotices, {})).unread
    const all = await unread()
    const [notice] = await noticesOf(clerk)
    await clerk.ask(endpoints.readNotice, { noticeId: notice?.id as never })
    assert.equal(await unread(), all - 1)
    assert.equal((await leader.try(endpoints.readNotice, { noticeId: notice?.id as never })).status, 404)
    assert.equal((await clerk.ask(endpoints.readAllNotices, {})).count, all - 1)
    assert.equal(await unread(), 0)
    assert.ok((await leader.ask(endpoints.countNotices, {})).unread > 0)
  })

  test('nobody is told to confirm what they worked on themselves, and a report waiting is told to who confirms', async () => {
    await setClockDay(house.db, '2014-01-15')
    await take(clerk, obligationId, { event: 'report', text: 'Đã có đề án', file: 'de-an.txt' })
    await on('2014-01-15')
    const { bodyId, verifierId } = await province.ask(tasks.openObligation, { obligationId: obligationId as never })
    assert.notEqual(bodyId, verifierId)
    const appraiser = await house.visit('tubacninh.thamdinh')
    assert.deepEqual(await standing(appraiser), ['verify 2014-01-15'])
    assert.deepEqual(await standing(clerk), [])
    // what is sent back is told to whoever mends it, until it is reported again
    await take(appraiser, obligationId, { event: 'send-back', text: 'Thiếu dự toán' })
    await on('2014-01-15')
    assert.ok((await standing(clerk)).includes('mend 2014-01-15'))
    await take(clerk, obligationId, { event: 'report', text: 'Đã bổ sung', file: 'du-toan.txt' })
    assert.ok(!(await standing(clerk)).some((told) => told.startsWith('mend')))
    await on('2014-01-15')
    const { personId } = await house.db
      .selectFrom('step')
      .select('personId')
      .where('obligationId', '=', obligationId)
      .where('event', '=', 'report')
      .executeTakeFirstOrThrow()
    await house.db.updateTable('obligation').set({ verifierId: bodyId }).where('id', '=', obligationId).execute()
    await sql`update post set duties = '{clerk,appraiser}' from holding where holding.post_id = post.id and holding.person_id = ${personId}`.execute(
      house.db,
    )
    await on('2014-01-18')
    assert.deepEqual(await standing(clerk), [])
    assert.deepEqual(await standing(leader), ['verify 2014-01-18'])
  })

  test('who was relieved of the post hears and sees nothing more', async () => {
    await on('2014-01-22')
    assert.ok((await leader.ask(endpoints.listNotices, {})).total > 0)
    await sql`update holding set valid = valid * daterange(null, '2014-01-23') from person where person.id = holding.person_id and person.username = 'hutiendu.lanhdao'`.execute(
      house.db,
    )
    await setClockDay(house.db, '2014-01-25')
    assert.equal((await leader.try(endpoints.listNotices, {})).status, 403)
    await sql`update holding set valid = daterange(lower(valid), null) from person where person.id = holding.person_id and person.username = 'hutiendu.lanhdao'`.execute(
      house.db,
    )
  })

  test('of a secret directive a notice holds no word', async () => {
    await setClockDay(house.db, '2013-11-15')
    const { obligations } = await issueOrders(house, ['Huyện ủy Tiên Du xây dựng đề án Zêta trước ngày 31-12-2013.'], 'secret')
    await on('2013-11-15')
    const [notice] = await noticesOf(clerk, obligations[0]?.id)
    assert.deepEqual([notice?.kind, notice?.isSecret, notice?.text, notice?.directiveName, notice?.address], ['accept', true, '', '', ''])
  })

  describe('by rules', () => {
    const set = (visitor: Visitor, rule: object) =>
      visitor.try(reminders.setReminderRule, {
        kind: 'milestone',
        daysBefore: [],
        daysAfter: [],
        byEmail: false,
        directiveId: null,
        level: null,
        ...rule,
      } as never)

    test('the standing body sets them for its directive, the administrator of the whole for all, nobody else', async () => {
      assert.equal((await set(province, { directiveId, daysBefore: [10] })).status, 200)
      assert.equal((await set(clerk, { directiveId, daysBefore: [10] })).status, 403)
      assert.equal((await set(province, { daysBefore: [10] })).status, 403)
      const administrator = await house.visit('quantri')
      assert.equal((await set(administrator, { directiveId, daysBefore: [10] })).status, 403)
      assert.equal((await set(administrator, { level: 'commune', daysAfter: [2] })).status, 200)
      const { rules, canSetForAll } = await administrator.ask(reminders.listReminderRules, {})
      assert.equal(canSetForAll, true)
      const commune = rules.find(({ level }) => level === 'commune')
      assert.deepEqual([commune?.daysAfter, commune?.canSet], [[2], true])
      await administrator.ask(reminders.endReminderRule, { ruleId: commune?.id as never })
      const general = rules.find(({ kind, level, directiveId }) => kind === 'milestone' && level === null && directiveId === null)
      assert.equal((await administrator.try(reminders.endReminderRule, { ruleId: general?.id as never })).status, 409)
    })

    test('the one of the directive holds before the one of all, from the day it was set on', async () => {
      await setClockDay(house.db, '2013-11-16')
      const { directiveId, obligations } = await issueOrders(house, ['Huyện ủy Tiên Du tổng kết việc thứ hai trong ngày 20-12-2013.'])
      const id = obligations[0]?.id as string
      await set(province, { directiveId, daysBefore: [20], daysAfter: [] })
      await take(clerk, id, { event: 'accept' })
      await on('2013-11-29')
      assert.deepEqual(await standing(clerk, id), [])
      await on('2013-11-30')
      assert.deepEqual(await standing(clerk, id), ['milestone 2013-11-30'])
      await on('2013-12-13')
      assert.deepEqual(await standing(clerk, id), ['milestone 2013-11-30'])
      await set(province, { directiveId, daysBefore: [], daysAfter: [] })
      await on('2013-12-25')
      assert.deepEqual(await standing(clerk, id), ['milestone 2013-11-30'])
      const { rules } = await province.ask(reminders.listReminderRules, {})
      assert.equal(rules.filter((rule) => rule.directiveId === directiveId).length, 1)
      await set(province, { directiveId, level: 'district', daysBefore: [], daysAfter: [3] })
      await on('2013-12-25')
      assert.deepEqual(await standing(clerk, id), ['milestone 2013-12-23'])
    })

    test('the one of a level holds for bodies of that level alone, and the one of a directive before it', async () => {
      await setClockDay(house.db, '2013-11-16')
      const administrator = await house.visit('quantri')
      await set(administrator, { kind: 'accept', level: 'commune', daysAfter: [5] })
      const { directiveId, obligations } = await issueOrders(house, ['Huyện ủy Tiên Du, Đảng ủy xã Lạc Vệ sơ kết công tác trong ngày 20-12-2013.'])
      const of = (name: string) => obligations.find(({ bodyName }) => bodyName === name)?.id as string
      const commune = await house.visit('xalacve.vanthu')
      const told = async () => [await standing(clerk, of('Huyện ủy Tiên Du')), await standing(commune, of('Đảng ủy xã Lạc Vệ'))]
      await on('2013-11-20')
      assert.deepEqual(await told(), [['accept 2013-11-19'], []])
      await on('2013-11-21')
      assert.deepEqual(await told(), [['accept 2013-11-19'], ['accept 2013-11-21']])
      await set(province, { directiveId, kind: 'accept', daysAfter: [6] })
      await on('2013-11-22')
      assert.deepEqual(await told(), [['accept 2013-11-22'], ['accept 2013-11-22']])
      const { rules } = await administrator.ask(reminders.listReminderRules, {})
      await administrator.ask(reminders.endReminderRule, { ruleId: rules.find(({ level }) => level === 'commune')?.id as never })
    })

    test('days off are noted by the administrator of the whole', async () => {
      const administrator = await house.visit('quantri')
      await administrator.ask(reminders.setDayOff, { day: '2013-12-24', name: 'Nghỉ bù' })
      const { days, canSet } = await administrator.ask(reminders.listDaysOff, { year: 2013 })
      assert.ok(canSet && days.some(({ day, name }) => day === '2013-12-24' && name === 'Nghỉ bù') && days.some(({ day }) => day === '2013-09-02'))
      assert.equal((await (await house.visit('tubacninh.chuyenvien')).try(reminders.setDayOff, { day: '2013-12-24', name: 'Nghỉ bù' })).status, 403)
    })
  })
})
