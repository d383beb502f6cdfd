import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { shortened } from '../../directives/naming.ts'
import { usePlace } from '../../directives/usePlace.ts'
import { showDay } from '../../ui/days.ts'
import { Modal } from '../../ui/Modal.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { whole } from '../../ui/whole.tsx'
import type { PlanPage } from '../contract.ts'
import type { Row } from './useDrafts.tsx'
import { words } from './words.ts'

type Chosen = { obligationIds: string[]; superiorItemIds: string[] }
type Props = { plan: PlanPage; row: Row; index: number; choose: (chosen: Chosen) => void; isWrong: boolean }

/** What an item answers: obligations of the body and items of its superior's plan, chosen from the list of all. */
export function AnswersCell({ plan, row, index, choose, isWrong }: Props) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const [isOpen, setOpen] = useState(false)
  const toggle = (list: readonly string[], id: string) => (list.includes(id) ? list.filter((one) => one !== id) : [...list, id])
  const { obligationIds, superiorItemIds } = row
  const addresses = plan.obligations
    .filter(({ id }) => obligationIds.includes(id))
    .map(({ address, text }) => sayPlace(address) || shortened(text, 24))
  const named = [...addresses, ...plan.above.filter(({ id }) => superiorItemIds.includes(id)).map(({ text }) => `↑ ${shortened(text, 36)}`)]
  const obligations = plan.obligations.filter(({ isPlanItself }) => !isPlanItself)
  return (
    <>
      <button
        type="button"
        className={`answers${isWrong ? ' is-wrong' : ''}`}
        data-field="answers"
        aria-label={t('cellOf', { column: t('answers'), row: index + 1 })}
        onClick={() => setOpen(true)}
      >
        {named.length === 0 ? t('chooseAnswers') : named.slice(0, 2).map((one) => <span key={one}>{one}</span>)}
        {named.length > 2 && <span>{t('answersCount', { count: named.length })}</span>}
      </button>
      <Modal
        open={isOpen}
        onCancel={() => setOpen(false)}
        title={t('answersTitle', { row: index + 1 })}
        destroyOnHidden
        width={680}
        footer={
          <Button type="primary" onClick={() => setOpen(false)}>
            {t('close')}
          </Button>
        }
      >
        <p className="quiet">{row.text}</p>
        {obligations.length + plan.above.length === 0 && <p>{t('answersNone')}</p>}
        {obligations.length > 0 && (
          <fieldset className="answers-list">
            <legend>{t('ofObligations')}</legend>
            {obligations.map(({ id, address, text, finalDue }) => (
              <Checkbox
                key={id}
                checked={obligationIds.includes(id)}
                onChange={() => choose({ obligationIds: toggle(obligationIds, id), superiorItemIds })}
              >
                {address && <strong>{sayPlace(address)} </strong>}
                {whole(text)} {finalDue && <span className="quiet">({whole(t('until', { day: showDay(finalDue) }))})</span>}
              </Checkbox>
            ))}
          </fieldset>
        )}
        {plan.above.length > 0 && (
          <fieldset className="answers-list">
            <legend>{t('ofSuperior')}</legend>
            {plan.above.map(({ id, text, dueOn }) => (
              <Checkbox
                key={id}
                checked={superiorItemIds.includes(id)}
                onChange={() => choose({ obligationIds, superiorItemIds: toggle(superiorItemIds, id) })}
              >
                {whole(text)} {dueOn && <span className="quiet">({whole(t('until', { day: showDay(dueOn) }))})</span>}
              </Checkbox>
            ))}
          </fieldset>
        )}
      </Modal>
    </>
  )
}
