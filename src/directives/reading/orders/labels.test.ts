import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from '../read.ts'
import { labelledAs } from './labels.ts'

const read = (...lines: string[]) => readDirective(lines.join('\n')).tasks.map(({ text, lead, coordinate, due }) => ({ text, lead, coordinate, due }))

test('a label may say in several words what is done', () => {
  for (const label of ['đơn vị chủ trì tham mưu thực hiện:', 'cơ quan chủ trì, tham mưu:', 'đơn vị thực hiện:', 'bộ phận chủ trì:'])
    assert.equal(labelledAs(label)?.field, 'lead', label)
  assert.equal(labelledAs('đơn vị phối hợp thực hiện:')?.field, 'coordinate')
  assert.equal(labelledAs('cơ quan trình:')?.field, 'other')
})

test('the colon of a time may be left out', () => {
  assert.deepEqual(
    read('II. NHIỆM VỤ', '1. Tổ chức tập huấn văn thư', 'Thời gian thực hiện trong quý II năm 2026.', '- Cơ quan thực hiện: Sở Nội vụ.').map(
      ({ text, lead, due }) => [text, lead, due],
    ),
    [['Tổ chức tập huấn văn thư', ['Sở Nội vụ'], ['2026-06-30']]],
  )
  assert.equal(labelledAs('thời gian thực hiện của các hợp đồng đã ký'), null)
})

test('"TỔ CHỨC THỰC HIỆN:" with nothing behind it heads a part', () => {
  assert.deepEqual(
    read('1. Nội dung', '- Rà soát đội ngũ cán bộ.', '2. Tổ chức thực hiện:', '- Phòng Kinh tế chủ trì, phối hợp với Công an xã kiểm tra.').map(
      ({ text, lead, coordinate }) => [text, lead, coordinate],
    ),
    [
      ['Rà soát đội ngũ cán bộ.', [], []],
      ['Phòng Kinh tế chủ trì, phối hợp với Công an xã kiểm tra.', ['Phòng Kinh tế'], ['Công an xã']],
    ],
  )
})

test('whole sentences behind a label are read for who acts in each; a bracket may say who helps', () => {
  const [a] = read(
    'II. NHIỆM VỤ',
    '1. Rà soát văn bản quy phạm pháp luật',
    '- Cơ quan thực hiện: Sở Tư pháp tiến hành rà soát các văn bản thuộc thẩm quyền của Ủy ban nhân dân tỉnh; các sở rà soát văn bản do cơ quan mình tham mưu ban hành.',
  )
  assert.deepEqual(a?.lead, ['Sở Tư pháp', 'sở'])
  const [b] = read(
    'II. NHIỆM VỤ',
    '1. Lập danh mục đề án',
    '- Cơ quan chủ trì: Ban Dân nguyện [2] (Văn phòng Quốc hội phối hợp).',
    '- Thời hạn: theo tiến độ của Luật Đầu tư công 2024.',
  )
  assert.deepEqual([b?.lead, b?.coordinate, b?.due], [['Ban Dân nguyện'], ['Văn phòng Quốc hội'], []])
})

test('headings without a mark that only bodies stand under are labels: "2. Cơ quan chủ trì, phối hợp"', () => {
  const lines = [
    'B. NHIỆM VỤ',
    'I. CÔNG TÁC HỒ SƠ',
    '1. Nội dung, biện pháp',
    'a) Rà soát hồ sơ người có công;',
    'b) Lập bản đồ nghĩa trang.',
    '2. Cơ quan chủ trì, phối hợp',
    'a) Cơ quan chủ trì',
    '- Sở Nội vụ; các sở, ngành, cơ quan liên quan.',
    'b) Cơ quan phối hợp',
    '- Hội Cựu chiến binh tỉnh.',
    '- Các cơ quan báo chí trung ương, địa phương.',
    '3. Thời gian thực hiện: Từ năm 2025 đến năm 2027 và tiếp theo.',
  ]
  const said = read(...lines)
  assert.deepEqual(
    said.map(({ text }) => text),
    ['Rà soát hồ sơ người có công;', 'Lập bản đồ nghĩa trang.'],
  )
  for (const { lead, coordinate, due } of said) {
    assert.equal(lead[0], 'Sở Nội vụ')
    assert.equal(coordinate[0], 'Hội Cựu chiến binh tỉnh')
    assert.equal(lead.includes('Hội Cựu chiến binh tỉnh'), false)
    assert.deepEqual(due, [])
  }
  assert.deepEqual(
    read('I. NHIỆM VỤ', '1. Đơn vị phối hợp', '- Chuẩn bị hội trường trước ngày 10/12/2025.').map(({ text }) => text),
    ['Chuẩn bị hội trường trước ngày 10/12/2025.'],
  )
})

test('one set of labelled lines under the last of several points holds for all, whatever stands before these', () => {
  const said = read(
    'II. NHIỆM VỤ',
    '3. Giám sát bầu cử',
    '3.1. Tham gia các đoàn kiểm tra.',
    '3.2. Tiếp nhận thông tin của cử tri.',
    '- Đơn vị chủ trì: Văn phòng Đảng ủy.',
    '- Đơn vị phối hợp: Công an xã.',
  )
  assert.deepEqual(
    said.map(({ lead, coordinate }) => [lead, coordinate]),
    Array(2).fill([['Văn phòng Đảng ủy'], ['Công an xã']]),
  )
})

test('labelled lines under a whole order are for it and for the notes between; of its own time a point says more than the time they share', () => {
  const tasks = read(
    'II. NỘI DUNG',
    '2. Tập huấn',
    '2.1. Tổ chức tập huấn nghiệp vụ lưu trữ cho cán bộ các xã theo hướng dẫn của cấp trên.',
    '(1) Tổ chức đợt thứ nhất: chậm nhất ngày 10/12/2025.',
    '(2) Tổ chức đợt thứ hai cho người mới nhận việc.',
    '- Thời gian hoàn thành: Quý I/2026;',
    '- Đơn vị chủ trì: Phòng Văn hóa - Xã hội',
  )
  assert.deepEqual(
    tasks.map(({ lead, due }) => [lead, due]),
    [
      [['Phòng Văn hóa - Xã hội'], ['2026-03-31']],
      [['Phòng Văn hóa - Xã hội'], ['2025-12-10']],
      [['Phòng Văn hóa - Xã hội'], ['2026-03-31']],
    ],
  )
})

test('a time over points that only tell makes no orders of them', () => {
  assert.deepEqual(
    read(
      'II. NỘI DUNG KẾ HOẠCH',
      '1. Quan trắc nước',
      '1.1. Hồ chứa trên núi',
      'a. Thời gian thực hiện: Từ tháng 3 đến tháng 11/2026.',
      'b. Số điểm quan trắc',
      '- Điểm trên thượng nguồn: ba điểm, mỗi điểm hai tầng nước.',
      'c. Mẫu nước: nhiệt độ, độ pH, chất rắn lơ lửng; hai mẫu cho mỗi đợt.',
    ),
    [],
  )
})

test('labels are told by their parts, cut short, joined by a stroke or with a bracket', () => {
  const asked = (field: string, ...labels: string[]) => {
    for (const label of labels) assert.equal(labelledAs(`${label}: x`)?.field, field, label)
  }
  asked(
    'lead',
    'đv chủ trì',
    'cq thực hiện',
    'phòng, ban chủ trì',
    'đơn vị/cá nhân chủ trì',
    'cơ quan, đơn vị, địa phương chủ trì',
    'trách nhiệm chính',
  )
  asked(
    'lead',
    'bộ phận chịu trách nhiệm chính',
    'đơn vị (người) thực hiện',
    'phân công phụ trách',
    'cấp thực hiện',
    'đơn vị làm đầu mối',
    'trách nhiệm',
  )
  asked(
    'coordinate',
    'cơ quan phối hợp (nếu có)',
    'các đơn vị phối hợp',
    'cơ quan tham gia',
    'đơn vị cùng thực hiện',
    'phối hợp với',
    'bộ, ngành phối hợp',
  )
  asked('parts', 'cơ quan chủ trì, phối hợp', 'đơn vị chủ trì - phối hợp', 'cơ quan chủ trì và cơ quan phối hợp')
  asked(
    'due',
    'thời gian thực hiện/hoàn thành',
    'tght',
    'ngày hoàn thành',
    'dự kiến hoàn thành',
    'hạn xử lý',
    'tháng thực hiện',
    'thời gian trình ubnd tỉnh',
  )
  asked('submit', 'thẩm quyền ban hành', 'cấp trình, phê duyệt', 'nơi gửi báo cáo', 'cơ quan tiếp nhận báo cáo')
  asked('product', 'kết quả/sản phẩm', 'sản phẩm cụ thể')
  for (const none of ['ban tổ chức', 'tổ tham mưu', 'phối hợp kiểm tra liên ngành', 'hạn chế', 'các đơn vị liên quan', 'chủ trì, phối hợp'])
    assert.equal(labelledAs(`${none}: x`), null, none)
})

test('under one label for all parts whoever comes first leads; whoever only follows the work does not', () => {
  const [a, b] = read(
    'II. NHIỆM VỤ',
    '1. Khảo sát nhu cầu đào tạo',
    '- Cơ quan chủ trì, phối hợp: Phòng Nội vụ; Phòng Y tế, UBND các xã.',
    '2. Kiểm tra việc chấp hành kỷ luật',
    '- Bộ phận chịu trách nhiệm: Thanh tra huyện.',
    '- Đơn vị theo dõi, đôn đốc: Phòng Tư pháp.',
  )
  assert.deepEqual([a?.lead, a?.coordinate], [['Phòng Nội vụ'], ['Phòng Y tế', 'UBND các xã']])
  assert.deepEqual([b?.lead, b?.coordinate], [['Thanh tra huyện'], []])
})

test('a time behind the names of a label is a time; an act behind one is an order', () => {
  const [a, b] = read(
    'II. NHIỆM VỤ',
    '1. Tổ chức tập huấn (đơn vị đầu mối: Phòng Văn hóa; hoàn thành trước ngày 30/9/2026).',
    '2. Các địa phương thực hiện: Rà soát số liệu trước ngày 10/3/2026.',
  )
  assert.deepEqual([a?.lead, a?.due], [['Phòng Văn hóa'], ['2026-09-29']])
  assert.deepEqual([b?.lead, b?.due], [['địa phương'], ['2026-03-09']])
})

test('"Phân công nhiệm vụ:" over bodies with their work is no label', () => {
  assert.deepEqual(
    read('3. Phân công nhiệm vụ:', '- Phòng Nội vụ: Rà soát vị trí việc làm.', '- Công an huyện: Kiểm tra an ninh trật tự.').map(({ lead }) => lead),
    [['Phòng Nội vụ'], ['Công an huyện']],
  )
})

test('«Giao: …» with nothing but bodies, and «Hoàn thành trước …» on a line of its own, are labels without being called so', () => {
  const [a, b, ...none] = read(
    'II. NHIỆM VỤ',
    '1. Tổng kết phong trào',
    'Giao: Phòng Nội vụ',
    'Hoàn thành trước ngày 30/11/2026.',
    '2. Rà soát văn bản',
    '- Phòng, ban tham mưu: Phòng Tư pháp',
    '- Thời gian thực hiện từ tháng 3 đến tháng 10/2026.',
  )
  assert.deepEqual([a?.text, a?.lead, a?.due], ['Tổng kết phong trào', ['Phòng Nội vụ'], ['2026-11-29']])
  assert.deepEqual([b?.text, b?.lead, b?.due], ['Rà soát văn bản', ['Phòng Tư pháp'], ['2026-10-31']])
  assert.deepEqual(none, [])
  assert.deepEqual(read('3. Giao: Sở Y tế rà soát cơ sở vật chất.')[0]?.lead, ['Sở Y tế'])
})
