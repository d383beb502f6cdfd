import { showDay } from '../../ui/days.ts'
import { useWords } from '../../ui/useWords.tsx'
import { whole } from '../../ui/whole.tsx'
import type { ReceiptLine } from '../contract.ts'
import { words } from './words.ts'

/** A day asked of one body; where it is not that of the whole directive, who asks for it and what holds for all. */
export function AskedBy({ day, common }: { day: string | null; common: string | null }) {
  const t = useWords(words)
  if (day === null) return t('noDay')
  if (day === common || common === null) return showDay(day)
  return (
    <>
      {showDay(day)} <span className="quiet">({whole(t('soonerThan', { day: showDay(common) }))})</span>
    </>
  )
}

/** The days asked of one body that are not those of the whole directive. */
export function OwnDays({ row, receiveBy, studyBy }: { row: ReceiptLine; receiveBy: string | null; studyBy: string | null }) {
  const t = useWords(words)
  if (row.state === 'recalled') return null
  return (
    <>
      {row.receiveBy !== receiveBy && <span className="quiet own-day">{whole(t('ownReceiveBy', { day: showDay(row.receiveBy) }))}</span>}
      {row.studyBy !== studyBy && <span className="quiet own-day">{whole(t('ownStudyBy', { day: showDay(row.studyBy) }))}</span>}
    </>
  )
}
