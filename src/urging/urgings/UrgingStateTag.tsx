import { ArrowUpOutlined, CheckCircleFilled, ClockCircleOutlined, MessageOutlined, WarningFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { StateTag, type Tone } from '../../ui/StateTag.tsx'
import { useWords } from '../../ui/useWords.tsx'
import type { UrgingState } from '../contract.ts'
import { words } from './words.ts'

const looks: Record<UrgingState, { tone: Tone; icon?: ReactNode }> = {
  open: { tone: 'waiting', icon: <ClockCircleOutlined /> },
  answered: { tone: 'plain', icon: <MessageOutlined /> },
  silent: { tone: 'late', icon: <WarningFilled /> },
  escalated: { tone: 'late', icon: <ArrowUpOutlined /> },
  done: { tone: 'good', icon: <CheckCircleFilled /> },
  lapsed: { tone: 'over' },
  withdrawn: { tone: 'over' },
}

/** Where an urging is in its life. */
export function UrgingStateTag({ state }: { state: UrgingState }) {
  const t = useWords(words)
  return <StateTag {...looks[state]}>{t(state)}</StateTag>
}
