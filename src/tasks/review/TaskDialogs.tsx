import { Button, Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea.js'
import { useRef, useState } from 'react'
import { usePlace } from '../../directives/usePlace.ts'
import { useAct } from '../../ui/ask.ts'
import { RefusalNote } from '../../ui/Faults.tsx'
import { ActForm, Field } from '../../ui/Form.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { TextLines } from '../../ui/TextLines.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints, type Task } from '../contract.ts'
import { wordStart } from '../rules.ts'
import { useDesk } from './desk.ts'
import { useFocus } from './focus.ts'
import { couldSplit, seamsOf, wordsBefore } from './seams.ts'
import { words } from './words.ts'

/** Drops a task with a reason. */
export function DropDialog({ task, close }: { task: Task; close: () => void }) {
  const t = useWords(words)
  const sayPlace = usePlace()
  return (
    <Modal open onCancel={close} footer={null} title={t('dropTitle', { address: sayPlace(task.address) })} destroyOnHidden width={560}>
      <p className="dialog-lead">{t('dropLead')}</p>
      <ActForm
        endpoint={endpoints.dropTask}
        fixed={{ taskId: task.id, version: task.version }}
        submit={t('drop')}
        said={t('wasDropped')}
        done={close}
        cancel={close}
      >
        <Field name="why" label={t('why')}>
          <Input.TextArea rows={2} />
        </Field>
      </ActForm>
    </Modal>
  )
}

/** Parts a task in two at the caret. */
export function SplitDialog({ task, at: first, close }: { task: Task; at: number | null; close: () => void }) {
  const t = useWords(words)
  const focus = useFocus()
  const seams = seamsOf(task.text)
  const [at, setAt] = useState(first !== null && couldSplit(task.text, first) ? first : (seams[0] ?? 0))
  const area = useRef<TextAreaRef>(null)
  const { act, isActing, refusal } = useAct(endpoints.splitTask, {
    quiet: true,
    said: t('wasSplit'),
    done: () => {
      close()
      focus.choose(task.id, 'keys')
    },
  })
  const follow = () => {
    const caret = area.current?.resizableTextArea?.textArea.selectionStart
    if (caret) setAt(wordStart(task.text, caret))
  }
  const halves = [task.text.slice(0, at).trim(), task.text.slice(at).trim()] as const
  const isSplit = halves.every((half) => half.length >= 3)
  return (
    <Modal
      open
      onCancel={close}
      title={t('splitTitle')}
      destroyOnHidden
      width={720}
      okText={t('split')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !isSplit, loading: isActing }}
      onOk={() => act({ taskId: task.id as never, version: task.version, at })}
    >
      <p className="dialog-lead">{t(seams.length > 0 ? 'splitLead' : 'splitLeadBare')}</p>
      <TextLines
        ref={area}
        aria-readonly
        aria-label={t('wordsOf')}
        value={task.text}
        least={3}
        most={10}
        onClick={follow}
        onKeyDown={(event) => ['Backspace', 'Delete', 'Enter'].includes(event.key) && event.preventDefault()}
        onBeforeInput={(event) => event.preventDefault()}
        onPaste={(event) => event.preventDefault()}
        onKeyUp={follow}
        onSelect={follow}
      />
      {seams.length > 0 && (
        <div className="seams">
          {seams.map((seam) => (
            <Button
              key={seam}
              size="small"
              aria-pressed={seam === at}
              type={seam === at ? 'primary' : 'default'}
              ghost={seam === at}
              onClick={() => setAt(seam)}
            >
              {t('splitAfter', { words: wordsBefore(task.text, seam) })}
            </Button>
          ))}
        </div>
      )}
      <dl className="halves">
        {(['firstPart', 'secondPart'] as const).map((part, index) => (
          <div key={part}>
            <dt>{t(part)}</dt>
            <dd>{halves[index] || <span className="quiet">{t('nothingYet')}</span>}</dd>
          </div>
        ))}
      </dl>
      {refusal && <RefusalNote refusal={refusal} />}
    </Modal>
  )
}

/** Joins tasks into the first of them. */
export function MergeDialog({ tasks, close, done }: { tasks: Task[]; close: () => void; done: () => void }) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const { directive } = useDesk()
  const focus = useFocus()
  const { act, isActing, refusal } = useAct(endpoints.mergeTasks, {
    quiet: true,
    said: t('wasMerged'),
    done: ({ taskId }) => {
      done()
      close()
      focus.choose(taskId, 'keys')
    },
  })
  return (
    <Modal
      open
      onCancel={close}
      title={t('mergeTitle', { count: tasks.length })}
      destroyOnHidden
      width={680}
      okText={t('merge')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: isActing }}
      onOk={() => act({ directiveId: directive.id, taskIds: tasks.map(({ id }) => id) } as never)}
    >
      <p className="dialog-lead">{t('mergeLead')}</p>
      <ol className="merging">
        {tasks.map((task) => (
          <li key={task.id}>
            <span className="task-address">{sayPlace(task.address)}</span> {task.text}
          </li>
        ))}
      </ol>
      {refusal && <RefusalNote refusal={refusal} />}
    </Modal>
  )
}
