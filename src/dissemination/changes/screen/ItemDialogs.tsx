/// <reference types="vite/client" />
import { usePlace } from '../../../directives/usePlace.ts'
import '../../../directives/directives.css'
import '../../../tasks/review/desk.css'
import { type ButtonProps, Input } from 'antd'
import { MilestonesInput } from '../../../tasks/review/MilestonesInput.tsx'
import { BodiesPicker } from '../../../ui/BodyPicker.tsx'
import { ActDialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Form.tsx'
import { useWords } from '../../../ui/useWords.tsx'
import { type ChangedMilestone, type DirectiveChange, endpoints } from '../contract.ts'
import { type GivenItem, itemsWith, keptWith } from './drafting.ts'
import { words } from './words.ts'

type Start = { taskId: string | null; address: string; text: string; product: string; milestones: ChangedMilestone[]; bodyIds: string[] }
type Props = {
  directiveId: string
  draft: DirectiveChange
  /** The place of the item it corrects; none yet for another one. */
  at: number | null
  start: Start
  button?: ButtonProps
}

/** Says anew what a task says, or corrects what the draft makes of it; puts it into the draft. */
export function AmendItem({ directiveId, draft, at, start, button }: Props) {
  const sayPlace = usePlace()
  const t = useWords(words)
  const isNew = start.taskId === null
  const open = isNew && at === null ? t('addTask') : t('amend')
  return (
    <ActDialog
      open={open}
      title={isNew ? t('addTask') : t('amendTask', { address: sayPlace(start.address) })}
      submit={t('save')}
      button={{
        ...button,
        ...(isNew && at === null ? {} : { 'aria-label': t('amendTask', { address: sayPlace(start.address) || start.text.slice(0, 40) }) }),
      }}
      endpoint={endpoints.draftChange}
      start={start as never}
      shape={(values) => {
        const item = {
          kind: isNew ? 'add' : 'amend',
          taskId: start.taskId,
          text: values.text ?? '',
          product: values.product ?? '',
          milestones: values.milestones ?? [],
          bodyIds: values.bodyIds ?? [],
        }
        return keptWith(directiveId, draft, itemsWith(draft, at, item as GivenItem))
      }}
      draftKey={`change.${draft.id}.${at ?? start.taskId ?? 'new'}`}
      said={t('saved')}
    >
      <Field name="text" label={t('textOf')} isExpected>
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 14 }} />
      </Field>
      {isNew && (
        <Field name="bodyIds" label={t('leads')} isExpected>
          <BodiesPicker />
        </Field>
      )}
      <Field name="milestones" label={t('milestones')}>
        <MilestonesInput />
      </Field>
      <Field name="product" label={t('product')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} />
      </Field>
    </ActDialog>
  )
}
