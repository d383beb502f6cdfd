import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { changesDesk } from '../../../test/changes.ts'
import { openHouse, type TestHouse } from '../../../test/kit.ts'
import { issuePlan, take } from '../../../test/story.ts'
import { endpoints as tasks } from '../../tasks/contract.ts'
import { endpoints as dissemination } from '../contract.ts'
import { endpoints } from './contract.ts'

const proposal = 'Xây dựng đề án điều chỉnh'
const review = 'Rà soát, điều chỉnh số lượng'

describe('changes of a directive that was sent out', () => {
  let house: TestHouse
  let directiveId: never
  let queVo: string
  before(async () => {
    house = await openHouse()
    directiveId = (await issuePlan(house)) as never
    const { rows } = await sql<{ username: string }>`
      select person.username from body_version body join post on post.body_id = body.body_id and 'clerk' = any(post.duties) join holding on holding.post_id = post.id
      join person on person.id = holding.person_id where body.name = 'Huyện ủy Quế Võ' order by username limit 1`.execute(house.db)
    queVo = rows[0]?.username as string
  })
  after(() => house.close())
  const { as, bodyOf, obligationOf, opened, received, tryAgree, agree, listed, send, checkTally } = changesDesk(
    () => house,
    () => directiveId,
  )

  test('nothing is changed before it was sent out, nor by others than the sender', async () => {
    const given = { directiveId, kind: 'recall', reason: 'Ban hành nhầm thể thức' } as const
    const clerk = await as('btctw.chuyenvien')
    assert.match((await clerk.try(endpoints.draftChange, given)).body.message as string, /chưa được gửi đi/)
    const { recipients } = await clerk.ask(dissemination.previewDissemination, { directiveId })
    for (const { named, bodies, isArchive } of recipients)
      if (bodies === 0 && !isArchive) await clerk.ask(dissemination.matchRecipient, { directiveId, named, settled: true })
    await clerk.ask(dissemination.startDissemination, { directiveId, way: 'level-by-level', downTo: 'district' })
    assert.equal((await (await as('tubacninh.chuyenvien')).try(endpoints.draftChange, given)).status, 403)
    assert.equal((await (await as('ubndsontra.vanthu')).try(endpoints.draftChange, given)).status, 404)
    const { canChange, changes } = await listed()
    assert.deepEqual([canChange, changes], [true, []])
    assert.deepEqual(await listed('tubacninh.chuyenvien'), { canChange: false, changes: [] })
  })

  test('a change is prepared, with a look at what it does on whom; two at once: the second is told', async () => {
    const clerk = await as('btctw.chuyenvien')
    const { taskId } = await obligationOf('tubacninh.chuyenvien', 'Tỉnh ủy Bắc Ninh', proposal)
    const update = { directiveId, kind: 'update', reason: 'Bộ Chính trị lùi thời hạn' } as const
    const refused = async (given: object, sentence: RegExp) => {
      const { status, body } = await clerk.try(endpoints.draftChange, { ...update, ...given } as never)
      assert.equal(status, 400, 'it was taken')
      assert.match(body.message as string, sentence)
    }
    await refused({ items: [{ kind: 'amend', taskId, text: '' }] }, /nội dung nhiệm vụ/)
    await refused({ items: [{ kind: 'add', text: 'Báo cáo kết quả' }] }, /cơ quan chủ trì/)
    await refused({ items: [{ kind: 'amend', taskId: null, text: 'Không rõ' }] }, /không thuộc văn bản/)
    await refused({ kind: 'recall', items: [{ kind: 'withdraw', taskId }] }, /cả văn bản/)
    await refused({ kind: 'replace' }, /văn bản thay thế/)
    const { changeId, version } = await clerk.ask(endpoints.draftChange, {
      ...update,
      items: [{ kind: 'withdraw', taskId: taskId as never }],
    })
    assert.equal((await clerk.try(endpoints.draftChange, update)).status, 409)
    assert.equal((await clerk.ask(endpoints.draftChange, { ...update, version, reason: 'Lùi thời hạn' })).changeId, changeId)
    assert.equal((await clerk.try(endpoints.sendChange, { changeId, version })).status, 409)
    assert.match((await clerk.try(endpoints.sendChange, { changeId, version: version + 1 })).body.message as string, /ít nhất một nhiệm vụ/)
    await clerk.ask(endpoints.draftChange, { ...update, version: version + 1, items: [{ kind: 'withdraw', taskId: taskId as never }] })
    const [draft] = (await listed()).changes
    const counted = await sql<{ count: number }>`select count(*) from obligation where task_id = ${taskId} and state not in ('verified', 'withdrawn')`
      .execute(house.db)
      .then(({ rows }) => rows[0]?.count)
    assert.deepEqual([draft?.affected.obligations, draft?.items[0]?.affected], [counted, counted])
    assert.equal(
      draft?.affected.levels.reduce((sum, { bodies }) => sum + bodies, 0),
      draft?.affected.bodies,
    )
    assert.deepEqual((await (await as('tubacninh.chuyenvien')).ask(endpoints.listReceivedChanges, { directiveId })).changes, [])
    await clerk.ask(endpoints.dropChange, { changeId, version: version + 2 })
    assert.equal((await clerk.try(endpoints.sendChange, { changeId, version: version + 3 })).status, 409)
    assert.deepEqual((await listed()).changes, [])
  })

  test('an update is applied where it is agreed to: changed tasks are carried on, withdrawn ones end, added ones are laid', async () => {
    const [clerk, province, district] = await Promise.all(['btctw.chuyenvien', 'tubacninh.chuyenvien', 'hutiendu.chuyenvien'].map(as))
    if (!clerk || !province || !district) throw new Error('somebody is missing')
    const old = await obligationOf('tubacninh.chuyenvien', 'Tỉnh ủy Bắc Ninh', proposal)
    const ending = await obligationOf('tubacninh.chuyenvien', 'Tỉnh ủy Bắc Ninh', review)
    const before = await opened('tubacninh.chuyenvien', old.id)
    await take(province, old.id, { event: 'accept' }, { event: 'progress', text: 'Đã lập tổ soạn thảo', percent: 40 })
    await province.ask(tasks.takeStep, {
      obligationId: old.id as never,
      version: 3,
      event: 'hand-down',
      text: 'Giao huyện chuẩn bị phần của huyện',
      bodyIds: [await bodyOf('Huyện ủy Tiên Du')],
    })
    const own = await obligationOf('hutiendu.chuyenvien', 'Huyện ủy Tiên Du', proposal)
    await take(district, own.id, { event: 'accept' })
    const [bacNinh, daNang] = [await bodyOf('Tỉnh ủy Bắc Ninh'), await bodyOf('Thành ủy Đà Nẵng')]
    const milestones = [{ worded: 'trong quý I-2014', due: '2014-03-31', kind: 'date' as const, what: '' }]
    const { changeId } = await clerk.ask(endpoints.draftChange, {
      directiveId,
      kind: 'update',
      reason: 'Bộ Chính trị bổ sung nhiệm vụ và lùi thời hạn',
      items: [
        { kind: 'amend', taskId: old.taskId as never, text: 'Xây dựng đề án sắp xếp tổ chức bộ máy', product: 'Đề án', milestones },
        { kind: 'withdraw', taskId: ending.taskId as never },
        { kind: 'add', text: 'Báo cáo kết quả rà soát biên chế năm 2013', milestones, bodyIds: [bacNinh, daNang] },
      ],
    })
    const { asked, own: ownOfSender } = await send('btctw.chuyenvien', changeId)
    assert.ok(asked > 60)
    assert.ok(ownOfSender === null || ownOfSender.ended.length > 0)
    await checkTally()

    const change = await received('tubacninh.chuyenvien')
    assert.deepEqual(
      change.items.map(({ kind, obligationId, before, text }) => [kind, obligationId, before?.text.slice(0, 8), text.slice(0, 8)]),
      [
        ['amend', old.id, proposal.slice(0, 8), 'Xây dựng'],
        ['withdraw', ending.id, review.slice(0, 8), ''],
        ['add', null, undefined, 'Báo cáo '],
      ],
    )
    assert.deepEqual(change.obligations.map(({ id }) => id).sort(), [old.id, ending.id].sort())
    assert.equal((await clerk.try(endpoints.agreeChange, { changeReceiptId: change.id as never, version: 1 })).status, 404)
    assert.equal((await province.try(endpoints.agreeChange, { changeReceiptId: change.id as never, version: 7 })).status, 409)
    const done = await agree('tubacninh.chuyenvien')
    assert.deepEqual([done.carried.length, done.ended.length, done.added.length], [1, 2, 1])
    assert.equal((await tryAgree('tubacninh.chuyenvien')).status, 409)

    const gone = await opened('tubacninh.chuyenvien', old.id)
    assert.deepEqual([gone.state, gone.steps[0]?.event], ['withdrawn', 'withdraw'])
    assert.match(gone.steps[0]?.text as string, /cập nhật của văn bản: Bộ Chính trị bổ sung/)
    const newId = done.carried[0]?.newId as string
    const now = await opened('tubacninh.chuyenvien', newId)
    assert.deepEqual(
      [now.state, now.percent, now.text, now.product, now.nextDue, now.verifierId, now.address],
      ['in-progress', 40, 'Xây dựng đề án sắp xếp tổ chức bộ máy', 'Đề án', '2014-03-31', before.verifierId, before.address],
    )
    assert.deepEqual([now.continues?.id, gone.continuedBy?.id], [old.id, newId])
    assert.deepEqual(
      now.children.map(({ id }) => id),
      [own.id],
    )
    assert.equal((await opened('tubacninh.chuyenvien', ending.id)).state, 'withdrawn')
    const leads = ['Thành ủy Đà Nẵng', 'Tỉnh ủy Bắc Ninh']
    const sent = (await listed()).changes[0]?.items.at(-1)
    assert.deepEqual(sent?.bodies.map(({ name }) => name).sort(), leads)
    const written = (await clerk.ask(tasks.listTasks, { directiveId })).find(({ text }) => text.startsWith('Báo cáo kết quả rà soát biên chế'))
    assert.deepEqual(written?.roles.map(({ named }) => named).sort(), leads)
    const added = await opened('tubacninh.chuyenvien', done.added[0] as string)
    assert.deepEqual([added.state, added.verifierName, added.nextDue], ['given', 'Ban Tổ chức Trung ương', '2014-03-31'])
    await checkTally()

    const below = await agree('hutiendu.chuyenvien')
    const carriedId = below.carried[0]?.newId as string
    assert.equal((await opened('hutiendu.chuyenvien', carriedId)).state, 'accepted')
    assert.deepEqual(
      (await opened('tubacninh.chuyenvien', newId)).children.filter(({ state }) => state !== 'withdrawn').map(({ id }) => id),
      [carriedId],
    )
    await checkTally()
  })

  test('milestones that stay, with the days granted for them, are carried on', async () => {
    const [clerk, province] = await Promise.all(['btctw.chuyenvien', 'tubacninh.chuyenvien'].map(as))
    if (!clerk || !province) throw new Error('somebody is missing')
    const old = await obligationOf('tubacninh.chuyenvien', 'Tỉnh ủy Bắc Ninh', 'Báo cáo kết quả rà soát')
    const first = await opened('tubacninh.chuyenvien', old.id)
    await take(province, old.id, { event: 'accept' })
    await province.ask(tasks.takeStep, {
      obligationId: old.id as never,
      version: 2,
      event: 'progress',
      text: 'Xong đợt đầu',
      milestoneIds: [first.milestones[0]?.id as never],
    })
    const kept = { worded: 'trong quý I-2014', due: '2014-03-31', kind: 'date' as const, what: '' }
    const { changeId } = await clerk.ask(endpoints.draftChange, {
      directiveId,
      kind: 'update',
      reason: 'Thêm một đợt báo cáo',
      items: [
        {
          kind: 'amend',
          taskId: old.taskId as never,
          text: 'Báo cáo kết quả rà soát biên chế năm 2013 và năm 2014',
          milestones: [kept, { worded: 'trước ngày 31-12-2014', due: '2014-12-30', kind: 'date', what: '' }],
        },
      ],
    })
    await send('btctw.chuyenvien', changeId)
    const { carried } = await agree('tubacninh.chuyenvien')
    const now = await opened('tubacninh.chuyenvien', carried[0]?.newId as string)
    assert.deepEqual(
      [now.milestones.map(({ reachedOn }) => reachedOn !== null), now.nextDue, now.finalDue],
      [[true, false], '2014-12-30', '2014-12-30'],
    )
    await checkTally()
  })

  test('a refusal has a reason, which the sender reads; what lies there stays, and may be agreed to later', async () => {
    const [clerk, city] = await Promise.all(['btctw.chuyenvien', 'tudanang.chuyenvien'].map(as))
    if (!clerk || !city) throw new Error('somebody is missing')
    const { changes } = await city.ask(endpoints.listReceivedChanges, { directiveId })
    const first = changes.at(-1)
    assert.ok(first)
    const answer = (reason: string) => city.try(endpoints.refuseChange, { changeReceiptId: first.id as never, version: first.version, reason })
    assert.equal((await answer('')).status, 400)
    assert.equal((await answer('Đề án đã được thường vụ thông qua')).status, 200)
    const kept = await obligationOf('tudanang.chuyenvien', 'Thành ủy Đà Nẵng', proposal)
    assert.equal(kept.state, 'given')
    const sent = (await listed()).changes.at(-1)
    assert.equal(sent?.refused, 1)
    const { rows } = await clerk.ask(endpoints.listChangeAnswers, { changeId: sent?.id as never })
    assert.deepEqual([rows[0]?.bodyName, rows[0]?.state, rows[0]?.reason], ['Thành ủy Đà Nẵng', 'refused', 'Đề án đã được thường vụ thông qua'])
    assert.ok(rows.some(({ state }) => state === 'asked'))
    assert.equal((await clerk.ask(endpoints.listChangeAnswers, { changeId: sent?.id as never, state: 'refused' })).total, 1)
    assert.equal((await city.try(endpoints.listChangeAnswers, { changeId: sent?.id as never })).status, 404)
    assert.equal((await clerk.try(endpoints.exportChangeAnswers, { changeId: sent?.id as never })).status, 200)
    const handed = await bodyOf('Quận ủy Sơn Trà')
    await take(city, kept.id, { event: 'accept' })
    await city.ask(tasks.takeStep, { obligationId: kept.id as never, version: 2, event: 'hand-down', text: 'Giao quận', bodyIds: [handed] })
    const { rows: named } = await clerk.ask(endpoints.listChangeAnswers, { changeId: sent?.id as never, words: 'quan uy son tra' })
    assert.deepEqual(
      named.map(({ state }) => state),
      ['asked'],
    )
    const again = (await city.ask(endpoints.listReceivedChanges, { directiveId })).changes.at(-1)
    const done = await city.ask(endpoints.agreeChange, { changeReceiptId: first.id as never, version: again?.version as number })
    assert.deepEqual([done.carried.length, done.added.length], [1, 1])
    assert.equal((await listed()).changes.at(-1)?.refused, 0)
    await checkTally()
  })

  test('whoever is sent the directive later is told of its changes; an ended task is laid on nobody more', async () => {
    const [clerk, province] = await Promise.all(['btctw.chuyenvien', 'tubacninh.chuyenvien'].map(as))
    if (!clerk || !province) throw new Error('somebody is missing')
    const { rows } = await province.ask(dissemination.listIncoming, {})
    const receipt = rows.find((row) => row.directiveId === directiveId)
    if (receipt?.state === 'arrived') await province.ask(dissemination.receiveSeveral, { receiptIds: [receipt.id as never] })
    await province.ask(dissemination.passOn, { receiptId: receipt?.id as never })
    assert.equal((await received(queVo)).state, 'noted') // none of them is about it
    const ended = await house.db.selectFrom('task').select('id').where('endedOn', 'is not', null).executeTakeFirstOrThrow()
    const { status, body } = await clerk.try(tasks.assignTask, {
      taskId: ended.id as never,
      bodyId: await bodyOf('Tỉnh ủy Hải Dương'),
      text: 'Giao thêm',
    })
    assert.equal(status, 409)
    assert.match(body.message as string, /đã được thay hoặc rút/)
  })
})
