import { Progress } from 'antd'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { colours } from '../../ui/look.ts'
import { showPercent } from '../../ui/numbers.ts'
import { StandingBar, type StandingCounts, StandingTag } from '../../ui/Standing.tsx'
import { useWords } from '../../ui/useWords.tsx'
import type { ObligationLine, Standing } from '../contract.ts'
import { owes } from '../rules.ts'
import { words as taskWords } from '../words.ts'
import { Due } from './Due.tsx'
import { obligationPlace } from './places.ts'
import type { Shown } from './shown.ts'
import { words } from './words.ts'

const names: Record<Standing, keyof StandingCounts> = {
  'done-on-time': 'doneOnTime',
  'done-late': 'doneLate',
  'open-in-time': 'openInTime',
  'open-overdue': 'openOverdue',
}

/** What was handed down, body by body, with how each stands. */
export function Children({ obligation }: { obligation: Shown }) {
  const t = useWords(words)
  const { children, openChildren } = obligation
  const counts: StandingCounts = { doneOnTime: 0, doneLate: 0, openInTime: 0, openOverdue: 0 }
  for (const child of children) if (child.state !== 'withdrawn') counts[names[child.standing]] += 1
  const columns: Column<ObligationLine>[] = [
    { key: 'body', title: t('bodyShort'), main: true, sort: (row) => row.bodyName, show: (row) => row.bodyName },
    { key: 'standing', title: t('standing'), sort: (row) => row.standing, show: (row) => <StandingTag standing={row.standing} /> },
    { key: 'stage', title: t('stage'), width: 140, sort: (row) => row.percent, show: (row) => <Stage state={row.state} percent={row.percent} /> },
    {
      key: 'due',
      title: t('nextDue'),
      sort: (row) => row.nextDue,
      show: (row) => <Due day={row.nextDue} last={row.finalDue} owed={owes(row.state)} />,
    },
  ]
  const asked = { data: children, error: null, isPending: false, isFetching: false, refetch: () => undefined }
  return (
    <>
      {children.length > 0 && <StandingBar counts={counts} />}
      {openChildren > 0 && <p className="quiet children-open">{t('childrenOpen', { count: openChildren })}</p>}
      <DataTable
        label={t('children', { count: children.length })}
        name="child"
        of={asked}
        idOf={(row) => row.id}
        columns={columns}
        open={(row) => obligationPlace(row.id)}
        empty={{ title: t('childrenNone'), advice: t('childrenNoneAdvice') }}
      />
    </>
  )
}

/** The stage something is at, and under way how far it has come. */
export function Stage({ state, percent }: Pick<ObligationLine, 'state' | 'percent'>) {
  const t = useWords(words)
  const say = useWords(taskWords)
  if (percent === 0 || percent === 100) return say(state)
  return (
    <>
      {say(state)}
      <Progress
        percent={percent}
        size="small"
        strokeColor={colours.link}
        format={(shown) => `${showPercent(shown ?? 0)}`}
        aria-label={`${t('percentShort')}: ${showPercent(percent)}`}
      />
    </>
  )
}
