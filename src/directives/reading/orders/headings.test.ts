import assert from 'node:assert/strict'
import { test } from 'node:test'
import { told } from '../../../../test/told.ts'
import { readDirective } from '../read.ts'

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

test('whoever answers for a field heads their tasks; slogans are none', () => {
  const leads = (heading: string) => read('III. PHÂN CÔNG NHIỆM VỤ', heading, '- Tham mưu kế hoạch kiểm tra.').map(([, lead]) => lead)
  assert.deepEqual(leads('3. Cán bộ phụ trách lĩnh vực giám sát'), [['Cán bộ phụ trách lĩnh vực giám sát']])
  assert.deepEqual(leads('5. Các Phó chủ tịch phụ trách lĩnh vực Dân tộc, Tôn giáo:'), [['Phó chủ tịch phụ trách lĩnh vực Dân tộc, Tôn giáo']])
  assert.deepEqual(leads('2. Các doanh nghiệp viễn thông và truyền hình cáp hoạt động trên địa bàn tỉnh:'), [
    ['doanh nghiệp viễn thông và truyền hình cáp hoạt động trên địa bàn tỉnh'],
  ])
  assert.deepEqual(leads('4. Đồng chí Trưởng Ban xây dựng Đảng'), [['Trưởng Ban xây dựng Đảng']])
  assert.deepEqual(read('V. KHẨU HIỆU TUYÊN TRUYỀN', '1. Cử tri tích cực tham gia bầu cử!', '2. Phát huy quyền làm chủ của Nhân dân!'), [])
})

test('a numbered line of bodies alone heads the paragraphs below it, though a stop closes it', () => {
  const tasks = read(
    'Chủ tịch UBND huyện yêu cầu:',
    '1. Phòng Tài chính: lập dự toán thu năm sau.',
    '2. UBND xã Hòa Bình, Đồng Tâm.',
    'Tăng cường vận động nhân dân đóng góp.',
    'Công khai các khoản thu, chi.',
  )
  assert.deepEqual(tasks.slice(1), [
    ['Tăng cường vận động nhân dân đóng góp.', ['UBND xã Hòa Bình', 'UBND xã Đồng Tâm']],
    ['Công khai các khoản thu, chi.', ['UBND xã Hòa Bình', 'UBND xã Đồng Tâm']],
  ])
})

test('whom a body shares work out to among its own heads does not lead beside it', () => {
  assert.deepEqual(read('II. NHIỆM VỤ', '1. UBND xã Hòa Bình', '- Phân công đồng chí Phó Chủ tịch phụ trách tiếp dân.').at(0)?.[1], [
    'UBND xã Hòa Bình',
  ])
})

test('headings name those who have work in a school, a commune, an office', () => {
  const lead = (heading: string) => read('II. TỔ CHỨC THỰC HIỆN', heading, '- Lập danh sách gửi nhà trường.').map(([, named]) => named)
  const named: [string, string][] = [
    ['1. Kế toán', 'Kế toán'],
    ['2. Các tổ chuyên môn', 'tổ chuyên môn'],
    ['3. Giáo viên chủ nhiệm', 'Giáo viên chủ nhiệm'],
    ['4. Bộ phận Văn phòng - Thống kê', 'Bộ phận Văn phòng - Thống kê'],
    ['5. Công chức Địa chính - Xây dựng:', 'Công chức Địa chính - Xây dựng'],
    ['6. Khối đoàn thể', 'Khối đoàn thể'],
    ['7. Ban Tổ chức Hội thi', 'Ban Tổ chức Hội thi'],
    ['8. Phòng Khảo thí và Đảm bảo chất lượng', 'Phòng Khảo thí và Đảm bảo chất lượng'],
    ['9. Phần việc của Phòng Kế hoạch tổng hợp', 'Phòng Kế hoạch tổng hợp'],
  ]
  for (const [heading, body] of named) assert.deepEqual(lead(heading), [[body]], heading)
})

test('among headings that name bodies one that no list holds names one, too; one about a matter does not', () => {
  const leads = (heading: string) =>
    read('III. TỔ CHỨC THỰC HIỆN', '1. Phòng Nội vụ', '- Lập kế hoạch.', '2. Công an xã', '- Tuần tra ban đêm.', heading, '- Rà soát số liệu.').map(
      ([, lead]) => lead,
    )
  assert.deepEqual(leads('3. Hợp phần Sông Cầu')[2], ['Hợp phần Sông Cầu'])
  assert.deepEqual(leads('3. Chế độ báo cáo')[2], [])
  assert.deepEqual(leads('3. Bảo vệ rừng đầu nguồn')[2], [])
})

test('persons of a school, letters of a company and names with "P." head their work', () => {
  const leads = (...lines: string[]) => told(...lines).map(({ lead }) => lead)
  assert.deepEqual(
    leads(
      'IV. PHÂN CÔNG NHIỆM VỤ',
      '1. GVCN',
      '- Lập danh sách học sinh.',
      '2. Đoàn - Đội',
      '- Phụ trách trang trí.',
      '3. Bảo vệ',
      '- Giữ gìn trật tự.',
      '4. Cô Lan (kế toán)',
      '- Dự trù kinh phí.',
    ),
    [['GVCN'], ['Đoàn - Đội'], ['Bảo vệ'], ['Cô Lan']],
  )
  assert.deepEqual(leads('2. P. Kế hoạch - Vật tư: Mua bổ sung đồng hồ.', '3. P.TCKT: Thanh toán công nợ.'), [['P. Kế hoạch - Vật tư'], ['P.TCKT']])
  assert.deepEqual(leads('II. NHIỆM VỤ', '- Quán triệt Chỉ thị số 05. Phân công: đ/c Hoa.', '- Kiểm tra hồ sơ (đ/c Mai, đ/c Tuấn).'), [
    ['Hoa'],
    ['Mai', 'Tuấn'],
  ])
  assert.deepEqual(readDirective('1. Rà soát hồ sơ, báo cáo TGĐ hằng tuần.').tasks[0]?.submitTo, ['TGĐ'])
  assert.deepEqual(leads('II. NỘI DUNG', '1. Thời gian: ngày 15/11/2025.', '2. Địa điểm: sân trường.'), [])
})

test('«Trách nhiệm chung của …» names who owes its points; directions head work, and so does «Phạm vi, nội dung, …»', () => {
  assert.deepEqual(read('II. NHIỆM VỤ', '1. Trách nhiệm chung của các cơ quan, đơn vị', '- Lãnh đạo thực hiện nghiêm quy định.').at(0)?.[1], [
    'cơ quan',
    'đơn vị',
  ])
  assert.deepEqual(
    read(
      'III. ĐỊNH HƯỚNG PHÁT TRIỂN',
      '1. Định hướng phát triển hạ tầng thủy lợi',
      'Củng cố hệ thống đê biển, đê sông.',
      'Xây dựng các công trình cấp nước.',
    ),
    [
      ['Củng cố hệ thống đê biển, đê sông.', []],
      ['Xây dựng các công trình cấp nước.', []],
    ],
  )
  assert.deepEqual(
    read('II. PHẠM VI, NỘI DUNG, HÌNH THỨC', '1. Hình thức tổng kết', '- Các sở xây dựng báo cáo gửi Sở Tư pháp trước ngày 22/9/2025.').at(0)?.[1],
    ['sở'],
  )
})

test('who works with whom on something heads what they have to do', () => {
  const tasks = told(
    'II. NHIỆM VỤ',
    '2.1. Sở Xây dựng phối hợp với UBND các phường trong công tác chống úng ngập.',
    '- Tổ chức ứng trực theo địa bàn.',
    '- Rà soát các điểm úng ngập.',
  )
  assert.deepEqual(
    tasks.map(({ text, lead, coordinate }) => [text, lead, coordinate]),
    [
      ['Tổ chức ứng trực theo địa bàn.', ['Sở Xây dựng'], ['UBND các phường']],
      ['Rà soát các điểm úng ngập.', ['Sở Xây dựng'], ['UBND các phường']],
    ],
  )
})

test('a number over decimals that begin with acts heads them, whoever the introduction orders', () => {
  assert.deepEqual(
    told(
      'III. NHIỆM VỤ',
      'Năm nay, toàn ngành cần tập trung thực hiện các nhiệm vụ sau:',
      '1. Tiếp tục nâng cao chất lượng công tác lưu trữ',
      '1.1. Rà soát danh mục hồ sơ.',
      '1.2. Số hóa tài liệu quý.',
      '2. Tổ chức tập huấn cho cán bộ.',
    ).map(({ text, lead }) => [text, lead]),
    [
      ['Rà soát danh mục hồ sơ.', ['toàn ngành']],
      ['Số hóa tài liệu quý.', ['toàn ngành']],
      ['Tổ chức tập huấn cho cán bộ.', ['toàn ngành']],
    ],
  )
})

test('the media may be named with those of a heading', () => {
  assert.deepEqual(told('6. Đài Truyền hình tỉnh và các phương tiện thông tin đại chúng ở địa phương:', '- Tăng thời lượng phát sóng.')[0]?.lead, [
    'Đài Truyền hình tỉnh',
    'phương tiện thông tin đại chúng ở địa phương',
  ])
})

test('a heading may tell its class by where something is', () => {
  assert.deepEqual(told('5. Ủy ban nhân dân các xã nơi có trồng sầu riêng', '- Chỉ đạo sản xuất.')[0]?.lead, [
    'Ủy ban nhân dân các xã nơi có trồng sầu riêng',
  ])
  assert.deepEqual(told('5. Ủy ban nhân dân các xã nơi có trồng sầu riêng chỉ đạo sản xuất.')[0]?.lead, [
    'Ủy ban nhân dân các xã nơi có trồng sầu riêng',
  ])
})
