import './unfinished.css'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { DirectivePage } from '../../directives/contract.ts'
import { shortened } from '../../directives/naming.ts'
import { usePlace } from '../../directives/usePlace.ts'
import { showMoment } from '../../ui/days.ts'
import { useDrafts } from '../../ui/drafts.ts'
import { useWords } from '../../ui/useWords.tsx'
import type { Task } from '../contract.ts'
import type { Stretch } from './AddFromSelection.tsx'
import { draftOf, lasts, stretchIn } from './kept.ts'
import { words } from './words.ts'

type Props = {
  directive: DirectivePage
  tasks: readonly Task[]
  /** Whether the form of a task is open now, or that of a new one: what stands in it needs no finding. */
  isOpen?: (task: Task | undefined) => boolean
  /** Opens a form with what was typed into it; where nothing can be changed any more there is none. */
  edit?: (task: Task) => void
  add?: (stretch: Stretch | null) => void
}

/** What was typed into tasks of this draft and never sent, also in windows that are closed now, with the way on to it. */
export function Unfinished({ directive, tasks, isOpen = () => false, edit, add }: Props) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const isLasting = lasts(directive)
  const drafts = useDrafts(isLasting)
  const lasting = useDrafts(true)
  const [, setDropped] = useState(0)
  // what was kept before the document was said to be secret goes over into the window
  useEffect(() => {
    if (isLasting) return
    for (const { rest, draft } of lasting.list(draftOf(directive.id))) {
      const key = draftOf(directive.id, rest)
      drafts.keep(key, draft.values, draft.version)
      lasting.drop(key)
      setDropped((count) => count + 1)
    }
  }, [isLasting, lasting, drafts, directive.id])
  const found = drafts.list(draftOf(directive.id)).flatMap(({ rest, draft }) => {
    const stretch = stretchIn(rest)
    const task = stretch === undefined ? tasks.find(({ id }) => id === rest) : undefined
    return (stretch !== undefined || task) && isOpen(task) ? [] : [{ rest, draft, stretch, task }]
  })
  if (found.length === 0) return null
  return (
    <section className="unfinished" aria-labelledby="unfinished">
      <h3 id="unfinished">{t('unfinished')}</h3>
      <ul>
        {found
          .sort((one, other) => one.draft.at.localeCompare(other.draft.at))
          .map(({ rest, draft, stretch, task }) => {
            const typed = shortened(String(draft.values.text ?? ''), 160)
            const name = stretch !== undefined ? t('unfinishedNew') : task ? sayPlace(task.address) || shortened(task.text, 30) : ''
            const isGone = stretch === undefined && task?.droppedWhy !== null
            const resume = stretch !== undefined ? add && (() => add(stretch)) : task && !isGone && edit ? () => edit(task) : undefined
            return (
              <li key={rest}>
                <p>
                  <strong>{name}</strong> {isGone && <span className="amiss">{t('unfinishedGone')}</span>}{' '}
                  <span className="quiet">{showMoment(draft.at)}</span>
                </p>
                <blockquote>{typed}</blockquote>
                <div className="unfinished-acts">
                  {resume && (
                    <Button size="small" aria-label={t('resumeNamed', { what: name || typed })} onClick={resume}>
                      {t('resume')}
                    </Button>
                  )}
                  <Button
                    size="small"
                    type="text"
                    aria-label={t('forgetNamed', { what: name || typed })}
                    onClick={() => {
                      drafts.drop(draftOf(directive.id, rest))
                      setDropped((count) => count + 1)
                    }}
                  >
                    {t('forget')}
                  </Button>
                </div>
              </li>
            )
          })}
      </ul>
    </section>
  )
}
