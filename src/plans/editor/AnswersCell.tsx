import { Button } from 'antd'
import { useState } from 'react'
import { shortened } from '../../directives/naming.ts'
import { usePlace } from '../../directives/usePlace.ts'
import { Modal } from '../../ui/Modal.tsx'
import { useWords } from '../../ui/useWords.tsx'
import type { PlanPage } from '../contract.ts'
import { AnswersList, type LinkKind, type Links } from './AnswersList.tsx'
import type { Row } from './useDrafts.tsx'
import { words } from './words.ts'

type Props = {
  plan: PlanPage
  row: Row
  index: number
  choose: (chosen: Links) => void
  isWrong: boolean
  /** Of a row that is chosen with others: how many they are, and what opens the links of them all. */
  together: { count: number; open: () => void } | undefined
}

/** What an item answers: obligations of the body and items of its superior's plan, chosen from the list of all. */
export function AnswersCell({ plan, row, index, choose, isWrong, together }: Props) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const [isOpen, setOpen] = useState(false)
  const { obligationIds, superiorItemIds } = row
  const toggle = (kind: LinkKind, id: string) => {
    const before = row[kind]
    choose({ obligationIds, superiorItemIds, [kind]: before.includes(id) ? before.filter((one) => one !== id) : [...before, id] })
  }
  const addresses = plan.obligations
    .filter(({ id }) => obligationIds.includes(id))
    .map(({ address, text }) => sayPlace(address) || shortened(text, 24))
  const named = [...addresses, ...plan.above.filter(({ id }) => superiorItemIds.includes(id)).map(({ text }) => `↑ ${shortened(text, 36)}`)]
  return (
    <>
      <button
        type="button"
        className={`answers${isWrong ? ' is-wrong' : ''}`}
        data-field="answers"
        aria-label={together ? t('answersOfChosen', { count: together.count }) : t('cellOf', { column: t('answers'), row: index + 1 })}
        onClick={() => (together ? together.open() : setOpen(true))}
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
        <AnswersList plan={plan} isOn={(kind, id) => row[kind].includes(id)} toggle={toggle} />
      </Modal>
    </>
  )
}
