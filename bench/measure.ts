import { loadavg } from 'node:os'

/** What all measures of a bench are taken under. */
export type Setting = { bench: string; postgres?: string; bodies?: number; tasks?: number; obligations?: number }

export type Measure = {
  measure: string
  value: number
  unit: 'ms' | 's' | 'MB' | 'kB' | '/s'
  goal?: number
  concurrency?: number
  samples?: number
  /** Milliseconds of processor time of server and database for each act: what is left of a figure when the machine is busy with other things. */
  processor?: number
}

/** Whose measures are reported, and the processor time spent for them so far, in seconds. */
export type Measured = { setting: Setting; spent?: () => Promise<number | undefined> }

/** Prints a measure as a line of JSON; `met` says whether it keeps the goal, `load` how many processes wanted a processor in the last minute. */
export function report({ setting: { bench, ...scale } }: Measured, { measure, value, unit, goal, processor, ...rest }: Measure): void {
  const rounded = round(value)
  console.log(
    JSON.stringify({
      bench,
      measure,
      value: rounded,
      unit,
      ...(goal === undefined ? {} : { goal, met: rounded <= goal }),
      ...(processor === undefined ? {} : { processor: round(processor) }),
      ...scale,
      concurrency: 1,
      ...rest,
      load: round(loadavg()[0] as number),
      node: process.version,
    }),
  )
}

const round = (value: number) => Number(value.toPrecision(Math.abs(value) < 100 ? 3 : 6))

/** Says on standard error how far a bench has got. */
export const say = (words: string): void => void process.stderr.write(`${words}\n`)

/** The value that a share of the samples do not exceed. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** Milliseconds that an act takes. */
export async function time(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

/** Warms an act up, then takes samples of it one after another: p50, and p95 against the goal. */
export async function sample(measured: Measured, name: string, act: () => Promise<unknown>, goal: number, samples = 200): Promise<void> {
  for (let i = 0; i < 20; i++) await act()
  const taken: number[] = []
  const processor = await processorOf(measured, async () => {
    for (let i = 0; i < samples; i++) taken.push(await time(act))
  })
  reportTimes(measured, name, taken, { goal, ...(processor === undefined ? {} : { processor: processor / samples }) })
}

/** Milliseconds of processor time that an act takes. */
export async function processorOf({ spent }: Measured, act: () => Promise<unknown>): Promise<number | undefined> {
  const before = await spent?.()
  await act()
  const after = await spent?.()
  return before === undefined || after === undefined ? undefined : (after - before) * 1000
}

/** Prints p50 and p95 of times taken. */
export function reportTimes(
  measured: Measured,
  name: string,
  taken: readonly number[],
  { goal, ...rest }: Pick<Measure, 'goal' | 'concurrency' | 'processor'> = {},
): void {
  const about = { unit: 'ms', samples: taken.length, ...rest } as const
  report(measured, { measure: `${name} p50`, value: percentile(taken, 0.5), ...about })
  report(measured, { measure: `${name} p95`, value: percentile(taken, 0.95), ...about, ...(goal === undefined ? {} : { goal }) })
}
