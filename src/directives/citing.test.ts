import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { annexName, cite, citerOf, sayPlace } from './citing.ts'
import { readDirective } from './reading/read.ts'

describe('how a provision is cited', () => {
  const path = (...labels: string[]) => labels.map((label) => ({ label }))
  test('by its numbers on the way down, a number that repeats the one above left out', () => {
    assert.equal(cite(path('II-', '2-', '2.2-', '-'), 'gạch đầu dòng 1'), 'II.2.2, gạch đầu dòng 1')
    assert.equal(cite(path('III-', '4-'), null), 'III.4')
    assert.equal(cite(path('Điều 5.', '1.', 'a)'), null), 'Điều 5.1.a')
    assert.equal(cite(path('-'), 'gạch đầu dòng 3'), 'gạch đầu dòng 3')
  })

  test('an annex by its number, what is attached by its kind', () => {
    for (const [title, name] of [
      ['PHỤ LỤC I', 'Phụ lục I'],
      ['Phụ lục số 01', 'Phụ lục 01'],
      ['PHỤ LỤC 2A: DANH MỤC NHIỆM VỤ', 'Phụ lục 2a'],
      ['PHỤ LỤC DANH MỤC NHIỆM VỤ', 'Phụ lục'],
      ['PHỤ LỤC VỀ PHÂN CÔNG', 'Phụ lục'],
      ['KẾ HOẠCH TRIỂN KHAI THÁNG HÀNH ĐỘNG', 'Kế hoạch kèm theo'],
      ['BẢNG PHÂN CÔNG NHIỆM VỤ', 'Bảng phân công kèm theo'],
      ['DANH MỤC', 'Danh mục kèm theo'],
      ['BIỂU SỐ 3', 'Biểu 3'],
    ] as const)
      assert.equal(annexName(title), name)
  })

  const text = `QUYẾT ĐỊNH
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số.
Điều 2. Sở Nội vụ chịu trách nhiệm thi hành Quyết định này.
Nơi nhận:
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An
KẾ HOẠCH
CHUYỂN ĐỔI SỐ
(Kèm theo Quyết định số 1/QĐ-UBND)
I. NHIỆM VỤ
1. Sở Nội vụ rà soát thủ tục trước ngày 30/6/2025.
2. Sở Tài chính bố trí kinh phí.
PHỤ LỤC I
DANH MỤC VIỆC PHẢI LÀM
I. VIỆC CỦA SỞ
1. Sở Nội vụ xây dựng đề án trước ngày 30/9/2025.
PHỤ LỤC II
DANH MỤC VIỆC KHÁC
- Sở Y tế rà soát quy trình.
- Sở Giáo dục và Đào tạo tổ chức tập huấn.
`
  test('in what is attached to a document with its name in front, so that no two places are one', () => {
    const { provisions, tasks } = readDirective(text)
    const cite = citerOf(provisions.map(({ address, parent, label, text, kind }) => ({ id: address, parentId: parent, label, text, kind })))
    assert.deepEqual(
      tasks.map((task) => [cite(task.address), sayPlace(cite(task.address), 'en')]),
      [
        ['Điều 2', 'Article 2'],
        ['Kế hoạch kèm theo, I.1', 'Attached plan, I.1'],
        ['Kế hoạch kèm theo, I.2', 'Attached plan, I.2'],
        ['Phụ lục I, I.1', 'Annex I, I.1'],
        ['Phụ lục II, gạch đầu dòng 1', 'Annex II, bullet 1'],
        ['Phụ lục II, gạch đầu dòng 2', 'Annex II, bullet 2'],
      ],
    )
  })

  test('rows of a table without numbers are counted, annexes of one name told apart', () => {
    const row = (id: string, parentId: string) => ({ id, parentId, label: '', text: '', kind: 'row' })
    const annex = (id: string) => ({ id, parentId: null, label: '', text: 'DANH MỤC', kind: 'annex' })
    const cite = citerOf([annex('a'), row('1', 'a'), row('2', 'a'), annex('b'), row('3', 'b')])
    assert.deepEqual(['2', '3'].map(cite), ['Danh mục kèm theo, dòng 2', 'Danh mục kèm theo (2), dòng 1'])
    assert.equal(sayPlace('Danh mục kèm theo (2), dòng 1', 'en'), 'Attached list (2), row 1')
    assert.equal(sayPlace('II.2.2, gạch đầu dòng 1', 'en'), 'II.2.2, bullet 1')
    assert.equal(sayPlace('II.3, hàng 4 của bảng', 'en'), 'II.3, row 4 of the table')
  })
})
