import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { z } from 'zod'
import { many } from '../kernel/endpoint.ts'
import { useAddress, usePaging, writeAddress } from '../ui/address.ts'
import { useAsk, useDuty } from '../ui/ask.ts'
import { type Column, DataTable, type Filter } from '../ui/DataTable.tsx'
import { showDay } from '../ui/days.ts'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../ui/useWords.tsx'
import { type DirectiveLine, DirectiveState, endpoints } from './contract.ts'
import { DirectiveStateTag } from './DirectiveFacts.tsx'
import { exportAddress, placeOf } from './places.ts'
import { words } from './words.ts'

const Where = z.object({ words: z.string().optional(), states: many(DirectiveState) })

/** The directives the reader may see, newest first. */
export function DirectivesPage() {
  const t = useWords(words)
  const mayRead = useDuty('clerk', 'leader')
  const [where] = useAddress(Where)
  const directives = useAsk(endpoints.listDirectives, { ...where, ...usePaging() }, { keep: true })
  const filters: Filter<DirectiveLine>[] = [
    { kind: 'words', name: 'words', label: t('search') },
    {
      kind: 'choice',
      name: 'states',
      label: t('state'),
      several: true,
      choices: DirectiveState.options.map((value) => ({ value, label: t(value) })),
    },
  ]
  return (
    <Page title={t('directives')} description={t('directivesLead')} actions={mayRead && <ReadNew />}>
      <DataTable
        label={t('directives')}
        of={directives}
        rows={({ rows }) => rows}
        total={({ total }) => total}
        idOf={({ id }) => id}
        columns={useColumns()}
        filters={filters}
        open={placeOf}
        exportTo={`${exportAddress}${writeAddress({ words: where.words, states: where.states })}`}
        empty={{ title: t('noneYet'), advice: t('noneYetAdvice'), action: mayRead && <ReadNew /> }}
      />
    </Page>
  )
}

function useColumns(): Column<DirectiveLine>[] {
  const t = useWords(words)
  return [
    {
      key: 'kind',
      title: t('kindAndNumber'),
      width: 112,
      show: ({ kind, number }) => (
        <>
          {kind}
          <div className="quiet">{number ?? '–'}</div>
        </>
      ),
    },
    { key: 'title', title: t('title'), main: true, show: ({ title, secrecy }) => (secrecy === 'none' ? title : `${title} (${t(secrecy)})`) },
    { key: 'issuer', title: t('issuer'), width: 140, show: ({ issuerName }) => issuerName || t('unknown') },
    { key: 'issuedOn', title: t('issuedOn'), width: 112, show: ({ issuedOn }) => showDay(issuedOn) },
    { key: 'effectiveOn', title: t('effectiveOn'), width: 112, wideOnly: true, show: ({ effectiveOn }) => showDay(effectiveOn) },
    { key: 'standing', title: t('standing'), width: 150, show: ({ standingName }) => standingName ?? '–' },
    { key: 'state', title: t('state'), width: 130, show: (directive) => <DirectiveStateTag directive={directive} /> },
  ]
}

function ReadNew() {
  const t = useWords(words)
  const navigate = useNavigate()
  return (
    <Button type="primary" onClick={() => void navigate({ to: '/directives/new' })}>
      {t('readNew')}
    </Button>
  )
}
