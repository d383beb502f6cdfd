import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from './read.ts'

const read = (...lines: string[]) => readDirective(lines.join('\n')).tasks.map(({ text, lead }) => [text, lead])

test('a heading may tell whom it names by what they do', () => {
  const points = ['- Tạo điều kiện về mặt bằng.', '- Tuân thủ quy định về an toàn.']
  const leads = (heading: string) => read('III. TỔ CHỨC THỰC HIỆN', heading, ...points).map(([, lead]) => lead)
  assert.deepEqual(leads('5. Các chủ đầu tư kinh doanh hạ tầng khu công nghiệp'), Array(2).fill(['chủ đầu tư kinh doanh hạ tầng khu công nghiệp']))
  assert.deepEqual(
    leads('6. Các doanh nghiệp thứ cấp đang hoạt động trong khu công nghiệp'),
    Array(2).fill(['doanh nghiệp thứ cấp đang hoạt động trong khu công nghiệp']),
  )
  assert.deepEqual(leads('7. Cơ quan chủ trì giải quyết thủ tục đầu tư'), Array(2).fill(['Cơ quan chủ trì giải quyết thủ tục đầu tư']))
  assert.deepEqual(leads('8. Lãnh đạo Ban Dân nguyện'), Array(2).fill(['Lãnh đạo Ban Dân nguyện']))
})

test('whoever a heading names asks others; nobody named, those asked act', () => {
  const point = '- Phối hợp giải quyết vướng mắc; đề nghị các cơ quan có thẩm quyền cung cấp thông tin.'
  assert.deepEqual(read('II. NHIỆM VỤ', '1. Trung tâm Phục vụ hành chính công tỉnh', point)[0]?.[1], ['Trung tâm Phục vụ hành chính công tỉnh'])
  assert.deepEqual(read('II. NHIỆM VỤ', '1. Giải quyết thủ tục', point)[0]?.[1], ['cơ quan có thẩm quyền'])
})

test('under numbers, offences, targets and whom to call nothing is ordered', () => {
  assert.deepEqual(
    read(
      'III. NHIỆM VỤ',
      '1. Số lượng đề nghị khen thưởng',
      '- Ban Chỉ đạo tỉnh: không quá 05 cá nhân.',
      '2. Quy định xử lý vi phạm hành chính về lao động:',
      '- Không báo cáo tình hình sử dụng lao động.',
      '3. Cụ thể hóa bằng các chỉ tiêu sau:',
      '- Phấn đấu 70% người hưởng nhận qua tài khoản.',
      '4. Liên hệ hướng dẫn',
      '- Khu vực trung tâm: điện thoại số (028)38.295.900.',
      '5. Sở Y tế tổ chức tập huấn.',
      'Nơi nhận: - Như trên; - Cục Kiểm soát thủ tục hành chính; - Lưu: VT.',
      'KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Văn Bình',
    ),
    [['Sở Y tế tổ chức tập huấn.', ['Sở Y tế']]],
  )
  const { document } = readDirective('1. Sở Y tế tổ chức tập huấn.\nNơi nhận: - Như trên; - Lưu: VT.\nKT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Văn Bình')
  assert.deepEqual([document.recipients, document.signer], [['Như trên', 'Lưu: VT'], 'Trần Văn Bình'])
})
