import { sql } from 'kysely'
import { getDirective } from '../../directives/actions.ts'
import { lockDirective } from '../../directives/queries.ts'
import { isInForce } from '../../directives/rules.ts'
import type { Database } from '../../kernel/database.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Answer, Call, Holder } from '../../kernel/serve.ts'
import { written } from '../../paper/sheets.ts'
import type { endpoints } from '../contract.ts'
import { findDissemination } from '../queries/counts.ts'
import { countExpected, insertDissemination, keepRecipients, type Sender, sendOut, sendToBodies } from '../queries/expected.ts'
import { sendReceipts } from '../queries/receipts.ts'
import { resolveRecipients, unmatchedOf } from '../recipients.ts'
import { words } from '../words.ts'

export const previewDissemination: Answer<typeof endpoints.previewDissemination> = async (
  { db, user, today },
  { directiveId, downTo = null, kinds = [], classIds = [] },
) => {
  const directive = await getDirective(db, user, today, directiveId)
  requireSender(user, directive)
  const recipients = await resolveRecipients(db, directive, today)
  const rows = await countExpected(db, directiveId, today, recipients, { downTo: directive.secrecy === 'none' ? downTo : null, kinds, classIds })
  const byWhy = { recipient: 0, part: 0, below: 0 }
  const levels = new Map<(typeof rows)[number]['level'], number>()
  const byKind = new Map<string, number>()
  for (const { why, level, kind, bodies } of rows) {
    byWhy[why] += bodies
    levels.set(level, (levels.get(level) ?? 0) + bodies)
    byKind.set(kind, (byKind.get(kind) ?? 0) + bodies)
  }
  return {
    recipients,
    unmatched: unmatchedOf(recipients).length,
    expected: rows.reduce((sum, { bodies }) => sum + bodies, 0),
    byWhy,
    levels: [...levels].map(([level, bodies]) => ({ level, bodies })),
    kinds: [...byKind].map(([kind, bodies]) => ({ kind, bodies })).sort((one, other) => other.bodies - one.bodies),
  }
}

export const matchRecipient: Answer<typeof endpoints.matchRecipient> = async (
  { db, user, today, about },
  { directiveId, named, classId, bodyIds, settled },
) => {
  const directive = await lockSender(db, user, today, directiveId)
  if (await findDissemination(db, directiveId)) throw new Refusal('conflict', words.startedAlready)
  if ([classId !== null, bodyIds.length > 0, settled].filter(Boolean).length !== 1) throw new Refusal('invalid', words.onlyOneMeaning)
  const name = (await resolveRecipients(db, directive, today)).find((one) => one.named === named)
  if (!name || name.isArchive) throw new Refusal('missing', words.noSuchName)
  await keepRecipients(db, directiveId, [{ ...name, classId, bodyIds, settled, personId: user.personId }])
  about(directiveId)
  return {}
}

export const startDissemination: Answer<typeof endpoints.startDissemination> = async (call, { directiveId, ...start }) => {
  const { db, user, today, about } = call
  const directive = await lockSender(db, user, today, directiveId)
  if (directive.secrecy !== 'none' && start.downTo !== null) throw new Refusal('invalid', words.secretBelow)
  requireDays(start, today)
  const recipients = await resolveRecipients(db, directive, today)
  const unmatched = unmatchedOf(recipients)
  if (unmatched[0]) throw new Refusal('invalid', words.unmatched, { count: unmatched.length, example: unmatched[0].named })
  const by = senderOf(call)
  if (!(await insertDissemination(db, { directiveId, ...start }, by))) throw new Refusal('conflict', words.startedAlready)
  await keepRecipients(db, directiveId, recipients)
  const expected = await sendOut(db, { directiveId, ...start }, recipients, by)
  if (expected === 0) throw new Refusal('invalid', words.nobody)
  about(directiveId)
  return { expected }
}

export const sendFurther: Answer<typeof endpoints.sendFurther> = async (call, { directiveId, bodyIds }) => {
  const { db, user, today, about } = call
  await lockSender(db, user, today, directiveId)
  if (!(await findDissemination(db, directiveId))) throw new Refusal('conflict', words.notStarted)
  // those on the list that wait for a superior to pass it on get it at once
  const waiting = await sendReceipts(db, directiveId, sql`body_id = any(${bodyIds}::uuid[])`, { text: '' }, senderOf(call))
  const sent = (await sendToBodies(db, directiveId, bodyIds, senderOf(call))) + waiting.length
  if (sent === 0) throw new Refusal('conflict', words.sentAlready)
  about(directiveId)
  return { sent }
}

/** Refuses days to receive and to study by that are past, or in the wrong order. */
export function requireDays({ receiveBy, studyBy }: { receiveBy: string | null; studyBy: string | null }, today: string): void {
  for (const day of [receiveBy, studyBy]) if (day !== null && day < today) throw new Refusal('invalid', words.dayPast, { day: written(day) })
  if (receiveBy !== null && studyBy !== null && studyBy < receiveBy) throw new Refusal('invalid', words.studyBeforeReceive)
}

/** Who sends, and when, as the steps keep it. */
export const senderOf = ({ user, today, now }: Pick<Call, 'user' | 'today' | 'now'>): Sender => ({
  personId: user.personId,
  holdingId: user.holdingId,
  bodyId: user.bodyId,
  day: today,
  at: now.toString(),
})

/** Whether somebody may send a directive out: a clerk or leader of its standing body or owner. */
export const maySend = (user: Holder, { standingId, ownerId }: { standingId: string | null; ownerId: string }): boolean =>
  [standingId, ownerId].includes(user.bodyId) && user.duties.some((duty) => duty === 'clerk' || duty === 'leader')

function requireSender(user: Holder, directive: { standingId: string | null; ownerId: string; state: string; takenBack: string | null }): void {
  if (!maySend(user, directive)) throw new Refusal('forbidden', words.notSender)
  if (directive.state !== 'issued') throw new Refusal('conflict', words.notIssued)
  if (!isInForce(directive)) throw new Refusal('conflict', words.noLonger)
}

/** A directive that is and stays issued for the rest of the transaction, which the caller may send out. */
async function lockSender(db: Database, user: Holder, day: string, directiveId: string) {
  await getDirective(db, user, day, directiveId)
  const directive = await lockDirective(db, directiveId)
  if (!directive) throw new Refusal('missing', words.noReceipt)
  requireSender(user, directive)
  return directive
}
