/// <reference types="vite/client" />
import './plan.css'
import { type Place, PlaceLink } from '../../ui/links.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { coveragePlace } from '../coverage/places.ts'
import { likenessPlace } from '../likeness/places.ts'
import { words } from './words.ts'

/** Where the plans of a directive are listed. */
export const plansPlace = (directiveId: string): Place => ({
  to: '/directives/$directiveId',
  params: { directiveId },
  search: { tab: 'plans' },
})

/** The three ways of looking at the plans of a directive: one by one, what they cover, which are alike. */
export function Looks({ directiveId, now }: { directiveId: string; now: 'list' | 'cover' | 'alike' }) {
  const t = useWords(words)
  const looks = [
    { key: 'list', place: plansPlace(directiveId) },
    { key: 'cover', place: coveragePlace(directiveId) },
    { key: 'alike', place: likenessPlace(directiveId) },
  ] as const
  return (
    <nav className="plan-looks" aria-label={t('looks')}>
      <ul>
        {looks.map(({ key, place }) => (
          <li key={key}>
            {key === now ? <span aria-current="page">{t(`look-${key}`)}</span> : <PlaceLink place={place}>{t(`look-${key}`)}</PlaceLink>}
          </li>
        ))}
      </ul>
    </nav>
  )
}
