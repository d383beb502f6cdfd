import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from '../read.ts'
import { rolesIn } from '../roles/roles.ts'
import { passage } from '../words/plaintext.ts'

const who = (text: string, role: string): string[] => [
  ...new Set(
    rolesIn(passage(text, [[0, text.length]]))
      .roles.filter((one) => one.role === role)
      .map(({ body }) => body.name),
  ),
]
const tasks = (...lines: string[]) => readDirective(lines.join('\n')).tasks

test('a dash between classes or kinds of places stands for a comma, one before what a body is besides does not', () => {
  assert.deepEqual(who('Phối hợp với các sở - ngành, Ủy ban nhân dân các quận - huyện lập danh mục.', 'coordinate'), [
    'sở',
    'ngành',
    'Ủy ban nhân dân các quận - huyện',
  ])
  assert.deepEqual(who('Giám đốc các sở - ban - ngành rà soát hồ sơ.', 'lead'), ['Giám đốc các sở - ban - ngành'])
  assert.deepEqual(tasks('KẾ HOẠCH', 'Về hồ sơ', '1. Sở Nội vụ - thường trực kế hoạch:', '- Tổng hợp kết quả.')[0]?.lead, ['Sở Nội vụ'])
})

test('a body over a number of places goes by it', () => {
  assert.deepEqual(who('Ủy ban nhân dân 11 phường bố trí kinh phí.', 'lead'), ['Ủy ban nhân dân 11 phường'])
  assert.deepEqual(who('Ủy ban nhân dân xã/phường/thị trấn bố trí kinh phí.', 'lead'), ['Ủy ban nhân dân xã/phường/thị trấn'])
})

test('a class in the plural told one by one before its act', () => {
  assert.deepEqual(who('Đề nghị Mặt trận Tổ quốc, các tổ chức hội: Hội Nông dân, Hội Phụ nữ vận động hội viên.', 'lead'), [
    'Mặt trận Tổ quốc',
    'tổ chức hội',
    'Hội Nông dân',
    'Hội Phụ nữ',
  ])
})

test('partners whose names nobody knows: letters, and a word with a capital at the end of a list', () => {
  assert.deepEqual(who('Phối hợp với VINATABA xây dựng tiêu chuẩn.', 'coordinate'), ['VINATABA'])
  assert.deepEqual(who('Phối hợp với Sở Công Thương, Vinataba tổ chức khảo sát.', 'coordinate'), ['Sở Công Thương', 'Vinataba'])
})

test('what those of a class live on, and whose they are, belong to the name', () => {
  assert.deepEqual(who('Các hộ nuôi cá báo cáo số lồng.', 'lead'), ['hộ nuôi cá'])
  assert.deepEqual(who('Phối hợp với các tỉnh trồng lúa và các tỉnh sản xuất muối Nam Trung Bộ hình thành quỹ.', 'coordinate'), [
    'tỉnh trồng lúa',
    'tỉnh sản xuất muối Nam Trung Bộ',
  ])
  assert.deepEqual(who('Phối hợp với các đơn vị liên quan của Sở Tài chính rà soát hồ sơ.', 'coordinate'), ['đơn vị liên quan của Sở Tài chính'])
  assert.deepEqual(who('Cục quản lý chất lượng và thú y thủy sản sớm hoàn thiện quy chế.', 'lead'), ['Cục quản lý chất lượng và thú y thủy sản'])
})

test('names behind a shared head go on over small letters and capitals to their separator', () => {
  assert.deepEqual(who('Vụ Kế hoạch phối hợp với các Vụ: Năng lượng, Thị trường trong nước, Chính sách thương mại Đa biên rà soát.', 'coordinate'), [
    'Vụ Năng lượng',
    'Vụ Thị trường trong nước',
    'Vụ Chính sách thương mại Đa biên',
  ])
})

test('who acts may come after one body by its name: "… của Chính phủ, các bộ …"', () => {
  assert.deepEqual(who('Trên cơ sở Chương trình hành động của Chính phủ, các bộ, địa phương chủ động xây dựng kế hoạch.', 'lead'), [
    'bộ',
    'địa phương',
  ])
  assert.deepEqual(who('Tiếp thu ý kiến đã nêu, đề nghị các địa phương cần triển khai biện pháp.', 'lead'), ['địa phương'])
})

test('those advised may stand behind what is drafted for them', () => {
  assert.deepEqual(who('Sở Xây dựng tham mưu dự thảo văn bản UBND tỉnh kiến nghị Bộ Xây dựng.', 'submit-to'), ['UBND tỉnh', 'Bộ Xây dựng'])
  assert.deepEqual(who('Tham mưu hiệu quả cho Tổ công tác của Thủ tướng Chính phủ.', 'submit-to'), ['Tổ công tác của Thủ tướng Chính phủ'])
  assert.deepEqual(who('Nhiều đơn vị vẫn yêu cầu người dân cung cấp giấy tờ.', 'lead'), [])
})

test('under a heading the first sentence is for whoever stands there, a later one for whoever it names', () => {
  const heads = ['KẾ HOẠCH', 'Về kho lưu trữ', 'II. TỔ CHỨC THỰC HIỆN', '1. Ủy ban nhân dân các xã']
  assert.deepEqual(tasks(...heads, '- Sửa chữa kho lưu trữ. Phòng Kinh tế lập dự toán.')[0]?.lead, ['Ủy ban nhân dân các xã', 'Phòng Kinh tế'])
  assert.deepEqual(tasks(...heads, '- Phòng Kinh tế lập dự toán; Phòng Văn hóa rà soát.')[0]?.lead, ['Phòng Kinh tế', 'Phòng Văn hóa'])
})

test('partners of whoever directs are not those of the one who acts; beside "phối hợp với … các việc sau:" "Với …" names more', () => {
  const point = 'a) Vụ Pháp chế chủ trì, phối hợp với Vụ Tổ chức lập danh mục.'
  assert.deepEqual(tasks('CHỈ THỊ', 'Về hồ sơ', '1. Thứ trưởng Lê An phối hợp với Thứ trưởng Hồ Bình chỉ đạo:', point)[0]?.coordinate, ['Vụ Tổ chức'])
  const [more] = tasks(
    'CHỈ THỊ',
    'Về hồ sơ',
    '1. Vụ Pháp chế chủ trì, phối hợp với Vụ Tổ chức triển khai các việc sau:',
    '- Với các đơn vị của Bộ Tài chính xây dựng quy chế.',
  )
  assert.deepEqual([more?.lead, more?.coordinate], [['Vụ Pháp chế'], ['đơn vị của Bộ Tài chính', 'Vụ Tổ chức']])
})

test('a column says who helps whatever the other says; names of one kind with nothing between them are two', () => {
  const [row] = tasks(
    'KẾ HOẠCH',
    'Về dữ liệu',
    'TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp',
    '1 | Xây dựng danh mục | Bộ Tài chính Bộ Nội vụ | Bộ Nội vụ; các bộ',
  )
  assert.deepEqual(
    [row?.lead, row?.coordinate],
    [
      ['Bộ Tài chính', 'Bộ Nội vụ'],
      ['Bộ Nội vụ', 'bộ'],
    ],
  )
})

test('"liên quan" closes a run of general words only', () => {
  assert.deepEqual(who('Phối hợp với các sở, ngành, Ủy ban nhân dân các huyện liên quan cắm mốc.', 'coordinate'), [
    'sở',
    'ngành',
    'Ủy ban nhân dân các huyện liên quan',
  ])
  assert.deepEqual(who('Phối hợp với các doanh nghiệp, hợp tác xã liên quan cắm mốc.', 'coordinate'), ['doanh nghiệp, hợp tác xã liên quan'])
  assert.deepEqual(who('Phối hợp với các ngành hữu quan thành phố kiểm tra.', 'coordinate'), ['ngành hữu quan thành phố'])
})

test('names in small letters, with a comma, and with a last syllable that nobody knows', () => {
  assert.deepEqual(who('Yêu cầu Trung tâm phát triển quỹ đất Chi nhánh Gia Lộc lập phương án.', 'lead'), [
    'Trung tâm phát triển quỹ đất Chi nhánh Gia Lộc',
  ])
  assert.deepEqual(who('Người có nghĩa vụ kê khai đất, nhà có trách nhiệm nộp bản kê.', 'lead'), ['Người có nghĩa vụ kê khai đất, nhà'])
  assert.deepEqual(who('Phối hợp với Báo Cao nguyên Bừng sáng, Đài Truyền hình thành phố mở chuyên mục.', 'coordinate'), [
    'Báo Cao nguyên Bừng sáng',
    'Đài Truyền hình thành phố',
  ])
  assert.deepEqual(who('Giao các Bộ: Xây dựng, Tài chính, Kế hoạch và Đầu tư nghiên cứu cơ chế.', 'lead'), [
    'Bộ Xây dựng',
    'Bộ Tài chính',
    'Bộ Kế hoạch và Đầu tư',
  ])
})

test('a place in a bracket acts not; whoever acts first asks others in the same sentence', () => {
  assert.deepEqual(who('Đẩy nhanh việc di dời cảng ra Bến Gỗ (tỉnh Đồng Nai).', 'lead'), [])
  assert.deepEqual(who('Sở Xây dựng đôn đốc các chủ đầu tư; yêu cầu các chủ đầu tư cam kết tiến độ.', 'lead'), ['Sở Xây dựng'])
  assert.deepEqual(who('Ủy ban nhân dân thành phố chỉ thị Thủ trưởng các sở tổ chức thi đua.', 'lead'), ['Thủ trưởng các sở'])
  assert.deepEqual(who('Tiếp thu ý kiến các Bộ, Tổng công ty Đường sắt sớm hoàn chỉnh báo cáo.', 'lead'), ['Tổng công ty Đường sắt'])
})

test('a body named before is not another when its class alone names it once more', () => {
  assert.deepEqual(tasks('THÔNG BÁO', 'Về vốn', '1. Tổng công ty Đường sắt phải giữ vững thị phần. Tổng công ty cần huy động vốn.')[0]?.lead, [
    'Tổng công ty Đường sắt',
  ])
})

test('a paragraph that only tells on what occasion it was written orders nothing; who answers for it does, under any heading', () => {
  assert.deepEqual(
    tasks(
      'CHỈ THỊ',
      'Về bến đò',
      'I. BẾN ĐÒ',
      'Thực hiện Nghị quyết số 12/2024/NQ-CP ngày 05 tháng 01 năm 2024 về an toàn giao thông; Chỉ thị số 03/2024/CT-TTg về đường thủy.',
      'Ủy ban nhân dân tỉnh yêu cầu các sở thực hiện:',
      '1. Rà soát bến đò.',
      'II. HIỆU LỰC',
      'Yêu cầu Thủ trưởng các sở chịu trách nhiệm thực hiện nghiêm Chỉ thị này.',
    ).map(({ text }) => text.slice(0, 12)),
    ['Rà soát bến ', 'Yêu cầu Thủ '],
  )
})

test('the stop of a word cut short ends no name; a place may be called like an act', () => {
  assert.deepEqual(who('Phối hợp với Ủy ban nhân dân TP. Hải Phòng, Trường Nghề Tp. Huế rà soát.', 'coordinate'), [
    'Ủy ban nhân dân TP. Hải Phòng',
    'Trường Nghề Tp. Huế',
  ])
  assert.deepEqual(who('Ủy ban nhân dân các thành phố: Huế, Cần Thơ thực hiện nghiêm.', 'lead'), [
    'Ủy ban nhân dân thành phố Huế',
    'Ủy ban nhân dân thành phố Cần Thơ',
  ])
})

test('where those of a class are may stand before a word of urging', () => {
  assert.deepEqual(who('Chủ tịch Ủy ban nhân dân các tỉnh tại khu vực có mưa, lũ tập trung sơ tán dân.', 'lead'), [
    'Chủ tịch Ủy ban nhân dân các tỉnh',
  ])
})

test('who acts may stand behind a long matter, and behind a count', () => {
  assert.deepEqual(who('Đẩy mạnh rà soát, xây dựng, hoàn thiện thể chế, cơ chế chính sách: Các bộ khẩn trương trình Nghị định.', 'lead'), ['bộ'])
  assert.deepEqual(who('Đẩy mạnh cắt giảm thủ tục: (1) Các bộ khẩn trương rà soát; (2) Bộ Công an chủ trì tổng hợp.', 'lead'), ['bộ', 'Bộ Công an'])
  assert.deepEqual(who('Bản đồ phải có xác nhận của các cơ quan: Phòng Kinh tế, Phòng Văn hóa lập hồ sơ.', 'lead'), [])
})

test('what is registered is brought before nobody; the authority "theo quy định" is the authority', () => {
  assert.deepEqual(who('Rà soát cơ sở dữ liệu về đăng ký doanh nghiệp.', 'submit-to'), [])
  assert.deepEqual(who('Tổng hợp báo cáo cấp thẩm quyền theo quy định.', 'submit-to'), ['cấp thẩm quyền'])
})

test('examples and words of sympathy order nothing', () => {
  assert.deepEqual(
    tasks(
      'HƯỚNG DẪN',
      'Về quy hoạch',
      'II. NỘI DUNG',
      '1. Rà soát danh sách.',
      'Ví dụ: Sở A có trách nhiệm giới thiệu hai người.',
      '- Đồng chí Nguyễn Văn A, Vụ trưởng được giới thiệu, phải nộp hồ sơ.',
      'Thay mặt Đảng, Nhà nước, Thủ tướng Chính phủ gửi lời chia buồn.',
    ).map(({ text }) => text),
    ['Rà soát danh sách.'],
  )
})

test('what tells which of a class are meant goes with it: what was done, where they sit, what they have to do with', () => {
  const partners = (text: string) =>
    rolesIn(passage(text, [[0, text.length]])).roles.flatMap(({ role, body }) => (role === 'coordinate' ? [body.name] : []))
  assert.deepEqual(partners('Phối hợp với UBND các xã có lợn bị tiêu hủy để kiểm tra.'), ['UBND các xã có lợn bị tiêu hủy'])
  assert.deepEqual(partners('Phối hợp với Công an, chính quyền cơ sở tại các địa bàn giáp biên giới tuần tra.'), [
    'Công an',
    'chính quyền cơ sở tại các địa bàn giáp biên giới',
  ])
  assert.deepEqual(partners('Phối hợp với Sở Y tế và các đơn vị có liên quan đến hoạt động khoáng sản rà soát hồ sơ.'), [
    'Sở Y tế',
    'đơn vị liên quan đến hoạt động khoáng sản',
  ])
  assert.deepEqual(partners('Phối hợp với các hiệp hội nghề nghiệp về du lịch quảng bá.'), ['hiệp hội nghề nghiệp về du lịch'])
})

test('two general words and one more in the plural are one run before «liên quan»; "sở, ban, ngành" is none of it', () => {
  const partners = (text: string) =>
    rolesIn(passage(text, [[0, text.length]])).roles.flatMap(({ role, body }) => (role === 'coordinate' ? [body.name] : []))
  assert.deepEqual(partners('Phối hợp với các phòng, ban và các đơn vị liên quan rà soát.'), ['phòng, ban và các đơn vị liên quan'])
  assert.deepEqual(partners('Phối hợp với các sở, ban, ngành và các địa phương liên quan rà soát.'), ['sở', 'ban', 'ngành', 'địa phương liên quan'])
})

test('behind a colon names parted by semicolons are whole between them', () => {
  assert.deepEqual(who('Các Cục: Nghệ thuật biểu diễn; Di sản và Lễ hội; Xuất bản, In và Phát hành rà soát thủ tục.', 'lead'), [
    'Cục Nghệ thuật biểu diễn',
    'Cục Di sản và Lễ hội',
    'Cục Xuất bản, In và Phát hành',
  ])
})

test('a government or an authority that is electronic is no body', () => {
  assert.deepEqual(who('Sở Nội vụ báo cáo kết quả xây dựng Chính phủ điện tử, chính quyền số.', 'submit-to'), [])
  assert.deepEqual(who('Sở Nội vụ hoàn thiện Hệ thống thông tin báo cáo Chính phủ.', 'submit-to'), [])
  assert.deepEqual(who('Sở Nội vụ thông tin, báo cáo Ủy ban nhân dân tỉnh.', 'submit-to'), ['Ủy ban nhân dân tỉnh'])
})

test('people told together are named each', () => {
  assert.deepEqual(who('Các chi bộ, cán bộ, đảng viên thực hiện nếp sống mới.', 'lead'), ['chi bộ', 'cán bộ', 'đảng viên'])
  assert.deepEqual(who('Đoàn viên, hội viên tham gia trồng cây.', 'lead'), ['Đoàn viên', 'hội viên'])
  assert.deepEqual(who('Cán bộ, công chức, viên chức thuộc Sở Giáo dục và Đào tạo thực hiện kê khai.', 'lead'), [
    'Cán bộ',
    'công chức',
    'viên chức thuộc Sở Giáo dục và Đào tạo',
  ])
})

test('how each of a class is to be orders it nothing', () => {
  assert.deepEqual(who('Mỗi xã có rừng thành lập một tổ bảo vệ.', 'lead'), ['xã có rừng'])
  assert.deepEqual(who('Mỗi trường tiểu học được cấp đủ sách, có ít nhất một thư viện.', 'lead'), [])
})

test('the names behind a counted kind of places share its head', () => {
  assert.deepEqual(who('UBND 03 xã: Đông Giang, Tây Lộc, Nam Sơn rà soát hộ nghèo.', 'lead'), [
    'UBND xã Đông Giang',
    'UBND xã Tây Lộc',
    'UBND xã Nam Sơn',
  ])
  assert.deepEqual(who('Giao Chủ tịch UBND 02 huyện Đông Giang, Tây Lộc khẩn trương rà soát.', 'lead'), [
    'Chủ tịch UBND huyện Đông Giang',
    'Chủ tịch UBND huyện Tây Lộc',
  ])
  assert.deepEqual(who('Giao UBND 02 xã khẩn trương rà soát.', 'lead'), ['UBND 02 xã'])
})

test('kinds of places behind whose a body is are part of its name', () => {
  assert.deepEqual(who('Sở Y tế phối hợp với các phòng chuyên môn thuộc các huyện, thị xã trong việc kiểm tra.', 'coordinate'), [
    'phòng chuyên môn thuộc các huyện, thị xã',
  ])
  assert.deepEqual(who('Công an tỉnh phối hợp với Tòa án nhân dân tỉnh và các khu vực đẩy nhanh xét xử.', 'coordinate'), [
    'Tòa án nhân dân tỉnh và các khu vực',
  ])
})

test('a comrade told by two posts is one, the head and the deputy of one body are two', () => {
  assert.deepEqual(who('Đồng chí Giám đốc Sở Y tế, Phó Giám đốc Sở Y tế phụ trách lĩnh vực trực tiếp chỉ đạo.', 'lead'), [
    'Giám đốc Sở Y tế',
    'Phó Giám đốc Sở Y tế phụ trách lĩnh vực',
  ])
  assert.deepEqual(who('Đồng chí Bí thư Đảng ủy, Chủ tịch Hội đồng nhân dân xã chủ trì cuộc họp.', 'lead'), [
    'Bí thư Đảng ủy, Chủ tịch Hội đồng nhân dân xã',
  ])
})

test('what those of a class live on tells which are meant, several trades too', () => {
  assert.deepEqual(who('Doanh nghiệp nuôi trồng, chế biến và xuất khẩu tôm thực hiện truy xuất nguồn gốc.', 'lead'), [
    'Doanh nghiệp nuôi trồng, chế biến và xuất khẩu tôm',
  ])
  assert.deepEqual(who('Công ty A khai thác nước mặt, thực hiện quan trắc.', 'lead'), ['Công ty A'])
})
