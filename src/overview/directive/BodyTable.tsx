import type { z } from 'zod'
import { words as organisationWords } from '../../organisations/words.ts'
import { obligationsPlace } from '../../tasks/obligation/places.ts'
import { words as taskWords } from '../../tasks/words.ts'
import { usePaging } from '../../ui/address.ts'
import { useAsk } from '../../ui/ask.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { showDay } from '../../ui/days.ts'
import { StandingBar } from '../../ui/Standing.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { UrgeButton } from '../../urging/urgings/UrgeButton.tsx'
import { useUrgeChosen } from '../../urging/urgings/useUrgeChosen.tsx'
import { type BodyCounts, endpoints } from '../contract.ts'
import { useFitAddress } from '../fitAddress.tsx'
import { words } from '../words.ts'
import { BodyWhere, useBodyFilters } from './bodyFilters.ts'
import { CountLink } from './CountLink.tsx'

type Counted = z.infer<typeof BodyCounts>

/** The 2×2 by body, most overdue first; while the directive is at work, bodies that are late can be ticked and urged. */
export function BodyTable({ directiveId, isLive }: { directiveId: string; isLive: boolean }) {
  const t = useWords(words)
  const say = useWords(taskWords)
  const sayLevel = useWords(organisationWords)
  const where = useFitAddress(BodyWhere)
  const paging = usePaging(25, 'body')
  const bodies = useAsk(endpoints.listBoardBodies, { directiveId: directiveId as never, ...where, ...paging }, { keep: true })
  const placeOf = (row: Counted, more: Record<string, string[]> = {}) => obligationsPlace({ directiveId, bodyId: row.bodyId, ...more })
  const choosing = useUrgeChosen<Counted>({
    isLate: ({ openOverdue }) => openOverdue > 0,
    nameOf: ({ name }) => name,
    meantBy: (bodyIds) => ({ directiveId: directiveId as never, bodyIds: bodyIds as never }),
  })
  const columns: Column<Counted>[] = [
    { key: 'name', title: t('body'), main: true, show: (row) => row.name },
    { key: 'level', title: t('level'), width: 120, wideOnly: true, show: (row) => sayLevel(row.level) },
    { key: 'progress', title: t('progress'), width: 270, show: (row) => <StandingBar counts={row} /> },
    {
      key: 'overdue',
      title: t('overdue'),
      width: 92,
      align: 'end',
      show: (row) => <CountLink count={row.openOverdue} place={placeOf(row, { standings: ['open-overdue'] })} label={t('overdue')} alarming />,
    },
    {
      key: 'given',
      title: say('given'),
      width: 92,
      align: 'end',
      show: (row) => <CountLink count={row.given} place={placeOf(row, { states: ['given'] })} label={say('given')} />,
    },
    {
      key: 'reported',
      title: say('reported'),
      width: 92,
      align: 'end',
      show: (row) => <CountLink count={row.reported} place={placeOf(row, { states: ['reported'] })} label={say('reported')} />,
    },
    {
      key: 'last',
      title: t('lastStep'),
      width: 140,
      show: (row) => (row.lastStepOn ? showDay(row.lastStepOn) : <span className="quiet">{t('never')}</span>),
    },
  ]
  return (
    <DataTable
      label={t('byBody')}
      name="body"
      of={bodies}
      rows={(answer) => answer.rows}
      total={(answer) => answer.total}
      idOf={(row) => row.bodyId}
      columns={columns}
      filters={useBodyFilters<Counted>()}
      open={placeOf}
      choosing={isLive ? choosing : undefined}
      empty={{ title: t('noBodies') }}
    />
  )
}

/** Urges over all that is overdue with the bodies of the table; not while words or a level narrow it, since then not all of them are shown. */
export function UrgeBodies({ directiveId }: { directiveId: string }) {
  const { words: sought, level, under } = useFitAddress(BodyWhere)
  if (sought || level) return null
  return <UrgeButton meant={{ directiveId: directiveId as never, ...(under ? { bodyId: under, below: 'true' as never } : {}) }} />
}
