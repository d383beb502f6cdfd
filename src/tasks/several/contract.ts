import { z } from 'zod'
import { DirectiveId } from '../../directives/contract.ts'
import { write } from '../../kernel/endpoint.ts'
import { BodyId, ClassId } from '../../organisations/contract.ts'
import { Role, TaskId } from '../contract.ts'

const which = { directiveId: DirectiveId, taskIds: z.array(TaskId).min(1).max(1000) }
const editors = ['clerk', 'leader'] as const
const done = z.object({ changed: z.number() })

/** What a clerk does to several tasks of a draft at once: all of it or none. What is so already is left as it is; `changed` says how many were not. */
export const endpoints = {
  nameInTasks: write({
    path: '/api/directives/:directiveId/tasks/name',
    for: editors,
    does: 'Names a body or class in a role on several tasks of a draft: beside those named in it, or in their place (`instead`). Each is corrected as by hand and looked over; dropped ones are refused.',
    input: z.object({
      ...which,
      role: Role,
      named: z.string().trim().normalize('NFC').min(1).max(500),
      bodyId: BodyId.nullable(),
      classId: ClassId.nullable(),
      instead: z.boolean(),
    }),
    output: done,
  }),
  dropTasks: write({
    path: '/api/directives/:directiveId/tasks/drop',
    for: editors,
    does: 'Drops several tasks of a draft for one reason; they stay readable and can be restored.',
    input: z.object({ ...which, why: z.string().trim().normalize('NFC').min(3).max(500) }),
    output: done,
  }),
  restoreTasks: write({
    path: '/api/directives/:directiveId/tasks/restore',
    for: editors,
    does: 'Takes several dropped tasks of a draft up again; what was joined into another task is refused, since that is parted by itself.',
    input: z.object(which),
    output: done,
  }),
  checkTasks: write({
    path: '/api/directives/:directiveId/tasks/check',
    for: editors,
    does: 'Marks several tasks of a draft as looked over by a clerk, or not; dropped ones are left.',
    input: z.object({ ...which, checked: z.boolean() }),
    output: done,
  }),
}
