import './review.css'
import { createContext, type KeyboardEvent, type ReactNode, use, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { useNarrow } from '../../ui/useNarrow.ts'
import { useWords } from '../../ui/useWords.tsx'
import { words } from './words.ts'

export type Pane = 'document' | 'tasks'
type Show = (pane: Pane, then: () => void) => void
const Showing = createContext<Show>((_pane, then) => then())

/** Brings a pane into view, where only one fits, and then does something in it. */
export const useShowPane = (): Show => use(Showing)

/** The document beside its tasks; on a narrow screen two tabs, each of which keeps its place. */
export function TwoPanes({ document, tasks, tasksLabel }: { document: ReactNode; tasks: ReactNode; tasksLabel: string }) {
  const t = useWords(words)
  const isNarrow = useNarrow()
  const [shown, setShown] = useState<Pane>('tasks')
  const places = useRef<Record<Pane, number>>({ document: 0, tasks: 0 })
  const after = useRef<(() => void) | null>(null)
  const top = useRef<HTMLDivElement>(null)

  const show = useCallback<Show>(
    (pane, then) => {
      if (!isNarrow || pane === shown) return then()
      places.current[shown] = window.scrollY
      after.current = then
      setShown(pane)
    },
    [isNarrow, shown],
  )
  const change = (pane: Pane) =>
    show(pane, () => {
      const start = (top.current?.getBoundingClientRect().top ?? 0) + window.scrollY - 58
      window.scrollTo({ top: places.current[pane] || Math.min(window.scrollY, start) })
    })
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once the other pane is laid out
  useLayoutEffect(() => {
    after.current?.()
    after.current = null
  }, [shown])
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    const other = shown === 'tasks' ? 'document' : 'tasks'
    change(other)
    event.currentTarget.querySelector<HTMLElement>(`[data-pane=${other}]`)?.focus()
  }
  const labels = { document: t('document'), tasks: tasksLabel }
  return (
    <Showing value={show}>
      <div ref={top}>
        {isNarrow && (
          <div className="pane-tabs" role="tablist" aria-label={t('panes')} onKeyDown={keys}>
            {(['document', 'tasks'] as const).map((pane) => (
              <button
                key={pane}
                type="button"
                role="tab"
                id={`tab-${pane}`}
                data-pane={pane}
                aria-selected={shown === pane}
                aria-controls={`pane-${pane}`}
                tabIndex={shown === pane ? 0 : -1}
                onClick={() => change(pane)}
              >
                {labels[pane]}
              </button>
            ))}
          </div>
        )}
        <div className="panes">
          {(['document', 'tasks'] as const).map((pane) => (
            <section
              key={pane}
              id={`pane-${pane}`}
              className={`pane pane-${pane}`}
              hidden={isNarrow && shown !== pane}
              {...(isNarrow ? { role: 'tabpanel', 'aria-labelledby': `tab-${pane}` } : { 'aria-label': labels[pane] })}
            >
              <h2 className="unseen">{t(pane)}</h2>
              {pane === 'document' ? document : tasks}
            </section>
          ))}
        </div>
      </div>
    </Showing>
  )
}
