import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import mammoth from 'mammoth'
import { openHouse, type TestHouse, type Visitor } from '../../../test/kit.ts'
import { forgetPlans } from '../../../test/planRows.ts'
import { clerkOf, findPlanOf, orderPlans, provincialPlan, step } from '../../../test/plans.ts'
import { endpoints as people } from '../../people/contract.ts'
import { type Item, endpoints as plans } from '../contract.ts'
import { endpoints, type PlanFile } from './contract.ts'

type Sheet = ExcelJS.Worksheet

describe('a plan on paper and back', () => {
  let house: TestHouse
  let district: Visitor
  let leader: Visitor
  let planId: never
  before(async () => {
    house = await openHouse()
    await forgetPlans(house.db)
    const province = await house.visit('tubacninh.chuyenvien')
    district = await house.visit('hutiendu.chuyenvien')
    leader = await house.visit('hutiendu.lanhdao')
    await orderPlans(province)
    const { id } = await findPlanOf(district, await provincialPlan(province), 'Huyện ủy Tiên Du')
    planId = id as never
    await step(district, id, 'start')
    const { obligations, people, rows } = await open()
    const obligationIds = [obligations[1]?.id as string]
    await district.ask(plans.addPlanItems, {
      planId,
      behindId: rows.at(-1)?.id as never,
      items: [
        {
          id: randomUUID(),
          part: 'I. Tuyên truyền',
          text: 'Mở hội nghị quán triệt\ncho 15 chi bộ',
          personId: people[0]?.id as string,
          obligationIds,
        },
        { id: randomUUID(), text: 'Kiểm tra 4 đơn vị', product: 'Thông báo "kết quả"', dueOn: '2013-11-18', money: 12_500_000.5, obligationIds },
      ],
    })
  })
  after(() => house.close())

  const open = () => district.ask(plans.openPlan, { planId })
  const exported = async (by = district): Promise<Buffer> => (await by.ask(endpoints.exportPlan, { planId })) as unknown as Buffer

  /** A workbook with changes made in its first sheet, as somebody would in a spreadsheet. */
  async function edited(bytes: Buffer, edit: (sheet: Sheet, column: (title: string) => number) => void): Promise<Buffer> {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as never)
    const sheet = book.worksheets[0] as Sheet
    const titles = (sheet.getRow(3).values as unknown[]).map(String)
    edit(sheet, (title) => titles.indexOf(title))
    return Buffer.from(await book.xlsx.writeBuffer())
  }
  async function read(bytes: Buffer, name = 'ke-hoach.xlsx', by = district): Promise<PlanFile & { fileId: string }> {
    const fileId = (await by.upload(name, bytes)).body.id
    return { fileId, ...(await by.ask(endpoints.readPlanFile, { planId, fileId })) }
  }
  /** Writes all that a file would do, or what of it is chosen. */
  const accept = ({ changes, order }: PlanFile, chosen: (kind: string) => boolean = () => true) =>
    district.try(endpoints.importPlanRows, {
      planId,
      rows: changes
        .filter(({ kind }) => (kind === 'new' || kind === 'changed') && chosen(kind))
        .map(({ id, version, facts }) => ({ id, version, ...facts })),
      removed: changes.filter(({ kind }) => kind === 'missing' && chosen(kind)).map(({ id, version }) => ({ id, version: version as number })),
      order,
    })

  test('its own sheet read back changes nothing, though spreadsheets write it anew', async () => {
    const untouched = { kind: 'own', changes: [], same: 3, faults: [], order: [], cells: [] }
    const { fileId: _, name: __, ...straight } = await read(await exported())
    assert.deepEqual(straight, untouched)
    const { fileId: ___, name: ____, ...rewritten } = await read(await edited(await exported(), () => undefined))
    assert.deepEqual(rewritten, untouched)
  })

  test('changed, new, copied, moved and deleted rows are shown first and then written, and nothing else is', async () => {
    const before = await open()
    const [first, second, third] = before.rows as [Item, Item, Item]
    const bytes = await edited(await exported(), (sheet, column) => {
      const one = sheet.getRow(4)
      one.getCell(column('Chủ trì')).value = 'Ban Tổ chức Huyện ủy'
      one.getCell(column('Hoàn thành')).value = '18/11/2013'
      one.getCell(column('Kinh phí (đồng)')).value = 'nhiều'
      const copy = [...(sheet.getRow(5).values as never[])].slice(1)
      copy[column('Nội dung công việc') - 1] = 'Mở thêm lớp tại 3 xã' as never
      copy[column('Thực hiện nhiệm vụ') - 1] = 'II.9.9' as never
      sheet.spliceRows(6, 1) // the third item
      sheet.spliceRows(4, 0, copy)
      sheet.addRow([]).getCell(column('Ghi chú')).value = 'dòng quên ghi nội dung'
    })
    const seen = await read(bytes)
    assert.deepEqual(
      seen.changes.map(({ kind, row, text }) => [kind, row, text]),
      [
        ['new', 4, 'Mở thêm lớp tại 3 xã'],
        ['changed', 5, first.text],
        ['missing', null, third.text],
      ],
    )
    assert.deepEqual(seen.changes[1]?.facts, { lead: 'Ban Tổ chức Huyện ủy', dueOn: '2013-11-18' })
    assert.deepEqual(seen.changes[1]?.was, { lead: first.lead, dueOn: first.dueOn })
    assert.deepEqual(
      seen.faults.map(({ row, field, problem }) => [row, field, problem]),
      [
        [4, 'obligationIds', 'answer'],
        [5, 'money', 'money'],
        [7, 'text', 'no-text'],
      ],
    )
    assert.equal((await open()).rows[0]?.lead, first.lead) // reading writes nothing
    assert.deepEqual((await accept(seen, (kind) => kind !== 'missing')).body, { added: 1, changed: 1, removed: 0 })
    const after = await open()
    const copied = after.rows[0] as Item
    assert.deepEqual(
      after.rows.map(({ text }) => text),
      ['Mở thêm lớp tại 3 xã', first.text, second.text, third.text],
    )
    assert.deepEqual([copied.origin, copied.part, copied.personId, copied.obligationIds], ['import', second.part, second.personId, []])
    assert.deepEqual([after.rows[1]?.lead, after.rows[1]?.dueOn, after.rows[1]?.money], ['Ban Tổ chức Huyện ủy', '2013-11-18', null])
    assert.deepEqual({ ...after.rows[2], position: 0 }, { ...second, position: 0 })

    // the same file once more adds nothing, and takes out what is missing in it once that is chosen
    const again = await read(bytes)
    assert.deepEqual(again.changes.map(({ kind }) => kind).sort(), ['missing', 'missing', 'new'])
    const same = await district.ask(endpoints.readPlanFile, { planId, fileId: seen.fileId })
    assert.deepEqual(
      same.changes.map(({ kind, text }) => [kind, text]),
      [['missing', third.text]],
    )
    assert.equal((await accept(same)).body.removed, 1)
    assert.deepEqual(
      (await open()).rows.map(({ text }) => text),
      ['Mở thêm lớp tại 3 xã', first.text, second.text],
    )
    assert.equal((await read(await exported())).same, 3)
  })

  test('what somebody else has changed since the file was written is never written over', async () => {
    const [first, second] = (await open()).rows as [Item, Item]
    const bytes = await edited(await exported(), (sheet, column) => {
      sheet.getRow(4).getCell(column('Ghi chú')).value = 'ghi trong tệp'
      sheet.getRow(5).getCell(column('Ghi chú')).value = 'ghi trong tệp'
    })
    const seen = await read(bytes)
    await leader.ask(plans.savePlanItem, { itemId: second.id as never, was: {}, changes: { product: 'Danh sách lớp' } })
    const refused = await accept(seen)
    assert.equal(refused.status, 409)
    assert.match(refused.body.message ?? '', /Người khác vừa sửa hoặc bỏ đầu việc «Rà soát.*chưa nhập dòng nào/)
    assert.equal((await open()).rows[0]?.note, first.note)
    const anew = await district.ask(endpoints.readPlanFile, { planId, fileId: seen.fileId })
    assert.deepEqual(
      anew.changes.map(({ kind, id, by }) => [kind, id, by]),
      [
        ['changed', first.id, null],
        ['stale', second.id, (await open()).rows[1]?.updatedBy],
      ],
    )
    assert.equal((await accept(anew)).body.changed, 1)
    await leader.ask(plans.removePlanItem, { itemId: second.id as never })
    const removed = await district.ask(endpoints.readPlanFile, { planId, fileId: seen.fileId })
    assert.deepEqual(
      removed.changes.map(({ kind, id, text }) => [kind, id, text]),
      [['stale', second.id, second.text]],
    )
    await leader.ask(plans.removePlanItem, { itemId: second.id as never, removed: false })
  })

  test('any other table comes with its cells, to have its columns named; what is no table is told in a sentence', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('Biểu')
    for (const row of [['Phụ lục'], ['TT', 'Nội dung', 'Đơn vị chủ trì'], [1, 'Mở hội nghị', 'Ban Tuyên giáo']]) sheet.addRow(row)
    const seen = await read(Buffer.from(await book.xlsx.writeBuffer()))
    assert.equal(seen.kind, 'table')
    assert.deepEqual(seen.cells, [
      ['TT', 'Nội dung', 'Đơn vị chủ trì'],
      ['1', 'Mở hội nghị', 'Ban Tuyên giáo'],
    ])
    const refused = async (name: string, bytes: Buffer | string) => {
      const fileId = (await district.upload(name, bytes)).body.id
      return (await district.try(endpoints.readPlanFile, { planId, fileId })).body.message ?? ''
    }
    assert.match(await refused('a.xlsx', 'không phải Excel'), /không phải tệp Excel/)
    assert.match(await refused('a.bin', Buffer.from([1, 2, 3])), /Không đọc được tệp «a.bin»/)
    const empty = new ExcelJS.Workbook()
    empty.addWorksheet('x')
    assert.match(await refused('a.xlsx', Buffer.from(await empty.xlsx.writeBuffer())), /không có dòng nào/)
  })

  test('only the body that plans reads files into its plan, only its own files, and only while it is being written', async () => {
    const commune = await clerkOf(house, 'Đảng ủy xã Cảnh Hưng')
    const fileId = (await district.upload('x.xlsx', await exported())).body.id
    assert.equal((await commune.try(endpoints.readPlanFile, { planId, fileId })).status, 404)
    assert.equal((await leader.try(endpoints.readPlanFile, { planId, fileId })).status, 404) // a file of somebody else
    assert.equal((await commune.try(endpoints.importPlanRows, { planId, rows: [{ id: randomUUID(), version: null, text: 'x' }] })).status, 404)
    assert.equal((await commune.try(endpoints.exportPlan, { planId })).status, 404)
    assert.equal((await district.try(endpoints.importPlanRows, { planId, rows: [] })).status, 400)
    const stranger = await house.visit('ubndsontra.vanthu')
    assert.equal((await stranger.try(endpoints.exportPlan, { planId })).status, 404)
  })

  test('as an official document: head, number and day, title, grounds, items under their headings, who signs, to whom it goes', async () => {
    const raw = async (more: object = {}) => {
      const bytes = (await district.ask(endpoints.exportPlanDocument, { planId, ...more })) as unknown as Buffer
      return { bytes, text: (await mammoth.extractRawText({ buffer: bytes })).value }
    }
    await district.ask(plans.savePlanHead, {
      planId,
      was: {},
      changes: { aims: 'Nâng cao nhận thức\u0001 của cán bộ.', carryingOut: 'Ban Tổ chức theo dõi.\nVăn phòng đôn đốc.' },
    })
    const draft = (await raw()).text
    assert.match(draft, /T\/M BAN THƯỜNG VỤ\s+BÍ THƯ/, 'its body’s kind says who signs')
    assert.doesNotMatch(draft, /……………………/)
    for (const words of [
      'TỈNH ỦY BẮC NINH',
      'HUYỆN ỦY TIÊN DU',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'DỰ THẢO',
      'Tiên Du, ngày …… tháng …… năm 2013',
      'KẾ HOẠCH',
    ])
      assert.ok(draft.includes(words), words)
    assert.match(
      draft,
      /I\. MỤC ĐÍCH, YÊU CẦU\s+Nâng cao nhận thức của cán bộ\.\s+II\. NỘI DUNG\s[\s\S]+III\. TỔ CHỨC THỰC HIỆN\s+Ban Tổ chức theo dõi\.\s+Văn phòng đôn đốc\./,
    )
    assert.match(draft, /1\. Tuyên truyền\s+- Mở thêm lớp tại 3 xã\. Người phụ trách: đồng chí/)
    assert.match(draft, /Chủ trì: Ban Tổ chức Huyện ủy; (sản phẩm: [^;]+; )?thời hạn hoàn thành: 18-11-2013\./)
    assert.match(draft, /Nơi nhận:\s+- Tỉnh ủy Bắc Ninh \(để báo cáo\),\s+- Các cơ quan, đơn vị có tên trong kế hoạch \(để thực hiện\),\s+- Lưu\./)
    const annexed = (await raw({ items: 'annex' })).text
    assert.match(annexed, /theo Phụ lục kèm theo \(3 đầu việc\)[\s\S]+PHỤ LỤC[\s\S]+\(Kèm theo Kế hoạch số …+ của Huyện ủy Tiên Du\)/)

    const [first] = (await open()).rows as [Item]
    await district.ask(plans.removePlanItem, { itemId: first.id as never })
    await step(district, planId, 'submit')
    const appraiser = await house.visit('tubacninh.thamdinh')
    await step(appraiser, planId, 'approve')
    const { person } = await leader.ask(people.getMe, {})
    await step(district, planId, 'issue', { number: '12-KH/HU', issuedOn: '2013-11-14', signer: person?.name as string })
    const issued = (await raw()).text
    assert.match(issued, /Số 12-KH\/HU/)
    assert.match(issued, /Tiên Du, ngày 14 tháng 11 năm 2013/)
    assert.doesNotMatch(issued, /DỰ THẢO/)
    assert.match(issued, /T\/M BAN THƯỜNG VỤ\s+(?:PHÓ )?BÍ THƯ\s/)
    assert.ok(issued.includes(person?.name as string))
    // those right below see what was approved, but not what it answers
    const commune = await clerkOf(house, 'Đảng ủy xã Cảnh Hưng')
    const theirs = (await commune.ask(endpoints.exportPlanDocument, { planId, items: 'annex' })) as unknown as Buffer
    assert.doesNotMatch((await mammoth.extractRawText({ buffer: theirs })).value, /II\.4, gạch đầu dòng 2/)
    assert.match((await raw({ items: 'annex' })).text, /II\.4, gạch đầu dòng 2/)
    assert.equal((await commune.try(endpoints.exportPlanDocument, { planId, edition: 1 })).status, 404)
    await step(district, planId, 'amend', { text: 'Bổ sung việc mới.' })
    assert.match((await raw()).text, /DỰ THẢO/)
    assert.match((await raw({ edition: 1 })).text, /Số 12-KH\/HU/)
    assert.equal((await district.try(endpoints.exportPlanDocument, { planId, edition: 7 })).status, 404)
  })

  test('a document is read as directives are: its tasks are proposed, with who, what and when; the document of the plan itself comes back as it was', async () => {
    const text = [
      'ĐẢNG BỘ TỈNH BẮC NINH',
      'KẾ HOẠCH',
      'thực hiện Kết luận số 64-KL/TW',
      'I. NHIỆM VỤ',
      '1. Ban Tổ chức Huyện ủy chủ trì, phối hợp với Phòng Nội vụ rà soát chức năng, nhiệm vụ, biên chế của từng cơ quan, đơn vị trực thuộc, xong trước ngày 15-11-2013.',
      '2. Ban Tuyên giáo Huyện ủy tổ chức hội nghị quán triệt Kết luận trước ngày 01-12-2013.',
    ].join('\n')
    const seen = await read(Buffer.from(text), 'ke-hoach.txt')
    assert.equal(seen.kind, 'document')
    assert.deepEqual(
      seen.changes.map(({ kind, facts }) => [kind, facts.lead, facts.dueOn, facts.part, facts.obligationIds?.length ?? 0]),
      [
        ['new', 'Ban Tổ chức Huyện ủy', '2013-11-14', 'I. NHIỆM VỤ', 1], // what it answers is known by its words
        ['new', 'Ban Tuyên giáo Huyện ủy', '2013-11-30', 'I. NHIỆM VỤ', 0],
      ],
    )
    const [one] = seen.changes
    assert.equal((await accept({ ...seen, changes: seen.changes.slice(0, 1) })).body.added, 1)
    assert.equal((await open()).rows.at(-1)?.text, one?.text)
    const again = await district.ask(endpoints.readPlanFile, { planId, fileId: seen.fileId })
    assert.deepEqual([again.same, again.changes.length], [1, 1])
    assert.deepEqual(
      (await read(Buffer.from(text), 'ban-khac.txt')).changes.map(({ kind }) => kind),
      ['there', 'new'],
    )
    const { rows } = await open()
    for (const items of ['text', 'annex'] as const) {
      const bytes = (await district.ask(endpoints.exportPlanDocument, { planId, items })) as unknown as Buffer
      const own = await read(bytes, 'ke-hoach.docx')
      assert.deepEqual([own.kind, own.changes, own.faults, own.order], ['own', [], [], []])
      assert.equal(own.same, rows.length)
    }
    assert.match(
      (await district.try(endpoints.readPlanFile, { planId, fileId: (await district.upload('b.txt', 'Không có việc gì ở đây cả.')).body.id })).body
        .message ?? '',
      /không có dòng nào/,
    )
  })
})
