import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { endpoints as organisations } from '../../organisations/contract.ts'
import { BodyFields } from '../../organisations/NewBodyDialog.tsx'
import { useAct, useToday } from '../../ui/ask.ts'
import { BodyPicker } from '../../ui/BodyPicker.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { RefusalNote } from '../../ui/Faults.tsx'
import { ActForm, Field } from '../../ui/Form.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { fold } from '../../ui/table/columns.ts'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints, type Task } from '../contract.ts'
import { Candidates, type Choice } from './Candidates.tsx'
import { useDesk } from './desk.ts'
import { isUnknown } from './filters.ts'
import { InTasks } from './InTasks.tsx'
import { ClassPicker } from './RolesInput.tsx'
import { words } from './words.ts'

/** Settles for the whole document which body or class a name stands for. */
export function MatchDialog({ named, tasks, close }: { named: string; tasks: readonly Task[]; close: () => void }) {
  const t = useWords(words)
  const { directive } = useDesk()
  const [bodyId, setBodyId] = useState<string | null>(null)
  const [classId, setClassId] = useState<string | null>(null)
  const [isAlias, setAlias] = useState(false)
  const [isNew, setNew] = useState(false)
  const matching = useMatch(named, close)
  const alias = useAct(organisations.addAlias, { said: t('aliasKept') })
  const within = tasks.filter((task) => task.droppedWhy === null && task.roles.some((role) => fold(role.named) === fold(named)))
  const now = within.flatMap(({ roles }) => roles).find((role) => fold(role.named) === fold(named) && !isUnknown(role))
  const choose = (choice: Omit<Choice, 'name'>) => {
    if (isAlias && choice.bodyId) alias.act({ bodyId: choice.bodyId as never, name: named })
    matching.settle({ ...choice, settled: false })
  }
  const asOf = directive.issuedOn ?? undefined
  return (
    <Modal open onCancel={close} footer={null} title={t('matchTitle')} destroyOnHidden width={620}>
      <p className="match-name">«{named}»</p>
      {now && <p className="quiet">{t('matchedNow', { name: now.settled ? t('notRegistered') : (now.matched ?? '') })}</p>}
      <InTasks tasks={within} go={close} />
      {isNew ? (
        <NewBody named={named} done={(bodyId) => matching.settle({ bodyId, classId: null, settled: false })} cancel={() => setNew(false)} />
      ) : (
        <div className="match-choices">
          <section aria-label={t('nearest')}>
            <h3>{t('nearest')}</h3>
            <Candidates named={named} choose={choose} />
          </section>
          <section aria-label={t('otherBody')}>
            <h3>{t('otherBody')}</h3>
            <div className="match-line">
              <BodyPicker label={t('otherBody')} value={bodyId} asOf={asOf} onChange={(id) => setBodyId(id)} />
              <Button type="primary" disabled={!bodyId} loading={matching.isActing} onClick={() => choose({ bodyId, classId: null })}>
                {t('chooseThis')}
              </Button>
            </div>
            <Checkbox checked={isAlias} onChange={({ target }) => setAlias(target.checked)}>
              {t('alsoAlias', { named })}
            </Checkbox>
          </section>
          <section aria-label={t('otherClass')}>
            <h3>{t('otherClass')}</h3>
            <div className="match-line">
              <ClassPicker label={t('otherClass')} value={classId} onChange={setClassId} />
              <Button disabled={!classId} onClick={() => choose({ bodyId: null, classId })}>
                {t('chooseThis')}
              </Button>
            </div>
          </section>
          <section className="match-else">
            <Button onClick={() => setNew(true)}>{t('registerNew')}</Button>
            <Button onClick={() => matching.settle({ bodyId: null, classId: null, settled: true })}>{t('settleNone')}</Button>
            <span className="quiet">{t('settleNoneLead')}</span>
          </section>
        </div>
      )}
      {matching.refusal && <RefusalNote refusal={matching.refusal} />}
    </Modal>
  )
}

/** Matches a name everywhere in the draft. */
export function useMatch(named: string, done?: () => void) {
  const t = useWords(words)
  const { directive } = useDesk()
  const { act, isActing, refusal } = useAct(endpoints.matchName, { said: t('matched'), quiet: done !== undefined, done: () => done?.() })
  const settle = (to: { bodyId: string | null; classId: string | null; settled: boolean }) =>
    act({ directiveId: directive.id, named, ...to } as never)
  return { settle, isActing, refusal }
}

function NewBody({ named, done, cancel }: { named: string; done: (bodyId: string) => void; cancel: () => void }) {
  const t = useWords(words)
  const today = useToday()
  const { directive } = useDesk()
  const name = `${named.slice(0, 1).toLocaleUpperCase('vi')}${named.slice(1)}`
  return (
    <ActForm
      endpoint={organisations.createBody}
      start={{ name, from: directive.issuedOn ?? today }}
      submit={t('register')}
      done={({ bodyId }) => done(bodyId)}
      cancel={cancel}
    >
      <BodyFields />
      <Field name="parentId" label={t('superior')}>
        <BodyPicker />
      </Field>
      <Field name="from" label={t('from')}>
        <DayInput />
      </Field>
    </ActForm>
  )
}
