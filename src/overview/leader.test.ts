import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { playPlan } from '../../test/story.ts'
import { endpoints as dissemination } from '../dissemination/contract.ts'
import { type ObligationLine, endpoints as tasks } from '../tasks/contract.ts'
import { endpoints } from './contract.ts'

type Filter = { standings?: never; states?: never; dueBy?: string }
const thirtyDaysOn = '2013-12-15'

describe('what presses, told to a leader', () => {
  let house: TestHouse
  const bodies = new Map<string, string>()
  before(async () => {
    house = await openHouse()
    await playPlan(house)
    const { rows } = await sql<{ username: string; bodyId: string }>`
      select person.username, post.body_id from person join holding on holding.person_id = person.id join post on post.id = holding.post_id`.execute(
      house.db,
    )
    for (const { username, bodyId } of rows) bodies.set(username, bodyId)
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

  test('of what was sent out a leader sees who has not received it, nor submitted a plan, in time: as many as its board', async () => {
    for (const username of ['tubacninh.lanhdao', 'btctw.lanhdao', 'hutiendu.chuyenvien']) {
      const visitor = await house.visit(username)
      const { directives } = await visitor.ask(endpoints.openLeaderPage, {})
      for (const { id, receiptsOverdue, plansOverdue } of directives) {
        const { dissemination: sent, totals } = await visitor.ask(dissemination.openReceiptBoard, { directiveId: id as never })
        const own = (await visitor.ask(dissemination.listReceipts, { directiveId: id as never, limit: 500 })).rows.find(
          ({ bodyId }) => bodyId === bodies.get(username),
        )
        if (!sent) assert.deepEqual([receiptsOverdue, plansOverdue], [null, null])
        else
          assert.deepEqual(
            [receiptsOverdue ?? 0, plansOverdue ?? 0],
            [totals.overdue - Number(own?.isOverdue ?? false), totals.plansOverdue - Number(own?.isPlanOverdue ?? false)],
            username,
          )
      }
    }
  })
})
