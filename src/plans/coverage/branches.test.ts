import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { openHouse, type TestHouse, type Visitor } from '../../../test/kit.ts'
import { fillPlans, forgetPlans } from '../../../test/planRows.ts'
import { playPlan } from '../../../test/story.ts'
import { chanceFrom } from '../../../test/strangers/inputs.ts'
import { everReaches, insertBody, refreshReach, replaceVersion } from '../../organisations/queries.ts'
import { setClockDay } from '../../people/queries.ts'
import { CellState, type Cover, endpoints } from './contract.ts'
import { foldCovers } from './queries/folding.ts'
import { countedStates, coveredOf, sumOf } from './rules.ts'

const none: Cover = { answered: 0, quoted: 0, reasoned: 0, drafted: 0, asked: 0, open: 0 }
const only = (row: Cover) => Object.fromEntries(CellState.options.map((state) => [state, row[state]]))
const seed = process.env.SEED ?? String(randomInt(2 ** 31))
const today = '2013-11-15'
const days = ['2013-11-12', today, '2013-11-18']

type Place = { level: string; above: Set<string> }
type Cell = { bodyId: string; taskId: string; state: CellState }

describe(`coverage under bodies that move (SEED=${seed})`, () => {
  const chance = chanceFrom(Number(seed))
  const oneOf = <T>(some: readonly T[]): T => some[Math.floor(chance() * some.length)] as T
  let house: TestHouse
  let directiveId: never
  let province: string
  let district: string
  const visitors: { who: string; visitor: Visitor }[] = []
  before(async () => {
    house = await openHouse()
    await forgetPlans(house.db)
    directiveId = (await playPlan(house)) as never
    const idOf = async (name: string) =>
      (await house.db.selectFrom('bodyVersion').select('bodyId').where('name', '=', name).executeTakeFirstOrThrow()).bodyId
    province = await idOf('Tỉnh ủy Bắc Ninh')
    district = await idOf('Huyện ủy Tiên Du')
    await fillPlans(house.db, { directiveId, orderedBy: await idOf('Ban Tổ chức Trung ương'), underId: province, seed })
    for (const who of ['btctw.chuyenvien', 'tubacninh.chuyenvien', 'hutiendu.chuyenvien']) visitors.push({ who, visitor: await house.visit(who) })
  })
  after(() => house.close())

  const placesOn = async (day: string) => {
    const { rows } = await sql<{ id: string; level: string; above: string[] }>`
      select body_id as id, level, array(select ancestor_id from body_reach reach where reach.body_id = body.body_id and reach.valid @> ${day}::date) as above
      from body_version body where valid @> ${day}::date`.execute(house.db)
    return new Map(rows.map(({ id, level, above }): [string, Place] => [id, { level, above: new Set(above) }]))
  }

  /** All cells that somebody sees, with the plan of each body, as the matrix lists them one by one. */
  async function listed(visitor: Visitor) {
    const cells: Cell[] = []
    const plans = new Map<string, string>()
    for (let offset = 0, total = 1; offset < total; offset += 200) {
      const page = await visitor.ask(endpoints.openCoverageMatrix, { directiveId, limit: 200, offset })
      total = page.total
      for (const body of page.bodies) {
        plans.set(body.id, body.plan)
        for (const { taskId, state } of body.cells) cells.push({ bodyId: body.id, taskId, state })
      }
    }
    return { cells, plans }
  }
  const coverOf = (cells: readonly Cell[]) => sumOf(cells.map(({ state }): Cover => ({ ...none, [state]: 1 })))
  const sorted = (map: Map<string, unknown>) => [...map].sort(([one], [other]) => (one < other ? -1 : 1))
  const by = (cells: readonly Cell[], key: (cell: Cell) => string, value: (some: Cell[]) => unknown) =>
    sorted(new Map([...Map.groupBy(cells, key)].map(([name, some]) => [name, value(some)])))

  /** What is counted for anybody, anywhere they look, is what they see one by one. */
  async function agree(day: string, ways: string[]): Promise<void> {
    await setClockDay(house.db, day)
    const places = await placesOn(day)
    const submitted = await house.db
      .selectFrom('plan')
      .select('bodyId')
      .where('directiveId', '=', directiveId)
      .where('state', 'in', countedStates)
      .execute()
    const planned = new Set(submitted.map(({ bodyId }) => bodyId))
    for (const { who, visitor } of visitors) {
      const { cells, plans } = await listed(visitor)
      assert.ok(cells.length > 20)
      const shown = await visitor.ask(endpoints.openCoverage, { directiveId })
      assert.deepEqual([only(shown.totals), shown.bodies], [only(coverOf(cells)), plans.size], who)
      const counted = Object.entries(shown.plans).filter(([, count]) => count !== 0)
      assert.deepEqual(
        sorted(new Map(counted)),
        sorted(new Map([...Map.groupBy(plans.values(), (plan) => plan)].map(([plan, some]) => [plan, some.length]))),
        who,
      )
      assert.deepEqual(
        sorted(new Map(shown.tasks.map((row) => [row.taskId, only(row)]))),
        by(
          cells,
          ({ taskId }) => taskId,
          (some) => only(coverOf(some)),
        ),
        who,
      )
      const levelOf = ({ bodyId }: Cell) => places.get(bodyId)?.level as string
      assert.deepEqual(
        sorted(new Map(shown.levels.map((row) => [row.level, only(row)]))),
        by(cells, levelOf, (some) => only(coverOf(some))),
        who,
      )
      for (const under of [undefined, oneOf([province, district]), ...ways]) {
        const { rows } = await visitor.ask(endpoints.listCoverageBranches, { directiveId, under: under as never })
        const top = under ?? (rows.find(({ isOwn }) => isOwn)?.bodyId as string)
        for (const row of rows) {
          const within = cells.filter(({ bodyId }) => (row.isOwn ? bodyId === row.bodyId : places.get(bodyId)?.above.has(row.bodyId)))
          const bodies = new Set(within.map(({ bodyId }) => bodyId))
          assert.deepEqual(
            [only(row), row.bodies, row.planned, row.hasBelow],
            [only(coverOf(within)), bodies.size, bodies.intersection(planned).size, !row.isOwn && [...bodies].some((id) => id !== row.bodyId)],
            `${who} on ${row.name}`,
          )
          assert.deepEqual(
            sorted(new Map(row.tasks.map(({ taskId, covered, all }) => [taskId, [covered, all]]))),
            by(
              within,
              ({ taskId }) => taskId,
              (some) => [coveredOf(coverOf(some)), some.length],
            ),
            `${who} on ${row.name}`,
          )
        }
        if (top)
          assert.deepEqual(only(sumOf(rows)), only(coverOf(cells.filter(({ bodyId }) => places.get(bodyId)?.above.has(top)))), `${who} under ${top}`)
      }
    }
  }

  const somebody = async (levels: string[], day: string) =>
    oneOf(
      await house.db
        .selectFrom('bodyVersion')
        .select(['bodyId', 'name', 'shortName', 'kind', 'level', 'parentId', sql<string>`lower(valid)`.as('from')])
        .where('level', 'in', levels)
        .where('parentId', 'is not', null)
        .where(sql<boolean>`upper_inf(valid) and (lower(valid) is null or lower(valid) < ${day}::date)`)
        .where(
          sql<boolean>`(level <> 'commune' or exists (select from obligation where obligation.directive_id = ${directiveId} and obligation.body_id = body_version.body_id))`,
        )
        .orderBy('bodyId')
        .execute(),
    )

  const amend = (bodyId: string, body: Parameters<typeof replaceVersion>[2]) =>
    house.db.transaction().execute(async (db) => {
      await replaceVersion(db, bodyId, body)
      await refreshReach(db, [bodyId])
    })

  /** Changes of the tree and of what lies on it; each gives a body to look under. */
  const changes: (() => Promise<string | null>)[] = [
    async function move() {
      const day = oneOf(days)
      const [body, under] = [await somebody(['district', 'commune'], day), await somebody(['province', 'district'], day)]
      if (await everReaches(house.db, body.bodyId, under.bodyId, day)) return null
      await amend(body.bodyId, { ...body, parentId: under.bodyId, from: day })
      return under.bodyId
    },
    async function regrade() {
      const day = oneOf(days)
      const body = await somebody(['district', 'commune'], day)
      await amend(body.bodyId, { ...body, level: oneOf(['district', 'commune', 'grassroots']), from: day })
      return body.parentId
    },
    async function dissolve() {
      const day = oneOf(days)
      const body = await somebody(['commune', 'grassroots'], day)
      if (await house.db.selectFrom('bodyVersion').select('bodyId').where('parentId', '=', body.bodyId).executeTakeFirst()) return null
      await sql`update body_version set valid = daterange(lower(valid), ${day}::date) where body_id = ${body.bodyId} and upper_inf(valid)`.execute(
        house.db,
      )
      await refreshReach(house.db, [body.bodyId])
      return body.parentId
    },
    async function establish() {
      const day = oneOf(days)
      const above = await somebody(['province', 'district', 'commune'], day)
      const name = `Tổ chức đảng mới ${chance()}`
      const bodyId = await insertBody(house.db, { ...above, name, shortName: name, parentId: above.bodyId, from: day })
      await refreshReach(house.db, [bodyId])
      await sql`
        insert into obligation (task_id, directive_id, body_id, verifier_id, given_on, updated_at)
        select id, directive_id, ${bodyId}, ${above.bodyId}, ${today}, now() from task where directive_id = ${directiveId} limit 3`.execute(house.db)
      return above.bodyId
    },
    async function addTask() {
      await sql`
        with added as (insert into task (directive_id, position, text, origin) values (${directiveId}, 1000, 'Nhiệm vụ bổ sung', 'hand') returning id)
        insert into obligation (task_id, directive_id, body_id, verifier_id, given_on, updated_at)
        select added.id, ${directiveId}::uuid, held.body_id, held.body_id, ${today}, now()
        from added, (select distinct body_id from obligation where directive_id = ${directiveId}) held where abs(hashtext(held.body_id::text || ${String(chance())})) % 3 = 0`.execute(
        house.db,
      )
      return null
    },
    async function plan() {
      await sql`
        update plan set state = (array['drafting', 'submitted', 'returned', 'issued', 'withdrawn', 'due'])[1 + abs(hashtext(id::text || ${String(chance())})) % 6]
        where id in (select id from plan order by md5(id::text || ${String(chance())}) limit 25)`.execute(house.db)
      return null
    },
    async function quote() {
      await sql`update plan_item set is_bare = not is_bare where plan_id in (select id from plan order by md5(id::text || ${String(chance())}) limit 25)`.execute(
        house.db,
      )
      await sql`insert into plan_cover_touched select distinct directive_id, body_id from plan`.execute(house.db)
      return null
    },
    async function withdraw() {
      await sql`
        update obligation set state = case state when 'withdrawn' then 'given' else 'withdrawn' end
        where id in (select id from obligation where directive_id = ${directiveId} order by md5(id::text || ${String(chance())}) limit 20)`.execute(
        house.db,
      )
      return null
    },
    async function confirmElsewhere() {
      await sql`
        update obligation set verifier_id = ${oneOf([province, district])}
        where id in (select id from obligation where directive_id = ${directiveId} order by md5(id::text || ${String(chance())}) limit 15)`.execute(
        house.db,
      )
      return null
    },
  ]

  test('what is counted under every body is what is seen one by one, whatever changes, on whatever day, and whenever it is folded', async () => {
    await agree(today, [])
    const tried = new Set<string>()
    for (let round = 0; round < 3; round++) {
      const ways: string[] = []
      for (let i = 0; i < 10; i++) {
        const change = oneOf(changes)
        tried.add(change.name)
        const way = await change()
        if (way) ways.push(way)
        if (chance() < 0.25) await foldCovers(house.db)
      }
      await agree(oneOf(days), ways.slice(0, 1))
      if (chance() < 0.6) await foldCovers(house.db)
      await agree(oneOf(days), ways.slice(-1)) // another day may have come, or the clock been set back
    }
    await foldCovers(house.db)
    assert.equal((await house.db.selectFrom('planCoverTouched').selectAll().execute()).length, 0)
    await agree(oneOf(days), [])
    assert.ok(tried.size > 4)
  })

  test('what is kept under bodies is the sum over the bodies below, and is read as it is while nothing has changed', async () => {
    await setClockDay(house.db, today)
    await foldCovers(house.db)
    const { rows } = await sql<{ ancestorId: string | null; level: string; bodies: number; planned: number }>`
      select ancestor_id, body.level, count(*) as bodies, count(*) filter (where is_planned) as planned
      from plan_cover cover join body_version body on body.body_id = cover.body_id and body.valid @> ${today}::date,
      lateral (select ancestor_id from body_reach reach where reach.body_id = cover.body_id and reach.depth > 0 and reach.valid @> ${today}::date union all select null) above
      where directive_id = ${directiveId} group by 1, 2`.execute(house.db)
    const kept = await house.db.selectFrom('planCoverBranch').selectAll().where('directiveId', '=', directiveId).where('bodies', '<>', 0).execute()
    const told = (some: readonly { ancestorId: string | null; level: string; bodies: number; planned: number }[]) =>
      some.map(({ ancestorId, level, bodies, planned }) => `${ancestorId} ${level} ${bodies} ${planned}`).sort()
    assert.deepEqual(told(kept), told(rows))
    await agree(today, [])
    // a number changed by hand is shown: nothing was counted anew
    const before = await visitors[0]?.visitor.ask(endpoints.openCoverage, { directiveId })
    await sql`update plan_cover_branch set bodies = bodies + 7 where directive_id = ${directiveId} and ancestor_id is null and level = 'commune'`.execute(
      house.db,
    )
    const shown = await visitors[0]?.visitor.ask(endpoints.openCoverage, { directiveId })
    assert.equal(shown?.bodies, (before?.bodies as number) + 7)
  })
})
