import { useEffect } from 'react'
import { findWords } from '../../directives/DocumentText.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { bringIntoView } from './DocumentPane.tsx'
import { useFocus } from './focus.ts'
import { useShowPane } from './TwoPanes.tsx'
import { words } from './words.ts'

/** Brings the card of a task into view when its words were picked in the document. */
export function Following() {
  const focus = useFocus()
  const show = useShowPane()
  useEffect(() => {
    let seen = focus.read().turn
    return focus.listen(() => {
      const { current, side, turn } = focus.read()
      if (turn === seen) return
      seen = turn
      if (!current || side === 'card') return
      show('tasks', () => document.getElementById(`task-${current}`)?.scrollIntoView({ block: side === 'words' ? 'center' : 'start' }))
    })
  }, [focus, show])
  return null
}

/** Shows where the words of a task stand: the other pane, where only one fits. */
export function SeeInDocument({ taskId }: { taskId: string }) {
  const t = useWords(words)
  const show = useShowPane()
  const focus = useFocus()
  const see = () => {
    focus.choose(taskId, 'card')
    show('document', () => {
      const pane = document.querySelector<HTMLElement>('[data-document]')
      bringIntoView(pane, findWords(pane, taskId))
    })
  }
  return (
    <button type="button" className="card-act narrow-only" onClick={see}>
      {t('seeInDocument')}
    </button>
  )
}
