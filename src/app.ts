import { randomBytes, randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import compress from '@fastify/compress'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { type FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import helmet from 'helmet'
import type { Pool } from 'pg'
import { openExtractor } from './directives/extraction/extractor.ts'
import { sayWrong } from './inputs.ts'
import { mountChanges, openTeller } from './kernel/changes.ts'
import { answers, openDatabase } from './kernel/database.ts'
import { Refusal, refusalBy, refusals, sentences } from './kernel/errors.ts'
import { mountFiles, openFiles } from './kernel/files.ts'
import { languageOf } from './kernel/language.ts'
import { mountMetrics } from './kernel/metrics.ts'
import { mountPage } from './kernel/page.ts'
import { mount, type Office, onClock, openOffice, type Service } from './kernel/serve.ts'
import { fill } from './kernel/words.ts'
import { openAccounts, readSecret, tokenOf } from './people/accounts.ts'
import { findCaller } from './people/queries.ts'
import { slicesOf } from './slices.ts'

declare module 'fastify' {
  interface FastifyReply {
    /** What a style in the page has to say to be taken. */
    cspNonce: { style: string }
  }
}
type Guarded = ServerResponse & { nonce: string }

export type Settings = { pool: Pool; accountsPool: Pool; dataDir: string; pageDir: string | null; isSecure: boolean; logLevel: string }

export type Built = { app: FastifyInstance; office: Office; service: Service }

/** Builds the application on a migrated database; it holds no state of its own, so several may run on one database. */
export async function buildApp({ pool, accountsPool, dataDir, pageDir, isSecure, logLevel }: Settings): Promise<Built> {
  const app = Fastify({
    logger: {
      level: logLevel,
      redact: ['req.headers.cookie', 'req.headers.authorization'],
      serializers: { req: ({ method, routeOptions, id }) => ({ method, route: routeOptions?.url, id }) },
    },
    bodyLimit: 8 * 1024 * 1024,
    trustProxy: process.env.TRUST_PROXY ? process.env.TRUST_PROXY.split(',') : false,
    genReqId: () => randomBytes(6).toString('hex'),
  })
  const db = openDatabase(pool)
  const service: Service = {
    db,
    files: await openFiles(join(dataDir, 'files')),
    arrive: async (request) => {
      const { user, clockDay } = await findCaller(db, tokenOf(request.headers.cookie))
      return { user, now: onClock(clockDay) }
    },
    tell: openTeller(pool),
    wrong: sayWrong,
  }

  const guard = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", (_request, response) => `'nonce-${(response as Guarded).nonce}'`],
        styleSrcAttr: ["'unsafe-inline'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
  })
  app.decorateReply('cspNonce')
  app.addHook('onRequest', (request, reply, next) => {
    reply.cspNonce = { style: randomUUID() }
    guard(request.raw, Object.assign(reply.raw, { nonce: reply.cspNonce.style }), (error) => next(error as Error | undefined))
  })
  await app.register(compress, { global: true, threshold: 2048 })
  await app.register(rateLimit, {
    global: true,
    max: 3000,
    timeWindow: '1 minute',
    keyGenerator: (request) => tokenOf(request.headers.cookie) ?? request.ip, // a whole office may come from one address
    allowList: (request) => !request.url.startsWith('/api/'),
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Triển Khai',
        version: '0.1.0',
        description: 'Follows an official directive from its text to verified results.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
    },
    transform: jsonSchemaTransform,
  })
  // the library's page gives its own parts a style each, and may be served without a certificate
  const transformStaticCSP = (policy: string) =>
    policy.replace('upgrade-insecure-requests;', '').replace("style-src 'self' https:", "style-src 'self' 'unsafe-inline'")
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true, transformStaticCSP })
  app.setValidatorCompiler(() => (value) => ({ value })) // the kernel parses with the endpoint's own schema
  app.setSerializerCompiler(() => (value) => JSON.stringify(value))

  app.setErrorHandler((error: Error & { statusCode?: number; code?: unknown }, request, reply) => {
    const language = languageOf(request.headers['accept-language'])
    const refusal = error instanceof Refusal ? error : refusalBy(String(error.code))
    if (refusal && refusal !== error) request.log.warn({ err: { message: error.message, code: error.code } }, 'refused by the database or the disk')
    if (refusal) return reply.code(refusals[refusal.kind]).send({ kind: refusal.kind, message: refusal.sentence[language] })
    if (error.statusCode === 413) return reply.code(413).send({ kind: 'too-large', message: sentences.tooLarge[language] })
    if (error.statusCode === 429) return reply.code(429).send({ kind: 'too-many', message: fill(sentences.tooMany, { seconds: 60 })[language] })
    if (error.statusCode && error.statusCode < 500)
      return reply.code(error.statusCode).send({ kind: 'invalid', message: sentences.unusable[language] })
    request.log.error({ err: { message: error.message, stack: error.stack } }, 'fault')
    return reply.code(500).send({ kind: 'fault', message: fill(sentences.fault, { id: request.id })[language] })
  })

  app.get('/health', { schema: { hide: true }, config: { rateLimit: false } }, async (_request, reply) => {
    const isReady = await answers(db)
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'database does not answer' })
  })
  mountMetrics(app, pool)
  await mountFiles(app, service)
  await mountChanges(app, service, pool)
  const office = openOffice(slicesOf(openAccounts(accountsPool, await readSecret(dataDir), isSecure)), service)
  mount(app, office, service)
  app.addHook(
    'onClose',
    openExtractor(db, service.files, (error) => app.log.error({ err: error }, 'fault in the reading of a file')),
  )
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  await mountPage(app, pageDir)
  return { app, office, service }
}
