import type { ReactNode } from 'react'

/** An empty place that says why it is empty and what to do. */
export function Empty({ title, advice, action }: { title: string; advice?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <svg aria-hidden="true" width="56" height="44" viewBox="0 0 56 44" fill="none" stroke="currentColor" strokeWidth="1.5">
        <rect x="6" y="4" width="44" height="36" rx="3" />
        <path d="M14 14h20M14 22h28M14 30h12" strokeLinecap="round" />
      </svg>
      <p className="empty-title">{title}</p>
      {advice && <div className="empty-advice">{advice}</div>}
      {action && <div className="empty-action">{action}</div>}
    </div>
  )
}
