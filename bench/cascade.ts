import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { endpoints as dissemination } from '../src/dissemination/contract.ts'
import { endpoints as plans } from '../src/plans/contract.ts'
import { endpoints as coverage } from '../src/plans/coverage/contract.ts'
import { foldCovers } from '../src/plans/coverage/queries/folding.ts'
import { endpoints as orders } from '../src/plans/orders/contract.ts'
import { processorOf, report, reportTimes, sample, say, time } from './measure.ts'
import { firstOf, usernameOf } from './registry.ts'
import { issue, type Stage, setStage } from './stage.ts'
import type { Visitor } from './visitor.ts'

const bodies = Number(process.env.BODIES ?? 70_000)
const clerks = 16
const rounds = 12
const warmUps = 4

/** Orders plans of every body, fills them as they stand midway, looks at what they cover, and submits some. */
export async function run(): Promise<void> {
  const stage = await setStage('cascade', bodies)
  const { milliseconds } = await issue(stage)
  report(stage, { measure: 'issuing', value: milliseconds / 1000, unit: 's' })
  await sendOut(stage)
  await lookAtReceipts(stage)
  await orderPlans(stage)
  await fillPlans(stage)
  await lookAtCoverage(stage)
  await submitPlans(stage)
  await stage.reportMemory()
}

/** Sends the directive to everybody at once, and puts the receipts where they would be midway: most received, some late, some refused, half studied. */
async function sendOut(stage: Stage): Promise<void> {
  const { db, directiveId, today } = stage
  const clerk = await stage.signIn('thuong-truc.van-thu')
  const [receiveBy, studyBy] = [today.subtract({ days: 5 }).toString(), today.add({ days: 20 }).toString()]
  let expected = 0
  const milliseconds = await time(async () => {
    const start = { directiveId: directiveId as never, way: 'at-once' as const, receiveBy: null, studyBy: null }
    expected = (await clerk.ask(dissemination.startDissemination, start)).expected
  })
  report(stage, { measure: `sending to ${expected} bodies`, value: milliseconds / 1000, unit: 's' })
  await sql`update dissemination set receive_by = ${receiveBy}, study_by = ${studyBy} where directive_id = ${directiveId}`.execute(db)
  await sql`
    update receipt set receive_by = ${receiveBy}, study_by = ${studyBy}, received_on = case when fell % 100 < 80 then ${today.toString()}::date - (fell % 15)::int end,
      state = case when fell % 100 < 40 then 'done' when fell % 100 < 78 then 'received' when fell % 100 < 80 then 'refused' else 'arrived' end,
      studied_on = case when fell % 100 < 40 then ${today.toString()}::date - 2 end,
      present = case when fell % 100 < 40 then 30 + (fell % 9)::int else 0 end, invited = case when fell % 100 < 40 then 40 else 0 end
    from (select id as receipt_id, abs(hashtext(id::text)) as fell from receipt) dice where dice.receipt_id = receipt.id`.execute(db)
  await sql`vacuum (analyze) receipt`.execute(db)
}

async function lookAtReceipts(stage: Stage): Promise<void> {
  const directiveId = stage.directiveId as never
  for (const [who, username] of [
    ['standing', 'thuong-truc.lanh-dao'],
    ['province', usernameOf(firstOf.province + 3)],
  ] as const) {
    say(`cascade: looking at the receipts as ${who} …`)
    const visitor = await stage.signIn(username)
    const { totals } = await visitor.ask(dissemination.openReceiptBoard, { directiveId })
    say(`cascade: ${JSON.stringify(totals)}`)
    await sample(stage, `openReceiptBoard, ${who}`, () => visitor.look(dissemination.openReceiptBoard, { directiveId }), 150, 60)
    await sample(
      stage,
      `listReceipts of the silent, ${who}`,
      () => visitor.look(dissemination.listReceipts, { directiveId, group: 'silent' }),
      150,
      60,
    )
  }
}

async function orderPlans(stage: Stage): Promise<void> {
  const clerk = await stage.signIn('thuong-truc.van-thu')
  const dueOn = stage.today.add({ days: 60 }).toString()
  const part = (level: 'province', approver: 'ordering' | 'superior') => ({ level, approver, dueOn, form: 'kế hoạch' })
  const parts = [part('province', 'ordering'), ...['district', 'commune', 'grassroots'].map((level) => part(level as 'province', 'superior'))]
  let laid = 0
  const milliseconds = await time(async () => {
    const order = { directiveId: stage.directiveId as never, title: 'Kế hoạch của cấp mình', parts }
    laid = (await clerk.ask(orders.createPlanOrder, order)).plans
  })
  report(stage, { measure: `ordering ${laid} plans`, value: milliseconds / 1000, unit: 's', goal: 10 })
}

/** Plans as they stand midway: a third drafted, the rest submitted or further, each answering two thirds of what lies on the body, reasons for some of the rest. */
async function fillPlans({ db, directiveId }: Stage): Promise<void> {
  say('cascade: writing the plans …')
  const fell = sql`abs(hashtext(plan.id::text || task.position::text))`
  await db.transaction().execute(async (db) => {
    await sql`
      create temporary table written on commit drop as
      select uuidv7() as item_id, plan.id as plan_id, obligation.id as obligation_id, task.position, ${fell} % 100 as fell
      from plan join obligation on obligation.directive_id = plan.directive_id and obligation.body_id = plan.body_id join task on task.id = obligation.task_id
      where plan.directive_id = ${directiveId}`.execute(db)
    await sql`
      update plan set state = (array['drafting', 'submitted', 'in-appraisal', 'approved', 'issued', 'drafting'])[1 + abs(hashtext(id::text)) % 6] where directive_id = ${directiveId}`.execute(
      db,
    )
    await sql`
      insert into plan_item (id, plan_id, position, text, lead, origin, updated_at, is_bare)
      select item_id, plan_id, position, 'Rà soát theo nội dung được giao, lập phương án của cơ quan', 'Văn phòng', 'obligation', now(), fell < 12 from written where fell < 66`.execute(
      db,
    )
    await sql`insert into plan_answer (item_id, obligation_id) select item_id, obligation_id from written where fell < 66`.execute(db)
    await sql`
      insert into plan_reason (plan_id, obligation_id, why, asked_on, asked_by, accepted_on)
      select plan_id, obligation_id, 'Không có đối tượng.', current_date, (select id from person limit 1), case when fell < 72 then current_date end from written where fell between 66 and 78`.execute(
      db,
    )
  })
  await sql`vacuum (analyze)`.execute(db)
}

async function lookAtCoverage(stage: Stage): Promise<void> {
  say('cascade: folding what plans cover …')
  report(stage, { measure: 'folding what all plans cover', value: (await time(() => foldCovers(stage.db))) / 1000, unit: 's' })
  await sql`vacuum (analyze) plan_cover, plan_cover_touched, plan_cover_branch`.execute(stage.db)
  const directiveId = stage.directiveId as never
  const province = usernameOf(firstOf.province + 3)
  const standing = await stage.signIn('thuong-truc.lanh-dao')
  const { totals, levels } = await standing.ask(coverage.openCoverage, { directiveId })
  say(`cascade: ${JSON.stringify({ totals, levels })}`)
  for (const [who, visitor] of [
    ['standing', standing],
    ['province', await stage.signIn(province)],
  ] as const) {
    say(`cascade: asking as ${who} …`)
    await sample(stage, `openCoverage, ${who}`, () => visitor.look(coverage.openCoverage, { directiveId }), 300, 60)
    await sample(stage, `listCoverageBranches, ${who}`, () => visitor.look(coverage.listCoverageBranches, { directiveId }), 300, 60)
    await sample(stage, `openCoverageMatrix, ${who}`, () => visitor.look(coverage.openCoverageMatrix, { directiveId }), 300, 60)
    await sample(stage, `listPlanlessBodies, ${who}`, () => visitor.look(coverage.listPlanlessBodies, { directiveId }), 300, 60)
  }
}

/** Communes submit plans of thirty items, each its own, sixteen at every moment: as people do, with pauses, and then without any; between, unmeasured, all take them back. */
async function submitPlans(stage: Stage): Promise<void> {
  const { db } = stage
  const numbers = Array.from({ length: clerks * rounds }, (_, i) => firstOf.commune + 1 + i * 20)
  const desks: { clerk: Visitor; planId: never; version: number }[] = []
  for (const number of numbers) {
    const clerk = await stage.signIn(usernameOf(number))
    const { rows } = await clerk.ask(plans.listPlans, { directiveId: stage.directiveId as never, limit: 200 })
    const name = `Đảng ủy xã số ${number},`
    const id = rows.find(({ bodyName }) => bodyName.startsWith(name))?.id
    if (!id) throw new Error(`${name} owes no plan`)
    desks.push({ clerk, planId: id as never, version: 0 })
  }
  const planIds = desks.map(({ planId }) => planId as string)
  await db.transaction().execute(async (db) => {
    await sql`update plan set state = 'drafting' where id = any(${planIds}::uuid[])`.execute(db)
    await sql`delete from plan_answer where item_id in (select id from plan_item where plan_id = any(${planIds}::uuid[]))`.execute(db)
    await sql`update plan_item set removed_on = current_date where plan_id = any(${planIds}::uuid[])`.execute(db)
    await sql`
      with owed as (
        select plan.id as plan_id, obligation.id as obligation_id, uuidv7() as item_id, row_number() over (partition by plan.id) as n
        from plan join obligation on obligation.directive_id = plan.directive_id and obligation.body_id = plan.body_id where plan.id = any(${planIds}::uuid[])
      ),
      wanted as (select plan_id, obligation_id, item_id, n from owed union all select plan_id, obligation_id, uuidv7(), n + 28 from owed where n <= 2),
      items as (
        insert into plan_item (id, plan_id, position, text, lead, origin, updated_at)
        select item_id, plan_id, n, 'Phân công đồng chí phụ trách, lập danh sách ' || n || ' nội dung phải sửa tại chi bộ số ' || abs(hashtext(plan_id::text)) % 97, 'Văn phòng', 'own', now() from wanted
      )
      insert into plan_answer (item_id, obligation_id) select item_id, obligation_id from wanted`.execute(db)
  })
  const { rows } = await sql<{ id: string; version: number }>`select id, version from plan where id = any(${planIds}::uuid[])`.execute(db)
  for (const desk of desks) desk.version = rows.find(({ id }) => id === desk.planId)?.version as number
  // as on a page, the version is that of the answer before
  const step = async (desk: (typeof desks)[number], event: 'submit' | 'recall') =>
    time(async () => {
      const { planId, version } = desk
      desk.version = (await desk.clerk.ask(plans.takePlanStep, { planId, version, event })).version
    })
  const all = async (event: 'submit' | 'recall', pause = 0) => {
    const [taken, waiting]: [number[], typeof desks] = [[], [...desks]]
    const submitting = async () => {
      for (let desk = waiting.pop(); desk; desk = waiting.pop()) {
        if (pause) await setTimeout(pause * (0.5 + Math.random()))
        taken.push(await step(desk, event))
      }
    }
    await Promise.all(Array.from({ length: clerks }, submitting))
    return taken
  }
  say('cascade: submitting …')
  // a server that has been at work for a day has its paths compiled and its statements planned
  for (let i = 0; i < warmUps; i++) {
    await all('submit')
    await all('recall')
  }
  for (const [how, pause] of [
    ['with pauses of 0.5 s', 500],
    ['without a pause', 0],
  ] as const) {
    let taken: number[] = []
    const processor = await processorOf(stage, async () => {
      taken = await all('submit', pause)
    })
    await all('recall')
    const spent = processor === undefined ? {} : { processor: processor / taken.length }
    reportTimes(stage, `submitting a plan of 30 items, ${how}`, taken, { goal: 60, concurrency: clerks, ...spent })
  }
}
