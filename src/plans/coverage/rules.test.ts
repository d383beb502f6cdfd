import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { PlanStanding } from './contract.ts'
import { allOf, cellStateOf, countedStates, coverByTask, percentOf } from './rules.ts'

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

  test('by task, what is open is the rest of the bodies on which it lies, in the order of the text', () => {
    const none = { answered: 0, reasoned: 0, drafted: 0, asked: 0, open: 0 }
    const task = (id: string, position: number) => ({ id, address: id, text: id, position })
    const shown = coverByTask(
      [task('second', 2), task('nobody’s', 3), task('first', 1)],
      [
        { ...none, held: Uint8Array.of(1, 0, 1), bodies: 10, counts: [1, 2, 3, 0, 0, 0, 0, 0, 4, 0, 0, 5] },
        { ...none, held: Uint8Array.of(0, 0, 1), bodies: 3, counts: [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0] },
      ],
    )
    assert.deepEqual(
      shown.map(({ taskId, answered, reasoned, drafted, asked, open }) => [taskId, answered, reasoned, drafted, asked, open]),
      [
        ['first', 5, 1, 0, 5, 2],
        ['second', 1, 2, 3, 0, 4],
      ],
    )
  })
})
