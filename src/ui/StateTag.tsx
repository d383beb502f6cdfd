import type { ReactNode } from 'react'

/** How a state reads: as it should be, somebody is waited for, late, on its way, over. */
export type Tone = 'good' | 'waiting' | 'late' | 'plain' | 'over'

/** A state as a word in a frame, with a sign where it helps; the word says it all, the tone only helps the eye. */
export function StateTag({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={`state-tag is-${tone}`}>
      {icon && <span aria-hidden="true">{icon}</span>}
      {children}
    </span>
  )
}
