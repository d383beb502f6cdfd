import { keyOf } from '../../directives/comparison/align.ts'
import type { Word } from '../../kernel/words.ts'
import type { Task, TaskRole } from '../contract.ts'
import type { MilestoneRow, RoleRow, TaskRow } from '../queries/drafts.ts'
import { type Hit, saidIn } from './hits.ts'
import type { Relaid } from './queries.ts'

type Match = Pick<TaskRole, 'bodyId' | 'classId' | 'settled'>
type Sentences = { hitByHand: Word; placeLost: Word; gone: string }

/** What names were matched to, or settled as, in some tasks: what a clerk has said once stays said. */
export const matchesIn = (tasks: readonly Task[]): Map<string, Match> =>
  new Map(
    tasks.flatMap(({ roles }) =>
      roles.filter(({ bodyId, classId, settled }) => bodyId || classId || settled).map((role): [string, Match] => [keyOf(role.named), role]),
    ),
  )

/** A row of which the names stand for what they stood for before. */
export const withMatches = <Row extends TaskRow>(row: Row, matches: ReadonlyMap<string, Match>): Row => ({
  ...row,
  roles: row.roles.map((role) => {
    const { bodyId, classId, settled } = matches.get(keyOf(role.named)) ?? role
    return { ...role, bodyId, classId, settled }
  }),
})

/** How the tasks of a draft lie once the other file is its text, those that were hit: the untouched follow it, the corrected keep the correction at the new place of their words. */
export function relay(hits: readonly Hit[], matches: ReadonlyMap<string, Match>, say: Sentences, end: number): { laid: Relaid[]; added: TaskRow[] } {
  const added = hits.flatMap((hit) => (hit.kind === 'new' ? [withMatches(hit.row, matches)] : []))
  const laid = hits.flatMap((hit): Relaid[] => {
    if (hit.kind === 'new') return []
    const { task, kind } = hit
    if (kind === 'gone')
      return [task.edited || task.droppedWhy !== null ? lost(task, say.placeLost, end) : { ...lost(task, null, end), droppedWhy: say.gone }]
    const row = withMatches(hit.row, matches)
    const checked = kind === 'same' && task.checked
    const kept = { id: task.id, checked, droppedWhy: task.droppedWhy }
    if (!task.edited) return [{ ...row, ...kept, read: null }]
    const { provisionId, position, address, from, to, certainty } = row
    const doubts = kind === 'same' ? row.doubts : [...row.doubts, { field: 'text', why: say.hitByHand }]
    return [
      { ...ownOf(task, row), ...kept, provisionId, position, address, from, to, ...(certainty ? { certainty } : {}), doubts, read: saidIn(row) },
    ]
  })
  return { laid, added }
}

/** A task of which the words are not in the text any more, or were never read there. */
function lost(task: Task, why: Word | null, end: number): Relaid {
  return {
    ...ownOf(task, null),
    id: task.id,
    provisionId: null,
    position: end,
    from: null,
    to: null,
    checked: why === null && task.checked,
    read: task.read,
    droppedWhy: task.droppedWhy,
    certainty: [],
    doubts: why === null ? [] : [{ field: 'text', why }],
  }
}

/** A task added by hand, where its words stand in the new text; kept without a place where they do not. */
export function replace(
  task: Task,
  before: string,
  after: string,
  provisions: readonly { id: string; from: number; to: number }[],
  why: Word,
): Relaid {
  const words = task.from === null || task.to === null ? '' : before.slice(task.from, task.to)
  const from = words === '' ? -1 : after.indexOf(words)
  if (from < 0) return lost(task, words === '' ? null : why, after.length)
  const home = provisions.findLast((provision) => provision.from <= from && from < provision.to)
  return {
    ...lost(task, null, after.length),
    provisionId: home?.id ?? null,
    position: from + 0.5,
    from,
    to: from + words.length,
    doubts: task.doubts,
  }
}

/** What a task says now, its names and deadlines at their places in a row where that has them too. */
function ownOf(task: Task, row: TaskRow | null): Omit<TaskRow, 'provisionId' | 'position' | 'from' | 'to' | 'doubts' | 'certainty'> {
  const { address, text, product, condition, isStanding, origin } = task
  const place = (found: { from: number | null; to: number | null } | undefined) => ({ from: found?.from ?? null, to: found?.to ?? null })
  const roles = task.roles.map(
    ({ role, named, bodyId, classId, settled }): RoleRow => ({
      ...{ role, named, bodyId, classId, settled },
      ...place(row?.roles.find((one) => one.role === role && keyOf(one.named) === keyOf(named))),
    }),
  )
  const milestones = task.milestones.map(
    ({ worded, due, kind, what }): MilestoneRow => ({
      ...{ worded, due, kind, what },
      ...place(row?.milestones.find((one) => keyOf(one.worded) === keyOf(worded))),
    }),
  )
  return { address, text, product, condition, isStanding, origin, roles, milestones }
}
