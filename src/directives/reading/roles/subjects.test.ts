import assert from 'node:assert/strict'
import { test } from 'node:test'
import { told } from '../../../../test/told.ts'
import { passage } from '../words/plaintext.ts'
import { rolesIn } from './roles.ts'

const roles = (text: string, role: string): string[] =>
  rolesIn(passage(text, [[0, text.length]]))
    .roles.filter((one) => one.role === role)
    .map(({ body }) => body.name)
const leads = (text: string): string[] => roles(text, 'lead')

test('what stands between a class and "có trách nhiệm" tells which are meant', () => {
  assert.deepEqual(leads('Các đơn vị thu gom rác thải trên địa bàn huyện có trách nhiệm phân loại.'), ['đơn vị thu gom rác thải trên địa bàn huyện'])
  assert.deepEqual(leads('Các tổ chức, cá nhân nuôi chim yến trên địa bàn có trách nhiệm đăng ký.'), [
    'tổ chức',
    'cá nhân nuôi chim yến trên địa bàn',
  ])
  assert.deepEqual(leads('Các cơ quan được phân công chủ trì đề án có trách nhiệm báo cáo.'), ['cơ quan được phân công chủ trì đề án'])
  assert.deepEqual(leads('Các đơn vị cử cán bộ có trách nhiệm dự họp.'), ['đơn vị'])
})

test('after a list that a clause closes, the one behind the comma acts', () => {
  assert.deepEqual(leads('Trên cơ sở đề nghị của các sở, cơ quan liên quan, Sở Tài chính khẩn trương thẩm định.'), ['Sở Tài chính'])
})

test('a purpose told in several clauses opens one sentence', () => {
  assert.deepEqual(leads('Nhằm chấn chỉnh kỷ cương; khắc phục hạn chế nêu trên, Chủ tịch UBND tỉnh yêu cầu Giám đốc các sở thực hiện:'), [
    'Giám đốc các sở',
  ])
})

test('a condition without a comma goes before who acts', () => {
  assert.deepEqual(leads('Quá trình thực hiện nếu có vướng mắc các cơ quan, đơn vị kịp thời phản ánh về Sở Y tế.'), ['cơ quan', 'đơn vị'])
})

test('one act among others, and a thing told by who made it, order nobody', () => {
  assert.deepEqual(leads('Thường xuyên kiểm tra; nếu không đạt phải hướng dẫn, yêu cầu các cơ sở có biện pháp khắc phục.'), [])
  assert.deepEqual(leads('Ưu tiên mua sắm hàng hóa do doanh nghiệp trong nước tạo ra.'), [])
  assert.deepEqual(leads('Cơ bản thống nhất với Báo cáo do Sở Nội vụ trình.'), [])
  assert.deepEqual(leads('Công an tỉnh theo dõi; định kỳ báo cáo Bộ Công an, UBND tỉnh theo quy định.'), ['Công an tỉnh'])
})

test('a list of partners goes on over a semicolon until its act', () => {
  const text =
    'Thực hiện quản lý nhà nước; phối hợp Ban Quản lý các khu công nghiệp; các doanh nghiệp viễn thông và các đơn vị liên quan rà soát vị trí.'
  assert.deepEqual([leads(text), roles(text, 'coordinate')], [[], ['Ban Quản lý các khu công nghiệp', 'doanh nghiệp viễn thông', 'đơn vị liên quan']])
})

test('a class called by what it does is one where a modal follows, and an act otherwise', () => {
  assert.deepEqual(leads('Cơ quan phối hợp có trách nhiệm trả lời bằng văn bản.'), ['Cơ quan phối hợp'])
  assert.deepEqual(leads('Các cơ quan phối hợp rà soát hồ sơ.'), ['cơ quan'])
  assert.deepEqual(leads('Cơ quan đăng ký đầu tư có trách nhiệm lấy ý kiến.'), ['Cơ quan đăng ký đầu tư'])
  assert.deepEqual(leads('Trung tâm Phục vụ hành chính công tỉnh có chức năng tham mưu.'), [])
})

test('the matter before a colon, and who acts behind it; a directive with the clause that narrows it', () => {
  assert.deepEqual(leads('Khen thưởng cấp tỉnh: Sở Nội vụ phối hợp với các cơ quan liên quan xét chọn.'), ['Sở Nội vụ'])
  assert.deepEqual(leads('Các sở, ngành: Là các đơn vị được lấy ý kiến, chịu trách nhiệm về các nội dung sau:'), ['sở', 'ngành'])
  assert.deepEqual(leads('Sở Nội vụ đề nghị các doanh nghiệp có sử dụng lao động nước ngoài thực hiện:'), [
    'doanh nghiệp có sử dụng lao động nước ngoài',
  ])
  assert.deepEqual(leads('Thực hiện nhiệm vụ khác do Chủ tịch Ủy ban nhân dân tỉnh giao.'), [])
})

test('who is followed up, who made a thing, and own units to whom work is shared out, do not lead', () => {
  assert.deepEqual(leads('Theo dõi các cơ quan đảng, Văn phòng Quốc hội trong việc thực hiện Quy định này, báo cáo Ban Bí thư.'), [])
  assert.deepEqual(leads('Giá tính lệ phí do Ủy ban nhân dân cấp tỉnh ban hành theo quy định của pháp luật;'), [])
  assert.deepEqual(
    leads(
      'Trường hợp do một cấp định giá: Sở quản lý ngành, lĩnh vực đối với hàng hóa, dịch vụ (theo Phụ lục I) có trách nhiệm trình Ủy ban nhân dân tỉnh.',
    ),
    ['Sở quản lý ngành, lĩnh vực đối với hàng hóa, dịch vụ'],
  )
})

test('what a class trades in may be told in two parts before "căn cứ"', () => {
  assert.deepEqual(
    leads('Các sở; các doanh nghiệp chế biến gỗ và sản xuất hàng mộc hoạt động tại địa phương căn cứ quy định nghiêm túc thực hiện Chỉ thị này.'),
    ['sở', 'doanh nghiệp chế biến gỗ và sản xuất hàng mộc hoạt động tại địa phương'],
  )
})

test('a name with a comma, an act or a dash in it is whoever has the work behind the colon', () => {
  const lead = (point: string) => told('II. TỔ CHỨC THỰC HIỆN', '- Phòng Nội vụ lập danh sách.', point).at(-1)?.lead
  assert.deepEqual(lead('- Tổ Kiểm tra, giám sát: Xây dựng kế hoạch kiểm tra.'), ['Tổ Kiểm tra, giám sát'])
  assert.deepEqual(lead('- Tiểu ban An ninh, trật tự: Xây dựng phương án.'), ['Tiểu ban An ninh, trật tự'])
  assert.deepEqual(lead('- Kế toán: Tham mưu bố trí kinh phí.'), ['Kế toán'])
  assert.deepEqual(lead('- Đồng chí Trưởng Ban Xây dựng Đảng - Trưởng Tiểu ban: Phụ trách chung.'), ['Trưởng Ban Xây dựng Đảng - Trưởng Tiểu ban'])
  assert.deepEqual(lead('- Giáo viên nghiên cứu chương trình môn học.'), ['Giáo viên'])
  assert.deepEqual(lead('- Tổ chức hội nghị: Xây dựng kế hoạch.'), [])
})

test('several orders to do one act are for all they name; a class goes by what takes place there', () => {
  const [a] = told('II. NHIỆM VỤ', '1. Đề nghị các hội, đoàn thể, yêu cầu các sở, ngành cử cán bộ đầu mối trước ngày 15/5/2026.')
  assert.deepEqual(a?.lead, ['hội', 'đoàn thể', 'sở', 'ngành'])
  const [b] = told('II. NHIỆM VỤ', '1. Sở Y tế', '- Lập phương án y tế (phối hợp với UBND các xã diễn ra lễ hội và đơn vị liên quan).')
  assert.deepEqual(b?.coordinate, ['UBND các xã diễn ra lễ hội', 'đơn vị liên quan'])
  const [c] = told('II. NHIỆM VỤ', '1. Trạm Thú y phối hợp với UBND các xã có lợn bị tiêu hủy để lập hồ sơ.')
  assert.deepEqual(c?.coordinate, ['UBND các xã có lợn bị tiêu hủy'])
})

test('after the grounds of a letter whoever it is from asks or guides those who do its points', () => {
  const lead = (introduction: string) => told(introduction, '1. Rà soát dữ liệu.', '2. Tăng cường kiểm tra.').map((one) => one.lead)
  assert.deepEqual(
    lead(
      'Thực hiện Nghị quyết số 01/NQ-CP; Quyết định số 33/QĐ-BTC, nhằm nâng cao chất lượng, Tổng cục Thuế đề nghị các Cục Thuế thực hiện các việc sau:',
    ),
    [['Cục Thuế'], ['Cục Thuế']],
  )
  assert.deepEqual(
    lead(
      'Thực hiện Kế hoạch số 14/KH-BGD; nhằm nâng cao chất lượng, Bộ Giáo dục và Đào tạo (GDĐT) hướng dẫn các cơ sở đào tạo triển khai kết nối như sau:',
    ),
    [['cơ sở đào tạo'], ['cơ sở đào tạo']],
  )
  const [first] = told(
    'II. NHIỆM VỤ',
    '1. Đơn vị duy trì trên địa bàn:',
    'Công ty Điện lực Hòa Bình; Công ty Môi trường Hòa Bình theo địa bàn quản lý, duy tu có trách nhiệm:',
    '- Rà soát các điểm ngập.',
  )
  assert.deepEqual(first?.lead, ['Công ty Điện lực Hòa Bình', 'Công ty Môi trường Hòa Bình'])
})
