import { CheckOutlined, ClockCircleOutlined, EditOutlined, MinusOutlined, RollbackOutlined, StopOutlined, SwapOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { StateTag, type Tone } from '../../../ui/StateTag.tsx'
import { useWords } from '../../../ui/useWords.tsx'
import type { AnswerState, ChangeKind } from '../contract.ts'
import { codeOfAnswer } from '../rules.ts'
import { words } from '../words.ts'

const kinds: Record<ChangeKind, ReactNode> = { recall: <RollbackOutlined />, update: <EditOutlined />, replace: <SwapOutlined /> }
const answers: Record<AnswerState, { tone: Tone; icon: ReactNode }> = {
  asked: { tone: 'waiting', icon: <ClockCircleOutlined /> },
  lapsed: { tone: 'plain', icon: <MinusOutlined /> },
  agreed: { tone: 'good', icon: <CheckOutlined /> },
  noted: { tone: 'good', icon: <CheckOutlined /> },
  refused: { tone: 'late', icon: <StopOutlined /> },
}

/** Whether a directive is recalled, updated or replaced. */
export function KindTag({ kind }: { kind: ChangeKind }) {
  const say = useWords(words)
  return (
    <StateTag tone="plain" icon={kinds[kind]}>
      {say(kind)}
    </StateTag>
  )
}

/** What a receiver has answered, with the code of the exchange. */
export function AnswerTag({ state }: { state: AnswerState }) {
  const say = useWords(words)
  return (
    <StateTag tone={answers[state].tone} icon={answers[state].icon}>
      {codeOfAnswer[state]} {say(state)}
    </StateTag>
  )
}
