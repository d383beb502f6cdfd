import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tokensOf } from '../words/tokens.ts'
import { bodiesAt, bodiesOf } from './bodyLists.ts'

const names = (text: string): string[] => bodiesAt(text, tokensOf(text), 0, true)?.bodies.map((b) => b.name) ?? []
const rest = (text: string): string => {
  const tokens = tokensOf(text)
  const list = bodiesAt(text, tokens, 0, true)
  return list ? text.slice(tokens[list.end]?.from ?? text.length) : text
}

test('a list of classes is one entry per class', () => {
  assert.deepEqual(names('các huyện ủy, thị ủy, chi bộ và đoàn thể tổ chức học tập'), ['huyện ủy', 'thị ủy', 'chi bộ', 'đoàn thể'])
  assert.deepEqual(names('Các sở, ban, ngành tỉnh; UBND các xã, phường'), ['sở', 'ban', 'ngành tỉnh', 'UBND các xã, phường'])
})

test('a clause that narrows a class stays with it', () => {
  assert.deepEqual(names('đảng ủy trực thuộc Tỉnh ủy, chi bộ trực thuộc căn cứ'), ['đảng ủy trực thuộc Tỉnh ủy', 'chi bộ trực thuộc'])
})

test('a general list closed by "liên quan" is one entry, and "có liên quan" is written "liên quan"', () => {
  assert.deepEqual(names('Sở Y tế và các cơ quan, đơn vị, địa phương có liên quan rà soát'), ['Sở Y tế', 'cơ quan, đơn vị, địa phương liên quan'])
  assert.deepEqual(names('các sở, ngành, UBND phường và đơn vị liên quan'), ['sở', 'ngành', 'UBND phường', 'đơn vị liên quan'])
  assert.deepEqual(names('các bộ, cơ quan trung ương và địa phương liên quan rà soát'), ['bộ, cơ quan trung ương và địa phương liên quan'])
})

test('where the bodies of a class are may stand behind "liên quan"', () => {
  assert.deepEqual(names('các Vụ, Cục liên quan trong Bộ rà soát'), ['Vụ, Cục liên quan trong Bộ'])
  assert.deepEqual(names('các cơ quan liên quan trong tháng 12'), ['cơ quan liên quan'])
})

test('a post over classes and a body over places are one entry', () => {
  assert.deepEqual(names('Hiệu trưởng các trường, Thủ trưởng các ban, ngành; Chủ tịch UBND các xã, phường chịu trách nhiệm'), [
    'Hiệu trưởng các trường',
    'Thủ trưởng các ban, ngành',
    'Chủ tịch UBND các xã, phường',
  ])
  for (const name of ['Thủ trưởng các ngành, các cấp', 'Lãnh đạo các cấp, các ngành', 'người đứng đầu các cấp, các ngành'])
    assert.deepEqual(names(`${name} phải kiểm tra`), [name])
  assert.deepEqual(names('các đồng chí Ủy viên Bộ Chính trị, Ban Bí thư theo dõi'), ['Ủy viên Bộ Chính trị, Ban Bí thư'])
})

test('names may hold "và", "-" and a comma', () => {
  assert.deepEqual(names('Sở Văn hóa, Thể thao và Du lịch, Sở Khoa học và Công nghệ và Sở Nội vụ tham mưu'), [
    'Sở Văn hóa, Thể thao và Du lịch',
    'Sở Khoa học và Công nghệ',
    'Sở Nội vụ',
  ])
  assert.deepEqual(names('Bộ Lao động - Thương binh và Xã hội trình'), ['Bộ Lao động - Thương binh và Xã hội'])
  assert.deepEqual(names('Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh lập hồ sơ'), [
    'Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh',
  ])
  assert.deepEqual(names('Ban Quản lý Trung ương các dự án Nông nghiệp lập báo cáo'), ['Ban Quản lý Trung ương các dự án Nông nghiệp'])
})

test('after the whole name of a board of works, "xây dựng" is what it does', () => {
  assert.equal(rest('Ban Quản lý các dự án Lâm nghiệp xây dựng định mức'), 'xây dựng định mức')
  assert.equal(rest('Ban Quản lý dự án xây dựng công trình thủy lợi lập hồ sơ'), 'lập hồ sơ')
})

test('several posts over the same units are one entry', () => {
  assert.deepEqual(names('Vụ trưởng, Cục trưởng các Vụ, Cục thuộc Bộ và Sở Nội vụ rà soát'), [
    'Vụ trưởng, Cục trưởng các Vụ, Cục thuộc Bộ',
    'Sở Nội vụ',
  ])
  assert.deepEqual(names('Vụ trưởng Vụ Pháp chế, Cục trưởng Cục Chăn nuôi rà soát'), ['Vụ trưởng Vụ Pháp chế', 'Cục trưởng Cục Chăn nuôi'])
})

test('organs of committees told one by one are one entry', () => {
  assert.deepEqual(names('Ban Thường vụ các huyện ủy, thị ủy xây dựng kế hoạch'), ['Ban Thường vụ các huyện ủy, thị ủy'])
  assert.deepEqual(names('Ban thường vụ các đảng ủy xã, thị trấn, đảng ủy trực thuộc Huyện ủy báo cáo'), [
    'Ban thường vụ các đảng ủy xã, thị trấn, đảng ủy trực thuộc Huyện ủy',
  ])
})

test('units may be told apart by a number, and classes by the land they lie in', () => {
  assert.deepEqual(names('Vụ 1, Đội Quản lý thị trường số 3 và Ban Quản lý dự án 85 kiểm tra'), [
    'Vụ 1',
    'Đội Quản lý thị trường số 3',
    'Ban Quản lý dự án 85',
  ])
  assert.deepEqual(names('UBND các huyện miền núi, các xã biên giới, hải đảo rà soát'), ['UBND các huyện miền núi', 'xã biên giới, hải đảo'])
})

test('those who build are told by their works, boards by what they are against', () => {
  assert.equal(rest('Chủ đầu tư các dự án hoàn thành hồ sơ'), 'hoàn thành hồ sơ')
  assert.equal(rest('Ban Chỉ đạo của Tỉnh ủy về phòng, chống tham nhũng theo dõi việc thực hiện'), 'theo dõi việc thực hiện')
  assert.equal(rest('Chi cục Hải quan cửa khẩu Na Mèo cung cấp số liệu'), 'cung cấp số liệu')
})

test('places may be told by the part of the country they lie in', () => {
  for (const name of [
    'Ủy ban nhân dân các tỉnh, thành phố ven biển từ Quảng Ninh đến Hà Tĩnh',
    'Ủy ban nhân dân các tỉnh khu vực miền núi phía Bắc, Bắc Trung Bộ',
    'Hiệu trưởng các trường THPT, THCS',
    'Bí thư, Chủ tịch các tỉnh, thành phố',
    'Trưởng các phòng, ban, ngành cấp huyện',
    'Đảng ủy MTTQ và các đoàn thể tỉnh',
    'Phòng Nông nghiệp & PTNT',
    'Ngân hàng Nhà nước chi nhánh Khu vực 10',
    'Sư đoàn 968',
    'Kiểm toán khu vực VII',
    'Trường THPT Chuyên Lê Quý Đôn',
    'Tòa án nhân dân cấp cao tại Đà Nẵng',
    'Ban Tư tưởng - Văn hoá Trung ương',
    'Viện Vệ sinh dịch tễ Trung ương',
  ])
    assert.deepEqual(names(`${name} rà soát`), [name])
})

test('what an institute studies it also develops, in a field or a place; else that is what it has to do', () => {
  for (const name of [
    'Viện Nghiên cứu phát triển thành phố',
    'Viện Nghiên cứu và Phát triển nông thôn',
    'Viện Quy hoạch phát triển kinh tế xã hội tỉnh',
  ])
    assert.deepEqual(names(`${name} rà soát`), [name])
  assert.equal(rest('Viện Nghiên cứu phát triển các mô hình'), 'phát triển các mô hình')
})

test('a name ends where that of a document begins', () => {
  assert.equal(rest('Ban Thường vụ Tỉnh ủy Kế hoạch kiểm tra'), 'Kế hoạch kiểm tra')
  assert.equal(rest('Thủ tướng Chính phủ Quyết định về y tế'), 'Quyết định về y tế')
})

test('what a group is for ends before a word of urging, and before what it is for and then does', () => {
  assert.deepEqual(names('Tổ công tác của Chủ tịch UBND tỉnh về rà soát thủ tục hành chính khẩn trương rà soát hồ sơ'), [
    'Tổ công tác của Chủ tịch UBND tỉnh về rà soát thủ tục hành chính',
  ])
  assert.equal(rest('Hội đồng thẩm định Nhà nước thẩm định Báo cáo'), 'thẩm định Báo cáo')
})

test('places may be counted', () => {
  assert.deepEqual(names('Ủy ban nhân dân hai tỉnh rà soát'), ['Ủy ban nhân dân hai tỉnh'])
  assert.deepEqual(names('Sở Xây dựng và hai thành phố rà soát'), ['Sở Xây dựng', 'thành phố'])
})

test('a shared head goes to each name', () => {
  assert.deepEqual(names('các Bộ: Y tế, Giáo dục và Đào tạo, Nội vụ'), ['Bộ Y tế', 'Bộ Giáo dục và Đào tạo', 'Bộ Nội vụ'])
  assert.deepEqual(names('các Đảng ủy: Quốc hội; Bộ Tư pháp và các cấp ủy'), ['Đảng ủy Quốc hội', 'Đảng ủy Bộ Tư pháp', 'cấp ủy'])
  assert.deepEqual(names('các Sở Tài chính, Nội vụ và Tư pháp'), ['Sở Tài chính', 'Sở Nội vụ', 'Sở Tư pháp'])
})

test('a name ends where the act begins', () => {
  assert.equal(rest('Bộ Công an chủ trì xây dựng'), 'chủ trì xây dựng')
  assert.equal(rest('Tổ chức hội nghị'), 'Tổ chức hội nghị')
  assert.equal(rest('ban hành quy chế'), 'ban hành quy chế')
})

test('a label takes what the lexicon does not know as it stands', () => {
  assert.deepEqual(
    bodiesOf('Các thôn; Nghiệp đoàn nghề cá; Hội Phụ nữ xã.').map((b) => b.name),
    ['thôn', 'Nghiệp đoàn nghề cá', 'Hội Phụ nữ xã'],
  )
})

test('a name goes on in small letters to its country, its matter or its council', () => {
  assert.deepEqual(names('Hội Bảo trợ người khuyết tật và trẻ mồ côi Việt Nam, các hội vận động'), [
    'Hội Bảo trợ người khuyết tật và trẻ mồ côi Việt Nam',
    'hội',
  ])
  assert.deepEqual(names('Ban Chỉ đạo về phát triển kinh tế biển xem xét'), ['Ban Chỉ đạo về phát triển kinh tế biển'])
  assert.deepEqual(names('Hội đồng thẩm định quy hoạch vùng trước ngày'), ['Hội đồng thẩm định quy hoạch vùng'])
  assert.deepEqual(names('Ban Chỉ đạo về kết quả'), ['Ban Chỉ đạo'])
  assert.deepEqual(names('Cục Phổ biến, giáo dục pháp luật, Vụ Pháp chế soạn thảo'), ['Cục Phổ biến, giáo dục pháp luật', 'Vụ Pháp chế'])
})

test('the small syllable between two capitals, a region with its number and a post "phụ trách" belong to the name', () => {
  assert.deepEqual(names('Công ty Cấp nước Sơn Tây, Kho bạc Nhà nước khu vực XII bố trí'), [
    'Công ty Cấp nước Sơn Tây',
    'Kho bạc Nhà nước khu vực XII',
  ])
  assert.deepEqual(names('Phó Chủ tịch UBND xã phụ trách những việc'), ['Phó Chủ tịch UBND xã phụ trách'])
})

test('provinces and hamlets may be ordered too', () => {
  assert.deepEqual(names('các tỉnh, thành phố trong vùng'), ['tỉnh', 'thành phố trong vùng'])
  assert.deepEqual(names('các thôn, tổ dân phố treo cờ'), ['thôn', 'tổ dân phố'])
})

test('heads of offices named one by one after a colon are those offices', () => {
  assert.deepEqual(names('Thủ trưởng các đơn vị: Phòng Kế toán, Phòng Đào tạo; các ca trực'), ['Phòng Kế toán', 'Phòng Đào tạo'])
})

test('the name of a document begins no part of a place', () => {
  assert.deepEqual(names('HĐND tỉnh Nghị quyết về giá nước'), ['HĐND tỉnh'])
})

test('in a label an item in small letters after a comma goes on with the name before it', () => {
  assert.deepEqual(
    bodiesOf('Vụ Quản lý tài sản, vốn nhà nước; Vụ Pháp chế').map((b) => b.name),
    ['Vụ Quản lý tài sản, vốn nhà nước', 'Vụ Pháp chế'],
  )
})

test('a unit is called at length after what it is for, with small letters, "và" and a comma in its name; an act ends it', () => {
  for (const name of [
    'Cục Kỹ thuật an toàn và Môi trường công nghiệp',
    'Trung tâm Công nghệ thông tin',
    'Trung tâm Thông tin, Lưu trữ và Thư viện',
    'Vụ Hợp tác quốc tế',
    'Văn phòng Đăng ký đất đai tỉnh',
    'Ban Chính sách, Chiến lược Trung ương',
    'Ban Quản lý dự án đầu tư xây dựng khu vực số 2',
    'Đảng bộ Khối cơ quan tỉnh',
    'Viễn thông tỉnh',
  ])
    assert.deepEqual(names(`${name} kiểm tra hồ sơ`), [name])
  assert.deepEqual(names('Phòng Kinh tế xây dựng phương án'), ['Phòng Kinh tế'])
  assert.deepEqual(names('Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh tổ chức tập huấn'), [
    'Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh',
  ])
})

test('those named after "Các Ông, Bà:" are meant', () => {
  assert.deepEqual(names('Các Ông, Bà: Chánh Văn phòng Bộ; Cục trưởng Cục Phòng bệnh chịu trách nhiệm'), [
    'Chánh Văn phòng Bộ',
    'Cục trưởng Cục Phòng bệnh',
  ])
  assert.deepEqual(names('Các ông (bà) thành viên Ban Chỉ đạo tỉnh kiểm tra địa bàn'), ['thành viên Ban Chỉ đạo tỉnh'])
  assert.deepEqual(names('các vụ, cục liên quan rà soát'), ['vụ, cục liên quan'])
})

test('one office over several committees or bodies is one entry; a minister is over none', () => {
  assert.deepEqual(names('Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương và Đảng ủy Quốc hội rà soát'), [
    'Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương',
    'Đảng ủy Quốc hội',
  ])
  assert.deepEqual(names('Văn phòng Trung ương Đảng và các văn phòng tỉnh ủy, thành ủy cụ thể hóa'), [
    'Văn phòng Trung ương Đảng',
    'văn phòng tỉnh ủy, thành ủy',
  ])
  assert.deepEqual(names('đảng ủy các bộ, cơ quan ngang bộ, các tỉnh ủy khẩn trương'), ['đảng ủy các bộ, cơ quan ngang bộ', 'tỉnh ủy'])
  assert.deepEqual(names('Bộ trưởng, Thủ trưởng các cơ quan ngang Bộ rà soát'), ['Bộ trưởng', 'Thủ trưởng các cơ quan ngang Bộ'])
})

test('organisations in a list, Party groups, names with an abbreviation that holds a comma', () => {
  assert.deepEqual(names('Các doanh nghiệp viễn thông, tổ chức, cá nhân có liên quan tuân thủ'), [
    'doanh nghiệp viễn thông',
    'tổ chức, cá nhân liên quan',
  ])
  assert.deepEqual(names('Sở Công Thương, tổ chức kiểm tra'), ['Sở Công Thương'])
  assert.deepEqual(names('Tổ đảng ở Thường trực Ủy ban KH,CN&MT thẩm tra'), ['Tổ đảng ở Thường trực Ủy ban KH,CN&MT'])
  assert.deepEqual(names('Ban Quản lý các khu chế xuất và công nghiệp Cần Thơ chỉ đạo'), ['Ban Quản lý các khu chế xuất và công nghiệp Cần Thơ'])
  assert.deepEqual(names('các cơ quan quản lý trực tiếp cơ sở giáo dục đại học chỉ đạo'), ['cơ quan quản lý trực tiếp cơ sở giáo dục đại học'])
})

test('three fields make one unit; a class may be told by what it is over; a word left out of «Ủy ban nhân dân» is forgiven', () => {
  assert.deepEqual(names('Cục Mỹ thuật, Nhiếp ảnh và Triển lãm rà soát'), ['Cục Mỹ thuật, Nhiếp ảnh và Triển lãm'])
  assert.deepEqual(names('Cục Văn hóa, Vụ Pháp chế và Thanh tra Bộ'), ['Cục Văn hóa', 'Vụ Pháp chế', 'Thanh tra Bộ'])
  assert.deepEqual(names('các Sở quản lý ngành, lĩnh vực và UBND các xã/phường rà soát'), ['Sở quản lý ngành, lĩnh vực', 'UBND các xã/phường'])
  assert.deepEqual(names('Chủ tịch Ủy ban nhân thành phố chỉ đạo'), ['Chủ tịch Ủy ban nhân thành phố'])
  assert.equal(rest('Ủy ban nhân dân Tỉnh kết quả thực hiện'), 'kết quả thực hiện')
})

test('a company is called after what it trades in, acts among it', () => {
  assert.deepEqual(names('Công ty Cổ phần Cấp thoát nước Bình Định bảo đảm cấp nước'), ['Công ty Cổ phần Cấp thoát nước Bình Định'])
  assert.deepEqual(names('Công ty TNHH MTV Khai thác công trình thủy lợi Sông Hinh, Công ty Lâm nghiệp Ea Wy lập phương án'), [
    'Công ty TNHH MTV Khai thác công trình thủy lợi Sông Hinh',
    'Công ty Lâm nghiệp Ea Wy',
  ])
  assert.deepEqual(names('Công ty CP Xử lý rác thải xây dựng và Đầu tư Hồng Hà thu gom'), ['Công ty CP Xử lý rác thải xây dựng và Đầu tư Hồng Hà'])
})

test('an office is told by its field, whoever heads all of a list is one entry', () => {
  assert.deepEqual(names('Cơ quan chuyên môn về xây dựng thuộc Ủy ban nhân dân tỉnh thẩm định'), [
    'Cơ quan chuyên môn về xây dựng thuộc Ủy ban nhân dân tỉnh',
  ])
  assert.deepEqual(names('các cơ quan quản lý nhà nước về đất đai tăng cường kiểm tra'), ['cơ quan quản lý nhà nước về đất đai'])
  assert.equal(rest('cơ quan chuyên môn về kết quả thực hiện'), 'về kết quả thực hiện')
  assert.deepEqual(names('Người đứng đầu cấp ủy, chính quyền, cơ quan, tổ chức gương mẫu'), ['Người đứng đầu cấp ủy, chính quyền, cơ quan, tổ chức'])
})

test('places told one by one, and a name that brings its own head among those of another', () => {
  assert.deepEqual(names('Ủy ban nhân dân các tỉnh, thành phố: Tuyên Quang, Đồng Nai, Hồ Chí Minh, Đồng Tháp quyết liệt chỉ đạo'), [
    'Ủy ban nhân dân tỉnh Tuyên Quang',
    'Ủy ban nhân dân tỉnh Đồng Nai',
    'Ủy ban nhân dân thành phố Hồ Chí Minh',
    'Ủy ban nhân dân tỉnh Đồng Tháp',
  ])
  assert.deepEqual(names('Các tập đoàn: Hóa chất Việt Nam, Tổng công ty Cảng hàng không Việt Nam rà soát'), [
    'Tập đoàn Hóa chất Việt Nam',
    'Tổng công ty Cảng hàng không Việt Nam',
  ])
})

test('a body over places named one after the other is one for each', () => {
  assert.deepEqual(names('Ủy ban nhân dân các tỉnh, thành phố: Lai Châu, Hồ Chí Minh và Hải Phòng rà soát'), [
    'Ủy ban nhân dân tỉnh Lai Châu',
    'Ủy ban nhân dân thành phố Hồ Chí Minh',
    'Ủy ban nhân dân thành phố Hải Phòng',
  ])
  assert.deepEqual(names('toàn ngành rà soát'), ['toàn ngành'])
  assert.deepEqual(names('Ủy ban nhân dân thành phố Hà Nội, thành phố Hải Phòng và tỉnh Quảng Ninh rà soát'), [
    'Ủy ban nhân dân thành phố Hà Nội',
    'Ủy ban nhân dân thành phố Hải Phòng',
    'Ủy ban nhân dân tỉnh Quảng Ninh',
  ])
  assert.deepEqual(names('Ủy ban nhân dân các xã, phường rà soát'), ['Ủy ban nhân dân các xã, phường'])
})

test('offices of law, unions and teams of inspectors go by their whole names', () => {
  assert.deepEqual(names('Tổ chức pháp chế thuộc Bộ, cơ quan ngang Bộ và cơ quan thuộc Chính phủ tham mưu'), [
    'Tổ chức pháp chế thuộc Bộ, cơ quan ngang Bộ và cơ quan thuộc Chính phủ',
  ])
  assert.deepEqual(names('Vụ Pháp luật dân sự, kinh tế và Công đoàn cấp trên trực tiếp cơ sở rà soát'), [
    'Vụ Pháp luật dân sự, kinh tế',
    'Công đoàn cấp trên trực tiếp cơ sở',
  ])
  assert.deepEqual(names('Đoàn kiểm tra, giám sát của Tỉnh kiểm tra'), ['Đoàn kiểm tra, giám sát của Tỉnh'])
})

test('an authority and its level go to each of the places named behind it', () => {
  assert.deepEqual(names('UBND xã Hòa Bình, Đồng Tâm, Tân Lập rà soát'), ['UBND xã Hòa Bình', 'UBND xã Đồng Tâm', 'UBND xã Tân Lập'])
  assert.deepEqual(names('UBND các phường: Ba Đồn, Quảng Thọ và UBND xã Tân Lập rà soát'), [
    'UBND phường Ba Đồn',
    'UBND phường Quảng Thọ',
    'UBND xã Tân Lập',
  ])
  assert.deepEqual(names('UBND xã Hòa Bình, Phòng Tài chính rà soát'), ['UBND xã Hòa Bình', 'Phòng Tài chính'])
  assert.deepEqual(names('UBND tỉnh: Ban hành quy chế'), ['UBND tỉnh'])
})

test('a dash before an authority parts it from the name before; a bureau may be written in small letters', () => {
  assert.deepEqual(names('Đảng ủy - UBND các xã, thị trấn rà soát'), ['Đảng ủy', 'UBND các xã, thị trấn'])
  assert.deepEqual(names('Chi Cục thuế huyện, chi cục thú y rà soát'), ['Chi Cục thuế huyện', 'chi cục thú y'])
  assert.deepEqual(names('UBND các xã,thị trấn rà soát'), ['UBND các xã, thị trấn'])
})

test('a company is called by all it trades in, up to its own name', () => {
  assert.deepEqual(names('Công ty cổ phần Khai thác và Chế biến kim loại Sao Mai thực hiện'), [
    'Công ty cổ phần Khai thác và Chế biến kim loại Sao Mai',
  ])
  assert.deepEqual(names('Công ty cổ phần tư vấn đầu tư xây dựng Hòa Phát; Công ty Cổ phần Xây dựng dịch vụ và thương mại 25 theo địa bàn'), [
    'Công ty cổ phần tư vấn đầu tư xây dựng Hòa Phát',
    'Công ty Cổ phần Xây dựng dịch vụ và thương mại 25',
  ])
  assert.deepEqual(names('Công ty cổ phần phối hợp với Sở Y tế').slice(0, 1), ['Công ty cổ phần'])
  assert.deepEqual(names('Trung tâm Quản lý hạ tầng kỹ thuật Thành phố tăng cường'), ['Trung tâm Quản lý hạ tầng kỹ thuật Thành phố'])
})
