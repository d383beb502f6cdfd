import { BellOutlined } from '@ant-design/icons'
import { useLocation } from '@tanstack/react-router'
import { Badge, Button, Popover } from 'antd'
import { useEffect, useState } from 'react'
import { useAct, useAsk } from '../../ui/ask.ts'
import { Answer } from '../../ui/Faults.tsx'
import { PlaceLink } from '../../ui/links.tsx'
import { useNarrow } from '../../ui/useNarrow.ts'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints } from '../contract.ts'
import { NoticeEntry } from './NoticeEntry.tsx'
import { words } from './words.ts'

/** The bell in the head of every page: how many notices are unread, and the newest. */
export function Bell() {
  const t = useWords(words)
  const [isOpen, setOpen] = useState(false)
  const unread = useAsk(endpoints.countNotices, {}).data?.unread ?? 0
  // under the middle of the bell it is moved to where it fits; under its right edge it is not
  const placement = useNarrow() ? 'bottom' : 'bottomRight'
  const pathname = useLocation({ select: (location) => location.pathname })
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has gone elsewhere has chosen
  useEffect(() => setOpen(false), [pathname])
  return (
    <Popover trigger="click" placement={placement} open={isOpen} onOpenChange={setOpen} destroyOnHidden content={<Panel />}>
      <Button type="text" className="bell" aria-label={unread ? t('bell', { count: unread }) : t('bellNone')} aria-expanded={isOpen}>
        <Badge count={unread} overflowCount={99} size="small" offset={[unread > 9 ? 8 : 2, -2]}>
          <BellOutlined aria-hidden="true" />
        </Badge>
      </Button>
    </Popover>
  )
}

const shown = 8

function Panel() {
  const t = useWords(words)
  const notices = useAsk(endpoints.listNotices, { limit: shown })
  const { act, isActing } = useAct(endpoints.readAllNotices)
  return (
    <section className="bell-panel" aria-label={t('notices')}>
      <h2>{t('notices')}</h2>
      <Answer of={notices}>
        {({ rows, unread }) => (
          <>
            {rows.length === 0 && <p className="quiet">{t('none')}</p>}
            <ul>
              {rows.map((notice) => (
                <li key={notice.id}>
                  <NoticeEntry notice={notice} />
                </li>
              ))}
            </ul>
            <div className="bell-end">
              <PlaceLink place={{ to: '/notices' }}>{t('all')}</PlaceLink>
              {unread > 0 && (
                <Button type="link" size="small" loading={isActing} onClick={() => act({})}>
                  {t('readAll')}
                </Button>
              )}
            </div>
          </>
        )}
      </Answer>
    </section>
  )
}
