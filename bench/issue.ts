import { endpoints as overview } from '../src/overview/contract.ts'
import { report, sample, say, time } from './measure.ts'
import { issue, setStage } from './stage.ts'

/** Issues a directive, then looks at its board and inboxes at once, before the server has vacuumed anything. */
export async function run(): Promise<void> {
  const stage = await setStage('issue')
  say('issue: issuing …')
  const { milliseconds, processor } = await issue(stage)
  report(stage, { measure: 'issueDirective', value: milliseconds / 1000, unit: 's', goal: 5, ...(processor === undefined ? {} : { processor }) })
  const directiveId = stage.directiveId as never
  const leader = await stage.signIn('thuong-truc.lanh-dao')
  report(stage, {
    measure: 'openBoard, the first time',
    value: await time(() => leader.look(overview.openBoard, { directiveId })),
    unit: 'ms',
  })
  say('issue: looking at it …')
  await sample(stage, 'openBoard just after', () => leader.look(overview.openBoard, { directiveId }), 150)
  await sample(stage, 'listMyWork just after', () => leader.look(overview.listMyWork, {}), 50)
  await stage.reportMemory()
}
