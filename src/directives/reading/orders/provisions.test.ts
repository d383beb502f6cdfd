import assert from 'node:assert/strict'
import { test } from 'node:test'
import { told } from '../../../../test/told.ts'
import { readDirective } from '../read.ts'

const leads = (...lines: string[]) => told(...lines).map(({ lead }) => lead)

test('steps are titles over what is done; conditions, an order of preference and what a group is made of order nothing', () => {
  const tasks = told(
    'Ngày 5 tháng 3 năm 2025',
    'II. NỘI DUNG THỰC HIỆN',
    '1. Xác định đối tượng được hỗ trợ',
    '- Nhà ở bị hư hỏng cần phải sửa chữa phần mái.',
    '2. Trình tự thực hiện',
    '2.1. Bước 1: Kiểm tra hiện trạng nhà ở của từng hộ.',
    'Ủy ban nhân dân các xã tổ chức kiểm tra hiện trạng nhà ở của từng hộ có đơn, lập danh sách các hộ được hỗ trợ.',
    'Thời gian hoàn tất: trước ngày 25 tháng 7 năm 2025.',
    '3. Các hộ được hỗ trợ theo thứ tự ưu tiên sau đây:',
    '- Hộ cần được giúp đỡ ngay.',
    '- Cấp huyện: gồm đại diện lãnh đạo Phòng Nội vụ, Công an huyện.',
  )
  assert.deepEqual(
    tasks.map(({ lead, due }) => [lead, due]),
    [[['Ủy ban nhân dân các xã'], ['2025-07-24']]],
  )
})

test('how a thing has to be is no order of its own beside the labels of the order', () => {
  const order = 'Xây dựng và ban hành Hướng dẫn của Ban Thường trực Ủy ban Mặt trận Tổ quốc xã về việc tham gia công tác bầu cử đại biểu các cấp.'
  const tasks = told(
    '1. Ban hành văn bản',
    `1.1. ${order}`,
    '- Bảo đảm thống nhất với hướng dẫn của cấp trên.',
    '- Thời gian hoàn thành: tháng 11/2025.',
    '- Đơn vị chủ trì: Ban Công tác Mặt trận.',
    '1.2. Lập hồ sơ.',
  )
  assert.deepEqual(tasks[0] && [tasks[0].text, tasks[0].lead, tasks[0].due], [order, ['Ban Công tác Mặt trận'], ['2025-11-30']])
  assert.equal(tasks.length, 2)
})

test('those who sign a joint programme carry it out together; who started a movement is not who takes part in it', () => {
  assert.deepEqual(
    leads(
      'Liên đoàn Lao động tỉnh và Sở Văn hóa và Thể thao thống nhất ký kết Chương trình phối hợp với các nội dung như sau:',
      'I. NỘI DUNG PHỐI HỢP',
      '1. Tuyên truyền các phong trào thi đua do Công đoàn phát động:',
      '- Tổ chức hội thao cho công nhân.',
    ),
    [['Liên đoàn Lao động tỉnh', 'Sở Văn hóa và Thể thao']],
  )
})

test('a letter over dashed points is none of the dash before it, and names who has to do them; whoever answers in person does not lead beside a body', () => {
  assert.deepEqual(
    leads(
      '1. UBND các xã, thị trấn',
      '- Thực hiện theo kế hoạch ứng phó như sau:',
      'a) Đối với nhân viên thú y cấp xã:',
      '- Hướng dẫn chủ hộ tiêu độc.',
      '- Thống kê đàn lợn.',
      'b) Đối với UBND cấp xã có dịch:',
      '- Lập hồ sơ tiêu hủy.',
    ),
    [['nhân viên thú y cấp xã'], ['nhân viên thú y cấp xã'], ['UBND cấp xã có dịch']],
  )
  assert.deepEqual(
    leads(
      '1. Phát triển cụm công nghiệp',
      '- Rà soát quy hoạch.',
      'Lãnh đạo phụ trách: Phó Giám đốc Trần Văn B.',
      'Đơn vị chủ trì: Phòng Quản lý Công nghiệp.',
    ),
    [['Phòng Quản lý Công nghiệp']],
  )
})

test('documents that are named to be studied are no orders; the order to study them is', () => {
  assert.deepEqual(
    told(
      '1. Quán triệt các văn bản sau:',
      '- Chỉ thị số 09-CT/TW ngày 01/12/2011 của Ban Bí thư về phong trào toàn dân;',
      '- Kế hoạch số 39/KH-UBND ngày 23/02/2015 của UBND tỉnh về an ninh.',
      '2. Tổ chức ký cam kết.',
    ).map(({ text }) => text),
    ['Quán triệt các văn bản sau:', 'Tổ chức ký cam kết.'],
  )
})

test('a note at the foot of a page, told by its bare number, is none of the text', () => {
  assert.deepEqual(
    leads('II. NHIỆM VỤ', '1. Sở Nội vụ rà soát biên chế.', '1 Theo Nghị quyết số 12-NQ/TU ngày 5 tháng 3 năm 2025 của Tỉnh ủy về biên chế.'),
    [['Sở Nội vụ']],
  )
})

test('what the issuer says it will do, and how a work is to be built, is told', () => {
  const texts = (...lines: string[]) => readDirective(lines.join('\n')).tasks.map(({ text }) => text)
  assert.deepEqual(
    texts(
      'SỞ Y TẾ',
      'Số: 12/TB-SYT',
      'THÔNG BÁO',
      'Về việc thi tuyển',
      '1. Sở Y tế sẽ tổ chức thi vào ngày 20/12/2025.',
      '2. Các đơn vị thông báo rộng rãi.',
    ),
    ['Các đơn vị thông báo rộng rãi.'],
  )
  assert.deepEqual(
    texts(
      'QUYẾT ĐỊNH',
      'Điều 1. Phê duyệt dự án đầu tư xây dựng cầu Đông với các nội dung sau:',
      '1. Giải pháp thiết kế:',
      '- Gia cố mái taluy bằng kè đá.',
      'Điều 2. Sở Xây dựng tổ chức thực hiện Quyết định này.',
    ),
    ['Sở Xây dựng tổ chức thực hiện Quyết định này.'],
  )
})

test('words that order nothing but what follows let each of the points after them be an order; whoever has to carry a decision out is named in the article that ends it', () => {
  assert.deepEqual(
    told(
      'Điều 2. Tổ chức thực hiện',
      '1. Trách nhiệm của nhà đầu tư',
      '- Thực hiện nghiêm túc các nội dung sau: (i) Nộp thuế theo quy định; (ii) Tuân thủ quy định về môi trường.',
      'Điều 3. Điều khoản thi hành',
      '1. Giám đốc các sở, địa phương: Công an tỉnh, Thanh tra tỉnh có trách nhiệm thi hành Quyết định này.',
    ).map(({ text, lead }) => [text, lead]),
    [
      ['Nộp thuế theo quy định;', ['nhà đầu tư']],
      ['Tuân thủ quy định về môi trường.', ['nhà đầu tư']],
      ['Giám đốc các sở, địa phương: Công an tỉnh, Thanh tra tỉnh có trách nhiệm thi hành Quyết định này.', ['Công an tỉnh', 'Thanh tra tỉnh']],
    ],
  )
})

test('of a day that is planned and the last one in a bracket the last counts; a class among the words of an act does not lead', () => {
  const [a, b] = told(
    'Chi cục Thuế thực hiện các việc sau:',
    '1. Tổ chức hội nghị, dự kiến ngày 05/12/2025 (chậm nhất ngày 10/12/2025).',
    '2. Gửi văn bản đến các sàn giao dịch; công ty chuyển phát thu hộ tiền bán hàng.',
  )
  assert.deepEqual(a?.due, ['2025-12-10'])
  assert.deepEqual(b?.lead, ['Chi cục Thuế'])
})
