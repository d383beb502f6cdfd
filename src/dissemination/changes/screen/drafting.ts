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
