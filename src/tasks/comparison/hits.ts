import { align } from '../../directives/comparison/align.ts'
import type { Said, Task } from '../contract.ts'
import type { TaskRow } from '../queries/drafts.ts'
import { differing, type TaskField } from '../rules.ts'

/** A task of the register, with the address of its provision as it is called in the other document. */
export type Held = { task: Task; place: string }
/** What another file of a document does to a task: nothing, changes it in some fields, knows it no more, or brings a new one. */
export type Hit =
  | { kind: 'same' | 'changed'; task: Task; row: TaskRow; fields: TaskField[] }
  | { kind: 'gone'; task: Task; row: null; fields: [] }
  | { kind: 'new'; task: null; row: TaskRow; fields: [] }

/** What was read of a task, whatever a clerk has made of it since. */
export const readOf = (task: Task): Said => task.read ?? task

/** All that a row says, as it is held against a task. */
export const saidIn = ({ text, product, condition, isStanding, roles, milestones }: TaskRow): Said => ({
  text,
  product,
  condition,
  isStanding,
  roles: roles.map(({ role, named, bodyId, classId }) => ({ role, named, bodyId, classId })),
  milestones: milestones.map(({ worded, due }) => ({ worded, due })),
})

/** Which tasks another file hits, in its order, and how: held against what was read of each, so that a correction by hand is no change of the document. Tasks added by hand were not read, and are not hit. */
export function hitsOf(held: readonly Held[], rows: readonly (TaskRow & { place: string })[]): Hit[] {
  const read = held.filter(({ task }) => task.origin === 'read')
  return align(
    read.map(({ task, place }) => ({ text: readOf(task).text, place })),
    rows.map(({ text, place }) => ({ text, place })),
  ).map(({ before, after }): Hit => {
    const task = before === null ? null : (read[before] as Held).task
    const row = after === null ? null : (rows[after] as TaskRow)
    if (!task) return { kind: 'new', task, row: row as TaskRow, fields: [] }
    if (!row) return { kind: 'gone', task, row, fields: [] }
    const fields = differing(readOf(task), saidIn(row))
    return { kind: fields.length ? 'changed' : 'same', task, row, fields }
  })
}
