import type { z } from 'zod'
import { Refusal } from '../../kernel/errors.ts'
import type { Answer, Call, Holder } from '../../kernel/serve.ts'
import { fill } from '../../kernel/words.ts'
import { issuerOf, nameOfBody } from '../../organisations/queries.ts'
import { hyphenated } from '../../paper/hyphenated.ts'
import { placeOf } from '../../paper/layouts.ts'
import { workbook, written } from '../../paper/sheets.ts'
import { pageOfObligations } from '../../tasks/queries/obligations.ts'
import { type endpoints, namedAtMost } from '../contract.ts'
import { urgingSheet } from '../exports.ts'
import { letterFile } from '../letter.ts'
import { lateThings } from '../queries/late.ts'
import { escalate } from '../queries/pressing.ts'
import { daysOff } from '../queries/reminderRules.ts'
import { settleUrgings, tell } from '../queries/reminding.ts'
import * as making from '../queries/urging.ts'
import * as queries from '../queries/urgings.ts'
import { daysToAnswer, isLetterNumber, workingDay } from '../rules.ts'
import { words as screenWords } from '../urgings/words.ts'
import { words } from '../words.ts'

/** So many obligations one act takes. */
const atMost = 5000

type Meant = z.output<typeof endpoints.previewUrging.input>

/** The late things that are meant: those named, or all overdue ones that a list shows; more than one act takes are refused. */
async function named(call: Call, { what, thingIds, underId, levels, obligationIds, ...filter }: Meant): Promise<making.Named> {
  if (Math.max(obligationIds?.length ?? 0, thingIds?.length ?? 0, filter.bodyIds?.length ?? 0) > namedAtMost)
    throw new Refusal('invalid', words.tooManyNamed, { limit: namedAtMost })
  if (what === 'milestone') return { what, ids: await obligationsMeant(call, { obligationIds, ...filter }) }
  const ids = thingIds?.length
    ? thingIds
    : await lateThings(call.db, call.user as Holder, call.today, what, { ...filter, underId, levels }, atMost + 1)
  if (ids.length > atMost) throw new Refusal('too-large', words.tooManyToUrge, { limit: atMost })
  return { what, ids }
}

async function obligationsMeant(
  { db, user, today }: Call,
  { obligationIds, ...filter }: Omit<Meant, 'what' | 'thingIds' | 'underId' | 'levels'>,
): Promise<readonly string[]> {
  if (obligationIds?.length) return obligationIds
  const rows = await pageOfObligations(db, user, today, { ...filter, standings: ['open-overdue'], limit: atMost + 1, offset: 0 })
  if (rows.length > atMost) throw new Refusal('too-large', words.tooManyToUrge, { limit: atMost })
  return rows.map(({ id }) => id)
}

export const previewUrging: Answer<typeof endpoints.previewUrging> = async (call, meant) => {
  const { db, user, today, language } = call
  const ids = await named(call, meant)
  const later = Temporal.PlainDate.from(today).add({ days: daysToAnswer })
  const [bodies, alone, leftOut, writer, off] = await Promise.all([
    making.bodiesToUrge(db, user, today, ids),
    making.withoutSuperior(db, user, today, ids),
    making.leftOut(db, user, today, ids),
    making.writerOf(db, user, today),
    daysOff(db, today, later.add({ days: 20 }).toString()),
  ])
  const things = bodies.reduce((sum, body) => sum + body.things, 0)
  const isLeader = user.duties.includes('leader')
  return {
    things,
    bodies,
    withoutSuperior: alone,
    leftOut,
    answerBy: workingDay(later.toString(), off),
    words: fill(words[`prefilled-${meant.what}`], { today: written(today) })[language],
    place: writer ? placeOf(writer.name, writer.level) : '',
    signer: isLeader ? user.name : '',
    signerTitle: isLeader ? (writer?.title ?? '') : '',
  }
}

export const urge: Answer<typeof endpoints.urge> = async (
  call,
  { exceptBodyIds, answerBy, words: said, number, place, signer, signerTitle, escalates, ...meant },
) => {
  const { db, user, now, today, about } = call
  if (answerBy < today) throw new Refusal('invalid', words.answerByPast)
  const farthest = Temporal.PlainDate.from(today).add({ years: 1 }).toString()
  if (answerBy > farthest) throw new Refusal('invalid', words.answerByFar, { day: written(farthest) })
  if (number && !isLetterNumber(number)) throw new Refusal('invalid', words.numberForm, { number })
  // two who press at once urge one after the other: the second is told what the first has done
  await making.lockUrging(db, user.bodyId)
  const taken = number && (await making.dayOfNumber(db, user.bodyId, number, today))
  if (taken) throw new Refusal('conflict', words.numberTaken, { number, day: written(taken) })
  const ids = await named(call, meant)
  const letter = { answerBy, words: said, number, place, signer, signerTitle, escalates }
  const act = { ...letter, holdingId: user.holdingId, urgedOn: today, urgedAt: now.toString() }
  const { actId, urgings } = await making.insertUrgings(db, user, today, ids, exceptBodyIds, act)
  if (urgings.length === 0) throw new Refusal('conflict', words.nothingToUrge)
  await tell(db, 'urged', urgings, ['clerk', 'leader'], today, now.toString())
  about(actId, ...urgings.map(({ urgingId }) => urgingId))
  return { actId: actId as never, urgings: urgings.length, things: urgings.reduce((sum, { things }) => sum + things, 0) }
}

export const listUrgings: Answer<typeof endpoints.listUrgings> = ({ db, user, today }, asked) => queries.urgingsSeenBy(db, user, today, asked)

/** So many rows one sheet takes. */
const rowLimit = 100_000

export const exportUrgings: Answer<typeof endpoints.exportUrgings> = async ({ db, user, today, language }, asked) => {
  const { total, rows } = await queries.urgingsSeenBy(db, user, today, { ...asked, limit: rowLimit, offset: 0 })
  if (total > rowLimit) throw new Refusal('too-large', words.tooManyRows, { limit: rowLimit })
  const filters = [
    ...(asked.side ? [screenWords[asked.side][language]] : []),
    ...(asked.states ?? []).map((state) => screenWords[state][language]),
    ...(asked.bodyId ? [(await nameOfBody(db, asked.bodyId, today)) ?? ''] : []),
  ]
  return workbook('don-doc', [urgingSheet({ language, today, filters }, rows)])
}

const canAct = ({ user }: Call) => user.duties.includes('clerk') || user.duties.includes('leader')

export const openUrging: Answer<typeof endpoints.openUrging> = async (call, { urgingId }) => {
  const { db, user, today } = call
  const found = await getUrging(call, urgingId)
  const isLive = found.state !== 'done' && found.state !== 'lapsed' && found.state !== 'withdrawn'
  const isUrger = canAct(call) && found.urgerId === user.bodyId
  return {
    ...found,
    seen: await queries.thingsOf(db, user, today, [urgingId]),
    inAct: found.urgerId === user.bodyId ? found.inAct : 1,
    canAnswer: canAct(call) && found.bodyId === user.bodyId && isLive && found.answeredOn === null,
    canEscalate: isUrger && found.state === 'silent' && found.superiorName !== null,
    canDirect: canAct(call) && found.escalatedToId === user.bodyId && found.state === 'escalated' && found.directedOn === null,
    canWithdraw: isUrger && isLive,
  }
}

export const answerUrging: Answer<typeof endpoints.answerUrging> = async (call, { urgingId, text }) => {
  const { db, user, now, today, about } = call
  const found = await getUrging(call, urgingId)
  if (found.bodyId !== user.bodyId) throw new Refusal('forbidden', words.onlyUrged)
  if (!(await queries.answer(db, urgingId, { text, day: today, holdingId: user.holdingId }))) throw new Refusal('conflict', words.alreadyAnswered)
  await settleUrgings(db, [urgingId], ['urged', 'urging', 'silent', 'escalated', 'directed'], today)
  await tell(db, 'answered', [{ urgingId, bodyId: found.urgerId }], ['clerk', 'leader'], today, now.toString())
  about(urgingId)
  return {}
}

export const escalateUrging: Answer<typeof endpoints.escalateUrging> = async (call, { urgingId }) => {
  const { db, user, now, today, about } = call
  const found = await getUrging(call, urgingId)
  if (found.urgerId !== user.bodyId) throw new Refusal('forbidden', words.onlyUrger)
  if (found.state !== 'silent') throw new Refusal('conflict', words.notYetSilent)
  const [brought] = await escalate(db, today, { urgingId, holdingId: user.holdingId })
  if (!brought) throw new Refusal('conflict', words.noSuperior)
  await settleUrgings(db, [urgingId], ['silent'], today)
  await tell(db, 'escalated', [{ urgingId, bodyId: brought.toId }], ['leader'], today, now.toString())
  about(urgingId)
  return { toName: brought.toName }
}

export const directUrging: Answer<typeof endpoints.directUrging> = async (call, { urgingId, text }) => {
  const { db, user, now, today, about } = call
  const found = await getUrging(call, urgingId)
  if (found.escalatedToId !== user.bodyId) throw new Refusal('forbidden', words.onlySuperior)
  if (!(await queries.direct(db, urgingId, { text, day: today, holdingId: user.holdingId }))) throw new Refusal('conflict', words.nothingToDirect)
  await settleUrgings(db, [urgingId], ['escalated'], today)
  const told = [...new Set([found.bodyId, found.urgerId])].filter((bodyId) => bodyId !== user.bodyId).map((bodyId) => ({ urgingId, bodyId }))
  await tell(db, 'directed', told, ['clerk', 'leader'], today, now.toString())
  about(urgingId)
  return {}
}

export const withdrawUrging: Answer<typeof endpoints.withdrawUrging> = async (call, { urgingId, why }) => {
  const { db, user, today, about } = call
  const found = await getUrging(call, urgingId)
  if (found.urgerId !== user.bodyId) throw new Refusal('forbidden', words.onlyUrger)
  if (!(await queries.withdraw(db, urgingId, { why, day: today }))) throw new Refusal('conflict', words.alreadyEnded)
  await settleUrgings(db, [urgingId], ['urged', 'urging', 'silent', 'answered', 'escalated', 'directed'], today)
  about(urgingId)
  return {}
}

export const downloadUrgingLetter: Answer<typeof endpoints.downloadUrgingLetter> = async (call, { urgingId }) => {
  const found = await getUrging(call, urgingId)
  return letters(call, [found], hyphenated('đôn đốc', found.bodyName, found.urgedOn))
}

export const downloadUrgingLetters: Answer<typeof endpoints.downloadUrgingLetters> = async (call, { actId }) => {
  const ids = await queries.urgingsOfAct(call.db, call.user, actId)
  const found = await queries.findUrgings(call.db, call.user, call.today, ids)
  if (!found[0]) throw new Refusal('missing', words.noUrging)
  return letters(call, found, hyphenated('đôn đốc', found[0].urgedOn))
}

type Found = Awaited<ReturnType<typeof getUrging>>

async function letters({ db, user, today }: Call, urgings: readonly Found[], name: string) {
  const [first] = urgings as [Found]
  const [issuer, things] = await Promise.all([
    issuerOf(db, first.urgerId, first.urgedOn),
    queries.thingsOf(
      db,
      user,
      today,
      urgings.map(({ id }) => id),
    ),
  ])
  const listed = Map.groupBy(things, ({ urgingId }) => urgingId)
  return letterFile(
    name,
    issuer,
    urgings.map((urging) => ({ ...urging, listed: listed.get(urging.id) ?? [] })),
  )
}

/** An urging the caller may see, or the refusal that there is none: which of the two is not said. */
async function getUrging({ db, user, today }: Call, urgingId: string) {
  const [found] = await queries.findUrgings(db, user, today, [urgingId])
  if (!found) throw new Refusal('missing', words.noUrging)
  return found
}
