import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readDirective } from '../src/directives/reading/read.ts'
import { report, say } from './measure.ts'

const root = new URL('../', import.meta.url)
const shared = fileURLToPath(new URL('../shared/reading/', root))
const plan = readFileSync(new URL('examples/plan-2013/ke-hoach-64-kl-tw.txt', root), 'utf8')
const setting = { setting: { bench: 'read' } }

/** The median of some readings of a text, in milliseconds. */
function timed(text: string, times: number): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now()
    readDirective(text)
    return performance.now() - start
  }).sort((a, b) => a - b)
  return taken[Math.floor(times / 2)] as number
}

/** Reads the documents at hand, says how the scorer finds them, and how the time grows with the length. */
export async function run(): Promise<void> {
  for (let i = 0; i < 100; i++) readDirective(plan)
  if (existsSync(shared)) score()
  else say('read: no documents with gold are at hand; only the time is measured')
  for (const [length, goal] of [
    [15_000, 20],
    [50_000, undefined],
    [150_000, 200],
    [450_000, undefined],
  ] as const) {
    const text = plan.repeat(Math.ceil(length / plan.length)).slice(0, length)
    const value = timed(text, length > 100_000 ? 7 : 21)
    report(setting, { measure: `${length.toLocaleString('en')} characters`, value, unit: 'ms', ...(goal === undefined ? {} : { goal }) })
  }
}

function score(): void {
  const out = mkdtempSync(join(tmpdir(), 'read-'))
  try {
    for (const file of readdirSync(join(shared, 'documents')).sort()) {
      const name = file.replace(/\.txt$/, '')
      const text = readFileSync(join(shared, 'documents', file), 'utf8')
      writeFileSync(join(out, `${name}.json`), JSON.stringify(readDirective(text)))
      const said = execFileSync(process.execPath, [join(shared, 'score.mjs'), join(shared, 'gold', `${name}.json`), join(out, `${name}.json`)])
      console.log(`${name.padEnd(28)} ${said.toString().trim()}`)
      report(setting, { measure: `${name}, ${text.length.toLocaleString('en')} characters`, value: timed(text, 9), unit: 'ms' })
    }
  } finally {
    rmSync(out, { recursive: true })
  }
}
