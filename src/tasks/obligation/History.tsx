/// <reference types="vite/client" />
import { shortened } from '../../directives/naming.ts'
import { usePlace } from '../../directives/usePlace.ts'
import './obligation.css'
import type { Words } from '../../kernel/words.ts'
import type { HistoryLine, HistorySubject } from '../../people/contract.ts'
import { showMoment } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { type Place, PlaceLink } from '../../ui/links.tsx'
import { useSay, useWords } from '../../ui/useWords.tsx'
import { type Correction, Event } from '../contract.ts'
import { actKeys } from './acts.ts'
import { Changes } from './Changes.tsx'
import { obligationPlace } from './places.ts'
import { words } from './words.ts'

type Props = {
  lines: readonly HistoryLine[]
  /** What tasks said before they were corrected: such lines then tell what was changed from what to what. */
  corrections?: readonly Correction[] | undefined
  /** The words of steps stand elsewhere: only when, who and what, with the number of the line. */
  brief?: boolean
  /** The words of acts of later slices, by `act-` and their name. */
  acts?: Words
  /** Where what is named in a line opens, if not where obligations and bodies do. */
  placeOf?: (subject: HistorySubject) => Place | undefined
}

/** Lines of the journal in plain words: when, what, who in which post, and what they wrote. */
export function History({ lines, corrections = [], brief = false, acts = {}, placeOf = () => undefined }: Props) {
  const t = useWords(words)
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
              {brief && <span className="quiet"> · {t('lineNumber', { number: line.id })}</span>}
              <Subjects line={line} placeOf={placeOf} />
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

const usual = ({ kind, id }: HistorySubject): Place | undefined =>
  kind === 'obligation' ? obligationPlace(id) : kind === 'body' ? { to: '/bodies/$bodyId', params: { bodyId: id } } : undefined

/** What a line is about besides the page it stands on, each with a link that opens it. */
function Subjects({ line: { subjects, more }, placeOf }: { line: HistoryLine; placeOf: NonNullable<Props['placeOf']> }) {
  const t = useWords(words)
  const sayPlace = usePlace()
  if (subjects.length === 0) return null
  return (
    <ul className="journal-subjects">
      {subjects.map((one) => {
        const place = placeOf(one) ?? usual(one)
        const said = [sayPlace(one.address), shortened(one.text, 110)].filter(Boolean).join(' – ') || t('unnamed')
        return <li key={one.id}>{place ? <PlaceLink place={place}>{said}</PlaceLink> : said}</li>
      })}
      {more > 0 && <li className="quiet">{t('andMore', { count: more })}</li>}
    </ul>
  )
}

const isOf = ({ taskId, version }: Correction, { input }: HistoryLine): boolean => {
  const given = input as { taskId?: unknown; version?: unknown } | null
  return given?.taskId === taskId && given.version === version
}

function useActWord(acts: Words): (line: HistoryLine) => string {
  const t = useWords(words)
  const say = useSay()
  return ({ action, input }) => {
    const said = (input as { event?: unknown } | null)?.event
    const event = Event.safeParse(said)
    if (action === 'takeStep' && event.success) return t(`did-${event.data}`)
    const word = actKeys({ action, input }).flatMap((key) => acts[key] ?? [])[0]
    if (word) return say(word)
    const key = `act-${action}`
    return key in words ? t(key as keyof typeof words) : t('act-other', { action })
  }
}

const writtenIn = ({ action, input }: HistoryLine): string => {
  if (action === 'readDirective') return ''
  const { text, why, title, named, conclusion, number } = (input ?? {}) as Record<string, unknown>
  const found = [why, text, conclusion, title, named, number].find((one): one is string => typeof one === 'string' && one !== '')
  return found && found.length > 400 ? `${found.slice(0, 400)}…` : (found ?? '')
}
