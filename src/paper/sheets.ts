import type { Download } from '../kernel/serve.ts'
import { fill, type Language, type Word } from '../kernel/words.ts'
import { words } from './words.ts'

export type Column<Row> = {
  title: string
  width: number
  value: (row: Row, index: number) => string | number | null
  /** The value is an ISO day: a date cell, shown as officials write it. */
  isDay?: boolean
  /** The colour behind a cell, as ARGB. */
  fill?: (row: Row) => string | undefined
  /** The head stands upright, over a narrow column of codes. */
  isNarrow?: boolean
  /** The column is there for reading the file back in, not for people. */
  isHidden?: boolean
}
export type Sheet<Row> = {
  name: string
  title: string
  /** Under the title: up to which day the figures are, in which unit, under which filters, what codes mean. */
  note: string
  columns: Column<Row>[]
  rows: readonly Row[]
}

/** For whom and when a sheet is written: the reader's language, the day of the figures, the filters in words. */
export type Edition = { language: Language; today: string; filters?: readonly string[] }

/** A sheet of rows of one kind, as `workbook` takes it among sheets of others. */
export const sheet = <Row>(name: string, title: string, note: string, columns: Column<Row>[], rows: readonly Row[]) =>
  ({ name, title, note, columns, rows }) as unknown as Sheet<Row> & Sheet<never>

/** The line under a title: up to which day the figures are, in which unit, under which filters. */
export const noteOf = ({ language, today, filters = [] }: Edition, unit: Word, ...more: string[]): string =>
  [
    fill(words.figuresOf, { day: written(today) })[language],
    fill(words.unitOf, { unit: unit[language] })[language],
    ...(filters.length ? [fill(words.filteredBy, { filters: filters.join('; ') })[language]] : []),
    ...more,
  ].join('. ')

/** A column that numbers the rows, where its title is the word for it. */
export const numbered = (title: string): Column<unknown> => ({ title, width: 6, value: (_, index) => index + 1 })

/** A workbook with one table a sheet. What writes it is loaded by the first who needs it: nobody else waits for it, and sheets can be put together where there are no files. */
export const workbook = async (fileName: string, sheets: Sheet<never>[]): Promise<Download> => (await import('./workbook.ts')).write(fileName, sheets)

/** A day as officials write it: 31-10-2013. */
export const written = (day: string | null): string => (day ? day.split('-').reverse().join('-') : '')
