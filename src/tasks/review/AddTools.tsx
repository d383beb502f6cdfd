import { Button } from 'antd'
import { type RefObject, useEffect, useState } from 'react'
import { selectedStretch } from '../../directives/DocumentText.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { words } from './words.ts'

export type Stretch = { from: number; to: number }

/** The way to write a task by hand: from the words selected in the document, or from nothing. */
export function AddTools({ root, text, add }: { root: RefObject<HTMLElement | null>; text: string; add: (stretch: Stretch | null) => void }) {
  const t = useWords(words)
  const [stretch, setStretch] = useState<Stretch | null>(null)
  useEffect(() => {
    const look = () => setStretch(selectedStretch(root.current?.querySelector('.document') ?? null, text))
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [root, text])
  return (
    <Button
      size="small"
      type={stretch ? 'primary' : 'default'}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        add(stretch)
        getSelection()?.removeAllRanges()
      }}
    >
      {t(stretch ? 'addFromSelection' : 'addTask')}
    </Button>
  )
}
