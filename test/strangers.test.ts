import assert from 'node:assert/strict'
import { randomBytes, randomInt } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import mammoth from 'mammoth'
import { addressOf } from '../src/kernel/call.ts'
import { type Endpoint, parametersOf } from '../src/kernel/endpoint.ts'
import { clockDay, setClockDay } from '../src/people/queries.ts'
import { openHouse, type TestHouse } from './kit.ts'
import { issuePlan } from './story.ts'
import { furnish } from './strangers/furnish.ts'
import { type Chance, chanceFrom, drawInput, type Ids, pick } from './strangers/inputs.ts'
import { markOf, type Rights, readRights, type Somebody } from './strangers/rights.ts'

/** How often each endpoint is asked by somebody drawn at random; `SEED=… DRAWS=40` asks for the same again, or for longer. */
const drawsEach = Number(process.env.DRAWS ?? 4)
const seed = Number(process.env.SEED ?? randomInt(2 ** 31))
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** What a field `…Id` beside a version names. */
const versionedTables = [
  ['obligation', 'obligation'],
  ['task', 'task'],
  ['receipt', 'receipt'],
  ['session', 'studySession'],
  ['change', 'directiveChange'],
  ['changeReceipt', 'changeReceipt'],
  ['plan', 'plan'],
  ['directive', 'directive'],
] as const

type Answer = { status: number; said: string }

describe(`strangers at every endpoint (SEED=${seed})`, () => {
  let house: TestHouse
  let endpoints: [name: string, endpoint: Endpoint][]
  let chance: Chance
  let everybody: string[]
  let dutiful: Map<string, string[]>
  let day: string
  let plan: string
  before(async () => {
    house = await openHouse()
    chance = chanceFrom(seed)
    endpoints = house.office.slices.flatMap((slice) => Object.entries(slice.endpoints))
    day = (await clockDay(house.db)) as string
    plan = await issuePlan(house)
    await furnish(house, plan, day)
    for (const { id } of await house.db.selectFrom('directive').select('id').execute()) {
      await house.db
        .updateTable('directive')
        .set({ title: sql`title || ${` ${markOf(id)}`}` })
        .where('id', '=', id)
        .execute()
      await house.db
        .updateTable('task')
        .set({ text: sql`text || ${` ${markOf(id)}`}` })
        .where('directiveId', '=', id)
        .execute()
    }
    const { rows } = await sql<{ id: string }>`
      (select distinct person.id from person join holding on holding.person_id = person.id where person.username not like 'bn.%' order by person.id)
      union all (select id from person where username like 'bn.%' order by username limit 5)`.execute(house.db)
    everybody = rows.map(({ id }) => id)
    const { rows: duties } = await sql<{ duty: string; personId: string }>`
      select distinct duty, holding.person_id from holding join post on post.id = holding.post_id, unnest(post.duties) duty
      where holding.person_id = any(${everybody}::uuid[]) order by duty, holding.person_id`.execute(house.db)
    dutiful = new Map([...Map.groupBy(duties, ({ duty }) => duty)].map(([duty, some]) => [duty, some.map(({ personId }) => personId)]))
    for (const personId of everybody.slice(0, 6))
      await house.db.insertInto('savedView').values({ personId, page: 'x', name: 'x', query: '' }).execute()
  })
  after(() => house.close())

  /** Somebody; for what is not for everybody, mostly somebody with a duty for it, so that reach is tried and not only duties. */
  const drawPerson = ({ for: audience }: Endpoint): string =>
    Array.isArray(audience) && chance() < 0.8 ? pick(chance, dutiful.get(pick(chance, audience)) ?? everybody) : pick(chance, everybody)

  /** Signs somebody in, acting in one of their posts. */
  async function enter(personId: string, wanted?: Endpoint): Promise<{ who: Somebody; cookie: string }> {
    const { rows: posts } = await sql<Somebody>`
      select holding.person_id, holding.id as holding_id, post.body_id, post.reach_id, post.duties
      from holding join post on post.id = holding.post_id
      where holding.person_id = ${personId} and holding.valid @> ${day}::date and post.valid @> ${day}::date order by holding.id`.execute(house.db)
    const fit = posts.filter(({ duties }) => Array.isArray(wanted?.for) && wanted.for.some((duty) => duties.includes(duty)))
    const who = posts.length ? pick(chance, fit.length ? fit : posts) : { personId, holdingId: null, bodyId: null, reachId: null, duties: [] }
    const token = randomBytes(16).toString('hex')
    await house.db
      .insertInto('session')
      .values({ personId, token, holdingId: who.holdingId, expiresAt: sql<string>`now() + interval '1 hour'` })
      .execute()
    return { who, cookie: `trienkhai.session_token=${token}` }
  }

  async function ask(endpoint: Endpoint, input: Record<string, unknown>, cookie: string): Promise<Answer> {
    const isWrite = endpoint.kind === 'write'
    const response = await house.app.inject({
      method: isWrite ? 'POST' : 'GET',
      url: addressOf(endpoint, input as never),
      headers: { cookie },
      ...(isWrite ? { payload: input } : {}),
    })
    const type = String(response.headers['content-type'])
    if (type.includes('spreadsheetml')) return { status: response.statusCode, said: await wordsOf(response.rawPayload) }
    if (type.includes('wordprocessingml'))
      return { status: response.statusCode, said: (await mammoth.extractRawText({ buffer: response.rawPayload })).value }
    return { status: response.statusCode, said: response.body }
  }

  async function wordsOf(bytes: Buffer): Promise<string> {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as never)
    return JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()))
  }

  /** The ids that exist, by the table a field's name speaks of. */
  async function readIds(): Promise<Ids> {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'id' and data_type = 'uuid' and table_name not in ('session', 'account', 'verification')`.execute(
      house.db,
    )
    const pools = new Map<string, string[]>()
    for (const { name } of rows) {
      const { rows: found } = await sql<{ id: string }>`select id from ${sql.table(name)} order by id limit 3000`.execute(house.db)
      if (found.length)
        pools.set(
          name,
          found.map(({ id }) => id),
        )
    }
    const all = [...pools.values()].flat()
    const named: Record<string, string> = {
      class: 'body_class',
      view: 'saved_view',
      act: 'urging_act',
      rule: 'reminder_rule',
      order: 'plan_order',
      item: 'plan_item',
      behind: 'plan_item',
      superiorItem: 'plan_item',
      template: 'plan',
      session: 'study_session',
      below: 'receipt',
      change: 'directive_change',
      changeReceipt: 'change_receipt',
      replacement: 'directive',
    }
    return {
      of: (field) => {
        const word = field.replace(/Id$/, '')
        return pools.get(named[word] ?? word) ?? (/^(parent|issuer|standing|reach|under|id)$/.test(word) ? pools.get('body') : undefined) ?? all
      },
    }
  }

  /** Whether somebody’s account was disabled on the way. */
  const isShutOut = async (personId: string): Promise<boolean> =>
    (await house.db.selectFrom('person').select('disabled').where('id', '=', personId).executeTakeFirstOrThrow()).disabled

  /** Half of the time, the version that the thing really has, so that what is asked could be done. */
  async function versioned(input: Record<string, unknown>): Promise<Record<string, unknown>> {
    if (!('version' in input) || chance() < 0.3) return input
    for (const [name, table] of versionedTables) {
      const id = input[`${name}Id`]
      if (typeof id !== 'string') continue
      const row = await house.db.selectFrom(table).select('version').where('id', '=', id).executeTakeFirst()
      return { ...input, version: row?.version ?? 1 }
    }
    return input
  }

  const countLines = async () => (await house.db.selectFrom('journal').select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()).count

  test('who is not signed in is asked to sign in, everywhere but where it is for anyone', async () => {
    const ids = await readIds()
    for (const [name, endpoint] of endpoints) {
      const { status } = await ask(endpoint, drawInput(endpoint, chance, ids), '')
      if (endpoint.for === 'anyone') assert.ok(status < 500 && status !== 403, `${name}: ${status}`)
      else assert.equal(status, 401, name)
    }
  })

  test('whoever lacks a duty of an endpoint is refused, whatever they send', async () => {
    const ids = await readIds()
    let refusals = 0
    for (const [name, endpoint] of endpoints.filter(([, endpoint]) => endpoint.for === 'holder' || Array.isArray(endpoint.for)))
      for (const personId of [pick(chance, everybody), pick(chance, everybody), pick(chance, everybody)]) {
        const { who, cookie } = await enter(personId)
        if (endpoint.for === 'holder' || (endpoint.for as readonly string[]).some((duty) => who.duties.includes(duty))) continue
        assert.equal((await ask(endpoint, drawInput(endpoint, chance, ids), cookie)).status, 403, `${name} as ${who.duties}`)
        refusals++
      }
    assert.ok(refusals > 10)
  })

  test('who holds no post may do nothing that needs one', async () => {
    const ids = await readIds()
    const { id } = await house.db
      .insertInto('person')
      .values({ name: 'Người Không chức', username: 'khong.chuc', email: 'x@invalid' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { cookie } = await enter(id)
    for (const [name, endpoint] of endpoints.filter(([, endpoint]) => endpoint.for === 'holder' || Array.isArray(endpoint.for)))
      assert.equal((await ask(endpoint, drawInput(endpoint, chance, ids), cookie)).status, 403, name)
  })

  test('whatever anybody asks of anything that is there, they get, learn and change only what is theirs', async () => {
    let rights = await readRights(house.db, day)
    const counts = new Map<number, number>()
    for (let round = 0; round < drawsEach; round++) {
      const ids = await readIds()
      for (const [name, endpoint] of endpoints) {
        const { who, cookie } = await enter(drawPerson(endpoint), endpoint)
        const input = await versioned(drawInput(endpoint, chance, ids))
        const before = await countLines()
        const { status, said } = await ask(endpoint, input, cookie)
        const tale = `${name} by ${JSON.stringify(who)} with ${JSON.stringify(input)}: ${status} ${said.slice(0, 300)}`
        counts.set(status, (counts.get(status) ?? 0) + 1)
        assert.ok([200, 400, 401, 403, 404, 409, 413, 429].includes(status), tale)
        if (status === 401) assert.ok(endpoint.for === 'anyone' || (await isShutOut(who.personId)), tale)
        checkWords(rights, who, said, tale)
        if (endpoint.kind !== 'write') continue
        assert.equal((await countLines()) - before, status === 200 ? 1 : 0, tale)
        if (status !== 200) continue
        for (const parameter of parametersOf(endpoint.path)) assert.ok(rights.actsOn(who, parameter, String(input[parameter]), name), tale)
        await setClockDay(house.db, day)
        rights = await readRights(house.db, day)
      }
    }
    assert.ok((counts.get(200) ?? 0) > endpoints.length, JSON.stringify([...counts]))
    assert.ok((counts.get(404) ?? 0) > 20, JSON.stringify([...counts]))
  })

  /** Nothing said may name, by id or by words, what the one who asked may not see. */
  function checkWords(rights: Rights, who: Somebody, said: string, tale: string): void {
    for (const mark of rights.hiddenFrom(who)) assert.equal(said.includes(mark), false, `${mark} in ${tale}`)
    for (const [id] of said.matchAll(uuid)) assert.ok(rights.sees(who, id), `${id} in ${tale}`)
  }
})
