import type { z } from 'zod'
import { obligationsPlace } from '../../tasks/obligation/places.ts'
import { PlaceLink } from '../../ui/links.tsx'
import { StandingBar } from '../../ui/Standing.tsx'
import { useWords } from '../../ui/useWords.tsx'
import type { endpoints } from '../contract.ts'
import { allOf } from '../rules.ts'
import { words } from '../words.ts'

/** The bodies with the most overdue, each with how much of how much. */
export function Behind({ bodies }: { bodies: z.infer<typeof endpoints.openLeaderPage.output>['behind'] }) {
  const t = useWords(words)
  if (bodies.length === 0) return <p className="quiet">{t('behindNone')}</p>
  return (
    <ol className="lines">
      {bodies.map((body) => (
        <li key={body.bodyId}>
          <PlaceLink place={obligationsPlace({ bodyId: body.bodyId, standings: ['open-overdue'] })} className="line-words">
            {body.name}
          </PlaceLink>
          <div className="line-about">
            <span className="line-mark is-alarming">{t('overdueOf', { part: body.openOverdue, whole: allOf(body) })}</span>
          </div>
          <StandingBar counts={body} />
        </li>
      ))}
    </ol>
  )
}
