import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from '../read.ts'
import type { ReadTask } from '../reading.ts'

const tasks = (...lines: string[]): ReadTask[] => readDirective(lines.join('\n')).tasks

test('a second table begins with a head of its own', () => {
  assert.deepEqual(
    tasks(
      '| TT | Nhiệm vụ | Chủ trì |',
      '| 1 | Rà soát biên chế | Sở Nội vụ |',
      'B. ĐỀ ÁN',
      '| STT | Tên đề án, nội dung | Cơ quan chủ trì | Thời gian |',
      '| 1 | Đề án sắp xếp | Sở Y tế | Quý IV/2025 |',
    ).map(({ text, lead, due }) => [text, lead, due]),
    [
      ['Rà soát biên chế', ['Sở Nội vụ'], []],
      ['Đề án sắp xếp', ['Sở Y tế'], ['2025-12-31']],
    ],
  )
})

test('a row drawn with one cell is a heading; marks for “as above” are what stands above', () => {
  const rows = tasks(
    '| TT | Nhiệm vụ | Chủ trì | Thời hạn |',
    '| I. THỂ CHẾ |',
    '| 1 | Xây dựng quy chế chi tiêu | Phòng Tài chính | Q3/2025 |',
    '| 2 | Rà soát định mức xe công | nt | Quý IV/2025 |',
  )
  assert.deepEqual(
    rows.map(({ lead, due }) => [lead, due]),
    [
      [['Phòng Tài chính'], ['2025-09-30']],
      [['Phòng Tài chính'], ['2025-12-31']],
    ],
  )
})

test('a row of a table is a task, with its columns in any order', () => {
  const piped = tasks(
    '| STT | Thời hạn | Cơ quan phối hợp | Nội dung công việc | Cơ quan chủ trì | Cấp trình |',
    '| 1 | 15/4/2026 | Sở Y tế | Mua máy thở | Bệnh viện tỉnh | UBND tỉnh |',
  )
  assert.deepEqual(
    piped.map((t) => [t.text, t.lead, t.coordinate, t.submitTo, t.due]),
    [['Mua máy thở', ['Bệnh viện tỉnh'], ['Sở Y tế'], ['UBND tỉnh'], ['2026-04-15']]],
  )
  const tabbed = tasks('TT\tNhiệm vụ\tĐơn vị thực hiện\tThời gian', 'I\tCông tác cán bộ', '1\tTuyển dụng viên chức\tPhòng Nội vụ\tNăm 2026')
  assert.deepEqual(
    tabbed.map((t) => [t.text, t.lead, t.due]),
    [['Tuyển dụng viên chức', ['Phòng Nội vụ'], ['2026-12-31']]],
  )
  const framed = tasks(
    '|',
    'STT',
    '|',
    'Nhiệm vụ',
    '|',
    'Chủ trì',
    '|',
    'Thời gian',
    '|',
    '|',
    '1',
    '|',
    'Trồng cây',
    '|',
    'Hội Nông dân xã',
    '|',
    'Quý I/2026',
    '|',
  )
  assert.deepEqual(
    framed.map((t) => [t.text, t.lead, t.due]),
    [['Trồng cây', ['Hội Nông dân xã'], ['2026-03-31']]],
  )
})

test('a row whose cells all say the same is a heading of the table', () => {
  const found = tasks(
    'TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian',
    'I | Thể chế | Thể chế | Thể chế',
    '1 | Sửa quy chế làm việc | Văn phòng | Quý I/2026',
  )
  assert.deepEqual(
    found.map((t) => [t.text, t.lead, t.due]),
    [['Sửa quy chế làm việc', ['Văn phòng'], ['2026-03-31']]],
  )
})

test('columns may be kept apart by spaces alone; what is wrapped in one goes on there', () => {
  const rows = tasks(
    'TT    Tên đề án                           Cơ quan chủ trì       Thời gian trình',
    '1     Kế hoạch phòng, chống thiên tai     Sở Xây dựng           Tháng 3/2027',
    '      năm 2027 trên địa bàn tỉnh',
    '2     Quyết định giá đất                  Sở Tài nguyên         Tháng 5/2027',
    '                                          và Môi trường',
  )
  assert.deepEqual(
    rows.map(({ text, lead, due }) => [text, lead, due]),
    [
      ['Kế hoạch phòng, chống thiên tai năm 2027 trên địa bàn tỉnh', ['Sở Xây dựng'], ['2027-03-31']],
      ['Quyết định giá đất', ['Sở Tài nguyên và Môi trường'], ['2027-05-31']],
    ],
  )
})

test('a row whose cells came out one per line is put together by its columns', () => {
  assert.deepEqual(
    tasks(
      'STT | NHIỆM VỤ | CHỦ TRÌ | PHỐI HỢP | THỜI GIAN',
      'I | NHÓM GIẢI PHÁP VỀ CƠ CHẾ',
      '1 | Rà soát chính sách thu hút đầu tư.',
      '',
      'Sở Tài chính',
      '',
      'Sở Công Thương; Sở Tư pháp | Thường xuyên',
      '2 | Lập cơ chế đặt hàng.',
      '',
      'Gắn với nhu cầu của doanh nghiệp.',
      '',
      'Sở Khoa học và Công nghệ',
      '',
      'Sở Tài chính | 2026',
    ).map(({ text, lead, coordinate, due }) => [text, lead, coordinate, due]),
    [
      ['Rà soát chính sách thu hút đầu tư.', ['Sở Tài chính'], ['Sở Công Thương', 'Sở Tư pháp'], []],
      ['Lập cơ chế đặt hàng. Gắn với nhu cầu của doanh nghiệp.', ['Sở Khoa học và Công nghệ'], ['Sở Tài chính'], ['2026-12-31']],
    ],
  )
})

test('a last row without its last cells ends with the table, not in the point behind it', () => {
  assert.deepEqual(
    tasks(
      'TT | Nhiệm vụ | Chủ trì | Thời hạn | Sản phẩm',
      '1 | Nâng cấp hệ thống mạng | Sở Nội vụ | Trong năm 2025',
      '',
      '3. Kinh phí thực hiện:',
      'Ngân sách tỉnh.',
    ).map(({ text, lead, due }) => [text, lead, due]),
    [['Nâng cấp hệ thống mạng', ['Sở Nội vụ'], ['2025-12-31']]],
  )
})

test('a row that begins with its number is no new head; without bars at its edges its last cell may be empty', () => {
  assert.deepEqual(
    tasks(
      'TT | Nội dung | Thời gian | Cơ quan chủ trì | Nguồn lực',
      '1 | Nghị quyết về nhiệm vụ quốc phòng | Quý I/2026 | Phòng Nội vụ chủ trì, phối hợp Công an xã |',
      '2 | Kế hoạch bảo dưỡng kho lưu trữ | Quý II/2026 | Phòng Kinh tế |',
    ).map(({ text, lead, coordinate, due }) => [text, lead, coordinate, due]),
    [
      ['Nghị quyết về nhiệm vụ quốc phòng', ['Phòng Nội vụ'], ['Công an xã'], ['2026-03-31']],
      ['Kế hoạch bảo dưỡng kho lưu trữ', ['Phòng Kinh tế'], [], ['2026-06-30']],
    ],
  )
})

test('heads over times may tell before whom a matter comes', () => {
  assert.deepEqual(
    tasks(
      'TT | Nội dung | Thời gian trình BTV | Thời gian trình BCH | Cơ quan chủ trì',
      '1 | Quy chế quản lý kho lưu trữ | Quý I/2026 | Quý II/2026 | Văn phòng Đảng ủy',
      '2 | Kế hoạch số hóa hồ sơ | Quý I/2026 | | Văn phòng Đảng ủy',
    ).map(({ submitTo, due }) => [submitTo, due]),
    [
      [['BTV', 'BCH'], ['2026-03-31']],
      [['BTV'], ['2026-03-31']],
    ],
  )
})

test('heads of columns are told as labels are; what is counted is no task', () => {
  const [a] = tasks(
    '| TT | Các bước thực hiện | Bộ phận | Phòng, ban phối hợp | Hạn xử lý | Thẩm quyền ban hành |',
    '| 1 | Lập hồ sơ đề nghị | Văn phòng | Công an huyện | 30/4/2026 | Chủ tịch UBND huyện |',
  )
  assert.deepEqual([a?.lead, a?.coordinate, a?.due, a?.submitTo], [['Văn phòng'], ['Công an huyện'], ['2026-04-30'], ['Chủ tịch UBND huyện']])
  const [b, c] = tasks(
    '| TT | Nội dung | Đơn vị chủ trì, phối hợp |',
    '| 1 | Tuyên truyền bầu cử | Phòng Văn hóa; Đài Truyền thanh, UBND các xã |',
    '| 2 | Kiểm tra bầu cử | Phòng Nội vụ chủ trì, phối hợp với Công an huyện |',
  )
  assert.deepEqual([b?.lead, b?.coordinate], [['Phòng Văn hóa'], ['Đài Truyền thanh', 'UBND các xã']])
  assert.deepEqual([c?.lead, c?.coordinate], [['Phòng Nội vụ'], ['Công an huyện']])
  const [d] = tasks(
    '| TT | Biện pháp khắc phục | Đơn vị theo dõi | Tập thể, cá nhân thực hiện |',
    '| 1 | Bổ sung quy chế | Ủy ban Kiểm tra | Chi ủy |',
  )
  assert.deepEqual(d?.lead, ['Chi ủy'])
  assert.deepEqual(tasks('| TT | Nội dung | Đơn vị | Số lượng | Thời gian |', '| 1 | Mua máy in | Cái | 4 | Quý I/2026 |'), [])
})

test('of two columns that say what is done, the one that says it in every row gives the tasks', () => {
  const head = '| TT | Nội dung hành động | Hành động cụ thể | Cơ quan chủ trì | Thời hạn |'
  assert.deepEqual(
    tasks(
      head,
      '| 1 | Hoàn thiện quy định về lưu trữ | Sửa đổi quy chế lưu trữ | Văn phòng Tỉnh ủy | 6/2026 |',
      '| | | Ban hành danh mục hồ sơ | Sở Nội vụ | 9/2026 |',
      '| 2 | Số hóa hồ sơ | Trang bị máy quét | Sở Tài chính | 12/2026 |',
    ).map(({ text, lead, due }) => [text, lead, due]),
    [
      ['Sửa đổi quy chế lưu trữ', ['Văn phòng Tỉnh ủy'], ['2026-06-30']],
      ['Ban hành danh mục hồ sơ', ['Sở Nội vụ'], ['2026-09-30']],
      ['Trang bị máy quét', ['Sở Tài chính'], ['2026-12-31']],
    ],
  )
  // a cell over several rows, as files give it
  assert.deepEqual(
    tasks(
      head,
      '| 1 | Số hóa hồ sơ | Trang bị máy quét | Sở Tài chính | 6/2026 |',
      '| 1 | Số hóa hồ sơ | Tập huấn văn thư | Sở Nội vụ | 9/2026 |',
    ).map(({ text }) => text),
    ['Trang bị máy quét', 'Tập huấn văn thư'],
  )
  assert.deepEqual(
    tasks(head, '| 1 | Số hóa hồ sơ | Mua máy quét | Sở Tài chính | 12/2026 |', '| 2 | Xếp lại kho | | Sở Nội vụ | 12/2026 |').map(
      ({ text }) => text,
    ),
    ['Số hóa hồ sơ', 'Xếp lại kho'],
  )
})

test('in a cell whom one may not order is asked, and leads as the others do', () => {
  const [a] = tasks(
    '| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |',
    '| 1 | Rà soát quy chế phối hợp | Bộ Công an; Bộ Tài chính; Bộ Tư pháp; Bộ Nội vụ; Bộ Ngoại giao; Bộ Quốc phòng; Đề nghị Viện kiểm sát nhân dân tối cao; đề nghị Tòa án nhân dân tối cao | 12/2026 |',
  )
  assert.deepEqual(a?.lead.slice(-3), ['Bộ Quốc phòng', 'Viện kiểm sát nhân dân tối cao', 'Tòa án nhân dân tối cao'])
  assert.equal(a?.lead.length, 8)
})

test('a row without a number is led by whoever leads the one above, where its own cell is empty', () => {
  assert.deepEqual(
    tasks(
      '| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |',
      '| 1 | Sửa đổi quy chế lưu trữ | Văn phòng Tỉnh ủy | 6/2026 |',
      '| | Ban hành danh mục hồ sơ | | 9/2026 |',
      '| 2 | Trang bị máy quét | | 12/2026 |',
    ).map(({ lead }) => lead),
    [['Văn phòng Tỉnh ủy'], ['Văn phòng Tỉnh ủy'], []],
  )
})

test('a row without a number that says only who leads has the partners and the time of the one above; with a time of its own, only that', () => {
  assert.deepEqual(
    tasks(
      '| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn |',
      '| 1 | Mua máy chủ | Trung tâm Lưu trữ | Sở Tài chính | 30/6/2026 |',
      '| | Lập phương án sao lưu | Văn phòng Tỉnh ủy | | |',
      '| | Thử phương án | Công an tỉnh | | 30/9/2026 |',
      '| 2 | Đào tạo cán bộ | Sở Nội vụ | | |',
    ).map(({ lead, coordinate, milestones }) => [lead[0], coordinate, milestones[0]?.due]),
    [
      ['Trung tâm Lưu trữ', ['Sở Tài chính'], '2026-06-30'],
      ['Văn phòng Tỉnh ủy', ['Sở Tài chính'], '2026-06-30'],
      ['Công an tỉnh', [], '2026-09-30'],
      ['Sở Nội vụ', [], undefined],
    ],
  )
})

test('a head of two storeys, a time that reaches down over rows, and headings with their number in its column', () => {
  assert.deepEqual(
    tasks(
      '| Thời gian | Nội dung công việc | Thực hiện | |',
      '| | | Đơn vị chủ trì | Đơn vị phối hợp |',
      '| I | LẬP HỒ SƠ | | |',
      '| 1 | Chuẩn bị | | |',
      '| 02-03/2026 | Lựa chọn tư vấn | Sở Xây dựng | Sở Tài chính |',
      '| | Lập báo cáo đánh giá | Sở Xây dựng | - Sở Y tế; - Sở Nội vụ |',
      '| 4-6/2026 | Lấy ý kiến nhân dân | Văn phòng | |',
    ).map(({ lead, coordinate, milestones }) => [lead, coordinate, milestones[0]?.due]),
    [
      [['Sở Xây dựng'], ['Sở Tài chính'], '2026-03-31'],
      [['Sở Xây dựng'], ['Sở Y tế', 'Sở Nội vụ'], '2026-03-31'],
      [['Văn phòng'], [], '2026-06-30'],
    ],
  )
})

test('groups of rows lie in one another by their numbers, and none of them is a task', () => {
  const rows = tasks(
    'PHỤ LỤC I',
    'DANH MỤC NHIỆM VỤ',
    '| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |',
    '| II | Phát triển trường học của huyện | | |',
    '| II.1 | Xây dựng trường vùng cao | | |',
    '| II.1.1 | Nhóm dự án nhà ở cho giáo viên | | |',
    '| 1 | Sửa chữa nhà ở giáo viên | Sở Xây dựng | Năm 2026 |',
    '| 2 | Cấp nước sạch cho nhà ở giáo viên | | Năm 2027 |',
    '| II.2 | Bổ sung giáo viên | | |',
    '| 3 | Lập danh sách giáo viên còn thiếu | Sở Nội vụ | Năm 2026 |',
  )
  assert.deepEqual(
    rows.map(({ text, lead }) => [text, lead]),
    [
      ['Sửa chữa nhà ở giáo viên', ['Sở Xây dựng']],
      ['Cấp nước sạch cho nhà ở giáo viên', []],
      ['Lập danh sách giáo viên còn thiếu', ['Sở Nội vụ']],
    ],
  )
})

test('an annex of targets holds no tasks, whoever follows them; the one behind it does', () => {
  const rows = tasks(
    'PHỤ LỤC I',
    'DANH MỤC CÁC CHỈ TIÊU CỤ THỂ',
    '(Kèm theo Kế hoạch số 10/KH-UBND)',
    '| TT | Chỉ tiêu | Đơn vị tính | Cơ quan theo dõi |',
    '| 1 | Tỷ lệ nhiệm vụ Tỉnh ủy giao cho các sở được theo dõi trên mạng | % | Văn phòng |',
    'PHỤ LỤC II',
    'DANH MỤC NHIỆM VỤ',
    '| TT | Nhiệm vụ | Cơ quan chủ trì |',
    '| 1 | Kiểm tra cầu treo | Sở Xây dựng |',
  )
  assert.deepEqual(
    rows.map(({ text }) => text),
    ['Kiểm tra cầu treo'],
  )
})

test('between the bars of a letterhead and a signature stands a document like any other, with its tables and its recipients', () => {
  const { tasks: read, document } = readDirective(
    [
      '| ỦY BAN NHÂN DÂN TỈNH A',
      '| CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      '|',
      '| Số: 12/KH-UBND | A, ngày 1 tháng 2 năm 2026 |',
      'KẾ HOẠCH',
      'Sửa trường học',
      '1. Sở Xây dựng kiểm tra các trường học vùng cao.',
      '| TT | Nhiệm vụ | Cơ quan chủ trì |',
      '| 1 | Thay mái trường bị tốc | Sở Tài chính |',
      '| Nơi nhận:',
      '- Sở Xây dựng;',
      '- Lưu: VT, KT (2).',
      '| KT. CHỦ TỊCH PHÓ CHỦ TỊCH',
      'Lê Văn Bốn',
      '|',
    ].join('\n'),
  )
  assert.deepEqual(
    read.map(({ text, lead }) => [text, lead]),
    [
      ['Sở Xây dựng kiểm tra các trường học vùng cao.', ['Sở Xây dựng']],
      ['Thay mái trường bị tốc', ['Sở Tài chính']],
    ],
  )
  assert.deepEqual([document.recipients, document.signer], [['Sở Xây dựng', 'Lưu: VT, KT (2)'], 'Lê Văn Bốn'])
})

test('groups counted anew under another letter stand by themselves', () => {
  const [, second] = readDirective(
    [
      'PHỤ LỤC',
      '| TT | Nhiệm vụ | Cơ quan chủ trì |',
      '| A | Phần một | |',
      '| I | Sở Y tế | |',
      '| 1 | Rà soát trạm xá | Sở Y tế |',
      '| B | Phần hai | |',
      '| I | Nhóm hai | |',
      '| 2 | Rà soát biên chế | |',
    ].join('\n'),
  ).tasks
  assert.deepEqual(second?.lead, [])
})
