/// <reference types="vite/client" />
import './likeness.css'
import { useParams } from '@tanstack/react-router'
import { Alert, Button, Progress } from 'antd'
import { z } from 'zod'
import { citationOf } from '../../directives/naming.ts'
import { addressOf } from '../../kernel/call.ts'
import { BodyId } from '../../organisations/contract.ts'
import { useAddress, usePaging } from '../../ui/address.ts'
import { useAct, useAsk } from '../../ui/ask.ts'
import { type Column, DataTable, type Filter } from '../../ui/DataTable.tsx'
import { showDay } from '../../ui/days.ts'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { Looks, plansPlace } from '../plan/Looks.tsx'
import { useColumns } from './columns.tsx'
import { endpoints, type Likeness, Relation, type Run } from './contract.ts'
import { pairPlace } from './places.ts'
import { heavy, leastWords, marked } from './rules.ts'
import { words } from './words.ts'

const Where = z.object({
  words: z.string().optional(),
  relation: Relation.optional(),
  least: z.enum([String(heavy), String(marked)]).optional(),
  under: BodyId.optional(),
})

/** Kế hoạch giống nhau: each submitted plan with the one it is most like, and why; to look at, never a refusal. */
export function LikenessPage() {
  const t = useWords(words)
  const { directiveId } = useParams({ from: '/directives/$directiveId/likeness' })
  const [where] = useAddress(Where)
  const asked = { directiveId: directiveId as never, ...where, least: where.least === undefined ? undefined : Number(where.least) }
  const list = useAsk(endpoints.listLikeness, { ...asked, ...usePaging() }, { keep: true })
  const directive = list.data?.directive
  const columns: Column<Likeness>[] = [
    { key: 'body', title: t('body'), main: true, width: 220, show: (row) => row.bodyName },
    ...useColumns(false),
    { key: 'submitted', title: t('submittedOn'), width: 120, wideOnly: true, show: (row) => showDay(row.submittedOn) },
  ]
  return (
    <Page
      title={t('likeness')}
      trail={[
        { label: t('directives'), place: { to: '/directives' } },
        { label: directive ? citationOf(directive) : t('directive'), place: plansPlace(directiveId) },
      ]}
      description={t('likenessLead')}
      actions={list.data?.canCompare && <CompareAll directiveId={directiveId} run={list.data.run} />}
    >
      <Looks directiveId={directiveId} now="alike" />
      {list.data?.run && <Progressing run={list.data.run} />}
      <DataTable
        label={t('likeness')}
        of={list}
        rows={(answer) => answer.rows}
        total={(answer) => answer.total}
        idOf={(row) => row.planId}
        columns={columns}
        filters={useFilters()}
        views={false}
        open={(row) => pairPlace(row.planId, row.otherId)}
        exportTo={addressOf(endpoints.exportLikeness, asked)}
        empty={{ title: t('none'), advice: t('noneAdvice') }}
      />
      <p className="quiet likeness-how">{t('howCounted', { least: leastWords })}</p>
    </Page>
  )
}

const isOpen = (run: Run | null) => run?.state === 'waiting' || run?.state === 'running'

function CompareAll({ directiveId, run }: { directiveId: string; run: Run | null }) {
  const t = useWords(words)
  const { act, isActing } = useAct(endpoints.comparePlans, { said: t('begun') })
  return (
    <Button loading={isActing} disabled={isOpen(run)} onClick={() => act({ directiveId: directiveId as never })}>
      {t('compareAll')}
    </Button>
  )
}

/** How far the last comparison of all has got. */
function Progressing({ run }: { run: Run }) {
  const t = useWords(words)
  if (run.state === 'failed') return <Alert className="likeness-run" type="warning" showIcon title={t('failed')} />
  if (run.state === 'done') return <p className="quiet">{t('done', { day: showDay(run.askedAt.slice(0, 10)) })}</p>
  const said = run.state === 'waiting' ? t('waiting') : t('running', { done: run.done, total: run.total })
  return (
    <div className="likeness-run" role="status">
      <p>{said}</p>
      <Progress percent={run.total === 0 ? 0 : Math.floor((run.done * 100) / run.total)} aria-label={said} />
    </div>
  )
}

function useFilters(): Filter<Likeness>[] {
  const t = useWords(words)
  return [
    { name: 'words', label: t('filterWords'), kind: 'words' },
    { name: 'relation', label: t('filterRelation'), kind: 'choice', choices: Relation.options.map((value) => ({ value, label: t(value) })) },
    {
      name: 'least',
      label: t('filterLeast'),
      kind: 'choice',
      choices: [
        { value: String(heavy), label: t('leastHeavy', { score: heavy }) },
        { value: String(marked), label: t('leastMarked', { score: marked }) },
      ],
    },
    { name: 'under', label: t('filterUnder'), kind: 'body' },
  ]
}
