import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { setClockDay } from '../people/queries.ts'
import { type BodyId, endpoints, type Level } from './contract.ts'
import { reaches } from './reach.ts'

describe('slips in the registry', () => {
  let house: TestHouse
  let admin: Visitor
  let rootId: BodyId
  let provinceId: BodyId
  let nth = 0
  before(async () => {
    house = await openHouse()
    admin = await house.visit('quantri')
    rootId = (await admin.ask(endpoints.listBranches, {}))[0]?.id as BodyId
    provinceId = (await admin.ask(endpoints.searchBodies, { words: 'Tỉnh ủy Bắc Ninh' }))[0]?.id as BodyId
  })
  beforeEach(() => setClockDay(house.db, '2013-11-15'))
  after(() => house.close())

  type Facts = { name: string; shortName: string; kind: string; level: Level; parentId: BodyId | null; from: string }
  async function create(): Promise<{ bodyId: BodyId; facts: Facts }> {
    const facts: Facts = {
      name: `Hội Ghi nhầm ${++nth}`,
      shortName: '',
      kind: 'association',
      level: 'province',
      parentId: rootId,
      from: '2013-06-01',
    }
    const { bodyId } = await admin.ask(endpoints.createBody, facts)
    await setClockDay(house.db, '2013-11-15')
    return { bodyId, facts }
  }
  const versions = async (bodyId: BodyId) =>
    (await admin.ask(endpoints.openBody, { bodyId })).versions.map(({ name, level, from, to }) => [name.replace(/ \d+$/, ''), level, from, to])
  const why = 'Ghi nhầm cấp'

  test('a change not in force yet is corrected, in its facts and its day, or taken back; the day after it is neither', async () => {
    const { bodyId, facts } = await create()
    await admin.ask(endpoints.amendBody, { bodyId, ...facts, level: 'district', from: '2013-11-18' })
    const refused = await admin.try(endpoints.amendBody, { bodyId, ...facts, level: 'commune', from: '2013-11-18' })
    assert.deepEqual([refused.status, /\(18-11-2013\)/.test(refused.body.message as string)], [409, true])
    assert.equal(
      (await admin.try(endpoints.correctBody, { bodyId, ...facts, level: 'commune', begins: '2013-11-18', from: '2013-11-17', why: '' })).status,
      400,
    )
    await setClockDay(house.db, '2013-11-16')
    await admin.ask(endpoints.correctBody, { bodyId, ...facts, level: 'commune', begins: '2013-11-18', from: '2013-11-17', why })
    assert.deepEqual(await versions(bodyId), [
      ['Hội Ghi nhầm', 'commune', '2013-11-17', null],
      ['Hội Ghi nhầm', 'province', '2013-06-01', '2013-11-16'],
    ])
    await setClockDay(house.db, '2013-11-18')
    const late = await admin.try(endpoints.withdrawBodyChange, { bodyId, begins: '2013-11-17', why })
    assert.deepEqual([late.status, /17-11-2013 đã có hiệu lực/.test(late.body.message as string)], [409, true])
    await admin.ask(endpoints.amendBody, { bodyId, ...facts, level: 'district', from: '2013-12-01' })
    await admin.ask(endpoints.withdrawBodyChange, { bodyId, begins: '2013-12-01', why })
    assert.equal((await versions(bodyId)).length, 2)
    const line = await house.db
      .selectFrom('journal')
      .select('input')
      .where('action', '=', 'withdrawBodyChange')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    assert.equal((line.input as { why: string }).why, why)
  })

  test('what was entered today is mended today, though its day is past; a move taken back puts the body and all below where they were', async () => {
    const { bodyId, facts } = await create()
    await admin.ask(endpoints.amendBody, { bodyId, ...facts, parentId: provinceId, from: '2013-10-01' })
    assert.equal(await reaches(house.db, provinceId, bodyId, '2013-11-15'), true)
    const { versions: shown } = await admin.ask(endpoints.openBody, { bodyId })
    assert.deepEqual(
      shown.map(({ canCorrect, canWithdraw }) => [canCorrect, canWithdraw]),
      [
        [true, true],
        [false, false],
      ],
    )
    await admin.ask(endpoints.withdrawBodyChange, { bodyId, begins: '2013-10-01', why })
    assert.equal(await reaches(house.db, provinceId, bodyId, '2013-11-15'), false)
    assert.equal(await reaches(house.db, rootId, bodyId, '2013-11-15'), true)
    const first = await admin.try(endpoints.withdrawBodyChange, { bodyId, begins: '2013-06-01', why })
    assert.equal(first.status, 409)
    await admin.ask(endpoints.correctBody, { bodyId, ...facts, level: 'district', begins: '2013-06-01', why })
    assert.deepEqual(await versions(bodyId), [['Hội Ghi nhầm', 'district', '2013-06-01', null]])
  })

  test('a change planned for later bars none before it, and takes over what it leaves as it was', async () => {
    const { bodyId, facts } = await create()
    await admin.ask(endpoints.amendBody, { bodyId, ...facts, name: 'Hội Tương lai', from: '2014-06-01' })
    await admin.ask(endpoints.amendBody, { bodyId, ...facts, parentId: provinceId, level: 'district', from: '2013-11-20' })
    assert.deepEqual(await versions(bodyId), [
      ['Hội Tương lai', 'district', '2014-06-01', null],
      ['Hội Ghi nhầm', 'district', '2013-11-20', '2014-05-31'],
      ['Hội Ghi nhầm', 'province', '2013-06-01', '2013-11-19'],
    ])
    for (const [day, isThere] of [
      ['2013-11-19', false],
      ['2013-11-20', true],
      ['2014-07-01', true],
    ] as const)
      assert.equal(await reaches(house.db, provinceId, bodyId, day), isThere)
    const early = await admin.try(endpoints.amendBody, { bodyId, ...facts, name: 'Hội Sớm', from: '2013-05-01' })
    assert.equal(early.status, 409)
  })

  test('only an administrator with the body in reach mends a change', async () => {
    const { bodyId, facts } = await create()
    await admin.ask(endpoints.amendBody, { bodyId, ...facts, name: 'Hội Sẽ đổi', from: '2013-12-01' })
    const clerk = await house.visit('btctw.chuyenvien')
    assert.equal((await clerk.try(endpoints.withdrawBodyChange, { bodyId, begins: '2013-12-01', why })).status, 403)
    assert.equal((await admin.try(endpoints.withdrawBodyChange, { bodyId, begins: '2013-11-30', why })).status, 409)
  })
})
