import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { changesDesk } from '../../../test/changes.ts'
import { openHouse, type TestHouse, type Visitor } from '../../../test/kit.ts'
import { clerkOf } from '../../../test/plans.ts'
import { setClockDay } from '../../people/queries.ts'
import { endpoints as tasks } from '../../tasks/contract.ts'
import { endpoints as urging } from '../../urging/contract.ts'
import { endpoints } from './contract.ts'

const [original, first, second, third] = ['2013-12-30', '2014-01-31', '2014-02-28', '2014-03-31'] as const
const districts = ['Huyện ủy Tiên Du', 'Huyện ủy Quế Võ', 'Huyện ủy Yên Phong', 'Huyện ủy Gia Bình', 'Huyện ủy Thuận Thành'] as const

describe('updates of the same task one after another, answered in any order', () => {
  let house: TestHouse
  let directiveId: never
  const clerks = new Map<string, Visitor>()
  const { as, bodyOf, listed, send, checkTally, sentOut } = changesDesk(
    () => house,
    () => directiveId,
  )
  const clerk = (body: string) => clerks.get(body) as Visitor
  /** The changes a body was sent, the oldest first. */
  const changesOf = async (body: string) => (await clerk(body).ask(endpoints.listReceivedChanges, { directiveId })).changes.reverse()
  const answer = async (body: string, place: number, said: 'agree' | 'refuse') => {
    const { id, version } = (await changesOf(body))[place] ?? { id: '', version: 0 }
    const given = { changeReceiptId: id as never, version }
    return said === 'agree'
      ? clerk(body).try(endpoints.agreeChange, given)
      : clerk(body).try(endpoints.refuseChange, { ...given, reason: 'Đề án đã trình' })
  }
  const answered = async (body: string, place: number, said: 'agree' | 'refuse') => {
    const { status, body: reply } = await answer(body, place, said)
    assert.equal(status, 200, JSON.stringify(reply))
  }
  const states = async (body: string) => (await changesOf(body)).map(({ state }) => state)
  /** The days of what lies open on a body. */
  const days = async (body: string) =>
    (await clerk(body).ask(tasks.listObligations, { directiveId, bodyId: await bodyOf(body) })).rows.map(({ nextDue }) => nextDue)
  const until = (due: string) => [{ worded: `trước ngày ${due}`, due, kind: 'date' as const, what: '' }]
  const draft = (day: string, items: object[]) => ({ directiveId, kind: 'update', reason: `Lùi đến ${day}`, items }) as never
  async function update(day: string, items: object[]): Promise<void> {
    const { changeId } = await (await as('tubacninh.chuyenvien')).ask(endpoints.draftChange, draft(day, items))
    await send('tubacninh.chuyenvien', changeId)
  }
  const live = async (text: string) =>
    (await (await as('tubacninh.chuyenvien')).ask(tasks.listTasks, { directiveId })).find(
      (task) => task.endedOn === null && task.text.startsWith(text),
    )?.id as string
  before(async () => {
    house = await openHouse()
    for (const name of districts) clerks.set(name, await clerkOf(house, name))
    directiveId = await sentOut('về việc lùi hai lần', [
      'Các huyện ủy xây dựng đề án trước ngày 31-12-2013.',
      'Huyện ủy Tiên Du báo cáo kết quả trước ngày 31-12-2013.',
    ])
    const added = { kind: 'add', text: 'Rà soát biên chế', milestones: until(first), bodyIds: [await bodyOf('Huyện ủy Thuận Thành')] }
    await update('lần một', [
      { kind: 'amend', taskId: await live('Các huyện ủy'), text: 'Các huyện ủy xây dựng đề án', milestones: until(first) },
      added,
    ])
    await setClockDay(house.db, '2013-11-18')
    await update('lần hai', [
      { kind: 'amend', taskId: await live('Các huyện ủy'), text: 'Các huyện ủy xây dựng đề án, tờ trình', milestones: until(second) },
      { kind: 'amend', taskId: await live('Rà soát biên chế'), text: 'Rà soát biên chế đến hết năm', milestones: until(second) },
    ])
  })
  after(() => house.close())

  test('what is newer says what it does to what lies there now, and that it takes in what was not answered before', async () => {
    const [older, newer] = await changesOf('Huyện ủy Tiên Du')
    assert.deepEqual([older?.state, newer?.state], ['asked', 'asked'])
    const [item] = newer?.items ?? []
    assert.deepEqual([item?.before?.milestones[0]?.due, item?.milestones[0]?.due, newer?.items.length], [original, second, 1])
    const [change] = (await listed('tubacninh.chuyenvien')).changes
    const { rows } = await sql<{ count: number }>`
      select count(*) from obligation join task on task.id = obligation.task_id where task.directive_id = ${directiveId} and task.text like 'Các huyện ủy%'`.execute(
      house.db,
    )
    assert.equal(change?.affected.obligations, rows[0]?.count, 'what lies there in words older still is counted as left')
  })

  test('the newest first: it is held, and those before are answered by it', async () => {
    await answered('Huyện ủy Tiên Du', 1, 'agree')
    assert.deepEqual(await states('Huyện ủy Tiên Du'), ['agreed', 'agreed'])
    assert.deepEqual((await days('Huyện ủy Tiên Du')).sort(), [original, second])
    const [older] = await changesOf('Huyện ủy Tiên Du')
    assert.equal(older?.canDecide, false)
    const { status, body } = await answer('Huyện ủy Tiên Du', 0, 'agree')
    assert.equal(status, 409)
    assert.match(body.message as string, /đã đồng ý/)
    assert.equal((await answer('Huyện ủy Tiên Du', 0, 'refuse')).status, 409)
    await checkTally()
  })

  test('the oldest first: one after the other', async () => {
    await answered('Huyện ủy Quế Võ', 0, 'agree')
    assert.deepEqual([await days('Huyện ủy Quế Võ'), await states('Huyện ủy Quế Võ')], [[first], ['agreed', 'asked']])
    await answered('Huyện ủy Quế Võ', 1, 'agree')
    assert.deepEqual([await days('Huyện ủy Quế Võ'), await states('Huyện ủy Quế Võ')], [[second], ['agreed', 'agreed']])
  })

  test('the first refused, the second agreed to: the newest is held; the refusal stays readable and asks for nothing', async () => {
    await answered('Huyện ủy Yên Phong', 0, 'refuse')
    assert.deepEqual([await days('Huyện ủy Yên Phong'), await states('Huyện ủy Yên Phong')], [[original], ['refused', 'asked']])
    await setClockDay(house.db, '2013-11-19')
    await answered('Huyện ủy Yên Phong', 1, 'agree')
    assert.deepEqual([await days('Huyện ủy Yên Phong'), await states('Huyện ủy Yên Phong')], [[second], ['refused', 'agreed']])
    assert.equal((await changesOf('Huyện ủy Yên Phong'))[0]?.canDecide, false)
    const { rows } = await (await as('tubacninh.chuyenvien')).ask(urging.listNotices, { kinds: ['refused-change'], limit: 100 })
    assert.deepEqual(
      rows.filter(({ isSettled }) => !isSettled),
      [],
    )
  })

  test('both refused: what lay there stays, and either may be agreed to later', async () => {
    await answered('Huyện ủy Gia Bình', 0, 'refuse')
    await answered('Huyện ủy Gia Bình', 1, 'refuse')
    assert.deepEqual([await days('Huyện ủy Gia Bình'), await states('Huyện ủy Gia Bình')], [[original], ['refused', 'refused']])
    await answered('Huyện ủy Gia Bình', 0, 'agree')
    assert.deepEqual([await days('Huyện ủy Gia Bình'), await states('Huyện ủy Gia Bình')], [[first], ['agreed', 'refused']])
    await answered('Huyện ủy Gia Bình', 1, 'agree')
    assert.deepEqual(await days('Huyện ủy Gia Bình'), [second])
  })

  test('a task that the first adds and the second changes is laid once, as the second has it', async () => {
    await answered('Huyện ủy Thuận Thành', 1, 'agree')
    assert.deepEqual(
      [await days('Huyện ủy Thuận Thành'), await states('Huyện ủy Thuận Thành')],
      [
        [second, second],
        ['agreed', 'agreed'],
      ],
    )
    await checkTally()
  })

  test('a third reaches everybody, wherever they stopped; of what it does not take in, the answer is still owed', async () => {
    await update('lần ba, việc khác', [
      { kind: 'amend', taskId: await live('Huyện ủy Tiên Du'), text: 'Huyện ủy Tiên Du báo cáo', milestones: until(first) },
    ])
    await update('lần bốn', [
      { kind: 'amend', taskId: await live('Các huyện ủy'), text: 'Các huyện ủy xây dựng đề án chi tiết', milestones: until(third) },
    ])
    for (const name of districts) {
      assert.equal((await states(name)).at(-1), 'asked', name)
      await answered(name, -1 + (await states(name)).length, 'agree')
      assert.ok((await days(name)).includes(third), name)
    }
    assert.deepEqual(await states('Huyện ủy Tiên Du'), ['agreed', 'agreed', 'asked', 'agreed'])
    await answered('Huyện ủy Tiên Du', 2, 'agree')
    assert.deepEqual((await days('Huyện ủy Tiên Du')).sort(), [first, third])
    await checkTally()
  })
})
