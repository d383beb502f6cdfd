import { z } from 'zod'
import { download, many, read, write } from '../kernel/endpoint.ts'
import { BodyId, Day, Level } from '../organisations/contract.ts'
import { ObligationFilter, ObligationId } from '../tasks/contract.ts'

export const NoticeId = z.uuid().brand('NoticeId')
export const UrgingId = z.uuid().brand('UrgingId')
export const UrgingActId = z.uuid().brand('UrgingActId')

/** What somebody may owe: to receive a directive that was sent, to pass it on to those below, to study it, to answer a change of it, to deal with a change that was refused, to accept, to reach a milestone, to mend what came back, to verify, to deal with what was returned, to make their own plan, to mend one, to issue one, to appraise one, to answer an urging. */
export const DueKind = z.enum([
  'receive',
  'pass-on',
  'study',
  'change',
  'refused-change',
  'accept',
  'milestone',
  'mend',
  'verify',
  'returned',
  'plan',
  'mend-plan',
  'issue-plan',
  'appraise',
  'urging',
])
export type DueKind = z.infer<typeof DueKind>
/** What bodies are urged over: a milestone of an obligation, a plan of their own to submit, a directive to receive, to pass on, to study, to say of how many of their members have, or to bring those left to study. */
export const UrgedKind = z.enum(['milestone', 'plan', 'receive', 'pass-on', 'study', 'members', 'make-up'])
export type UrgedKind = z.infer<typeof UrgedKind>
/** What may happen to an urging: one came, it was answered, nobody answered by the day, it went to the superior, who said what is to be done, what it listed is done, or need not be done any more. */
export const UrgingEvent = z.enum(['urged', 'answered', 'silent', 'escalated', 'directed', 'urging-done', 'urging-lapsed'])
export type UrgingEvent = z.infer<typeof UrgingEvent>
/** What somebody is told besides: a directive their body has was updated, which touches nothing of theirs; the order of a plan they owe was given a template, or a newer one. */
export const NoticeKind = z.enum([...DueKind.options, ...UrgingEvent.options, 'noted-change', 'template'])
export type NoticeKind = z.infer<typeof NoticeKind>

/** Where a notice leads: the page of a receipt, the changes of a directive, the page of an obligation, of a plan or of an urging. */
export const NoticePage = z.enum(['receipt', 'change', 'obligation', 'plan', 'urging'])
export type NoticePage = z.infer<typeof NoticePage>

/** A notice as it is read: of a secret directive, and of what the reader may not see, there are no words. */
export const NoticeLine = z.object({
  id: z.uuid(),
  kind: NoticeKind,
  page: NoticePage,
  /** By which the page is found. */
  thingId: z.uuid(),
  isSecret: z.boolean(),
  address: z.string(),
  text: z.string(),
  /** As officials cite it. */
  directiveName: z.string(),
  /** The other side: on whom it lies or who urges. */
  bodyName: z.string(),
  due: Day.nullable(),
  rungOn: Day,
  madeAt: z.string(),
  /** How many came with it and are told together with it, itself with them. */
  count: z.number(),
  isRead: z.boolean(),
  /** No longer owed, or a later reminder of it stands. */
  isSettled: z.boolean(),
})
export type NoticeLine = z.infer<typeof NoticeLine>

const Hour = z.number().int().min(0).max(23)
export const NoticeSettings = z.object({
  address: z.string(),
  byEmail: z.boolean(),
  unwantedKinds: z.array(NoticeKind),
  digestHour: Hour.nullable(),
  quietFrom: Hour,
  quietTo: Hour,
  onDaysOff: z.boolean(),
  language: z.enum(['vi', 'en']),
})
export type NoticeSettings = z.infer<typeof NoticeSettings>

/** Waits for an answer; answered; the day passed without a word; with the superior; all in it is done; something in it need not be done any more, and nothing else is owed; taken back. */
export const UrgingState = z.enum(['open', 'answered', 'silent', 'escalated', 'done', 'lapsed', 'withdrawn'])
export type UrgingState = z.infer<typeof UrgingState>

export const UrgingLine = z.object({
  id: z.uuid(),
  actId: z.uuid(),
  /** Over what: all that an act lists is of one kind. */
  kind: UrgedKind,
  urgerId: z.uuid(),
  urgerName: z.string(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  number: z.string(),
  urgedOn: Day,
  answerBy: Day,
  state: UrgingState,
  isSecret: z.boolean(),
  /** How many things it lists, and how many of them are still owed. */
  things: z.number(),
  owed: z.number(),
  answeredOn: Day.nullable(),
  escalatedOn: Day.nullable(),
  escalatedToName: z.string().nullable(),
})
export type UrgingLine = z.infer<typeof UrgingLine>

export const UrgingPage = UrgingLine.extend({
  words: z.string(),
  signer: z.string(),
  signerTitle: z.string(),
  escalates: z.boolean(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  silentOn: Day.nullable(),
  escalatedBy: z.string().nullable(),
  /** What the superior says is to be done. */
  direction: z.string().nullable(),
  directedOn: Day.nullable(),
  directedBy: z.string().nullable(),
  /** The nearest body above the one urged in which somebody may say what is to be done; null: none. */
  superiorName: z.string().nullable(),
  /** That superior is the one that urges: its leaders are whom it is brought before. */
  isUrgedByItsSuperior: z.boolean(),
  doneOn: Day.nullable(),
  withdrawnOn: Day.nullable(),
  withdrawnWhy: z.string().nullable(),
  /** Those of its things that the caller may see. */
  seen: z.array(
    z.object({
      kind: UrgedKind,
      /** An obligation, a plan or a receipt. */
      thingId: z.uuid(),
      address: z.string(),
      text: z.string(),
      directiveName: z.string(),
      directiveIssuedOn: Day.nullable(),
      due: Day,
      isOwed: z.boolean(),
      /** It need not be done any more, and was not. */
      isVoid: z.boolean(),
      /** Where the thing is in its own life. */
      state: z.string(),
    }),
  ),
  /** Bodies urged by the same act, this one with them. */
  inAct: z.number(),
  canAnswer: z.boolean(),
  canEscalate: z.boolean(),
  canDirect: z.boolean(),
  canWithdraw: z.boolean(),
})
export type UrgingPage = z.infer<typeof UrgingPage>

/** Why something meant is not urged: it is not late, was not passed on to it yet, has not received what it is to pass on, is reported and waits for verification, was returned, lies on the urging body itself, is not its to urge, or was urged by it already and an answer is awaited. */
export const LeftOut = z.enum(['taken-back', 'not-late', 'unsent', 'not-received', 'reported', 'returned', 'own', 'not-yours', 'waits'])
export type LeftOut = z.infer<typeof LeftOut>

const paging = { limit: z.coerce.number<number>().int().min(1).max(200).default(25), offset: z.coerce.number<number>().int().min(0).default(0) }
const actors = ['clerk', 'leader'] as const
/** So many may be named one by one: what the address of a question holds. */
export const namedAtMost = 200
/** The late that are meant: some by name, or all that a list shows, of some bodies or all; less the bodies left out. */
const meant = {
  what: UrgedKind.default('milestone'),
  obligationIds: many(ObligationId),
  bodyIds: many(BodyId),
  ...ObligationFilter.omit({ standings: true }).shape,
  /** Late plans, or receipts, by name; else all that a list shows, narrowed by the branch and levels below and by directive and words. */
  thingIds: many(z.uuid()),
  underId: BodyId.optional(),
  levels: many(Level),
}
const sorted = ['body', 'urger', 'kind', 'urgedOn', 'answerBy', 'state'] as const
/** By what urgings are put in order; with «-» the other way round. */
export const UrgingSort = z.enum([...sorted, ...sorted.map((name) => `-${name}` as const)])
export type UrgingSort = z.infer<typeof UrgingSort>
const urgingFilter = {
  side: z.enum(['sent', 'received', 'superior']).optional(),
  states: many(UrgingState),
  obligationId: ObligationId.optional(),
  bodyId: BodyId.optional(),
}
const Line = z.string().trim().normalize('NFC').max(300)

export const endpoints = {
  countNotices: read({
    path: '/api/notices/count',
    for: 'holder',
    does: 'How many notices to the person in the post acted in are unread and still hold (100 stands for more); what came with one act counts once.',
    input: z.object({}),
    output: z.object({ unread: z.number() }),
  }),
  listNotices: read({
    path: '/api/notices',
    for: 'holder',
    does: 'The notices to the person in the post acted in, newest first; those that still hold, or all. What came with one act is told together, with how many there are; with `of` (one of them) one by one.',
    input: z.object({ all: z.stringbool().optional(), kinds: many(NoticeKind), of: NoticeId.optional(), ...paging }),
    output: z.object({ total: z.number(), unread: z.number(), rows: z.array(NoticeLine) }),
  }),
  readNotice: write({
    path: '/api/notices/:noticeId/read',
    for: 'holder',
    does: 'Marks one of one’s own notices as read, or with it all that came with the same act.',
    input: z.object({ noticeId: NoticeId, isGathered: z.boolean().default(false) }),
    output: z.object({}),
  }),
  readAllNotices: write({
    path: '/api/notices/read',
    for: 'holder',
    does: 'Marks all notices to the person in the post acted in as read.',
    input: z.object({}),
    output: z.object({ count: z.number() }),
  }),
  getNoticeSettings: read({
    path: '/api/me/notice-settings',
    for: 'person',
    does: 'How the caller wants to be told by e-mail, whether this installation can send any, what became of the last one, and whether they have a calendar address.',
    input: z.object({}),
    output: NoticeSettings.extend({
      canMail: z.boolean(),
      /** What the mail server said when it refused the address for good; nothing is mailed to it until the settings are saved anew. */
      refused: z.string().nullable(),
      /** Only addresses of these domains are taken; none: any. */
      domains: z.array(z.string()),
      lastMail: z
        .object({ state: z.enum(['waiting', 'sent', 'dropped', 'given-up']), at: z.string().nullable(), error: z.string().nullable() })
        .nullable(),
      calendarSince: z.string().nullable(),
    }),
  }),
  saveNoticeSettings: write({
    path: '/api/me/notice-settings',
    for: 'person',
    does: 'Sets how the caller wants to be told by e-mail. What came before e-mail was turned on is not mailed.',
    input: NoticeSettings.extend({
      address: z.union([z.literal(''), z.email().max(200)]),
      unwantedKinds: z.array(NoticeKind).max(NoticeKind.options.length),
      digestHour: Hour.nullable().default(null),
    }),
    output: z.object({}),
  }),
  renewCalendar: write({
    path: '/api/me/calendar/renew',
    for: 'person',
    does: 'Makes a secret address for the caller’s calendar; the one before no longer works. It is said this once.',
    input: z.object({}),
    output: z.object({ address: z.string() }),
  }),
  revokeCalendar: write({
    path: '/api/me/calendar/revoke',
    for: 'person',
    does: 'Gives the caller’s calendar address up: it no longer works.',
    input: z.object({}),
    output: z.object({}),
  }),
  readCalendar: download({
    path: '/api/calendar/:token/trien-khai.ics',
    for: 'anyone',
    does: 'What falls due for the person of a secret calendar address, as iCalendar; no words of secret directives.',
    input: z.object({ token: z.string().min(1).max(200) }),
  }),
  previewUrging: read({
    path: '/api/urgings/preview',
    for: actors,
    does: 'Whom an act of urging would reach: the late obligations (or plans, receipts, study) meant that the caller’s body may urge, by body; and what a letter would say unless it is changed.',
    input: z.object(meant),
    output: z.object({
      things: z.number(),
      /** Each with the day on which it was last urged over one of these things. */
      bodies: z.array(z.object({ bodyId: z.uuid(), name: z.string(), things: z.number(), daysLate: z.number(), urgedOn: Day.nullable() })),
      /** Of these bodies, those above which nobody could take up what is not answered: how many, and the names of some. */
      withoutSuperior: z.object({ bodies: z.number(), names: z.array(z.string()) }),
      /** Of what is meant and seen, what is not urged: why, how much, on how many bodies, and some of their names. */
      leftOut: z.array(z.object({ why: LeftOut, things: z.number(), bodies: z.number(), names: z.array(z.string()) })),
      answerBy: Day,
      words: z.string(),
      place: z.string(),
      signer: z.string(),
      signerTitle: z.string(),
    }),
  }),
  urge: write({
    path: '/api/urgings',
    for: actors,
    does: 'Urges bodies over what is late with them (đôn đốc): an urging and a letter to each, to be answered by a day. The standing body of the directive may, whoever ordered the plan or sent the directive out, and whoever stands above the body.',
    input: z.object({
      ...meant,
      obligationIds: z.array(ObligationId).max(namedAtMost).optional(),
      bodyIds: z.array(BodyId).max(namedAtMost).optional(),
      thingIds: z.array(z.uuid()).max(namedAtMost).optional(),
      exceptBodyIds: z.array(BodyId).max(2000).default([]),
      answerBy: Day,
      words: z.string().trim().normalize('NFC').min(10).max(4000),
      number: Line.max(60).default(''),
      place: Line.max(100).default(''),
      signer: Line.max(120).default(''),
      signerTitle: Line.max(120).default(''),
      /** What is not answered by the day goes to the superior by itself. */
      escalates: z.boolean().default(false),
    }),
    output: z.object({ actId: UrgingActId, urgings: z.number(), things: z.number() }),
  }),
  listUrgings: read({
    path: '/api/urgings',
    for: 'holder',
    does: 'The urgings the caller may see, newest first and by the name of the urged body within an act, or as `sort` says: sent by their body, received by it, brought to it as superior, or all; filtered.',
    input: z.object({ ...urgingFilter, sort: UrgingSort.optional(), ...paging }),
    output: z.object({ total: z.number(), rows: z.array(UrgingLine) }),
  }),
  exportUrgings: download({
    path: '/api/urgings/export',
    for: 'holder',
    does: 'The urgings of a list as xlsx: all of them, not a page (at most 100,000).',
    input: z.object({ ...urgingFilter, sort: UrgingSort.optional() }),
  }),
  openUrging: read({
    path: '/api/urgings/:urgingId',
    for: 'holder',
    does: 'An urging with its words, what it lists as far as the caller may see it, the answer, and what the caller may do now.',
    input: z.object({ urgingId: UrgingId }),
    output: UrgingPage,
  }),
  answerUrging: write({
    path: '/api/urgings/:urgingId/answer',
    for: actors,
    does: 'The urged body answers with words, once.',
    input: z.object({ urgingId: UrgingId, text: z.string().trim().normalize('NFC').min(3).max(10_000) }),
    output: z.object({}),
  }),
  escalateUrging: write({
    path: '/api/urgings/:urgingId/escalate',
    for: actors,
    does: 'The urging body brings an urging that was not answered by its day before the superior of the urged body.',
    input: z.object({ urgingId: UrgingId }),
    output: z.object({ toName: z.string() }),
  }),
  directUrging: write({
    path: '/api/urgings/:urgingId/direct',
    for: actors,
    does: 'The superior that an unanswered urging was brought before says, once, what is to be done; the body urged and the one that urged are told.',
    input: z.object({ urgingId: UrgingId, text: z.string().trim().normalize('NFC').min(3).max(10_000) }),
    output: z.object({}),
  }),
  withdrawUrging: write({
    path: '/api/urgings/:urgingId/withdraw',
    for: actors,
    does: 'The urging body takes an urging back with a reason.',
    input: z.object({ urgingId: UrgingId, why: z.string().trim().normalize('NFC').min(3).max(1000) }),
    output: z.object({}),
  }),
  downloadUrgingLetter: download({
    path: '/api/urgings/:urgingId/letter',
    for: 'holder',
    does: 'The letter of an urging as docx, laid out as the rules for its issuer were on its day.',
    input: z.object({ urgingId: UrgingId }),
  }),
  downloadUrgingLetters: download({
    path: '/api/urging-acts/:actId/letters',
    for: 'holder',
    does: 'All letters of one act of urging in one docx, each on pages of its own; for the body that urged.',
    input: z.object({ actId: UrgingActId }),
  }),
}
