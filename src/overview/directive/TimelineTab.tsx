import type { z } from 'zod'
import { usePlace } from '../../directives/usePlace.ts'
import { addressOf } from '../../kernel/call.ts'
import { obligationsPlace } from '../../tasks/obligation/places.ts'
import { useRawAddress } from '../../ui/address.ts'
import { useAsk } from '../../ui/ask.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { showDay } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Answer } from '../../ui/Faults.tsx'
import { showCount } from '../../ui/numbers.ts'
import { Section } from '../../ui/Page.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints } from '../contract.ts'
import { monthsOf } from '../rules.ts'
import { words } from '../words.ts'
import { CountLink } from './CountLink.tsx'
import { MonthChart, showMonth } from './MonthChart.tsx'

type Milestones = z.infer<typeof endpoints.openTimeline.output>

/** Mốc thời hạn: the milestones by month as a picture, then each of them. */
export function TimelineTab({ directiveId }: { directiveId: string }) {
  const t = useWords(words)
  const timeline = useAsk(endpoints.openTimeline, { directiveId: directiveId as never })
  const [{ month }, change] = useRawAddress()
  return (
    <Answer of={timeline}>
      {(milestones) => {
        if (milestones.length === 0) return <Empty title={t('noMilestones')} advice={t('noMilestonesAdvice')} />
        const undated = milestones.filter(({ due }) => due === null).length
        return (
          <>
            <Section title={t('months')}>
              <p className="quiet">
                {t('monthsLead')} {undated > 0 && t('undated', { count: undated })}
              </p>
              <MonthChart
                months={monthsOf(milestones)}
                chosen={typeof month === 'string' ? month : undefined}
                choose={(next) => change({ month: next, page: undefined })}
              />
            </Section>
            <Section title={t('timeline')}>
              <MilestoneTable directiveId={directiveId} of={timeline} />
            </Section>
          </>
        )
      }}
    </Answer>
  )
}

function MilestoneTable({ directiveId, of }: { directiveId: string; of: Parameters<typeof DataTable<Milestones[number], Milestones>>[0]['of'] }) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const columns: Column<Milestones[number]>[] = [
    {
      key: 'due',
      title: t('due'),
      width: 120,
      sort: (row) => row.due,
      show: (row) => (row.due ? <strong>{showDay(row.due)}</strong> : <span className="quiet">–</span>),
    },
    { key: 'worded', title: t('worded'), width: 200, show: (row) => `«${row.worded}»` },
    {
      key: 'text',
      title: t('text'),
      main: true,
      show: (row) => (
        <span className="task-cell">
          <span className="task-cell-address">{sayPlace(row.address)}</span>
          <span className="clamp">{row.text}</span>
          {row.what && <span className="quiet">{row.what}</span>}
        </span>
      ),
    },
    {
      key: 'reached',
      title: t('reached'),
      width: 150,
      align: 'end',
      sort: (row) => row.reached,
      show: (row) => t('ofAll', { part: showCount(row.reached), whole: showCount(row.all) }),
    },
    {
      key: 'overdue',
      title: t('overdue'),
      width: 100,
      align: 'end',
      sort: (row) => row.overdue,
      show: (row) => (
        <CountLink
          count={row.overdue}
          place={obligationsPlace({ directiveId, taskId: row.taskId, standings: ['open-overdue', 'done-late'] })}
          label={t('overdue')}
          alarming
        />
      ),
    },
  ]
  const [address] = useRawAddress()
  const months = monthsOf(of.data ?? []).filter(({ all }) => all > 0)
  return (
    <DataTable
      label={t('timeline')}
      of={of}
      idOf={(row) => row.id}
      columns={columns}
      filters={[
        {
          name: 'month',
          label: t('month'),
          kind: 'choice',
          choices: months.map(({ month }) => ({ value: month, label: showMonth(month) })),
          match: (row, [month]) => row.due?.slice(0, 7) === month,
        },
      ]}
      open={(row) => obligationsPlace({ directiveId, taskId: row.taskId })}
      exportTo={addressOf(endpoints.exportTimeline, { directiveId: directiveId as never })}
      key={String(address.month ?? '')}
    />
  )
}
