import assert from 'node:assert/strict'
import { test } from 'node:test'
import { told } from '../../../../test/told.ts'

/** A paragraph as a page of so many letters holds it. */
function wrapped(paragraph: string, width: number): string {
  const lines = ['']
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1) as string
    if (line && line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = line ? `${line} ${word}` : word
  }
  return lines.join('\n')
}

const paragraphs = [
  'II. NHIỆM VỤ',
  '1. Sở Công Thương',
  '- Rà soát quy hoạch các cụm công nghiệp trên địa bàn, lập danh mục các cụm có hạ tầng đầu tư dở dang, xác định nguyên nhân và đề xuất hướng xử lý đối với từng cụm trong năm.',
  '- Hướng dẫn các chủ đầu tư lập hồ sơ thanh lý tài sản, phối hợp với các đơn vị có liên quan trong việc xác định giá trị còn lại và công bố công khai kết quả để các tổ chức, cá nhân tham gia.',
  '2. Các chủ đầu tư xây dựng và kinh doanh hạ tầng Cụm công nghiệp',
  '- Phối hợp với Sở Công Thương, Sở Xây dựng tạo điều kiện về mặt bằng, điện, nước và các điều kiện cần thiết khác cho việc lắp đặt thiết bị quan trắc tự động tại các cụm công nghiệp.',
  '- Chủ động đề xuất nhu cầu đầu tư trạm xử lý nước thải, bố trí cán bộ có chuyên môn theo dõi việc vận hành và báo cáo kết quả theo quy định của cơ quan quản lý nhà nước về môi trường.',
  '3. Ủy ban nhân dân các xã, phường',
  '- Tuyên truyền, vận động các hộ dân chấp hành quy định về bảo vệ môi trường, giữ gìn vệ sinh chung, không đổ rác, xả nước thải ra các tuyến mương thoát nước của các cụm công nghiệp trên địa bàn.',
  '- Kiểm tra việc chấp hành quy định của các cơ sở sản xuất trong khu dân cư, lập biên bản và xử lý nghiêm các hành vi vi phạm theo thẩm quyền, kịp thời kiến nghị những vấn đề vượt thẩm quyền.',
  '4. Báo và Phát thanh, truyền hình tỉnh, Cổng thông tin điện tử tỉnh',
  'Xây dựng chuyên mục, phóng sự về các cụm công nghiệp; phối hợp với Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, Hội Liên hiệp Phụ nữ tỉnh, Tỉnh Đoàn, Liên đoàn Lao động tỉnh, Hội Nông dân tỉnh, Hội Cựu chiến binh tỉnh, Hội Chữ thập đỏ tỉnh đưa tin.',
]

test('the same tasks are read from paragraphs and from the lines they were wrapped into, whatever the width', () => {
  const whole = told(...paragraphs)
  assert.equal(whole.length, 7)
  assert.deepEqual(whole[2]?.lead, ['chủ đầu tư xây dựng và kinh doanh hạ tầng Cụm công nghiệp'])
  for (const width of [66, 72, 80, 96]) assert.deepEqual(told(...paragraphs.map((one) => wrapped(one, width))), whole, String(width))
})

test('a heading a little shorter than the lines is not taken for one of them, though its next line begins a point', () => {
  const lines = paragraphs.map((one) => wrapped(one, 80))
  assert.match(lines.join('\n'), /hạ tầng Cụm công nghiệp\n- Phối hợp/)
  assert.equal(told(...lines).filter(({ text }) => text.startsWith('Phối hợp với Sở Công Thương')).length, 1)
})

test('whole paragraphs beside wrapped ones do not hide how those were wrapped', () => {
  const notes = [1, 2, 3].map(
    (n) =>
      `[${n}] Gồm các cụm công nghiệp đã được Ủy ban nhân dân tỉnh thành lập theo các quyết định ban hành từ năm 2015 đến năm 2024, ${'có diện tích từ 20 ha trở lên, '.repeat(6)}đang hoạt động.`,
  )
  const twice = [
    ...paragraphs,
    ...paragraphs.map((one) => one.replace(/^(\d)\./, (_, n) => `${Number(n) + 3}.`).replace('II. NHIỆM VỤ', 'III. GIẢI PHÁP')),
  ]
  const whole = told(...twice, ...notes)
  for (const width of [72, 76, 84, 92]) assert.deepEqual(told(...twice.map((one) => wrapped(one, width)), ...notes), whole, String(width))
})

test('a name that a line breaks goes on: "Thủ tướng / Chính phủ"', () => {
  assert.deepEqual(
    told('1. Bộ Xây dựng', 'b) Khẩn trương thực hiện ý kiến của Thủ tướng', 'Chính phủ, Trưởng Ban Chỉ đạo, tham mưu việc khen thưởng.').map(
      ({ text, lead }) => [text, lead],
    ),
    [['Khẩn trương thực hiện ý kiến của Thủ tướng Chính phủ, Trưởng Ban Chỉ đạo, tham mưu việc khen thưởng.', ['Bộ Xây dựng']]],
  )
})
