import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from '../read.ts'
import { rolesIn } from '../roles/roles.ts'
import { passage } from '../words/plaintext.ts'

const lead = (text: string): string[] => [
  ...new Set(
    rolesIn(passage(text, [[0, text.length]]))
      .roles.filter((one) => one.role === 'lead')
      .map(({ body }) => body.name),
  ),
]

test('a unit written in small letters ends where it acts or where its place is named', () => {
  assert.deepEqual(lead('Vụ pháp chế chủ trì rà soát hồ sơ.'), ['Vụ pháp chế'])
  assert.deepEqual(lead('Trung tâm thông tin tỉnh cập nhật danh mục.'), ['Trung tâm thông tin tỉnh'])
})

test('classes say what they make and who they serve', () => {
  assert.deepEqual(lead('Cơ sở sản xuất, kinh doanh hàng hóa, dịch vụ bố trí lối đi riêng.'), ['Cơ sở sản xuất, kinh doanh hàng hóa, dịch vụ'])
  assert.deepEqual(lead('Chủ đầu tư công trình điện lực lập danh mục hồ sơ.'), ['Chủ đầu tư công trình điện lực'])
  assert.deepEqual(lead('Các cơ quan, đơn vị tổ chức theo ngành dọc lập danh mục hồ sơ.'), ['cơ quan, đơn vị tổ chức theo ngành dọc'])
})

test('units of a body are told whose they are by «trực thuộc» too', () => {
  assert.deepEqual(lead('Các đơn vị liên quan trực thuộc Bộ Xây dựng lập danh mục hồ sơ.'), ['đơn vị liên quan trực thuộc Bộ Xây dựng'])
})

test('whoever lets somebody know of a document orders nothing', () => {
  assert.deepEqual(lead('Cục trưởng Cục Hải quan thông báo để Công ty Hoa Sen biết.'), [])
  assert.deepEqual(lead('Cục trưởng Cục Hải quan thông báo danh mục hồ sơ.'), ['Cục trưởng Cục Hải quan'])
})

test('whoever acts together with others is helped by them, where the sentence begins so', () => {
  const { roles } = rolesIn(passage('Cùng với Ủy ban nhân dân các phường lập danh mục kho.', [[0, 53]]))
  assert.deepEqual(
    roles.map(({ role, body }) => [role, body.name]),
    [['coordinate', 'Ủy ban nhân dân các phường']],
  )
})

test('those told for a thing, for their part in it or for times in general do not lead', () => {
  assert.deepEqual(lead('Rà soát tiêu chí kho lưu trữ do Trung ương ban hành.'), [])
  assert.deepEqual(lead('Đánh giá trách nhiệm của thủ trưởng các sở; Bộ Chỉ huy Quân sự tỉnh trong việc trả lời.'), [])
  assert.deepEqual(lead('Bồi dưỡng cho đội ngũ cán bộ, đảng viên trong tình hình mới.'), [])
  assert.deepEqual(lead('Các sở trong năm 2026 lập danh mục.'), ['sở'])
})

test('boards and directors over several kinds of firms are one entry, members of a committee beside secretaries two', () => {
  assert.deepEqual(lead('Tổng giám đốc các Tập đoàn, Tổng công ty trực thuộc Bộ Tài chính khẩn trương rà soát kho.'), [
    'Tổng giám đốc các Tập đoàn, Tổng công ty trực thuộc Bộ Tài chính',
  ])
  assert.deepEqual(lead('Hội đồng quản trị các Tổng công ty rà soát kho.'), ['Hội đồng quản trị các Tổng công ty'])
  assert.deepEqual(lead('Các đồng chí Đảng ủy viên, Bí thư các chi bộ rà soát kho.'), ['Đảng ủy viên', 'Bí thư các chi bộ'])
})

test('a long name that a document introduces is known wherever it stands, with the acts in it', () => {
  const read = (...lines: string[]) => readDirective(lines.join('\n')).tasks.map(({ lead }) => lead)
  const leads = read(
    'QUYẾT ĐỊNH',
    'Điều 1. Thành lập Ban Chỉ đạo thực hiện hỗ trợ nhà ở cho người có công tỉnh gồm các ông, bà có tên trong danh sách.',
    'II. TỔ CHỨC THỰC HIỆN',
    '1. Ban Chỉ đạo thực hiện hỗ trợ nhà ở cho người có công tổ chức kiểm tra hiện trạng nhà ở.',
    '2. Thành viên Hội đồng kiểm tra, sát hạch.',
    '3. Hội đồng kiểm tra, sát hạch tổ chức sát hạch theo kế hoạch.',
    '4. Ban Chỉ đạo rà soát các chương trình.',
  )
  assert.deepEqual(leads.slice(-3), [['Ban Chỉ đạo thực hiện hỗ trợ nhà ở cho người có công'], ['Hội đồng kiểm tra, sát hạch'], ['Ban Chỉ đạo']])
  assert.deepEqual(read('1. Thành lập Tổ công tác.', '2. Tổ công tác rà soát hồ sơ.', '3. Tổ công tác rà soát dự án.').slice(-2), [
    ['Tổ công tác'],
    ['Tổ công tác'],
  ])
})
