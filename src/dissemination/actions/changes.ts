import { sql } from 'kysely'
import { getDirective } from '../../directives/actions.ts'
import { lockDirective } from '../../directives/queries.ts'
import type { Database } from '../../kernel/database.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Answer, Call, Holder } from '../../kernel/serve.ts'
import { carryOn, insertReplacement, withdrawFrom } from '../../tasks/queries/changing.ts'
import { insertTasks } from '../../tasks/queries/drafts.ts'
import { addObligations } from '../../tasks/queries/issuing.ts'
import type { endpoints } from '../changes/contract.ts'
import * as queries from '../queries/changes.ts'
import { findDissemination } from '../queries/counts.ts'
import { sendToBodies } from '../queries/expected.ts'
import { findReceipt, moveReceipts } from '../queries/receipts.ts'
import { words } from '../words.ts'
import { maySend, senderOf } from './starting.ts'

export const listChanges: Answer<typeof endpoints.listChanges> = async ({ db, user, today }, { directiveId }) => {
  const directive = await getDirective(db, user, today, directiveId)
  if (!directive.isOpen) return []
  const changes = await queries.changesOf(db, user, today, directiveId)
  return changes.filter(({ state }) => state === 'sent' || maySend(user, directive))
}

export const draftChange: Answer<typeof endpoints.draftChange> = async (call, { directiveId, version, kind, reason, replacementId, items }) => {
  const { db, user, today, about } = call
  await lockSent(db, user, today, directiveId)
  if (await queries.isTakenBack(db, directiveId)) throw new Refusal('conflict', words.takenBack)
  const draft = await queries.lockDraftChange(db, directiveId)
  if ((draft?.version ?? null) !== version) throw new Refusal('conflict', words.changed)
  if ((kind === 'update') !== items.length > 0) throw new Refusal('invalid', kind === 'update' ? words.nothingChanges : words.noItems)
  if ((kind === 'replace') !== (replacementId !== null)) throw new Refusal('invalid', words.replacementNeeded)
  if (replacementId !== null) {
    const other = await getDirective(db, user, today, replacementId)
    if (replacementId === directiveId || other.state !== 'issued' || !maySend(user, other)) throw new Refusal('invalid', words.badReplacement)
  }
  await checkItems(db, directiveId, items)
  const change = await queries.putDraftChange(db, { directiveId, draftId: draft?.id ?? null, kind, reason, replacementId }, items, senderOf(call))
  about(directiveId, change.id)
  return { changeId: change.id as never, version: change.version }
}

async function checkItems(db: Database, directiveId: string, items: readonly queries.Item[]): Promise<void> {
  for (const { kind, taskId, text, bodyIds } of items) {
    if ((kind === 'add') !== (taskId === null)) throw new Refusal('invalid', words.noSuchTask)
    if (kind !== 'withdraw' && text.length < 3) throw new Refusal('invalid', words.textNeeded)
    if (kind === 'add' && bodyIds.length === 0) throw new Refusal('invalid', words.leadNeeded)
  }
  const taskIds = items.flatMap(({ taskId }) => taskId ?? [])
  if ((await queries.countLiveTasks(db, directiveId, taskIds)) !== taskIds.length) throw new Refusal('invalid', words.noSuchTask)
}

export const sendChange: Answer<typeof endpoints.sendChange> = async (call, { changeId, version }) => {
  const { db, user, today, about } = call
  const change = await lockDraft(db, user, today, changeId, version)
  const { directiveId } = change
  const by = senderOf(call)
  const items = await queries.itemsOf(db, changeId)
  await checkItems(db, directiveId, items)
  for (const item of items) if (item.kind !== 'withdraw') await queries.setNewTask(db, item.id, await writeTask(db, directiveId, item))
  const leads = items.flatMap(({ bodyIds }) => bodyIds).filter((bodyId) => bodyId !== user.bodyId)
  if (leads.length) await sendToBodies(db, directiveId, leads, by)
  await queries.markChange(db, changeId, 'sent', today)
  const asked = await queries.askReceivers(db, changeId)
  if (change.kind !== 'update')
    await moveReceipts(db, sql`directive_id = ${directiveId} and state = 'expected'`, { event: 'recall', to: 'recalled', text: change.reason }, by)
  const own = await queries.answerOf(db, changeId, user.bodyId)
  if (own) await apply(call, own.id)
  about(directiveId, changeId)
  return { asked }
}

const writeTask = async (db: Database, directiveId: string, item: queries.Item): Promise<string> => {
  if (item.taskId !== null) return insertReplacement(db, { ...item, taskId: item.taskId })
  const row = {
    provisionId: null,
    position: Number.MAX_SAFE_INTEGER,
    address: '',
    text: item.text,
    product: item.product,
    condition: '',
    isStanding: false,
    from: null,
    to: null,
    origin: 'hand' as const,
    doubts: [],
    roles: item.bodyIds.map((bodyId) => ({ role: 'lead' as const, named: bodyId, bodyId, classId: null, settled: false, from: null, to: null })),
    milestones: item.milestones.map((milestone) => ({ ...milestone, from: null, to: null })),
  }
  return (await insertTasks(db, directiveId, [row]))[0] as string
}

export const dropChange: Answer<typeof endpoints.dropChange> = async ({ db, user, today, about }, { changeId, version }) => {
  const change = await lockDraft(db, user, today, changeId, version)
  await queries.markChange(db, changeId, 'dropped', null)
  about(change.directiveId, changeId)
  return {}
}

export const listReceivedChanges: Answer<typeof endpoints.listReceivedChanges> = async ({ db, user, today }, { receiptId }) => {
  const receipt = await findReceipt(db, user, today, receiptId)
  if (!receipt) throw new Refusal('missing', words.noReceipt)
  const mayDecide = receipt.bodyId === user.bodyId && user.duties.some((duty) => duty === 'clerk' || duty === 'leader')
  const changes = await queries.receivedChanges(db, user, today, receipt.directiveId, receipt.bodyId)
  return changes.map((change) => ({ ...change, canDecide: mayDecide && change.state !== 'agreed' }))
}

export const agreeChange: Answer<typeof endpoints.agreeChange> = async (call, { changeReceiptId, version }) => {
  const answer = await lockOwnAnswer(call, changeReceiptId, version)
  const done = await apply(call, changeReceiptId)
  call.about(answer.directiveId, answer.changeId, changeReceiptId, ...done.ended, ...done.carried.map(({ newId }) => newId), ...done.added)
  return { directiveId: answer.directiveId as never, bodyId: answer.bodyId as never, kind: answer.kind, ...done }
}

export const refuseChange: Answer<typeof endpoints.refuseChange> = async (call, { changeReceiptId, version, reason }) => {
  const answer = await lockOwnAnswer(call, changeReceiptId, version)
  await queries.decide(call.db, changeReceiptId, 'refused', reason, senderOf(call))
  call.about(answer.directiveId, answer.changeId, changeReceiptId)
  return {}
}

/** Applies a change to what lies on the body that agrees: what is changed is carried over, what is withdrawn ends, what is added is laid on it. */
async function apply(call: Call, answerId: string) {
  const { db } = call
  const by = senderOf(call)
  const answer = await queries.lockAnswer(db, answerId)
  if (!answer) throw new Refusal('missing', words.noChange)
  const { directiveId, bodyId, kind, reason } = answer
  const why = { update: words.byUpdate, recall: words.byRecall, replace: words.byReplace }[kind]
  const text = `${why.vi} ${reason}`
  await queries.decide(db, answerId, 'agreed', '', by)
  if (kind !== 'update') {
    const ended = await withdrawFrom(db, directiveId, bodyId, null, text, by)
    const which = sql`directive_id = ${directiveId} and body_id = ${bodyId} and state <> 'recalled'`
    await moveReceipts(db, which, { event: 'recall', to: 'recalled', text }, by)
    return { carried: [], ended, added: [] }
  }
  const items = await queries.itemsOf(db, answer.changeId)
  const pairs = items.flatMap(({ kind, taskId, newTaskId }) => (kind === 'amend' && taskId && newTaskId ? [{ from: taskId, to: newTaskId }] : []))
  const carried = await carryOn(db, { directiveId, bodyId, pairs }, by)
  const ended = await withdrawFrom(
    db,
    directiveId,
    bodyId,
    items.flatMap(({ taskId }) => taskId ?? []),
    text,
    by,
  )
  const added: string[] = []
  const directive = await lockDirective(db, directiveId)
  for (const { kind, newTaskId, bodyIds } of items) {
    if (kind !== 'add' || newTaskId === null || !bodyIds.includes(bodyId)) continue
    const verifierId = (bodyId === directive?.standingId ? directive?.issuerId : directive?.standingId) ?? bodyId
    const laid = { taskId: newTaskId, directiveId, bodyIds: [bodyId], parentId: null, verifierId, day: by.day, at: by.at }
    added.push(...(await addObligations(db, laid)))
  }
  return { carried, ended, added }
}

/** An answer of the caller's body that may still be given, locked. */
async function lockOwnAnswer({ db, user, today }: Call, id: string, version: number) {
  const answer = await queries.lockAnswer(db, id)
  if (!answer || answer.bodyId !== user.bodyId) throw new Refusal('missing', words.noChange)
  const directive = await getDirective(db, user, today, answer.directiveId)
  if (directive.state !== 'issued') throw new Refusal('conflict', words.notIssued)
  if (answer.state === 'agreed') throw new Refusal('conflict', words.agreedAlready)
  if (answer.version !== version) throw new Refusal('conflict', words.changed)
  return answer
}

/** A directive that is and stays issued and was sent out, which the caller sends for. */
async function lockSent(db: Database, user: Holder, day: string, directiveId: string) {
  await getDirective(db, user, day, directiveId)
  const directive = await lockDirective(db, directiveId)
  if (!directive || !maySend(user, directive)) throw new Refusal('forbidden', words.notSender)
  if (directive.state !== 'issued') throw new Refusal('conflict', words.notIssued)
  if (!(await findDissemination(db, directiveId))) throw new Refusal('conflict', words.notStarted)
  return directive
}

/** A prepared change of a directive the caller sends for, locked; refused when it changed since it was seen, or was sent. */
async function lockDraft(db: Database, user: Holder, day: string, changeId: string, version: number) {
  const change = await queries.lockChange(db, changeId)
  if (!change) throw new Refusal('missing', words.noChange)
  const seen = await getDirective(db, user, day, change.directiveId)
  if (!maySend(user, seen)) throw new Refusal('missing', words.noChange)
  await lockSent(db, user, day, change.directiveId)
  if (change.state !== 'draft') throw new Refusal('conflict', words.notDraftChange)
  if (change.version !== version) throw new Refusal('conflict', words.changed)
  return change
}
