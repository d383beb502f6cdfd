import { Button } from 'antd'
import { type RefObject, useEffect, useState } from 'react'
import { selectedStretch } from '../../directives/DocumentText.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { words } from './words.ts'

export type Stretch = { from: number; to: number }

/** Shows, once words of the document are selected, the way to make a task of them. */
export function AddFromSelection({ root, text, add }: { root: RefObject<HTMLElement | null>; text: string; add: (stretch: Stretch) => void }) {
  const t = useWords(words)
  const [stretch, setStretch] = useState<Stretch | null>(null)
  useEffect(() => {
    const look = () => setStretch(selectedStretch(root.current?.querySelector('.document') ?? null, text))
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [root, text])
  if (!stretch) return null
  return (
    <Button
      className="pane-add"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        add(stretch)
        getSelection()?.removeAllRanges()
      }}
    >
      {t('addFromSelection')}
    </Button>
  )
}
