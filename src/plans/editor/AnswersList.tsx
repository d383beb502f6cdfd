import { Checkbox } from 'antd'
import { usePlace } from '../../directives/usePlace.ts'
import { showDay } from '../../ui/days.ts'
import { useWords } from '../../ui/useWords.tsx'
import { whole } from '../../ui/whole.tsx'
import type { Facts, PlanPage } from '../contract.ts'
import { words } from './words.ts'

export type Links = Pick<Facts, 'obligationIds' | 'superiorItemIds'>
export type LinkKind = keyof Links

/** What an item of a plan may answer: obligations that are no order to plan, and items of the superior's plan. */
export const answerable = (plan: PlanPage): Record<LinkKind, readonly string[]> => ({
  obligationIds: plan.obligations.flatMap(({ id, isPlanItself }) => (isPlanItself ? [] : [id])),
  superiorItemIds: plan.above.map(({ id }) => id),
})

type Props = { plan: PlanPage; isOn: (kind: LinkKind, id: string) => boolean | 'some'; toggle: (kind: LinkKind, id: string) => void }

/** All that items of a plan may answer, to be ticked; «some» where only some of several items answer it. */
export function AnswersList({ plan, isOn, toggle }: Props) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const offered = answerable(plan)
  const box = (kind: LinkKind, { id, address, text, day }: { id: string; address?: string; text: string; day: string | null }) => (
    <Checkbox key={id} checked={isOn(kind, id) === true} indeterminate={isOn(kind, id) === 'some'} onChange={() => toggle(kind, id)}>
      {address && <strong>{sayPlace(address)} </strong>}
      {whole(text)} {day && <span className="quiet">({whole(t('until', { day: showDay(day) }))})</span>}
    </Checkbox>
  )
  if (offered.obligationIds.length + offered.superiorItemIds.length === 0) return <p>{t('answersNone')}</p>
  return (
    <>
      {offered.obligationIds.length > 0 && (
        <fieldset className="answers-list">
          <legend>{t('ofObligations')}</legend>
          {plan.obligations
            .filter(({ isPlanItself }) => !isPlanItself)
            .map(({ finalDue, ...obligation }) => box('obligationIds', { ...obligation, day: finalDue }))}
        </fieldset>
      )}
      {plan.above.length > 0 && (
        <fieldset className="answers-list">
          <legend>{t('ofSuperior')}</legend>
          {plan.above.map(({ id, text, dueOn }) => box('superiorItemIds', { id, text, day: dueOn }))}
        </fieldset>
      )}
    </>
  )
}
