import { shortened } from '../../directives/naming.ts'
import { showDay } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { whole } from '../../ui/whole.tsx'
import type { PlanStep } from '../contract.ts'
import { words as planWords } from '../words.ts'
import { words } from './words.ts'

/** Every step of a plan, newest first, with who took it and what was said. */
export function Steps({ steps }: { steps: readonly PlanStep[] }) {
  const t = useWords(words)
  const say = useWords(planWords)
  if (steps.length === 0) return <Empty title={t('noSteps')} advice={t('noStepsAdvice')} />
  return (
    <ol className="plan-steps">
      {steps.map((step) => (
        <li key={step.id}>
          <h2>{say(step.event)}</h2>
          <p className="quiet">
            {whole(showDay(step.day))} · {step.person}, {step.post}, {step.body}
            {step.event === 'submit' && ` · ${t('round', { round: step.round })}`}
            {step.isUnchanged && ` · ${t('unchanged')}`}
          </p>
          {step.text && <p>{whole(step.text)}</p>}
          {step.remarks.map(({ itemId, itemText, text }) => (
            <p key={itemId}>{t('onItem', { item: shortened(itemText, 80), text })}</p>
          ))}
        </li>
      ))}
    </ol>
  )
}
