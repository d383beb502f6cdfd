import { z } from 'zod'
import { fold } from '../../ui/table/columns.ts'
import type { Task, TaskRole } from '../contract.ts'

/** Which tasks of a draft a clerk wants before them. */
export const Filter = z.enum(['all', 'unchecked', 'doubts', 'unmatched', 'leadless', 'edited', 'dropped'])
export type Filter = z.infer<typeof Filter>

/** A name that nobody has matched or settled yet. */
export const isUnknown = ({ bodyId, classId, settled }: Pick<TaskRole, 'bodyId' | 'classId' | 'settled'>): boolean => !bodyId && !classId && !settled

const isLive = ({ droppedWhy }: Task): boolean => droppedWhy === null

/** Every name that leads is dealt with, and yet they come to no body: an open class, or a name settled as none of the registry. */
export const isLeadless = ({ roles }: Task): boolean => {
  const leads = roles.filter(({ role }) => role === 'lead')
  return !leads.some(isUnknown) && leads.every(({ bodies }) => bodies === 0)
}

/** Whether a task belongs under a filter; dropped ones only under their own. */
export const fits: Record<Filter, (task: Task) => boolean> = {
  all: isLive,
  unchecked: (task) => isLive(task) && !task.checked,
  doubts: (task) => isLive(task) && !task.checked && task.doubts.length > 0,
  unmatched: (task) => isLive(task) && task.roles.some(isUnknown),
  leadless: (task) => isLive(task) && isLeadless(task),
  edited: (task) => isLive(task) && (task.edited || task.origin === 'hand'),
  dropped: (task) => !isLive(task),
}

export type UnknownName = { named: string; tasks: Task[] }

/** Every name still unknown, each once however it is spelt, with the live tasks it stands in; the most frequent first. */
export function unknownNames(tasks: readonly Task[]): UnknownName[] {
  const names = new Map<string, UnknownName>()
  for (const task of tasks.filter(isLive)) {
    for (const { named } of task.roles.filter(isUnknown)) {
      const held = names.get(fold(named)) ?? { named, tasks: [] }
      if (!held.tasks.includes(task)) held.tasks.push(task)
      names.set(fold(named), held)
    }
  }
  return [...names.values()].sort((a, b) => b.tasks.length - a.tasks.length)
}
