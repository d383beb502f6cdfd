import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { openHouse, type TestHouse, type Visitor } from '../../../test/kit.ts'
import { forgetPlans } from '../../../test/planRows.ts'
import { clerkOf, findPlanOf, orderPlans, provincialPlan, step } from '../../../test/plans.ts'
import { endpoints as plans } from '../contract.ts'
import { likenessJobs } from './comparing.ts'
import { endpoints } from './contract.ts'

const common =
  'Cử đoàn công tác về từng chi bộ nghe bí thư báo cáo việc sắp xếp cán bộ không chuyên trách, lập biên bản ghi rõ kiến nghị của cơ sở rồi trả lời ngay tại chỗ những việc thuộc thẩm quyền'
const other = 'Mời 14 già làng, trưởng bản có uy tín góp ý phương án sáp nhập các trường tiểu học lẻ vùng trũng trước mùa nước lên năm 2014'

describe('a plan that is submitted', () => {
  let house: TestHouse
  let appraiser: Visitor
  let directiveId: never
  before(async () => {
    house = await openHouse()
    await forgetPlans(house.db)
    const province = await house.visit('tubacninh.chuyenvien')
    appraiser = await house.visit('tubacninh.thamdinh')
    directiveId = (await provincialPlan(province)) as never
    await orderPlans(province)
  })
  after(() => house.close())

  const runJobs = async () => {
    let told = 0
    await likenessJobs(house.db, () => told++).compare_submitted({})
    return told
  }
  async function write(bodyName: string, text: string): Promise<string> {
    const clerk = await clerkOf(house, bodyName)
    const { id } = await findPlanOf(clerk, directiveId, bodyName)
    const before = await clerk.ask(plans.openPlan, { planId: id as never })
    if (before.state === 'due') await step(clerk, id, 'start')
    const { rows, obligations } = await clerk.ask(plans.openPlan, { planId: id as never })
    const own = rows.find((row) => row.origin === 'own')
    if (own) await clerk.ask(plans.savePlanItem, { itemId: own.id as never, was: {}, changes: { text } })
    else
      await clerk.ask(plans.addPlanItems, {
        planId: id as never,
        behindId: null,
        items: [{ id: randomUUID(), text, obligationIds: [obligations[1]?.id as string] }],
      })
    return id
  }
  const submit = async (bodyName: string, planId: string) => step(await clerkOf(house, bodyName), planId, 'submit')
  const listed = async () => (await appraiser.ask(endpoints.listLikeness, { directiveId, relation: 'neighbour' })).rows
  const isToCome = async (planId: string) => (await appraiser.ask(endpoints.listPlanLikeness, { planId: planId as never })).isToCome
  let first: string
  let second: string

  test('is held against its neighbours beside the requests, and says which is like which', async () => {
    first = await write('Huyện ủy Yên Phong', common)
    second = await write('Huyện ủy Quế Võ', common)
    await submit('Huyện ủy Yên Phong', first)
    assert.equal(await runJobs(), 1)
    assert.deepEqual(await listed(), [])
    await submit('Huyện ủy Quế Võ', second)
    assert.deepEqual(await listed(), [], 'not while somebody waits for the answer')
    assert.equal(await isToCome(second), true)
    assert.equal(await runJobs(), 1)
    assert.equal(await isToCome(second), false)
    const rows = await listed()
    const work = await appraiser.ask(plans.listPlanWork, {})
    assert.deepEqual(
      work.map(({ kind, plan, likeness }) => [kind, plan.id, likeness?.score]).sort(),
      rows.map(({ planId, score }) => ['appraise', planId, score]).sort(),
    )
    assert.deepEqual(rows.map(({ planId, otherId }) => [planId, otherId]).sort(), [[first, second].sort(), [first, second].sort().reverse()])
    for (const { words, sameWords, score, givenWords } of rows) {
      assert.ok(words > 30 && sameWords === words && score >= 70, String(score))
      assert.ok(givenWords > 0, 'what was brought in from the obligations is set aside')
    }
  })

  test('is held against them again when it comes back with words of its own, and is like them no longer', async () => {
    await step(appraiser, second, 'return', { text: 'Nội dung giống hệt kế hoạch của huyện bạn.' })
    assert.equal(await runJobs(), 0, 'only what is submitted is compared')
    await write('Huyện ủy Quế Võ', other)
    assert.ok((await listed()).every(({ isStale }) => isStale))
    await submit('Huyện ủy Quế Võ', second)
    await runJobs()
    assert.deepEqual(await listed(), [], 'neither is like the other')
    const { likeness } = await appraiser.ask(endpoints.openLikeness, { planId: second as never, otherId: first as never })
    assert.equal(likeness.sameWords, 0)
    assert.deepEqual([likeness.ownDates > 0, likeness.ownFigures > 0], [true, true])
  })

  test('that cannot be compared is left out, and those behind it are compared all the same', async () => {
    await sql`create function break_first() returns trigger language plpgsql as ${sql.lit(`begin
      if new.plan_id = '${first}' then raise exception 'cannot be compared'; end if; return new; end`)}`.execute(house.db)
    await sql`create trigger break_first before insert or update on plan_signature for each row execute function break_first()`.execute(house.db)
    const earlier = { planId: first, submittedAt: '2013-11-01T00:00:00Z' }
    await house.db
      .insertInto('planToCompare')
      .values([earlier, { ...earlier, planId: second, submittedAt: '2013-11-02T00:00:00Z' }])
      .execute()
    await assert.rejects(runJobs, /cannot be compared/)
    assert.deepEqual([await isToCome(first), await isToCome(second)], [false, true])
    assert.equal(await runJobs(), 1)
    assert.equal(await isToCome(second), false)
  })

  test('that was refused by its own faults is not queued', async () => {
    const bodyName = 'Huyện ủy Gia Bình'
    const clerk = await clerkOf(house, bodyName)
    const { id } = await findPlanOf(clerk, directiveId, bodyName)
    await step(clerk, id, 'start')
    const { obligations, version } = await clerk.ask(plans.openPlan, { planId: id as never })
    await clerk.ask(plans.addPlanItems, {
      planId: id as never,
      behindId: null,
      items: [{ id: randomUUID(), text: '', obligationIds: [obligations[1]?.id as string] }],
    })
    assert.equal((await clerk.try(plans.takePlanStep, { planId: id as never, version, event: 'submit' })).status, 400)
    assert.equal(await runJobs(), 0)
  })
})
