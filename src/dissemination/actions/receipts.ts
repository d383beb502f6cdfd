import { sql } from 'kysely'
import type { z } from 'zod'
import { getDirective } from '../../directives/actions.ts'
import type { Database } from '../../kernel/database.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Answer, Holder } from '../../kernel/serve.ts'
import type { Language } from '../../kernel/words.ts'
import { superiors } from '../../organisations/queries.ts'
import { reaches } from '../../organisations/reach.ts'
import { words as organisationWords } from '../../organisations/words.ts'
import { workbook, written } from '../../paper/sheets.ts'
import type { endpoints, ReceiptFilter } from '../contract.ts'
import { receiptSheet } from '../exports.ts'
import * as counts from '../queries/counts.ts'
import * as queries from '../queries/receipts.ts'
import { arePlansToCome } from '../queries/tally.ts'
import { daysBelow, findReceiptMove, type ReceiptPart, receiptEventsFor, receivedStates } from '../rules.ts'
import { words as screenWords } from '../screen/words.ts'
import { words } from '../words.ts'
import { maySend, requireDays, senderOf } from './starting.ts'

export const openReceiptBoard: Answer<typeof endpoints.openReceiptBoard> = async ({ db, user, today }, { directiveId, under }) => {
  const directive = await getDirective(db, user, today, directiveId)
  const dissemination = await counts.findDissemination(db, directiveId)
  const isSender = maySend(user, directive)
  const canStart = isSender && directive.state === 'issued' && !dissemination
  const { scope, topId, at } = await lookAt(db, user, today, directive, dissemination?.topId ?? null, under)
  const [counted, path, isBehind] = await Promise.all([
    counts.countReceipts(db, directiveId, scope, at, today),
    at === null ? [] : pathTo(db, at, topId, today),
    arePlansToCome(db, directiveId),
  ])
  return { dissemination: dissemination ?? null, canStart, isSender, path, arePlansToCome: isBehind, ...counted }
}

export const listReceipts: Answer<typeof endpoints.listReceipts> = async ({ db, user, today }, { directiveId, under, ...asked }) => {
  const directive = await getDirective(db, user, today, directiveId)
  const { scope } = await lookAt(db, user, today, directive, null, under)
  return counts.receiptsOf(db, directiveId, scope, asked, today)
}

const rowLimit = 100_000

export const exportReceipts: Answer<typeof endpoints.exportReceipts> = async ({ db, user, today, language }, { directiveId, under, ...asked }) => {
  const directive = await getDirective(db, user, today, directiveId)
  const { scope } = await lookAt(db, user, today, directive, null, under)
  const { total, rows } = await counts.receiptsOf(db, directiveId, scope, { ...asked, limit: rowLimit, offset: 0 }, today)
  if (total > rowLimit) throw new Refusal('too-large', words.tooMany, { total, limit: rowLimit })
  const filters = await filtersIn(db, today, language, { under, ...asked })
  return workbook('tinh-trang-tiep-nhan', [receiptSheet({ language, today, filters }, directive, rows)])
}

/** The filters of a list of receipts in words. */
async function filtersIn(db: Database, day: string, language: Language, asked: z.output<typeof ReceiptFilter>): Promise<string[]> {
  const [under] = asked.under ? await bodiesNamed(db, [asked.under], day) : []
  return [
    ...(asked.group ? [screenWords[`group-${asked.group}`][language]] : []),
    ...(under ? [under.name] : []),
    ...(asked.level ? [organisationWords[asked.level][language]] : []),
    ...(asked.words ? [`«${asked.words}»`] : []),
  ]
}

type Looked = { id: string; isOpen: boolean; secrecy: string }

/** What somebody sees of a directive's receipts: all where it lies open to them; else what stands under them; of a secret one their own alone. `at` is the body whose branches are shown, `topId` the highest one may go. */
async function lookAt(
  db: Database,
  user: Holder,
  day: string,
  { isOpen, secrecy }: Looked,
  topId: string | null,
  underId: string | undefined,
): Promise<{ scope: counts.Scope; topId: string | null; at: string | null }> {
  if (isOpen) return { scope: { underId: underId === topId ? null : (underId ?? null) }, topId, at: underId ?? topId }
  if (secrecy !== 'none') return { scope: { onlyId: user.bodyId }, topId: user.bodyId, at: user.bodyId }
  const at = underId && (await reaches(db, user.reachId, underId, day)) ? underId : user.reachId
  return { scope: { underId: at }, topId: user.reachId, at }
}

async function pathTo(db: Database, bodyId: string, topId: string | null, day: string) {
  const above = await superiors(db, bodyId, day)
  const [own] = await bodiesNamed(db, [bodyId], day)
  const path = [...above.map(({ id, name }) => ({ id, name })), ...(own ? [own] : [])]
  const from = topId === null ? 0 : path.findIndex(({ id }) => id === topId)
  return path.slice(Math.max(0, from))
}

const bodiesNamed = async (db: Database, ids: readonly string[], day: string) =>
  (
    await sql<{
      id: string
      name: string
    }>`select body_id as id, name from body_version where body_id = any(${ids}::uuid[]) and valid @> ${day}::date`.execute(db)
  ).rows

export const listIncoming: Answer<typeof endpoints.listIncoming> = ({ db, user, today }, asked) => queries.incomingOf(db, user, today, asked)

export const openReceipt: Answer<typeof endpoints.openReceipt> = async ({ db, user, today }, { receiptId }) => {
  const found = await getReceipt(db, user, today, receiptId)
  const isOwn = found.bodyId === user.bodyId
  const [steps, people] = await Promise.all([queries.receiptSteps(db, receiptId), isOwn ? queries.holdersOf(db, user.bodyId, today) : []])
  const mayAct = user.duties.some((duty) => duty === 'clerk' || duty === 'leader') && found.directiveState === 'issued'
  return {
    ...found,
    steps,
    people,
    isOwn,
    events: mayAct ? receiptEventsFor(found.state, partsOf(found, user)) : [],
    canPassOn: mayAct && found.unsent > 0 && mayPassOn(found, user),
    canSetDays: mayAct && found.below > found.unsent && mayPassOn(found, user) && isAnyLeft(daysBelow(found, today), today),
    canHoldSession: mayAct && isOwn && receivedStates.includes(found.state),
  }
}

export const takeReceiptStep: Answer<typeof endpoints.takeReceiptStep> = async (call, { receiptId, version, event, text, holdingId }) => {
  const { db, user, today, about, language } = call
  const found = await getReceipt(db, user, today, receiptId)
  const move = found.directiveState === 'issued' ? findReceiptMove(found.state, event, partsOf(found, user)) : undefined
  if (!move) throw new Refusal('conflict', words.notNow, { event: words[event][language], state: words[found.state][language] })
  if (found.version !== version) throw new Refusal('conflict', words.changed)
  if (move.needs === 'reason' && text.length < 3) throw new Refusal('invalid', words.reasonNeeded)
  if (move.needs === 'assignee' && holdingId === null && text.length < 3) throw new Refusal('invalid', words.assigneeNeeded)
  if (holdingId !== null && !(await queries.holdersOf(db, found.bodyId, today)).some((one) => one.holdingId === holdingId))
    throw new Refusal('invalid', words.notOfBody)
  const which = sql`id = ${receiptId} and version = ${version}`
  const sent = move.from === 'expected' ? await queries.sendReceipts(db, found.directiveId, which, { text }, senderOf(call)) : undefined
  const [moved] = sent ? [] : await queries.moveReceipts(db, which, { event, to: move.to, text, holdingId }, senderOf(call))
  if (!moved && !sent?.length) throw new Refusal('conflict', words.changed)
  about(receiptId)
  return { state: move.to, version: version + 1 }
}

export const receiveSeveral: Answer<typeof endpoints.receiveSeveral> = async (call, { receiptIds }) => {
  const { db, user, about } = call
  const issued = sql`exists (select from directive where directive.id = receipt.directive_id and directive.state = 'issued')`
  const which = sql`id = any(${receiptIds}::uuid[]) and body_id = ${user.bodyId} and state = 'arrived' and ${issued}`
  const moved = await queries.moveReceipts(db, which, { event: 'receive', to: 'received', text: '' }, senderOf(call))
  about(...moved.map(({ id }) => id))
  return { received: moved.length }
}

export const listBelow: Answer<typeof endpoints.listBelow> = async ({ db, user, today }, { receiptId }) => {
  const found = await getReceipt(db, user, today, receiptId)
  if (found.bodyId !== user.bodyId && found.secrecy !== 'none' && found.senderId !== user.bodyId) return []
  return queries.receiptsBelow(db, today, receiptId)
}

export const passOn: Answer<typeof endpoints.passOn> = async (call, { receiptId, belowIds, ...passing }) => {
  const { db, user, today, about } = call
  const found = await getPassed(db, user, today, receiptId)
  requireDaysBelow(found, passing, today)
  const chosen = belowIds.length ? sql`id = any(${belowIds}::uuid[])` : sql`true`
  const sent = await queries.sendReceipts(db, found.directiveId, sql`from_id = ${receiptId} and ${chosen}`, passing, senderOf(call))
  if (sent.length === 0) throw new Refusal('conflict', words.nothingBelow)
  about(receiptId, ...sent)
  return { sent: sent.length }
}

export const setDaysBelow: Answer<typeof endpoints.setDaysBelow> = async ({ db, user, today, about }, { receiptId, belowIds, ...days }) => {
  const found = await getPassed(db, user, today, receiptId)
  requireDaysBelow(found, days, today)
  const changed = await queries.changeDays(db, receiptId, belowIds, days)
  if (changed.length === 0) throw new Refusal('conflict', words.daysStand)
  about(receiptId, ...changed)
  return { changed: changed.length }
}

/** A receipt that the caller may pass on to those below it. */
async function getPassed(db: Database, user: Holder, today: string, receiptId: string) {
  const found = await getReceipt(db, user, today, receiptId)
  if (found.senderId !== user.bodyId && found.bodyId !== user.bodyId) throw new Refusal('missing', words.noReceipt)
  if (found.directiveState !== 'issued') throw new Refusal('conflict', words.notIssued)
  if (!mayPassOn(found, user)) throw new Refusal('conflict', words.receiveFirst)
  return found
}

/** Refuses days for those below that are past, in the wrong order, or later than what was asked from above. */
function requireDaysBelow(above: Parameters<typeof daysBelow>[0], days: { receiveBy: string | null; studyBy: string | null }, today: string): void {
  requireDays(days, today)
  const asked = daysBelow(above, today)
  if (isLater(days.receiveBy, asked.receiveBy)) throw new Refusal('invalid', words.receiveLater, { day: written(asked.receiveBy as string) })
  if (isLater(days.studyBy, asked.studyBy)) throw new Refusal('invalid', words.studyLater, { day: written(asked.studyBy as string) })
}

/** Whether one of the days that others may not lie after is still to come, or none is set. */
const isAnyLeft = (asked: ReturnType<typeof daysBelow>, today: string): boolean =>
  [asked.receiveBy, asked.studyBy].some((day) => day === null || day >= today)

const isLater = (day: string | null, asked: string | null): boolean => day !== null && asked !== null && day > asked

/** A receipt the caller may see, or the refusal that there is none: which of the two is not said. */
async function getReceipt(db: Database, user: Holder, day: string, receiptId: string) {
  const found = await queries.findReceipt(db, user, day, receiptId)
  if (!found) throw new Refusal('missing', words.noReceipt)
  return found
}

type Parts = { bodyId: string; fromBodyId: string | null; senderId: string; state: string }

function partsOf({ bodyId, fromBodyId, senderId }: Parts, user: Holder): ReceiptPart[] {
  const parts: ReceiptPart[] = []
  if (bodyId === user.bodyId) parts.push('receiver')
  if (senderId === user.bodyId || (fromBodyId === user.bodyId && fromBodyId !== bodyId)) parts.push('sender')
  return parts
}

/** The body itself once it has received, and the sender at any time. */
const mayPassOn = ({ bodyId, senderId, state }: Parts, user: Holder): boolean =>
  senderId === user.bodyId || (bodyId === user.bodyId && receivedStates.includes(state as never))
