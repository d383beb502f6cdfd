/// <reference types="vite/client" />
import { usePlace } from '../../directives/usePlace.ts'
import './obligation.css'
import type { z } from 'zod'
import type { Words } from '../../kernel/words.ts'
import type { HistoryLine } from '../../people/contract.ts'
import { showMoment } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { useSay, useWords } from '../../ui/useWords.tsx'
import { type Correction, Event } from '../contract.ts'
import { Changes } from './Changes.tsx'
import { words } from './words.ts'

type Line = z.infer<typeof HistoryLine>
type Props = {
  lines: readonly Line[]
  /** What tasks said before they were corrected: such lines then tell what was changed from what to what. */
  corrections?: readonly Correction[] | undefined
  /** The words of steps stand elsewhere: only when, who and what, with the number of the line. */
  brief?: boolean
  /** The words of acts of later slices, by `act-` and their name. */
  acts?: Words
}

/** Lines of the journal in plain words: when, what, who in which post, and what they wrote. */
export function History({ lines, corrections = [], brief = false, acts = {} }: Props) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const actOf = useActWord(acts)
  if (lines.length === 0) return <Empty title={t('historyNone')} advice={t('historyNoneAdvice')} />
  return (
    <ol className="journal">
      {lines.map((line) => {
        const corrected = line.action === 'editTask' ? corrections.find((one) => isOf(one, line)) : undefined
        return (
          <li key={line.id}>
            <time dateTime={line.at}>{showMoment(line.at)}</time>
            <div>
              <strong>{actOf(line)}</strong>
              {corrected?.address && ` ${sayPlace(corrected.address)}`}
              {brief && <span className="quiet"> · {t('lineNumber', { number: line.id })}</span>}
              <div className="quiet">{line.person ? [line.person, line.post, line.body].filter(Boolean).join(', ') : t('bySystem')}</div>
              {corrected ? (
                <Changes before={corrected.before} input={line.input} />
              ) : (
                !brief && writtenIn(line) && <p className="said">{writtenIn(line)}</p>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

const isOf = ({ taskId, version }: Correction, { input }: Line): boolean => {
  const given = input as { taskId?: unknown; version?: unknown } | null
  return given?.taskId === taskId && given.version === version
}

function useActWord(acts: Words): (line: Line) => string {
  const t = useWords(words)
  const say = useSay()
  return ({ action, input }) => {
    const said = (input as { event?: unknown } | null)?.event
    const event = Event.safeParse(said)
    if (action === 'takeStep' && event.success) return t(`did-${event.data}`)
    const key = `act-${action}`
    const word = acts[`${key}-${said}`] ?? acts[key]
    if (word) return say(word)
    return key in words ? t(key as keyof typeof words) : t('act-other', { action })
  }
}

const writtenIn = ({ action, input }: Line): string => {
  if (action === 'readDirective') return ''
  const { text, why, title, named, conclusion, number } = (input ?? {}) as Record<string, unknown>
  const found = [why, text, conclusion, title, named, number].find((one): one is string => typeof one === 'string' && one !== '')
  return found && found.length > 400 ? `${found.slice(0, 400)}…` : (found ?? '')
}
