/// <reference types="vite/client" />
import './obligation.css'
import type { z } from 'zod'
import type { HistoryLine } from '../../people/contract.ts'
import { showMoment } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { Event } from '../contract.ts'
import { words as taskWords } from '../words.ts'
import { words } from './words.ts'

type Line = z.infer<typeof HistoryLine>

/** Lines of the journal in plain words: when, what, who in which post, and what they wrote. */
export function History({ lines }: { lines: readonly Line[] }) {
  const t = useWords(words)
  const actOf = useActWord()
  if (lines.length === 0) return <Empty title={t('historyNone')} advice={t('historyNoneAdvice')} />
  return (
    <ol className="journal">
      {lines.map((line) => (
        <li key={line.id}>
          <time dateTime={line.at}>{showMoment(line.at)}</time>
          <div>
            <strong>{actOf(line)}</strong>
            <div className="quiet">{line.person ? [line.person, line.post, line.body].filter(Boolean).join(', ') : t('bySystem')}</div>
            {writtenIn(line) && <p className="said">{writtenIn(line)}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}

function useActWord(): (line: Line) => string {
  const t = useWords(words)
  const say = useWords(taskWords)
  return ({ action, input }) => {
    const event = Event.safeParse((input as { event?: unknown } | null)?.event)
    if (event.success) return say(event.data)
    const key = `act-${action}`
    return key in words ? t(key as keyof typeof words) : t('act-other', { action })
  }
}

const writtenIn = ({ action, input }: Line): string => {
  if (action === 'readDirective') return ''
  const { text, why, title, named, conclusion } = (input ?? {}) as Record<string, unknown>
  const found = [why, text, conclusion, title, named].find((one): one is string => typeof one === 'string' && one !== '')
  return found && found.length > 400 ? `${found.slice(0, 400)}…` : (found ?? '')
}
