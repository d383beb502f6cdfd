import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from '../read.ts'

const rows = (...lines: string[]) => readDirective(lines.join('\n')).tasks.map(({ text, lead, coordinate, due }) => [text, lead, coordinate, due])

const HEAD = 'TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành | Sản phẩm'

test('a table whose rows came out in pieces is put together by its numbers, each cell in the column of its kind', () => {
  assert.deepEqual(
    rows(
      HEAD,
      'I | CÔNG TÁC CÁN BỘ',
      '1 | Rà soát vị trí việc làm của các phòng',
      '',
      'Sở Nội vụ',
      '',
      'Sở Tài chính và các cơ quan liên quan | 2025',
      '|  | 2',
      '',
      'Xây dựng quy chế trực lãnh đạo',
      '',
      'Văn phòng UBND tỉnh | Công an tỉnh | 30/11/2025 | Quyết định',
      '3 | Lập sổ theo dõi tài sản công',
      '',
      'Tháng 12/2025',
      '',
      'Báo cáo',
    ),
    [
      ['Rà soát vị trí việc làm của các phòng', ['Sở Nội vụ'], ['Sở Tài chính', 'cơ quan liên quan'], ['2025-12-31']],
      ['Xây dựng quy chế trực lãnh đạo', ['Văn phòng UBND tỉnh'], ['Công an tỉnh'], ['2025-11-30']],
      ['Lập sổ theo dõi tài sản công', [], [], ['2025-12-31']],
    ],
  )
})

test('what follows such a table is none of it', () => {
  const texts = rows(
    HEAD,
    '1 | Mua sắm trang thiết bị',
    '',
    'Sở Y tế',
    '',
    '2 | Sửa chữa trụ sở',
    '',
    'Sở Xây dựng',
    '',
    '2. Tổ chức thực hiện',
    '',
    'Các xã báo cáo kết quả trước ngày 15/12/2025.',
  ).map(([text]) => text)
  assert.deepEqual(texts, ['Mua sắm trang thiết bị', 'Sửa chữa trụ sở', 'Các xã báo cáo kết quả trước ngày 15/12/2025.'])
})

test('the head of a table may stand behind signature and title on one line; lists of procedures hold no tasks', () => {
  const signed = ['KẾ HOẠCH', 'Bảo trì cầu đường', '1. Sở Xây dựng lập kế hoạch vốn.', 'Nơi nhận:', '- Như trên.']
  const reading = readDirective(
    [
      ...signed,
      'KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Văn Nam | PHỤ LỤC PHÂN CÔNG NHIỆM VỤ (Kèm theo Kế hoạch số 12/KH-UBND ngày 10/10/2025) | TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn',
      '1 | Kiểm định cầu Sông Lô | Phòng Kinh tế | 20/12/2025',
    ].join('\n'),
  )
  assert.deepEqual(
    reading.tasks.map(({ address, lead }) => [address, lead]),
    [
      ['sec_1', ['Sở Xây dựng']],
      ['annex_1__row_1', ['Phòng Kinh tế']],
    ],
  )
  const procedures = ['PHỤ LỤC', 'DANH MỤC THỦ TỤC HÀNH CHÍNH NỘI BỘ', '1. Tiếp nhận hồ sơ, chuyển phòng chuyên môn trong 02 ngày.']
  assert.equal(readDirective([...signed, ...procedures.slice(1)].join('\n')).tasks.length, 1)
})
