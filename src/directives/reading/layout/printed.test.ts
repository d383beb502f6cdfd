import assert from 'node:assert/strict'
import { test } from 'node:test'
import { told } from '../../../../test/told.ts'
import { readDirective } from '../read.ts'

test('a point broken after one of its clauses is one; a list in small letters is not', () => {
  const tasks = told('1. Sở Xây dựng', '- Tổ chức trực, phân luồng từ xa;', 'cử người canh gác ở các ngầm tràn.', '- Kiểm tra các tuyến đường.')
  assert.deepEqual(
    tasks.map(({ text }) => text),
    ['Tổ chức trực, phân luồng từ xa; cử người canh gác ở các ngầm tràn.', 'Kiểm tra các tuyến đường.'],
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

test('between two points of an article a paragraph goes on with the first', () => {
  const tasks = told(
    'Điều 4. Tổ chức thực hiện',
    '1. Giao Ủy ban nhân dân Thành phố tổ chức thực hiện Nghị quyết.',
    'Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, kịp thời báo cáo Hội đồng nhân dân Thành phố.',
    '2. Giao Thường trực Hội đồng nhân dân giám sát.',
  )
  assert.deepEqual(
    tasks.map(({ lead }) => lead),
    [['Ủy ban nhân dân Thành phố'], ['Ủy ban nhân dân Thành phố'], ['Thường trực Hội đồng nhân dân']],
  )
})

test('a paragraph between two points does not end what introduced them', () => {
  const tasks = told(
    'I. ĐÁNH GIÁ CHUNG',
    'Thời gian tới, Thành phố Đà Nẵng cần tập trung thực hiện tốt một số nhiệm vụ, giải pháp sau đây:',
    '1. Cấp ủy phải xác định rõ nhiệm vụ.',
    'Sở Nội vụ hướng dẫn chính quyền cấp xã.',
    '2. Thúc đẩy mạnh mẽ chuyển đổi số.',
  )
  assert.deepEqual(
    tasks.map(({ lead }) => lead),
    [['Cấp ủy'], ['Sở Nội vụ'], ['Thành phố Đà Nẵng']],
  )
})

test('a letterhead whose two columns came out with one space between them is told apart', () => {
  const { document } = readDirective(
    [
      'ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'TỈNH NAM SƠN Độc lập - Tự do - Hạnh phúc',
      'Số: 112/KH-UBND Nam Sơn, ngày 05 tháng 3 năm 2025',
      '',
      'KẾ HOẠCH',
      'Phòng, chống thiên tai năm 2025',
      '',
      '1. Sở Nội vụ rà soát trong tháng 3.',
    ].join('\n'),
  )
  assert.deepEqual([document.number, document.date, document.issuer], ['112/KH-UBND', '2025-03-05', 'Ủy ban nhân dân tỉnh Nam Sơn'])
})

test('a heading with wide spaces behind its marks is no head of a table', () => {
  const tasks = told(
    'II.  MỘT SỐ NHIỆM VỤ,  GIẢI PHÁP TRONG THỜI GIAN TỚI',
    '1.  Rà soát biên chế,  sắp xếp các phòng.',
    '2.  Bố trí kinh phí,  xong trong quý IV.',
  )
  assert.deepEqual(
    tasks.map(({ text }) => text),
    ['Rà soát biên chế, sắp xếp các phòng.', 'Bố trí kinh phí, xong trong quý IV.'],
  )
})

test('dots stand for dashes where no line begins with a dash', () => {
  const lines = [
    '2.1. Sở Xây dựng phối hợp với Sở Nông nghiệp và Môi trường trong công tác điều tiết nước.',
    '- Ưu tiên tiêu nước cho khu vực trung tâm:',
    'Thực hiện theo Quy chế phối hợp giữa hai sở.',
    '- Căn cứ Quy định số 294-QĐ/TW ngày 26/5/2025 của Ban Chấp hành Trung ương;',
    '- Rà soát các sông không còn phục vụ sản xuất:',
    'Kiểm tra, đề xuất phương án chuyển đổi.',
  ]
  const read = told(...lines)
  assert.deepEqual(read[0]?.coordinate, ['Sở Nông nghiệp và Môi trường'])
  assert.deepEqual(told(...lines.map((line) => line.replace(/^- /, '• '))), read)
})
