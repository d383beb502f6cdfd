import type { z } from 'zod'
import type { DirectiveLine } from '../directives/contract.ts'
import { type Column, type Sheet, written } from '../directives/sheets.ts'
import type { Language } from '../kernel/words.ts'
import type { ObligationLine, Task } from '../tasks/contract.ts'
import { words as taskWords } from '../tasks/words.ts'
import type { BodyCounts, Cell, TaskCounts, WorkItem } from './contract.ts'
import { allOf } from './rules.ts'
import { words } from './words.ts'

type Titled = Pick<DirectiveLine, 'kind' | 'number' | 'title'>
type Rows<Row> = Sheet<Row> & Sheet<never>

const sheet = <Row>(name: string, title: string, columns: Column<Row>[], rows: readonly Row[]) =>
  ({ name, title, columns, rows }) as unknown as Rows<Row>
const heading = (what: string, { kind, number, title }: Titled) => `${what}: ${kind}${number ? ` ${number}` : ''} – ${title}`
const numbered = (language: Language): Column<unknown> => ({ title: words.number[language], width: 6, value: (_, index) => index + 1 })

/** Obligations, a row each. */
export function obligationSheet(language: Language, rows: readonly ObligationLine[]) {
  return sheet<ObligationLine>(
    words.text[language],
    taskWords.obligation[language],
    [
      numbered(language),
      { title: words.directive[language], width: 30, value: (row) => row.directiveTitle },
      { title: words.address[language], width: 14, value: (row) => row.address },
      { title: words.text[language], width: 70, value: (row) => row.text },
      { title: words.body[language], width: 34, value: (row) => row.bodyName },
      { title: words.standing[language], width: 20, value: (row) => taskWords[row.standing][language] },
      { title: words.state[language], width: 18, value: (row) => taskWords[row.state][language] },
      { title: words.nextDue[language], width: 13, value: (row) => written(row.nextDue) },
      { title: words.finalDue[language], width: 13, value: (row) => written(row.finalDue) },
      { title: words.reportedOn[language], width: 13, value: (row) => written(row.reportedOn) },
      { title: words.doneOn[language], width: 13, value: (row) => written(row.doneOn) },
      { title: words.percent[language], width: 9, value: (row) => row.percent },
    ],
    rows,
  )
}

type Counted = Pick<
  z.infer<typeof TaskCounts>,
  'doneOnTime' | 'doneLate' | 'openInTime' | 'openOverdue' | 'given' | 'reported' | 'returned' | 'sentBack'
>
const countColumns = (language: Language): Column<Counted>[] => [
  { title: words.total[language], width: 9, value: allOf },
  { title: taskWords['done-on-time'][language], width: 12, value: (row) => row.doneOnTime },
  { title: taskWords['done-late'][language], width: 12, value: (row) => row.doneLate },
  { title: taskWords['open-in-time'][language], width: 12, value: (row) => row.openInTime },
  { title: taskWords['open-overdue'][language], width: 12, value: (row) => row.openOverdue },
  { title: taskWords.given[language], width: 11, value: (row) => row.given },
  { title: taskWords.reported[language], width: 11, value: (row) => row.reported },
  { title: taskWords.returned[language], width: 11, value: (row) => row.returned },
  { title: taskWords['sent-back'][language], width: 11, value: (row) => row.sentBack },
]

/** The board: one sheet by task, one by body. */
export function boardSheets(
  language: Language,
  directive: Titled,
  tasks: readonly z.infer<typeof TaskCounts>[],
  bodies: readonly z.infer<typeof BodyCounts>[],
) {
  const title = heading(words.board[language], directive)
  return [
    sheet<z.infer<typeof TaskCounts>>(
      words.byTask[language],
      title,
      [
        numbered(language),
        { title: words.address[language], width: 14, value: (row) => row.address },
        { title: words.text[language], width: 70, value: (row) => row.text },
        { title: words.nextDue[language], width: 13, value: (row) => written(row.nextDue) },
        ...countColumns(language),
      ],
      tasks,
    ),
    sheet<z.infer<typeof BodyCounts>>(
      words.byBody[language],
      title,
      [numbered(language), { title: words.body[language], width: 46, value: (row) => row.name }, ...countColumns(language)],
      bodies,
    ),
  ]
}

type MatrixBody = { id: string; name: string; cells: z.infer<typeof Cell>[] }

/** Body × task: the standing and stage of each obligation in its cell. */
export function matrixSheet(
  language: Language,
  directive: Titled,
  tasks: readonly { id: string; address: string; text: string }[],
  bodies: readonly MatrixBody[],
) {
  return sheet<MatrixBody>(
    words.matrix[language],
    heading(words.matrix[language], directive),
    [
      numbered(language),
      { title: words.body[language], width: 40, value: (row) => row.name },
      ...tasks.map(
        (task): Column<MatrixBody> => ({
          title: task.address || task.text.slice(0, 40),
          width: 16,
          value: (row) => {
            const cell = row.cells.find((one) => one.taskId === task.id)
            return cell ? `${taskWords[cell.standing][language]} (${taskWords[cell.state][language]})` : ''
          },
        }),
      ),
    ],
    bodies,
  )
}

/** The tasks of a directive as a clerk would send them round. */
export function taskSheet(language: Language, directive: Titled, tasks: readonly Task[]) {
  const named = (task: Task, role: Task['roles'][number]['role']) =>
    task.roles
      .filter((one) => one.role === role)
      .map((one) => one.named)
      .join('; ')
  return sheet<Task>(
    taskWords.task[language],
    heading(taskWords.task[language], directive),
    [
      numbered(language),
      { title: words.address[language], width: 14, value: (row) => row.address },
      { title: words.text[language], width: 80, value: (row) => row.text },
      { title: taskWords.lead[language], width: 34, value: (row) => named(row, 'lead') },
      { title: taskWords.coordinate[language], width: 34, value: (row) => named(row, 'coordinate') },
      { title: taskWords['submit-to'][language], width: 24, value: (row) => named(row, 'submit-to') },
      { title: taskWords.via[language], width: 20, value: (row) => named(row, 'via') },
      { title: words.product[language], width: 30, value: (row) => row.product },
      { title: words.condition[language], width: 24, value: (row) => row.condition },
      { title: words.worded[language], width: 30, value: (row) => row.milestones.map((milestone) => milestone.worded).join('; ') },
      {
        title: words.due[language],
        width: 14,
        value: (row) =>
          row.milestones
            .map((milestone) => written(milestone.due))
            .filter(Boolean)
            .join('; '),
      },
    ],
    tasks,
  )
}

type TimelineRow = { worded: string; due: string | null; what: string; address: string; text: string; all: number; reached: number; overdue: number }

/** The milestones of a directive by date. */
export function timelineSheet(language: Language, directive: Titled, rows: readonly TimelineRow[]) {
  return sheet<TimelineRow>(
    words.timeline[language],
    heading(words.timeline[language], directive),
    [
      numbered(language),
      { title: words.due[language], width: 13, value: (row) => written(row.due) },
      { title: words.worded[language], width: 30, value: (row) => row.worded },
      { title: words.what[language], width: 40, value: (row) => row.what },
      { title: words.address[language], width: 14, value: (row) => row.address },
      { title: words.text[language], width: 70, value: (row) => row.text },
      { title: words.total[language], width: 9, value: (row) => row.all },
      { title: words.reached[language], width: 9, value: (row) => row.reached },
      { title: words.overdue[language], width: 9, value: (row) => row.overdue },
    ],
    rows,
  )
}

/** What waits for a post. */
export function workSheet(language: Language, rows: readonly WorkItem[]) {
  return sheet<WorkItem>(
    words.myWork[language],
    words.myWork[language],
    [
      numbered(language),
      { title: words.next[language], width: 26, value: (row) => words[row.kind][language] },
      { title: words.directive[language], width: 34, value: (row) => row.directiveTitle },
      { title: words.address[language], width: 14, value: (row) => row.address },
      { title: words.text[language], width: 70, value: (row) => row.text },
      { title: words.body[language], width: 34, value: (row) => row.bodyName },
      { title: words.due[language], width: 13, value: (row) => written(row.due) },
      { title: words.percent[language], width: 9, value: (row) => row.percent },
    ],
    rows,
  )
}

/** Directives, a row each. */
export function directiveSheet(language: Language, rows: readonly DirectiveLine[]) {
  return sheet<DirectiveLine>(
    words.directive[language],
    words.directive[language],
    [
      numbered(language),
      { title: words.kind[language], width: 14, value: (row) => row.kind },
      { title: words.code[language], width: 18, value: (row) => row.number },
      { title: words.title[language], width: 80, value: (row) => row.title },
      { title: words.issuer[language], width: 34, value: (row) => row.issuerName },
      { title: words.issuedOn[language], width: 13, value: (row) => written(row.issuedOn) },
    ],
    rows,
  )
}
