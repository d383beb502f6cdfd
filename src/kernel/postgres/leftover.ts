import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StartError } from '../errors.ts'

/**
 * Stops a server that a killed program left running in the cluster, and removes a lock file whose process number now belongs to something else.
 * The caller holds the lock of the data folder, so no living program wants that server.
 */
export async function stopLeftover(cluster: string): Promise<void> {
  if (process.platform !== 'linux') return // PostgreSQL's own check of its lock file has to do
  const lockFile = join(cluster, 'postmaster.pid')
  const lines = (await readFile(lockFile, 'utf8').catch(() => '')).split('\n')
  const named = Number.parseInt(lines[0] ?? '', 10)
  const started = Number.parseInt(lines[2] ?? '', 10)
  const main = await identify(named, cluster, started)
  if (main === 'unsure')
    throw new StartError(
      `PostgreSQL (tiến trình ${named}) có thể vẫn đang chạy trong ${cluster}: xin dừng tiến trình đó rồi khởi động lại. / PostgreSQL (process ${named}) may still be running in ${cluster}: end it, then start again.`,
    )
  if (main === 'ours') kill(named, 'SIGINT')
  const find = async () => [...new Set([...(await findServers(cluster)), ...((await identify(named, cluster, started)) === 'ours' ? [named] : [])])]
  for (const server of await remaining(find, 30_000)) kill(server, 'SIGQUIT')
  const left = await remaining(find, 10_000)
  if (left.length > 0)
    throw new StartError(
      `PostgreSQL chạy từ trước (tiến trình ${left.join(', ')}) vẫn giữ ${cluster} và không dừng: xin dừng tiến trình đó rồi khởi động lại. / An earlier PostgreSQL (process ${left.join(', ')}) still holds ${cluster} and does not stop: end it, then start again.`,
    )
  const [owner, holder] = await Promise.all([stat(cluster), stat(`/proc/${named}`).catch(() => undefined)])
  if (holder?.uid === owner.uid) await rm(lockFile, { force: true })
}

/** A server works inside its cluster's folder; where the system won't say, the minute it began at tells. */
async function identify(pid: number, cluster: string, started: number): Promise<'ours' | 'unsure' | 'other'> {
  if (!(await isPostgres(pid))) return 'other'
  const within = await worksIn(pid, cluster)
  if (within !== undefined) return within ? 'ours' : 'other'
  const [owner, holder] = await Promise.all([stat(cluster), stat(`/proc/${pid}`).catch(() => undefined)])
  if (holder?.uid !== owner.uid) return 'other'
  return Math.abs((await beganAt(pid)) - started) < 60 ? 'ours' : 'unsure'
}

async function findServers(cluster: string): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter(Boolean)
  const found = await Promise.all(pids.map(async (pid) => (await isPostgres(pid)) && (await worksIn(pid, cluster))))
  return pids.filter((_, index) => found[index])
}

async function isPostgres(pid: number): Promise<boolean> {
  return /^\d+ \(postgres\) [^ZX]/.test(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')) // Z: dead, and nobody has asked how it died
}

async function worksIn(pid: number, folder: string): Promise<boolean | undefined> {
  const [there, here] = await Promise.all([stat(`/proc/${pid}/cwd`).catch(() => undefined), stat(folder)])
  return there && there.ino === here.ino && there.dev === here.dev
}

async function beganAt(pid: number): Promise<number> {
  const [system, own] = await Promise.all([readFile('/proc/stat', 'utf8'), readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')])
  const ticks = Number(own.slice(own.lastIndexOf(')') + 2).split(' ')[19])
  return Number(/^btime (\d+)/m.exec(system)?.[1]) + ticks / 100
}

async function remaining(find: () => Promise<number[]>, patience: number): Promise<number[]> {
  const end = performance.now() + patience
  let left = await find()
  while (left.length > 0 && performance.now() < end) {
    await pause(20)
    left = await find()
  }
  return left
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // it has just ended
  }
}
