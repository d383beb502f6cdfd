import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Serves `GET /metrics` for Prometheus: durations by route and status, connections, and the process. */
export function mountMetrics(app: FastifyInstance, pool: Pool): void {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const durations = new Histogram({
    name: 'trienkhai_request_seconds',
    help: 'Seconds from request to answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [register],
  })
  new Gauge({
    name: 'trienkhai_database_connections',
    help: 'Connections of the pool by use.',
    labelNames: ['use'],
    registers: [register],
    collect() {
      this.set({ use: 'idle' }, pool.idleCount)
      this.set({ use: 'busy' }, pool.totalCount - pool.idleCount)
      this.set({ use: 'waiting' }, pool.waitingCount)
    },
  })
  app.addHook('onResponse', async (request, reply) => {
    durations.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('content-type', register.contentType).send(await register.metrics()),
  )
}
