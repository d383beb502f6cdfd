import type { Milestone, Provision, Reading, ReadTask } from '../../directives/reading/reading.ts'
import type { Above, Facts, Item, Owed } from '../contract.ts'
import type { FileChange, PlanFile } from './contract.ts'
import { answeredBy, longest, saysSame } from './rules.ts'

type Plan = { rows: readonly Item[]; obligations: readonly Owed[]; above: readonly Above[] }

/** The tasks of a document as items to choose from, each under the heading it stands under and with what it seems to answer. `draw` gives the id of the task at a place. */
export function proposalsOf(
  { provisions, tasks }: Reading,
  { rows, obligations, above }: Plan,
  draw: (at: number) => string,
): Pick<PlanFile, 'changes' | 'same'> {
  const byAddress = new Map(provisions.map((provision) => [provision.address, provision]))
  const owed = obligations.filter(({ isPlanItself }) => !isPlanItself)
  const live = new Set(rows.map(({ id }) => id))
  const changes = tasks.map((task): FileChange => {
    const home = byAddress.get(task.address)
    const id = draw(task.span[0])
    const obligation = answeredBy(task.text, owed)
    const superior = answeredBy(task.text, above)
    const facts = {
      ...cellsOf(task),
      part: headingOver(byAddress, home),
      obligationIds: obligation ? [obligation.id] : [],
      superiorItemIds: superior ? [superior.id] : [],
    }
    const isThere = rows.some(({ text }) => saysSame(text, facts.text))
    const address = home?.label.trim() ?? ''
    return { id, kind: isThere ? 'there' : 'new', row: null, address, version: null, text: facts.text, was: {}, facts: filled(facts), by: null }
  })
  // what was taken from this very file before is not offered again
  const further = changes.filter(({ id }) => !live.has(id))
  return { changes: further, same: changes.length - further.length }
}

function cellsOf({ text, products, lead, coordinate, milestones }: ReadTask) {
  // a document says last by when all is to be done
  const last = milestones
    .filter(({ due }) => due !== null)
    .reduce<Milestone | undefined>((last, one) => (last && last.span[0] > one.span[0] ? last : one), undefined)
  const product = products.map(({ name }) => name).join('; ')
  return {
    text: text.slice(0, longest.text),
    product: product.slice(0, longest.product),
    lead: lead.join(', ').slice(0, longest.lead),
    coordinate: coordinate.join(', ').slice(0, longest.coordinate),
    dueOn: last?.due ?? null,
  }
}

const headings = new Set<Provision['kind']>(['part', 'chapter', 'section', 'annex', 'point'])

/** The nearest heading over a provision, with its number; a paragraph that introduces points is none. */
function headingOver(byAddress: ReadonlyMap<string, Provision>, home: Provision | undefined): string {
  for (let at = home?.parent ? byAddress.get(home.parent) : undefined; at; at = at.parent ? byAddress.get(at.parent) : undefined)
    if (headings.has(at.kind) && at.text.length < 160 && !/[:;]\s*$/.test(at.text))
      return [numbered(at.label), at.text].filter(Boolean).join(' ').slice(0, longest.part)
  return ''
}

/** A number as it stands before a heading: one that stood in a cell of its own had no stop. */
const numbered = (label: string): string => label.trim().replace(/[^.)\-–:]$/, '$&.')

const filled = (facts: Partial<Facts>): Partial<Facts> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)))
