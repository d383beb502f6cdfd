import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { changesDesk } from '../../../test/changes.ts'
import { openHouse, type TestHouse, type Visitor } from '../../../test/kit.ts'
import { clerkOf, provincialPlan } from '../../../test/plans.ts'
import { endpoints as dissemination } from '../contract.ts'
import { endpoints as study } from '../session/contract.ts'
import { endpoints } from './contract.ts'

describe('members who have studied a directive', () => {
  let house: TestHouse
  let directiveId: never
  let province: Visitor
  let district: Visitor
  let bodyId: never
  const { sentOut } = changesDesk(
    () => house,
    () => directiveId,
  )
  before(async () => {
    house = await openHouse()
    province = await house.visit('tubacninh.chuyenvien')
    directiveId = (await provincialPlan(province)) as never
    district = await clerkOf(house, 'Huyện ủy Gia Bình')
    const name = 'Huyện ủy Gia Bình'
    bodyId = (await house.db.selectFrom('bodyVersion').select('bodyId').where('name', '=', name).executeTakeFirstOrThrow()).bodyId as never
    await house.db.deleteFrom('studyMembers').execute()
    await house.db.deleteFrom('bodyMembers').execute()
    await house.db.updateTable('receipt').set({ members: null, membersStudied: 0 }).execute()
  })
  after(() => house.close())

  const board = async () => (await province.ask(dissemination.openReceiptBoard, { directiveId })).totals
  const say = async (visitor: Visitor, members: number, studied: number) => {
    const { status, body } = await visitor.try(endpoints.sayMembers, { directiveId, members, studied })
    return [status, body.message] as const
  }
  const receiptOf = async (id: never) => (await district.ask(dissemination.listIncoming, {})).rows.find((row) => row.directiveId === id)?.id as never
  const held = () => district.ask(study.listSessions, { directiveId, bodyId: bodyId }).then(({ rows }) => rows)

  test('are told by each body for itself and counted up to the whole', async () => {
    const before = await board()
    assert.deepEqual([before.members, before.membersStudied, before.counted], [0, 0, 0])
    const own = await district.ask(endpoints.openMembers, { directiveId })
    assert.deepEqual([own.members, own.studied, own.canSay], [null, null, true])
    assert.ok(own.present > 0)
    assert.equal((await say(district, 312, 298))[0], 200)
    assert.equal((await say(province, 90, 90))[0], 200)
    const { members, membersStudied, counted } = await board()
    assert.deepEqual([members, membersStudied, counted], [402, 388, 1])
    const shown = await province.ask(dissemination.listReceipts, { directiveId, group: 'members-left' })
    assert.deepEqual(
      shown.rows.map((row) => [row.bodyName, row.membersStudied, row.members]),
      [['Huyện ủy Gia Bình', 298, 312]],
    )
    // said again: it replaces what was said
    await say(district, 310, 310)
    assert.deepEqual((await board()).membersStudied, 400)
    assert.deepEqual(
      (await district.ask(endpoints.openMembers, { directiveId })).said.map(({ members, studied }) => [members, studied]),
      [
        [310, 310],
        [312, 298],
      ],
    )
    assert.equal((await province.ask(dissemination.listReceipts, { directiveId, group: 'members-left' })).total, 0)
  })

  test('are no more than there are, and none before a session was held', async () => {
    assert.deepEqual(await say(district, 300, 301), [400, 'Số đảng viên đã quán triệt (301) không thể nhiều hơn tổng số đảng viên (300).'])
    for (const { id, version } of await held())
      await district.ask(study.withdrawSession, { sessionId: id as never, version, why: 'Ghi nhầm văn bản' })
    assert.equal((await board()).membersStudied, 90)
    const [status, said] = await say(district, 300, 12)
    assert.equal(status, 409)
    assert.match(said ?? '', /Chưa có hội nghị quán triệt nào/)
    assert.equal((await say(district, 305, 0))[0], 200)
    assert.equal((await board()).members, 395)
  })

  test('how many there are is known under another directive, sent before or after, until it is said there too', async () => {
    const sent = await sentOut('về rà soát tổ chức bộ máy')
    const knownOf = async (id: string) =>
      (await province.ask(dissemination.listReceipts, { directiveId: id as never, words: 'Gia Bình', level: 'district' })).rows[0]?.members
    assert.equal(await knownOf(sent), 305)
    assert.equal((await say(district, 308, 0))[0], 200)
    assert.equal(await knownOf(sent), 308)
    await district.ask(dissemination.receiveSeveral, { receiptIds: [await receiptOf(sent)] })
    await district.ask(endpoints.sayMembers, { directiveId: sent, members: 309, studied: 0 })
    assert.equal((await say(district, 311, 0))[0], 200)
    assert.equal(await knownOf(sent), 309)
  })

  test('nobody says it for others, nor for what they have not received', async () => {
    const stranger = await house.visit('btctw.lanhdao')
    assert.equal((await say(stranger, 10, 1))[0], 409)
  })
})
