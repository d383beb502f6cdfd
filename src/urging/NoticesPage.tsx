import { Button } from 'antd'
import { z } from 'zod'
import { many } from '../kernel/endpoint.ts'
import { useAddress, usePaging } from '../ui/address.ts'
import { useAct, useAsk } from '../ui/ask.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { showMoment } from '../ui/days.ts'
import { PlaceLink } from '../ui/links.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../ui/useWords.tsx'
import { endpoints, NoticeKind, type NoticeLine } from './contract.ts'
import { alikeIn } from './notices/alike.ts'
import { NoticeEntry, NoticesHead } from './notices/NoticeEntry.tsx'
import { words } from './notices/words.ts'
import { words as kinds } from './words.ts'

const Where = z.object({ all: z.enum(['true']).optional(), kinds: many(NoticeKind), of: z.uuid().optional() })

/** Everything told to the person in the post acted in, newest first, what one act told of in one row that opens to all of it. */
export function NoticesPage() {
  const t = useWords(words)
  const say = useWords(kinds)
  const [where] = useAddress(Where)
  const paging = usePaging()
  const notices = useAsk(endpoints.listNotices, { ...where, of: where.of as never, ...paging }, { keep: true })
  const { act: readAll, isActing } = useAct(endpoints.readAllNotices)
  const { act: read } = useAct(endpoints.readNotice)
  const [first] = notices.data?.rows ?? []
  const alike = where.of ? alikeIn(notices.data?.rows ?? []) : undefined
  const columns: Column<NoticeLine>[] = [
    { key: 'what', title: t('what'), main: true, show: (notice) => <NoticeEntry notice={notice} alike={alike} /> },
    ...(alike?.madeAt
      ? []
      : [{ key: 'madeAt', title: t('madeAt'), width: 170, show: ({ madeAt }: NoticeLine) => <span className="quiet">{showMoment(madeAt)}</span> }]),
  ]
  return (
    <Page
      title={where.of && first ? say(first.kind) : t(where.of ? 'together' : 'notices')}
      trail={where.of ? [{ label: t('notices'), place: { to: '/notices' } }] : []}
      description={
        where.of ? (
          <div className="notices-head">
            {first && alike && <NoticesHead first={first} alike={alike} />}
            <p>{t('togetherLead')}</p>
          </div>
        ) : (
          t('noticesLead')
        )
      }
      actions={
        <>
          <PlaceLink place={{ to: '/notices/settings' }}>{t('settings')}</PlaceLink>
          {!where.of && (notices.data?.unread ?? 0) > 0 && (
            <Button loading={isActing} onClick={() => readAll({})}>
              {t('readAll')}
            </Button>
          )}
        </>
      }
    >
      {!where.of && <WithoutAddress />}
      <DataTable
        label={t('notices')}
        of={notices}
        rows={({ rows }) => rows}
        total={({ total }) => total}
        idOf={({ id }) => id}
        columns={columns}
        filters={
          where.of
            ? []
            : [
                {
                  name: 'kinds',
                  label: t('kind'),
                  kind: 'choice',
                  several: true,
                  choices: NoticeKind.options.map((value) => ({ value, label: say(value) })),
                },
                { name: 'all', label: t('which'), kind: 'choice', choices: [{ value: 'true', label: t('whichAll') }] },
              ]
        }
        actions={({ id, count, isRead, isSettled }) =>
          !isRead &&
          !isSettled && (
            <Button size="small" type="text" onClick={() => read({ noticeId: id as never, isGathered: count > 1 })}>
              {t('read')}
            </Button>
          )
        }
        empty={{ title: t('none'), advice: t('noneAdvice') }}
      />
    </Page>
  )
}

/** Where mail could be sent, and somebody has not said where to. */
function WithoutAddress() {
  const t = useWords(words)
  const { data } = useAsk(endpoints.getNoticeSettings, {})
  if (!data?.canMail || data.address !== '' || !data.byEmail) return null
  return (
    <p className="quiet">
      {t('withoutAddress')} <PlaceLink place={{ to: '/notices/settings' }}>{t('giveAddress')}</PlaceLink>
    </p>
  )
}
