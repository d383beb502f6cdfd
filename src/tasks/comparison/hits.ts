import { align } from '../../directives/comparison/align.ts'
import type { Said, Task } from '../contract.ts'
import type { TaskRow } from '../queries/drafts.ts'
import { byHandIn, differing, type TaskField } from '../rules.ts'

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
  milestones: milestones.map(({ worded, due, kind, what }) => ({ worded, due, kind, what })),
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

/** A task as a clerk sees it, with those joined into it: what the file so far and the other one say of it, and which fields a person has corrected. */
export type Change = {
  kind: 'same' | 'changed' | 'gone' | 'new'
  task: Task | null
  address: string
  before: Said | null
  after: Said | null
  fields: TaskField[]
  byHand: TaskField[]
}

/** What another file does to every task that is not dropped, and to those added by hand: these have a place in it, or lose it. */
export function changesIn(hits: readonly Hit[], tasks: readonly Task[], placeOf: (task: Task) => Place | null): Change[] {
  const parts = Map.groupBy(
    hits.filter(({ task }) => task?.mergedInto),
    ({ task }) => hostOf(task as Task, tasks),
  )
  const read = hits.flatMap((hit): Change[] => {
    if (!hit.task) return [{ kind: 'new', task: null, address: hit.row.address, before: null, after: saidIn(hit.row), fields: [], byHand: [] }]
    if (hit.task.droppedWhy !== null) return []
    const { task, kind } = hit
    const all = [hit, ...(parts.get(task.id) ?? [])]
    const before = together(all.flatMap((one) => (one.task ? [readOf(one.task)] : [])))
    const after = together(all.flatMap(({ row }) => (row ? [saidIn(row)] : [])))
    const whole = all.every((one) => one.kind === kind) ? kind : 'changed'
    const fields = whole === 'changed' && before && after ? differing(before, after) : []
    return [{ kind: whole, task, address: task.address || (hit.row?.address ?? ''), before, after, fields, byHand: byHandIn(task) }]
  })
  const added = tasks.filter(({ origin, droppedWhy }) => origin === 'hand' && droppedWhy === null)
  const moved = added.map((task): Change => {
    const place = placeOf(task)
    const kind = place === null ? 'gone' : place.isWhole ? 'same' : 'changed'
    return { kind, task, address: task.address, before: task, after: kind === 'gone' ? null : task, fields: [], byHand: [] }
  })
  return inPlace(read, moved)
}

/** Where the words of a task added by hand stand in the other file; `isWhole` when all stands there that it was taken from. */
export type Place = { from: number; to: number; isWhole: boolean }

/** The task that another was joined into at last. */
function hostOf(task: Task, tasks: readonly Task[]): string {
  let host = task
  for (let left = tasks.length; left > 0 && host.mergedInto !== null; left--)
    host = tasks.find(({ id }) => id === host.mergedInto) ?? { ...host, mergedInto: null }
  return host.id
}

/** What several tasks say as one. */
function together(all: readonly Said[]): Said | null {
  const [first, ...more] = all
  if (!first || more.length === 0) return first ?? null
  const joined = (pick: (said: Said) => string, by: string) => [...new Set(all.map(pick).filter(Boolean))].join(by)
  const once = <T>(rows: readonly T[], key: (row: T) => string) => [...new Map(rows.map((row) => [key(row), row])).values()]
  return {
    text: joined(({ text }) => text, ' '),
    product: joined(({ product }) => product, '; '),
    condition: joined(({ condition }) => condition, '; '),
    isStanding: all.every(({ isStanding }) => isStanding),
    roles: once(
      all.flatMap(({ roles }) => roles),
      ({ role, named }) => `${role} ${named}`,
    ),
    milestones: once(
      all.flatMap(({ milestones }) => milestones),
      ({ worded, due }) => `${worded} ${due}`,
    ),
  }
}

/** Changes in the order of the document so far: those of tasks added by hand behind what stands before them. */
function inPlace(read: readonly Change[], added: readonly Change[]): Change[] {
  const all = [...read]
  for (const change of added) {
    const at = change.task?.from ?? Number.POSITIVE_INFINITY
    const before = all.findLastIndex(({ task }) => task !== null && task.from !== null && task.from <= at)
    all.splice(before + 1, 0, change)
  }
  return all
}
