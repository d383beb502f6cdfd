import { endpoints as overview } from '../src/overview/contract.ts'
import { sample, say } from './measure.ts'
import { firstOf, usernameOf } from './registry.ts'
import { setStageMidway } from './stage.ts'

/** Everything lies open on the bodies, and all that the centre and the provinces owe waits for the standing body. */
export async function run(): Promise<void> {
  const stage = await setStageMidway('inbox', { accepted: 25, 'in-progress': 40, 'sent-back': 10 }, true)
  const { setting } = stage
  say('inbox: asking …')
  const communes = await Promise.all(Array.from({ length: 40 }, (_, i) => stage.signIn(usernameOf(firstOf.commune + i * 100))))
  const district = await stage.signIn(usernameOf(firstOf.district + 5))
  const leader = await stage.signIn('thuong-truc.lanh-dao')
  let turn = 0
  const first = await (communes[0] as (typeof communes)[number]).ask(overview.listMyWork, {})
  if (first.total !== setting.tasks) throw new Error(`a commune has ${first.total} things to do instead of ${setting.tasks}`)
  const { counts } = await leader.ask(overview.listMyWork, {})
  say(`inbox: ${counts.verify} wait for the standing body`)
  await sample(stage, 'a body’s 28', () => (communes[turn++ % communes.length] as (typeof communes)[number]).look(overview.listMyWork, {}), 50, 400)
  await sample(stage, 'a district’s', () => district.look(overview.listMyWork, {}), 50)
  await sample(stage, 'the standing body’s', () => leader.look(overview.listMyWork, {}), 50)
  await sample(stage, 'the standing body’s to verify, page 20', () => leader.look(overview.listMyWork, { kind: 'verify', offset: 1000 }), 50)
  await stage.reportMemory()
}
