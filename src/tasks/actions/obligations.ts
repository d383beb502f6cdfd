import { getDirective } from '../../directives/actions.ts'
import { lockDirective } from '../../directives/queries.ts'
import { isInForce } from '../../directives/rules.ts'
import { words as directiveWords } from '../../directives/words.ts'
import type { Database } from '../../kernel/database.ts'
import { Refusal } from '../../kernel/errors.ts'
import { attachFiles } from '../../kernel/files.ts'
import type { Answer, Call, Holder } from '../../kernel/serve.ts'
import { fill, type Values, type Word } from '../../kernel/words.ts'
import { reachesAll } from '../../organisations/reach.ts'
import { written } from '../../paper/sheets.ts'
import { historyOf } from '../../people/history.ts'
import type { Event, endpoints, State } from '../contract.ts'
import { directiveOf, lockTask, rolesOf } from '../queries/drafts.ts'
import * as extensions from '../queries/extensions.ts'
import { addObligations, findReceiver } from '../queries/issuing.ts'
import * as queries from '../queries/obligations.ts'
import * as steps from '../queries/steps.ts'
import { refusals } from '../refusals.ts'
import { closes, decidesExtension, eventsFor, findMove, lastToAsk, type Part } from '../rules.ts'
import { words } from '../words.ts'
import { checkAsked, decide, type Found, mayDecide, whyNotExtended } from './extending.ts'

export const listObligations: Answer<typeof endpoints.listObligations> = ({ db, user, today }, asked) =>
  queries.obligationsSeenBy(db, user, today, asked)

export const openObligation: Answer<typeof endpoints.openObligation> = async ({ db, user, today, language }, { obligationId }) => {
  const found = await getObligation(db, user, today, obligationId)
  const besideOf = async (id: string | null) => {
    const beside = id === null ? undefined : await queries.findObligation(db, user, today, id)
    return beside ? { id: beside.id, bodyName: beside.bodyName } : null
  }
  const [roles, milestones, provisions, done, children, parent, replaces, replacedBy, continues, continuedBy, asked, rule] = await Promise.all([
    rolesOf(db, found.taskId, found.givenOn),
    queries.milestonesReached(db, found.taskId, obligationId),
    found.provisionId ? queries.provisionPath(db, found.provisionId) : [],
    steps.stepsOf(db, obligationId),
    queries.childrenOf(db, user, today, obligationId),
    besideOf(found.parentId),
    besideOf(found.replacesId),
    queries.replacementOf(db, user, today, obligationId, 'replaces'),
    besideOf(found.continuesId),
    queries.replacementOf(db, user, today, obligationId, 'continues'),
    extensions.extensionsOf(db, obligationId),
    extensions.extensionRule(db, today),
  ])
  const extension = { ...asked, mostGranted: rule.mostGranted, askBy: found.nextDue === null ? null : lastToAsk(found.nextDue, rule) }
  const all = eventsFor(found.state, partsOf(found, user), user.duties).filter(
    (event) =>
      (event !== 'verify' || !found.isOwnWork) &&
      (event !== 'hand-down' || found.hasBelow) &&
      (event !== 'ask-extension' || (found.nextDue !== null && asked.waiting === null)) &&
      (!decidesExtension(event) || (asked.waiting !== null && asked.waiting.askedBy !== user.personId && mayDecide(found, user))),
  )
  const blocked = all.flatMap((event) => {
    const refusal = whyBlocked(event, found) ?? (event === 'ask-extension' ? whyNotExtended({ ...found, extension }, rule, today) : undefined)
    return refusal ? [{ event, why: fill(refusal.word, refusal.values ?? {})[language] }] : []
  })
  const events = all.filter((event) => !blocked.some((one) => one.event === event))
  return {
    ...found,
    parent,
    replaces,
    replacedBy,
    continues,
    continuedBy,
    roles,
    milestones,
    provisions,
    steps: done,
    children,
    extension,
    events,
    blocked,
  }
}

export const takeStep: Answer<typeof endpoints.takeStep> = async (call, step) => {
  const { db, user, now, today, about } = call
  const found = await getObligation(db, user, today, step.obligationId)
  const move = findMove(found.state, step.event, partsOf(found, user), user.duties)
  if (!move) throw new Refusal('conflict', refusals.notNow, { event: words[step.event][call.language], state: words[found.state][call.language] })
  if (found.version !== step.version) throw new Refusal('conflict', refusals.stepChanged)
  if (move.needs && step.text.length < 3) throw new Refusal('invalid', refusals.reasonNeeded)
  if (move.needs === 'evidence' && step.fileIds.length === 0) throw new Refusal('invalid', refusals.evidenceNeeded)
  const blocked = whyBlocked(step.event, found)
  if (blocked) throw new Refusal('conflict', blocked.word, blocked.values)
  if (step.event === 'verify' && found.isOwnWork) throw new Refusal('forbidden', refusals.ownWork)
  if (!(await attachFiles(db, user.personId, step.fileIds))) throw new Refusal('invalid', refusals.filesNotYours)
  if ((await steps.countMilestones(db, found.taskId, step.milestoneIds)) !== new Set(step.milestoneIds).size)
    throw new Refusal('invalid', refusals.noSuchMilestone)
  const until = step.event === 'hand-down' || step.event === 'ask-extension' || step.event === 'grant-extension' ? step.until : null
  if (step.event === 'ask-extension') await checkAsked(call, found, until)
  if (decidesExtension(step.event)) await decide(call, found, step.event, until)

  if (found.state === 'verified' && found.parentId !== null && !(await steps.reopensUnder(db, found.parentId)))
    throw new Refusal('conflict', refusals.parentDone)
  const moved = await steps.moveObligation(db, found, {
    state: move.to,
    at: now.toString(),
    ...(step.percent !== null && (step.event === 'progress' || step.event === 'report') ? { percent: step.percent } : {}),
    ...(step.event === 'report' ? { percent: 100, reportedOn: today, reportedBy: user.personId } : {}),
    ...(step.event === 'verify' ? { doneOn: found.reportedOn ?? today } : {}),
    ...(found.state === 'verified' ? { doneOn: null } : {}),
    ...reachedBy(step, found.state, found.reportedOn ?? today, today),
    ...(step.event === 'grant-extension' ? { extended: true } : {}),
  })
  if (!moved) throw new Refusal('conflict', refusals.stepChanged)
  const { obligationId, event, text, percent, figure, unit, fileIds } = step
  await steps.insertStep(db, {
    obligationId,
    event,
    text,
    percent,
    figure,
    unit,
    until,
    fileIds,
    from: found.state,
    to: move.to,
    personId: user.personId,
    holdingId: user.holdingId,
    bodyId: user.bodyId,
    day: today,
    at: now.toString(),
  })
  if (event === 'ask-extension' && until)
    await extensions.insertExtension(db, { obligationId, askedUntil: until, askedOn: today, askedBy: user.personId })
  if (event === 'hand-down') await handDown(call, found, step.bodyIds, until)
  if (event === 'give-on') await giveOn(call, found, step.bodyIds)
  about(obligationId)
  return { state: move.to, version: moved.version }
}

/** Steps that take up something new, which nobody does once the directive was recalled or replaced; what was done before may still be reported. */
const takesUp: readonly Event[] = ['accept', 'return', 'give-again', 'give-on', 'hand-down', 'ask-extension', 'grant-extension']

/** Why an event can't come now although the state allows it: nothing is taken up of a directive that was recalled or replaced, nothing closes while something handed down is open, and no verification is taken back under what is closed. */
function whyBlocked(
  event: Event,
  { state, openChildren, parentState, directiveState, takenBack }: Found,
): { word: Word; values?: Values } | undefined {
  if (takenBack && takesUp.includes(event)) return { word: refusals[`no-longer-${takenBack}`] }
  if (state === 'verified' && directiveState === 'closed') return { word: refusals.directiveClosed }
  if (state === 'verified' && (parentState === 'reported' || parentState === 'verified')) return { word: refusals.parentDone }
  if (!closes(event) || openChildren === 0) return undefined
  const word = event === 'withdraw' || event === 'give-on' ? refusals.childrenHold : words.childrenOpen
  return { word, values: { count: openChildren } }
}

/** Which milestones a step reaches: those named with progress, today; with verification all that are left, on the day of the report, until it is taken back. */
function reachedBy({ event, milestoneIds }: { event: Event; milestoneIds: readonly string[] }, state: State, reportedOn: string, today: string) {
  if (state === 'verified') return { isUndone: true }
  if (event === 'progress' && milestoneIds.length) return { reached: { milestoneIds, day: today } }
  if (event === 'verify') return { reached: { milestoneIds: 'all-left' as const, day: reportedOn } }
  return {}
}

async function handDown({ db, user, now, today, about }: Call, found: Found, bodyIds: readonly string[], ownDue: string | null): Promise<void> {
  if (bodyIds.length === 0) throw new Refusal('invalid', refusals.bodiesNeeded)
  if (bodyIds.includes(user.bodyId) || !(await reachesAll(db, user.bodyId, bodyIds, today))) throw new Refusal('forbidden', refusals.notSubordinate)
  if (ownDue !== null && found.finalDue !== null && ownDue > found.finalDue)
    throw new Refusal('invalid', refusals.notAfterOwn, { day: written(found.finalDue) })
  if (ownDue !== null && ownDue < today) throw new Refusal('invalid', refusals.notPast)
  const laid = await addObligations(db, {
    taskId: found.taskId,
    directiveId: found.directiveId,
    bodyIds,
    parentId: found.id,
    verifierId: found.bodyId,
    ownDue,
    day: today,
    at: now.toString(),
  })
  if (laid.length === 0) throw new Refusal('conflict', refusals.alreadyLies)
  about(...laid)
}

/** Lays what a body returned on another one in its place: confirmed by whoever confirmed it, due when it was due. */
async function giveOn({ db, user, now, today, about }: Call, found: Found, bodyIds: readonly string[]): Promise<void> {
  const [bodyId, ...more] = bodyIds
  if (bodyId === undefined || more.length) throw new Refusal('invalid', refusals.oneBodyNeeded)
  const receiver = await findReceiver(db, found.directiveId, bodyId, today)
  if (!receiver) throw new Refusal('invalid', refusals.noBodyThen)
  if (receiver.isOutOfReach) throw new Refusal('invalid', refusals.leadOutOfReach, { name: receiver.name })
  const verifierId = [found.verifierId, user.bodyId, found.issuerId].find((one) => one !== null && one !== bodyId) ?? user.bodyId
  const laid = await addObligations(db, {
    taskId: found.taskId,
    directiveId: found.directiveId,
    bodyIds,
    parentId: found.parentId,
    verifierId,
    ownDue: found.ownDue,
    replacesId: found.id,
    day: today,
    at: now.toString(),
  })
  if (laid.length === 0) throw new Refusal('conflict', refusals.alreadyLies)
  about(...laid)
}

export const assignTask: Answer<typeof endpoints.assignTask> = async ({ db, user, now, today, about }, { taskId, bodyId }) => {
  const task = await standingTask(db, user, today, taskId)
  if (task.endedOn !== null) throw new Refusal('conflict', refusals.taskEnded)
  const receiver = await findReceiver(db, task.directiveId, bodyId, today)
  if (!receiver) throw new Refusal('invalid', refusals.noBodyThen)
  if (receiver.isOutOfReach) throw new Refusal('invalid', refusals.leadOutOfReach, { name: receiver.name })
  const verifierId = bodyId === user.bodyId ? task.directive.issuerId : user.bodyId
  const [obligationId] = await addObligations(db, {
    taskId,
    directiveId: task.directiveId,
    bodyIds: [bodyId],
    parentId: null,
    verifierId: verifierId ?? user.bodyId,
    day: today,
    at: now.toString(),
  })
  if (!obligationId) throw new Refusal('conflict', refusals.alreadyLies)
  about(task.directiveId, taskId, obligationId)
  return { obligationId: obligationId as never }
}

export const meetCondition: Answer<typeof endpoints.meetCondition> = async ({ db, user, today, about }, { taskId, day }) => {
  const task = await standingTask(db, user, today, taskId)
  await steps.setConditionMet(db, taskId, day)
  about(task.directiveId, taskId)
  return {}
}

export const downloadEvidence: Answer<typeof endpoints.downloadEvidence> = async ({ db, user, today }, { obligationId, fileId }) => {
  await getObligation(db, user, today, obligationId)
  const file = await steps.evidence(db, obligationId, fileId)
  if (!file) throw new Refusal('missing', words.noObligation)
  return { name: file.name, mediaType: file.mediaType, content: { sha256: file.sha256 } }
}

export const obligationHistory: Answer<typeof endpoints.obligationHistory> = async ({ db, user, today }, { obligationId }) => {
  await getObligation(db, user, today, obligationId)
  return historyOf(db, obligationId, queries.nameable(obligationId, today))
}

/** An obligation the caller may see, or the refusal that there is none: which of the two is not said. */
async function getObligation(db: Database, user: Holder, day: string, obligationId: string) {
  const found = await queries.findObligation(db, user, day, obligationId)
  if (!found) throw new Refusal('missing', words.noObligation)
  return found
}

/** A task of a directive that is and stays issued for the rest of the transaction, whose standing body the caller acts for. */
async function standingTask(db: Database, user: Holder, day: string, taskId: string) {
  const home = await directiveOf(db, taskId)
  if (!home) throw new Refusal('missing', refusals.noTask)
  await getDirective(db, user, day, home.directiveId)
  const directive = await lockDirective(db, home.directiveId)
  const task = await lockTask(db, taskId)
  if (!task || task.droppedWhy !== null) throw new Refusal('missing', refusals.noTask)
  if (directive?.standingId !== user.bodyId || directive.state !== 'issued') throw new Refusal('forbidden', refusals.onlyStanding)
  if (!isInForce(directive)) throw new Refusal('conflict', directiveWords.takenBack)
  return { ...task, directive }
}

/** In which parts of an obligation the caller acts. */
function partsOf(found: { bodyId: string; verifierId: string; standingId: string; coordinates: boolean }, user: Holder): Part[] {
  const parts: Part[] = []
  if (found.bodyId === user.bodyId) parts.push('lead')
  if (found.verifierId === user.bodyId) parts.push('verifier')
  if (found.standingId === user.bodyId) parts.push('standing')
  if (found.coordinates) parts.push('coordinator')
  return parts
}
