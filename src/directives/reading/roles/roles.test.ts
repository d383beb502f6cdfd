import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MentionRole } from '../reading.ts'
import { passage } from '../words/plaintext.ts'
import { rolesIn } from './roles.ts'

const who = (text: string, role: MentionRole): string[] => [
  ...new Set(
    rolesIn(passage(text, [[0, text.length]]))
      .roles.filter((r) => r.role === role)
      .map((r) => r.body.name),
  ),
]

test('who is named before the act, or after "giao", "đề nghị", "yêu cầu", leads', () => {
  assert.deepEqual(who('Sở Y tế chủ trì xây dựng phương án.', 'lead'), ['Sở Y tế'])
  assert.deepEqual(who('Giao Cục Thuế, Kho bạc Nhà nước tổng hợp số thu.', 'lead'), ['Cục Thuế', 'Kho bạc Nhà nước'])
  assert.deepEqual(who('Đề nghị Liên đoàn Lao động tỉnh vận động đoàn viên.', 'lead'), ['Liên đoàn Lao động tỉnh'])
  assert.deepEqual(who('Chủ tịch UBND tỉnh yêu cầu Giám đốc các sở báo cáo kết quả.', 'lead'), ['Giám đốc các sở'])
})

test('circumstances and the name of the matter may stand before the one who acts', () => {
  assert.deepEqual(who('Trong quá trình thực hiện, nếu có vướng mắc, các địa phương phản ánh về Bộ Nội vụ.', 'lead'), ['địa phương'])
  assert.deepEqual(who('Về bến xe phía Nam: giao Sở Xây dựng thẩm định hồ sơ.', 'lead'), ['Sở Xây dựng'])
})

test('each clause may name its own', () => {
  assert.deepEqual(who('Sở Nội vụ rà soát biên chế; Sở Tài chính thẩm định kinh phí. Công an tỉnh bảo đảm an ninh.', 'lead'), [
    'Sở Nội vụ',
    'Sở Tài chính',
    'Công an tỉnh',
  ])
})

test('who is directed, praised or only described does not lead', () => {
  assert.deepEqual(who('Chỉ đạo Phòng Văn hóa phối hợp với các trường học tổ chức hội thi.', 'lead'), [])
  assert.deepEqual(who('Xây dựng cơ chế giao nhiệm vụ cho doanh nghiệp.', 'lead'), [])
  assert.deepEqual(who('Sở Du lịch đã hoàn thành đề án.', 'lead'), [])
  assert.deepEqual(who('Bộ Chính trị sẽ có hướng dẫn sau.', 'lead'), [])
})

test('all who are named before "chịu trách nhiệm" answer, whatever they are called', () => {
  assert.deepEqual(who('Chánh Văn phòng UBND xã, các thôn trưởng và Trưởng trạm y tế chịu trách nhiệm thi hành Quyết định này.', 'lead'), [
    'Chánh Văn phòng UBND xã',
    'thôn trưởng',
    'Trưởng trạm y tế',
  ])
})

test('"phối hợp với", "phối hợp" and "kết hợp với" name partners; "phối hợp, hỗ trợ" does not', () => {
  assert.deepEqual(who('Chủ trì, phối hợp chặt chẽ với Sở Tư pháp và các cơ quan liên quan soạn thảo.', 'coordinate'), [
    'Sở Tư pháp',
    'cơ quan liên quan',
  ])
  assert.deepEqual(who('Phối hợp Bộ Y tế kiểm tra.', 'coordinate'), ['Bộ Y tế'])
  assert.deepEqual(who('Phối hợp, hỗ trợ các xã tổ chức lễ hội; phối hợp tuần tra.', 'coordinate'), [])
  assert.deepEqual(who('Làm việc với Bộ Công Thương, trao đổi với Tổng công ty Điện lực.', 'coordinate'), [])
})

test('those to whom a matter is brought receive it', () => {
  assert.deepEqual(who('Tham mưu UBND tỉnh ban hành, trình HĐND tỉnh tại kỳ họp.', 'submit-to'), ['UBND tỉnh', 'HĐND tỉnh'])
  assert.deepEqual(who('Báo cáo kết quả thực hiện về Sở Công Thương để tổng hợp, báo cáo Bộ Công Thương.', 'submit-to'), [
    'Sở Công Thương',
    'Bộ Công Thương',
  ])
  assert.deepEqual(who('Gửi Sở Tài chính tổng hợp; gửi xin ý kiến các huyện ủy.', 'submit-to'), ['Sở Tài chính'])
  assert.deepEqual(who('Bàn giao hồ sơ về UBND xã; báo cáo của Sở Y tế.', 'submit-to'), [])
  assert.deepEqual(who('Tham mưu giúp Ban Thường vụ Tỉnh ủy sơ kết.', 'advise'), ['Ban Thường vụ Tỉnh ủy'])
})

test('a body that the matter only passes through is apart', () => {
  const text = 'Báo cáo Tỉnh ủy (qua Văn phòng Tỉnh ủy) và UBND tỉnh kết quả thông qua Sở Nội vụ.'
  assert.deepEqual(who(text, 'via'), ['Văn phòng Tỉnh ủy', 'Sở Nội vụ'])
})

test('a name the lexicon does not know ends at a colon before the act; a clause with "có" may narrow it', () => {
  assert.deepEqual(who('Trung tâm Sáng kiến cộng đồng trẻ: Tổ chức ngày hội việc làm.', 'lead'), ['Trung tâm Sáng kiến cộng đồng trẻ'])
  assert.deepEqual(who('UBND các xã, phường có đê đi qua chịu trách nhiệm tuần tra.', 'lead'), ['UBND các xã, phường có đê đi qua'])
})

test('a clause may narrow the class that acts', () => {
  for (const [name, act] of [
    ['UBND các huyện có rừng', 'tổ chức trực 24/24 giờ.'],
    ['đơn vị được kiểm tra', 'chuẩn bị báo cáo, gửi Sở Nội vụ.'],
    ['UBND các xã nơi có dự án đi qua', 'công bố công khai quy hoạch.'],
    ['đơn vị đang quản lý nhà, đất dôi dư', 'xây dựng phương án sắp xếp.'],
  ] as const)
    assert.deepEqual(who(`${/^[a-zđ]/u.test(name) ? 'Các ' : ''}${name} ${act}`, 'lead'), [name])
  assert.deepEqual(who('Các sở, ngành chưa hoàn thành nhiệm vụ khẩn trương báo cáo UBND tỉnh.', 'lead'), ['sở', 'ngành chưa hoàn thành nhiệm vụ'])
  assert.deepEqual(who('Các địa phương có nhiều cố gắng trong triển khai thực hiện.', 'lead'), [])
})

test('whoever stands before "chủ trì" leads, known or not', () => {
  assert.deepEqual(who('PVGas chủ trì, phối hợp với Sở Công Thương kiểm tra.', 'lead'), ['PVGas'])
  assert.deepEqual(who('Việc này chưa ai chủ trì.', 'lead'), [])
})

test('a bracket or a dash at the end may name who leads', () => {
  for (const text of [
    'Công khai quỹ đất. (Đảng ủy UBND tỉnh lãnh đạo, chỉ đạo; hoàn thành trước 31/12/2025).',
    'Tập huấn chuyên sâu (Đảng ủy UBND tỉnh tham mưu).',
    'Tập huấn chuyên sâu (Đảng ủy UBND tỉnh).',
    'Tập huấn chuyên sâu - Đảng ủy UBND tỉnh chủ trì.',
  ])
    assert.deepEqual(who(text, 'lead'), ['Đảng ủy UBND tỉnh'], text)
})

test('a time, or one singled out, may stand before the one who acts; "nào" makes a condition', () => {
  assert.deepEqual(who('Tháng 5/2025: Sở Nội vụ lấy ý kiến cử tri.', 'lead'), ['Sở Nội vụ'])
  assert.deepEqual(who('Riêng UBND thị trấn Dùng: giải tỏa hành lang.', 'lead'), ['UBND thị trấn Dùng'])
  assert.deepEqual(who('Sở Y tế, ngoài nhiệm vụ chung, có trách nhiệm kiểm tra.', 'lead'), ['Sở Y tế'])
  assert.deepEqual(who('Địa phương nào chậm thì Chủ tịch UBND xã chịu trách nhiệm.', 'lead'), ['Chủ tịch UBND xã'])
  assert.deepEqual(who('Phó Thủ tướng lưu ý Bộ Y tế sớm hoàn thiện Đề án.', 'lead'), ['Bộ Y tế'])
})

test('a thing may stand first: who it is done by leads; places alone may act', () => {
  assert.deepEqual(who('Đề án do Sở Nội vụ xây dựng, trình UBND tỉnh.', 'lead'), ['Sở Nội vụ'])
  assert.deepEqual(who('Việc kiểm đếm giao UBND xã thực hiện.', 'lead'), ['UBND xã'])
  assert.deepEqual(who('Các xã xây dựng kế hoạch.', 'lead'), ['xã'])
  assert.deepEqual(who('Quý IV/2025, Sở Nội vụ kiểm tra 10 xã.', 'lead'), ['Sở Nội vụ'])
  assert.deepEqual(who('Nếu vượt thẩm quyền thì Sở Xây dựng báo cáo UBND tỉnh.', 'lead'), ['Sở Xây dựng'])
  assert.deepEqual(who('Tổ chức hội thảo khoa học về di sản.', 'lead'), [])
})

test('those named before "phối hợp" help whoever "chủ trì"', () => {
  for (const text of [
    'Giao Sở Xây dựng chủ trì, Công an tỉnh phối hợp kiểm tra.',
    'Sở Xây dựng chủ trì; Công an tỉnh phối hợp thực hiện.',
    'Rà soát hồ sơ (Sở Xây dựng chủ trì; Công an tỉnh phối hợp).',
  ])
    assert.deepEqual([who(text, 'lead'), who(text, 'coordinate')], [['Sở Xây dựng'], ['Công an tỉnh']], text)
})

test('what is brought before somebody in writing, again, or after a word that is no act', () => {
  assert.deepEqual(who('Có văn bản báo cáo Chủ tịch UBND tỉnh.', 'submit-to'), ['Chủ tịch UBND tỉnh'])
  assert.deepEqual(who('Sở Xây dựng trình lại UBND tỉnh.', 'submit-to'), ['UBND tỉnh'])
  assert.deepEqual(who('Phản ánh kiến nghị của cử tri đến Ủy ban Thường vụ Quốc hội.', 'submit-to'), ['Ủy ban Thường vụ Quốc hội'])
  assert.deepEqual(who('Đội Tham mưu Công an huyện theo dõi việc thực hiện.', 'submit-to'), [])
})

test('partners may be narrowed too, one after the other', () => {
  assert.deepEqual(who('Sở Y tế phối hợp với các địa phương có rừng, các huyện ven biển, các xã biên giới kiểm tra.', 'coordinate'), [
    'địa phương có rừng',
    'huyện ven biển',
    'xã biên giới',
  ])
  assert.deepEqual(who('Sở Nội vụ chủ trì, cùng Sở Tài chính thẩm định.', 'coordinate'), ['Sở Tài chính'])
})

test('some of those ordered may be singled out before the act', () => {
  assert.deepEqual(who('Các địa phương, nhất là các xã ven biển và hải đảo, chủ động neo đậu tàu thuyền.', 'lead'), ['địa phương'])
})

test('a list after "của" inside a circumstance is not who acts', () => {
  assert.deepEqual(who('Căn cứ đề nghị của cơ quan, đơn vị trước khi họp, lập danh sách.', 'lead'), [])
})

test('the name of a work, or of a duty, before a colon is only the matter', () => {
  assert.deepEqual(who('Tuyến đê hữu sông Lam: Sở Xây dựng chủ trì cùng Sở Tài chính lập dự toán.', 'coordinate'), ['Sở Tài chính'])
  assert.deepEqual(who('Chế độ thông tin: Định kỳ hằng tháng, các trạm y tế báo cáo Sở Y tế.', 'lead'), ['trạm y tế'])
})

test('those who carry out may stand in brackets', () => {
  assert.deepEqual(who('Thống kê trụ sở dôi dư (các phòng, ban thực hiện; xong trong tháng 5).', 'lead'), ['phòng', 'ban'])
})

test('how closely to work together may be said in many words', () => {
  assert.deepEqual(who('Phối hợp chặt chẽ, kịp thời với Công an xã giữ trật tự.', 'coordinate'), ['Công an xã'])
})

test('what was given to a class tells which of it are meant; what is given to one body is its order', () => {
  assert.deepEqual(who('Các cơ quan, đơn vị được giao chủ trì xây dựng kế hoạch chi tiết.', 'lead'), ['cơ quan', 'đơn vị được giao chủ trì'])
  assert.deepEqual(who('Các sở được giao nhiệm vụ soạn thảo, trình dự án khẩn trương hoàn thiện hồ sơ.', 'lead'), [
    'sở được giao nhiệm vụ soạn thảo, trình dự án',
  ])
  assert.deepEqual(who('Sở Y tế được giao chủ trì xây dựng kế hoạch.', 'lead'), ['Sở Y tế'])
  assert.deepEqual(who('Phối hợp với đơn vị được giao quản lý trụ sở lập danh mục.', 'coordinate'), ['đơn vị được giao quản lý trụ sở'])
  assert.deepEqual(who('Phối hợp với cơ quan có chức năng quản lý đất đai cấp xã, Văn phòng đăng ký đất đai rà soát.', 'coordinate'), [
    'cơ quan có chức năng quản lý đất đai cấp xã',
    'Văn phòng đăng ký đất đai',
  ])
})

test('nouns after a class belong to its name, half a noun is no act', () => {
  assert.deepEqual(who('Phối hợp với các doanh nghiệp logistics, hiệp hội ngành hàng xây dựng chuỗi cung ứng.', 'coordinate'), [
    'doanh nghiệp logistics',
    'hiệp hội ngành hàng',
  ])
  assert.deepEqual(who('Phối hợp với chính quyền địa phương nơi có công trình giải phóng mặt bằng.', 'coordinate'), [
    'chính quyền địa phương nơi có công trình',
  ])
  assert.deepEqual(who('Các chủ đầu tư dự án giao thông trọng điểm đẩy nhanh tiến độ.', 'lead'), ['chủ đầu tư dự án giao thông trọng điểm'])
  assert.deepEqual(who('Các địa phương ráo riết chuẩn bị.', 'lead'), ['địa phương'])
})

test('partners are named after "sự phối hợp của", and after "phối hợp với" whatever they are called', () => {
  assert.deepEqual(who('Sở Y tế chủ trì, có sự phối hợp của Sở Nội vụ, tổ chức hội nghị.', 'coordinate'), ['Sở Nội vụ'])
  assert.deepEqual(who('Phối hợp với gia đình, nhà trường phòng ngừa vi phạm.', 'coordinate'), ['gia đình', 'nhà trường'])
  assert.deepEqual(who('Phối hợp với bên mua điện, bên bán điện tính toán phương án.', 'coordinate'), ['bên mua điện', 'bên bán điện'])
  assert.deepEqual(who('Kết hợp với tăng chi ngân sách; phối hợp với nhau xử lý.', 'coordinate'), [])
})

test('a class told one by one after a colon gives way to those named', () => {
  assert.deepEqual(who('Giao các đơn vị thực hiện các nhiệm vụ sau: Phòng Kinh tế lập danh mục; Công an xã tuần tra.', 'lead'), [
    'Phòng Kinh tế',
    'Công an xã',
  ])
})

test('who is named after the end of a time, or after a thing that is given out, leads', () => {
  assert.deepEqual(who('Kết thúc năm 2026, Sở Y tế báo cáo kết quả.', 'lead'), ['Sở Y tế'])
  assert.deepEqual(who('Các kiến nghị khác giao Văn phòng Huyện ủy tổng hợp.', 'lead'), ['Văn phòng Huyện ủy'])
})

test('what is proposed may stand before to whom; a noun proposes nothing', () => {
  assert.deepEqual(who('Phòng Nội vụ kịp thời đề xuất các vấn đề phát sinh với Trưởng ban Chỉ đạo.', 'submit-to'), ['Trưởng ban Chỉ đạo'])
  assert.deepEqual(who('Phòng Nội vụ đánh giá kết quả và có đề xuất đối với Sở Tài chính.', 'submit-to'), [])
  assert.deepEqual(who('Phòng Nội vụ đề xuất phối hợp với Sở Tài chính.', 'submit-to'), [])
})

test('a noun that ends in «trình», and news spread to people, bring nothing before anybody', () => {
  assert.deepEqual(who('Tuyên truyền sâu rộng về Chương trình tới cán bộ, đảng viên.', 'submit-to'), [])
  assert.deepEqual(who('Bảo đảm thông tin về quy trình cho các cơ quan liên quan.', 'submit-to'), [])
  assert.deepEqual(who('Báo cáo kết quả khi kết thúc Chương trình về Bộ Xây dựng, Bộ Tài chính để tổng hợp.', 'submit-to'), [
    'Bộ Xây dựng',
    'Bộ Tài chính',
  ])
  assert.deepEqual(who('Công khai kết quả, gửi các phương tiện thông tin đại chúng đăng tải.', 'submit-to'), [])
  assert.deepEqual(who('Báo cáo Chính phủ số liệu về hộ nghèo.', 'submit-to'), ['Chính phủ'])
})

test('what those who help are for may be left out before their act, and what somebody may decide is no order', () => {
  assert.deepEqual(who('Phối hợp với các đơn vị có chức năng tổ chức lực lượng thu dọn phế thải.', 'coordinate'), ['đơn vị có chức năng'])
  assert.deepEqual(who('Hoàn thiện quy định về biên chế, trên cơ sở đó giao các trường đại học tự quyết định việc tuyển dụng.', 'lead'), [])
})

test('what a report tells of is done, and orders nothing', () => {
  assert.deepEqual(who('Theo báo cáo của Bộ Xây dựng, đến ngày 19 tháng 11 đã có 13 tập đoàn, tổng công ty gửi đăng ký.', 'lead'), [])
  assert.deepEqual(who('Theo báo cáo của Sở Y tế, dịch đã lan rộng, yêu cầu các xã khẩn trương khoanh vùng.', 'lead'), ['xã'])
})
