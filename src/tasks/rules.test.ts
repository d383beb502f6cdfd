import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { openHouse, type TestHouse } from '../../test/kit.ts'
import { Duty } from '../people/contract.ts'
import { Event, type Standing, State } from './contract.ts'
import { standing } from './queries/sight.ts'
import { closed, closes, dutiesOf, eventsFor, findMove, life, owes, type Part, standingOf, wordStart } from './rules.ts'

const parts: readonly Part[] = ['lead', 'verifier', 'standing', 'coordinator']
const duties = Duty.options
const day = fc.integer({ min: 0, max: 60 }).map((n) => Temporal.PlainDate.from('2013-10-01').add({ days: n }).toString())
const facts = fc.record({
  state: fc.constantFrom(...State.options),
  nextDue: fc.option(day),
  isLate: fc.boolean(),
  reportedOn: fc.option(day),
})

describe('the 2×2', () => {
  const row = { state: 'in-progress' as State, nextDue: '2013-10-31' as string | null, isLate: false, reportedOn: null as string | null }

  test('what is open is overdue from the day after the deadline on', () => {
    assert.equal(standingOf(row, '2013-10-31'), 'open-in-time')
    assert.equal(standingOf(row, '2013-11-01'), 'open-overdue')
    assert.equal(standingOf({ ...row, nextDue: null }, '2099-01-01'), 'open-in-time')
  })

  test('what waits for verification is judged by the day it was reported', () => {
    assert.equal(standingOf({ ...row, state: 'reported', reportedOn: '2013-10-31' }, '2013-12-31'), 'open-in-time')
    assert.equal(standingOf({ ...row, state: 'reported', reportedOn: '2013-11-01' }, '2013-12-31'), 'open-overdue')
    assert.equal(standingOf({ ...row, state: 'sent-back', reportedOn: '2013-10-31' }, '2013-11-01'), 'open-overdue')
  })

  test('what is verified is done, late when a milestone was reached late, whatever the day', () => {
    for (const today of ['2013-10-01', '2099-01-01']) {
      assert.equal(standingOf({ ...row, state: 'verified' }, today), 'done-on-time')
      assert.equal(standingOf({ ...row, state: 'verified', isLate: true }, today), 'done-late')
    }
  })

  test('no day runs against who has reported, nor where nothing is open', () => {
    assert.deepEqual(
      State.options.filter((state) => !owes(state)),
      ['reported', 'verified', 'withdrawn'],
    )
  })

  test('nothing is done before it is verified, and time only ever makes it overdue', () => {
    fc.assert(
      fc.property(facts, day, day, (one, a, b) => {
        const [early, late] = [a, b].sort() as [string, string]
        assert.equal(standingOf(one, early).startsWith('done'), one.state === 'verified')
        if (standingOf(one, early) === 'open-overdue') assert.equal(standingOf(one, late), 'open-overdue')
      }),
    )
  })

  describe('in the database', () => {
    let house: TestHouse
    before(async () => {
      house = await openHouse('empty')
    })
    after(() => house.close())

    test('is the same as by the rules, for any rows', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(facts, { minLength: 1, maxLength: 60 }), day, async (given, today) => {
          const numbered = JSON.stringify(given.map((one, number) => ({ ...one, number })))
          const { rows } = await sql<{ standing: Standing }>`
            select ${standing(today)} as standing from (
              select state, "nextDue" as next_due, "isLate" as is_late, "reportedOn" as reported_on, number
              from json_to_recordset(${numbered}::json) as given(state text, "nextDue" date, "isLate" bool, "reportedOn" date, number int)
            ) obligation order by number`.execute(house.db)
          assert.deepEqual(
            rows.map((row) => row.standing),
            given.map((one) => standingOf(one, today)),
          )
        }),
        { numRuns: 30 },
      )
    })
  })
})

describe('the life of an obligation', () => {
  test('every state but the first is reached, and every event is somebody’s', () => {
    const reached = new Set<State>(['given'])
    for (let before = 0; before !== reached.size; ) {
      before = reached.size
      for (const { from, to } of life) if (reached.has(from)) reached.add(to)
    }
    assert.deepEqual([...reached].sort(), [...State.options].sort())
    assert.deepEqual([...new Set(life.map(({ event }) => event))].sort(), [...Event.options].sort())
  })

  test('nothing leads out of what is closed but taking a verification back, and something out of everything else', () => {
    for (const state of State.options) {
      const out = life.filter(({ from }) => from === state)
      if (closed.includes(state))
        assert.deepEqual(
          out.map(({ event, to, who }) => [event, to, who]),
          state === 'verified' ? [['take-back', 'reported', 'verifier']] : [],
        )
      else assert.ok(out.length > 0, state)
    }
    for (const { event, to } of life) if (closed.includes(to)) assert.equal(closes(event), true)
  })

  test('from everywhere there is a way to be verified or withdrawn', () => {
    for (const start of State.options.filter((state) => !closed.includes(state))) {
      const reached = new Set<State>([start])
      for (let i = 0; i < State.options.length; i++) for (const { from, to } of life) if (reached.has(from)) reached.add(to)
      assert.ok(
        closed.every((state) => reached.has(state)),
        start,
      )
    }
  })

  test('a state, an event and a part lead to one state only', () => {
    const keys = life.map(({ from, event, who }) => `${from} ${event} ${who}`)
    assert.equal(new Set(keys).size, keys.length)
    for (const { from, event, to } of life) assert.ok(life.every((move) => move.from !== from || move.event !== event || move.to === to))
  })

  test('a place within a word stands for the beginning of the word', () => {
    const text = 'Chủ trì, phối hợp với'
    for (const [at, start] of [
      [11, 9],
      [9, 9],
      [8, 8],
      [0, 0],
      [text.length, text.length],
      [99, text.length],
    ] as const)
      assert.equal(wordStart(text, at), start)
  })

  test('only the one who confirms verifies or sends back, only the lead accepts, returns, progresses, reports and hands down', () => {
    const whose = (event: Event) => [...new Set(life.filter((move) => move.event === event).map(({ who }) => who))]
    for (const event of ['verify', 'send-back'] as const) assert.deepEqual(whose(event), ['verifier'])
    for (const event of ['accept', 'return', 'progress', 'report', 'hand-down'] as const) assert.deepEqual(whose(event), ['lead'])
    for (const event of ['give-again', 'withdraw'] as const) assert.deepEqual(whose(event), ['standing'])
  })

  test('reporting done needs evidence; going back, or giving words, needs words', () => {
    for (const { event, needs } of life) {
      if (event === 'report') assert.equal(needs, 'evidence')
      if (['return', 'send-back', 'take-back', 'give-again', 'withdraw', 'opinion', 'progress', 'hand-down'].includes(event))
        assert.equal(needs, 'reason')
    }
  })

  test('an opinion changes no state', () => {
    for (const { event, from, to } of life) if (event === 'opinion') assert.equal(from, to)
  })

  test('a move is found exactly for who has the part and a duty of the part', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...State.options),
        fc.constantFrom(...Event.options),
        fc.subarray([...parts]),
        fc.subarray([...duties]),
        (state, event, mine, held) => {
          const move = findMove(state, event, mine, held)
          const may = life.filter(
            (one) =>
              one.from === state && one.event === event && mine.includes(one.who) && dutiesOf[one.who].some((duty) => held.includes(duty as Duty)),
          )
          assert.equal(move !== undefined, may.length > 0)
          if (move) assert.ok(may.includes(move))
          assert.equal(eventsFor(state, mine, held).includes(event), may.length > 0)
        },
      ),
    )
  })

  test('an administrator or an inspector has no part in it by that duty alone', () => {
    for (const state of State.options) assert.deepEqual(eventsFor(state, parts, ['administrator', 'inspector']), [])
  })
})
