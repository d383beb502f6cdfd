import { addressOf } from '../../kernel/call.ts'
import { showDay } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { FileList } from '../../ui/Files.tsx'
import { showCount, showPercent } from '../../ui/numbers.ts'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints, type Step } from '../contract.ts'
import { words as taskWords } from '../words.ts'
import type { Shown } from './shown.ts'
import { words } from './words.ts'

/** Every step taken, newest first, with who took it in which post and the evidence. */
export function Steps({ obligation }: { obligation: Shown }) {
  const t = useWords(words)
  const say = useWords(taskWords)
  if (obligation.steps.length === 0) return <Empty title={t('noSteps')} advice={t('noStepsAdvice')} />
  return (
    <>
      <h2 className="unseen">{t('journey')}</h2>
      <ol className="journey">
        {obligation.steps.map((step) => (
          <li key={step.id} className={`is-${step.event}`}>
            <h3>{say(step.event)}</h3>
            <StepHead step={step} />
            {step.text && <p className="said">{step.text}</p>}
            <Measures step={step} />
            <StepFiles obligationId={obligation.id} files={step.files} />
          </li>
        ))}
        <li className="is-given">
          <h3>{t('givenStep')}</h3>
          <p className="quiet">{showDay(obligation.givenOn)}</p>
        </li>
      </ol>
    </>
  )
}

/** When, who, in which post of which body. */
export const StepHead = ({ step }: { step: Step }) => (
  <p className="quiet">
    {showDay(step.day)} · {step.person}, {step.post}, {step.body}
  </p>
)

function Measures({ step: { percent, figure, unit, event } }: { step: Step }) {
  const t = useWords(words)
  const shown = [
    percent !== null && event === 'progress' ? `${t('percentShort')}: ${showPercent(percent)}` : '',
    figure !== null ? `${t('figure')}: ${showCount(figure)} ${unit ?? ''}`.trim() : '',
  ].filter(Boolean)
  return shown.length > 0 ? <p className="measures">{shown.join(' · ')}</p> : null
}

/** The files of a step, each a download. */
export const StepFiles = ({ obligationId, files }: { obligationId: string; files: Step['files'] }) =>
  files.length > 0 ? (
    <FileList
      files={files.map(({ id, name, size }) => ({
        name,
        size,
        href: addressOf(endpoints.downloadEvidence, { obligationId: obligationId as never, fileId: id }),
      }))}
    />
  ) : null
