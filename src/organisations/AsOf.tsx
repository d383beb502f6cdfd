import { Button } from 'antd'
import { z } from 'zod'
import { useAddress } from '../ui/address.ts'
import { useToday } from '../ui/ask.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { useWords } from '../ui/useWords.tsx'
import { Day } from './contract.ts'
import { words } from './words.ts'

const Where = z.object({ asOf: Day.optional() })

/** The day at which bodies are looked at, kept in the address; without one it is the product's day. */
export function useAsOf(): { asOf?: string } {
  const [{ asOf }] = useAddress(Where)
  return asOf ? { asOf } : {}
}

/** Chooses the day at which bodies are looked at. */
export function AsOf() {
  const t = useWords(words)
  const today = useToday()
  const [{ asOf }, change] = useAddress(Where)
  return (
    <span className="filter">
      <span aria-hidden="true">{t('asOf')}</span>
      <DayInput label={t('asOf')} value={asOf ?? today} allowClear={false} onChange={(day) => change({ asOf: day === today ? null : day })} />
      {asOf && asOf !== today && (
        <Button type="link" onClick={() => change({ asOf: null })}>
          {t('today')}
        </Button>
      )}
    </span>
  )
}
