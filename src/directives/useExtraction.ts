import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { useAct, useAsk } from '../ui/ask.ts'
import { useWords } from '../ui/useWords.tsx'
import { endpoints } from './contract.ts'
import { words } from './words.ts'

export type ExtractionState = z.infer<typeof endpoints.followExtraction.output>

/** How often it is asked how far a file is. */
const askEvery = 700

/** Has the text of a file worked out beside the page: how far it is, why it can’t be, and the way to stop it. */
export function useExtraction(done: (fileId: string, extractionId: string) => void) {
  const t = useWords(words)
  const [extractionId, setExtractionId] = useState<string | null>(null)
  const starting = useAct(endpoints.startExtraction, { quiet: true, done: (output) => setExtractionId(output.extractionId) })
  const stopping = useAct(endpoints.cancelExtraction, { quiet: true, said: t('stopped') })
  const [ended, setEnded] = useState(false)
  const isUnderWay = starting.isActing || (extractionId !== null && !ended)
  const { data: progress } = useAsk(endpoints.followExtraction, extractionId === null ? null : { extractionId: extractionId as never }, {
    every: ended ? undefined : askEvery,
  })
  const finish = useRef(done)
  finish.current = done
  const state = progress?.state
  useEffect(() => {
    if (extractionId === null || state === undefined || state === 'waiting' || state === 'running') return
    setEnded(true)
    if (state === 'done') finish.current(progress?.fileId as string, extractionId)
  }, [extractionId, state, progress?.fileId])
  return {
    isUnderWay,
    progress,
    refusal: starting.refusal ?? (ended && progress?.refusal ? { status: 400, message: progress.refusal } : null),
    start: (fileId: string) => {
      starting.forget()
      setExtractionId(null)
      setEnded(false)
      starting.act({ fileId })
    },
    stop: () => {
      if (extractionId !== null && !ended) stopping.act({ extractionId: extractionId as never })
      starting.forget()
      setExtractionId(null)
      setEnded(false)
    },
  }
}
