import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from '../read.ts'

const ending = (...lines: string[]) => {
  const { recipients, signer } = readDirective(['KẾ HOẠCH', '1. Sở Nội vụ rà soát các đơn vị.', ...lines].join('\n')).document
  return [recipients, signer]
}
const all = [['Bộ Nội vụ', 'Các sở, ban, ngành', 'Lưu: VT'], 'Trần Văn Bình']

test('a signature printed among those who get the document is none of them', () => {
  assert.deepEqual(ending('Nơi nhận:', '- Bộ Nội vụ; CHỦ TỊCH', '- Các sở, ban, ngành;', '- Lưu: VT.', 'Trần Văn Bình'), all)
  assert.deepEqual(ending('Nơi nhận:', '- Bộ Nội vụ;', '- Các sở, ban, ngành; KT. CHỦ TỊCH', '- Lưu: VT. Trần Văn Bình'), all)
  assert.deepEqual(ending('Nơi nhận:', '- Bộ Nội vụ;', '- Các sở, ban, ngành;', '- Lưu: VT.', 'CHỦ TỊCH Trần Văn Bình'), all)
  assert.deepEqual(ending('Nơi nhận:', '- Bộ Nội vụ; (Đã ký)', '- Các sở, ban, ngành;', 'TM. ỦY BAN NHÂN DÂN', '- Lưu: VT.', 'Trần Văn Bình'), all)
})

test('whoever gets it is kept, also leaders, posts in small letters, and lines that go on', () => {
  assert.deepEqual(
    ending(
      'Nơi nhận:',
      '- Thường trực Tỉnh ủy; Thường trực HĐND tỉnh;',
      '- Chủ tịch, các Phó Chủ tịch UBND tỉnh;',
      '- Báo Nhân Dân; TTXVN;',
      '- Lưu: VT; Phòng Hành Chính.',
    )[0],
    ['Thường trực Tỉnh ủy; Thường trực HĐND tỉnh', 'Chủ tịch, các Phó Chủ tịch UBND tỉnh', 'Báo Nhân Dân; TTXVN', 'Lưu: VT; Phòng Hành Chính'],
  )
})
