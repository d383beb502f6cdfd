import { usePaging } from '../../ui/address.ts'
import { useAsk } from '../../ui/ask.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { itemPlace } from '../plan/places.ts'
import { ItemFacts } from './CellWords.tsx'
import { type CoverageItem, endpoints } from './contract.ts'
import { standings } from './standing.ts'
import { words } from './words.ts'

/** Items that serve no task. */
export function IdleTab({ directiveId }: { directiveId: string }) {
  const t = useWords(words)
  const say = useWords(standings)
  const paging = usePaging(25, 'idle')
  const items = useAsk(endpoints.listIdleItems, { directiveId: directiveId as never, ...paging }, { keep: true })
  const columns: Column<CoverageItem>[] = [
    { key: 'text', title: t('item'), main: true, show: (row) => row.text },
    { key: 'facts', title: t('lead'), width: 320, show: (row) => <ItemFacts item={row} /> },
    { key: 'body', title: t('body'), width: 240, show: (row) => row.bodyName },
    { key: 'plan', title: t('plan'), width: 150, show: (row) => say(row.planState) },
  ]
  return (
    <>
      <p className="tab-lead">{t('idleLead')}</p>
      <DataTable
        label={t('idle')}
        name="idle"
        of={items}
        rows={(answer) => answer.rows}
        total={(answer) => answer.total}
        idOf={(row) => row.id}
        columns={columns}
        open={(row) => itemPlace(row.planId, row.id)}
        empty={{ title: t('idleNone') }}
      />
    </>
  )
}
