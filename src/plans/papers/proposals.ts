import type { Provision, Reading, ReadTask } from '../../directives/reading/reading.ts'
import type { Above, Facts, Item, Owed } from '../contract.ts'
import type { FileChange } from './contract.ts'
import { answeredBy, longest, saysSame } from './rules.ts'

type Plan = { rows: readonly Item[]; obligations: readonly Owed[]; above: readonly Above[] }

/** The tasks of a document as items to choose from, each under the heading it stands under and with what it seems to answer. `draw` gives the id of the task at a place. */
export function proposalsOf({ provisions, tasks }: Reading, { rows, obligations, above }: Plan, draw: (at: number) => string): FileChange[] {
  const byAddress = new Map(provisions.map((provision) => [provision.address, provision]))
  const owed = obligations.filter(({ isPlanItself }) => !isPlanItself)
  const live = new Set(rows.map(({ id }) => id))
  return tasks.map((task): FileChange => {
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
    const isThere = live.has(id) || rows.some(({ text }) => saysSame(text, facts.text))
    const address = home?.label.trim() ?? ''
    return { id, kind: isThere ? 'there' : 'new', row: null, address, version: null, text: facts.text, was: {}, facts: filled(facts), by: null }
  })
}

function cellsOf({ text, products, lead, coordinate, due, submitTo }: ReadTask) {
  const product = products.map(({ name }) => name).join('; ')
  return {
    text: text.slice(0, longest.text),
    product: product.slice(0, longest.product),
    lead: lead.join(', ').slice(0, longest.lead),
    coordinate: coordinate.join(', ').slice(0, longest.coordinate),
    dueOn: due.at(-1) ?? null,
    note: submitTo.length ? `Trình ${submitTo.join(', ')}`.slice(0, longest.note) : '',
  }
}

const headings = new Set<Provision['kind']>(['part', 'chapter', 'section', 'annex', 'point'])

/** The nearest heading over a provision, with its number; a paragraph that introduces points is none. */
function headingOver(byAddress: ReadonlyMap<string, Provision>, home: Provision | undefined): string {
  for (let at = home?.parent ? byAddress.get(home.parent) : undefined; at; at = at.parent ? byAddress.get(at.parent) : undefined)
    if (headings.has(at.kind) && at.text.length < 160 && !/[:;]\s*$/.test(at.text)) return `${at.label} ${at.text}`.trim().slice(0, longest.part)
  return ''
}

const filled = (facts: Partial<Facts>): Partial<Facts> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)))
