import { type ButtonProps, Form, Input, Radio } from 'antd'
import { endpoints as directives } from '../../../directives/contract.ts'
import { fullNameOf } from '../../../directives/naming.ts'
import { isInForce } from '../../../directives/rules.ts'
import { useAsk } from '../../../ui/ask.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { ActDialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Form.tsx'
import { useWords } from '../../../ui/useWords.tsx'
import { ChangeKind, type DirectiveChange, endpoints } from '../contract.ts'
import { itemsWith } from './drafting.ts'
import { words } from './words.ts'

/** Prepares a change, or corrects what the prepared one is and why; its tasks stay while it stays an update. */
export function PrepareChange({ directiveId, draft, button }: { directiveId: string; draft?: DirectiveChange; button?: ButtonProps }) {
  const t = useWords(words)
  const start = draft
    ? { kind: draft.kind, reason: draft.reason, replacementId: (draft.replacement?.id ?? null) as never }
    : { kind: 'update' as const, replacementId: null }
  return (
    <ActDialog
      open={t(draft ? 'editFacts' : 'prepare')}
      title={t('prepareTitle')}
      submit={t('save')}
      {...(button ? { button } : {})}
      {...(draft ? {} : { lead: t('prepareLead') })}
      endpoint={endpoints.draftChange}
      fixed={{ directiveId: directiveId as never, version: draft?.version ?? null }}
      start={start}
      shape={(values) => ({
        ...values,
        replacementId: values.kind === 'replace' ? (values.replacementId ?? null) : null,
        items: draft && values.kind === 'update' ? itemsWith(draft, null) : [],
      })}
      draftKey={`change.${directiveId}`}
      said={t('saved')}
    >
      <Field name="kind" label={t('kind')}>
        <Radio.Group className="checks" options={ChangeKind.options.map((value) => ({ value, label: t(`about-${value}`) }))} />
      </Field>
      <Replacement directiveId={directiveId} />
      <Field name="reason" label={t('reason')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Field>
    </ActDialog>
  )
}

function Replacement({ directiveId }: { directiveId: string }) {
  const t = useWords(words)
  const isReplacing = Form.useWatch('kind') === 'replace'
  const issued = useAsk(directives.listDirectives, isReplacing ? { states: ['issued'], limit: 200 } : null)
  if (!isReplacing) return null
  return (
    <Field name="replacementId" label={t('replacement')} required>
      <Choice
        classNames={{ popup: { root: 'wrapped-options' } }}
        notFoundContent={issued.data ? t('noReplacement') : null}
        options={(issued.data?.rows ?? [])
          .filter((one) => one.id !== directiveId && isInForce(one))
          .map((one) => ({ value: one.id, label: fullNameOf(one) }))}
      />
    </Field>
  )
}
