import { CheckCircleFilled, ClockCircleOutlined, MailOutlined, MinusCircleOutlined, RollbackOutlined, StopOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { type Place, PlaceLink } from '../../ui/links.tsx'
import { showCount } from '../../ui/numbers.ts'
import { useWords } from '../../ui/useWords.tsx'
import type { ReceiptState } from '../contract.ts'
import { codeOf } from '../rules.ts'
import { words as stateWords } from '../words.ts'
import { words } from './words.ts'

/** A count that leads to what it counts. */
export function CountLink({ count, place, label, alarming = false }: { count: number; place: Place; label: string; alarming?: boolean }) {
  if (count === 0) return <span className="receipt-count is-none">0</span>
  return (
    <PlaceLink place={place} className={alarming ? 'receipt-count is-alarming' : 'receipt-count'}>
      {showCount(count)}
      <span className="unseen"> {label}</span>
    </PlaceLink>
  )
}

const icons: Record<ReceiptState, ReactNode> = {
  expected: <MinusCircleOutlined />,
  arrived: <MailOutlined />,
  refused: <StopOutlined />,
  received: <CheckCircleFilled />,
  assigned: <CheckCircleFilled />,
  processing: <ClockCircleOutlined />,
  done: <CheckCircleFilled />,
  recalled: <RollbackOutlined />,
}

/** The state of a receipt as a tag: a shape, the words and the code of the exchange, never the colour alone. */
export function ReceiptTag({ state, isOverdue = false, isLate = false }: { state: ReceiptState; isOverdue?: boolean; isLate?: boolean }) {
  const say = useWords(stateWords)
  const t = useWords(words)
  return (
    <span className={`standing receipt-tag is-${isOverdue ? 'overdue' : state}`}>
      <span aria-hidden="true">{icons[state]}</span>
      {codeOf[state] && <span className="receipt-code">{codeOf[state]}</span>}
      {say(state)}
      {isOverdue && ` · ${t('overdue')}`}
      {isLate && ` · ${t('late')}`}
    </span>
  )
}

/** "N trên M" on one line. */
export function OfAll({ part, whole }: { part: number; whole: number }) {
  const t = useWords(words)
  return <span className="unbroken">{t('ofAll', { part: showCount(part), whole: showCount(whole) })}</span>
}

type BarProps = { received: number; overdue: number; expected: number; label?: string }

/** A thin bar of how many have received (or what else `label` says), with "N trên M". */
export function ReceivedBar({ received, overdue, expected, label }: BarProps) {
  const t = useWords(words)
  const spoken = t('ofAll', { part: showCount(received), whole: showCount(expected) })
  return (
    <div className="standing-bar-row">
      <div className="standing-bar-track" role="img" aria-label={`${label ?? t('progress')}: ${spoken}`}>
        {received > 0 && <span className="is-done-on-time" style={{ flexGrow: received }} />}
        {expected - received - overdue > 0 && <span className="is-open-in-time" style={{ flexGrow: expected - received - overdue }} />}
        {overdue > 0 && <span className="is-open-overdue" style={{ flexGrow: overdue }} />}
      </div>
      <span className="standing-bar-count">{spoken}</span>
    </div>
  )
}
