import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useAct } from '../../ui/ask.ts'
import { Modal } from '../../ui/Modal.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints, type PlanPage } from '../contract.ts'
import { words } from './words.ts'

/** Items of the order's template to take over. */
export function TemplateDialog({ plan }: { plan: PlanPage }) {
  const t = useWords(words)
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string[]>([])
  const { act, isActing } = useAct(endpoints.takeTemplateItems, {
    done: () => {
      setChosen([])
      setOpen(false)
    },
  })
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('template')}</Button>
      <Modal
        open={isOpen}
        onCancel={() => setOpen(false)}
        title={t('template')}
        width={680}
        okText={t('templateTake', { count: chosen.length })}
        cancelText={t('cancel')}
        okButtonProps={{ disabled: chosen.length === 0, loading: isActing }}
        onOk={() => act({ planId: plan.id as never, itemIds: chosen as never })}
      >
        <p>{t('templateLead')}</p>
        <Checkbox.Group
          className="answers-list"
          value={chosen}
          onChange={setChosen}
          options={plan.template.map(({ id, text, taken }) => ({
            value: id,
            disabled: taken,
            label: (
              <>
                {text} {taken && <span className="quiet">({t('taken')})</span>}
              </>
            ),
          }))}
        />
      </Modal>
    </>
  )
}
