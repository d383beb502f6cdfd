import { shortened } from '../../directives/naming.ts'
import type { Call, Holder } from '../../kernel/serve.ts'
import { fill } from '../../kernel/words.ts'
import { written } from '../../paper/sheets.ts'
import type { Comparison } from '../contract.ts'
import type { FoundPlan } from '../queries/plans.ts'
import * as queries from './queries.ts'
import { words } from './words.ts'

const told = ['text', 'product', 'dueOn'] as const

/** An amendment of a plan was approved: in plans below, what answers an item of it that changed or is gone wants looking at, and they are told of items it has got. */
export async function followAmendment({ db, today, about }: Call<Holder>, plan: FoundPlan, { added, changed, removed }: Comparison): Promise<void> {
  const said = fill(words['was-amended'], { body: plan.bodyName, day: written(today) }).vi
  const whys = [
    ...removed.map(({ id, text }) => ({ id, what: fill(words.itemGone, { item: shortened(text, 80) }).vi })),
    ...changed
      .map(({ id, text, fields }) => ({ id, text, fields: fields.filter(({ field }) => told.some((one) => one === field)) }))
      .filter(({ fields }) => fields.length > 0)
      .map(({ id, text, fields }) => {
        const what = fields.map(({ field, from, to }) => (field === 'dueOn' ? sayDue(from, to) : words[field as 'text' | 'product'].vi)).join(', ')
        return { id, what: fill(words.itemChanged, { item: shortened(text, 80), what }).vi }
      }),
  ].map(({ id, what }) => ({ id, why: `${said}: ${what}.` }))
  if (added.length > 0) {
    const items = added.slice(0, 3).map(({ text }) => `«${shortened(text, 80)}»`)
    const more = added.length > items.length ? ` … (${added.length})` : ''
    about(...(await queries.tellAdded(db, plan.id, `${said}: ${fill(words.itemsAdded, { items: items.join(', ') + more }).vi}.`)))
  }
  if (whys.length === 0) return
  about(...(await queries.markBelow(db, whys, today)))
  await queries.dropAnswersTo(
    db,
    removed.map(({ id }) => id),
  )
}

const sayDue = (from: unknown, to: unknown): string => {
  const say = (day: unknown) => written(day as string | null) || words.noDay.vi
  return fill(words.due, { from: say(from), to: say(to) }).vi
}
