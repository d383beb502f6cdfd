import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import { endpoints as overview } from '../src/overview/contract.ts'
import { endpoints as tasks } from '../src/tasks/contract.ts'
import { reportTimes, sample, say, time } from './measure.ts'
import { firstOf, usernameOf } from './registry.ts'
import { midway } from './spread.ts'
import { type Stage, setStageMidway } from './stage.ts'

/** What leaders look at, midway: as the standing body, as an inspector over all, as a province. */
export async function run(): Promise<void> {
  const stage = await setStageMidway('board', midway)
  const directiveId = stage.directiveId as never
  for (const [who, username] of [
    ['standing', 'thuong-truc.lanh-dao'],
    ['inspector', 'kiem-tra'],
    ['province', usernameOf(firstOf.province + 3)],
  ] as const) {
    say(`board: asking as ${who} …`)
    const visitor = await stage.signIn(username)
    const { totals } = await visitor.ask(overview.openBoard, { directiveId })
    say(`board: ${JSON.stringify(totals)}`)
    await sample(stage, `openBoard, ${who}`, () => visitor.look(overview.openBoard, { directiveId }), 150)
    await sample(stage, `listBoardBodies, ${who}`, () => visitor.look(overview.listBoardBodies, { directiveId }), 150)
    await sample(stage, `openMatrix, ${who}`, () => visitor.look(overview.openMatrix, { directiveId }), 150)
    await sample(stage, `openTimeline, ${who}`, () => visitor.look(overview.openTimeline, { directiveId }), 150)
    await sample(stage, `openLeaderPage, ${who}`, () => visitor.look(overview.openLeaderPage, {}), 150)
  }
  await watch(stage)
  await stage.reportMemory()
}

/** From a district's confirmation, as it is sent, to the standing body's open board with the new count, as the page learns of it. */
async function watch(stage: Stage): Promise<void> {
  say('board: watching steps arrive …')
  const directiveId = stage.directiveId as never
  const leader = await stage.signIn('thuong-truc.lanh-dao')
  const next = await leader.listen()
  const done = async () => {
    const { totals } = await leader.ask(overview.openBoard, { directiveId })
    return totals.doneOnTime + totals.doneLate
  }
  const taken: number[] = []
  for (let district = firstOf.district; taken.length < 40; district++) {
    const appraiser = await stage.signIn(usernameOf(district))
    const { rows } = await appraiser.ask(overview.listMyWork, { kind: 'verify', limit: 5 })
    for (const { id } of rows) {
      const obligationId = id as never
      const { version } = await appraiser.ask(tasks.openObligation, { obligationId })
      await setTimeout(1000)
      const before = await done()
      const tick = next()
      taken.push(
        await time(async () => {
          await Promise.all([tick, appraiser.look(tasks.takeStep, { obligationId, version, event: 'verify', text: 'Đạt yêu cầu.' })])
          assert.equal(await done(), before + 1)
        }),
      )
    }
  }
  reportTimes(stage, 'a step is on an open board', taken, { goal: 1000 })
}
