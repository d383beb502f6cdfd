import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Database } from './database.ts'
import { type Audience, type Endpoint, type Endpoints, parametersOf } from './endpoint.ts'
import { Refusal, sentences } from './errors.ts'
import type { Files } from './files.ts'
import { writeJournal } from './journal.ts'
import { languageOf } from './language.ts'
import type { Language, Word } from './words.ts'

/** Who asks; without a post yet, the ids of the post are null and there are no duties. */
export type Person = {
  personId: string
  sessionId: string
  name: string
  holdingId: string | null
  bodyId: string | null
  reachId: string | null
  duties: readonly string[]
}
/** A person acting in a post: for its body, with its duties, looking at what stands under `reachId`. */
export type Holder = Person & { holdingId: string; bodyId: string; reachId: string }

/** What an action is handed: the database (in a write, its transaction), who asks, the product's clock. */
export type Call<Who = Holder> = {
  db: Database
  user: Who
  now: Temporal.Instant
  /** The day on the product's clock, ISO, in Viet Nam. */
  today: string
  language: Language
  files: Files
  request: FastifyRequest
  reply: FastifyReply
  /** Names the things a write is about, for the history of each. */
  about: (...ids: string[]) => void
}
type Caller<A extends Audience> = A extends 'anyone' ? Person | null : A extends 'person' ? Person : Holder

/** A file to send: its bytes at once, or by content address. */
export type Download = { name: string; mediaType: string; content: Buffer | { sha256: string } }

export type Answer<E extends Endpoint> = (
  call: Call<Caller<E['for']>>,
  input: z.output<E['input']>,
) => Promise<E['kind'] extends 'download' ? Download : z.input<E['output']>>

/** What a later slice does in the same transaction when an endpoint of an earlier one was answered. */
export type Follow = { endpoint: Endpoint; react: (call: Call, input: never, output: never) => Promise<unknown> }

export type Slice = {
  name: string
  endpoints: Endpoints
  actions: Record<string, (call: never, input: never) => Promise<unknown>>
  follows: Follow[]
}

/** Pairs each endpoint with the action of the same name; one left unanswered does not compile. */
export const slice = <E extends Endpoints>(name: string, endpoints: E, actions: { [K in keyof E]: Answer<E[K]> }, follows: Follow[] = []): Slice => ({
  name,
  endpoints,
  actions: actions as unknown as Slice['actions'],
  follows,
})

/** Says what happens, in the same transaction, after an endpoint of an earlier slice was answered. */
export const follow = <E extends Endpoint>(
  endpoint: E,
  react: (call: Call<Caller<E['for']>>, input: z.output<E['input']>, output: z.output<E['output']>) => Promise<unknown>,
): Follow => ({ endpoint, react: react as unknown as Follow['react'] })

export type Service = {
  db: Database
  files: Files
  /** Who asks, and the moment on the product's clock. */
  arrive: (request: FastifyRequest) => Promise<{ user: Person | null; now: Temporal.Instant }>
  /** Called after each write. */
  tell: () => void
  /** Says what is wrong with what was sent. */
  wrong: (issues: readonly z.core.$ZodIssue[]) => Word
}

/** What an act happens under, besides who acts: the moment, the language, and over HTTP the request and its reply. */
export type Circumstances = { now: Temporal.Instant; language: Language; request?: FastifyRequest; reply?: FastifyReply }

/** Answers endpoints, whoever asks and by whatever way: over HTTP, or from within (the example, benches). */
export type Office = {
  slices: readonly Slice[]
  answer: <E extends Endpoint>(
    endpoint: E,
    user: Person | null,
    input: z.input<E['input']>,
    circumstances: Circumstances,
  ) => Promise<z.output<E['output']>>
}

export const timeZone = 'Asia/Ho_Chi_Minh'

/** The day of an instant in Viet Nam, ISO. */
export const dayOf = (now: Temporal.Instant): string => now.toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** This moment on a clock that is set to a day, or on the machine's: the hours always run. */
export function onClock(day: string | null): Temporal.Instant {
  const machine = Temporal.Now.instant()
  if (day === null) return machine
  const plainTime = machine.toZonedDateTimeISO(timeZone).toPlainTime()
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime }).toInstant()
}

/** Opens the office of some slices: audience and input checked, each write in one transaction with its line in the journal, output checked. */
export function openOffice(slices: readonly Slice[], { db, files, tell, wrong }: Omit<Service, 'arrive'>): Office {
  const follows = new Map<Endpoint, Follow['react'][]>()
  for (const { endpoint, react } of slices.flatMap((slice) => slice.follows)) follows.set(endpoint, [...(follows.get(endpoint) ?? []), react])
  const known = new Map(
    slices.flatMap((slice) =>
      Object.entries(slice.endpoints).map(([name, endpoint]) => [endpoint, { name, action: slice.actions[name] as unknown as Action }] as const),
    ),
  )

  const answer = async (endpoint: Endpoint, user: Person | null, given: unknown, circumstances: Circumstances): Promise<unknown> => {
    const { name, action } = known.get(endpoint) as { name: string; action: Action }
    admit(endpoint.for, user)
    const input = parse(endpoint, given, wrong)
    const now = circumstances.now.round('millisecond')
    const subjects = new Set<string>()
    const call = (db: Database) =>
      ({
        ...circumstances,
        db,
        files,
        now,
        user,
        today: dayOf(now),
        about: (...ids: string[]) => ids.forEach((id) => void subjects.add(id)),
      }) as unknown as Call
    if (endpoint.kind === 'download') return action(call(db), input)
    if (endpoint.kind === 'read') return endpoint.output.parse(await action(call(db), input))
    const written = await db.transaction().execute(async (db) => {
      const output = endpoint.output.parse(await action(call(db), input))
      for (const react of follows.get(endpoint) ?? []) await react(call(db), input as never, output as never)
      const by = { personId: user?.personId ?? null, holdingId: user?.holdingId ?? null, bodyId: user?.bodyId ?? null }
      await writeJournal(db, { ...by, at: now.toString(), action: name, input, subjects })
      return output
    })
    tell()
    return written
  }
  return { slices, answer: answer as Office['answer'] }
}
type Action = (call: Call, input: unknown) => Promise<unknown>

/** Serves an office over HTTP: a route for each endpoint. */
export function mount(app: FastifyInstance, office: Office, { arrive, files }: Service): void {
  for (const slice of office.slices)
    for (const [name, endpoint] of Object.entries(slice.endpoints))
      app.route({
        method: endpoint.kind === 'write' ? 'POST' : 'GET',
        url: endpoint.path,
        schema: describe(slice.name, name, endpoint),
        handler: async (request, reply) => {
          if (endpoint.kind === 'write') refuseForeign(request)
          const { user, now } = await arrive(request)
          admit(endpoint.for, user)
          const given = { ...((endpoint.kind === 'write' ? request.body : request.query) as object), ...(request.params as object) }
          const output: unknown = await office.answer(endpoint, user, given, {
            now,
            language: languageOf(request.headers['accept-language']),
            request,
            reply,
          })
          return endpoint.kind === 'download' ? send(reply, files, output as Download) : output
        },
      })
}

/** Refuses whoever is not among those an endpoint is for. */
export function admit(audience: Audience, user: Person | null): void {
  if (audience === 'anyone') return
  if (!user) throw new Refusal('unauthenticated', sentences.signIn)
  if (audience === 'person') return
  if (!user.holdingId) throw new Refusal('forbidden', sentences.notAmongDuties)
  if (audience !== 'holder' && !audience.some((duty) => user.duties.includes(duty))) throw new Refusal('forbidden', sentences.notAmongDuties)
}

/** A write must come from the product's own pages (or a program that says no origin): the guard against forged requests. */
export function refuseForeign(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  const ownOrigin = !origin || URL.parse(origin)?.host === request.headers.host
  if ((site && site !== 'same-origin' && site !== 'none') || !ownOrigin) throw new Refusal('forbidden', sentences.foreign)
}

function parse(endpoint: Endpoint, given: unknown, wrong: Service['wrong']): unknown {
  const input = endpoint.input.safeParse(tidy(given), { reportInput: true })
  if (input.success) return input.data
  const named = parametersOf(endpoint.path)
  if (input.error.issues.some(({ path: [name] }) => named.includes(String(name)))) throw new Refusal('missing', sentences.noSuchAddress)
  throw new Refusal('invalid', wrong(input.error.issues))
}

/** Texts as they enter, at any depth: NFC, and without what no database keeps (NUL, halves of characters). */
function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '').normalize('NFC')
  if (Array.isArray(value)) return value.map(tidy)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, tidy(part)]))
}

function describe(tag: string, name: string, endpoint: Endpoint): Record<string, unknown> {
  const inPath = parametersOf(endpoint.path).filter((parameter) => parameter in endpoint.input.shape)
  const mask = Object.fromEntries(inPath.map((parameter) => [parameter, true as const]))
  const rest = endpoint.input.omit(mask as never)
  const hasRest = Object.keys(rest.shape).length > 0
  const audience = typeof endpoint.for === 'string' ? endpoint.for : endpoint.for.join(', ')
  return {
    tags: [tag],
    operationId: name,
    summary: endpoint.does,
    description: `For: ${audience}.`,
    ...(inPath.length ? { params: endpoint.input.pick(mask as never) } : {}),
    ...(hasRest ? { [endpoint.kind === 'write' ? 'body' : 'querystring']: rest } : {}),
    ...(endpoint.kind === 'download' ? {} : { response: { 200: endpoint.output } }),
  }
}

async function send(reply: FastifyReply, files: Files, { name, mediaType, content }: Download): Promise<unknown> {
  const ascii = name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cache-control', 'private, no-store')
    .send(Buffer.isBuffer(content) ? content : await files.open(content.sha256))
}
