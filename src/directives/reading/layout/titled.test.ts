import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from '../read.ts'

const read = (...lines: string[]) => readDirective(lines.join('\n')).tasks.map(({ text }) => text)

test('short numbered lines, each with its paragraph below, are titles though a stop closes them', () => {
  const orders = [
    'Tổ chức học tập, tuyên truyền để cán bộ, người lao động hiểu rõ yêu cầu của công tác lưu trữ trong giai đoạn mới.',
    'Mở rộng các lớp bồi dưỡng nghiệp vụ, ưu tiên người mới nhận việc và người làm việc ở nơi xa trung tâm.',
    'Bố trí kho, giá và thiết bị bảo quản; từng bước số hóa tài liệu có thời hạn bảo quản lâu dài.',
  ]
  assert.deepEqual(
    read(
      'NGHỊ QUYẾT',
      'Về công tác lưu trữ',
      'II. NHIỆM VỤ, GIẢI PHÁP.',
      '1. Nâng cao nhận thức về công tác lưu trữ.',
      orders[0] as string,
      '2. Đổi mới việc bồi dưỡng nghiệp vụ.',
      orders[1] as string,
      '3. Tăng cường cơ sở vật chất cho kho lưu trữ.',
      orders[2] as string,
    ),
    orders,
  )
})

test('a numbered order with a paragraph that goes on with it stays one', () => {
  assert.equal(
    read(
      'KẾ HOẠCH',
      'Về công tác lưu trữ',
      'II. NHIỆM VỤ',
      '1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính lập dự toán.',
      'Bố trí kho, giá và thiết bị bảo quản; từng bước số hóa tài liệu có thời hạn bảo quản lâu dài.',
      '2. Sở Xây dựng kiểm tra nhà kho.',
      'Báo cáo kết quả kiểm tra cho Ủy ban nhân dân tỉnh, kèm theo danh sách các nhà kho phải sửa chữa trước mùa mưa.',
    )[0],
    'Sở Nội vụ chủ trì, phối hợp với Sở Tài chính lập dự toán.',
  )
})

test('what stands under a title about the past in capitals is told, whatever closes the title', () => {
  assert.deepEqual(
    read(
      'NGHỊ QUYẾT',
      'Về công tác lưu trữ',
      'I. TÌNH HÌNH CÔNG TÁC LƯU TRỮ TRONG NHỮNG NĂM QUA.',
      'Các cơ quan được tăng cường nhân lực, kho lưu trữ được sửa chữa và nâng cấp.',
      'II. NHIỆM VỤ.',
      '- Rà soát kho lưu trữ.',
    ),
    ['Rà soát kho lưu trữ.'],
  )
})
