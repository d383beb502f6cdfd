import { Form, Input, Radio, Select } from 'antd'
import type { z } from 'zod'
import type { DirectivePage } from '../../directives/contract.ts'
import { capital } from '../../kernel/words.ts'
import { Level, endpoints as organisations } from '../../organisations/contract.ts'
import { words as organisationWords } from '../../organisations/words.ts'
import { useAsk, useToday } from '../../ui/ask.ts'
import { Choice } from '../../ui/Choice.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { ActDialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Form.tsx'
import { contains } from '../../ui/table/columns.ts'
import { useLanguage, useWords } from '../../ui/useWords.tsx'
import { endpoints, Way } from '../contract.ts'
import { words } from '../screen/words.ts'
import { words as stateWords } from '../words.ts'
import { Expected } from './Expected.tsx'

type Directive = z.infer<typeof DirectivePage>

/** Sends a directive out: how, down to where and by when, while whom it reaches is shown beside. */
export function StartDialog({ directive }: { directive: Directive }) {
  const t = useWords(words)
  return (
    <ActDialog
      open={t('start')}
      title={t('startTitle')}
      button={{ type: 'primary' }}
      endpoint={endpoints.startDissemination}
      fixed={{ directiveId: directive.id as never }}
      start={{ way: 'level-by-level', downTo: null, kinds: [], receiveBy: null, studyBy: null, note: '' }}
      shape={(values) => ({ ...values, downTo: values.downTo ?? null, kinds: values.kinds ?? [] })}
      said={t('started')}
    >
      <StartFields directive={directive} />
    </ActDialog>
  )
}

function StartFields({ directive }: { directive: Directive }) {
  const t = useWords(words)
  const say = useWords(stateWords)
  const sayLevel = useWords(organisationWords)
  const { language } = useLanguage()
  const today = useToday()
  const isSecret = directive.secrecy !== 'none'
  const downTo = (Form.useWatch('downTo') as Level | null | undefined) ?? undefined
  const kinds = (Form.useWatch('kinds') as string[] | undefined) ?? []
  const all = useAsk(organisations.listKinds, {})
  return (
    <>
      <Field name="way" label={t('way')}>
        <Radio.Group className="checks" options={Way.options.map((value) => ({ value, label: say(value) }))} />
      </Field>
      {isSecret ? (
        <p className="quiet">{t('secretNote')}</p>
      ) : (
        <>
          <Field name="downTo" label={t('downTo')} hint={t('downToHint')}>
            <Choice allowClear options={Level.options.map((value) => ({ value, label: sayLevel(value) }))} />
          </Field>
          {downTo && (
            <Field name="kinds" label={t('kinds')} hint={t('kindsHint')}>
              <Select
                mode="multiple"
                allowClear
                loading={all.isPending}
                showSearch={{ filterOption: (sought: string, option) => contains(String(option?.label ?? ''), sought) }}
                options={(all.data ?? []).map(({ key, name, english }) => ({ value: key, label: capital(language === 'vi' ? name : english) }))}
              />
            </Field>
          )}
        </>
      )}
      <div className="fields-pair">
        <Field name="receiveBy" label={t('receiveBy')}>
          <DayInput least={today} />
        </Field>
        <Field name="studyBy" label={t('studyBy')}>
          <DayInput least={today} />
        </Field>
      </div>
      <Field name="note" label={t('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Field>
      <Expected directiveId={directive.id} downTo={isSecret ? undefined : downTo} kinds={kinds} />
    </>
  )
}
