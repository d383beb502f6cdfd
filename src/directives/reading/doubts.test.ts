import assert from 'node:assert/strict'
import { test } from 'node:test'
import { akomaNtosoOf } from '../writing/akomaNtoso.ts'
import { csvOf, readingSheet } from '../writing/table.ts'
import { doubtsOfWhole } from './doubts.ts'
import { readDirective } from './read.ts'

/** A text in articles that tells and orders nothing, of about so many characters. */
const telling = (length: number): string => {
  const article = (i: number) =>
    `Điều ${i}. Khái niệm thứ ${i}\nThuật ngữ thứ ${i} là tên gọi của một loại hồ sơ lưu trữ có từ thời trước và nay ít gặp.`
  return ['QUY ĐỊNH', 'Về thuật ngữ', ...Array.from({ length: Math.ceil(length / 110) }, (_, i) => article(i + 1))].join('\n')
}

test('a long text in articles without any task is to be looked at as a whole, and says how long it is', () => {
  const long = readDirective(telling(6_000))
  assert.deepEqual([long.tasks.length, long.doubts.length], [0, 1])
  assert.match(long.doubts[0]?.why.vi ?? '', /Không tìm thấy nhiệm vụ nào trong văn bản dài \d\.\d{3} ký tự/)
  assert.match(long.doubts[0]?.why.en ?? '', /No task was found in a text of \d,\d{3} characters/)
  assert.match(readingSheet(long, { language: 'vi', today: '2025-12-01' }).note, /Không tìm thấy nhiệm vụ nào/)
  assert.deepEqual(readDirective(telling(3_000)).doubts, [])
  assert.deepEqual(readDirective('Những ngày ấy trời mưa. '.repeat(400)).doubts, [])
  assert.deepEqual(readDirective(`${telling(6_000)}\nĐiều 99. Tổ chức thực hiện\nSở Nội vụ báo cáo trước ngày 1/6/2025.`).doubts, [])
})

test('a scan is doubted more: a shorter one, and whatever its numbers', () => {
  const short = readDirective('Những ngày ấy trời mưa. '.repeat(80))
  assert.deepEqual(doubtsOfWhole(short, false), [])
  assert.match(doubtsOfWhole(short, true)[0]?.why.vi ?? '', /nhận dạng từ bản chụp\. Rất có thể nhận dạng sai/)
  assert.deepEqual(doubtsOfWhole(readDirective('1. Sở Nội vụ rà soát các đơn vị.'), true), [])
})

test('what is to be looked at again stands in every form a reading is written in', () => {
  const reading = readDirective(
    'KẾ HOẠCH\n1. Sở Nội vụ rà soát các đơn vị, hoàn thành trong quý III.\n2. Rà soát các hội, báo cáo trước ngày 01/6/2026.',
  )
  const doubted = reading.tasks.flatMap(({ doubts }) => doubts.map(({ why }) => why.vi))
  assert.ok(doubted.some((why) => /Không thấy cơ quan nào được giao chủ trì/.test(why)))
  const table = readingSheet(reading, { language: 'vi', today: '2025-12-01' })
  const cells = reading.tasks.map((task, index) => String(table.columns.find(({ title }) => title === 'Cần xem lại')?.value(task, index) ?? ''))
  for (const why of doubted) {
    assert.ok(csvOf(reading, 'vi', '2025-12-01').includes(why.replaceAll('"', '""')), why)
    assert.ok(cells.some((cell) => cell.includes(why)))
    assert.ok(akomaNtosoOf(reading).includes(why))
  }
})
