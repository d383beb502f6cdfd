import { Button, Select } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { dayMeant } from '../../directives/reading/time/deadlines.ts'
import { useToday } from '../../ui/ask.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { showDay } from '../../ui/days.ts'
import { TextLines } from '../../ui/TextLines.tsx'
import { useLater } from '../../ui/useLater.ts'
import { useWords } from '../../ui/useWords.tsx'
import { MilestoneKind } from '../contract.ts'
import { words } from './words.ts'

type Value = { worded: string; due: string | null; kind: z.infer<typeof MilestoneKind>; what: string }
type Row = Value & { row: number }

/** The deadlines of a task: as worded, the day they come to, and what must have happened by then. The day follows the words while it is what they said; where they say another one, that is offered. */
export function MilestonesInput({ value = [], onChange }: { value?: Value[]; onChange?: (value: Value[]) => void }) {
  const t = useWords(words)
  const today = useToday()
  const meant = ({ worded, due }: Pick<Value, 'worded' | 'due'>) => dayMeant(worded, Number((due ?? today).slice(0, 4)))
  const isTime = useLater()
  const [rows, setRows] = useState<Row[]>(() => value.map((one, row) => ({ ...one, row })))
  const put = (next: Row[]) => {
    setRows(next)
    onChange?.(next.map(({ row: _row, ...one }) => one))
  }
  const amend = (row: number, change: Partial<Value>) => put(rows.map((one) => (one.row === row ? { ...one, ...change } : one)))
  const reword = (before: Row, worded: string) => {
    const follows = before.due === null || before.due === meant(before)
    amend(before.row, { worded, ...(follows ? { due: meant({ ...before, worded }) ?? before.due } : {}) })
  }
  const add = () => put([...rows, { row: Math.max(0, ...rows.map(({ row }) => row)) + 1, worded: '', due: null, kind: 'date', what: '' }])
  return (
    <div className="lines">
      {rows.map(({ row, worded, due, kind, what }) => {
        if (!isTime)
          return (
            <div key={row} className="milestone-row is-later">
              {worded}
            </div>
          )
        const said = meant({ worded, due })
        return (
          <div className="milestone-row" key={row}>
            <TextLines
              className="row-worded"
              aria-label={t('worded')}
              placeholder={t('worded')}
              value={worded}
              most={4}
              onChange={({ target }) => reword({ row, worded, due, kind, what }, target.value.replace(/\n/g, ' '))}
            />
            <Select
              className="row-kind"
              aria-label={t('dateKind')}
              value={kind}
              options={MilestoneKind.options.map((value) => ({ value, label: t(value) }))}
              onChange={(kind) => amend(row, { kind })}
            />
            <DayInput label={t('due')} value={due} onChange={(day) => amend(row, { due: day })} />
            <Button
              type="text"
              className="line-remove"
              aria-label={t('removeMilestone', { worded })}
              onClick={() => put(rows.filter((one) => one.row !== row))}
            >
              ×
            </Button>
            <TextLines
              className="row-what"
              aria-label={t('what')}
              placeholder={t('what')}
              value={what}
              most={4}
              onChange={({ target }) => amend(row, { what: target.value.replace(/\n/g, ' ') })}
            />
            {said && said !== due && (
              <p className="row-meant amiss" role="status">
                {t('wordsMean', { day: showDay(said) })}{' '}
                <Button type="link" className="in-line" onClick={() => amend(row, { due: said })}>
                  {t('takeMeant')}
                </Button>
              </p>
            )}
          </div>
        )
      })}
      <Button size="small" onClick={add}>
        {t('addMilestone')}
      </Button>
    </div>
  )
}
