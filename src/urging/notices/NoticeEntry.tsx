/// <reference types="vite/client" />
import { usePlace } from '../../directives/usePlace.ts'
import './notices.css'
import { Link, type LinkProps } from '@tanstack/react-router'
import { useAct, useToday } from '../../ui/ask.ts'
import { showDay, showMoment, useDayCount } from '../../ui/days.ts'
import { useWords } from '../../ui/useWords.tsx'
import { whole } from '../../ui/whole.tsx'
import { endpoints, type NoticeLine } from '../contract.ts'
import { countsSince, secretWord } from '../rules.ts'
import { words as kinds } from '../words.ts'
import type { Alike } from './alike.ts'
import { placeOf } from './places.ts'
import { words } from './words.ts'

/** A notice in a list: what it is about, by when, whose, how many came with it; opening it marks it, and these, as read. Among those of one act, whose it is comes first, and what all of them say is left to their head. */
export function NoticeEntry({ notice, alike }: { notice: NoticeLine; alike?: Alike | undefined }) {
  const t = useWords(words)
  const say = useWords(kinds)
  const textOf = useNoticeText()
  const { act } = useAct(endpoints.readNotice, { quiet: true })
  const isLive = !notice.isRead && !notice.isSettled
  const isByBody = alike !== undefined && !alike.bodyName
  const last = [
    ...(alike?.directiveName ? [] : [notice.directiveName]),
    notice.count > 1 && t('others', { count: notice.count - 1 }),
    notice.isSettled && t('settled'),
  ]
  const below = (isByBody || alike?.bodyName ? last : [notice.bodyName, ...last]).filter(Boolean)
  return (
    <Link
      {...(placeOf(notice) as LinkProps)}
      className={isLive ? 'notice is-unread' : 'notice'}
      onClick={() => !notice.isRead && act({ noticeId: notice.id as never, isGathered: notice.count > 1 })}
    >
      <span className="notice-head">
        {isLive && <span className="notice-dot" role="img" aria-label={t('unread')} />}
        <strong>{isByBody ? notice.bodyName : say(notice.kind)}</strong>
        {notice.count > 1 && <span className="notice-several">{t('several', { count: notice.count })}</span>}
        {!alike?.due && <When notice={notice} />}
      </span>
      {!alike?.text && <span className="notice-text">{whole(textOf(notice))}</span>}
      {below.length > 0 && <span className="notice-body quiet">{whole(below.join(' · '))}</span>}
    </Link>
  )
}

/** Above notices of one act: what all of them say, once. */
export function NoticesHead({ first, alike }: { first: NoticeLine; alike: Alike }) {
  const t = useWords(words)
  const textOf = useNoticeText()
  const names = [alike.bodyName && first.bodyName, alike.directiveName && first.directiveName].filter(Boolean)
  return (
    <>
      {alike.text && <p className="notices-words">{whole(textOf(first))}</p>}
      {names.length > 0 && <p>{whole(names.join(' · '))}</p>}
      {alike.madeAt && <p>{whole(`${t('madeAt')} ${showMoment(first.madeAt)}`)}</p>}
      {alike.due && first.due && (
        <p>
          <When notice={first} />
        </p>
      )}
    </>
  )
}

/** The words of a notice; of a secret directive only that it is one. */
function useNoticeText() {
  const say = useWords(kinds)
  const sayPlace = usePlace()
  return ({ isSecret, page, address, text }: NoticeLine) => (isSecret ? say(secretWord[page]) : [sayPlace(address), text].filter(Boolean).join(' – '))
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
