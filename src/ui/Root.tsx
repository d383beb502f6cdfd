import { Navigate, Outlet, useChildMatches, useLocation } from '@tanstack/react-router'
import { Spin } from 'antd'
import { useMe } from './ask.ts'
import { Empty } from './Empty.tsx'
import { RefusalNote } from './Faults.tsx'
import { Shell } from './Shell.tsx'
import { useWords } from './useWords.tsx'
import { words } from './words.ts'

const outside = ['/sign-in', '/start']

/** Decides who sees what first: the first run, signing in, or the product within its frame. */
export function Root() {
  const t = useWords(words)
  const me = useMe()
  const location = useLocation()
  const shown = useChildMatches({ select: (matches) => matches[0]?.fullPath as string | undefined }) ?? ''
  if (!me.data) {
    return (
      <main className="alone">
        {me.error ? <RefusalNote refusal={me.error} retry={() => void me.refetch()} /> : <Spin size="large" description={t('loading')} />}
      </main>
    )
  }
  const { person, isEmpty } = me.data
  const due = isEmpty ? '/start' : person ? null : '/sign-in'
  if (due) {
    if (shown === due) return <Outlet />
    if (location.pathname === due) return null
    return <Navigate to={due} search={due === '/start' || ['/', ...outside].includes(location.pathname) ? {} : { next: location.href }} replace />
  }
  if (outside.includes(location.pathname)) {
    const next = (location.search as { next?: string }).next
    return <Navigate to={(next?.startsWith('/') && !next.startsWith('//') ? next : '/') as '/'} replace />
  }
  if (!person || outside.includes(shown)) return null
  return (
    <Shell person={person} clock={me.data.clock}>
      {person.acting || shown === '/password' ? <Outlet /> : <Empty title={t('noPostTitle')} advice={t('noPostAdvice')} />}
    </Shell>
  )
}
