import { type Place, PlaceLink } from '../../ui/links.tsx'

/** A count as it is written in Vietnamese: 1.276. */
export const showCount = (count: number): string => count.toLocaleString('vi-VN')

/** A share in per cent, one decimal; never shown without its "N trên M". */
export const showShare = (part: number, whole: number): string =>
  `${(whole === 0 ? 0 : (part / whole) * 100).toLocaleString('vi-VN', { maximumFractionDigits: 1 })}%`

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
