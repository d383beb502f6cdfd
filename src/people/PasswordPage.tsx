import { Input } from 'antd'
import { useState } from 'react'
import { ActForm, Field } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../ui/useWords.tsx'
import { endpoints } from './contract.ts'
import { words } from './words.ts'

/** Changing one's own password. */
export function PasswordPage() {
  const t = useWords(words)
  const [times, setTimes] = useState(0)
  return (
    <Page title={t('changePassword')} description={t('changePasswordLead')}>
      <ActForm
        key={times}
        endpoint={endpoints.changePassword}
        submit={t('changePassword')}
        said={t('passwordChanged')}
        done={() => setTimes(times + 1)}
      >
        <Field name="currentPassword" label={t('currentPassword')}>
          <Input.Password autoComplete="current-password" />
        </Field>
        <Field name="newPassword" label={t('newPassword')} hint={t('passwordHint')}>
          <Input.Password autoComplete="new-password" />
        </Field>
      </ActForm>
    </Page>
  )
}
