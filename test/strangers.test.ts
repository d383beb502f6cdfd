import assert from 'node:assert/strict'
import { randomBytes, randomInt } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import mammoth from 'mammoth'
import { endpoints as directives } from '../src/directives/contract.ts'
import { addressOf } from '../src/kernel/call.ts'
import { type Endpoint, parametersOf } from '../src/kernel/endpoint.ts'
import { onClock } from '../src/kernel/serve.ts'
import { endpoints as overview } from '../src/overview/contract.ts'
import { clockDay, setClockDay } from '../src/people/queries.ts'
import { endpoints as tasks } from '../src/tasks/contract.ts'
import { endpoints as urging } from '../src/urging/contract.ts'
import { remind } from '../src/urging/reminding.ts'
import { openHouse, type TestHouse } from './kit.ts'
import { issuePlan } from './story.ts'
import { type Chance, chanceFrom, drawInput, type Ids, pick } from './strangers/inputs.ts'
import { markOf, type Rights, readRights, type Somebody } from './strangers/rights.ts'

/** How often each endpoint is asked by somebody drawn at random. */
const drawsEach = 6
const seed = Number(process.env.SEED ?? randomInt(2 ** 31))
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

type Answer = { status: number; said: string }

describe(`strangers at every endpoint (SEED=${seed})`, () => {
  let house: TestHouse
  let endpoints: [name: string, endpoint: Endpoint][]
  let chance: Chance
  let people: string[]
  let dutiful: Map<string, string[]>
  let day: string
  before(async () => {
    house = await openHouse()
    chance = chanceFrom(seed)
    endpoints = house.office.slices.flatMap((slice) => Object.entries(slice.endpoints))
    day = (await clockDay(house.db)) as string
    await issuePlan(house)
    await addSecret()
    await addDrafts()
    await addExtractions()
    await addUrgings()
    await addAdministrators()
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
    people = rows.map(({ id }) => id)
    const { rows: duties } = await sql<{ duty: string; personId: string }>`
      select distinct duty, holding.person_id from holding join post on post.id = holding.post_id, unnest(post.duties) duty
      where holding.person_id = any(${people}::uuid[]) order by duty, holding.person_id`.execute(house.db)
    dutiful = new Map([...Map.groupBy(duties, ({ duty }) => duty)].map(([duty, some]) => [duty, some.map(({ personId }) => personId)]))
    for (const personId of people.slice(0, 6)) await house.db.insertInto('savedView').values({ personId, page: 'x', name: 'x', query: '' }).execute()
  })
  after(() => house.close())

  /** A secret directive of one province, laid on one of its districts. */
  async function addSecret(): Promise<void> {
    const clerk = await house.visit('tubacninh.chuyenvien')
    const read = await clerk.ask(directives.readDirective, {
      text: 'KẾ HOẠCH\nvề việc kín\n1- Huyện ủy Tiên Du xây dựng đề án kín trước ngày 31-12-2013.',
    })
    const { ownerId, kind, title } = await clerk.ask(directives.openDirective, read)
    const facts = { kind, title, number: null, issuedOn: null, recipients: [], references: [], issuerName: 'Tỉnh ủy Bắc Ninh' }
    const bodies = { issuerId: ownerId as never, standingId: ownerId as never }
    await clerk.ask(directives.amendDirective, { ...read, version: 1, ...facts, ...bodies, secrecy: 'secret' })
    await clerk.ask(directives.issueDirective, { ...read, version: 2 })
    await clerk.ask(overview.saveView, { page: 'x', name: 'riêng', query: 'a=b' })
    const district = await house.visit('hutiendu.chuyenvien')
    const obligationId = (await district.ask(tasks.listObligations, read)).rows[0]?.id as never
    const fileIds = [(await district.upload('kin.txt', 'rất kín')).body.id]
    await district.ask(tasks.takeStep, { obligationId, version: 1, event: 'accept' })
    await district.ask(tasks.takeStep, { obligationId, version: 2, event: 'progress', text: 'Kèm tệp kín', fileIds })
  }

  /** Drafts of three bodies, one of them laid aside. */
  async function addDrafts(): Promise<void> {
    for (const [i, name] of ['ddqh.chuyenvien', 'tubacninh.chuyenvien', 'hutiendu.chuyenvien'].entries()) {
      const clerk = await house.visit(name)
      const read = await clerk.ask(directives.readDirective, {
        text: `KẾ HOẠCH\nvề việc thứ ${i}\n1- Ban Dân vận Trung ương tổ chức hội nghị trước ngày 31-12-2013.`,
      })
      if (i === 2) await clerk.ask(directives.withdrawDraft, { ...read, version: 1, why: 'Đọc nhầm' })
    }
  }

  /** Files of three clerks whose text is being worked out: taken by a process that will say no more for a day. */
  async function addExtractions(): Promise<void> {
    for (const name of ['btctw.chuyenvien', 'tubacninh.chuyenvien', 'hutiendu.chuyenvien']) {
      const clerk = await house.visit(name)
      const { body: file } = await clerk.upload('dang-doc.txt', `Văn bản của ${name}`)
      const { uploadedBy } = await house.db.selectFrom('file').select('uploadedBy').where('id', '=', file.id).executeTakeFirstOrThrow()
      const seenAt = sql<string>`now() + interval '1 day'`
      await house.db.insertInto('extraction').values({ fileId: file.id, askedBy: uploadedBy, state: 'running', seenAt }).execute()
    }
  }

  /** Notices, rules and urgings on a day when much is late, the secret directive's too; some not answered in time. */
  async function addUrgings(): Promise<void> {
    const letter = { words: 'Đề nghị khẩn trương thực hiện.', escalates: true }
    for (const [on, answerBy] of [
      ['2014-01-02', '2014-01-05'],
      ['2014-01-10', '2014-01-20'],
    ] as const) {
      await setClockDay(house.db, on)
      for (const name of ['tubacninh.chuyenvien', 'btctw.chuyenvien']) await (await house.visit(name)).try(urging.urge, { ...letter, answerBy })
      await remind(house.db, onClock(on))
    }
    await setClockDay(house.db, day)
    await remind(house.db, onClock(day))
    const province = await house.visit('tubacninh.chuyenvien')
    const rule = { kind: 'milestone' as const, daysBefore: [3], daysAfter: [1], byEmail: true }
    for (const { id } of (await province.ask(urging.listReminderRules, {})).directives)
      await province.ask(urging.setReminderRule, { ...rule, directiveId: id as never })
    const { rows } = await sql<{ secret: number; all: number }>`select count(secret_of) as secret, count(*) as all from urging`.execute(house.db)
    assert.ok((rows[0]?.secret ?? 0) > 0 && (rows[0]?.all ?? 0) > 10, JSON.stringify(rows))
  }

  /** Administrators with a narrow reach, besides the one who reaches everything. */
  async function addAdministrators(): Promise<void> {
    for (const username of ['tubacninh.thamdinh', 'tudanang.lanhdao', 'hutiendu.lanhdao', 'bcsdbnv.lanhdao'])
      await sql`
        with post as (
          insert into post (body_id, reach_id, title, duties, valid)
          select post.body_id, post.body_id, 'Quản trị', array['administrator'], post.valid from post join holding on holding.post_id = post.id join person on person.id = holding.person_id
          where person.username = ${username} returning id, valid
        ) insert into holding (post_id, person_id, valid) select post.id, person.id, post.valid from post, person where person.username = ${username}`.execute(
        house.db,
      )
  }

  /** Somebody; for what is not for everybody, mostly somebody with a duty for it, so that reach is tried and not only duties. */
  const drawPerson = ({ for: audience }: Endpoint): string =>
    Array.isArray(audience) && chance() < 0.8 ? pick(chance, dutiful.get(pick(chance, audience)) ?? people) : pick(chance, people)

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
    const named: Record<string, string> = { class: 'body_class', view: 'saved_view', act: 'urging_act', rule: 'reminder_rule' }
    return {
      of: (field) => {
        const word = field.replace(/Id$/, '')
        return pools.get(named[word] ?? word) ?? (/^(parent|issuer|standing|reach|under|id)$/.test(word) ? pools.get('body') : undefined) ?? all
      },
    }
  }

  /** Half of the time, the version that the thing really has, so that what is asked could be done. */
  async function versioned(input: Record<string, unknown>): Promise<Record<string, unknown>> {
    if (!('version' in input) || chance() < 0.3) return input
    for (const table of ['obligation', 'task', 'directive'] as const) {
      const id = input[`${table}Id`]
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
      for (const personId of [pick(chance, people), pick(chance, people), pick(chance, people)]) {
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
        if (status === 401) assert.equal(endpoint.for, 'anyone', tale)
        checkWords(rights, who, said, tale)
        if (endpoint.kind !== 'write') continue
        assert.equal((await countLines()) - before, status === 200 ? 1 : 0, tale)
        if (status !== 200) continue
        for (const parameter of parametersOf(endpoint.path)) assert.ok(rights.actsOn(who, parameter, String(input[parameter])), tale)
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
