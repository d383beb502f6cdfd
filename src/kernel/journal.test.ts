import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, beforeEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { endpoints as organisations } from '../organisations/contract.ts'
import { endpoints as people } from '../people/contract.ts'
import { checkpointJournal, findBrokenCheckpoint, forJournal, merkleRoot } from './journal.ts'

const sha256 = (...parts: Buffer[]) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

describe('the journal', () => {
  let house: TestHouse
  let admin: Visitor
  let rootId: string
  before(async () => {
    house = await openHouse()
    admin = await house.visit('quantri')
    rootId = (await admin.ask(organisations.listBranches, {}))[0]?.id as string
  })
  after(() => house.close())

  const lines = () => house.db.selectFrom('journal').selectAll().orderBy('id').execute()
  const last = async () => (await lines()).at(-1)
  const newBody = (name: string) => ({ name, kind: 'association', level: 'central' as const, parentId: rootId as never, from: '2013-11-01' })

  const tables = ['journal', 'journal_subject', 'journal_checkpoint']
  /** As whoever owns the tables could: past the triggers. */
  const tamper = (statement: ReturnType<typeof sql>) =>
    house.db.transaction().execute(async (db) => {
      for (const table of tables) await sql`alter table ${sql.table(table)} disable trigger user`.execute(db)
      await statement.execute(db)
      for (const table of tables) await sql`alter table ${sql.table(table)} enable trigger user`.execute(db)
    })
  const makeOld = () => tamper(sql`update journal set recorded_at = recorded_at - interval '2 minutes'`)

  test('a write leaves one line: who, in which post, for which body, when, what, from which input, about what', async () => {
    const before = await lines()
    const { bodyId } = await admin.ask(organisations.createBody, newBody('Hội Thử nghiệm nhật ký'))
    const me = (await admin.ask(people.getMe, {})).person
    const written = (await lines()).slice(before.length)
    assert.equal(written.length, 1)
    const line = written[0]
    assert.equal(line?.action, 'createBody')
    assert.equal(line?.personId, me?.id)
    assert.equal(line?.holdingId, me?.acting?.holdingId)
    assert.equal(line?.bodyId, me?.acting?.bodyId)
    assert.match(line?.at as string, /^2013-11-1[45]T/)
    assert.equal((line?.input as { name?: string } | undefined)?.name, 'Hội Thử nghiệm nhật ký')
    const subjects = await house.db
      .selectFrom('journalSubject')
      .select('subjectId')
      .where('journalId', '=', line?.id as number)
      .execute()
    assert.deepEqual(subjects, [{ subjectId: bodyId }])
  })

  test('a refused write leaves neither a line nor anything else', async () => {
    const before = await lines()
    const countBodies = () => house.db.selectFrom('body').select(sql<number>`count(*)`.as('count')).executeTakeFirst()
    const bodies = await countBodies()
    assert.equal((await admin.try(organisations.createBody, { ...newBody('Hội Không thành'), kind: 'no-such-kind' })).status, 400)
    assert.equal((await admin.try(organisations.createBody, newBody('Hội Thử nghiệm nhật ký'))).status, 409)
    assert.deepEqual(await lines(), before)
    assert.deepEqual(await countBodies(), bodies)
  })

  test('a question leaves no line', async () => {
    const before = await lines()
    await admin.ask(organisations.searchBodies, { words: 'ban to chuc' })
    assert.deepEqual(await lines(), before)
  })

  test('no password is ever written down', async () => {
    await admin.ask(people.createPerson, { name: 'Người Có Mật khẩu', username: 'mat.khau', password: 'bi-mat-khong-ghi' })
    const visitor = await house.visit('mat.khau', 'bi-mat-khong-ghi')
    await visitor.ask(people.changePassword, { currentPassword: 'bi-mat-khong-ghi', newPassword: 'bi-mat-thu-hai' })
    assert.equal((await last())?.action, 'changePassword')
    assert.doesNotMatch(JSON.stringify(await lines()), /bi-mat/)
  })

  test('a long text is kept as its length and SHA-256', () => {
    const text = 'x'.repeat(5000)
    assert.deepEqual(forJournal({ text, short: 'y', password: 'p', deep: [{ token: 't' }] }), {
      text: `… 5000 characters, sha256 ${createHash('sha256').update(text).digest('hex')}`,
      short: 'y',
      password: '•',
      deep: [{ token: '•' }],
    })
  })

  test('lines can be neither changed nor taken away', async () => {
    const before = await lines()
    for (const statement of [
      sql`update journal set action = 'other'`,
      sql`delete from journal`,
      sql`truncate journal cascade`,
      sql`update journal_subject set subject_id = uuidv7()`,
      sql`delete from journal_checkpoint`,
    ])
      await assert.rejects(statement.execute(house.db), /append-only/)
    assert.deepEqual(await lines(), before)
  })

  describe('its checkpoints', () => {
    let from: number
    let first: number
    let second: number
    beforeEach(async () => {
      await tamper(sql`truncate journal_checkpoint`)
      await makeOld()
      await checkpointJournal(house.db)
      const write = (name: string) => admin.ask(organisations.addAlias, { bodyId: rootId as never, name })
      from = (await last())?.id as number
      await write('Tên khác một')
      await write('Tên khác hai')
      await makeOld()
      await checkpointJournal(house.db)
      first = (await last())?.id as number
      await write('Tên khác ba')
      await makeOld()
      await checkpointJournal(house.db)
      second = (await last())?.id as number
    })

    test('seal what is older than a minute, and all of it fits', async () => {
      await admin.ask(organisations.addAlias, { bodyId: rootId as never, name: 'Tên khác bốn' })
      await checkpointJournal(house.db)
      const sealed = await house.db.selectFrom('journalCheckpoint').select('lastId').orderBy('lastId').execute()
      assert.deepEqual(
        sealed.map(({ lastId }) => lastId),
        [from, first, second],
      )
      assert.equal(await findBrokenCheckpoint(house.db), null)
    })

    test('a line changed afterwards no longer fits, whatever of it was changed', async () => {
      for (const change of [
        sql`action = 'other'`,
        sql`at = at + interval '1 second'`,
        sql`body_id = uuidv7()`,
        sql`person_id = null`,
        sql`input = '{"name":"khác"}'`,
      ]) {
        const kept = await house.db.selectFrom('journal').selectAll().where('id', '=', first).executeTakeFirstOrThrow()
        await tamper(sql`update journal set ${change} where id = ${first}`)
        assert.equal(await findBrokenCheckpoint(house.db), first)
        await tamper(
          sql`update journal set action = ${kept.action}, at = ${kept.at}, body_id = ${kept.bodyId}, person_id = ${kept.personId}, input = ${JSON.stringify(kept.input)} where id = ${first}`,
        )
        assert.equal(await findBrokenCheckpoint(house.db), null)
      }
    })

    test('a line taken away, or changed together with its digest, no longer fits', async () => {
      await tamper(sql`update journal set action = 'other', digest = sha256('other') where id = ${second}`)
      assert.equal(await findBrokenCheckpoint(house.db), second)
      await tamper(sql`delete from journal_subject where journal_id = ${first}`)
      await tamper(sql`delete from journal where id = ${first}`)
      assert.equal(await findBrokenCheckpoint(house.db), first)
    })
  })

  test('the root of a Merkle tree is worked out by pairs, an odd one carried up', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((text) => Buffer.from(text)) as [Buffer, Buffer, Buffer]
    assert.deepEqual(merkleRoot([a]), a)
    assert.deepEqual(merkleRoot([a, b]), sha256(a, b))
    assert.deepEqual(merkleRoot([a, b, c]), sha256(sha256(a, b), c))
    assert.notDeepEqual(merkleRoot([b, a]), merkleRoot([a, b]))
  })
})
