import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { playPlan } from '../../test/story.ts'
import { type ObligationLine, endpoints as tasks } from '../tasks/contract.ts'
import { endpoints } from './contract.ts'

type Filter = { standings?: never; states?: never; dueBy?: string }
const thirtyDaysOn = '2013-12-15'

describe('what presses, told to a leader', () => {
  let house: TestHouse
  before(async () => {
    house = await openHouse()
    await playPlan(house)
  })
  after(() => house.close())

  /** The lines that the list of obligations gives when its rows are counted task by task. */
  async function recount(visitor: Visitor, filter: Filter, dayOf: (line: ObligationLine) => string | null, isByDay = false) {
    const held: ObligationLine[] = []
    for (let offset = 0, total = 1; offset < total; offset += 100) {
      const page = await visitor.ask(tasks.listObligations, { ...filter, limit: 100, offset })
      total = page.total
      held.push(...page.rows.filter((line) => dayOf(line) !== null))
    }
    return [...Map.groupBy(held, (line) => `${line.taskId} ${isByDay ? dayOf(line) : ''}`).values()].map((lines) => ({
      taskId: lines[0]?.taskId,
      day: lines.map((line) => dayOf(line) as string).sort()[0] as string,
      count: lines.length,
      names: lines.length > 3 ? [] : lines.map(({ bodyName }) => bodyName).sort(),
    }))
  }

  for (const username of ['btctw.lanhdao', 'tubacninh.lanhdao', 'hutiendu.chuyenvien'])
    test(`${username} finds each task once, with the bodies that the list of obligations holds, the longest first`, async () => {
      const visitor = await house.visit(username)
      const page = await visitor.ask(endpoints.openLeaderPage, {})
      const expected = {
        overdue: await recount(visitor, { standings: ['open-overdue'] as never }, ({ nextDue }) => nextDue),
        upcoming: await recount(
          visitor,
          { standings: ['open-in-time'] as never, dueBy: thirtyDaysOn },
          ({ nextDue, state }) => (state === 'reported' ? null : nextDue),
          true,
        ),
        waiting: await recount(visitor, { states: ['reported'] as never }, ({ reportedOn }) => reportedOn),
      }
      for (const list of ['overdue', 'upcoming', 'waiting'] as const) {
        const shown = page[list].map(({ taskId, day, count, bodies }) => ({ taskId, day, count, names: bodies.map(({ name }) => name).sort() }))
        const days = expected[list].map(({ day }) => day).sort()
        assert.deepEqual(
          shown.map(({ day }) => day),
          days.slice(0, 5),
          list,
        )
        for (const line of shown)
          assert.deepEqual(
            line,
            expected[list].find(({ taskId, day }) => taskId === line.taskId && day === line.day),
            list,
          )
      }
    })
})
