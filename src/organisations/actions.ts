import { Refusal } from '../kernel/errors.ts'
import type { Answer } from '../kernel/serve.ts'
import type { endpoints } from './contract.ts'
import * as queries from './queries.ts'
import { reaches, requireReach } from './reach.ts'
import { words } from './words.ts'

export const listKinds: Answer<typeof endpoints.listKinds> = ({ db }) => queries.allKinds(db)

export const listBranches: Answer<typeof endpoints.listBranches> = ({ db, today }, { parentId, asOf }) =>
  queries.branches(db, parentId ?? null, asOf ?? today)

export const searchBodies: Answer<typeof endpoints.searchBodies> = ({ db, today }, { words: sought, ids, asOf, limit }) =>
  sought ? queries.search(db, sought, asOf ?? today, limit) : queries.bodiesByIds(db, ids ?? [], asOf ?? today)

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

export const createBody: Answer<typeof endpoints.createBody> = async ({ db, user, about }, body) => {
  if (body.parentId) await requireReach(db, user.reachId, body.parentId, body.from)
  else if (!user.duties.includes('administrator')) throw new Refusal('forbidden', words.notUnderYou)
  await refuseSameName(db, body)
  await requireKind(db, body.kind)
  const bodyId = await queries.insertBody(db, body)
  await queries.insertAliases(db, bodyId, body.aliases)
  await queries.refreshReach(db, [bodyId])
  about(bodyId)
  return { bodyId: bodyId as never }
}

export const amendBody: Answer<typeof endpoints.amendBody> = async ({ db, user, about }, { bodyId, ...body }) => {
  await requireReach(db, user.reachId, bodyId, body.from)
  const [latest] = await queries.versionsOf(db, bodyId)
  if (!latest) throw new Refusal('missing', words.noBody)
  if (latest.from && body.from <= latest.from) throw new Refusal('conflict', words.tooEarly, { day: latest.from })
  if (body.parentId && (await reaches(db, bodyId, body.parentId, body.from))) throw new Refusal('conflict', words.notUnderItself)
  if (body.parentId) await requireReach(db, user.reachId, body.parentId, body.from)
  if (body.name !== latest.name) await refuseSameName(db, body)
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

async function refuseSameName(
  db: Parameters<typeof queries.findSibling>[0],
  body: { parentId: string | null; name: string; from: string },
): Promise<void> {
  if (await queries.findSibling(db, body.parentId, body.name, body.from)) throw new Refusal('conflict', words.sameName, { name: body.name })
}

async function requireKind(db: Parameters<typeof queries.allKinds>[0], kind: string): Promise<void> {
  if (!(await queries.allKinds(db)).some(({ key }) => key === kind)) throw new Refusal('invalid', words.noKind)
}
