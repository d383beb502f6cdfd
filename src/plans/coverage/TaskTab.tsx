import type { z } from 'zod'
import { usePlace } from '../../directives/usePlace.ts'
import { obligationsPlace } from '../../tasks/obligation/places.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { showCount, showShare } from '../../ui/numbers.ts'
import { useWords } from '../../ui/useWords.tsx'
import { CoverBar } from './CoverBar.tsx'
import type { TaskCover } from './contract.ts'
import { allOf, coveredOf } from './rules.ts'
import { words } from './words.ts'

type Row = z.infer<typeof TaskCover>

/** Coverage by task, in the order of the text or least covered first. */
export function TaskTab({ directiveId, tasks }: { directiveId: string; tasks: Row[] }) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const columns: Column<Row>[] = [
    { key: 'address', title: t('address'), width: 150, wideOnly: true, show: (row) => sayPlace(row.address) },
    { key: 'text', title: t('task'), main: true, show: (row) => row.text },
    { key: 'cover', title: t('cover'), width: 260, sort: (row) => coveredOf(row) / allOf(row), show: (row) => <CoverBar cover={row} /> },
    {
      key: 'percent',
      title: '%',
      width: 70,
      align: 'end',
      wideOnly: true,
      show: (row) => showShare(coveredOf(row), allOf(row)),
    },
    {
      key: 'quoted',
      title: t('quotedShort'),
      width: 100,
      align: 'end',
      wideOnly: true,
      sort: (row) => row.quoted,
      show: (row) => showCount(row.quoted),
    },
    { key: 'open', title: t('open'), width: 90, align: 'end', sort: (row) => row.open, show: (row) => showCount(row.open) },
  ]
  return (
    <DataTable
      label={t('byTask')}
      name="task"
      pageSize={100}
      of={{ data: tasks, error: null, isPending: false, isFetching: false, refetch: () => undefined }}
      idOf={(row) => row.taskId}
      columns={columns}
      open={(row) => obligationsPlace({ directiveId, taskId: row.taskId })}
      empty={{ title: t('noCells') }}
    />
  )
}
