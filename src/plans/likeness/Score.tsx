/// <reference types="vite/client" />
import { capital } from '../../kernel/words.ts'
import './likeness.css'
import { CopyFilled, CopyOutlined, FileDoneOutlined, WarningOutlined } from '@ant-design/icons'
import { showDay } from '../../ui/days.ts'
import { useWords } from '../../ui/useWords.tsx'
import { whole } from '../../ui/whole.tsx'
import type { Likeness } from './contract.ts'
import { isTooLittle, reasonsOf, type Weight, weightOf } from './rules.ts'
import { words } from './words.ts'

const signs: Record<Weight, typeof CopyFilled> = { heavy: CopyFilled, marked: CopyOutlined, light: FileDoneOutlined }

/** By how much a plan wants looking at: a number, a word and a sign; or that there is too little to say so. */
export function Score({ of: { score, words: own }, isBare }: { of: Pick<Likeness, 'score' | 'words'>; isBare: boolean }) {
  const t = useWords(words)
  if (isBare)
    return (
      <span className="likeness-score is-marked">
        <WarningOutlined aria-hidden="true" /> {t('bare')}
      </span>
    )
  if (isTooLittle({ words: own })) return <span className="quiet">{t('littleToCompare')}</span>
  const weight = weightOf(score)
  const Sign = signs[weight]
  return (
    <span className={`likeness-score is-${weight}`} title={t('scoreOf', { score })}>
      <Sign aria-hidden="true" /> <strong>{score}</strong> {t(weight)}
    </span>
  )
}

/** Why, in sentences. */
export function Reasons({ of }: { of: Likeness }) {
  const t = useWords(words)
  return (
    <ul className="likeness-reasons">
      {reasonsOf(of).map(({ key, values }) => (
        <li key={key}>{t(key, { ...values, other: of.otherBodyName })}</li>
      ))}
      {of.isStale && <li className="quiet">{t('stale')}</li>}
    </ul>
  )
}

/** Which of the two came first: who takes over and who is taken from is for the reader to say. */
export function WhichFirst({
  of: { submittedOn, otherSubmittedOn },
  isInside = false,
}: {
  of: Pick<Likeness, 'submittedOn' | 'otherSubmittedOn'>
  /** It stands within a sentence. */
  isInside?: boolean
}) {
  const t = useWords(words)
  const begun = (said: string) => (isInside ? said : capital(said))
  if (submittedOn === null || otherSubmittedOn === null) return null
  if (submittedOn === otherSubmittedOn) return begun(t('otherSameDay'))
  return whole(begun(t(otherSubmittedOn < submittedOn ? 'otherBefore' : 'otherAfter', { day: showDay(otherSubmittedOn) })))
}
