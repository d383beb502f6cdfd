/// <reference types="vite/client" />
import './coverage.css'
import { DownloadOutlined } from '@ant-design/icons'
import { useParams } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import type { z } from 'zod'
import { citationOf } from '../../directives/naming.ts'
import { ChangeNotice } from '../../dissemination/changes/screen/ChangeNotice.tsx'
import { addressOf } from '../../kernel/call.ts'
import { words as organisationWords } from '../../organisations/words.ts'
import { AddressTabs } from '../../ui/AddressTabs.tsx'
import { useRawAddress } from '../../ui/address.ts'
import { useAsk } from '../../ui/ask.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Answer } from '../../ui/Faults.tsx'
import { showCount, showShare } from '../../ui/numbers.ts'
import { Page } from '../../ui/Page.tsx'
import { useNarrow } from '../../ui/useNarrow.ts'
import { useWords } from '../../ui/useWords.tsx'
import { Looks, plansPlace } from '../plan/Looks.tsx'
import { BranchTab } from './BranchTab.tsx'
import { CellWords } from './CellWords.tsx'
import { ChainTab } from './ChainTab.tsx'
import { CoverBar, CoverLegend } from './CoverBar.tsx'
import { endpoints, PlanStanding } from './contract.ts'
import { IdleTab } from './IdleTab.tsx'
import { MatrixTab } from './MatrixTab.tsx'
import { PlanlessTab } from './PlanlessTab.tsx'
import { allOf, countedStates, coveredOf } from './rules.ts'
import { standings } from './standing.ts'
import { TaskTab } from './TaskTab.tsx'
import { words } from './words.ts'

type Coverage = z.infer<typeof endpoints.openCoverage.output>

/** Độ phủ: whether each task of a directive is answered by the plan of each body it lies on, in all and down to the words. */
export function CoveragePage() {
  const t = useWords(words)
  const { directiveId } = useParams({ from: '/directives/$directiveId/coverage' })
  const coverage = useAsk(endpoints.openCoverage, { directiveId: directiveId as never })
  const directive = coverage.data?.directive
  const isNarrow = useNarrow()
  const name = directive ? citationOf(directive) : t('directive')
  return (
    <Page
      title={t('coverage')}
      trail={[
        { label: t('directives'), place: { to: '/directives' } },
        { label: name, place: plansPlace(directiveId) },
      ]}
      description={isNarrow ? undefined : directive?.title}
      actions={
        <Button
          icon={<DownloadOutlined aria-hidden="true" />}
          href={addressOf(endpoints.exportCoverage, { directiveId: directiveId as never })}
          download
        >
          {t('export')}
        </Button>
      }
    >
      <ChangeNotice directiveId={directiveId} />
      <Looks directiveId={directiveId} now="cover" />
      <Answer of={coverage}>
        {(shown) =>
          allOf(shown.totals) === 0 ? (
            <Empty title={t('noCells')} advice={t('noCellsAdvice')} />
          ) : (
            <>
              {!shown.seesWhole && <Alert type="info" showIcon title={t('partial')} className="cover-partial" />}
              <Totals coverage={shown} />
              <AddressTabs
                items={[
                  { key: 'branches', label: t('byBranch'), children: <BranchTab directiveId={directiveId} /> },
                  { key: 'tasks', label: t('byTask'), children: <TaskTab directiveId={directiveId} tasks={shown.tasks} /> },
                  { key: 'matrix', label: t('matrixTab'), children: <MatrixTab directiveId={directiveId} /> },
                  { key: 'chains', label: t('chains'), children: <ChainTab directiveId={directiveId} /> },
                  { key: 'idle', label: t('idleTab'), children: <IdleTab directiveId={directiveId} /> },
                  { key: 'planless', label: t('planlessTab'), children: <PlanlessTab directiveId={directiveId} /> },
                ]}
              />
              <CellWords directiveId={directiveId} />
            </>
          )
        }
      </Answer>
    </Page>
  )
}

/** The numbers of the whole; on a telephone with the branches alone, so that what else is chosen begins within the first screen. */
function Totals({ coverage: { directive, totals, levels, plans, bodies } }: { coverage: Coverage }) {
  const t = useWords(words)
  const say = useWords(standings)
  const sayLevel = useWords(organisationWords)
  const [{ tab = 'branches' }] = useRawAddress()
  const isNarrow = useNarrow()
  const isWhole = !isNarrow || tab === 'branches'
  const counted = (
    <>
      {t('counted')} {totals.quoted > 0 && t('quotedMeans')}
    </>
  )
  const [covered, all] = [coveredOf(totals), allOf(totals)]
  const planned = countedStates.reduce((sum, state) => sum + (plans[state] ?? 0), 0)
  return (
    <section className="section" aria-label={t('coverage')}>
      <div className="cover-head">
        <div>
          <p className="cover-number">
            <strong>{showShare(covered, all)}</strong>
            <span>
              {t('coveredOf', { covered: showCount(covered), all: showCount(all) })}
              <span className="unseen"> {t('totalsObligations')}</span>
              {totals.quoted > 0 && `, ${t('quotedOf', { quoted: showCount(totals.quoted) })}`}
            </span>
          </p>
          <CoverBar cover={totals} />
          {(isWhole || tab === 'matrix') && <CoverLegend cover={totals} directiveId={directive.id} />}
        </div>
        <div hidden={!isWhole}>
          <dl className="cover-levels" aria-label={t('byLevel')}>
            {levels.map((level) => (
              <Level key={level.level} name={sayLevel(level.level)} cover={level} />
            ))}
          </dl>
          <ul className="cover-plans" aria-label={t('plansBy')}>
            <li>
              <strong>{t('totalsPlans', { planned, bodies })}</strong>
            </li>
            {PlanStanding.options
              .filter((state) => (plans[state] ?? 0) > 0)
              .map((state) => (
                <li key={state}>
                  {say(state)}: <strong>{plans[state]}</strong>
                </li>
              ))}
          </ul>
        </div>
      </div>
      {isNarrow ? (
        <details className="quiet" hidden={!isWhole}>
          <summary>{t('howCounted')}</summary>
          {counted}
        </details>
      ) : (
        <p className="quiet">{counted}</p>
      )}
    </section>
  )
}

function Level({ name, cover }: { name: string; cover: Coverage['totals'] }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <CoverBar cover={cover} />
      </dd>
    </>
  )
}
