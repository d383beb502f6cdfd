import { LinkOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Modal } from '../../ui/Modal.tsx'
import { useWords } from '../../ui/useWords.tsx'
import type { PlanPage } from '../contract.ts'
import { AnswersList, type LinkKind } from './AnswersList.tsx'
import type { Chosen, Relinking } from './useChosen.ts'
import { words } from './words.ts'

/** What may be done with the rows that are chosen: their links are given or taken in one act, which may be taken back. */
export function ChosenBar({ plan, chosen }: { plan: PlanPage; chosen: Chosen }) {
  const t = useWords(words)
  const count = chosen.rows.length
  if (count === 0) return null
  return (
    <section className="chosen-bar" aria-label={t('chosenBar')}>
      <span role="status">{chosen.linked > 0 ? t('linked', { count: chosen.linked }) : t('chosenCount', { count })}</span>
      {chosen.linked > 0 && <Button onClick={chosen.undo}>{t('undoLinks')}</Button>}
      <Button icon={<LinkOutlined aria-hidden="true" />} onClick={() => chosen.setOpen(true)}>
        {t('linkChosen')}
      </Button>
      <Button type="text" onClick={chosen.all}>
        {t('chooseAll')}
      </Button>
      <Button type="text" onClick={chosen.clear}>
        {t('chooseNone')}
      </Button>
      <Modal open={chosen.isOpen} onCancel={() => chosen.setOpen(false)} title={t('linksTitle', { count })} destroyOnHidden width={680} footer={null}>
        <LinksForm plan={plan} chosen={chosen} />
      </Modal>
    </section>
  )
}

const untouched: Relinking = { obligationIds: new Map(), superiorItemIds: new Map() }

/** What all chosen rows answer, some or none of them; nothing changes before it is said to be kept, and a link that is left alone stays as it is with each. */
function LinksForm({ plan, chosen }: { plan: PlanPage; chosen: Chosen }) {
  const t = useWords(words)
  const [changes, setChanges] = useState(untouched)
  const { rows } = chosen
  const before = (kind: LinkKind, id: string): boolean | 'some' => {
    const linked = rows.filter((row) => row[kind].includes(id)).length
    return linked === rows.length || (linked > 0 && 'some')
  }
  const isOn = (kind: LinkKind, id: string) => changes[kind].get(id) ?? before(kind, id)
  const toggle = (kind: LinkKind, id: string) => setChanges((now) => ({ ...now, [kind]: new Map(now[kind]).set(id, isOn(kind, id) !== true) }))
  const isChanged = changes.obligationIds.size + changes.superiorItemIds.size > 0
  return (
    <>
      <p className="quiet">{t('linksLead')}</p>
      <AnswersList plan={plan} isOn={isOn} toggle={toggle} />
      <div className="chosen-acts">
        <Button onClick={() => chosen.setOpen(false)}>{t('cancel')}</Button>
        <Button
          type="primary"
          disabled={!isChanged}
          onClick={() => {
            chosen.link(changes)
            chosen.setOpen(false)
          }}
        >
          {t('linkAll', { count: rows.length })}
        </Button>
      </div>
    </>
  )
}
