import { lockDraft } from '../../directives/actions.ts'
import { fold } from '../../directives/reading/words/plaintext.ts'
import type { Database } from '../../kernel/database.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Answer, Call, Holder } from '../../kernel/serve.ts'
import * as queries from '../queries/drafts.ts'
import { refusals } from '../refusals.ts'
import type { endpoints } from './contract.ts'

export const nameInTasks: Answer<typeof endpoints.nameInTasks> = async (call, { directiveId, taskIds, role, named, bodyId, classId, instead }) => {
  if (bodyId !== null && classId !== null) throw new Refusal('invalid', refusals.bodyOrClass)
  const { db, about } = call
  const tasks = await lockedTasks(call, directiveId, taskIds)
  if (tasks.some(({ droppedWhy }) => droppedWhy !== null)) throw new Refusal('conflict', refusals.someDropped)
  const given = { role, named, bodyId, classId, settled: false, from: null, to: null }
  const isGiven = (one: queries.RoleRow) =>
    one.role === role && ((bodyId ?? classId) ? one.bodyId === bodyId && one.classId === classId : one.named === named)
  // a name that nobody has matched yet is matched, not written twice
  const isOpen = (one: queries.RoleRow) =>
    one.role === role && fold(one.named) === fold(named) && one.bodyId === null && one.classId === null && !isGiven(one)
  let changed = 0
  for (const { id, text, product, condition, isStanding } of tasks) {
    const roles = await queries.roleRowsOf(db, id)
    const has = roles.some(isGiven)
    if (has && (!instead || roles.filter((one) => one.role === role).length === 1)) continue
    const kept = roles.filter((one) => !isOpen(one) && (one.role !== role || !instead || isGiven(one)))
    const { from, to } = roles.find(isOpen) ?? given
    const milestones = await queries.milestonesOf(db, id)
    await queries.updateTask(db, id, { text, product, condition, isStanding, milestones, roles: has ? kept : [{ ...given, from, to }, ...kept] })
    changed++
  }
  about(directiveId, ...taskIds)
  return { changed }
}

export const dropTasks: Answer<typeof endpoints.dropTasks> = async (call, { directiveId, taskIds, why }) => {
  const { db, about } = call
  const live = (await lockedTasks(call, directiveId, taskIds)).filter(({ droppedWhy }) => droppedWhy === null)
  for (const { id } of live) await queries.setDropped(db, id, why)
  about(directiveId, ...live.map(({ id }) => id))
  return { changed: live.length }
}

export const restoreTasks: Answer<typeof endpoints.restoreTasks> = async (call, { directiveId, taskIds }) => {
  const { db, about } = call
  const dropped = (await lockedTasks(call, directiveId, taskIds)).filter(({ droppedWhy }) => droppedWhy !== null)
  if (dropped.some(({ mergedInto }) => mergedInto !== null)) throw new Refusal('conflict', refusals.someMerged)
  for (const { id } of dropped) await queries.setDropped(db, id, null)
  about(directiveId, ...dropped.map(({ id }) => id))
  return { changed: dropped.length }
}

export const checkTasks: Answer<typeof endpoints.checkTasks> = async (call, { directiveId, taskIds, checked }) => {
  const { db, about } = call
  const turned = (await lockedTasks(call, directiveId, taskIds)).filter((task) => task.droppedWhy === null && task.checked !== checked)
  for (const { id } of turned) await queries.setChecked(db, id, checked)
  about(directiveId, ...turned.map(({ id }) => id))
  return { changed: turned.length }
}

/** Tasks of the caller's draft, locked; refused where one of them is not there. */
async function lockedTasks({ db, user }: { db: Database; user: Holder } & Pick<Call, 'about'>, directiveId: string, taskIds: readonly string[]) {
  await lockDraft(db, user, directiveId)
  const tasks = await queries.lockTasks(db, directiveId, taskIds)
  if (tasks.length !== new Set(taskIds).size) throw new Refusal('missing', refusals.noTask)
  return tasks
}
