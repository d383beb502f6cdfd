import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { usePlace } from '../../directives/usePlace.ts'
import { useAct } from '../../ui/ask.ts'
import { showDay } from '../../ui/days.ts'
import { Modal } from '../../ui/Modal.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints, type PlanPage, type PlanTemplate } from '../contract.ts'
import { words } from './words.ts'

const head = ['grounds', 'aims'] as const
type Head = (typeof head)[number]

/** Items of the order's template to take over, and the words around them. */
export function TemplateDialog({ plan, template }: { plan: PlanPage; template: PlanTemplate }) {
  const t = useWords(words)
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string[]>([])
  const isHead = (one: string): one is Head => head.some((part) => part === one)
  const { act, isActing } = useAct(endpoints.takeTemplateItems, {
    done: () => {
      setChosen([])
      setOpen(false)
    },
  })
  const parts = head.filter((part) => template[part] !== '')
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
        onOk={() => act({ planId: plan.id as never, itemIds: chosen.filter((one) => !isHead(one)) as never, head: chosen.filter(isHead) })}
      >
        <p>{t('templateLead', { body: plan.orderedByName, day: showDay(template.takenOn) })}</p>
        <Checkbox.Group
          className="answers-list"
          value={chosen}
          onChange={setChosen}
          options={[
            ...template.items.map((item) => ({
              value: item.id,
              disabled: item.state === 'taken' || item.state === 'edited',
              label: <Offered item={item} plan={plan} />,
            })),
            ...parts.map((part) => ({
              value: part,
              disabled: plan[part].includes(template[part]),
              label: (
                <>
                  <strong>{t(`template-${part}`)}</strong> {template[part]}
                  {plan[part].includes(template[part]) && <span className="quiet"> ({t('template-taken')})</span>}
                </>
              ),
            })),
          ]}
        />
      </Modal>
    </>
  )
}

/** An item with what it answers of what lies on the body, and what the plan has of it. */
function Offered({ item: { text, dueOn, taskIds, state }, plan }: { item: PlanTemplate['items'][number]; plan: PlanPage }) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const answers = plan.obligations.filter(({ taskId, isPlanItself }) => !isPlanItself && taskIds.includes(taskId))
  const said = [
    answers.length > 0 && t('templateAnswers', { tasks: answers.map(({ address, text }) => sayPlace(address) || text.slice(0, 40)).join(', ') }),
    dueOn && t('until', { day: showDay(dueOn) }),
    state !== 'open' && t(`template-${state}`),
  ].filter(Boolean)
  return (
    <>
      {text} {said.length > 0 && <span className="quiet">({said.join(' · ')})</span>}
    </>
  )
}
