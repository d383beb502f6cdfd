import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TaskChange } from '../contract.ts'
import * as drafting from './drafting.ts'

const dayBefore = (day: string) => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
const oldDays = (item: Pick<TaskChange, 'kind' | 'before' | 'text' | 'milestones'>) => drafting.oldDays(item, dayBefore)

const milestone = (worded: string, due: string | null) => ({ worded, due, kind: 'date' as const, what: '' })

test('a deadline that was moved is named where its words, or those of the task, still say the day before it', () => {
  const text = 'Rà soát biên chế; báo cáo trước ngày 20-11-2013.'
  const before = { text, product: '', milestones: [milestone('trước ngày 20-11-2013', '2013-11-19')] }
  const changed = (text: string, worded: string, due: string | null) => oldDays({ kind: 'amend', before, text, milestones: [milestone(worded, due)] })
  assert.deepEqual(changed(text, 'trước ngày 20-11-2013', '2013-11-19'), [])
  assert.deepEqual(changed(text, 'trước ngày 20-11-2013', '2014-01-15'), ['trước ngày 20-11-2013'])
  assert.deepEqual(changed(text, 'trước ngày 16/01/2014', '2014-01-15'), ['trước ngày 20-11-2013'])
  assert.deepEqual(changed('Rà soát biên chế; báo cáo trước ngày 16-1-2014.', 'trước ngày 16-1-2014', '2014-01-15'), [])
  // what names no whole day, or comes to none, says nothing of it
  assert.deepEqual(changed('Rà soát biên chế.', 'quý I-2014', '2014-03-31'), [])
  assert.deepEqual(changed('Rà soát biên chế.', 'trước ngày 20-11-2013', null), [])
  assert.deepEqual(oldDays({ kind: 'withdraw', before, text: '', milestones: [] }), [])
  assert.deepEqual(oldDays({ kind: 'add', before: null, text: 'Báo cáo', milestones: [milestone('ngày 31-12-2013', '2013-12-31')] }), [])
})
