/// <reference types="vite/client" />
import { usePlace } from '../directives/usePlace.ts'
import './overview.css'
import { z } from 'zod'
import { endpoints as directives } from '../directives/contract.ts'
import { citationOf, fullNameOf, shortened } from '../directives/naming.ts'
import { addressOf } from '../kernel/call.ts'
import { ObligationFilter, type ObligationLine, ObligationSort, Standing, State, endpoints as tasks } from '../tasks/contract.ts'
import { Stage } from '../tasks/obligation/Children.tsx'
import { Due } from '../tasks/obligation/Due.tsx'
import { obligationPlace } from '../tasks/obligation/places.ts'
import { closed, owes } from '../tasks/rules.ts'
import { words as taskWords } from '../tasks/words.ts'
import { useAddress, usePaging } from '../ui/address.ts'
import { useAsk } from '../ui/ask.ts'
import { type Column, DataTable, type Filter } from '../ui/DataTable.tsx'
import { showDay } from '../ui/days.ts'
import { Page } from '../ui/Page.tsx'
import { StandingTag, useStandingWord } from '../ui/Standing.tsx'
import { useWords } from '../ui/useWords.tsx'
import { UrgeButton } from '../urging/urgings/UrgeButton.tsx'
import { useUrgeChosen } from '../urging/urgings/useUrgeChosen.tsx'
import { words as urgingWords } from '../urging/urgings/words.ts'
import { endpoints } from './contract.ts'
import { useFitAddress } from './fitAddress.tsx'
import { words } from './words.ts'

const Where = ObligationFilter.extend({ below: z.enum(['true']).optional() })
const Order = z.object({ sort: ObligationSort.optional() })

/** The obligations the caller may see, by directive, task, body, standing, stage and words: where every count of the boards leads. */
export function ObligationsPage() {
  const t = useWords(words)
  const sayPlace = usePlace()
  const where = useFitAddress(Where)
  const paging = usePaging()
  const [{ sort }] = useAddress(Order)
  const list = useAsk(tasks.listObligations, { ...where, sort, ...paging }, { keep: true })
  const choosing = useUrgeChosen<ObligationLine>({
    isLate: ({ standing }) => standing === 'open-overdue',
    nameOf: ({ bodyName, text }) => `${bodyName}, ${shortened(text, 90)}`,
    meantBy: (obligationIds) => ({ obligationIds: obligationIds as never }),
  })
  const columns: Column<ObligationLine>[] = [
    {
      key: 'directive',
      title: t('directive'),
      width: 130,
      sort: true,
      show: (row) => citationOf({ kind: row.directiveKind, number: row.directiveNumber }),
    },
    {
      key: 'text',
      title: t('text'),
      main: true,
      sort: true,
      show: (row) => (
        <span className="task-cell">
          {row.address && <span className="task-cell-address">{sayPlace(row.address)}</span>}
          <span className="clamp">{row.text}</span>
        </span>
      ),
    },
    { key: 'body', title: t('body'), width: 180, sort: true, show: (row) => row.bodyName },
    { key: 'standing', title: t('standing'), width: 210, sort: true, show: (row) => <StandingTag standing={row.standing} /> },
    {
      key: 'stage',
      title: t('stage'),
      width: 140,
      show: (row) => <Stage state={row.state} percent={row.percent} />,
    },
    { key: 'due', title: t('due'), width: 150, sort: true, show: (row) => <DueOrDone row={row} /> },
  ]
  return (
    <Page title={t('obligations')} description={t('obligationsLead')} actions={<UrgeLate meant={where} />}>
      <DataTable
        label={t('obligations')}
        of={list}
        rows={(answer) => answer.rows}
        total={(answer) => answer.total}
        idOf={(row) => row.id}
        columns={columns}
        filters={useFilters(where)}
        choosing={choosing}
        open={(row) => obligationPlace(row.id)}
        exportTo={addressOf(endpoints.exportObligations, where)}
        empty={{ title: t('noObligations'), advice: t('noObligationsAdvice') }}
      />
    </Page>
  )
}

/** Urges over all that is overdue among what the filters find. */
function UrgeLate({ meant: { standings, ...meant } }: { meant: z.output<typeof Where> }) {
  const t = useWords(urgingWords)
  if (standings?.length && !standings.includes('open-overdue')) return null
  return <UrgeButton meant={meant} label={t('urgeAllLate')} />
}

/** What is due next while it is owed; once finished, the last day it was due and the day it was done. */
function DueOrDone({ row: { state, nextDue, finalDue, doneOn } }: { row: ObligationLine }) {
  const t = useWords(words)
  if (!closed.includes(state)) return <Due day={nextDue} last={finalDue} owed={owes(state)} />
  return (
    <>
      <Due day={finalDue} owed={false} />
      {doneOn && <span className="quiet done-on">{t('doneOnDay', { day: showDay(doneOn) })}</span>}
    </>
  )
}

function useFilters({ directiveId, bodyId }: z.output<typeof Where>): Filter<ObligationLine>[] {
  const t = useWords(words)
  const sayPlace = usePlace()
  const say = useWords(taskWords)
  const standingWord = useStandingWord()
  const issued = useAsk(directives.listDirectives, { states: ['issued', 'closed'], limit: 200 })
  const ofDirective = useAsk(tasks.listTasks, directiveId ? { directiveId } : null)
  return [
    { name: 'words', label: t('filterWords'), kind: 'words' },
    {
      name: 'directiveId',
      label: t('filterDirective'),
      kind: 'choice',
      choices: (issued.data?.rows ?? []).map((directive) => ({ value: directive.id, label: shortened(fullNameOf(directive), 90) })),
    },
    ...(directiveId
      ? [
          {
            name: 'taskId',
            label: t('filterTask'),
            kind: 'choice' as const,
            choices: (ofDirective.data ?? [])
              .filter(({ droppedWhy }) => droppedWhy === null)
              .map(({ id, address, text }) => ({ value: id, label: shortened(`${sayPlace(address)}: ${text}`, 90) })),
          },
        ]
      : []),
    { name: 'bodyId', label: t('filterBody'), kind: 'body' },
    ...(bodyId ? [{ name: 'below', label: t('filterBelow'), kind: 'choice' as const, choices: [{ value: 'true', label: t('below') }] }] : []),
    { name: 'dueBy', label: t('dueBy'), kind: 'day' },
    {
      name: 'standings',
      label: t('filterStanding'),
      kind: 'choice',
      several: true,
      choices: Standing.options.map((value) => ({ value, label: standingWord(value) })),
    },
    {
      name: 'states',
      label: t('filterState'),
      kind: 'choice',
      several: true,
      choices: State.options.filter((state) => state !== 'withdrawn').map((value) => ({ value, label: say(value) })),
    },
  ]
}
