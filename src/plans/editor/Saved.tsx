import { CloudOutlined, LoadingOutlined, WarningFilled } from '@ant-design/icons'
import { useWords } from '../../ui/useWords.tsx'
import { words } from './words.ts'

/** Whether all that was typed has reached the server. */
export function Saved({ unsent, isSending, isOffline }: { unsent: number; isSending: boolean; isOffline: boolean }) {
  const t = useWords(words)
  const isWaiting = isOffline && unsent > 0
  return (
    <span className={`editor-saved${isWaiting ? ' is-waiting' : ''}`} role="status">
      {isWaiting ? <WarningFilled aria-hidden="true" /> : isSending ? <LoadingOutlined aria-hidden="true" /> : <CloudOutlined aria-hidden="true" />}{' '}
      {isWaiting ? t('waiting', { count: unsent }) : isSending ? t('saving') : unsent > 0 ? t('waiting', { count: unsent }) : t('saved')}
    </span>
  )
}
