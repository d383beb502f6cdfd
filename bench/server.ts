import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { compiled, serverArguments } from '../scripts/server.mjs'
import { leaveNothingOf } from './closing.ts'

export type Server = { port: number; pid: number; peakMemory: () => Promise<number | undefined> }

/** Starts the product as it is started in production, as a process of its own on a free port, with a proxy before it. */
export async function startServer(url: string, dataDir: string): Promise<Server> {
  const child = spawn(process.execPath, serverArguments, {
    env: {
      NODE_COMPILE_CACHE: compiled,
      ...process.env,
      DATABASE_URL: url,
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: '0',
      TRUST_PROXY: '127.0.0.1',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C is for the bench, which then stops the server
    detached: true,
  })
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()).once('error', () => resolve()))
  leaveNothingOf(async () => {
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), 3000)
    await ended
    clearTimeout(force)
  })
  let said = ''
  const port = await new Promise<number>((resolve, reject) => {
    const hear = (part: Buffer) => {
      if (said.length > 100_000) return
      said += part
      const found = /http:\/\/localhost:(\d+)/.exec(said)
      if (found) resolve(Number(found[1]))
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then(() => reject(new Error(`the server ended before it listened: ${said}`)))
  })
  return { port, pid: child.pid as number, peakMemory: () => peakMemory(child.pid as number) }
}

/** The most memory a process ever held, in MB; only Linux says. */
async function peakMemory(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const found = /^VmHWM:\s+(\d+) kB/m.exec(status)
  return found ? (Number(found[1]) * 1024) / 1e6 : undefined
}
