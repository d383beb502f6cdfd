import { z } from 'zod'
import { addressOf } from '../kernel/call.ts'
import { many } from '../kernel/endpoint.ts'
import { useAddress, usePaging } from '../ui/address.ts'
import { useAsk, useDuty } from '../ui/ask.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { showDay } from '../ui/days.ts'
import { PlaceLink } from '../ui/links.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../ui/useWords.tsx'
import { endpoints, type UrgingLine, UrgingSort, UrgingState } from './contract.ts'
import { urgingPlace } from './urgings/places.ts'
import { UrgingStateTag } from './urgings/UrgingStateTag.tsx'
import { words } from './urgings/words.ts'

const sides = ['sent', 'received', 'superior'] as const
const Where = z.object({ side: z.enum(sides).optional(), states: many(UrgingState), bodyId: z.uuid().optional() })
const Order = z.object({ sort: UrgingSort.optional() })

/** The urgings the caller may see: sent, received, brought before them as superior. */
export function UrgingsPage() {
  const t = useWords(words)
  const maySetRules = useDuty('administrator', 'clerk', 'leader')
  const [where] = useAddress(Where)
  const [{ sort }] = useAddress(Order)
  const paging = usePaging()
  const urgings = useAsk(endpoints.listUrgings, { ...where, bodyId: where.bodyId as never, sort, ...paging }, { keep: true })
  const columns: Column<UrgingLine>[] = [
    {
      key: 'body',
      title: t('body'),
      main: true,
      sort: true,
      show: ({ bodyName, isSecret }) => (isSecret ? `${bodyName} (${t('secret')})` : bodyName),
    },
    { key: 'urger', title: t('urger'), sort: true, show: ({ urgerName }) => urgerName },
    { key: 'kind', title: t('kind'), width: 150, sort: true, show: ({ kind }) => t(`kind-${kind}`) },
    { key: 'number', title: t('letterNumber'), width: 130, wideOnly: true, show: ({ number }) => number || <span className="quiet">–</span> },
    { key: 'things', title: t('things'), width: 130, show: ({ owed, things }) => t('owedOf', { owed, things }) },
    { key: 'urgedOn', title: t('urgedOn'), width: 130, sort: true, wideOnly: true, show: ({ urgedOn }) => showDay(urgedOn) },
    { key: 'answerBy', title: t('answerBy'), width: 130, sort: true, show: ({ answerBy }) => showDay(answerBy) },
    { key: 'state', title: t('state'), width: 170, sort: true, show: ({ state }) => <UrgingStateTag state={state} /> },
  ]
  return (
    <Page
      title={t('urgings')}
      description={t('urgingsLead')}
      actions={maySetRules && <PlaceLink place={{ to: '/reminders' }}>{t('rules')}</PlaceLink>}
    >
      <DataTable
        label={t('urgings')}
        of={urgings}
        rows={({ rows }) => rows}
        total={({ total }) => total}
        idOf={({ id }) => id}
        columns={columns}
        open={({ id }) => urgingPlace(id)}
        exportTo={addressOf(endpoints.exportUrgings, { ...where, bodyId: where.bodyId as never, sort })}
        filters={[
          { name: 'side', label: t('side'), kind: 'choice', choices: sides.map((value) => ({ value, label: t(value) })) },
          {
            name: 'states',
            label: t('state'),
            kind: 'choice',
            several: true,
            choices: UrgingState.options.map((value) => ({ value, label: t(value) })),
          },
          { name: 'bodyId', label: t('body'), kind: 'body' },
        ]}
        empty={{ title: t('none'), advice: t('noneAdvice') }}
      />
    </Page>
  )
}
