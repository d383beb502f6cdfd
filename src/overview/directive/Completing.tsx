import { Input } from 'antd'
import type { z } from 'zod'
import { type DirectivePage, endpoints } from '../../directives/contract.ts'
import { words } from '../../directives/words.ts'
import { useToday } from '../../ui/ask.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { ActDialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Form.tsx'
import { useWords } from '../../ui/useWords.tsx'

/** Completes the number and the day of an issued directive, each only where it is missing. */
export function Completing({ directive }: { directive: z.infer<typeof DirectivePage> }) {
  const t = useWords(words)
  const today = useToday()
  return (
    <ActDialog
      open={t('complete')}
      title={t('completeTitle')}
      lead={t('completeLead')}
      submit={t('save')}
      endpoint={endpoints.completeDirective}
      fixed={{ directiveId: directive.id as never, version: directive.version }}
      shape={(values) => ({ number: (values.number as string | undefined)?.trim() || null, issuedOn: values.issuedOn ?? null })}
      said={t('completed')}
    >
      {!directive.number && (
        <Field name="number" label={t('number')}>
          <Input autoFocus />
        </Field>
      )}
      {!directive.issuedOn && (
        <Field name="issuedOn" label={t('issuedOn')} hint={t('issuedOnHint')}>
          <DayInput most={today} />
        </Field>
      )}
    </ActDialog>
  )
}
