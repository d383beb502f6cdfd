import { Button, Input } from 'antd'
import type { z } from 'zod'
import { type DirectivePage, endpoints } from '../../directives/contract.ts'
import { useAsk } from '../../ui/ask.ts'
import { ActDialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Form.tsx'
import { showCount } from '../../ui/numbers.ts'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints as overview } from '../contract.ts'
import { words } from '../words.ts'

/** Closes a directive with a conclusion, where the caller may; while anything is open, says how much. */
export function Closing({ directive }: { directive: z.infer<typeof DirectivePage> }) {
  const t = useWords(words)
  const totals = useAsk(overview.openBoard, { directiveId: directive.id as never }).data?.totals
  const open = totals ? totals.openInTime + totals.openOverdue : 0
  if (!totals || open > 0) {
    return (
      <span className="closing-waits">
        <Button disabled aria-describedby="closing-waits">
          {t('close')}
        </Button>
        <small id="closing-waits">{totals && t('closeWaits', { count: showCount(open) })}</small>
      </span>
    )
  }
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
