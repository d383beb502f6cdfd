import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Task, TaskRole } from '../contract.ts'
import { byHandIn } from '../rules.ts'
import { readIn } from './corrected.ts'
import { type Filter, fits, nextDoubtful, unknownNames } from './filters.ts'
import { marksOf } from './marks.ts'
import { seamsOf } from './seams.ts'

const role = (named: string, rest: Partial<TaskRole> = {}): TaskRole => ({
  role: 'lead',
  named,
  bodyId: null,
  classId: null,
  matched: null,
  bodies: 0,
  settled: false,
  isOpen: false,
  from: null,
  to: null,
  ...rest,
})
const matched = role('Bộ Nội vụ', { bodyId: 'b', bodies: 1 })
const task = (id: string, rest: Partial<Task> = {}): Task => ({
  id,
  provisionId: null,
  address: id,
  text: 'Xây dựng đề án',
  product: '',
  condition: '',
  conditionMetOn: null,
  isStanding: false,
  from: null,
  to: null,
  origin: 'read',
  edited: false,
  checked: false,
  droppedWhy: null,
  mergedInto: null,
  joined: [],
  endedOn: null,
  doubts: [],
  certainty: [],
  read: null,
  version: 1,
  roles: [matched],
  milestones: [],
  ...rest,
})
const under = (filter: Filter, tasks: Task[]) => tasks.filter(fits[filter]).map(({ id }) => id)

test('a filter shows what still needs a look, dropped tasks only under their own', () => {
  const doubts = [{ field: 'due', why: { vi: 'không rõ năm', en: 'no year' } }]
  const tasks = [
    task('plain'),
    task('doubtful', { doubts }),
    task('unsure', { certainty: [{ field: 'lead', sure: 'low', why: { vi: 'không thấy', en: 'not found' }, span: null }] }),
    task('inferred', { certainty: [{ field: 'lead', sure: 'middle', why: { vi: 'từ đề mục', en: 'from a heading' }, span: null }] }),
    task('seen', { doubts, checked: true }),
    task('by-hand', { origin: 'hand' }),
    task('unknown', { roles: [role('cấp ủy')] }),
    task('nobody', { roles: [role('quận ủy', { classId: 'q' })] }),
    task('open', { roles: [role('người đứng đầu', { classId: 'c', isOpen: true })] }),
    task('dropped', { doubts, droppedWhy: 'trùng', roles: [role('ai đó')] }),
  ]
  assert.deepEqual(under('all', tasks), ['plain', 'doubtful', 'unsure', 'inferred', 'seen', 'by-hand', 'unknown', 'nobody', 'open'])
  assert.deepEqual(under('doubts', tasks), ['doubtful', 'unsure'])
  assert.deepEqual(under('unmatched', tasks), ['unknown', 'nobody'])
  assert.deepEqual(under('leadless', tasks), ['open'])
  assert.deepEqual(under('edited', tasks), ['by-hand'])
  assert.deepEqual(under('dropped', tasks), ['dropped'])
})

test('an unknown name stands once however it is spelt, the most frequent first', () => {
  const tasks = [
    task('1', { roles: [role('Hội Tin học')] }),
    task('2', { roles: [role('Đảng uỷ Khối'), role('đảng ủy khối', { role: 'via' })] }),
    task('3', { roles: [role('Đảng ủy Khối')] }),
    task('4', { roles: [role('Hội Tin học')], droppedWhy: 'trùng' }),
    task('5', { roles: [role('một số cơ quan', { settled: true })] }),
  ]
  assert.deepEqual(
    unknownNames(tasks).map(({ named, tasks }) => [named, tasks.map(({ id }) => id)]),
    [
      ['Đảng uỷ Khối', ['2', '3']],
      ['Hội Tin học', ['1']],
    ],
  )
})

test('marks come from every place that a task points to in the document, and from nowhere else', () => {
  const placed = task('t', { from: 10, to: 90, roles: [role('Bộ Nội vụ', { from: 12, to: 21 }), matched] })
  assert.deepEqual(marksOf([placed, task('by-hand')]), [
    { id: 't', kind: 'own', from: 10, to: 90 },
    { id: 't', kind: 'lead', from: 12, to: 21 },
  ])
})

test('a task joined from several is marked wherever the words of these stand, once each', () => {
  const joined = task('t', {
    from: 10,
    to: 90,
    joined: [
      { from: 10, to: 90 },
      { from: 200, to: 260 },
    ],
  })
  assert.deepEqual(marksOf([joined]), [
    { id: 't', kind: 'own', from: 10, to: 90 },
    { id: 't', kind: 'own', from: 200, to: 260 },
  ])
})

test('a task is likely to fall in two at a semicolon or before another order', () => {
  const text = 'Xây dựng đề án; đồng thời hướng dẫn các sở, tham mưu Chính phủ ban hành quy định.'
  assert.deepEqual(
    seamsOf(text).map((at) => text.slice(at, at + 9)),
    ['đồng thời', 'tham mưu '],
  )
})

test('the keys lead from one task to be looked at again to the next, all the way round', () => {
  const doubts = [{ field: 'due', why: { vi: 'không rõ năm', en: 'no year' } }]
  const tasks = [task('1', { doubts }), task('2'), task('3', { doubts }), task('4', { doubts, checked: true })]
  assert.deepEqual(
    [0, 1, 2, 3].map((index) => [nextDoubtful(tasks, index, 1), nextDoubtful(tasks, index, -1)]),
    [
      [2, 2],
      [2, 0],
      [0, 0],
      [0, 2],
    ],
  )
  assert.deepEqual([nextDoubtful(tasks, -1, 1), nextDoubtful(tasks, -1, -1)], [0, 2])
  assert.equal(nextDoubtful([task('5')], 0, 1), 0)
})

test('what was changed by hand is what differs from what was read, field by field', () => {
  const read = { text: 'Xây dựng đề án', product: '', condition: '', isStanding: false, milestones: [{ worded: 'quý I', due: null }] }
  const roles = [{ role: 'lead' as const, named: 'Bộ Nội vụ', bodyId: 'b', classId: null }]
  const was = { ...read, roles }
  assert.deepEqual(byHandIn(task('as-read')), [])
  assert.deepEqual(byHandIn(task('same', { read: { ...was, milestones: [] } })), [])
  assert.deepEqual(byHandIn(task('changed', { read: was, text: 'Xây dựng đề án mới', roles: [matched, role('Bộ Tài chính', { role: 'via' })] })), [
    'text',
    'via',
    'milestones',
  ])
  assert.equal(readIn(was, 'milestones'), '«quý I»')
  assert.equal(readIn(was, 'lead'), 'Bộ Nội vụ')
})
