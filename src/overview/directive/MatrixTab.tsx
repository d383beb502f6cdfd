import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { z } from 'zod'
import { addressOf } from '../../kernel/call.ts'
import { useAddress, usePaging, useRawAddress } from '../../ui/address.ts'
import { useAsk } from '../../ui/ask.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Answer } from '../../ui/Faults.tsx'
import { FilterBar } from '../../ui/table/FilterBar.tsx'
import { Foot } from '../../ui/table/Foot.tsx'
import { SavedViews } from '../../ui/table/SavedViews.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints } from '../contract.ts'
import { useFitAddress } from '../fitAddress.tsx'
import { words } from '../words.ts'
import { BodyWhere, useBodyFilters } from './bodyFilters.ts'
import { Legend, Matrix } from './Matrix.tsx'

const pageSize = 50
const Columns = z.object({ columns: z.enum(['all']).optional() })

/** Ma trận: body × task, a page of bodies at a time. */
export function MatrixTab({ directiveId }: { directiveId: string }) {
  const t = useWords(words)
  const id = directiveId as never
  const where = useFitAddress(BodyWhere)
  const [{ columns }, show] = useAddress(Columns)
  const [address, change] = useRawAddress()
  const paging = usePaging(pageSize)
  const matrix = useAsk(endpoints.openMatrix, { directiveId: id, ...where, ...paging }, { keep: true })
  const filters = useBodyFilters<never>()
  const isFiltered = where.words !== undefined || where.level !== undefined || where.under !== undefined
  return (
    <>
      <FilterBar filters={filters} address={address} change={change}>
        <SavedViews />
        <Button icon={<DownloadOutlined aria-hidden="true" />} href={addressOf(endpoints.exportMatrix, { directiveId: id })} download>
          {t('exportAll')}
        </Button>
      </FilterBar>
      <Legend />
      <Answer of={matrix}>
        {({ tasks, bodies, total }) => {
          if (bodies.length === 0) return <Empty title={t(isFiltered ? 'noMatch' : 'noBodies')} />
          const held = new Set(bodies.flatMap(({ cells }) => cells.map(({ taskId }) => taskId)))
          const shown = columns === 'all' ? tasks : tasks.filter((task) => held.has(task.id))
          const hidden = tasks.length - held.size
          return (
            <>
              {hidden > 0 && (
                <p className="matrix-hidden">
                  {columns !== 'all' && `${t('hiddenTasks', { count: hidden })} `}
                  <Button type="link" size="small" onClick={() => show({ columns: columns === 'all' ? null : 'all' })}>
                    {t(columns === 'all' ? 'hideEmptyTasks' : 'showAllTasks')}
                  </Button>
                </p>
              )}
              <Matrix directiveId={directiveId} tasks={shown} bodies={bodies} />
              <Foot
                says={t('bodiesOf', { from: paging.offset + 1, to: Math.min(paging.offset + pageSize, total), total })}
                page={paging.offset / pageSize + 1}
                pageSize={pageSize}
                total={total}
                turn={(page) => change({ page: page === 1 ? undefined : page })}
              />
            </>
          )
        }}
      </Answer>
    </>
  )
}
