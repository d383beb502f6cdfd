import { z } from 'zod'
import { download, many, read, write } from '../kernel/endpoint.ts'
import { BodyId, Day } from '../organisations/contract.ts'

export const DirectiveId = z.uuid().brand('DirectiveId')
export const Secrecy = z.enum(['none', 'confidential', 'secret', 'top-secret'])
export type Secrecy = z.infer<typeof Secrecy>
export const DirectiveState = z.enum(['draft', 'issued', 'withdrawn', 'closed'])
/** What its sender did with a directive that was issued: called it back, or put another in its place. */
export const TakenBack = z.enum(['recalled', 'replaced'])
export type TakenBack = z.infer<typeof TakenBack>

/** A directive in a line. */
export const DirectiveLine = z.object({
  id: z.uuid(),
  kind: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  issuedOn: Day.nullable(),
  effectiveOn: Day.nullable(),
  issuerName: z.string(),
  standingName: z.string().nullable(),
  secrecy: Secrecy,
  state: DirectiveState,
  takenBack: TakenBack.nullable(),
})
export type DirectiveLine = z.infer<typeof DirectiveLine>

/** What one document is to another that it names: it rests on it, carries it out, changes it, takes its place, or only mentions it. */
export const Relation = z.enum(['ground', 'implements', 'amends', 'replaces', 'mentions'])
export type Relation = z.infer<typeof Relation>

/** A document that a directive names, as it names it; a ground may be words alone. */
export const Reference = z.object({
  relation: Relation.default('implements'),
  kind: z.string().trim().normalize('NFC').max(60),
  number: z.string().trim().normalize('NFC').max(60).nullable(),
  issuedOn: Day.nullable(),
  issuerName: z.string().trim().normalize('NFC').max(300).default(''),
  worded: z.string().trim().normalize('NFC').max(4000).default(''),
  /** The directive of the register that it is, where somebody said so. */
  targetId: z.uuid().nullable().default(null),
})
export type Reference = z.infer<typeof Reference>

/** A directive at the other end of a relation, for who may see it. */
export const Related = z.object({
  id: z.uuid(),
  kind: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  issuedOn: Day.nullable(),
  state: DirectiveState,
})
export type Related = z.infer<typeof Related>

/** A piece of the document with its place in `text` (UTF-16 offsets, end excluded). */
export const Provision = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  address: z.string(),
  label: z.string(),
  kind: z.string(),
  text: z.string(),
  from: z.number(),
  to: z.number(),
})
export type Provision = z.infer<typeof Provision>

/** A text that was recognised in a picture: how sure its letters are (0 to 100), and the doubtful words with their places in it. */
export const Recognition = z.object({
  pages: z.number(),
  words: z.number(),
  confidence: z.number(),
  doubtful: z.array(z.object({ from: z.number(), to: z.number(), confidence: z.number() })),
})
export type Recognition = z.infer<typeof Recognition>

/** A sentence of the reader, in both languages. */
export const Why = z.object({ vi: z.string(), en: z.string() })

/** How sure the reader is of a field of a task, why, and on which words of the text that rests. */
export const Certainty = z.object({
  field: z.enum(['lead', 'coordinate', 'submitTo', 'due']),
  sure: z.enum(['high', 'middle', 'low']),
  why: Why,
  span: z.tuple([z.number(), z.number()]).readonly().nullable(),
})
export type Certainty = z.infer<typeof Certainty>

export const ExtractionId = z.uuid().brand('ExtractionId')

export const DirectivePage = DirectiveLine.extend({
  version: z.number(),
  issuerId: z.uuid().nullable(),
  standingId: z.uuid().nullable(),
  ownerId: z.uuid(),
  ownerName: z.string(),
  recipients: z.array(z.string()),
  references: z.array(Reference.extend({ found: Related.nullable() })),
  /** The issued directives that name this one, and as what. */
  namedBy: z.array(Related.extend({ relation: Relation })),
  file: z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.number() }).nullable(),
  text: z.string(),
  /** Null where the document had its letters as letters. */
  recognition: Recognition.nullable(),
  provisions: z.array(Provision),
  /** The caller may correct it and issue it. */
  canEdit: z.boolean(),
  canIssue: z.boolean(),
  canClose: z.boolean(),
  /** The caller may complete its number and day, where they are missing. */
  canComplete: z.boolean(),
  conclusion: z.string(),
  /** The caller sees how every body stands, not only those within reach. */
  seesWhole: z.boolean(),
})
export type DirectivePage = z.infer<typeof DirectivePage>

export const endpoints = {
  startExtraction: write({
    path: '/api/directives/extractions/start',
    for: ['clerk', 'leader'],
    does: 'Begins to work out the text of a file that the caller has handed in (docx, pdf, a picture, html, txt): beside the requests, since a scan takes minutes.',
    input: z.object({ fileId: z.uuid() }),
    output: z.object({ extractionId: ExtractionId }),
  }),
  followExtraction: read({
    path: '/api/directives/extractions/:extractionId',
    for: ['clerk', 'leader'],
    does: 'How far the text of one’s own file is: pages read or recognised, how many files are before it, or why it can’t be read.',
    input: z.object({ extractionId: ExtractionId }),
    output: z.object({
      state: z.enum(['waiting', 'running', 'done', 'refused', 'cancelled']),
      fileId: z.uuid(),
      before: z.number(),
      pages: z.number(),
      pagesDone: z.number(),
      isRecognising: z.boolean(),
      /** In the caller’s language. */
      refusal: z.string().nullable(),
    }),
  }),
  cancelExtraction: write({
    path: '/api/directives/extractions/:extractionId/cancel',
    for: ['clerk', 'leader'],
    does: 'Calls off the work on one’s own file; refused once it has ended.',
    input: z.object({ extractionId: ExtractionId }),
    output: z.object({}),
  }),
  readDirective: write({
    path: '/api/directives/read',
    for: ['clerk', 'leader'],
    does: 'Reads a document (an uploaded docx, pdf, picture, html or txt; or pasted text) into a draft with its provisions and tasks. The text worked out before (startExtraction) is taken where there is one; otherwise the file may take half a minute. The original is kept byte for byte. Refuses a text that this body has read already unless `again`.',
    input: z.object({ fileId: z.uuid().optional(), text: z.string().max(2_000_000).optional(), again: z.boolean().default(false) }),
    output: z.object({ directiveId: DirectiveId }),
  }),
  listDirectives: read({
    path: '/api/directives',
    for: 'holder',
    does: 'The directives the caller may see, newest first; filtered by words and state.',
    input: z.object({
      words: z.string().trim().max(200).optional(),
      states: many(DirectiveState),
      limit: z.coerce.number<number>().int().min(1).max(200).default(50),
      offset: z.coerce.number<number>().int().min(0).default(0),
    }),
    output: z.object({ total: z.number(), rows: z.array(DirectiveLine) }),
  }),
  openDirective: read({
    path: '/api/directives/:directiveId',
    for: 'holder',
    does: 'A directive with its text and provisions.',
    input: z.object({ directiveId: DirectiveId }),
    output: DirectivePage,
  }),
  downloadOriginal: download({
    path: '/api/directives/:directiveId/original',
    for: 'holder',
    does: 'The original file, byte for byte.',
    input: z.object({ directiveId: DirectiveId }),
  }),
  amendDirective: write({
    path: '/api/directives/:directiveId/amend',
    for: ['clerk', 'leader'],
    does: 'Corrects what was read about the document itself. `version` is the one seen: a change by somebody else in between is refused, not overwritten.',
    input: z.object({
      directiveId: DirectiveId,
      version: z.number().int(),
      kind: z.string().trim().normalize('NFC').min(1).max(60),
      number: z.string().trim().max(60).nullable(),
      title: z.string().trim().normalize('NFC').min(1).max(2000),
      issuedOn: Day.nullable(),
      issuerName: z.string().trim().normalize('NFC').min(1).max(300),
      issuerId: BodyId.nullable(),
      standingId: BodyId.nullable(),
      secrecy: Secrecy,
      recipients: z.array(z.string().trim().min(1).max(500)).max(200),
      references: z.array(Reference).max(200),
    }),
    output: z.object({ version: z.number() }),
  }),
  issueDirective: write({
    path: '/api/directives/:directiveId/issue',
    for: ['clerk', 'leader'],
    does: 'Issues a draft: its tasks become obligations of the bodies as they stand on `effectiveOn` (today unless given). Refused while an issuer, a standing body or a match of a name is missing, for an issuer outside the caller’s reach or not there on that day, and for a lead of a higher level than the issuer.',
    input: z.object({ directiveId: DirectiveId, version: z.number().int(), effectiveOn: Day.optional() }),
    output: z.object({ directiveId: DirectiveId, effectiveOn: Day }),
  }),
  completeDirective: write({
    path: '/api/directives/:directiveId/complete',
    for: ['clerk', 'leader'],
    does: 'The standing body completes the number and the day of an issued directive where the document gave none; what is known is not changed.',
    input: z.object({
      directiveId: DirectiveId,
      version: z.number().int(),
      number: z.string().trim().normalize('NFC').max(60).nullable(),
      issuedOn: Day.nullable(),
    }),
    output: z.object({ version: z.number() }),
  }),
  withdrawDraft: write({
    path: '/api/directives/:directiveId/withdraw',
    for: ['clerk', 'leader'],
    does: 'Lays a draft aside with a reason; it stays readable to the body that read it.',
    input: z.object({ directiveId: DirectiveId, version: z.number().int(), why: z.string().trim().min(3).max(500) }),
    output: z.object({}),
  }),
  closeDirective: write({
    path: '/api/directives/:directiveId/close',
    for: ['leader'],
    does: 'A leader of the standing body closes an issued directive with a conclusion; refused while any obligation of it is open.',
    input: z.object({ directiveId: DirectiveId, version: z.number().int(), conclusion: z.string().trim().normalize('NFC').min(3).max(5000) }),
    output: z.object({ directiveId: DirectiveId }),
  }),
}
