import { CheckOutlined, ClockCircleOutlined, WarningFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { fullNameOf } from '../../directives/naming.ts'
import { useToday } from '../../ui/ask.ts'
import { showDay, useDayCount } from '../../ui/days.ts'
import { PlaceLink } from '../../ui/links.tsx'
import { Section } from '../../ui/Page.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { whole } from '../../ui/whole.tsx'
import { Role, type TaskRole } from '../contract.ts'
import { owes } from '../rules.ts'
import { words as taskWords } from '../words.ts'
import { directivePlace, obligationPlace } from './places.ts'
import type { Shown } from './shown.ts'
import { words } from './words.ts'

/** Everything about an obligation that doesn't change by steps: whose it is, who confirms, product, condition, milestones, roles. */
export function Particulars({ obligation }: { obligation: Shown }) {
  const t = useWords(words)
  const {
    directiveKind,
    directiveNumber,
    directiveTitle,
    condition,
    conditionMetOn,
    parent,
    replaces,
    replacedBy,
    continues,
    continuedBy,
    ownDue,
    extension,
  } = obligation
  const facts = [
    {
      label: t('body'),
      value: <PlaceLink place={{ to: '/bodies/$bodyId', params: { bodyId: obligation.bodyId } }}>{obligation.bodyName}</PlaceLink>,
    },
    { label: t('verifier'), value: obligation.verifierName },
    ...(parent ? [{ label: t('parent'), value: <PlaceLink place={obligationPlace(parent.id)}>{parent.bodyName}</PlaceLink> }] : []),
    ...(replaces ? [{ label: t('replaces'), value: <PlaceLink place={obligationPlace(replaces.id)}>{replaces.bodyName}</PlaceLink> }] : []),
    ...(replacedBy ? [{ label: t('replacedBy'), value: <PlaceLink place={obligationPlace(replacedBy.id)}>{replacedBy.bodyName}</PlaceLink> }] : []),
    ...(continues ? [{ label: t('continues'), value: <PlaceLink place={obligationPlace(continues.id)}>{t('earlierObligation')}</PlaceLink> }] : []),
    ...(continuedBy
      ? [{ label: t('continuedBy'), value: <PlaceLink place={obligationPlace(continuedBy.id)}>{t('laterObligation')}</PlaceLink> }]
      : []),
    {
      label: t('directive'),
      value: (
        <PlaceLink place={directivePlace(obligation.directiveId)}>
          {fullNameOf({ kind: directiveKind, number: directiveNumber, title: directiveTitle })}
        </PlaceLink>
      ),
    },
    { label: t('product'), value: obligation.product || <span className="quiet">{t('noProduct')}</span> },
    ...(condition
      ? [
          {
            label: t('condition'),
            value: (
              <>
                {condition}{' '}
                <span className="quiet">({conditionMetOn ? t('conditionMet', { day: showDay(conditionMetOn) }) : t('conditionWaits')})</span>
              </>
            ),
          },
        ]
      : []),
    { label: t('givenOn'), value: showDay(obligation.givenOn) },
    ...(ownDue ? [{ label: t('ownDue'), value: showDay(ownDue) }] : []),
    ...(extension.asked > 0
      ? [
          {
            label: t('extension'),
            value: t('extensionCount', { asked: extension.asked, granted: extension.granted, most: extension.mostGranted }),
          },
        ]
      : []),
  ]
  return (
    <>
      <Section title={t('milestones')}>
        <Milestones obligation={obligation} />
      </Section>
      <Section title={t('facts')}>
        <dl className="particulars">
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{whole(value)}</dd>
            </div>
          ))}
        </dl>
        {obligation.isStanding && <p className="quiet">{t('standingDuty')}</p>}
      </Section>
      <Section title={t('roles')}>
        <Roles roles={obligation.roles} />
      </Section>
    </>
  )
}

function Milestones({ obligation: { milestones, state } }: { obligation: Shown }) {
  const t = useWords(words)
  const today = useToday()
  const count = useDayCount()
  if (milestones.length === 0) return <p className="quiet">{t('noMilestones')}</p>
  return (
    <ul className="milestones">
      {milestones.map(({ id, worded, due, dueBefore, what, reachedOn }) => {
        const isLate = due !== null && (reachedOn ?? today) > due
        const isOwed = reachedOn === null && owes(state)
        return (
          <li key={id} className={reachedOn ? 'is-reached' : isLate && isOwed ? 'is-over' : ''}>
            <span aria-hidden="true">{reachedOn ? <CheckOutlined /> : isLate && isOwed ? <WarningFilled /> : <ClockCircleOutlined />}</span>
            <div>
              <strong>{due ? showDay(due) : t('noDate')}</strong> <span className="quiet">«{whole(worded)}»</span>
              {dueBefore && due && <div>{whole(t('dueMoved', { day: showDay(dueBefore) }))}</div>}
              {what && <div>{what}</div>}
              {reachedOn ? (
                <div>{whole(t(isLate ? 'reachedLate' : 'reachedOn', { day: showDay(reachedOn) }))}</div>
              ) : (
                due && isOwed && <div className="milestone-count">{count(due)}</div>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

const few = 6

function Roles({ roles }: { roles: readonly TaskRole[] }) {
  const t = useWords(words)
  const say = useWords(taskWords)
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? roles : roles.slice(0, few)
  return (
    <>
      <dl className="particulars">
        {Role.options.map((role) => {
          const mine = shown.filter((one) => one.role === role)
          if (mine.length === 0) return null
          return (
            <div key={role}>
              <dt>{say(role)}</dt>
              {mine.map(({ named, matched, bodies, isOpen, bodyId }) => (
                <dd key={named}>
                  {bodyId && matched ? <PlaceLink place={{ to: '/bodies/$bodyId', params: { bodyId } }}>{matched}</PlaceLink> : named}
                  {!bodyId && bodies > 0 && <span className="quiet"> ({t('roleBodies', { count: bodies })})</span>}
                  {isOpen && <span className="quiet"> ({t('roleOpen')})</span>}
                </dd>
              ))}
            </div>
          )
        })}
      </dl>
      {roles.length > few && !isWhole && (
        <Button type="link" size="small" onClick={() => setWhole(true)}>
          {t('rolesMore', { count: roles.length })}
        </Button>
      )}
    </>
  )
}
