import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from '../read.ts'

const read = (...lines: string[]) =>
  readDirective(['KẾ HOẠCH', 'Về việc triển khai nhiệm vụ', 'I. NHIỆM VỤ', ...lines].join('\n')).tasks.map(({ lead, coordinate }) => [
    lead,
    coordinate,
  ])

test('«chủ trì, phối hợp» over points names no partner: whoever a point names acts there, and is nobody’s partner', () => {
  const points = ['a) Sở Tài chính rà soát kinh phí trước ngày 1/3/2025;', 'b) Công an tỉnh cung cấp dữ liệu dân cư;', 'c) Rà soát quy chế làm việc.']
  const own = [
    [['Sở Tài chính'], []],
    [['Công an tỉnh'], []],
  ]
  assert.deepEqual(read('1. Sở Nội vụ chủ trì, phối hợp:', ...points), [...own, [['Sở Nội vụ'], []]])
  assert.deepEqual(read('1. Sở Nội vụ', 'Chủ trì, phối hợp:', ...points), [...own, [['Sở Nội vụ'], []]])
  assert.deepEqual(read('1. Chủ trì, phối hợp:', ...points), [...own, [[], []]])
  assert.deepEqual(read('1. Sở Nội vụ chủ trì, phối hợp thực hiện:', ...points), [...own, [['Sở Nội vụ'], []]])
})

test('the same where the points stand in one paragraph', () => {
  assert.deepEqual(read('1. Sở Nội vụ chủ trì, phối hợp: (1) Sở Tài chính rà soát kinh phí; (2) Rà soát quy chế làm việc.'), [
    [['Sở Tài chính'], []],
    [['Sở Nội vụ'], []],
  ])
  assert.deepEqual(
    read('1. Sở Nội vụ chủ trì, phối hợp: Sở Tài chính rà soát kinh phí.').flatMap(([, coordinate]) => coordinate),
    [],
  )
})

test('partners that an introduction names, and labels of partners, stay', () => {
  assert.deepEqual(read('1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính:', 'a) Rà soát kinh phí;', 'b) Rà soát quy chế.'), [
    [['Sở Nội vụ'], ['Sở Tài chính']],
    [['Sở Nội vụ'], ['Sở Tài chính']],
  ])
  assert.deepEqual(read('1. Rà soát quy chế. Cơ quan chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính.'), [[['Sở Nội vụ'], ['Sở Tài chính']]])
})

test('«Với …» under «phối hợp:» says with whom', () => {
  const points = ['a) Với Sở Tài chính thẩm định kinh phí;', 'b) Với Công an tỉnh rà soát hồ sơ.']
  assert.deepEqual(read('1. Sở Nội vụ chủ trì, phối hợp:', ...points), [
    [['Sở Nội vụ'], ['Sở Tài chính']],
    [['Sở Nội vụ'], ['Công an tỉnh']],
  ])
})

test('points that go on with «chủ trì, phối hợp» or stand under «phối hợp với:» name partners', () => {
  const points = ['- Sở Tài chính và các đơn vị liên quan tham mưu bố trí ngân sách.', '- Sở Nội vụ rà soát biên chế.']
  const said = [
    [['Công an tỉnh'], ['Sở Tài chính', 'đơn vị liên quan']],
    [['Công an tỉnh'], ['Sở Nội vụ']],
  ]
  assert.deepEqual(read('2. Công an tỉnh', 'b) Chủ trì, phối hợp', ...points), said)
  assert.deepEqual(read('2. Công an tỉnh', 'Phối hợp với:', ...points), said)
  assert.deepEqual(read('2. Công an tỉnh', 'b) Quy chế phối hợp', ...points).at(-1), [['Sở Nội vụ'], []])
})

test('a line that only names partners hands them down to its points, without a colon too', () => {
  assert.deepEqual(
    read(
      '1. Sở Công Thương',
      'a) Chủ trì, phối hợp với các sở, ngành, UBND các xã',
      '- Tổ chức chợ phiên vùng cao.',
      'b) Phối hợp với Ban Dân tộc',
      '- Đưa hàng về các bản xa.',
    ),
    [
      [['Sở Công Thương'], ['sở', 'ngành', 'UBND các xã']],
      [['Sở Công Thương'], ['Ban Dân tộc']],
    ],
  )
})
