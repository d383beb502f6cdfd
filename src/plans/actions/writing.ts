import type { Database } from '../../kernel/database.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Call, Holder } from '../../kernel/serve.ts'
import type { Facts } from '../contract.ts'
import * as queries from '../queries/items.ts'
import { holdPlan, peopleOf } from '../queries/plans.ts'
import { editable } from '../rules.ts'
import { words } from '../words.ts'

/** An item without words. */
export const blank: Facts = {
  part: '',
  text: '',
  product: '',
  lead: '',
  coordinate: '',
  personId: null,
  fromOn: null,
  dueOn: null,
  money: null,
  note: '',
  obligationIds: [],
  superiorItemIds: [],
}

/** The cells that were sent; those left out are not touched. */
export const known = (facts: { [K in keyof Facts]?: Facts[K] | undefined }): Partial<Facts> =>
  Object.fromEntries(Object.keys(blank).flatMap((field) => (facts[field as 'text'] === undefined ? [] : [[field, facts[field as 'text']]])))

/** A plan of the caller's body that may be written now, held so until the write is done. */
export async function heldPlan(
  { db, user, language }: Call,
  planId: string | undefined,
  missing: typeof words.noPlan | typeof words.noItem = words.noPlan,
) {
  const plan = planId ? await holdPlan(db, planId, user.bodyId) : undefined
  if (!plan) throw new Refusal('missing', missing)
  refuseUneditable(plan.state, language)
  return plan
}

/** Refuses to write a plan in a state in which it stands as it is. */
export function refuseUneditable(state: (typeof editable)[number], language: 'vi' | 'en'): void {
  if (!editable.includes(state)) throw new Refusal('conflict', words.notEditable, { state: words[state][language] })
}

type Plan = { directiveId: string; bodyId: string; superiorId: string | null }

/** Refuses answers to what is not there to answer, and people of other bodies. */
export async function checkFacts(
  { db, today }: { db: Database; user: Holder; today: string },
  plan: Plan,
  rows: readonly { [K in keyof Facts]?: Facts[K] | undefined }[],
): Promise<void> {
  const ids = (pick: (row: (typeof rows)[number]) => readonly string[] | undefined) => [...new Set(rows.flatMap((row) => pick(row) ?? []))]
  const obligationIds = ids(({ obligationIds }) => obligationIds)
  const superiorItemIds = ids(({ superiorItemIds }) => superiorItemIds)
  if (obligationIds.length + superiorItemIds.length) {
    const found = await queries.countKnown(db, plan, obligationIds, superiorItemIds)
    if (found.obligations !== obligationIds.length) throw new Refusal('invalid', words.notOwed)
    if (found.above !== superiorItemIds.length) throw new Refusal('invalid', words.notAbove)
  }
  const personIds = ids(({ personId }) => (personId ? [personId] : []))
  if (personIds.length) {
    const people = new Set((await peopleOf(db, plan.bodyId, today)).map(({ id }) => id))
    if (personIds.some((id) => !people.has(id))) throw new Refusal('invalid', words.notYourPerson)
  }
}
