import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { guessColumns, isBlock, itemsOf, moneyUnitOf, readBlock } from './sheetText.ts'

const call = (field: string) => field

describe('a block from a spreadsheet', () => {
  test('cells of several lines, quotes and empty ends come back as they were', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ạ', ' ', '"', '\n', ';'), maxLength: 6 }).map((text) => text.trim())
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }))
    const write = (value: string) => (/["\n\t]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
    fc.assert(
      fc.property(table, (rows) => {
        const text = `${rows.map((row) => row.map(write).join('\t')).join('\r\n')}\r\n`
        assert.deepEqual(
          readBlock(text),
          rows.filter((row) => row.some(Boolean)),
        )
      }),
    )
  })

  test('words with a quote are not a table', () => {
    assert.equal(isBlock('"Về việc" học tập\nvà làm theo'), false)
    assert.equal(isBlock('a\tb'), true)
    assert.deepEqual(readBlock('"Về việc" học tập\tb'), [['"Về việc" học tập', 'b']])
  })

  test('columns are known by their headings, and without any by what they hold', () => {
    const headed = guessColumns([
      ['TT', 'Nội dung công việc', 'Cơ quan chủ trì', 'Đơn vị phối hợp', 'Người phụ trách', 'Thời gian hoàn thành', 'Kinh phí', 'Sản phẩm'],
      ['1', 'a', 'b', 'c', 'd', '31/12/2013', '0', 'e'],
    ])
    assert.deepEqual(headed, { fields: [null, 'text', 'lead', 'coordinate', 'personId', 'dueOn', 'money', 'product'], hasHead: true })
    const bare = guessColumns([
      ['1', 'Tổ chức hội nghị quán triệt', '31/12/2013'],
      ['2', 'Rà soát biên chế', '15/11/2013'],
    ])
    assert.deepEqual(bare, { fields: [null, 'text', 'dueOn'], hasHead: false })
  })

  test('what an item answers is told by the codes of the plan’s own sheets; a code that is none is told', () => {
    const codes = new Map([
      ['II.4', { id: 'a', of: 'obligationIds' as const }],
      ['CT1', { id: 'b', of: 'superiorItemIds' as const }],
    ])
    const rows = [
      ['Mở hội nghị', 'II.4', 'CT1'],
      ['Rà soát', 'II.4; CT1', ''],
    ]
    const { items, unread } = itemsOf(rows, ['text', 'obligationIds', 'superiorItemIds'], { people: [], codes, today: '2013-11-15' }, call)
    assert.deepEqual(items, [
      { text: 'Mở hội nghị', obligationIds: ['a'], superiorItemIds: ['b'] },
      { text: 'Rà soát', note: 'obligationIds: II.4; CT1' },
    ])
    assert.deepEqual(unread, [{ row: 2, field: 'obligationIds', value: 'II.4; CT1' }])
    assert.deepEqual(
      guessColumns([
        ['Nội dung công việc', 'Thực hiện nhiệm vụ', 'Thực hiện đầu việc cấp trên'],
        ['a', 'b', 'c'],
      ]).fields,
      ['text', 'obligationIds', 'superiorItemIds'],
    )
  })

  test('money is counted as the heading of its column says, unless a cell says otherwise', () => {
    const units = [
      'Kinh phí (triệu đồng)',
      'Kinh phí (tr.đ)',
      'Dự toán (nghìn đồng)',
      'Kinh phí, ĐVT: 1.000đ',
      'Kinh phí (tỷ đồng)',
      'Kinh phí (đồng)',
      'Kinh phí',
    ]
    assert.deepEqual(units.map(moneyUnitOf), ['triệu', 'triệu', 'nghìn', 'nghìn', 'tỷ', '', ''])
    const rows = [
      ['a', '5,5'],
      ['b', '1.200'],
      ['c', '500 nghìn'],
      ['d', '0'],
    ]
    const { items } = itemsOf(rows, ['text', 'money'], { people: [], codes: new Map(), today: '2013-11-15', moneyUnit: 'triệu' }, call)
    assert.deepEqual(
      items.map(({ money }) => money),
      [5_500_000, 1_200_000_000, 500_000, 0],
    )
  })

  test('rows become items under their heading; what can’t be read is told', () => {
    const { items, unread } = itemsOf(
      [
        ['I', 'Tuyên truyền', ''],
        ['1', 'Hội nghị', '31/12/2013'],
        ['2', 'Báo cáo', 'cuối năm'],
        ['', 'Tổng cộng:', '31/12/2013'],
      ],
      [null, 'text', 'dueOn'],
      { people: [], codes: new Map(), today: '2013-11-15' },
      call,
    )
    assert.deepEqual(items, [
      { part: 'I. Tuyên truyền', text: 'Hội nghị', dueOn: '2013-12-31' },
      { part: 'I. Tuyên truyền', text: 'Báo cáo', note: 'dueOn: cuối năm' },
    ])
    assert.deepEqual(unread, [{ row: 3, field: 'dueOn', value: 'cuối năm' }])
  })
})
