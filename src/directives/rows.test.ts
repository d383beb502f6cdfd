import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { blocksOf } from './blocks.ts'
import { readDirective } from './reading/read.ts'
import { rowsIn } from './rows.ts'

const shown = (text: string) => rowsIn(text).map(({ cells }) => cells.map((cell) => (cell ? text.slice(cell.from, cell.to) : null)))

describe('the tables of a document', () => {
  test('are its rows drawn with bars, every cell where it stands in the text, the first row heading the others', () => {
    const text = 'Kèm theo:\n\nTT | Nội dung | Chủ trì\n1 | Rà soát thủ tục. | Sở Nội vụ\nI. THỂ CHẾ |  |\n|  | Sắp xếp |\n\nHết.'
    assert.deepEqual(shown(text), [
      ['TT', 'Nội dung', 'Chủ trì'],
      ['1', 'Rà soát thủ tục.', 'Sở Nội vụ'],
      ['I. THỂ CHẾ', null],
      [null, 'Sắp xếp'],
    ])
    assert.deepEqual(
      rowsIn(text).map(({ isHead, isHeading, widths }) => [isHead, isHeading, widths.length]),
      [
        [true, false, 3],
        [false, false, 3],
        [false, true, 3],
        [false, false, 3],
      ],
    )
  })

  test('may be drawn with tabs, or with a rule under the head; a number row under the head heads too', () => {
    assert.deepEqual(shown('STT\tViệc\tHạn\n1\tRà soát\t30/6'), [
      ['STT', 'Việc', 'Hạn'],
      ['1', 'Rà soát', '30/6'],
    ])
    const ruled = rowsIn('| TT | Việc |\n|----|------|\n| (1) | (2) |\n| 1 | Rà soát |')
    assert.deepEqual(
      ruled.map(({ isHead }) => isHead),
      [true, true, false],
    )
  })

  test('one row alone, a letterhead and a signature are none', () => {
    assert.deepEqual(rowsIn('Sở Nội vụ | Sở Tài chính'), [])
    assert.deepEqual(rowsIn('ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1/KH-UBND | Hà Nội, ngày 1 tháng 2 năm 2025'), [])
    assert.deepEqual(rowsIn('Nơi nhận: | CHỦ TỊCH\n- Lưu: VT. | Nguyễn Văn An'), [])
  })

  test('stand among the paragraphs in their place, every word of the text once', () => {
    const text = readDirective(
      'KẾ HOẠCH\nI. NHIỆM VỤ\nCác việc sau:\n\nTT | Nội dung nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | Rà soát thủ tục | Sở Nội vụ | 30/6/2025\n2 | Bố trí kinh phí | Sở Tài chính | 30/9/2025\n\nII. KINH PHÍ\nKinh phí như sau:\nNăm | Số tiền\n2025 | 10 tỷ đồng\n',
    )
    const provisions = text.provisions.map((one) => ({ ...one, id: one.address, parentId: one.parent, from: one.span[0], to: one.span[1] }))
    const blocks = blocksOf(provisions, text.text)
    assert.deepEqual(
      blocks.map(({ kind }) => kind),
      ['title', 'part', 'paragraph', 'cells', 'cells', 'cells', 'part', 'paragraph', 'cells', 'cells'],
    )
    const letters = (said: string) => said.replace(/[\s|]/g, '')
    assert.equal(letters(blocks.map(({ from, to }) => text.text.slice(from, to)).join('')), letters(text.text))
  })

  test('however bars, tabs and lines fall, no word is lost or doubled', () => {
    const piece = fc.constantFrom('|', ' | ', '\t', '\n', '\n\n', 'Sở Nội vụ', '1', 'I. VIỆC', '- Rà soát.', 'Nơi nhận:', '---')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { text, provisions: read } = readDirective(pieces.join(''))
        const provisions = read.map((one) => ({ ...one, id: one.address, parentId: one.parent, from: one.span[0], to: one.span[1] }))
        const letters = (said: string) => said.replace(/[^\p{L}\p{N}]/gu, '')
        const blocks = blocksOf(provisions, text)
        assert.equal(letters(blocks.map(({ from, to }) => text.slice(from, to)).join('')), letters(text))
        for (const { from, to, row } of blocks)
          if (row)
            assert.equal(letters(row.cells.map((cell) => (cell ? text.slice(cell.from, cell.to) : '')).join('')), letters(text.slice(from, to)))
      }),
      { numRuns: 400 },
    )
  })
})
