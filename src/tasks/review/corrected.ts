import { Role, type Said, type Task } from '../contract.ts'

/** A field of a task: its words, the bodies in one role, its deadlines, its product, its condition, whether it ever ends. */
export type TaskField = 'text' | Role | 'milestones' | 'product' | 'condition' | 'standing'

/** What a field says, to be held against another version of it: the order of names says nothing. */
function saidIn(said: Pick<Said, 'text' | 'product' | 'condition' | 'isStanding'> & Parts, field: TaskField): string {
  switch (field) {
    case 'text':
    case 'product':
    case 'condition':
      return said[field]
    case 'standing':
      return String(said.isStanding)
    case 'milestones':
      return said.milestones
        .map(({ worded, due }) => `${worded} ${due}`)
        .sort()
        .join('\n')
    default:
      return said.roles
        .flatMap(({ role, named }) => (role === field ? [named] : []))
        .sort()
        .join('\n')
  }
}
type Parts = { roles: readonly { role: Role; named: string }[]; milestones: readonly { worded: string; due: string | null }[] }

const fields: readonly TaskField[] = ['text', ...Role.options, 'milestones', 'product', 'condition', 'standing']

/** The fields in which two versions of a task differ. */
export const differing = (before: Parameters<typeof saidIn>[0], after: Parameters<typeof saidIn>[0]): TaskField[] =>
  fields.filter((field) => saidIn(before, field) !== saidIn(after, field))

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
