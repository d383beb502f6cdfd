import { z } from 'zod'
import { download, read, write } from '../kernel/endpoint.ts'
import { BodyId, Day, Level } from '../organisations/contract.ts'

export const PersonId = z.uuid().brand('PersonId')
export const PostId = z.uuid().brand('PostId')
export const HoldingId = z.uuid().brand('HoldingId')
export const Duty = z.enum(['administrator', 'clerk', 'leader', 'appraiser', 'inspector'])
export type Duty = z.infer<typeof Duty>

/** A post that somebody holds, with its body. */
export const HeldPost = z.object({
  holdingId: z.uuid(),
  title: z.string(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  bodyShortName: z.string(),
  reachId: z.uuid(),
  reachName: z.string(),
  duties: z.array(Duty),
})
export type HeldPost = z.infer<typeof HeldPost>

/** What the page must know before anything else. */
export const Me = z.object({
  /** Nobody has an account yet: the first administrator is to be made. */
  isEmpty: z.boolean(),
  isExample: z.boolean(),
  /** So many bytes a file may have. */
  fileLimit: z.number(),
  /** The day on the product's clock; `isSet` when it is not the machine's. */
  clock: z.object({ today: Day, isSet: z.boolean() }),
  person: z.object({ id: z.uuid(), name: z.string(), username: z.string(), acting: HeldPost.nullable(), posts: z.array(HeldPost) }).nullable(),
})
export type Me = z.infer<typeof Me>

/** Something a line of the journal is about: a task, an obligation, an item of a plan or one that was taken out of it, an order to plan, a body. */
export const HistorySubject = z.object({
  kind: z.enum(['task', 'obligation', 'item', 'gone-item', 'order', 'body']),
  id: z.uuid(),
  address: z.string(),
  text: z.string(),
})
export type HistorySubject = z.infer<typeof HistorySubject>

/** One line of a thing's history: who, holding which post, for which body, did what, on which things (some named, the rest counted), from which input. */
export const HistoryLine = z.object({
  id: z.number(),
  at: z.string(),
  action: z.string(),
  person: z.string().nullable(),
  post: z.string().nullable(),
  body: z.string().nullable(),
  input: z.unknown(),
  subjects: z.array(HistorySubject).default([]),
  more: z.number().default(0),
})
export type HistoryLine = z.infer<typeof HistoryLine>

const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/)
const Password = z.string().min(10).max(200)
const PersonName = z.string().trim().normalize('NFC').min(2).max(120)

export const PostLine = z.object({
  id: z.uuid(),
  title: z.string(),
  duties: z.array(Duty),
  reachId: z.uuid(),
  reachName: z.string(),
  holders: z.array(z.object({ holdingId: z.uuid(), personId: z.uuid(), name: z.string(), username: z.string(), from: Day.nullable() })),
})
export const PersonLine = z.object({ id: z.uuid(), name: z.string(), username: z.string(), disabled: z.boolean(), posts: z.array(z.string()) })

export const PersonPage = z.object({
  id: z.uuid(),
  name: z.string(),
  username: z.string(),
  disabled: z.boolean(),
  /** Whether the caller may act on the account itself. */
  canChange: z.boolean(),
  /** The posts held, those held now first. */
  holdings: z.array(
    z.object({
      holdingId: z.uuid(),
      title: z.string(),
      bodyId: z.uuid(),
      bodyName: z.string(),
      duties: z.array(Duty),
      from: Day.nullable(),
      to: Day.nullable(),
      isNow: z.boolean(),
    }),
  ),
})
const PeopleWanted = z.object({
  words: z.string().trim().max(100).optional(),
  /** With a post in this body or in one under it. */
  bodyId: BodyId.optional(),
  posts: z.enum(['none']).optional(),
})

export const endpoints = {
  getMe: read({
    path: '/api/me',
    for: 'anyone',
    does: 'Who is signed in, the post acted in, the posts to choose from, and the product’s clock.',
    input: z.object({}),
    output: Me,
  }),
  signIn: write({
    path: '/api/sign-in',
    for: 'anyone',
    does: 'Signs a person in by username and password; the session comes as a cookie. At most 10 wrong attempts a minute for one name from one address, and 100 for all names from it.',
    input: z.object({ username: z.string().trim().toLowerCase().min(1).max(100), password: z.string().min(1).max(200) }),
    output: z.object({}),
  }),
  signOut: write({ path: '/api/sign-out', for: 'person', does: 'Ends the session.', input: z.object({}), output: z.object({}) }),
  switchPost: write({
    path: '/api/me/post',
    for: 'person',
    does: 'Acts in another of one’s own posts from now on.',
    input: z.object({ holdingId: HoldingId }),
    output: z.object({}),
  }),
  changePassword: write({
    path: '/api/me/password',
    for: 'person',
    does: 'Changes one’s own password and ends all one’s other sessions.',
    input: z.object({ currentPassword: z.string().min(1).max(200), newPassword: Password }),
    output: z.object({}),
  }),
  listExampleAccounts: read({
    path: '/api/example-accounts',
    for: 'anyone',
    does: 'In the example, and only there, the ready accounts to try; otherwise nothing.',
    input: z.object({}),
    output: z.object({ password: z.string(), accounts: z.array(z.object({ username: z.string(), name: z.string(), posts: z.array(z.string()) })) }),
  }),
  startEmpty: write({
    path: '/api/start',
    for: 'anyone',
    does: 'On an empty installation, and only there, makes the first body and its first administrator, and signs them in.',
    input: z.object({
      bodyName: z.string().trim().normalize('NFC').min(2).max(300),
      bodyKind: z.string().min(1),
      bodyLevel: Level,
      name: PersonName,
      title: PersonName,
      username: Username,
      password: Password,
    }),
    output: z.object({}),
  }),
  listPosts: read({
    path: '/api/bodies/:bodyId/posts',
    for: 'holder',
    does: 'The posts of a body and who holds them today.',
    input: z.object({ bodyId: BodyId }),
    output: z.array(PostLine),
  }),
  listPeople: read({
    path: '/api/people',
    for: ['administrator'],
    does: 'People with a post within the caller’s reach, or with none, by given name; of a body and those under it, or only those without a post.',
    input: PeopleWanted,
    output: z.array(PersonLine),
  }),
  exportPeople: download({
    path: '/api/people/export',
    for: ['administrator'],
    does: 'The same people as a workbook.',
    input: PeopleWanted,
  }),
  openPerson: read({
    path: '/api/people/:personId',
    for: ['administrator'],
    does: 'A person with a post within the caller’s reach, or with none: the account, and the posts held now and before.',
    input: z.object({ personId: PersonId }),
    output: PersonPage,
  }),
  renamePerson: write({
    path: '/api/people/:personId/rename',
    for: ['administrator'],
    does: 'Gives a person of the caller’s reach another name; refused when it is no longer the one the caller saw.',
    input: z.object({ personId: PersonId, was: z.string(), name: PersonName }),
    output: z.object({}),
  }),
  lockPerson: write({
    path: '/api/people/:personId/lock',
    for: ['administrator'],
    does: 'Locks the account of a person of the caller’s reach and ends their sessions, or unlocks it; nobody locks their own.',
    input: z.object({ personId: PersonId, locked: z.boolean() }),
    output: z.object({}),
  }),
  createPost: write({
    path: '/api/bodies/:bodyId/posts/create',
    for: ['administrator'],
    does: 'Makes a post in a body; it reaches that body unless a wider one within the caller’s reach is given.',
    input: z.object({ bodyId: BodyId, title: PersonName, duties: z.array(Duty).min(1), reachId: BodyId.optional() }),
    output: z.object({ postId: PostId }),
  }),
  createPerson: write({
    path: '/api/people/create',
    for: ['administrator'],
    does: 'Makes an account with a first password.',
    input: z.object({ name: PersonName, username: Username, password: Password }),
    output: z.object({ personId: PersonId }),
  }),
  appoint: write({
    path: '/api/posts/:postId/appoint',
    for: ['administrator'],
    does: 'Puts a person into a post from a day on.',
    input: z.object({ postId: PostId, personId: PersonId, from: Day }),
    output: z.object({}),
  }),
  relieve: write({
    path: '/api/holdings/:holdingId/relieve',
    for: ['administrator'],
    does: 'Ends a holding as of a day: from then on the person no longer acts in that post. Nobody relieves themselves of the post acted in.',
    input: z.object({ holdingId: HoldingId, from: Day }),
    output: z.object({}),
  }),
  resetPassword: write({
    path: '/api/people/:personId/password',
    for: ['administrator'],
    does: 'Gives a person of the caller’s reach (without a post: whose account a body of it keeps) a new first password and ends their sessions.',
    input: z.object({ personId: PersonId, password: Password }),
    output: z.object({}),
  }),
  bodyHistory: read({
    path: '/api/bodies/:bodyId/history',
    for: 'holder',
    does: 'What was done with a body and in its name, newest first; for those within whose reach it stands.',
    input: z.object({ bodyId: BodyId }),
    output: z.array(HistoryLine),
  }),
  setClock: write({
    path: '/api/clock',
    for: 'holder',
    does: 'In the example, and only there, sets the product’s clock to a day on which the caller holds a post (or lets it run with the machine’s).',
    input: z.object({ day: Day.nullable() }),
    output: z.object({}),
  }),
}
