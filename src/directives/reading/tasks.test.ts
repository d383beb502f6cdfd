import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from './read.ts'
import type { ReadTask } from './reading.ts'

const tasks = (...lines: string[]): ReadTask[] => readDirective(lines.join('\n')).tasks
const texts = (...lines: string[]): string[] => tasks(...lines).map((t) => t.text)

test('purposes, requirements, viewpoints, targets and the past are no tasks', () => {
  assert.deepEqual(
    texts(
      'I. MỤC ĐÍCH, YÊU CẦU',
      '1. Nâng cao nhận thức.',
      'II. ĐÁNH GIÁ CHUNG',
      '1. Tập trung khắc phục hạn chế.',
      'III. NHIỆM VỤ',
      '1. Mục tiêu',
      '- Giảm 5% chi phí.',
      '2. Giải pháp',
      '- Cắt giảm chi thường xuyên.',
    ),
    ['Cắt giảm chi thường xuyên.'],
  )
})

test('the nearest heading that names bodies leads its points; an introduction hands down partners and dates too', () => {
  const [a, b] = tasks(
    '1. Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh, hoàn thành trước ngày 01/6/2025:',
    'a) Rà soát cơ sở hành nghề.',
    'b) Xử lý vi phạm.',
  )
  assert.deepEqual([a?.lead, a?.coordinate, a?.due], [['Sở Y tế'], ['Công an tỉnh'], ['2025-05-31']])
  assert.deepEqual([b?.lead, b?.coordinate, b?.due], [['Sở Y tế'], ['Công an tỉnh'], ['2025-05-31']])
  const [c] = tasks('1. Công an tỉnh', '- Phối hợp với Sở Y tế kiểm tra.')
  assert.deepEqual([c?.lead, c?.coordinate], [['Công an tỉnh'], ['Sở Y tế']])
})

test('a heading may ask before it names, with a colon or without, and narrow whom it names', () => {
  for (const [heading, lead] of [
    ['Kiến nghị Bộ Tài chính', 'Bộ Tài chính'],
    ['Yêu cầu Sở Xây dựng', 'Sở Xây dựng'],
    ['Ban Thường vụ các huyện ủy, thị ủy:', 'Ban Thường vụ các huyện ủy, thị ủy'],
    ['Các địa phương có rừng:', 'địa phương có rừng'],
  ] as const)
    assert.deepEqual(
      tasks(`1. ${heading}`, '- Sửa đổi quy định về quản lý vốn.', '- Ban hành quy định mới.').map((task) => task.lead),
      [[lead], [lead]],
    )
})

test('what is only agreed to orders nobody; a report owed to a body by a day is a task', () => {
  assert.deepEqual(
    texts(
      'NGHỊ QUYẾT',
      'Phiên họp chuyên đề',
      '1. Chính phủ cơ bản thống nhất về sự cần thiết xây dựng dự án Luật.',
      '2. Báo cáo kết quả về Ban Tổ chức Tỉnh ủy trước ngày 15/12/2024.',
    ),
    ['Báo cáo kết quả về Ban Tổ chức Tỉnh ủy trước ngày 15/12/2024.'],
  )
})

test('the sentence that opens conclusions leads nothing, whoever speaks in it', () => {
  for (const opening of ['Phó Thủ tướng Lê Văn Nam kết luận như sau:', 'Chủ tịch UBND tỉnh có ý kiến chỉ đạo như sau:'])
    assert.deepEqual(
      tasks('THÔNG BÁO', 'Kết luận cuộc họp', opening, '1. Rà soát danh mục đầu tư.', '2. Sở Y tế kiểm tra phòng khám.').map(({ lead }) => lead),
      [[], ['Sở Y tế']],
    )
})

test('consent that gives work out is an order; consent alone is none', () => {
  assert.deepEqual(
    tasks(
      'THÔNG BÁO',
      'Kết luận cuộc họp',
      '1. Đồng ý giao UBND tỉnh Hà Nam lập quy hoạch bến cảng.',
      '2. Thống nhất với báo cáo của Sở Y tế.',
      '3. Chính phủ thông qua báo cáo của Bộ Y tế.',
      '4. Về kinh phí: giao Sở Tài chính bố trí trong tháng 9/2025.',
    ).map(({ lead }) => lead),
    [['UBND tỉnh Hà Nam'], ['Sở Tài chính']],
  )
})

test('a point that begins with a body is kept, with a doubt, though no act is known in it', () => {
  const found = tasks('I. NHIỆM VỤ', '1. Sở Y tế kiểm tra cơ sở.', '2. Sở Xây dựng xoay vòng thiết bị các công trình.').at(-1)
  assert.match(found?.text ?? '', /^Sở Xây dựng xoay vòng/)
  assert.ok((found?.doubts.length ?? 0) > 0)
})

test('under a heading about the past, an introduction that orders opens tasks', () => {
  const asked = tasks(
    '1. Tình hình sản xuất',
    'a) Sản xuất giữ được đà tăng.',
    'b) Chủ tịch UBND tỉnh yêu cầu các sở, ngành:',
    '- Sở Y tế lập danh mục thuốc.',
    '- Công an tỉnh bảo vệ kho hàng.',
  )
  assert.deepEqual(
    asked.map((task) => task.lead),
    [['Sở Y tế'], ['Công an tỉnh']],
  )
})

test('an introduction over the whole document names who acts', () => {
  const [a] = tasks('Chủ tịch UBND tỉnh yêu cầu các sở, ban, ngành thực hiện các nội dung sau:', '1. Tiết kiệm điện.')
  assert.deepEqual(a?.lead, ['sở', 'ban', 'ngành'])
})

test('labels of meetings and of what is planned are no tasks', () => {
  const [task, ...more] = tasks(
    '1. Tổ chức hội nghị tập huấn chuyển đổi số',
    '- Báo cáo viên: đồng chí Trưởng phòng.',
    '- Yêu cầu về thời gian: xong trước 30/6/2025.',
    '- Dự kiến sản phẩm: tài liệu tập huấn.',
    '- Đơn vị chuẩn bị nội dung: Sở Khoa học và Công nghệ.',
  )
  assert.equal(more.length, 0)
  assert.deepEqual(
    [task?.lead, task?.due, task?.products.map(({ name }) => name)],
    [['Sở Khoa học và Công nghệ'], ['2025-06-29'], ['tài liệu tập huấn']],
  )
})

test('what inspectors ask for at the end is work; statements with a body in them are none; a day among orders is never lost', () => {
  assert.deepEqual(
    tasks('KẾT LUẬN', 'II- YÊU CẦU, KIẾN NGHỊ', '1- Đối với Ban Thường vụ Thị ủy La Gi', '1.1- Xây dựng kế hoạch khắc phục.').map(({ lead }) => lead),
    [['Ban Thường vụ Thị ủy La Gi']],
  )
  assert.deepEqual(
    texts(
      'II. NHIỆM VỤ',
      '1. Sở Y tế rà soát vắc xin.',
      '2. Sở Y tế gặp nhiều khó khăn trong đấu thầu thuốc.',
      '3. Giao thông nông thôn được bê tông hóa.',
      '4. Hồ sơ được hoàn thiện trước ngày 30/9/2025.',
    ),
    ['Sở Y tế rà soát vắc xin.', 'Hồ sơ được hoàn thiện trước ngày 30/9/2025.'],
  )
})

test('labelled lines belong to the provision above them, or to the points that share them', () => {
  const found = tasks(
    '1. Lập quy hoạch chợ',
    '- Đơn vị chủ trì: Phòng Kinh tế.',
    '- Đơn vị phối hợp: Các thôn.',
    '- Thời gian hoàn thành: Quý I/2026.',
    '2. Về nước sạch',
    'a) Nhiệm vụ:',
    '- Sửa đường ống.',
    '- Thay đồng hồ.',
    'b) Cơ quan thực hiện:',
    '- Chủ trì: Trạm Cấp nước xã.',
    'c) Thời gian thực hiện: tháng 6/2026.',
  )
  assert.deepEqual(
    found.map((t) => [t.text, t.lead, t.coordinate, t.due]),
    [
      ['Lập quy hoạch chợ', ['Phòng Kinh tế'], ['thôn'], ['2026-03-31']],
      ['Sửa đường ống.', ['Trạm Cấp nước xã'], [], ['2026-06-30']],
      ['Thay đồng hồ.', ['Trạm Cấp nước xã'], [], ['2026-06-30']],
    ],
  )
})

test('labels may stand inside one paragraph', () => {
  const [a] = tasks('II. NHIỆM VỤ', '1. Xây dựng sổ tay. Đơn vị chủ trì: Sở Tư pháp; đơn vị phối hợp: Sở Nội vụ; thời gian hoàn thành: quý II/2026.')
  assert.deepEqual([a?.text, a?.lead, a?.coordinate, a?.due], ['Xây dựng sổ tay.', ['Sở Tư pháp'], ['Sở Nội vụ'], ['2026-06-30']])
})

test('run-in points are tasks where the words before them only say who acts', () => {
  assert.deepEqual(texts('1. Sở Xây dựng chịu trách nhiệm: (1) lập bản vẽ; (2) thẩm tra dự toán.'), ['lập bản vẽ;', 'thẩm tra dự toán.'])
  assert.equal(texts('1. Sở Xây dựng báo cáo UBND tỉnh về: (1) tiến độ; (2) khó khăn.').length, 1)
})

test('points that are only the content of an order are one task with it', () => {
  assert.equal(texts('1. Sở Nội vụ gửi báo cáo gồm:', '- số lượng;', '- cơ cấu.').length, 1)
})

test('force, the decision itself, consent, praise and money are no tasks; who carries the decision out is one', () => {
  assert.deepEqual(
    texts(
      'QUYẾT ĐỊNH',
      'Về tổ chức hội thao',
      'Điều 1. Ban hành Quy chế hội thao.',
      'Điều 2. Quyết định này có hiệu lực từ ngày ký.',
      'Điều 3. Chánh Văn phòng, Trưởng các phòng chịu trách nhiệm thi hành Quyết định này./.',
    ),
    ['Chánh Văn phòng, Trưởng các phòng chịu trách nhiệm thi hành Quyết định này.'],
  )
  assert.deepEqual(
    texts('THÔNG BÁO', 'Kết luận cuộc họp', '1. Biểu dương UBND xã Hòa Phú.', '2. Đồng ý chủ trương mở đường.', '3. Kinh phí từ ngân sách xã.'),
    [],
  )
})

test('lines that were wrapped are put together, and pages are not part of the text', () => {
  const wrapped = Array.from({ length: 8 }, () => [
    'Việc chuẩn bị cho mùa vụ mới đã được các địa phương quan tâm, có nhiều mô',
    'hình hay được nhân rộng trên địa bàn trong những năm vừa qua ở các xã.',
  ]).flat()
  const [a] = tasks(
    ...wrapped,
    '1. Sở Công Thương chủ trì, phối hợp với Sở Tài chính và các huyện xây dựng',
    '12',
    'phương án bình ổn giá, trình UBND tỉnh trước ngày 30 tháng 11 năm',
    '2025.',
  )
  assert.equal(
    a?.text,
    'Sở Công Thương chủ trì, phối hợp với Sở Tài chính và các huyện xây dựng phương án bình ổn giá, trình UBND tỉnh trước ngày 30 tháng 11 năm 2025.',
  )
  assert.deepEqual(a?.due, ['2025-11-29'])
})

test('an official letter without a body in its points is for those it is addressed to', () => {
  const [a] = tasks(
    'Số: 5/SNV',
    'Kính gửi:',
    '- Các phòng chuyên môn;',
    '- Trung tâm Lưu trữ.',
    'Sở có ý kiến như sau:',
    '1. Rà soát hồ sơ trước ngày 05/5/2025.',
  )
  assert.deepEqual(a?.lead, ['phòng chuyên môn', 'Trung tâm Lưu trữ'])
})

test('what a clerk should look at again is said in sentences', () => {
  const [a] = tasks('II. NHIỆM VỤ', '1. Xây dựng kho lưu trữ vào đầu năm 2026.')
  assert.deepEqual(
    a?.doubts.map((d) => d.field),
    ['lead', 'due'],
  )
})

test('those a telegram is sent to are not ordered by the list that names them', () => {
  const found = tasks(
    'CÔNG ĐIỆN',
    'Về việc ứng phó lũ',
    'CHỦ TỊCH UBND TỈNH điện:',
    '- Giám đốc các sở;',
    '- Chủ tịch UBND các xã.',
    'Lũ trên sông Thao đang lên nhanh.',
    '1. Sở Xây dựng trực 24/24 giờ.',
  )
  assert.deepEqual(
    found.map((t) => t.text),
    ['Sở Xây dựng trực 24/24 giờ.'],
  )
})

test('under a heading about the past a heading that names a body still opens its work', () => {
  assert.deepEqual(texts('1. Về tình hình giải ngân', 'Giải ngân còn chậm.', 'a) Sở Tài chính:', '- Chủ trì rà soát vốn.'), ['Chủ trì rà soát vốn.'])
})

test('a lead label may name its partners too', () => {
  const [a] = tasks('II. NHIỆM VỤ', '1. In sổ tay', '- Cơ quan thực hiện: Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ.', '- Thời gian: tháng 5/2026.')
  assert.deepEqual([a?.lead, a?.coordinate, a?.due], [['Sở Tư pháp'], ['Sở Nội vụ'], ['2026-05-31']])
})

test('a date in a preamble that only cites holds for nothing below', () => {
  const [a] = tasks(
    'KẾ HOẠCH',
    'Căn cứ Nghị quyết số 9-NQ/TU ngày 01/02/2025 về phát triển đô thị đến năm 2030, UBND tỉnh ban hành Kế hoạch như sau:',
    'I. NHIỆM VỤ',
    '1. Rà soát quy hoạch chợ.',
  )
  assert.deepEqual(a?.due, [])
})

test('a text whose first lines break off early is put together', () => {
  const points = Array.from({ length: 8 }, (_, i) => [
    `${i + 1}. Sở Nông nghiệp và`,
    'Môi trường chủ trì, phối hợp với các xã, phường rà soát toàn bộ hồ chứa nước trên',
    'địa bàn; báo cáo Ủy ban nhân dân tỉnh trước ngày 10/5/2026.',
  ]).flat()
  const found = tasks('KẾ HOẠCH', 'I. NHIỆM VỤ', ...points)
  assert.equal(found.length, 8)
  assert.deepEqual([found[3]?.lead, found[3]?.coordinate, found[3]?.due], [['Sở Nông nghiệp và Môi trường'], ['xã', 'phường'], ['2026-05-09']])
})

test('whoever issues the document leads the points in which it takes work upon itself, and no paragraph in which it speaks', () => {
  const [a, b, ...more] = tasks(
    'SỞ XÂY DỰNG',
    'Số: 12/KH-SXD',
    'KẾ HOẠCH',
    'Về nhà ở',
    'I. NHIỆM VỤ',
    '1. Sở Xây dựng chủ trì, phối hợp với Sở Tài chính lập danh mục.',
    '2. Sở Xây dựng tổ chức hội nghị.',
    'Sở Xây dựng sẽ có hướng dẫn riêng.',
  )
  assert.deepEqual([a?.lead, a?.coordinate], [['Sở Xây dựng'], ['Sở Tài chính']])
  assert.deepEqual(b?.lead, ['Sở Xây dựng'])
  assert.deepEqual(more, [])
})

test('run-in points inherit helpers from the words before them, and a date that closes the last', () => {
  assert.deepEqual(
    tasks('1. Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh và các cơ quan liên quan: (1) Lập đoàn; (2) Kiểm tra, xong trước ngày 05/3/2026.').map(
      (t) => [t.lead, t.coordinate, t.due],
    ),
    Array(2).fill([['Sở Y tế'], ['Công an tỉnh', 'cơ quan liên quan'], ['2026-03-04']]),
  )
})

test('labels in a closing bracket are none of the words of a task', () => {
  const [a] = tasks('II. NHIỆM VỤ', '1. Lập bản đồ (Đơn vị chủ trì: Sở Xây dựng; đơn vị phối hợp: Thanh tra tỉnh; thời hạn: 30/4/2026).')
  assert.deepEqual([a?.text, a?.lead, a?.coordinate, a?.due], ['Lập bản đồ', ['Sở Xây dựng'], ['Thanh tra tỉnh'], ['2026-04-30']])
})

test('what is to be delivered by a day is a task, whoever delivers it', () => {
  const [a] = tasks('II. NHIỆM VỤ', '1. Báo cáo kết quả gửi về Sở Nội vụ (qua Phòng Tổ chức) chậm nhất ngày 20/5/2026.')
  assert.deepEqual([a?.submitTo, a?.via, a?.due], [['Sở Nội vụ'], ['Phòng Tổ chức'], ['2026-05-20']])
})

test('under any heading, what is given out after consent is a task', () => {
  const [a] = tasks(
    'I. VỀ TÌNH HÌNH THÁNG 5',
    '1. Cơ bản thống nhất với báo cáo. Giao Sở Công Thương bổ sung số liệu, trình UBND tỉnh.',
    '2. Thu ngân sách tăng.',
  )
  assert.deepEqual([a?.lead, a?.submitTo], [['Sở Công Thương'], ['UBND tỉnh']])
})

test('a heading names those who direct, with their places told one by one', () => {
  const [a] = tasks('1. Chủ tịch Ủy ban nhân dân các tỉnh, thành phố: Lai Châu, Sơn La, Hà Tĩnh chỉ đạo:', 'a) Sơ tán người dân.')
  assert.deepEqual([a?.lead[0], a?.lead.length], ['Chủ tịch Ủy ban nhân dân tỉnh Lai Châu', 3])
})

test('what is sent round is brought before nobody', () => {
  const [a] = tasks('1. Sở Y tế soạn đề cương, gửi các cơ quan trước ngày 20/6/2026.')
  assert.deepEqual([a?.submitTo, a?.due], [[], ['2026-06-19']])
})

test('a heading that says only a time lends it to its points', () => {
  const found = tasks(
    'II. TIẾN ĐỘ',
    '1. Quý IV/2026',
    '- Sở Nội vụ xây dựng dự thảo đề án.',
    '2. Đợt 2 (từ ngày 05/01 đến ngày 20/01/2027)',
    '- Sở Tư pháp thẩm định dự thảo; Sở Y tế góp ý trước ngày 10/01/2027.',
    '3. Năm 2027 và các năm tiếp theo',
    '- Sở Y tế tổ chức tập huấn.',
  )
  assert.deepEqual(
    found.map(({ due }) => due),
    [['2026-12-31'], ['2027-01-09'], []],
  )
})

test('notes, lines of a form, money and principles order nobody', () => {
  assert.deepEqual(
    texts(
      'III. TỔ CHỨC THỰC HIỆN',
      '1. Sở Nội vụ thẩm định hồ sơ theo các nguyên tắc sau:',
      '- Tập trung, thống nhất.',
      '2. Ngân sách tỉnh bảo đảm kinh phí thực hiện theo phân cấp.',
      '3. Tên đơn vị báo cáo: ..............................',
      '4. Sở Y tế kiểm tra việc thực hiện.',
      '[1] Nội dung này do Sở Tư pháp thực hiện.',
    ),
    ['Sở Nội vụ thẩm định hồ sơ theo các nguyên tắc sau:', 'Sở Y tế kiểm tra việc thực hiện.'],
  )
})

test('a point goes on with its number past a paragraph; a long heading keeps its one bullet', () => {
  const found = tasks(
    '2. Yêu cầu các cấp ủy, tổ chức đảng:',
    '2.1. Rà soát tổ chức bộ máy.',
    'Yêu cầu các tỉnh ủy báo cáo kết quả.',
    '2.2. Bố trí cán bộ.',
  )
  assert.deepEqual(
    found.map(({ address, lead }) => [address, lead]),
    [
      ['sec_2__point_2.1', ['cấp ủy', 'tổ chức đảng']],
      ['sec_2__para_1', ['tỉnh ủy']],
      ['sec_2__point_2.2', ['cấp ủy', 'tổ chức đảng']],
    ],
  )
  const heading = `3. Tăng cường ${'tuyên truyền, phổ biến, quán triệt '.repeat(4)}pháp luật về xây dựng đội ngũ`
  assert.deepEqual(texts('II. NHIỆM VỤ', heading, '- Thường xuyên tổ chức hội nghị cho cán bộ xã.'), ['Thường xuyên tổ chức hội nghị cho cán bộ xã.'])
})

test('"Trên đây là …" closes the document, under what part it may be printed', () => {
  const last = readDirective(
    [
      'KẾ HOẠCH',
      'Tuyên truyền',
      'I. NHIỆM VỤ',
      '1. Phó Trưởng ban: Chủ động tham mưu nội dung.',
      'II. KHẨU HIỆU',
      '1. Toàn dân đi bầu cử!',
      'Trên đây là kế hoạch tuyên truyền, đề nghị các cơ quan nghiêm túc thực hiện.',
    ].join('\n'),
  ).tasks.at(-1)
  assert.deepEqual(last?.lead, ['cơ quan'])
})
