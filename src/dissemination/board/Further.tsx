import { BodiesPicker } from '../../ui/BodyPicker.tsx'
import { ActDialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Form.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints } from '../contract.ts'
import { words } from '../screen/words.ts'

/** The sender sends a directive to more bodies. */
export function Further({ directiveId }: { directiveId: string }) {
  const t = useWords(words)
  return (
    <ActDialog
      open={t('further')}
      title={t('furtherTitle')}
      endpoint={endpoints.sendFurther}
      fixed={{ directiveId: directiveId as never }}
      said={t('sentFurther')}
    >
      <Field name="bodyIds" label={t('bodies')}>
        <BodiesPicker />
      </Field>
    </ActDialog>
  )
}
