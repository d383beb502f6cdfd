import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { guessColumns, isBlock, itemsOf, readBlock } from './sheetText.ts'

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
    const { items, unread } = itemsOf(rows, ['text', 'obligationIds', 'superiorItemIds'], { people: [], codes, today: '2013-11-15' })
    assert.deepEqual(items, [{ text: 'Mở hội nghị', obligationIds: ['a'], superiorItemIds: ['b'] }, { text: 'Rà soát' }])
    assert.deepEqual(unread, [{ row: 2, field: 'obligationIds', value: 'II.4; CT1' }])
    assert.deepEqual(
      guessColumns([
        ['Nội dung công việc', 'Thực hiện nhiệm vụ', 'Thực hiện đầu việc cấp trên'],
        ['a', 'b', 'c'],
      ]).fields,
      ['text', 'obligationIds', 'superiorItemIds'],
    )
  })

  test('rows become items under their heading; what can’t be read is told', () => {
    const { items, unread } = itemsOf(
      [
        ['I', 'Tuyên truyền', ''],
        ['1', 'Hội nghị', '31/12/2013'],
        ['2', 'Báo cáo', 'cuối năm'],
      ],
      [null, 'text', 'dueOn'],
      { people: [], codes: new Map(), today: '2013-11-15' },
    )
    assert.deepEqual(items, [
      { part: 'I. Tuyên truyền', text: 'Hội nghị', dueOn: '2013-12-31' },
      { part: 'I. Tuyên truyền', text: 'Báo cáo' },
    ])
    assert.deepEqual(unread, [{ row: 3, field: 'dueOn', value: 'cuối năm' }])
  })
})
