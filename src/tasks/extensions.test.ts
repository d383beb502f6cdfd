import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { findObligation, issuePlan } from '../../test/story.ts'
import { endpoints as organisations } from '../organisations/contract.ts'
import { endpoints as overview } from '../overview/contract.ts'
import { endpoints as people } from '../people/contract.ts'
import { type Event, endpoints } from './contract.ts'

const review = 'Rà soát, điều chỉnh số lượng'
const late = 'Chủ trì phối hợp với Ban cán sự đảng Chính phủ, Đảng đoàn Quốc hội'

describe('a deadline', () => {
  let house: TestHouse
  let directiveId: string
  const visitors = new Map<string, Visitor>()
  before(async () => {
    house = await openHouse()
    directiveId = await issuePlan(house)
  })
  after(() => house.close())

  const as = async (username: string): Promise<Visitor> => {
    const visitor = visitors.get(username) ?? (await house.visit(username))
    visitors.set(username, visitor)
    return visitor
  }
  const open = async (who: string, id: string) => (await as(who)).ask(endpoints.openObligation, { obligationId: id as never })
  const of = async (who: string, bodyName: string, words: string) => (await findObligation(await as(who), directiveId, bodyName, words)).id
  type Given = { text?: string; file?: string; until?: string; milestoneIds?: string[]; bodyIds?: string[] }
  const tryStep = async (who: string, id: string, event: Event, { file, ...given }: Given = {}) => {
    const visitor = await as(who)
    const fileIds = file ? [(await visitor.upload(file, `Nội dung của ${file}`)).body.id] : []
    const { version } = await visitor.ask(endpoints.openObligation, { obligationId: id as never })
    return visitor.try(endpoints.takeStep, { obligationId: id as never, version, event, fileIds, ...given } as never)
  }
  const step = async (...given: Parameters<typeof tryStep>) => {
    const { status, body } = await tryStep(...given)
    assert.equal(status, 200, body.message ?? '')
  }
  const refused = async (status: number, sentence: RegExp, ...given: Parameters<typeof tryStep>) => {
    const answer = await tryStep(...given)
    assert.equal(answer.status, status, answer.body.message ?? 'it was done')
    assert.match(answer.body.message as string, sentence)
  }
  const setDay = async (day: string) => (await as('quantri')).ask(people.setClock, { day })
  const workOf = async (who: string) => (await (await as(who)).ask(overview.listMyWork, { kind: 'extension', limit: 200 })).rows.map(({ id }) => id)
  const bodyId = async (words: string) => (await (await as('quantri')).ask(organisations.searchBodies, { words }))[0]?.id as string
  const tallied = async () => {
    const { rows } = await sql`
      with kept as (
        select task_id, state, is_late, next_due, reached, sum(count)::int as count from obligation_tally where directive_id = ${directiveId} group by 1, 2, 3, 4, 5 having sum(count) <> 0
      ), counted as (
        select task_id, state, is_late, next_due, reached, count(*)::int as count from obligation where directive_id = ${directiveId} group by 1, 2, 3, 4, 5
      ) (select * from kept except select * from counted) union all (select * from counted except select * from kept)`.execute(house.db)
    assert.deepEqual(rows, [])
  }

  test('is asked for with a later day and a reason, and granted by another day: the milestone moves, and nothing else', async () => {
    const id = await of('bcsdcp.chuyenvien', 'Ban cán sự đảng Chính phủ', 'Chủ trì phối hợp với các cơ quan có liên quan tổng kết')
    await refused(409, /Không thể/, 'bcsdcp.chuyenvien', id, 'ask-extension', { text: 'Chưa tiếp nhận', until: '2014-02-28' })
    await step('bcsdcp.chuyenvien', id, 'accept')
    const { nextDue, finalDue } = await open('bcsdcp.chuyenvien', id)
    assert.ok(nextDue)
    await refused(400, /lý do/, 'bcsdcp.chuyenvien', id, 'ask-extension', { until: '2014-02-28' })
    await refused(400, /sau ngày/, 'bcsdcp.chuyenvien', id, 'ask-extension', { text: 'Cùng ngày', until: nextDue })
    await refused(400, /sau ngày/, 'bcsdcp.chuyenvien', id, 'ask-extension', { text: 'Không có ngày' })
    assert.deepEqual(await workOf('btctw.thamdinh'), [])
    await step('bcsdcp.chuyenvien', id, 'ask-extension', { text: 'Còn chờ ý kiến các cơ quan', until: '2014-02-28' })
    const asked = await open('bcsdcp.chuyenvien', id)
    assert.deepEqual([asked.state, asked.nextDue, asked.extension.waiting?.until], ['accepted', nextDue, '2014-02-28'])
    assert.equal(asked.events.includes('ask-extension'), false)
    await refused(409, /đang chờ quyết định/, 'bcsdcp.chuyenvien', id, 'ask-extension', { text: 'Hỏi lại', until: '2014-03-31' })
    assert.deepEqual([await workOf('btctw.thamdinh'), await workOf('bcsdcp.chuyenvien'), await workOf('tubacninh.thamdinh')], [[id], [], []])
    await refused(409, /Không thể/, 'bcsdcp.chuyenvien', id, 'grant-extension', { until: '2014-02-28' })
    await refused(400, /chọn ngày/, 'btctw.thamdinh', id, 'grant-extension')
    await refused(400, /sau ngày/, 'btctw.thamdinh', id, 'grant-extension', { until: nextDue })
    await step('btctw.thamdinh', id, 'grant-extension', { until: '2014-01-31' })
    const granted = await open('bcsdcp.chuyenvien', id)
    assert.deepEqual(
      [granted.state, granted.nextDue, granted.extension],
      ['accepted', '2014-01-31', { asked: 1, granted: 1, mostGranted: 2, askBy: '2014-03-02', waiting: null }],
    )
    assert.ok(finalDue && granted.finalDue === (finalDue > '2014-01-31' ? finalDue : '2014-01-31'))
    const [moved] = granted.milestones
    assert.deepEqual([moved?.due, moved?.dueBefore], ['2014-01-31', nextDue])
    assert.deepEqual(
      granted.steps.slice(0, 2).map(({ event, until }) => [event, until]),
      [
        ['grant-extension', '2014-01-31'],
        ['ask-extension', '2014-02-28'],
      ],
    )
    assert.deepEqual(await workOf('btctw.thamdinh'), [])
    await refused(409, /Không có đề nghị/, 'btctw.thamdinh', id, 'grant-extension', { until: '2014-05-31' })
    await tallied()
  })

  test('refused with a reason it stays; asked again it counts apart; granted as often as may be, it is asked no more', async () => {
    const id = await of('tudanang.chuyenvien', 'Thành ủy Đà Nẵng', review)
    await step('tudanang.chuyenvien', id, 'accept')
    const { nextDue } = await open('tudanang.chuyenvien', id)
    const ask = (until: string) => step('tudanang.chuyenvien', id, 'ask-extension', { text: 'Khối lượng lớn', until })
    await ask('2017-06-30')
    await refused(400, /lý do/, 'btctw.chuyenvien', id, 'refuse-extension')
    await step('btctw.chuyenvien', id, 'refuse-extension', { text: 'Thời hạn do Bộ Chính trị ấn định' })
    assert.deepEqual([(await open('tudanang.chuyenvien', id)).nextDue, (await open('tudanang.chuyenvien', id)).extension.granted], [nextDue, 0])
    for (const until of ['2017-06-30', '2017-07-31']) {
      await ask(until)
      await step('btctw.thamdinh', id, 'grant-extension', { until })
    }
    const { extension, blocked } = await open('tudanang.chuyenvien', id)
    assert.deepEqual([extension.asked, extension.granted], [3, 2])
    assert.match(blocked.find(({ event }) => event === 'ask-extension')?.why as string, /đã được gia hạn 2 lần/)
    await refused(409, /đã được gia hạn 2 lần/, 'tudanang.chuyenvien', id, 'ask-extension', { text: 'Lần nữa', until: '2017-12-31' })
    await house.db.updateTable('extensionRule').set({ mostGranted: 3 }).execute()
    await ask('2017-12-31')
    await house.db.updateTable('extensionRule').set({ mostGranted: 2 }).execute()
    await tallied()
  })

  test('long past is asked for no more; granted while it may be, what was overdue is in time again, and late only after the day granted', async () => {
    const id = await of('btctw.chuyenvien', 'Ban Tổ chức Trung ương', late)
    await step('btctw.chuyenvien', id, 'accept')
    const due = (await open('btctw.chuyenvien', id)).finalDue as string
    const after = (days: number) => Temporal.PlainDate.from(due).add({ days }).toString()
    try {
      await setDay(after(31))
      await refused(409, /hơn 30 ngày/, 'btctw.chuyenvien', id, 'ask-extension', { text: 'Muộn', until: after(90) })
      assert.ok(!(await open('btctw.chuyenvien', id)).events.includes('ask-extension'))
      await setDay(after(30))
      const last = await open('btctw.chuyenvien', id)
      assert.deepEqual([last.standing, last.extension.askBy, last.events.includes('ask-extension')], ['open-overdue', after(30), true])
      await step('btctw.chuyenvien', id, 'ask-extension', { text: 'Còn chờ số liệu', until: after(60) })
      await refused(403, /chính mình/, 'btctw.lanhdao', id, 'grant-extension', { until: after(60) })
      await step('bct.thamdinh', id, 'grant-extension', { until: after(60) })
      assert.equal((await open('btctw.chuyenvien', id)).standing, 'open-in-time')
      const timeline = await (await as('btctw.lanhdao')).ask(overview.openTimeline, { directiveId: directiveId as never })
      const { taskId } = await open('btctw.chuyenvien', id)
      assert.equal(timeline.find((one) => one.taskId === taskId)?.overdue, 0)
      await setDay(after(60))
      await step('btctw.chuyenvien', id, 'report', { text: 'Đã trình', file: 'to-trinh.txt' })
      await setDay(after(70))
      await step('bct.thamdinh', id, 'verify')
      assert.equal((await open('btctw.chuyenvien', id)).standing, 'done-on-time')
      await tallied()
    } finally {
      await setDay('2013-11-15')
    }
  })

  test('of its own goes down with what is handed down, not after the one above, and makes it late', async () => {
    const clerk = 'tubacninh.chuyenvien'
    const parent = await of(clerk, 'Tỉnh ủy Bắc Ninh', review)
    await step(clerk, parent, 'accept')
    const { finalDue } = await open(clerk, parent)
    assert.ok(finalDue)
    const bodyIds = [await bodyId('Huyện ủy Tiên Du')]
    const past = Temporal.PlainDate.from(finalDue).add({ days: 1 }).toString()
    await refused(400, /không được sau hạn cuối/, clerk, parent, 'hand-down', { text: 'Giao huyện', bodyIds, until: past })
    await refused(400, /trước ngày hôm nay/, clerk, parent, 'hand-down', { text: 'Giao huyện', bodyIds, until: '2013-11-14' })
    await step(clerk, parent, 'hand-down', { text: 'Giao huyện', bodyIds, until: '2013-11-20' })
    const above = await open(clerk, parent)
    assert.equal(above.events.includes('report'), false)
    assert.match(above.blocked.find(({ event }) => event === 'report')?.why as string, /Còn 1 nhiệm vụ giao cấp dưới chưa xong/)
    const child = above.children[0]?.id as string
    assert.deepEqual([above.children[0]?.nextDue, above.children[0]?.finalDue], ['2013-11-20', '2013-11-20'])
    const district = 'hutiendu.chuyenvien'
    await step(district, child, 'accept')
    await step(district, child, 'ask-extension', { text: 'Chờ hướng dẫn', until: '2013-11-30' })
    await step('tubacninh.thamdinh', child, 'grant-extension', { until: '2013-11-22' })
    assert.deepEqual([(await open(district, child)).nextDue, (await open(district, child)).finalDue], ['2013-11-22', '2013-11-22'])
    try {
      await setDay('2013-11-23')
      assert.equal((await open(district, child)).standing, 'open-overdue')
      await step(district, child, 'report', { text: 'Đã có đề án', file: 'de-an.txt' })
      await step('tubacninh.thamdinh', child, 'verify')
      const done = await open(district, child)
      assert.deepEqual([done.standing, done.nextDue, done.finalDue], ['done-late', null, '2013-11-22'])
      assert.equal((await open(clerk, parent)).events.includes('report'), true)
    } finally {
      await setDay('2013-11-15')
    }
    await tallied()
  })

  test('comes along when a returned task is given to another body', async () => {
    const id = await of('bcsdcp.chuyenvien', 'Ban cán sự đảng Chính phủ', 'Chủ trì nghiên cứu việc thành lập')
    await step('bcsdcp.chuyenvien', id, 'return', { text: 'Thuộc Ban cán sự đảng Bộ Nội vụ' })
    const to = await bodyId('Ban cán sự đảng Bộ Nội vụ')
    await refused(409, /Không thể/, 'bcsdcp.chuyenvien', id, 'give-on', { text: 'Tự chuyển', bodyIds: [to] })
    await refused(400, /chọn một cơ quan/, 'btctw.chuyenvien', id, 'give-on', { text: 'Giao Bộ Nội vụ' })
    await refused(400, /cấp cao hơn|Danh mục/, 'btctw.chuyenvien', id, 'give-on', { text: 'Giao', bodyIds: ['00000000-0000-7000-8000-000000000000'] })
    const { bodyId: own } = await open('btctw.chuyenvien', id)
    await refused(409, /đã giao cho cơ quan đó/, 'btctw.chuyenvien', id, 'give-on', { text: 'Giao lại chính nó', bodyIds: [own] })
    await step('btctw.chuyenvien', id, 'give-on', { text: 'Giao Bộ Nội vụ chủ trì', bodyIds: [to] })
    const old = await open('btctw.chuyenvien', id)
    assert.deepEqual([old.state, old.replacedBy?.bodyName], ['withdrawn', 'Ban cán sự đảng Bộ Nội vụ'])
    const next = await open('bcsdbnv.chuyenvien', old.replacedBy?.id as string)
    assert.deepEqual([next.state, next.nextDue, next.finalDue, next.verifierName], ['given', old.nextDue, old.finalDue, old.verifierName])
    assert.equal((await open('btctw.chuyenvien', next.id)).replaces?.id, id)
    await tallied()
  })
})
