import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readDirective, readStretch } from './read.ts'

const text = readDirective(`ỦY BAN NHÂN DÂN TỈNH BẮC NINH
Số: 12/KH-UBND
Bắc Ninh, ngày 5 tháng 3 năm 2025

KẾ HOẠCH
Chuyển đổi số năm 2025

I. MỤC ĐÍCH
1. Nâng cao nhận thức của cán bộ.
II. TỔ CHỨC THỰC HIỆN
1. Sở Khoa học và Công nghệ
a) Chủ trì, phối hợp với Sở Tài chính xây dựng đề án, trình Ủy ban nhân dân tỉnh trước ngày 30/6.
b) Hướng dẫn các xã, phường triển khai trong quý III; giao Trung tâm Chuyển đổi số vận hành hệ thống, báo cáo hằng tháng.
2. Các ông, bà Giám đốc ghi nhớ điều này
Nơi nhận:
- Sở Nội vụ (để phối hợp);
- Lưu: VT.
`).text

const reading = (from: string, to = from, known = {}) => {
  const begin = text.indexOf(from)
  return readStretch(text, [begin, text.indexOf(to, begin) + to.length], known).tasks
}

describe('a stretch that somebody points to', () => {
  test('is read as the reader reads it in its place: without its label, with the heading over it and the year of the document', () => {
    const [task, ...more] = reading('a) Chủ trì', 'ngày 30/6.')
    assert.equal(more.length, 0)
    assert.equal(task?.text.slice(0, 22), 'Chủ trì, phối hợp với ')
    assert.deepEqual([task?.lead, task?.coordinate, task?.submitTo], [['Sở Khoa học và Công nghệ'], ['Sở Tài chính'], ['Ủy ban nhân dân tỉnh']])
    assert.deepEqual(task?.due, ['2025-06-29'])
    assert.equal(text.slice(...(task?.span ?? [0, 0])), task?.text)
  })

  test('takes a year that somebody knows better', () => {
    assert.deepEqual(reading('a) Chủ trì', 'ngày 30/6.', { date: '2026-03-05' })[0]?.due, ['2026-06-29'])
  })

  test('of a part of a point only that part is read, with who acts in the words before it', () => {
    const [task] = reading('vận hành hệ thống, báo cáo hằng tháng')
    assert.deepEqual([task?.text, task?.lead], ['vận hành hệ thống, báo cáo hằng tháng', ['Trung tâm Chuyển đổi số']])
    assert.deepEqual(
      task?.milestones.map(({ kind }) => kind),
      ['recurring'],
    )
    const [first] = reading('Hướng dẫn các xã', 'quý III')
    assert.deepEqual([first?.text, first?.lead], ['Hướng dẫn các xã, phường triển khai trong quý III', ['Sở Khoa học và Công nghệ']])
  })

  test('over several points gives each order, in their order; a heading taken with them orders nothing', () => {
    const tasks = reading('1. Sở Khoa học', 'báo cáo hằng tháng.')
    assert.deepEqual(
      tasks.map((task) => task.text.slice(0, 8)),
      ['Chủ trì,', 'Hướng dẫ'],
    )
  })

  test('letters taken by mistake at its ends are no order of their own', () => {
    assert.equal(reading('6.\nb) Hướng dẫn', 'báo cáo hằng tháng.').length, 1)
  })

  test('is taken for an order where the reader sees none, also outside the provisions', () => {
    assert.deepEqual(
      reading('1. Nâng cao', 'cán bộ.').map((task) => task.text),
      ['Nâng cao nhận thức của cán bộ.'],
    )
    const outside = reading('- Sở Nội vụ', 'phối hợp);')
    assert.deepEqual(
      outside.map(({ text, address }) => [text, address]),
      [['Sở Nội vụ (để phối hợp);', '']],
    )
    assert.equal(text.slice(...(outside[0]?.span ?? [0, 0])), 'Sở Nội vụ (để phối hợp);')
  })

  test('whatever stretch it is, nothing fails and every order lies within it', () => {
    for (let from = 0; from < text.length; from += 7)
      for (const to of [from + 1, from + 20, from + 90, text.length])
        for (const { span } of readStretch(text, [from, Math.min(to, text.length)], {}).tasks)
          assert.ok(span[0] >= from && span[1] <= Math.max(to, from))
  })
})
