import { getDirective } from '../../directives/actions.ts'
import { provisionsOf, referencesOf } from '../../directives/queries.ts'
import { akomaNtosoOf } from '../../directives/writing/akomaNtoso.ts'
import { csvOf, readingSheet } from '../../directives/writing/table.ts'
import type { Database } from '../../kernel/database.ts'
import type { Answer, Holder } from '../../kernel/serve.ts'
import { workbook } from '../../paper/sheets.ts'
import { tasksOf } from '../queries/drafts.ts'
import type { endpoints } from './contract.ts'
import { writtenOf } from './writing.ts'

export const exportTasks: Answer<typeof endpoints.exportTasks> = async ({ db, user, today, language }, { directiveId }) =>
  workbook('nhiem-vu-trong-van-ban', [readingSheet(await writtenFor(db, user, today, directiveId), { language, today })])

export const exportTasksCsv: Answer<typeof endpoints.exportTasksCsv> = async ({ db, user, today, language }, { directiveId }) => ({
  name: 'nhiem-vu-trong-van-ban.csv',
  mediaType: 'text/csv; charset=utf-8',
  content: Buffer.from(csvOf(await writtenFor(db, user, today, directiveId), language, today)),
})

export const exportAkomaNtoso: Answer<typeof endpoints.exportAkomaNtoso> = async ({ db, user, today }, { directiveId }) => ({
  name: 'van-ban.akn.xml',
  mediaType: 'application/akn+xml; charset=utf-8',
  content: Buffer.from(akomaNtosoOf(await writtenFor(db, user, today, directiveId))),
})

export const exportReading: Answer<typeof endpoints.exportReading> = async ({ db, user, today }, { directiveId }) => ({
  name: 'van-ban.json',
  mediaType: 'application/json; charset=utf-8',
  content: Buffer.from(`${JSON.stringify(await writtenFor(db, user, today, directiveId), null, 2)}\n`),
})

/** A directive as it is written out, for who may see it: with its tasks as they were reviewed, without the dropped ones. */
async function writtenFor(db: Database, user: Holder, today: string, directiveId: string) {
  const directive = await getDirective(db, user, today, directiveId)
  const [provisions, references, tasks] = await Promise.all([
    provisionsOf(db, directiveId),
    referencesOf(db, user, today, directiveId),
    tasksOf(db, directiveId, directive.effectiveOn ?? today),
  ])
  return writtenOf(
    { ...directive, references },
    provisions,
    tasks.filter(({ droppedWhy }) => droppedWhy === null),
  )
}
