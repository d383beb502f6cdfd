/// <reference types="vite/client" />
import './due.css'
import { WarningFilled } from '@ant-design/icons'
import { useToday } from '../../ui/ask.ts'
import { showDay, useDayCount } from '../../ui/days.ts'
import { useWords } from '../../ui/useWords.tsx'
import { words } from './words.ts'

/** The next day something is due, with how far off it is; past it while still owed, a sign and words say so. With nothing left to reach, the `last` day there was. */
export function Due({ day, last = null, owed = true }: { day: string | null; last?: string | null; owed?: boolean }) {
  const t = useWords(words)
  const today = useToday()
  const count = useDayCount()
  if (!day) return last ? <Due day={last} owed={false} /> : <span className="quiet">{t('noDeadline')}</span>
  const isOver = owed && day < today
  return (
    <span className={isOver ? 'due is-over' : 'due'}>
      <span className="due-day">{showDay(day)}</span>
      {owed && (
        <span className="due-count">
          {isOver && <WarningFilled aria-hidden="true" />} {count(day)}
        </span>
      )}
    </span>
  )
}
