import { sql } from 'kysely'
import { getDirective } from '../../directives/actions.ts'
import { lockDirective, markTakenBack } from '../../directives/queries.ts'
import { isInForce } from '../../directives/rules.ts'
import type { Database } from '../../kernel/database.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Answer, Call, Holder } from '../../kernel/serve.ts'
import { workbook } from '../../paper/sheets.ts'
import { carryOn, endTasks, insertReplacement, placeAtEnd, withdrawFrom } from '../../tasks/queries/changing.ts'
import { insertTasks } from '../../tasks/queries/drafts.ts'
import { addObligations, findUnfit } from '../../tasks/queries/issuing.ts'
import { maySend, senderOf } from '../actions/starting.ts'
import { findDissemination } from '../queries/counts.ts'
import { sendToBodies } from '../queries/expected.ts'
import { moveReceipts } from '../queries/receipts.ts'
import { words as sendingWords } from '../words.ts'
import type { Applied, endpoints } from './contract.ts'
import { answerSheet } from './exports.ts'
import * as queries from './queries.ts'
import { words } from './words.ts'

export const listChanges: Answer<typeof endpoints.listChanges> = async ({ db, user, today }, { directiveId }) => {
  const directive = await getDirective(db, user, today, directiveId)
  if (!directive.isOpen) return { canChange: false, changes: [] }
  const [found, sent, takenBack] = await Promise.all([
    queries.changesOf(db, user, today, directiveId),
    findDissemination(db, directiveId),
    queries.takenBackBy(db, user, today, directiveId),
  ])
  const isSender = maySend(user, directive)
  return {
    canChange: isSender && directive.state === 'issued' && sent !== undefined && !takenBack,
    changes: found.filter(({ state }) => state === 'sent' || isSender),
  }
}

export const draftChange: Answer<typeof endpoints.draftChange> = async (call, { directiveId, version, kind, reason, replacementId, items }) => {
  const { db, user, today, about } = call
  const { takenBack } = await lockSent(db, user, today, directiveId)
  if (takenBack !== null) throw new Refusal('conflict', words.takenBack)
  const draft = await queries.lockDraftChange(db, directiveId)
  if ((draft?.version ?? null) !== version) throw new Refusal('conflict', words.draftChanged)
  if (kind !== 'update' && items.length > 0) throw new Refusal('invalid', words.noItems)
  if ((kind === 'replace') !== (replacementId !== null)) throw new Refusal('invalid', words.replacementNeeded)
  if (replacementId !== null) {
    const other = await getDirective(db, user, today, replacementId)
    if (replacementId === directiveId || !isInForce(other) || !maySend(user, other)) throw new Refusal('invalid', words.badReplacement)
  }
  await checkItems(db, directiveId, today, items)
  const change = await queries.putDraftChange(db, { directiveId, draftId: draft?.id ?? null, kind, reason, replacementId }, items, senderOf(call))
  about(directiveId, change.id)
  return { changeId: change.id as never, version: change.version }
}

async function checkItems(db: Database, directiveId: string, day: string, items: readonly queries.Item[]): Promise<void> {
  for (const { kind, taskId, text, bodyIds } of items) {
    if ((kind === 'add') !== (taskId === null)) throw new Refusal('invalid', words.noSuchTask)
    if (kind !== 'withdraw' && text.length < 3) throw new Refusal('invalid', words.textNeeded)
    if (kind === 'add' && bodyIds.length === 0) throw new Refusal('invalid', words.leadNeeded)
  }
  const taskIds = items.flatMap(({ taskId }) => taskId ?? [])
  if ((await queries.countLiveTasks(db, directiveId, taskIds)) !== taskIds.length) throw new Refusal('invalid', words.noSuchTask)
  const leads = [...new Set(items.flatMap(({ bodyIds }) => bodyIds))]
  const unfit = leads.length ? await findUnfit(db, directiveId, leads, day) : undefined
  if (unfit) throw new Refusal('invalid', words.unfitLead, { name: unfit.name ?? '' })
}

export const sendChange: Answer<typeof endpoints.sendChange> = async (call, { changeId, version }) => {
  const { db, user, today, about } = call
  const change = await lockDraft(db, user, today, changeId, version)
  const { directiveId } = change
  const by = senderOf(call)
  const items = await queries.itemsOf(db, changeId)
  if (change.kind === 'update' && items.length === 0) throw new Refusal('invalid', words.nothingChanges)
  await checkItems(db, directiveId, today, items)
  let place = await placeAtEnd(db, directiveId)
  for (const item of items)
    if (item.kind !== 'withdraw') await queries.setNewTask(db, item.id, await writeTask(db, directiveId, item, place++, today))
  const leads = items.flatMap(({ bodyIds }) => bodyIds)
  if (leads.length) await sendToBodies(db, directiveId, leads, by)
  await queries.markChange(db, changeId, 'sent', today)
  const { asked, noted } = await queries.askReceivers(db, changeId, today)
  const ended = items.flatMap(({ taskId }) => taskId ?? [])
  if (ended.length) await endTasks(db, ended, today)
  if (change.kind !== 'update') {
    await markTakenBack(db, directiveId, change.kind === 'recall' ? 'recalled' : 'replaced')
    await queries.endDissemination(db, directiveId)
    await moveReceipts(db, sql`directive_id = ${directiveId} and state = 'expected'`, { event: 'recall', to: 'recalled', text: change.reason }, by)
  }
  const answer = await queries.answerOf(db, changeId, user.bodyId)
  const own = answer ? await apply(call, answer.id) : null
  about(directiveId, changeId)
  return { directiveId: directiveId as never, asked, noted, own }
}

async function writeTask(db: Database, directiveId: string, item: queries.Item, place: number, today: string): Promise<string> {
  if (item.taskId !== null) return insertReplacement(db, { ...item, taskId: item.taskId })
  const row = {
    provisionId: null,
    position: place,
    address: '',
    text: item.text,
    product: item.product,
    condition: '',
    isStanding: false,
    from: null,
    to: null,
    origin: 'hand' as const,
    doubts: [],
    roles: (await queries.namesOf(db, item.bodyIds, today)).map(({ id, name }) => ({
      role: 'lead' as const,
      named: name,
      bodyId: id,
      classId: null,
      settled: false,
      from: null,
      to: null,
    })),
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

export const listChangeAnswers: Answer<typeof endpoints.listChangeAnswers> = async ({ db, user, today }, asked) => {
  if (!(await queries.openDirectiveOf(db, user, today, asked.changeId))) throw new Refusal('missing', words.noChange)
  return queries.answersTo(db, today, asked)
}

const rowLimit = 100_000

export const exportChangeAnswers: Answer<typeof endpoints.exportChangeAnswers> = async ({ db, user, today, language }, asked) => {
  const directive = await queries.openDirectiveOf(db, user, today, asked.changeId)
  if (!directive) throw new Refusal('missing', words.noChange)
  const { total, rows } = await queries.answersTo(db, today, { ...asked, limit: rowLimit, offset: 0 })
  if (total > rowLimit) throw new Refusal('too-large', sendingWords.tooMany, { total, limit: rowLimit })
  const filters = [...(asked.state ? [words[asked.state][language]] : []), ...(asked.words ? [`«${asked.words}»`] : [])]
  return workbook('tra-loi-thay-doi', [answerSheet({ language, today, filters }, directive, rows)])
}

export const listReceivedChanges: Answer<typeof endpoints.listReceivedChanges> = async ({ db, user, today }, { directiveId }) => {
  const directive = await getDirective(db, user, today, directiveId)
  const [takenBack, changes] = await Promise.all([
    queries.takenBackBy(db, user, today, directiveId),
    queries.receivedChanges(db, user, today, directiveId, user.bodyId),
  ])
  const mayDecide = directive.state === 'issued' && user.duties.some((duty) => duty === 'clerk' || duty === 'leader')
  return {
    takenBack: takenBack ?? null,
    changes: changes.map((change) => ({
      ...change,
      canDecide: mayDecide && change.state !== 'agreed' && change.state !== 'noted' && !change.isOutdone && (change.kind !== 'update' || !takenBack),
    })),
  }
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
async function apply(call: Call<Holder>, answerId: string): Promise<Applied> {
  const { db } = call
  const by = senderOf(call)
  const answer = await queries.lockAnswer(db, answerId)
  if (!answer) throw new Refusal('missing', words.noChange)
  const { directiveId, bodyId, kind, reason } = answer
  const text = `${{ update: words.byUpdate, recall: words.byRecall, replace: words.byReplace }[kind].vi} ${reason}`
  await queries.decide(db, answerId, 'agreed', '', by)
  if (kind !== 'update') {
    const ended = await withdrawFrom(db, directiveId, bodyId, null, text, by)
    const which = sql`directive_id = ${directiveId} and body_id = ${bodyId} and state <> 'recalled'`
    await moveReceipts(db, which, { event: 'recall', to: 'recalled', text }, by)
    return { carried: [], ended, added: [] }
  }
  const items = await queries.itemsOf(db, answer.changeId)
  // what lies there may still be in the words from before a change that was not answered, or was refused
  const lines = Map.groupBy(
    await queries.linesOf(
      db,
      items.flatMap(({ taskId }) => taskId ?? []),
      bodyId,
    ),
    ({ taskId }) => taskId,
  )
  const lineOf = (taskId: string) => lines.get(taskId) ?? []
  const pairs = items.flatMap(({ kind, taskId, newTaskId }) =>
    kind === 'amend' && taskId && newTaskId ? lineOf(taskId).map(({ beforeId }) => ({ from: beforeId, to: newTaskId })) : [],
  )
  const missed = await missedIn(db, answer, items, lineOf)
  const carried = await carryOn(db, { directiveId, bodyId, pairs }, by)
  const ended = await withdrawFrom(
    db,
    directiveId,
    bodyId,
    [...lines.values()].flat().map(({ beforeId }) => beforeId),
    text,
    by,
  )
  const directive = await lockDirective(db, directiveId)
  const verifierId = (bodyId === directive?.standingId ? directive?.issuerId : directive?.standingId) ?? bodyId
  const added: string[] = []
  for (const { kind, newTaskId, bodyIds } of items) {
    if (newTaskId === null || !(kind === 'add' ? bodyIds.includes(bodyId) : missed.includes(newTaskId))) continue
    const laid = { taskId: newTaskId, directiveId, bodyIds: [bodyId], parentId: null, verifierId, day: by.day, at: by.at }
    added.push(...(await addObligations(db, laid)))
  }
  await queries.decideOlder(db, directiveId, answer.changeId, by)
  return { carried, ended, added }
}

/** The new tasks of a change that take the place of some which an earlier one added for a body that has not agreed to it: they are laid on it as if added. */
async function missedIn(
  db: Database,
  { directiveId, bodyId }: { directiveId: string; bodyId: string },
  items: Awaited<ReturnType<typeof queries.itemsOf>>,
  lineOf: (taskId: string) => readonly { beforeId: string; isAdded: boolean }[],
): Promise<string[]> {
  const missed: string[] = []
  for (const { kind, taskId, newTaskId } of items) {
    if (kind !== 'amend' || !taskId || !newTaskId || !lineOf(taskId).some(({ isAdded }) => isAdded)) continue
    const line = lineOf(taskId).map(({ beforeId }) => beforeId)
    if (!(await queries.holdsAny(db, directiveId, bodyId, line))) missed.push(newTaskId)
  }
  return missed
}

/** An answer of the caller's body that may still be given, locked. */
async function lockOwnAnswer({ db, user, today }: Call<Holder>, id: string, version: number) {
  const answer = await queries.lockAnswer(db, id)
  if (!answer || answer.bodyId !== user.bodyId) throw new Refusal('missing', words.noChange)
  const directive = await getDirective(db, user, today, answer.directiveId)
  if (directive.state !== 'issued') throw new Refusal('conflict', sendingWords.notIssued)
  if (answer.state === 'noted') throw new Refusal('conflict', words.notTouched)
  if (answer.state === 'agreed') throw new Refusal('conflict', words.agreedAlready)
  if (answer.isOutdone) throw new Refusal('conflict', words.outdone)
  if (answer.kind === 'update' && directive.takenBack !== null) throw new Refusal('conflict', words.takenBack)
  if (answer.version !== version) throw new Refusal('conflict', words.answerChanged)
  return answer
}

/** A directive that is and stays issued and was sent out, which the caller sends for. */
async function lockSent(db: Database, user: Holder, day: string, directiveId: string) {
  await getDirective(db, user, day, directiveId)
  const directive = await lockDirective(db, directiveId)
  if (!directive || !maySend(user, directive)) throw new Refusal('forbidden', sendingWords.notSender)
  if (directive.state !== 'issued') throw new Refusal('conflict', sendingWords.notIssued)
  if (!(await findDissemination(db, directiveId))) throw new Refusal('conflict', sendingWords.notStarted)
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
  if (change.version !== version) throw new Refusal('conflict', words.draftChanged)
  return change
}
