import { readdir, readFile } from 'node:fs/promises'

/** Seconds that processors have worked for some processes and all their children, living or gone; only Linux says. */
export async function processorTime(pids: readonly number[]): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined
  const all = (await readdir('/proc')).map(Number).filter(Boolean)
  const times = await Promise.all(all.map((pid) => timesOf(pid)))
  return times.reduce((sum, one) => {
    if (!one) return sum
    if (pids.includes(one.pid)) return sum + one.own + one.gone
    return pids.includes(one.parent) ? sum + one.own : sum
  }, 0)
}

const ticks = 100

async function timesOf(pid: number): Promise<{ pid: number; parent: number; own: number; gone: number } | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields.length < 15) return undefined
  const seconds = (index: number) => Number(fields[index]) / ticks
  return { pid, parent: Number(fields[1]), own: seconds(11) + seconds(12), gone: seconds(13) + seconds(14) }
}

/** The process that a process was started by. */
export async function parentOf(pid: number): Promise<number> {
  return (await timesOf(pid))?.parent ?? 0
}
