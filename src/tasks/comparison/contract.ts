import { z } from 'zod'
import { DirectiveId, ExtractionId } from '../../directives/contract.ts'
import { read, write } from '../../kernel/endpoint.ts'

/** Words in both, in the other file alone, or in this document alone. */
export const Piece = z.object({ kind: z.enum(['same', 'added', 'removed']), words: z.string() })
export type Piece = z.infer<typeof Piece>

/** A provision that differs: `address` as a reader would cite it, in this document, else in the other file. */
export const DifferingProvision = z.object({ kind: z.enum(['changed', 'added', 'removed']), address: z.string(), pieces: z.array(Piece) })
export type DifferingProvision = z.infer<typeof DifferingProvision>

/** What differs in a field, in words: "Sở Nội vụ; Sở Tài chính". */
const DifferingField = z.object({
  field: z.enum(['lead', 'coordinate', 'advise', 'submit-to', 'via', 'follow-up', 'milestones', 'product', 'condition', 'standing']),
  before: z.string(),
  after: z.string(),
  /** What a person made of the field, which stays; null where nobody touched it, and it follows the other file. */
  kept: z.string().nullable(),
})

/** A task that another file hits; of one that was corrected by hand, the corrected fields are kept. One added by hand is hit where its words, or what is around them, stand there no more. */
export const HitTask = z.object({
  kind: z.enum(['changed', 'gone', 'new']),
  taskId: z.uuid().nullable(),
  address: z.string(),
  pieces: z.array(Piece),
  /** Its words as a person corrected them, which stay. */
  keptText: z.string().nullable(),
  fields: z.array(DifferingField),
  isByHand: z.boolean(),
  isAdded: z.boolean(),
})
export type HitTask = z.infer<typeof HitTask>

export const Comparison = z.object({
  /** The file that the document is compared with. */
  fileName: z.string(),
  version: z.number(),
  /** What the two say about the document itself, where that differs. */
  facts: z.array(
    z.object({ field: z.enum(['kind', 'number', 'title', 'issuedOn', 'issuer', 'recipients', 'references']), before: z.string(), after: z.string() }),
  ),
  provisions: z.object({ same: z.number(), rows: z.array(DifferingProvision) }),
  tasks: z.object({ same: z.number(), rows: z.array(HitTask) }),
  /** The caller may take the other file’s text: it is a draft of theirs. */
  canTake: z.boolean(),
})
export type Comparison = z.infer<typeof Comparison>

export const endpoints = {
  compareDirective: read({
    path: '/api/directives/:directiveId/comparison',
    for: ['clerk', 'leader'],
    does: 'Compares a directive with another file of the same document, whose text was worked out for the caller before (startExtraction): provision by provision, and which tasks are hit and how. Nothing is changed.',
    input: z.object({ directiveId: DirectiveId, extractionId: ExtractionId }),
    output: Comparison,
  }),
  takeText: write({
    path: '/api/directives/:directiveId/comparison/take',
    for: ['clerk', 'leader'],
    does: 'Takes the text of another file for a draft: tasks that nobody has touched follow it, those corrected by hand keep the corrected fields, follow it in the others and are marked to be looked at again, those it knows no more are dropped with that reason, new ones are added; a number and a day that were missing are completed, recipients and documents named follow it where nobody corrected them. What the text was before is kept.',
    input: z.object({ directiveId: DirectiveId, extractionId: ExtractionId, version: z.number().int() }),
    output: z.object({ version: z.number() }),
  }),
}
