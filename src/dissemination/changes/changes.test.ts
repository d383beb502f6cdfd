import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { openHouse, type TestHouse, type Visitor } from '../../../test/kit.ts'
import { findObligation, issuePlan, take } from '../../../test/story.ts'
import { endpoints as directives } from '../../directives/contract.ts'
import { endpoints as organisations } from '../../organisations/contract.ts'
import { endpoints as overview } from '../../overview/contract.ts'
import { endpoints as people } from '../../people/contract.ts'
import { endpoints as coverage } from '../../plans/coverage/contract.ts'
import { foldCovers } from '../../plans/coverage/queries/kept.ts'
import { endpoints as tasks } from '../../tasks/contract.ts'
import { endpoints as dissemination } from '../contract.ts'
import { endpoints } from './contract.ts'
import { differs } from './rules.ts'

const proposal = 'Xây dựng đề án điều chỉnh'
const review = 'Rà soát, điều chỉnh số lượng'

describe('changes of a directive that was sent out', () => {
  let house: TestHouse
  let directiveId: never
  let queVo: string
  const visitors = new Map<string, Visitor>()
  before(async () => {
    house = await openHouse()
    directiveId = (await issuePlan(house)) as never
    const { rows } = await sql<{ username: string }>`
      select person.username from body_version body join post on post.body_id = body.body_id and 'clerk' = any(post.duties) join holding on holding.post_id = post.id
      join person on person.id = holding.person_id where body.name = 'Huyện ủy Quế Võ' order by username limit 1`.execute(house.db)
    queVo = rows[0]?.username as string
  })
  after(() => house.close())

  const as = async (username: string): Promise<Visitor> => {
    const visitor = visitors.get(username) ?? (await house.visit(username))
    visitors.set(username, visitor)
    return visitor
  }
  const bodyOf = async (name: string) => {
    const [body] = await (await as('btctw.chuyenvien')).ask(organisations.searchBodies, { words: name })
    assert.equal(body?.name, name)
    return body?.id as never
  }
  const obligationOf = async (who: string, body: string, words: string) => findObligation(await as(who), directiveId, body, words)
  const opened = async (who: string, obligationId: string) => (await as(who)).ask(tasks.openObligation, { obligationId: obligationId as never })
  const received = async (who: string, of = directiveId) => {
    const { changes } = await (await as(who)).ask(endpoints.listReceivedChanges, { directiveId: of })
    const [newest] = changes
    assert.ok(newest, `${who} was asked nothing`)
    return newest
  }
  const tryAgree = async (who: string, of = directiveId) => {
    const { id, version } = await received(who, of)
    return (await as(who)).try(endpoints.agreeChange, { changeReceiptId: id as never, version })
  }
  const agree = async (who: string, of = directiveId) => {
    const { status, body } = await tryAgree(who, of)
    assert.equal(status, 200, body.message ?? '')
    return body
  }
  const listed = async (who = 'btctw.chuyenvien', of = directiveId) => (await as(who)).ask(endpoints.listChanges, { directiveId: of })
  const send = async (who: string, id: string) => {
    const { changes } = await listed(who, await homeOf(id))
    const draft = changes.find((change) => change.id === id)
    return (await as(who)).ask(endpoints.sendChange, { changeId: id as never, version: draft?.version as number })
  }
  const homeOf = async (changeId: string) =>
    (await house.db.selectFrom('directiveChange').select('directiveId').where('id', '=', changeId).executeTakeFirstOrThrow()).directiveId as never

  /** The tally that boards read against the obligations as they are. */
  async function checkTally(): Promise<void> {
    const { rows } = await sql`
      select directive_id, task_id, state, is_late, next_due, reported_on, reached, sum(count)::int as count from (
        select directive_id, task_id, state, is_late, next_due, reported_on, reached, count from obligation_tally
        union all select directive_id, task_id, state, is_late, next_due, case when state = 'reported' then reported_on end, reached, -count(*) from obligation group by 1, 2, 3, 4, 5, 6, 7
      ) both_ways group by 1, 2, 3, 4, 5, 6, 7 having sum(count) <> 0`.execute(house.db)
    assert.deepEqual(rows, [])
  }

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
    await foldCovers(house.db)
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
    const work = async () =>
      (await province.ask(dissemination.listDisseminationWork, {})).filter((one) => one.directiveId === directiveId).map(({ kind }) => kind)
    assert.ok((await work()).includes('answer-change'))
    const done = await agree('tubacninh.chuyenvien')
    assert.equal((await work()).includes('answer-change'), false)
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
    const covered = await clerk.ask(coverage.openCoverage, { directiveId })
    assert.ok(covered.tasks.some(({ text }) => text === 'Xây dựng đề án sắp xếp tổ chức bộ máy'))

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

  test('whoever is sent the directive later is asked of its changes; an ended task is laid on nobody more', async () => {
    const [clerk, province] = await Promise.all(['btctw.chuyenvien', 'tubacninh.chuyenvien'].map(as))
    if (!clerk || !province) throw new Error('somebody is missing')
    const { rows } = await province.ask(dissemination.listIncoming, {})
    const receipt = rows.find((row) => row.directiveId === directiveId)
    if (receipt?.state === 'arrived') await province.ask(dissemination.receiveSeveral, { receiptIds: [receipt.id as never] })
    await province.ask(dissemination.passOn, { receiptId: receipt?.id as never })
    assert.equal((await received(queVo)).state, 'asked')
    const ended = await house.db.selectFrom('task').select('id').where('endedOn', 'is not', null).executeTakeFirstOrThrow()
    const { status, body } = await clerk.try(tasks.assignTask, {
      taskId: ended.id as never,
      bodyId: await bodyOf('Tỉnh ủy Hải Dương'),
      text: 'Giao thêm',
    })
    assert.equal(status, 409)
    assert.match(body.message as string, /đã được thay hoặc rút/)
  })

  /** A directive of the province, laid on its districts, sent out and received by two of them. */
  async function sentOut(title: string): Promise<never> {
    const clerk = await as('tubacninh.chuyenvien')
    const read = await clerk.ask(directives.readDirective, {
      text: `KẾ HOẠCH\n${title}\n1- Các huyện ủy xây dựng đề án trước ngày 31-12-2013.\nNơi nhận:\n- Các huyện ủy,\n- Lưu Văn phòng Tỉnh ủy.`,
    })
    const { ownerId, kind, recipients } = await clerk.ask(directives.openDirective, read)
    const facts = { kind, title, number: null, issuedOn: null, recipients, references: [], issuerName: 'Tỉnh ủy Bắc Ninh', secrecy: 'none' as const }
    await clerk.ask(directives.amendDirective, { ...read, version: 1, ...facts, issuerId: ownerId as never, standingId: ownerId as never })
    await clerk.ask(directives.issueDirective, { ...read, version: 2 })
    await clerk.ask(dissemination.startDissemination, { ...read, way: 'level-by-level', downTo: 'commune' })
    return read.directiveId as never
  }

  test('a directive that is recalled ends where that is agreed to, and stands where it is refused', async () => {
    const recalled = await sentOut('về việc thứ nhất')
    const clerk = await as('tubacninh.chuyenvien')
    const { changeId } = await clerk.ask(endpoints.draftChange, { directiveId: recalled, kind: 'recall', reason: 'Ban hành không đúng thẩm quyền' })
    const totals = async () => (await clerk.ask(dissemination.openReceiptBoard, { directiveId: recalled })).totals
    const before = await totals()
    await send('tubacninh.chuyenvien', changeId)
    const after = await totals()
    assert.deepEqual([after.unsent, after.expected], [0, before.expected - before.unsent])
    const { takenBack } = await (await as('hutiendu.chuyenvien')).ask(endpoints.listReceivedChanges, { directiveId: recalled })
    assert.deepEqual([takenBack?.kind, takenBack?.reason], ['recall', 'Ban hành không đúng thẩm quyền'])
    const done = await agree('hutiendu.chuyenvien', recalled)
    assert.deepEqual([done.ended.length, done.carried.length, done.added.length], [1, 0, 0])
    const { id, version } = await received(queVo, recalled)
    await (await as(queVo)).ask(endpoints.refuseChange, { changeReceiptId: id as never, version, reason: 'Đã ban hành đề án' })
    const states = async (who: string) => {
      const visitor = await as(who)
      const { rows } = await visitor.ask(tasks.listObligations, { directiveId: recalled })
      const receipt = (await visitor.ask(dissemination.listIncoming, {})).rows.find((row) => row.directiveId === recalled)
      return [receipt?.state, rows.map(({ state }) => state)]
    }
    assert.deepEqual(await states('hutiendu.chuyenvien'), ['recalled', []])
    assert.deepEqual(await states(queVo), ['arrived', ['given']])
    assert.equal((await totals()).expected, after.expected - 1)
    const further = { directiveId: recalled, bodyIds: [await bodyOf('Thành ủy Đà Nẵng')] }
    assert.match((await clerk.try(dissemination.sendFurther, further)).body.message as string, /thu hồi hoặc thay thế/)
    assert.equal((await clerk.try(endpoints.draftChange, { directiveId: recalled, kind: 'recall', reason: 'Lần nữa' })).status, 409)
    assert.equal((await listed('tubacninh.chuyenvien', recalled)).canChange, false)
    await checkTally()
  })

  test('a directive that is replaced gives way to another, which its receivers are led to', async () => {
    const [replaced, replacing] = [await sentOut('về việc thứ hai'), await sentOut('về việc thứ hai, thay thế')]
    const clerk = await as('tubacninh.chuyenvien')
    const replace = { directiveId: replaced, kind: 'replace', reason: 'Ban hành kế hoạch mới' } as const
    assert.match((await clerk.try(endpoints.draftChange, { ...replace, replacementId: replaced })).body.message as string, /văn bản khác/)
    assert.equal((await clerk.try(endpoints.draftChange, { ...replace, replacementId: directiveId })).status, 400)
    const { changeId } = await clerk.ask(endpoints.draftChange, { ...replace, replacementId: replacing })
    await send('tubacninh.chuyenvien', changeId)
    const change = await received('hutiendu.chuyenvien', replaced)
    assert.equal(change.replacement?.id, replacing)
    await agree('hutiendu.chuyenvien', replaced)
    const { rows } = await (await as('hutiendu.chuyenvien')).ask(tasks.listObligations, { words: 'xây dựng đề án' })
    assert.deepEqual(
      [replaced, replacing].map((id) => rows.filter((row) => row.directiveId === id).map(({ state }) => state)),
      [[], ['given']],
    )
    await checkTally()
  })

  test('a task that an update has ended leaves the lists once it lies on nobody', async () => {
    const updated = await sentOut('về việc thứ ba')
    const clerk = await as('tubacninh.chuyenvien')
    const [task] = await clerk.ask(tasks.listTasks, { directiveId: updated })
    const { changeId } = await clerk.ask(endpoints.draftChange, {
      directiveId: updated,
      kind: 'update',
      reason: 'Làm rõ sản phẩm',
      items: [{ kind: 'amend', taskId: task?.id as never, text: 'Các huyện ủy xây dựng đề án và tờ trình', product: 'Đề án, tờ trình' }],
    })
    await send('tubacninh.chuyenvien', changeId)
    assert.equal((await clerk.ask(tasks.listTasks, { directiveId: updated })).length, 2)
    const { rows } = await sql<{ id: string; bodyId: string; personId: string; holdingId: string }>`
      select distinct on (answer.id) answer.id, answer.body_id, holding.person_id, holding.id as holding_id from change_receipt answer
      join post on post.body_id = answer.body_id and 'clerk' = any(post.duties) join holding on holding.post_id = post.id where answer.change_id = ${changeId}`.execute(
      house.db,
    )
    const circumstances = { now: Temporal.Instant.from('2013-11-16T02:00:00Z'), language: 'vi' as const }
    for (const { id, bodyId, personId, holdingId } of rows) {
      const user = { personId, sessionId: personId, name: '', holdingId, bodyId, reachId: bodyId, duties: ['clerk'] }
      await house.office.answer(endpoints.agreeChange, user, { changeReceiptId: id as never, version: 1 }, circumstances)
    }
    const left = await sql<{ count: number }>`select count(*) from obligation where task_id = ${task?.id} and state <> 'withdrawn'`.execute(house.db)
    assert.equal(left.rows[0]?.count, 0)
    assert.deepEqual(
      (await clerk.ask(tasks.listTasks, { directiveId: updated })).map(({ id }) => id === task?.id),
      [false],
    )
    assert.deepEqual(
      (await clerk.ask(overview.openMatrix, { directiveId: updated })).tasks.map(({ text }) => text),
      ['Các huyện ủy xây dựng đề án và tờ trình'],
    )
  })

  test('whatever is done in whatever order, nothing that was agreed to be ended lies open, and the counts are right', async () => {
    const of = await sentOut('về việc thứ tư')
    const clerk = await as('tubacninh.chuyenvien')
    const [task] = await clerk.ask(tasks.listTasks, { directiveId: of })
    const { changeId } = await clerk.ask(endpoints.draftChange, {
      directiveId: of,
      kind: 'update',
      reason: 'Đổi thời hạn',
      items: [{ kind: 'amend', taskId: task?.id as never, text: 'Xây dựng đề án chi tiết', product: 'Đề án' }],
    })
    await send('tubacninh.chuyenvien', changeId)
    const office = house.office
    const circumstances = { now: Temporal.Instant.from('2013-11-16T02:00:00Z'), language: 'vi' as const }
    const holders = await sql<{ bodyId: string; personId: string; holdingId: string; below: string[] }>`
      select distinct on (post.body_id) post.body_id, holding.person_id, holding.id as holding_id,
        array(select child.body_id from body_version child where child.parent_id = post.body_id and child.valid @> date '2013-11-15' order by child.body_id limit 3) as below
      from obligation join post on post.body_id = obligation.body_id and 'clerk' = any(post.duties) join holding on holding.post_id = post.id
      where obligation.directive_id = ${of} order by post.body_id, holding.id`.execute(house.db)
    const succeeded = new Set<string>()
    const act = fc.record({ at: fc.nat(), event: fc.constantFrom('agree', 'refuse', 'accept', 'progress', 'hand-down') })
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 15, maxLength: 30 }), async (acts) => {
        for (const { at, event } of acts) {
          const { bodyId, personId, holdingId, below } = holders.rows[at % holders.rows.length] as (typeof holders.rows)[number]
          const user = { personId, sessionId: personId, name: '', holdingId, bodyId, reachId: bodyId, duties: ['clerk'] }
          const answer = await house.db
            .selectFrom('changeReceipt')
            .select(['id', 'version'])
            .where('changeId', '=', changeId)
            .where('bodyId', '=', bodyId)
            .executeTakeFirst()
          const lies = await house.db
            .selectFrom('obligation')
            .select(['id', 'version'])
            .where('directiveId', '=', of)
            .where('bodyId', '=', bodyId)
            .where('state', '<>', 'withdrawn')
            .executeTakeFirst()
          const given = { changeReceiptId: answer?.id as never, version: answer?.version ?? 0 }
          const doing =
            event === 'agree'
              ? answer && office.answer(endpoints.agreeChange, user, given, circumstances)
              : event === 'refuse'
                ? answer && office.answer(endpoints.refuseChange, user, { ...given, reason: 'Có lý do' }, circumstances)
                : lies &&
                  office.answer(
                    tasks.takeStep,
                    user,
                    {
                      obligationId: lies.id as never,
                      version: lies.version,
                      event: event as 'accept',
                      text: 'Đang làm',
                      percent: 20,
                      bodyIds: event === 'hand-down' ? (below as never) : [],
                    },
                    circumstances,
                  )
          await (doing as Promise<unknown> | undefined)?.then(
            () => succeeded.add(event),
            (error) => assert.ok('kind' in error, String(error)),
          )
        }
        await checkTally()
        const { rows } = await sql`
          select obligation.id from obligation join change_receipt answer on answer.body_id = obligation.body_id and answer.change_id = ${changeId} and answer.state = 'agreed'
          where obligation.task_id = ${task?.id} and obligation.state not in ('verified', 'withdrawn')
          union all select made.id from obligation made join obligation old on old.id = made.continues_id where old.state <> 'withdrawn' or old.body_id <> made.body_id`.execute(
          house.db,
        )
        assert.deepEqual(rows, [])
        const { rows: unasked } = await sql`
          select obligation.id from obligation where obligation.task_id = ${task?.id} and obligation.state not in ('verified', 'withdrawn')
            and not exists (select from change_receipt answer where answer.body_id = obligation.body_id and answer.change_id = ${changeId} and answer.state <> 'agreed')`.execute(
          house.db,
        )
        assert.deepEqual(unasked, [])
      }),
      { numRuns: 5 },
    )
    assert.deepEqual([...succeeded].sort(), ['accept', 'agree', 'hand-down', 'progress', 'refuse'])
  })

  test('a change of a secret directive is known to the bodies it was sent to alone', async () => {
    const clerk = await as('tubacninh.chuyenvien')
    const read = await clerk.ask(directives.readDirective, {
      text: 'KẾ HOẠCH\nvề việc kín\n1- Huyện ủy Tiên Du xây dựng đề án kín trước ngày 31-12-2013.',
    })
    const { ownerId, kind, title } = await clerk.ask(directives.openDirective, read)
    const facts = {
      kind,
      title,
      number: null,
      issuedOn: null,
      recipients: [],
      references: [],
      issuerName: 'Tỉnh ủy Bắc Ninh',
      secrecy: 'secret' as const,
    }
    await clerk.ask(directives.amendDirective, { ...read, version: 1, ...facts, issuerId: ownerId as never, standingId: ownerId as never })
    await clerk.ask(directives.issueDirective, { ...read, version: 2 })
    await clerk.ask(dissemination.startDissemination, { ...read, way: 'at-once' })
    const { changeId } = await clerk.ask(endpoints.draftChange, { ...read, kind: 'recall', reason: 'Việc kín đã xong' })
    await send('tubacninh.chuyenvien', changeId)
    assert.equal((await received('hutiendu.chuyenvien', read.directiveId as never)).kind, 'recall')
    for (const who of [queVo, 'btctw.lanhdao', 'quantri']) {
      const visitor = await as(who)
      const inputs = { directiveId: read.directiveId }
      assert.notEqual((await visitor.try(endpoints.listChanges, inputs)).status, 200, who)
      assert.notEqual((await visitor.try(endpoints.listReceivedChanges, inputs)).status, 200, who)
      assert.notEqual((await visitor.try(endpoints.listChangeAnswers, { changeId })).status, 200, who)
    }
    assert.equal((await (await as('hutiendu.chuyenvien')).ask(people.getMe, {})).person?.username, 'hutiendu.chuyenvien')
  })
})

describe('what a change says', () => {
  const milestone = fc.record({
    worded: fc.string(),
    due: fc.constantFrom(null, '2014-03-31', '2014-12-30'),
    kind: fc.constantFrom('date' as const, 'vague' as const),
    what: fc.string(),
  })
  const said = fc.record({ text: fc.string(), product: fc.string(), milestones: fc.array(milestone, { maxLength: 3 }) })
  test('a task differs just when something in it does', () => {
    fc.assert(
      fc.property(said, said, (one, other) => {
        assert.equal(differs(one, structuredClone(one)), false)
        assert.equal(differs(one, { ...one, text: `${one.text}.` }), true)
        assert.equal(differs(one, other), differs(other, one))
      }),
    )
  })
})
