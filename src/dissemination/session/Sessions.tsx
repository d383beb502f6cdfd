import { Pagination } from 'antd'
import { addressOf } from '../../kernel/call.ts'
import { usePaging, useRawAddress } from '../../ui/address.ts'
import { useAsk, useDuty } from '../../ui/ask.ts'
import { showDay, showMoment } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Answer } from '../../ui/Faults.tsx'
import { FileList } from '../../ui/Files.tsx'
import { showCount, showShare } from '../../ui/numbers.ts'
import { useWords } from '../../ui/useWords.tsx'
import { words } from '../screen/words.ts'
import { words as stateWords } from '../words.ts'
import { endpoints, type StudySession } from './contract.ts'
import { CorrectSession, WithdrawSession } from './SessionForm.tsx'

const pageSize = 20

/** The study sessions on a directive, newest first: figures, papers, photographs, and what was corrected. */
export function Sessions({ directiveId, bodyId, underId }: { directiveId: string; bodyId?: string; underId?: string }) {
  const t = useWords(words)
  const [, change] = useRawAddress()
  const paging = usePaging(pageSize, 'session')
  const list = useAsk(
    endpoints.listSessions,
    {
      directiveId: directiveId as never,
      ...(bodyId ? { bodyId: bodyId as never } : {}),
      ...(underId ? { underId: underId as never } : {}),
      ...paging,
    },
    { keep: true },
  )
  return (
    <Answer of={list}>
      {({ rows, total }) =>
        rows.length === 0 ? (
          bodyId ? (
            <p className="quiet">{t('noSessions')}</p>
          ) : (
            <Empty title={t('noSessions')} advice={t('noSessionsAdvice')} />
          )
        ) : (
          <>
            <ul className="sessions">
              {rows.map((session) => (
                <Session key={session.id} session={session} />
              ))}
            </ul>
            {total > pageSize && (
              <Pagination
                size="small"
                current={paging.offset / pageSize + 1}
                pageSize={pageSize}
                total={total}
                showSizeChanger={false}
                onChange={(page) => change({ sessionpage: page === 1 ? undefined : page })}
              />
            )}
          </>
        )
      }
    </Answer>
  )
}

function Session({ session }: { session: StudySession }) {
  const t = useWords(words)
  const say = useWords(stateWords)
  const mayAct = useDuty('clerk', 'leader') && session.isOwn && session.withdrawnOn === null
  const hrefOf = (fileId: string) => addressOf(endpoints.downloadSessionFile, { sessionId: session.id as never, fileId })
  const photos = session.files.filter(({ kind }) => kind === 'photo')
  const papers = session.files.filter(({ kind }) => kind !== 'photo')
  return (
    <li className={session.withdrawnOn ? 'is-withdrawn' : ''}>
      <div className="sessions-head">
        <h3>{session.topic}</h3>
        {mayAct && (
          <div className="page-actions">
            <CorrectSession session={session} />
            <WithdrawSession session={session} />
          </div>
        )}
      </div>
      <p className="quiet">
        {[showDay(session.heldOn), session.bodyName, say(session.form), session.isMakeUp && t('makeUp'), t('ledByShort', { name: session.ledBy })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="sessions-figure">
        {t('attended', {
          present: showCount(session.present),
          invited: showCount(session.invited),
          share: showShare(session.present, session.invited),
        })}
      </p>
      {session.bodies.length > 0 && <p className="quiet">{t('together', { names: session.bodies.map(({ name }) => name).join(', ') })}</p>}
      {session.note && <p className="said">{session.note}</p>}
      {session.withdrawnOn && (
        <p className="sessions-withdrawn">{t('withdrawn', { day: showDay(session.withdrawnOn), why: session.withdrawnWhy ?? '' })}</p>
      )}
      {papers.length > 0 && (
        <FileList files={papers.map(({ id, name, size, kind }) => ({ name: `${say(kind)}: ${name}`, size, href: hrefOf(id) }))} />
      )}
      {photos.length > 0 && (
        <div className="sessions-photos">
          {photos.map(({ id, name }) => (
            <a key={id} href={hrefOf(id)} download>
              <img src={hrefOf(id)} alt={t('photoOf', { name })} loading="lazy" />
            </a>
          ))}
        </div>
      )}
      {session.before.length > 0 && (
        <details className="sessions-before">
          <summary>{t('before', { count: session.before.length })}</summary>
          <ul>
            {session.before.map(({ version, why, person, at, content }) => (
              <li key={version}>
                {t('beforeLine', {
                  moment: showMoment(at),
                  person,
                  why,
                  heldOn: showDay(String(content.heldOn)),
                  present: showCount(Number(content.present)),
                  invited: showCount(Number(content.invited)),
                  topic: String(content.topic),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}
