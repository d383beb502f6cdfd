import { getDirective, lockDraft, whyNotIssuable } from '../../directives/actions.ts'
import { shortened } from '../../directives/naming.ts'
import { findTwins, provisionsOf } from '../../directives/queries.ts'
import { fold } from '../../directives/reading/words/plaintext.ts'
import type { Database } from '../../kernel/database.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Answer, Holder } from '../../kernel/serve.ts'
import { fill, type Values, type Word } from '../../kernel/words.ts'
import { written } from '../../paper/sheets.ts'
import type { endpoints } from '../contract.ts'
import * as queries from '../queries/drafts.ts'
import { countByLevel, countTasks, findLeadOutOfReach, tasksWithoutLead, unmatchedNames } from '../queries/issuing.ts'
import { citeFrom, homeOf } from '../reading.ts'
import { refusals } from '../refusals.ts'
import { wordStart } from '../rules.ts'
import { words } from '../words.ts'

export const listTasks: Answer<typeof endpoints.listTasks> = async ({ db, user, today }, { directiveId }) => {
  const directive = await getDirective(db, user, today, directiveId)
  const tasks = await queries.tasksOf(db, directiveId, directive.effectiveOn ?? directive.issuedOn ?? today)
  return directive.state === 'draft' ? tasks : tasks.filter((task) => task.droppedWhy === null)
}

export const listCorrections: Answer<typeof endpoints.listCorrections> = async ({ db, user, today }, { directiveId }) => {
  const directive = await getDirective(db, user, today, directiveId)
  return directive.isOpen || directive.ownerId === user.bodyId ? queries.correctionsOf(db, directiveId) : []
}

export const addTask: Answer<typeof endpoints.addTask> = async ({ db, user, about }, { directiveId, from, to, roles, milestones, ...facts }) => {
  const draft = await lockDraft(db, user, directiveId)
  refuseBoth(roles)
  if ((from === null) !== (to === null) || (from !== null && to !== null && (to <= from || to > draft.text.length)))
    throw new Refusal('invalid', refusals.notInText)
  const provisions = await provisionsOf(db, directiveId)
  const home = from === null ? undefined : homeOf(provisions, from)
  const [taskId] = await queries.insertTasks(db, draft.id, [
    {
      ...facts,
      provisionId: home?.id ?? null,
      address: home ? citeFrom(provisions, home.id) : '',
      position: from ?? draft.text.length,
      from,
      to,
      origin: 'hand',
      doubts: [],
      roles: roles.map((role) => ({ ...role, ...wordsIn(draft.text, from, to, role.named) })),
      milestones: milestones.map((milestone) => ({ ...milestone, ...wordsIn(draft.text, from, to, milestone.worded) })),
    },
  ])
  about(directiveId, taskId as string)
  return { taskId: taskId as never }
}

export const editTask: Answer<typeof endpoints.editTask> = async ({ db, user, today, about }, { taskId, version, roles, milestones, ...facts }) => {
  const task = await lockDraftTask(db, user, taskId, version)
  refuseBoth(roles)
  const [oldRoles, oldMilestones] = [await queries.roleRowsOf(db, taskId), await queries.milestonesOf(db, taskId)]
  about(task.directiveId, taskId)
  await queries.updateTask(db, taskId, {
    ...facts,
    roles: roles.map((role) => ({ ...role, ...place(oldRoles.find((old) => old.named === role.named && old.role === role.role)) })),
    milestones: milestones.map((milestone) => ({ ...milestone, ...place(oldMilestones.find((old) => old.worded === milestone.worded)) })),
  })
  const { effectiveOn, issuedOn } = await getDirective(db, user, today, task.directiveId)
  const now = await queries.taskOf(db, task.directiveId, taskId, effectiveOn ?? issuedOn ?? today)
  return { version: now.version, task: now }
}

export const splitTask: Answer<typeof endpoints.splitTask> = async ({ db, user, about }, { taskId, version, at }) => {
  const task = await lockDraftTask(db, user, taskId, version)
  const seam = wordStart(task.text, at)
  const [first, second] = [task.text.slice(0, seam).trim(), task.text.slice(seam).trim()]
  if (first.length < 3 || second.length < 3) throw new Refusal('invalid', refusals.badSplit)
  const [roles, milestones] = [await queries.roleRowsOf(db, taskId), await queries.milestonesOf(db, taskId)]
  const isOnlyIn = (said: string, one: string, other: string) => said !== '' && fold(one).includes(fold(said)) && !fold(other).includes(fold(said))
  const isOfSecond = (said: string) => isOnlyIn(said, second, first)
  const isSecond = (milestone: { worded: string }) => isOfSecond(milestone.worded)
  const [firstProduct, secondProduct] = isOfSecond(task.product)
    ? ['', task.product]
    : [task.product, first.includes(task.product) ? '' : task.product]
  // who is named in the first part alone has no part in the second, unless nobody else leads there: the sentence goes on with them
  const ofSecond = roles.filter(({ named }) => !isOnlyIn(named, first, second))
  const rolesOfSecond = ofSecond.some(({ role }) => role === 'lead') ? ofSecond : [...roles.filter(({ role }) => role === 'lead'), ...ofSecond]
  const kept = { condition: task.condition, isStanding: task.isStanding }
  await queries.updateTask(db, taskId, {
    ...kept,
    roles: roles.filter(({ named }) => !isOfSecond(named)),
    text: first,
    product: firstProduct,
    milestones: milestones.filter((milestone) => !isSecond(milestone)),
  })
  const [newId] = await queries.insertTasks(db, task.directiveId, [
    {
      ...kept,
      roles: rolesOfSecond,
      text: second,
      product: secondProduct,
      milestones: milestones.filter(isSecond),
      provisionId: task.provisionId,
      address: task.address,
      position: await queries.placeBehind(db, task.directiveId, task.position),
      origin: 'hand',
      doubts: [],
      from: task.spanFrom,
      to: task.spanTo,
    },
  ])
  about(task.directiveId, taskId, newId as string)
  return { taskIds: [taskId, newId as never] }
}

export const mergeTasks: Answer<typeof endpoints.mergeTasks> = async ({ db, user, about }, { directiveId, taskIds }) => {
  await lockDraft(db, user, directiveId)
  const tasks = await queries.lockTasks(db, directiveId, taskIds)
  const [first, ...rest] = tasks
  if (!first || tasks.length !== new Set(taskIds).size || tasks.some((task) => task.droppedWhy !== null))
    throw new Refusal('conflict', refusals.notTogether)
  const roles = (await Promise.all(tasks.map((task) => queries.roleRowsOf(db, task.id)))).flat()
  const milestones = (await Promise.all(tasks.map((task) => queries.milestonesOf(db, task.id)))).flat()
  const once = <T>(rows: T[], key: (row: T) => string) => [...new Map(rows.map((row) => [key(row), row])).values()]
  const joined = (pick: (task: (typeof tasks)[number]) => string, by: string) => [...new Set(tasks.map(pick).filter(Boolean))].join(by)
  await queries.updateTask(db, first.id, {
    text: tasks.map((task) => task.text).join(' '),
    product: joined((task) => task.product, '; '),
    condition: joined((task) => task.condition, '; '),
    isStanding: tasks.every((task) => task.isStanding),
    roles: once(roles, (role) => `${role.role} ${role.named}`),
    milestones: once(milestones, (milestone) => `${milestone.worded} ${milestone.due}`),
  })
  const why = fill(refusals.mergedInto, { text: shortened(first.text, 80) }).vi
  for (const task of rest) await queries.setDropped(db, task.id, why, { into: first.id, at: first.version })
  about(directiveId, ...taskIds)
  return { taskId: first.id as never }
}

export const dropTask: Answer<typeof endpoints.dropTask> = async ({ db, user, about }, { taskId, version, why }) => {
  const task = await lockDraftTask(db, user, taskId, version)
  await queries.setDropped(db, taskId, why)
  about(task.directiveId, taskId)
  return {}
}

export const restoreTask: Answer<typeof endpoints.restoreTask> = async ({ db, user, about }, { taskId }) => {
  const task = await lockDraftTask(db, user, taskId)
  if (task.mergedInto !== null && task.mergedAt !== null) about(...(await partAgain(db, { into: task.mergedInto, at: task.mergedAt })))
  else await queries.setDropped(db, taskId, null)
  about(task.directiveId, taskId)
  return {}
}

/** Undoes a joining of tasks: the one they were joined into says again what it said before, and all the others come back. Gives the ids of all. */
async function partAgain(db: Database, merge: queries.Merge): Promise<string[]> {
  const before = await queries.beforeMerge(db, merge)
  if (!before) throw new Refusal('conflict', refusals.mergedChanged)
  const [roles, milestones] = [await queries.roleRowsOf(db, merge.into), await queries.milestonesOf(db, merge.into)]
  const { text, product, condition, isStanding } = before
  await queries.updateTask(db, merge.into, {
    text,
    product,
    condition,
    isStanding,
    roles: roles.filter((role) => before.roles.some((old) => old.role === role.role && old.named === role.named)),
    milestones: milestones.filter((milestone) => before.milestones.some((old) => old.worded === milestone.worded && old.due === milestone.due)),
  })
  return [merge.into, ...(await queries.restoreMerged(db, merge))]
}

export const checkTask: Answer<typeof endpoints.checkTask> = async ({ db, user, about }, { taskId, checked }) => {
  const task = await lockDraftTask(db, user, taskId)
  await queries.setChecked(db, taskId, checked)
  about(task.directiveId, taskId)
  return {}
}

export const matchName: Answer<typeof endpoints.matchName> = async ({ db, user, about }, { directiveId, named, ...to }) => {
  await lockDraft(db, user, directiveId)
  refuseBoth([to])
  about(directiveId)
  return { changed: await queries.matchEverywhere(db, directiveId, named, to) }
}

export const previewIssue: Answer<typeof endpoints.previewIssue> = async ({ db, user, today, language }, { directiveId, effectiveOn }) => {
  const draft = await getDirective(db, user, today, directiveId)
  const day = effectiveOn ?? today
  const [tasks, levels, unmatched, withoutLead, refusal, outside, twins] = await Promise.all([
    countTasks(db, directiveId),
    countByLevel(db, directiveId, day),
    unmatchedNames(db, directiveId, day),
    tasksWithoutLead(db, directiveId, day),
    draft.issuerId && draft.standingId ? whyNotIssuable(db, user, today, draft, day) : undefined,
    draft.issuerId ? findLeadOutOfReach(db, directiveId, day) : undefined,
    findTwins(db, user, today, draft),
  ])
  const say = (word: Word, values: Values = {}) => fill(word, values)[language]
  const sum = (pick: (level: (typeof levels)[number]) => number) => levels.reduce((total, level) => total + pick(level), 0)
  return {
    tasks,
    levels,
    unmatched,
    withoutLead,
    obligations: sum((level) => level.obligations),
    bodies: sum((level) => level.bodies),
    refusals: [...(refusal ? [refusal.sentence[language]] : []), ...(outside ? [say(refusals.leadOutOfReach, outside)] : [])],
    cautions: [
      ...twins.map(({ state, title }) => say(words[`twin-${state}`], { title: shortened(title, 90) })),
      ...(draft.issuedOn && day < draft.issuedOn ? [say(words.givenBefore, { day: written(draft.issuedOn) })] : []),
    ],
  }
}

/** A task of the caller's draft, locked; refused when it changed since it was seen. */
async function lockDraftTask(db: Database, user: Holder, taskId: string, version?: number) {
  const home = await queries.directiveOf(db, taskId)
  if (home) await lockDraft(db, user, home.directiveId) // always before its tasks, so that two never wait for each other
  const task = await queries.lockTask(db, taskId)
  if (!task) throw new Refusal('missing', refusals.noTask)
  if (version !== undefined && task.version !== version) throw new Refusal('conflict', refusals.taskChanged)
  return task
}

/** A name stands for a body or for a class, not for both. */
function refuseBoth(roles: readonly { bodyId: string | null; classId: string | null }[]): void {
  if (roles.some(({ bodyId, classId }) => bodyId !== null && classId !== null)) throw new Refusal('invalid', refusals.bodyOrClass)
}

const place = (old: { from: number | null; to: number | null } | undefined) => ({ from: old?.from ?? null, to: old?.to ?? null })

/** Where some words stand in a stretch of a text, however it is broken into lines. */
function wordsIn(text: string, from: number | null, to: number | null, said: string): { from: number | null; to: number | null } {
  if (from === null || to === null) return { from: null, to: null }
  const pattern = said.split(/\s+/).map(RegExp.escape).join('\\s+')
  const found = new RegExp(pattern, 'iu').exec(text.slice(from, to))
  return found ? { from: from + found.index, to: from + found.index + found[0].length } : { from: null, to: null }
}
