import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
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
  const isOutside = outside.includes(location.pathname)
  if (!me.data) {
    return (
      <main className="alone">
        {me.error ? <RefusalNote refusal={me.error} retry={() => void me.refetch()} /> : <Spin size="large" description={t('loading')} />}
      </main>
    )
  }
  const { person, isEmpty } = me.data
  if (isEmpty) return location.pathname === '/start' ? <Outlet /> : <Navigate to="/start" replace />
  if (!person)
    return location.pathname === '/sign-in' ? (
      <Outlet />
    ) : (
      <Navigate to="/sign-in" search={location.pathname === '/' || isOutside ? {} : { next: location.href }} replace />
    )
  if (isOutside) {
    const next = (location.search as { next?: string }).next
    return <Navigate to={(next?.startsWith('/') && !next.startsWith('//') ? next : '/') as '/'} replace />
  }
  return (
    <Shell person={person} clock={me.data.clock}>
      {person.acting || location.pathname === '/password' ? <Outlet /> : <Empty title={t('noPostTitle')} advice={t('noPostAdvice')} />}
    </Shell>
  )
}
