import type { Database } from '../kernel/database.ts'
import { Refusal } from '../kernel/errors.ts'
import { attachFiles, type Files } from '../kernel/files.ts'
import type { Answer, Holder } from '../kernel/serve.ts'
import { findBody, matchNames } from '../organisations/queries.ts'
import { reaches } from '../organisations/reach.ts'
import { written } from '../paper/sheets.ts'
import type { endpoints } from './contract.ts'
import { modern } from './extraction/document.ts'
import { extract, readText } from './extraction/extract.ts'
import type { Read } from './extraction/extracted.ts'
import { hintAtExtraction } from './extraction/extractor.ts'
import { limits } from './extraction/limits.ts'
import * as extractions from './extraction/queries.ts'
import * as queries from './queries.ts'
import { stampOf } from './reading/head/stamp.ts'
import type { Reading } from './reading/reading.ts'
import { referencesIn } from './references.ts'
import { words } from './words.ts'

export const startExtraction: Answer<typeof endpoints.startExtraction> = async ({ db, user, about }, { fileId }) => {
  const file = await ownFile(db, user, fileId)
  const extractionId = await extractions.insertExtraction(db, file.id, user.personId)
  about(extractionId)
  hintAtExtraction()
  return { extractionId: extractionId as never }
}

export const followExtraction: Answer<typeof endpoints.followExtraction> = async ({ db, user, language }, { extractionId }) => {
  const found = await extractions.findExtraction(db, extractionId, user.personId)
  if (!found) throw new Refusal('missing', words.noExtraction)
  return { ...found, refusal: found.refusal?.sentence[language] ?? null }
}

export const cancelExtraction: Answer<typeof endpoints.cancelExtraction> = async ({ db, user, about }, { extractionId }) => {
  if (!(await extractions.findExtraction(db, extractionId, user.personId))) throw new Refusal('missing', words.noExtraction)
  if (!(await extractions.cancelExtraction(db, extractionId, user.personId))) throw new Refusal('conflict', words.extractionEnded)
  about(extractionId)
  return {}
}

/** A file that the caller has handed in; whether another's is there is not said. */
async function ownFile(db: Database, user: Holder, fileId: string) {
  const file = await queries.findFile(db, fileId)
  if (file?.uploadedBy !== user.personId) throw new Refusal('missing', words.noFile)
  return file
}

export const readDirective: Answer<typeof endpoints.readDirective> = async ({ db, user, now, today, files, about }, { fileId, text, again }) => {
  const file = fileId ? await ownFile(db, user, fileId) : undefined
  const { reading, recognition } = file ? await readFile(db, user, files, file) : await readPasted(text ?? '')
  const same = again ? undefined : await queries.findSameText(db, user.bodyId, reading.text)
  if (same) throw new Refusal('conflict', words.readAlready, { title: same.title })
  if (file) await attachFiles(db, user.personId, [file.id])
  const issuerName = reading.document.issuer ?? ''
  const [issuer] = issuerName ? await matchNames(db, [issuerName], reading.document.date ?? today) : []
  const title = reading.document.title ?? words.untitled.vi
  const issuerId = issuer?.bodyId ?? null
  const references = referencesIn(reading.document).map((one) => ({ ...one, targetId: null }))
  const directiveId = await queries.insertDirective(db, {
    reading,
    references: await withIssuers(db, references, reading.document.date ?? today, issuerId),
    recognition,
    title,
    issuerName,
    issuerId,
    secrecy: stampOf(reading.text),
    standingId: user.bodyId,
    ownerId: user.bodyId,
    fileId: file?.id ?? null,
    at: now.toString(),
  })
  about(directiveId)
  readings.set(db, reading)
  return { directiveId: directiveId as never }
}

/** What was read in a transaction that is not at its end, so that whoever follows it need not read it again. */
const readings = new WeakMap<Database, Reading>()

/** What readDirective has read in this transaction. */
export const readingIn = (db: Database): Reading | undefined => readings.get(db)

/** What was read in a file: beside the requests before, or now. */
export async function readFile(db: Database, user: Holder, files: Files, file: { id: string; sha256: string; name: string; mediaType: string }) {
  const before = await extractions.findExtracted(db, file.id, user.personId)
  if (!before) return extract(files.pathOf(file.sha256), file.name, file.mediaType, { seconds: limits.seconds })
  return { ...before, reading: before.reading ?? (await readText(before.text)) }
}

async function readPasted(pasted: string): Promise<Pick<Read, 'reading' | 'recognition'>> {
  const text = modern(pasted)
  if (!text.trim()) throw new Refusal('invalid', words.nothingToRead)
  return { reading: await readText(text), recognition: null }
}

export const listDirectives: Answer<typeof endpoints.listDirectives> = ({ db, user, today }, asked) =>
  queries.directivesSeenBy(db, user, today, asked)

export const openDirective: Answer<typeof endpoints.openDirective> = async ({ db, user, today }, { directiveId }) => {
  const directive = await getDirective(db, user, today, directiveId)
  const [provisions, references, namedBy, file] = await Promise.all([
    queries.provisionsOf(db, directiveId),
    queries.referencesOf(db, user, today, directiveId),
    queries.namersOf(db, user, today, directiveId),
    directive.fileId ? queries.findFile(db, directive.fileId) : null,
  ])
  const canEdit =
    directive.state === 'draft' && directive.ownerId === user.bodyId && user.duties.some((duty) => duty === 'clerk' || duty === 'leader')
  return {
    ...directive,
    provisions,
    references,
    namedBy,
    file: file ?? null,
    canEdit,
    canIssue: canEdit && (!directive.issuerId || (await reaches(db, user.reachId, directive.issuerId, today))),
    canComplete: mayComplete(user, directive) && (!directive.number || !directive.issuedOn),
    canClose: mayClose(user, directive),
    seesWhole: directive.isOpen,
  }
}

export const downloadOriginal: Answer<typeof endpoints.downloadOriginal> = async ({ db, user, today }, { directiveId }) => {
  const directive = await getDirective(db, user, today, directiveId)
  const file = directive.fileId ? await queries.findFile(db, directive.fileId) : undefined
  if (!file) return { name: 'van-ban.txt', mediaType: 'text/plain; charset=utf-8', content: Buffer.from(directive.text) }
  return { name: file.name, mediaType: file.mediaType, content: { sha256: file.sha256 } }
}

export const amendDirective: Answer<typeof endpoints.amendDirective> = async (
  { db, user, today, about },
  { directiveId, version, references, ...facts },
) => {
  await lockDraft(db, user, directiveId, version)
  if (references.some(({ kind, worded }) => kind === '' && worded === '')) throw new Refusal('invalid', words.referenceUnnamed)
  for (const { targetId } of references) if (targetId) await getDirective(db, user, today, targetId)
  about(directiveId)
  return {
    version: await queries.updateDirective(db, directiveId, facts, await withIssuers(db, references, facts.issuedOn ?? today, facts.issuerId)),
  }
}

/** Documents named, each with the body of the registry that issued it, where it is known there by that name. */
export async function withIssuers<Named extends { issuerName: string }>(db: Database, named: readonly Named[], day: string, issuerId: string | null) {
  const names = [...new Set(named.map(({ issuerName }) => issuerName).filter(Boolean))]
  const matched = new Map(names.length ? (await matchNames(db, names, day, issuerId)).map((match) => [match.named, match.bodyId]) : [])
  return named.map((one) => ({ ...one, issuerId: matched.get(one.issuerName) ?? null }))
}

export const issueDirective: Answer<typeof endpoints.issueDirective> = async (
  { db, user, now, today, about },
  { directiveId, version, effectiveOn = today },
) => {
  const draft = await lockDraft(db, user, directiveId, version)
  const refusal = await whyNotIssuable(db, user, today, draft, effectiveOn)
  if (refusal) throw refusal
  await queries.markIssued(db, directiveId, effectiveOn, now.toString())
  about(directiveId)
  return { directiveId, effectiveOn }
}

/** Why the caller may not issue a draft on a day, whatever its tasks say; undefined where they may. */
export async function whyNotIssuable(
  db: Database,
  user: Holder,
  today: string,
  { issuerId, standingId }: { issuerId: string | null; standingId: string | null },
  effectiveOn: string,
): Promise<Refusal | undefined> {
  if (!issuerId) return new Refusal('invalid', words.noIssuer)
  if (!(await reaches(db, user.reachId, issuerId, today))) return new Refusal('forbidden', words.notYourIssuer)
  if (!standingId) return new Refusal('invalid', words.noStanding)
  for (const bodyId of [issuerId, standingId])
    if (!(await findBody(db, bodyId, effectiveOn))) return new Refusal('invalid', words.notThereYet, { day: written(effectiveOn) })
  return undefined
}

export const withdrawDraft: Answer<typeof endpoints.withdrawDraft> = async ({ db, user, about }, { directiveId, version }) => {
  await lockDraft(db, user, directiveId, version)
  await queries.markWithdrawn(db, directiveId)
  about(directiveId)
  return {}
}

export const closeDirective: Answer<typeof endpoints.closeDirective> = async ({ db, user, about }, { directiveId, version, conclusion }) => {
  const directive = await queries.lockDirective(db, directiveId)
  if (!directive || !mayClose(user, directive)) throw new Refusal('missing', words.noDirective)
  if (directive.version !== version) throw new Refusal('conflict', words.changed)
  await queries.markClosed(db, directiveId, conclusion)
  about(directiveId)
  return { directiveId }
}

export const completeDirective: Answer<typeof endpoints.completeDirective> = async (
  { db, user, today, about },
  { directiveId, version, number, issuedOn },
) => {
  const directive = await queries.lockDirective(db, directiveId)
  if (!directive || !mayComplete(user, directive)) throw new Refusal('missing', words.noDirective)
  if (directive.version !== version) throw new Refusal('conflict', words.changed)
  if ((number && directive.number) || (issuedOn && directive.issuedOn)) throw new Refusal('conflict', words.knownAlready)
  if (!number && !issuedOn) throw new Refusal('invalid', words.nothingToComplete)
  if (issuedOn && issuedOn > today) throw new Refusal('invalid', words.issuedLater)
  about(directiveId)
  return { version: await queries.completeDirective(db, directiveId, { number: number || null, issuedOn }) }
}

const mayComplete = (user: Holder, { state, standingId }: { state: string; standingId: string | null }): boolean =>
  state === 'issued' && standingId === user.bodyId && user.duties.some((duty) => duty === 'clerk' || duty === 'leader')

const mayClose = (user: Holder, { state, standingId }: { state: string; standingId: string | null }): boolean =>
  state === 'issued' && standingId === user.bodyId && user.duties.includes('leader')

/** A directive the caller may see, or the refusal that there is none: which of the two is not said. */
export async function getDirective(db: Database, user: Holder, day: string, directiveId: string) {
  const directive = await queries.findDirective(db, user, day, directiveId)
  if (!directive) throw new Refusal('missing', words.noDirective)
  return directive
}

/** A draft of the caller's body, locked; refused when it is another's, issued already, or (where a version is given) changed since it was seen. */
export async function lockDraft(db: Database, user: Holder, directiveId: string, version?: number) {
  const draft = await queries.lockDirective(db, directiveId)
  if (!draft || draft.ownerId !== user.bodyId) throw new Refusal('missing', words.noDirective)
  if (draft.state !== 'draft') throw new Refusal('conflict', words.notDraft)
  if (version !== undefined && draft.version !== version) throw new Refusal('conflict', words.changed)
  return draft
}
