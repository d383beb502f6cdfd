import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Refusal, sentences } from './errors.ts'

/** Serves the built page: assets by their hashed names for ever, and one document for every other address, with its nonce for styles. */
export async function mountPage(app: FastifyInstance, pageDir: string | null): Promise<void> {
  const page = pageDir ? await readFile(join(pageDir, 'index.html'), 'utf8') : null
  if (pageDir)
    await app.register(fastifyStatic, {
      root: join(pageDir, 'assets'),
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      index: false,
      preCompressed: false,
    })
  app.setNotFoundHandler((request, reply) => {
    if (page === null || !['GET', 'HEAD'].includes(request.method) || /^\/(api|assets|metrics|health)(\/|$)/.test(request.url))
      throw new Refusal('missing', sentences.noSuchAddress)
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page.replaceAll('%NONCE%', reply.cspNonce.style))
  })
}
