import { z } from 'zod'
import { usePlace } from '../../directives/usePlace.ts'
import { BodyId, Level } from '../../organisations/contract.ts'
import { words as organisationWords } from '../../organisations/words.ts'
import { useAddress, usePaging, useRawAddress } from '../../ui/address.ts'
import { useAsk } from '../../ui/ask.ts'
import type { Filter } from '../../ui/DataTable.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Answer } from '../../ui/Faults.tsx'
import { Grid, type GridCell } from '../../ui/Grid.tsx'
import { showCount } from '../../ui/numbers.ts'
import { FilterBar } from '../../ui/table/FilterBar.tsx'
import { Foot } from '../../ui/table/Foot.tsx'
import { SavedViews } from '../../ui/table/SavedViews.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { cellIcons } from './CoverBar.tsx'
import { CellState, endpoints } from './contract.ts'
import { standings } from './standing.ts'
import { words } from './words.ts'

const pageSize = 50
const Where = z.object({ words: z.string().optional(), level: Level.optional(), under: BodyId.optional(), state: CellState.optional() })
type Body = z.infer<typeof endpoints.openCoverageMatrix.output>['bodies'][number]

/** Ma trận: task × body, a page of bodies at a time; each cell opens on its words. */
export function MatrixTab({ directiveId }: { directiveId: string }) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const say = useWords(standings)
  const [where] = useAddress(Where)
  const [address, change] = useRawAddress()
  const paging = usePaging(pageSize)
  const matrix = useAsk(endpoints.openCoverageMatrix, { directiveId: directiveId as never, ...where, ...paging }, { keep: true })
  const cellOf = (body: Body, taskId: string): GridCell | null => {
    const cell = body.cells.find((one) => one.taskId === taskId)
    if (!cell) return null
    const act = () => change({ cell: cell.obligationId }, true)
    return {
      said: t(cell.state),
      act,
      show: (
        <button type="button" className={`cell is-cover-${cell.state}`} tabIndex={-1} onClick={act} aria-label={t(cell.state)}>
          <span aria-hidden="true">{cellIcons[cell.state]}</span>
        </button>
      ),
    }
  }
  return (
    <>
      <FilterBar filters={useFilters()} address={address} change={change}>
        <SavedViews />
      </FilterBar>
      <Answer of={matrix}>
        {({ tasks, bodies, total }) => {
          if (bodies.length === 0) return <Empty title={t('noMatch')} />
          const held = new Set(bodies.flatMap(({ cells }) => cells.map(({ taskId }) => taskId)))
          return (
            <>
              <Grid
                label={t('matrix')}
                keys={t('matrixKeys')}
                corner={t('body')}
                columns={tasks.filter(({ id }) => held.has(id)).map((task) => ({ ...task, address: sayPlace(task.address) }))}
                rows={bodies}
                idOf={({ id }) => id}
                nameOf={({ name }) => name}
                head={(body) => (
                  <>
                    {body.name}
                    <small className="quiet matrix-plan">{say(body.plan)}</small>
                  </>
                )}
                cellOf={cellOf}
                nothing={t('notOnBody')}
              />
              <Foot
                says={t('bodiesOf', { from: paging.offset + 1, to: Math.min(paging.offset + pageSize, total), total: showCount(total) })}
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

function useFilters(): Filter<never>[] {
  const t = useWords(words)
  const sayLevel = useWords(organisationWords)
  return [
    { name: 'words', label: t('filterBodyWords'), kind: 'words' },
    { name: 'level', label: t('level'), kind: 'choice', choices: Level.options.map((value) => ({ value, label: sayLevel(value) })) },
    { name: 'state', label: t('filterState'), kind: 'choice', choices: CellState.options.map((value) => ({ value, label: t(value) })) },
    { name: 'under', label: t('filterUnder'), kind: 'body' },
  ]
}
