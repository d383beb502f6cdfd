import { Button, Progress, Spin } from 'antd'
import { useWords } from '../ui/useWords.tsx'
import type { ExtractionState } from './useExtraction.ts'
import { words } from './words.ts'

/** How far the text of a file is, and the way to stop it. */
export function ExtractionProgress({ progress, stop }: { progress: ExtractionState | undefined; stop: () => void }) {
  const t = useWords(words)
  const { before = 0, pages = 0, pagesDone = 0, isRecognising = false } = progress ?? {}
  const said =
    progress?.state === 'waiting' && before > 0
      ? t('waitingFor', { count: before })
      : pages > 0
        ? t(isRecognising ? 'pagesRecognised' : 'pagesRead', { done: pagesDone, of: pages })
        : t('readingLeave')
  return (
    <div className="reading-now" role="status">
      <Spin />
      <div className="reading-far">
        <strong>{t('readingNow')}</strong>
        <div className="quiet">{said}</div>
        {pages > 0 && <Progress percent={Math.round((pagesDone / pages) * 100)} showInfo={false} size="small" aria-label={said} />}
      </div>
      <Button onClick={stop}>{t('stopReading')}</Button>
    </div>
  )
}
