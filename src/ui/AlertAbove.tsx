import { Alert, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useNarrow } from './useNarrow.ts'
import { useWords } from './useWords.tsx'
import { words } from './words.ts'

/** What is to be known before a page is read. On a telephone it is one line in fewer words, and the rest once asked for: what the page holds begins within the first screen. */
export function AlertAbove({
  type,
  title,
  short,
  action,
  children,
}: {
  type: 'success' | 'info' | 'warning'
  title: string
  short: string
  action?: ReactNode
  children?: ReactNode
}) {
  const t = useWords(words)
  const isNarrow = useNarrow()
  const [isOpen, setOpen] = useState(false)
  const more = children && (
    <Button type="link" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
      {t(isOpen ? 'lessOfIt' : 'moreOfIt')}
    </Button>
  )
  if (!isNarrow) return <Alert className="alert-above" type={type} showIcon title={title} description={children} action={action} />
  return (
    <Alert
      className="alert-above"
      type={type}
      showIcon
      title={
        <>
          {isOpen ? title : short}
          {isOpen && <div className="alert-rest">{children}</div>}
        </>
      }
      action={action ?? more}
    />
  )
}
