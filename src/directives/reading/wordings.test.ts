import assert from 'node:assert/strict'
import { test } from 'node:test'
import { told } from '../../../test/told.ts'
import { readDirective } from './read.ts'

const leads = (...lines: string[]) => told(...lines).map(({ lead }) => lead)

test('a place acts by its authorities; kinds of places stand among classes', () => {
  assert.deepEqual(leads('1. Thành phố khẩn trương rà soát quỹ đất.', '2. Thành phố Huế tiếp tục số hóa hồ sơ.'), [['Thành phố'], ['Thành phố Huế']])
  assert.deepEqual(leads('1. Các sở, ban, ngành, huyện, thị xã xây dựng kế hoạch trồng cây.'), [['sở', 'ban', 'ngành', 'huyện', 'thị xã']])
  assert.deepEqual(leads('1. Đề nghị quận, huyện và các xã, phường tích cực vận động quyên góp.'), [['quận', 'huyện', 'xã', 'phường']])
  // told beside other things, they are none
  assert.deepEqual(leads('1. Cập nhật kịch bản của từng ngành, lĩnh vực, xã, phường hằng tháng.'), [[]])
  assert.deepEqual(leads('1. Các cấp chính quyền địa phương; các sở, ngành tổ chức thu gom rác.'), [['cấp chính quyền địa phương', 'sở', 'ngành']])
})

test('bodies cut short, or called after what they are for, are known', () => {
  assert.deepEqual(leads('1. SYT, các TTYT huyện/thị tổ chức tiêm vắc xin.', '2. Các BVĐK và BV tuyến tỉnh rà soát giường bệnh.'), [
    ['SYT', 'TTYT huyện/thị'],
    ['BVĐK', 'BV tuyến tỉnh'],
  ])
  assert.deepEqual(leads('1. Trung tâm Truyền thông, Giáo dục sức khỏe: Căn cứ chức năng, nhiệm vụ tổ chức phát thanh.'), [
    ['Trung tâm Truyền thông, Giáo dục sức khỏe'],
  ])
  assert.deepEqual(leads('1. Công ty TNHH một thành viên quản lý khai thác công trình thủy lợi phối hợp với Sở Xây dựng vận hành trạm bơm.'), [
    ['Công ty TNHH một thành viên quản lý khai thác công trình thủy lợi'],
  ])
  assert.deepEqual(leads('1. Vụ Giáo dục Thể chất: hướng dẫn các giải thể thao.', '2. Giám đốc Bệnh viện đa khoa tỉnh tổ chức đấu thầu.'), [
    ['Vụ Giáo dục Thể chất'],
    ['Giám đốc Bệnh viện đa khoa tỉnh'],
  ])
  assert.deepEqual(leads('1. Mời Bưu điện tỉnh cử cán bộ tham gia Tổ giám sát.'), [['Bưu điện tỉnh']])
})

test('those told by where they are keep it; one list for the centre and places', () => {
  const [first, second] = told(
    '1. Sở Ngoại vụ phối hợp với Đại sứ quán Lào tại Việt Nam, các cơ quan liên quan ở trung ương tổ chức lễ hội.',
    '2. Sở Y tế phối hợp với các cơ quan, đoàn thể ở trung ương, địa phương tuyên truyền.',
  )
  assert.deepEqual(first?.coordinate, ['Đại sứ quán Lào tại Việt Nam', 'cơ quan liên quan ở trung ương'])
  assert.deepEqual(second?.coordinate, ['cơ quan', 'đoàn thể ở trung ương, địa phương'])
  const [third] = told('1. Hạt Kiểm lâm phối hợp với thanh tra, công an và các tổ chức chính trị – xã hội tuần tra.')
  assert.deepEqual(third?.coordinate, ['thanh tra', 'công an', 'tổ chức chính trị – xã hội'])
  const [fourth] = told('1. Vụ A phối hợp với các Vụ/Cục: PC, KHTC xây dựng đề án.')
  assert.deepEqual(fourth?.coordinate, ['Vụ/Cục PC', 'Vụ/Cục KHTC'])
})

test('who an act is for may stand before a colon, after a time, after a season of work', () => {
  assert.deepEqual(leads('1. Đối với các trường học: Xây dựng kế hoạch trồng cây.'), [['trường học']])
  assert.deepEqual(leads('II. NHIỆM VỤ', '1. Kết thúc Tháng Hành động các trường học báo cáo kết quả về Sở Y tế.'), [['trường học']])
  assert.deepEqual(leads('1. Nếu có vướng mắc, các trường học liên hệ Sở Y tế để được giải đáp.'), [['trường học']])
})

test('whoever a heading names keeps the bodies of their tasks, in small letters too', () => {
  assert.deepEqual(leads('II. NHIỆM VỤ CHỦ YẾU CỦA SỞ TÀI CHÍNH', '1. Rà soát định mức chi.'), [['Sở Tài chính']])
  assert.deepEqual(leads('II. ỦY BAN NHÂN DÂN CÁC XÃ, PHƯỜNG', '1. Rà soát quỹ đất.', 'III. CÁC SỞ, NGÀNH VÀ CÔNG AN TỈNH', '1. Lập danh sách.'), [
    ['Ủy ban nhân dân các xã, phường'],
    ['sở', 'ngành', 'Công an tỉnh'],
  ])
  assert.deepEqual(leads('1. Các tập đoàn, các doanh nghiệp hoạt động trong lĩnh vực hóa chất', 'a) Rà soát kho chứa.'), [
    ['tập đoàn', 'doanh nghiệp hoạt động trong lĩnh vực hóa chất'],
  ])
})

test('what points are only to heed is ordered before them, and keeps its day and its receiver', () => {
  const { tasks } = readDirective(
    [
      'THÔNG BÁO',
      'kết luận cuộc họp về chợ đầu mối',
      '',
      '1. Sở Công Thương chủ trì, phối hợp với Sở Xây dựng hoàn thiện đề án, trình Ủy ban nhân dân tỉnh trước ngày 20/10/2025. Trong đó chú ý một số nội dung sau:',
      '- Sở Công Thương rà soát vị trí các chợ.',
      '- Sở Tài chính tính toán nguồn vốn.',
    ].join('\n'),
  )
  assert.deepEqual(
    tasks.map(({ lead, coordinate, submitTo, due }) => [lead, coordinate, submitTo, due]),
    [
      [['Sở Công Thương'], ['Sở Xây dựng'], ['Ủy ban nhân dân tỉnh'], ['2025-10-19']],
      [['Sở Công Thương'], [], [], []],
      [['Sở Tài chính'], [], [], []],
    ],
  )
})

test('what several have to submit together is not what each under it does', () => {
  const { tasks } = readDirective(
    [
      'KẾ HOẠCH',
      'về trường học an toàn',
      '',
      'II. TỔ CHỨC THỰC HIỆN',
      '1. Các đơn vị hướng dẫn các trường thực hiện chỉ tiêu; báo cáo Lãnh đạo Bộ theo quy định, cụ thể:',
      '- Vụ Pháp chế: hướng dẫn kiểm tra văn bản.',
      '- Vụ Tài chính: hướng dẫn lập dự toán.',
    ].join('\n'),
  )
  assert.deepEqual(
    tasks.map(({ lead, submitTo }) => [lead, submitTo]),
    [
      [['Vụ Pháp chế'], []],
      [['Vụ Tài chính'], []],
    ],
  )
})

test('points counted (a), (b) in a paragraph, one without its first bracket', () => {
  assert.deepEqual(
    told('1. Sở Y tế: (a) Lập danh sách người tiêm; (b) Tổ chức tiêm; c) Tổng hợp kết quả.').map(({ text, lead }) => [text, lead]),
    [
      ['Lập danh sách người tiêm;', ['Sở Y tế']],
      ['Tổ chức tiêm;', ['Sở Y tế']],
      ['Tổng hợp kết quả.', ['Sở Y tế']],
    ],
  )
})

test('what is sent along, or a plan is made of, is no order', () => {
  assert.deepEqual(
    told(
      'II. NHIỆM VỤ',
      '- Các trường gửi danh sách và những tài liệu sau đây về Sở Y tế:',
      '+ Biên bản họp của Hội đồng trường.',
      '+ Dự toán kinh phí năm.',
      '- Sở Y tế xây dựng kế hoạch đấu thầu gồm:',
      '+ Danh mục thuốc cấp tỉnh.',
      '+ Danh mục thuốc cấp xã.',
    ).map(({ lead }) => lead),
    [['trường'], ['Sở Y tế']],
  )
})

test('the label of whoever answers closes a list, whose title orders nothing by itself', () => {
  assert.deepEqual(
    told(
      'III. NHIỆM VỤ',
      '1. Tập trung giải quyết các vấn đề bức xúc về môi trường; chủ động phòng ngừa, kiểm soát ô nhiễm và cải thiện chất lượng nước',
      '- Kiểm soát nguồn thải.',
      '- Trồng cây ven sông.',
      'Trách nhiệm chỉ đạo thực hiện: Đảng ủy Ủy ban nhân dân tỉnh.',
    ).map(({ text, lead }) => [text, lead]),
    [
      ['Kiểm soát nguồn thải.', ['Đảng ủy Ủy ban nhân dân tỉnh']],
      ['Trồng cây ven sông.', ['Đảng ủy Ủy ban nhân dân tỉnh']],
    ],
  )
})

test('rows lettered under a counted title; a head for persons leads; a time of its own that comes back', () => {
  assert.deepEqual(
    told(
      '| TT | Nội dung | Người thực hiện & kết quả | Thời gian |',
      '| 1 | Tuyên truyền |',
      '| a) | Tổ chức hội nghị phổ biến Luật. | Sở Tư pháp | 04/6/2025-15/6/2025 |',
      '| b) | In tờ rơi. | Sở Y tế | Năm 2025 và hằng năm |',
      '| 2 | Kiểm tra việc thực hiện. | Thanh tra tỉnh | Hằng năm |',
    ).map(({ text, lead, due }) => [text, lead, due]),
    [
      ['Tổ chức hội nghị phổ biến Luật.', ['Sở Tư pháp'], ['2025-06-15']],
      ['In tờ rơi.', ['Sở Y tế'], []],
      ['Kiểm tra việc thực hiện.', ['Thanh tra tỉnh'], []],
    ],
  )
})

test('what is hoped for by a far year, and how work was given or grew, are no deadlines', () => {
  const due = (line: string) => told('Ngày 5 tháng 3 năm 2025', `1. ${line}`).flatMap((task) => task.due)
  assert.deepEqual(due('Sở Công Thương chuyển đổi các ngành theo hướng xanh; hướng tới xây dựng A, B trở thành đô thị xanh vào năm 2030.'), [])
  assert.deepEqual(due('Sở Nội vụ rà soát để đạt các mục tiêu đề ra trong năm 2025.'), [])
  assert.deepEqual(due('Sở Tài chính cập nhật kịch bản tăng trưởng Quý III, Quý IV/2025.'), [])
})

test('the letterhead as it is printed: lines of dashes, wide spaces, a number with a space, what a letter is about on its line', () => {
  const { document } = readDirective(
    [
      '| BỘ XÂY DỰNG ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc |',
      '| Số: 12/KH-BXD | Hà Nội, ngày 06 tháng 8 năm 2024 |',
      'KẾ HOẠCH',
      'Kiểm tra cầu yếu',
      'I. NHIỆM VỤ',
      '1. Vụ A kiểm tra cầu.',
    ].join('\n'),
  )
  assert.equal(document.issuer, 'Bộ Xây dựng')
  const letter = readDirective(
    [
      'ĐẢNG BỘ TỈNH A',
      'ĐẢNG ỦY B',
      'Lào Cai, ngày 07 tháng 9 năm 2025',
      'Số 249 -CV/ĐU',
      'về việc trồng cây',
      '',
      'Kính gửi: - Các chi bộ.',
      '1. Trồng cây.',
    ].join('\n'),
  ).document
  assert.deepEqual([letter.number, letter.title], ['249-CV/ĐU', 'Trồng cây'])
})

test('whoever a heading names asks those it has to do with; each of a class is no further one', () => {
  assert.deepEqual(leads('1. Sở Nông nghiệp và Môi trường', '- Yêu cầu các mỏ đá, các cơ sở khai thác lắp trạm cân.'), [
    ['Sở Nông nghiệp và Môi trường'],
  ])
  assert.deepEqual(leads('1. Ủy ban nhân dân các phường tổ chức ra quân; mỗi phường chọn một tuyến đường để làm mẫu.'), [
    ['Ủy ban nhân dân các phường'],
  ])
  assert.deepEqual(leads('1. Ủy ban nhân dân tỉnh, chỉ đạo các cơ quan, đơn vị có liên quan:', '- Lập đề án trồng cây.'), [['Ủy ban nhân dân tỉnh']])
  assert.deepEqual(leads('1. Ban Công tác đại biểu', '- Lập danh sách.'), [['Ban Công tác đại biểu']])
})

test('what was done before, and on what occasion, orders nothing', () => {
  assert.deepEqual(
    leads(
      'I. NHIỆM VỤ',
      '1. Rà soát rừng trồng. Thời gian qua, Lãnh đạo tỉnh đã nhiều lần đôn đốc Sở Công Thương và các ngành liên quan trong quá trình lập đề án.',
      '2. Chỉ cấp phép khi đã có đủ hồ sơ.',
    ),
    [[], []],
  )
  const { tasks } = readDirective(
    [
      'KẾ HOẠCH',
      'về khoa học',
      '',
      'Ngày 22/12/2024, Bộ Chính trị đã ban hành Nghị quyết số 57-NQ/TW về đột phá phát triển khoa học; giao Đảng đoàn lãnh đạo thực hiện.',
      'I. NHIỆM VỤ',
      '1. Vụ A lập đề án.',
    ].join('\n'),
  )
  assert.deepEqual(
    tasks.map(({ lead }) => lead),
    [['Vụ A']],
  )
})

test('labels under «Cơ quan chủ trì, phối hợp», of which most name bodies; a bracket among them only explains', () => {
  const [task] = told(
    'III. TUYÊN TRUYỀN',
    '1. Nội dung',
    'a) Lập chuyên trang về rừng.',
    '2. Cơ quan chủ trì, phối hợp',
    'a) Cơ quan chủ trì',
    '- Ban Chỉ đạo cấp quân khu.',
    '- Các cơ quan báo chí Trung ương, địa phương, quân đội.',
    '(Văn phòng Ban Chỉ đạo là nơi thu thập thông tin).',
    'b) Cơ quan phối hợp',
    '- Hội Cựu chiến binh; cơ quan tổ chức có liên quan.',
  )
  assert.deepEqual(task?.lead, ['Ban Chỉ đạo cấp quân khu', 'cơ quan báo chí Trung ương, địa phương, quân đội'])
  assert.deepEqual(task?.coordinate, ['Hội Cựu chiến binh', 'cơ quan tổ chức liên quan'])
})

test('a day in the first clauses of a long introduction is not that of the points', () => {
  const [, task] = told(
    'II. NHIỆM VỤ',
    'Yêu cầu thủ trưởng các phòng khẩn trương khắc phục hạn chế; chủ động tổ chức đánh giá kết quả thực hiện các chỉ tiêu trong 06 tháng đầu năm 2025 để đề ra những giải pháp đẩy nhanh tiến độ thực hiện kế hoạch phát triển kinh tế - xã hội của huyện, đặc biệt là chỉ tiêu giải ngân vốn đầu tư và cấp giấy chứng nhận; đồng thời các cơ quan, địa phương tập trung chỉ đạo thực hiện các nhiệm vụ sau:',
    '1. Phòng Nông nghiệp rà soát diện tích rừng.',
    '2. Phòng Y tế phun thuốc diệt muỗi.',
  )
  assert.deepEqual([task?.lead, task?.due], [['Phòng Y tế'], []])
})

test('targets and marks are no orders; what is sent by a day is one, whatever its heading', () => {
  assert.deepEqual(
    told(
      'III. NHIỆM VỤ',
      '1. Đến năm 2030, 100% gia đình chính sách được khám sức khỏe.',
      '2. Biểu dương, nhân rộng gương người tốt.',
      '3. Thời gian, địa chỉ gửi báo cáo',
      'Báo cáo của các đơn vị gởi về Văn phòng Sở trước ngày 20/12/2025.',
      '4. Xếp loại',
      '- Tốt : hoàn thành 100% số giờ.',
    ).map(({ text, due }) => [text, due]),
    [
      ['Biểu dương, nhân rộng gương người tốt.', []],
      ['Báo cáo của các đơn vị gởi về Văn phòng Sở trước ngày 20/12/2025.', ['2025-12-19']],
    ],
  )
})

test('those encouraged act; offices over classes, and a centre called at length, are one', () => {
  assert.deepEqual(leads('1. Khuyến khích các địa phương bố trí thêm kinh phí.'), [['địa phương']])
  assert.deepEqual(leads('1. Thanh tra Chính phủ, Thanh tra các Bộ, ngành, địa phương chấn chỉnh hoạt động thanh tra.'), [
    ['Thanh tra Chính phủ', 'Thanh tra các Bộ, ngành, địa phương'],
  ])
  assert.deepEqual(leads('2. Trung tâm dịch vụ kỹ thuật nông nghiệp huyện', '- Cung ứng giống.'), [['Trung tâm dịch vụ kỹ thuật nông nghiệp huyện']])
  assert.deepEqual(leads('1. Ban Quản lý Khu kinh tế Vũng Áng và các Khu công nghiệp Hà Tĩnh lập danh sách.'), [
    ['Ban Quản lý Khu kinh tế Vũng Áng và các Khu công nghiệp Hà Tĩnh'],
  ])
  const [task] = told('1. Sở Nội vụ xây dựng kế hoạch phối hợp cụ thể với các xã để tuyển quân.')
  assert.deepEqual(task?.coordinate, [])
})

test('a text copied with the signs of Markdown is read without them; a letterhead broken by a page of two columns is put together', () => {
  const { document, tasks } = readDirective(
    [
      '|',
      '**ỦY BAN NHÂN',
      'DÂN **',
      'THÀNH PHỐ HUẾ',
      '|',
      '**CỘNG HÒA XÃ',
      'HỘI CHỦ NGHĨA VIỆT NAM**',
      '|',
      '**Số hiệu: 12/KH-UBND**',
      '',
      '**KẾ HOẠCH**',
      '**Trồng cây ven sông**',
      '',
      '*Căn cứ Luật Lâm nghiệp số 16/2017/QH14;*',
      '',
      '## II. NHIỆM VỤ',
      '*1. **Công an thành phố***',
      '- Chủ trì tuần tra rừng *trước ngày 3 tháng 4*, *vượt nắng* khẩn trương.',
      '**2. Sở Y tế**: Rà soát tủ thuốc (*).',
      '**Nơi nhận:**',
      '- Lưu: VT.',
    ].join('\n'),
  )
  assert.deepEqual([document.issuer, document.number, document.title], ['Ủy ban nhân dân thành phố Huế', '12/KH-UBND', 'Trồng cây ven sông'])
  assert.deepEqual(
    tasks.map(({ text, lead }) => [text, lead]),
    [
      ['Chủ trì tuần tra rừng trước ngày 3 tháng 4, vượt nắng khẩn trương.', ['Công an thành phố']],
      ['Sở Y tế: Rà soát tủ thuốc (*).', ['Sở Y tế']],
    ],
  )
})

test('words over points that name who acts with whom need no colon; what points are for is no order of its own', () => {
  const [first] = told(
    'II. NHIỆM VỤ',
    '1. Bộ Công Thương chủ trì, phối hợp với các bộ, cơ quan liên quan',
    'a) Rà soát Luật Thương mại.',
    'b) Lập đề án.',
  )
  assert.deepEqual([first?.lead, first?.coordinate], [['Bộ Công Thương'], ['bộ, cơ quan liên quan']])
  assert.deepEqual(
    leads('II. NHIỆM VỤ', '1. Bộ Tài chính sửa đổi Luật Đầu tư để:', '- Tháo gỡ khó khăn cho doanh nghiệp.', '- Đơn giản hóa thủ tục.'),
    [['Bộ Tài chính']],
  )
  assert.deepEqual(leads('II. NHIỆM VỤ', '1. Sở Y tế', '- Lập chương trình; giao trách nhiệm người đứng đầu các đơn vị trực tiếp phụ trách.'), [
    ['Sở Y tế'],
  ])
})

test('the end of a year, and of two, bounds what is due', () => {
  const due = (line: string) => told('Ngày 5 tháng 3 năm 2025', `1. ${line}`).flatMap((task) => task.due)
  assert.deepEqual(due('Kết thúc năm 2025, Sở Y tế tổng kết công tác tiêm chủng.'), ['2025-12-31'])
  assert.deepEqual(due('Sở Xây dựng hoàn thành việc sửa nhà trong hai năm 2025 - 2026.'), ['2026-12-31'])
})

test('names that end in a small syllable before their part in the work; bodies of roads; the parties', () => {
  const [task] = told('1. Vụ Giáo dục Phổ thông chủ trì, phối hợp với các bên liên quan soạn tài liệu.', '2. Khu Quản lý đường bộ I lập dự toán.')
  assert.deepEqual([task?.lead, task?.coordinate], [['Vụ Giáo dục Phổ thông'], ['các bên liên quan']])
  assert.deepEqual(leads('1. Khu Quản lý đường bộ I lập dự toán.'), [['Khu Quản lý đường bộ I']])
  assert.deepEqual(leads('1. Bộ Xây dựng, Bộ Quốc phòng các tỉnh A, B đôn đốc nhà thầu.')[0]?.slice(0, 2), ['Bộ Xây dựng', 'Bộ Quốc phòng'])
})

test('after the ground it rests on comes who acts; a telegram orders those it is for; one comrade has two posts', () => {
  assert.deepEqual(leads('1. Trên cơ sở đề nghị của Sở Xây dựng và Sở Nội vụ, Sở Tài chính thẩm định kinh phí.'), [['Sở Tài chính']])
  assert.deepEqual(leads('1. Trên cơ sở đề nghị của Ủy ban nhân dân huyện, Sở Xây dựng chủ trì lập Đề án.'), [['Sở Xây dựng']])
  const ground = 'Căn cứ Quyết định số 14/QĐ-UBND ngày 07/7/2017, ban hành Quy định về lập kế hoạch của xã, phường trên địa bàn tỉnh'
  assert.deepEqual(leads(`1. ${ground}, UBND các huyện xây dựng kế hoạch năm 2020.`), [['UBND các huyện']])
  assert.deepEqual(
    leads('Chủ tịch Ủy ban nhân dân huyện điện khẩn Chủ tịch Ủy ban nhân dân các xã thực hiện các nhiệm vụ sau:', '1. Chuẩn bị thuốc sát trùng.'),
    [['Chủ tịch Ủy ban nhân dân các xã']],
  )
  assert.deepEqual(leads('1. Đồng chí Ủy viên Ban Thường vụ, Chủ tịch Hội Nông dân xã lãnh đạo việc tuyên truyền.'), [
    ['Ủy viên Ban Thường vụ, Chủ tịch Hội Nông dân xã'],
  ])
  assert.deepEqual(leads('1. Thủ trưởng các cơ quan, đơn vị và cá nhân liên quan tổ chức thực hiện.'), [
    ['Thủ trưởng các cơ quan, đơn vị', 'cá nhân liên quan'],
  ])
})

test('a year written with two figures; a document without a date lends the year of the days it names', () => {
  const due = (...lines: string[]) => told(...lines).flatMap((task) => task.due)
  assert.deepEqual(due('1. Sở Y tế báo cáo trước ngày 11/8/25.'), ['2025-08-10'])
  const table = (number: number, written: string, time: string) =>
    `| ${number} | Số ${number}/TB ngày ${written} | Rà soát sổ sách. | Phòng Kinh tế | ${time} |`
  assert.deepEqual(
    due(
      '| STT | Số ký hiệu | Nội dung được giao | Cơ quan thực hiện | TG hoàn thành |',
      table(1, '09/7/2014', 'Trong tháng 7'),
      table(2, '18/6/2014', 'Trước ngày 28/7'),
      table(3, '22/7/2014', ''),
    ),
    ['2014-07-31', '2014-07-27'],
  )
})

test('"lí", "kì", "kĩ" are spelled as others write them', () => {
  const [a] = readDirective('II. NHIỆM VỤ\n1. Phòng Quản lí chất lượng xử lí hồ sơ, định kì hằng tháng báo cáo Ban Giám hiệu.').tasks
  assert.deepEqual(
    [a?.lead, a?.submitTo, a?.milestones.some(({ kind }) => kind === 'recurring')],
    [['Phòng Quản lí chất lượng'], ['Ban Giám hiệu'], true],
  )
})
