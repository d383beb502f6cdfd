import { z } from 'zod'
import { DirectiveId } from '../../directives/contract.ts'
import { read, write } from '../../kernel/endpoint.ts'
import { Day } from '../../organisations/contract.ts'

export const endpoints = {
  openMembers: read({
    path: '/api/directives/:directiveId/members',
    for: 'holder',
    does: 'How many members (đảng viên) the caller’s own body has by itself, and how many of them have studied a directive, as it said last; before it has said so, what is known of other directives.',
    input: z.object({ directiveId: DirectiveId }),
    output: z.object({
      members: z.number().nullable(),
      /** Null: the body has not said so under this directive. */
      studied: z.number().nullable(),
      saidOn: Day.nullable(),
      /** All that was said of it, newest first. */
      said: z.array(z.object({ members: z.number(), studied: z.number(), day: Day, person: z.string() })),
      /** Attendances at the body’s own sessions, in which somebody may be more than once. */
      present: z.number(),
      /** The caller may say so now: the body has received or sent the directive, and a session was held for it. */
      canSay: z.boolean(),
    }),
  }),
  sayMembers: write({
    path: '/api/directives/:directiveId/members',
    for: ['clerk', 'leader'],
    does: 'Says how many members the caller’s own body has by itself, without organisations under it that say so themselves, and how many of them have studied a directive, each counted once. What is said last holds; what was said before stays to be read. The number of members then holds for directives under which the body has not said it yet.',
    input: z.object({
      directiveId: DirectiveId,
      members: z.number().int().min(1).max(10_000_000),
      studied: z.number().int().min(0).max(10_000_000),
    }),
    output: z.object({}),
  }),
}
