import { keyOf } from '../../directives/comparison/align.ts'
import type { Word } from '../../kernel/words.ts'
import { Role, type Task, type TaskRole } from '../contract.ts'
import type { MilestoneRow, RoleRow, TaskRow } from '../queries/drafts.ts'
import { byHandIn } from '../rules.ts'
import { type Hit, type Place, saidIn } from './hits.ts'
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

/**
 * How the tasks of a draft lie once the other file is its text, those that were read: every field follows it but the corrected ones, which keep the correction.
 * `isHit` tells which were hit themselves, or in what was joined into them.
 */
export function relay(
  hits: readonly Hit[],
  matches: ReadonlyMap<string, Match>,
  isHit: (taskId: string) => boolean,
  say: Sentences,
  end: number,
): { laid: Relaid[]; added: TaskRow[] } {
  const added = hits.flatMap((hit) => (hit.kind === 'new' ? [withMatches(hit.row, matches)] : []))
  const laid = hits.flatMap((hit): Relaid[] => {
    if (hit.kind === 'new') return []
    const { task, kind } = hit
    if (kind === 'gone')
      return [task.edited || task.droppedWhy !== null ? lost(task, say.placeLost, end) : { ...lost(task, null, end), droppedWhy: say.gone }]
    const row = withMatches(withMatches(hit.row, matches), matchesIn([task]))
    const checked = !isHit(task.id) && task.checked
    const kept = { id: task.id, checked, droppedWhy: task.droppedWhy }
    if (!task.edited) return [{ ...row, ...kept, read: null }]
    const doubts = isHit(task.id) ? [...row.doubts, { field: 'text', why: say.hitByHand }] : row.doubts
    return [{ ...row, ...correctedIn(task, row), ...kept, doubts, read: saidIn(row) }]
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

/** Where a task added by hand stands in the new text, however that breaks its lines: all that it was taken from, else its own words; null where neither does. One that was taken from no words loses none. */
export function placeIn(task: Task, before: string, after: string): Place | null {
  if (task.from === null || task.to === null) return { from: after.length, to: after.length, isWhole: true }
  const near = (task.from / (before.length || 1)) * after.length
  const whole = findNear(after, before.slice(task.from, task.to), near)
  const found = whole ?? findNear(after, task.text, near)
  return found && { ...found, isWhole: whole !== null }
}

/** Where some words stand in a text, whatever the space between them; the nearest to a place where they stand more than once. */
function findNear(text: string, words: string, near: number): { from: number; to: number } | null {
  const pattern = words.trim().split(/\s+/).map(RegExp.escape).join('\\s+')
  if (pattern === '') return null
  const found = [...text.matchAll(new RegExp(pattern, 'gu'))].map((match) => ({ from: match.index, to: match.index + match[0].length }))
  return found.sort((one, other) => Math.abs(one.from - near) - Math.abs(other.from - near))[0] ?? null
}

type Home = { id: string; from: number; to: number }

/** A task added by hand, where its words stand in the new text; kept without a place where they do not, and to be looked at where what is around them was changed. */
export function replace(
  task: Task,
  place: Place | null,
  provisions: readonly Home[],
  cite: (id: string) => string,
  say: Sentences,
  end: number,
): Relaid {
  if (place === null || place.to === place.from) return lost(task, place === null ? say.placeLost : null, end)
  const { from, to, isWhole } = place
  const home = provisions.findLast((provision) => provision.from <= from && from < provision.to)
  return {
    ...lost(task, null, end),
    provisionId: home?.id ?? null,
    address: home ? cite(home.id) : '',
    position: from + 0.5,
    from,
    to,
    checked: isWhole && task.checked,
    doubts: isWhole ? task.doubts : [{ field: 'text', why: say.hitByHand }],
  }
}

/** The fields of a task that a person has corrected, to be laid over what the other file says. */
function correctedIn(task: Task, row: TaskRow): Partial<TaskRow> {
  const byHand = new Set(byHandIn(task))
  const own = ownOf(task, row)
  return {
    ...(byHand.has('text') ? { text: own.text } : {}),
    ...(byHand.has('product') ? { product: own.product } : {}),
    ...(byHand.has('condition') ? { condition: own.condition } : {}),
    ...(byHand.has('standing') ? { isStanding: own.isStanding } : {}),
    ...(byHand.has('milestones') ? { milestones: own.milestones } : {}),
    roles: Role.options.flatMap((role) => (byHand.has(role) ? own : row).roles.filter((one) => one.role === role)),
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
