import { Segmented } from 'antd'
import { z } from 'zod'
import { usePlace } from '../../directives/usePlace.ts'
import { BodyId } from '../../organisations/contract.ts'
import { words as organisationWords } from '../../organisations/words.ts'
import { useAddress } from '../../ui/address.ts'
import { useAsk } from '../../ui/ask.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { Answer } from '../../ui/Faults.tsx'
import { Grid, type GridCell } from '../../ui/Grid.tsx'
import { PlaceLink } from '../../ui/links.tsx'
import { showCount, showShare } from '../../ui/numbers.ts'
import { useWords } from '../../ui/useWords.tsx'
import { CoverBar } from './CoverBar.tsx'
import { type Branch, endpoints } from './contract.ts'
import { coveragePlace } from './places.ts'
import { allOf, coveredOf } from './rules.ts'
import { words } from './words.ts'

const Where = z.object({ branch: BodyId.optional(), as: z.enum(['matrix']).optional() })
type Answered = z.infer<typeof endpoints.listCoverageBranches.output>

/** Theo nhánh: the bodies right under one, each with all below it; from each one further down. */
export function BranchTab({ directiveId }: { directiveId: string }) {
  const t = useWords(words)
  const [{ branch, as }, change] = useAddress(Where)
  const branches = useAsk(endpoints.listCoverageBranches, { directiveId: directiveId as never, under: branch }, { keep: true })
  const trail = branches.data?.trail ?? []
  return (
    <>
      <div className="filters">
        <nav className="branch-trail" aria-label={t('lookAt')}>
          <ol>
            {trail.map(({ id, name }, i) => (
              <li key={id}>
                {i === trail.length - 1 ? (
                  <strong>{name}</strong>
                ) : (
                  <PlaceLink place={coveragePlace(directiveId, { branch: id, as })}>{name}</PlaceLink>
                )}
              </li>
            ))}
          </ol>
        </nav>
        <div className="filters-end">
          <Segmented
            aria-label={t('show')}
            value={as ?? 'table'}
            options={[
              { value: 'table', label: t('showTable') },
              { value: 'matrix', label: t('showMatrix') },
            ]}
            onChange={(chosen) => change({ as: chosen === 'matrix' ? 'matrix' : null })}
          />
        </div>
      </div>
      {as === 'matrix' ? (
        <Answer of={branches}>{(shown) => <BranchMatrix directiveId={directiveId} shown={shown} />}</Answer>
      ) : (
        <BranchTable directiveId={directiveId} of={branches} />
      )}
    </>
  )
}

const useNameOf = () => {
  const t = useWords(words)
  return (row: Branch) => (row.isOwn && row.bodies > 0 ? t('ownOnly', { name: row.name }) : row.name)
}

/** Into a branch where something stands below; else to the body's row of the matrix. */
const placeOf = (directiveId: string, row: Branch, as?: 'matrix') =>
  row.hasBelow && !row.isOwn ? coveragePlace(directiveId, { branch: row.bodyId, as }) : coveragePlace(directiveId, { tab: 'matrix', words: row.name })

function BranchTable({ directiveId, of }: { directiveId: string; of: ReturnType<typeof useAsk<typeof endpoints.listCoverageBranches>> }) {
  const t = useWords(words)
  const sayLevel = useWords(organisationWords)
  const nameOf = useNameOf()
  const columns: Column<Branch>[] = [
    { key: 'name', title: t('branch'), main: true, sort: nameOf, show: nameOf },
    { key: 'level', title: t('level'), width: 130, wideOnly: true, show: (row) => sayLevel(row.level) },
    {
      key: 'planned',
      title: t('planned'),
      width: 150,
      sort: (row) => row.planned / row.bodies,
      show: (row) => t('plannedOf', { planned: row.planned, bodies: row.bodies }),
    },
    { key: 'cover', title: t('cover'), width: 280, sort: (row) => coveredOf(row) / allOf(row), show: (row) => <CoverBar cover={row} /> },
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
      label={t('byBranch')}
      name="branch"
      of={of}
      rows={(answer) => answer.rows}
      idOf={(row) => `${row.bodyId}${row.isOwn}`}
      columns={columns}
      open={(row) => placeOf(directiveId, row)}
      empty={{ title: t('noCells') }}
    />
  )
}

function BranchMatrix({ directiveId, shown: { tasks, rows } }: { directiveId: string; shown: Answered }) {
  const sayPlace = usePlace()
  const t = useWords(words)
  const nameOf = useNameOf()
  const held = new Set(rows.flatMap((row) => row.tasks.map(({ taskId }) => taskId)))
  const cellOf = (row: Branch, taskId: string): GridCell | null => {
    const one = row.tasks.find((task) => task.taskId === taskId)
    if (!one) return null
    const tone = one.covered === one.all ? 'answered' : one.covered === 0 ? 'open' : one.covered * 2 >= one.all ? 'reasoned' : 'asked'
    const said = `${showShare(one.covered, one.all)} (${t('coveredOf', { covered: one.covered, all: one.all })})`
    return {
      said,
      show: (
        <>
          <span className={`cell is-share is-cover-${tone}`} aria-hidden="true">
            {showShare(one.covered, one.all)}
            <small>
              {one.covered}/{one.all}
            </small>
          </span>
          <span className="unseen">{said}</span>
        </>
      ),
    }
  }
  return (
    <Grid
      label={t('branchMatrix')}
      keys={t('matrixKeys')}
      corner={t('branch')}
      columns={tasks.filter(({ id }) => held.has(id)).map((task) => ({ ...task, address: sayPlace(task.address) }))}
      rows={rows}
      idOf={(row) => `${row.bodyId}${row.isOwn}`}
      nameOf={nameOf}
      head={(row) => <PlaceLink place={placeOf(directiveId, row, 'matrix')}>{nameOf(row)}</PlaceLink>}
      cellOf={cellOf}
      nothing={t('notOnBody')}
    />
  )
}
