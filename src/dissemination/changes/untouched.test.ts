import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { changesDesk } from '../../../test/changes.ts'
import { openHouse, type TestHouse } from '../../../test/kit.ts'
import { take } from '../../../test/story.ts'
import { endpoints as overview } from '../../overview/contract.ts'
import { endpoints as tasks } from '../../tasks/contract.ts'
import { endpoints as urging } from '../../urging/contract.ts'
import { endpoints as dissemination } from '../contract.ts'
import { endpoints } from './contract.ts'
import { settleAnswers } from './settling.ts'

describe('a change that touches nothing of a receiver', () => {
  let house: TestHouse
  let directiveId: never
  const reason = 'Lùi thời hạn xây dựng đề án'
  const later = [{ worded: 'trong quý I-2014', due: '2014-03-31', kind: 'date' as const, what: '' }]
  before(async () => {
    house = await openHouse()
    directiveId = await sentOut('về việc không chạm', [
      'Huyện ủy Tiên Du chủ trì, phối hợp với Huyện ủy Yên Phong xây dựng đề án trước ngày 31-12-2013.',
      'Huyện ủy Quế Võ báo cáo kết quả trước ngày 31-12-2013.',
    ])
  })
  after(() => house.close())
  const { as, received, tryAgree, agree, listed, send, checkTally, sentOut } = changesDesk(
    () => house,
    () => directiveId,
  )
  const at = async (body: string) =>
    (
      await house.db
        .selectFrom('person')
        .innerJoin('holding', 'holding.personId', 'person.id')
        .innerJoin('post', 'post.id', 'holding.postId')
        .innerJoin('bodyVersion as body', 'body.bodyId', 'post.bodyId')
        .select('person.username')
        .where('body.name', '=', body)
        .where(sql<boolean>`'clerk' = any(post.duties)`)
        .orderBy('person.username')
        .executeTakeFirstOrThrow()
    ).username
  /** What lies on a body first in a directive. */
  const lying = (body: string, of: string) =>
    house.db
      .selectFrom('obligation')
      .innerJoin('bodyVersion as body', 'body.bodyId', 'obligation.bodyId')
      .select(['obligation.id', 'obligation.taskId'])
      .where('body.name', '=', body)
      .where('obligation.directiveId', '=', of)
      .orderBy('obligation.id')
      .executeTakeFirstOrThrow()
  const answers = async (changeId: string) => {
    const { rows } = await (await as('tubacninh.chuyenvien')).ask(endpoints.listChangeAnswers, { changeId: changeId as never, limit: 500 })
    return new Map(rows.map(({ bodyName, state }) => [bodyName, state]))
  }
  async function amend(taskId: string, text: string): Promise<{ id: string; asked: number; noted: number }> {
    const clerk = await as('tubacninh.chuyenvien')
    const items = [{ kind: 'amend' as const, taskId: taskId as never, text, milestones: later }]
    const { changeId } = await clerk.ask(endpoints.draftChange, { directiveId, kind: 'update', reason, items })
    return { id: changeId, ...(await send('tubacninh.chuyenvien', changeId)) }
  }

  test('is taken note of at once and told of; only whose task it is, or who has a part in it, is asked', async () => {
    const { taskId } = await lying('Huyện ủy Tiên Du', directiveId)
    const { id, asked, noted } = await amend(taskId, 'Xây dựng đề án sắp xếp tổ chức')
    const states = await answers(id)
    assert.deepEqual(
      [...states]
        .filter(([, state]) => state === 'asked')
        .map(([name]) => name)
        .sort(),
      ['Huyện ủy Tiên Du', 'Huyện ủy Yên Phong'],
    )
    assert.deepEqual([asked, noted, states.size], [2, states.size - 2, asked + noted])
    assert.equal(states.get('Huyện ủy Quế Võ'), 'noted', 'its task is another')
    const [change] = (await listed('tubacninh.chuyenvien')).changes
    assert.deepEqual([change?.asked, change?.agreed, change?.noted, change?.refused], [2, 0, noted, 0])

    const giaBinh = await at('Huyện ủy Gia Bình')
    const seen = await received(giaBinh)
    assert.deepEqual([seen.state, seen.decidedOn, seen.items, seen.canDecide], ['noted', '2013-11-15', [], false])
    const { status, body } = await tryAgree(giaBinh)
    assert.equal(status, 409)
    assert.match(body.message ?? '', /không phải trả lời/)
    const waiting = async (who: string) =>
      (await (await as(who)).ask(overview.listMyWork, { limit: 200 })).rows.filter((row) => row.kind === 'incoming' && row.step === 'answer-change')
        .length
    assert.deepEqual([await waiting(giaBinh), await waiting('hutiendu.chuyenvien')], [0, 1])
    const told = async (who: string) =>
      (await (await as(who)).ask(urging.listNotices, { kinds: ['noted-change'] })).rows.map(({ page, thingId, text, count }) => [
        page,
        thingId,
        text,
        count,
      ])
    assert.deepEqual([await told(giaBinh), await told('hutiendu.chuyenvien')], [[['change', directiveId, reason, 1]], []])
    assert.equal((await (await as('tubacninh.chuyenvien')).ask(endpoints.listChangeAnswers, { changeId: id as never, state: 'noted' })).total, noted)
  })

  test('is asked of all the same where a change that was not answered yet makes the task it is about', async () => {
    const newer = await house.db
      .selectFrom('task')
      .select('id')
      .where('directiveId', '=', directiveId)
      .where('replacesId', 'is not', null)
      .executeTakeFirstOrThrow()
    const { id } = await amend(newer.id, 'Xây dựng hai đề án sắp xếp tổ chức')
    const states = await answers(id)
    assert.deepEqual([states.get('Huyện ủy Tiên Du'), states.get('Huyện ủy Yên Phong'), states.get('Huyện ủy Gia Bình')], ['asked', 'asked', 'noted'])
  })

  test('is noted by whoever the directive is passed on to, until what it ends is laid on them', async () => {
    const district = await as('hutiendu.chuyenvien')
    const { rows } = await district.ask(dissemination.listIncoming, {})
    const receipt = rows.find((row) => row.directiveId === directiveId)
    await district.ask(dissemination.receiveSeveral, { receiptIds: [receipt?.id as never] })
    await district.ask(dissemination.passOn, { receiptId: receipt?.id as never })
    const {
      rows: [commune],
    } = await sql<{ bodyId: string; name: string }>`
      select below.body_id, body.name from receipt below join body_version body on body.body_id = below.body_id and upper_inf(body.valid)
      where below.from_id = ${receipt?.id} order by body.name limit 1`.execute(house.db)
    const stateOf = async () =>
      (
        await sql<{ state: string }>`
          select answer.state from change_receipt answer join directive_change change on change.id = answer.change_id
          where change.directive_id = ${directiveId} and answer.body_id = ${commune?.bodyId} order by change.id`.execute(house.db)
      ).rows.map(({ state }) => state)
    assert.deepEqual(await stateOf(), ['noted', 'noted'])
    const own = await lying('Huyện ủy Tiên Du', directiveId)
    await take(district, own.id, { event: 'accept' })
    await district.ask(tasks.takeStep, {
      obligationId: own.id as never,
      version: 2,
      event: 'hand-down',
      text: 'Giao xã',
      bodyIds: [commune?.bodyId as never],
    })
    assert.deepEqual(await stateOf(), ['asked', 'asked'])
    await checkTally()
  })

  test('agreed to before the change it builds on, it lays its own words, and what that asked is answered with it', async () => {
    const district = await as('hutiendu.chuyenvien')
    const own = async () => (await district.ask(endpoints.listReceivedChanges, { directiveId })).changes
    assert.equal((await agree('hutiendu.chuyenvien')).carried.length, 1)
    assert.deepEqual(
      (await own()).map(({ state, canDecide }) => [state, canDecide]),
      [
        ['agreed', false],
        ['agreed', false],
      ],
    )
    await checkTally()
  })

  test('is noted by whoever has done what it changes and was verified; once that is taken back, it is asked after all', async () => {
    const queVo = await at('Huyện ủy Quế Võ')
    const own = await lying('Huyện ủy Quế Võ', directiveId)
    await take(await as(queVo), own.id, { event: 'accept' }, { event: 'report', text: 'Đã báo cáo', file: 'bao-cao.txt' })
    const judge = await as('tubacninh.thamdinh')
    await take(judge, own.id, { event: 'verify' })
    const { id, asked } = await amend(own.taskId, 'Báo cáo kết quả thực hiện')
    assert.deepEqual([asked, (await answers(id)).get('Huyện ủy Quế Võ')], [0, 'noted'])
    const seen = await received(queVo)
    assert.deepEqual([seen.state, seen.canDecide, seen.items.map(({ state }) => state)], ['noted', false, ['verified']])
    await take(judge, own.id, { event: 'take-back', text: 'Xác nhận nhầm' })
    const again = await received(queVo)
    assert.deepEqual([again.state, again.canDecide], ['asked', true])
    assert.equal((await agree(queVo)).carried.length, 1)
    await checkTally()
  })

  test('is noted by and by where it was asked about before; who has still something of it to do, or has answered, stays as they are', async () => {
    const { taskId } = await house.db
      .selectFrom('obligation')
      .innerJoin('bodyVersion as body', 'body.bodyId', 'obligation.bodyId')
      .select('obligation.taskId')
      .where('body.name', '=', 'Huyện ủy Tiên Du')
      .where('obligation.directiveId', '=', directiveId)
      .where('obligation.state', 'not in', ['verified', 'withdrawn'])
      .executeTakeFirstOrThrow()
    const { id } = await amend(taskId, 'Xây dựng ba đề án sắp xếp tổ chức')
    const asked = async () =>
      [...(await answers(id))]
        .filter(([, state]) => state === 'asked')
        .map(([name]) => name)
        .sort()
    const concerned = await asked()
    assert.ok(concerned.includes('Huyện ủy Tiên Du'))
    // as it was when whoever has the directive was asked about all of it
    await sql`update change_receipt set state = 'asked', decided_on = null where change_id = ${id} and state = 'noted'`.execute(house.db)
    const refusing = await at('Huyện ủy Quế Võ')
    const { id: answerId, version } = await received(refusing)
    await (await as(refusing)).ask(endpoints.refuseChange, { changeReceiptId: answerId as never, version, reason: 'Không thuộc phạm vi' })
    assert.ok((await asked()).length > 5)
    assert.ok((await settleAnswers(house.db)) > 3)
    assert.deepEqual(await asked(), concerned)
    assert.equal((await answers(id)).get('Huyện ủy Quế Võ'), 'refused')
    assert.equal((await received(await at('Huyện ủy Gia Bình'))).state, 'noted')
    assert.equal(await settleAnswers(house.db), 0)
    await agree('hutiendu.chuyenvien')
  })

  test('a recall is asked of everybody who has the directive', async () => {
    const clerk = await as('tubacninh.chuyenvien')
    const { changeId } = await clerk.ask(endpoints.draftChange, { directiveId, kind: 'recall', reason: 'Ban hành nhầm thể thức' })
    assert.equal((await send('tubacninh.chuyenvien', changeId)).noted, 0)
    const giaBinh = await at('Huyện ủy Gia Bình')
    assert.equal((await received(giaBinh)).state, 'asked')
    await agree(giaBinh)
  })

  test('of a thousand receivers one is asked, and the rest are told, in a moment', async () => {
    const wide = await sentOut('về việc rộng khắp', ['Huyện ủy Tiên Du xây dựng đề án trước ngày 31-12-2013.'])
    const { rows: made } = await sql<{ id: string }>`
      with made as (insert into body (established) select '2000-01-01' from generate_series(1, 1000) returning id),
      named as (
        insert into body_version (body_id, valid, name, short_name, kind, level)
        select made.id, '[2000-01-01,)', 'Xã thử ' || row_number() over (), '', pattern.kind, 'commune' from made,
          (select kind from body_version where level = 'commune' limit 1) pattern
      )
      select id from made`.execute(house.db)
    await sql`
      insert into receipt (directive_id, body_id, why, level, state, arrived_on, placed_on)
      select ${wide}, id, 'added', 'commune', 'arrived', '2013-11-15', '2013-11-15' from unnest(${made.map(({ id }) => id)}::uuid[]) made(id)`.execute(
      house.db,
    )
    const { taskId } = await lying('Huyện ủy Tiên Du', wide)
    const clerk = await as('tubacninh.chuyenvien')
    const items = [{ kind: 'withdraw' as const, taskId: taskId as never }]
    const { changeId } = await clerk.ask(endpoints.draftChange, { directiveId: wide, kind: 'update', reason, items })
    const began = performance.now()
    const { asked, noted } = await send('tubacninh.chuyenvien', changeId)
    assert.ok(performance.now() - began < 5000)
    assert.equal(asked, 1)
    assert.ok(noted >= 1000)
    const [change] = (await listed('tubacninh.chuyenvien', wide)).changes
    assert.deepEqual([change?.asked, change?.noted], [1, noted])
  })
})
