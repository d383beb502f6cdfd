import './several.css'
import { Button, Radio } from 'antd'
import { useAct } from '../../ui/ask.ts'
import { Choice } from '../../ui/Choice.tsx'
import { ActDialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Form.tsx'
import { showCount } from '../../ui/numbers.ts'
import { TextLines } from '../../ui/TextLines.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { Role, type Task } from '../contract.ts'
import { words as reviewWords } from '../review/words.ts'
import { endpoints } from './contract.ts'
import { type Meaning, MeaningInput } from './MeaningInput.tsx'
import { words } from './words.ts'

type Props = {
  directiveId: string
  /** Those selected, of one kind: live, or dropped. */
  selected: readonly Task[]
  /** How many the list shows. */
  shown: number
  merge: () => void
  selectAll: () => void
  clear: () => void
}

/** What can be done to several tasks at once, while some are selected. */
export function SeveralBar({ directiveId, selected, shown, merge, selectAll, clear }: Props) {
  const t = useWords(words)
  const tr = useWords(reviewWords)
  const which = { directiveId: directiveId as never, taskIds: selected.map(({ id }) => id) as never }
  const count = showCount(selected.length)
  const check = useAct(endpoints.checkTasks, { said: t('didCheck'), done: clear })
  const restore = useAct(endpoints.restoreTasks, { said: t('didRestore'), done: clear })
  const isDropped = selected[0]?.droppedWhy != null
  return (
    <div className="task-selected" role="status">
      <span>{tr('selected', { count: selected.length })}</span>
      {isDropped ? (
        <Button size="small" loading={restore.isActing} onClick={() => restore.act(which)}>
          {t('restore')}
        </Button>
      ) : (
        <>
          <ActDialog
            open={t('name')}
            title={t('nameTitle', { count })}
            submit={t('nameThem')}
            lead={t('nameLead')}
            button={{ size: 'small' }}
            endpoint={endpoints.nameInTasks}
            fixed={which}
            start={{ role: 'lead', instead: true }}
            shape={({ meaning, ...rest }) => ({ ...rest, ...(meaning as Meaning) })}
            ready={({ meaning }) => isWhole(meaning as Meaning | undefined)}
            said={t('didName')}
            done={clear}
          >
            <Field name="role" label={tr('role')}>
              <Choice options={Role.options.map((value) => ({ value, label: tr(value) }))} />
            </Field>
            <Field name="meaning" label={t('who')} required>
              <MeaningInput />
            </Field>
            <Field name="instead" label={t('how')}>
              <Radio.Group className="checks" options={[true, false].map((value) => ({ value, label: t(value ? 'instead' : 'beside') }))} />
            </Field>
          </ActDialog>
          <ActDialog
            open={t('drop')}
            title={t('dropTitle', { count })}
            submit={tr('drop')}
            lead={tr('dropLead')}
            button={{ size: 'small' }}
            endpoint={endpoints.dropTasks}
            fixed={which}
            start={{ why: '' }}
            said={t('didDrop')}
            done={clear}
          >
            <Field name="why" label={tr('why')} required>
              <TextLines least={2} most={6} />
            </Field>
          </ActDialog>
          <Button size="small" loading={check.isActing} onClick={() => check.act({ ...which, checked: true })}>
            {t('check')}
          </Button>
          <Button size="small" disabled={selected.length < 2} onClick={merge}>
            {t('merge')}
          </Button>
        </>
      )}
      {selected.length < shown && (
        <Button size="small" type="link" onClick={selectAll}>
          {t('selectAll', { count: showCount(shown) })}
        </Button>
      )}
      <Button size="small" type="link" onClick={clear}>
        {tr('clearSelected')}
      </Button>
    </div>
  )
}

const isWhole = (meaning: Meaning | undefined): boolean => meaning !== undefined && (meaning.bodyId ?? meaning.classId) !== null
