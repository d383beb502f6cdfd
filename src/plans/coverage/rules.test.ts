import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { PlanStanding } from './contract.ts'
import { allOf, branchesOf, cellStateOf, countedStates, coverByLevel, coverByTask, keptStandings, percentOf, plansOf, sumOf } from './rules.ts'

describe('the rules of coverage', () => {
  const reason = (planState: PlanStanding, acceptedOn: string | null = null, refusedOn: string | null = null) => ({
    planState,
    acceptedOn,
    refusedOn,
  })

  const own = (...states: PlanStanding[]) => states.map((planState) => ({ planState, isBare: false }))
  const bare = (...states: PlanStanding[]) => states.map((planState) => ({ planState, isBare: true }))

  test('an answer counts from submission on; a draft is shown; a reason counts once accepted; a refused one is none', () => {
    assert.equal(cellStateOf([], []), 'open')
    for (const state of countedStates) assert.equal(cellStateOf(own(state), []), 'answered')
    for (const state of ['drafting', 'returned'] as const) assert.equal(cellStateOf(own(state), []), 'drafted')
    for (const state of ['due', 'withdrawn', 'none'] as const) assert.equal(cellStateOf(own(state), []), 'open')
    assert.equal(cellStateOf(own('drafting', 'issued'), []), 'answered')
    for (const state of countedStates) assert.equal(cellStateOf(bare(state), []), 'quoted')
    assert.equal(cellStateOf([...bare('issued'), ...own('drafting')], []), 'quoted')
    assert.equal(cellStateOf([...bare('issued'), ...own('submitted')], []), 'answered')
    assert.equal(cellStateOf(bare('drafting'), []), 'drafted')
    assert.equal(cellStateOf([], [reason('submitted')]), 'asked')
    assert.equal(cellStateOf(own('drafting'), [reason('submitted', '2013-10-01')]), 'reasoned')
    assert.equal(cellStateOf(own('drafting'), [reason('submitted')]), 'drafted')
    assert.equal(cellStateOf([], [reason('submitted', null, '2013-10-01')]), 'open')
    assert.equal(cellStateOf([], [reason('withdrawn', '2013-10-01')]), 'open')
    assert.equal(cellStateOf(own('drafting'), [reason('submitted')], true), 'reasoned')
    assert.equal(cellStateOf(own('issued'), [], true), 'answered')
  })

  test('a hundred per cent means all', () => {
    assert.deepEqual([percentOf(0, 0), percentOf(999, 1000), percentOf(1000, 1000), percentOf(1, 3)], [0, 99.9, 100, 33.3])
    assert.deepEqual([percentOf(110, 120), percentOf(1, 5000), percentOf(4999, 5000), percentOf(0, 7)], [91.7, 0.1, 99.9, 0])
    assert.equal(allOf({ answered: 1, quoted: 6, reasoned: 2, drafted: 3, asked: 4, open: 5 }), 21)
  })

  test('sums that are kept and bodies that are alike add up, and what is taken away is gone', () => {
    const task = (id: string, position: number) => ({ id, address: id, text: id, position })
    const tasks = [task('second', 2), task('nobody’s', 3), task('first', 1)]
    const plans = keptStandings.map((state) => (state === 'issued' ? 12 : 0))
    // open, asked, drafted, reasoned, quoted, answered of each task; the last task came after this was kept
    const kept = { bodies: 12, planned: 12, plans, counts: [4, 0, 3, 2, 1, 2], plan: null, states: null } as const
    const alike = (bodies: number, plan: PlanStanding, ...codes: number[]) =>
      ({ bodies, planned: bodies, plans: null, counts: null, plan, states: Uint8Array.from(codes) }) as const
    const parts = [
      { ...kept, counts: [...kept.counts] },
      alike(-1, 'issued', 6),
      alike(-1, 'issued', 5),
      alike(2, 'amending', 4, 0, 6),
      alike(1, 'amending', 0, 0, 1),
    ]
    const shown = coverByTask(tasks, parts)
    assert.deepEqual(
      shown.map(({ taskId, answered, quoted, reasoned, drafted, asked, open }) => [taskId, answered, quoted, reasoned, drafted, asked, open]),
      [
        ['first', 2, 0, 0, 0, 0, 1],
        ['second', 1, 0, 4, 3, 0, 4],
      ],
    )
    const { bodies, plans: standing } = plansOf(parts)
    assert.deepEqual([bodies, standing.issued, standing.amending, standing.due], [13, 10, 3, 0])
    const leveled = parts.map((part) => ({ ...part, level: 'commune' as const }))
    assert.deepEqual(coverByLevel(leveled), [{ level: 'commune', ...sumOf(shown) }])
    assert.deepEqual(coverByLevel([...leveled.slice(3, 4), { ...alike(-2, 'amending', 4, 0, 6), level: 'commune' }]), [])
  })

  test('a branch of which all is taken away is none; one has something below while bodies are left there', () => {
    const task = { id: 'task', address: '1', text: 'task', position: 1 }
    const part = (bodyId: string, isBelow: boolean, bodies: number) =>
      ({
        bodyId,
        name: bodyId,
        level: 'district',
        isOwn: false,
        isBelow,
        bodies,
        planned: 0,
        plans: null,
        counts: null,
        plan: 'due',
        states: Uint8Array.of(1),
      }) as const
    const shown = branchesOf(
      [task],
      [
        part('gone', true, 3),
        part('gone', true, -3),
        part('alone', false, 1),
        part('alone', true, 2),
        part('alone', true, -2),
        part('full', true, 2),
      ],
    )
    assert.deepEqual(
      shown.map(({ bodyId, bodies, hasBelow, open, tasks }) => [bodyId, bodies, hasBelow, open, tasks[0]?.all]),
      [
        ['alone', 1, false, 1, 1],
        ['full', 2, true, 2, 2],
      ],
    )
  })

  test('the count of every state of a plan has its place', () => {
    assert.deepEqual([...keptStandings].sort(), [...PlanStanding.options].sort())
  })
})
