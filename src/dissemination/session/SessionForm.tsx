import { Checkbox, Input } from 'antd'
import { useToday } from '../../ui/ask.ts'
import { Choice } from '../../ui/Choice.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { ActDialog } from '../../ui/Dialog.tsx'
import { FilesInput } from '../../ui/Files.tsx'
import { Field } from '../../ui/Form.tsx'
import { NumberInput } from '../../ui/NumberInput.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { words } from '../screen/words.ts'
import { words as stateWords } from '../words.ts'
import { BodiesBelow } from './BodiesBelow.tsx'
import { endpoints, SessionForm as Form, type StudySession } from './contract.ts'

const filled = (values: Record<string, unknown>) => ({
  ...values,
  note: values.note ?? '',
  isMakeUp: values.isMakeUp ?? false,
  bodyIds: values.bodyIds ?? [],
  materialIds: values.materialIds ?? [],
  minutesIds: values.minutesIds ?? [],
  photoIds: values.photoIds ?? [],
})

type Held = {
  directiveId: string
  topic?: string
  isOpen?: boolean
  /** The body has held none on it: there is nobody who was absent from one. */
  isFirst?: boolean
  /** Nobody below has the directive: it was held for its own body alone. */
  isAlone?: boolean
}

/** Records a session that one's own body has held. */
export function SessionButton({ directiveId, topic, isOpen = false, isFirst = false, isAlone = false }: Held) {
  const t = useWords(words)
  const today = useToday()
  return (
    <ActDialog
      open={t('holdSession')}
      isOpenAtFirst={isOpen}
      title={t('holdTitle')}
      endpoint={endpoints.holdSession}
      fixed={{ directiveId: directiveId as never }}
      start={{ heldOn: today, form: 'in-person', ...(topic ? { topic } : {}) }}
      shape={filled}
      said={t('held')}
    >
      <SessionFields directiveId={directiveId} isFirst={isFirst} isAlone={isAlone} />
    </ActDialog>
  )
}

/** Corrects a session, with a reason. */
export function CorrectSession({ session }: { session: StudySession }) {
  const t = useWords(words)
  const { heldOn, form, ledBy, topic, present, invited, isMakeUp, note, bodies, files } = session
  return (
    <ActDialog
      open={t('correct')}
      title={t('correctTitle')}
      lead={t('correctLead')}
      button={{ size: 'small' }}
      endpoint={endpoints.correctSession}
      fixed={{ sessionId: session.id as never, version: session.version }}
      start={{ heldOn, form, ledBy, topic, present, invited, isMakeUp, note, bodyIds: bodies.map(({ id }) => id) as never }}
      shape={(values) => ({ ...filled(values), removedIds: values.removedIds ?? [] })}
      said={t('corrected')}
    >
      <Field name="why" label={t('correctWhy')}>
        <Input />
      </Field>
      <SessionFields directiveId={session.directiveId} />
      {files.length > 0 && (
        <Field name="removedIds" label={t('removeFiles')}>
          <Checkbox.Group className="checks" options={files.map(({ id, name }) => ({ value: id, label: name }))} />
        </Field>
      )}
    </ActDialog>
  )
}

/** Withdraws a session, with a reason. */
export function WithdrawSession({ session }: { session: StudySession }) {
  const t = useWords(words)
  return (
    <ActDialog
      open={t('withdraw')}
      title={t('withdrawTitle')}
      lead={t('withdrawLead')}
      button={{ size: 'small' }}
      endpoint={endpoints.withdrawSession}
      fixed={{ sessionId: session.id as never, version: session.version }}
    >
      <Field name="why" label={t('withdrawWhy')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Field>
    </ActDialog>
  )
}

function SessionFields({ directiveId, isFirst = false, isAlone = false }: Pick<Held, 'directiveId' | 'isFirst' | 'isAlone'>) {
  const t = useWords(words)
  const say = useWords(stateWords)
  const today = useToday()
  return (
    <>
      <div className="fields-pair">
        <Field name="heldOn" label={t('heldOn')}>
          <DayInput most={today} />
        </Field>
        <Field name="form" label={t('form')}>
          <Choice options={Form.options.map((value) => ({ value, label: say(value) }))} />
        </Field>
      </div>
      <Field name="topic" label={t('topic')}>
        <Input />
      </Field>
      <Field name="ledBy" label={t('ledBy')}>
        <Input />
      </Field>
      <div className="fields-pair">
        <Field name="present" label={t('present')}>
          <NumberInput whole />
        </Field>
        <Field name="invited" label={t('invited')}>
          <NumberInput whole />
        </Field>
      </div>
      {!isFirst && (
        <Field name="isMakeUp" label={t('makeUp')} valuePropName="checked" isExpected hint={t('isMakeUpHint')}>
          <Checkbox>{t('isMakeUp')}</Checkbox>
        </Field>
      )}
      {!isAlone && (
        <Field name="bodyIds" label={t('sessionFor')} hint={t('sessionForHint')}>
          <BodiesBelow directiveId={directiveId} />
        </Field>
      )}
      <Field name="note" label={t('sessionNote')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Field>
      <Field name="materialIds" label={t('materials')}>
        <FilesInput />
      </Field>
      <Field name="minutesIds" label={t('minutes')}>
        <FilesInput />
      </Field>
      <Field name="photoIds" label={t('photos')}>
        <FilesInput accept="image/jpeg,image/png,image/webp" />
      </Field>
    </>
  )
}
