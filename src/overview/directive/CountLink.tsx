import { type Place, PlaceLink } from '../../ui/links.tsx'
import { showCount } from '../../ui/numbers.ts'

/** A count that leads to what it counts; nothing to count leads nowhere. */
export function CountLink({ count, place, label, alarming = false }: { count: number; place: Place; label: string; alarming?: boolean }) {
  if (count === 0) return <span className="count is-none">0</span>
  return (
    <PlaceLink place={place} className={alarming ? 'count is-alarming' : 'count'}>
      {showCount(count)}
      <span className="unseen"> {label}</span>
    </PlaceLink>
  )
}
