import type { z } from 'zod'
import type { DirectiveLine } from '../../directives/contract.ts'
import { fill, type Language } from '../../kernel/words.ts'
import { words as organisationWords } from '../../organisations/words.ts'
import { type Column, type Sheet, written } from '../../paper/sheets.ts'
import type { Branch, Chain, Cover, CoverageCell, CoverageItem, LevelCover, Planless, PlanStanding, TaskCover } from './contract.ts'
import { allOf, coveredOf, percentOf } from './rules.ts'
import { words } from './words.ts'

type Body = { name: string; plan: PlanStanding; cells: z.infer<typeof CoverageCell>[] }
type Found = {
  tasks: readonly { id: string; address: string; text: string }[]
  byTask: readonly z.infer<typeof TaskCover>[]
  levels: readonly z.infer<typeof LevelCover>[]
  branches: readonly Branch[]
  bodies: readonly Body[]
  chains: readonly z.infer<typeof Chain>[]
  idle: readonly CoverageItem[]
  planless: readonly z.infer<typeof Planless>[]
}

/** Coverage as a workbook: a sheet for each way of looking at it. */
export function coverageSheets(language: Language, directive: Pick<DirectiveLine, 'kind' | 'number' | 'title'>, found: Found): Sheet<never>[] {
  const say = (key: keyof typeof words) => words[key][language]
  const name = [directive.kind, directive.number].filter(Boolean).join(' ')
  const sheet = <Row>(key: keyof typeof words, columns: Column<Row>[], rows: readonly Row[]) =>
    ({
      name: say(key),
      title: `${say(key)}: ${name} – ${directive.title}`,
      columns: [{ title: say('number'), width: 6, value: (_: Row, index: number) => index + 1 }, ...columns],
      rows,
    }) as unknown as Sheet<never>
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
    column('reasoned', 14, (row) => row.reasoned),
    column('drafted', 14, (row) => row.drafted),
    column('asked', 14, (row) => row.asked),
    column('open', 10, (row) => row.open),
  ]
  const level = ({ level }: { level: z.infer<typeof LevelCover>['level'] }) => organisationWords[level][language]
  const task = [column<{ address: string }>('address', 14, (row) => row.address), column<{ text: string }>('task', 70, (row) => row.text)] as Column<{
    address: string
    text: string
  }>[]
  return [
    sheet<z.infer<typeof TaskCover>>('byTask', [...task, ...counted], found.byTask),
    sheet<z.infer<typeof LevelCover>>('byLevel', [column('level', 24, level), ...counted], found.levels),
    sheet<Branch>(
      'byBranch',
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
      [
        column('body', 40, (row) => row.name),
        column('plan', 18, (row) => say(row.plan)),
        ...found.tasks.map(
          (one): Column<Body> => ({
            title: one.address || one.text.slice(0, 40),
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
      [...task, column('length', 9, (row) => row.bodies.length), column('chainBodies', 80, (row) => row.bodies.map(({ name }) => name).join(' → '))],
      found.chains,
    ),
    sheet<CoverageItem>(
      'idleTab',
      [
        column('body', 34, (row) => row.bodyName),
        column('item', 70, (row) => row.text),
        column('product', 24, (row) => row.product),
        column('lead', 24, (row) => row.lead),
        column('time', 13, (row) => written(row.dueOn)),
      ],
      found.idle,
    ),
    sheet<z.infer<typeof Planless>>(
      'planless',
      [
        column('body', 44, (row) => row.name),
        column('level', 16, level),
        column('tasksOn', 10, (row) => row.tasks),
        column('dueOn', 14, (row) => (row.dueOn ? written(row.dueOn) : say('notOrdered'))),
      ],
      found.planless,
    ),
  ]
}
