import { useWords } from '../../ui/useWords.tsx'
import { StepFiles, StepHead } from './Steps.tsx'
import type { Shown } from './shown.ts'
import { words } from './words.ts'

/** What was reported done and the evidence for it, before the eyes of whoever verifies it. */
export function Evidence({ obligation }: { obligation: Shown }) {
  const t = useWords(words)
  const report = obligation.steps.find(({ event }) => event === 'report')
  if (!report) return null
  const earlier = obligation.steps.filter((step) => step !== report && step.files.length > 0)
  return (
    <section className="evidence" aria-label={t('evidence')}>
      <h3>{t('evidence')}</h3>
      <StepHead step={report} />
      <p className="said">{report.text}</p>
      <StepFiles obligationId={obligation.id} files={report.files} />
      {earlier.length > 0 && (
        <details>
          <summary>{t('evidenceBefore')}</summary>
          <StepFiles obligationId={obligation.id} files={earlier.flatMap(({ files }) => files)} />
        </details>
      )}
    </section>
  )
}
