import { Button } from 'antd'
import { useState } from 'react'
import { PlaceLink } from '../../ui/links.tsx'
import { showCount } from '../../ui/numbers.ts'
import { useWords } from '../../ui/useWords.tsx'
import type { BranchCounts } from '../contract.ts'
import { ReceivedBar } from '../screen/Counts.tsx'
import { words } from '../screen/words.ts'
import { branchPlace, isSenders } from './branchPlace.ts'

const first = 10

/** The branches below a body on a narrow screen: each with its bar and what is amiss; the first ones, the others asked for. */
export function BranchList({ directiveId, branches, by }: { directiveId: string; branches: readonly BranchCounts[]; by: 'receipts' | 'plans' }) {
  const t = useWords(words)
  const [isWhole, setWhole] = useState(false)
  return (
    <>
      <ul className="branch-list">
        {(isWhole ? branches : branches.slice(0, first)).map((branch) => (
          <li key={branch.bodyId}>
            <PlaceLink place={branchPlace(directiveId, branch, by)}>
              {isSenders(branch) ? t('senderBranch', { name: branch.name }) : branch.name}
            </PlaceLink>
            {by === 'plans' ? (
              <ReceivedBar received={branch.plansMade} overdue={branch.plansOverdue} expected={branch.plansOwed} label={t('planned')} />
            ) : (
              !isSenders(branch) && <ReceivedBar {...branch} />
            )}
            <Amiss {...branch} />
          </li>
        ))}
      </ul>
      {branches.length > first && !isWhole && <Button onClick={() => setWhole(true)}>{t('allBranches', { count: branches.length })}</Button>}
    </>
  )
}

function Amiss({
  silent,
  overdue,
  refused,
  studied,
  expected,
  plansOwed,
  plansMade,
  plansOverdue,
  present,
  invited,
  members,
  membersStudied,
}: BranchCounts) {
  const t = useWords(words)
  const ofAll = (part: number, whole: number) => t('ofAll', { part: showCount(part), whole: showCount(whole) })
  const lines = [
    silent > 0 && `${t('silent')}: ${showCount(silent)}`,
    overdue > 0 && `${t('overdue')}: ${showCount(overdue)}`,
    refused > 0 && `${t('tile-refused')}: ${showCount(refused)}`,
    expected > 0 && `${t('studied')}: ${ofAll(studied, expected)}`,
    plansOwed > 0 && `${t('planned')}: ${ofAll(plansMade, plansOwed)}`,
    plansOverdue > 0 && t('ofPlansOverdue', { count: plansOverdue }),
    members > 0 && `${t('members')}: ${ofAll(membersStudied, members)}`,
    invited > 0 && `${t('attendance')}: ${ofAll(present, invited)}`,
  ].filter((line) => line !== false)
  return (
    <p className="branch-facts quiet">
      {lines.map((line) => (
        <span key={line} className="unbroken">
          {line}{' '}
        </span>
      ))}
    </p>
  )
}
