import { PlaceLink } from '../../ui/links.tsx'
import { showCount, showShare } from '../../ui/numbers.ts'
import { useWords } from '../../ui/useWords.tsx'
import type { Dissemination, Group, ReceiptCounts } from '../contract.ts'
import { disseminationPlace } from '../screen/places.ts'
import { words } from '../screen/words.ts'

type Tile = { name: 'received' | 'on-time' | 'silent' | 'refused' | 'studied' | 'planned'; count: number; of: number; group: Group; more?: string[] }

/** The numbers a leader looks at first, each a way to the bodies behind it. */
export function Tiles({
  directiveId,
  totals,
  dissemination,
  under,
}: {
  directiveId: string
  totals: ReceiptCounts
  dissemination: Dissemination
  under: string | undefined
}) {
  const t = useWords(words)
  const {
    expected,
    received,
    onTime,
    silent,
    overdue,
    unsent,
    refused,
    studied,
    present,
    invited,
    members,
    membersStudied,
    counted,
    plansOwed,
    plansMade,
    plansOverdue,
  } = totals
  const tiles: Tile[] = [
    {
      name: 'silent',
      count: silent,
      of: expected,
      group: 'silent',
      more: [overdue > 0 ? t('ofOverdue', { count: showCount(overdue) }) : '', unsent > 0 ? t('ofUnsent', { count: showCount(unsent) }) : ''],
    },
    { name: 'received', count: received, of: expected, group: 'received' },
    { name: 'on-time', count: onTime, of: received, group: 'on-time', more: [dissemination.receiveBy ? '' : t('noCommonDay')] },
    { name: 'refused', count: refused, of: expected, group: 'refused' },
    { name: 'studied', count: studied, of: expected, group: 'studied' },
    ...(plansOwed > 0
      ? [
          {
            name: 'planned' as const,
            count: plansMade,
            of: plansOwed,
            group: 'planned' as const,
            more: [plansOverdue > 0 ? t('ofPlansOverdue', { count: showCount(plansOverdue) }) : ''],
          },
        ]
      : []),
  ]
  return (
    <div className="tiles">
      {tiles.map(({ name, count, of, group, more = [] }) => (
        <PlaceLink
          key={name}
          place={disseminationPlace(directiveId, { view: 'list', group, under })}
          className={`tile${count > 0 ? ` is-${name}` : ''}${name === 'silent' && overdue > 0 ? ' is-alarming' : ''}`}
        >
          <span className="tile-word">{t(`tile-${name}`)}</span>
          <span className="tile-number">{showCount(count)}</span>
          <span className="tile-share">
            {t('ofAll', { part: showCount(count), whole: showCount(of) })} ({showShare(count, of)})
          </span>
          {more.filter(Boolean).map((one) => (
            <span key={one} className="tile-share">
              {one}
            </span>
          ))}
        </PlaceLink>
      ))}
      <PlaceLink place={disseminationPlace(directiveId, { view: 'sessions', under })} className="tile is-present">
        <span className="tile-word">{t('tile-present')}</span>
        <span className="tile-number">{showCount(present)}</span>
        <span className="tile-share">
          {t('ofAll', { part: showCount(present), whole: showCount(invited) })} ({showShare(present, invited)})
        </span>
        <span className="tile-share">{t('atStudied', { part: showCount(studied), whole: showCount(expected) })}</span>
      </PlaceLink>
      {(studied > 0 || members > 0) && (
        <PlaceLink
          place={disseminationPlace(directiveId, { view: 'list', group: counted < studied ? 'uncounted' : 'members-left', under })}
          className="tile is-members"
        >
          <span className="tile-word">{t('tile-members')}</span>
          <span className="tile-number">{showCount(membersStudied)}</span>
          <span className="tile-share">
            {t('ofAll', { part: showCount(membersStudied), whole: showCount(members) })} ({showShare(membersStudied, members)})
          </span>
          <span className="tile-share">{t('countedAt', { part: showCount(counted), whole: showCount(expected) })}</span>
        </PlaceLink>
      )}
    </div>
  )
}
