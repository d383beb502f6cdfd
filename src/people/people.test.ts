import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import { openHouse, type TestHouse } from '../../test/kit.ts'
import { endpoints as organisations } from '../organisations/contract.ts'
import { openAttempts } from './attempts.ts'
import { endpoints as people } from './contract.ts'

describe('accounts and posts', () => {
  let house: TestHouse
  before(async () => {
    house = await openHouse()
  })
  after(() => house.close())

  test('a wrong password and an unknown name are refused with the same sentence', async () => {
    await assert.rejects(house.visit('btctw.chuyenvien', 'sai-mat-khau'), /Tên đăng nhập hoặc mật khẩu không đúng/)
    await assert.rejects(house.visit('khong.co.ai', 'sai-mat-khau'), /Tên đăng nhập hoặc mật khẩu không đúng/)
  })

  test('the eleventh wrong password within a minute for one name from one address is refused, and nobody else of the office', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 12; i++) {
      const response = await house.app.inject({
        method: 'POST',
        url: people.signIn.path,
        payload: { username: 'quantri', password: 'x' },
        remoteAddress: '10.1.1.1',
      })
      statuses.push(response.statusCode)
    }
    assert.deepEqual(statuses, [...Array(10).fill(401), 429, 429])
    const { password } = await (await house.visit(null)).ask(people.listExampleAccounts, {})
    const from = (username: string, remoteAddress: string) =>
      house.app.inject({ method: 'POST', url: people.signIn.path, payload: { username, password }, remoteAddress })
    assert.equal((await from('btctw.chuyenvien', '10.1.1.1')).statusCode, 200)
    assert.equal((await from('quantri', '10.1.1.9')).statusCode, 200)
    const refused = await from('quantri', '10.1.1.1')
    assert.equal(refused.statusCode, 429)
    assert.match(refused.json<{ message: string }>().message, /Xin đợi [1-9]\d? giây/)
  })

  test('the hundred and first wrong password within a minute from one address is refused, whatever names were tried', async () => {
    const attempts = openAttempts(house.db)
    const waits = await Promise.all(Array.from({ length: 99 }, (_, i) => attempts.count('10.1.1.3', `khong.co.${i}`)))
    assert.deepEqual(new Set(waits), new Set([0]))
    const payload = { username: 'quantri', password: 'x' }
    const statuses: number[] = []
    for (let i = 0; i < 2; i++)
      statuses.push((await house.app.inject({ method: 'POST', url: people.signIn.path, payload, remoteAddress: '10.1.1.3' })).statusCode)
    assert.deepEqual(statuses, [401, 429])
  })

  test('right attempts are not counted: a whole office signs in from one address', async () => {
    const attempt = async (password: string) =>
      (await house.app.inject({ method: 'POST', url: people.signIn.path, payload: { username: 'quantri', password }, remoteAddress: '10.1.1.2' }))
        .statusCode
    const { password } = await (await house.visit(null)).ask(people.listExampleAccounts, {})
    const statuses: number[] = []
    for (let i = 0; i < 12; i++) statuses.push(await attempt(password))
    assert.deepEqual(new Set(statuses), new Set([200]))
    for (let i = 0; i < 10; i++) assert.equal(await attempt('x'), 401)
    assert.equal(await attempt(password), 429)
  })

  test('a cookie that is no session is nobody’s', async () => {
    for (const value of ['%', '%ff.x', 'x', ''])
      assert.equal((await house.app.inject({ url: people.getMe.path, headers: { cookie: `trienkhai.session_token=${value}` } })).statusCode, 200)
  })

  test('the clock is not set to a day on which whoever sets it could not set it back', async () => {
    const admin = await house.visit('quantri')
    assert.equal((await admin.try(people.setClock, { day: '2012-12-31' })).status, 400)
    await admin.ask(people.setClock, { day: '2013-11-15' })
  })

  test('an account without a post is reset only by those above the body that keeps it', async () => {
    const admin = await house.visit('quantri')
    const { personId } = await admin.ask(people.createPerson, { name: 'Đỗ Văn Chờ', username: 'cho.viec', password: 'mat-khau-cho-viec' })
    const [commune] = await admin.ask(organisations.searchBodies, { words: 'Đảng ủy xã Lạc Vệ' })
    const { postId } = await admin.ask(people.createPost, { bodyId: commune?.id as never, title: 'Quản trị', duties: ['administrator'] })
    const other = await admin.ask(people.createPerson, { name: 'Đỗ Văn Xã', username: 'quantri.xa', password: 'mat-khau-cua-xa' })
    await admin.ask(people.appoint, { postId, personId: other.personId, from: '2013-11-01' })
    const communal = await house.visit('quantri.xa', 'mat-khau-cua-xa')
    assert.equal((await communal.try(people.resetPassword, { personId, password: 'mat-khau-lay-trom' })).status, 403)
    await admin.ask(people.resetPassword, { personId, password: 'mat-khau-moi-lap' })
    const own = await communal.ask(people.createPerson, { name: 'Đỗ Thị Xã', username: 'nguoi.xa', password: 'mat-khau-nguoi-xa' })
    await communal.ask(people.resetPassword, { personId: own.personId, password: 'mat-khau-nguoi-xa-2' })
  })

  test('an account is renamed, locked and given a new password by those who reach all its posts; a locked one is signed out and can’t sign in', async () => {
    const admin = await house.visit('quantri')
    const { personId } = await admin.ask(people.createPerson, { name: 'Đỗ Thị Khóa', username: 'khoa.thu', password: 'mat-khau-khoa-thu' })
    const [commune] = await admin.ask(organisations.searchBodies, { words: 'Đảng ủy xã Lạc Vệ' })
    const bodyId = commune?.id as never
    const none = await admin.ask(people.listPeople, { posts: 'none' })
    assert.ok(none.some(({ id }) => id === personId) && none.every(({ posts }) => posts.length === 0))
    const { postId } = await admin.ask(people.createPost, { bodyId, title: 'Văn thư', duties: ['clerk'] })
    await admin.ask(people.appoint, { postId, personId, from: '2013-11-01' })
    assert.ok((await admin.ask(people.listPeople, { bodyId })).some(({ id }) => id === personId))
    assert.ok(!(await admin.ask(people.listPeople, { posts: 'none' })).some(({ id }) => id === personId))

    await admin.ask(people.renamePerson, { personId, was: 'Đỗ Thị Khóa', name: 'Đỗ Thị Khoá Mới' })
    const late = await admin.try(people.renamePerson, { personId, was: 'Đỗ Thị Khóa', name: 'Tên Khác' })
    assert.equal(late.status, 409)
    const shown = await admin.ask(people.openPerson, { personId })
    assert.deepEqual(
      [shown.name, shown.canChange, shown.holdings.map(({ bodyName, title, from, isNow }) => [bodyName, title, from, isNow])],
      ['Đỗ Thị Khoá Mới', true, [['Đảng ủy xã Lạc Vệ', 'Văn thư', '2013-11-01', true]]],
    )

    const visitor = await house.visit('khoa.thu', 'mat-khau-khoa-thu')
    await admin.ask(people.lockPerson, { personId, locked: true })
    assert.equal((await visitor.ask(people.getMe, {})).person, null)
    await assert.rejects(house.visit('khoa.thu', 'mat-khau-khoa-thu'), /đã bị khóa/)
    await assert.rejects(house.visit('khoa.thu', 'sai-mat-khau'), /không đúng/)
    await admin.ask(people.lockPerson, { personId, locked: false })
    await house.visit('khoa.thu', 'mat-khau-khoa-thu')
    const own = (await admin.ask(people.getMe, {})).person?.id as never
    assert.equal((await admin.try(people.lockPerson, { personId: own, locked: true })).status, 409)

    const [province] = await admin.ask(organisations.searchBodies, { words: 'Thành ủy Đà Nẵng' })
    const other = await admin.ask(people.createPost, { bodyId: province?.id as never, title: 'Quản trị', duties: ['administrator'] })
    const ruler = await admin.ask(people.createPerson, { name: 'Đỗ Văn Ngoài', username: 'ngoai.tam', password: 'mat-khau-ngoai-tam' })
    await admin.ask(people.appoint, { postId: other.postId, personId: ruler.personId, from: '2013-11-01' })
    const outsider = await house.visit('ngoai.tam', 'mat-khau-ngoai-tam')
    assert.equal((await outsider.try(people.openPerson, { personId })).status, 404)
    assert.equal((await outsider.try(people.renamePerson, { personId, was: 'Đỗ Thị Khoá Mới', name: 'Tên Khác' })).status, 403)
    assert.equal((await outsider.try(people.lockPerson, { personId, locked: true })).status, 403)
    const clerk = await house.visit('btctw.chuyenvien')
    assert.equal((await clerk.try(people.openPerson, { personId })).status, 403)
  })

  test('the list of people comes as a workbook, under the same filters', async () => {
    const admin = await house.visit('quantri')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await admin.ask(people.exportPeople, { words: 'tubacninh' })) as never)
    const rows = book.worksheets[0]?.getSheetValues() as unknown[][]
    assert.equal(rows.length - 4, (await admin.ask(people.listPeople, { words: 'tubacninh' })).length)
    assert.ok(JSON.stringify(rows).includes('tubacninh.chuyenvien'))
  })

  test('a signed-in person acts in a post and sees whose', async () => {
    const clerk = await house.visit('btctw.chuyenvien')
    const { person, clock } = await clerk.ask(people.getMe, {})
    assert.equal(person?.acting?.bodyName, 'Ban Tổ chức Trung ương')
    assert.deepEqual(person?.acting?.duties, ['clerk'])
    assert.deepEqual(clock, { today: '2013-11-15', isSet: true })
  })

  test('somebody with two posts switches between them, and into nobody else’s', async () => {
    const accounts = (await (await house.visit(null)).ask(people.listExampleAccounts, {})).accounts
    const double = accounts.find((account) => account.posts.length > 1)
    assert.ok(double)
    const visitor = await house.visit(double.username)
    const posts = (await visitor.ask(people.getMe, {})).person?.posts ?? []
    assert.ok(posts.length > 1)
    for (const post of posts) {
      await visitor.ask(people.switchPost, { holdingId: post.holdingId as never })
      assert.equal((await visitor.ask(people.getMe, {})).person?.acting?.holdingId, post.holdingId)
    }
    const other = (await (await house.visit('quantri')).ask(people.getMe, {})).person?.acting
    assert.equal((await visitor.try(people.switchPost, { holdingId: other?.holdingId as never })).status, 403)
  })

  test('signing out ends the session at once', async () => {
    const clerk = await house.visit('btctw.chuyenvien')
    await clerk.ask(people.signOut, {})
    assert.equal((await clerk.ask(people.getMe, {})).person, null)
    assert.equal((await clerk.try(organisations.listBranches, {})).status, 401)
  })

  test('who is relieved of a post no longer acts in it', async () => {
    const admin = await house.visit('quantri')
    const root = (await admin.ask(organisations.listBranches, {}))[0]
    assert.ok(root)
    const { personId } = await admin.ask(people.createPerson, { name: 'Đỗ Văn Thử', username: 'thu.viec', password: 'mat-khau-thu-viec' })
    const { postId } = await admin.ask(people.createPost, { bodyId: root.id as never, title: 'Văn thư', duties: ['clerk'] })
    await admin.ask(people.appoint, { postId, personId, from: '2013-11-01' })
    const visitor = await house.visit('thu.viec', 'mat-khau-thu-viec')
    const holdingId = (await visitor.ask(people.getMe, {})).person?.acting?.holdingId
    await admin.ask(people.relieve, { holdingId: holdingId as never, from: '2013-11-15' })
    assert.equal((await visitor.ask(people.getMe, {})).person?.acting, null)
    assert.equal((await visitor.try(organisations.listBranches, {})).status, 403)
    await admin.ask(people.relieve, { holdingId: holdingId as never, from: '2014-01-01' })
    const own = (await admin.ask(people.getMe, {})).person?.acting?.holdingId
    assert.equal((await admin.try(people.relieve, { holdingId: own as never, from: '2014-01-01' })).status, 409)
    assert.equal((await visitor.ask(people.getMe, {})).person?.acting, null)
  })

  test('a request from another site is refused', async () => {
    const { cookie } = await house.visit('btctw.chuyenvien')
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
      const response = await house.app.inject({ method: 'POST', url: people.signOut.path, payload: {}, headers: { cookie, ...headers } })
      assert.equal(response.statusCode, 403)
    }
  })
})

describe('an empty installation', () => {
  test('the first administrator makes the first body and their account, once', async () => {
    const house = await openHouse('empty')
    try {
      const stranger = await house.visit(null)
      assert.equal((await stranger.ask(people.getMe, {})).isEmpty, true)
      const first = {
        bodyName: 'Tỉnh ủy Thử nghiệm',
        bodyKind: 'provincial-party-committee',
        bodyLevel: 'province' as const,
        name: 'Trần Thị Đầu',
        title: 'Quản trị',
        username: 'dau.tien',
        password: 'mot-mat-khau-dai',
      }
      const kinds = await house.db.selectFrom('bodyKind').select('key').execute()
      const bodyKind = kinds[0]?.key as string
      assert.equal((await stranger.ask(organisations.listKinds, {})).length, kinds.length)
      const unknown = await stranger.try(people.startEmpty, { ...first, bodyKind: 'la' })
      assert.deepEqual([unknown.status, (await stranger.ask(people.getMe, {})).isEmpty], [400, true])
      const response = await house.app.inject({ method: 'POST', url: people.startEmpty.path, payload: { ...first, bodyKind } })
      assert.equal(response.statusCode, 200)
      const cookie = String(response.headers['set-cookie']).split(';')[0] as string
      const me = await house.app.inject({ url: people.getMe.path, headers: { cookie } })
      assert.equal(me.json<{ person: { name: string } }>().person.name, 'Trần Thị Đầu')
      assert.equal((await stranger.try(people.startEmpty, { ...first, bodyKind, username: 'thu.hai' })).status, 409)
      const admin = await house.visit('dau.tien', 'mot-mat-khau-dai')
      assert.equal((await admin.ask(people.getMe, {})).person?.acting?.bodyName, 'Tỉnh ủy Thử nghiệm')
      assert.equal((await admin.ask(organisations.listBranches, {})).length, 1)
    } finally {
      await house.close()
    }
  })
})
