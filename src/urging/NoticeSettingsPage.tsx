/// <reference types="vite/client" />
import './notices/notices.css'
import { Alert, Checkbox, Input, Select } from 'antd'
import type { z } from 'zod'
import { useAsk } from '../ui/ask.ts'
import { showMoment } from '../ui/days.ts'
import { Answer } from '../ui/Faults.tsx'
import { ActForm, Field } from '../ui/Form.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { useWords } from '../ui/useWords.tsx'
import { endpoints, NoticeKind } from './contract.ts'
import { CalendarAddress } from './notices/CalendarAddress.tsx'
import { words } from './notices/words.ts'
import { words as kinds } from './words.ts'

type Settings = z.output<typeof endpoints.getNoticeSettings.output>

/** How the person wants to be reminded outside the product: e-mail and calendar. */
export function NoticeSettingsPage() {
  const t = useWords(words)
  const settings = useAsk(endpoints.getNoticeSettings, {})
  return (
    <Page title={t('settings')} description={t('settingsLead')} trail={[{ label: t('notices'), place: { to: '/notices' } }]}>
      <Answer of={settings}>
        {(found) => (
          <>
            <Section title={t('mail')}>
              {!found.canMail && <Alert type="info" showIcon title={t('cannotMail')} className="alert-above" />}
              {found.refused && (
                <Alert
                  type="error"
                  showIcon
                  title={t('refused', { address: found.address })}
                  description={t('mailError', { error: found.refused })}
                  className="alert-above"
                />
              )}
              {found.lastMail && !found.refused && <LastMail mail={found.lastMail} />}
              <MailForm settings={found} />
            </Section>
            <Section title={t('calendar')}>
              <CalendarAddress since={found.calendarSince} />
            </Section>
          </>
        )}
      </Answer>
    </Page>
  )
}

const atOnce = 'at-once'
const hours = Array.from({ length: 24 }, (_, hour) => hour)

function MailForm({ settings }: { settings: Settings }) {
  const t = useWords(words)
  const hourly = hours.map((hour) => ({ value: hour, label: t('hour', { hour }) }))
  const { address, byEmail, unwantedKinds, digestHour, quietFrom, quietTo, onDaysOff, language, domains } = settings
  return (
    <ActForm
      endpoint={endpoints.saveNoticeSettings}
      start={{ address, byEmail, unwantedKinds, digestHour: (digestHour ?? atOnce) as never, quietFrom, quietTo, onDaysOff, language }}
      shape={(values) => ({
        ...values,
        address: String(values.address ?? '').trim(),
        digestHour: values.digestHour === atOnce ? null : values.digestHour,
      })}
      submit={t('save')}
      said={t('saved')}
    >
      <Field name="byEmail" label={t('reminding')} valuePropName="checked">
        <Checkbox>{t('byEmail')}</Checkbox>
      </Field>
      <Field
        name="address"
        label={t('address')}
        hint={domains.length ? t('addressHint', { domains: domains.join(', ') }) : t('addressFree')}
        isExpected
      >
        <Input type="email" autoComplete="email" inputMode="email" />
      </Field>
      <Field name="digestHour" label={t('digestHour')} isExpected>
        <Select
          options={[
            { value: atOnce as string | number, label: t('atOnce') },
            ...hours.filter((hour) => hour > 5 && hour < 20).map((hour) => ({ value: hour, label: t('daily', { hour }) })),
          ]}
        />
      </Field>
      <div className="hours">
        <Field name="quietFrom" label={t('quietFrom')}>
          <Select options={hourly} />
        </Field>
        <Field name="quietTo" label={t('quietTo')}>
          <Select options={hourly} />
        </Field>
      </div>
      <p className="quiet hours-hint">{t('quietHint')}</p>
      <Field name="onDaysOff" label={t('dayOffMail')} valuePropName="checked">
        <Checkbox>{t('onDaysOff')}</Checkbox>
      </Field>
      <Field name="unwantedKinds" label={t('wantedKinds')}>
        <WantedKinds />
      </Field>
      <Field name="language" label={t('language')}>
        <Select options={(['vi', 'en'] as const).map((value) => ({ value, label: t(value) }))} />
      </Field>
    </ActForm>
  )
}

/** Ticks are the kinds wanted; what is kept are those not wanted, so that a kind that comes later is wanted. */
function WantedKinds({ value = [], onChange }: { value?: NoticeKind[]; onChange?: (unwanted: NoticeKind[]) => void }) {
  const say = useWords(kinds)
  const others = (some: readonly NoticeKind[]) => NoticeKind.options.filter((kind) => !some.includes(kind))
  return (
    <Checkbox.Group
      className="kinds-wanted"
      value={others(value)}
      onChange={(wanted) => onChange?.(others(wanted))}
      options={NoticeKind.options.map((kind) => ({ value: kind, label: say(kind) }))}
    />
  )
}

function LastMail({ mail: { state, at, error } }: { mail: NonNullable<Settings['lastMail']> }) {
  const t = useWords(words)
  const isBad = state === 'given-up' || error !== null
  return (
    <Alert
      type={isBad ? 'warning' : 'success'}
      showIcon
      className="alert-above"
      title={t(`mail-${state}`, { at: showMoment(at) })}
      description={error ? t('mailError', { error }) : undefined}
    />
  )
}
