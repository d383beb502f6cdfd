import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import { SaxesParser } from 'saxes'
import { openHouse, type TestHouse, type Visitor } from '../../../test/kit.ts'
import { issuePlan } from '../../../test/story.ts'
import { endpoints as directives } from '../../directives/contract.ts'
import type { Written } from '../../directives/writing/written.ts'
import { addressOf } from '../../kernel/call.ts'
import type { Endpoint } from '../../kernel/endpoint.ts'
import { endpoints as tasks } from '../contract.ts'
import { endpoints } from './contract.ts'

describe('a directive handed on', () => {
  let house: TestHouse
  let clerk: Visitor
  let directiveId: never
  before(async () => {
    house = await openHouse()
    clerk = await house.visit('btctw.chuyenvien')
    directiveId = (await issuePlan(house)) as never
  })
  after(() => house.close())

  const take = async (endpoint: Endpoint, of: string = directiveId, visitor = clerk, language = 'vi') => {
    const response = await house.app.inject({
      url: addressOf(endpoint, { directiveId: of } as never),
      headers: { cookie: visitor.cookie, 'accept-language': language },
    })
    return { status: response.statusCode, said: response.body, name: String(response.headers['content-disposition']) }
  }

  test('as JSON it is the reading as it was reviewed, every place in its text', async () => {
    const { said, name } = await take(endpoints.exportReading)
    const written = JSON.parse(said) as Written
    const live = (await clerk.ask(tasks.listTasks, { directiveId })).filter(({ droppedWhy }) => droppedWhy === null)
    const directive = await clerk.ask(directives.openDirective, { directiveId })
    assert.match(name, /van-ban\.json/)
    assert.deepEqual(
      written.tasks.map((task) => [task.text, task.lead]),
      live.map((task) => [task.text, task.roles.filter(({ role }) => role === 'lead').map(({ named }) => named)]),
    )
    assert.equal(written.text, directive.text)
    assert.equal(written.document.implements[0]?.number, '64-KL/TW')
    assert.equal(written.provisions.length, directive.provisions.length)
    for (const { span, text } of written.provisions)
      assert.ok(
        written.text
          .slice(...span)
          .replace(/\s+/g, ' ')
          .includes(text),
      )
    const addresses = new Set(written.provisions.map(({ address }) => address))
    assert.ok(written.tasks.every(({ address }) => addresses.has(address)))
  })

  test('as CSV it has a line a task', async () => {
    const { said, name } = await take(endpoints.exportTasksCsv)
    const live = (await clerk.ask(tasks.listTasks, { directiveId })).filter(({ droppedWhy }) => droppedWhy === null)
    assert.match(name, /\.csv/)
    assert.match(said, /^\ufeffTT,Mục,Nội dung nhiệm vụ,Chủ trì/)
    assert.equal(said.trim().split('\r\n').length, live.length + 1)
  })

  test('in Akoma Ntoso it is well-formed, with all its provisions and tasks', async () => {
    const { said, name } = await take(endpoints.exportAkomaNtoso)
    const seen = new Map<string, number>()
    const parser = new SaxesParser()
    parser.on('error', (error) => {
      throw error
    })
    parser.on('opentag', (tag) => void seen.set(tag.name, (seen.get(tag.name) ?? 0) + 1))
    parser.write(said).close()
    const directive = await clerk.ask(directives.openDirective, { directiveId })
    assert.match(name, /van-ban\.akn\.xml/)
    assert.equal(seen.get('indent'), directive.provisions.filter(({ kind }) => kind === 'indent').length)
    assert.equal(seen.get('task'), (await clerk.ask(tasks.listTasks, { directiveId })).filter(({ droppedWhy }) => droppedWhy === null).length)
  })

  test('what stands in an annex is cited with its name in front, in lists and on paper alike', async () => {
    const text = [
      'KẾ HOẠCH',
      'về việc khác',
      'I. NHIỆM VỤ',
      '1. Ban Dân vận Trung ương tổ chức hội nghị trước ngày 31-12-2013.',
      'PHỤ LỤC I',
      'I. VIỆC CÒN LẠI',
      '1. Văn phòng Trung ương Đảng rà soát quy định trước ngày 30-11-2013.',
    ].join('\n')
    const read = await clerk.ask(directives.readDirective, { text })
    const places = (await clerk.ask(tasks.listTasks, { directiveId: read.directiveId as never })).map(({ address }) => address)
    assert.deepEqual(places, ['I.1', 'Phụ lục I, I.1'])
    const { said } = await take(endpoints.exportTasksCsv, read.directiveId)
    assert.match(said, /\r\n1,I\.1,.*\r\n2,"Phụ lục I, I\.1",/s)
    assert.match((await take(endpoints.exportTasksCsv, read.directiveId, clerk, 'en')).said, /\r\n2,"Annex I, I\.1",/)
  })

  test('of a draft it goes out as it is corrected so far, in every form', async () => {
    const read = await clerk.ask(directives.readDirective, {
      text: 'KẾ HOẠCH\nvề việc đang rà soát\n1- Ban Dân vận Trung ương tổ chức hội nghị trước ngày 31-12-2013.\n2- Văn phòng Trung ương Đảng rà soát quy định.',
    })
    const own = { directiveId: read.directiveId as never }
    const [first, second] = await clerk.ask(tasks.listTasks, own)
    assert.ok(first && second)
    const milestones = first.milestones.map(({ worded, kind, what }) => ({ worded, kind, what, due: '2014-03-31' }))
    await clerk.ask(tasks.editTask, { ...first, taskId: first.id as never, text: 'Tổ chức hội thảo', roles: first.roles as never, milestones })
    await clerk.ask(tasks.dropTask, { taskId: second.id as never, version: second.version, why: 'không phải nhiệm vụ' })
    const book = new ExcelJS.Workbook()
    const sheet = await house.app.inject({ url: addressOf(endpoints.exportTasks, own as never), headers: { cookie: clerk.cookie } })
    await book.xlsx.load(sheet.rawPayload as never)
    const said = [
      JSON.stringify(book.worksheets.map((one) => one.getSheetValues())),
      ...(
        await Promise.all([endpoints.exportTasksCsv, endpoints.exportAkomaNtoso, endpoints.exportReading].map((one) => take(one, read.directiveId)))
      ).map((answer) => answer.said),
    ]
    for (const one of said) {
      assert.match(one, /Tổ chức hội thảo/)
      assert.match(one, /2014-03-31|31-03-2014/)
    }
    assert.equal((JSON.parse(said[3] as string) as Written).tasks.length, 1)
    assert.equal(book.worksheets[0]?.actualRowCount, 4) // the title, the note, the head and one task
  })

  test('a draft goes out to the body that reads it alone', async () => {
    const read = await clerk.ask(directives.readDirective, {
      text: 'KẾ HOẠCH\nvề việc riêng\n1- Ban Dân vận Trung ương tổ chức hội nghị trước ngày 31-12-2013.',
    })
    const other = await house.visit('tubacninh.chuyenvien')
    for (const endpoint of Object.values(endpoints)) {
      assert.equal((await take(endpoint, read.directiveId)).status, 200)
      assert.equal((await take(endpoint, read.directiveId, other)).status, 404)
    }
  })
})
