import { z } from 'zod'
import { fold } from '../../ui/table/columns.ts'
import type { Task, TaskRole } from '../contract.ts'

/** Which tasks of a draft a clerk wants before them. */
export const Filter = z.enum(['all', 'doubts', 'unchecked', 'unmatched', 'leadless', 'edited', 'dropped'])
export type Filter = z.infer<typeof Filter>

/** A name that nobody has matched or settled yet, or that is matched to a class with nobody in it. */
export const isUnknown = ({ bodyId, classId, settled, isOpen, bodies }: Omit<TaskRole, 'role' | 'named'>): boolean =>
  !settled && !bodyId && (!classId || (bodies === 0 && !isOpen))

const isLive = ({ droppedWhy }: Task): boolean => droppedWhy === null

/** Every name that leads is dealt with, and yet they come to no body: an open class, or a name settled as none of the registry. */
export const isLeadless = ({ roles }: Task): boolean => {
  const leads = roles.filter(({ role }) => role === 'lead')
  return !leads.some(isUnknown) && leads.every(({ bodies }) => bodies === 0)
}

/** A task that nobody has looked over, in which the reader was not sure of something. */
const isDoubtful = ({ checked, doubts, certainty }: Task): boolean => !checked && (doubts.length > 0 || certainty.some(({ sure }) => sure === 'low'))

/** Whether a task belongs under a filter; dropped ones only under their own. */
export const fits: Record<Filter, (task: Task) => boolean> = {
  all: isLive,
  unchecked: (task) => isLive(task) && !task.checked,
  doubts: (task) => isLive(task) && isDoubtful(task),
  unmatched: (task) => isLive(task) && task.roles.some(isUnknown),
  leadless: (task) => isLive(task) && isLeadless(task),
  edited: (task) => isLive(task) && (task.edited || task.origin === 'hand'),
  dropped: (task) => !isLive(task),
}

/** Where the next task stands that is to be looked at again, after a place or before it, all the way round; the place itself where there is none. */
export function nextDoubtful(shown: readonly Task[], index: number, step: 1 | -1): number {
  const length = shown.length
  const from = index < 0 && step < 0 ? 0 : index
  for (let i = 1; i <= length; i++) {
    const at = (((from + step * i) % length) + length) % length
    const task = shown[at]
    if (task && fits.doubts(task)) return at
  }
  return Math.max(0, index)
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
