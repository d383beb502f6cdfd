import { keyOf } from '../../directives/comparison/align.ts'
import { compareWords } from '../../directives/comparison/compare.ts'
import type { Reading } from '../../directives/reading/reading.ts'
import { type NamedReference, namedBy, referencesIn } from '../../directives/references.ts'
import type { Comparison } from './contract.ts'

type Facts = { kind: string; number: string | null; title: string; issuedOn: string | null; issuerName: string; recipients: readonly string[] }

/** What a document and another file of it say of the document itself, where that differs. */
export function factsIn(
  { kind, number, title, issuedOn, issuerName, recipients }: Facts,
  references: readonly NamedReference[],
  { document }: Reading,
): Comparison['facts'] {
  const listed = (some: readonly string[]) => some.join('; ')
  const pairs = [
    { field: 'kind', before: kind, after: document.kind },
    { field: 'number', before: number, after: document.number },
    { field: 'title', before: title, after: document.title },
    { field: 'issuedOn', before: issuedOn, after: document.date },
    { field: 'issuer', before: issuerName, after: document.issuer },
    { field: 'recipients', before: listed(recipients), after: listed(document.recipients) },
    { field: 'references', before: listed(references.map(namedBy)), after: listed(referencesIn(document).map(namedBy)) },
  ] as const
  return pairs.flatMap(({ field, before, after }) =>
    after !== null && compareWords(before ?? '', after).some(({ kind }) => kind !== 'same') ? [{ field, before: before ?? '', after }] : [],
  )
}

/**
 * What a draft lists once another file is its text: what that file has more than the text so far comes in, what it has less goes, and what was corrected by hand stays as it is.
 */
export function followed<One, Kept extends One>(before: readonly One[], kept: readonly Kept[], after: readonly One[], key: (one: One) => string) {
  const [was, is, here] = [before, after, kept].map((some) => new Set(some.map(key))) as [Set<string>, Set<string>, Set<string>]
  return {
    stays: kept.filter((one) => is.has(key(one)) || !was.has(key(one))),
    comes: after.filter((one) => !was.has(key(one)) && !here.has(key(one))),
  }
}

/** What tells a reference from others, whoever is its issuer. */
export const keyOfReference = ({ relation, kind, number, worded }: NamedReference): string => keyOf([relation, kind, number ?? '', worded].join(' '))
