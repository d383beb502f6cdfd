/// <reference types="vite/client" />
import './overview.css'
import './work/work.css'
import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { z } from 'zod'
import { addressOf } from '../kernel/call.ts'
import { useAddress, usePaging } from '../ui/address.ts'
import { useAsk, useDuty } from '../ui/ask.ts'
import { Empty } from '../ui/Empty.tsx'
import { Answer } from '../ui/Faults.tsx'
import { PlaceLink } from '../ui/links.tsx'
import { Page } from '../ui/Page.tsx'
import { Foot } from '../ui/table/Foot.tsx'
import { SavedViews } from '../ui/table/SavedViews.tsx'
import { useWords } from '../ui/useWords.tsx'
import { endpoints, WorkKind } from './contract.ts'
import { words } from './words.ts'
import { WorkList } from './work/WorkList.tsx'

const Where = z.object({ kind: WorkKind.optional(), page: z.string().optional() })
const pageSize = 200

/** Việc của tôi: what waits for the post acted in, by date, each with the one thing to do next. */
export function MyWorkPage() {
  const t = useWords(words)
  const [{ kind }, change] = useAddress(Where)
  const paging = usePaging(pageSize)
  const work = useAsk(endpoints.listMyWork, { kind, ...paging }, { keep: true })
  const all = Object.values(work.data?.counts ?? {}).reduce((sum, count) => sum + count, 0)
  const overdue = work.data?.overdue ?? 0
  return (
    <Page title={t('myWork')} description={work.data && all > 0 ? t(overdue > 0 ? 'myWorkLead' : 'myWorkCalm', { total: all, overdue }) : undefined}>
      <Answer of={work}>
        {({ counts, total, rows }) => (
          <>
            {all > 0 && (
              <div className="filters">
                <Kinds counts={counts} all={all} chosen={kind} choose={(next) => change({ kind: next ?? null, page: null })} />
                <div className="filters-end">
                  <SavedViews />
                  <Button icon={<DownloadOutlined aria-hidden="true" />} href={addressOf(endpoints.exportMyWork, {})} download>
                    {t('exportAll')}
                  </Button>
                </div>
              </div>
            )}
            {rows.length === 0 ? <Nothing isFiltered={kind !== undefined && all > 0} /> : <WorkList rows={rows} />}
            <Foot
              page={paging.offset / pageSize + 1}
              pageSize={pageSize}
              total={total}
              turn={(page) => change({ page: page === 1 ? null : String(page) })}
            />
          </>
        )}
      </Answer>
    </Page>
  )
}

type KindsProps = { counts: Record<WorkKind, number>; all: number; chosen: WorkKind | undefined; choose: (kind: WorkKind | undefined) => void }

function Kinds({ counts, all, chosen, choose }: KindsProps) {
  const t = useWords(words)
  const offered = WorkKind.options.filter((kind) => counts[kind] > 0 || kind === chosen)
  return (
    <fieldset className="kinds">
      <legend className="unseen">{t('kinds')}</legend>
      <button type="button" aria-pressed={chosen === undefined} onClick={() => choose(undefined)}>
        {t('allKinds')} <span className="kinds-count">{all}</span>
      </button>
      {offered.map((kind) => (
        <button key={kind} type="button" aria-pressed={chosen === kind} onClick={() => choose(kind)}>
          {t(`kind-${kind}`)} <span className="kinds-count">{counts[kind]}</span>
        </button>
      ))}
    </fieldset>
  )
}

const elsewhere = [
  { to: '/bodies', word: 'keepBodies' },
  { to: '/classes', word: 'keepClasses' },
  { to: '/people', word: 'keepPeople' },
  { to: '/directives', word: 'directives' },
] as const

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const t = useWords(words)
  const isAdministrator = useDuty('administrator')
  if (isFiltered)
    return (
      <Empty
        title={t('nothingOfKind')}
        advice={t('nothingOfKindAdvice')}
        action={<PlaceLink place={{ to: '/', search: {} }}>{t('seeAll')}</PlaceLink>}
      />
    )
  if (isAdministrator)
    return (
      <>
        <Empty title={t('nothingWaits')} advice={t('forAdministrators')} />
        <ul className="work-elsewhere">
          {elsewhere.map(({ to, word }) => (
            <li key={to}>
              <PlaceLink place={{ to }}>{t(word)}</PlaceLink>
            </li>
          ))}
        </ul>
      </>
    )
  return (
    <Empty
      title={t('nothingWaits')}
      advice={t('nothingWaitsAdvice')}
      action={<PlaceLink place={{ to: '/obligations' }}>{t('seeObligations')}</PlaceLink>}
    />
  )
}
