import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { compoundFile, docxOf, printedOf } from '../../../test/documents.ts'
import { openHouse, type TestHouse, type Visitor } from '../../../test/kit.ts'
import { inTcvn3 } from '../../../test/letters.ts'
import { pngOf, scanOf, tiffOf } from '../../../test/scans.ts'
import { endpoints as tasks } from '../../tasks/contract.ts'
import { endpoints } from '../contract.ts'
import { readDirective } from '../reading/read.ts'
import { clearReadings } from './queries.ts'

const lines = [
  'KẾ HOẠCH',
  'Về việc sắp xếp tổ chức',
  '1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính tổng kết',
  'việc thực hiện trước ngày 15/12/2025.',
  '2. Văn phòng Tỉnh ủy theo dõi, báo cáo Thường trực Tỉnh ủy.',
]

describe('files whose text is worked out beside the requests', () => {
  let house: TestHouse
  let clerk: Visitor
  let other: Visitor
  before(async () => {
    house = await openHouse()
    ;[clerk, other] = await Promise.all([house.visit('btctw.chuyenvien'), house.visit('tubacninh.chuyenvien')])
  })
  after(() => house.close())

  const start = async (name: string, content: Buffer | string) => {
    const { body } = await clerk.upload(name, content)
    return { fileId: body.id, extractionId: (await clerk.ask(endpoints.startExtraction, { fileId: body.id })).extractionId }
  }
  const follow = (extractionId: string) => clerk.ask(endpoints.followExtraction, { extractionId: extractionId as never })
  const until = async (extractionId: string, is: (now: Awaited<ReturnType<typeof follow>>) => boolean) => {
    for (let left = 1200; left > 0; left--) {
      const now = await follow(extractionId)
      if (is(now)) return now
      await setTimeout(100)
    }
    throw new Error('it never came to that')
  }
  const ended = (extractionId: string) => until(extractionId, ({ state }) => state !== 'waiting' && state !== 'running')

  test('a file is read from the text that was worked out; its original stays byte for byte', async () => {
    const content = docxOf(lines)
    const { fileId, extractionId } = await start('Kế hoạch.docx', content)
    const end = await ended(extractionId)
    assert.deepEqual([end.state, end.fileId, end.refusal], ['done', fileId, null])
    // From here on neither the bytes nor the text are looked at again.
    await sql`update extraction set text = '', reading = jsonb_set(reading::jsonb, '{tasks,0,text}', '"Như đã đọc"') where id = ${extractionId}`.execute(
      house.db,
    )
    const { directiveId } = await clerk.ask(endpoints.readDirective, { fileId })
    assert.deepEqual(
      (await clerk.ask(tasks.listTasks, { directiveId })).map(({ text }) => text.slice(0, 10)),
      ['Như đã đọc', 'Văn phòng '],
    )
    const original = await house.app.inject({ url: `/api/directives/${directiveId}/original`, headers: { cookie: clerk.cookie } })
    assert.ok(original.rawPayload.equals(content))
    assert.equal((await clerk.ask(endpoints.openDirective, { directiveId })).recognition, null)
  })

  test('what was read a week ago is let go, what is newer stays', async () => {
    const [old, fresh] = [await start('tuần trước.txt', lines.join('\n')), await start('hôm nay.txt', lines.join('\n'))]
    await Promise.all([ended(old.extractionId), ended(fresh.extractionId)])
    await sql`update extraction set asked_at = now() - interval '8 days' where id = ${old.extractionId}`.execute(house.db)
    await clearReadings(house.db)
    const kept = await house.db.selectFrom('extraction').select(['id', 'reading']).where('id', 'in', [old.extractionId, fresh.extractionId]).execute()
    assert.deepEqual(
      new Map(kept.map(({ id, reading }) => [id, reading !== null])),
      new Map([
        [old.extractionId, false],
        [fresh.extractionId, true],
      ]),
    )
    assert.ok((await clerk.ask(endpoints.readDirective, { fileId: old.fileId, again: true })).directiveId)
  })

  test('a text that was worked out by an older version, and not read yet, is read', async () => {
    const { fileId, extractionId } = await start('cũ.txt', lines.join('\n'))
    await ended(extractionId)
    const more = '\n3. Sở Y tế tổng kết trước ngày 31/12/2025.'
    await sql`update extraction set reading = null, text = text || ${more} where id = ${extractionId}`.execute(house.db)
    const { directiveId } = await clerk.ask(endpoints.readDirective, { fileId, again: true })
    assert.equal((await clerk.ask(tasks.listTasks, { directiveId })).length, 3)
  })

  test('a long text that is pasted is read in a thread of its own, as it is read elsewhere', async () => {
    const orders = Array.from({ length: 400 }, (_, i) => `${i + 1}. Sở Nội vụ chủ trì rà soát đơn vị thứ ${i + 1} trước ngày 15/12/2025.`)
    const text = ['KẾ HOẠCH', 'Về việc rà soát', ...orders].join('\n')
    const { directiveId } = await clerk.ask(endpoints.readDirective, { text })
    const laid = await clerk.ask(tasks.listTasks, { directiveId })
    assert.ok(text.length > 20_000)
    assert.deepEqual(
      laid.map(({ text }) => text),
      readDirective(text).tasks.map(({ text }) => text),
    )
    assert.equal(laid.length, 400)
  })

  test('what can’t be read says why, in the reader’s language', async () => {
    const { extractionId } = await start('cu.doc', compoundFile('WordDocument'))
    const end = await ended(extractionId)
    assert.equal(end.state, 'refused')
    assert.match(end.refusal ?? '', /tệp Word cũ/)
    const english = await house.app.inject({
      url: `/api/directives/extractions/${extractionId}`,
      headers: { cookie: clerk.cookie, 'accept-language': 'en' },
    })
    assert.match(english.json().refusal, /old Word file/)
  })

  test('nobody else follows it, stops it, or has their files read by it', async () => {
    const { fileId, extractionId } = await start('a.txt', lines.join('\n'))
    for (const endpoint of [endpoints.followExtraction, endpoints.cancelExtraction])
      assert.equal((await other.try(endpoint, { extractionId })).status, 404)
    assert.equal((await other.try(endpoints.startExtraction, { fileId })).status, 404)
    await ended(extractionId)
    assert.equal((await clerk.try(endpoints.cancelExtraction, { extractionId })).status, 409)
  })

  test('old letters in a pasted text are today’s', async () => {
    const text = inTcvn3(lines.join('\n').toLowerCase().replace('kế hoạch', 'kế hoạch'))
    const { directiveId } = await clerk.ask(endpoints.readDirective, { text })
    assert.match((await clerk.ask(endpoints.openDirective, { directiveId })).text, /sở nội vụ chủ trì, phối hợp với sở tài chính/)
  })

  test('a day whose hyphens break no line is that day', async () => {
    const { directiveId } = await clerk.ask(endpoints.readDirective, { text: '1- Sở Nội vụ xây dựng đề án trước ngày 31\u201110\u20112013.' })
    assert.match((await clerk.ask(endpoints.openDirective, { directiveId })).text, /trước ngày 31-10-2013/)
  })

  test('a scan is recognised; its doubtful words are marked where they stand, and doubted in their tasks', async () => {
    const { fileId, extractionId } = await start('quet.png', await pngOf(lines))
    const end = await ended(extractionId)
    assert.equal(end.state, 'done')
    const found = await house.db.selectFrom('extraction').selectAll().where('id', '=', extractionId).executeTakeFirstOrThrow()
    const text = found.text as string
    // one letter may be taken for another: that is what the marks are for
    const [, word = ''] = /^1\. Sở Nội vụ chủ trì, phối hợp với Sở (T\S{1,2}) chính[\s\S]+ trước ngày 15\/12\/2025\.$/m.exec(text) ?? []
    assert.ok(word, text)
    const recognition = found.recognition as { pages: number; words: number; confidence: number; doubtful: object[] }
    assert.equal(recognition.pages, 1)
    assert.ok(recognition.words > 30 && recognition.confidence > 80 && recognition.confidence <= 100)
    // A word of the first task that the engine was not sure of.
    const from = text.indexOf(`${word} chính`)
    await sql`update extraction set recognition = ${JSON.stringify({ ...recognition, doubtful: [{ from, to: from + word.length, confidence: 41 }] })}::json where id = ${extractionId}`.execute(
      house.db,
    )
    const { directiveId } = await clerk.ask(endpoints.readDirective, { fileId })
    const draft = await clerk.ask(endpoints.openDirective, { directiveId })
    assert.deepEqual(
      draft.recognition?.doubtful.map(({ from, to }) => draft.text.slice(from, to)),
      [word],
    )
    const [first, second] = await clerk.ask(tasks.listTasks, { directiveId })
    assert.ok(JSON.stringify(first?.doubts).includes(`Nhận dạng từ bản chụp chưa chắc 1 từ: «${word}»`))
    assert.doesNotMatch(JSON.stringify(second?.doubts), /Nhận dạng/)
  })

  test('in a pdf only the pages without letters are recognised; a tiff is a scan too', async () => {
    const scan = await scanOf(lines.slice(2))
    const pdf = await start(
      'kem.pdf',
      printedOf([
        {
          words: [
            [72, 80, 'PHẦN CÓ CHỮ'],
            [72, 120, 'Trang này có lớp chữ, không cần nhận dạng, dài hơn sáu mươi ký tự.'],
          ],
        },
        { jpeg: scan },
      ]),
    )
    const tiff = await start('quet.tif', tiffOf(lines.slice(2)))
    assert.deepEqual([(await ended(pdf.extractionId)).state, (await ended(tiff.extractionId)).state], ['done', 'done'])
    const rows = await house.db
      .selectFrom('extraction')
      .select(['id', 'text', 'recognition'])
      .where('id', 'in', [pdf.extractionId, tiff.extractionId])
      .orderBy('askedAt')
      .execute()
    assert.match(rows[0]?.text ?? '', /^PHẦN CÓ CHỮ\nTrang này có lớp chữ[\s\S]+1\. Sở Nội vụ chủ trì/)
    assert.match(rows[1]?.text ?? '', /1\. Sở Nội vụ chủ trì/)
    for (const { recognition } of rows) assert.equal((recognition as { pages: number }).pages, 1)
  })

  test('a page of a pdf whose letters are not what it prints is recognised by what it prints', async () => {
    const garbled = 'ĈLӅX 1. Th‡nh OұS ĈRjQ NLӇP tra ÿӇ NLӇP tra YLӋF FKҩS h‡nh ph·p OXұW trong Vӱ GөQJ v‡ EҧR TXҧQ YұW OLӋX'
    const { extractionId } = await start('ky-so.pdf', printedOf([{ jpeg: await scanOf(lines.slice(2)), words: [[500, 838, garbled, 0.5]] }]))
    assert.equal((await ended(extractionId)).state, 'done')
    const { text } = await house.db.selectFrom('extraction').select('text').where('id', '=', extractionId).executeTakeFirstOrThrow()
    assert.match(text ?? '', /1\. Sở Nội vụ chủ trì/)
    assert.doesNotMatch(text ?? '', /ÿ/)
  })

  test('a long scan says how far it is, and is stopped at once', async () => {
    const scan = await scanOf(lines)
    const { fileId, extractionId } = await start('dai.pdf', printedOf(Array.from({ length: 60 }, () => ({ jpeg: scan }))))
    const far = await until(extractionId, ({ isRecognising, pages }) => isRecognising && pages === 60)
    assert.equal(far.state, 'running')
    await clerk.ask(endpoints.cancelExtraction, { extractionId })
    assert.equal((await follow(extractionId)).state, 'cancelled')
    const next = await start('sau.txt', 'Văn bản đến sau không phải chờ.')
    assert.equal((await ended(next.extractionId)).state, 'done')
    await setTimeout(1500)
    const { state, text, pagesDone } = await house.db.selectFrom('extraction').selectAll().where('id', '=', extractionId).executeTakeFirstOrThrow()
    assert.deepEqual([state, text], ['cancelled', null])
    assert.ok(pagesDone < 30)
    assert.ok(fileId)
  })

  test('what a process left behind is taken up by the next', async () => {
    const { body } = await clerk.upload('bo-do.txt', 'Văn bản còn dở.')
    const person = await house.db.selectFrom('file').select('uploadedBy').where('id', '=', body.id).executeTakeFirstOrThrow()
    const { id } = await house.db
      .insertInto('extraction')
      .values({ fileId: body.id, askedBy: person.uploadedBy, state: 'running', seenAt: sql<string>`now() - interval '10 minutes'` })
      .returning('id')
      .executeTakeFirstOrThrow()
    await start('thuc.txt', 'Một tệp khác.')
    assert.equal((await ended(id)).state, 'done')
  })
})
