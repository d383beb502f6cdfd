import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { compoundFile, docxOf, pdfOf } from '../../test/documents.ts'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { endpoints as organisations } from '../organisations/contract.ts'
import { endpoints as overview } from '../overview/contract.ts'
import { endpoints as tasks } from '../tasks/contract.ts'
import { endpoints } from './contract.ts'

let count = 0
/** The lines of a small directive, another with every call. */
const lines = () => [
  'THÔNG BÁO',
  `Về việc thử nghiệm số ${++count}`,
  'I- NỘI DUNG',
  `1- Ban Tuyên giáo Trung ương tổ chức hội nghị quán triệt lần ${count} trước ngày 15-12-2013.`,
  '2- Văn phòng Trung ương Đảng theo dõi, báo cáo Ban Bí thư.',
]

describe('directives', () => {
  let house: TestHouse
  let clerk: Visitor
  let province: Visitor
  before(async () => {
    house = await openHouse()
    ;[clerk, province] = await Promise.all([house.visit('btctw.chuyenvien'), house.visit('tubacninh.chuyenvien')])
  })
  after(() => house.close())

  const readFileOf = async (name: string, content: Buffer | string) => {
    const { body } = await clerk.upload(name, content)
    return clerk.try(endpoints.readDirective, { fileId: body.id })
  }
  const open = (directiveId: string) => clerk.ask(endpoints.openDirective, { directiveId: directiveId as never })
  const read = async (text = lines().join('\n')) => (await clerk.ask(endpoints.readDirective, { text })).directiveId

  describe('reading', () => {
    test('a pasted text becomes a draft with its provisions and tasks, every span at its words', async () => {
      const directiveId = await read()
      const draft = await open(directiveId)
      assert.deepEqual([draft.state, draft.version, draft.canEdit, draft.canIssue, draft.file], ['draft', 1, true, true, null])
      assert.equal(draft.ownerName, 'Ban Tổ chức Trung ương')
      assert.match(draft.text, /quán triệt lần/)
      assert.ok(draft.provisions.length >= 2)
      for (const { text, from, to } of draft.provisions)
        assert.ok(draft.text.slice(from, to).replace(/\s+/g, ' ').includes(text.replace(/\s+/g, ' ')))
      const laid = await clerk.ask(tasks.listTasks, { directiveId })
      assert.equal(laid.length, 2)
      for (const task of laid) assert.ok(draft.text.slice(task.from as number, task.to as number).includes(task.text.slice(0, 20)))
    })

    test('text, docx, pdf with text and html are read alike', async () => {
      const words = lines()
      const html = `<html><head><style>p {}</style></head><body>${words.map((line) => `<p>${line}</p>`).join('')}</body></html>`
      const files: [string, Buffer | string][] = [
        ['a.txt', words.join('\r\n')],
        ['b.docx', docxOf(words)],
        ['c.pdf', pdfOf(words)],
        ['d.html', html],
        ['e.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words.join('\n'), 'utf16le')])],
      ]
      for (const [name, content] of files) {
        const { body } = await clerk.upload(name, content)
        const { directiveId } = await clerk.ask(endpoints.readDirective, { fileId: body.id, again: true })
        const { text, file } = await open(directiveId)
        assert.deepEqual(
          text
            .split('\n')
            .filter((line) => line.trim())
            .map((line) => line.trim()),
          words,
          name,
        )
        assert.equal(file?.name, name)
        const { provisions } = await open(directiveId)
        assert.deepEqual(
          provisions.map(({ from, to }) => text.slice(from, to)),
          [words[2], words[3], words[4]],
          name,
        )
        assert.equal((await clerk.ask(tasks.listTasks, { directiveId })).length, 2, name)
      }
    })

    test('the original stays byte for byte, whatever was read from it', async () => {
      const content = docxOf(lines())
      const { directiveId } = (await readFileOf('Công văn.docx', content)).body
      const response = await house.app.inject({ url: `/api/directives/${directiveId}/original`, headers: { cookie: clerk.cookie } })
      assert.ok(response.rawPayload.equals(content))
      assert.match(String(response.headers['content-disposition']), /filename\*=UTF-8''C%C3%B4ng%20v%C4%83n\.docx/)
    })

    test('a pasted text comes back as the original too', async () => {
      const words = lines().join('\n')
      const response = await house.app.inject({ url: `/api/directives/${await read(words)}/original`, headers: { cookie: clerk.cookie } })
      assert.equal(response.body.trim(), words)
    })

    test('what can’t be read is refused with a sentence that says why and what to do', async () => {
      const files: [string, Buffer | string, RegExp][] = [
        ['trong.pdf', pdfOf([]), /«trong\.pdf» không có chữ/],
        ['khoa.pdf', pdfOf(['Chữ'], { locked: true }), /«khoa\.pdf» đặt mật khẩu/],
        ['hong.pdf', '%PDF-1.7\nkhông phải pdf', /Không đọc được tệp «hong\.pdf»/],
        ['hong.docx', docxOf(['Chữ']).subarray(0, 300), /Không đọc được tệp «hong\.docx»/],
        ['cu.doc', compoundFile('WordDocument'), /«cu\.doc» là tệp Word cũ/],
        ['khoa.docx', compoundFile('EncryptedPackage'), /«khoa\.docx» đặt mật khẩu/],
        ['trang.txt', ' \n\t ', /«trang\.txt» không có chữ/],
        ['ma-cu.txt', Buffer.from([0x4b, 0xff, 0xc0, 0x80]), /Không đọc được tệp «ma-cu\.txt»/],
        ['hong.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /Không đọc được tệp «hong\.png»/],
        ['am-thanh.mp3', Buffer.from('494433030000000000', 'hex'), /Không đọc được tệp «am-thanh\.mp3»/],
      ]
      for (const [name, content, sentence] of files) {
        const { status, body } = await readFileOf(name, content)
        assert.equal(status, 400, name)
        assert.match(body.message as string, sentence)
      }
      assert.match((await clerk.try(endpoints.readDirective, { text: '  \n ' })).body.message as string, /Chưa có nội dung/)
      assert.match((await clerk.try(endpoints.readDirective, {})).body.message as string, /Chưa có nội dung/)
    })

    test('characters that no database keeps are left out of a text', async () => {
      const { status, body } = await readFileOf('la.txt', `${lines().join('\n')}\0`)
      assert.equal(status, 200)
      assert.equal((await open(body.directiveId)).text.includes('\0'), false)
    })

    test('the same text again is refused unless asked for; another body may read it', async () => {
      const text = lines().join('\n')
      const directiveId = await read(text)
      const again = await clerk.try(endpoints.readDirective, { text: text.normalize('NFD') })
      assert.equal(again.status, 409)
      assert.match(again.body.message as string, /Cơ quan đã đọc văn bản này/)
      await clerk.ask(endpoints.readDirective, { text, again: true })
      await province.ask(endpoints.readDirective, { text })
      await clerk.ask(endpoints.withdrawDraft, { directiveId, version: 1, why: 'Đọc nhầm' })
      assert.equal((await clerk.try(endpoints.readDirective, { text })).status, 409)
    })

    test('nobody reads a file that somebody else has handed in', async () => {
      const { body } = await clerk.upload('rieng.txt', lines().join('\n'))
      assert.equal((await province.try(endpoints.readDirective, { fileId: body.id })).status, 404)
    })

    test('the plan of 2013 is read whole: 28 tasks, and its provisions in order', async () => {
      const plan = await readFile(new URL('../../examples/plan-2013/ke-hoach-64-kl-tw.txt', import.meta.url), 'utf8')
      const { directiveId } = await clerk.ask(endpoints.readDirective, { text: plan, again: true })
      const { provisions, kind, references, recipients } = await open(directiveId)
      assert.equal(kind.toLowerCase(), 'kế hoạch')
      assert.equal(references[0]?.number, '64-KL/TW')
      assert.equal(references[0]?.issuedOn, '2013-05-28')
      assert.equal(recipients.length, 5)
      assert.equal((await clerk.ask(tasks.listTasks, { directiveId })).length, 28)
      const starts = provisions.map(({ from }) => from)
      assert.deepEqual(
        starts,
        [...starts].sort((a, b) => a - b),
      )
    })
  })

  describe('a draft', () => {
    const amendment = (draft: Awaited<ReturnType<typeof open>>) => {
      const { id, version, kind, number, title, issuedOn, issuerName, issuerId, standingId, secrecy, recipients, references } = draft
      const own = { issuerId: issuerId as never, standingId: standingId as never, references: references.map(({ found: _, ...one }) => one) }
      return {
        directiveId: id as never,
        version,
        kind,
        number,
        title,
        issuedOn,
        issuerName: issuerName || 'Ban Tổ chức Trung ương',
        secrecy,
        recipients,
        ...own,
      }
    }

    test('is corrected; who saw an older version is refused, and nothing is overwritten', async () => {
      const draft = amendment(await open(await read()))
      assert.deepEqual(await clerk.ask(endpoints.amendDirective, { ...draft, title: 'Trích yếu đúng' }), { version: 2 })
      const late = await clerk.try(endpoints.amendDirective, { ...draft, title: 'Trích yếu của người đến sau' })
      assert.deepEqual([late.status, late.body.kind], [409, 'conflict'])
      assert.match(late.body.message as string, /Người khác vừa sửa/)
      assert.equal((await open(draft.directiveId)).title, 'Trích yếu đúng')
    })

    test('two who correct it at once: one wins', async () => {
      const draft = amendment(await open(await read()))
      const answers = await Promise.all(['Một', 'Hai', 'Ba'].map((title) => clerk.try(endpoints.amendDirective, { ...draft, title })))
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409])
    })

    test('is there for the body that reads it, and for nobody else, however high', async () => {
      const directiveId = await read()
      const { title } = await open(directiveId)
      const colleague = await house.visit('btctw.vanthu')
      assert.equal((await colleague.ask(endpoints.openDirective, { directiveId })).title, title)
      const draft = amendment(await open(directiveId))
      for (const name of ['quantri', 'bct.lanhdao', 'ubkttw.kiemtra', 'tubacninh.chuyenvien']) {
        const stranger = await house.visit(name)
        for (const endpoint of [
          endpoints.openDirective,
          endpoints.downloadOriginal,
          overview.directiveHistory,
          tasks.listTasks,
          tasks.listCorrections,
        ])
          assert.equal((await stranger.try(endpoint, { directiveId })).status, 404)
        const { total, rows } = await stranger.ask(endpoints.listDirectives, { words: title })
        assert.deepEqual([total, rows.filter(({ id }) => id === directiveId)], [rows.length, []])
        assert.ok([403, 404].includes((await stranger.try(endpoints.amendDirective, draft)).status))
        assert.ok([403, 404].includes((await stranger.try(endpoints.issueDirective, { directiveId, version: 1 })).status))
        assert.ok([403, 404].includes((await stranger.try(endpoints.withdrawDraft, { directiveId, version: 1, why: 'thử xem' })).status))
      }
    })

    test('is laid aside with a reason: readable to its body, editable no more', async () => {
      const directiveId = await read()
      await clerk.ask(endpoints.withdrawDraft, { directiveId, version: 1, why: 'Văn bản đã thay thế' })
      assert.equal((await open(directiveId)).canEdit, false)
      const late = await clerk.try(endpoints.amendDirective, { ...amendment(await open(directiveId)) })
      assert.equal(late.status, 409)
      const [last] = await clerk.ask(overview.directiveHistory, { directiveId })
      assert.deepEqual([last?.action, (last?.input as { why?: string } | undefined)?.why], ['withdrawDraft', 'Văn bản đã thay thế'])
      assert.equal((await province.try(endpoints.openDirective, { directiveId })).status, 404)
    })

    test('is issued only with an issuer and a standing body', async () => {
      const directiveId = await read()
      const draft = amendment(await open(directiveId))
      const without = { ...draft, issuerName: 'Không rõ', issuerId: null }
      await clerk.ask(endpoints.amendDirective, without)
      assert.match((await clerk.try(endpoints.issueDirective, { directiveId, version: 2 })).body.message as string, /Chưa xác định cơ quan ban hành/)
      const [issuer] = await clerk.ask(organisations.searchBodies, { words: 'Ban Bí thư' })
      await clerk.ask(endpoints.amendDirective, { ...without, version: 2, issuerId: issuer?.id as never, standingId: null })
      assert.match((await clerk.try(endpoints.issueDirective, { directiveId, version: 3 })).body.message as string, /Chưa chọn cơ quan thường trực/)
      assert.equal((await clerk.try(endpoints.issueDirective, { directiveId, version: 1 })).status, 409)
    })

    test('refers only to directives its clerk may see, and shows their titles only to those who may', async () => {
      const hidden = (await province.ask(endpoints.readDirective, { text: lines().join('\n') })).directiveId
      const directiveId = await read()
      const draft = amendment(await open(directiveId))
      const reference = { relation: 'implements' as const, kind: 'Kế hoạch', number: '1-KH', issuedOn: null, issuerName: '', worded: '' }
      const peek = await clerk.try(endpoints.amendDirective, { ...draft, references: [{ ...reference, targetId: hidden }] })
      assert.equal(peek.status, 404)
      const other = await read()
      await clerk.ask(endpoints.amendDirective, { ...draft, references: [{ ...reference, targetId: other }] })
      const [linked] = (await open(directiveId)).references
      assert.deepEqual([linked?.targetId, linked?.found?.title], [other, (await open(other)).title])
      await house.db
        .updateTable('directive')
        .set({ ownerId: (await province.ask(endpoints.openDirective, { directiveId: hidden })).ownerId })
        .where('id', '=', other)
        .execute()
      assert.deepEqual((await open(directiveId)).references, [{ ...reference, targetId: null, found: null }])
    })
  })

  test('the list is found by words without marks and by state, page by page', async () => {
    const directiveId = await read()
    const { title } = await open(directiveId)
    const found = await clerk.ask(endpoints.listDirectives, { words: title.normalize('NFD').toUpperCase(), states: ['draft'] })
    assert.deepEqual([found.total, found.rows[0]?.id], [1, directiveId])
    assert.equal((await clerk.ask(endpoints.listDirectives, { words: title, states: ['issued', 'withdrawn'] })).total, 0)
    const { total } = await clerk.ask(endpoints.listDirectives, { limit: 200 })
    const pages = await Promise.all([0, 3].map((offset) => clerk.ask(endpoints.listDirectives, { limit: 3, offset })))
    assert.ok(total > 6)
    assert.deepEqual(
      pages.map((page) => page.total),
      [total, total],
    )
    assert.equal(new Set(pages.flatMap((page) => page.rows.map(({ id }) => id))).size, 6)
  })
})
