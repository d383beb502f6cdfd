/// <reference types="vite/client" />
import './urgings.css'
import { useAsk, useDuty, useMe } from '../../ui/ask.ts'
import { showDay } from '../../ui/days.ts'
import { PlaceLink } from '../../ui/links.tsx'
import { Section } from '../../ui/Page.tsx'
import type { ObligationSectionProps } from '../../ui/sections.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints } from '../contract.ts'
import { urgingPlace } from './places.ts'
import { UrgeButton } from './UrgeButton.tsx'
import { UrgingStateTag } from './UrgingStateTag.tsx'
import { words } from './words.ts'

/** On the page of an obligation: how it was urged, and the button to urge for whoever may; nothing while there is neither. */
export function ObligationUrgings({ obligationId, bodyId, isOverdue }: ObligationSectionProps) {
  const t = useWords(words)
  const acting = useMe().data?.person?.acting
  const mayUrge = useDuty('clerk', 'leader') && isOverdue && acting?.bodyId !== bodyId
  const meant = { obligationIds: [obligationId as never] }
  const urgings = useAsk(endpoints.listUrgings, { obligationId: obligationId as never, limit: 50 }).data?.rows ?? []
  const canUrge = (useAsk(endpoints.previewUrging, mayUrge ? meant : null).data?.things ?? 0) > 0
  if (urgings.length === 0 && !canUrge) return null
  return (
    <Section title={t('ofObligation')} actions={canUrge && <UrgeButton meant={meant} />}>
      {urgings.length === 0 && <p className="quiet">{t('ofObligationNone')}</p>}
      <ul className="urgings-of">
        {urgings.map(({ id, urgerName, urgedOn, answerBy, state }) => (
          <li key={id}>
            <PlaceLink place={urgingPlace(id)}>{t('ofObligationLine', { urger: urgerName, day: showDay(urgedOn) })}</PlaceLink>
            <span className="quiet">
              {t('answerBy')}: {showDay(answerBy)}
            </span>
            <UrgingStateTag state={state} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
