import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { endpoints as directives } from '../directives/contract.ts'
import { endpoints as organisations } from '../organisations/contract.ts'
import { endpoints, type Task } from './contract.ts'

const absent = '00000000-0000-4000-8000-000000000000' as never
const text = `THÔNG BÁO
I- NỘI DUNG
1- Ban Tuyên giáo Trung ương tổ chức hội nghị quán triệt trước ngày 15-12-2013, tổng hợp kết quả trước ngày 20-12-2013.
2- Văn phòng Trung ương Đảng theo dõi, báo cáo Ban Bí thư.
3- Ban Dân vận Trung ương hướng dẫn các đoàn thể trước ngày 31-12-2013.`

describe('the tasks of a draft', () => {
  let house: TestHouse
  let clerk: Visitor
  let stranger: Visitor
  let directiveId: never
  before(async () => {
    house = await openHouse()
    ;[clerk, stranger] = await Promise.all([house.visit('btctw.chuyenvien'), house.visit('tubacninh.chuyenvien')])
  })
  beforeEach(async () => {
    directiveId = (await clerk.ask(directives.readDirective, { text, again: true })).directiveId as never
  })
  after(() => house.close())

  const list = () => clerk.ask(endpoints.listTasks, { directiveId })
  const live = async () => (await list()).filter(({ droppedWhy }) => droppedWhy === null)
  const at = async (i: number) => (await live())[i] as Task
  const edit = (task: Task) => ({
    ...task,
    taskId: task.id as never,
    roles: task.roles.map(({ role, named, bodyId, classId, settled }) => ({ role, named, bodyId, classId, settled })) as never[],
    milestones: task.milestones.map(({ worded, due, kind, what }) => ({ worded, due, kind, what })),
  })
  const bodyId = async (words: string) => (await clerk.ask(organisations.searchBodies, { words }))[0]?.id as never

  test('stand in the order of the text, with their roles and milestones where their words are', async () => {
    const tasks = await live()
    assert.equal(tasks.length, 3)
    const draft = await clerk.ask(directives.openDirective, { directiveId })
    for (const { roles, milestones, from } of tasks) {
      assert.ok(roles.some(({ role, matched }) => role === 'lead' && matched))
      for (const { worded, from, to } of milestones) assert.equal(draft.text.slice(from as number, to as number), worded)
      assert.ok(from !== null)
    }
    assert.deepEqual(
      tasks.map(({ from }) => from),
      tasks.map(({ from }) => from).sort((a, b) => Number(a) - Number(b)),
    )
    assert.deepEqual(
      tasks[0]?.milestones.map(({ due }) => due),
      ['2013-12-14', '2013-12-19'],
    )
  })

  test('say how sure each field is and on which words that rests, beside what was read', async () => {
    const { text } = await clerk.ask(directives.openDirective, { directiveId })
    const [first] = await live()
    assert.deepEqual(
      first?.certainty.map(({ field, sure, span }) => [field, sure, span && text.slice(...span)]),
      [
        ['lead', 'high', 'Ban Tuyên giáo Trung ương'],
        ['due', 'high', 'trước ngày 15-12-2013'],
      ],
    )
    await clerk.ask(endpoints.editTask, { ...edit(first as Task), product: 'Báo cáo' })
    await clerk.ask(endpoints.editTask, { ...edit((await at(0)) as Task), product: 'Báo cáo kết quả' })
    assert.deepEqual([(await at(0)).read?.product, (await at(1)).read], ['', null])
  })

  test('names that the document abbreviates are matched to what they stand for', async () => {
    const text = [
      'THÔNG BÁO',
      '1- Ban Dân vận Trung ương (sau đây gọi tắt là DVTW9) hướng dẫn các đoàn thể trước ngày 30-12-2013.',
      '2- DVTW9 chủ trì sơ kết trước ngày 31-12-2013.',
    ].join('\n')
    const { directiveId } = await clerk.ask(directives.readDirective, { text, again: true })
    const tasks = await clerk.ask(endpoints.listTasks, { directiveId: directiveId as never })
    assert.deepEqual(
      tasks.map(({ roles }) => roles.filter(({ role }) => role === 'lead').map(({ named, matched }) => [named, matched])),
      [[['Ban Dân vận Trung ương', 'Ban Dân vận Trung ương']], [['DVTW9', 'Ban Dân vận Trung ương']]],
    )
  })

  test('are corrected by hand; the places in the text stay with the words that stay', async () => {
    const task = await at(0)
    const added = { worded: 'trong năm 2014', due: '2014-12-31', kind: 'date' as const, what: '' }
    const { version, task: told } = await clerk.ask(endpoints.editTask, {
      ...edit(task),
      text: 'Tổ chức hội nghị',
      milestones: [...edit(task).milestones, added],
    })
    const now = await at(0)
    assert.deepEqual(told, now)
    assert.deepEqual([now.text, now.version, now.edited, now.checked, now.origin], ['Tổ chức hội nghị', version, true, true, 'read'])
    assert.deepEqual(
      now.milestones.map(({ worded, due, from }) => [worded, due, from]),
      [...task.milestones.map(({ worded, due, from }) => [worded, due, from]), [added.worded, added.due, null]],
    )
    assert.deepEqual(now.roles, task.roles)
    assert.deepEqual([task.read, now.read?.text], [null, task.text])
    const kept = (await clerk.ask(endpoints.listCorrections, { directiveId })).filter(({ taskId }) => taskId === task.id)
    assert.deepEqual(
      kept.map(({ version, before }) => [version, before.text, before.milestones.length, before.roles.map(({ named }) => named)]),
      [[task.version, task.text, task.milestones.length, task.roles.map(({ named }) => named)]],
    )
  })

  test('who saw an older version is refused: in correcting, splitting and dropping', async () => {
    const task = await at(0)
    await clerk.ask(endpoints.editTask, { ...edit(task), text: 'Tổ chức hội nghị của người trước' })
    const late = await Promise.all([
      clerk.try(endpoints.editTask, { ...edit(task), text: 'Tổ chức hội nghị của người sau' }),
      clerk.try(endpoints.splitTask, { taskId: task.id as never, version: task.version, at: 10 }),
      clerk.try(endpoints.dropTask, { taskId: task.id as never, version: task.version, why: 'Không phải nhiệm vụ' }),
    ])
    assert.deepEqual(
      late.map(({ status, body }) => [status, body.kind]),
      Array(3).fill([409, 'conflict']),
    )
    assert.match(late[0].body.message as string, /Người khác vừa sửa nhiệm vụ này/)
    assert.equal((await at(0)).text, 'Tổ chức hội nghị của người trước')
  })

  test('two who correct one at once: exactly one wins', async () => {
    const task = await at(1)
    const answers = await Promise.all(
      ['một', 'hai', 'ba', 'bốn'].map((who) => clerk.try(endpoints.editTask, { ...edit(task), text: `Bản của ${who}` })),
    )
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409, 409])
  })

  test('correcting and merging at once never wait for each other', async () => {
    const [first, second] = [await at(0), await at(1)]
    for (let i = 0; i < 5; i++) {
      const answers = await Promise.all([
        ...[first, second].map((task) => clerk.try(endpoints.checkTask, { taskId: task.id as never, checked: true })),
        clerk.try(endpoints.matchName, { directiveId, named: 'không có tên này', bodyId: null, classId: null }),
        clerk.try(endpoints.editTask, edit(second)),
        ...(i === 4 ? [clerk.try(endpoints.mergeTasks, { directiveId, taskIds: [first.id, second.id] as never[] })] : []),
      ])
      assert.ok(answers.every(({ status }) => status === 200 || status === 409))
    }
  })

  test('one is parted in two: who leads goes on leading, each deadline stays with its words, and the order is kept', async () => {
    const task = await at(0)
    const cut = task.text.indexOf(', tổng hợp') + 2
    const { taskIds } = await clerk.ask(endpoints.splitTask, { taskId: task.id as never, version: task.version, at: cut })
    const [first, second, third] = (await live()) as [Task, Task, Task]
    assert.deepEqual([first.id, second.id], taskIds)
    assert.equal(`${first.text} ${second.text}`, task.text)
    assert.deepEqual(
      [first, second].map((one) => one?.milestones.map(({ due }) => due)),
      [['2013-12-14'], ['2013-12-19']],
    )
    const roles = (one?: Task) => one?.roles.map(({ role, named, bodyId }) => [role, named, bodyId])
    assert.deepEqual(roles(first), roles(task))
    assert.deepEqual(roles(second), roles(task))
    assert.match(third.text as string, /theo dõi/)

    await clerk.ask(endpoints.splitTask, {
      taskId: first.id as never,
      version: first.version as number,
      at: (first.text as string).indexOf('hội nghị'),
    })
    const after = await live()
    assert.deepEqual(
      after.map(({ id }) => id).filter((id) => id !== after[1]?.id),
      [first.id, second.id, third.id, after[4]?.id],
    )
    assert.match(after[1]?.text as string, /^hội nghị/)
  })

  test('a place outside the words does not part it', async () => {
    const task = await at(0)
    for (const at of [1, task.text.length, 1_000_000]) {
      const { status, body } = await clerk.try(endpoints.splitTask, { taskId: task.id as never, version: task.version, at })
      assert.equal(status, 400)
      assert.match(body.message as string, /Chỗ tách/)
    }
  })

  test('some are joined into the first: words, roles and deadlines together, the others dropped with that reason', async () => {
    const [first, second, third] = (await live()) as [Task, Task, Task]
    await clerk.ask(endpoints.mergeTasks, { directiveId, taskIds: [third.id, first.id] as never[] })
    const tasks = await list()
    const joined = tasks.find(({ id }) => id === first.id)
    assert.equal(joined?.text, `${first.text} ${third.text}`)
    assert.deepEqual(
      joined?.milestones.map(({ due }) => due),
      ['2013-12-14', '2013-12-19', '2013-12-30'],
    )
    assert.deepEqual(new Set(joined?.roles.map(({ named }) => named)), new Set([...first.roles, ...third.roles].map(({ named }) => named)))
    assert.match(tasks.find(({ id }) => id === third.id)?.droppedWhy as string, /Đã nhập vào nhiệm vụ/)
    assert.equal((await live()).length, 2)
    assert.deepEqual(joined?.joined, [{ from: third.from, to: third.to }])
    const again = await clerk.try(endpoints.mergeTasks, { directiveId, taskIds: [second.id, third.id] as never[] })
    assert.equal(again.status, 409)
    assert.equal((await clerk.try(endpoints.mergeTasks, { directiveId, taskIds: [second.id, absent] })).status, 409)
  })

  test('joining is undone by taking up one of those joined, unless the one they went into was changed since', async () => {
    const [first, second] = (await live()) as [Task, Task]
    await clerk.ask(endpoints.mergeTasks, { directiveId, taskIds: [first.id, second.id] as never[] })
    await clerk.ask(endpoints.restoreTask, { taskId: second.id as never })
    const [one, other] = (await live()) as [Task, Task]
    assert.deepEqual([one.id, one.text, one.product, other.id, other.text], [first.id, first.text, first.product, second.id, second.text])
    const facts = ({ roles, milestones }: Task) => [roles.map(({ role, named }) => [role, named]), milestones.map(({ worded, due }) => [worded, due])]
    assert.deepEqual([facts(one), facts(other)], [facts(first), facts(second)])
    await clerk.ask(endpoints.mergeTasks, { directiveId, taskIds: [first.id, second.id] as never[] })
    const joined = await at(0)
    await clerk.ask(endpoints.splitTask, { taskId: joined.id as never, version: joined.version, at: first.text.length })
    const refused = await clerk.try(endpoints.restoreTask, { taskId: second.id as never })
    assert.equal(refused.status, 409)
    assert.match(refused.body.message as string, /đã được sửa sau khi gộp/)
  })

  test('one is dropped with a reason, stays readable, and is taken up again', async () => {
    const task = await at(2)
    assert.equal((await clerk.try(endpoints.dropTask, { taskId: task.id as never, version: task.version, why: ' ' })).status, 400)
    await clerk.ask(endpoints.dropTask, { taskId: task.id as never, version: task.version, why: 'Chỉ là nhắc lại' })
    assert.equal((await list()).find(({ id }) => id === task.id)?.droppedWhy, 'Chỉ là nhắc lại')
    assert.equal((await clerk.ask(endpoints.previewIssue, { directiveId })).tasks, 2)
    await clerk.ask(endpoints.restoreTask, { taskId: task.id as never })
    assert.equal((await at(2)).id, task.id)
  })

  test('one is added by hand from a selection, and stands where its words stand', async () => {
    const draft = await clerk.ask(directives.openDirective, { directiveId })
    const from = draft.text.indexOf('báo cáo Ban Bí thư')
    const facts = { text: 'Báo cáo Ban Bí thư', product: 'Báo cáo', condition: '', isStanding: false, roles: [], milestones: [] }
    const { taskId } = await clerk.ask(endpoints.addTask, { directiveId, from, to: from + 18, ...facts })
    const tasks = await live()
    assert.equal(
      tasks.findIndex(({ id }) => id === taskId),
      2,
    )
    const added = tasks[2] as Task
    assert.deepEqual([added.origin, added.from, added.to, added.address], ['hand', from, from + 18, 'I.2'])
    const last = await clerk.ask(endpoints.addTask, { directiveId, from: null, to: null, ...facts })
    assert.equal((await live()).at(-1)?.id, last.taskId)
    for (const [from, to] of [
      [5, 5],
      [0, draft.text.length + 1],
      [3, null],
    ] as const)
      assert.equal((await clerk.try(endpoints.addTask, { directiveId, from, to, ...facts })).status, 400)
  })

  test('a name is matched for the whole draft, however it is spelt, and whoever is correcting meanwhile is told', async () => {
    const task = await at(0)
    const facts = { text: 'Thử tên', product: '', condition: '', isStanding: false, milestones: [] }
    const role = { role: 'coordinate' as const, bodyId: null, classId: null }
    const named = ['Cơ quan Hoà bình lạ', 'cơ quan hòa bình lạ']
    await clerk.ask(endpoints.addTask, { directiveId, from: null, to: null, ...facts, roles: named.map((named) => ({ ...role, named })) })
    await clerk.ask(endpoints.editTask, { ...edit(task), roles: [...edit(task).roles, { ...role, named: named[0] }] as never[] })
    const seen = await at(0)
    assert.equal((await clerk.ask(endpoints.previewIssue, { directiveId })).unmatched.length, 3)
    const to = await bodyId('Ban Kinh tế Trung ương')
    assert.deepEqual(await clerk.ask(endpoints.matchName, { directiveId, named: 'CƠ QUAN HÒA BÌNH LẠ', bodyId: to, classId: null }), { changed: 3 })
    assert.deepEqual((await clerk.ask(endpoints.previewIssue, { directiveId })).unmatched, [])
    assert.equal((await at(0)).roles.at(-1)?.matched, 'Ban Kinh tế Trung ương')
    assert.equal((await clerk.try(endpoints.editTask, edit(seen))).status, 409)
    await clerk.ask(endpoints.matchName, { directiveId, named: named[0] as string, bodyId: null, classId: null, settled: true })
    const settled = (await at(0)).roles.at(-1)
    assert.deepEqual([settled?.bodyId, settled?.settled], [null, true])
    assert.deepEqual((await clerk.ask(endpoints.previewIssue, { directiveId })).unmatched, [])
  })

  test('a name stands for a body or for a class, never for both', async () => {
    const [classId, body] = [(await clerk.ask(organisations.listClasses, {}))[0]?.id as never, await bodyId('Ban Kinh tế Trung ương')]
    const task = await at(0)
    const role = { role: 'coordinate' as const, named: 'Cơ quan lạ', bodyId: body, classId }
    const facts = { text: 'Thử tên', product: '', condition: '', isStanding: false, milestones: [] }
    const answers = await Promise.all([
      clerk.try(endpoints.matchName, { directiveId, named: 'Ban Dân vận Trung ương', bodyId: body, classId }),
      clerk.try(endpoints.addTask, { directiveId, from: null, to: null, ...facts, roles: [role] }),
      clerk.try(endpoints.editTask, { ...edit(task), roles: [role] }),
    ])
    for (const { status, body } of answers) {
      assert.equal(status, 400)
      assert.match(body.message as string, /không phải cả hai/)
    }
  })

  test('nobody of another body touches any of it, nor learns that it is there', async () => {
    const task = await at(0)
    const facts = { text: 'Việc của người ngoài', product: '', condition: '', isStanding: false, roles: [], milestones: [] }
    const [taskId, version] = [task.id as never, task.version]
    const before = await list()
    const answers = await Promise.all([
      stranger.try(endpoints.listTasks, { directiveId }),
      stranger.try(endpoints.previewIssue, { directiveId }),
      stranger.try(endpoints.addTask, { directiveId, from: null, to: null, ...facts }),
      stranger.try(endpoints.editTask, { ...edit(task), text: 'Việc của người ngoài' }),
      stranger.try(endpoints.splitTask, { taskId, version, at: 10 }),
      stranger.try(endpoints.mergeTasks, { directiveId, taskIds: before.map(({ id }) => id) as never[] }),
      stranger.try(endpoints.dropTask, { taskId, version, why: 'không thích' }),
      stranger.try(endpoints.restoreTask, { taskId }),
      stranger.try(endpoints.checkTask, { taskId, checked: true }),
      stranger.try(endpoints.matchName, { directiveId, named: 'Ban Bí thư', bodyId: null, classId: null }),
      stranger.try(endpoints.meetCondition, { taskId, day: '2013-11-15' }),
      stranger.try(endpoints.assignTask, { taskId, bodyId: await bodyId('Tỉnh ủy Bắc Ninh'), text: 'giao thử' }),
    ])
    assert.deepEqual(
      answers.map(({ status }) => status),
      answers.map(() => 404),
    )
    assert.deepEqual(await list(), before)
  })
})
