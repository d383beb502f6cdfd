import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { z } from 'zod'
import { addressOf } from '../kernel/call.ts'
import { capital } from '../kernel/words.ts'
import { useAddress, usePaging, useRawAddress } from '../ui/address.ts'
import { useAsk, useDuty } from '../ui/ask.ts'
import { type Column, DataTable, type Filter } from '../ui/DataTable.tsx'
import { Page } from '../ui/Page.tsx'
import { clearing, FilterBar } from '../ui/table/FilterBar.tsx'
import { useLanguage, useWords } from '../ui/useWords.tsx'
import { AsOf, useAsOf } from './AsOf.tsx'
import { BodyTree } from './BodyTree.tsx'
import { endpoints, Level, type ListedBody } from './contract.ts'
import { useKindName } from './kindNames.tsx'
import { NewBodyDialog } from './NewBodyDialog.tsx'
import { words } from './words.ts'

type Line = z.infer<typeof ListedBody>
const Where = z.object({ words: z.string().optional(), level: Level.optional(), kind: z.string().optional() })

/** The tree of bodies as of a day, and the way to find some by their names, level or kind. */
export function BodiesPage() {
  const t = useWords(words)
  const { language } = useLanguage()
  const day = useAsOf()
  const isAdministrator = useDuty('administrator')
  const [where] = useAddress(Where)
  const [address, change] = useRawAddress()
  const kinds = useAsk(endpoints.listKinds, {})
  const filters: Filter<Line>[] = [
    { name: 'words', kind: 'words', label: t('searchBodies') },
    { name: 'level', kind: 'choice', label: t('level'), choices: Level.options.map((value) => ({ value, label: t(value) })) },
    {
      name: 'kind',
      kind: 'choice',
      label: t('kind'),
      choices: (kinds.data ?? []).map(({ key, name, english }) => ({ value: key, label: capital(language === 'vi' ? name : english) })),
    },
  ]
  return (
    <Page
      title={t('bodies')}
      description={t('bodiesLead')}
      actions={
        <>
          <AsOf />
          {isAdministrator && <NewBodyDialog />}
        </>
      }
    >
      <FilterBar filters={filters} address={address} change={change}>
        <Button icon={<DownloadOutlined aria-hidden="true" />} href={addressOf(endpoints.exportBodies, { ...where, ...day })} download>
          {t('export')}
        </Button>
      </FilterBar>
      {Object.values(where).some(Boolean) ? <Found where={where} clear={() => change(clearing(filters))} /> : <BodyTree />}
    </Page>
  )
}

function Found({ where, clear }: { where: z.infer<typeof Where>; clear: () => void }) {
  const t = useWords(words)
  const day = useAsOf()
  const kindName = useKindName()
  const paging = usePaging()
  const found = useAsk(endpoints.listBodies, { ...where, ...day, ...paging }, { keep: true })
  const columns: Column<Line>[] = [
    { key: 'name', title: t('body'), main: true, show: ({ name }) => name },
    { key: 'kind', title: t('kind'), width: 240, show: kindName },
    { key: 'level', title: t('level'), width: 150, show: ({ level }) => t(level) },
    { key: 'parent', title: t('parent'), width: 300, wideOnly: true, show: ({ parentName }) => parentName ?? '–' },
  ]
  return (
    <DataTable
      label={t('bodies')}
      of={found}
      rows={({ rows }) => rows}
      total={({ total }) => total}
      columns={columns}
      idOf={({ id }) => id}
      open={({ id }) => ({ to: '/bodies/$bodyId', params: { bodyId: id }, search: day })}
      empty={{ title: t('noneFound'), advice: t('noneFoundAdvice'), action: <Button onClick={clear}>{t('clear')}</Button> }}
    />
  )
}
