import { endpoints as overview } from '../src/overview/contract.ts'
import { sample, say } from './measure.ts'
import { firstOf, usernameOf } from './registry.ts'
import { midway } from './spread.ts'
import { setStageMidway } from './stage.ts'

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
  await stage.reportMemory()
}
