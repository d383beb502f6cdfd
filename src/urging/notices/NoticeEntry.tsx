/// <reference types="vite/client" />
import { usePlace } from '../../directives/usePlace.ts'
import './notices.css'
import { Link, type LinkProps } from '@tanstack/react-router'
import { useAct, useToday } from '../../ui/ask.ts'
import { showDay, useDayCount } from '../../ui/days.ts'
import { useWords } from '../../ui/useWords.tsx'
import { whole } from '../../ui/whole.tsx'
import { endpoints, type NoticeLine } from '../contract.ts'
import { countsSince, secretWord } from '../rules.ts'
import { words as kinds } from '../words.ts'
import { placeOf } from './places.ts'
import { words } from './words.ts'

/** A notice in a list: what it is about, by when, whose, how many came with it; opening it marks it, and these, as read. */
export function NoticeEntry({ notice }: { notice: NoticeLine }) {
  const t = useWords(words)
  const say = useWords(kinds)
  const sayPlace = usePlace()
  const { act } = useAct(endpoints.readNotice, { quiet: true })
  const isLive = !notice.isRead && !notice.isSettled
  return (
    <Link
      {...(placeOf(notice) as LinkProps)}
      className={isLive ? 'notice is-unread' : 'notice'}
      onClick={() => !notice.isRead && act({ noticeId: notice.id as never, isGathered: notice.count > 1 })}
    >
      <span className="notice-head">
        {isLive && <span className="notice-dot" role="img" aria-label={t('unread')} />}
        <strong>{say(notice.kind)}</strong>
        {notice.count > 1 && <span className="notice-several">{t('several', { count: notice.count })}</span>}
        <When notice={notice} />
      </span>
      <span className="notice-text">
        {notice.isSecret ? say(secretWord[notice.page]) : whole([sayPlace(notice.address), notice.text].filter(Boolean).join(' – '))}
      </span>
      <span className="notice-body quiet">
        {whole([notice.bodyName, notice.directiveName].filter(Boolean).join(' · '))}
        {notice.count > 1 && ` · ${t('others', { count: notice.count - 1 })}`}
        {notice.isSettled && ` · ${t('settled')}`}
      </span>
    </Link>
  )
}

function When({ notice: { kind, due, isSettled } }: { notice: NoticeLine }) {
  const t = useWords(words)
  const today = useToday()
  const count = useDayCount()
  if (!due) return null
  if (countsSince(kind)) return <span className="quiet">{t('since', { day: showDay(due) })}</span>
  return (
    <span className={!isSettled && due < today ? 'notice-over' : 'quiet'}>
      {showDay(due)}
      {!isSettled && `, ${count(due)}`}
    </span>
  )
}
