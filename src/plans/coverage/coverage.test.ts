import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { recountCover } from '../../../test/cover.ts'
import { openHouse, type TestHouse, type Visitor } from '../../../test/kit.ts'
import { addOrder, addPlan, fillPlans, forgetPlans } from '../../../test/planRows.ts'
import { playPlan } from '../../../test/story.ts'
import { chanceFrom } from '../../../test/strangers/inputs.ts'
import { endpoints as directives } from '../../directives/contract.ts'
import { addressOf } from '../../kernel/call.ts'
import { endpoints as organisations } from '../../organisations/contract.ts'
import { endpoints as tasks } from '../../tasks/contract.ts'
import { type CellState, type Cover, endpoints } from './contract.ts'
import { foldCovers } from './queries/folding.ts'
import { countedStates, coveredOf, shownStates, sumOf } from './rules.ts'

const none: Cover = { answered: 0, quoted: 0, reasoned: 0, drafted: 0, asked: 0, open: 0 }
const only = (row: Cover): Cover => Object.fromEntries(Object.keys(none).map((key) => [key, row[key as CellState]])) as Cover
const seed = process.env.SEED ?? String(randomInt(2 ** 31))

describe(`coverage by plans (SEED=${seed})`, () => {
  let house: TestHouse
  let directiveId: never
  let day: string
  const visitors = new Map<string, Visitor>()
  const names = new Map<string, string>()
  before(async () => {
    house = await openHouse()
    await forgetPlans(house.db)
    directiveId = (await playPlan(house)) as never
    day = '2013-11-15'
    const orderedBy = await idOf('Ban Tổ chức Trung ương')
    await fillPlans(house.db, { directiveId, orderedBy, underId: await idOf('Tỉnh ủy Bắc Ninh'), seed })
    // one of the tasks on most bodies is that which the plans were ordered by
    await sql`
      update plan_order set task_id = (
        select obligation.task_id from obligation join plan on plan.body_id = obligation.body_id and plan.directive_id = obligation.directive_id where obligation.directive_id = ${directiveId}
        group by 1 order by count(*) desc, 1 limit 1) where directive_id = ${directiveId}`.execute(house.db)
    await sql`insert into plan_cover_touched select directive_id, body_id from plan where directive_id = ${directiveId}`.execute(house.db)
  })
  after(() => house.close())

  const as = async (username: string): Promise<Visitor> => {
    const visitor = visitors.get(username) ?? (await house.visit(username))
    visitors.set(username, visitor)
    return visitor
  }
  async function idOf(name: string): Promise<string> {
    const found = await (await as('quantri')).ask(organisations.searchBodies, { words: name, limit: 30 })
    const body = found.find((one) => one.name === name) ?? found[0]
    assert.ok(body, name)
    names.set(body.id, body.name)
    return body.id
  }
  const reachOf = async (bodyId: string) =>
    new Set((await house.db.selectFrom('bodyReach').select('bodyId').where('ancestorId', '=', bodyId).execute()).map(({ bodyId: below }) => below))

  const recount = (bodies: ReadonlySet<string> | null) => recountCover(house.db, directiveId, bodies)
  const coverOf = (cells: readonly { state: CellState }[]) => sumOf(cells.map(({ state }): Cover => ({ ...none, [state]: 1 })))

  async function matrixOf(visitor: Visitor, more: { state?: CellState; under?: never } = {}) {
    const bodies = []
    for (let offset = 0, total = 1; offset < total; offset += 200) {
      const page = await visitor.ask(endpoints.openCoverageMatrix, { directiveId, ...more, limit: 200, offset })
      total = page.total
      bodies.push(...page.bodies)
    }
    return bodies
  }

  test('totals, by task and by level, and every cell are a recount by the rules; for the whole and for a province', async () => {
    for (const [who, bodies] of [
      ['btctw.chuyenvien', null],
      ['tubacninh.chuyenvien', await reachOf(await idOf('Tỉnh ủy Bắc Ninh'))],
      ['hutiendu.chuyenvien', await reachOf(await idOf('Huyện ủy Tiên Du'))],
    ] as const) {
      const visitor = await as(who)
      const { cells } = await recount(bodies)
      const shown = await visitor.ask(endpoints.openCoverage, { directiveId })
      assert.deepEqual(shown.totals, coverOf(cells))
      assert.deepEqual(sumOf(shown.levels), shown.totals)
      assert.deepEqual(
        new Map(shown.tasks.map((row) => [row.taskId, only(row)])),
        new Map([...Map.groupBy(cells, ({ taskId }) => taskId)].sort().map(([taskId, some]) => [taskId, coverOf(some)])),
      )
      assert.equal(shown.bodies, new Set(cells.map(({ bodyId }) => bodyId)).size)
      assert.equal(
        Object.values(shown.plans).reduce((sum, count) => sum + count, 0),
        shown.bodies,
      )
      const matrix = await matrixOf(visitor)
      const seen = matrix.flatMap((body) => body.cells.map((cell) => `${body.id} ${cell.taskId} ${cell.obligationId} ${cell.state}`))
      assert.deepEqual(seen.sort(), cells.map((cell) => `${cell.bodyId} ${cell.taskId} ${cell.id} ${cell.state}`).sort())
    }
    assert.ok((await (await as('tubacninh.chuyenvien')).ask(endpoints.openCoverage, { directiveId })).totals.answered > 20)
  })

  test('branches add up to all that stands below, and each to what it holds', async () => {
    const visitor = await as('tubacninh.chuyenvien')
    const province = await idOf('Tỉnh ủy Bắc Ninh')
    const { rows, trail } = await visitor.ask(endpoints.listCoverageBranches, { directiveId })
    assert.deepEqual(trail, [{ id: province, name: 'Tỉnh ủy Bắc Ninh' }])
    const { cells, plans } = await recount(await reachOf(province))
    assert.deepEqual(sumOf(rows), coverOf(cells))
    for (const row of rows) {
      const reach = row.isOwn ? new Set([row.bodyId]) : await reachOf(row.bodyId)
      const held = cells.filter(({ bodyId }) => reach.has(bodyId))
      assert.deepEqual(only(row), coverOf(held))
      const bodies = new Set(held.map(({ bodyId }) => bodyId))
      assert.equal(row.bodies, bodies.size)
      assert.equal(row.planned, plans.filter(({ bodyId, state }) => bodies.has(bodyId) && countedStates.includes(state as never)).length)
      assert.deepEqual(
        new Map(row.tasks.map((one) => [one.taskId, [one.covered, one.all]])),
        new Map([...Map.groupBy(held, ({ taskId }) => taskId)].map(([taskId, some]) => [taskId, [coveredOf(coverOf(some)), some.length]])),
      )
    }
    const district = rows.find(({ name }) => name === 'Huyện ủy Tiên Du')
    assert.ok(district?.hasBelow)
    const below = await visitor.ask(endpoints.listCoverageBranches, { directiveId, under: district.bodyId as never })
    assert.deepEqual(
      below.trail.map(({ name }) => name),
      ['Tỉnh ủy Bắc Ninh', 'Huyện ủy Tiên Du'],
    )
    assert.deepEqual(sumOf(below.rows), only(district))
  })

  test('the matrix is narrowed by state, level, words and branch', async () => {
    const visitor = await as('tubacninh.chuyenvien')
    const all = await matrixOf(visitor)
    for (const state of ['answered', 'quoted', 'reasoned', 'drafted', 'asked', 'open'] as const)
      assert.deepEqual(
        (await matrixOf(visitor, { state })).map(({ id }) => id),
        all.filter(({ cells }) => cells.some((cell) => cell.state === state)).map(({ id }) => id),
      )
    const district = await idOf('Huyện ủy Tiên Du')
    const reach = await reachOf(district)
    assert.deepEqual(
      (await matrixOf(visitor, { under: district as never })).map(({ id }) => id),
      all.filter(({ id }) => reach.has(id)).map(({ id }) => id),
    )
    const named = await visitor.ask(endpoints.openCoverageMatrix, { directiveId, words: 'huyen uy tien du', level: 'district' })
    assert.deepEqual(
      named.bodies.map(({ name }) => name),
      ['Huyện ủy Tiên Du'],
    )
  })

  test('a cell opens on the words that answer it, or on the reason and what was said to it', async () => {
    const visitor = await as('tubacninh.chuyenvien')
    const byItself = (await recount(null)).cells.filter(({ itself }) => itself.length > 0)
    const verified = await house.db.selectFrom('obligation').select('id').where('state', '=', 'verified').execute()
    const wordless = new Set([...byItself, ...verified].map(({ id }) => id))
    const cells = (await matrixOf(visitor)).flatMap((body) => body.cells).filter(({ obligationId }) => !wordless.has(obligationId))
    const open = (state: CellState) => {
      const obligationId = cells.find((cell) => cell.state === state)?.obligationId as never
      assert.ok(obligationId, state)
      return visitor.ask(endpoints.openCoverageCell, { directiveId, obligationId })
    }
    const answered = await open('answered')
    assert.ok(answered.items.some(({ text, planState }) => text.startsWith('Tổ chức thực hiện tại') && countedStates.includes(planState as never)))
    const reasoned = await open('reasoned')
    assert.deepEqual([reasoned.items.length, reasoned.reasons[0]?.acceptedOn, reasoned.reasons[0]?.answer], [0, '2013-10-15', 'Đồng ý.'])
    assert.equal((await open('asked')).reasons[0]?.acceptedOn, null)
    const drafted = await open('drafted')
    assert.ok(drafted.items.length > 0 && drafted.items.every(({ planState }) => ['drafting', 'returned'].includes(planState)))
    assert.ok(drafted.text.length > 10 && drafted.bodyName)
  })

  test('items that serve no task are those with no way to one, also not through their superior’s', async () => {
    const visitor = await as('tubacninh.chuyenvien')
    const { items, planOf, itemOf, answers } = await recount(null)
    const answering = new Set(answers.map(({ itemId }) => itemId))
    const under = Map.groupBy(await house.db.selectFrom('planItemUnder').selectAll().execute(), ({ itemId }) => itemId)
    const serves = (id: string): boolean =>
      itemOf.has(id) && (answering.has(id) || (under.get(id) ?? []).some(({ superiorItemId }) => serves(superiorItemId)))
    const expected = items.filter(({ id, planId }) => shownStates.includes(planOf.get(planId)?.state as never) && !serves(id)).map(({ id }) => id)
    const found = []
    for (let offset = 0, total = 1; offset < total; offset += 200) {
      const page = await visitor.ask(endpoints.listIdleItems, { directiveId, limit: 200, offset })
      total = page.total
      found.push(...page.rows)
    }
    assert.deepEqual(found.map(({ id }) => id).sort(), expected.sort())
    assert.ok(expected.length > 5 && items.some(({ id }) => !answering.has(id) && serves(id)))
  })

  async function agreeOnChains() {
    const visitor = await as('tubacninh.chuyenvien')
    const { cells, plans, items, planOf, answers } = await recount(await reachOf(await idOf('Tỉnh ủy Bắc Ninh')))
    const led = new Set(
      items.filter(({ lead, planId }) => lead !== '' && countedStates.includes(planOf.get(planId)?.state as never)).map(({ id }) => id),
    )
    const owned = new Set([
      ...answers.filter(({ itemId }) => led.has(itemId)).map(({ obligationId }) => obligationId),
      ...cells.filter(({ itself }) => itself.some((state) => countedStates.includes(state as never))).map(({ id }) => id),
      ...(await house.db.selectFrom('planReason').selectAll().where('acceptedOn', 'is not', null).where('refusedOn', 'is', null).execute())
        .filter(({ planId }) => shownStates.includes(planOf.get(planId)?.state as never))
        .map(({ obligationId }) => obligationId),
    ])
    const live = new Map(plans.filter(({ state }) => state !== 'withdrawn').map((plan) => [plan.bodyId, plan]))
    const longest = new Map<string, number>()
    for (const [taskId, some] of Map.groupBy(cells, ({ taskId }) => taskId)) {
      const unowned = new Set(some.flatMap(({ id, bodyId }) => (owned.has(id) ? [] : (live.get(bodyId)?.id ?? []))))
      const depth = (planId: string): number => (unowned.has(planId) ? 1 + depth(planOf.get(planId)?.superiorId ?? '') : 0)
      const most = Math.max(0, ...[...unowned].map(depth))
      if (most > 0) longest.set(taskId, most)
    }
    const chains = await visitor.ask(endpoints.listUnownedChains, { directiveId })
    assert.deepEqual(new Map(chains.map(({ taskId, bodies }) => [taskId, bodies.length])), longest)
    for (const { bodies } of chains)
      for (const [i, { id }] of bodies.entries()) if (i > 0) assert.equal(planOf.get(live.get(id)?.superiorId ?? '')?.bodyId, bodies[i - 1]?.id)
    assert.deepEqual(
      chains.map(({ bodies }) => bodies.length),
      chains.map(({ bodies }) => bodies.length).sort((a, b) => b - a),
    )
    return chains
  }

  test('the longest chain of each task without an owner runs from superior to subordinate, and none is longer', async () => {
    const chains = await agreeOnChains()
    assert.ok(chains.some(({ bodies }) => bodies.length >= 2))
  })

  test('a reason asked breaks no chain, an accepted one does', async () => {
    const before = await agreeOnChains()
    const decide = (acceptedOn: string | null) =>
      sql`
        insert into plan_reason (plan_id, obligation_id, why, asked_on, asked_by, accepted_on)
        select plan.id, obligation.id, 'Không có đối tượng', '2013-10-10', (select id from person limit 1), ${acceptedOn}::date
        from plan join obligation on obligation.body_id = plan.body_id and obligation.directive_id = plan.directive_id
        where plan.directive_id = ${directiveId} and plan.state in ('submitted', 'issued')
        on conflict (plan_id, obligation_id) do update set accepted_on = coalesce(excluded.accepted_on, plan_reason.accepted_on), refused_on = null`.execute(
        house.db,
      )
    await decide(null)
    assert.deepEqual(await agreeOnChains(), before)
    await decide('2013-10-20')
    const settled = await house.db
      .selectFrom('plan')
      .select('bodyId')
      .where('directiveId', '=', directiveId)
      .where('state', 'in', ['submitted', 'issued'])
      .execute()
    const broken = new Set(settled.map(({ bodyId }) => bodyId))
    assert.ok((await agreeOnChains()).every(({ bodies }) => bodies.every(({ id }) => !broken.has(id))))
  })

  /** Everything that is counted is what the rules make of the plain rows, for the whole, a province and a district. */
  async function agree(): Promise<void> {
    for (const [who, top] of [
      ['btctw.chuyenvien', null],
      ['tubacninh.chuyenvien', 'Tỉnh ủy Bắc Ninh'],
      ['hutiendu.chuyenvien', 'Huyện ủy Tiên Du'],
    ] as const) {
      const visitor = await as(who)
      const { cells, plans } = await recount(top ? await reachOf(await idOf(top)) : null)
      const shown = await visitor.ask(endpoints.openCoverage, { directiveId })
      assert.deepEqual([shown.totals, sumOf(shown.levels)], [coverOf(cells), coverOf(cells)])
      assert.deepEqual(
        new Map(shown.tasks.map((row) => [row.taskId, only(row)])),
        new Map([...Map.groupBy(cells, ({ taskId }) => taskId)].sort().map(([taskId, some]) => [taskId, coverOf(some)])),
      )
      const planned = new Set(plans.filter(({ state }) => countedStates.includes(state as never)).map(({ bodyId }) => bodyId))
      const { rows } = await visitor.ask(endpoints.listCoverageBranches, { directiveId })
      if (top) assert.deepEqual(sumOf(rows), shown.totals)
      for (const row of rows) {
        const below = row.isOwn ? new Set([row.bodyId]) : await reachOf(row.bodyId)
        const within = cells.filter(({ bodyId }) => below.has(bodyId))
        const bodies = new Set(within.map(({ bodyId }) => bodyId))
        assert.deepEqual([only(row), row.bodies, row.planned], [coverOf(within), bodies.size, bodies.intersection(planned).size], row.name)
        assert.deepEqual(
          new Map(row.tasks.map(({ taskId, covered, all }) => [taskId, [covered, all]])),
          new Map([...Map.groupBy(within, ({ taskId }) => taskId)].sort().map(([taskId, some]) => [taskId, [coveredOf(coverOf(some)), some.length]])),
        )
      }
      const drafted = await matrixOf(visitor, { state: 'drafted' })
      assert.deepEqual(new Set(drafted.map(({ id }) => id)), new Set(cells.filter(({ state }) => state === 'drafted').map(({ bodyId }) => bodyId)))
    }
  }

  test('what is kept of bodies stays a recount, whatever changes and whenever it is folded', async () => {
    const chance = chanceFrom(Number(seed))
    const drawn = () => sql.lit(String(chance()))
    const some = (table: string, condition = 'true') =>
      sql`(select ctid from ${sql.table(table)} where ${sql.raw(condition)} order by md5(ctid::text || ${drawn()}) limit 12)`
    const person = sql`(select id from person limit 1)`
    const changes = [
      () =>
        sql`update plan set state = (array['drafting', 'submitted', 'returned', 'issued', 'withdrawn', 'due'])[1 + abs(hashtext(ctid::text || ${drawn()})) % 6] where ctid in ${some('plan')}`,
      () => sql`update plan_item set removed_on = case when removed_on is null then date '2013-11-10' end where ctid in ${some('plan_item')}`,
      () => sql`delete from plan_answer where ctid in ${some('plan_answer')}`,
      () => sql`
        insert into plan_answer (item_id, obligation_id)
        select item.id, obligation.id from (select * from plan_item order by md5(ctid::text || ${drawn()}) limit 40) item join plan on plan.id = item.plan_id
        join obligation on obligation.body_id = plan.body_id and obligation.directive_id = plan.directive_id on conflict do nothing`,
      () => sql`
        insert into plan_reason (plan_id, obligation_id, why, asked_on, asked_by)
        select plan.id, obligation.id, 'Không có đối tượng', '2013-11-10', ${person} from (select * from plan order by md5(ctid::text || ${drawn()}) limit 15) plan
        join obligation on obligation.body_id = plan.body_id and obligation.directive_id = plan.directive_id on conflict do nothing`,
      () =>
        sql`update plan_reason set accepted_on = case when hashtext(ctid::text || ${drawn()}) > 0 then date '2013-11-11' end, refused_on = null where ctid in ${some('plan_reason')}`,
      () => sql`update plan_reason set accepted_on = null, refused_on = '2013-11-11' where ctid in ${some('plan_reason')}`,
      () => sql`delete from plan_reason where ctid in ${some('plan_reason')}`,
      () =>
        sql`update obligation set state = case state when 'withdrawn' then 'given' else 'withdrawn' end where ctid in ${some('obligation', `directive_id = '${directiveId}'`)}`,
    ]
    await agree()
    for (let round = 0; round < 4; round++) {
      for (const change of changes) {
        await change().execute(house.db)
        if (chance() < 0.25) await foldCovers(house.db)
      }
      await agree()
      await foldCovers(house.db)
      assert.equal((await house.db.selectFrom('planCoverTouched').selectAll().execute()).length, 0)
      await agree()
    }
  })

  test('bodies without a plan are all those that have not begun one', async () => {
    const visitor = await as('tubacninh.chuyenvien')
    const { cells, plans } = await recount(await reachOf(await idOf('Tỉnh ủy Bắc Ninh')))
    const begun = new Set(plans.filter(({ state }) => shownStates.includes(state as never)).map(({ bodyId }) => bodyId))
    const { total, rows } = await visitor.ask(endpoints.listPlanlessBodies, { directiveId, limit: 200 })
    assert.deepEqual(new Set(rows.map(({ bodyId }) => bodyId)), new Set(cells.map(({ bodyId }) => bodyId).filter((id) => !begun.has(id))))
    assert.equal(total, rows.length)
    const owed = new Map(plans.filter(({ state }) => state === 'due').map((plan) => [plan.bodyId, plan.dueOn]))
    for (const row of rows) assert.deepEqual([row.dueOn, row.isOverdue], [owed.get(row.bodyId) ?? null, (owed.get(row.bodyId) ?? '9999') < day])
    const order = rows.map(({ isOverdue, dueOn }) => `${isOverdue ? 0 : 1} ${dueOn ?? '9999'}`)
    assert.deepEqual(order, [...order].sort())
  })

  test('the workbook has a sheet for each way of looking, with as many rows', async () => {
    const visitor = await as('tubacninh.chuyenvien')
    const response = await house.app.inject({ url: addressOf(endpoints.exportCoverage, { directiveId }), headers: { cookie: visitor.cookie } })
    assert.equal(response.statusCode, 200)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(response.rawPayload as never)
    const shown = await visitor.ask(endpoints.openCoverage, { directiveId })
    assert.deepEqual(
      book.worksheets.map((sheet) => sheet.actualRowCount - 3),
      [
        shown.tasks.length,
        shown.levels.length,
        (await visitor.ask(endpoints.listCoverageBranches, { directiveId })).rows.length,
        shown.bodies,
        (await visitor.ask(endpoints.listUnownedChains, { directiveId })).length,
        (await visitor.ask(endpoints.listIdleItems, { directiveId })).total,
        (await visitor.ask(endpoints.listPlanlessBodies, { directiveId })).total,
      ],
    )
  })

  test('a secret directive’s plans are for the bodies named in it, and for nobody above or beside', async () => {
    const clerk = await as('tubacninh.chuyenvien')
    const read = await clerk.ask(directives.readDirective, {
      text: 'KẾ HOẠCH\nvề việc kín\n1- Huyện ủy Tiên Du xây dựng đề án kín trước ngày 31-12-2013.',
    })
    const { ownerId, kind, title } = await clerk.ask(directives.openDirective, read)
    const facts = { kind, title, number: null, issuedOn: null, recipients: [], references: [], issuerName: 'Tỉnh ủy Bắc Ninh' }
    const bodies = { issuerId: ownerId as never, standingId: ownerId as never }
    await clerk.ask(directives.amendDirective, { ...read, version: 1, ...facts, ...bodies, secrecy: 'secret' })
    await clerk.ask(directives.issueDirective, { ...read, version: 2 })
    const district = await as('hutiendu.chuyenvien')
    const obligationId = (await district.ask(tasks.listObligations, read)).rows[0]?.id as string
    const orderId = await addOrder(house.db, { directiveId: read.directiveId, orderedBy: ownerId })
    const bodyId = await idOf('Huyện ủy Tiên Du')
    const items = [{ text: 'Việc rất kín', answers: [obligationId] }, { text: 'Việc kín không phục vụ gì' }]
    await addPlan(house.db, { orderId, directiveId: read.directiveId, bodyId, approverId: ownerId, items })
    const secret = { directiveId: read.directiveId }
    for (const visitor of [district, clerk]) {
      assert.deepEqual((await visitor.ask(endpoints.openCoverage, secret)).totals, { ...none, answered: 1 })
      assert.equal((await visitor.ask(endpoints.listIdleItems, secret)).total, 1)
    }
    for (const who of ['btctw.lanhdao', 'bct.lanhdao', 'ubkttw.kiemtra', 'xalacve.vanthu', 'quantri'])
      for (const [name, endpoint] of Object.entries(endpoints)) {
        const { status, body } = await (await as(who)).try(endpoint, { ...secret, obligationId } as never)
        assert.equal(status, 404, `${name} as ${who}`)
        assert.equal(JSON.stringify(body).includes('kín'), false)
      }
    assert.equal((await clerk.try(endpoints.openCoverageCell, { directiveId, obligationId: obligationId as never })).status, 404)
  })
})
