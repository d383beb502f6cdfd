import { Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { useToday } from '../../ui/ask.ts'
import { BodyPicker } from '../../ui/BodyPicker.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { showDay } from '../../ui/days.ts'
import { FilesInput } from '../../ui/Files.tsx'
import { Field } from '../../ui/Form.tsx'
import { NumberInput } from '../../ui/NumberInput.tsx'
import { EvidenceOffers } from '../../ui/sections.tsx'
import { TextLines } from '../../ui/TextLines.tsx'
import { useWords } from '../../ui/useWords.tsx'
import type { Event } from '../contract.ts'
import { SubordinatesInput } from './SubordinatesInput.tsx'
import type { Shown } from './shown.ts'
import { words } from './words.ts'

const area = <TextLines least={3} most={14} autoFocus />

const texts = {
  verify: 'verifyText',
  'send-back': 'sendBackText',
  'take-back': 'takeBackText',
  'give-again': 'giveAgainText',
  withdraw: 'withdrawText',
  'refuse-extension': 'refuseText',
} as const

/** What a step asks for. */
export function StepFields({ event, obligation }: { event: Event; obligation: Shown }) {
  const t = useWords(words)
  const today = useToday()
  switch (event) {
    case 'accept':
      return (
        <Field name="text" label={t('noteOptional')} hint={t('noteHint')}>
          {area}
        </Field>
      )
    case 'return':
      return (
        <Field name="text" label={t('reasonReturn')} hint={t('reasonReturnHint')}>
          {area}
        </Field>
      )
    case 'progress':
      return <ProgressFields obligation={obligation} />
    case 'report':
      return <ReportFields obligation={obligation} />
    case 'hand-down':
      return (
        <>
          <Field name="bodyIds" label={t('handDownBodies')}>
            <SubordinatesInput bodyId={obligation.bodyId} bodyName={obligation.bodyName} held={obligation.children.map((child) => child.bodyId)} />
          </Field>
          <Field
            name="until"
            label={t('handDownDue')}
            hint={obligation.finalDue ? t('handDownDueHint', { day: showDay(obligation.finalDue) }) : t('handDownDueFree')}
          >
            <DayInput least={today} most={obligation.finalDue ?? undefined} />
          </Field>
          <Field name="text" label={t('handDownText')}>
            <TextLines least={3} most={14} />
          </Field>
        </>
      )
    case 'give-on':
      return (
        <>
          <Field name="bodyIds" label={t('giveOnBody')}>
            <OneBody />
          </Field>
          <Field name="text" label={t('giveOnText')}>
            <TextLines least={3} most={14} />
          </Field>
        </>
      )
    case 'ask-extension':
    case 'grant-extension':
      return (
        <>
          <Field
            name="until"
            label={t(event === 'ask-extension' ? 'askedDay' : 'grantedDay')}
            hint={obligation.nextDue ? t('dueNow', { day: showDay(obligation.nextDue) }) : undefined}
          >
            <DayInput least={obligation.nextDue ?? today} />
          </Field>
          <Field name="text" label={t(event === 'ask-extension' ? 'askText' : 'grantText')}>
            <TextLines least={3} most={14} />
          </Field>
        </>
      )
    case 'opinion':
      return (
        <>
          <Field name="text" label={t('opinionText')}>
            {area}
          </Field>
          <Field name="fileIds" label={t('files')}>
            <FilesInput />
          </Field>
        </>
      )
    default:
      return (
        <Field name="text" label={t(texts[event])}>
          {area}
        </Field>
      )
  }
}

/** One body, as the list of one that a step takes. */
function OneBody({ value = [], onChange, id }: { value?: string[]; onChange?: (bodyIds: string[]) => void; id?: string }) {
  return <BodyPicker value={value[0] ?? null} onChange={(body) => onChange?.(body ? [body] : [])} {...(id ? { id } : {})} />
}

function ReportFields({ obligation }: { obligation: Shown }) {
  const t = useWords(words)
  const form = Form.useFormInstance<{ text?: string }>()
  const [given, setGiven] = useState<readonly File[]>()
  const take = (said: string, files: readonly File[]) => {
    form.setFieldValue('text', [form.getFieldValue('text'), said].filter(Boolean).join('\n'))
    setGiven(files)
  }
  return (
    <>
      <Field name="text" label={t('reportText')} hint={t('reportHint', { verifier: obligation.verifierName })}>
        {area}
      </Field>
      <EvidenceOffers directiveId={obligation.directiveId} bodyId={obligation.bodyId} text={obligation.text} take={take} />
      <Field name="fileIds" label={t('evidenceFiles')}>
        <FilesInput given={given} />
      </Field>
    </>
  )
}

function ProgressFields({ obligation }: { obligation: Shown }) {
  const t = useWords(words)
  const ahead = obligation.milestones.filter(({ due, reachedOn }) => due !== null && reachedOn === null)
  return (
    <>
      <Field name="text" label={t('progressText')}>
        {area}
      </Field>
      <div className="fields-row">
        <Field name="percent" label={t('percent')}>
          <NumberInput whole />
        </Field>
        <Field name="figure" label={t('figure')}>
          <NumberInput />
        </Field>
        <Field name="unit" label={t('unit')}>
          <Input placeholder={t('unitHint')} maxLength={60} />
        </Field>
      </div>
      {ahead.length > 0 && (
        <Field name="milestoneIds" label={t('milestonesReached')}>
          <Checkbox.Group
            className="checks"
            options={ahead.map(({ id, due, worded, what }) => ({
              value: id,
              label: `${[`«${worded}»`, what].filter(Boolean).join(' ')} (${showDay(due)})`,
            }))}
          />
        </Field>
      )}
      <Field name="fileIds" label={t('files')}>
        <FilesInput />
      </Field>
    </>
  )
}
