import { Button, Input } from 'antd'
import { useAct, useAsk, useMe } from '../ui/ask.ts'
import { ActForm, Field } from '../ui/Form.tsx'
import { useWords } from '../ui/useWords.tsx'
import { endpoints } from './contract.ts'
import { Outside } from './Outside.tsx'
import { words } from './words.ts'

/** Signing in; in the example, also the list of ready accounts. */
export function SignInPage() {
  const t = useWords(words)
  const isExample = useMe().data?.isExample ?? false
  return (
    <Outside title={t('signIn')} wide={isExample}>
      <div className={isExample ? 'entry entry-two' : 'entry'}>
        <div>
          <h2>{t('signIn')}</h2>
          <ActForm endpoint={endpoints.signIn} submit={t('signIn')}>
            <Field name="username" label={t('username')}>
              <Input autoComplete="username" autoCapitalize="none" autoFocus />
            </Field>
            <Field name="password" label={t('password')}>
              <Input.Password autoComplete="current-password" />
            </Field>
          </ActForm>
          <p className="quiet entry-help">{t('forgotten')}</p>
        </div>
        {isExample && <ReadyAccounts />}
      </div>
    </Outside>
  )
}

function ReadyAccounts() {
  const t = useWords(words)
  const ready = useAsk(endpoints.listExampleAccounts, {})
  const { act, isActing } = useAct(endpoints.signIn)
  if (!ready.data?.accounts.length) return null
  const { accounts, password } = ready.data
  return (
    <div>
      <h2>{t('readyAccounts')}</h2>
      <p className="quiet">{t('readyAdvice', { password })}</p>
      <ul className="ready">
        {accounts.map(({ username, name, posts }) => (
          <li key={username}>
            <Button block disabled={isActing} onClick={() => act({ username, password })}>
              <span className="ready-line">
                <strong>{name}</strong>
                {posts.map((post) => (
                  <span key={post}>{post}</span>
                ))}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
