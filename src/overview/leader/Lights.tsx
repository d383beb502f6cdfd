/// <reference types="vite/client" />
import './leader.css'
import { CheckCircleFilled, ExclamationCircleFilled, WarningFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { fullNameOf } from '../../directives/naming.ts'
import { disseminationPlace } from '../../dissemination/screen/places.ts'
import { Due } from '../../tasks/obligation/Due.tsx'
import { directivePlace, obligationsPlace } from '../../tasks/obligation/places.ts'
import { words as taskWords } from '../../tasks/words.ts'
import { useToday } from '../../ui/ask.ts'
import { PlaceLink } from '../../ui/links.tsx'
import { StandingBar } from '../../ui/Standing.tsx'
import { useWords } from '../../ui/useWords.tsx'
import type { endpoints } from '../contract.ts'
import { CountLink } from '../directive/CountLink.tsx'
import { type Light, lightOf } from '../rules.ts'
import { words } from '../words.ts'

type Followed = z.infer<typeof endpoints.openLeaderPage.output>['directives'][number]

const icons: Record<Light, ReactNode> = { red: <WarningFilled />, amber: <ExclamationCircleFilled />, green: <CheckCircleFilled /> }

/** The directives within reach as lights: a colour, a shape and words. */
export function Lights({ directives }: { directives: readonly Followed[] }) {
  return (
    <ul className="lights">
      {directives.map((directive) => (
        <LightOf key={directive.id} directive={directive} />
      ))}
    </ul>
  )
}

function LightOf({ directive }: { directive: Followed }) {
  const t = useWords(words)
  const say = useWords(taskWords)
  const light = lightOf(directive, useToday())
  const counts = [
    { key: 'open-overdue', word: t('overdue'), count: directive.openOverdue, search: { standings: ['open-overdue'] }, alarming: true },
    { key: 'given', word: say('given'), count: directive.given, search: { states: ['given'] } },
    { key: 'reported', word: say('reported'), count: directive.reported, search: { states: ['reported'] } },
    { key: 'returned', word: say('returned'), count: directive.returned, search: { states: ['returned'] } },
  ]
  return (
    <li className={`light is-${light}`}>
      <span className="light-sign">
        <span aria-hidden="true" className="light-glyph">
          {icons[light]}
        </span>
        {t(`light-${light}`)}
      </span>
      <div className="light-what">
        <PlaceLink place={directivePlace(directive.id)} className="light-title">
          {fullNameOf(directive)}
        </PlaceLink>
        <StandingBar counts={directive} />
      </div>
      <dl className="light-counts">
        {counts.map(({ key, word, count, search, alarming = false }) => (
          <div key={key}>
            <dt>{word}</dt>
            <dd>
              <CountLink count={count} place={obligationsPlace({ directiveId: directive.id, ...search })} label={word} alarming={alarming} />
            </dd>
          </div>
        ))}
        {(['receiptsOverdue', 'plansOverdue'] as const).map(
          (key) =>
            directive[key] !== null && (
              <div key={key}>
                <dt>{t(key)}</dt>
                <dd>
                  <CountLink
                    count={directive[key]}
                    place={disseminationPlace(directive.id, { view: 'list', group: key === 'receiptsOverdue' ? 'overdue' : 'plan-overdue' })}
                    label={t(key)}
                    alarming
                  />
                </dd>
              </div>
            ),
        )}
        <div>
          <dt>{t('nextDue')}</dt>
          <dd>{directive.nextDue ? <Due day={directive.nextDue} /> : '–'}</dd>
        </div>
      </dl>
    </li>
  )
}
