/**
 * The reader as a library, `trienkhai/reading`: the text of a directive in, its facts, provisions and tasks out. Needs no file, clock, network or database, and runs in a browser.
 */
export { readDirective } from './directives/reading/read.ts'
export type {
  Abbreviation,
  Certainty,
  CitedDocument,
  DocumentFacts,
  Doubt,
  Mention,
  MentionRole,
  Milestone,
  Product,
  Provision,
  ProvisionKind,
  Reading,
  ReadTask,
  Span,
  Why,
} from './directives/reading/reading.ts'
