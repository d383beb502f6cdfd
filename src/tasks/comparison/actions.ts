import { getDirective, lockDraft, withIssuers } from '../../directives/actions.ts'
import { keyOf } from '../../directives/comparison/align.ts'
import { compareProvisions, compareWords } from '../../directives/comparison/compare.ts'
import type { Provision } from '../../directives/contract.ts'
import { readText } from '../../directives/extraction/extract.ts'
import { findRead } from '../../directives/extraction/queries.ts'
import { keptReferences, type NewReference, provisionsOf, replaceText } from '../../directives/queries.ts'
import { stampOf, stricter } from '../../directives/reading/head/stamp.ts'
import type { Reading } from '../../directives/reading/reading.ts'
import { type NamedReference, referencesIn } from '../../directives/references.ts'
import { words as directiveWords } from '../../directives/words.ts'
import type { Database } from '../../kernel/database.ts'
import { Refusal } from '../../kernel/errors.ts'
import { attachFiles } from '../../kernel/files.ts'
import type { Answer, Holder } from '../../kernel/serve.ts'
import { fill } from '../../kernel/words.ts'
import type { Said, Task } from '../contract.ts'
import { insertTasks, type TaskRow, tasksOf } from '../queries/drafts.ts'
import { citerOf, rowsOf } from '../reading.ts'
import { type TaskField, taskFields } from '../rules.ts'
import type { endpoints, HitTask } from './contract.ts'
import { factsIn, followed, keyOfReference } from './facts.ts'
import { type Change, changesIn, hitsOf } from './hits.ts'
import { type Printed, printedIn } from './printed.ts'
import { keepSaid, relayTasks, unplaceTasks } from './queries.ts'
import { matchesIn, placeIn, relay, replace } from './relaying.ts'
import { words } from './words.ts'

export const compareDirective: Answer<typeof endpoints.compareDirective> = async ({ db, user, today, language }, { directiveId, extractionId }) => {
  const directive = await getDirective(db, user, today, directiveId)
  const { name, reading } = await otherOf(db, user, extractionId)
  const day = directive.effectiveOn ?? directive.issuedOn ?? today
  const [before, tasks] = [await provisionsOf(db, directiveId), await tasksOf(db, directiveId, day)]
  const after = placedIn(reading)
  const rows = await rowsOf(db, reading, after, day, directive.issuerId, null)
  const { compared, hits, was, is } = hitsIn(tasks, printedIn(before, directive.text), reading, rows)
  const provisions = compared.flatMap(({ kind, before: i, after: j }) => {
    if (kind === 'same') return []
    const [one, other] = [i === null ? undefined : was[i], j === null ? undefined : is[j]]
    return [{ kind, address: one?.cited ?? other?.cited ?? '', pieces: compareWords(one?.whole ?? '', other?.whole ?? '') }]
  })
  const shown = changesIn(hits, tasks, (task) => placeIn(task, directive.text, reading.text))
  const standing = (is: boolean) => words[is ? 'yes' : 'no'][language]
  return {
    fileName: name,
    version: directive.version,
    facts: factsIn(directive, await keptReferences(db, directiveId), reading),
    provisions: { same: compared.length - provisions.length, rows: provisions },
    tasks: { same: shown.filter(({ kind }) => kind === 'same').length, rows: shown.flatMap((change) => rowOf(change, standing)) },
    canTake: directive.state === 'draft' && directive.ownerId === user.bodyId,
  }
}

export const takeText: Answer<typeof endpoints.takeText> = async ({ db, user, now, today, about }, { directiveId, extractionId, version }) => {
  const draft = await lockDraft(db, user, directiveId, version)
  const { name, fileId, reading, recognition } = await otherOf(db, user, extractionId)
  const day = draft.issuedOn ?? reading.document.date ?? today
  const [before, tasks] = [await provisionsOf(db, directiveId), await tasksOf(db, directiveId, day)]
  await attachFiles(db, user.personId, [fileId])
  await unplaceTasks(db, directiveId)
  const secrecy = stricter(draft.secrecy as never, stampOf(reading.text))
  const newVersion = await replaceText(db, directiveId, {
    reading,
    ...(await namedIn(db, draft, reading, day)),
    recognition,
    fileId,
    secrecy,
    at: now.toString(),
  })
  const provisions = await provisionsOf(db, directiveId)
  const { hits } = hitsIn(tasks, printedIn(before, draft.text), reading, await rowsOf(db, reading, provisions, day, draft.issuerId, recognition))
  const say = { ...words, gone: fill(words.goneWhy, { name }).vi }
  const place = (task: Task) => placeIn(task, draft.text, reading.text)
  const hit = new Set(changesIn(hits, tasks, place).flatMap(({ kind, task }) => (task && kind !== 'same' ? [task.id] : [])))
  const { laid, added } = relay(hits, matchesIn(tasks), (id) => hit.has(id), say, reading.text.length)
  const cite = citerOf(provisions)
  const byHand = tasks.filter(({ origin }) => origin === 'hand').map((task) => replace(task, place(task), provisions, cite, say, reading.text.length))
  await keepSaid(
    db,
    hits.flatMap(({ kind, task }) => (kind === 'changed' ? [task.id] : [])),
  )
  await relayTasks(db, [...laid, ...byHand])
  const addedIds = await insertTasks(db, directiveId, added)
  about(directiveId, ...laid.map(({ id }) => id), ...addedIds)
  return { version: newVersion }
}

type Draft = { id: string; text: string; recipients: string[]; issuerId: string | null }

/** The recipients and the documents that a draft names once another file is its text. */
async function namedIn(db: Database, { id, text, recipients, issuerId }: Draft, reading: Reading, day: string) {
  const before = (await readText(text)).document
  const to = followed(before.recipients, recipients, reading.document.recipients, keyOf)
  const cited = followed<NamedReference, NewReference>(
    referencesIn(before),
    await keptReferences(db, id),
    referencesIn(reading.document),
    keyOfReference,
  )
  const coming = cited.comes.map((one) => ({ ...one, targetId: null }))
  return { recipients: [...to.stays, ...to.comes], references: [...cited.stays, ...(await withIssuers(db, coming, day, issuerId))] }
}

/** What was read in the file that a directive is compared with. */
async function otherOf(db: Database, user: Holder, extractionId: string) {
  const found = await findRead(db, extractionId, user.personId)
  if (!found) throw new Refusal('missing', words.notDone)
  const reading = found.reading ?? (await readText(found.text))
  if (reading.text.trim() === '') throw new Refusal('invalid', directiveWords.nothingToRead)
  return { ...found, reading }
}

/** The provisions of a reading as those of the register; each goes by its address. */
const placedIn = ({ provisions }: Reading): Provision[] =>
  provisions.map(({ address, parent, label, kind, text, span }) => ({
    id: address,
    parentId: parent,
    address,
    label,
    kind,
    text,
    from: span[0],
    to: span[1],
  }))

/** What became of the provisions, and of the tasks, each looked for where its provision went. */
function hitsIn(tasks: readonly Task[], was: readonly Printed[], reading: Reading, rows: readonly TaskRow[]) {
  const is = printedIn(placedIn(reading), reading.text)
  const compared = compareProvisions(was, is)
  const went = new Map(compared.map(({ before: i, after: j }) => [i === null ? '' : was[i]?.id, j === null ? '' : (is[j]?.address ?? '')]))
  const hits = hitsOf(
    tasks.map((task) => ({ task, place: (task.provisionId && went.get(task.provisionId)) ?? '' })),
    rows.map((row, i) => ({ ...row, place: reading.tasks[i]?.address ?? '' })),
  )
  return { compared, hits, was, is }
}

function rowOf({ kind, task, address, before, after, fields, byHand }: Change, standing: (is: boolean) => string): HitTask[] {
  if (kind === 'same') return []
  const line = (said: Said | null, field: TaskField) => (said ? lineOf(said, field, standing) : '')
  // of a new task all is told that it says
  const told = kind === 'new' ? taskFields.filter((field) => (field === 'standing' ? after?.isStanding : line(after, field) !== '')) : fields
  const kept = (field: TaskField) => (byHand.includes(field) ? line(task, field) : null)
  return [
    {
      kind,
      taskId: task?.id ?? null,
      address,
      pieces: compareWords(before?.text ?? '', after?.text ?? ''),
      keptText: kind === 'changed' && byHand.includes('text') ? (task?.text ?? null) : null,
      fields: told.flatMap((field) =>
        field === 'text' ? [] : [{ field, before: line(before, field), after: line(after, field), kept: kept(field) }],
      ),
      isByHand: task?.edited ?? false,
      isAdded: task?.origin === 'hand',
    },
  ]
}

function lineOf({ roles, milestones, product, condition, isStanding }: Said, field: TaskField, standing: (is: boolean) => string): string {
  if (field === 'text') return ''
  if (field === 'product') return product
  if (field === 'condition') return condition
  if (field === 'standing') return standing(isStanding)
  if (field === 'milestones') return milestones.map(({ worded }) => worded).join('; ')
  return roles.flatMap(({ role, named }) => (role === field ? [named] : [])).join('; ')
}
