import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { annexName, citerOf, numbersOf, sayPlace } from './citing.ts'
import { readDirective } from './reading/read.ts'

describe('how a provision is cited', () => {
  test('by its numbers on the way down, a number that repeats the one above left out', () => {
    assert.equal(numbersOf(['II-', '2-', '2.2-', '-']), 'II.2.2')
    assert.equal(numbersOf(['III-', '4-']), 'III.4')
    assert.equal(numbersOf(['Điều 5.', '1.', 'a)']), 'Điều 5.1.a')
    assert.equal(numbersOf(['II.', '(4)', '+']), 'II.(4)')
  })

  const citedIn = (text: string) => {
    const { provisions } = readDirective(text)
    const cite = citerOf(provisions.map(({ address, parent, label, text, kind }) => ({ id: address, parentId: parent, label, text, kind })))
    return provisions.map(({ address, text }) => [text, cite(address)] as const)
  }
  const unnumbered = (opening: readonly string[]) =>
    [
      'CHỈ THỊ',
      'Về phòng cháy',
      ...opening,
      'I. VIỆC CHUNG',
      'Các sở rà soát cơ sở.',
      'Các huyện báo cáo kết quả.',
      '1. Sở Y tế kiểm tra bệnh viện.',
      'Sở được mời chuyên gia.',
      '2. Sở Xây dựng:',
      'Kiểm tra chung cư.',
      'Giao Văn phòng theo dõi việc thực hiện Chỉ thị này.',
    ].join('\n')

  test('a paragraph without a number by the number that it stands under or behind, whatever is put in elsewhere', () => {
    const places = ['I, đoạn 1', 'I, đoạn 2', 'I.1', 'sau I.1, đoạn 1', 'I.2', 'I.2, đoạn 1', 'sau I.2, đoạn 1']
    const before = citedIn(unnumbered(['Thời gian qua cháy nổ tăng.']))
    assert.deepEqual(
      before.map(([, place]) => place),
      ['đoạn 1', 'I', ...places],
    )
    const after = citedIn(unnumbered(['Thời gian qua cháy nổ tăng.', 'Nguyên nhân là chủ quan.']))
    assert.deepEqual(
      after.map(([, place]) => place),
      ['đoạn 1', 'đoạn 2', 'I', ...places],
    )
    assert.equal(sayPlace('sau Điều 3.2, đoạn 1', 'en'), 'after Article 3.2, paragraph 1')
  })

  test('a bullet under a bullet by both', () => {
    const places = citedIn('KẾ HOẠCH\nI. NHIỆM VỤ\n- Sở Y tế:\n+ Rà soát kho thuốc.\n+ Báo cáo kết quả.\n- Sở Xây dựng rà soát chung cư.')
    assert.deepEqual(
      places.map(([, place]) => place),
      ['I', 'I, gạch đầu dòng 1', 'I, gạch đầu dòng 1, dấu cộng 1', 'I, gạch đầu dòng 1, dấu cộng 2', 'I, gạch đầu dòng 2'],
    )
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
