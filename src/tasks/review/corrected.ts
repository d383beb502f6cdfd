import type { Said, Task } from '../contract.ts'
import { differing, type TaskField } from '../rules.ts'

/** The fields of a task that a clerk has changed from what was read. */
export const byHandIn = (task: Task): TaskField[] => (task.read ? differing(task.read, task) : [])

/** What was read in a field, as a line. */
export function readIn({ roles, milestones, text, product, condition }: Said, field: TaskField): string {
  if (field === 'text') return text
  if (field === 'product') return product
  if (field === 'condition') return condition
  if (field === 'milestones') return milestones.map(({ worded }) => `«${worded}»`).join('; ')
  return roles.flatMap(({ role, named }) => (role === field ? [named] : [])).join('; ')
}
