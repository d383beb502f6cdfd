import { CheckCircleFilled, ClockCircleOutlined, FieldTimeOutlined, WarningFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { showCount } from './numbers.ts'
import { useWords } from './useWords.tsx'
import { words } from './words.ts'

/** The four standings every official count uses: done {on time, late} × not done {in time, overdue}. */
export type Standing = 'done-on-time' | 'done-late' | 'open-in-time' | 'open-overdue'
/** How many stand at each. */
export type StandingCounts = Record<Named, number>
type Named = 'doneOnTime' | 'doneLate' | 'openInTime' | 'openOverdue'

const shown: Record<Standing, { word: Named; icon: ReactNode }> = {
  'done-on-time': { word: 'doneOnTime', icon: <CheckCircleFilled /> },
  'done-late': { word: 'doneLate', icon: <FieldTimeOutlined /> },
  'open-in-time': { word: 'openInTime', icon: <ClockCircleOutlined /> },
  'open-overdue': { word: 'openOverdue', icon: <WarningFilled /> },
}
export const standings = Object.keys(shown) as Standing[]

/** A standing as a tag: words, a shape and a colour, never the colour alone. */
export function StandingTag({ standing }: { standing: Standing }) {
  const t = useWords(words)
  return (
    <span className={`standing is-${standing}`}>
      <span aria-hidden="true">{shown[standing].icon}</span>
      {t(shown[standing].word)}
    </span>
  )
}

/** The words of a standing, for charts and filters. */
export function useStandingWord(): (standing: Standing) => string {
  const t = useWords(words)
  return (standing) => t(shown[standing].word)
}

/** A thin bar of the four counts with "N trên M"; `legend` lists them under it. */
export function StandingBar({ counts, legend = false }: { counts: StandingCounts; legend?: boolean }) {
  const t = useWords(words)
  const total = standings.reduce((sum, standing) => sum + counts[shown[standing].word], 0)
  const done = counts.doneOnTime + counts.doneLate
  const spoken = standings
    .filter((standing) => counts[shown[standing].word] > 0)
    .map((standing) => `${t(shown[standing].word)}: ${showCount(counts[shown[standing].word])}`)
  return (
    <div className="standing-bar">
      <div className="standing-bar-row">
        <div className="standing-bar-track" role="img" aria-label={[t('doneOf', { done, total }), ...spoken].join('; ')} title={spoken.join('\n')}>
          {standings.map(
            (standing) =>
              counts[shown[standing].word] > 0 && (
                <span key={standing} className={`is-${standing}`} style={{ flexGrow: counts[shown[standing].word] }} />
              ),
          )}
        </div>
        <span className="standing-bar-count">{t('doneOf', { done, total })}</span>
      </div>
      {legend && (
        <ul className="standing-bar-legend">
          {standings.map((standing) => (
            <li key={standing} className={`standing is-${standing}`}>
              <span aria-hidden="true">{shown[standing].icon}</span>
              {t(shown[standing].word)}: <strong>{showCount(counts[shown[standing].word])}</strong>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
