import { setTimeout } from 'node:timers/promises'
import { endpoints as tasks } from '../src/tasks/contract.ts'
import { processorOf, report, reportTimes, say, time } from './measure.ts'
import { firstOf, superiorOf, usernameOf } from './registry.ts'
import { midway } from './spread.ts'
import { type Stage, setStageMidway } from './stage.ts'
import type { Visitor } from './visitor.ts'

const users = 8

type Times = Record<'accept' | 'progress' | 'report' | 'verify' | 'upload', number[]>

/** Eight communes at once, each taking one obligation after another from given to verified: as people do, with a pause between steps, and then without any. */
export async function run(): Promise<void> {
  const stage = await setStageMidway('step', { ...midway, accepted: 0, 'in-progress': 0, 'sent-back': 0, reported: 0, verified: 30 })
  const pairsFrom = (first: number) => Promise.all(Array.from({ length: users }, (_, i) => pairOf(stage, first + i * 77)))
  say('step: warming up …')
  for (const pair of await Promise.all([pairsFrom(firstOf.commune + 2), pairsFrom(firstOf.commune + 3)]))
    await Promise.all(pair.map((one) => work(one, 14)))
  const pairs = await pairsFrom(firstOf.commune + 1)
  say('step: stepping with pauses …')
  reportSteps(stage, await Promise.all(pairs.map((pair) => work(pair, 18, 200))), 'with pauses of 0.2 s', events)
  say('step: stepping without a pause …')
  let times: Times[] = []
  let spent = 0
  const processor = await processorOf(stage, async () => {
    spent = await time(async () => {
      times = await Promise.all(pairs.map((pair) => work(pair, 7)))
    })
  })
  reportSteps(stage, times, 'without a pause', [])
  const count = times.flatMap((one) => Object.values(one).flat()).length
  const value = count / (spent / 1000)
  const about = { unit: '/s', concurrency: users, samples: count, ...(processor === undefined ? {} : { processor: processor / count }) } as const
  report(stage, { measure: 'steps and uploads in a second, without a pause', value, ...about })
  await stage.reportMemory()
}

const events = ['accept', 'progress', 'report', 'verify'] as const

function reportSteps(stage: Stage, times: readonly Times[], how: string, singly: readonly (keyof Times)[]): void {
  const all = (event: keyof Times) => times.flatMap((one) => one[event])
  for (const event of singly) reportTimes(stage, `${event}, ${how}`, all(event), { goal: 30, concurrency: users })
  reportTimes(stage, `takeStep, ${how}`, events.flatMap(all), { goal: 30, concurrency: users })
  reportTimes(stage, `upload, ${how}`, all('upload'), { concurrency: users })
}

type Pair = { commune: Visitor; district: Visitor; obligations: string[] }

async function pairOf(stage: Stage, number: number): Promise<Pair> {
  const commune = await stage.signIn(usernameOf(number))
  const district = await stage.signIn(usernameOf(superiorOf(number)))
  const { rows } = await commune.ask(tasks.listObligations, { states: ['given'], directiveId: stage.directiveId as never, limit: 100 })
  return { commune, district, obligations: rows.map((row) => row.id) }
}

async function work({ commune, district, obligations }: Pair, count: number, pause = 0): Promise<Times> {
  const times: Times = { accept: [], progress: [], report: [], verify: [], upload: [] }
  const text = 'Đã thực hiện xong phần việc của quý, đang hoàn thiện hồ sơ trình cấp có thẩm quyền.'
  for (const id of obligations.splice(0, count)) {
    const obligationId = id as never
    const { milestones } = await commune.ask(tasks.openObligation, { obligationId })
    const first = milestones.filter(({ due }) => due !== null).slice(0, 1)
    const take = async (event: (typeof events)[number], who: Visitor, version: number, more: object = {}) => {
      if (pause) await setTimeout(pause * (0.5 + Math.random()))
      times[event].push(await time(() => who.look(tasks.takeStep, { obligationId, version, event, text, ...more })))
    }
    await take('accept', commune, 1)
    await take('progress', commune, 2, { percent: 40, milestoneIds: first.map((milestone) => milestone.id) })
    await take('progress', commune, 3, { percent: 80, figure: 12, unit: 'đề án' })
    let fileId = ''
    times.upload.push(
      await time(async () => {
        fileId = await commune.upload(`${text} ${id} `.repeat(300))
      }),
    )
    await take('report', commune, 4, { fileIds: [fileId] })
    await take('verify', district, 5)
  }
  return times
}
