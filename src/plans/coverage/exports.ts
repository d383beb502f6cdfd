import type { z } from 'zod'
import { sayPlace } from '../../directives/citing.ts'
import type { DirectiveLine } from '../../directives/contract.ts'
import { fullNameOf } from '../../directives/naming.ts'
import { fill, type Word } from '../../kernel/words.ts'
import { words as organisationWords } from '../../organisations/words.ts'
import { type Column, type Edition, noteOf, numbered, sheet as onSheet } from '../../paper/sheets.ts'
import type { Branch, Chain, Cover, CoverageCell, CoverageItem, LevelCover, Planless, PlanStanding, TaskCover } from './contract.ts'
import { allOf, coveredOf, percentOf } from './rules.ts'
import { standings } from './standing.ts'
import { words } from './words.ts'

type Body = { name: string; plan: PlanStanding; cells: z.infer<typeof CoverageCell>[] }
type Found = {
  tasks: readonly { id: string; address: string; text: string }[]
  byTask: readonly z.infer<typeof TaskCover>[]
  levels: readonly LevelCover[]
  branches: readonly Branch[]
  bodies: readonly Body[]
  chains: readonly z.infer<typeof Chain>[]
  idle: readonly CoverageItem[]
  planless: readonly z.infer<typeof Planless>[]
}

/** Coverage as a workbook: a sheet for each way of looking at it. */
export function coverageSheets(edition: Edition, directive: Pick<DirectiveLine, 'kind' | 'number' | 'title'>, found: Found) {
  const { language } = edition
  const say = (key: keyof typeof words) => words[key][language]
  const sheet = <Row>(key: keyof typeof words, unit: Word, columns: Column<Row>[], rows: readonly Row[]) =>
    onSheet<Row>(
      say(key),
      `${say(key)}: ${fullNameOf(directive)}`,
      noteOf(edition, unit, say('counted')),
      [numbered(say('number')) as Column<Row>, ...columns],
      rows,
    )
  const column = <Row>(key: keyof typeof words, width: number, value: (row: Row) => string | number | null): Column<Row> => ({
    title: say(key),
    width,
    value,
  })
  const counted: Column<Cover>[] = [
    column('total', 9, allOf),
    column('covered', 9, coveredOf),
    { title: '%', width: 7, value: (row) => percentOf(coveredOf(row), allOf(row)) },
    column('answered', 14, (row) => row.answered),
    column('quoted', 14, (row) => row.quoted),
    column('reasoned', 14, (row) => row.reasoned),
    column('drafted', 14, (row) => row.drafted),
    column('asked', 14, (row) => row.asked),
    column('open', 10, (row) => row.open),
  ]
  const level = ({ level }: { level: LevelCover['level'] }) => organisationWords[level][language]
  const task = [
    column<{ address: string }>('address', 14, (row) => sayPlace(row.address, language)),
    column<{ text: string }>('task', 70, (row) => row.text),
  ] as Column<{
    address: string
    text: string
  }>[]
  return [
    sheet<z.infer<typeof TaskCover>>('byTask', words.unitObligations, [...task, ...counted], found.byTask),
    sheet<LevelCover>('byLevel', words.unitObligations, [column('level', 24, level), ...counted], found.levels),
    sheet<Branch>(
      'byBranch',
      words.unitObligations,
      [
        column('branch', 44, (row) => (row.isOwn ? fill(words.ownOnly, { name: row.name })[language] : row.name)),
        column('level', 16, level),
        column('planned', 14, (row) => `${row.planned}/${row.bodies}`),
        ...counted,
      ],
      found.branches,
    ),
    sheet<Body>(
      'matrix',
      words.unitTasks,
      [
        column('body', 40, (row) => row.name),
        column('plan', 18, (row) => standings[row.plan][language]),
        ...found.tasks.map(
          (one): Column<Body> => ({
            title: sayPlace(one.address, language) || one.text.slice(0, 40),
            width: 16,
            value: (row) => {
              const cell = row.cells.find(({ taskId }) => taskId === one.id)
              return cell ? say(cell.state) : ''
            },
          }),
        ),
      ],
      found.bodies,
    ),
    sheet<z.infer<typeof Chain>>(
      'chains',
      words.unitBodies,
      [...task, column('length', 9, (row) => row.bodies.length), column('chainBodies', 80, (row) => row.bodies.map(({ name }) => name).join(' → '))],
      found.chains,
    ),
    sheet<CoverageItem>(
      'idleTab',
      words.unitItems,
      [
        column('body', 34, (row) => row.bodyName),
        column('item', 70, (row) => row.text),
        column('product', 24, (row) => row.product),
        column('lead', 24, (row) => row.lead),
        { ...column<CoverageItem>('itemDue', 13, (row) => row.dueOn), isDay: true },
      ],
      found.idle,
    ),
    sheet<z.infer<typeof Planless>>(
      'planless',
      words.unitBodies,
      [
        column('body', 44, (row) => row.name),
        column('level', 16, level),
        column('tasksOn', 10, (row) => row.tasks),
        { ...column<z.infer<typeof Planless>>('dueOn', 14, (row) => row.dueOn), isDay: true },
        column('ordered', 24, (row) => (row.dueOn ? '' : say('notOrdered'))),
      ],
      found.planless,
    ),
  ]
}
