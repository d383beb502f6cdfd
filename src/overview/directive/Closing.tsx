import { Input } from 'antd'
import type { z } from 'zod'
import { type DirectivePage, endpoints } from '../../directives/contract.ts'
import { ActDialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Form.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { words } from '../words.ts'

/** Closes a directive with a conclusion, where the caller may. */
export function Closing({ directive }: { directive: z.infer<typeof DirectivePage> }) {
  const t = useWords(words)
  if (!directive.canClose) return null
  return (
    <ActDialog
      open={t('close')}
      title={t('closeTitle')}
      lead={t('closeLead')}
      endpoint={endpoints.closeDirective}
      fixed={{ directiveId: directive.id as never, version: directive.version }}
      said={t('closed')}
    >
      <Field name="conclusion" label={t('conclusion')}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} autoFocus />
      </Field>
    </ActDialog>
  )
}
