import { closeAll } from './closing.ts'
import { say } from './measure.ts'

type Bench = { does: string; run: () => Promise<void> }

const benches: Record<string, { does: string; load: () => Promise<Bench['run']> }> = {
  issue: {
    does: 'Issuing a directive of 28 tasks to 5,000 bodies, and the first look at it (goal: 5 s).',
    load: async () => (await import('./issue.ts')).run,
  },
  inbox: {
    does: 'Việc của tôi: of bodies with 28 obligations each, and of the standing body with thousands to verify (goal: p95 50 ms).',
    load: async () => (await import('./inbox.ts')).run,
  },
  board: {
    does: 'Board, bodies, matrix, timeline and leader page over 140,000 obligations, and over one province’s (goal: p95 150 ms).',
    load: async () => (await import('./board.ts')).run,
  },
  step: {
    does: 'Steps of eight users at once on different obligations: accept, progress, report with a file, verify (goal: p95 30 ms).',
    load: async () => (await import('./step.ts')).run,
  },
  likeness: {
    does: '10,000 plans of 30 items held against each other beside the requests (goal: 180 s, 400 MB).',
    load: async () => (await import('./likeness.ts')).run,
  },
  reminders: {
    does: 'Reminding over 140,000 obligations (goal: 10 s), and the bell (goal: p95 30 ms).',
    load: async () => (await import('./reminders.ts')).run,
  },
  cascade: {
    does: 'Plans of 70,000 bodies: ordering them (goal: 10 s), what they cover (p95 300 ms), sixteen clerks submitting at once (p95 60 ms). BODIES=5000 for fewer.',
    load: async () => (await import('./cascade.ts')).run,
  },
  read: {
    does: 'Reading: the scorer’s figures where documents with gold are at hand, and how the time grows with the length (goal: 20 ms for 15,000 characters, 200 ms for 150,000).',
    load: async () => (await import('./read.ts')).run,
  },
  page: {
    does: 'What the browser fetches, gzipped: at first, and for each route (goal: 400 kB at first).',
    load: async () => (await import('./page.ts')).run,
  },
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !(name in benches))
if (asked.length === 0 || unknown !== undefined) {
  if (unknown !== undefined) say(`There is no bench «${unknown}».`)
  const width = Math.max(...Object.keys(benches).map((name) => name.length))
  for (const [name, { does }] of Object.entries(benches)) console.log(`npm run bench -- ${name.padEnd(width)}   ${does}`)
  process.exit(unknown === undefined ? 0 : 1)
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  process.once(signal, () => {
    say('Stopping; clearing away …')
    void closeAll().finally(() => process.exit(code))
  })

try {
  for (const name of asked) {
    await (await (benches[name] as (typeof benches)[string]).load())()
    await closeAll()
  }
} catch (error) {
  await closeAll()
  say((error as Error).stack ?? String(error))
  process.exitCode = 1
}
