import assert from 'node:assert/strict'
import { test } from 'node:test'
import { labelOf } from './numbering.ts'

const label = (line: string): string | null => {
  const l = labelOf(line)
  return l ? `${l.family} ${l.number}`.trim() : null
}

test('every way of numbering is known', () => {
  const cases: [string, string | null][] = [
    ['Phần thứ hai', 'part 2'],
    ['PHẦN II: NHIỆM VỤ', 'part 2'],
    ['Chương III', 'chapter 3'],
    ['Mục 2. Trách nhiệm', 'division 2'],
    ['Điều 12. Hiệu lực', 'article 12'],
    ['A. QUAN ĐIỂM', 'upper A'],
    ['II- NỘI DUNG', 'roman 2'],
    ['IV.TỔ CHỨC', 'roman 4'],
    ['II.1. Chung', 'roman2 2.1'],
    ['1- Sở Nội vụ', 'number 1'],
    ['2.Sở Tài chính', 'number 2'],
    ['3/ Công an', 'number 3'],
    ['2.1- Ban Tổ chức', 'number2 2.1'],
    ['2. 3. Rà soát', 'number2 2.3'],
    ['1.2.3 Lập kế hoạch', 'number3 1.2.3'],
    ['(1) Lập', 'bracket 1'],
    ['a) Lập', 'letter a'],
    ['đ. Gửi', 'letter đ'],
    ['- Lập', 'dash'],
    ['– Lập', 'dash'],
    ['+ Lập', 'plus'],
    ['• Lập', 'dot'],
    ['* Lập', 'star'],
    ['Điều 5 Luật Đất đai quy định', null],
    ['30/6/2025 là hạn', null],
    ['15.000 tỷ đồng', null],
    ['Mục tiêu chung', null],
    ['2025. Sở', null],
  ]
  for (const [line, want] of cases) assert.equal(label(line), want, line)
})

test('ordinals in words number points; numbers of documents do not', () => {
  assert.equal(label('Thứ ba, Sở Y tế lập danh sách'), 'ordinal 3')
  assert.equal(label('Hai là: rà soát quy hoạch'), 'ordinal 2')
  assert.equal(label('27-HD/VPTU, ngày 01/6/2024'), null)
  assert.equal(label('82/TTr-SNV ngày 05/5/2025'), null)
  assert.equal(label('57), Ban Thường vụ'), null)
})
