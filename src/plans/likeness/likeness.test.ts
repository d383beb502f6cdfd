import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { openHouse, type TestHouse, type Visitor } from '../../../test/kit.ts'
import { issueOrders } from '../../../test/orders.ts'
import { addOrder, addPlan, forgetPlans, type ItemToAdd } from '../../../test/planRows.ts'
import { issuePlan } from '../../../test/story.ts'
import { endpoints as directives } from '../../directives/contract.ts'
import { addressOf } from '../../kernel/call.ts'
import { endpoints as organisations } from '../../organisations/contract.ts'
import { compareDirective, comparePlan } from './comparing.ts'
import { endpoints } from './contract.ts'
import { fold, isBare, reasonsOf } from './rules.ts'

const at = '2013-11-15T02:00:00Z'

describe('alike plans', () => {
  let house: TestHouse
  let directiveId: never
  const visitors = new Map<string, Visitor>()
  const plans: Record<string, string> = {}
  let facts: { orderId: string; directiveId: string; approverId: string }
  before(async () => {
    house = await openHouse()
    await forgetPlans(house.db)
    directiveId = (await issuePlan(house)) as never
    const orderedBy = await idOf('Tỉnh ủy Bắc Ninh')
    const before = ['Huyện ủy Tiên Du lập danh sách phòng, ban có chức năng trùng lặp, đề xuất hợp nhất hoặc giải thể từng nơi.']
    const earlierId = (await issueOrders(house, before)).directiveId
    const earlierOrder = await addOrder(house.db, { directiveId: earlierId, orderedBy, on: '2013-06-01' })
    const orderId = await addOrder(house.db, { directiveId, orderedBy })
    facts = { orderId, directiveId, approverId: orderedBy }
    const task = await house.db
      .selectFrom('task')
      .select('text')
      .where('directiveId', '=', directiveId)
      .orderBy('position')
      .limit(1)
      .executeTakeFirstOrThrow()
    const own = (place: string): ItemToAdd[] => [
      { text: task.text },
      {
        text: `Tổ chức hội nghị quán triệt đến bí thư chi bộ toàn huyện ${place}, mời báo cáo viên của tỉnh`,
        dueOn: '2013-12-01',
        lead: `Ban Tuyên giáo Huyện ủy ${place}`,
      },
      { text: 'Lập danh sách phòng, ban có chức năng trùng lặp, đề xuất hợp nhất hoặc giải thể từng nơi', dueOn: '2013-12-20' },
    ]
    const add = async (name: string, bodyName: string, items: ItemToAdd[], more: Partial<Parameters<typeof addPlan>[1]> = {}) => {
      const bodyId = await idOf(bodyName)
      const { planId } = await addPlan(house.db, {
        orderId,
        directiveId,
        bodyId,
        approverId: orderedBy,
        superiorId: plans.province ?? null,
        items,
        ...more,
      })
      plans[name] = planId
      await comparePlan(house.db, planId, at)
    }
    await add('province', 'Tỉnh ủy Bắc Ninh', [{ text: 'Giao các huyện ủy rà soát tổ chức của mình, gửi danh sách trước ngày 10-12-2013' }], {
      superiorId: null,
    })
    await add('before', 'Huyện ủy Tiên Du', own('Tiên Du').slice(2), {
      orderId: earlierOrder,
      directiveId: earlierId,
      superiorId: null,
      submittedOn: '2013-06-20',
    })
    await add('original', 'Huyện ủy Tiên Du', own('Tiên Du'))
    await add(
      'copy',
      'Huyện ủy Quế Võ',
      own('Quế Võ').map((item) => ({ ...item, dueOn: item.dueOn ? '2014-01-31' : null })),
      { submittedOn: '2013-10-25' },
    )
    await add('stranger', 'Huyện ủy Gia Bình', [{ text: 'Khảo sát 14 xã về mô hình nhất thể hóa, chọn hai xã làm điểm rồi nhân rộng' }])
    await add('draft', 'Huyện ủy Lương Tài', own('Lương Tài'), { state: 'drafting', submittedOn: null })
  })
  after(() => house.close())

  const as = async (username: string): Promise<Visitor> => {
    const visitor = visitors.get(username) ?? (await house.visit(username))
    visitors.set(username, visitor)
    return visitor
  }
  async function idOf(name: string): Promise<string> {
    const found = await (await as('quantri')).ask(organisations.searchBodies, { words: name, limit: 30 })
    const body = found.find((one) => one.name === name)
    assert.ok(body, name)
    return body.id
  }
  const kept = async () => {
    const { rows } = await sql<{ pair: string; score: number }>`
      select plan_id || ' ' || other_id || ' ' || relation as pair, score from plan_likeness order by 1`.execute(house.db)
    return rows
  }

  test('words are folded as the database folds them', async () => {
    const texts = [
      'Ủy ban nhân dân XÃ Lạc Vệ',
      'UỶ BAN, hoà – hòa',
      'ĐẢNG BỘ đẹp',
      'Nguyễn Thị Thùy Dương 12-2013 %',
      'Phường Đáp Cầu (Ð)'.replace('Ð', 'Đ'),
    ]
    const { rows } = await sql<{
      folded: string
    }>`select fold(one) as folded from unnest(${texts}::text[]) with ordinality as given(one, n) order by n`.execute(house.db)
    assert.deepEqual(
      rows.map(({ folded }) => folded),
      texts.map(fold),
    )
  })

  test('a copy with another place and other days stands first, with its reasons; a stranger and a draft do not stand there', async () => {
    const { rows, total } = await (await as('tubacninh.lanhdao')).ask(endpoints.listLikeness, { directiveId, least: 40 })
    const shown = rows.map(({ planId, otherId, relation }) => [planId, otherId, relation])
    assert.deepEqual(new Map(shown.map((row) => [row[0], row])).get(plans.copy), [plans.copy, plans.original, 'neighbour'])
    assert.ok(shown.every(([planId, otherId]) => ![plans.stranger, plans.draft].includes(planId) && ![plans.stranger, plans.draft].includes(otherId)))
    assert.equal(total, rows.length)
    const copy = rows.find(({ planId }) => planId === plans.copy)
    assert.ok(copy)
    assert.deepEqual([copy.sameWords, copy.ownDates, copy.ownFigures, copy.ownNames, copy.isStale], [copy.words, 1, 0, 0, false])
    assert.ok(copy.givenWords > 5, 'the task’s own words are set aside')
    assert.deepEqual(
      reasonsOf(copy).map(({ key }) => key),
      ['same', 'ownDates', 'noFigures', 'noNames', 'given'],
    )
  })

  test('a plan is held against its body’s earlier one and its superior’s', async () => {
    const pairs = new Set((await kept()).map(({ pair }) => pair))
    assert.ok(pairs.has(`${plans.original} ${plans.before} earlier`))
    for (const name of ['original', 'copy', 'stranger']) assert.ok(pairs.has(`${plans[name]} ${plans.province} superior`), name)
    assert.ok(![...pairs].some((pair) => pair.includes(plans.draft as string)))
    const { rows } = await (await as('tubacninh.lanhdao')).ask(endpoints.listLikeness, { directiveId, relation: 'earlier' })
    assert.deepEqual(
      rows.map(({ planId, otherId }) => [planId, otherId]),
      [[plans.original, plans.before]],
    )
  })

  test('side by side, every word of both stands once, by where it comes from; own days are marked, twins found', async () => {
    const visitor = await as('tubacninh.lanhdao')
    const { plan, other, likeness } = await visitor.ask(endpoints.openLikeness, { planId: plans.copy as never, otherId: plans.original as never })
    const items = await house.db
      .selectFrom('planItem')
      .selectAll()
      .where('planId', '=', plans.copy as string)
      .orderBy('position')
      .execute()
    assert.deepEqual(
      plan.items.map(({ text }) => text.map((piece) => piece.text).join('')),
      items.map(({ text }) => text),
    )
    assert.ok(plan.items[0]?.text.every(({ mark }) => mark === 'given'))
    assert.ok(plan.items[1]?.text.filter(({ text }) => /\p{L}/u.test(text)).every(({ mark }) => mark === 'same'))
    assert.deepEqual([plan.items[1]?.ownDays, plan.items[1]?.ownLead], [true, false])
    assert.deepEqual([plan.items[1]?.twinId, plan.items[2]?.twinId], [other.items[1]?.id, other.items[2]?.id])
    assert.equal(
      likeness.score,
      (await visitor.ask(endpoints.listLikeness, { directiveId, relation: 'neighbour' })).rows.find(({ planId }) => planId === plans.copy)?.score,
    )
  })

  test('a plan’s own list holds all it was compared with, the most alike first, and stops at what its reader may see', async () => {
    const othersOf = async (who: string) =>
      (await (await as(who)).ask(endpoints.listPlanLikeness, { planId: plans.original as never })).rows.map(({ otherId }) => otherId)
    const all = await othersOf('tubacninh.lanhdao')
    assert.deepEqual([...all].sort(), [plans.copy, plans.province, plans.before].sort())
    assert.equal(all.at(-1), plans.province)
    assert.deepEqual(await othersOf('hutiendu.chuyenvien'), [plans.before])
    // what a plan of another directive took from that directive is not its own, in the list as side by side
    const visitor = await as('tubacninh.lanhdao')
    for (const { otherId, score } of (await visitor.ask(endpoints.listPlanLikeness, { planId: plans.original as never })).rows)
      assert.equal((await visitor.ask(endpoints.openLikeness, { planId: plans.original as never, otherId: otherId as never })).likeness.score, score)
    assert.equal((await (await as('tudanang.lanhdao')).try(endpoints.listPlanLikeness, { planId: plans.original as never })).status, 404)
  })

  test('both plans must be in sight: a district sees neither its neighbour’s nor that it was alike', async () => {
    const district = await as('hutiendu.chuyenvien')
    const { rows } = await district.ask(endpoints.listLikeness, { directiveId })
    assert.deepEqual(
      rows.map(({ planId, otherId }) => [planId, otherId]),
      [[plans.original, plans.before]],
    )
    for (const who of ['hutiendu.chuyenvien', 'tudanang.lanhdao', 'ubndsontra.vanthu'])
      assert.equal((await (await as(who)).try(endpoints.openLikeness, { planId: plans.original as never, otherId: plans.copy as never })).status, 404)
    assert.equal((await (await as('ubndsontra.vanthu')).try(endpoints.listLikeness, { directiveId })).status, 404)
    assert.equal((await (await as('tudanang.lanhdao')).ask(endpoints.listLikeness, { directiveId })).total, 0)
  })

  test('all are compared anew by a job that the standing body asks for, once at a time; it finds what each submission found', async () => {
    const clerk = await as('btctw.chuyenvien')
    const single = await kept()
    assert.equal((await (await as('tubacninh.lanhdao')).try(endpoints.comparePlans, { directiveId })).status, 403)
    await clerk.ask(endpoints.comparePlans, { directiveId })
    assert.equal((await clerk.try(endpoints.comparePlans, { directiveId })).status, 409)
    assert.equal((await clerk.ask(endpoints.listLikeness, { directiveId })).run?.state, 'waiting')
    const { rows } = await sql<{ payload: { runId: string } }>`
      select job.payload from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id where task.identifier = 'compare_plans'`.execute(
      house.db,
    )
    assert.equal(rows.length, 1)
    await sql`delete from plan_likeness`.execute(house.db)
    let told = 0
    await compareDirective(house.db, rows[0]?.payload.runId as string, () => told++)
    assert.ok(told > 1)
    assert.deepEqual(await kept(), single)
    const { run } = await clerk.ask(endpoints.listLikeness, { directiveId })
    assert.deepEqual([run?.state, run?.done, run?.total], ['done', 8, 8])
    await compareDirective(house.db, rows[0]?.payload.runId as string, () => assert.fail('a run that is done is not done again'))
    await clerk.ask(endpoints.comparePlans, { directiveId })
  })

  test('a comparison whose process is gone gives way to another', async () => {
    const clerk = await as('btctw.chuyenvien')
    assert.equal((await clerk.try(endpoints.comparePlans, { directiveId })).status, 409)
    await sql`update likeness_run set state = 'running', moved_at = now() - interval '6 minutes' where state = 'waiting'`.execute(house.db)
    await clerk.ask(endpoints.comparePlans, { directiveId })
  })

  test('what was changed since says so', async () => {
    await house.db
      .updateTable('plan')
      .set({ version: 2 })
      .where('id', '=', plans.copy as string)
      .execute()
    const { rows } = await (await as('tubacninh.lanhdao')).ask(endpoints.listLikeness, { directiveId, relation: 'neighbour' })
    assert.ok(
      rows.length >= 2 && rows.filter(({ planId, otherId }) => [planId, otherId].includes(plans.copy as string)).every(({ isStale }) => isStale),
    )
  })

  test('the workbook has the rows of the list, with sentences', async () => {
    const visitor = await as('tubacninh.lanhdao')
    const response = await house.app.inject({
      url: addressOf(endpoints.exportLikeness, { directiveId }),
      headers: { cookie: visitor.cookie, 'accept-language': 'vi' },
    })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(response.rawPayload as never)
    const sheet = book.worksheets[0]
    assert.equal((sheet?.actualRowCount ?? 0) - 3, (await visitor.ask(endpoints.listLikeness, { directiveId })).total)
    assert.match(JSON.stringify(sheet?.getSheetValues()), /100 % lời văn riêng \(\d+ trên \d+ từ\) trùng với kế hoạch của Huyện ủy Tiên Du/)
  })

  test('plans of a secret directive are compared, and told to nobody but the bodies named in it', async () => {
    const clerk = await as('tubacninh.chuyenvien')
    const read = await clerk.ask(directives.readDirective, {
      text: 'KẾ HOẠCH\nvề việc kín\n1- Huyện ủy Tiên Du xây dựng đề án kín trước ngày 31-12-2013.',
    })
    const { ownerId, kind, title } = await clerk.ask(directives.openDirective, read)
    const facts = { kind, title, number: null, issuedOn: null, recipients: [], references: [], issuerName: 'Tỉnh ủy Bắc Ninh' }
    const bodies = { issuerId: ownerId as never, standingId: ownerId as never }
    await clerk.ask(directives.amendDirective, { ...read, version: 1, ...facts, ...bodies, secrecy: 'secret' })
    await clerk.ask(directives.issueDirective, { ...read, version: 2 })
    const secret = { directiveId: read.directiveId }
    const orderId = await addOrder(house.db, { ...secret, orderedBy: ownerId })
    const bodyId = await idOf('Huyện ủy Tiên Du')
    const items = [{ text: 'Lập danh sách phòng, ban có chức năng trùng lặp, đề xuất hợp nhất hoặc giải thể từng nơi' }]
    const { planId } = await addPlan(house.db, { orderId, ...secret, bodyId, approverId: ownerId, items, submittedOn: '2013-11-01' })
    await comparePlan(house.db, planId, at)
    for (const visitor of [clerk, await as('hutiendu.chuyenvien')])
      assert.deepEqual(
        (await visitor.ask(endpoints.listLikeness, secret)).rows.map(({ relation }) => relation),
        ['earlier'],
      )
    const [pair] = (await clerk.ask(endpoints.listLikeness, secret)).rows
    for (const who of ['btctw.lanhdao', 'bct.lanhdao', 'ubkttw.kiemtra', 'xalacve.vanthu']) {
      const visitor = await as(who)
      assert.equal((await visitor.try(endpoints.listLikeness, secret)).status, 404, who)
      assert.equal((await visitor.try(endpoints.openLikeness, { planId: planId as never, otherId: pair?.otherId as never })).status, 404, who)
      assert.equal((await visitor.try(endpoints.openLikeness, { planId: pair?.otherId as never, otherId: planId as never })).status, 404, who)
    }
  })

  test('a plan with next to nothing of its own stands among those to be looked at, though no score says anything of it', async () => {
    const { planId: emptied } = await addPlan(house.db, {
      ...facts,
      bodyId: await idOf('Huyện ủy Thuận Thành'),
      superiorId: plans.province as string,
      items: [{ text: 'Tổ chức thực hiện' }],
    })
    await comparePlan(house.db, emptied, at)
    const leader = await as('tubacninh.lanhdao')
    const found = (await leader.ask(endpoints.listLikeness, { directiveId, least: 40 })).rows.find(({ planId }) => planId === emptied)
    assert.ok(found)
    assert.deepEqual([found.score, isBare(found)], [0, true])
    assert.ok(!(await leader.ask(endpoints.listLikeness, { directiveId, least: 70 })).rows.some(({ planId }) => planId === emptied))
  })

  test('both bodies are named as they were called when they submitted', async () => {
    const days = await house.db
      .selectFrom('plan')
      .select(['id', 'submittedOn', 'dueOn'])
      .where('id', 'in', [plans.copy, plans.original] as string[])
      .execute()
    assert.ok(days.every(({ submittedOn, dueOn }) => submittedOn !== null && submittedOn < '2013-11-10' && dueOn >= '2013-11-10'))
    const ids = await Promise.all(['Huyện ủy Quế Võ', 'Huyện ủy Tiên Du'].map(idOf))
    await sql`
      with old as (
        update body_version set valid = daterange(lower(valid), '2013-11-10') where body_id = any(${ids}::uuid[]) and valid @> date '2013-11-10'
        returning old.valid, new.body_id, new.name, new.short_name, new.kind, new.level, new.parent_id
      )
      insert into body_version (body_id, valid, name, short_name, kind, level, parent_id)
      select body_id, daterange('2013-11-10', upper(valid)), name || ' (mới)', short_name, kind, level, parent_id from old`.execute(house.db)
    const leader = await as('tubacninh.lanhdao')
    const pair = { planId: plans.copy as never, otherId: plans.original as never }
    const { rows } = await leader.ask(endpoints.listLikeness, { directiveId, relation: 'neighbour', words: 'Quế Võ' })
    assert.deepEqual(
      rows.filter(({ planId }) => planId === plans.copy).map(({ bodyName, otherBodyName }) => [bodyName, otherBodyName]),
      [['Huyện ủy Quế Võ', 'Huyện ủy Tiên Du']],
    )
    const { plan, other } = await leader.ask(endpoints.openLikeness, pair)
    assert.deepEqual([plan.bodyName, other.bodyName], ['Huyện ủy Quế Võ', 'Huyện ủy Tiên Du'])
  })
})
