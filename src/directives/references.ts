import type { Relation } from './contract.ts'
import { citedIn } from './reading/head/letterhead.ts'
import type { CitedDocument, DocumentFacts } from './reading/reading.ts'

/** A document as another one names it, before anybody has said which of the register it is. */
export type NamedReference = { relation: Relation; kind: string; number: string | null; issuedOn: string | null; issuerName: string; worded: string }

/** The most documents that one is kept to name: a law names a dozen. */
const most = 200

/** All that a document says it rests on, implements, amends and replaces, in that order. A ground keeps its words: «Theo đề nghị của …» names no document. */
export function referencesIn({ grounds, implements: carriedOut, amends, replaces }: DocumentFacts): NamedReference[] {
  const named = (relation: Relation, cited: CitedDocument | undefined, worded = ''): NamedReference => ({
    relation,
    kind: cited?.kind ?? '',
    number: cited?.number ?? null,
    issuedOn: cited?.date ?? null,
    issuerName: cited?.issuer ?? '',
    worded,
  })
  return [
    ...grounds.map((words) => named('ground', citedIn(words)[0], words)),
    ...carriedOut.map((one) => named('implements', one)),
    ...amends.map((one) => named('amends', one)),
    ...replaces.map((one) => named('replaces', one)),
  ].slice(0, most)
}

/** As a reader would name a reference: the words of a ground, else kind, number and issuer. */
export const namedBy = ({ kind, number, issuerName, worded }: NamedReference): string =>
  worded || [kind, number, issuerName].filter(Boolean).join(' ')

/** References in the form in which a reading holds them. */
export function citedOf(references: readonly NamedReference[]): Pick<DocumentFacts, 'grounds' | 'implements' | 'amends' | 'replaces'> {
  const of = (relation: Relation) =>
    references
      .filter((one) => one.relation === relation)
      .map(({ kind, number, issuedOn, issuerName }): CitedDocument => ({ kind, number, date: issuedOn, issuer: issuerName || null }))
  return {
    grounds: references
      .filter(({ relation }) => relation === 'ground')
      .map(({ worded, kind, number }) => worded || [kind, number].filter(Boolean).join(' ')),
    implements: of('implements'),
    amends: of('amends'),
    replaces: of('replaces'),
  }
}
