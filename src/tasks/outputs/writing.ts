import type { DirectiveLine, Provision } from '../../directives/contract.ts'
import { abbreviationsIn } from '../../directives/reading/head/abbreviations.ts'
import type { ProvisionKind } from '../../directives/reading/reading.ts'
import { citedOf, type NamedReference } from '../../directives/references.ts'
import type { Written, WrittenTask } from '../../directives/writing/written.ts'
import type { Task } from '../contract.ts'

type Directive = Pick<DirectiveLine, 'kind' | 'number' | 'title' | 'issuedOn' | 'issuerName'> & {
  text: string
  recipients: string[]
  references: readonly NamedReference[]
}

/** A registered directive in the form of a reading: what was read, as it was corrected and reviewed. */
export function writtenOf(directive: Directive, provisions: readonly Provision[], tasks: readonly Task[]): Written {
  const addresses = new Map(provisions.map(({ id, address }) => [id, address]))
  return {
    document: {
      kind: directive.kind,
      number: directive.number,
      date: directive.issuedOn,
      issuer: directive.issuerName || null,
      title: directive.title,
      place: null,
      signer: null,
      recipients: directive.recipients,
      ...citedOf(directive.references),
      abbreviations: abbreviationsIn(provisions.map(({ text }) => text)),
    },
    tasks: tasks.map((task) => taskOf(task, addresses)),
    provisions: provisions.map(({ address, parentId, label, kind, text, from, to }) => ({
      address,
      parent: parentId ? (addresses.get(parentId) ?? null) : null,
      label,
      kind: kind as ProvisionKind,
      text,
      span: [from, to],
    })),
    text: directive.text,
  }
}

function taskOf(task: Task, addresses: ReadonlyMap<string, string>): WrittenTask {
  const named = (role: Task['roles'][number]['role']) => task.roles.filter((one) => one.role === role).map((one) => one.named)
  return {
    address: (task.provisionId && addresses.get(task.provisionId)) ?? '',
    text: task.text,
    lead: named('lead'),
    coordinate: named('coordinate'),
    advise: named('advise'),
    submitTo: named('submit-to'),
    via: named('via'),
    followUp: named('follow-up'),
    due: [...new Set(task.milestones.flatMap(({ due }) => (due ? [due] : [])))].sort(),
    milestones: task.milestones.map(({ worded, due, kind, what }) => ({ worded, due, kind, what: what || null })),
    conditions: task.condition ? [task.condition] : [],
    products: task.product ? [{ name: task.product }] : [],
    standing: task.isStanding,
    doubts: task.checked ? [] : task.doubts,
  }
}
