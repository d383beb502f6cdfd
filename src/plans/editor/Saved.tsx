import { CloudOutlined, LoadingOutlined, WarningFilled } from '@ant-design/icons'
import { useEffect, useState } from 'react'
import { useWords } from '../../ui/useWords.tsx'
import { words } from './words.ts'

/** What is on its way is sent within so many milliseconds; what lies longer waits for a choice. */
const patience = 1500

type Props = {
  unsent: number
  isSending: boolean
  isOffline: boolean
  unread?: number
  /** What lies was refused for what it says, and not because somebody else was there first. */
  isRefused?: boolean
}

/** Whether all that was typed has reached the server, and if not, what it waits for: the network, somebody's choice, or cells to be mended. */
export function Saved({ unsent, isSending, isOffline, unread = 0, isRefused = false }: Props) {
  const t = useWords(words)
  const lies = unsent > 0 && !isSending && !isOffline
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setHeld(lies), lies ? patience : 0)
    return () => clearTimeout(timer)
  }, [lies])
  const isWaiting = unsent > 0 && (isOffline || (lies && isHeld))
  if (unsent === 0 && unread > 0)
    return (
      <span className="editor-saved is-waiting" role="status">
        <WarningFilled aria-hidden="true" /> {t('unreadCells', { count: unread })}
      </span>
    )
  return (
    <span className={`editor-saved${isWaiting ? ' is-waiting' : ''}`} role="status">
      {isWaiting ? <WarningFilled aria-hidden="true" /> : unsent > 0 ? <LoadingOutlined aria-hidden="true" /> : <CloudOutlined aria-hidden="true" />}{' '}
      {isWaiting
        ? t(isOffline ? 'waiting' : isRefused ? 'heldRefused' : 'held', { count: unsent })
        : unsent > 0 || isSending
          ? t('saving')
          : t('saved')}
    </span>
  )
}
