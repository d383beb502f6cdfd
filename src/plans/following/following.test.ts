import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { changesDesk } from '../../../test/changes.ts'
import { openHouse, type TestHouse, type Visitor } from '../../../test/kit.ts'
import { forgetPlans } from '../../../test/planRows.ts'
import { clerkOf, findPlanOf, step } from '../../../test/plans.ts'
import { endpoints as directives } from '../../directives/contract.ts'
import { endpoints as changes } from '../../dissemination/changes/contract.ts'
import { endpoints as dissemination } from '../../dissemination/contract.ts'
import { endpoints as overview } from '../../overview/contract.ts'
import { endpoints as people } from '../../people/contract.ts'
import { endpoints as tasks } from '../../tasks/contract.ts'
import { endpoints as plans } from '../contract.ts'
import { endpoints as orders } from '../orders/contract.ts'
import { endsWithDirective } from '../rules.ts'
import { endpoints } from './contract.ts'
import { whatChanged } from './rules.ts'

const orderTexts = ['xây dựng kế hoạch thực hiện', 'rà soát biên chế của cơ quan, đơn vị', 'báo cáo danh sách cán bộ luân chuyển']
const due = (on: string) => [{ worded: `trước ngày ${on}`, due: on, kind: 'date' as const, what: '' }]

describe('plans follow a directive that has changed', () => {
  let house: TestHouse
  let directiveId: never
  let province: Visitor
  let appraiser: Visitor
  let tienDu: Visitor
  let queVo: Visitor
  let taskIds: string[]
  let sentId: never
  before(async () => {
    house = await openHouse()
    await forgetPlans(house.db)
    const visit = await Promise.all(['tubacninh.chuyenvien', 'tubacninh.thamdinh', 'hutiendu.chuyenvien'].map((name) => house.visit(name)))
    ;[province, appraiser, tienDu] = visit as [Visitor, Visitor, Visitor]
    queVo = await clerkOf(house, 'Huyện ủy Quế Võ')
    const text = `KẾ HOẠCH\nvề rà soát tổ chức\n${orderTexts.map((order, i) => `${i + 1}- Các huyện ủy ${order} trước ngày 31-12-2013.`).join('\n')}\nNơi nhận:\n- Các huyện ủy,\n- Lưu Văn phòng Tỉnh ủy.`
    const read = await province.ask(directives.readDirective, { text })
    const { ownerId, kind, title, recipients } = await province.ask(directives.openDirective, read)
    const facts = {
      kind,
      title,
      number: '21-KH/TU',
      issuedOn: '2013-11-15',
      recipients,
      references: [],
      issuerName: 'Tỉnh ủy Bắc Ninh',
      secrecy: 'none',
    }
    await province.ask(directives.amendDirective, { ...read, version: 1, ...facts, issuerId: ownerId, standingId: ownerId } as never)
    await province.ask(directives.issueDirective, { ...read, version: 2 })
    directiveId = read.directiveId as never
    taskIds = (await province.ask(tasks.listTasks, { directiveId })).map(({ id }) => id)
    assert.equal(taskIds.length, 3)
    await province.ask(dissemination.startDissemination, { directiveId, way: 'level-by-level', downTo: 'district' })
    await province.ask(orders.createPlanOrder, {
      directiveId,
      taskId: taskIds[0] as never,
      title: 'Xây dựng kế hoạch thực hiện',
      parts: [{ level: 'district', dueOn: '2013-12-30', approver: 'ordering', form: 'kế hoạch' }],
    })
    for (const [clerk, name] of [
      [tienDu, 'Huyện ủy Tiên Du'],
      [queVo, 'Huyện ủy Quế Võ'],
    ] as const) {
      const { id } = await findPlanOf(clerk, directiveId, name)
      await step(clerk, id, 'start')
    }
    const { id } = await mine()
    await step(tienDu, id, 'submit')
    await step(appraiser, id, 'approve')
    await step(tienDu, id, 'issue', { number: '12-KH/HU', issuedOn: '2013-11-15', signer: 'Đỗ Văn Chinh' })
  })
  after(() => house.close())
  const { agree } = changesDesk(
    () => house,
    () => directiveId,
  )
  const mine = () => findPlanOf(tienDu, directiveId, 'Huyện ủy Tiên Du')
  const theirs = () => findPlanOf(queVo, directiveId, 'Huyện ủy Quế Võ')
  const agreeAs = (visitor: Visitor) => agree(visitor === tienDu ? 'hutiendu.chuyenvien' : (queVoName as string))
  let queVoName: string | undefined
  const draft = async (change: object) => {
    const { changeId } = await province.ask(changes.draftChange, { directiveId, ...change } as never)
    return changeId
  }
  const send = async (changeId: never) => {
    const version = (await province.ask(changes.listChanges, { directiveId })).changes.find(({ id }) => id === changeId)?.version as number
    await province.ask(changes.sendChange, { changeId, version })
  }
  const works = async (visitor: Visitor) => (await visitor.ask(plans.listPlanWork, {})).map(({ kind, plan }) => [kind, plan.bodyName])

  test('the preview counts the plans and items that are touched, for the sender alone', async () => {
    queVoName = (await queVo.ask(people.getMe, {})).person?.username
    const plan = await mine()
    const changeId = await draft({
      kind: 'update',
      reason: 'Ban Thường vụ lùi thời hạn',
      items: [
        { kind: 'amend', taskId: taskIds[0], text: `Các huyện ủy ${orderTexts[0]}`, milestones: due('2014-01-15') },
        { kind: 'amend', taskId: taskIds[1], text: `Các huyện ủy ${orderTexts[1]} và viên chức`, product: 'Báo cáo', milestones: due('2014-01-31') },
        { kind: 'withdraw', taskId: taskIds[2] },
        { kind: 'add', text: 'Báo cáo số biên chế có mặt', milestones: due('2014-01-31'), bodyIds: [plan.bodyId] },
      ],
    })
    assert.deepEqual(await province.ask(endpoints.countPlansTouched, { changeId }), { plans: 2, approved: 1, ending: 0, items: 4 })
    assert.equal((await tienDu.try(endpoints.countPlansTouched, { changeId })).status, 404)
    await send(changeId as never)
    assert.equal((await tienDu.try(endpoints.countPlansTouched, { changeId })).status, 404)
    assert.ok((await mine()).rows.every(({ touchedWhy }) => touchedWhy === null)) // nothing before it was agreed to
    // whoever was asked sees what it would do to the own plan, and to that alone
    const own = await tienDu.ask(endpoints.listOwnPlansTouched, { changeId })
    assert.deepEqual(
      own.map(({ id, isApproved, ends, items, added }) => [id, isApproved, ends, items.length, added]),
      [[plan.id, true, false, 2, 1]],
    )
    assert.deepEqual(
      (await queVo.ask(endpoints.listOwnPlansTouched, { changeId })).map(({ id, isApproved, added }) => [id, isApproved, added]),
      [[(await theirs()).id, false, 0]],
    )
    assert.deepEqual(await province.ask(endpoints.listOwnPlansTouched, { changeId }), [])
    assert.equal((await (await house.visit('ubndsontra.vanthu')).try(endpoints.listOwnPlansTouched, { changeId })).status, 404)
    sentId = changeId as never
  })

  test('an issued plan of whoever agrees: answers are carried over, what has changed is marked, the approved edition stays', async () => {
    const before = await mine()
    const { carried, added } = await agreeAs(tienDu)
    assert.deepEqual([carried.length, added.length], [2, 1])
    const plan = await mine()
    assert.deepEqual([plan.state, plan.version, plan.edition], ['issued', before.version, 1])
    const reviewed = plan.obligations.find(({ text }) => text.includes('và viên chức'))
    const news = plan.obligations.find(({ text }) => text.startsWith('Báo cáo số biên chế'))
    assert.equal(plan.obligations.find(({ text }) => text.includes('kế hoạch'))?.isPlanItself, true)
    assert.deepEqual([plan.rows[0]?.obligationIds, plan.rows.length], [[reviewed?.id], 2])
    assert.deepEqual(
      plan.rows.map(({ touchedWhy }) => touchedWhy),
      [
        'Kế hoạch 21-KH/TU đã được cập nhật ngày 15-11-2013: nhiệm vụ 2 thay đổi nội dung, sản phẩm, thời hạn (30-12-2013 → 31-01-2014).',
        'Kế hoạch 21-KH/TU đã được cập nhật ngày 15-11-2013: nhiệm vụ 3 không còn được giao.',
      ],
    )
    assert.deepEqual([plan.asked, plan.answered], [2, 1])
    const left = await tienDu.ask(endpoints.listOwnPlansTouched, { changeId: sentId })
    assert.deepEqual(
      left.map(({ items, added }) => [items.map(({ id }) => id), added]),
      [[plan.rows.map(({ id }) => id), 0]],
    )
    assert.ok(news && !plan.rows.some(({ obligationIds }) => obligationIds.includes(news.id)))
    const compared = await tienDu.ask(plans.comparePlanEditions, { planId: plan.id as never, from: 1, to: 0 })
    assert.deepEqual(
      compared.changed.map(({ fields }) => fields.map(({ field }) => field)),
      [['obligationIds']],
    )
    assert.deepEqual(await works(tienDu), [['amend', 'Huyện ủy Tiên Du']])
    const { rows } = await tienDu.ask(overview.listMyWork, { kind: 'plan' })
    assert.deepEqual(
      rows.map(({ step, id }) => [step, id]),
      [['amend', plan.id]],
    )
    assert.ok(plan.events.includes('keep'))
    const kept = await tienDu.try(plans.takePlanStep, { planId: plan.id as never, version: plan.version, event: 'keep', text: 'Không cần sửa' })
    assert.match(kept.body.message as string, /nhiệm vụ mới chưa có đầu việc, ví dụ «Báo cáo số biên chế/)
    assert.ok((await theirs()).rows.every(({ touchedWhy }) => touchedWhy === null))
  })

  test('an amendment looks at each mark; dropping it brings the marks back, and the answers as they were carried', async () => {
    const planId = (await mine()).id as never
    await step(tienDu, planId, 'amend', { text: 'Theo văn bản đã thay đổi' })
    let plan = await mine()
    const [first, second] = plan.rows as [(typeof plan.rows)[0], (typeof plan.rows)[0]]
    const reviewed = first.obligationIds
    assert.deepEqual(second.obligationIds, []) // what it answered has ended
    const submit = async () => {
      const { version } = await mine()
      return (await tienDu.try(plans.takePlanStep, { planId, version, event: 'submit' })).body.message as string
    }
    assert.match(await submit(), /Đầu việc 1: có nhiệm vụ đã thay đổi/)
    await tienDu.ask(endpoints.keepPlanItem, { itemId: first.id as never })
    assert.equal((await tienDu.try(endpoints.keepPlanItem, { itemId: first.id as never })).status, 409)
    assert.equal((await queVo.try(endpoints.keepPlanItem, { itemId: second.id as never })).status, 404)
    await tienDu.ask(plans.savePlanItem, { itemId: second.id as never, was: {}, changes: { note: 'Bỏ' } })
    assert.ok((await mine()).rows.every(({ touchedWhy }) => touchedWhy === null))

    await step(tienDu, planId, 'drop-amendment')
    plan = await mine()
    assert.deepEqual(
      plan.rows.map(({ touchedWhy, note, obligationIds }) => [/đã được cập nhật/.test(touchedWhy ?? ''), note, obligationIds.length]),
      [
        [true, '', 1],
        [true, '', 1],
      ],
    )
    assert.deepEqual(plan.rows[0]?.obligationIds, reviewed)
    assert.deepEqual(await works(tienDu), [['amend', 'Huyện ủy Tiên Du']])

    await step(tienDu, planId, 'amend', { text: 'Theo văn bản đã thay đổi' })
    plan = await mine()
    await tienDu.ask(endpoints.keepPlanItem, { itemId: first.id as never })
    await tienDu.ask(plans.removePlanItem, { itemId: second.id as never })
    assert.match(await submit(), /1 nhiệm vụ được giao chưa có đầu việc/)
    const news = plan.obligations.find(({ text }) => text.startsWith('Báo cáo số biên chế'))?.id as string
    const item = { id: crypto.randomUUID(), text: 'Báo cáo số biên chế', dueOn: '2014-01-20', obligationIds: [news] }
    await tienDu.ask(plans.addPlanItems, { planId, behindId: first.id as never, items: [item] })
    await step(tienDu, planId, 'submit')
    await step(appraiser, planId, 'approve')
    await step(tienDu, planId, 'issue', { number: '14-KH/HU', issuedOn: '2013-11-15', signer: 'Đỗ Văn Chinh' })
    assert.deepEqual(await works(tienDu), [])
    plan = await mine()
    assert.deepEqual([plan.edition, plan.asked, plan.answered, plan.events.includes('keep')], [2, 2, 2, false])
  })

  test('a draft follows too, and is due on the new day of the task that asks for it', async () => {
    await agreeAs(queVo)
    const plan = await theirs()
    assert.deepEqual([plan.state, plan.dueOn], ['drafting', '2014-01-15'])
    assert.deepEqual(
      plan.rows.map(({ touchedWhy, obligationIds }) => [touchedWhy !== null, obligationIds.length]),
      [
        [true, 1],
        [true, 0],
      ],
    )
    const [first] = plan.rows
    await queVo.ask(plans.savePlanItem, { itemId: first?.id as never, was: {}, changes: { lead: 'Ban Tổ chức Huyện ủy' } })
    assert.deepEqual(
      (await theirs()).rows.map(({ touchedWhy }) => touchedWhy !== null),
      [false, true],
    )
  })

  test('where nothing needs mending the plan is kept with a reason; a reason accepted before is decided anew', async () => {
    const plan = await theirs()
    const [, second] = plan.rows
    const owed = plan.obligations.find(({ isPlanItself }) => !isPlanItself)
    await queVo.ask(plans.removePlanItem, { itemId: second?.id as never })
    await queVo.ask(plans.askPlanReason, { planId: plan.id as never, obligationId: owed?.id as never, why: 'Không có viên chức' })
    await appraiser.ask(plans.decidePlanReason, { planId: plan.id as never, obligationId: owed?.id as never, accept: true })
    const live = (await province.ask(tasks.listTasks, { directiveId })).find(({ endedOn, text }) => endedOn === null && text.includes('viên chức'))
    const item = { kind: 'amend', taskId: live?.id, text: `${live?.text} đến 31-12`, product: live?.product, milestones: due('2014-01-31') }
    await send((await draft({ kind: 'update', reason: 'Làm rõ ngày chốt số liệu', items: [item] })) as never)
    await agreeAs(tienDu)
    await agreeAs(queVo)
    const carried = (await theirs()).obligations.find(({ isPlanItself }) => !isPlanItself)
    assert.deepEqual([carried?.reason?.why, carried?.reason?.state], ['Không có viên chức', 'asked'])

    const own = await mine()
    assert.deepEqual(
      own.rows.map(({ touchedWhy }) => touchedWhy?.replace(/^.*: /, '') ?? null),
      ['nhiệm vụ 2 thay đổi nội dung.', null],
    )
    await step(tienDu, own.id, 'keep', { text: 'Ngày chốt số liệu không làm đổi việc phải làm' })
    const after = await mine()
    assert.deepEqual([after.state, after.rows.some(({ touchedWhy }) => touchedWhy !== null), after.steps[0]?.event], ['issued', false, 'keep'])
    assert.deepEqual(await works(tienDu), [])
  })

  test('with a directive that is recalled, plans never approved end, and approved ones say so', async () => {
    const changeId = await draft({ kind: 'recall', reason: 'Ban hành nhầm' })
    const counted = await province.ask(endpoints.countPlansTouched, { changeId: changeId as never })
    assert.ok(counted.ending > 1 && counted.approved === 1 && counted.items === 3, JSON.stringify(counted))
    await send(changeId as never)
    const drafted = await theirs()
    assert.deepEqual(drafted.called.takenBack, { kind: 'recall', sentOn: '2013-11-15', isAgreed: false })
    // before they agree to it, too, their plan goes no further
    const further = await queVo.try(plans.takePlanStep, { planId: drafted.id as never, version: drafted.version, event: 'submit' })
    assert.match(further.body.message ?? '', /đã bị thu hồi ngày 15-11-2013/)
    assert.deepEqual(
      drafted.events.filter((event) => endsWithDirective(event, '2013-11-15')),
      [],
    )
    await agreeAs(queVo)
    await agreeAs(tienDu)
    const ended = await queVo.ask(plans.openPlan, { planId: drafted.id as never })
    assert.deepEqual([ended.state, ended.steps[0]?.event], ['withdrawn', 'withdraw'])
    assert.match(ended.steps[0]?.text as string, /^Kế hoạch 21-KH\/TU đã được thu hồi ngày 15-11-2013: không phải lập kế hoạch nữa/)
    const own = await mine()
    assert.equal(own.state, 'issued')
    assert.ok(own.rows.every(({ touchedWhy }) => touchedWhy?.includes('đã được thu hồi ngày 15-11-2013')))
  })
})

test('what of a task has changed', () => {
  const same = { oldId: 'a', newId: 'b', address: '1', text: 'x', textDiffers: false, productDiffers: false, from: null, to: null }
  assert.deepEqual(whatChanged(same), [])
  assert.deepEqual(whatChanged({ ...same, productDiffers: true, to: '2014-01-31' }), ['product', 'due'])
  assert.deepEqual(whatChanged({ ...same, newId: null, textDiffers: true, from: '2013-12-31' }), [])
})
