import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { workbook } from '../../paper/sheets.ts'
import type { Item } from '../contract.ts'
import { answeredBy, codesOf, inOrder } from './rules.ts'
import { tableOf } from './table/anyTable.ts'
import { findOwn, readOwn } from './table/ownSheet.ts'
import { planSheets } from './table/planSheet.ts'
import { readTable } from './table/readTable.ts'
import type { ReadSheet } from './table/worker.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const owed = (n: number, address: string) => ({
  id: id(n),
  taskId: id(n),
  address,
  text: `Nhiệm vụ ${n}`,
  product: '',
  finalDue: null,
  isPlanItself: false,
  isVerified: false,
  reason: null,
})
const obligations = [owed(1, 'II.4.1'), owed(2, 'II.4.2'), owed(3, 'II.4.2'), owed(4, '')]
const above = [5, 6].map((n) => ({ id: id(n), part: '', text: `Việc ${n}`, product: '', dueOn: null, taskIds: [] }))
const people = [
  { id: id(7), name: 'Nguyễn Văn Bắc' },
  { id: id(8), name: 'Trần Thị Hòa' },
  { id: id(9), name: 'Trần Thị Hòa' },
]

const words = fc
  .string({ unit: fc.constantFrom('a', 'ự', 'Đ', ' ', '"', ';', '\n', '<', '&', '=', "'", '0', '_', '\t'), maxLength: 12 })
  .map((text) => text.trim())
const day = fc.integer({ min: 0, max: 40_000 }).map((n) => Temporal.PlainDate.from('1950-01-01').add({ days: n }).toString())
const item = fc.record({
  part: words,
  text: words,
  product: words,
  lead: words,
  coordinate: words,
  note: words,
  person: fc.option(fc.constantFrom(...people, { id: id(99), name: 'Người đã chuyển công tác' })),
  fromOn: fc.option(day),
  dueOn: fc.option(day),
  money: fc.option(fc.oneof(fc.integer({ min: 0, max: 1e12 }), fc.double({ min: 0, max: 1e15, noNaN: true }))),
  obligationIds: fc.subarray([...obligations.map((one) => one.id), id(98)]),
  superiorItemIds: fc.subarray([...above.map((one) => one.id), id(97)]),
  version: fc.integer({ min: 1, max: 90 }),
})

describe('a plan as a sheet', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sheet-'))
  })
  after(() => rm(folder, { recursive: true }))

  const sheetsOf = async (bytes: Buffer): Promise<ReadSheet[]> => {
    const path = join(folder, 'a.xlsx')
    await writeFile(path, bytes)
    return readTable(path, 'a.xlsx')
  }

  test('export = import: whatever an item holds, the file read back changes nothing; in either language', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 150 }), fc.constantFrom('vi' as const, 'en' as const), async (given, language) => {
        const rows = given.map(
          ({ person, ...facts }, i): Item => ({
            ...facts,
            id: id(1000 + i),
            position: i,
            personId: person?.id ?? null,
            personName: person?.name ?? null,
            origin: 'own',
            touchedWhy: null,
            isBare: false,
            updatedBy: null,
            updatedAt: '',
            remarks: [],
          }),
        )
        const { content } = await workbook('x', planSheets({ language, today: '2013-11-15' }, { title: 'Kế hoạch', rows, obligations, above }))
        const own = findOwn(await sheetsOf(content as Buffer), new Set(rows.map((row) => row.id)))
        assert.ok(own)
        const read = readOwn(own, { rows, obligations, above, people, removed: new Map(), today: '2013-11-15' }, () => 'never')
        assert.deepEqual(read, { changes: [], same: rows.length, faults: [], order: [] })
      }),
      { numRuns: 5 },
    )
  })

  test('a table of any kind is found under its titles, by the headings it has; cells merged across are said once', async () => {
    const book = new ExcelJS.Workbook()
    book.addWorksheet('Bìa').addRow(['KẾ HOẠCH NĂM 2013'])
    const sheet = book.addWorksheet('Phụ lục')
    sheet.addRow(['PHỤ LỤC CÁC NHIỆM VỤ'])
    sheet.mergeCells('A1:E1')
    sheet.addRow([])
    sheet.addRow(['TT', 'Nội dung công việc', 'Cơ quan chủ trì', 'Thời hạn', 'Sản phẩm'])
    sheet.addRow(['I', 'Công tác tuyên truyền'])
    sheet.mergeCells('B4:E4')
    sheet.addRow([1, { richText: [{ text: 'Mở hội nghị ' }, { text: 'quán triệt' }] }, 'Ban Tuyên giáo', 41_639, 'Báo cáo'])
    sheet.getCell('D5').numFmt = 'dd/mm/yyyy'
    sheet.addRow([2, 'Rà soát', { formula: 'C5', result: 'Ban Tuyên giáo' }, '15/12/2013', { formula: '1/0', result: { error: '#DIV/0!' } }])
    assert.deepEqual(tableOf(await sheetsOf(Buffer.from(await book.xlsx.writeBuffer()))), [
      ['TT', 'Nội dung công việc', 'Cơ quan chủ trì', 'Thời hạn', 'Sản phẩm'],
      ['I', 'Công tác tuyên truyền', '', '', ''],
      ['1', 'Mở hội nghị quán triệt', 'Ban Tuyên giáo', '31-12-2013', 'Báo cáo'],
      ['2', 'Rà soát', 'Ban Tuyên giáo', '15/12/2013', '#DIV/0!'],
    ])
  })

  test('a broken file is told in a sentence', async () => {
    await assert.rejects(sheetsOf(Buffer.from('PK\x03\x04 no workbook')), /broken or has a password/)
  })
})

describe('items from a file', () => {
  test('codes stand for one thing each', () => {
    assert.deepEqual([...codesOf(obligations, above).values()], ['II.4.1', 'II.4.2', 'II.4.2 #2', 'NV', 'CT1', 'CT2'])
  })

  test('an order keeps all items, those it names in its own order, others behind what they stood behind', () => {
    assert.deepEqual(inOrder(['a', 'b', 'c', 'd'], ['d', 'a', 'x']), ['d', 'a', 'b', 'c'])
    assert.deepEqual(inOrder(['a', 'b'], ['b']), ['a', 'b'])
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: 30 }).map(String), { maxLength: 20 })
    fc.assert(
      fc.property(ids, ids, (current, wanted) => {
        const ordered = inOrder(current, wanted)
        assert.deepEqual([...ordered].sort(), [...current].sort())
        assert.deepEqual(
          ordered.filter((one) => wanted.includes(one)),
          wanted.filter((one) => current.includes(one)),
        )
        assert.deepEqual(inOrder(current, current), current)
      }),
    )
  })

  test('what is much alike is answered, what shares but a few words is not', () => {
    const tasks = [
      { text: 'Rà soát chức năng, nhiệm vụ, tổ chức bộ máy của các cơ quan thuộc huyện, báo cáo trước ngày 19-11-2013' },
      { text: 'Tổ chức hội nghị quán triệt Kết luận số 64-KL/TW đến cán bộ, đảng viên' },
    ]
    assert.equal(answeredBy('Rà soát chức năng, nhiệm vụ, tổ chức bộ máy của 15 cơ quan thuộc huyện', tasks), tasks[0])
    assert.equal(answeredBy('Sửa chữa trụ sở làm việc của các cơ quan thuộc huyện', tasks), undefined)
    assert.equal(answeredBy('Rà soát', tasks), undefined)
  })
})
