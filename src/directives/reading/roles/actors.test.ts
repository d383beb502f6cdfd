import assert from 'node:assert/strict'
import { test } from 'node:test'
import { told } from '../../../../test/told.ts'
import { readDirective } from '../read.ts'

test('lists of bodies by one word, and whose they are', () => {
  const leads = (line: string) => told(`1. ${line}`)[0]
  assert.deepEqual(leads('Ủy ban nhân dân các tỉnh: Đắk Lắk, Gia Lai và Lâm Đồng rà soát nhà ở.')?.lead, [
    'Ủy ban nhân dân tỉnh Đắk Lắk',
    'Ủy ban nhân dân tỉnh Gia Lai',
    'Ủy ban nhân dân tỉnh Lâm Đồng',
  ])
  assert.deepEqual(leads('Các Bộ, cơ quan: Tài chính, Xây dựng nghiên cứu, xử lý kiến nghị.')?.lead, ['Bộ Tài chính', 'Bộ Xây dựng'])
  assert.deepEqual(leads('Sở Y tế phối hợp với các cơ quan liên quan thuộc Bộ Xây dựng, Bộ Quốc phòng chỉ đạo các nhà thầu.')?.coordinate, [
    'cơ quan liên quan thuộc Bộ Xây dựng, Bộ Quốc phòng',
  ])
})

test('the body leads, and not who answers for it in person; a shared word goes to each name of a cell', () => {
  const tasks = told(
    'STT | Nhiệm vụ | Người đứng đầu chịu trách nhiệm | Cơ quan chủ trì | Thời hạn',
    '1 | Rà soát quy trình | Cục trưởng Cục Du lịch | Các Cục: Bản quyền tác giả; Du lịch Quốc gia Việt Nam | Tháng 12/2025',
  )
  assert.deepEqual(
    tasks.map(({ lead }) => lead),
    [['Cục Bản quyền tác giả', 'Cục Du lịch Quốc gia Việt Nam']],
  )
})

test('an introduction of acts hands down with whom, and to whom', () => {
  const [task] = readDirective(
    ['3. Sở Văn hóa', 'Chủ trì, phối hợp với các cơ quan liên quan tham mưu cho Ủy ban nhân dân tỉnh:', 'a) Quản lý quỹ đất.'].join('\n'),
  ).tasks
  assert.deepEqual([task?.lead, task?.coordinate, task?.submitTo], [['Sở Văn hóa'], ['cơ quan liên quan'], ['Ủy ban nhân dân tỉnh']])
})

test('who orders says so wherever it stands; whoever stands above shares work out among its own', () => {
  const [first] = told('1. Thiết thực chào mừng Đại hội, Thủ tướng Chính phủ yêu cầu Bộ trưởng Bộ Y tế thực hiện quyết liệt các giải pháp.')
  assert.deepEqual(first?.lead, ['Bộ trưởng Bộ Y tế'])
  const [shared] = told('1. Các cơ quan, đơn vị:', '- Phân công cán bộ, công chức quản lý hệ thống.')
  assert.deepEqual(shared?.lead, ['cơ quan', 'đơn vị'])
})

test('a person with two posts is one; those singled out do not hide who acts', () => {
  const leads = (...lines: string[]) => told(...lines).map(({ lead }) => lead)
  assert.deepEqual(leads('Điều 8. Trách nhiệm của Ủy viên kiêm Chánh Văn phòng Ban Chỉ đạo', '1. Điều hành Văn phòng Ban Chỉ đạo.'), [
    ['Ủy viên kiêm Chánh Văn phòng Ban Chỉ đạo'],
  ])
  assert.deepEqual(leads('1. Ủy ban nhân dân các tỉnh khu vực Trung Bộ, nhất là các tỉnh: Khánh Hòa, Đắk Lắk tiếp tục khắc phục hậu quả mưa lũ.'), [
    ['Ủy ban nhân dân các tỉnh khu vực Trung Bộ'],
  ])
})
