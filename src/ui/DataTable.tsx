import { DownloadOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Select, Table } from 'antd'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { CallError } from '../kernel/call.ts'
import { type AddressChange, useRawAddress } from './address.ts'
import { Empty } from './Empty.tsx'
import { Answer, RefusalNote } from './Faults.tsx'
import { PlaceLink } from './links.tsx'
import { Cards } from './table/Cards.tsx'
import { AllTick, type Choosing, ChosenBar, RowTick, toggled } from './table/Chosen.tsx'
import { type Column, type Filter, type Opening, sorted } from './table/columns.ts'
import { clearing, FilterBar, valuesOf } from './table/FilterBar.tsx'
import { Foot } from './table/Foot.tsx'
import { SavedViews } from './table/SavedViews.tsx'
import { useNarrow } from './useNarrow.ts'
import { useWords } from './useWords.tsx'
import { whole } from './whole.tsx'
import { words } from './words.ts'

export type { Choosing } from './table/Chosen.tsx'
export type { Column, Filter } from './table/columns.ts'

type Asked<Data> = { data: Data | undefined; error: CallError | null; isPending: boolean; isFetching: boolean; refetch: () => unknown }
type Props<Row, Data> = {
  /** What the table is of, for those who hear it. */
  label: string
  /** The answer of `useAsk`. */
  of: Asked<Data>
  /** The rows in that answer, when the answer itself isn't the rows. */
  rows?: (data: Data) => readonly Row[]
  /** How many there are on the server in all; with it, sorting and paging are the server's: send `page` and `sort` of the address on. */
  total?: (data: Data) => number
  columns: Column<Row>[]
  idOf: (row: Row) => string
  filters?: Filter<Row>[]
  /** Where Enter or a click on a row leads. */
  open?: Opening<Row>
  /** The address of the download behind the export button: `addressOf(endpoints.exportTasks, where)`. */
  exportTo?: string
  empty?: { title: string; advice?: ReactNode; action?: ReactNode }
  /** What stands under a row's card or at its end: buttons. */
  actions?: (row: Row) => ReactNode
  /** Ticks before the rows, for what is done with several at once. */
  choosing?: Choosing<Row> | undefined
  pageSize?: number
  /** A second table on a page keeps its paging and sorting under this name. */
  name?: string
  views?: boolean
}

/** The one table: filters and paging in the address, arrow keys between rows, cards on a narrow screen. */
export function DataTable<Row, Data = readonly Row[]>({
  label,
  of,
  rows,
  total,
  columns,
  idOf,
  filters = [],
  open,
  exportTo,
  empty,
  actions,
  choosing,
  pageSize = 25,
  name = '',
  views = filters.length > 0,
}: Props<Row, Data>) {
  const t = useWords(words)
  const [address, change] = useRawAddress()
  const pageKey = `${name}page`
  const sortKey = `${name}sort`
  const page = Math.max(1, Number(valuesOf(address, pageKey)[0] ?? 1) || 1)
  const sort = valuesOf(address, sortKey)[0]
  const isFiltered = filters.some((filter) => valuesOf(address, filter.name).length > 0)
  const set = (values: AddressChange) => change('page' in values && name ? { ...values, [pageKey]: undefined } : values)

  return (
    <div className="table-kit">
      {(filters.length > 0 || exportTo || views) && (
        <FilterBar filters={filters} address={address} change={set}>
          {views && <SavedViews />}
          {exportTo && (
            <Button icon={<DownloadOutlined aria-hidden="true" />} href={exportTo} download>
              {t('export')}
            </Button>
          )}
        </FilterBar>
      )}
      {of.data !== undefined && of.error && <RefusalNote refusal={of.error} retry={() => void of.refetch()} />}
      <Answer of={of}>
        {(data) => {
          const given = rows ? rows(data) : (data as unknown as readonly Row[])
          const matching = given.filter((row) =>
            filters.every(
              (filter) => !filter.match || valuesOf(address, filter.name).length === 0 || filter.match(row, valuesOf(address, filter.name)),
            ),
          )
          const count = total ? total(data) : matching.length
          const last = Math.max(1, Math.ceil(count / pageSize))
          const at = Math.min(page, last)
          const shown = total ? matching : sorted(matching, columns, sort).slice((at - 1) * pageSize, at * pageSize)
          if (count === 0) {
            if (isFiltered)
              return (
                <Empty
                  title={t('noMatchTitle')}
                  advice={t('noMatchAdvice')}
                  action={<Button onClick={() => set(clearing(filters))}>{t('clearFilters')}</Button>}
                />
              )
            return <Empty {...(empty ?? { title: t('nothingTitle') })} />
          }
          return (
            <>
              {choosing && <ChosenBar choosing={choosing} />}
              <Rows
                label={label}
                rows={shown}
                columns={columns}
                idOf={idOf}
                open={open}
                actions={actions}
                choosing={choosing}
                sort={sort}
                setSort={(next) => change({ [sortKey]: next, [pageKey]: undefined })}
              />
              <Foot
                says={t('rowsOfTotal', { from: (at - 1) * pageSize + 1, to: Math.min(at * pageSize, count), total: count })}
                page={at}
                pageSize={pageSize}
                total={count}
                turn={(next) => change({ [pageKey]: next === 1 ? undefined : next })}
              />
            </>
          )
        }}
      </Answer>
    </div>
  )
}

type RowsProps<Row> = Pick<Props<Row, unknown>, 'label' | 'columns' | 'idOf'> & {
  rows: readonly Row[]
  open: Opening<Row> | undefined
  actions: ((row: Row) => ReactNode) | undefined
  choosing: Choosing<Row> | undefined
  sort: string | undefined
  setSort: (sort: string | undefined) => void
}

function Rows<Row>({ label, rows, columns, idOf, open, actions, choosing, sort, setSort }: RowsProps<Row>) {
  const t = useWords(words)
  const isNarrow = useNarrow()
  const navigate = useNavigate()
  const [current, setCurrent] = useState(0)
  const sortable = columns.filter((column) => column.sort)
  if (isNarrow) {
    return (
      <>
        {sortable.length > 0 && (
          <Select
            className="cards-sort"
            aria-label={t('sortBy')}
            value={sort ?? ''}
            options={[
              { value: '', label: t('sortDefault') },
              ...sortable.flatMap(({ key, title }) => [
                { value: key, label: `${title} ↑` },
                { value: `-${key}`, label: `${title} ↓` },
              ]),
            ]}
            onChange={(next: string) => setSort(next || undefined)}
          />
        )}
        <Cards rows={rows} columns={columns} idOf={idOf} open={open} extra={actions} choosing={choosing} />
      </>
    )
  }
  const go = (row: Row) => open && void navigate(open(row) as never)
  const keys = (event: KeyboardEvent<HTMLElement>, row: Row, index: number) => {
    if (event.target !== event.currentTarget) return
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (event.key === 'Enter') go(row)
    if (event.key === ' ' && choosing && (choosing.can?.(row) ?? true)) {
      event.preventDefault()
      choosing.choose(toggled(choosing.chosen, idOf(row)))
    }
    if (to === undefined) return
    event.preventDefault()
    const body = event.currentTarget.parentElement
    body?.querySelectorAll<HTMLElement>('tr[data-at]')[Math.max(0, Math.min(rows.length - 1, to))]?.focus()
  }
  const main = columns.find((column) => column.main) ?? columns[0]
  return (
    <Table<Row>
      aria-label={label}
      dataSource={rows as Row[]}
      rowKey={idOf}
      pagination={false}
      size="medium"
      scroll={{ x: true }}
      sortDirections={['ascend', 'descend']}
      showSorterTooltip={false}
      onChange={(_page, _filters, sorter) => {
        const by = Array.isArray(sorter) ? sorter[0] : sorter
        setSort(by?.order ? `${by.order === 'descend' ? '-' : ''}${String(by.columnKey)}` : undefined)
      }}
      onRow={(row, index = 0) => ({
        'data-at': index,
        tabIndex: index === Math.min(current, rows.length - 1) ? 0 : -1,
        className: open ? 'row-opens' : '',
        onFocus: () => setCurrent(index),
        onKeyDown: (event) => keys(event, row, index),
        onClick: (event) => !(event.target as HTMLElement).closest('a,button,input,label,[role=button]') && !getSelection()?.toString() && go(row),
      })}
      columns={[
        ...(choosing
          ? [
              {
                key: 'chosen',
                title: <AllTick rows={rows} idOf={idOf} choosing={choosing} />,
                width: 44,
                render: (_value: unknown, row: Row) => <RowTick row={row} id={idOf(row)} choosing={choosing} />,
              },
            ]
          : []),
        ...columns.map((column) => ({
          key: column.key,
          title: column.title,
          width: column.width,
          align: column.align,
          ...(column.sort
            ? { sorter: true, sortOrder: sort === column.key ? ('ascend' as const) : sort === `-${column.key}` ? ('descend' as const) : null }
            : {}),
          render: (_value: unknown, row: Row) =>
            column === main && open ? (
              <PlaceLink place={open(row)} className="row-link" tabIndex={-1}>
                {whole(column.show(row))}
              </PlaceLink>
            ) : (
              whole(column.show(row))
            ),
        })),
        ...(actions
          ? [
              {
                key: 'actions',
                title: <span className="unseen">{t('rowActions')}</span>,
                align: 'end' as const,
                render: (_value: unknown, row: Row) => actions(row),
              },
            ]
          : []),
      ]}
    />
  )
}
