import { getDirective } from '../../directives/actions.ts'
import { isInForce } from '../../directives/rules.ts'
import type { Database } from '../../kernel/database.ts'
import { Refusal } from '../../kernel/errors.ts'
import { attachFiles } from '../../kernel/files.ts'
import type { Answer, Call, Holder } from '../../kernel/serve.ts'
import { reachesAll } from '../../organisations/reach.ts'
import { written } from '../../paper/sheets.ts'
import { receiptOf } from '../queries/receipts.ts'
import * as queries from '../queries/sessions.ts'
import { receivedStates } from '../rules.ts'
import type { endpoints } from '../session/contract.ts'
import { words } from '../words.ts'
import { maySend, senderOf } from './starting.ts'

export const listSessions: Answer<typeof endpoints.listSessions> = async ({ db, user, today }, asked) => {
  await getDirective(db, user, today, asked.directiveId)
  return queries.sessionsOf(db, user, today, asked)
}

export const listSessionBodies: Answer<typeof endpoints.listSessionBodies> = async ({ db, user, today }, { directiveId }) => {
  await getDirective(db, user, today, directiveId)
  return (await queries.sentRightBelow(db, directiveId, user.bodyId, today)) as never
}

type Given = {
  heldOn: string
  present: number
  invited: number
  bodyIds: readonly string[]
  materialIds: readonly string[]
  minutesIds: readonly string[]
  photoIds: readonly string[]
}

export const holdSession: Answer<typeof endpoints.holdSession> = async (
  call,
  { directiveId, bodyIds, materialIds, minutesIds, photoIds, ...facts },
) => {
  const { db, user, today, about } = call
  const directive = await getDirective(db, user, today, directiveId)
  if (directive.state !== 'issued') throw new Refusal('conflict', words.notIssued)
  if (!isInForce(directive)) throw new Refusal('conflict', words.noLonger)
  const own = await receiptOf(db, directiveId, user.bodyId)
  if (!(own && receivedStates.includes(own.state as never)) && !maySend(user, directive)) throw new Refusal('conflict', words.notReceiver)
  if (await queries.isHeldAlready(db, directiveId, user.bodyId, facts))
    throw new Refusal('conflict', words.heldAlready, { day: written(facts.heldOn) })
  const files = await takeFiles(call, directive, { ...facts, bodyIds, materialIds, minutesIds, photoIds })
  const sessionId = await queries.insertSession(db, directiveId, facts, bodyIds, files, senderOf(call))
  await refuseOverfull(db, directiveId, user.bodyId)
  await queries.refreshStudied(db, directiveId, [user.bodyId, ...bodyIds])
  about(directiveId, sessionId)
  return { sessionId: sessionId as never }
}

export const correctSession: Answer<typeof endpoints.correctSession> = async (
  call,
  { sessionId, version, why, removedIds, bodyIds, materialIds, minutesIds, photoIds, ...facts },
) => {
  const { db, user, today, about } = call
  const session = await lockOwn(db, user, sessionId, version)
  const directive = await getDirective(db, user, today, session.directiveId)
  const files = await takeFiles(call, directive, { ...facts, bodyIds, materialIds, minutesIds, photoIds })
  const before = await queries.bodiesOfSession(db, sessionId)
  const newest = await queries.updateSession(db, sessionId, facts, bodyIds, files, removedIds, why, senderOf(call))
  await refuseOverfull(db, session.directiveId, user.bodyId)
  await queries.refreshStudied(db, session.directiveId, [...before, user.bodyId, ...bodyIds])
  about(session.directiveId, sessionId)
  return { version: newest }
}

export const withdrawSession: Answer<typeof endpoints.withdrawSession> = async (call, { sessionId, version, why }) => {
  const { db, user, about } = call
  const session = await lockOwn(db, user, sessionId, version)
  await queries.markSessionWithdrawn(db, sessionId, why, senderOf(call))
  await refuseOverfull(db, session.directiveId, user.bodyId)
  await queries.refreshStudied(db, session.directiveId, await queries.bodiesOfSession(db, sessionId))
  about(session.directiveId, sessionId)
  return {}
}

export const downloadSessionFile: Answer<typeof endpoints.downloadSessionFile> = async ({ db, user, today }, { sessionId, fileId }) => {
  const file = await queries.sessionFile(db, user, today, sessionId, fileId)
  if (!file) throw new Refusal('missing', words.noSession)
  return { name: file.name, mediaType: file.mediaType, content: { sha256: file.sha256 } }
}

/** Checks what is said of a session and takes its files in; refused with the first thing that does not hold. */
async function takeFiles(
  { db, user, today }: Call,
  directive: { id: string; effectiveOn: string | null; issuedOn: string | null },
  given: Given,
): Promise<queries.SessionFiles> {
  const first = [directive.issuedOn, directive.effectiveOn].filter((day) => day !== null).sort()[0]
  if (given.heldOn > today) throw new Refusal('invalid', words.inFuture, { day: written(given.heldOn) })
  if (first && given.heldOn < first) throw new Refusal('invalid', words.beforeStart, { day: written(first) })
  if (given.present > given.invited) throw new Refusal('invalid', words.tooManyPresent)
  if (!(await reachesAll(db, user.bodyId, given.bodyIds, today)) || !(await queries.allSentTo(db, directive.id, given.bodyIds)))
    throw new Refusal('forbidden', words.notUnder)
  const files: queries.SessionFiles = [
    ...given.materialIds.map((fileId) => ({ kind: 'material' as const, fileId })),
    ...given.minutesIds.map((fileId) => ({ kind: 'minutes' as const, fileId })),
    ...given.photoIds.map((fileId) => ({ kind: 'photo' as const, fileId })),
  ]
  const attached = await attachFiles(db, user.personId, [...new Set(files.map(({ fileId }) => fileId))])
  if (!attached) throw new Refusal('invalid', words.filesNotYours)
  const [odd] = await queries.notPictures(db, given.photoIds)
  if (odd) throw new Refusal('invalid', words.notPicture, { name: odd.name })
  return files
}

/** Refuses more present than were ever invited, where sessions for those absent before are among a body's. */
async function refuseOverfull(db: Database, directiveId: string, bodyId: string): Promise<void> {
  const { present, invited, hasMakeUp } = await queries.attendanceOf(db, directiveId, bodyId)
  if (hasMakeUp && present > invited) throw new Refusal('invalid', words.makeUpOver, { present, invited })
}

/** A live session of the caller's body, locked; refused when it changed since it was seen. */
async function lockOwn(db: Database, user: Holder, sessionId: string, version: number) {
  const session = await queries.lockSession(db, sessionId)
  if (!session || session.bodyId !== user.bodyId) throw new Refusal('missing', words.noSession)
  if (session.withdrawnOn !== null) throw new Refusal('conflict', words.sessionWithdrawn)
  if (session.version !== version) throw new Refusal('conflict', words.changed)
  return session
}
