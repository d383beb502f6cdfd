import type { Mark } from '../../directives/blocks.ts'
import type { Task } from '../contract.ts'

/** Every place in the document that some tasks point to: their own words, also those of tasks joined into them, their roles, their deadlines. */
export const marksOf = (tasks: readonly Task[]): Mark[] =>
  tasks.flatMap(({ id, from, to, joined, roles, milestones }) => [
    ...[{ from, to }, ...joined.filter((other) => other.from !== from)].flatMap((stretch) => placed(id, 'own', stretch)),
    ...roles.flatMap((role) => placed(id, role.role, role)),
    ...milestones.flatMap((milestone) => placed(id, 'milestone', milestone)),
  ])

const placed = (id: string, kind: string, { from, to }: { from: number | null; to: number | null }): Mark[] =>
  from === null || to === null || to <= from ? [] : [{ id, kind, from, to }]
