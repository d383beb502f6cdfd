/// <reference types="vite/client" />
import '../notices/notices.css'
import { Checkbox, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useAsk, useToday } from '../../ui/ask.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { ActDialog } from '../../ui/Dialog.tsx'
import { showDay } from '../../ui/days.ts'
import { Answer } from '../../ui/Faults.tsx'
import { Field } from '../../ui/Form.tsx'
import { Section } from '../../ui/Page.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { words } from '../notices/words.ts'
import { endpoints } from './contract.ts'

/** The public holidays of a year, on which no mail goes out. */
export function DaysOff() {
  const t = useWords(words)
  const today = useToday()
  const [year, setYear] = useState(Number(today.slice(0, 4)))
  const found = useAsk(endpoints.listDaysOff, { year }, { keep: true })
  return (
    <Section
      title={t('daysOff')}
      actions={
        <>
          <InputNumber aria-label={t('year')} min={1950} max={2200} value={year} onChange={(next) => next && setYear(next)} />
          {found.data?.canSet && (
            <ActDialog
              open={t('addDayOff')}
              submit={t('save')}
              endpoint={endpoints.setDayOff}
              start={{ day: `${year}-${today.slice(5)}`, isWorking: false }}
              said={t('dayOffSet')}
            >
              <Field name="day" label={t('dayOff')}>
                <DayInput />
              </Field>
              <Field name="name" label={t('dayOffName')}>
                <Input />
              </Field>
              <Field name="isWorking" label={t('isWorking')} valuePropName="checked">
                <Checkbox>{t('isWorking')}</Checkbox>
              </Field>
            </ActDialog>
          )}
        </>
      }
    >
      <p className="quiet">{t('daysOffLead')}</p>
      <Answer of={found}>
        {({ days }) =>
          days.length === 0 ? (
            <p className="quiet">{t('daysOffNone', { year: String(year) })}</p>
          ) : (
            <ul className="days-off">
              {days.map(({ day, name, isWorking }) => (
                <li key={day}>
                  {showDay(day)} <span className="quiet">{isWorking ? `${name} (${t('worked')})` : name}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Section>
  )
}
