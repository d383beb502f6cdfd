import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form } from 'antd'
import type { ReactNode } from 'react'
import { Level, endpoints as organisations } from '../../organisations/contract.ts'
import { words as organisationWords } from '../../organisations/words.ts'
import { useAsk, useToday } from '../../ui/ask.ts'
import { BodyPicker } from '../../ui/BodyPicker.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { showCount } from '../../ui/numbers.ts'
import { useWords } from '../../ui/useWords.tsx'
import { words } from '../plan/words.ts'
import { Approver, endpoints, OrderPart } from './contract.ts'

type Part = { [K in keyof OrderPart]: OrderPart[K] | null }
type By = 'class' | 'level' | 'body'
type Props = { directiveId: string; value?: Part[]; onChange?: (parts: Part[]) => void; id?: string }

const fresh: Part & { by?: By } = { classId: null, bodyId: null, level: null, dueOn: null, approver: 'superior', form: 'kế hoạch' }

/** Lines of whom an order means, by when and approved by whom, with how many bodies that is today. */
export function PartsInput({ directiveId, value = [], onChange, id }: Props) {
  const t = useWords(words)
  const level = useWords(organisationWords)
  const today = useToday()
  const classes = useAsk(organisations.listClasses, {})
  const parts: (Part & { by?: By })[] = value.length > 0 ? value : [fresh]
  const byOf = (part: Part & { by?: By }): By => part.by ?? (part.bodyId ? 'body' : part.level ? 'level' : 'class')
  const set = (at: number, change: Partial<Part> & { by?: By }) => onChange?.(parts.map((part, i) => (i === at ? { ...part, ...change } : part)))
  return (
    <div id={id}>
      {parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place
        <div key={i} className="order-part">
          <Cell label={t('whom')}>
            <Choice
              aria-label={t('whom')}
              value={byOf(part)}
              options={[
                { value: 'class', label: t('byClass') },
                { value: 'level', label: t('byLevel') },
                { value: 'body', label: t('byBody') },
              ]}
              onChange={(by) => set(i, { by: by as By, classId: null, bodyId: null, level: null })}
            />
          </Cell>
          <Cell label={t(byWords[byOf(part)])} isWide>
            {byOf(part) === 'class' && (
              <Choice
                aria-label={t('byClass')}
                value={part.classId as never}
                options={(classes.data ?? []).filter(({ isOpen }) => !isOpen).map((one) => ({ value: one.id, label: one.name }))}
                onChange={(classId) => set(i, { classId: classId as never })}
              />
            )}
            {byOf(part) === 'level' && (
              <Choice
                aria-label={t('byLevel')}
                value={part.level as never}
                options={Level.options.map((one) => ({ value: one, label: level(one) }))}
                onChange={(one) => set(i, { level: one as Level })}
              />
            )}
            {byOf(part) === 'body' && (
              <BodyPicker label={t('byBody')} value={part.bodyId} onChange={(bodyId) => set(i, { bodyId: bodyId as never })} />
            )}
          </Cell>
          <Cell label={t('dueOn')}>
            <DayInput label={t('dueOn')} value={part.dueOn} least={today} onChange={(dueOn) => set(i, { dueOn })} />
          </Cell>
          <Cell label={t('form')}>
            <Choice
              aria-label={t('form')}
              value={part.form || 'kế hoạch'}
              options={[
                { value: 'kế hoạch', label: t('formPlan') },
                { value: 'chương trình hành động', label: t('formProgramme') },
              ]}
              onChange={(form) => set(i, { form })}
            />
          </Cell>
          <Cell label={t('approver')}>
            <Choice
              aria-label={t('approver')}
              value={part.approver ?? 'superior'}
              options={Approver.options.map((one) => ({ value: one, label: t(`approver-${one}`) }))}
              onChange={(approver) => set(i, { approver: approver as OrderPart['approver'] })}
            />
          </Cell>
          {parts.length > 1 && (
            <Button
              type="text"
              className="order-remove"
              aria-label={t('removePart', { row: i + 1 })}
              icon={<CloseOutlined aria-hidden="true" />}
              onClick={() => onChange?.(parts.filter((_, j) => j !== i))}
            />
          )}
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined aria-hidden="true" />} onClick={() => onChange?.([...parts, fresh])}>
        {t('addPart')}
      </Button>
      <Preview directiveId={directiveId} parts={parts} />
    </div>
  )
}

const byWords = { class: 'byClass', level: 'byLevel', body: 'byBody' } as const

/** One choice of a line under its name, which the choice itself says to who hears it. */
function Cell({ label, isWide = false, children }: { label: string; isWide?: boolean; children: ReactNode }) {
  return (
    <div className={isWide ? 'order-cell is-wide' : 'order-cell'}>
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  )
}

/** On how many bodies a plan would be laid, by level. */
function Preview({ directiveId, parts }: { directiveId: string; parts: readonly Part[] }) {
  const t = useWords(words)
  const level = useWords(organisationWords)
  const again = Form.useWatch('again') === true
  const whole = parts.flatMap((part) => OrderPart.safeParse(part).data ?? []).filter(({ classId, bodyId, level }) => classId || bodyId || level)
  const seen = useAsk(endpoints.previewPlanOrder, whole.length > 0 ? { directiveId: directiveId as never, parts: JSON.stringify(whole) } : null, {
    keep: true,
  })
  if (whole.length === 0 || !seen.data) return null
  const { bodies, levels, without, having } = seen.data
  const askedOf = (counted: { bodies: number; having: number }) => (again ? counted.bodies : counted.bodies - counted.having)
  const asked = askedOf({ bodies, having })
  const askedBy = levels.filter((one) => askedOf(one) > 0)
  const count = (value: number) => showCount(value)
  return (
    <div className="order-preview" role="status">
      {bodies === 0 && <p>{t('previewNone')}</p>}
      {asked > 0 && (
        <>
          <p>{t('preview', { bodies: count(asked) })}</p>
          <p className="quiet">{askedBy.map((one) => t('previewLevel', { level: level(one.level), bodies: count(askedOf(one)) })).join(' · ')}</p>
        </>
      )}
      {having > 0 && !again && <p className="is-having">{t('previewHaving', { count: count(having) })}</p>}
      {without > 0 && <p className="quiet">{t('previewWithout', { count: count(without) })}</p>}
    </div>
  )
}
