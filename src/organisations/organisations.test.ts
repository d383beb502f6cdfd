import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { type BodyId, endpoints, type Level } from './contract.ts'
import { reaches } from './reach.ts'

const absent = '00000000-0000-4000-8000-000000000000' as never

describe('the registry of bodies', () => {
  let house: TestHouse
  let admin: Visitor
  let clerk: Visitor
  let rootId: BodyId
  before(async () => {
    house = await openHouse()
    ;[admin, clerk] = await Promise.all([house.visit('quantri'), house.visit('btctw.chuyenvien')])
    rootId = (await admin.ask(endpoints.listBranches, {}))[0]?.id as BodyId
  })
  after(() => house.close())

  const find = async (words: string) => (await admin.ask(endpoints.searchBodies, { words }))[0]
  const idOf = async (words: string) => (await find(words))?.id as BodyId
  const create = async (name: string, parentId = rootId, from = '2013-06-01', kind = 'association', level: Level = 'central') =>
    (await admin.ask(endpoints.createBody, { name, kind, level, parentId, from })).bodyId
  const as = (name: string, parentId: BodyId | null, from: string) => ({
    name,
    shortName: '',
    kind: 'association',
    level: 'central' as const,
    parentId,
    from,
  })

  test('a name is found without marks, in either place of the mark, and by parts', async () => {
    assert.match((await find('ban to chuc trung uong'))?.name as string, /^Ban Tổ chức Trung ương$/)
    assert.equal((await find('hoa vang'))?.name.endsWith('Hòa Vang'), true)
    const [old, now] = await Promise.all(['uỷ ban kiểm tra trung ương', 'ủy ban kiểm tra trung ương'].map(find))
    assert.equal(old?.name, 'Ủy ban Kiểm tra Trung ương')
    assert.deepEqual(old, now)
    assert.equal((await find('BTCTW'))?.name, 'Ban Tổ chức Trung ương')
    assert.deepEqual(await admin.ask(endpoints.searchBodies, { words: 'không có cơ quan nào tên thế này' }), [])
  })

  test('bodies are found by their codes, and by ids', async () => {
    const code = await house.db.selectFrom('bodyCode').selectAll().limit(1).executeTakeFirstOrThrow()
    const found = await admin.ask(endpoints.searchBodies, { words: code.code })
    assert.ok(found.some(({ id }) => id === code.bodyId))
    const byIds = await admin.ask(endpoints.searchBodies, { words: '', ids: [code.bodyId as never, absent] })
    assert.deepEqual(
      byIds.map(({ id }) => id),
      [code.bodyId],
    )
  })

  test('the tree opens branch by branch, from the centre down, in Vietnamese order', async () => {
    const levels = ['central', 'province', 'district', 'commune', 'grassroots']
    const branches = await admin.ask(endpoints.listBranches, { parentId: rootId })
    assert.ok(branches.length > 60)
    const ranks = branches.map(({ level }) => levels.indexOf(level))
    assert.deepEqual(
      ranks,
      [...ranks].sort((a, b) => a - b),
    )
    const names = branches.filter(({ kind }) => kind === 'provincial-party-committee').map(({ name }) => name)
    assert.ok(names.length > 50)
    assert.deepEqual(names, [...names].sort(new Intl.Collator('vi').compare))
    for (const branch of [branches[0], branches.find(({ children }) => children > 0)])
      assert.equal((await admin.ask(endpoints.listBranches, { parentId: branch?.id as never })).length, branch?.children)
  })

  test('the highest organs come first, then the blocs one after the other', async () => {
    const central = (await admin.ask(endpoints.listBranches, { parentId: rootId })).filter(({ level }) => level === 'central')
    const blocs = central.map(({ bloc }) => bloc)
    assert.deepEqual(
      blocs.filter((bloc, i) => bloc !== blocs[i - 1]),
      ['party', 'assembly', 'state', 'front'],
    )
    const first = (of: string) =>
      central
        .filter(({ bloc }) => bloc === of)
        .slice(0, 2)
        .map(({ name }) => name)
    assert.deepEqual(first('party'), ['Bộ Chính trị', 'Ban Bí thư'])
    assert.deepEqual(first('state'), ['Chủ tịch nước', 'Chính phủ'])
  })

  test('bodies are listed by level, kind and words, a part at a time, and come as a workbook', async () => {
    const provincial = { level: 'province' as const, kind: 'provincial-party-committee', asOf: '2013-11-15' }
    const all = await admin.ask(endpoints.listBodies, { ...provincial, limit: 100 })
    assert.equal(all.total, 58)
    assert.ok(
      all.rows.every(({ level, kind, bloc, parentName }) => level === 'province' && kind === provincial.kind && bloc === 'party' && parentName),
    )
    const second = await admin.ask(endpoints.listBodies, { ...provincial, limit: 10, offset: 10 })
    assert.deepEqual([second.total, second.rows], [58, all.rows.slice(10, 20)])
    const named = await admin.ask(endpoints.listBodies, { words: 'bo noi vu', asOf: '2013-11-15' })
    assert.equal(named.rows[0]?.name, 'Bộ Nội vụ')
    assert.ok(named.total > 1 && (await admin.ask(endpoints.listBodies, { words: 'BTCTW' })).rows[0]?.name === 'Ban Tổ chức Trung ương')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await admin.ask(endpoints.exportBodies, provincial)) as never)
    assert.equal(book.worksheets[0]?.rowCount, 58 + 3)
  })

  test('a body says where it stands, from the top down', async () => {
    const commune = await admin.ask(endpoints.openBody, { bodyId: await idOf('Đảng ủy xã Lạc Vệ') })
    assert.deepEqual(
      commune.path.map(({ name }) => name),
      ['Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam', 'Tỉnh ủy Bắc Ninh', 'Huyện ủy Tiên Du'],
    )
    assert.equal(commune.canChange, true)
    assert.equal((await clerk.ask(endpoints.openBody, { bodyId: commune.id as never })).canChange, false)
  })

  test('a class holds the bodies of its kinds and levels as of a day: one registered later is not in last year’s', async () => {
    const classId = (await admin.ask(endpoints.listClasses, {})).find(({ name }) => name === 'tỉnh ủy')?.id as never
    const on = async (asOf: string) => {
      const bodies = (await admin.ask(endpoints.resolveClass, { classId, asOf })).map(({ name }) => name)
      assert.equal((await admin.ask(endpoints.listClasses, { asOf })).find(({ id }) => id === classId)?.bodies, bodies.length)
      return bodies
    }
    const before = await on('2013-11-15')
    assert.equal(before.length, 58)
    await create('Tỉnh ủy Thử nghiệm', rootId, '2014-01-01', 'provincial-party-committee', 'province')
    assert.deepEqual(await on('2013-12-31'), before)
    assert.deepEqual((await on('2014-01-01')).sort(), [...before, 'Tỉnh ủy Thử nghiệm'].sort())
  })

  test('a changed name holds from its day on; the days before keep the old one', async () => {
    const bodyId = await create('Hội Cũ')
    await admin.ask(endpoints.amendBody, { bodyId, ...as('Hội Mới', rootId, '2013-09-01') })
    const nameOn = async (asOf: string) => (await admin.ask(endpoints.openBody, { bodyId, asOf })).name
    assert.deepEqual(await Promise.all(['2013-06-01', '2013-08-31', '2013-09-01', '2013-11-15'].map(nameOn)), [
      'Hội Cũ',
      'Hội Cũ',
      'Hội Mới',
      'Hội Mới',
    ])
    assert.equal((await admin.try(endpoints.openBody, { bodyId, asOf: '2013-05-31' })).status, 404)
    const { versions } = await admin.ask(endpoints.openBody, { bodyId })
    assert.deepEqual(
      versions.map(({ name, from, to }) => [name, from, to]),
      [
        ['Hội Mới', '2013-09-01', null],
        ['Hội Cũ', '2013-06-01', '2013-08-31'],
      ],
    )
    const same = await admin.try(endpoints.amendBody, { bodyId, ...as('Hội Mới', rootId, '2013-10-01') })
    assert.deepEqual([same.status, same.body.message], [400, 'Không có gì thay đổi so với hiện tại.'])
    assert.equal((await admin.ask(endpoints.openBody, { bodyId })).versions.length, 2)
    const early = await admin.try(endpoints.amendBody, { bodyId, ...as('Hội Khác', rootId, '2013-08-01') })
    assert.deepEqual([early.status, early.body.kind], [409, 'conflict'])
    assert.match(early.body.message as string, /\(01-09-2013\)/)
  })

  test('a moved body, and all below it, is reached from the new place from that day on only', async () => {
    const [old, next] = [await create('Ban Nguồn'), await create('Ban Đích')]
    const middle = await create('Vụ Chuyển', old)
    const below = await create('Phòng Chuyển', middle)
    await admin.ask(endpoints.amendBody, { bodyId: middle, ...as('Vụ Chuyển', next, '2013-10-01') })
    for (const bodyId of [middle, below])
      assert.deepEqual(
        await Promise.all([
          reaches(house.db, old, bodyId, '2013-09-30'),
          reaches(house.db, next, bodyId, '2013-09-30'),
          reaches(house.db, old, bodyId, '2013-10-01'),
          reaches(house.db, next, bodyId, '2013-10-01'),
        ]),
        [true, false, false, true],
      )
  })

  test('a body can’t stand under itself or under one below it, today or later', async () => {
    const [top, inner] = [await create('Ban Vòng'), await create('Vụ Vòng')]
    assert.equal((await admin.try(endpoints.amendBody, { bodyId: top, ...as('Ban Vòng', top, '2013-10-01') })).status, 409)
    await admin.ask(endpoints.amendBody, { bodyId: inner, ...as('Vụ Vòng', top, '2014-06-01') })
    const refused = await admin.try(endpoints.amendBody, { bodyId: top, ...as('Ban Vòng', inner, '2014-01-01') })
    assert.equal(refused.status, 409)
    assert.match(refused.body.message as string, /trực thuộc chính nó/)
  })

  test('two bodies of one name under one superior are refused, however it is spelt; the same body may be spelt anew', async () => {
    const bodyId = await create('Hội Hòa Giải')
    for (const name of ['Hội Hòa Giải', 'HỘI HOÀ GIẢI'])
      assert.equal((await admin.try(endpoints.createBody, { ...as(name, rootId, '2013-11-01') })).status, 409)
    const other = await create('Hội Hòa Giải', bodyId)
    assert.equal((await admin.try(endpoints.amendBody, { bodyId: other, ...as('Hội Hòa Giải', rootId, '2013-11-01') })).status, 409)
    await admin.ask(endpoints.amendBody, { bodyId, ...as('Hội Hoà giải', rootId, '2013-11-01') })
  })

  test('a body can’t be older than its superior, and its kind must be known', async () => {
    const parent = await create('Ban Trẻ', rootId, '2013-08-01')
    const refused = await admin.try(endpoints.createBody, as('Vụ Già', parent, '2013-07-01'))
    assert.equal(refused.status, 409)
    assert.match(refused.body.message as string, /Cơ quan cấp trên chưa có/)
    assert.equal((await admin.try(endpoints.createBody, { ...as('Vụ Lạ', parent, '2013-09-01'), kind: 'la' })).status, 400)
  })

  test('two administrators who change one body at once: one wins, the other is told', async () => {
    const bodyId = await create('Ban Hai Người')
    const answers = await Promise.all(
      ['Ban Người Một', 'Ban Người Hai'].map((name) => admin.try(endpoints.amendBody, { bodyId, ...as(name, rootId, '2013-10-01') })),
    )
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409])
  })

  test('two moves at once never make a circle, and a body registered meanwhile is reached from where its superior has gone', async () => {
    const [one, other, target] = [await create('Ban Tròn Một'), await create('Ban Tròn Hai'), await create('Ban Tròn Đích')]
    const move = (name: string, bodyId: BodyId, parentId: BodyId) => admin.try(endpoints.amendBody, { bodyId, ...as(name, parentId, '2013-10-01') })
    const answers = await Promise.all([move('Ban Tròn Một', one, other), move('Ban Tròn Hai', other, one)])
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409])

    const moved = await create('Ban Đang chuyển')
    const [, ...registered] = await Promise.all([
      move('Ban Đang chuyển', moved, target),
      ...Array.from({ length: 5 }, (_, i) => create(`Phòng Mới ${i}`, moved, '2013-10-01')),
    ])
    for (const bodyId of registered) assert.equal(await reaches(house.db, target, bodyId, '2013-11-01'), true)
  })

  test('nobody registers or changes a body outside their reach, nor a root unless they stand at the top', async () => {
    const province = await idOf('Tỉnh ủy Bắc Ninh')
    const provincial = await house.visit('tubacninh.chuyenvien')
    assert.equal((await provincial.try(endpoints.createBody, as('Hội Ngoài tầm', rootId, '2013-11-01'))).status, 403)
    assert.equal((await provincial.try(endpoints.addAlias, { bodyId: rootId, name: 'Tên khác' })).status, 403)
    await provincial.ask(endpoints.createBody, { ...as('Hội Trong tầm', province, '2013-11-01'), level: 'province' })

    const post = await house.db
      .insertInto('post')
      .values({ bodyId: province, reachId: province, title: 'Quản trị', duties: ['administrator'], valid: '[2013-01-01,)' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const person = await house.db.selectFrom('person').select('id').where('username', '=', 'tubacninh.thamdinh').executeTakeFirstOrThrow()
    await house.db.updateTable('holding').set({ valid: '[2013-01-01,2013-02-01)' }).where('personId', '=', person.id).execute()
    await house.db.insertInto('holding').values({ postId: post.id, personId: person.id, valid: '[2013-01-01,)' }).execute()
    const ruler = await house.visit('tubacninh.thamdinh')
    const { name, shortName, kind, level } = await ruler.ask(endpoints.openBody, { bodyId: province })
    const own = { bodyId: province, name: `${name} (mới)`, shortName, kind, level }
    assert.equal((await ruler.try(endpoints.amendBody, { ...own, parentId: null, from: '2013-11-01' })).status, 403)
    assert.equal((await ruler.try(endpoints.createBody, { ...as('Gốc mới', null, '2013-11-01') })).status, 403)
    assert.equal((await ruler.try(endpoints.amendBody, { ...own, parentId: rootId, from: '2013-11-01' })).status, 200)
    for (const made of [{ kind: 'politburo' }, { level: 'central' as const }])
      assert.equal((await ruler.try(endpoints.amendBody, { ...own, ...made, parentId: rootId, from: '2013-11-02' })).status, 403)
    assert.equal((await ruler.try(endpoints.createBody, as('Hội Cao hơn', province, '2013-11-02'))).status, 400)
    await admin.ask(endpoints.createBody, as('Gốc thứ hai', null, '2013-11-01'))
  })

  test('authority is that of today: a body that has left one’s reach is no longer changed by way of an earlier day', async () => {
    const [province, elsewhere] = [await idOf('Thành ủy Đà Nẵng'), await idOf('Tỉnh ủy Bắc Ninh')]
    const child = await create('Hội Đã chuyển', province, '2013-06-01', 'association', 'province')
    await admin.ask(endpoints.amendBody, { bodyId: child, ...as('Hội Đã chuyển', elsewhere, '2013-11-01'), level: 'province' })
    const daNang = await house.visit('tudanang.chuyenvien')
    assert.equal((await daNang.try(endpoints.createBody, as('Chi hội', child, '2013-10-01'))).status, 403)
  })
})
