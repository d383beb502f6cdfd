import type { Mark } from '../../directives/blocks.ts'
import type { Task } from '../contract.ts'

/** Every place in the document that some tasks point to: their own words, their roles, their deadlines. */
export const marksOf = (tasks: readonly Task[]): Mark[] =>
  tasks.flatMap(({ id, from, to, roles, milestones }) => [
    ...placed(id, 'own', { from, to }),
    ...roles.flatMap((role) => placed(id, role.role, role)),
    ...milestones.flatMap((milestone) => placed(id, 'milestone', milestone)),
  ])

const placed = (id: string, kind: string, { from, to }: { from: number | null; to: number | null }): Mark[] =>
  from === null || to === null || to <= from ? [] : [{ id, kind, from, to }]
