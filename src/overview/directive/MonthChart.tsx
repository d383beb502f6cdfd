/// <reference types="vite/client" />
import './months.css'
import { useEffect, useRef } from 'react'
import { useToday } from '../../ui/ask.ts'
import { showCount } from '../../ui/numbers.ts'
import { useWords } from '../../ui/useWords.tsx'
import type { Month } from '../rules.ts'
import { words } from '../words.ts'

/** A month as "12-2013". */
export const showMonth = (month: string): string => `${month.slice(5)}-${month.slice(0, 4)}`

/** The milestones by month: reached, overdue and still ahead, one column a month. */
export function MonthChart({
  months,
  chosen,
  choose,
}: {
  months: readonly Month[]
  chosen: string | undefined
  choose: (month: string | undefined) => void
}) {
  const t = useWords(words)
  const now = useToday().slice(0, 7)
  const most = Math.max(1, ...months.map(({ all }) => all))
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    const [box, here] = [frame.current, frame.current?.querySelector<HTMLElement>('.is-now')]
    if (box && here) box.scrollLeft = here.offsetLeft - box.clientWidth / 2 + here.clientWidth / 2
  }, [])
  return (
    <figure className="months" ref={frame}>
      <ol>
        {months.map(({ month, all, reached, overdue }, index) => {
          const isNow = month === now
          const isNamed = all > 0 || isNow || (month.endsWith('-01') && !months[index - 1]?.all)
          const name = isNamed ? showMonth(month) : ''
          return (
            <li key={month} className={`${isNow ? 'is-now' : ''}${all > 0 ? ' is-held' : ''}`}>
              {all > 0 ? (
                <button
                  type="button"
                  className="month"
                  aria-pressed={chosen === month}
                  aria-label={t('monthSpoken', { month: showMonth(month), all, reached, overdue })}
                  title={t('monthSpoken', { month: showMonth(month), all, reached, overdue })}
                  onClick={() => choose(chosen === month ? undefined : month)}
                >
                  <span className="month-count">{showCount(all)}</span>
                  <span className="month-bar" style={{ height: `${6 + Math.round(Math.sqrt(all / most) * 120)}px` }}>
                    <span className="is-ahead" style={{ flexGrow: all - reached - overdue }} />
                    <span className="is-overdue" style={{ flexGrow: overdue }} />
                    <span className="is-reached" style={{ flexGrow: reached }} />
                  </span>
                </button>
              ) : (
                <span className="month-none" />
              )}
              <span className="month-name" aria-hidden={all > 0 || undefined}>
                {name}
                {isNow && <strong> {t('thisMonth')}</strong>}
              </span>
            </li>
          )
        })}
      </ol>
      <p className="months-hint">{t('monthsHint')}</p>
      <figcaption>
        <span className="month-key is-reached" aria-hidden="true" /> {t('reached')}
        <span className="month-key is-overdue" aria-hidden="true" /> {t('overdue')}
        <span className="month-key is-ahead" aria-hidden="true" /> {t('ahead')}
      </figcaption>
    </figure>
  )
}
