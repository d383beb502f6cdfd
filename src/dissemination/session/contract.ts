import { z } from 'zod'
import { DirectiveId } from '../../directives/contract.ts'
import { download, read, write } from '../../kernel/endpoint.ts'
import { BodyId, Day } from '../../organisations/contract.ts'

export const SessionId = z.uuid().brand('SessionId')
export const SessionForm = z.enum(['in-person', 'online', 'mixed', 'self-study'])
export const SessionFileKind = z.enum(['material', 'minutes', 'photo'])

export const StudySession = z.object({
  id: z.uuid(),
  directiveId: z.uuid(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  heldOn: Day,
  form: SessionForm,
  ledBy: z.string(),
  topic: z.string(),
  present: z.number(),
  invited: z.number(),
  /** For those absent from a session before: its present count, its invited were counted there. */
  isMakeUp: z.boolean(),
  note: z.string(),
  version: z.number(),
  withdrawnOn: Day.nullable(),
  withdrawnWhy: z.string().nullable(),
  bodies: z.array(z.object({ id: z.uuid(), name: z.string() })),
  files: z.array(z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.number(), kind: SessionFileKind })),
  before: z.array(z.object({ version: z.number(), why: z.string(), person: z.string(), at: z.string(), content: z.record(z.string(), z.unknown()) })),
  isOwn: z.boolean(),
})
export type StudySession = z.infer<typeof StudySession>

const editors = ['clerk', 'leader'] as const
const paging = { limit: z.coerce.number<number>().int().min(1).max(500).default(50), offset: z.coerce.number<number>().int().min(0).default(0) }
const sessionFacts = {
  heldOn: Day,
  form: SessionForm,
  ledBy: z.string().trim().normalize('NFC').min(2).max(200),
  topic: z.string().trim().normalize('NFC').min(3).max(500),
  present: z.number().int().min(1).max(5_000_000),
  invited: z.number().int().min(1).max(5_000_000),
  isMakeUp: z.boolean().default(false),
  note: z.string().trim().normalize('NFC').max(5000).default(''),
  /** The other bodies it was held for, all under the one that held it. */
  bodyIds: z.array(BodyId).max(2000).default([]),
  materialIds: z.array(z.uuid()).max(20).default([]),
  minutesIds: z.array(z.uuid()).max(20).default([]),
  photoIds: z.array(z.uuid()).max(40).default([]),
}

export const endpoints = {
  listSessions: read({
    path: '/api/directives/:directiveId/sessions',
    for: 'holder',
    does: 'The study sessions on a directive that the caller may see, newest first; with `bodyId`, those held by or for that body; with `underId`, those held by a body or any under it.',
    input: z.object({ directiveId: DirectiveId, bodyId: BodyId.optional(), underId: BodyId.optional(), ...paging }),
    output: z.object({ total: z.number(), rows: z.array(StudySession) }),
  }),
  listSessionBodies: read({
    path: '/api/directives/:directiveId/session-bodies',
    for: editors,
    does: 'The bodies right under the caller’s that the directive was sent to: for all of them a session may be held.',
    input: z.object({ directiveId: DirectiveId }),
    output: z.array(BodyId),
  }),
  holdSession: write({
    path: '/api/sessions/hold',
    for: editors,
    does: 'Records a study session on a directive that the caller’s body received or sent: when, in what form, led by whom, how many of how many; for itself and the named bodies under it.',
    input: z.object({ directiveId: DirectiveId, ...sessionFacts }),
    output: z.object({ sessionId: SessionId }),
  }),
  correctSession: write({
    path: '/api/sessions/:sessionId/correct',
    for: editors,
    does: 'Corrects a study session with a reason; what it said before stays readable. Files given are added, `removedIds` taken away.',
    input: z.object({
      sessionId: SessionId,
      version: z.number().int(),
      why: z.string().trim().normalize('NFC').min(3).max(1000),
      removedIds: z.array(z.uuid()).max(100).default([]),
      ...sessionFacts,
    }),
    output: z.object({ version: z.number() }),
  }),
  withdrawSession: write({
    path: '/api/sessions/:sessionId/withdraw',
    for: editors,
    does: 'Withdraws a study session with a reason; it stays readable and counts no more.',
    input: z.object({ sessionId: SessionId, version: z.number().int(), why: z.string().trim().normalize('NFC').min(3).max(1000) }),
    output: z.object({}),
  }),
  downloadSessionFile: download({
    path: '/api/sessions/:sessionId/files/:fileId',
    for: 'holder',
    does: 'A file of a study session: material, minutes, a photograph.',
    input: z.object({ sessionId: SessionId, fileId: z.uuid() }),
  }),
}
