import { Input, Segmented } from 'antd'
import type { z } from 'zod'
import { usePlace } from '../../directives/usePlace.ts'
import { endpoints as tasksEndpoints } from '../../tasks/contract.ts'
import { Due } from '../../tasks/obligation/Due.tsx'
import { obligationsPlace } from '../../tasks/obligation/places.ts'
import { words as taskWords } from '../../tasks/words.ts'
import { useRawAddress } from '../../ui/address.ts'
import { useDuty } from '../../ui/ask.ts'
import { BodyPicker } from '../../ui/BodyPicker.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { ActDialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Form.tsx'
import type { Place } from '../../ui/links.tsx'
import { StandingBar } from '../../ui/Standing.tsx'
import { useNarrow } from '../../ui/useNarrow.ts'
import { useWords } from '../../ui/useWords.tsx'
import { UrgeButton } from '../../urging/urgings/UrgeButton.tsx'
import type { TaskCounts } from '../contract.ts'
import { allOf } from '../rules.ts'
import { words } from '../words.ts'
import { CountLink } from './CountLink.tsx'

type Counted = z.infer<typeof TaskCounts>

/** The 2×2 by task, in the order of the text or overdue first. */
export function TaskTable({ directiveId, tasks, canAssign, isLive }: { directiveId: string; tasks: Counted[]; canAssign: boolean; isLive: boolean }) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const say = useWords(taskWords)
  const isNarrow = useNarrow()
  const mayUrge = useDuty('clerk', 'leader') && isLive && tasks.some(({ openOverdue }) => openOverdue > 0)
  const [{ tasksort }, change] = useRawAddress()
  const placeOf = (row: Counted, more: Record<string, string[]> = {}) => obligationsPlace({ directiveId, taskId: row.taskId, ...more })
  const fewOf = (row: Counted): Few[] => [
    { word: t('overdue'), count: row.openOverdue, place: placeOf(row, { standings: ['open-overdue'] }), alarming: true },
    { word: say('given'), count: row.given, place: placeOf(row, { states: ['given'] }) },
    { word: say('reported'), count: row.reported, place: placeOf(row, { states: ['reported'] }) },
  ]
  const columns: Column<Counted>[] = [
    {
      key: 'text',
      title: t('text'),
      main: true,
      show: (row) => (
        <span className="task-cell">
          <span className="task-cell-address">{sayPlace(row.address)}</span>
          <span className="clamp">{row.text}</span>
        </span>
      ),
    },
    {
      key: 'progress',
      title: t('progress'),
      width: 240,
      show: (row) => (
        <>
          <StandingBar counts={row} />
          {isNarrow && <Few counts={fewOf(row)} />}
        </>
      ),
    },
    {
      key: 'overdue',
      title: t('overdue'),
      wideOnly: true,
      width: 92,
      align: 'end',
      sort: (row) => row.openOverdue,
      show: (row) => <CountLink count={row.openOverdue} place={placeOf(row, { standings: ['open-overdue'] })} label={t('overdue')} alarming />,
    },
    {
      key: 'given',
      title: say('given'),
      wideOnly: true,
      width: 92,
      align: 'end',
      sort: (row) => row.given,
      show: (row) => <CountLink count={row.given} place={placeOf(row, { states: ['given'] })} label={say('given')} />,
    },
    {
      key: 'reported',
      title: say('reported'),
      wideOnly: true,
      width: 92,
      align: 'end',
      sort: (row) => row.reported,
      show: (row) => <CountLink count={row.reported} place={placeOf(row, { states: ['reported'] })} label={say('reported')} />,
    },
    {
      key: 'due',
      title: t('nextDue'),
      width: 130,
      sort: (row) => row.nextDue,
      show: (row) => <Due day={row.nextDue} last={row.lastDue} owed={allOf(row) > row.doneOnTime + row.doneLate} />,
    },
  ]
  const asked = { data: tasks, error: null, isPending: false, isFetching: false, refetch: () => undefined }
  return (
    <>
      <Segmented
        className="order"
        aria-label={t('order')}
        value={tasksort === '-overdue' ? 'overdue' : 'text'}
        options={[
          { value: 'text', label: t('orderText') },
          { value: 'overdue', label: t('orderOverdue') },
        ]}
        onChange={(order) => change({ tasksort: order === 'overdue' ? '-overdue' : undefined, taskpage: undefined })}
      />
      <DataTable
        label={t('byTask')}
        name="task"
        pageSize={isNarrow ? 8 : 100}
        of={asked}
        idOf={(row) => row.taskId}
        columns={columns}
        open={placeOf}
        empty={{ title: t('noTasks') }}
        {...(canAssign || mayUrge
          ? {
              actions: (row: Counted) => (
                <span className="row-acts">
                  {canAssign && <Assign taskId={row.taskId} />}
                  {isLive && row.openOverdue > 0 && (
                    <UrgeButton
                      meant={{ directiveId: directiveId as never, taskId: row.taskId as never }}
                      what={`${sayPlace(row.address)} ${row.text.slice(0, 80)}`}
                    />
                  )}
                </span>
              ),
            }
          : {})}
      />
    </>
  )
}

type Few = { word: string; count: number; place: Place; alarming?: boolean }

/** Counts that are not nought, in a line: what a telephone has room for. */
function Few({ counts }: { counts: readonly Few[] }) {
  return (
    <span className="few">
      {counts
        .filter(({ count }) => count > 0)
        .map(({ word, count, place, alarming = false }) => (
          <span key={word}>
            {word} <CountLink count={count} place={place} label={word} alarming={alarming} />
          </span>
        ))}
    </span>
  )
}

function Assign({ taskId }: { taskId: string }) {
  const t = useWords(words)
  return (
    <ActDialog
      open={t('assign')}
      title={t('assignTitle')}
      button={{ size: 'small' }}
      endpoint={tasksEndpoints.assignTask}
      fixed={{ taskId: taskId as never }}
      said={t('assigned')}
    >
      <Field name="bodyId" label={t('assignBody')}>
        <BodyPicker />
      </Field>
      <Field name="text" label={t('assignText')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Field>
    </ActDialog>
  )
}
