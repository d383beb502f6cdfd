import type { z } from 'zod'
import { obligationsPlace } from '../../tasks/obligation/places.ts'
import { PlaceLink } from '../../ui/links.tsx'
import { StandingBar } from '../../ui/Standing.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { UrgeButton } from '../../urging/urgings/UrgeButton.tsx'
import type { endpoints } from '../contract.ts'
import { allOf } from '../rules.ts'
import { words } from '../words.ts'

type Behind = z.infer<typeof endpoints.openLeaderPage.output>['behind'][number]

/** The bodies with the most overdue under their superiors, each with how much of how much. */
export function Behind({ bodies }: { bodies: readonly Behind[] }) {
  const t = useWords(words)
  if (bodies.length === 0) return <p className="quiet">{t('behindNone')}</p>
  return (
    <>
      {[...Map.groupBy(bodies, ({ superiorName }) => superiorName)].map(([superior, held]) => (
        <section key={superior ?? ''} className="behind">
          <h3>{superior ? t('under', { body: superior }) : t('withoutSuperior')}</h3>
          <ol className="lines">
            {held.map((body) => (
              <li key={body.bodyId}>
                <div className="line-head">
                  <PlaceLink place={obligationsPlace({ bodyId: body.bodyId, standings: ['open-overdue'] })} className="line-words">
                    {body.name}
                  </PlaceLink>
                  <UrgeButton meant={{ bodyId: body.bodyId as never }} what={body.name} />
                </div>
                <div className="line-about">
                  <span className="line-mark is-alarming">{t('overdueOf', { part: body.openOverdue, whole: allOf(body) })}</span>
                </div>
                <StandingBar counts={body} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}
