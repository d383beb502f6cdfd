import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { sql } from 'kysely'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { forgetPlans } from '../../test/planRows.ts'
import { findPlanOf, orderPlans, provincialPlan, step } from '../../test/plans.ts'
import { endpoints as dissemination, type ReceiptCounts } from '../dissemination/contract.ts'
import { endpoints as coverage } from './coverage/contract.ts'
import { endpoints as orders } from './orders/contract.ts'
import { tellReceipts } from './queries/telling.ts'

const today = '2013-11-15'
type PlanRow = { bodyId: string; state: string; edition: number; accepterId: string | null; submittedOn: string | null; dueOn: string }

describe('plans made, counted with the receipts', () => {
  let house: TestHouse
  let province: Visitor
  let appraiser: Visitor
  let district: Visitor
  let directiveId: never
  before(async () => {
    house = await openHouse()
    ;[province, appraiser, district] = (await Promise.all(
      ['tubacninh.chuyenvien', 'tubacninh.thamdinh', 'hutiendu.chuyenvien'].map((name) => house.visit(name)),
    )) as [Visitor, Visitor, Visitor]
    directiveId = (await provincialPlan(province)) as never
    await forgetPlans(house.db)
    await sql`update receipt set plan_owed = false, plan_made_on = null, plan_due_on = null`.execute(house.db)
  })
  after(() => house.close())

  const board = (visitor = province) => visitor.ask(dissemination.openReceiptBoard, { directiveId })
  const plansIn = ({ plansOwed, plansMade, plansOverdue }: Pick<ReceiptCounts, 'plansOwed' | 'plansMade' | 'plansOverdue'>) => [
    plansOwed,
    plansMade,
    plansOverdue,
  ]
  const lineOf = async (name: string) =>
    (await province.ask(dissemination.listReceipts, { directiveId, words: name })).rows.find(({ bodyName }) => bodyName === name)

  test('nobody owes a plan before one is ordered; then those who do are counted, by branch and level', async () => {
    assert.deepEqual(plansIn((await board()).totals), [0, 0, 0])
    const { plans } = await orderPlans(province)
    const { totals, levels } = await board()
    assert.ok(totals.plansOwed > 10 && totals.plansOwed <= plans, JSON.stringify(totals))
    assert.equal(
      levels.reduce((sum, { plansOwed }) => sum + plansOwed, 0),
      totals.plansOwed,
    )
    const list = await province.ask(dissemination.listReceipts, { directiveId, group: 'planless', limit: 1 })
    assert.equal(list.total, totals.plansOwed)
  })

  test('a plan counts as made once it was approved, and while it is amended; submitted is not enough', async () => {
    const { id } = await findPlanOf(district, directiveId, 'Huyện ủy Tiên Du')
    const made = async () => [(await board()).totals.plansMade, (await lineOf('Huyện ủy Tiên Du'))?.planMadeOn]
    await step(district, id, 'start')
    await step(district, id, 'submit')
    assert.deepEqual(await made(), [0, null])
    await step(appraiser, id, 'approve')
    assert.deepEqual(await made(), [1, today])
    await step(district, id, 'issue', { number: '12-KH/HU', issuedOn: today, signer: 'Đỗ Văn Chinh' })
    await step(district, id, 'amend', { text: 'Bổ sung' })
    await step(district, id, 'submit')
    assert.deepEqual(await made(), [1, today])
    const own = await board(district)
    assert.deepEqual(own.totals.plansMade, 1)
    const { rows } = await province.ask(dissemination.listReceipts, { directiveId, group: 'planned' })
    assert.deepEqual(
      rows.map(({ bodyName }) => bodyName),
      ['Huyện ủy Tiên Du'],
    )
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await province.try(dissemination.exportReceipts, { directiveId, group: 'planned' })).body as never)
    const cells: string[] = []
    book.worksheets[0]?.eachRow((row) => row.eachCell((cell) => cells.push(cell.text)))
    for (const words of ['Ngày duyệt kế hoạch', 'đã duyệt']) assert.ok(cells.includes(words), words)
  })

  test('ordered to plan once more, a body is judged by the plan of it that is furthest', async () => {
    const parts = [{ level: 'district' as const, dueOn: '2013-12-20', approver: 'ordering' as const }]
    const stands = async () => {
      const { bodies } = await province.ask(coverage.openCoverageMatrix, { directiveId, words: 'Tiên Du', level: 'district' })
      return [(await board()).totals.plansMade, (await lineOf('Huyện ủy Tiên Du'))?.planMadeOn, bodies.map(({ plan, cells }) => [plan, cells])]
    }
    const before = await stands()
    assert.equal(before[0], 1)
    await province.ask(orders.createPlanOrder, { directiveId, title: 'Kế hoạch lần nữa', again: true, parts })
    assert.deepEqual(await stands(), before)
  })

  test('whatever becomes of plans, the counts equal a recount; bodies a directive is sent to later too', async () => {
    const { rows: bodies } = await sql<{ id: string }>`select id from plan where directive_id = ${directiveId} order by id`.execute(house.db)
    const move = fc.record({
      at: fc.nat(),
      to: fc.constantFrom('submitted', 'returned', 'approved', 'accepted', 'issued', 'withdrawn', 'late', 'frozen', 'two-step'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 10, maxLength: 40 }), async (moves) => {
        for (const { at, to } of moves) {
          const which = sql`id = ${bodies[at % bodies.length]?.id}`
          if (to === 'late') await sql`update plan set due_on = ${at % 2 ? '2013-11-01' : '2014-01-01'} where ${which}`.execute(house.db)
          else if (to === 'frozen') await sql`update plan set edition = 1, decided_on = ${today} where ${which}`.execute(house.db)
          else if (to === 'two-step') await sql`update plan set accepter_id = approver_id where ${which}`.execute(house.db)
          else
            await sql`update plan set state = ${to}, submitted_on = coalesce(submitted_on, ${at % 3 ? today : null}::date) where ${which}`.execute(
              house.db,
            )
        }
        await recount()
      }),
      { numRuns: 6 },
    )
    await sql`delete from receipt_step where receipt_id in (select id from receipt where directive_id = ${directiveId} and level = 'commune')`.execute(
      house.db,
    )
    // as if they had never been made: what was counted of them counts no more
    await sql`update receipt set state = 'recalled', present = 0, invited = 0 where directive_id = ${directiveId} and level = 'commune'`.execute(
      house.db,
    )
    const { rows: gone } = await sql<{ bodyId: string }>`
      delete from receipt where directive_id = ${directiveId} and level = 'commune' returning body_id`.execute(house.db)
    const again = gone.slice(0, 40).map(({ bodyId }) => bodyId as never)
    await province.ask(dissemination.sendFurther, { directiveId, bodyIds: again })
    await recount()
    const part = { level: 'district' as const, dueOn: '2013-12-20', approver: 'ordering' as const }
    await province.ask(orders.createPlanOrder, { directiveId, title: 'Kế hoạch thứ hai', again: true, parts: [part] })
    await recount()
    // as a job tells those of an order to thousands
    await sql`update receipt set plan_owed = false, plan_made_on = null, plan_due_on = null where directive_id = ${directiveId}`.execute(house.db)
    await tellReceipts(house.db, directiveId)
    await recount()
    assert.ok((await board()).totals.plansOwed > 0)
  })

  test('an order to more than a thousand at once leaves the receipts to a job', async () => {
    await sql`update receipt set plan_owed = false, plan_made_on = null, plan_due_on = null where directive_id = ${directiveId}`.execute(house.db)
    await sql`
      with given as (
        insert into plan_order (directive_id, ordered_by, title, ordered_on, created_at)
        select directive_id, ordered_by, title, ordered_on, created_at
        from (select * from plan_order where directive_id = ${directiveId} limit 1) one, generate_series(1, 1001) returning id, ordered_by
      )
      insert into plan (order_id, directive_id, body_id, approver_id, due_on, state, title, updated_at)
      select given.id, ${directiveId}, receipt.body_id, given.ordered_by, '2013-12-31', 'due', '', '2013-11-15T02:00:00Z'
      from given, (select body_id from receipt where directive_id = ${directiveId} and state <> 'recalled' limit 1) receipt`.execute(house.db)
    const early = await board()
    assert.deepEqual([early.totals.plansOwed, early.arePlansToCome], [0, true])
    const { rows } = await sql<{ payload: { directiveId: string } }>`
      select job.payload from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
      where task.identifier = 'tell_receipts'`.execute(house.db)
    assert.deepEqual(rows, [{ payload: { directiveId } }])
    await tellReceipts(house.db, directiveId)
    await sql`delete from graphile_worker._private_jobs`.execute(house.db)
    await recount()
    const later = await board()
    assert.ok(later.totals.plansOwed > 0 && !later.arePlansToCome)
  })

  async function recount(): Promise<void> {
    const { rows: receipts } = await sql<{ bodyId: string; level: string; state: string; above: string[] }>`
      select body_id, level, state, array(select ancestor_id from body_reach where body_reach.body_id = receipt.body_id and valid @> ${today}::date) as above
      from receipt where directive_id = ${directiveId}`.execute(house.db)
    const { rows: all } = await sql<PlanRow>`
      select body_id, state, edition, accepter_id, submitted_on, due_on from plan where directive_id = ${directiveId} and state <> 'withdrawn'`.execute(
      house.db,
    )
    const plansOf = Map.groupBy(all, ({ bodyId }) => bodyId)
    const isMade = ({ state, edition, accepterId }: PlanRow) =>
      edition > 0 || ['accepted', 'issued', 'amending'].includes(state) || (state === 'approved' && accepterId === null)
    const count = (of: typeof receipts) => {
      const owing = of
        .filter(({ bodyId, state }) => plansOf.has(bodyId) && state !== 'recalled')
        .map(({ bodyId }) => plansOf.get(bodyId) as PlanRow[])
      return [
        owing.length,
        owing.filter((plans) => plans.some(isMade)).length,
        owing.filter((plans) => plans.every((plan) => plan.submittedOn === null && !isMade(plan)) && plans.some(({ dueOn }) => dueOn < today)).length,
      ]
    }
    const { totals, levels, branches, dissemination: sent } = await board()
    assert.deepEqual(plansIn(totals), count(receipts))
    for (const level of levels) assert.deepEqual(plansIn(level), count(receipts.filter((row) => row.level === level.level)), level.level)
    // the sender's own branch counts what it held itself, and nobody's plans
    for (const branch of branches.filter(({ bodyId }) => bodyId !== sent?.senderId))
      assert.deepEqual(plansIn(branch), count(receipts.filter(({ above }) => above.includes(branch.bodyId))), branch.name)
    const { total } = await province.ask(dissemination.listReceipts, { directiveId, group: 'plan-overdue', limit: 1 })
    assert.equal(total, totals.plansOverdue)
  }
})
