import type { z } from 'zod'
import type { DirectiveChange, endpoints, TaskChange } from '../contract.ts'

type Given = z.input<typeof endpoints.draftChange.input>
export type GivenItem = NonNullable<Given['items']>[number]

const given = ({ kind, taskId, text, product, milestones, bodies }: TaskChange): GivenItem => ({
  kind,
  taskId: taskId as never,
  text,
  product,
  milestones,
  bodyIds: bodies.map(({ id }) => id) as never,
})

/** A draft as it is given to be kept, with other items where said. */
export const keptWith = (directiveId: string, draft: DirectiveChange, items: readonly GivenItem[]): Given => ({
  directiveId: directiveId as never,
  version: draft.version,
  kind: draft.kind,
  reason: draft.reason,
  replacementId: (draft.replacement?.id ?? null) as never,
  items: [...items],
})

/** The items of a draft, without the one at a place, or with another in its place or at the end. */
export function itemsWith(draft: DirectiveChange, at: number | null, item?: GivenItem): GivenItem[] {
  const items = draft.items.map(given)
  if (at === null) return item ? [...items, item] : items
  return items.flatMap((one, index) => (index !== at ? [one] : item ? [item] : []))
}

const written = /\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b/g

/** Words of a changed or added task that still name a day which its deadlines do not have any more: of a deadline whose day was moved but not its words, and of the task's text. */
export function oldDays(
  { kind, before, text, milestones }: Pick<TaskChange, 'kind' | 'before' | 'text' | 'milestones'>,
  dayBefore: (day: string) => string,
): string[] {
  if (kind === 'withdraw') return []
  const days = (worded: string) =>
    [...worded.matchAll(written)].map(([, day, month, year]) => `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`)
  const isOff = (day: string, due: string | null) => due !== null && due !== day && due !== dayBefore(day)
  const unmoved = milestones.filter(({ worded, due }) => days(worded).length > 0 && days(worded).every((day) => isOff(day, due)))
  const gone = (before?.milestones ?? []).filter(({ worded, due }) => !milestones.some((now) => now.worded === worded && now.due === due))
  return [...new Set([...unmoved, ...gone.filter(({ worded }) => days(worded).length > 0 && text.includes(worded))].map(({ worded }) => worded))]
}
