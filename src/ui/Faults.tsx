import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import type { CallError } from '../kernel/call.ts'
import { Empty } from './Empty.tsx'
import { PageError } from './pages.ts'
import { useWords } from './useWords.tsx'
import { words } from './words.ts'

/** A page that failed: what happened, what to do, and the line to send to the administrator. */
export function Fault({ error }: Pick<ErrorComponentProps, 'error'>) {
  const t = useWords(words)
  if (error instanceof PageError) return <PageAway />
  const reason = String((error as { message?: unknown } | undefined)?.message ?? error)
  return (
    <div className="page" role="alert">
      <h1 className="unseen">{t('faultTitle')}</h1>
      <Empty
        title={t('faultTitle')}
        advice={
          <>
            <p>{t('faultAdvice')}</p>
            <code className="fault-line">{reason}</code>
          </>
        }
        action={<Reload word={t('reload')} />}
      />
    </div>
  )
}

const Reload = ({ word }: { word: string }) => (
  <Button type="primary" onClick={() => location.reload()}>
    {word}
  </Button>
)

const pause = 3000
const calm = 30_000
const reloaded = 'trienkhai.reloaded'

/** The code of a page did not come: opens it as soon as the server answers; where that did not help, the server has a newer version than this page. */
function PageAway() {
  const t = useWords(words)
  const [isBroken, setBroken] = useState(false)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    const stop = new AbortController()
    const due = setTimeout(
      () => {
        fetch('/health', { cache: 'no-store', signal: stop.signal }).then(
          ({ ok }) => (ok ? (reloadOnce() ? undefined : setBroken(true)) : setTries(tries + 1)),
          () => !stop.signal.aborted && setTries(tries + 1),
        )
      },
      tries === 0 ? 0 : pause,
    )
    return () => {
      clearTimeout(due)
      stop.abort()
    }
  }, [tries])
  const title = t(isBroken ? 'faultTitle' : 'unreachableTitle')
  return (
    <div className="page" role="alert">
      <h1 className="unseen">{title}</h1>
      <Empty
        title={title}
        advice={t(isBroken ? 'newVersion' : 'unreachableAdvice')}
        action={
          isBroken ? (
            <Reload word={t('reload')} />
          ) : (
            <Button type="primary" onClick={() => setTries(0)}>
              {t('retry')}
            </Button>
          )
        }
      />
    </div>
  )
}

/** Opens the page anew, unless that was just done for the same address. */
function reloadOnce(): boolean {
  const now = performance.timeOrigin + performance.now()
  const [address, at] = (sessionStorage.getItem(reloaded) ?? '').split(' ')
  if (address === location.href && now - Number(at) < calm) return false
  sessionStorage.setItem(reloaded, `${location.href} ${now}`)
  location.reload()
  return true
}

/** What shows while a page is fetched. */
export function Pending() {
  const t = useWords(words)
  return (
    <div role="status" aria-label={t('loading')} className="page">
      <Skeleton active paragraph={{ rows: 8 }} />
    </div>
  )
}

/** The frame itself failed. */
export const RootFault = ({ error }: Pick<ErrorComponentProps, 'error'>) => (
  <main className="alone">
    <Fault error={error} />
  </main>
)

/** No such address. */
export function NotFound() {
  const t = useWords(words)
  return (
    <div className="page">
      <h1 className="unseen">{t('notFound')}</h1>
      <Empty title={t('notFound')} advice={t('notFoundAdvice')} action={<Link to="/">{t('home')}</Link>} />
    </div>
  )
}

/** What the server refused, with its own sentence and a way to ask again. */
export function RefusalNote({ refusal, retry }: { refusal: CallError; retry?: () => void }) {
  const t = useWords(words)
  const isForGood = refusal.status === 403 || refusal.status === 404
  const canRetry = retry && (refusal.status === 0 || refusal.status >= 500 || refusal.status === 429)
  return (
    <Alert
      role="alert"
      type={isForGood ? 'warning' : 'error'}
      showIcon
      title={isForGood ? refusal.message : t(refusal.status === 0 ? 'unreachableTitle' : 'failed')}
      description={isForGood ? undefined : refusal.status === 0 ? t('checkNetwork') : refusal.message}
      action={
        canRetry ? (
          <Button size="small" onClick={retry}>
            {t('retry')}
          </Button>
        ) : undefined
      }
    />
  )
}

type Answered<T> = { data: T | undefined; error: CallError | null; isPending: boolean; refetch: () => unknown }

/** Shows an answer when it is there, a skeleton before, a refusal instead. */
export function Answer<T>({ of, children }: { of: Answered<T>; children: (data: T) => ReactNode }) {
  const t = useWords(words)
  if (of.data !== undefined) return <>{children(of.data)}</>
  if (of.error) return <RefusalNote refusal={of.error} retry={() => void of.refetch()} />
  return (
    <div role="status" aria-label={t('loading')}>
      <Skeleton active paragraph={{ rows: 6 }} title={false} />
    </div>
  )
}
