import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gathered, groupOf, lightOf, monthsOf } from './rules.ts'

const today = '2013-11-15'

test('work stands under how soon it is due', () => {
  assert.equal(groupOf({ kind: 'work', isOverdue: true, due: '2013-11-14' }, today), 'overdue')
  assert.equal(groupOf({ kind: 'work', isOverdue: false, due: '2013-11-15' }, today), 'week')
  assert.equal(groupOf({ kind: 'work', isOverdue: false, due: '2013-11-22' }, today), 'week')
  assert.equal(groupOf({ kind: 'work', isOverdue: false, due: '2013-11-23' }, today), 'later')
  assert.equal(groupOf({ kind: 'work', isOverdue: false, due: null }, today), 'none')
  assert.equal(groupOf({ kind: 'draft', isOverdue: false, due: null }, today), 'drafts')
})

test('what is decided in the same way about the same words of a directive stands under one line, once there are four of it', () => {
  const row = (kind: string, directiveId: string | null, step: string | null = null, text = 'Phổ biến') => ({
    kind,
    step,
    directiveId,
    actId: null,
    text,
  })
  const lengths = (rows: Parameters<typeof gathered>[0][number][]) => gathered(rows).map((some) => `${some[0]?.kind} ${some.length}`)
  const verify = Array.from({ length: 5 }, () => row('verify', 'a'))
  assert.deepEqual(lengths([row('draft', 'a'), ...verify.slice(0, 2), row('extension', 'a'), ...verify.slice(2), row('verify', 'b')]), [
    'draft 1',
    'verify 5',
    'extension 1',
    'verify 1',
  ])
  assert.deepEqual(lengths(verify.slice(0, 3)), ['verify 1', 'verify 1', 'verify 1'])
  assert.equal(lengths(['a', 'b', 'c', 'd'].map((text) => row('verify', 'a', null, text))).length, 4)
  const direct = (actId: string) => ({ ...row('urging', null, 'direct'), actId })
  assert.deepEqual(lengths([...['a', 'a', 'b', 'a', 'a'].map(direct)]), ['urging 4', 'urging 1'])
  assert.equal(lengths(Array.from({ length: 6 }, () => ({ ...row('urging', null), actId: 'a' }))).length, 6)
  // work of one's own is each its own, and so is every reason
  assert.equal(lengths(Array.from({ length: 6 }, () => row('work', 'a'))).length, 6)
  assert.equal(lengths(Array.from({ length: 6 }, () => row('verify', null))).length, 6)
  assert.equal(lengths(Array.from({ length: 6 }, () => row('appraisal', 'a', 'reason'))).length, 6)
  assert.deepEqual(lengths([...Array(4).fill(row('appraisal', 'a', 'appraise')), ...Array(4).fill(row('appraisal', 'a', 'accept'))]), [
    'appraisal 4',
    'appraisal 4',
  ])
})

test('what waits for a decision stands apart: the day of those who asked for it is not one’s own', () => {
  for (const kind of ['verify', 'extension', 'returned', 'appraisal'])
    for (const due of ['2013-10-31', '2014-01-31', null]) assert.equal(groupOf({ kind, isOverdue: false, due }, today), 'waiting')
  for (const step of ['answer-change', 'direct']) assert.equal(groupOf({ kind: 'incoming', step, isOverdue: false, due: null }, today), 'waiting')
})

test('a directive’s light', () => {
  const calm = { openOverdue: 0, returned: 0, sentBack: 0, nextDue: null, receiptsOverdue: null, plansOverdue: 0 }
  assert.equal(lightOf(calm, today), 'green')
  assert.equal(lightOf({ ...calm, nextDue: '2013-11-23' }, today), 'green')
  assert.equal(lightOf({ ...calm, nextDue: '2013-11-22' }, today), 'amber')
  assert.equal(lightOf({ ...calm, returned: 1 }, today), 'amber')
  assert.equal(lightOf({ ...calm, sentBack: 1 }, today), 'amber')
  assert.equal(lightOf({ ...calm, receiptsOverdue: 1 }, today), 'amber')
  assert.equal(lightOf({ ...calm, plansOverdue: 1 }, today), 'amber')
  assert.equal(lightOf({ ...calm, returned: 1, openOverdue: 1 }, today), 'red')
})

test('milestones by month, over the turn of the year, every month between', () => {
  const months = monthsOf([
    { due: '2014-02-28', all: 3, reached: 1, overdue: 0 },
    { due: '2013-11-30', all: 2, reached: 0, overdue: 2 },
    { due: '2013-11-01', all: 1, reached: 1, overdue: 0 },
    { due: null, all: 9, reached: 0, overdue: 0 },
  ])
  assert.deepEqual(months, [
    { month: '2013-11', all: 3, reached: 1, overdue: 2 },
    { month: '2013-12', all: 0, reached: 0, overdue: 0 },
    { month: '2014-01', all: 0, reached: 0, overdue: 0 },
    { month: '2014-02', all: 3, reached: 1, overdue: 0 },
  ])
  assert.deepEqual(monthsOf([{ due: null, all: 1, reached: 0, overdue: 0 }]), [])
})
