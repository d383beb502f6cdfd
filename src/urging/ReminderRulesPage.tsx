import { Button, Popconfirm, Space } from 'antd'
import { words as levels } from '../organisations/words.ts'
import { useAct, useAsk } from '../ui/ask.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { showDay } from '../ui/days.ts'
import { Page, Section } from '../ui/Page.tsx'
import { useWords } from '../ui/useWords.tsx'
import { DueKind } from './contract.ts'
import { words } from './notices/words.ts'
import { endpoints, type ReminderRule } from './reminders/contract.ts'
import { DaysOff } from './reminders/DaysOff.tsx'
import { RuleDialog } from './reminders/RuleDialog.tsx'
import { words as kinds } from './words.ts'

/** For administrators and standing bodies: on which days who owes something is reminded, and which days are off. */
export function ReminderRulesPage() {
  const t = useWords(words)
  const say = useWords(kinds)
  const sayLevel = useWords(levels)
  const found = useAsk(endpoints.listReminderRules, {})
  const { act: end } = useAct(endpoints.endReminderRule, { said: t('ruleEnded') })
  const days = (some: readonly number[]) => (some.length ? some.join(', ') : <span className="quiet">–</span>)
  const columns: Column<ReminderRule>[] = [
    {
      key: 'kind',
      title: t('forKind'),
      main: true,
      show: ({ kind }) => (
        <>
          {say(kind)}
          <div className="quiet">{t(`counts-${kind}`)}</div>
        </>
      ),
    },
    {
      key: 'directive',
      title: t('forDirective'),
      width: 280,
      show: ({ directiveTitle }) => directiveTitle ?? <span className="quiet">{t('everyDirective')}</span>,
    },
    {
      key: 'level',
      title: t('forLevel'),
      width: 120,
      show: ({ level }) => (level ? sayLevel(level) : <span className="quiet">{t('everyLevel')}</span>),
    },
    {
      key: 'before',
      title: t('before'),
      width: 110,
      show: ({ daysBefore, daysAfter }) => (daysBefore.length + daysAfter.length ? days(daysBefore) : t('never')),
    },
    { key: 'after', title: t('after'), width: 120, show: ({ daysAfter }) => days(daysAfter) },
    { key: 'mail', title: t('alsoMail'), width: 90, show: ({ byEmail }) => t(byEmail ? 'yes' : 'notMailed') },
    { key: 'from', title: t('from'), width: 120, show: ({ from }) => (from ? showDay(from) : <span className="quiet">{t('atStart')}</span>) },
  ]
  const mayset = found.data && (found.data.canSetForAll || found.data.directives.length > 0)
  return (
    <Page
      title={t('rules')}
      description={t('rulesLead')}
      actions={mayset && <RuleDialog canSetForAll={found.data.canSetForAll} directives={found.data.directives} />}
    >
      <Section title={t('rulesTable')}>
        <DataTable
          label={t('rulesTable')}
          of={found}
          rows={({ rules }) => rules}
          columns={columns}
          idOf={({ id }) => id}
          pageSize={100}
          filters={[
            {
              name: 'kind',
              label: t('forKind'),
              kind: 'choice',
              choices: DueKind.options.map((value) => ({ value, label: say(value) })),
              match: ({ kind }, [sought]) => kind === sought,
            },
          ]}
          views={false}
          actions={(rule) =>
            rule.canSet && (
              <Space>
                <RuleDialog rule={rule} />
                {(rule.directiveId || rule.level) && (
                  <Popconfirm title={t('endRuleSure')} okText={t('endRule')} cancelText={t('no')} onConfirm={() => end({ ruleId: rule.id as never })}>
                    <Button size="small" type="text" aria-label={t('endRuleOf', { kind: say(rule.kind) })}>
                      {t('endRule')}
                    </Button>
                  </Popconfirm>
                )}
              </Space>
            )
          }
          empty={{ title: t('rulesNone') }}
        />
      </Section>
      <DaysOff />
    </Page>
  )
}
