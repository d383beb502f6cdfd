import type { Language, Word } from '../../kernel/words.ts'
import { type Column, type Edition, noteOf, numbered, sheet, written as shownDay } from '../../paper/sheets.ts'
import { citerOf, sayPlace } from '../citing.ts'
import { doubtsOfWhole } from '../reading/doubts.ts'
import { words } from './words.ts'
import type { Written, WrittenTask } from './written.ts'

/** Where a task stands, as a reader would cite it: «II.2.2, gạch đầu dòng 1». */
function placesOf({ provisions }: Written): (task: WrittenTask) => string {
  const cite = citerOf(provisions.map(({ address, parent, label, text, kind }) => ({ id: address, parentId: parent, label, text, kind })))
  return ({ address }) => cite(address)
}

const listed = (names: readonly string[]): string => names.join('; ')

/** Days from one to another; negative where it is past. */
const daysTo = (from: string, to: string): number => Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days

/** The columns of a table of tasks as a clerk sends it round, days written one way throughout; how many days are left counts from a day. */
function columnsOf(whole: Written, language: Language, asOf: string, sayDay: (day: string) => string): Column<WrittenTask>[] {
  const placeOf = placesOf(whole)
  const column = (title: Word, width: number, value: Column<WrittenTask>['value']): Column<WrittenTask> => ({ title: title[language], width, value })
  const last = (task: WrittenTask) => task.due.at(-1) ?? null
  return [
    numbered(words.number[language]) as Column<WrittenTask>,
    column(words.place, 14, (task) => sayPlace(placeOf(task), language)),
    column(words.task, 80, (task) => task.text),
    column(words.lead, 34, (task) => listed(task.lead)),
    column(words.coordinate, 34, (task) => listed(task.coordinate)),
    column(words.advise, 24, (task) => listed(task.advise)),
    column(words.submitTo, 24, (task) => listed(task.submitTo)),
    column(words.via, 20, (task) => listed(task.via)),
    column(words.followUp, 24, (task) => listed(task.followUp)),
    column(words.products, 30, (task) => listed(task.products.map(({ name }) => name))),
    column(words.conditions, 24, (task) => listed(task.conditions)),
    column(words.standing, 14, (task) => (task.standing ? words.yes[language] : '')),
    column(words.worded, 30, (task) => listed(task.milestones.map(({ worded }) => worded))),
    column(words.due, 16, (task) => listed(task.due.map(sayDay))),
    { ...column(words.last, 14, last), isDay: true },
    column(words.left, 12, (task) => {
      const day = last(task)
      return day === null ? null : daysTo(asOf, day)
    }),
    column(words.doubts, 40, (task) => (task.doubts ?? []).map(({ why }) => why[language]).join(' ')),
  ]
}

/** The name of a document in a line. */
export const titleOf = ({ document: { kind, number, title } }: Written): string => [kind, number && `số ${number}`, title].filter(Boolean).join(' ')

/** The tasks of a document as a sheet, without columns that would stay empty: it has to be read on paper. */
export const readingSheet = (whole: Written, { language, today }: Edition) =>
  sheet<WrittenTask>(
    words.tasks[language],
    titleOf(whole) || words.tasks[language],
    noteOf({ language, today }, words.unit, ...doubtsOfWhole(whole, false).map(({ why }) => why[language])),
    columnsOf(whole, language, today, shownDay).filter(({ value }) => whole.tasks.some((task, index) => (value(task, index) ?? '') !== '')),
    whole.tasks,
  )

/** The tasks of a document as comma-separated values: with the mark by which spreadsheets know UTF-8, and no value that one would run. */
export function csvOf(whole: Written, language: Language, asOf: string): string {
  const columns = columnsOf(whole, language, asOf, (day) => day)
  const rows = whole.tasks.map((task, index) => columns.map((column) => cellOf(column.value(task, index))))
  return `\ufeff${[columns.map(({ title }) => cellOf(title)), ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`
}

function cellOf(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value)
  const harmless = /^(?:[=+@\t\r]|-(?!\s))/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
