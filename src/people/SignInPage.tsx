import { Input } from 'antd'
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
      <p className="quiet">
        {t('readyAdvice')} <code className="unbroken">{password}</code>
      </p>
      <div className="ready-bodies">
        {byBody(accounts).map(([body, ready]) => (
          <section key={body} className="ready">
            <h3>{body}</h3>
            <ul>
              {ready.map(({ username, name, title, others }) => (
                <li key={username}>
                  <button type="button" disabled={isActing} onClick={() => act({ username, password })}>
                    <strong>{title}</strong>
                    <span>{name}</span>
                    <small className="unbroken">{username}</small>
                    {others > 0 && <small>{t('morePosts', { others })}</small>}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}

type Ready = { username: string; name: string; title: string; others: number }

function byBody(accounts: { username: string; name: string; posts: string[] }[]): [string, Ready[]][] {
  const bodies = new Map<string, Ready[]>()
  for (const { username, name, posts } of accounts) {
    const [first = ''] = posts
    const at = first.lastIndexOf(' – ')
    const body = at < 0 ? '' : first.slice(at + 3)
    const entry = { username, name, title: at < 0 ? first : first.slice(0, at), others: posts.length - 1 }
    bodies.set(body, [...(bodies.get(body) ?? []), entry])
  }
  return [...bodies]
}
