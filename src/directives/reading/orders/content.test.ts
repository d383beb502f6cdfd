import assert from 'node:assert/strict'
import { test } from 'node:test'
import { told } from '../../../../test/told.ts'
import { readDirective } from '../read.ts'

test('a point that only counts is told by the line labelled «Nội dung»', () => {
  const tasks = told(
    'I. NHIỆM VỤ',
    '1. Nâng cao nhận thức về văn hóa đọc',
    'a) Hoạt động 1',
    '- Nội dung: Tổ chức tuần lễ văn hóa đọc.',
    '- Cơ quan thực hiện: Sở Nội vụ chủ trì, phối hợp với Sở Y tế.',
    'b) Hoạt động 2',
    '- Nội dung:',
    '+ Tổng kết mô hình thư viện lưu động.',
    '+ Tập huấn cho cán bộ thư viện.',
    '- Cơ quan thực hiện: Sở Y tế chủ trì.',
  )
  assert.deepEqual(
    tasks.map(({ text, lead, coordinate }) => [text, lead, coordinate]),
    [
      ['Tổ chức tuần lễ văn hóa đọc.', ['Sở Nội vụ'], ['Sở Y tế']],
      ['Tổng kết mô hình thư viện lưu động.', ['Sở Y tế'], []],
      ['Tập huấn cho cán bộ thư viện.', ['Sở Y tế'], []],
    ],
  )
})

test('what is reported is the content of an order; what is printed under it may be one again', () => {
  const tasks = told(
    '1. Sở Xây dựng thống kê, tổng hợp báo cáo về một số nội dung sau:',
    '(1) Số hộ có nhà bị sập cần phải xây dựng lại.',
    '(2) Số hộ có nhà hư hỏng.',
    'Sở Xây dựng gửi báo cáo về Văn phòng trước ngày 27/11/2025.',
  )
  assert.deepEqual(
    tasks.map(({ text, due }) => [text.slice(0, 30), due]),
    [
      ['Sở Xây dựng thống kê, tổng hợp', []],
      ['Sở Xây dựng gửi báo cáo về Văn', ['2025-11-26']],
    ],
  )
})

test('whoever stands above acts where a sentence goes on from what it rests on', () => {
  const tasks = told(
    '1. Sở Giáo dục và Đào tạo',
    '- Trong phạm vi quản lý của mình, chủ động phối hợp với các cơ quan, đơn vị có liên quan thực hiện nhiệm vụ.',
    '- Căn cứ chức năng, nhiệm vụ, chỉ đạo các cơ sở giáo dục trực thuộc, các trường tổ chức học tập.',
    '2. Ủy ban nhân dân các xã',
    'Căn cứ tình hình thực tế của địa phương, có kế hoạch triển khai thực hiện.',
  )
  assert.deepEqual(
    tasks.map(({ lead }) => lead),
    [['Sở Giáo dục và Đào tạo'], ['Sở Giáo dục và Đào tạo'], ['Ủy ban nhân dân các xã']],
  )
})

test('points that count what is reported, or cite what is studied, are content; «Yêu cầu chung» of a letter orders', () => {
  const tasks = told(
    'Ủy ban nhân dân tỉnh yêu cầu các sở, ngành thực hiện một số nội dung sau:',
    '1. Yêu cầu chung:',
    '1.1. Nghiên cứu, quán triệt quy định của pháp luật:',
    '- Nghị định số 214/2025/NĐ-CP ngày 04/8/2025 của Chính phủ.',
    '- Chỉ thị số 24/CT-TTg ngày 29/7/2024 về đẩy mạnh công tác đấu thầu.',
    '1.2. Đối với công tác lựa chọn nhà thầu:',
    '- Thực hiện và chỉ đạo các chủ đầu tư, bên mời thầu, đơn vị thẩm định đấu thầu đúng trình tự.',
    '2. Báo cáo hằng tháng:',
    'Yêu cầu các sở báo cáo số liệu định kỳ qua hệ thống, bao gồm:',
    '(1). Tổng số gói thầu phải tổ chức lựa chọn nhà thầu;',
    '(2). Tỷ lệ tiết kiệm trong đấu thầu.',
  )
  assert.deepEqual(
    tasks.map(({ text, lead }) => [text.slice(0, 34), lead]),
    [
      ['Nghiên cứu, quán triệt quy định củ', ['sở', 'ngành']],
      ['Thực hiện và chỉ đạo các chủ đầu t', ['sở', 'ngành']],
      ['Yêu cầu các sở báo cáo số liệu địn', ['sở']],
    ],
  )
})

test('reasons that are counted, and what is past, order nothing', () => {
  const tasks = told(
    '1. Việc hợp nhất các chương trình có ý nghĩa quan trọng:',
    'Thứ nhất, vùng khó khăn nay cần được tập trung đầu tư;',
    'Thứ hai, 03 chương trình sẽ tập trung cho vùng này.',
    'Bộ Y tế trong thời gian ngắn đã tích cực vào cuộc.',
    '2. Bộ Tài chính trình Hội đồng thẩm định Nhà nước thẩm định hồ sơ.',
  )
  assert.deepEqual(
    tasks.map(({ lead }) => lead),
    [['Bộ Tài chính']],
  )
})

test('what a document rests on, and a day that only tells, order nothing', () => {
  const tasks = told(
    'Căn cứ Quyết định số 4970/QĐ-UBND ngày 02 tháng 11 năm 2023 về đánh giá Trưởng Ban kiểm soát;',
    'II. NHIỆM VỤ',
    'Từ nay đến hết năm 2025 chỉ còn gần 2 tháng; do vậy, yêu cầu các bộ, ngành:',
    '1. Bộ Xây dựng kiểm tra các dự án.',
    '2. Quán triệt, hướng dẫn các cơ quan, đơn vị thực hiện.',
  )
  assert.deepEqual(
    tasks.map(({ lead, due }) => [lead, due]),
    [
      [['Bộ Xây dựng'], []],
      [['bộ', 'ngành'], []],
    ],
  )
})

test('a sentence with its matter before it is no label; amounts, examples and what is wished are no tasks', () => {
  const tasks = told(
    'I. NHIỆM VỤ',
    'Về tổ chức thực hiện: Các địa phương tổ chức họp phân công rõ trách nhiệm của cấp ủy đảng, chính quyền, lực lượng quân đội, công an, dân quân tự vệ để triển khai.',
    '1. Nghiên cứu, triển khai các nền tảng số, như:',
    '- Hệ thống giám sát giao thông.',
    'Điều 6. Khuyến khích thực hiện nếp sống văn minh',
    '1. Tổ chức lễ cưới tại một địa điểm.',
    'Điều 7. Cho vay',
    '1. Trường hợp hộ nghèo vay vốn, mức cho vay tối đa là 30 triệu đồng.',
  )
  assert.deepEqual(
    tasks.map(({ text, lead }) => [text.slice(0, 22), lead]),
    [
      ['Về tổ chức thực hiện: ', ['địa phương']],
      ['Nghiên cứu, triển khai', []],
    ],
  )
})

test('what a scheme or a dossier holds, and what a grade means, orders nothing', () => {
  const tasks = told(
    'Điều 7. Hồ sơ',
    '1. Hồ sơ lấy ý kiến gồm các tài liệu sau đây:',
    'a) Dự thảo Tờ trình của Ủy ban nhân dân Thành phố;',
    'b) Xác định phạm vi, ranh giới.',
    'Điều 8. Xếp loại',
    '1. Hoàn thành xuất sắc: Là những cơ quan, đơn vị đạt từ 95 điểm trở lên.',
    '2. Rà soát, chấm điểm hằng năm.',
  )
  assert.deepEqual(
    tasks.map(({ text }) => text),
    ['Rà soát, chấm điểm hằng năm.'],
  )
})

test('a list of names orders nothing, though one of them holds the word of an act', () => {
  const names = ['Công ty Môi trường Đô thị', 'Công ty Cấp nước Hà Đông', 'Công ty Thoát nước', 'Công ty Tập đoàn xây dựng Thanh Bình']
  assert.deepEqual(told('PHỤ LỤC', 'Danh sách đơn vị', ...names.map((name, i) => `${i + 1}. ${name}`)), [])
})

test('what is forbidden, in which cases, and how a thing has to be, are rules and order nobody', () => {
  const tasks = told(
    'Điều 4. Các hành vi bị nghiêm cấm',
    '1. Làm sai lệch dữ liệu của cơ quan khác.',
    'Điều 5. Hình thức kết nối',
    '1. Kết nối qua các hình thức: a) tích hợp trực tiếp; b) đồng bộ định kỳ.',
    'Điều 6. Chia sẻ dữ liệu',
    '1. Việc chia sẻ dữ liệu phải tuân thủ khung kiến trúc.',
    '2. Chủ quản dữ liệu tạm ngừng cung cấp dịch vụ trong các trường hợp sau:',
    'a) Nâng cấp, bảo trì hệ thống.',
    'b) Cơ quan khai thác vi phạm mục đích sử dụng.',
    '3. Chủ quản dữ liệu phải lưu nhật ký ít nhất 2 năm.',
  )
  assert.deepEqual(
    tasks.map(({ text, lead }) => [text.slice(0, 29), lead]),
    [
      ['Chủ quản dữ liệu tạm ngừng cu', ['Chủ quản dữ liệu']],
      ['Chủ quản dữ liệu phải lưu nhậ', ['Chủ quản dữ liệu']],
    ],
  )
})

test('several things told by who leads them are no order to that body; each of them is a task of whoever stands above', () => {
  const tasks = told(
    '1. Công an tỉnh',
    '- Triển khai thực hiện các dự án, tiểu dự án do Bộ Công an chủ trì theo chức năng được giao:',
    '+ Dự án 1: “Phòng ngừa tội phạm ở cơ sở”.',
    '+ Dự án 2: “Ứng dụng công nghệ”.',
  )
  assert.deepEqual(
    tasks.map(({ text, lead }) => [text.slice(0, 9), lead]),
    [
      ['Dự án 1: ', ['Công an tỉnh']],
      ['Dự án 2: ', ['Công an tỉnh']],
    ],
  )
})

test('what is no act among no acts is told, whoever the words over it order; a list of what a thing is made of holds no orders', () => {
  const texts = (...lines: string[]) => readDirective(['HƯỚNG DẪN', 'Về công tác lưu trữ', ...lines].join('\n')).tasks.map(({ text }) => text)
  assert.deepEqual(
    texts(
      'II. NHIỆM VỤ',
      '1. Trưởng các phòng có trách nhiệm giao nộp cho văn thư:',
      'a) Bảng kê tài liệu theo năm của từng bộ phận trong cơ quan;',
      'b) Biên bản giao nhận hồ sơ có chữ ký của hai bên liên quan;',
      'c) Rà soát hồ sơ hết hạn.',
      'd) Sổ mượn tài liệu.',
    ),
    ['Rà soát hồ sơ hết hạn.'],
  )
  assert.deepEqual(
    texts(
      'II. NHIỆM VỤ',
      '1. Sở Nội vụ lập dự toán số hóa.',
      '2. Dự toán số hóa',
      'Chi phí số hóa bao gồm:',
      '- Chi phí thuê máy quét, lắp đặt thiết bị;',
      '- Chi phí đào tạo nhân viên.',
    ),
    ['Sở Nội vụ lập dự toán số hóa.'],
  )
})

test('texts that an introduction asks to be studied, and what is looked at in an inspection, are no orders', () => {
  const studied = told(
    '1. Về phổ biến văn bản',
    'Đề nghị các sở phối hợp với Sở Công Thương tuyên truyền. Yêu cầu các đơn vị hoạt động hóa chất trên địa bàn chủ động cập nhật các văn bản sau:',
    '- Nghị định số 12/2026/NĐ-CP ngày 10 tháng 01 năm 2026 của Chính phủ quy định danh mục hóa chất.',
    '- Thông tư số 03/2026/TT-BCT ngày 12 tháng 01 năm 2026 của Bộ trưởng Bộ Công Thương.',
  )
  assert.deepEqual(
    studied.map(({ lead, coordinate }) => [lead, coordinate]),
    [[['sở', 'đơn vị hoạt động hóa chất trên địa bàn'], ['Sở Công Thương']]],
  )
  const looked = told(
    'II. NHIỆM VỤ',
    '1. Giám sát việc lập danh sách hộ nghèo ở các thôn',
    '- Việc niêm yết danh sách.',
    '- Cách tính thu nhập của hộ.',
    '- Bảo đảm công khai, dân chủ.',
    '2. Tổng hợp kết quả giám sát.',
  )
  assert.deepEqual(
    looked.map(({ text }) => text),
    ['Giám sát việc lập danh sách hộ nghèo ở các thôn', 'Tổng hợp kết quả giám sát.'],
  )
})

test('the rates of a support that are counted are no orders', () => {
  assert.deepEqual(
    told(
      '1. Sở Tài chính bố trí kinh phí hỗ trợ các hộ phải di dời.',
      'Mức hỗ trợ theo số nhân khẩu của hộ, cụ thể như sau:',
      '- Hộ có dưới 3 nhân khẩu: hỗ trợ 2.000.000 đồng.',
      '- Hộ có từ 3 nhân khẩu trở lên: hỗ trợ 3.000.000 đồng.',
    ).map(({ text }) => text),
    ['Sở Tài chính bố trí kinh phí hỗ trợ các hộ phải di dời.'],
  )
})

test('who is named to do several things, and to heed the points, has a task in those words too', () => {
  const points = ['- Xây dựng kế hoạch của địa phương.', '- Tập huấn cho lực lượng xung kích.']
  const order =
    '9. Ủy ban nhân dân các xã chủ động bố trí kinh phí từ ngân sách địa phương trong kế hoạch hằng năm; đồng thời huy động các nguồn vốn hợp pháp khác theo quy định để triển khai trên địa bàn'
  const leads = (...lines: string[]) => told(...lines).map(({ text, lead }) => [text.slice(0, 30), lead])
  assert.deepEqual(leads(`${order}, tập trung một số nhiệm vụ cụ thể sau:`, ...points), [
    ['Ủy ban nhân dân các xã chủ độn', ['Ủy ban nhân dân các xã']],
    ['Xây dựng kế hoạch của địa phươ', ['Ủy ban nhân dân các xã']],
    ['Tập huấn cho lực lượng xung kí', ['Ủy ban nhân dân các xã']],
  ])
  assert.equal(leads('9. Ủy ban nhân dân các xã tổ chức thực hiện, trong đó tập trung các nhiệm vụ sau:', ...points).length, 2)
})

test('a paragraph that closes a list and asks others is for those, a point under a body is for that body', () => {
  const tasks = told(
    '2. Sở Nội vụ',
    '- Rà soát biên chế.',
    '- Đề nghị các sở, ngành cung cấp số liệu.',
    'Đề nghị các sở, ngành khẩn trương thực hiện.',
  )
  assert.deepEqual(
    tasks.map(({ lead }) => lead),
    [['Sở Nội vụ'], ['Sở Nội vụ'], ['sở', 'ngành']],
  )
})
