import { endpoints } from '../people/contract.ts'
import { useAct } from './ask.ts'
import { DayInput } from './DayInput.tsx'
import { useWords } from './useWords.tsx'
import { words } from './words.ts'

/** Says that the day shown is the example's, and lets it be set. */
export function ClockBanner({ today }: { today: string }) {
  const t = useWords(words)
  const { act } = useAct(endpoints.setClock)
  return (
    <section className="clock" aria-label={t('exampleData')}>
      <span>{t('exampleClock')}</span>
      <DayInput size="small" variant="underlined" value={today} allowClear={false} label={t('setClock')} onChange={(day) => day && act({ day })} />
    </section>
  )
}
