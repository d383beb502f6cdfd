import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { words as organisationWords } from '../../organisations/words.ts'
import { useRawAddress } from '../../ui/address.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { PlaceLink } from '../../ui/links.tsx'
import { Section } from '../../ui/Page.tsx'
import { useNarrow } from '../../ui/useNarrow.ts'
import { useWords } from '../../ui/useWords.tsx'
import type { BranchCounts, endpoints, ReceiptCounts } from '../contract.ts'
import { CountLink, OfAll, ReceiptTag, ReceivedBar } from '../screen/Counts.tsx'
import { disseminationPlace } from '../screen/places.ts'
import { words } from '../screen/words.ts'
import { BranchList } from './BranchList.tsx'
import { branchPlace, isSenders } from './branchPlace.ts'
import { CascadeMap } from './CascadeMap.tsx'

type Board = z.infer<typeof endpoints.openReceiptBoard.output>

/** What stands right below a body, as a picture, by level and as a table (on a narrow screen by level and as a list); the way up above all. */
export function Branches({ directiveId, board }: { directiveId: string; board: Board }) {
  const t = useWords(words)
  const { branches, levels, path } = board
  const shown = branches.filter(({ expected }) => expected > 0)
  const listed = branches.filter(({ expected, invited }) => expected > 0 || invited > 0)
  const isNarrow = useNarrow()
  return (
    <>
      {isNarrow ? (
        <Way directiveId={directiveId} path={path} />
      ) : (
        <Section title={t('map')}>
          <Way directiveId={directiveId} path={path} />
          {shown.length === 0 ? (
            <Empty title={t('noBranches')} advice={t('noBranchesAdvice')} />
          ) : (
            <>
              <p className="quiet">{t('mapLead')}</p>
              <Shades branches={shown}>{(by) => <CascadeMap directiveId={directiveId} branches={shown} by={by} />}</Shades>
            </>
          )}
        </Section>
      )}
      {levels.length > 1 && (
        <Section title={t('byLevel')}>
          <LevelTable directiveId={directiveId} levels={levels} under={path.at(-1)?.id} />
        </Section>
      )}
      {isNarrow && listed.length === 0 && <Empty title={t('noBranches')} advice={t('noBranchesAdvice')} />}
      {listed.length > 0 && (
        <Section title={t('branches')}>
          {isNarrow ? (
            <Shades branches={listed}>{(by) => <BranchList directiveId={directiveId} branches={listed} by={by} />}</Shades>
          ) : (
            <BranchTable directiveId={directiveId} branches={listed} />
          )}
        </Section>
      )}
    </>
  )
}

/** Branches shown by receiving; or, where plans were ordered, by those if wished. */
function Shades({ branches, children }: { branches: readonly BranchCounts[]; children: (by: 'receipts' | 'plans') => ReactNode }) {
  const t = useWords(words)
  const [{ by }, change] = useRawAddress()
  const hasPlans = branches.some(({ plansOwed }) => plansOwed > 0)
  const shownBy = hasPlans && by === 'plans' ? 'plans' : 'receipts'
  return (
    <>
      {hasPlans && (
        <Segmented
          className="order"
          aria-label={t('mapBy')}
          value={shownBy}
          options={(['receipts', 'plans'] as const).map((value) => ({ value, label: t(`mapBy-${value}`) }))}
          onChange={(next) => change({ by: next === 'receipts' ? undefined : next })}
        />
      )}
      {children(shownBy)}
    </>
  )
}

function Way({ directiveId, path }: { directiveId: string; path: Board['path'] }) {
  const t = useWords(words)
  if (path.length === 0) return null
  return (
    <nav aria-label={t('path')} className="trail cascade-way">
      <ol>
        {path.map(({ id, name }, index) => (
          <li key={id} {...(index === path.length - 1 ? { 'aria-current': 'true' as const } : {})}>
            {index === path.length - 1 ? (
              <strong>{name}</strong>
            ) : (
              <PlaceLink place={disseminationPlace(directiveId, { under: index === 0 ? undefined : id })}>{name}</PlaceLink>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

const still = <Row,>(data: readonly Row[]) => ({ data, error: null, isPending: false, isFetching: false, refetch: () => undefined })

function useCountColumns<Row extends ReceiptCounts>(
  hasPlans: boolean,
  placeOf: (row: Row, group: string) => ReturnType<typeof disseminationPlace>,
): Column<Row>[] {
  const t = useWords(words)
  const isNarrow = useNarrow()
  return [
    {
      key: 'progress',
      title: t('progress'),
      width: 165,
      sort: (row) => row.received / Math.max(1, row.expected),
      show: (row) => (row.expected > 0 ? <ReceivedBar {...row} /> : <span className="quiet">–</span>),
    },
    {
      key: 'silent',
      title: t('silent'),
      width: 80,
      align: 'end',
      sort: (row) => row.silent,
      show: (row) => <CountLink count={row.silent} place={placeOf(row, 'silent')} label={t('silent')} />,
    },
    {
      key: 'overdue',
      title: t('overdue'),
      width: 80,
      align: 'end',
      sort: (row) => row.overdue,
      show: (row) => <CountLink count={row.overdue} place={placeOf(row, 'overdue')} label={t('overdue')} alarming />,
    },
    {
      key: 'refused',
      title: t('tile-refused'),
      width: 80,
      align: 'end',
      sort: (row) => row.refused,
      show: (row) => <CountLink count={row.refused} place={placeOf(row, 'refused')} label={t('tile-refused')} />,
    },
    {
      key: 'studied',
      title: t('studied'),
      width: 95,
      align: 'end',
      sort: (row) => row.studied,
      show: (row) => (row.expected > 0 ? <OfAll part={row.studied} whole={row.expected} /> : <span className="quiet">–</span>),
    },
    ...(hasPlans
      ? [
          {
            key: 'planned',
            title: t('planned'),
            width: 105,
            align: 'end',
            sort: (row) => row.plansMade,
            show: (row) =>
              row.plansOwed > 0 ? (
                <>
                  <OfAll part={row.plansMade} whole={row.plansOwed} />
                  {row.plansOverdue > 0 && (
                    <>
                      {' · '}
                      <CountLink count={row.plansOverdue} place={placeOf(row, 'plan-overdue')} label={t('group-plan-overdue')} alarming />
                      {isNarrow && <span className="quiet"> {t('plansOverdueShort')}</span>}
                    </>
                  )}
                </>
              ) : (
                <span className="quiet">–</span>
              ),
          } satisfies Column<Row>,
        ]
      : []),
    {
      key: 'members',
      title: t('membersShort'),
      width: 120,
      align: 'end',
      wideOnly: true,
      sort: (row) => row.membersStudied / Math.max(1, row.members),
      show: (row) => (row.members > 0 ? <OfAll part={row.membersStudied} whole={row.members} /> : <span className="quiet">–</span>),
    },
  ]
}

function BranchTable({ directiveId, branches }: { directiveId: string; branches: readonly BranchCounts[] }) {
  const t = useWords(words)
  const counts = useCountColumns<BranchCounts>(
    branches.some(({ plansOwed }) => plansOwed > 0),
    (row, group) => disseminationPlace(directiveId, { view: 'list', group, under: row.bodyId }),
  )
  const columns: Column<BranchCounts>[] = [
    {
      key: 'name',
      title: t('branch'),
      main: true,
      sort: (row) => row.name,
      show: (row) => (isSenders(row) ? t('senderBranch', { name: row.name }) : row.name),
    },
    {
      key: 'own',
      title: t('ownState'),
      width: 170,
      show: (row) => (row.state ? <ReceiptTag state={row.state} /> : <span className="quiet">–</span>),
    },
    ...counts,
  ]
  return (
    <DataTable
      label={t('branches')}
      name="branch"
      of={still(branches)}
      idOf={(row) => row.bodyId}
      columns={columns}
      open={(row) => branchPlace(directiveId, row)}
      empty={{ title: t('noBranches') }}
      pageSize={100}
    />
  )
}

type LevelCounts = Board['levels'][number]

function LevelTable({ directiveId, levels, under }: { directiveId: string; levels: readonly LevelCounts[]; under: string | undefined }) {
  const t = useWords(words)
  const say = useWords(organisationWords)
  const placeOf = (row: LevelCounts, group?: string) => disseminationPlace(directiveId, { view: 'list', group, level: row.level, under })
  const counts = useCountColumns<LevelCounts>(
    levels.some(({ plansOwed }) => plansOwed > 0),
    placeOf,
  )
  return (
    <DataTable
      label={t('byLevel')}
      name="level"
      of={still(levels)}
      idOf={(row) => row.level}
      columns={[{ key: 'level', title: t('level'), main: true, show: (row) => say(row.level) }, ...counts]}
      open={(row) => placeOf(row)}
    />
  )
}
