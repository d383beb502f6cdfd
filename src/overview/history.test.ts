import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { forgetPlans } from '../../test/planRows.ts'
import { clerkOf, findPlanOf, orderPlans, provincialPlan, step } from '../../test/plans.ts'
import { findPlan, issuePlan, take } from '../../test/story.ts'
import type { Words } from '../kernel/words.ts'
import type { HistoryLine } from '../people/contract.ts'
import { endpoints as plans } from '../plans/contract.ts'
import { words as planWords } from '../plans/plan/words.ts'
import { endpoints as tasks } from '../tasks/contract.ts'
import { actKeys } from '../tasks/obligation/acts.ts'
import { endpoints } from './contract.ts'

describe('the journal says on which thing an act was done', () => {
  let house: TestHouse
  let centre: Visitor
  before(async () => {
    house = await openHouse()
    centre = await house.visit('btctw.chuyenvien')
  })
  after(() => house.close())
  const named = (line: HistoryLine | undefined) => line?.subjects.map(({ kind, text }) => [kind, text])

  test('of a directive: the task that was corrected, and whom more of it was laid on', async () => {
    const draft = await findPlan(centre)
    const [task] = await centre.ask(tasks.listTasks, { directiveId: draft as never })
    if (!task) throw new Error('there is no task')
    const roles = task.roles.map(({ role, named, bodyId, classId, settled }) => ({ role, named, bodyId, classId, settled }))
    await centre.ask(tasks.editTask, { ...task, taskId: task.id as never, text: 'Rà soát lại', roles: roles as never, milestones: task.milestones })
    const [edited] = await centre.ask(endpoints.directiveHistory, { directiveId: draft as never })
    assert.equal(edited?.action, 'editTask')
    assert.deepEqual(edited.subjects[0], { kind: 'task', id: task.id, address: task.address, text: 'Rà soát lại' })

    const directiveId = (await issuePlan(house)) as never
    const [issued] = await centre.ask(endpoints.directiveHistory, { directiveId })
    assert.deepEqual([issued?.action, issued?.subjects], ['issueDirective', []], 'what is about the whole names nothing')
  })

  test('of a plan: the item that was written, changed or taken out, which opens there; many are counted', async () => {
    const province = await house.visit('tubacninh.chuyenvien')
    await forgetPlans(house.db)
    await orderPlans(province)
    const clerk = await clerkOf(house, 'Huyện ủy Yên Phong')
    const planId = (await findPlanOf(clerk, await provincialPlan(province), 'Huyện ủy Yên Phong')).id as never
    await step(clerk, planId, 'start')
    const ids = Array.from({ length: 5 }, () => crypto.randomUUID())
    const items = ids.map((id, i) => ({ id, text: `Việc thứ ${i + 1}` }))
    await clerk.ask(plans.addPlanItems, { planId, behindId: null, items } as never)
    await clerk.ask(plans.savePlanItem, { itemId: ids[1] as never, was: { text: 'Việc thứ 2' }, changes: { text: 'Mở hội nghị' } } as never)
    await clerk.ask(plans.removePlanItem, { itemId: ids[4] as never, removed: true } as never)
    const lines = await clerk.ask(plans.planHistory, { planId })
    const of = (action: string) => lines.find((line) => line.action === action)
    assert.deepEqual(named(of('savePlanItem')), [['item', 'Mở hội nghị']])
    assert.equal(of('savePlanItem')?.subjects[0]?.id, ids[1])
    assert.deepEqual(named(of('removePlanItem')), [['gone-item', 'Việc thứ 5']])
    await clerk.ask(plans.removePlanItem, { itemId: ids[4] as never, removed: false } as never)
    const told = (await clerk.ask(plans.planHistory, { planId })).filter(({ action }) => action === 'removePlanItem')
    const wordOf = (line: HistoryLine) => actKeys(line).flatMap((key) => (planWords as Words)[key]?.vi ?? [])[0]
    assert.deepEqual(
      told.map((line) => [wordOf(line), named(line)]),
      [
        ['Lấy lại đầu việc đã bỏ', [['item', 'Việc thứ 5']]],
        ['Bỏ đầu việc', [['item', 'Việc thứ 5']]],
      ],
    )
    assert.deepEqual([named(of('addPlanItems'))?.map(([kind]) => kind), of('addPlanItems')?.more], [['item', 'item', 'item'], 2])
    assert.deepEqual(named(of('takePlanStep')), [], 'a step of the whole plan')
    const { obligations } = await clerk.ask(plans.openPlan, { planId })
    const [first] = obligations.filter(({ isPlanItself }) => !isPlanItself)
    if (first) {
      await clerk.ask(plans.askPlanReason, { planId, obligationId: first.id as never, why: 'Không còn đối tượng' })
      const [asked] = await clerk.ask(plans.planHistory, { planId })
      assert.deepEqual([asked?.action, asked?.subjects[0]?.kind, asked?.subjects[0]?.id], ['askPlanReason', 'obligation', first.id])
    }
  })

  test('of an obligation: whom it was handed down to', async () => {
    const province = await house.visit('tubacninh.chuyenvien')
    const { rows } = await province.ask(tasks.listObligations, { words: 'Tỉnh ủy Bắc Ninh', limit: 100 })
    const own = rows.find(({ bodyName, state }) => bodyName === 'Tỉnh ủy Bắc Ninh' && state === 'given')
    const obligationId = own?.id as never
    await take(province, obligationId, { event: 'accept' })
    const { rows: bodies } = await house.db
      .selectFrom('bodyVersion')
      .select(['bodyId', 'name'])
      .where('name', '=', 'Huyện ủy Tiên Du')
      .execute()
      .then((rows) => ({ rows }))
    await province.ask(tasks.takeStep, { obligationId, version: 2, event: 'hand-down', text: 'Giao huyện', bodyIds: [bodies[0]?.bodyId as never] })
    const [last] = await province.ask(tasks.obligationHistory, { obligationId })
    assert.ok(last?.subjects.some(({ text }) => text === 'Huyện ủy Tiên Du'))
  })
})
