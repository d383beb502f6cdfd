import './directives.css'
import { Alert, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { BodyPicker } from '../ui/BodyPicker.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { ActForm, Field } from '../ui/Form.tsx'
import { Modal } from '../ui/Modal.tsx'
import { TextLines } from '../ui/TextLines.tsx'
import { useWords } from '../ui/useWords.tsx'
import { type DirectivePage, endpoints, Secrecy } from './contract.ts'
import { ReferencesInput } from './ReferencesInput.tsx'
import { useSaveOver } from './saveOver.tsx'
import { words } from './words.ts'

const fields = ['kind', 'number', 'title', 'issuedOn', 'issuerName', 'issuerId', 'standingId', 'secrecy', 'recipients', 'references'] as const
const labels = { issuerId: 'issuerBody', standingId: 'standing', references: 'references' } as const

const startOf = (directive: DirectivePage) => ({
  ...Object.fromEntries(fields.map((field) => [field, directive[field]])),
  recipients: directive.recipients.join('\n'),
  references: directive.references.map(({ found: _found, ...reference }) => reference),
})
const shape = (values: Record<string, unknown>) => ({
  ...values,
  number: (values.number as string | null)?.trim() || null,
  recipients: String(values.recipients ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean),
})

/** Corrects what was read about a document; a change by somebody else meanwhile is shown, and nothing entered is lost. */
export function AmendDirectiveDialog({ directive, onClose }: { directive: DirectivePage; onClose: () => void }) {
  const t = useWords(words)
  const [seen, setSeen] = useState(directive)
  const [base, setBase] = useState(directive)
  const takeTheirs = () => {
    setSeen(directive)
    setBase(directive)
  }
  const isBehind = directive.version > seen.version
  const changed = fields.filter((field) => JSON.stringify(directive[field]) !== JSON.stringify(base[field]))
  return (
    <Modal open onCancel={onClose} footer={null} title={t('amendTitle')} destroyOnHidden mask={{ closable: false }} width={680}>
      <ActForm
        key={base.version}
        endpoint={endpoints.amendDirective}
        fixed={{ directiveId: directive.id as never, version: seen.version }}
        start={startOf(base) as never}
        shape={shape}
        submit={t('save')}
        said={t('amended')}
        done={onClose}
        cancel={onClose}
      >
        <div className="field-pair">
          <Field name="kind" label={t('kind')}>
            <Input autoFocus />
          </Field>
          <Field name="number" label={t('number')}>
            <Input />
          </Field>
        </div>
        <Field name="title" label={t('title')}>
          <TextLines least={2} most={6} />
        </Field>
        <Field name="issuerName" label={t('issuerName')}>
          <Input />
        </Field>
        <Field name="issuerId" label={t('issuerBody')}>
          <BodyPicker asOf={directive.issuedOn ?? undefined} />
        </Field>
        <Field name="standingId" label={t('standing')} hint={t('standingHint')}>
          <BodyPicker />
        </Field>
        <div className="field-pair">
          <Field name="issuedOn" label={t('issuedOn')} hint={t('issuedOnHint')}>
            <DayInput />
          </Field>
          <Field name="secrecy" label={t('secrecy')}>
            <Select options={Secrecy.options.map((value) => ({ value, label: t(value) }))} />
          </Field>
        </div>
        <Field name="references" label={t('references')} hint={t('referencesHint')}>
          <ReferencesInput />
        </Field>
        <Field name="recipients" label={t('recipients')} hint={t('recipientsHint')}>
          <TextLines least={3} most={8} />
        </Field>
        <Conflict
          changed={isBehind ? changed : null}
          seenVersion={seen.version}
          version={directive.version}
          keepMine={() => setSeen(directive)}
          takeTheirs={takeTheirs}
        />
      </ActForm>
    </Modal>
  )
}

type ConflictProps = {
  changed: readonly (typeof fields)[number][] | null
  seenVersion: number
  version: number
  keepMine: () => void
  takeTheirs: () => void
}

/** Says which facts somebody else changed meanwhile; keeping one's own saves them over theirs. */
function Conflict({ changed, seenVersion, version, keepMine, takeTheirs }: ConflictProps) {
  const t = useWords(words)
  const saveOver = useSaveOver(seenVersion)
  const nameOf = (field: (typeof fields)[number]) => t(field in labels ? labels[field as keyof typeof labels] : (field as 'kind'))
  if (changed === null) return null
  return (
    <Alert
      role="alert"
      type="warning"
      showIcon
      className="form-refusal conflict"
      title={t('theirs')}
      description={
        <>
          <p>{changed.length ? t('theirsAdvice', { fields: changed.map(nameOf).join(', ') }) : t('theirsSame')}</p>
          <Button
            size="small"
            onClick={() => {
              keepMine()
              saveOver(version)
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
