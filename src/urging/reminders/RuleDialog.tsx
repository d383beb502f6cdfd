import { Checkbox, Input, Select } from 'antd'
import { Level } from '../../organisations/contract.ts'
import { words as levels } from '../../organisations/words.ts'
import { Choice } from '../../ui/Choice.tsx'
import { ActDialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Form.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { DueKind } from '../contract.ts'
import { words } from '../notices/words.ts'
import { words as kinds } from '../words.ts'
import { endpoints, type ReminderRule } from './contract.ts'

type Props = { rule: ReminderRule } | { canSetForAll: boolean; directives: readonly { id: string; title: string }[] }

const every = 'every'
const written = (days: readonly number[]) => days.join(', ')
const read = (days: unknown) =>
  String(days ?? '')
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number)

/** Sets a rule from today on: a new one, or another in the place of one in force. */
export function RuleDialog(props: Props) {
  const t = useWords(words)
  const say = useWords(kinds)
  const sayLevel = useWords(levels)
  const isNew = !('rule' in props)
  const first = isNew ? undefined : props.rule
  const fixed = first && { kind: first.kind, directiveId: first.directiveId as never, level: first.level }
  const start = {
    directiveId: (isNew && !props.canSetForAll ? props.directives[0]?.id : every) as never,
    level: every as never,
    kind: 'milestone' as const,
    daysBefore: written(first?.daysBefore ?? [7, 1]) as never,
    daysAfter: written(first?.daysAfter ?? [1, 7, 14]) as never,
    byEmail: first?.byEmail ?? true,
  }
  const orNull = (value: unknown) => (value === every ? null : value)
  return (
    <ActDialog
      open={t(isNew ? 'setRule' : 'changeRule')}
      title={first ? t('changeRuleOf', { kind: say(first.kind) }) : t('setRule')}
      submit={t('save')}
      button={isNew ? { type: 'primary' } : { size: 'small', 'aria-label': t('changeRuleOf', { kind: say(first?.kind ?? 'milestone') }) }}
      endpoint={endpoints.setReminderRule}
      start={start}
      {...(fixed ? { fixed } : {})}
      shape={(values) => ({
        ...values,
        ...(isNew ? { directiveId: orNull(values.directiveId), level: orNull(values.level) } : {}),
        daysBefore: read(values.daysBefore),
        daysAfter: read(values.daysAfter),
      })}
      said={t('ruleSet')}
    >
      {isNew && (
        <>
          <Field name="kind" label={t('forKind')}>
            <Select options={DueKind.options.map((value) => ({ value, label: `${say(value)} (${t(`counts-${value}`)})` }))} />
          </Field>
          <Field name="directiveId" label={t('forDirective')} isExpected>
            <Choice
              options={[
                ...(props.canSetForAll ? [{ value: every, label: t('everyDirective') }] : []),
                ...props.directives.map(({ id, title }) => ({ value: id, label: title })),
              ]}
            />
          </Field>
          <Field name="level" label={t('forLevel')} isExpected>
            <Select
              options={[
                { value: every as string, label: t('everyLevel') },
                ...Level.options.map((value) => ({ value: value as string, label: sayLevel(value) })),
              ]}
            />
          </Field>
        </>
      )}
      <Field name="daysBefore" label={t('before')} hint={t('daysHint')}>
        <Input inputMode="numeric" />
      </Field>
      <Field name="daysAfter" label={t('after')}>
        <Input inputMode="numeric" />
      </Field>
      <Field name="byEmail" label={t('alsoMail')} valuePropName="checked">
        <Checkbox>{t('alsoMail')}</Checkbox>
      </Field>
    </ActDialog>
  )
}
