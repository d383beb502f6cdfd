import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Pool, PoolClient } from 'pg'
import { admit, type Service } from './serve.ts'

/** Says to every process that something was written, at once and then at most twenty times a second. Not in the write's own transaction: a commit that notifies waits for every other one. */
export function openTeller(pool: Pool): () => void {
  let held: NodeJS.Timeout | undefined
  let isDue = false
  const tell = () => {
    isDue = held !== undefined
    if (isDue) return
    pool.query(`select pg_notify('changed', '')`).catch(() => undefined)
    held = setTimeout(() => {
      held = undefined
      if (isDue) tell()
    }, 50)
    held.unref()
  }
  return tell
}

/** Serves `GET /api/changes`: an event stream that ticks at once when anything was written, and at most five times a second; what it was is not said, so nothing leaks. */
export async function mountChanges(app: FastifyInstance, service: Service, pool: Pool): Promise<() => Promise<void>> {
  const listeners = new Set<FastifyReply>()
  let held: NodeJS.Timeout | undefined
  let isDue = false
  const tick = () => {
    isDue = held !== undefined
    if (isDue) return
    for (const reply of listeners) reply.raw.write('data: changed\n\n')
    held = setTimeout(() => {
      held = undefined
      if (isDue) tick()
    }, 200)
  }
  let client: PoolClient | undefined
  let stopped = false
  const listen = async () => {
    const connection = await pool.connect()
    if (stopped) return connection.release(true)
    client = connection
    const lose = () => {
      if (client !== connection) return
      client = undefined
      connection.release(true)
      listenAgain()
    }
    connection.on('notification', tick)
    connection.on('error', lose)
    await connection.query('listen changed').catch(lose)
  }
  // for as long as the database is away; what was missed meanwhile is made good by a tick
  const listenAgain = () => {
    if (!stopped) setTimeout(() => void listen().then(tick, listenAgain), 2000).unref()
  }
  await listen()
  const heartbeat = setInterval(() => listeners.forEach((reply) => void reply.raw.write(': still here\n\n')), 20_000)
  heartbeat.unref()

  app.get('/api/changes', { schema: { hide: true } }, async (request, reply) => {
    admit('person', (await service.arrive(request)).user)
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    reply.raw.write(': here\n\n')
    listeners.add(reply)
    request.raw.on('close', () => listeners.delete(reply))
  })

  const stop = async () => {
    stopped = true
    clearInterval(heartbeat)
    clearTimeout(held)
    for (const reply of listeners) reply.raw.end()
    client?.release(true)
    client = undefined
  }
  app.addHook('preClose', stop)
  return stop
}
