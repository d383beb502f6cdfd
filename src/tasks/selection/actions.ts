import { getDirective } from '../../directives/actions.ts'
import { readPart } from '../../directives/extraction/extract.ts'
import { provisionsOf } from '../../directives/queries.ts'
import { labelOf } from '../../directives/reading/layout/numbering.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Answer } from '../../kernel/serve.ts'
import { matchesIn, withMatches } from '../comparison/relaying.ts'
import { type TaskRow, tasksOf } from '../queries/drafts.ts'
import { citeFrom, homeOf, rowsOf } from '../reading.ts'
import { refusals } from '../refusals.ts'
import type { endpoints, ReadOrder } from './contract.ts'

export const readSelection: Answer<typeof endpoints.readSelection> = async ({ db, user, today }, { directiveId, from, to }) => {
  const directive = await getDirective(db, user, today, directiveId)
  if (to <= from || to > directive.text.length) throw new Refusal('invalid', refusals.notInText)
  const day = directive.issuedOn ?? today
  const reading = await readPart(directive.text, [from, to], { date: directive.issuedOn, issuer: directive.issuerName })
  const [provisions, tasks] = [await provisionsOf(db, directiveId), await tasksOf(db, directiveId, day)]
  const said = matchesIn(tasks)
  const rows = (await rowsOf(db, reading, provisions, day, directive.issuerId, directive.recognition)).map((row) => withMatches(row, said))
  const orders = rows.map((row) => orderOf(row, from, to)).filter(({ text }) => text !== '')
  if (orders.length < 2) return { orders, whole: null }
  const home = homeOf(provisions, from)
  const place = { from, to, address: home ? citeFrom(provisions, home.id) : '' }
  return { orders, whole: { ...joined(orders), ...place, text: folded(directive.text.slice(from, to)) } }
}

const orderOf = (
  { address, text, product, condition, isStanding, roles, milestones, doubts, ...at }: TaskRow,
  from: number,
  to: number,
): ReadOrder => ({
  address,
  text,
  product,
  condition,
  isStanding,
  roles: roles.map(({ role, named, bodyId, classId, settled }) => ({ role, named, bodyId, classId, settled })),
  milestones: milestones.map(({ worded, due, kind, what }) => ({ worded, due, kind, what })),
  doubts,
  from: at.from ?? from,
  to: at.to ?? to,
})

/** What several orders say together, each name and each day once. */
function joined(orders: readonly ReadOrder[]): Omit<ReadOrder, 'from' | 'to' | 'address' | 'text'> {
  const once = <T>(rows: T[], key: (row: T) => string) => [...new Map(rows.map((row) => [key(row), row])).values()]
  const all = (pick: (order: ReadOrder) => string) => [...new Set(orders.map(pick).filter(Boolean))].join('; ')
  return {
    product: all((order) => order.product),
    condition: all((order) => order.condition),
    isStanding: orders.every((order) => order.isStanding),
    roles: once(
      orders.flatMap((order) => order.roles),
      (role) => `${role.role} ${role.named}`,
    ),
    milestones: once(
      orders.flatMap((order) => order.milestones),
      (milestone) => `${milestone.worded} ${milestone.due}`,
    ),
    doubts: once(
      orders.flatMap((order) => order.doubts),
      (doubt) => doubt.why.vi,
    ),
  }
}

/** The words of a stretch in one line, without the number they begin with and the bars between cells of a table. */
const folded = (stretch: string): string => {
  const line = stretch.replace(/[\s|]+/g, ' ').trim()
  return line.slice(labelOf(line)?.length ?? 0)
}
