import { CopyOutlined } from '@ant-design/icons'
import { Alert, App, Button, Popconfirm, Space } from 'antd'
import { useState } from 'react'
import { useAct } from '../../ui/ask.ts'
import { showMoment } from '../../ui/days.ts'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints } from '../contract.ts'
import { words } from './words.ts'

/** The secret address of the person's calendar: made, shown once to be copied, renewed, given up. */
export function CalendarAddress({ since }: { since: string | null }) {
  const t = useWords(words)
  const { message } = App.useApp()
  const [address, setAddress] = useState<string | null>(null)
  const { act: renew, isActing } = useAct(endpoints.renewCalendar, { done: (made) => setAddress(`${location.origin}${made.address}`) })
  const { act: revoke } = useAct(endpoints.revokeCalendar, { said: t('calendarRevoked'), done: () => setAddress(null) })
  const copy = async () => {
    await navigator.clipboard.writeText(address ?? '')
    void message.success(t('copied'))
  }
  const asking = { okText: t('sure'), cancelText: t('no') }
  return (
    <>
      <p className="quiet">{t('calendarLead')}</p>
      {address ? (
        <Alert
          type="success"
          className="alert-above"
          title={t('calendarShown')}
          description={
            <>
              <code className="calendar-address">{address}</code>
              <Button icon={<CopyOutlined aria-hidden="true" />} onClick={() => void copy()}>
                {t('copy')}
              </Button>
            </>
          }
        />
      ) : (
        <p>{since ? t('calendarSince', { at: showMoment(since) }) : t('calendarNone')}</p>
      )}
      {since ? (
        <Space wrap>
          <Popconfirm title={t('calendarRenewSure')} onConfirm={() => renew({})} {...asking}>
            <Button loading={isActing}>{t('calendarRenew')}</Button>
          </Popconfirm>
          <Popconfirm title={t('calendarRevokeSure')} onConfirm={() => revoke({})} {...asking}>
            <Button type="text">{t('calendarRevoke')}</Button>
          </Popconfirm>
        </Space>
      ) : (
        <Button loading={isActing} onClick={() => renew({})}>
          {t('calendarMake')}
        </Button>
      )}
    </>
  )
}
