import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extract } from '../../directives/extraction/extract.ts'
import { limits } from '../../directives/extraction/limits.ts'
import { shortened } from '../../directives/naming.ts'
import type { Reading } from '../../directives/reading/reading.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Answer, Call } from '../../kernel/serve.ts'
import { capital } from '../../kernel/words.ts'
import { issuerOf } from '../../organisations/queries.ts'
import { hyphenated } from '../../paper/hyphenated.ts'
import { headPostOf, type Issuer, isSigningPost, placeOf } from '../../paper/layouts.ts'
import { workbook } from '../../paper/sheets.ts'
import { approvedOf, editionOf, getPlan } from '../actions/plans.ts'
import { blank, checkFacts, heldPlan, known } from '../actions/writing.ts'
import type { Item } from '../contract.ts'
import { aboveOf } from '../queries/above.ts'
import * as items from '../queries/items.ts'
import { type FoundPlan, peopleOf } from '../queries/plans.ts'
import { issueOfEdition } from '../queries/steps.ts'
import { isFrozen } from '../rules.ts'
import { words as planWords } from '../words.ts'
import type { endpoints, PlanFile } from './contract.ts'
import { documentFile } from './document.ts'
import { proposalsOf } from './proposals.ts'
import * as queries from './queries.ts'
import { answeredBy, codesOf, differing, inOrder } from './rules.ts'
import { sentenceOf } from './sentences.ts'
import { tableOf } from './table/anyTable.ts'
import { findOwnDocument } from './table/ownDocument.ts'
import { findOwn, type Own, readOwn } from './table/ownSheet.ts'
import { planSheets } from './table/planSheet.ts'
import { readTable } from './table/readTable.ts'
import { words } from './words.ts'

export const exportPlan: Answer<typeof endpoints.exportPlan> = async ({ db, user, today, language }, { planId }) => {
  const plan = await getPlan(db, user, today, planId)
  const [rows, obligations, above] = await Promise.all([
    plan.isWhole ? items.itemsOf(db, planId) : approvedOf(db, plan).then((seen) => seen.rows),
    plan.isWhole ? items.owedOf(db, plan) : [],
    plan.isWhole ? aboveOf(db, plan.superiorId) : [],
  ])
  return workbook(nameOf(plan), planSheets({ language, today }, { title: titleOf(plan), rows, obligations, above }))
}

export const exportPlanDocument: Answer<typeof endpoints.exportPlanDocument> = async ({ db, user, today }, { planId, items: where, edition }) => {
  const plan = await getPlan(db, user, today, planId)
  if (edition > 0 && !plan.isWhole) throw new Refusal('missing', planWords.noEdition)
  const shown = plan.isWhole ? edition : plan.edition
  const content = await editionOf(db, plan, shown)
  // an edition that is approved and not yet issued has no number of its own
  const issued = await issueOfEdition(db, planId, shown === 0 && plan.state === 'issued' ? plan.edition : shown)
  const day = issued?.issuedOn ?? today
  const [known, obligations, above, signerTitle] = await Promise.all([
    issuerOf(db, plan.bodyId, day) as Promise<Issuer | undefined>,
    plan.isWhole ? items.owedOf(db, plan) : [],
    plan.isWhole ? aboveOf(db, plan.superiorId) : [],
    issued ? queries.titleOf(db, plan.bodyId, issued.signer, day) : queries.signingPosts(db, planId, plan.bodyId, day).then(signing),
  ])
  const issuer = known ?? { name: plan.bodyName, level: plan.level, bloc: 'party', superiorName: null }
  return documentFile(nameOf(plan), issuer, {
    ...content,
    kind: capital(plan.form || planWords.plan.vi),
    place: {
      number: issued?.number ?? '',
      place: placeOf(issuer.name, issuer.level),
      day,
      isOpen: !issued,
      isDraft: shown === 0 && !isFrozen(plan),
    },
    signer: issued?.signer ?? '',
    signerTitle: signerTitle ?? (issued ? '' : headPostOf(issuer.name)),
    copies: copiesOf(plan),
    versions: new Map(shown === 0 ? (await items.itemsOf(db, planId)).map(({ id, version }) => [id, version]) : []),
    codes: codesOf(obligations, above),
    isAnnexed: where === 'annex' && content.items.length > 0,
  })
}

/** Who is to sign: whoever approved it in its body, else the one head the body has; undefined where that is not known. */
const signing = ([first, ...others]: readonly string[]): string | undefined => {
  const known = [first, ...others].filter((title) => title !== undefined && isSigningPost(title))
  return known.length > 0 && known[0] === first ? first : known.length === 1 ? known[0] : undefined
}

/** «Nơi nhận»: whoever ordered, approves and accepts it, then those who carry it out. */
const copiesOf = ({ bodyId, orderedBy, orderedByName, approverId, approverName, accepterId, accepterName }: FoundPlan): string[] => {
  const above = new Map([
    [orderedBy, orderedByName],
    [approverId, approverName],
    [accepterId ?? bodyId, accepterName ?? ''],
  ])
  above.delete(bodyId)
  return [...[...above.values()].map((name) => `${name} (để báo cáo)`), 'Các cơ quan, đơn vị có tên trong kế hoạch (để thực hiện)']
}

const titleOf = ({ form, bodyName, title }: FoundPlan): string => {
  return `${capital(form || planWords.plan.vi)} của ${bodyName} ${title}`.trim()
}

const nameOf = ({ form, bodyName }: FoundPlan): string => hyphenated(form || planWords.plan.vi, bodyName)

export const readPlanFile: Answer<typeof endpoints.readPlanFile> = async (call, { planId, fileId }) => {
  const { db, user, today, files } = call
  const plan = await getPlan(db, user, today, planId)
  if (plan.bodyId !== user.bodyId) throw new Refusal('missing', planWords.noPlan)
  const file = await queries.findUpload(db, fileId, user.personId)
  if (!file) throw new Refusal('missing', planWords.noFile)
  const { name, mediaType, sha256 } = file
  const ending = name.split('.').pop()?.toLowerCase()
  const isTable = mediaType.includes('spreadsheetml') || (mediaType === 'application/zip' && ending === 'xlsx')
  if (!isTable && (ending === 'xls' || ending === 'csv' || ending === 'xlsx')) throw new Refusal('invalid', planWords.wrongFile, { name })
  const read = isTable
    ? await readSheets(call, plan, fileId, await readTable(files.pathOf(sha256), name))
    : ((await readDocument(call, plan, fileId, files.pathOf(sha256), ending)) ??
      (await readWords(call, plan, fileId, (await extract(files.pathOf(sha256), name, mediaType, { seconds: limits.seconds })).reading)))
  if (read.changes.length + read.same + read.cells.length === 0) throw new Refusal('invalid', planWords.emptyFile, { name })
  return { name, ...read }
}

type Read = Omit<PlanFile, 'name'>
const nothing = { changes: [], same: 0, faults: [], order: [], cells: [] }

/** A workbook read as this plan’s own sheet, else as any table. */
async function readSheets(call: Call, plan: FoundPlan, fileId: string, sheets: Awaited<ReturnType<typeof readTable>>): Promise<Read> {
  const [rows, removed] = await Promise.all([items.itemsOf(call.db, plan.id), queries.removedOf(call.db, plan.id)])
  const own = findOwn(sheets, new Set([...rows, ...removed].map(({ id }) => id)))
  if (!own) return { ...nothing, kind: 'table', cells: tableOf(sheets) }
  return readBack(call, plan, fileId, own, rows)
}

/** A document that this plan was exported to, if it is one: read back item by item. */
async function readDocument(call: Call, plan: FoundPlan, fileId: string, path: string, ending: string | undefined): Promise<Read | undefined> {
  if (ending !== 'docx') return undefined
  const [rows, removed] = await Promise.all([items.itemsOf(call.db, plan.id), queries.removedOf(call.db, plan.id)])
  const own = await findOwnDocument(await readFile(path), new Set([...rows, ...removed].map(({ id }) => id)), rows)
  if (!own) return undefined
  // an item that nobody has begun is not printed between the others
  const marks = new Set(own.rows.map(({ cells }) => String(cells[own.markAt]).slice(0, 36)))
  const printed = rows.filter((item) => sentenceOf(item, '-') !== '' || marks.has(item.id))
  const read = await readBack(call, plan, fileId, own, printed)
  // what answers what is not written into a document
  const [obligations, above] = await Promise.all([items.owedOf(call.db, plan), aboveOf(call.db, plan.superiorId)])
  const answers = (text: string) => ({
    obligationIds: [
      answeredBy(
        text,
        obligations.filter(({ isPlanItself }) => !isPlanItself),
      )?.id ?? [],
    ].flat(),
    superiorItemIds: [answeredBy(text, above)?.id ?? []].flat(),
  })
  return {
    ...read,
    changes: read.changes.map((change) => (change.kind === 'new' ? { ...change, facts: { ...answers(change.text), ...change.facts } } : change)),
  }
}

/** A plan’s own file against the plan as it stands now. */
async function readBack({ db, today }: Call, plan: FoundPlan, fileId: string, own: Own, rows: readonly Item[]): Promise<Read> {
  const [removed, obligations, above, people] = await Promise.all([
    queries.removedOf(db, plan.id),
    items.owedOf(db, plan),
    aboveOf(db, plan.superiorId),
    peopleOf(db, plan.bodyId, today),
  ])
  const gone = new Map(removed.map(({ id, by, text }) => [id, { by, text }]))
  return { ...nothing, kind: 'own', ...readOwn(own, { rows, obligations, above, people, removed: gone, today }, drawFrom(fileId, gone)) }
}

/** A document read as the directives are: its tasks are proposed as items. */
async function readWords({ db }: Call, plan: FoundPlan, fileId: string, reading: Reading): Promise<Read> {
  const [rows, removed, obligations, above] = await Promise.all([
    items.itemsOf(db, plan.id),
    queries.removedOf(db, plan.id),
    items.owedOf(db, plan),
    aboveOf(db, plan.superiorId),
  ])
  const draw = drawFrom(fileId, new Map(removed.map((one) => [one.id, one])))
  return { ...nothing, kind: 'document', ...proposalsOf(reading, { rows, obligations, above }, draw) }
}

/** Ids for the rows of a file: the same for the same row however often it is read, so that importing twice adds once; another where that one was taken out again. */
const drawFrom =
  (fileId: string, removed: ReadonlyMap<string, unknown>) =>
  (row: number): string => {
    for (let turn = 0; ; turn++) {
      const hash = createHash('sha256').update(`${fileId} ${row} ${turn}`).digest('hex')
      const id = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
      if (!removed.has(id)) return id
    }
  }

export const importPlanRows: Answer<typeof endpoints.importPlanRows> = async (call, { planId, rows, removed, order }) => {
  const { db, user, now, today, about } = call
  const at = now.toString()
  const plan = await heldPlan(call, planId)
  if (rows.length + removed.length + order.length === 0) throw new Refusal('invalid', words.nothingChosen)
  await checkFacts(call, plan, rows)
  const locked = await queries.lockItems(
    db,
    planId,
    [...rows, ...removed].map(({ id }) => id),
  )
  const stands = new Map(locked.map((item) => [item.id, item]))
  for (const { id, version, text } of [...rows.filter((row) => row.version !== null), ...removed] as { id: string; version: number; text?: string }[])
    if (stands.get(id)?.version !== version)
      throw new Refusal('conflict', words.itemChanged, { text: shortened(stands.get(id)?.text ?? text ?? '…', 80) })

  const changed = rows.flatMap((row) => {
    const old = row.version === null ? undefined : stands.get(row.id)
    const facts = known(row)
    return old && differing(old, facts).length > 0 ? [{ ...old, ...facts }] : []
  })
  if (changed.length) await queries.rewriteItems(db, changed, user.personId, at)
  const fresh = rows.filter(({ id, version }) => version === null && !stands.has(id))
  if (fresh.length) {
    const place = await items.placeBehind(db, planId, undefined)
    const given = fresh.map((row) => ({ ...blank, ...known(row), id: row.id, origin: 'import' as const, templateItemId: null }))
    const added = await items.insertItems(db, { planId, items: given, ...place, by: user.personId, at })
    if (added.length !== new Set(fresh.map(({ id }) => id)).size) throw new Refusal('conflict', planWords.idTaken)
  }
  const gone = removed.map(({ id }) => id)
  if (gone.length) await queries.removeItems(db, gone, today, user.personId, at)
  if (order.length) await queries.setOrder(db, inOrder(await queries.orderOf(db, planId), order))
  about(planId)
  return { added: fresh.length, changed: changed.length, removed: gone.length }
}
