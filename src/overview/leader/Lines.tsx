import { WarningFilled } from '@ant-design/icons'
import { type Place, PlaceLink } from '../../ui/links.tsx'

type Line = { id: string; place: Place; text: string; about: string[]; mark: string; isAlarming?: boolean }

/** A short list: what, about whom, and the one thing that matters of it. */
export function Lines({ lines, none }: { lines: readonly Line[]; none: string }) {
  if (lines.length === 0) return <p className="quiet">{none}</p>
  return (
    <ul className="lines">
      {lines.map(({ id, place, text, about, mark, isAlarming = false }) => (
        <li key={id}>
          <PlaceLink place={place} className="line-words">
            {text}
          </PlaceLink>
          <div className="line-about">
            <span className={isAlarming ? 'line-mark is-alarming' : 'line-mark'}>
              {isAlarming && <WarningFilled aria-hidden="true" />} {mark}
            </span>
            {about.filter(Boolean).map((part) => (
              <span key={part}>{part}</span>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}
