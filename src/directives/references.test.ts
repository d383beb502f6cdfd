import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { endpoints as organisations } from '../organisations/contract.ts'
import { endpoints as tasks } from '../tasks/contract.ts'
import { endpoints } from './contract.ts'
import { readDirective } from './reading/read.ts'
import { citedOf, referencesIn } from './references.ts'

const decision = (number: string, body: string) => `ỦY BAN NHÂN DÂN
TỈNH BẮC NINH
Số: ${number}
Bắc Ninh, ngày 3 tháng 10 năm 2013
QUYẾT ĐỊNH
Ban hành quy chế làm việc số ${number}
Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân;
Căn cứ Nghị định số 24/2013/NĐ-CP ngày 28 tháng 3 năm 2013 của Chính phủ;
Theo đề nghị của Giám đốc Sở Nội vụ;
Điều 1. Sở Nội vụ chủ trì rà soát các đơn vị trước ngày 15/12/2013.
${body}`
const replacing = (number: string) =>
  `Điều 2. Quyết định này thay thế Quyết định số ${number} ngày 3 tháng 10 năm 2013 của Ủy ban nhân dân tỉnh Bắc Ninh.`

test('what a document names is kept with what it is to it; a ground keeps its words', () => {
  const { document } = readDirective(decision('9/2013/QĐ-UBND', replacing('8/2013/QĐ-UBND')))
  const references = referencesIn(document)
  assert.deepEqual(
    references.map(({ relation, kind, number, issuedOn, issuerName }) => [relation, kind, number, issuedOn, issuerName]),
    [
      ['ground', '', null, null, ''],
      ['ground', 'Nghị định', '24/2013/NĐ-CP', '2013-03-28', 'Chính phủ'],
      ['ground', '', null, null, ''],
      ['replaces', 'Quyết định', '8/2013/QĐ-UBND', '2013-10-03', 'Ủy ban nhân dân tỉnh Bắc Ninh'],
    ],
  )
  assert.equal(references[2]?.worded, 'Theo đề nghị của Giám đốc Sở Nội vụ')
  const { grounds, implements: carriedOut, amends, replaces } = document
  assert.deepEqual(citedOf(references), { grounds, implements: carriedOut, amends, replaces })
})

describe('documents that name others', () => {
  let house: TestHouse
  let clerk: Visitor
  let issuerId: string
  before(async () => {
    house = await openHouse()
    clerk = await house.visit('tubacninh.chuyenvien')
    issuerId = (await clerk.ask(organisations.searchBodies, { words: 'Tỉnh ủy Bắc Ninh' })).find(({ name }) => name === 'Tỉnh ủy Bắc Ninh')
      ?.id as string
  })
  after(() => house.close())

  const open = (directiveId: string, visitor = clerk) => visitor.ask(endpoints.openDirective, { directiveId: directiveId as never })
  const read = async (text: string) => (await clerk.ask(endpoints.readDirective, { text, again: true })).directiveId
  const amend = async (directiveId: never, change: object) => {
    const { issuerId: _issuer, references, ...draft } = await open(directiveId)
    const kept = references.map(({ found: _found, ...reference }) => reference)
    return clerk.ask(endpoints.amendDirective, {
      ...draft,
      directiveId,
      issuerId: issuerId as never,
      standingId: draft.ownerId as never,
      references: kept,
      ...change,
    })
  }
  const issue = async (directiveId: never) => {
    const { version } = await amend(directiveId, {})
    await clerk.ask(tasks.matchName, { directiveId, named: 'Sở Nội vụ', bodyId: issuerId as never, classId: null })
    await clerk.ask(endpoints.issueDirective, { directiveId, version })
  }

  test('are linked from both sides, also when the other comes later or is numbered later', async () => {
    const later = await read(decision('12/2013/QĐ-UBND', replacing('11/2013/QĐ-UBND')))
    const named = async () => (await open(later)).references.find(({ relation }) => relation === 'replaces')
    assert.equal((await named())?.found, null)
    const first = await read(decision('11/2013/QĐ-UBND', ''))
    assert.equal((await named())?.found?.id, first)
    await amend(first as never, { number: '10/2013/QĐ-UBND' })
    assert.equal((await named())?.found, null)
    await amend(first as never, { number: '11/2013/QĐ-UBND' })
    assert.equal((await named())?.found?.id, first)
    assert.deepEqual((await open(first)).namedBy, []) // a draft takes nobody's place yet
    await issue(later as never)
    assert.deepEqual(
      (await open(first)).namedBy.map(({ id, relation }) => [id, relation]),
      [[later, 'replaces']],
    )
  })

  test('of the same number are not linked when day or issuer differ', async () => {
    const named = await read(decision('22/2013/QĐ-UBND', replacing('21/2013/QĐ-UBND')))
    const other = await read(decision('21/2013/QĐ-UBND', ''))
    const found = async () => (await open(named)).references.find(({ relation }) => relation === 'replaces')?.found?.id ?? null
    assert.equal(await found(), other)
    await amend(other as never, { issuedOn: '2013-10-04' })
    assert.equal(await found(), null)
    await amend(other as never, { issuedOn: '2013-10-03', issuerName: 'Ủy ban nhân dân thành phố Đà Nẵng' })
    assert.equal(await found(), null)
    await amend(other as never, { issuedOn: null, issuerName: 'Ủy ban nhân dân tỉnh Bắc Ninh' })
    assert.equal(await found(), other)
  })

  test('are corrected in the draft; a line that names nothing is refused', async () => {
    const directiveId = await read(decision('31/2013/QĐ-UBND', ''))
    const reference = {
      relation: 'amends' as const,
      kind: 'Quyết định',
      number: '30/QĐ-UBND',
      issuedOn: null,
      issuerName: 'Tỉnh ủy Bắc Ninh',
      worded: '',
    }
    await amend(directiveId as never, { references: [reference] })
    assert.deepEqual((await open(directiveId)).references, [{ ...reference, targetId: null, found: null }])
    const { issuerId: kept } = await house.db
      .selectFrom('directiveReference')
      .select('issuerId')
      .where('directiveId', '=', directiveId)
      .executeTakeFirstOrThrow()
    assert.equal(kept, issuerId)
    const draft = await open(directiveId)
    const bare = { ...draft, directiveId, issuerId: null, standingId: null, references: [{ ...reference, kind: '' }] }
    const refused = await clerk.try(endpoints.amendDirective, bare)
    assert.equal(refused.status, 400)
    assert.match(refused.body.message as string, /phải có loại văn bản hoặc lời văn/)
  })

  test('a secret one that takes the place of another is named to nobody who may not see it', async () => {
    const open2 = await read(decision('41/2013/QĐ-UBND', ''))
    await issue(open2 as never)
    const secret = await read(decision('42/2013/QĐ-UBND', replacing('41/2013/QĐ-UBND')))
    await amend(secret as never, { secrecy: 'secret' })
    await issue(secret as never)
    assert.equal((await open(open2)).namedBy.length, 1)
    const above = await house.visit('bct.lanhdao')
    assert.deepEqual((await open(open2, above)).namedBy, [])
  })
})
