import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from './read.ts'

const read = (...lines: string[]) => readDirective(lines.join('\n'))
const sure = (...lines: string[]) => Object.fromEntries(read(...lines).tasks[0]?.certainty.map((c) => [c.field, c.sure]) ?? [])

test('what stands in the point or in a line of its own is surer than what was handed down', () => {
  assert.deepEqual(sure('II. NHIỆM VỤ', '1. Sở Y tế phối hợp với Sở Nội vụ tuyển bác sĩ trước ngày 01/9/2026.'), {
    lead: 'high',
    coordinate: 'high',
    due: 'high',
  })
  assert.deepEqual(sure('II. NHIỆM VỤ', '1. Sở Y tế:', '- Tuyển bác sĩ trong tháng 9, báo cáo UBND tỉnh.'), {
    lead: 'middle',
    submitTo: 'high',
    due: 'low',
  })
  assert.deepEqual(sure('II. NHIỆM VỤ', '1. Tuyển bác sĩ vào đầu năm 2026.'), { lead: 'low', due: 'low' })
})

test('the words a field rests on can be shown', () => {
  const { text, tasks } = read('II. NHIỆM VỤ', '1. Sở Y tế tuyển bác sĩ trước ngày 01/9/2026.')
  const due = tasks[0]?.certainty.find((c) => c.field === 'due')
  assert.equal(text.slice(...(due?.span ?? [0, 0])), 'trước ngày 01/9/2026')
  assert.match(due?.why.vi ?? '', /Ghi trong chính câu này/)
})

test('who only follows up is told apart', () => {
  const [task] = read('II. NHIỆM VỤ', '1. Sở Y tế tuyển bác sĩ; giao Văn phòng UBND tỉnh theo dõi, đôn đốc việc tuyển dụng.').tasks
  assert.deepEqual([task?.lead, task?.followUp], [['Sở Y tế', 'Văn phòng UBND tỉnh'], ['Văn phòng UBND tỉnh']])
})

test('grounds, and what a document changes or takes the place of', () => {
  const { document } = read(
    'QUYẾT ĐỊNH',
    'Sửa đổi, bổ sung Quyết định số 12/QĐ-UBND ngày 03/4/2024 về quản lý bến xe',
    'Căn cứ Luật Đường bộ ngày 27 tháng 6 năm 2024;',
    'Theo đề nghị của Giám đốc Sở Xây dựng.',
    'Điều 1. Bến xe mở cửa từ 5 giờ.',
    'Điều 2. Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số 7/QĐ-UBND ngày 01/02/2020.',
  )
  assert.deepEqual(document.grounds, ['Căn cứ Luật Đường bộ ngày 27 tháng 6 năm 2024', 'Theo đề nghị của Giám đốc Sở Xây dựng'])
  assert.deepEqual(document.amends, [{ kind: 'Quyết định', number: '12/QĐ-UBND', date: '2024-04-03', issuer: null }])
  assert.deepEqual(document.replaces, [{ kind: 'Quyết định', number: '7/QĐ-UBND', date: '2020-02-01', issuer: null }])
})

test('a day in a column of its own is as sure as one in the sentence; one that comes back is a time, with how often', () => {
  const [row] = read('| TT | Nhiệm vụ | Chủ trì | Thời hạn |', '| 1 | Lập bản đồ | Sở Y tế | 15/10/2025 |').tasks
  assert.deepEqual(row?.certainty.find((c) => c.field === 'due')?.sure, 'high')
  const [point] = read('II. NHIỆM VỤ', '1. Sở Y tế báo cáo Sở Nội vụ trước ngày 25 hằng tháng.').tasks
  assert.deepEqual(
    point?.milestones.map(({ worded }) => worded),
    ['trước ngày 25 hằng tháng'],
  )
  assert.match(point?.certainty.find((c) => c.field === 'due')?.why.vi ?? '', /Ghi trong chính câu này: “trước ngày 25 hằng tháng”/)
})
