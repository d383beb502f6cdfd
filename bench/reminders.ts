import { onClock } from '../src/kernel/serve.ts'
import { endpoints as urging } from '../src/urging/contract.ts'
import { makeMails } from '../src/urging/queries/mails.ts'
import { momentOf, remind } from '../src/urging/reminding.ts'
import { report, sample, say, time } from './measure.ts'
import { firstOf, usernameOf } from './registry.ts'
import { midway } from './spread.ts'
import { setStageMidway } from './stage.ts'

/** The job that reminds, on its first day over everything and on later ones, and the bell that every open page asks for. */
export async function run(): Promise<void> {
  const stage = await setStageMidway('reminders', midway)
  const { db, today } = stage
  const on = async (measure: string, days: number) => {
    const now = onClock(today.add({ days }).toString())
    let told = 0
    const taken = await time(async () => {
      told = await remind(db, now)
    })
    say(`reminders: ${told} told or settled`)
    report(stage, { measure, value: taken / 1000, unit: 's', goal: 10 })
  }
  await on('remind, the first time', 0)
  await on('remind again, nothing new', 0)
  await on('remind, the next day', 1)
  await on('remind, a week later', 8)
  const mails = await time(() => makeMails(db, momentOf(onClock(today.add({ days: 8 }).toString()))))
  report(stage, { measure: 'make mails', value: mails / 1000, unit: 's', goal: 10 })
  for (const [who, username] of [
    ['a body’s', usernameOf(firstOf.commune + 100)],
    ['the standing body’s', 'thuong-truc.lanh-dao'],
  ] as const) {
    const visitor = await stage.signIn(username)
    const { unread } = await visitor.ask(urging.countNotices, {})
    say(`reminders: ${unread} unread`)
    await sample(stage, `bell, ${who}`, () => visitor.look(urging.countNotices, {}), 30, 400)
    await sample(stage, `notices, ${who}`, () => visitor.look(urging.listNotices, {}), 50)
  }
  await stage.reportMemory()
}
