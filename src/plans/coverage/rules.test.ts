import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { PlanStanding } from './contract.ts'
import { allOf, cellStateOf, countedStates, percentOf } from './rules.ts'

const _none = { answered: 0, reasoned: 0, drafted: 0, asked: 0, open: 0 }

describe('the rules of coverage', () => {
  const reason = (planState: PlanStanding, acceptedOn: string | null = null, refusedOn: string | null = null) => ({
    planState,
    acceptedOn,
    refusedOn,
  })

  test('an answer counts from submission on; a draft is shown; a reason counts once accepted; a refused one is none', () => {
    assert.equal(cellStateOf([], []), 'open')
    for (const state of countedStates) assert.equal(cellStateOf([state], []), 'answered')
    for (const state of ['drafting', 'returned'] as const) assert.equal(cellStateOf([state], []), 'drafted')
    for (const state of ['due', 'withdrawn', 'none'] as const) assert.equal(cellStateOf([state], []), 'open')
    assert.equal(cellStateOf(['drafting', 'issued'], []), 'answered')
    assert.equal(cellStateOf([], [reason('submitted')]), 'asked')
    assert.equal(cellStateOf(['drafting'], [reason('submitted', '2013-10-01')]), 'reasoned')
    assert.equal(cellStateOf(['drafting'], [reason('submitted')]), 'drafted')
    assert.equal(cellStateOf([], [reason('submitted', null, '2013-10-01')]), 'open')
    assert.equal(cellStateOf([], [reason('withdrawn', '2013-10-01')]), 'open')
  })

  test('a hundred per cent means all', () => {
    assert.deepEqual([percentOf(0, 0), percentOf(999, 1000), percentOf(1000, 1000), percentOf(1, 3)], [0, 99, 100, 33])
    assert.equal(allOf({ answered: 1, reasoned: 2, drafted: 3, asked: 4, open: 5 }), 15)
  })
})
