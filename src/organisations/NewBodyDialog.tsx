import { useNavigate } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import { useToday } from '../ui/ask.ts'
import { Choice } from '../ui/Choice.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { ActDialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Form.tsx'
import { useWords } from '../ui/useWords.tsx'
import { endpoints, Level } from './contract.ts'
import { KindPicker } from './KindPicker.tsx'
import { words } from './words.ts'

/** Registers a body under another, or at the top. */
export function NewBodyDialog({ parentId = null }: { parentId?: string | null }) {
  const t = useWords(words)
  const today = useToday()
  const navigate = useNavigate()
  return (
    <ActDialog
      open={parentId ? t('addChild') : t('addRoot')}
      endpoint={endpoints.createBody}
      fixed={{ parentId }}
      start={{ from: today }}
      said={t('registered')}
      draftKey={`body.new.${parentId ?? ''}`}
      done={({ bodyId }) => void navigate({ to: '/bodies/$bodyId', params: { bodyId } })}
    >
      <BodyFields />
      <Field name="aliases" label={t('aliases')} hint={t('aliasesHint')}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Field>
      <Field name="from" label={t('from')}>
        <DayInput />
      </Field>
    </ActDialog>
  )
}

/** The fields that say what a body is. */
export function BodyFields() {
  const t = useWords(words)
  return (
    <>
      <Field name="name" label={t('name')}>
        <Input autoFocus />
      </Field>
      <Field name="shortName" label={t('shortName')}>
        <Input />
      </Field>
      <Field name="kind" label={t('kind')}>
        <KindPicker />
      </Field>
      <Field name="level" label={t('level')}>
        <Choice options={Level.options.map((value) => ({ value, label: t(value) }))} />
      </Field>
    </>
  )
}
