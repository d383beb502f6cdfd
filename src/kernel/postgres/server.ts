import type { ChildProcess } from 'node:child_process'
import { closeSync, copyFileSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Account, spawnIn } from './account.ts'
import type { Binaries } from './binaries.ts'

/** `log` is what it has written since it was started. */
export type Server = { port: number; ended: Promise<void>; log(): string; stop(): Promise<void> }

/** Starts the server on a free port of the loopback address and answers once it takes connections. */
export async function startServer(dataDir: string, account: Account, binaries: Binaries, durable: boolean): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await launch(dataDir, account, binaries, durable, await freePort())
    } catch (error) {
      // somebody was quicker to take the port
      if (attempt === 5 || !/Address already in use|could not create any TCP\/IP sockets/.test(String(error))) throw error
    }
  }
}

async function launch(dataDir: string, account: Account, binaries: Binaries, durable: boolean, port: number): Promise<Server> {
  const log = openLog(dataDir)
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    logging_collector: 'off',
    // statements and the values in them may be secret, so only what concerns the server itself is logged
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_statement: 'none',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  }
  const parameters = Object.entries(settings).map(([name, value]) => `--${name}=${value}`)
  const server = spawnIn(join(dataDir, 'postgres'), account, binaries.postgres, (folder) => ['-D', folder, ...parameters], log.handle)
  closeSync(log.handle)
  let failure: Error | undefined
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve())
    server.once('error', (error) => {
      failure = error
      resolve()
    })
  })
  await Promise.race([becomesReady(join(dataDir, 'postgres'), server), ended])
  if (failure) throw failure
  if (hasEnded(server)) throw new Error(log.sinceStart())

  const keepSmall = setInterval(log.keepSmall, 3_600_000)
  keepSmall.unref()
  server.unref()
  void ended.then(() => clearInterval(keepSmall))
  return { port, ended, log: log.sinceStart, stop: () => stop(server, ended) }
}

async function stop(server: ChildProcess, ended: Promise<void>): Promise<void> {
  server.ref()
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (hasEnded(server)) return
    server.kill(signal)
    await Promise.race([ended, pause(30_000, undefined, { ref: false })])
  }
}

async function becomesReady(cluster: string, server: ChildProcess): Promise<void> {
  while (!hasEnded(server)) {
    const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
    if (Number(lines[0]) === server.pid && lines[7]?.trim() === 'ready') return
    await pause(10)
  }
}

const hasEnded = (server: ChildProcess) => server.exitCode !== null || server.signalCode !== null || server.pid === undefined

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

const largest = 10_000_000

function openLog(dataDir: string) {
  const path = join(dataDir, 'postgres.log')
  const handle = openSync(path, 'a', 0o600)
  /** Moves a grown log aside; the server writes at the end of the file, wherever that is. */
  const keepSmall = () => {
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) < largest) return
    copyFileSync(path, `${path}.1`)
    truncateSync(path)
    start = 0
  }
  let start = 0
  keepSmall()
  start = statSync(path).size
  return { handle, keepSmall, sinceStart: () => readFileSync(path).subarray(start).toString('utf8') }
}
