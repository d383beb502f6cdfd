import { z } from 'zod'
import { download, many, read, write } from '../kernel/endpoint.ts'

export const BodyId = z.uuid().brand('BodyId')
export type BodyId = z.infer<typeof BodyId>
export const ClassId = z.uuid().brand('ClassId')

export const Day = z.iso.date()
export const Bloc = z.enum(['party', 'state', 'assembly', 'front'])
export const Level = z.enum(['central', 'province', 'district', 'commune', 'grassroots'])
export type Level = z.infer<typeof Level>

/** A body as of a day, in a line. */
export const BodyLine = z.object({
  id: z.uuid(),
  name: z.string(),
  shortName: z.string(),
  kind: z.string(),
  kindName: z.string(),
  level: Level,
  parentId: z.uuid().nullable(),
})
export type BodyLine = z.infer<typeof BodyLine>

/** A body in the tree: its bloc, and how many stand right under it. */
export const Branch = BodyLine.extend({ bloc: Bloc, children: z.number() })
/** A body in a list, with its superior. */
export const ListedBody = BodyLine.extend({ bloc: Bloc, parentName: z.string().nullable() })
export const Kind = z.object({ key: z.string(), name: z.string(), english: z.string(), bloc: Bloc })

export const BodyVersion = z.object({
  name: z.string(),
  shortName: z.string(),
  kind: z.string(),
  kindName: z.string(),
  level: Level,
  parentId: z.uuid().nullable(),
  parentName: z.string().nullable(),
  from: Day.nullable(),
  to: Day.nullable(),
  /** It is the newest, and is not in force yet or was entered today: a slip in it may still be mended. */
  canCorrect: z.boolean(),
  /** Besides, there is one before it that would hold on. */
  canWithdraw: z.boolean(),
})
const Why = z.string().trim().normalize('NFC').min(3).max(1000)
export const BodyPage = Branch.extend({
  established: Day,
  dissolved: Day.nullable(),
  path: z.array(z.object({ id: z.uuid(), name: z.string() })),
  aliases: z.array(z.string()),
  codes: z.array(z.object({ scheme: z.string(), code: z.string() })),
  versions: z.array(BodyVersion),
  canChange: z.boolean(),
})

export const BodyClass = z.object({ id: z.uuid(), name: z.string(), note: z.string(), isOpen: z.boolean(), bodies: z.number() })

const BodiesWanted = z.object({
  words: z.string().trim().max(200).optional(),
  level: Level.optional(),
  kind: z.string().max(100).optional(),
  asOf: Day.optional(),
})

const NewBody = z.object({
  name: z.string().trim().normalize('NFC').min(2).max(300),
  shortName: z.string().trim().normalize('NFC').max(120).default(''),
  kind: z.string().min(1),
  level: Level,
  parentId: BodyId.nullable(),
  aliases: z.array(z.string().trim().normalize('NFC').min(2).max(300)).max(20).default([]),
})

export const endpoints = {
  listKinds: read({
    path: '/api/body-kinds',
    for: 'anyone',
    does: 'All kinds of bodies with their bloc.',
    input: z.object({}),
    output: z.array(Kind),
  }),
  listBranches: read({
    path: '/api/bodies',
    for: 'holder',
    does: 'The bodies right under `parentId` (the roots when there is none) as of a day: by level, bloc and protocol, then by kind and in Vietnamese order.',
    input: z.object({ parentId: BodyId.optional(), asOf: Day.optional() }),
    output: z.array(Branch),
  }),
  searchBodies: read({
    path: '/api/bodies/search',
    for: 'holder',
    does: 'Bodies whose name, short name, former name, alias or code matches the words (case, tone marks and đ do not matter), nearest first, as of a day; without words, those with the given ids. For the issuer of a directive (`issuerId`) those in its field and of its bloc come before others that are called no more exactly so.',
    input: z.object({
      words: z.string().trim().max(200).default(''),
      asOf: Day.optional(),
      ids: many(BodyId),
      issuerId: BodyId.optional(),
      limit: z.coerce.number<number>().int().min(1).max(100).default(30),
    }),
    output: z.array(BodyLine),
  }),
  listBodies: read({
    path: '/api/bodies/list',
    for: 'holder',
    does: 'Bodies of a level, of a kind, or with some words in one of their names, as of a day, in the order of the tree.',
    input: BodiesWanted.extend({
      limit: z.coerce.number<number>().int().min(1).max(100).default(25),
      offset: z.coerce.number<number>().int().min(0).max(1_000_000).default(0),
    }),
    output: z.object({ total: z.number(), rows: z.array(ListedBody) }),
  }),
  exportBodies: download({
    path: '/api/bodies/export',
    for: 'holder',
    does: 'The same bodies as a workbook.',
    input: BodiesWanted,
  }),
  openBody: read({
    path: '/api/bodies/:bodyId',
    for: 'holder',
    does: 'A body as of a day: names, kind, place in the tree, codes, and all its versions.',
    input: z.object({ bodyId: BodyId, asOf: Day.optional() }),
    output: BodyPage,
  }),
  listClasses: read({
    path: '/api/body-classes',
    for: 'holder',
    does: 'All classes of bodies and how many bodies each resolves to as of a day, in the whole country or in the field of the issuer of a directive.',
    input: z.object({ asOf: Day.optional(), issuerId: BodyId.optional() }),
    output: z.array(BodyClass),
  }),
  resolveClass: read({
    path: '/api/body-classes/:classId/bodies',
    for: 'holder',
    does: 'The bodies a class resolves to as of a day.',
    input: z.object({ classId: ClassId, asOf: Day.optional() }),
    output: z.array(BodyLine),
  }),
  createBody: write({
    path: '/api/bodies/create',
    for: ['administrator', 'clerk'],
    does: 'Registers a body as of a day, under a parent within the caller’s reach, at the parent’s level or lower.',
    input: NewBody.extend({ from: Day }),
    output: z.object({ bodyId: BodyId }),
  }),
  amendBody: write({
    path: '/api/bodies/:bodyId/amend',
    for: ['administrator'],
    does: 'Gives a body a new name, kind, level or parent from a day on; what it was before stays readable. Its kind and level are for those above it to change.',
    input: NewBody.omit({ aliases: true }).extend({ bodyId: BodyId, from: Day }),
    output: z.object({}),
  }),
  correctBody: write({
    path: '/api/bodies/:bodyId/correct',
    for: ['administrator'],
    does: 'Mends the newest change of a body, the one that begins on `begins`, while it is not in force yet or on the day it was entered: other facts, or another day. The reason goes into the journal.',
    input: NewBody.omit({ aliases: true }).extend({ bodyId: BodyId, begins: Day, from: Day, why: Why }),
    output: z.object({}),
  }),
  withdrawBodyChange: write({
    path: '/api/bodies/:bodyId/withdraw-change',
    for: ['administrator'],
    does: 'Takes the newest change of a body back while it is not in force yet or on the day it was entered: what held before holds on. The reason goes into the journal.',
    input: z.object({ bodyId: BodyId, begins: Day, why: Why }),
    output: z.object({}),
  }),
  addAlias: write({
    path: '/api/bodies/:bodyId/aliases',
    for: ['administrator', 'clerk'],
    does: 'Adds a name under which documents call a body.',
    input: z.object({ bodyId: BodyId, name: z.string().trim().normalize('NFC').min(2).max(300) }),
    output: z.object({}),
  }),
}
