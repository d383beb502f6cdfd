import { readingSheet } from './directives/writing/table.ts'
import type { Written } from './directives/writing/written.ts'
import type { Language } from './kernel/words.ts'
import { workbook } from './paper/sheets.ts'

/**
 * What was read, written out, as a library: `trienkhai/writing`. Akoma Ntoso and comma-separated values are written in a browser too; a workbook takes Node.
 */
export { akomaNtosoOf } from './directives/writing/akomaNtoso.ts'
export { csvOf } from './directives/writing/table.ts'
export type { Written, WrittenTask } from './directives/writing/written.ts'

/** The tasks as a workbook of Excel; days left count from `asOf`, an ISO day. */
export const xlsxOf = async (whole: Written, language: Language, asOf: string): Promise<Buffer> =>
  (await workbook('nhiem-vu', [readingSheet(whole, { language, today: asOf })])).content as Buffer
