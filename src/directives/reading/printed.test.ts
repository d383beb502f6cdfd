import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from './read.ts'

const told = (...lines: string[]) =>
  readDirective(['KẾ HOẠCH', 'về việc chung của tỉnh', 'Số: 12/KH-UBND', '', ...lines].join('\n')).tasks.map(({ text, lead, coordinate, due }) => ({
    text,
    lead,
    coordinate,
    due,
  }))

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

test('a point broken after one of its clauses is one; a list in small letters is not', () => {
  const tasks = told('1. Sở Xây dựng', '- Tổ chức trực, phân luồng từ xa;', 'cử người canh gác ở các ngầm tràn.', '- Kiểm tra các tuyến đường.')
  assert.deepEqual(
    tasks.map(({ text }) => text),
    ['Tổ chức trực, phân luồng từ xa; cử người canh gác ở các ngầm tràn.', 'Kiểm tra các tuyến đường.'],
  )
})

test('under aims, words that lay work out still order it', () => {
  const tasks = told(
    'I. MỤC TIÊU',
    '1. Các hoạt động chính',
    'Căn cứ tình hình thực tế, các cơ quan, đơn vị phối hợp thực hiện các hoạt động sau:',
    '- Tổ chức lễ phát động.',
    '2. Chỉ tiêu',
    '- Đạt 60% số xã.',
  )
  assert.deepEqual(
    tasks.map(({ text, lead }) => [text, lead]),
    [['Tổ chức lễ phát động.', ['cơ quan', 'đơn vị']]],
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

test('headings over facts, and a heading with praise on its line, are no tasks', () => {
  const tasks = told(
    'I. ĐÁNH GIÁ CHUNG Thay mặt Ủy ban nhân dân tỉnh, biểu dương tinh thần của các địa phương.',
    'II. THỜI GIAN VÀ PHẠM VI',
    '1. Thời gian: từ nay đến năm 2030.',
    '2. Phạm vi: toàn tỉnh.',
    'III. NHIỆM VỤ',
    '1. Rà soát văn bản.',
  )
  assert.deepEqual(
    tasks.map(({ text }) => text),
    ['Rà soát văn bản.'],
  )
})

test('the day of an aim is not handed down to the orders under it', () => {
  const tasks = told(
    '1. Để hoàn thành công trình trước ngày 30 tháng 11 năm 2025, yêu cầu các đơn vị thực hiện:',
    '- Sở Y tế mua sắm thiết bị.',
    '- Sở Xây dựng kiểm tra công trình, xong trước ngày 20 tháng 11 năm 2025.',
  )
  assert.deepEqual(
    tasks.map(({ due }) => due),
    [[], ['2025-11-19']],
  )
})

test('lists of bodies by one word, and whose they are', () => {
  const leads = (line: string) => told(`1. ${line}`)[0]
  assert.deepEqual(leads('Ủy ban nhân dân các tỉnh: Đắk Lắk, Gia Lai và Lâm Đồng rà soát nhà ở.')?.lead, [
    'Ủy ban nhân dân tỉnh Đắk Lắk',
    'Ủy ban nhân dân tỉnh Gia Lai',
    'Ủy ban nhân dân tỉnh Lâm Đồng',
  ])
  assert.deepEqual(leads('Các Bộ, cơ quan: Tài chính, Xây dựng nghiên cứu, xử lý kiến nghị.')?.lead, ['Bộ Tài chính', 'Bộ Xây dựng'])
  assert.deepEqual(leads('Sở Y tế phối hợp với các cơ quan liên quan thuộc Bộ Xây dựng, Bộ Quốc phòng chỉ đạo các nhà thầu.')?.coordinate, [
    'cơ quan liên quan thuộc Bộ Xây dựng, Bộ Quốc phòng',
  ])
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

test('paragraphs printed under a point go on with it, until something else stands between', () => {
  const tasks = told(
    'IV. TỔ CHỨC THỰC HIỆN',
    '1. Văn phòng theo dõi việc thực hiện.',
    '2. Các huyện ủy cụ thể hóa hướng dẫn này.',
    'Bố trí kinh phí, trang bị phương tiện phục vụ công tác.',
    'Quan tâm bồi dưỡng nghiệp vụ cho cán bộ.',
  )
  assert.deepEqual(
    tasks.map(({ lead }) => lead),
    [['Văn phòng'], ['huyện ủy'], ['huyện ủy'], ['huyện ủy']],
  )
})

test('whoever a heading says is responsible owes its points, known or not', () => {
  const tasks = told(
    '1.5. Trách nhiệm của đối tượng thực hiện kiểm kê:',
    '- Thành lập Tổ kiểm kê.',
    '- Phân công, chỉ đạo, giao trách nhiệm cho các thành viên Tổ.',
  )
  assert.deepEqual(
    tasks.map(({ lead }) => lead),
    [['đối tượng thực hiện kiểm kê'], ['đối tượng thực hiện kiểm kê']],
  )
})

test('what work a class was given to be narrows it up to the colon', () => {
  const [task] = told('1. Đề nghị các sở, các đơn vị được giao làm Bên mời thầu dự án có sử dụng đất:', '- Rà soát hồ sơ.')
  assert.deepEqual(task?.lead, ['sở', 'đơn vị được giao làm Bên mời thầu dự án có sử dụng đất'])
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

test('the body leads, and not who answers for it in person; a shared word goes to each name of a cell', () => {
  const tasks = told(
    'STT | Nhiệm vụ | Người đứng đầu chịu trách nhiệm | Cơ quan chủ trì | Thời hạn',
    '1 | Rà soát quy trình | Cục trưởng Cục Du lịch | Các Cục: Bản quyền tác giả; Du lịch Quốc gia Việt Nam | Tháng 12/2025',
  )
  assert.deepEqual(
    tasks.map(({ lead }) => lead),
    [['Cục Bản quyền tác giả', 'Cục Du lịch Quốc gia Việt Nam']],
  )
})

test('headings that say for what, of whom and in which part somebody leads', () => {
  const leads = (...lines: string[]) => told(...lines).map(({ lead }) => lead)
  const point = '1. Xây dựng chính sách về tôn giáo.'
  assert.deepEqual(leads('Điều 5. Nội dung Sở Dân tộc và Tôn giáo có trách nhiệm chủ trì', point), [['Sở Dân tộc và Tôn giáo']])
  assert.deepEqual(leads('2. Tiểu ban giúp việc Ban Chỉ đạo 934', '- Phân công nhiệm vụ.'), [['Tiểu ban giúp việc Ban Chỉ đạo 934']])
  assert.deepEqual(leads('1. Thủ trưởng các cơ quan, đơn vị được giao nhiệm vụ', '- Báo cáo kết quả.'), [
    ['Thủ trưởng các cơ quan, đơn vị được giao nhiệm vụ'],
  ])
  assert.deepEqual(leads('3. Sở Văn hóa và Du lịch/Sở Văn hóa các tỉnh', '- Quản lý quỹ đất.'), [['Sở Văn hóa và Du lịch', 'Sở Văn hóa các tỉnh']])
  assert.deepEqual(leads('1. Bộ Xây dựng với vai trò là cơ quan thường trực của Ban Chỉ đạo chủ trì xây dựng quy chế.'), [['Bộ Xây dựng']])
})

test('an introduction of acts hands down with whom, and to whom', () => {
  const [task] = readDirective(
    ['3. Sở Văn hóa', 'Chủ trì, phối hợp với các cơ quan liên quan tham mưu cho Ủy ban nhân dân tỉnh:', 'a) Quản lý quỹ đất.'].join('\n'),
  ).tasks
  assert.deepEqual([task?.lead, task?.coordinate, task?.submitTo], [['Sở Văn hóa'], ['cơ quan liên quan'], ['Ủy ban nhân dân tỉnh']])
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

test('those who answer for carrying it out do so under any heading', () => {
  const [task] = told(
    'Điều 5. Hiệu lực thi hành',
    '1. Nghị quyết này có hiệu lực từ ngày ký.',
    '2. Bộ trưởng, Chủ tịch Ủy ban nhân dân các cấp, tổ chức và cá nhân khác có liên quan chịu trách nhiệm thi hành Nghị quyết này.',
  )
  assert.deepEqual(task?.lead, ['Bộ trưởng', 'Chủ tịch Ủy ban nhân dân các cấp', 'tổ chức và cá nhân khác liên quan'])
})

test('«Đối với các …» heads the work of a class, told at any length', () => {
  const leads = (...lines: string[]) => told(...lines).map(({ lead }) => lead)
  const heading = '9.1. Đối với các cơ sở sản xuất có lưu lượng xả bụi, khí thải lớn ra môi trường và thuộc loại hình có nguy cơ gây ô nhiễm:'
  assert.deepEqual(leads(heading, '- Rà soát hệ thống xử lý khí thải.'), [
    ['cơ sở sản xuất có lưu lượng xả bụi, khí thải lớn ra môi trường và thuộc loại hình có nguy cơ gây ô nhiễm'],
  ])
  assert.deepEqual(leads('1. Đối với các sở, ngành:', '- Rà soát văn bản.'), [['sở', 'ngành']])
  assert.deepEqual(leads('1. Ban Tuyên giáo và Dân vận các tỉnh ủy, thành ủy:', '- Lập danh sách.'), [
    ['Ban Tuyên giáo và Dân vận các tỉnh ủy, thành ủy'],
  ])
})

test('a forecast of the situation is told; a level of alarm has its measures', () => {
  const tasks = told(
    'I. Dự báo tình hình',
    '- Tăng cường các rủi ro.',
    'II. Dự báo cháy rừng cấp II',
    '- Chủ tịch Ủy ban nhân dân cấp xã kiểm tra lực lượng canh phòng.',
  )
  assert.deepEqual(
    tasks.map(({ lead }) => lead),
    [['Chủ tịch Ủy ban nhân dân cấp xã']],
  )
})
