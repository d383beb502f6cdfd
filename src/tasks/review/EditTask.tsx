import { Alert, App, Button, Checkbox, Form, Input } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { useSaveOver } from '../../directives/saveOver.tsx'
import { usePlace } from '../../directives/usePlace.ts'
import { useAmend } from '../../ui/ask.ts'
import { useDrafts } from '../../ui/drafts.ts'
import { ActForm, Field } from '../../ui/Form.tsx'
import { useAskBeforeLeaving } from '../../ui/leaving.ts'
import { TextLines } from '../../ui/TextLines.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints, type Task } from '../contract.ts'
import type { ReadOrder } from '../selection/contract.ts'
import { useDesk } from './desk.ts'
import { draftOf, lasts } from './kept.ts'
import { MilestonesInput } from './MilestonesInput.tsx'
import { RolesInput } from './RolesInput.tsx'
import { TaskFacts } from './TaskFacts.tsx'
import { words } from './words.ts'

/** What a task says, as a form takes it. */
export const startOf = ({
  text,
  product,
  condition,
  isStanding,
  roles,
  milestones,
}: Pick<ReadOrder, 'text' | 'product' | 'condition' | 'isStanding' | 'roles' | 'milestones'>) => ({
  text,
  product,
  condition,
  isStanding,
  roles: roles.map(({ role, named, bodyId, classId, settled }) => ({ role, named, bodyId, classId, settled })),
  milestones: milestones.map(({ worded, due, kind, what }) => ({ worded, due, kind, what })),
})

/** Corrects a task in place; when somebody else changed it meanwhile, theirs is shown and nothing entered is lost. */
export function EditTask({ task }: { task: Task }) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const desk = useDesk()
  const [seen, setSeen] = useState(task)
  const [base, setBase] = useState(task)
  useEffect(() => {
    const card = document.getElementById(`task-${task.id}`)
    const top = card?.getBoundingClientRect().top ?? 0
    if (top < 120 || top > window.innerHeight / 2) card?.scrollIntoView()
  }, [task.id])
  const draftKey = draftOf(desk.directive.id, task.id)
  const isLasting = lasts(desk.directive)
  const drafts = useDrafts(isLasting)
  const takeTheirs = () => {
    drafts.drop(draftKey)
    setSeen(task)
    setBase(task)
  }
  const amend = useAmend(endpoints.listTasks, { directiveId: desk.directive.id })
  const close = () => {
    desk.edit(null)
    backToCard(task.id)
  }
  return (
    <div className="task-form">
      <h3>{t('editTitle', { address: sayPlace(task.address) })}</h3>
      <ActForm
        key={base.version}
        endpoint={endpoints.editTask}
        fixed={{ taskId: task.id, version: seen.version }}
        start={startOf(base) as never}
        submit={t('save')}
        draftKey={draftKey}
        draftLasts={isLasting}
        draftVersion={base.version}
        said={t('saved')}
        done={({ task: now }) => {
          amend((tasks) => tasks.map((one) => (one.id === now.id ? now : one)))
          close()
        }}
        cancel={close}
      >
        <TaskFields />
        <Leaving draftKey={draftKey} draftLasts={isLasting} leave={close} />
        <Conflict
          task={task}
          isBehind={task.version > seen.version}
          seenVersion={seen.version}
          keepMine={() => setSeen(task)}
          takeTheirs={takeTheirs}
        />
      </ActForm>
    </div>
  )
}

type ConflictProps = { task: Task; isBehind: boolean; seenVersion: number; keepMine: () => void; takeTheirs: () => void }

/** Says that somebody else changed the task meanwhile and shows theirs; keeping one's own saves it over theirs. */
function Conflict({ task, isBehind, seenVersion, keepMine, takeTheirs }: ConflictProps) {
  const t = useWords(words)
  const saveOver = useSaveOver(seenVersion)
  if (!isBehind) return null
  return (
    <Alert
      role="alert"
      type="warning"
      showIcon
      className="form-refusal conflict"
      title={t('theirs')}
      description={
        <>
          <p>{task.droppedWhy === null ? t('theirsAdvice') : t('goneMeanwhile')}</p>
          <blockquote className="theirs">
            <p>{task.text}</p>
            <TaskFacts task={task} />
          </blockquote>
          <Button
            size="small"
            onClick={() => {
              keepMine()
              saveOver(task.version)
            }}
          >
            {t('keepMine')}
          </Button>{' '}
          <Button size="small" onClick={takeTheirs}>
            {t('takeTheirs')}
          </Button>
        </>
      }
    />
  )
}

/** Leaves the form around by Escape, or the page; where something was entered, only after asking. */
export function Leaving({ draftKey, draftLasts, leave }: { draftKey: string; draftLasts: boolean; leave: () => void }) {
  const t = useWords(words)
  const form = Form.useFormInstance()
  const { modal } = App.useApp()
  const drafts = useDrafts(draftLasts)
  const isEntered = useCallback(() => form.isFieldsTouched() || drafts.read(draftKey) !== undefined, [form, drafts, draftKey])
  useAskBeforeLeaving(isEntered, draftLasts)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !(event.target as Element).closest?.('.task-form') || document.querySelector(openLayers)) return
      event.preventDefault()
      event.stopPropagation() // else the question that is asked takes this very Escape for its answer
      if (!isEntered()) return leave()
      const onOk = () => {
        drafts.drop(draftKey)
        leave()
      }
      modal.confirm({ title: t('leaveForm'), okText: t('leaveFormYes'), cancelText: t('leaveFormNo'), onOk })
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [isEntered, drafts, draftKey, leave, modal, t])
  return null
}

const openLayers = '.ant-select-dropdown:not(.ant-select-dropdown-hidden), .ant-picker-dropdown:not(.ant-picker-dropdown-hidden), .ant-modal-wrap'

/** The fields of a task in a form. */
export function TaskFields() {
  const t = useWords(words)
  return (
    <>
      <Field name="text" label={t('wordsOf')}>
        <TextLines autoFocus least={3} most={14} />
      </Field>
      <Field name="roles" label={t('roles')}>
        <RolesInput />
      </Field>
      <Field name="milestones" label={t('milestones')}>
        <MilestonesInput />
      </Field>
      <Field name="product" label={t('product')} hint={t('productHint')}>
        <TextLines most={5} />
      </Field>
      <Field name="condition" label={t('condition')} hint={t('conditionHint')}>
        <Input />
      </Field>
      <Field name="isStanding" label={t('standing')} valuePropName="checked">
        <Checkbox>{t('standingDuty')}</Checkbox>
      </Field>
    </>
  )
}

/** Gives the focus back to the card of a task once its form or dialog is gone, and brings it into view. */
export const backToCard = (taskId: string): void => {
  requestAnimationFrame(() => {
    const card = document.getElementById(`task-${taskId}`)
    card?.focus({ preventScroll: true })
    card?.scrollIntoView({ block: 'nearest' })
  })
}
