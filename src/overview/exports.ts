import type { z } from 'zod'
import { sayPlace } from '../directives/citing.ts'
import type { DirectiveLine } from '../directives/contract.ts'
import { fullNameOf } from '../directives/naming.ts'
import { shownState } from '../directives/rules.ts'
import { words as directiveWords } from '../directives/words.ts'
import type { Language } from '../kernel/words.ts'
import { type Column, type Edition, noteOf, numbered, sheet } from '../paper/sheets.ts'
import { type ObligationLine, Standing } from '../tasks/contract.ts'
import { words as taskWords } from '../tasks/words.ts'
import type { BodyCounts, Cell, TaskCounts, WorkItem, WorkKind } from './contract.ts'
import { allOf } from './rules.ts'
import { words } from './words.ts'
import { nextOf, whatOf } from './work/saying.ts'

/** What has a progress of its own. */
const hasPercent = new Set<WorkKind>(['accept', 'work', 'mend', 'verify', 'extension', 'returned'])

type Titled = Pick<DirectiveLine, 'kind' | 'number' | 'title'>
const heading = (what: string, directive: Titled) => `${what}: ${fullNameOf(directive)}`

/** Obligations, a row each. */
export function obligationSheet(edition: Edition, rows: readonly ObligationLine[]) {
  const { language } = edition
  return sheet<ObligationLine>(
    words.text[language],
    taskWords.obligation[language],
    noteOf(edition, words.unitObligations),
    [
      numbered(words.number[language]),
      { title: words.code[language], width: 16, value: (row) => row.directiveNumber },
      { title: words.directive[language], width: 30, value: (row) => `${row.directiveKind}: ${row.directiveTitle}` },
      { title: words.address[language], width: 14, value: (row) => sayPlace(row.address, language) },
      { title: words.text[language], width: 70, value: (row) => row.text },
      { title: words.body[language], width: 34, value: (row) => row.bodyName },
      { title: words.standing[language], width: 20, value: (row) => taskWords[row.standing][language] },
      { title: words.state[language], width: 18, value: (row) => taskWords[row.state][language] },
      { title: words.nextDue[language], width: 13, isDay: true, value: (row) => row.nextDue },
      { title: words.finalDue[language], width: 13, isDay: true, value: (row) => row.finalDue },
      { title: words.reportedOn[language], width: 13, isDay: true, value: (row) => row.reportedOn },
      { title: words.doneOn[language], width: 13, isDay: true, value: (row) => row.doneOn },
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
  edition: Edition,
  directive: Titled,
  tasks: readonly z.infer<typeof TaskCounts>[],
  bodies: readonly z.infer<typeof BodyCounts>[],
) {
  const { language } = edition
  const title = heading(words.board[language], directive)
  return [
    sheet<z.infer<typeof TaskCounts>>(
      words.byTask[language],
      title,
      noteOf(edition, words.unitObligations),
      [
        numbered(words.number[language]),
        { title: words.address[language], width: 14, value: (row) => sayPlace(row.address, language) },
        { title: words.text[language], width: 70, value: (row) => row.text },
        { title: words.nextDue[language], width: 13, isDay: true, value: (row) => row.nextDue },
        ...countColumns(language),
      ],
      tasks,
    ),
    sheet<z.infer<typeof BodyCounts>>(
      words.byBody[language],
      title,
      noteOf(edition, words.unitObligations),
      [numbered(words.number[language]), { title: words.body[language], width: 46, value: (row) => row.name }, ...countColumns(language)],
      bodies,
    ),
  ]
}

type MatrixBody = { id: string; name: string; cells: z.infer<typeof Cell>[] }

const fills: Record<Standing, string> = {
  'done-on-time': 'FFCFE8D8',
  'done-late': 'FFF5E3AE',
  'open-in-time': 'FFE4EAF0',
  'open-overdue': 'FFF6CCCE',
}
const stages = ['given', 'reported', 'returned', 'sent-back'] as const
const isStage = (state: string): state is (typeof stages)[number] => (stages as readonly string[]).includes(state)

/** Body × task: a short code in each cell for how an obligation stands and where it waits, told under the title. */
export function matrixSheet(
  edition: Edition,
  directive: Titled,
  tasks: readonly { id: string; address: string; text: string }[],
  bodies: readonly MatrixBody[],
) {
  const { language } = edition
  const cells = new Map(bodies.flatMap((body) => body.cells.map((cell) => [`${body.id} ${cell.taskId}`, cell] as const)))
  const legend = [
    ...Standing.options.map((one) => `${words[`code-${one}`][language]}: ${taskWords[one][language]}`),
    ...stages.map((one) => `${words[`code-${one}`][language]}: ${taskWords[one][language]}`),
  ].join('; ')
  return sheet<MatrixBody>(
    words.matrix[language],
    heading(words.matrix[language], directive),
    noteOf(edition, words.unitObligations, legend),
    [
      numbered(words.number[language]),
      { title: words.body[language], width: 40, value: (row) => row.name },
      ...tasks.map(
        (task): Column<MatrixBody> => ({
          title: sayPlace(task.address, language) || task.text.slice(0, 40),
          width: 8,
          isNarrow: true,
          fill: (row) => {
            const cell = cells.get(`${row.id} ${task.id}`)
            return cell && fills[cell.standing]
          },
          value: (row) => {
            const cell = cells.get(`${row.id} ${task.id}`)
            if (!cell) return ''
            const stage = isStage(cell.state) ? ` ${words[`code-${cell.state}`][language]}` : ''
            return `${words[`code-${cell.standing}`][language]}${stage}`
          },
        }),
      ),
    ],
    bodies,
  )
}

type TimelineRow = { worded: string; due: string | null; what: string; address: string; text: string; all: number; reached: number; overdue: number }

/** The milestones of a directive by date. */
export function timelineSheet(edition: Edition, directive: Titled, rows: readonly TimelineRow[]) {
  const { language } = edition
  return sheet<TimelineRow>(
    words.timeline[language],
    heading(words.timeline[language], directive),
    noteOf(edition, words.unitObligations),
    [
      numbered(words.number[language]),
      { title: words.due[language], width: 13, isDay: true, value: (row) => row.due },
      { title: words.worded[language], width: 30, value: (row) => row.worded },
      { title: words.what[language], width: 40, value: (row) => row.what },
      { title: words.address[language], width: 14, value: (row) => sayPlace(row.address, language) },
      { title: words.text[language], width: 70, value: (row) => row.text },
      { title: words.total[language], width: 9, value: (row) => row.all },
      { title: words.reached[language], width: 9, value: (row) => row.reached },
      { title: words.overdue[language], width: 9, value: (row) => row.overdue },
    ],
    rows,
  )
}

/** What waits for a post. */
export function workSheet(edition: Edition, rows: readonly WorkItem[]) {
  const { language } = edition
  return sheet<WorkItem>(
    words.myWork[language],
    words.myWork[language],
    noteOf(edition, words.unitWork),
    [
      numbered(words.number[language]),
      { title: words.next[language], width: 26, value: (row) => nextOf(row)[language] },
      {
        title: words.code[language],
        width: 16,
        value: (row) => row.directiveNumber,
      },
      { title: words.directive[language], width: 34, value: (row) => row.directiveTitle },
      { title: words.address[language], width: 14, value: (row) => sayPlace(row.address, language) },
      { title: words.text[language], width: 70, value: (row) => (row.kind === 'urging' ? row.text : whatOf(row)[language]) },
      { title: words.body[language], width: 34, value: (row) => row.bodyName },
      { title: words.due[language], width: 13, isDay: true, value: (row) => row.due },
      { title: words.percent[language], width: 9, value: (row) => (hasPercent.has(row.kind) ? row.percent : null) },
    ],
    rows,
  )
}

/** Directives, a row each. */
export function directiveSheet(edition: Edition, rows: readonly DirectiveLine[]) {
  const { language } = edition
  return sheet<DirectiveLine>(
    words.directive[language],
    words.directive[language],
    noteOf(edition, words.unitDirectives),
    [
      numbered(words.number[language]),
      { title: words.kind[language], width: 14, value: (row) => row.kind },
      { title: words.code[language], width: 18, value: (row) => row.number },
      { title: words.title[language], width: 80, value: (row) => row.title },
      { title: words.issuer[language], width: 34, value: (row) => row.issuerName },
      { title: words.issuedOn[language], width: 13, isDay: true, value: (row) => row.issuedOn },
      { title: directiveWords.effectiveOn[language], width: 13, isDay: true, value: (row) => row.effectiveOn },
      { title: directiveWords.standing[language], width: 34, value: (row) => row.standingName },
      { title: directiveWords.state[language], width: 16, value: (row) => directiveWords[shownState(row)][language] },
    ],
    rows,
  )
}
