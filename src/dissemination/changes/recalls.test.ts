import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { changesDesk } from '../../../test/changes.ts'
import { openHouse, type TestHouse } from '../../../test/kit.ts'
import { issuePlan } from '../../../test/story.ts'
import { endpoints as directives } from '../../directives/contract.ts'
import { endpoints as overview } from '../../overview/contract.ts'
import { endpoints as people } from '../../people/contract.ts'
import { setClockDay } from '../../people/queries.ts'
import { endpoints as plans } from '../../plans/orders/contract.ts'
import { endpoints as tasks } from '../../tasks/contract.ts'
import { endpoints as dissemination } from '../contract.ts'
import { endpoints } from './contract.ts'

const _proposal = 'Xây dựng đề án điều chỉnh'
const _review = 'Rà soát, điều chỉnh số lượng'

describe('directives that are recalled, replaced or updated in any order', () => {
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
  const { as, bodyOf, received, agree, listed, send, checkTally, issued, sendOut, sentOut } = changesDesk(
    () => house,
    () => directiveId,
  )

  test('a directive that is recalled ends where that is agreed to, and stands where it is refused', async () => {
    const recalled = await sentOut('về việc thứ nhất')
    const clerk = await as('tubacninh.chuyenvien')
    const { changeId } = await clerk.ask(endpoints.draftChange, { directiveId: recalled, kind: 'recall', reason: 'Ban hành không đúng thẩm quyền' })
    const totals = async () => (await clerk.ask(dissemination.openReceiptBoard, { directiveId: recalled })).totals
    const overdue = async () => {
      await setClockDay(house.db, '2013-12-21')
      const { overdue } = await totals()
      await setClockDay(house.db, '2013-11-15')
      return overdue
    }
    const before = await totals()
    assert.ok((await overdue()) > 0)
    await send('tubacninh.chuyenvien', changeId)
    assert.equal(await overdue(), 0)
    const after = await totals()
    assert.deepEqual([after.unsent, after.expected], [0, before.expected - before.unsent])
    const { takenBack } = await (await as('hutiendu.chuyenvien')).ask(endpoints.listReceivedChanges, { directiveId: recalled })
    assert.deepEqual([takenBack?.kind, takenBack?.reason], ['recall', 'Ban hành không đúng thẩm quyền'])
    const work = (await (await as('hutiendu.chuyenvien')).ask(overview.listMyWork, { limit: 200 })).rows.filter((row) => row.directiveId === recalled)
    assert.ok(work.length > 0 && work.every((row) => row.takenBack === 'recalled'), 'my work says that it was recalled')
    await setClockDay(house.db, '2014-02-03') // past every day of it
    const late = (await (await as('hutiendu.chuyenvien')).ask(overview.listMyWork, { limit: 200 })).rows.filter((row) => row.directiveId === recalled)
    await setClockDay(house.db, '2013-11-15')
    assert.deepEqual(
      late.map(({ kind, step, isOverdue, due }) => [kind, step, isOverdue, due]),
      [['incoming', 'answer-change', false, null]], // to take up the task, which nobody can any more, is not asked
    )
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

  test('by a recalled directive nothing more is laid on anybody, and an update of it waits for no answer', async () => {
    const recalled = await sentOut('về việc thứ tư, thu hồi')
    const clerk = await as('tubacninh.chuyenvien')
    const [task] = await clerk.ask(tasks.listTasks, { directiveId: recalled })
    const items = [{ kind: 'amend' as const, taskId: task?.id as never, text: 'Các huyện ủy xây dựng đề án, tờ trình', product: '' }]
    const update = await clerk.ask(endpoints.draftChange, { directiveId: recalled, kind: 'update', reason: 'Làm rõ', items })
    await send('tubacninh.chuyenvien', update.changeId)
    const asked = await received('hutiendu.chuyenvien', recalled)
    const recall = await clerk.ask(endpoints.draftChange, { directiveId: recalled, kind: 'recall', reason: 'Sai thẩm quyền' })
    const sent = async () => (await listed('tubacninh.chuyenvien', recalled)).changes.find(({ kind }) => kind === 'update')
    const before = await sent()
    await send('tubacninh.chuyenvien', recall.changeId)
    const after = await sent()
    // who had not answered by then is still counted, though nothing more is waited for
    assert.deepEqual([after?.asked, after?.lapsed, after?.agreed], [0, before?.asked, before?.agreed])
    const { total } = await clerk.ask(endpoints.listChangeAnswers, { changeId: update.changeId, state: 'lapsed' })
    assert.ok(total > 0 && total === after?.lapsed)
    const refused = async (reply: Promise<{ status: number; body: Record<string, unknown> }>) => {
      const { status, body } = await reply
      assert.deepEqual([status, /thu hồi hoặc thay thế/.test(body.message as string)], [409, true])
    }
    const bodyId = await bodyOf('Huyện ủy Tiên Du')
    const [live] = await clerk.ask(tasks.listTasks, { directiveId: recalled })
    await refused(clerk.try(tasks.assignTask, { taskId: live?.id as never, bodyId: bodyId as never, text: 'Giao thêm' }))
    const parts = [{ classId: null, bodyId: bodyId as never, level: null, dueOn: '2014-01-31', approver: 'superior' }]
    await refused(clerk.try(plans.createPlanOrder, { directiveId: recalled, title: 'Kế hoạch', parts, again: true } as never))
    assert.equal((await clerk.ask(plans.listPlanOrders, { directiveId: recalled })).canOrder, false)
    const district = await as('hutiendu.chuyenvien')
    await refused(district.try(endpoints.agreeChange, { changeReceiptId: asked.id as never, version: asked.version }))
    const { changes } = await district.ask(endpoints.listReceivedChanges, { directiveId: recalled })
    assert.deepEqual(
      changes.map(({ kind, canDecide }) => [kind, canDecide]),
      [
        ['recall', true],
        ['update', false],
      ],
    )
    assert.deepEqual(
      (await listed('tubacninh.chuyenvien', recalled)).changes.map(({ kind, asked }) => [kind, asked > 0]),
      [
        ['recall', true],
        ['update', false],
      ],
    )
    const { rows } = await clerk.ask(directives.listDirectives, {})
    assert.equal(rows.find(({ id }) => id === recalled)?.takenBack, 'recalled')
  })

  test('a directive that is replaced gives way to another, which its receivers are led to', async () => {
    const [replaced, replacing] = [await sentOut('về việc thứ hai'), await issued('về việc thứ hai, thay thế')]
    const clerk = await as('tubacninh.chuyenvien')
    const replace = { directiveId: replaced, kind: 'replace', reason: 'Ban hành kế hoạch mới' } as const
    assert.match((await clerk.try(endpoints.draftChange, { ...replace, replacementId: replaced })).body.message as string, /văn bản khác/)
    assert.equal((await clerk.try(endpoints.draftChange, { ...replace, replacementId: directiveId })).status, 400)
    const { changeId } = await clerk.ask(endpoints.draftChange, { ...replace, replacementId: replacing })
    const isSent = async () => (await listed('tubacninh.chuyenvien', replaced)).changes.find(({ id }) => id === changeId)?.replacement?.isSent
    assert.equal(await isSent(), false)
    await sendOut(replacing)
    assert.equal(await isSent(), true)
    await send('tubacninh.chuyenvien', changeId)
    const change = await received('hutiendu.chuyenvien', replaced)
    assert.deepEqual([change.replacement?.id, change.replacement?.isSent], [replacing, true])
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
      // Once all have agreed nobody can refuse: the first run sees to it that every act is done.
      { numRuns: 5, examples: [[['refuse', 'accept', 'progress', 'hand-down', 'agree'].map((event) => ({ at: 0, event }))]] },
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
