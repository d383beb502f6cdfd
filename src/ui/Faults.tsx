import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { CallError } from '../kernel/call.ts'
import { Empty } from './Empty.tsx'
import { useWords } from './useWords.tsx'
import { words } from './words.ts'

/** A page that failed: what happened, what to do, and the line to send to the administrator. */
export function Fault({ error }: Pick<ErrorComponentProps, 'error'>) {
  const t = useWords(words)
  const reason = error instanceof Error ? error.message : String(error)
  const isStale = /dynamically imported module|module script/i.test(reason)
  return (
    <div className="page" role="alert">
      <h1 className="unseen">{t('faultTitle')}</h1>
      <Empty
        title={t('faultTitle')}
        advice={
          <>
            <p>{isStale ? t('newVersion') : t('faultAdvice')}</p>
            {!isStale && <code className="fault-line">{reason}</code>}
          </>
        }
        action={
          <Button type="primary" onClick={() => location.reload()}>
            {t('reload')}
          </Button>
        }
      />
    </div>
  )
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
      title={isForGood ? refusal.message : t('failed')}
      description={isForGood ? undefined : refusal.message}
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
