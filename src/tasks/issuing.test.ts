import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { findPlan, issuePlan } from '../../test/story.ts'
import { endpoints as directives } from '../directives/contract.ts'
import { endpoints as organisations } from '../organisations/contract.ts'
import { endpoints as overview } from '../overview/contract.ts'
import { endpoints } from './contract.ts'

type Laid = {
  id: string
  taskId: string
  bodyId: string
  parentId: string | null
  verifierId: string
  nextDue: string | null
  finalDue: string | null
  state: string
  givenOn: string
}

describe('issuing the plan of 2013', () => {
  let house: TestHouse
  let clerk: Visitor
  let directiveId: never
  let laid: Laid[]
  before(async () => {
    house = await openHouse()
    clerk = await house.visit('btctw.chuyenvien')
  })
  after(() => house.close())

  const bodyId = async (words: string) => (await clerk.ask(organisations.searchBodies, { words }))[0]?.id as string
  const version = async () => (await clerk.ask(directives.openDirective, { directiveId })).version

  test('28 tasks are read, and before it is issued every name must be matched and every task led', async () => {
    directiveId = (await findPlan(clerk)) as never
    const preview = await clerk.ask(endpoints.previewIssue, { directiveId })
    assert.equal(preview.tasks, 28)
    assert.deepEqual(preview.unmatched, [])
    assert.equal(preview.withoutLead.length, 1)
    const refused = await clerk.try(directives.issueDirective, { directiveId, version: await version() })
    assert.deepEqual([refused.status, refused.body.kind], [400, 'invalid'])
    assert.match(refused.body.message as string, /1 nhiệm vụ chưa có cơ quan chủ trì/)

    const early = await clerk.try(directives.issueDirective, { directiveId, version: await version(), effectiveOn: '1900-01-01' })
    assert.equal(early.status, 400)
    assert.match(early.body.message as string, /vào ngày hiệu lực 01-01-1900/)

    const task = (await clerk.ask(endpoints.listTasks, { directiveId }))[0]
    const named = task?.roles.find(({ role }) => role === 'lead')?.named as string
    const match = { bodyId: task?.roles[0]?.bodyId as never, classId: task?.roles[0]?.classId as never }
    await clerk.ask(endpoints.matchName, { directiveId, named, bodyId: null, classId: null })
    const unmatched = await clerk.try(directives.issueDirective, { directiveId, version: await version() })
    assert.match(unmatched.body.message as string, /tên cơ quan chưa xác định trong danh mục/)
    await clerk.ask(endpoints.matchName, { directiveId, named, ...match })
    const draft = await clerk.ask(directives.openDirective, { directiveId })
    assert.equal(draft.state, 'draft')
    assert.equal((await house.db.selectFrom('obligation').select('id').where('directiveId', '=', directiveId).execute()).length, 0)
  })

  test('whose reach does not hold the issuer can’t issue in its name', async () => {
    const { text } = await clerk.ask(directives.openDirective, { directiveId })
    const province = await house.visit('tubacninh.chuyenvien')
    const own = await province.ask(directives.readDirective, { text })
    const draft = await province.ask(directives.openDirective, { directiveId: own.directiveId })
    await house.db
      .updateTable('directive')
      .set({ issuerId: await bodyId('Bộ Chính trị') })
      .where('id', '=', own.directiveId)
      .execute()
    assert.equal((await province.ask(directives.openDirective, { directiveId: own.directiveId })).canIssue, false)
    const refused = await province.try(directives.issueDirective, { directiveId: own.directiveId, version: draft.version })
    assert.equal(refused.status, 403)
    assert.match(refused.body.message as string, /Cơ quan ban hành không thuộc phạm vi/)
  })

  test('another draft of the same number, and a day of effect before the document’s, are told of before issue', async () => {
    const first = await clerk.ask(directives.openDirective, { directiveId })
    const issuerId = (await bodyId('Bộ Chính trị')) as never
    const twin = async () => {
      const { directiveId: one } = await clerk.ask(directives.readDirective, { text: first.text, again: true })
      const facts = { ...first, number: '99-KH/TW', issuedOn: '2013-11-01', issuerId, references: [] }
      const { version } = await clerk.ask(directives.amendDirective, { ...facts, directiveId: one, version: 1 })
      return { directiveId: one, version }
    }
    const [one, other] = [await twin(), await twin()]
    const cautions = async () => (await clerk.ask(endpoints.previewIssue, { directiveId: one.directiveId, effectiveOn: '2013-10-02' })).cautions
    const [twins = '', early = ''] = await cautions()
    assert.match(twins, /^Còn một dự thảo cùng số/)
    assert.match(early, /^Ngày giao sớm hơn ngày ban hành/)
    await clerk.ask(directives.withdrawDraft, { ...other, why: 'trùng' })
    assert.equal((await cautions()).length, 1)
    await clerk.ask(directives.withdrawDraft, { ...one, why: 'thử' })
  })

  test('nothing is laid on a body above the issuer or of another place, at issue or later; and nothing at all on one that is being closed', async () => {
    const [province, leader] = await Promise.all(['tubacninh.chuyenvien', 'tubacninh.lanhdao'].map((name) => house.visit(name)))
    if (!province || !leader) throw new Error('somebody is missing')
    const own = await bodyId('Tỉnh ủy Bắc Ninh')
    const names = ['Bộ Chính trị', 'Thành ủy Đà Nẵng', 'Ủy ban nhân dân tỉnh Bắc Ninh', 'Huyện ủy Tiên Du']
    const [higher, sister, beside, other] = (await Promise.all(names.map(bodyId))) as [string, string, string, string]
    const draft = await province.ask(directives.readDirective, { text: 'KẾ HOẠCH\nvề một việc của tỉnh' })
    const facts = { kind: 'Kế hoạch', number: null, title: 'Một việc', issuedOn: null, issuerName: 'Tỉnh ủy Bắc Ninh', secrecy: 'none' as const }
    const bodies = { issuerId: own as never, standingId: own as never }
    const { version } = await province.ask(directives.amendDirective, { ...draft, ...facts, ...bodies, version: 1, recipients: [], references: [] })
    const lead = (to: string) => ({ role: 'lead' as const, named: 'cơ quan', bodyId: to as never, classId: null })
    const work = { text: 'Làm một việc', product: '', condition: '', isStanding: false, milestones: [] }
    for (const task of await province.ask(endpoints.listTasks, draft))
      await province.ask(endpoints.dropTask, { taskId: task.id as never, version: task.version, why: 'không giao' })
    const { taskId } = await province.ask(endpoints.addTask, { ...draft, ...work, from: null, to: null, roles: [lead(higher)] })
    const issue = () => province.try(directives.issueDirective, { ...draft, version })
    const { refusals, cautions } = await province.ask(endpoints.previewIssue, draft)
    assert.equal((await issue()).body.message, refusals[0])
    assert.match(refusals[0] as string, /không giao lên cấp trên hay sang nơi khác \(«Bộ Chính trị»\)/)
    assert.deepEqual(cautions, [])
    await province.ask(endpoints.editTask, { ...work, taskId, version: 1, roles: [lead(sister)] })
    assert.match((await issue()).body.message as string, /«Thành ủy Đà Nẵng»/)
    await province.ask(endpoints.editTask, { ...work, taskId, version: 2, roles: [lead(beside)] })
    await province.ask(directives.issueDirective, { ...draft, version })
    for (const outside of [higher, sister])
      assert.equal((await province.try(endpoints.assignTask, { taskId, bodyId: outside as never, text: 'Giao lên trên, sang ngang' })).status, 400)

    await house.db.updateTable('obligation').set({ state: 'verified' }).where('taskId', '=', taskId).execute()
    const answers = await Promise.all([
      leader.try(directives.closeDirective, { ...draft, version: version + 1, conclusion: 'Đã xong' }),
      province.try(endpoints.assignTask, { taskId, bodyId: other as never, text: 'Giao thêm' }),
    ])
    assert.equal(answers.filter(({ status }) => status === 200).length, 1)
  })

  test('lays each task on every body that leads it as of the day, as the preview promised', async () => {
    directiveId = (await issuePlan(house)) as never
    laid = (await house.db.selectFrom('obligation').selectAll().where('directiveId', '=', directiveId).execute()) as Laid[]
    const { rows } = await sql<{ taskId: string; bodyId: string }>`
      select distinct task.id as task_id, body.body_id from task
      join task_role role on role.task_id = task.id and role.role = 'lead'
      left join body_class class on class.id = role.class_id
      join body_version body on body.valid @> date '2013-11-15'
        and (body.body_id = role.body_id or (body.kind = any(class.kinds) and (class.levels = '{}' or body.level = any(class.levels))))
      where task.directive_id = ${directiveId}`.execute(house.db)
    const key = (one: { taskId: string; bodyId: string }) => `${one.taskId} ${one.bodyId}`
    assert.deepEqual(laid.map(key).sort(), rows.map(key).sort())
    assert.equal(new Set(laid.map(({ taskId }) => taskId)).size, 28)
    assert.ok(laid.every(({ state, givenOn }) => state === 'given' && givenOn === '2013-11-15'))
    const { tasks, obligations, bodies, levels } = await clerk.ask(endpoints.previewIssue, { directiveId, effectiveOn: '2013-11-15' })
    assert.deepEqual([tasks, obligations, bodies], [28, laid.length, new Set(laid.map((one) => one.bodyId)).size])
    assert.equal(
      levels.reduce((sum, level) => sum + level.obligations, 0),
      laid.length,
    )
    assert.equal((await clerk.ask(endpoints.listObligations, { directiveId })).total, laid.length)
  })

  test('what lies on a body under another with the same task hangs under the nearest such superior, who confirms it', async () => {
    const { rows: reach } = await sql<{ ancestorId: string; bodyId: string; depth: number }>`
      select ancestor_id, body_id, depth from body_reach where depth > 0 and valid @> date '2013-11-15'`.execute(house.db)
    const above = new Map<string, { ancestorId: string; depth: number }[]>()
    for (const { bodyId, ...one } of reach) above.set(bodyId, [...(above.get(bodyId) ?? []), one])
    const byKey = new Map(laid.map((one) => [`${one.taskId} ${one.bodyId}`, one]))
    const { standingId, issuerId } = await clerk.ask(directives.openDirective, { directiveId })
    const parts = await house.db.selectFrom('taskBody').selectAll().where('role', '=', 'submit-to').execute()
    let nested = 0
    for (const one of laid) {
      const [nearest] = (above.get(one.bodyId) ?? [])
        .sort((a, b) => a.depth - b.depth)
        .flatMap(({ ancestorId }) => byKey.get(`${one.taskId} ${ancestorId}`) ?? [])
      assert.equal(one.parentId, nearest?.id ?? null)
      if (nearest) nested++
      const receivers = parts.filter(({ taskId }) => taskId === one.taskId).map((part) => part.bodyId)
      if (nearest) assert.equal(one.verifierId, nearest.bodyId)
      else if (one.bodyId !== standingId) assert.equal(one.verifierId, standingId)
      else if (receivers.length) assert.ok(receivers.includes(one.verifierId))
      else assert.equal(one.verifierId, issuerId)
    }
    assert.ok(nested > 100)
    const standings = laid.filter((one) => one.bodyId === standingId)
    assert.ok(standings.length > 3 && standings.every((one) => one.verifierId !== standingId))
  })

  test('the next and the last deadline are those of the task', async () => {
    const milestones = await house.db.selectFrom('milestone').select(['taskId', 'due']).where('due', 'is not', null).execute()
    for (const { taskId, nextDue, finalDue } of laid) {
      const days = milestones.flatMap((one) => (one.taskId === taskId && one.due !== null ? [one.due] : [])).sort()
      assert.deepEqual([nextDue, finalDue], [days[0] ?? null, days.at(-1) ?? null])
    }
  })

  test('it is issued once, and corrected no more', async () => {
    assert.equal((await clerk.try(directives.issueDirective, { directiveId, version: await version() })).status, 409)
    const [task] = await clerk.ask(endpoints.listTasks, { directiveId })
    const [taskId, version_] = [task?.id as never, task?.version as number]
    assert.equal((await clerk.try(endpoints.dropTask, { taskId, version: version_, why: 'bỏ đi' })).status, 409)
    assert.equal((await clerk.try(endpoints.splitTask, { taskId, version: version_, at: 10 })).status, 409)
    assert.equal((await clerk.try(endpoints.matchName, { directiveId, named: 'x', bodyId: null, classId: null })).status, 409)
  })

  test('a body registered after the day has nothing laid on it; the standing body may assign to it', async () => {
    const admin = await house.visit('quantri')
    const parentId = (await admin.ask(organisations.listBranches, {}))[0]?.id as never
    const facts = { kind: 'provincial-party-committee', level: 'province' as const, parentId, from: '2013-11-15' }
    const created = await admin.ask(organisations.createBody, { name: 'Tỉnh ủy Mới lập', ...facts })
    assert.equal(
      laid.some((one) => one.bodyId === created.bodyId),
      false,
    )
    const [task] = await clerk.ask(endpoints.listTasks, { directiveId })
    const assigned = await clerk.ask(endpoints.assignTask, { taskId: task?.id as never, bodyId: created.bodyId, text: 'Tỉnh mới thành lập' })
    const { bodyName, state, verifierName } = await clerk.ask(endpoints.openObligation, assigned)
    assert.deepEqual([bodyName, state, verifierName], ['Tỉnh ủy Mới lập', 'given', 'Ban Tổ chức Trung ương'])
    const again = await clerk.try(endpoints.assignTask, { taskId: task?.id as never, bodyId: created.bodyId, text: 'Giao lần nữa' })
    assert.equal(again.status, 409)
    const province = await house.visit('tubacninh.chuyenvien')
    const foreign = await province.try(endpoints.assignTask, { taskId: task?.id as never, bodyId: created.bodyId, text: 'Giao thay' })
    assert.equal(foreign.status, 403)
  })

  test('its number and day, where the document gave none, are completed by the standing body, once', async () => {
    const page = await clerk.ask(directives.openDirective, { directiveId })
    assert.deepEqual([page.number, page.canComplete], [null, true])
    const given = { directiveId, version: page.version, number: '36-KH/TW', issuedOn: null }
    for (const name of ['quantri', 'bct.lanhdao', 'tubacninh.chuyenvien', 'btctw.thamdinh'])
      assert.ok([403, 404].includes((await (await house.visit(name)).try(directives.completeDirective, given)).status), name)
    assert.equal((await clerk.try(directives.completeDirective, { ...given, number: null })).status, 400)
    assert.equal((await clerk.try(directives.completeDirective, { ...given, issuedOn: '2099-01-01' })).status, 400)
    await clerk.ask(directives.completeDirective, given)
    assert.equal((await clerk.ask(directives.openDirective, { directiveId })).number, '36-KH/TW')
    assert.equal((await clerk.try(directives.completeDirective, given)).status, 409)
    const again = await clerk.try(directives.completeDirective, { ...given, version: page.version + 1, number: '37-KH/TW' })
    assert.match(again.body.message as string, /không thay đổi được/)
    const [last] = await clerk.ask(overview.directiveHistory, { directiveId })
    assert.equal(last?.action, 'completeDirective')
  })

  test('the standing body notes that what a task waits for has come', async () => {
    const tasks = await clerk.ask(endpoints.listTasks, { directiveId })
    const waiting = tasks.find(({ condition }) => condition.includes('Hiến pháp'))
    await clerk.ask(endpoints.meetCondition, { taskId: waiting?.id as never, day: '2013-11-28' })
    assert.equal((await clerk.ask(endpoints.listTasks, { directiveId })).find(({ id }) => id === waiting?.id)?.conditionMetOn, '2013-11-28')
    const lead = await house.visit('ddqh.chuyenvien')
    assert.equal((await lead.try(endpoints.meetCondition, { taskId: waiting?.id as never, day: '2013-11-29' })).status, 403)
  })
})
