/** A stretch of `Reading.text`, as UTF-16 offsets: `text.slice(...span)` is exactly the words meant. */
export type Span = readonly [from: number, to: number]

export type ProvisionKind = 'part' | 'chapter' | 'section' | 'article' | 'point' | 'indent' | 'paragraph' | 'row' | 'annex'

/** One addressed piece of the document: its own words, without its number and without the provisions under it. */
export type Provision = {
  /** Stable and unique in the document, Akoma Ntoso style: "part_2__sec_2__point_2.2__indent_1". */
  address: string
  parent: string | null
  /** As printed ("2.2-", "a)", "-"), or "" for a paragraph without one. */
  label: string
  kind: ProvisionKind
  text: string
  /** The whole own line or lines, label included, children excluded. */
  span: Span
}

/** A deadline as worded and, where it names a day, as computed. */
export type Milestone = {
  worded: string
  /** The last day that is still on time, ISO; null where the wording names no day. */
  due: string | null
  /** `date` one day; `event` waits for something to happen; `recurring` comes back; `horizon` bounds a duty; `vague` names no day. */
  kind: 'date' | 'event' | 'recurring' | 'horizon' | 'vague'
  /** What must have happened by then: "trình Bộ Chính trị". */
  what: string | null
  submitTo: string[]
  span: Span
  /** Where it stands: in the point itself, in a line or cell of its own, or in words over it. */
  from: 'point' | 'label' | 'introduction'
}

export type MentionRole = 'lead' | 'coordinate' | 'advise' | 'submit-to' | 'via'

/** Where in the document a body got its role. */
export type Mention = {
  role: MentionRole
  name: string
  span: Span | null
  from: 'point' | 'label' | 'introduction' | 'heading'
}

/** A sentence for the clerk, in both languages. */
export type Why = { vi: string; en: string }

/** Something a clerk should look at again. */
export type Doubt = { field: string; why: Why }

/** How sure a field is, and the words it rests on. */
export type Certainty = {
  field: 'lead' | 'coordinate' | 'submitTo' | 'due'
  sure: 'high' | 'middle' | 'low'
  why: Why
  span: Span | null
}

export type Product = { name: string; span: Span }

/** One order, as a clerk would follow it up. */
export type ReadTask = {
  /** Of its provision. */
  address: string
  /** Its own words, white space folded. */
  text: string
  span: Span
  lead: string[]
  coordinate: string[]
  /** The bodies it advises: "tham mưu X". */
  advise: string[]
  submitTo: string[]
  via: string[]
  /** ISO days, ascending, each once. */
  due: string[]
  milestones: Milestone[]
  /** "sau khi Hiến pháp sửa đổi được ban hành". */
  conditions: string[]
  products: Product[]
  /** A duty with nothing to finish once: recurring, or a constraint. */
  standing: boolean
  mentions: Mention[]
  /** Those of its bodies who only follow the work of others up: "theo dõi, đôn đốc". */
  followUp: string[]
  certainty: Certainty[]
  doubts: Doubt[]
}

export type CitedDocument = {
  kind: string
  number: string | null
  date: string | null
  /** Who issued it, where the words say so: "Nghị quyết số … của Chính phủ". */
  issuer: string | null
}

/** What a document calls bodies for short: "(sau đây gọi tắt là Ban Chỉ đạo)"; several where it calls them so together. */
export type Abbreviation = { short: string; long: string[] }

export type DocumentFacts = {
  kind: string | null
  number: string | null
  date: string | null
  issuer: string | null
  title: string | null
  place: string | null
  signer: string | null
  recipients: string[]
  implements: CitedDocument[]
  /** The lines "Căn cứ …", "Theo đề nghị của …", as worded. */
  grounds: string[]
  amends: CitedDocument[]
  replaces: CitedDocument[]
  abbreviations: Abbreviation[]
}

export type Reading = {
  /** NFC; what all spans point into. */
  text: string
  document: DocumentFacts
  provisions: Provision[]
  tasks: ReadTask[]
  /** What a clerk should look at again in the document as a whole. */
  doubts: Doubt[]
}
