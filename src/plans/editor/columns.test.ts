import assert from 'node:assert/strict'
import { test } from 'node:test'
import { remarkedCells } from './columns.ts'

test('cells that a remark may be about: those in which something stands, and those it names', () => {
  const row = { coordinate: '', fromOn: null, money: null, note: '', remarks: [] as string[] }
  assert.deepEqual(remarkedCells({ ...row, money: 5_000_000, note: 'x' }), [])
  assert.deepEqual(remarkedCells({ ...row, money: 5_000_000, remarks: ['Quá cao, giảm bớt'] }), ['money'])
  assert.deepEqual(remarkedCells({ ...row, remarks: ['Chưa có dự toán; nêu cơ quan PHỐI HỢP'] }), ['coordinate', 'money'])
  assert.deepEqual(remarkedCells({ ...row, remarks: ['Bắt đầu từ tháng mấy?'.normalize('NFD')] }), ['fromOn'])
  assert.deepEqual(remarkedCells({ ...row, remarks: ['Nêu rõ tiến độ, ai chủ trì'] }), [])
})
