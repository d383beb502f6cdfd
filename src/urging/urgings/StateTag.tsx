import { Tag } from 'antd'
import { useWords } from '../../ui/useWords.tsx'
import type { UrgingState } from '../contract.ts'
import { words } from './words.ts'

const colours: Record<UrgingState, string> = {
  open: 'gold',
  answered: 'blue',
  silent: 'red',
  escalated: 'volcano',
  done: 'green',
  withdrawn: 'default',
}

/** Where an urging is in its life. */
export function StateTag({ state }: { state: UrgingState }) {
  const t = useWords(words)
  return <Tag color={colours[state]}>{t(state)}</Tag>
}
