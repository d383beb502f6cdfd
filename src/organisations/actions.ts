import type { Database } from '../kernel/database.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Answer, Holder } from '../kernel/serve.ts'
import { workbook } from '../paper/sheets.ts'
import { type endpoints, Level } from './contract.ts'
import { bodiesSheet } from './exports.ts'
import * as queries from './queries.ts'
import { reaches, requireReach } from './reach.ts'
import { words } from './words.ts'

export const listKinds: Answer<typeof endpoints.listKinds> = ({ db }) => queries.allKinds(db)

export const listBranches: Answer<typeof endpoints.listBranches> = ({ db, today }, { parentId, asOf }) =>
  queries.branches(db, parentId ?? null, asOf ?? today)

export const searchBodies: Answer<typeof endpoints.searchBodies> = ({ db, today }, { words: sought, ids, asOf, limit }) =>
  sought ? queries.search(db, sought, asOf ?? today, limit) : queries.bodiesByIds(db, ids ?? [], asOf ?? today)

export const listBodies: Answer<typeof endpoints.listBodies> = async ({ db, today }, { asOf, ...wanted }) => {
  const day = asOf ?? today
  const [total, rows] = await Promise.all([queries.countBodies(db, day, wanted), queries.listBodies(db, day, wanted)])
  return { total, rows }
}

export const exportBodies: Answer<typeof endpoints.exportBodies> = async ({ db, today, language }, { asOf, ...wanted }) =>
  workbook('co-quan', [
    bodiesSheet({ language, today: asOf ?? today }, await queries.listBodies(db, asOf ?? today, { ...wanted, limit: 100_000, offset: 0 })),
  ])

export const openBody: Answer<typeof endpoints.openBody> = async ({ db, user, today }, { bodyId, asOf }) => {
  const day = asOf ?? today
  const body = await queries.findBody(db, bodyId, day)
  if (!body) throw new Refusal('missing', words.noBody)
  const [path, aliases, codes, versions, canChange] = await Promise.all([
    queries.superiors(db, bodyId, day),
    queries.aliasesOf(db, bodyId),
    queries.codesOf(db, bodyId),
    queries.versionsOf(db, bodyId),
    user.duties.includes('administrator') && reaches(db, user.reachId, bodyId, today),
  ])
  return { ...body, path, aliases: aliases.map(({ name }) => name), codes, versions, canChange }
}

export const listClasses: Answer<typeof endpoints.listClasses> = ({ db, today }, { asOf }) => queries.classesOn(db, asOf ?? today)

export const resolveClass: Answer<typeof endpoints.resolveClass> = ({ db, today }, { classId, asOf }) =>
  queries.bodiesOfClass(db, classId, asOf ?? today)

export const createBody: Answer<typeof endpoints.createBody> = async ({ db, user, today, about }, body) => {
  await queries.lockTree(db)
  await requirePlace(db, user, body, today)
  await refuseAboveParent(db, body)
  await refuseSameName(db, body)
  await requireKind(db, body.kind)
  const bodyId = await queries.insertBody(db, body)
  await queries.insertAliases(db, bodyId, body.aliases)
  await queries.refreshReach(db, [bodyId])
  about(bodyId)
  return { bodyId: bodyId as never }
}

export const amendBody: Answer<typeof endpoints.amendBody> = async ({ db, user, today, about }, { bodyId, ...body }) => {
  await queries.lockTree(db)
  await requireReach(db, user.reachId, bodyId, later(body.from, today))
  const [latest] = await queries.versionsOf(db, bodyId)
  if (!latest) throw new Refusal('missing', words.noBody)
  const isSame = (['name', 'kind', 'level', 'parentId'] as const).every((field) => body[field] === latest[field])
  if (isSame && (body.shortName || body.name) === latest.shortName) throw new Refusal('invalid', words.nothingChanged)
  if (latest.from && body.from <= latest.from) throw new Refusal('conflict', words.tooEarly, { day: latest.from })
  if (body.parentId && (await queries.everReaches(db, bodyId, body.parentId, body.from))) throw new Refusal('conflict', words.notUnderItself)
  const isElse = body.kind !== latest.kind || body.level !== latest.level
  if (isElse && latest.parentId) await requireReach(db, user.reachId, latest.parentId, today) // no body makes itself a tỉnh ủy: classes go by kind and level
  if (body.parentId !== latest.parentId) await requirePlace(db, user, body, today)
  if (isElse || body.parentId !== latest.parentId) await refuseAboveParent(db, body)
  await refuseSameName(db, body, bodyId)
  await requireKind(db, body.kind)
  await queries.replaceVersion(db, bodyId, body)
  await queries.refreshReach(db, [bodyId])
  about(bodyId)
  return {}
}

export const addAlias: Answer<typeof endpoints.addAlias> = async ({ db, user, today, about }, { bodyId, name }) => {
  await requireReach(db, user.reachId, bodyId, today)
  await queries.insertAliases(db, bodyId, [name])
  about(bodyId)
  return {}
}

type Place = { parentId: string | null; name: string; from: string }

const later = (one: string, other: string) => (one > other ? one : other)

/** A body stands under a superior within the caller's reach that is there from that day on; without a superior, only an administrator of such a body may put it. */
async function requirePlace(db: Database, user: Holder, { parentId, from }: Place, today: string): Promise<void> {
  if (parentId === null) {
    const own = await queries.findBody(db, user.reachId, today)
    if (!user.duties.includes('administrator') || own?.parentId !== null) throw new Refusal('forbidden', words.notUnderYou)
    return
  }
  await requireReach(db, user.reachId, parentId, later(from, today))
  if (!(await queries.standsSince(db, parentId, from))) throw new Refusal('conflict', words.parentNotThere)
}

/** A body is of its superior's level or of a lower one. */
async function refuseAboveParent(db: Database, { parentId, level, from }: { parentId: string | null; level: Level; from: string }): Promise<void> {
  const parent = parentId === null ? undefined : await queries.findBody(db, parentId, from)
  if (parent && Level.options.indexOf(level) < Level.options.indexOf(parent.level)) throw new Refusal('invalid', words.aboveParent)
}

async function refuseSameName(db: Database, { parentId, name, from }: Place, exceptId: string | null = null): Promise<void> {
  if (await queries.findSibling(db, parentId, name, from, exceptId)) throw new Refusal('conflict', words.sameName, { name })
}

async function requireKind(db: Database, kind: string): Promise<void> {
  if (!(await queries.allKinds(db)).some(({ key }) => key === kind)) throw new Refusal('invalid', words.noKind)
}
