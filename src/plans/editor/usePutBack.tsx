import { App, Button } from 'antd'
import { useRef } from 'react'
import { useWords } from '../../ui/useWords.tsx'
import { words } from './words.ts'

const key = 'plan-items-removed'

/** Says of a row taken out that it is, and how to have it back; several taken out one after the other are one line, which gives back the last, then the one before. */
export function usePutBack(putBack: (itemId: string) => void): (itemId: string, text: string) => void {
  const t = useWords(words)
  const { message } = App.useApp()
  const gone = useRef<{ itemId: string; text: string }[]>([])
  const show = () => {
    const last = gone.current.at(-1)
    if (!last) return message.destroy(key)
    const back = () => {
      gone.current.pop()
      putBack(last.itemId)
      show()
    }
    void message.open({
      key,
      type: 'info',
      duration: 10,
      onClose: () => {
        gone.current = []
      },
      content: (
        <>
          {gone.current.length > 1 ? t('removedSeveral', { count: gone.current.length, text: last.text }) : t('removed', { text: last.text })}{' '}
          <Button size="small" type="link" onClick={back}>
            {t('putBack')}
          </Button>
        </>
      ),
    })
  }
  return (itemId, text) => {
    gone.current = [...gone.current, { itemId, text }]
    show()
  }
}
