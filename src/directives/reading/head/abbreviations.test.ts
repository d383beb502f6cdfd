import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from '../read.ts'
import { abbreviationsIn } from './abbreviations.ts'

test('what a document calls bodies for short is told with what it stands for', () => {
  assert.deepEqual(
    abbreviationsIn([
      'Ban Quản lý Khu kinh tế Nam Giang (sau đây gọi tắt là BQLNG) rà soát quy hoạch.',
      'Báo cáo Ban Chỉ đạo 389 tỉnh (gọi tắt là “Ban Chỉ đạo”) và Sở Y tế (SYT) trước tháng 12.',
      'Các sở, ban, ngành (sau đây gọi chung là các cơ quan) thực hiện; đề án (sau đây gọi là Đề án) gồm hai phần.',
    ]),
    [
      { short: 'BQLNG', long: ['Ban Quản lý Khu kinh tế Nam Giang'] },
      { short: 'Ban Chỉ đạo', long: ['Ban Chỉ đạo 389 tỉnh'] },
      { short: 'SYT', long: ['Sở Y tế'] },
      { short: 'cơ quan', long: ['sở', 'ban', 'ngành'] },
    ],
  )
})

test('letters that the document gives to a body name it in every role', () => {
  const [, task] = readDirective(
    ['KẾ HOẠCH', 'Rà soát', '1. Công ty Thủy lợi Sông Đông (TLSĐ) lập hồ sơ.', '2. TLSĐ chủ trì, phối hợp với Sở Y tế nạo vét kênh.'].join('\n'),
  ).tasks
  assert.deepEqual([task?.lead, task?.coordinate], [['TLSĐ'], ['Sở Y tế']])
  const [, other] = readDirective(
    ['KẾ HOẠCH', 'Rà soát', '1. Công ty Thủy lợi Sông Đông (TLSĐ) lập hồ sơ.', '2. Giao TLSĐ nạo vét kênh.'].join('\n'),
  ).tasks
  assert.deepEqual(other?.lead, ['TLSĐ'])
})
