import { citationOf } from '../../directives/naming.ts'
import { addressOf } from '../../kernel/call.ts'
import { showDay } from '../../ui/days.ts'
import { FileList } from '../../ui/Files.tsx'
import { showCount, showPercent } from '../../ui/numbers.ts'
import { useWords } from '../../ui/useWords.tsx'
import { whole } from '../../ui/whole.tsx'
import { endpoints, type Step } from '../contract.ts'
import type { Shown } from './shown.ts'
import { words } from './words.ts'

/** Every step taken, newest first, with who took it in which post and the evidence. */
export function Steps({ obligation }: { obligation: Shown }) {
  const t = useWords(words)
  return (
    <>
      <h2 className="unseen">{t('journey')}</h2>
      <ol className="journey">
        {obligation.steps.map((step) => (
          <li key={step.id} className={`is-${step.event}`}>
            <h3>{t(`did-${step.event}`)}</h3>
            <StepHead step={step} />
            {step.text && <p className="said">{step.text}</p>}
            <Measures step={step} />
            <StepFiles obligationId={obligation.id} files={step.files} />
          </li>
        ))}
        <li className="is-given">
          <h3>{t('givenStep')}</h3>
          <p className="quiet">{whole(`${showDay(obligation.givenOn)} · ${givenBy(obligation, t)}`)}</p>
        </li>
      </ol>
      {obligation.steps.length === 0 && <p className="quiet">{t('noStepsAdvice')}</p>}
    </>
  )
}

/** Through what and by whom it was given. */
function givenBy(
  { parent, ownDue, replaces, issuerName, directiveKind, directiveNumber }: Shown,
  t: ReturnType<typeof useWords<typeof words>>,
): string {
  if (replaces) return t('givenInstead', { body: replaces.bodyName })
  const document = citationOf({ kind: directiveKind, number: directiveNumber })
  const given = parent ? t('givenDown', { body: parent.bodyName, document }) : t('givenThrough', { body: issuerName ?? '', document })
  return ownDue ? `${given} · ${t('givenUntil', { day: showDay(ownDue) })}` : given
}

/** When, who, in which post of which body. */
export const StepHead = ({ step }: { step: Step }) => (
  <p className="quiet">
    {whole(showDay(step.day))} · {step.person}, {step.post}, {step.body}
  </p>
)

function Measures({ step: { percent, figure, unit, until, event } }: { step: Step }) {
  const t = useWords(words)
  const shown = [
    percent !== null && event === 'progress' ? `${t('percentShort')}: ${showPercent(percent)}` : '',
    until !== null ? t(`until-${event as 'hand-down'}`, { day: showDay(until) }) : '',
    figure !== null ? `${t('figure')}: ${showCount(figure)} ${unit ?? ''}`.trim() : '',
  ].filter(Boolean)
  return shown.length > 0 ? <p className="measures">{whole(shown.join(' · '))}</p> : null
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
