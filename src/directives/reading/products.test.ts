import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from './read.ts'
import { inSentenceCase } from './words/letterCase.ts'

const tasksOf = (...lines: string[]) => readDirective(['KẾ HOẠCH', 'Về công tác năm', 'I. NHIỆM VỤ', ...lines].join('\n')).tasks
const productsOf = (line: string) => tasksOf(line).flatMap(({ products }) => products.map(({ name }) => name))

test('a product ends where its thing is submitted, not within a word that only sounds like it', () => {
  assert.deepEqual(productsOf('1. Sở Xây dựng xây dựng quy chế, quy trình nghiệm thu công trình trường học, trình UBND tỉnh trước ngày 30/6/2026.'), [
    'quy chế, quy trình nghiệm thu công trình trường học',
  ])
  assert.deepEqual(productsOf('1. Phòng Nội vụ soạn thảo đề án, tờ trình về chương trình cải cách thủ tục.'), [
    'đề án, tờ trình về chương trình cải cách thủ tục',
  ])
  assert.deepEqual(productsOf('1. Sở Y tế sửa đổi quy định về lộ trình khám sức khỏe cho phù hợp với tình hình mới.'), [
    'quy định về lộ trình khám sức khỏe',
  ])
  assert.deepEqual(productsOf('1. Sở Xây dựng hoàn thiện đề án phát triển nhà ở, rà soát quy hoạch, báo cáo UBND tỉnh.'), ['đề án phát triển nhà ở'])
  assert.deepEqual(productsOf('1. Sở Tư pháp xây dựng kế hoạch kiểm tra, rà soát văn bản.'), ['kế hoạch kiểm tra, rà soát văn bản'])
})

test('a making that is only spoken of, a document that stands already and the bare word for one are no product', () => {
  assert.deepEqual(productsOf('1. Sở Tài chính bố trí kinh phí cho công tác soạn thảo văn bản về đất đai.'), [])
  assert.deepEqual(productsOf('1. Sở Xây dựng kiểm tra các công trình, dự án trọng điểm theo quy định pháp luật về xây dựng.'), [])
  assert.deepEqual(productsOf('1. Sở Nội vụ rà soát, bổ sung Nghị quyết số 14/NQ-HĐND ngày 02/3/2025 vào danh mục.'), [])
  assert.deepEqual(productsOf('1. Sở Nội vụ lập hồ sơ, lấy ý kiến về dự thảo Nghị quyết.'), [])
  assert.deepEqual(productsOf('1. Sở Giao thông lập phương án sửa cầu treo và tổ chức thi công trước mùa mưa.'), ['phương án sửa cầu treo'])
  assert.deepEqual(productsOf('1. Sở Tư pháp hoàn thiện dự thảo các văn bản về hộ tịch.'), ['dự thảo các văn bản về hộ tịch'])
  assert.deepEqual(productsOf('1. Sở Tư pháp dự thảo Nghị quyết về phí chợ.'), ['Nghị quyết về phí chợ'])
  assert.deepEqual(productsOf('1. Các cơ quan xây dựng kế hoạch trực hè.'), ['kế hoạch trực hè'])
  assert.deepEqual(productsOf('1. Sở Tư pháp chủ trì việc xây dựng quy chế tiếp dân.'), ['quy chế tiếp dân'])
})

test('reporting to a body is no report, and a long name ends before a comma, never within a word', () => {
  assert.deepEqual(productsOf('1. Sở Y tế nghiên cứu báo cáo Ủy ban nhân dân tỉnh việc đặt tên đường.'), [])
  const [long] = productsOf(
    `1. Sở Y tế xây dựng kế hoạch ${'phòng, chống dịch bệnh ở các xã vùng sâu, vùng xa, biên giới, hải đảo, '.repeat(5)}khu công nghiệp.`,
  )
  assert.ok(long && long.length <= 200)
  assert.match(long, /(?:phòng|sâu|xa|giới|đảo)$/)
})

test('bodies that help are not what has to have happened by a deadline', () => {
  const [task] = tasksOf(
    '1. Sở Nội vụ chủ trì phối hợp với Thanh tra tỉnh, Sở Tài chính và các cơ quan liên quan kiểm tra định kỳ việc sử dụng biên chế.',
  )
  assert.deepEqual(
    task?.milestones.map(({ worded, what }) => [worded, what]),
    [['định kỳ', 'kiểm tra']],
  )
})

test('a title begins with a capital; a counted gathering and words within quotation marks too', () => {
  assert.equal(inSentenceCase('thực hiện Chỉ thị số 5', ''), 'Thực hiện Chỉ thị số 5')
  assert.equal(
    inSentenceCase('THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ HAI “VỀ TRỒNG CÂY”', 'Việc thực hiện Nghị quyết là cần thiết.'),
    'Thực hiện Nghị quyết Đại hội lần thứ hai “Về trồng cây”',
  )
})
