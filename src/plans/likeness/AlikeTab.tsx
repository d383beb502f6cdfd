import { Alert } from 'antd'
import { useAsk } from '../../ui/ask.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { useColumns } from './columns.tsx'
import { endpoints } from './contract.ts'
import { pairPlace } from './places.ts'
import { leastWords } from './rules.ts'
import { words } from './words.ts'

/** The plans that one was held against, the most alike first. */
export function AlikeTab({ planId }: { planId: string }) {
  const t = useWords(words)
  const found = useAsk(endpoints.listPlanLikeness, { planId: planId as never })
  return (
    <>
      <p className="quiet likeness-how">{t('howCounted', { least: leastWords })}</p>
      {found.data?.isToCome && <Alert type="info" showIcon title={t('comparisonToCome')} className="alert-above" />}
      <DataTable
        label={t('likeness')}
        of={found}
        rows={(data) => data.rows}
        idOf={(row) => row.otherId}
        columns={useColumns(true)}
        open={(row) => pairPlace(row.planId, row.otherId)}
        empty={{ title: t('alikeNone'), advice: t('alikeNoneAdvice') }}
      />
    </>
  )
}
