/// <reference types="vite/client" />
import './coverage.css'
import { CheckCircleFilled, CopyOutlined, EditOutlined, FileDoneOutlined, MinusCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { PlaceLink } from '../../ui/links.tsx'
import { showCount } from '../../ui/numbers.ts'
import { useWords } from '../../ui/useWords.tsx'
import { CellState, type Cover } from './contract.ts'
import { coveragePlace } from './places.ts'
import { allOf, coveredOf } from './rules.ts'
import { words } from './words.ts'

/** The sign of each state of a cell. */
export const cellIcons: Record<CellState, ReactNode> = {
  answered: <CheckCircleFilled />,
  quoted: <CopyOutlined />,
  reasoned: <FileDoneOutlined />,
  drafted: <EditOutlined />,
  asked: <QuestionCircleOutlined />,
  open: <MinusCircleOutlined />,
}

/** A thin bar of the six counts with "N trên M đã phủ". */
export function CoverBar({ cover }: { cover: Cover }) {
  const t = useWords(words)
  const [covered, all] = [coveredOf(cover), allOf(cover)]
  const spoken = CellState.options.filter((state) => cover[state] > 0).map((state) => `${t(state)}: ${cover[state]}`)
  return (
    <div className="standing-bar-row">
      <div className="standing-bar-track" role="img" aria-label={[t('coveredOf', { covered, all }), ...spoken].join('; ')} title={spoken.join('\n')}>
        {CellState.options.map(
          (state) => cover[state] > 0 && <span key={state} className={`is-cover-${state}`} style={{ flexGrow: cover[state] }} />,
        )}
      </div>
      <span className="standing-bar-count">
        {showCount(covered)} / {showCount(all)}
      </span>
    </div>
  )
}

/** What the colours and signs mean, with how many there are of each: those lead to the bodies of which they are. */
export function CoverLegend({ cover, directiveId }: { cover: Cover; directiveId: string }) {
  const t = useWords(words)
  return (
    <ul className="matrix-legend" aria-label={t('legend')}>
      {CellState.options.map((state) => (
        <li key={state}>
          <span className={`cell is-cover-${state}`} aria-hidden="true">
            {cellIcons[state]}
          </span>
          {cover[state] > 0 ? <PlaceLink place={coveragePlace(directiveId, { tab: 'matrix', state })}>{t(state)}</PlaceLink> : t(state)}
          <strong>{showCount(cover[state])}</strong>
        </li>
      ))}
    </ul>
  )
}
