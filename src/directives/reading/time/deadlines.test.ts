import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold } from '../words/plaintext.ts'
import { dayMeant, deadlinesIn, occasionsIn } from './deadlines.ts'

const dating = { date: '2025-03-10', year: 2025 }
const due = (text: string, label = false): string[] => deadlinesIn(fold(text), dating, label).flatMap((d) => d.due ?? [])
const kinds = (text: string): string[] => deadlinesIn(fold(text), dating).map((d) => d.kind)

test('quarters, months, halves and years end on their last day', () => {
  assert.deepEqual(due('trình Tỉnh ủy quý II-2025'), ['2025-06-30'])
  assert.deepEqual(due('hoàn thành trong quí III/2025'), ['2025-09-30'])
  assert.deepEqual(due('xong trong tháng 02 năm 2028'), ['2028-02-29'])
  assert.deepEqual(due('thực hiện xong trong 6 tháng đầu năm 2026'), ['2026-06-30'])
  assert.deepEqual(due('hoàn thành trong năm 2025'), ['2025-12-31'])
  assert.deepEqual(due('ban hành trước cuối quý II/2025'), ['2025-06-30'])
  assert.deepEqual(due('xây dựng bộ tài liệu, ban hành trong quý IV năm 2025'), ['2025-12-31'])
  assert.deepEqual(due('rà soát các văn bản ban hành trong năm 2025'), [])
})

test('a day of the year before comes back every year; when something was said is no deadline', () => {
  assert.deepEqual(kinds('gửi Sở Tư pháp trước ngày 01 tháng 12 của năm trước'), ['recurring'])
  assert.deepEqual(kinds('gửi Sở Tư pháp trước ngày 15 tháng 01 của năm tiếp theo'), ['recurring'])
  assert.deepEqual(kinds('số liệu tính đến ngày 31 tháng 12 của năm trước'), [])
  assert.deepEqual(due('qua dự báo những thuận lợi, khó khăn trong năm 2026, yêu cầu'), [])
  assert.deepEqual(due('thực hiện các giải pháp đã được đề ra tại Hội nghị toàn quốc tổ chức vào ngày 12/5/2025'), [])
})

test('"trước" a day, month or quarter is the day before it begins; "trước 17 giờ ngày" is that day', () => {
  assert.deepEqual(due('báo cáo trước ngày 01/5/2025'), ['2025-04-30'])
  assert.deepEqual(due('hoàn thành trước tháng 3-2026'), ['2026-02-28'])
  assert.deepEqual(due('gửi về Sở trước 17 giờ ngày 20/6/2025'), ['2025-06-20'])
  assert.deepEqual(due('chậm nhất ngày 15 tháng 12 năm 2025'), ['2025-12-15'])
  assert.deepEqual(due('tổng kết trước ngày 15/6 và 15/12/2025'), ['2025-06-14', '2025-12-14'])
  assert.deepEqual(due('trước ngày 31/4/2025'), [])
})

test('a year left out is that of the provision, else of the document', () => {
  assert.deepEqual(due('trình trong tháng 10 và thực hiện xong trước tháng 12-2026'), ['2026-10-31', '2026-11-30'])
  assert.deepEqual(due('báo cáo trước ngày 25/10'), ['2025-10-24'])
  assert.deepEqual(due('báo cáo trong tháng 01'), ['2026-01-31'])
})

test('a stretch is due at its end', () => {
  assert.deepEqual(due('Quý IV/2025 - Quý I/2026', true), ['2026-03-31'])
  assert.deepEqual(due('thực hiện từ ngày 1/6 đến ngày 20/6/2025'), ['2025-06-20'])
  assert.deepEqual(due('2025 - 2027', true), ['2027-12-31'])
  assert.deepEqual(due('10/2025', true), ['2025-10-31'])
  assert.deepEqual(due('Tháng 3 và tháng 8/2026', true), ['2026-03-31', '2026-08-31'])
  assert.deepEqual(due('Quý I - Quý III/2026', true), ['2026-09-30'])
  assert.deepEqual(due('tổ chức hội nghị trong các ngày 16-18/11'), ['2025-11-18'])
  assert.deepEqual(due('kiểm tra từ ngày 16-18/11/2026'), ['2026-11-18'])
  assert.deepEqual(due('tập huấn trong các tháng 10, 11, 12/2025'), ['2025-12-31'])
})

test('a dash and a stroke part two months and their year; one sign between all three a day', () => {
  assert.deepEqual(due('10-11/2025', true), ['2025-11-30'])
  assert.deepEqual(due('10-11-2025', true), ['2025-11-10'])
  assert.deepEqual(due('trước ngày 10-11/2025'), ['2025-11-09'])
})

test('one day of several months is as many days', () => {
  assert.deepEqual(due('báo cáo trước ngày 20 các tháng 6, 9 và 12/2025'), ['2025-06-19', '2025-09-19', '2025-12-19'])
  assert.deepEqual(due('báo cáo trước ngày 20 tháng 9, 10 xã gửi kế hoạch'), ['2025-09-19'])
})

test('recurring dates name no day', () => {
  assert.deepEqual(due('báo cáo trước ngày 20 hằng tháng'), [])
  assert.deepEqual(kinds('gửi báo cáo trước ngày 10/6 và 10/12 hàng năm'), ['recurring', 'recurring'])
  assert.deepEqual(kinds('định kỳ hằng quý (trước ngày 25 tháng cuối quý) báo cáo'), ['recurring'])
})

test('starts, vague times, open ends and the dates of other documents are no deadlines', () => {
  assert.deepEqual(due('áp dụng từ ngày 01/7/2025'), [])
  assert.deepEqual(kinds('triển khai vào đầu năm 2026'), ['vague'])
  assert.deepEqual(due('Năm 2025 và các năm tiếp theo', true), [])
  assert.deepEqual(due('theo Quyết định số 99/QĐ-UBND ngày 01/12/2025 của Ủy ban nhân dân tỉnh'), [])
  assert.deepEqual(due('rà soát các nhiệm vụ triển khai trong năm 2025'), [])
  assert.deepEqual(due('số liệu tính đến ngày 31/7/2025'), [])
  assert.deepEqual(due('đã hoàn thành trước ngày 01/01/2024'), [])
  assert.deepEqual(due('hoàn thành không muộn hơn ngày 30/4/2025'), ['2025-04-30'])
  assert.deepEqual(due('gửi báo cáo trước 10 giờ, thứ Hai, ngày 22/9/2025'), ['2025-09-22'])
  assert.deepEqual(due('gửi báo cáo trước thứ Sáu, ngày 26/9/2025'), ['2025-09-25'])
  assert.deepEqual(due('Ngay sau kỳ họp HĐND tỉnh tháng 10/2025, công bố quyết định'), [])
  assert.deepEqual(due('hoàn thành trước thời điểm 30/6/2025'), ['2025-06-29'])
  assert.deepEqual(due('Ngày 15/5/2025: tổ chức hội nghị'), ['2025-05-15'])
  assert.deepEqual(due('phát triển nguồn nhân lực đường sắt đến năm 2035'), [])
  assert.deepEqual(
    ['ban hành quy chế trong 10 ngày kể từ ngày ban hành Kế hoạch', 'xong trước Tết Nguyên đán'].flatMap((text) =>
      occasionsIn(fold(text)).map((o) => o.kind),
    ),
    ['event', 'event'],
  )
  assert.deepEqual(due('Chưa xem xét trong năm 2026. Giao Sở Tài chính tổng hợp'), [])
})

test('the horizon of a planning document is not a deadline; "từ nay đến" bounds a duty', () => {
  assert.deepEqual(due('xây dựng Chiến lược phát triển du lịch đến năm 2035'), [])
  const [bound] = deadlinesIn(fold('không mua xe công từ nay đến năm 2027'), dating)
  assert.deepEqual([bound?.kind, bound?.due], ['horizon', '2027-12-31'])
})

test('a meeting gives its day', () => {
  assert.deepEqual(due('trình Quốc hội tại kỳ họp ngày 20/10/2025'), ['2025-10-20'])
})

test('occasions are kept as what they are', () => {
  assert.deepEqual(
    occasionsIn(fold('báo cáo sau khi Nghị định được ban hành, thường xuyên cập nhật')).map((o) => o.kind),
    ['event', 'recurring'],
  )
})

test('an hour with minutes, and a day without the word for day', () => {
  assert.deepEqual(due('về bến trước 17 giờ 30 ngày 12/6/2025'), ['2025-06-12'])
  assert.deepEqual(due('trình UBND tỉnh trước 20 tháng 4 năm 2025'), ['2025-04-19'])
})

test('the year of a plan with a vision, or of a target, is a horizon', () => {
  assert.deepEqual(due('phương hướng phát triển thành phố đến năm 2030, tầm nhìn đến năm 2050'), [])
  assert.deepEqual(due('hướng tới mục tiêu phát thải ròng bằng không vào năm 2050'), [])
})

test('a day without a year in a sentence that opens with every year comes back', () => {
  assert.deepEqual(due('hằng năm, tổ chức kiểm tra; lập báo cáo gửi sở trước ngày 15/12'), [])
})

test('what only tells of a time names no day; a stretch of two days ends on the second', () => {
  assert.deepEqual(due('các cơ sở trước 01/01/2026 là tuyến huyện'), [])
  assert.deepEqual(due('triển khai phương hướng, nhiệm vụ từ nay đến tháng 6/2026'), [])
  assert.deepEqual(due('Theo tiến độ của Luật An ninh mạng 2025', true), [])
  assert.deepEqual(due('cao điểm từ ngày 02/02/2026 – 15/02/2026'), ['2026-02-15'])
})

test('reports that come each time name no day', () => {
  assert.deepEqual(kinds('Báo cáo 6 tháng gửi trước ngày 20 tháng 6 và báo cáo năm gửi trước ngày 20 tháng 12'), ['recurring', 'recurring'])
})

test('a day that comes back may be told after a long list of bodies; what is brought to be issued by a quarter is due then', () => {
  const dating = { date: '2026-01-10', year: 2026 }
  assert.deepEqual(
    deadlinesIn(
      'định kỳ 6 tháng báo cáo kết quả thực hiện về bộ khoa học và công nghệ, bộ thông tin và truyền thông, bộ tài chính trước ngày 15/6 và trước ngày 01/12',
      dating,
    ).filter((one) => one.due !== null),
    [],
  )
  assert.deepEqual(
    deadlinesIn('trình thủ tướng chính phủ ban hành trong quý i năm 2026', dating).map((one) => one.due),
    ['2026-03-31'],
  )
})

test('the years a plan is for, and the year of an aim beside a nearer day, are no deadlines', () => {
  assert.deepEqual(due('thực hiện quy hoạch mạng lưới cảng từ nay đến năm 2030 đã được phê duyệt'), [])
  assert.deepEqual(due('trong quý II năm 2025 rà soát thị trường để đẩy mạnh xuất khẩu trong năm 2025'), ['2025-06-30'])
  assert.deepEqual(due('xây dựng đề án để triển khai trong năm 2025'), ['2025-12-31'])
})

test('what is waived, cut or put off is so until a day; when that is to be settled is a deadline', () => {
  assert.deepEqual(due('Giảm 30% lệ phí cấp thẻ đến hết ngày 31/12/2025.'), [])
  assert.deepEqual(due('Miễn thủy lợi phí cho hộ nghèo trong năm 2026.'), [])
  assert.deepEqual(due('Giảm tiền thuê đất cho hộ bị thiệt hại, hoàn thành trước ngày 30/9/2025.'), ['2025-09-29'])
  assert.deepEqual(due('Giảm tỷ lệ hồ sơ trễ hạn xuống dưới 2% trong năm 2025.'), ['2025-12-31'])
})

test('the day that words come to, where they name one', () => {
  const days = [
    'trước ngày 15-12-2013',
    'trong tháng 12-2013',
    'Quý I/2014',
    'trước ngày 20/12',
    'xong trong tháng 10',
    'hằng quý',
    'sau khi có hướng dẫn',
    'tháng 6 và tháng 12-2013',
    '',
  ]
  assert.deepEqual(
    days.map((worded) => dayMeant(worded, 2013)),
    ['2013-12-14', '2013-12-31', '2014-03-31', '2013-12-19', '2013-10-31', null, null, null, null],
  )
})

test('what is to be reached by a year falls due with it, however far; the year of a way or a plan does not', () => {
  assert.deepEqual(due('trồng rừng ven biển, diện tích rừng đến năm 2032 đạt 900 ha'), ['2032-12-31'])
  assert.deepEqual(due('thu gom rác ở bãi biển. Đến năm 2032, trạm quan trắc được hoàn thiện'), ['2032-12-31'])
  assert.deepEqual(due('xây dựng lộ trình thực hiện đến năm 2032, bảo đảm ít nhất 30% số xã'), [])
  assert.deepEqual(due('xây dựng kế hoạch phát triển nhà ở đến năm 2032, bảo đảm tối thiểu 25 m² mỗi người'), [])
  assert.deepEqual(due('xây dựng chiến lược phát triển ngành, lĩnh vực đến năm 2032, tỷ lệ đô thị đạt 50%'), [])
  assert.deepEqual(due('nâng cấp cảng biển. Đến năm 2045, tỉnh trở thành trung tâm cảng biển'), [])
})
