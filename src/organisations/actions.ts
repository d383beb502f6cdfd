import type { Database } from '../kernel/database.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Answer, Holder } from '../kernel/serve.ts'
import { workbook, written } from '../paper/sheets.ts'
import { type endpoints, Level } from './contract.ts'
import { bodiesSheet } from './exports.ts'
import * as queries from './queries.ts'
import { reaches, requireReach } from './reach.ts'
import { words } from './words.ts'

export const listKinds: Answer<typeof endpoints.listKinds> = ({ db }) => queries.allKinds(db)

export const listBranches: Answer<typeof endpoints.listBranches> = ({ db, today }, { parentId, asOf }) =>
  queries.branches(db, parentId ?? null, asOf ?? today)

export const searchBodies: Answer<typeof endpoints.searchBodies> = ({ db, today }, { words: sought, ids, asOf, issuerId = null, limit }) =>
  sought ? queries.search(db, sought, asOf ?? today, issuerId, limit) : queries.bodiesByIds(db, ids ?? [], asOf ?? today)

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
    queries.versionsOf(db, bodyId, day),
    user.duties.includes('administrator') && reaches(db, user.reachId, bodyId, today),
  ])
  return {
    ...body,
    path,
    aliases: aliases.map(({ name }) => name),
    codes,
    versions: versions.map((version, i) => ({ ...version, ...mendable(versions, i, today, canChange) })),
    canChange,
  }
}

export const listClasses: Answer<typeof endpoints.listClasses> = ({ db, today }, { asOf, issuerId = null }) =>
  queries.classesOn(db, asOf ?? today, issuerId)

export const resolveClass: Answer<typeof endpoints.resolveClass> = ({ db, today }, { classId, asOf }) =>
  queries.bodiesOfClass(db, classId, asOf ?? today)

export const createBody: Answer<typeof endpoints.createBody> = async ({ db, user, today, about }, body) => {
  await queries.lockTree(db)
  await requirePlace(db, user, body, today)
  await refuseAboveParent(db, body)
  await refuseSameName(db, body)
  await requireKind(db, body.kind)
  const bodyId = await queries.insertBody(db, body, today)
  await queries.insertAliases(db, bodyId, body.aliases)
  await queries.refreshReach(db, [bodyId])
  about(bodyId)
  return { bodyId: bodyId as never }
}

export const amendBody: Answer<typeof endpoints.amendBody> = async ({ db, user, today, about }, { bodyId, ...body }) => {
  await queries.lockTree(db)
  await requireReach(db, user.reachId, bodyId, later(body.from, today))
  const versions = await queries.versionsOf(db, bodyId, today)
  if (versions.length === 0) throw new Refusal('missing', words.noBody)
  await change(db, user, today, bodyId, body, versions)
  about(bodyId)
  return {}
}

export const correctBody: Answer<typeof endpoints.correctBody> = async ({ db, user, today, about }, { bodyId, begins, why: _why, ...body }) => {
  const [newest, ...before] = await lockNewest(db, user, today, bodyId, begins)
  const [previous] = before
  if (isSame(body, newest) && body.from === begins) throw new Refusal('invalid', words.nothingChanged)
  if (previous) {
    await queries.removeVersion(db, bodyId, begins)
    await change(db, user, today, bodyId, body, [{ ...previous, to: null }, ...before.slice(1)])
  } else {
    if (body.from !== begins) throw new Refusal('conflict', words.firstDayStays)
    await requireFit(db, user, today, bodyId, body, newest)
    await queries.rewriteVersion(db, bodyId, begins, body)
    await queries.refreshReach(db, [bodyId])
  }
  about(bodyId)
  return {}
}

export const withdrawBodyChange: Answer<typeof endpoints.withdrawBodyChange> = async ({ db, user, today, about }, { bodyId, begins }) => {
  const [, previous] = await lockNewest(db, user, today, bodyId, begins)
  if (!previous) throw new Refusal('conflict', words.firstStays)
  if (previous.parentId) await requireStanding(db, previous.parentId, begins)
  await queries.removeVersion(db, bodyId, begins)
  await refuseSameName(db, { ...previous, from: begins }, bodyId)
  await queries.refreshReach(db, [bodyId])
  about(bodyId)
  return {}
}

type Version = Awaited<ReturnType<typeof queries.versionsOf>>[number]
type Facts = { name: string; shortName: string; kind: string; level: Level; parentId: string | null }
const fields = ['name', 'shortName', 'kind', 'level', 'parentId'] as const

const isSame = (body: Facts, version: Version) =>
  fields.every((field) => (field === 'shortName' ? body.shortName || body.name : body[field]) === version[field])

/** What may still be done with a version of a body, these in order, newest first. */
function mendable(versions: readonly Version[], i: number, today: string, canChange: boolean) {
  const { from, recordedOn } = versions[i] as Version
  const canCorrect = canChange && i === 0 && from !== null && (from > today || recordedOn === today)
  return { canCorrect, canWithdraw: canCorrect && versions.length > 1 }
}

/** The versions of a body, newest first, when the newest begins on a day and may still be mended by whoever reaches it. */
async function lockNewest(db: Database, user: Holder, today: string, bodyId: string, begins: string): Promise<[Version, ...Version[]]> {
  await queries.lockTree(db)
  await requireReach(db, user.reachId, bodyId, today)
  const [newest, ...before] = await queries.versionsOf(db, bodyId, today)
  if (newest?.from !== begins) throw new Refusal('conflict', words.notNewest)
  if (!mendable([newest, ...before], 0, today, true).canCorrect) throw new Refusal('conflict', words.inForce, { day: written(begins) })
  return [newest, ...before]
}

/** Gives a body new facts from a day on; what a change planned for later leaves as it was follows the new ones. */
async function change(db: Database, user: Holder, today: string, bodyId: string, body: Facts & { from: string }, versions: readonly Version[]) {
  const base = versions.find(({ from }) => from === null || from <= later(body.from, today)) ?? (versions.at(-1) as Version)
  if (isSame(body, base)) throw new Refusal('invalid', words.nothingChanged)
  if (base.from && body.from <= base.from) throw new Refusal('conflict', words.tooEarly, { day: written(base.from) })
  await requireFit(db, user, today, bodyId, body, base)
  await queries.replaceVersion(db, bodyId, body, today)
  const kept = new Set<(typeof fields)[number]>(fields)
  for (const planned of versions.filter(({ from }) => from !== null && from > body.from).reverse()) {
    for (const field of [...kept]) if (planned[field] !== base[field]) kept.delete(field)
    const carried = Object.fromEntries([...kept].map((field) => [field, field === 'shortName' ? body.shortName || body.name : body[field]]))
    await queries.rewriteVersion(db, bodyId, planned.from as string, { ...planned, ...carried })
  }
  await queries.refreshReach(db, [bodyId])
}

/** A change fits where it makes no circle, and stands in the caller's right to make it. */
async function requireFit(db: Database, user: Holder, today: string, bodyId: string, body: Facts & { from: string }, base: Version): Promise<void> {
  if (body.parentId && (await queries.everReaches(db, bodyId, body.parentId, body.from))) throw new Refusal('conflict', words.notUnderItself)
  const isElse = body.kind !== base.kind || body.level !== base.level
  if (isElse && base.parentId) await requireReach(db, user.reachId, base.parentId, today) // no body makes itself a tỉnh ủy: classes go by kind and level
  if (body.parentId !== base.parentId) await requirePlace(db, user, body, today)
  if (isElse || body.parentId !== base.parentId) await refuseAboveParent(db, body)
  await refuseSameName(db, body, bodyId)
  await requireKind(db, body.kind)
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
  await requireStanding(db, parentId, from)
}

async function requireStanding(db: Database, parentId: string, from: string): Promise<void> {
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
