import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Pool, PoolClient } from 'pg'
import { admit, type Service } from './serve.ts'

/** Does something at once, and however often it is asked for, then only after a rest of so many milliseconds. */
function calmly(act: () => void, rest = () => 50): () => void {
  let held: NodeJS.Timeout | undefined
  let isDue = false
  const ask = () => {
    isDue = held !== undefined
    if (isDue) return
    act()
    held = setTimeout(() => {
      held = undefined
      if (isDue) ask()
    }, rest()).unref()
  }
  return ask
}

/** Says to every process that something was written. Not in the write's own transaction: commits that notify wait for each other. */
export const openTeller = (pool: Pool): (() => void) => calmly(() => void pool.query(`select pg_notify('changed', '')`).catch(() => undefined))

/** Serves `GET /api/changes`: an event stream that ticks at once when anything was written, then at most five times a second, and less often the more listen, as each tick makes all ask anew; what it was is not said, so nothing leaks. */
export async function mountChanges(app: FastifyInstance, service: Service, pool: Pool): Promise<() => Promise<void>> {
  const listeners = new Set<FastifyReply>()
  const rest = () => Math.max(200, 20 * listeners.size)
  const tick = calmly(() => listeners.forEach((reply) => void reply.raw.write('data: changed\n\n')), rest)
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
  const heartbeat = setInterval(() => listeners.forEach((reply) => void reply.raw.write(': still here\n\n')), 20_000).unref()

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
    for (const reply of listeners) reply.raw.end()
    listeners.clear()
    client?.release(true)
    client = undefined
  }
  app.addHook('preClose', stop)
  return stop
}
