import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { endpoints as directives } from '../directives/contract.ts'
import { clearUnattachedFiles, fileLimit, openFiles } from './files.ts'

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex')
const store = () => openFiles(join(process.env.TEST_DATA_DIR as string, 'files'))

describe('files', () => {
  let house: TestHouse
  let clerk: Visitor
  before(async () => {
    house = await openHouse()
    clerk = await house.visit('btctw.chuyenvien')
  })
  after(() => house.close())

  const rowOf = (id: string) => house.db.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirst()
  const send = (payload: Buffer | string, headers: Record<string, string> = {}) =>
    house.app.inject({ method: 'POST', url: '/api/files', payload, headers: { cookie: clerk.cookie, ...headers } })

  test('a file is kept byte for byte under its SHA-256, once however often it comes', async () => {
    const content = randomBytes(70_000)
    const [first, second] = [await clerk.upload('Báo cáo.bin', content), await clerk.upload('khác.bin', content)]
    assert.equal(first.status, 200)
    assert.notEqual(first.body.id, second.body.id)
    const row = await rowOf(first.body.id)
    assert.deepEqual([row?.sha256, row?.size, row?.name], [sha256(content), content.length, 'Báo cáo.bin'])
    const chunks: Buffer[] = []
    for await (const chunk of await (await store()).open(sha256(content))) chunks.push(chunk as Buffer)
    assert.ok(Buffer.concat(chunks).equals(content))
    const journal = await house.db.selectFrom('journal').select(['action', 'bodyId']).orderBy('id', 'desc').executeTakeFirst()
    assert.equal(journal?.action, 'uploadFile')
    assert.ok(journal?.bodyId)
  })

  test('its type comes from its bytes, not from its name', async () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
    const types = new Map<string, Buffer | string>([
      ['anh.docx', png],
      ['van-ban.txt', 'Kế hoạch'],
      ['trang.html', '<p>Kế hoạch</p>'],
      ['la', randomBytes(50)],
    ])
    const found = []
    for (const [name, content] of types) found.push((await rowOf((await clerk.upload(name, content)).body.id))?.mediaType)
    assert.deepEqual(found, ['image/png', 'text/plain', 'text/html', 'application/octet-stream'])
  })

  test('an empty file, no file, and anything that is no form are refused with a sentence', async () => {
    const empty = await clerk.upload('rong.txt', '')
    assert.equal(empty.status, 400)
    assert.match(empty.body.message as string, /Tệp rỗng/)
    const none = await send('--x--\r\n', { 'content-type': 'multipart/form-data; boundary=x' })
    assert.equal(none.statusCode, 400)
    const plain = await send('{}', { 'content-type': 'application/json' })
    assert.equal(plain.statusCode, 400)
    assert.match(plain.json<{ message: string }>().message, /Chưa có tệp/)
  })

  test('a program is refused whatever it calls itself, and nothing of it stays', async () => {
    const elf = Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), randomBytes(400)])
    const exe = Buffer.concat([Buffer.from('MZ'), randomBytes(400)])
    for (const program of [elf, exe]) {
      const { status, body } = await clerk.upload('ke-hoach.pdf', program)
      assert.equal(status, 400)
      assert.match(body.message as string, /tệp chương trình/)
      assert.equal(existsSync((await store()).pathOf(sha256(program))), false)
    }
  })

  test('one byte more than the limit is refused, the limit itself is taken, and nothing half-received stays', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trienkhai-files-'))
    const files = await openFiles(folder)
    const part = Buffer.alloc(1024 * 1024, 'a')
    async function* bytes(length: number) {
      for (let left = length; left > 0; left -= part.length) yield left < part.length ? part.subarray(0, left) : part
    }
    await assert.rejects(files.keep(bytes(fileLimit + 1)), /larger than 50 MB/)
    const { size, sha256: kept } = await files.keep(bytes(fileLimit))
    assert.equal(size, fileLimit)
    assert.equal(existsSync(files.pathOf(kept)), true)
    assert.deepEqual(await readdir(join(folder, 'incoming')), [])
    await rm(folder, { recursive: true })
    const answer = await clerk.upload('to.bin', Buffer.alloc(fileLimit + 1, 'b'))
    assert.equal(answer.status, 413)
    assert.match(answer.body.message as string, /lớn/)
  })

  test('starting another process leaves what is just coming in to this one', async () => {
    const files = await store()
    const content = randomBytes(3000)
    async function* slowly() {
      yield content.subarray(0, 1000)
      await store()
      yield content.subarray(1000)
    }
    assert.equal((await files.keep(slowly())).sha256, sha256(content))
  })

  test('a name with a path or control characters in it is made harmless', async () => {
    const { body } = await clerk.upload('../../etc/\u0001mật.txt'.normalize('NFD'), 'x y z')
    assert.doesNotMatch((await rowOf(body.id))?.name as string, /[/\\\p{Cc}]/u)
    assert.equal((await rowOf(body.id))?.name, (await rowOf(body.id))?.name.normalize('NFC'))
  })

  test('only who holds a post may hand in, and only from the product’s own pages', async () => {
    assert.equal((await (await house.visit(null)).upload('a.txt', 'a')).status, 401)
    const foreign = await send('--x--\r\n', { 'content-type': 'multipart/form-data; boundary=x', origin: 'https://evil.example' })
    assert.equal(foreign.statusCode, 403)
  })

  test('a download says its name in full, is never shown in place, and runs nothing', async () => {
    const html = '<script>alert(1)</script> Kế hoạch'
    const { body } = await clerk.upload('Kế hoạch 64.html', html)
    const { directiveId } = await clerk.ask(directives.readDirective, { fileId: body.id })
    const response = await house.app.inject({ url: `/api/directives/${directiveId}/original`, headers: { cookie: clerk.cookie } })
    assert.equal(response.statusCode, 200)
    assert.equal(response.body, html)
    const disposition = String(response.headers['content-disposition'])
    assert.match(disposition, /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch/)
    assert.doesNotMatch(disposition, /[^\x20-\x7e]/)
    assert.match(String(response.headers['content-security-policy']), /^sandbox; default-src 'none'$/)
    assert.equal(response.headers['x-content-type-options'], 'nosniff')
    assert.equal(response.headers['cache-control'], 'private, no-store')
  })

  test('what was never attached is cleared away after a day, but no bytes that another file stands for', async () => {
    const files = await store()
    const [lone, shared] = [randomBytes(900), Buffer.from(`Văn bản dùng chung ${randomBytes(8).toString('hex')}`)]
    const loneFile = (await clerk.upload('mot-minh.bin', lone)).body.id
    const young = (await clerk.upload('moi.bin', randomBytes(900))).body.id
    const unattached = (await clerk.upload('chung.txt', shared)).body.id
    const attached = (await clerk.upload('chung-2.txt', shared)).body.id
    await clerk.ask(directives.readDirective, { fileId: attached })
    await house.db
      .updateTable('file')
      .set({ uploadedAt: sql<string>`now() - interval '25 hours'` })
      .where('id', 'in', [loneFile, unattached, attached])
      .execute()
    await clearUnattachedFiles(house.db, files)
    assert.deepEqual(await Promise.all([loneFile, unattached].map(rowOf)), [undefined, undefined])
    assert.ok((await rowOf(young)) && (await rowOf(attached)))
    assert.equal(existsSync(files.pathOf(sha256(lone))), false)
    assert.equal(existsSync(files.pathOf(sha256(shared))), true)
  })

  test('bytes that are cleared away just as they come in again are there, or the one who sends them is told', async () => {
    const files = await store()
    for (let round = 0; round < 15; round++) {
      const bytes = randomBytes(500)
      const old = (await clerk.upload('cu.bin', bytes)).body.id
      const uploadedAt = sql<string>`now() - interval '25 hours'`
      await house.db.updateTable('file').set({ uploadedAt }).where('id', '=', old).execute()
      const [, again] = await Promise.all([clearUnattachedFiles(house.db, files), clerk.upload('moi.bin', bytes)])
      assert.equal(again.status === 200, existsSync(files.pathOf(sha256(bytes))), `round ${round}: ${again.status}`)
    }
  })
})
